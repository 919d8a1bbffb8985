from dataclasses import replace
from pathlib import Path

import pytest
from editions import company, edition
from hypothesis import given, settings
from hypothesis import strategies as st

from lists import source
from records import (
    Address,
    Delta,
    Entity,
    Gender,
    Identifier,
    Kind,
    NameKind,
    Note,
    Relation,
    Snapshot,
)
from screening.changes.diff import delta
from screening.changes.fields import changes
from screening.updates.ingest import AcceptanceRules, IncomingEdition, ingest
from store import Home
from store.catalogue import Catalogue
from store.database import Database

BASE = replace(
    company(1, "Acme Trading", "Acme"),
    identifiers=(Identifier(type="imo", value="9187629"),),
    addresses=(Address(text="1 High Street, Minsk", country="by"),),
    programmes=("BLR",),
    listed_on="2022-03-02",
    birth_dates=("1960-01",),
    relations=(Relation(type="owned by", target="eu_fsf:2"),),
    remarks=("Part of the group of companies, since 2014.",),
    notes=(Note(label="LAST_DAY_UPDATED", text="2025-01-01"),),
)


def ids(entries: tuple[Entity, ...]) -> list[str]:
    return [entry.id for entry in entries]


def changed_fields(new: Entity) -> list[str]:
    return [change.field for change in changes(BASE, new)]


def test_added_removed_and_changed_entries_are_told_by_their_ids(tmp_path: Path) -> None:
    old = edition(tmp_path, [company(1, "A"), company(2, "B"), company(3, "C")])
    new = edition(tmp_path, [company(3, "C"), company(4, "D"), company(2, "B", "Bee")])
    found = delta(old, new)
    assert (ids(found.added), ids(found.removed)) == (["eu_fsf:4"], ["eu_fsf:1"])
    (change,) = found.changed
    assert (change.old.id, change.new.names[1].text) == ("eu_fsf:2", "Bee")
    assert found.renamed == found.changed
    assert found.reworded == ()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("names", (*BASE.names, replace(BASE.names[1], text="ACME"))),
        ("names", (BASE.names[0], replace(BASE.names[1], kind=NameKind.WEAK))),
        ("kind", Kind.VESSEL),
        ("identifiers", ()),
        ("identifiers", (Identifier(type="imo", value="9187629", country="ir"),)),
        ("programmes", ("BLR", "UKR")),
        ("legal_basis", ("2024/1",)),
        ("listed_on", "2022-03-03"),
        ("countries", ("by",)),
        ("addresses", (Address(text="2 High Street, Minsk", country="by"),)),
        ("birth_dates", ("1960-01-02",)),
        ("circa", ("1960",)),
        ("birth_places", ("Minsk, Belarus",)),
        ("nationalities", ("by",)),
        ("genders", (Gender.FEMALE,)),
        ("contacts", (Identifier(type="email", value="info@acme.example"),)),
        ("relations", ()),
        ("remarks", ("Part of the group of companies, since 2015.",)),
    ],
)
def test_a_changed_field_is_named(field: str, value: object) -> None:
    assert changed_fields(replace(BASE, **{field: value})) == [field]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("names", BASE.names[::-1]),
        ("names", (replace(BASE.names[0], text="Acme  Trading "), BASE.names[1])),
        ("addresses", (Address(text="1 High Street; Minsk.", country="by"),)),
        ("remarks", ("part of  the group of companies – since 2014",)),
        ("identifiers", (Identifier(type="imo", value=" 9187629 "),)),
        ("notes", (Note(label="LAST_DAY_UPDATED", text="2026-01-01"),)),
        ("url", "https://example.org/moved"),
    ],
)
def test_what_is_only_written_anew_is_no_change(field: str, value: object, tmp_path: Path) -> None:
    other = replace(BASE, **{field: value})  # type: ignore[arg-type]
    assert changed_fields(other) == []
    found = delta(edition(tmp_path, [BASE]), edition(tmp_path, [other]))
    assert (found.changed, found.reworded) == ((), ("eu_fsf:1",))


def test_notes_are_told_of_an_entry_that_changed_otherwise() -> None:
    new = replace(BASE, programmes=("UKR",), notes=())
    found = {change.field: change for change in changes(BASE, new)}
    assert (found["programmes"].removed, found["programmes"].added) == (("BLR",), ("UKR",))
    assert found["notes"].removed == ("LAST_DAY_UPDATED: 2025-01-01",)


def test_the_first_edition_is_all_added_and_a_lost_one_all_removed(tmp_path: Path) -> None:
    only = edition(tmp_path, [company(2, "B"), company(1, "A")])
    assert ids(delta(None, only).added) == ["eu_fsf:2", "eu_fsf:1"]
    assert ids(delta(only, None).removed) == ["eu_fsf:2", "eu_fsf:1"]


def test_editions_of_two_lists_are_not_compared(tmp_path: Path) -> None:
    other = edition(tmp_path, [company(1, "A", source="un_sc")], source="un_sc")
    with pytest.raises(ValueError, match=r"eu_fsf.*un_sc"):
        delta(edition(tmp_path, [company(1, "A")]), other)
    with pytest.raises(ValueError, match="two editions"):
        delta(None, None)


ENTRIES = st.dictionaries(st.integers(0, 30), st.sampled_from("ABC"), max_size=12).map(
    lambda found: [company(number, name) for number, name in found.items()]
)


@settings(max_examples=40, deadline=None)
@given(old=ENTRIES, new=ENTRIES)
def test_the_delta_turns_the_old_edition_into_the_new_one(
    tmp_path_factory: pytest.TempPathFactory, old: list[Entity], new: list[Entity]
) -> None:
    folder = tmp_path_factory.mktemp("editions")
    first, second = edition(folder, old), edition(folder, new, dated="2026-01-11")
    found, back = delta(first, second), delta(second, first)
    result = {entity.id: entity for entity in old}
    for entity in found.removed:
        del result[entity.id]
    result |= {entity.id: entity for entity in found.added}
    result |= {entry.new.id: entry.new for entry in found.changed}
    assert result == {entity.id: entity for entity in new}
    assert (ids(back.added), ids(back.removed)) == (ids(found.removed), ids(found.added))
    assert {entry.new.id for entry in back.changed} == {entry.new.id for entry in found.changed}


def _stored(home: Home, name: str, path: Path) -> Snapshot:
    incoming_edition = IncomingEdition(
        paths=(path,), origin=path.name, fetched_at="2026-11-24T12:00:00Z"
    )
    Database.of(home).make()
    return ingest(home, source(name), incoming_edition, None, AcceptanceRules())[0]


def _whole(found: Delta) -> tuple[int, int, int]:
    return len(found.added), len(found.removed), len(found.renamed)


def test_ofac_in_november_2025(home: Home, ofac_home: Home, full_lists: Path) -> None:
    folder = full_lists / "us_ofac" / "original"
    old = _stored(home, "us_ofac_sdn", folder / "sdn_advanced_2025-11-04.xml.bz2")
    (new,) = Catalogue(ofac_home).active()
    found = delta(old, new)
    assert _whole(found) == (105, 2, 2)
    assert len(found.changed) == 2
    assert found.reworded == ()


def test_un_in_2026_though_each_edition_rewrites_its_records(home: Home, full_lists: Path) -> None:
    folder = full_lists / "un_sc" / "original"
    old, new = (
        _stored(home, "un_sc", folder / f"consolidated_{day}.xml")
        for day in ("2026-02-27", "2026-08-01")
    )
    found = delta(old, new)
    assert _whole(found) == (16, 8, 19)
    assert (len(found.changed), len(found.reworded)) == (154, 841)
