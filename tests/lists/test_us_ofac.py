"""OFAC's SDN_ADVANCED.XML, on a real excerpt: every kind of thing that it publishes."""

import io
import re
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from lists import ParseReport
from lists.us_ofac import SDN
from lists.us_ofac.dates import period_text
from records import Entity, Kind, ListFormatError, NameKind
from records.as_json import entity_line

SAMPLE = Path(__file__).parent.parent / "data" / "us_ofac_sdn" / "sample.xml"


def read(data: bytes) -> tuple[dict[str, Entity], ParseReport]:
    report = ParseReport()
    found = SDN.parse(io.BytesIO(data), report)
    return {entity.id.partition(":")[2]: entity for entity in found}, report


@cache
def sample() -> dict[str, Entity]:
    return read(SAMPLE.read_bytes())[0]


def changed(*pairs: tuple[str, str]) -> tuple[dict[str, Entity], ParseReport]:
    """Read the sample after replacing texts that must be there."""
    text = SAMPLE.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new, 1)
    return read(text.encode())


def notes(entity: Entity) -> set[tuple[str, str]]:
    return {(note.label, note.text) for note in entity.notes}


def test_every_script_of_the_primary_alias_is_a_primary_name() -> None:
    names = sample()["46633"].names
    assert [(name.text, name.kind, name.script) for name in names] == [
        ("Wuhan Global Sensor Technology Co., Ltd.", NameKind.PRIMARY, "Latn"),
        ("武汉高芯科技有限公司", NameKind.PRIMARY, "Hans"),
    ]


def test_low_quality_alias_is_weak_and_fka_is_former() -> None:
    kinds = {name.text: name.kind for e in ("43916", "7219") for name in sample()[e].names}
    assert kinds["El Magico"] is NameKind.WEAK
    assert kinds["GESTORAS PRO-AMNISTIA"] is NameKind.FORMER
    assert kinds["يونس البلوطي"] is NameKind.PRIMARY


def test_low_quality_former_name_is_weak_and_says_former() -> None:
    weak = [
        name for entity in sample().values() for name in entity.names if name.kind is NameKind.WEAK
    ]
    assert ("AliasType", "F.K.A.") in {(n.label, n.text) for name in weak for n in name.notes}


def test_a_persons_name_is_put_in_spoken_order_and_keeps_its_parts() -> None:
    name = sample()["34070"].names[1]
    assert (name.text, name.script) == ("Андрій Володимирович Портнов", "Cyrl")
    assert [(part.label, part.text) for part in name.parts] == [
        ("Last Name", "Портнов"),
        ("First Name", "Андрій"),
        ("Patronymic", "Володимирович"),
    ]


def test_the_four_kinds_of_parties_are_told_apart() -> None:
    kinds = {entity.kind for entity in sample().values()}
    assert kinds == {Kind.ORGANIZATION, Kind.PERSON, Kind.VESSEL, Kind.AIRCRAFT}


def test_ships_imo_number_is_bare_and_keeps_the_publishers_words() -> None:
    imo = next(i for e in sample().values() for i in e.identifiers if i.type == "imo")
    assert re.fullmatch(r"\d{7}", imo.value)
    assert {(n.label, n.text) for n in imo.notes} >= {
        ("IDRegDocType", "Vessel Registration Identification"),
        ("IDRegistrationNo", f"IMO {imo.value}"),
    }


def test_digital_currency_address_names_its_currency() -> None:
    crypto = [i for e in sample().values() for i in e.identifiers if i.type == "crypto"]
    currencies = {n.text for i in crypto for n in i.notes if n.label == "currency"}
    assert {"XBT", "ETH"} <= currencies


def test_registration_number_has_its_country() -> None:
    (number,) = sample()["46633"].identifiers
    assert (number.type, number.value, number.country) == ("uscc", "914201000668186736", "cn")


def test_fraudulent_document_says_so() -> None:
    found = {(n.label, n.text) for e in sample().values() for i in e.identifiers for n in i.notes}
    assert ("Validity", "Fraudulent") in found


