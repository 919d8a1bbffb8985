"""One edition of one source as files: parties and holdings in arrays and lines.

Arrays (NumPy, little endian) are read whole when they are first asked for, lines block by block,
and both are checked as they are read. Holdings stand in the order of the owned party; ``starts``
says where each party's begin.
"""

import json
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import IO, Any

import numpy as np
import numpy.typing as npt

from ownership.checked_files import CheckedFile, read_sums, write_sums
from ownership.holders import Edge
from ownership.keys import key_hash, name_key, party_keys
from ownership.share import Share
from ownership.statements import (
    Gap,
    Holding,
    Interest,
    OwnershipParty,
    PartyKind,
    Statement,
    Unread,
)
from records import LONGEST_NAME, Identifier

PARTIES, HOLDINGS, KEYS = "parties.jsonl", "holdings.jsonl", "keys.jsonl"
SHOWN_UNREAD = 20
"""Statements not understood that are kept word for word; all are counted."""
Array = npt.NDArray[Any]


@dataclass(slots=True)
class Written:
    """What was written of an edition."""

    parties: int = 0
    holdings: int = 0
    gaps: int = 0
    unread: int = 0
    examples: list[Unread] = field(default_factory=list)


@dataclass(slots=True)
class _Columns:
    owner: "array[int]" = field(default_factory=lambda: array("i"))
    owned: "array[int]" = field(default_factory=lambda: array("i"))
    interest: "array[int]" = field(default_factory=lambda: array("b"))
    low: "array[int]" = field(default_factory=lambda: array("i"))
    high: "array[int]" = field(default_factory=lambda: array("i"))
    offset: "array[int]" = field(default_factory=lambda: array("q"))


class EditionWriter:
    """Writes an edition into an empty folder; ``write`` once, then it is whole."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._numbers: dict[str, int] = {}
        self._offsets = array("q")
        self._columns = _Columns()
        self._keys = (array("q"), array("i"))
        self._names = (array("q"), array("i"))
        self._gaps: list[tuple[int, str]] = []
        self.done = Written()

    def write(self, statements: Iterable[Statement]) -> Written:
        """Write all statements of a source.

        Raises:
            OSError: the disk is full or gone.
            OwnershipFormatError: from the reader.
        """
        with (
            (self.folder / PARTIES).open("wb") as parties,
            (self.folder / HOLDINGS).open("wb") as holdings,
        ):
            for statement in statements:
                match statement:
                    case OwnershipParty():
                        self._party(statement, parties)
                    case Holding():
                        self._holding(statement, holdings)
                    case Gap():
                        self._gaps.append((self._number(statement.owned), statement.reason))
                        self.done.gaps += 1
                    case Unread():
                        self._unread(statement)
        self._close()
        self.done.parties = len(self._numbers)
        return self.done

    def _number(self, key: str) -> int:
        number = self._numbers.setdefault(key, len(self._numbers))
        if number == len(self._offsets):
            self._offsets.append(-1)
        return number

    def _unread(self, what: Unread) -> None:
        self.done.unread += 1
        if len(self.done.examples) < SHOWN_UNREAD:
            self.done.examples.append(what)

    def _party(self, party: OwnershipParty, file: IO[bytes]) -> None:
        number = self._number(party.key)
        if len(party.name) > LONGEST_NAME:
            long = f"a name of {len(party.name):,} characters, by which it is not looked for"
            self._unread(Unread(where=party.key, reason=long))
            party = replace(party, name="")
        if self._offsets[number] >= 0 and not party.name:
            return
        self._offsets[number] = file.tell()
        file.write(_party_line(party))
        for key in party_keys(party):
            self._keys[0].append(key)
            self._keys[1].append(number)
        if (named := name_key(party.name)) is not None:
            self._names[0].append(named)
            self._names[1].append(number)

    def _holding(self, holding: Holding, file: IO[bytes]) -> None:
        columns = self._columns
        columns.owner.append(self._number(holding.owner))
        columns.owned.append(self._number(holding.owned))
        columns.interest.append(int(holding.interest))
        columns.low.append(holding.share.low)
        columns.high.append(holding.share.high)
        columns.offset.append(file.tell())
        texts = [holding.statement, holding.nature, holding.since, holding.until, holding.joint]
        file.write(json.dumps(texts, ensure_ascii=False).encode() + b"\n")
        self.done.holdings += 1

    def _close(self) -> None:
        columns = self._columns
        owned = np.array(columns.owned, dtype=np.int32)
        order = np.argsort(owned, kind="stable")
        numbers = np.arange(len(self._numbers) + 1)
        self._save("starts", np.searchsorted(owned[order], numbers).astype(np.int64))
        for name in ("owner", "interest", "low", "high", "offset"):
            self._save(name, np.array(getattr(columns, name))[order])
        self._save("parties", np.array(self._offsets, dtype=np.int64))
        self._save_found("keys", *self._keys)
        self._save_found("names", *self._names)
        text = "".join(json.dumps(gap, ensure_ascii=False) + "\n" for gap in self._gaps)
        (self.folder / "gaps.jsonl").write_text(text, encoding="utf-8")
        self._write_keys()
        write_sums(self.folder)

    def _write_keys(self) -> None:
        """The sources' own keys by number, where each stands, and how they are found."""
        hashes, places = array("q"), array("q")
        with (self.folder / KEYS).open("wb") as file:
            for key in self._numbers:  # in the order of their numbers
                hashes.append(key_hash(key))
                places.append(file.tell())
                file.write(json.dumps(key, ensure_ascii=False).encode() + b"\n")
        self._save("key_places", np.array(places, dtype=np.int64))
        self._save_found("texts", hashes, array("i", range(len(hashes))))

    def _save_found(self, name: str, keys: "array[int]", parties: "array[int]") -> None:
        found = np.array(keys, dtype=np.int64)
        by_key = np.argsort(found, kind="stable")
        self._save(name, found[by_key])
        self._save(f"{name}_of", np.array(parties, dtype=np.int32)[by_key])

    def _save(self, name: str, values: Array) -> None:
        np.save(self.folder / f"{name}.npy", values)


