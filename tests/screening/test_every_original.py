"""Every file that the publishers issued comes into use by an update; damaged ones never do."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from screening.updates.update import UpdateResult, usual
from screening.updates.update import update as update_lists
from store import Home
from store.requested_lists import request_lists

SHARED = Path(__file__).parents[3] / "shared" / "lists"
update = partial(update_lists, prepare=lambda *_, **__: None, notify=lambda _: None)
COUNTS = {
    "dfat_2026-08.xlsx": 3_846,
    "sema-lmes_2020.xml": 1_369,
    "sema-lmes_2025.xml": 4_759,
    "seco_2026-08-15_excerpt.xml": 4,
    "seco_sample_amendment.xml": 3,
    "fsf_excerpt_a.xml": 7,
    "fsf_excerpt_b.xml": 7,
    "xmlFullSanctionsList_1_1_2021-03-02.xml.xz": 2_269,
    "xmlFullSanctionsList_1_1_2024-05-13.xml.xz": 4_811,
    "registre_2025-11-21_excerpt.json": 6,
    "UK-Sanctions-List_2026-08-14_excerpt.xml": 4,
    "UK_Sanctions_List_2025-08-11.ods": 5_302,
    "old_OFSI_ConList_2020-04-27.csv.xz": 2_114,
    "old_OFSI_ConList_2025-04-10.xlsx": 4_686,
    "old_OFSI_ConList_2025-04-14.xlsx": 4_688,
    "METI_EndUserList_2025-09-29.xlsx": 835,
    "shisantouketsu20260305.xlsx": 2_862,
    "consolidated_2024-05-15.xml.xz": 875,
    "consolidated_2026-02-27.xml": 1_003,
    "consolidated_2026-08-01.xml": 1_011,
    "consolidated_2022.csv.gz": 3_625,
    "consolidated_2026-09_excerpt.json": 2,
    "CONS_ADVANCED_2020-03-17.XML.xz": 375,
    "CONS_ENHANCED.XML": 443,
    "consolidated_2024-05-06.xml": 443,
    "consolidated_2025-03-28.xml": 443,
    "enhanced_program_extract_2024-05-24.xml": 10,
    "enhanced_program_extract_2024-08-28.xml": 293,
    "SDN_2021-03-10.XML.xz": 8_832,
    "SDN_2024-05-07.XML.xz": 14_966,
    "wb-data_2026-02-22.json.xz": 1_370,
    "csv_2019-01": 7_379,
    "csv_2021-07": 8_976,
    "csv_cons_2025-12": 442,
    "sdn_2024-04-26.csv": 14_668,
    "sdn_2024-05-03.csv": 14_965,
}
"""Entries, as they were counted by other code in the tests of the readers. OFAC's advanced files
have tests of their own: they take as long as all these together."""
EXCERPTS = {
    "seco_sample_amendment.xml", "fsf_excerpt_a.xml", "fsf_excerpt_b.xml",
    "enhanced_program_extract_2024-05-24.xml", "enhanced_program_extract_2024-08-28.xml",
    "sdn_2024-04-26.csv", "sdn_2024-05-03.csv", "registre_2025-11-21_excerpt.json",
    "UK-Sanctions-List_2026-08-14_excerpt.xml", "seco_2026-08-15_excerpt.xml",
    "consolidated_2026-09_excerpt.json",
}  # fmt: skip
OLD = {
    "sema-lmes_2020.xml", "xmlFullSanctionsList_1_1_2021-03-02.xml.xz",
    "old_OFSI_ConList_2020-04-27.csv.xz",
}  # fmt: skip
"""Whole editions of years in which the list had fewer entries than it can plausibly have today."""
SCHEMAS, APART = {".xsd"}, ("mangled", "sdn_advanced")


def originals() -> Iterator[Path]:
    for path in sorted((*SHARED.glob("*/original/*"), *SHARED.glob("*/original/csv_daily/*"))):
        apart = any(word in path.name for word in APART)
        if path.suffix not in SCHEMAS and not apart and path.name != "csv_daily":
            yield path


@pytest.mark.parametrize("path", list(originals()), ids=lambda path: path.name)
def test_an_original_comes_into_use(path: Path, home: Home) -> None:
    (result,) = update(home, (), from_path=path, accept_excerpts=path.name in EXCERPTS | OLD)
    assert result.status == "updated", result.message
    assert result.snapshot is not None
    assert result.snapshot.entities == COUNTS[path.name]


@pytest.mark.parametrize("name", sorted(EXCERPTS | OLD))
def test_an_excerpt_or_a_much_older_edition_is_refused_unless_that_is_said(
    name: str, full_lists: Path, home: Home
) -> None:
    (path,) = full_lists.glob(f"*/original/**/{name}")
    (result,) = update(home, (), from_path=path)
    assert_refused(result)


def test_every_original_has_its_count(full_lists: Path) -> None:
    assert {path.name for path in originals()} == set(COUNTS)


@pytest.mark.parametrize(
    ("of", "name", "problem"),
    [
        ("un_sc", "broken/UN_not_well_formed.xml", "not well-formed XML"),
        ("eu_fsf", "eu_fsf/original/fsf_csv_excerpt_mangled_2018.csv", "CSV of version 1.0"),
    ],
)
def test_a_damaged_original_is_refused(
    of: str, name: str, problem: str, full_lists: Path, home: Home
) -> None:
    for asked in ([of], []):
        (result,) = update(home, asked, from_path=full_lists / name, accept_excerpts=True)
        assert_refused(result)
        assert problem in result.message


def assert_refused(result: UpdateResult) -> None:
    assert (result.status, result.snapshot) == ("failed", None)
    assert "\n" not in result.message


def test_a_list_that_is_no_sanctions_list_is_asked_for_once_it_was_named(home: Home) -> None:
    off = {"jp_meti", "jp_mof", "wb_debarred"}
    assert off.isdisjoint(each.name for each in usual(home))
    home.path.mkdir(parents=True)
    request_lists(home, ["wb_debarred"])
    assert {each.name for each in usual(home)} & off == {"wb_debarred"}