def test_address_has_country_city_and_one_line() -> None:
    address = sample()["46633"].addresses[0]
    assert (address.city, address.country) == ("Wuhan", "cn")
    assert address.text.endswith("Donghu Development Zone, Wuhan, Hubei, China")


def test_programme_legal_basis_and_date_come_from_the_entries() -> None:
    entity = sample()["46633"]
    assert entity.programmes == ("RUSSIA-EO14024",)
    assert entity.legal_basis == ("Executive Order 14024 (Russia)",)
    assert entity.listed_on == "2024-05-01"
    assert ("SDN List: SanctionsMeasure", "Block") in notes(entity)


def test_relation_names_its_type_and_the_other_party() -> None:
    relations = [(r.type, r.target) for r in sample()["13413"].relations]
    assert ("Owned or Controlled By", "us_ofac_sdn:13405") in relations


def test_flags_and_nationalities_are_countries() -> None:
    flags = [n.text for e in sample().values() for n in e.notes if n.label == "Vessel Flag"]
    assert flags
    for entity in sample().values():
        if any(n.label in {"Vessel Flag", "Nationality Country"} for n in entity.notes):
            assert entity.countries


def test_birth_dates_are_as_exact_as_published() -> None:
    dates = {date for e in sample().values() for date in e.birth_dates}
    assert {len(date) for date in dates} >= {len("1951"), len("1951-04-28")}


@pytest.mark.parametrize(
    ("limits", "expected"),
    [
        (("1951-4-28", "1951-4-28", "1951-4-28", "1951-4-28"), "1951-04-28"),
        (("1951-1-1", "1951-1-1", "1951-12-31", "1951-12-31"), "1951"),
        (("1952-2-1", "1952-2-1", "1952-2-29", "1952-2-29"), "1952-02"),
        (("1950-1-1", "1950-1-1", "1952-12-31", "1952-12-31"), "1950/1952"),
        (("1950-3-1", "1950-3-1", "1952-6-2", "1952-6-2"), "1950-03-01/1952-06-02"),
    ],
)
def test_period_is_shortened_to_what_it_says(limits: tuple[str, ...], expected: str) -> None:
    tags = ("Year", "Month", "Day")
    a, b, c, d = (
        "".join(f"<{t}>{v}</{t}>" for t, v in zip(tags, limit.split("-"), strict=True))
        for limit in limits
    )
    node = etree.fromstring(
        f"<DatePeriod><Start><From>{a}</From><To>{b}</To></Start>"
        f"<End><From>{c}</From><To>{d}</To></End></DatePeriod>"
    )
    assert period_text(node) == expected


def test_unknown_reference_ids_are_kept_and_counted() -> None:
    entities, report = changed(
        ('<Feature ID="67491" FeatureTypeID="646"', '<Feature ID="67491" FeatureTypeID="99646"'),
        ('IDRegDocTypeID="92001"', 'IDRegDocTypeID="99001"'),
        ('ScriptID="501"', 'ScriptID="99501"'),
    )
    entity = entities["46633"]
    assert ("FeatureType 99646", "2013-04-28") in notes(entity)
    assert entity.identifiers[0].type == "idregdoctype 99001"
    assert entity.names[1].text == "武汉高芯科技有限公司"
    assert report.oddities["unknown FeatureType 99646"] == 1


def test_unknown_kind_of_party_is_kept_and_counted() -> None:
    entities, report = changed(('ID="46633" PartySubTypeID="3"', 'ID="46633" PartySubTypeID="9"'))
    assert entities["46633"].kind is Kind.UNKNOWN
    assert any("unknown kind of party" in what for what in report.oddities)


def test_party_without_names_is_kept() -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    start = text.index("<Identity ", text.index('<DistinctParty FixedRef="46633">'))
    end = text.index("</Identity>", start) + len("</Identity>")
    entity = read((text[:start] + text[end:]).encode())[0]["46633"]
    assert entity.names == ()
    assert entity.caption == "us_ofac_sdn:46633"


