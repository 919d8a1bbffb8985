"""The index of the monitored counterparties, kept between runs so that changes to the lists can be
searched for in it. It is a cache: without it the next run screens everything and rebuilds it.

It consists of parts of some hundred thousand counterparties, which are never changed; a run that
rescreened some of them adds a part with these. ``state.json`` comes last and says which
parts belong to which run.
"""

import tempfile
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from matcher.identity import engine_fingerprint
from matcher.index.index import NameIndex
from matcher.search.reverse import build_book
from records import MonitoredParty, Query
from records.blocks import blocks
from records.sealed import sealed, unsealed
from screening.engine.engine import Engine
from screening.engine.index_cache import language
from screening.engine.workers import in_order
from store.atomic import remove_folder, replace_text
from store.copies import content

PART = 200_000
"""Counterparties; making a part of so many takes some 500 MB."""
# With more parts than these, searching them takes longer than rebuilding them.
MOST_PARTS = 60
_STATE = "state.json"


@dataclass(frozen=True, slots=True)
class PartyIndex:
    """The counterparties as the last run knew them."""

    parts: tuple[NameIndex, ...]


def open_party_index(engine: Engine, run: str) -> PartyIndex | None:
    """The index that a run left; None where there is none of it, or a damaged one, or where an
    edition was read again since and says something else now.

    Args:
        engine: what is to be screened with.
        run: see ``remember``.
    """
    folder = engine.home.party_index
    try:
        state = unsealed((folder / _STATE).read_bytes())
        if state["run"] != run or state["index"] != engine_fingerprint():
            return None
        if len(state["parts"]) > MOST_PARTS:
            return None
        now = _contents(engine)
        if any(now.get(edition, was) != was for edition, was in state["contents"].items()):
            return None
        parts = tuple(NameIndex.load(folder / name, name) for name in state["parts"])
    except (OSError, ValueError, KeyError):
        return None
    return PartyIndex(parts)


def remember(
    engine: Engine, run: str, base: str | None, parties: Iterable[MonitoredParty], *, workers: int
) -> None:
    """Keep for the next run what this one screened.

    Args:
        engine: what it was screened with.
        run: a name for the run.
        base: the run whose index has the other counterparties; None where there are no others.
        parties: what was changed since ``base``; all of them without a base.
        workers: processes to use.
    """
    folder = engine.home.party_index
    folder.mkdir(parents=True, exist_ok=True)
    before = _parts_of(folder, base) if base is not None else []
    asked = (
        (kept.number, query)
        for kept in parties
        for query in (
            kept.counterparty.query,
            *(part.query for part in kept.counterparty.query.parts),
        )
    )
    new = [
        name for name in in_order(engine, _make_part, blocks(asked, PART), workers=workers) if name
    ]
    state: dict[str, Any] = {"run": run, "index": engine_fingerprint()}
    state["contents"] = _contents(engine)
    replace_text(folder / _STATE, sealed({**state, "parts": [*before, *new]}))
    for other in folder.iterdir():
        if other.name not in {_STATE, *before, *new}:
            with suppress(OSError):  # it costs disk, and the next time it goes
                remove_folder(other)


def _contents(engine: Engine) -> dict[str, str]:
    """The SHA-256 of the entities of every edition."""
    return {f"{each.source}:{each.sha256}": content(each) for each in engine.snapshots}


def _parts_of(folder: Path, base: str) -> list[str]:
    state = unsealed((folder / _STATE).read_bytes())
    if state["run"] != base:
        raise ValueError(f"{folder}: of another run than {base}")
    return [str(name) for name in state["parts"]]


def _make_part(engine: Engine, block: list[tuple[int, Query]]) -> str:
    """Index some counterparties; returns the name of the part."""
    made = build_book(block, language(engine.home))
    beside = Path(tempfile.mkdtemp(prefix=".part-", dir=engine.home.party_index))
    name = beside.name.removeprefix(".")
    made.save(beside, name)
    # Only now it is seen: what a kill leaves is no damaged part.
    beside.replace(beside.with_name(name))
    return name
