"""The publishers' whole files, where they are at hand: counts against other code, and schemas."""

import bz2
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree
from support.ofac_files import advanced

from lists import ParseReport
from lists.eu_fsf import SOURCE as EU_FSF
from lists.packed import unpacked
from lists.us_ofac import SDN
from records import Entity, NameKind
from records.as_json import entity_line

XS = "{http://www.w3.org/2001/XMLSchema}"
PARTS = tuple(f"{XS}{name}" for name in ("extension", "attribute", "element", "attributeGroup"))


@pytest.fixture(scope="module")
def ofac_file(request: pytest.FixtureRequest) -> Path:
    folder = Path(__file__).parents[3] / "shared" / "lists" / "us_ofac" / "original"
    if not folder.is_dir():
        pytest.skip("OFAC's whole list is not on this machine")
    return folder / "sdn_advanced_2025-11-19.xml.bz2"


@pytest.fixture(scope="module")
def ofac(ofac_file: Path) -> list[Entity]:
    report = ParseReport()
    with unpacked(ofac_file, SDN.at_most_bytes) as file:
        entities = list(SDN.parse(file, report))
    assert report.edition == "2025-11-19"
    assert not report.oddities
    return entities


def test_ofac_counts_are_the_published_ones(ofac: list[Entity]) -> None:
    names = [name for entity in ofac for name in entity.names]
    assert len(ofac) == 18_367
    assert len(names) == 48_482
    assert sum(name.kind is NameKind.WEAK for name in names) == 4_454
    assert sum(name.script != "Latn" for name in names) == 5_530


def test_ofac_counts_equal_a_count_by_other_code(ofac: list[Entity], ofac_file: Path) -> None:
    """Lines of the text, without an XML parser."""
    names = weak = foreign = identifiers = relations = 0
    low = False
    for line in io.StringIO(bz2.decompress(ofac_file.read_bytes()).decode()):
        if "<Alias " in line:
            low = 'LowQuality="true"' in line
        elif "<DocumentedName " in line:
            names, weak, latin = names + 1, weak + low, True
        elif "<NamePartValue " in line:
            latin = latin and 'ScriptID="215"' in line
        elif "</DocumentedName>" in line:
            foreign += not latin
        identifiers += "<IDRegDocument " in line
        relations += "<ProfileRelationship " in line
    ours = [name for entity in ofac for name in entity.names]
    documents = [i for e in ofac for i in e.identifiers if i.notes[0].label == "IDRegDocType"]
    assert len(ours) == names
    assert sum(name.kind is NameKind.WEAK for name in ours) == weak
    assert sum(name.script != "Latn" for name in ours) == foreign
    assert len(documents) == identifiers
    assert sum(len(entity.relations) for entity in ofac) == relations


def test_ofac_relations_lead_to_entries_of_the_list(ofac: list[Entity]) -> None:
    ids = {entity.id for entity in ofac}
    assert all(relation.target in ids for entity in ofac for relation in entity.relations)


def test_an_earlier_ofac_edition_is_read(full_lists: Path) -> None:
    path = full_lists / "us_ofac" / "original" / "sdn_advanced_2024-05-28.xml.bz2"
    entities, report = advanced(path)
    assert len(entities) == 14_984
    assert (report.edition, dict(report.oddities)) == ("2024-05-28", {})


def test_eu_counts_equal_a_count_by_other_code(full_lists: Path) -> None:
    path = full_lists / "eu_fsf" / "reconstructed" / "xmlFullSanctionsList_1_1_2026-08.xml"
    with path.open("rb") as file:
        entities = list(EU_FSF.parse(file, ParseReport()))
    text = path.read_text(encoding="utf-8")
    names = [name for entity in entities for name in entity.names]
    assert len(entities) == len(re.findall("<sanctionEntity ", text)) == 6_199
    assert len(names) == len(re.findall("<nameAlias ", text)) == 16_525
    weak = sum(name.kind is NameKind.WEAK for name in names)
    assert weak == len(re.findall(r'<nameAlias [^>]*strong="false"', text))


