"""OFAC's CSV files: an edition is four of them, parties, aliases, addresses and the remarks that
were too long for their column. No format of OFAC's says less: names in Latin script only, weak
names inside the remarks, no date of the edition. Format and quirks: docs/lists/us_ofac_sdn.md
"""

import csv
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial

from lists.source import FileSet, ParseReport, Readable
from lists.us_ofac.country_names import country_named
from lists.us_ofac.csv_rows import END, rows
from lists.us_ofac.draft import Draft
from lists.us_ofac.remarks import read_remark
from lists.us_ofac.statements import keep, listed_name, person_name, split_person
from lists.us_ofac.which_list import SDN, Tally, by_programmes
from records import Address, Entity, Kind, ListedName, ListFormatError, Note
from records.blocks import byte_lines

PRIMARY, ALIASES, ADDRESSES, COMMENTS = 12, 5, 6, 2
"""Columns of the four files; they tell which is which."""
NAMES = {
    SDN: ("sdn.csv", "alt.csv", "add.csv", "sdn_comments.csv"),
    "us_ofac_cons": ("cons_prim.csv", "cons_alt.csv", "cons_add.csv", "cons_comments.csv"),
}
"""OFAC's names for them, in the order of the columns above."""
KINDS = {
    "": Kind.ORGANIZATION,
    "individual": Kind.PERSON,
    "vessel": Kind.VESSEL,
    "aircraft": Kind.AIRCRAFT,
}
TYPES = {"aka": "a.k.a.", "fka": "f.k.a.", "nka": "n.k.a."}
VESSEL = (
    "Vessel Call Sign",
    "VESSEL TYPE",
    "Vessel Tonnage",
    "Vessel Gross Registered Tonnage",
    "Vessel Flag",
    "Vessel Owner",
)
"""Columns 6 to 11, in the words of SDN_ADVANCED.XML."""
LONGEST_REMARK = 1_000
"""Characters. In every set from 2019 to 2025 exactly the remarks of this length go on elsewhere."""
ORPHANS = 0.01
"""Share of aliases or addresses that may belong to no party: OFAC has left a few behind. More
mean that the files are of different editions, or that the parties were cut."""
Rows = dict[str, list[list[str]]]


def file_set(source: str) -> FileSet:
    """The CSV set of one of OFAC's lists."""
    return FileSet(
        members=NAMES[source],
        member=partial(_member, NAMES[source]),
        no_rows=END + b"\r\n",
        may_lack_rows=frozenset(NAMES[source][-1:]),
        recognises=partial(_recognises, source),
        parse=partial(parse, source=source),
        shared=shared,
    )


def _head_rows(head: bytes) -> list[list[str]]:
    """The whole rows that a file begins with; none when it begins with anything else."""
    if not head[:1].isdigit() or b"\x00" in head:
        return []
    # The last line may be cut, or be the end mark.
    lines = [line for line in head.split(b"\n") if line.strip() not in {END, b""}]
    text = [line.decode("utf-8", "replace") for line in lines[: max(1, len(lines) - 1)]]
    try:
        found = list(csv.reader(text, strict=True))
    except csv.Error:
        return []
    return found if all(row and row[0].isdecimal() for row in found) else []


def _member(names: Sequence[str], head: bytes) -> str | None:
    columns = {len(row) for row in _head_rows(head)}
    order = (PRIMARY, ALIASES, ADDRESSES, COMMENTS)
    return next((n for n, wide in zip(names, order, strict=True) if columns == {wide}), None)


def _recognises(source: str, head: bytes) -> bool:
    found = _head_rows(head)
    if any(len(row) != PRIMARY for row in found):
        return False
    return by_programmes(_programmes(row[3]) for row in found) == source


def _programmes(text: str) -> list[str]:
    """``SDGT] [SYRIA``: the brackets between several programmes leak from OFAC's data base."""
    parts = (part.strip(" []") for part in text.split("] ["))
    return [part for part in parts if part and part != "-0-"]


def shared(first: Readable, other: Readable) -> float:
    """Share of the parties of one file that the file of parties has; 1 when it has no rows."""
    known, asked = ({line.partition(b",")[0] for line in _lines(file)} for file in (first, other))
    return len(known & asked) / len(asked) if asked else 1.0


def _lines(file: Readable) -> Iterator[bytes]:
    return (line for line in byte_lines(file.read) if line[:1].isdigit())


