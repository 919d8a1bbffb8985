"""FollowTheMoney: read as OpenSanctions writes it, and our records written and read again."""

import io
import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lists import ParseReport, ftm, source
from records import Entity, Kind, ListFormatError, NameKind, Snapshot
from records.as_json import entity_from_json

SNAPSHOT = Snapshot(
    source="eu_fsf", sha256="0" * 64, edition="2026-08-22", fetched_at="2026-08-23T00:00:00Z",
    origin="x", entities=1, names=1, folder=Path(),
)  # fmt: skip
COMPANY = {
    "id": "NK-1", "schema": "Company", "target": True, "last_change": "2026-08-01T10:00:00",
    "properties": {
        "name": ["Blue Star LLC"], "alias": ["Голубая звезда"], "weakAlias": ["BS"],
        "previousName": ["Red Star LLC"], "country": ["ru"], "innCode": ["7736050003"],
        "addressEntity": ["addr-1"], "topics": ["sanction"],
    },
}  # fmt: skip
SANCTION = {
    "id": "s-1", "schema": "Sanction", "target": False,
    "properties": {"entity": ["NK-1"], "program": ["UKR"], "listingDate": ["2022-03-01"],
                   "authority": ["EU"]},
}  # fmt: skip
ADDRESS = {
    "id": "addr-1",
    "schema": "Address",
    "properties": {"full": ["Tverskaya 1, Moscow, Russia"]},
}
OWNER = {
    "id": "NK-2",
    "schema": "Person",
    "target": False,
    "properties": {"name": ["Ivan Beispiel"]},
}
TIE = {"id": "o-1", "schema": "Ownership", "properties": {"owner": ["NK-2"], "asset": ["NK-1"]}}


def read(*items: dict[str, Any]) -> tuple[list[Entity], ParseReport]:
    report = ParseReport()
    lines = "".join(f"{json.dumps(item)}\n" for item in items)
    return list(source("custom_os").parse(io.BytesIO(lines.encode()), report)), report


def test_what_refers_to_a_party_is_brought_to_it() -> None:
    (entity,), report = read(SANCTION, ADDRESS, COMPANY, OWNER, TIE)
    assert (entity.id, entity.kind, report.edition) == (
        "custom_os:NK-1", Kind.ORGANIZATION, "2026-08-01",
    )  # fmt: skip
    assert [(n.text, n.kind) for n in entity.names] == [
        ("Blue Star LLC", NameKind.PRIMARY),
        ("Голубая звезда", NameKind.ALIAS),
        ("Red Star LLC", NameKind.FORMER),
        ("BS", NameKind.WEAK),
    ]
    assert [(i.type, i.value) for i in entity.identifiers] == [("tax", "7736050003")]
    assert [(a.text, a.country) for a in entity.addresses] == [
        ("Tverskaya 1, Moscow, Russia", "ru")
    ]
    assert (entity.programmes, entity.listed_on) == (("UKR",), "2022-03-01")
    assert [(r.type, r.target) for r in entity.relations] == [
        ("Ownership: asset", "custom_os:NK-2")
    ]


def test_parties_that_are_no_targets_are_there_for_their_ties_only() -> None:
    entities, _ = read(COMPANY, OWNER)
    assert [e.id for e in entities] == ["custom_os:NK-1"]


def test_without_targets_every_party_is_taken() -> None:
    entities, _ = read(OWNER)
    assert [e.kind for e in entities] == [Kind.PERSON]


def test_what_stands_inside_a_party_is_the_same() -> None:
    """``targets.nested.json``: sanctions and addresses are objects inside the party."""
    nested = json.loads(json.dumps(COMPANY))
    nested["properties"]["sanctions"] = [SANCTION]
    nested["properties"]["addressEntity"] = [ADDRESS]
    assert read(nested)[0][0] == read(COMPANY, SANCTION, ADDRESS)[0][0]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('{"schema": "x"', "line 1 is not well-formed JSON"),
        ('{"schema": "Person"}', "no id or no schema"),
        ('{"id": "x", "schema": "Person"}', "no properties"),
        ('{"id": "x", "schema": "Address", "properties": {}}', "no person, organization"),
    ],
)
def test_what_is_no_ftm_is_refused(text: str, problem: str) -> None:
    with pytest.raises(ListFormatError, match=problem):
        list(source("custom").parse(io.BytesIO(text.encode()), ParseReport()))


def listed(data: Path, name: str) -> list[Entity]:
    lines = (data / name / "expected.jsonl").read_text(encoding="utf-8").splitlines()
    return [entity_from_json(json.loads(line)) for line in lines]


@pytest.mark.parametrize("name", ["eu_fsf", "us_ofac_sdn", "gb_fcdo", "un_sc"])
def test_our_records_survive_the_way_through_ftm(data: Path, name: str) -> None:
    ours = listed(data, name)
    written = [item for e in ours for item in ftm.entities(e, SNAPSHOT, sanctioned=True)]
    back, report = read(*written)
    assert not report.oddities
    assert [e.id for e in back] == [f"custom_os:{ftm.ftm_id(e.id)}" for e in ours]
    for before, after in zip(ours, back, strict=True):
        assert after.kind is before.kind
        assert {(n.text, n.kind) for n in after.names} == {(n.text, n.kind) for n in before.names}
        # Texts get a single space where several stood, as all that is one line.
        assert set(before.countries) <= set(after.countries)
        assert set(after.programmes) == {" ".join(p.split()) for p in before.programmes}
        kept = {i.value for i in after.identifiers}
        told = " ".join(after.remarks)
        lost = [i.value for i in before.identifiers if i.value not in kept and i.value not in told]
        assert not [value for value in lost if " ".join(value.split()) not in told + " ".join(kept)]


def test_every_schema_of_an_export_is_one_of_ftm(data: Path) -> None:
    """With letters that FtM allows in ids."""
    for entity in listed(data, "us_ofac_sdn"):
        for item in ftm.entities(entity, SNAPSHOT, sanctioned=True):
            assert item["schema"] in {
                "Person", "Organization", "Vessel", "Airplane", "LegalEntity", "Sanction",
                "CryptoWallet", "UnknownLink",
            }  # fmt: skip
            assert all(letter.isalnum() or letter in "-." for letter in item["id"])


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=8,
)


@pytest.mark.slow
@given(st.dictionaries(st.sampled_from(["name", "country", "sanctions", "addressEntity"]), values))
def test_properties_of_any_shape_are_read_or_refused(properties: dict[str, Any]) -> None:
    item = {"id": "x", "schema": "Person", "properties": properties}
    with suppress(ListFormatError):
        assert [entity.id for entity in read(item)[0]] == ["custom_os:x"]
