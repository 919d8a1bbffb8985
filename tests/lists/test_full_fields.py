"""The EU's and OFAC's whole original files, field by field, against values taken by other code.

The other code is ``xml.etree`` and a few lines for each field; it shares nothing with the readers.
"""

import lzma
import re
import unicodedata
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest

from lists import ParseReport, source
from lists.packed import unpacked
from records import Entity, NameKind

EU = {"2024-05-13": (4_811, 25_257), "2021-03-02": (2_269, 9_544)}
SDN = {"2024-05-07": (14_966, 36_720, 3_694), "2021-03-10": (8_832, 22_926, 2_402)}


def read(name: str, path: Path) -> list[Entity]:
    report = ParseReport()
    with unpacked(path, source(name).at_most_bytes) as file:
        entities = list(source(name).parse(file, report))
    assert not report.oddities
    return entities


def tree(path: Path, tag: str) -> Iterator[ET.Element]:
    """The elements of a kind, of a file whose namespaces are taken off."""
    text = lzma.decompress(path.read_bytes()).decode("utf-8")
    text = re.sub(r'\sxmlns(:\w+)?="[^"]*"|\sxsi:\w+="[^"]*"', "", text)
    yield from ET.fromstring(text.encode("utf-8")).iter(tag)


def latin(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return bool(letters) and all("LATIN" in unicodedata.name(letter) for letter in letters)


def words(text: str | None) -> str:
    return " ".join((text or "").split())


@pytest.mark.parametrize("day", EU)
def test_every_field_of_the_eu_is_kept(day: str, full_lists: Path) -> None:
    path = full_lists / "eu_fsf" / "original" / f"xmlFullSanctionsList_1_1_{day}.xml.xz"
    entities = read("eu_fsf", path)
    nodes = list(tree(path, "sanctionEntity"))
    assert len(entities) == len(nodes) == EU[day][0]
    assert sum(len(entity.names) for entity in entities) == EU[day][1]
    for entity, node in zip(entities, nodes, strict=True):
        assert entity.id == f"eu_fsf:{node.attrib['logicalId']}"
        _check_eu_names(entity, node)
        _check_eu_details(entity, node)


def _check_eu_names(entity: Entity, node: ET.Element) -> None:
    names = [
        (alias.get("wholeName", "").strip(), alias.get("nameLanguage", ""))
        for alias in node.iter("nameAlias")
    ]
    ours = [(name.text, (name.language or "").upper()) for name in entity.names]
    assert sorted(ours) == sorted(names)
    assert [name.kind for name in entity.names].count(NameKind.PRIMARY) == 1
    assert NameKind.WEAK not in {name.kind for name in entity.names}  # the EU marks none
    if any(latin(text) for text, _ in names):
        assert latin(entity.caption), entity.id
    english = {text for text, language in names if language == "EN" and latin(text)}
    assert not english or entity.caption in english


def _check_eu_details(entity: Entity, node: ET.Element) -> None:
    countries = {
        part.get("countryIso2Code", "").lower()
        for tag in ("address", "citizenship", "identification", "birthdate")
        for part in node.iter(tag)
    }
    assert set(entity.countries) == countries - {"", "00"}
    numbers = [i.value for i in entity.identifiers if not i.type.endswith("_reference")]
    assert numbers == [
        (part.get("number") or part.get("latinNumber") or "").strip()
        for part in node.iter("identification")
    ]
    born = {part.get("birthdate") for part in node.iter("birthdate")} - {None, ""}
    assert born <= set(entity.birth_dates)
    alone = [p for p in node.iter("birthdate") if not p.get("birthdate") and not p.get("year")]
    for part in alone:
        ends = (part.get("yearRangeFrom"), part.get("yearRangeTo"))
        assert all(ends) == (f"{ends[0]}/{ends[1]}" in entity.birth_dates)
    assert len(entity.addresses) == len(list(node.iter("address")))
    assert set(entity.programmes) == {p.get("programme") for p in node.iter("regulation")}
    assert entity.listed_on == (node.get("designationDate") or None)
    remarks = [words(part.text) for part in node.findall("remark") if words(part.text)]
    assert [words(text) for text in entity.remarks] == remarks


@pytest.mark.parametrize("day", SDN)
def test_every_field_of_the_classic_sdn_list_is_kept(day: str, full_lists: Path) -> None:
    path = full_lists / "us_ofac" / "original" / f"SDN_{day}.XML.xz"
    entities = read("us_ofac_sdn", path)
    nodes = list(tree(path, "sdnEntry"))
    count, names, weak = SDN[day]
    assert len(entities) == len(nodes) == count
    assert sum(len(entity.names) for entity in entities) == names
    assert sum(n.kind is NameKind.WEAK for e in entities for n in e.names) == weak
    for entity, node in zip(entities, nodes, strict=True):
        assert entity.id == f"us_ofac_sdn:{node.findtext('uid')}"
        _check_sdn_names(entity, node)
        _check_sdn_details(entity, node)


def _check_sdn_names(entity: Entity, node: ET.Element) -> None:
    theirs = [
        (
            _sorted(f"{part.findtext('lastName') or ''} {part.findtext('firstName') or ''}"),
            part.findtext("category") == "weak",
        )
        for part in (node, *node.iter("aka"))
    ]
    ours = [(_sorted(name.text), name.kind is NameKind.WEAK) for name in entity.names]
    assert sorted(ours) == sorted(theirs)


def _sorted(text: str) -> list[str]:
    return sorted(text.replace(",", " ").split())


def _check_sdn_details(entity: Entity, node: ET.Element) -> None:
    assert set(entity.programmes) == {p.text for p in node.iter("program")}
    assert len(entity.addresses) == len(list(node.iter("address")))
    for address, part in zip(entity.addresses, node.iter("address"), strict=True):
        assert address.city == (part.findtext("city") or None)
        assert (part.findtext("country") or "") in address.text
    remarks = words(node.findtext("remarks"))
    assert [words(text) for text in entity.remarks] == ([remarks] if remarks else [])
    kept = "\n".join(
        [i.value for i in entity.identifiers]
        + [note.text for note in entity.notes]
        + [n.text for i in entity.identifiers for n in i.notes]
    )
    for number in node.iter("idNumber"):
        assert words(number.text) in words(kept), entity.id
    years = {y for d in node.iter("dateOfBirth") for y in re.findall(r"\d{4}", d.text or "")}
    assert years == {y for d in entity.birth_dates for y in re.findall(r"\d{4}(?=$|-|/)", d)} | {
        y for y in years if y in kept
    }
