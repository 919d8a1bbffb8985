"""Whatever happens to an update, the lists in use are whole."""

import os
import subprocess
import sys
import threading
from itertools import chain
from pathlib import Path

import pytest
from support.publisher import eu_list
from test_update import take

from store import Home
from store.catalogue import Catalogue
from store.copies import problems
from store.entities import EntityFile

HERE = Path(__file__).parent
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills and limits are of Unix")


def program(*arguments: str) -> subprocess.Popen[str]:
    paths = [HERE, HERE.parent, HERE.parents[1]]
    return subprocess.Popen(
        [sys.executable, *arguments],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(map(str, paths))},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.parametrize("how", ["kill", "limit"])
def test_a_killed_update_and_a_full_disk_leave_a_whole_list(
    home: Home, tmp_path: Path, how: str
) -> None:
    """kill -9 at 20 moments; 16 sizes at which every file that is written ends."""
    run = program(str(HERE / "killing.py"), str(home.path), str(tmp_path), how)
    out, err = run.communicate(timeout=300)
    assert (out, err, run.returncode) == ("whole\n", "", 0)


UPDATING = """
import sys
from pathlib import Path
from screening.updates.update import update
from store import Home
for path in sys.argv[2:]:
    (result,) = update(
        Home(Path(sys.argv[1])), (), from_path=Path(path), notify=lambda _: None,
        accept_excerpts=True, allow_older=True, prepare=lambda home, notify: None,
    )
    assert result.status in {"updated", "unchanged"}, result
"""


def test_two_updates_at_once_and_a_reader_meet_whole_lists_only(home: Home, tmp_path: Path) -> None:
    sizes = {f"2026-01-1{day}": 300 + day for day in range(6)}
    for edition, size in sizes.items():
        (tmp_path / edition).write_bytes(eu_list(size, edition))
    paths = [str(tmp_path / edition) for edition in sizes]
    seen: set[str | None] = set()
    writers = [program("-c", UPDATING, str(home.path), *order) for order in (paths, paths[::-1])]
    done = threading.Event()

    def read() -> None:
        while not done.wait(0.01):
            for snapshot in Catalogue(home).active():
                with EntityFile(snapshot) as file:
                    assert len(file) == snapshot.entities == sizes[snapshot.edition or ""]
                seen.add(snapshot.edition)

    reader = threading.Thread(target=read)
    reader.start()
    ends = [writer.communicate(timeout=120) for writer in writers]
    done.set()
    reader.join()
    assert ends == [("", ""), ("", "")]
    assert [writer.returncode for writer in writers] == [0, 0]
    assert len(seen) > 1
    history = Catalogue(home).history("eu_fsf")
    assert {item.snapshot.edition for item in history} == set(sizes)
    assert [*chain.from_iterable(problems(item.snapshot) for item in history)] == []


def test_more_entries_than_plausible_are_refused(home: Home, tmp_path: Path) -> None:
    (tmp_path / "list.xml").write_bytes(eu_list(40_001))
    (result,) = take(home, tmp_path / "list.xml")
    assert "40001 entities, at most 40000 expected" in result.message


def test_a_checksum_beside_the_file_is_compared(home: Home, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "list.xml").write_bytes(eu_list())
    (folder / "SHA256SUMS").write_text(f"{'0' * 64}  list.xml\n")
    (result,) = take(home, folder)
    assert (result.status, result.snapshot) == ("failed", None)
    assert "but SHA256SUMS says 000000000000…" in result.message
    assert list(home.rejected.rglob("*.xml"))
