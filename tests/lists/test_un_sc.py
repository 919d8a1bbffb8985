"""The UN's list, on real entries, on whole editions and on a damaged one."""

import io
import re
from collections import Counter
from html import unescape
from pathlib import Path

import pytest
from lxml import etree

from lists import ParseReport
from lists.un_sc import SOURCE
from records import Entity, Kind, ListFormatError, NameKind

SAMPLE = Path(__file__).parent.parent / "data" / "un_sc" / "sample.xml"
ORIGINAL = Path("un_sc") / "original"


def read(path: Path) -> tuple[dict[str, Entity], ParseReport]:
    report = ParseReport()
    with path.open("rb") as file:
        return {e.id.partition(":")[2]: e for e in SOURCE.parse(file, report)}, report


def by_reference(reference: str) -> Entity:
    (found,) = (
        e for e in read(SAMPLE)[0].values() if reference in {i.value for i in e.identifiers}
    )
    return found


def entry(inside: str, tag: str = "INDIVIDUAL") -> tuple[Entity, ParseReport]:
    """Read a list of one entry."""
    text = f"<CONSOLIDATED_LIST><X><{tag}>{inside}</{tag}></X></CONSOLIDATED_LIST>"
    report = ParseReport()
    (entity,) = SOURCE.parse(io.BytesIO(text.encode()), report)
    return entity, report


def aliases(text: str, quality: str = "Good") -> list[str]:
    alias = f"<QUALITY>{quality}</QUALITY><ALIAS_NAME>{text}</ALIAS_NAME>"
    entity, _ = entry(f"<DATAID>1</DATAID><INDIVIDUAL_ALIAS>{alias}</INDIVIDUAL_ALIAS>")
    return [name.text for name in entity.names]


def test_person_has_joined_name_with_its_parts_and_aliases() -> None:
    entity = by_reference("CDi.002")
    assert entity.kind is Kind.PERSON
    assert entity.caption == "FRANK KAKOLELE BWAMBALE"
    assert [part.label for part in entity.names[0].parts] == ["FIRST_NAME", "SECOND_NAME"]
    assert "AIGLE BLANC" in {n.text for n in entity.names if n.kind is NameKind.ALIAS}
    assert (entity.listed_on, entity.programmes, entity.countries) == (
        "2005-11-01",
        ("DRC",),
        ("cd",),
    )


def test_name_in_its_own_script_is_a_primary_name_and_one_line() -> None:
    entity, _ = entry(
        "<DATAID>1</DATAID><FIRST_NAME>AMIR</FIRST_NAME>"
        "<NAME_ORIGINAL_SCRIPT>أمیر محمد سعید عبد\n    الرحمن السلبي</NAME_ORIGINAL_SCRIPT>"
    )
    assert [(n.text, n.kind) for n in entity.names] == [
        ("AMIR", NameKind.PRIMARY),
        ("أمیر محمد سعید عبد الرحمن السلبي", NameKind.PRIMARY),
    ]


@pytest.mark.parametrize(
    ("quality", "kind"),
    [
        ("Good", NameKind.ALIAS),
        ("Low", NameKind.WEAK),
        ("a.k.a.", NameKind.ALIAS),
        ("f.k.a.", NameKind.FORMER),
        ("", NameKind.ALIAS),
    ],
)
def test_quality_says_the_kind_of_name(quality: str, kind: NameKind) -> None:
    entity, report = entry(
        f"<DATAID>1</DATAID><ENTITY_ALIAS><QUALITY>{quality}</QUALITY>"
        "<ALIAS_NAME> Some Name </ALIAS_NAME></ENTITY_ALIAS>",
        "ENTITY",
    )
    assert [(n.text, n.kind) for n in entity.names] == [("Some Name", kind)]
    assert not report.oddities


def test_unknown_quality_is_kept_and_counted() -> None:
    entity, report = entry(
        "<DATAID>1</DATAID><INDIVIDUAL_ALIAS><QUALITY>Fair</QUALITY>"
        "<ALIAS_NAME>X</ALIAS_NAME></INDIVIDUAL_ALIAS>"
    )
    assert entity.names[0].notes[0].text == "Fair"
    assert report.oddities["unknown alias quality Fair"] == 1


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("Azim Adhajani; Azim Agha-Jani", ["Azim Adhajani", "Azim Agha-Jani"]),
        ("A Sabet; M Sabet b) M. Javad Sabet", ["A Sabet", "M Sabet", "M. Javad Sabet"]),
        ("حسن غول (Hassan Ghul; Hassan Gul)", ["حسن غول", "Hassan Ghul", "Hassan Gul"]),
        ("Front (F) (ف (script); Al-F)", ["Front (F)", "ف (script)", "Al-F"]),
        ("Ali (Abu Ali)", ["Ali (Abu Ali)"]),
        ("One (two; three", ["One (two", "three"]),
        (" ; ", []),
    ],
)
def test_several_names_in_one_alias_are_several_names(published: str, expected: list[str]) -> None:
    assert aliases(published) == expected


def test_split_name_keeps_the_field_as_published() -> None:
    names = [n for e in read(SAMPLE)[0].values() for n in e.names if n.text == "Azim Agha-Jani"]
    assert names[0].notes[0].text == "Azim Adhajani; Azim Agha-Jani"


def test_empty_alias_is_no_name_and_no_oddity() -> None:
    entity, report = entry(
        "<DATAID>1</DATAID><FIRST_NAME>A</FIRST_NAME><SECOND_NAME>na</SECOND_NAME>"
        "<INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>"
    )
    assert [name.text for name in entity.names] == ["A"]
    assert not report.oddities


def test_years_between_and_time_zones_are_read() -> None:
    entity, _ = entry(
        "<DATAID>1</DATAID><LISTED_ON>2025-08-01-04:00</LISTED_ON><INDIVIDUAL_DATE_OF_BIRTH>"
        "<TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1973</FROM_YEAR><TO_YEAR>1974</TO_YEAR>"
        "</INDIVIDUAL_DATE_OF_BIRTH>"
    )
    assert (entity.listed_on, entity.birth_dates) == ("2025-08-01", ("1973/1974",))
    assert ("LISTED_ON", "2025-08-01-04:00") in {(n.label, n.text) for n in entity.notes}


def test_passport_has_our_type_its_country_and_the_rest_as_notes() -> None:
    entity, _ = entry(
        "<DATAID>1</DATAID><INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Número de pasaporte"
        "</TYPE_OF_DOCUMENT><NUMBER>X1</NUMBER><ISSUING_COUNTRY>Viet Nam</ISSUING_COUNTRY>"
        "<DATE_OF_ISSUE>2013-06-11</DATE_OF_ISSUE></INDIVIDUAL_DOCUMENT>"
    )
    (passport,) = entity.identifiers
    assert (passport.type, passport.value, passport.country) == ("passport", "X1", "vn")
    assert ("DATE_OF_ISSUE", "2013-06-11") in {(n.label, n.text) for n in passport.notes}


def test_new_element_is_kept_and_counted_and_an_id_is_needed() -> None:
    entity, report = entry("<DATAID>1</DATAID><SHIP><IMO>7</IMO></SHIP>")
    assert ("SHIP", "IMO: 7") in {(n.label, n.text) for n in entity.notes}
    assert report.oddities["unknown element SHIP"] == 1
    with pytest.raises(ListFormatError, match="entry number 1 has no DATAID"):
        entry("<DATAID/>")


def test_sample_is_what_the_schema_describes_but_for_known_additions(full_lists: Path) -> None:
    """The publisher's own files have elements that its schema does not know."""
    schema = etree.XMLSchema(etree.parse(full_lists / ORIGINAL / "sc-sanctions.xsd"))
    assert not schema.validate(etree.parse(SAMPLE))
    unexpected = "Element 'HAS_INTERPOL_LINK': This element is not expected"
    assert unexpected in str(schema.error_log)


@pytest.mark.parametrize(("edition", "entities"), [("2026-02-27", 1_003), ("2026-08-01", 1_011)])
def test_whole_editions_have_every_entry_and_every_word_of_every_name(
    full_lists: Path, edition: str, entities: int
) -> None:
    path = full_lists / ORIGINAL / f"consolidated_{edition}.xml"
    ours, report = read(path)
    assert (report.edition, dict(report.oddities)) == (edition, {})
    text = path.read_text(encoding="utf-8")
    assert len(ours) == len(re.findall("<DATAID>", text)) == entities
    tags = "(?:FIRST|SECOND|THIRD|FOURTH|ALIAS)_NAME|NAME_ORIGINAL_SCRIPT"
    fields = " ".join(unescape(field) for field in re.findall(rf"<(?:{tags})>([^<]*)</", text))
    published = Counter(re.findall(r"\w+", fields))
    read_words = Counter(
        word for e in ours.values() for n in e.names for word in re.findall(r"\w+", n.text)
    )
    # The letter of one enumeration ("b)") and one "na" are no names.
    assert published - read_words == Counter(b=1, na=1)
    assert not read_words - published


@pytest.mark.parametrize("edition", ["2026-02-27", "2026-08-01"])
def test_weak_and_former_names_are_those_that_the_file_says(full_lists: Path, edition: str) -> None:
    path = full_lists / ORIGINAL / f"consolidated_{edition}.xml"
    kinds = Counter(n.kind for e in read(path)[0].values() for n in e.names)
    pattern = r"<QUALITY>(Low|f\.k\.a\.)</QUALITY>\s*<ALIAS_NAME>([^<]*)<"
    found = re.findall(pattern, path.read_text(encoding="utf-8"))
    parts = Counter(kind for kind, text in found for _ in text.split(";"))
    in_brackets = sum(";" in text and "(" in text for kind, text in found if kind == "Low")
    assert kinds[NameKind.WEAK] == parts["Low"] + in_brackets
    assert kinds[NameKind.FORMER] == parts["f.k.a."]


def test_two_editions_differ_by_16_added_and_8_removed(full_lists: Path) -> None:
    old, new = (
        set(read(full_lists / ORIGINAL / f"consolidated_{day}.xml")[0])
        for day in ("2026-02-27", "2026-08-01")
    )
    assert (len(new - old), len(old - new)) == (16, 8)


def test_damaged_copy_is_refused_in_one_line(full_lists: Path) -> None:
    with pytest.raises(ListFormatError, match=r"^not well-formed XML: [^\n]+$"):
        read(full_lists / "broken" / "UN_not_well_formed.xml")
