"""What every list must have, so that the next one is four files and no surprise."""

import io
import random
import re
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from lists import SOURCES, ParseReport, Source, source
from lists.packed import head_of
from records import Entity, ListFormatError, NameKind, UnknownListError
from records.as_json import entity_line

PROJECT = Path(__file__).parent.parent.parent
FIELDS = {".csv": r"(,)([^,\"\n]+)(,)", ".json": r'(": ?"?)([^"{}\[\],]+)("|,)'}
every_source = pytest.mark.parametrize("of", SOURCES, ids=lambda of: of.name)


def read(of: Source, data: bytes) -> list[Entity]:
    return list(of.parse(io.BytesIO(data), ParseReport()))


def sample(of: Source, folder: Path) -> Path:
    """The excerpt of the source's default format: ``sample.xml``, ``sample.csv`` …"""
    (found,) = (folder / of.name).glob("sample.*")
    return found


def with_other_strings(path: Path, varied: Callable[[str], str]) -> bytes:
    """A spreadsheet with its texts changed."""
    target = io.BytesIO()
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            content = source.read(name)
            if name == "xl/sharedStrings.xml":
                content = varied(content.decode()).encode()
            archive.writestr(name, content)
    return target.getvalue()


@every_source
def test_sample_gives_the_golden_entities(of: Source, data: Path, regenerate: bool) -> None:
    lines = [entity_line(entity) for entity in read(of, sample(of, data).read_bytes())]
    golden = data / of.name / "expected.jsonl"
    if regenerate:
        golden.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    assert lines == golden.read_text(encoding="utf-8").splitlines()


@every_source
def test_its_page_says_what_a_user_must_know(of: Source) -> None:
    page = (PROJECT / of.docs).read_text(encoding="utf-8").lower()
    for topic in (of.publisher.lower(), "licence", "format", "quirks", "verified"):
        assert topic in page, topic


@every_source
def test_ids_begin_with_the_source_and_are_unique(of: Source, data: Path) -> None:
    ids = [entity.id for entity in read(of, sample(of, data).read_bytes())]
    assert all(name.startswith(f"{of.name}:") for name in ids)
    assert len(set(ids)) == len(ids)


@every_source
def test_only_its_own_files_are_recognised(of: Source, data: Path) -> None:
    """By the first bytes, or by more where these are those of several lists."""
    for other in SOURCES:
        path = sample(other, data)
        known = of.recognises(head_of(path))
        if known and of.owns is not None and sum(s.recognises(head_of(path)) for s in SOURCES) > 1:
            with path.open("rb") as file:
                known = of.owns(file)
        assert known == (other is of)


@every_source
def test_the_edition_is_read(of: Source, data: Path) -> None:
    report = ParseReport()
    list(of.parse(io.BytesIO(sample(of, data).read_bytes()), report))
    assert report.edition is not None
    assert report.edition.startswith("20")
    assert not report.oddities


@every_source
def test_a_primary_name_stands_first(of: Source, data: Path) -> None:
    for entity in read(of, sample(of, data).read_bytes()):
        kinds = [name.kind for name in entity.names]
        primary = [kind is NameKind.PRIMARY for kind in kinds]
        assert primary == sorted(primary, reverse=True)
        assert primary[0] or NameKind.WEAK in kinds


@every_source
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(share=st.floats(0, 1, exclude_max=True))
def test_a_list_that_is_cut_anywhere_is_refused(of: Source, data: Path, share: float) -> None:
    path = sample(of, data)
    whole = path.read_bytes().rstrip()
    part = whole[: int(share * len(whole))]
    # A table does not say how many rows it has: there, the number of entities must tell.
    assume(path.suffix != ".csv" or not part.endswith(b"\n"))
    with pytest.raises(ListFormatError):
        read(of, part)


@every_source
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.floats(0, 1, exclude_max=True), lost=st.integers(0, 400), put=st.binary(max_size=3))
def test_a_damaged_list_is_read_or_refused_but_never_breaks_the_reader(
    of: Source, data: Path, at: float, lost: int, put: bytes
) -> None:
    whole = sample(of, data).read_bytes()
    start = int(at * len(whole))
    damaged = whole[:start] + put + whole[start + lost :]
    with suppress(ListFormatError):
        assert all(entity.id for entity in read(of, damaged))


@every_source
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers())
def test_values_of_any_kind_are_read_or_refused(of: Source, data: Path, seed: int) -> None:
    """Well-formed, but with attributes and texts that are empty, huge or of another kind."""
    choice = random.Random(seed)
    values = ["", "0", "-1", "²", "99999999999999999999", "x" * 3000, "true", "\u202e", "1/2"]

    def other(found: re.Match[str]) -> str:
        return found[1] + choice.choice(values) + found[3] if choice.random() < 0.1 else found[0]

    def varied(text: str) -> str:
        field = FIELDS.get(path.suffix, r'(="|>)([^<>"]+)("|</)')
        start = min(2000, len(text) // 4)
        return text[:start] + re.sub(field, other, text[start:])

    path = sample(of, data)
    if path.suffix == ".xlsx":
        changed = with_other_strings(path, varied)
    else:
        changed = varied(path.read_text(encoding="utf-8")).encode()
    with suppress(ListFormatError):
        assert read(of, changed)


@every_source
@pytest.mark.parametrize("rest", [b"<x/>", b"rest", b"\x00", b"\x1a"])
def test_a_list_with_something_after_its_end_is_refused(
    of: Source, data: Path, rest: bytes
) -> None:
    with pytest.raises(ListFormatError, match="not well-formed"):
        read(of, sample(of, data).read_bytes() + rest)


@every_source
def test_reading_twice_gives_the_same(of: Source, data: Path) -> None:
    content = sample(of, data).read_bytes()
    assert read(of, content) == read(of, content)


@every_source
def test_its_address_is_a_setting(of: Source) -> None:
    assert of.address({}) == of.url
    assert of.url.startswith("https://")
    assert of.address({of.setting: "https://example.org/x"}) == "https://example.org/x"
    assert of.setting == f"NAMEWARDEN_URL_{of.name.upper()}"


def test_sources_are_sorted_by_name() -> None:
    assert [of.name for of in SOURCES] == sorted(of.name for of in SOURCES)


def test_unknown_list_is_answered_with_what_was_meant() -> None:
    with pytest.raises(UnknownListError, match=r"no list called 'ofac'.*'us_ofac_sdn'"):
        source("ofac")
    with pytest.raises(UnknownListError, match=r"Known lists: .*eu_fsf"):
        source("xyz")


@every_source
def test_its_plausible_range_is_wide_enough_for_a_list_that_grows(of: Source) -> None:
    assert of.at_most is not None
    assert of.at_most > 4 * of.at_least


def test_every_source_is_found_by_its_own_name() -> None:
    assert [source(of.name) for of in SOURCES] == list(SOURCES)
