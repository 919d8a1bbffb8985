"""OFAC's formats say the same: entries, ids, names. What a format cannot carry is named here."""

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.ofac_files import CONSOLIDATED, SDN, by_id, parse, parse_set, read, read_set, words

from lists import SOURCES, ParseReport, Source
from lists.packed import head_of
from lists.us_ofac.spoken_dates import american_date, spoken_date
from records import Entity, Kind, ListFormatError, NameKind
from records.as_json import entity_line

DATA = Path(__file__).parent.parent / "data"
CONS = DATA / "us_ofac_cons"
SDNS = DATA / "us_ofac_sdn"
Read = Callable[[], tuple[list[Entity], ParseReport]]
FORMATS: dict[str, tuple[Path, Read]] = {
    "cons classic": (CONS / "classic", lambda: read(CONSOLIDATED, CONS / "classic.xml")),
    "cons csv": (CONS / "csv/csv", lambda: read_set(CONSOLIDATED, CONS / "csv")),
    "sdn enhanced": (SDNS / "enhanced", lambda: read(SDN, SDNS / "enhanced.xml")),
    "sdn csv": (SDNS / "csv/csv", lambda: read_set(SDN, SDNS / "csv")),
}
every_format = pytest.mark.parametrize("name", FORMATS)
XML = {"enhanced": CONS / "sample.xml", "classic": CONS / "classic.xml"}
every_xml = pytest.mark.parametrize("path", XML.values(), ids=list(XML))


def cons() -> dict[str, dict[str, Entity]]:
    """The same ten entries of the Consolidated list in the formats that there are files of."""
    found = {
        "enhanced": read(CONSOLIDATED, CONS / "sample.xml")[0],
        "classic": read(CONSOLIDATED, CONS / "classic.xml")[0],
        "csv": read_set(CONSOLIDATED, CONS / "csv")[0],
    }
    return {name: dict(by_id(entities)) for name, entities in found.items()}


@every_format
def test_excerpt_gives_the_golden_entities(name: str, regenerate: bool) -> None:
    stem, load = FORMATS[name]
    entities, report = load()
    lines = [entity_line(entity) for entity in entities]
    golden = stem.with_name(f"{stem.name}_expected.jsonl")
    if regenerate:
        golden.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    assert lines == golden.read_text(encoding="utf-8").splitlines()
    assert not report.oddities


def test_all_formats_have_the_same_entries_of_the_same_kinds() -> None:
    kinds = [{key: e.kind for key, e in found.items()} for found in cons().values()]
    assert kinds[0] == kinds[1] == kinds[2]
    assert len(kinds[0]) == 10


@pytest.mark.parametrize("weak", [False, True])
def test_all_formats_have_the_same_latin_names_strong_and_weak(weak: bool) -> None:
    names = [{key: words(e, weak=weak) for key, e in found.items()} for found in cons().values()]
    assert names[0] == names[1] == names[2]
    assert any(names[0].values())


def test_all_formats_have_the_same_programmes_birth_dates_and_former_names() -> None:
    def said(entity: Entity) -> tuple[object, ...]:
        former = [n for n in entity.names if n.kind is NameKind.FORMER and n.script != "Cyrl"]
        return entity.programmes, entity.birth_dates, len(former)

    found = [{key: said(e) for key, e in each.items()} for each in cons().values()]
    assert found[0] == found[1] == found[2]


def test_only_the_enhanced_and_the_advanced_xml_have_other_scripts() -> None:
    scripts = {
        name: {n.script for e in found.values() for n in e.names} for name, found in cons().items()
    }
    assert {"Latn", "Cyrl", "Hans"} <= scripts["enhanced"]
    assert scripts["classic"] == scripts["csv"] == {None}


def test_only_the_enhanced_and_the_advanced_xml_have_legal_basis_date_and_tied_ids() -> None:
    for name, found in cons().items():
        ties = [r.target for e in found.values() for r in e.relations]
        full = name == "enhanced"
        assert any(e.legal_basis for e in found.values()) == full
        assert any(e.listed_on for e in found.values()) == full
        assert any(target.startswith("us_ofac_cons:") for target in ties) == full
        assert ties


