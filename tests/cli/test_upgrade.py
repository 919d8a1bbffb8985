"""A home that the program's first landing made is taken over, and loses nothing."""

import shutil
import tarfile
from pathlib import Path

import pytest
from program import Program

from store import Home

pytest_plugins = ["program_fixtures"]
# Made by commit c4c5577 with the sample lists, before there were migrations, seals or a register.
KEPT = Path(__file__).parents[1] / "data" / "home_of_the_first_landing" / "home.tar.xz"
LISTS = Path(__file__).parents[2] / "screening" / "demo_data" / "lists"


@pytest.fixture
def first(excerpts_home: Home, tmp_path: Path) -> Program:
    with tarfile.open(KEPT) as packed:
        packed.extractall(tmp_path / "home", filter="data")
    # The words of ordinary language, which take long to collect, and nothing of any list.
    for folder in excerpts_home.index.glob("*-*"):
        shutil.copytree(folder, tmp_path / "home" / "index" / folder.name)
    return Program(tmp_path / "home", tmp_path)


def test_a_home_of_the_first_landing_answers_and_is_written_on(first: Program) -> None:
    found = first("match", "Rosneft", "--workers", "1")
    assert found.status == 3
    (answer,) = found.answers
    assert answer["hits"][0]["entity_id"] == "us_ofac_sdn:17022"
    # Nobody knows whether such copies are whole, and every answer says so.
    assert "loaded before copies had checksums" in found.err + found.out
    (first.folder / "crm.csv").write_text("id,name\nC-1,Mahan Air\n", "utf-8")
    assert first("monitor", "import", "crm.csv").status == 0
    assert first("monitor", "run").status == 3
    assert len(first("alerts").answers) == 2
    assert first("audit", "verify").status == 0
    again = first("update", "--from", str(LISTS), "--accept-excerpts")
    # The same editions, read again and sealed.
    assert [each["status"] for each in again.answers] == ["updated", "updated"]
    assert first("lists", "verify").status == 0