def _party_line(party: OwnershipParty) -> bytes:
    identifiers = [[one.type, one.value, one.country] for one in party.identifiers]
    values = [party.key, party.name, party.kind.value, identifiers, party.country, party.birth_date]
    return json.dumps(values, ensure_ascii=False).encode() + b"\n"


class Edition:
    """One edition, opened for reading.

    Raises:
        StoreError: here or later: what was read is not what was written.
    """

    def __init__(self, folder: Path, label: str) -> None:
        self.folder = folder
        self.label = label
        """How it is named in evidence: source and date."""
        self._sums = read_sums(folder)

    def _file(self, name: str) -> CheckedFile:
        return CheckedFile(self.folder / name, self._sums)

    def _load(self, name: str) -> Array:
        found: Array = np.load(BytesIO(self._file(f"{name}.npy").whole()), allow_pickle=False)
        return found

    @cached_property
    def _arrays(self) -> dict[str, Array]:
        names = ("starts", "owner", "interest", "low", "high", "offset", "parties")
        return {name: self._load(name) for name in (*names, "keys", "keys_of", "names", "names_of")}

    def __len__(self) -> int:
        return len(self._arrays["parties"])

    @cached_property
    def _lines(self) -> tuple[CheckedFile, CheckedFile, CheckedFile]:
        return self._file(PARTIES), self._file(HOLDINGS), self._file(KEYS)

    @cached_property
    def _identified(self) -> Array:
        """Of each party whether it has an identifier; most have none, and no other to be."""
        found = np.zeros(len(self), dtype=np.bool_)
        found[self._arrays["keys_of"]] = True
        return found

    def is_identified(self, number: int) -> bool:
        """Whether a party has an identifier, by which others may be it."""
        return bool(self._identified[number])

    def owners(self, number: int) -> list[int]:
        """Who owns or controls a party, by this edition's numbers; once for each statement."""
        arrays = self._arrays
        first, last = int(arrays["starts"][number]), int(arrays["starts"][number + 1])
        found: list[int] = arrays["owner"][first:last].tolist()
        return found

    def party(self, number: int) -> OwnershipParty:
        """A party; one that is only referred to has a key and no name."""
        offset = int(self._arrays["parties"][number])
        if offset < 0:
            return OwnershipParty(key=self._key_text(number), name="")
        key, name, kind, identifiers, country, born = json.loads(self._lines[0].line(offset))
        return OwnershipParty(
            key=key,
            name=name,
            kind=PartyKind(kind),
            identifiers=tuple(Identifier(type=t, value=v, country=c) for t, v, c in identifiers),
            country=country,
            birth_date=born,
        )

    @cached_property
    def _places(self) -> dict[str, Array] | None:
        """How keys are found; None of an edition that an earlier version wrote."""
        if "texts.npy" not in self._sums:
            return None
        return {name: self._load(name) for name in ("key_places", "texts", "texts_of")}

    def _key_text(self, number: int) -> str:
        if self._places is None:
            return self._key_texts[number]
        text: str = json.loads(self._lines[2].line(int(self._places["key_places"][number])))
        return text

    @cached_property
    def _key_texts(self) -> list[str]:
        return [json.loads(line) for line in self._file(KEYS).whole().splitlines()]

    @cached_property
    def gaps(self) -> dict[int, tuple[str, ...]]:
        """Why owners of a party are not named, by its number."""
        found: dict[int, tuple[str, ...]] = {}
        for line in self._file("gaps.jsonl").whole().splitlines():
            number, reason = json.loads(line)
            found[number] = (*found.get(number, ()), reason)
        return found

    def edges(self, number: int) -> list[Edge]:
        """The statements about who owns a party, with this edition's numbers."""
        arrays = self._arrays
        first, last = int(arrays["starts"][number]), int(arrays["starts"][number + 1])
        return [self._edge(place, number) for place in range(first, last)]

    def _edge(self, place: int, owned: int) -> Edge:
        arrays = self._arrays
        line = self._lines[1].line(int(arrays["offset"][place]))
        statement, nature, since, until, joint = json.loads(line)
        return Edge(
            owner=int(arrays["owner"][place]),
            owned=owned,
            interest=Interest(int(arrays["interest"][place])),
            share=Share(int(arrays["low"][place]), int(arrays["high"][place])),
            source=self.label,
            statement=statement,
            nature=nature,
            since=since,
            until=until,
            joint=joint,
        )

    def with_keys(self, keys: Sequence[int]) -> list[int]:
        """The parties that have one of these identifiers."""
        return self._found("keys", keys)

    def with_name(self, key: int) -> list[int]:
        """The parties of this name."""
        return self._found("names", [key])

    def with_name_text(self, name: str) -> list[int]:
        """The parties of this very name, whatever its case, accents and signs."""
        key = name_key(name)
        return [] if key is None else self.with_name(key)

    def with_key(self, key: str) -> int | None:
        """The party that the source calls by this key."""
        if self._places is None:
            return self._by_text.get(key)
        found = _between(self._places["texts"], self._places["texts_of"], key_hash(key))
        return next((number for number in found if self._key_text(number) == key), None)

    @cached_property
    def _by_text(self) -> dict[str, int]:
        return {key: number for number, key in enumerate(self._key_texts)}

    def _found(self, name: str, keys: Sequence[int]) -> list[int]:
        known, parties = self._arrays[name], self._arrays[f"{name}_of"]
        found: dict[int, None] = {}
        for key in keys:
            found.update(dict.fromkeys(_between(known, parties, key)))
        return list(found)


def _between(known: Array, parties: Array, key: int) -> list[int]:
    """The parties under a key, of which the keys are in order."""
    first = int(known.searchsorted(key))
    last = first
    while last < len(known) and known[last] == key:
        last += 1
    found: list[int] = parties[first:last].tolist()
    return found