def parse(files: Sequence[Readable], report: ParseReport, *, source: str) -> Iterator[Entity]:
    """Yield one entity for each row of the first file, in its order, then what belongs to none.

    Raises:
        ListFormatError: a file is not whole, is not of this layout, the files do not belong
            together, or they are OFAC's other list.
    """
    names = NAMES[source]
    aliases = _by_party(rows(files[1], names[1], ALIASES, report))
    addresses = _by_party(rows(files[2], names[2], ADDRESSES, report))
    comments = _by_party(rows(files[3], names[3], COMMENTS, report, needs_end=False))
    side = (aliases, addresses, comments)
    tally = Tally(source)
    seen: set[str] = set()
    last, appended = 0, False
    for row in rows(files[0], names[0], PRIMARY, report):
        draft = _party(row, source, report)
        key = row[0]
        tally.add(draft.programmes)
        if int(key) < last:
            appended = True
            report.oddities["entry out of order: another list was appended"] += 1
        last = int(key)
        seen.add(key)
        if not appended:  # the other list's comments are not here
            _check_remark(row, comments, names, report)
        _complete(draft, row[11], *(part.get(key, []) for part in side))
        yield draft.entity()
    tally.check()
    if addresses and not appended:
        _check_addresses(seen - addresses.keys(), len(seen), names)
    yield from _orphans(side, seen, names, source, report)


def _check_remark(
    row: list[str], comments: Rows, names: Sequence[str], report: ParseReport
) -> None:
    """A remark that fills its field goes on in the comments; without its rest they were cut.

    A file of comments without rows is that of an excerpt, in which nothing goes on.
    """
    remark = row[11]
    if len(remark) < LONGEST_REMARK or remark.endswith(".") or row[0] in comments:
        return
    if comments:
        raise ListFormatError(
            f"the remark of entry {row[0]} breaks off, and {names[-1]} lacks the rest: the files "
            "are of different editions, or cut"
        )
    report.oddities["remark that breaks off"] += 1


def _check_addresses(without: set[str], parties: int, names: Sequence[str]) -> None:
    """OFAC writes an empty address for a party that has none, so each has a row."""
    if len(without) > max(1, ORPHANS * parties):
        raise ListFormatError(
            f"{len(without)} of {parties} parties have no row in {names[2]}: the files are of "
            "different editions, or cut"
        )


def _by_party(found: Iterator[list[str]]) -> Rows:
    by_party: Rows = defaultdict(list)
    for row in found:
        by_party[row[0]].append(row)
    return by_party


def _party(row: list[str], source: str, report: ParseReport) -> Draft:
    draft = Draft(source, row[0])
    kind = KINDS.get(row[2].lower())
    if kind is None:
        draft.note("SDN_Type", row[2])
        report.oddities[f"unknown kind of party: {row[2][:40]}"] += 1
    draft.kind = kind or Kind.UNKNOWN
    if row[1]:
        draft.names.append(_name(row[1], "", draft.kind))
    draft.programmes = dict.fromkeys(_programmes(row[3]))
    draft.note("Title", row[4])
    for label, text in zip(VESSEL, row[5:11], strict=True):
        keep(draft, label, text)
    return draft


def _name(text: str, published: str, kind: Kind, more: str = "") -> ListedName:
    last, first = split_person(text) if kind is Kind.PERSON else (text, "")
    name, parts = person_name(last, first)
    notes = (Note(label="alt_remarks", text=more),) if more else ()
    return listed_name(name, parts, published, weak=False, more=notes)


def _complete(
    draft: Draft,
    remark: str,
    aliases: list[list[str]],
    addresses: list[list[str]],
    comments: list[list[str]],
) -> None:
    """Add what the other files say of a party. Strong names stand before the weak ones that the
    remark holds, as in the XML.
    """
    for _, _, kind, name, more in aliases:
        if name:
            draft.names.append(_name(name, TYPES.get(kind, kind), draft.kind, more.strip()))
    for _, _, street, city, country, more in addresses:
        _add_address(draft, street, city, country, more.strip())
    # The remark stops in the middle of a word, and goes on in the comments.
    read_remark(remark.rstrip("\r\n") + "".join(row[1] for row in comments), draft)


def _add_address(draft: Draft, street: str, city: str, country: str, more: str) -> None:
    line = ", ".join(text for text in (street, city, country) if text)
    if not line and not more:
        return  # OFAC publishes an empty address for parties without one
    notes = [Note(label="Address", text=street)] if street else []
    notes += [Note(label="Add_Remarks", text=more)] if more else []
    code = country_named(country)
    # City, state and postal code share a column, so the city alone is not known.
    draft.addresses.append(Address(text=line, country=code, notes=tuple(notes)))
    draft.tie_to(code)


def _orphans(
    side: tuple[Rows, ...], seen: set[str], names: Sequence[str], source: str, report: ParseReport
) -> Iterator[Entity]:
    """Keep what belongs to no party as an entry of its own: it was published."""
    lost: dict[str, None] = {}
    for part, name in zip(side, names[1:], strict=True):
        alone = [key for key in part if key not in seen]
        if len(alone) > max(1, ORPHANS * len(part)):
            raise ListFormatError(
                f"{len(alone)} of {len(part)} parties in {name} are not in {names[0]}: the files "
                "are of different editions, or cut"
            )
        if alone:
            report.oddities[f"{name}: of no party in {names[0]}"] += len(alone)
        lost |= dict.fromkeys(alone)
    for key in lost:
        draft = Draft(source, key)
        draft.note("Orphan", f"{names[0]} has no such entry")
        _complete(draft, "", *(part.get(key, []) for part in side))
        yield draft.entity()