def test_csv_cannot_tell_the_city_from_the_postal_code() -> None:
    cities = {
        name: any(a.city for e in f.values() for a in e.addresses) for name, f in cons().items()
    }
    assert cities == {"enhanced": True, "classic": True, "csv": False}


def test_csv_has_no_date_of_its_edition() -> None:
    editions = [read(CONSOLIDATED, path)[1].edition for path in XML.values()]
    assert editions == ["2025-01-10", "2025-03-28"]
    assert read_set(CONSOLIDATED, CONS / "csv")[1].edition is None


def test_a_persons_name_is_put_in_spoken_order_in_every_format() -> None:
    for found in cons().values():
        assert found["us_ofac_cons:9639"].caption == "Ismail Abdul Salah HANIYA"


def test_identifiers_of_all_formats_have_the_same_type_value_and_country() -> None:
    found = [
        sorted((i.type, i.value, i.country) for i in each["us_ofac_cons:34736"].identifiers)
        for each in cons().values()
    ]
    assert found[0] == found[1] == found[2]
    assert ("tax", "7708503727", "ru") in found[0]


def test_remark_goes_on_in_the_comments() -> None:
    entity = cons()["csv"]["us_ofac_cons:17014"]
    assert "Registration Number 1027700342890 (Russia)" in entity.remarks[0]
    assert ("RUSAG", NameKind.WEAK) in {(n.text, n.kind) for n in entity.names}


def test_programmes_of_one_field_are_taken_apart() -> None:
    entity = by_id(read_set(SDN, SDNS / "csv")[0])["us_ofac_sdn:15617"]
    assert entity.programmes == ("SDGT", "SYRIA", "IRGC", "IFSR")


def test_weak_names_come_out_of_the_remarks_and_stay_there() -> None:
    entities = by_id(read_set(SDN, SDNS / "csv")[0])
    bank = entities["us_ofac_sdn:306"]
    assert [(n.text, n.kind) for n in bank.names] == [
        ("BANCO NACIONAL DE CUBA", NameKind.PRIMARY),
        ("NATIONAL BANK OF CUBA", NameKind.ALIAS),
        ("BNC", NameKind.WEAK),
    ]
    assert bank.remarks == ("a.k.a. 'BNC'.",)


def test_former_weak_name_says_that_it_is_former() -> None:
    entity = by_id(read_set(SDN, SDNS / "csv")[0])["us_ofac_sdn:15148"]
    name = next(n for n in entity.names if n.text == "POSIS")
    assert (name.kind, name.notes[0].text) == (NameKind.WEAK, "f.k.a.")


def test_csv_kinds_include_the_null_that_means_entity() -> None:
    kinds = {e.id.partition(":")[2]: e.kind for e in read_set(SDN, SDNS / "csv")[0]}
    assert kinds["306"] is Kind.ORGANIZATION
    assert kinds["4234"] is Kind.VESSEL
    assert kinds["15617"] is Kind.AIRCRAFT
    assert kinds["27225"] is Kind.PERSON


def test_vessel_columns_are_kept() -> None:
    vessel = by_id(read_set(SDN, SDNS / "csv")[0])["us_ofac_sdn:4234"]
    notes = {(n.label, n.text) for n in vessel.notes}
    assert notes >= {("VESSEL TYPE", "General Cargo"), ("Vessel Tonnage", "2597")}
    assert ("call_sign", "CL2685") in {(i.type, i.value) for i in vessel.identifiers}
    assert vessel.countries == ("cu",)


def test_documents_in_remarks_have_country_and_dates() -> None:
    entity = by_id(read_set(SDN, SDNS / "csv")[0])["us_ofac_sdn:11274"]
    passport = next(i for i in entity.identifiers if i.type == "passport")
    assert (passport.value, passport.country) == ("V487440", "th")
    assert ("Expiration Date", "2007-05") in {(n.label, n.text) for n in passport.notes}


