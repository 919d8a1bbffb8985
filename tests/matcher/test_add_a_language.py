"""docs/how-to/add-a-language.md is enough: rows in two files, read by names and documents alike."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHIPS = """zu\ttype\tumkhumbi\tbefore query
zu\ttype\tumkhumbikazi\tbefore query
zu\ttype\tisikebhe\tbefore after query
"""
FORMS = "LLC\tkampunidogo | kdg\nJSC\tkampuniyahisa\n"
ASKED = """
from matcher.comparison.model import model
from matcher.index.build import build
from matcher.mentions.find import find
from matcher.mentions.searcher import Searcher
from matcher.names.parser import analyse
from matcher.names.ship_prefixes import is_led_as_a_ship
from matcher.names.term_weights import read_language
from matcher.search.match import Policy
from records import Entity, Kind, ListedName, NameKind

def called(text):
    return (ListedName(text=text, kind=NameKind.PRIMARY),)

ship = Entity(id="a:1", kind=Kind.VESSEL, names=called("PHOENIX"))
firm = Entity(id="a:2", kind=Kind.ORGANIZATION, names=called("LLC Sunrise"))
searcher = Searcher(build((ship, firm), read_language()))
for text in (
    "Leo umkhumbi Phoenix imefika.", "Leo umkhumbikazi Phoenix imefika.",
    "Leo isikebhe Phoenix imefika.",
    "Leo zzz Phoenix imefika.", "Pesa kwa Sunrise Kampunidogo leo.", "Pesa kwa Sunrise Zzzz leo.",
):
    print(len(find(text, searcher, Policy(model().threshold, 10, None))))
for word in ("Umkhumbi", "Umkhumbikazi", "Isikebhe", "Zzz"):
    print(is_led_as_a_ship(analyse(f"{word} Phoenix"), range(1, 2)))
for form in ("Kampunidogo", "Kampuniyahisa", "Zzzzdogo"):
    print([word.role.value for word in analyse(f"Sunrise {form}").words][-1])
"""


@pytest.mark.slow
def test_three_ship_words_and_two_legal_forms_are_known_to_documents_and_names(
    tmp_path: Path,
) -> None:
    shutil.copytree(ROOT / "matcher", tmp_path / "matcher")
    (tmp_path / "tools").mkdir()
    shutil.copy(ROOT / "tools" / "compile_word_tables.py", tmp_path / "tools")
    assert asked(tmp_path) == ["0"] * 6 + ["False"] * 4 + ["word"] * 3
    data = tmp_path / "matcher" / "data"
    for name, rows in (("ship_cues.tsv", SHIPS), ("legal_forms_own.tsv", FORMS)):
        (data / name).write_text((data / name).read_text("utf-8") + rows, "utf-8")
    run(tmp_path, "tools/compile_word_tables.py")
    # The last of each kind has a word that no file knows.
    documents = ["1", "1", "1", "0", "1", "0"]
    names = ["True", "True", "True", "False", "legal form", "legal form", "word"]
    assert asked(tmp_path) == documents + names


def asked(folder: Path) -> list[str]:
    return run(folder, "-c", ASKED).split("\n")[:-1]


def run(folder: Path, *arguments: str) -> str:
    """Python with the matcher of a folder."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout
