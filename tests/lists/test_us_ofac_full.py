"""OFAC's whole files in every format, where they are at hand: counted by other code, compared."""

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from support.ofac_files import CONSOLIDATED, SDN, advanced, by_id, parse_set, read, read_set, words

from lists import SOURCES, ParseReport, Source
from lists.packed import head_of, unpacked
from records import Entity, NameKind


@pytest.fixture
def original(full_lists: Path) -> Path:
    return full_lists / "us_ofac" / "original"


def kinds(entities: Sequence[Entity]) -> Counter[NameKind]:
    return Counter(name.kind for entity in entities for name in entity.names)


@pytest.mark.parametrize(
    ("name", "of", "count", "edition"),
    [
        ("CONS_ENHANCED.XML", CONSOLIDATED, 443, "2025-01-10"),
        ("enhanced_program_extract_2024-08-28.xml", SDN, 293, "2024-08-28"),
    ],
)
def test_enhanced_counts_equal_a_count_by_other_code(
    original: Path, name: str, of: Source, count: int, edition: str
) -> None:
    entities, report = read(of, original / name)
    text = (original / name).read_text(encoding="utf-8")
    names = re.findall(r"<name id=.*?</name>", text, re.DOTALL)
    weak = sum(n.count("<script ") for n in names if "<isLowQuality>true" in n)
    assert (len(entities), report.edition, dict(report.oddities)) == (count, edition, {})
    assert len(entities) == text.count("<entity id=")
    assert sum(kinds(entities).values()) == sum(n.count("<script ") for n in names)
    assert kinds(entities)[NameKind.WEAK] == weak
    assert sum(len(e.relations) for e in entities) == text.count("<relationship ")
    documents = [i for e in entities for i in e.identifiers if i.notes[0].label == "IDRegDocType"]
    assert len(documents) == text.count("<identityDocument ")


@pytest.mark.parametrize(
    ("name", "of", "count"),
    [
        ("consolidated_2024-05-06.xml", CONSOLIDATED, 443),
        ("consolidated_2025-03-28.xml", CONSOLIDATED, 443),
        ("../reconstructed/SDN_2024-05-03.XML", SDN, 14_965),
    ],
)
def test_classic_counts_equal_a_count_by_other_code(
    original: Path, name: str, of: Source, count: int
) -> None:
    entities, report = read(of, original / name)
    text = (original / name).read_text(encoding="utf-8")
    found = kinds(entities)
    assert (len(entities), dict(report.oddities)) == (count, {})
    assert report.edition == name[-14:-4]
    assert len(entities) == text.count("<sdnEntry>")
    assert found[NameKind.PRIMARY] == len(entities)
    assert found[NameKind.WEAK] == text.count("<category>weak<")
    assert sum(found.values()) - len(entities) == text.count("<aka>")
    ages = sum(len(e.birth_dates) for e in entities)
    assert ages == text.count("<dateOfBirthItem>")


@pytest.mark.parametrize(
    ("folder", "of", "counts"),
    [
        ("csv_2019-01", SDN, (7_379, 9_682)),
        ("csv_2021-07", SDN, (8_976, 11_910)),
        ("csv_cons_2025-12", CONSOLIDATED, (442, 1_073)),
    ],
)
def test_csv_counts_equal_a_count_by_other_code(
    original: Path, folder: str, of: Source, counts: tuple[int, int]
) -> None:
    entities, report = read_set(of, original / folder)
    assert of.file_set is not None
    texts = [(original / folder / m).read_text(encoding="ascii") for m in of.file_set.members]
    rows = [sum(line[:1].isdigit() for line in text.splitlines()) for text in texts]
    found = kinds(entities)
    strong = found[NameKind.ALIAS] + found[NameKind.FORMER]
    assert (len(entities), strong) == (rows[0], rows[1]) == counts
    assert found[NameKind.PRIMARY] == len(entities)
    places = re.findall(r"^\d+,\d+,(?!-0- ,-0- ,-0- ,-0- $).", texts[2], re.MULTILINE)
    assert sum(len(entity.addresses) for entity in entities) == len(places)
    # A comment continues a remark in the middle of a word, so the two are joined as text.
    remarks = [*re.findall(r',"([^"]*)"$', texts[0], re.MULTILINE)]
    quoted = sum(len(re.findall(r"(?:^|; )(?:alt\. )?[afn]\.k\.a\. '", r)) for r in remarks)
    assert quoted <= found[NameKind.WEAK] <= quoted + 5 * max(1, rows[3])
    assert all("end mark" in what for what in report.oddities)


@pytest.mark.parametrize(
    ("name", "count"), [("sdn_2024-04-26.csv", 14_668), ("sdn_2024-05-03.csv", 14_965)]
)
def test_a_daily_sdn_csv_is_read_to_its_end(original: Path, name: str, count: int) -> None:
    content = (original / "csv_daily" / name).read_bytes()
    entities, report = parse_set(SDN, [content, b"\x1a", b"\x1a", b"\x1a"])
    rest = {"remark that breaks off": 18}  # what the comments would go on with
    assert (len(entities), dict(report.oddities)) == (count, rest)
    rows = [line for line in content.decode("ascii").splitlines() if line[:1].isdigit()]
    quoted = sum(len(re.findall(r"(?:\"|; )(?:alt\. )?[afn]\.k\.a\. '", row)) for row in rows)
    cut = sum(len(entity.remarks[0]) >= 1000 for entity in entities if entity.remarks)
    assert quoted - cut <= kinds(entities)[NameKind.WEAK] <= quoted


def test_two_days_of_sdn_csv_differ_by_305_and_8(original: Path) -> None:
    days = []
    for name in ("sdn_2024-04-26.csv", "sdn_2024-05-03.csv"):
        content = (original / "csv_daily" / name).read_bytes()
        days.append(set(by_id(parse_set(SDN, [content, b"\x1a", b"\x1a", b"\x1a"])[0])))
    assert (len(days[1] - days[0]), len(days[0] - days[1])) == (305, 8)


def differing(left: Sequence[Entity], right: Sequence[Entity], *, weak: bool) -> list[str]:
    """Ids of both lists with other Latin names."""
    other = by_id(right)
    return [
        e.id for e in left if e.id in other and words(e, weak=weak) != words(other[e.id], weak=weak)
    ]


def test_enhanced_and_classic_agree_on_every_entry_and_every_latin_name(original: Path) -> None:
    """Eleven weeks lie between the two editions, in which no name changed."""
    enhanced = read(CONSOLIDATED, original / "CONS_ENHANCED.XML")[0]
    classic = read(CONSOLIDATED, original / "consolidated_2025-03-28.xml")[0]
    ours, other = by_id(enhanced), by_id(classic)
    assert list(ours) == list(other)
    assert not differing(enhanced, classic, weak=False)
    assert not differing(enhanced, classic, weak=True)
    for key, entity in ours.items():
        assert entity.kind is other[key].kind
        assert entity.caption.casefold() == other[key].caption.casefold()
        assert sorted(entity.programmes) == sorted(other[key].programmes)
        assert sorted(entity.birth_dates) == sorted(other[key].birth_dates)
        assert len(entity.addresses) == len(other[key].addresses)
        assert len(entity.relations) == len(other[key].relations)


def test_classic_and_csv_agree_but_for_nine_months(original: Path) -> None:
    classic = read(CONSOLIDATED, original / "consolidated_2025-03-28.xml")[0]
    csv = read_set(CONSOLIDATED, original / "csv_cons_2025-12")[0]
    assert by_id(classic).keys() - by_id(csv).keys() == {"us_ofac_cons:26182"}
    assert by_id(csv).keys() <= by_id(classic).keys()
    assert len(differing(classic, csv, weak=False)) == 6
    assert len(differing(classic, csv, weak=True)) == 2


def test_enhanced_and_advanced_agree_on_every_name(original: Path) -> None:
    """In every script, in letters large and small; three months lie between the two."""
    enhanced = read(SDN, original / "enhanced_program_extract_2024-08-28.xml")[0]
    whole = by_id(advanced(original / "sdn_advanced_2024-05-28.xml.bz2")[0])

    def names(entity: Entity) -> list[tuple[str, str, str | None]]:
        return sorted((n.text, n.kind.value, n.script) for n in entity.names)

    for entity in enhanced:
        other = whole[entity.id]
        assert (entity.kind, names(entity)) == (other.kind, names(other))
        assert sorted(entity.birth_dates) == sorted(other.birth_dates)
        assert len(entity.relations) == len(other.relations)
        assert sorted((i.type, i.value, i.country or "") for i in entity.identifiers) == sorted(
            (i.type, i.value, i.country or "") for i in other.identifiers
        )


def test_remarks_of_the_csv_hold_what_the_advanced_xml_says(original: Path) -> None:
    """sdn.csv of 2024-05-03 alone, against SDN_ADVANCED.XML of 2024-05-28: 14,963 entries."""
    content = (original / "csv_daily" / "sdn_2024-05-03.csv").read_bytes()
    csv = parse_set(SDN, [content, b"\x1a", b"\x1a", b"\x1a"])[0]
    whole = by_id(advanced(original / "sdn_advanced_2024-05-28.xml.bz2")[0])
    both = [entity for entity in csv if entity.id in whole and len("".join(entity.remarks)) < 990]
    assert len(both) > 14_900
    assert all(entity.kind is whole[entity.id].kind for entity in both)
    assert len(differing(both, list(whole.values()), weak=True)) <= 10
    birth = [e.id for e in both if sorted(e.birth_dates) != sorted(whole[e.id].birth_dates)]
    assert len(birth) <= 1
    numbers = [e.id for e in both if identified(e) != identified(whole[e.id])]
    assert len(numbers) <= 8


def identified(entity: Entity) -> list[tuple[str, str, str]]:
    return sorted((i.type, i.value, i.country or "") for i in entity.identifiers)


def test_reconstructed_classic_has_the_entries_of_its_csv(original: Path) -> None:
    """A script put the CSV's contents into the classic layout, so this is about scale, not form."""
    classic = by_id(read(SDN, original / "../reconstructed/SDN_2024-05-03.XML")[0])
    content = (original / "csv_daily" / "sdn_2024-05-03.csv").read_bytes()
    csv = by_id(parse_set(SDN, [content, b"\x1a", b"\x1a", b"\x1a"])[0])
    assert classic.keys() == csv.keys()
    for key, entity in csv.items():
        assert entity.caption == classic[key].caption
        assert (entity.kind, entity.programmes) == (classic[key].kind, classic[key].programmes)
        assert len(entity.relations) == len(classic[key].relations)


def test_every_file_is_recognised_as_the_list_that_it_is(original: Path) -> None:
    expected = {
        "CONS_ENHANCED.XML": CONSOLIDATED,
        "consolidated_2024-05-06.xml": CONSOLIDATED,
        "consolidated_2025-03-28.xml": CONSOLIDATED,
        "enhanced_program_extract_2024-08-28.xml": SDN,
        "../reconstructed/SDN_2024-05-03.XML": SDN,
    }
    for name, of in expected.items():
        assert [s for s in SOURCES if s.recognises(head_of(original / name))] == [of]
    path = original / "sdn_advanced_2024-05-28.xml.bz2"
    for of in (SDN, CONSOLIDATED):
        assert of.recognises(head_of(path))
        assert of.owns is not None
        with unpacked(path, of.at_most_bytes) as file:
            assert of.owns(file) == (of is SDN)


def test_what_was_read_of_a_file_does_not_hang_on_its_reading(original: Path) -> None:
    """The hash covers the file to its last byte, whatever the reader needed of it."""
    path = original / "CONS_ENHANCED.XML"
    with unpacked(path, CONSOLIDATED.at_most_bytes) as file:
        assert sum(1 for _ in CONSOLIDATED.parse(file, ParseReport())) == 443
        file.drain()
        assert len(file.sha256) == 64
