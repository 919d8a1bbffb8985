"""Readers keep their contract on files made wrong; bench/fuzz.py does so for hours."""

from random import Random

import pytest
from fuzz import fault_of
from fuzzing.mutations import mutated
from fuzzing.targets import KEPT, Target, targets
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

TARGETS = list(targets())
TRIES = {"documents": 8, "custom": 30, "jp_mof": 15}
"""Fewer than ``USUAL`` where a try takes long."""
USUAL = 60
HTTP = "http"
"""Kept requests: tests/service/test_http_fuzz.py."""
every_target = pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)


def test_every_folder_of_kept_files_is_a_targets() -> None:
    folders = {path.name for path in KEPT.iterdir() if path.is_dir()}
    assert folders <= {target.name for target in TARGETS} | {HTTP}


@every_target
def test_what_once_broke_a_reader_does_not_any_more(target: Target) -> None:
    kept = sorted(path for path in (KEPT / target.name).glob("*"))
    assert [(path.name, fault_of(target, path.read_bytes())) for path in kept] == [
        (path.name, None) for path in kept
    ]


@every_target
def test_a_file_made_wrong_is_read_or_refused(target: Target) -> None:
    @settings(
        max_examples=TRIES.get(target.name, USUAL),
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(
        data=st.sampled_from(target.seeds),
        other=st.sampled_from(target.seeds),
        seed=st.integers(0, 2**32),
    )
    def tried(data: bytes, other: bytes, seed: int) -> None:
        assert fault_of(target, mutated(data, other, Random(seed))) is None

    tried()
