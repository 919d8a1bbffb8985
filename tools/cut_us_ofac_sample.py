"""Cut a small real list out of OFAC's SDN_ADVANCED.XML, for tests and demonstrations.

    python tools/cut_us_ofac_sample.py SDN_ADVANCED.XML[.bz2] 46633,15902,… > sample.xml

Lines are copied as they stand, so that the excerpt stays the publisher's own text. What the chosen
parties do not refer to is left out: other parties, locations, documents and reference values.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from lists.packed import unpacked
from records.blocks import byte_lines

BLOCKS = ("Location", "IDRegDocument", "DistinctParty", "ProfileRelationship", "SanctionsEntry")
OPEN = re.compile(rf"^    <({'|'.join(BLOCKS)}) ")
VALUE = re.compile(r'^      <(\w+) ID="(\d+)"')
REFERENCE = re.compile(r'(?:\w+-)?(\w+)ID="(\d+)"')


def blocks(lines: Iterator[str]) -> Iterator[tuple[str, str]]:
    """Yield (name, text) of each element of the five sections, and ("", line) of other lines."""
    for line in lines:
        found = OPEN.match(line)
        if not found:
            yield "", line
            continue
        end = f"    </{found[1]}>"
        text = [line]
        while not line.startswith(end):
            line = next(lines)
            text.append(line)
        yield found[1], "".join(text)


def read_lines(path: Path) -> Iterator[str]:
    """Yield the lines of a packed or plain file."""
    with unpacked(path, 1 << 30) as file:
        yield from (line.decode() for line in byte_lines(file.read))


def attribute(text: str, name: str) -> str:
    """The first attribute with this name."""
    found = re.search(rf'\b{name}="(\d+)"', text)
    return found[1] if found else ""


def cut(path: Path, chosen: set[str]) -> str:
    """The excerpt as text."""
    kept = list(_chosen(path, chosen))
    body = "".join(text for name, text in kept if name)
    used = set(REFERENCE.findall(body))
    used |= {("Country", number) for name, number in used if name == "AreaCode"}
    said = set(re.findall(r">([^<>]+)</(?:VersionDetail|Value)>", body))
    lines = [text for name, text in kept if name or _is_used(text, used, said)]
    return "".join(lines)


def _is_used(line: str, used: set[tuple[str, str]], said: set[str]) -> bool:
    value = VALUE.match(line)
    if value is None:
        return True
    if value[1] == "Country" and re.findall(">(.*)<", line)[0] in said:  # flags are named
        return True
    if value[1] in {"PartyType", "SanctionsProgram"}:  # other values refer to these
        return value[1] == "PartyType" or value[2] == "1"
    return (value[1], value[2]) in used or value[2] == "1"


def _chosen(path: Path, chosen: set[str]) -> Iterator[tuple[str, str]]:
    """Two passes: parties say which locations they need, and those stand before them."""
    parties = [
        text
        for name, text in blocks(read_lines(path))
        if name == "DistinctParty" and attribute(text, "FixedRef") in chosen
    ]
    identities = {attribute(text, "Identity ID") for text in parties}
    places = {i for text in parties for i in re.findall(r'LocationID="(\d+)"', text)}
    documents = [
        text
        for name, text in blocks(read_lines(path))
        if name == "IDRegDocument" and attribute(text, "IdentityID") in identities
    ]
    places |= {attribute(text, "IssuedIn-LocationID") for text in documents}
    versions = set(re.findall(r'FeatureVersion ID="(\d+)"', "".join(parties)))
    for name, text in blocks(read_lines(path)):
        if name == "Location" and attribute(text, "ID") in places:
            yield name, _trimmed(text, versions)
        elif (
            (name == "IDRegDocument" and attribute(text, "IdentityID") in identities)
            or (name == "DistinctParty" and attribute(text, "FixedRef") in chosen)
            or (name == "ProfileRelationship" and attribute(text, "From-ProfileID") in chosen)
            or (name == "SanctionsEntry" and attribute(text, "ProfileID") in chosen)
            or not name
        ):
            yield name, text


def _trimmed(text: str, versions: set[str]) -> str:
    """A location that many parties share refers back to all of them."""
    back = re.compile(r'\s*<FeatureVersionReference FeatureVersionID="(\d+)" />\s*$')
    lines = text.splitlines(keepends=True)
    return "".join(x for x in lines if not (found := back.match(x)) or found[1] in versions)


if __name__ == "__main__":
    sys.stdout.write(cut(Path(sys.argv[1]), set(sys.argv[2].split(","))))