def test_digital_currency_addresses_in_remarks_name_their_currency() -> None:
    entity = by_id(read_set(SDN, SDNS / "csv")[0])["us_ofac_sdn:29702"]
    crypto = [i for i in entity.identifiers if i.type == "crypto"]
    assert {n.text for i in crypto for n in i.notes if n.label == "currency"} >= {"XBT", "ETH"}
    assert all(" " not in i.value for i in crypto)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("28 Apr 1951", "1951-04-28"),
        ("Apr 1951", "1951-04"),
        ("1951", "1951"),
        ("circa 1951", "1951"),
        ("circa 1979-1982", "1979/1982"),
        ("1950 to 1952", "1950/1952"),
        ("01 Jan 1973 to 31 Dec 1973", "1973"),
        ("Mar 1963 to Mar 1964", "1963-03-01/1964-03-31"),
        ("31 Feb 1951", None),
        ("unknown", None),
        ("", None),
    ],
)
def test_dates_are_as_exact_as_they_are_written(text: str, expected: str | None) -> None:
    assert spoken_date(text) == expected


@pytest.mark.slow
@given(st.text())
def test_any_text_is_a_date_or_none(text: str) -> None:
    assert spoken_date(text) is None or spoken_date(text)
    assert american_date(text) is None or len(american_date(text) or "") == 10


@every_xml
def test_file_of_one_list_is_refused_as_the_other(path: Path) -> None:
    with pytest.raises(ListFormatError, match=r"Consolidated.*not OFAC's SDN list"):
        read(SDN, path)


def test_sdn_files_are_refused_as_the_consolidated_list() -> None:
    for path in (SDNS / "sample.xml", SDNS / "enhanced.xml"):
        with pytest.raises(ListFormatError, match="OFAC's SDN list, not"):
            read(CONSOLIDATED, path)
    with pytest.raises(ListFormatError, match="OFAC's SDN list, not"):
        read_set_as(CONSOLIDATED, SDNS / "csv", SDN)


def read_set_as(of: Source, folder: Path, named: Source) -> None:
    assert named.file_set is not None
    parse_set(of, [(folder / name).read_bytes() for name in named.file_set.members])


def test_advanced_xml_is_told_by_its_entries() -> None:
    text = (SDNS / "sample.xml").read_text(encoding="utf-8")
    other = text.replace(">SDN List<", ">Consolidated List<")
    assert other != text
    for of, content in ((SDN, text), (CONSOLIDATED, other)):
        owning = [s for s in (SDN, CONSOLIDATED) if s.owns and s.owns(io.BytesIO(content.encode()))]
        assert owning == [of]
    entities, _ = parse(CONSOLIDATED, other.encode())
    assert all(e.id.startswith("us_ofac_cons:") for e in entities)
    with pytest.raises(ListFormatError, match="Consolidated"):
        parse(SDN, other.encode())


@pytest.mark.parametrize("path", [*XML.values(), SDNS / "enhanced.xml"], ids=lambda p: p.stem)
def test_file_is_recognised_as_its_list_only(path: Path) -> None:
    (known,) = [of.name for of in SOURCES if of.recognises(head_of(path))]
    assert known == path.parent.name