def test_party_without_id_is_refused() -> None:
    with pytest.raises(ListFormatError, match="party number 1 has no FixedRef"):
        changed(("<DistinctParty FixedRef=", "<DistinctParty Other="))


@pytest.mark.parametrize("namespace", ["http://www.un.org/sanctions/1.0", "urn:moved-again"])
def test_a_namespace_that_moved_makes_no_difference(namespace: str) -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    old = 'xmlns="https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ADVANCED_XML"'
    assert old in text
    assert read(text.replace(old, f'xmlns="{namespace}"').encode())[0] == sample()


NOVELTY = '<Novelty ID="5">never seen before</Novelty>'
PARENTS = (
    "Location",
    "IDRegDocument",
    "DistinctParty",
    "Profile",
    "Identity",
    "Alias",
    "DocumentedName",
    "Feature",
    "FeatureVersion",
    "SanctionsEntry",
    "EntryEvent",
    "SanctionsMeasure",
    "ProfileRelationship",
)


@pytest.mark.parametrize("parent", PARENTS)
def test_an_element_that_is_new_is_kept(parent: str) -> None:
    """Nothing that is published is dropped, not even what did not exist when this was written."""
    text = SAMPLE.read_text(encoding="utf-8")
    found = re.search(rf"<{parent} [^>]*[^/]>", text)
    assert found is not None
    entities, _ = read((text[: found.end()] + NOVELTY + text[found.end() :]).encode())
    assert any("never seen before" in entity_line(entity) for entity in entities.values())


NOT_KEPT = {
    # A number that only ties pieces of the same file together, and no piece refers to it.
    ("Feature", "ID"),
    ("EntryEvent", "ID"),
    ("SanctionsMeasure", "ID"),
    ("SanctionsEntry", "ID"),
    ("ProfileRelationship", "ID"),
    ("IDRegDocument", "ID"),
    # Says again what the element around it says.
    ("Identity", "FixedRef"),
    ("Alias", "FixedRef"),
    ("DocumentedName", "FixedRef"),
    ("ProfileRelationship", "SanctionsEntryID"),
    ("IdentityReference", "IdentityID"),
    ("IDRegDocumentReference", "IDRegDocumentID"),
    # Says in which way a value is given; the value says so itself.
    ("VersionDetail", "DetailTypeID"),
    # Whether a part of a date may still change: the same in all 13,000 periods.
    *(
        (e, a)
        for e in ("DatePeriod", "Start", "End")
        for a in ("YearFixed", "MonthFixed", "DayFixed")
    ),
    ("Date", "CalendarTypeID"),
    # About the file.
    ("Sanctions", "Version"),
    ("DateOfIssue", "CalendarTypeID"),
}


def attributes() -> list[tuple[str, str]]:
    root = etree.fromstring(SAMPLE.read_bytes())
    body = [n for n in root.iter(etree.Element) if "ReferenceValueSets" not in path(n)]
    return sorted(
        {(etree.QName(n).localname, str(a)) for n in body for a in n.attrib if "{" not in a}
    )


def path(node: "etree._Element") -> set[str]:
    return {etree.QName(n).localname for n in (node, *node.iterancestors())}


@pytest.mark.parametrize(("element", "attribute"), attributes())
def test_every_attribute_is_kept_or_known_to_say_nothing(element: str, attribute: str) -> None:
    """Change it everywhere: the entities must change, unless it is listed with a reason."""
    text = SAMPLE.read_text(encoding="utf-8")
    head, body = text[: text.index("<Locations>")], text[text.index("<Locations>") :]

    def other(found: re.Match[str]) -> str:
        value = {"true": "false", "false": "true"}.get(found[2], f"9{found[2]}")
        return f'{found[1]}"{value}"'

    pattern = rf'(<{element} (?:[^>]* )?{attribute}=)"([^"]*)"'
    mutated, count = re.subn(pattern, other, body)
    if not count:
        mutated, (head, count) = body, re.subn(pattern, other, head)
    assert count
    same = read((head + mutated).encode())[0] == sample()
    assert same == ((element, attribute) in NOT_KEPT)