class Schema:
    """Makes an element with everything that the EU's schema allows, each value another one."""

    def __init__(self, path: Path) -> None:
        root = etree.parse(path).getroot()
        self.types = {t.get("name"): t for t in root.iter(f"{XS}complexType", f"{XS}simpleType")}
        self.groups = {g.get("name"): g for g in root.findall(f"{XS}attributeGroup")}
        self.elements = {e.get("name"): e for e in root.findall(f"{XS}element")}
        self.values: dict[str, str] = {}

    def build(self, name: str, kind: str, path: str = "") -> "etree._Element":
        node = etree.Element(f"{{http://eu.europa.ec/fpi/fsd/export}}{name}")
        definition = self.types.get(self._plain(kind))
        if definition is None or definition.tag == f"{XS}simpleType":
            node.text = self._value(kind, f"{path}/{name}")
            return node
        for part in self._parts(definition):
            if part.tag == f"{XS}element":
                kind = part.get("type", "")
                node.append(self.build(part.get("name", ""), kind, f"{path}/{name}"))
            else:
                key = part.get("name", "")
                node.set(key, self._value(part.get("type", ""), f"{path}/{name}/@{key}"))
        return node

    def _parts(self, definition: "etree._Element") -> Iterator["etree._Element"]:
        for part in definition.iterdescendants(*PARTS):
            if part.tag == f"{XS}extension":
                yield from self._parts(self.types[self._plain(part.get("base", ""))])
            elif part.tag == f"{XS}attributeGroup":
                yield from self._parts(self.groups[self._plain(part.get("ref", ""))])
            else:
                yield part

    def _value(self, kind: str, path: str) -> str:
        number = len(self.values) + 1
        kind = self._plain(kind)
        definition = self.types.get(kind)
        allowed = (
            []
            if definition is None
            else [e.get("value", "") for e in definition.iter(f"{XS}enumeration")]
        )
        special = {
            "DateType": f"{1900 + number % 100}-{1 + number % 12:02}-{1 + number % 28:02}",
            "DateTimeType": "2026-01-02T00:00:00",
            "BooleanType": "true",
            "int": str(1000 + number),
            "long": str(50_000 + number),
            "Iso2CodeType": chr(65 + number // 26 % 26) + chr(65 + number % 26),
            "LanguageCodeType": f"l{number}",
        }
        value = allowed[-1] if allowed else special.get(kind, f"word{number}x")
        self.values[path] = value
        return value

    @staticmethod
    def _plain(kind: str) -> str:
        return kind.rpartition(":")[2]


def test_everything_that_the_eu_schema_allows_is_kept(full_lists: Path) -> None:
    """Each attribute and each text of the schema gets a value of its own; all must come out."""
    schema_file = full_lists / "eu_fsf" / "original" / "fsf_export_1_1.xsd"
    schema = Schema(schema_file)
    root = schema.build("export", schema.elements["export"].get("type", ""))
    assert etree.XMLSchema(etree.parse(schema_file)).validate(root)
    (entity,) = EU_FSF.parse(io.BytesIO(etree.tostring(root)), ParseReport())
    line = entity_line(entity)
    lost = [path for path, value in schema.values.items() if not _is_in(line, path, value)]
    assert lost == ["/export/@globalFileId"]
    assert len(schema.values) > 100


def _is_in(line: str, path: str, value: str) -> bool:
    key = path.rpartition("@")[2]
    if value == "true":  # "strong" is the kind of the name
        return key == "strong" or key in line
    if key in {"generationDate", "code", "classificationCode"}:  # edition and kind
        return True
    return value in line or value.lower() in line


def test_real_eu_files_and_our_sample_are_valid(full_lists: Path, data: Path) -> None:
    """What the reader was tried on is what the schema describes."""
    folder = full_lists / "eu_fsf"
    schema = etree.XMLSchema(etree.parse(folder / "original" / "fsf_export_1_1.xsd"))
    for path in (*folder.glob("original/*.xml"), data / "eu_fsf" / "sample.xml"):
        assert schema.validate(etree.parse(path)), path