@every_xml
def test_a_namespace_that_moved_makes_no_difference(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    moved = re.sub(r'xmlns="[^"]*"', 'xmlns="urn:moved-again"', text)
    assert moved != text
    assert parse(CONSOLIDATED, moved.encode())[0] == read(CONSOLIDATED, path)[0]


def test_record_count_that_does_not_fit_is_refused() -> None:
    text = (CONS / "classic.xml").read_text(encoding="utf-8")
    with pytest.raises(ListFormatError, match="10 entries, but its Record_Count says '11'"):
        parse(CONSOLIDATED, text.replace("<Record_Count>10", "<Record_Count>11").encode())


def test_classic_without_record_count_is_counted_as_odd() -> None:
    text = (CONS / "classic.xml").read_text(encoding="utf-8")
    _, report = parse(CONSOLIDATED, text.replace("Record_Count", "Count").encode())
    assert report.oddities["no Record_Count to check against"] == 1


@pytest.mark.parametrize("spelling", ["publshInformation", "publishInformation"])
def test_header_is_read_in_the_wrong_and_in_the_right_spelling(spelling: str) -> None:
    text = (CONS / "classic.xml").read_text(encoding="utf-8")
    content = text.replace("publshInformation", spelling).encode()
    assert parse(CONSOLIDATED, content)[1].edition == "2025-03-28"


@every_xml
def test_entry_without_id_is_refused(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for old, new in (("<uid>9639</uid>", ""), ('<entity id="9639"', "<entity")):
        text = text.replace(old, new)
    with pytest.raises(ListFormatError, match="entry number 1 has no"):
        parse(CONSOLIDATED, text.encode())


@every_xml
def test_unknown_kind_of_party_is_kept_and_counted(path: Path) -> None:
    text = path.read_text(encoding="utf-8").replace(">Individual<", ">Robot<")
    entities, report = parse(CONSOLIDATED, text.encode())
    assert Kind.UNKNOWN in {entity.kind for entity in entities}
    assert report.oddities["unknown kind of party: Robot"] > 0


NOVELTY = "<novelty>never seen before</novelty>"
PARENTS = {
    "enhanced": (
        *("entity", "generalInfo", "name", "translation", "namePart", "address", "addressPart"),
        *("feature", "valueDate", "identityDocument", "relationship"),
    ),
    "classic": (
        *("sdnEntry", "aka", "address", "id", "dateOfBirthItem", "placeOfBirthItem"),
        *("akaList", "nationality"),
    ),
}


@pytest.mark.parametrize(("layout", "parent"), [(k, p) for k, ps in PARENTS.items() for p in ps])
def test_an_element_that_is_new_is_kept(layout: str, parent: str) -> None:
    text = XML[layout].read_text(encoding="utf-8")
    body = text.index("<entities>") if layout == "enhanced" else 0
    found = re.compile(rf"<{parent}( [^>]*)?>").search(text, body)
    assert found is not None
    entities, _ = parse(
        CONSOLIDATED, (text[: found.end()] + NOVELTY + text[found.end() :]).encode()
    )
    assert any("never seen before" in entity_line(entity) for entity in entities)


TIES = {
    # Numbers that only tie pieces of OFAC's data base together, and what says a thing again.
    "enhanced": {"identityId", "versionId", "valueRefId", "isDateRange", "isPrimary", "entityType"},
    "classic": {"uid", "mainEntry", "sdnType"},
}


@every_xml
def test_every_text_is_kept_or_known_to_say_nothing(path: Path) -> None:
    """Change all texts of one element: the entities must change, unless it is listed above."""
    text = path.read_text(encoding="utf-8")
    start = text.index("<entities>" if "<entities>" in text else "<sdnEntry>")
    head, body = text[:start], text[start:]
    same = read(CONSOLIDATED, path)[0]
    lost = set()
    for tag in set(re.findall(r"<(\w+)[^>]*>[^<\s]", body)):
        changed = re.sub(rf"(<{tag}(?: [^>]*)?>)([^<\s])", r"\g<1>9\g<2>", body)
        try:
            if parse(CONSOLIDATED, (head + changed).encode())[0] == same:
                lost.add(tag)
        except ListFormatError:
            continue
    assert lost <= TIES["enhanced" if "<entities>" in text else "classic"]


@every_xml
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(share=st.floats(0, 1, exclude_max=True))
def test_a_file_that_is_cut_anywhere_is_refused(path: Path, share: float) -> None:
    whole = path.read_bytes().rstrip()
    with pytest.raises(ListFormatError):
        parse(CONSOLIDATED, whole[: int(share * len(whole))])
