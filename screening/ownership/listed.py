"""The lists as an edition of ownership data: whom a number makes a listed party, and the ties of
ownership that publishers tell of themselves.

Made once for each set of lists and kept in the home; it can be made again at any time.
"""

import shutil
import tempfile
import weakref
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from matcher.identity import fingerprint_of
from ownership.checked_files import is_whole
from ownership.edition import Edition, EditionWriter
from ownership.share import UNKNOWN
from ownership.statements import Holding, Interest, OwnershipParty, PartyKind, Statement
from records import Entity, Identifier, Kind, Relation
from screening.engine.engine import Engine
from store.atomic import replacing_folder

LABEL = "published lists"
"""How evidence names what the lists say themselves."""
EVERYWHERE = {"lei", "imo", "duns"}
"""Numbers that are the same in every country."""
IN_A_COUNTRY = {
    "registration", "tax", "vat", "uscc", "passport", "national_id", "siren", "ogrn", "inn",
}  # fmt: skip
"""Numbers that need their country: registers of two countries use the same ones."""
OWNED_BY = {
    "Owned or Controlled By", "ParentCompany", "CurrentOwnerOperator", "owned-by", "controlled-by",
}  # fmt: skip
OWNS = {"Owns, controls, or operates", "Subsidiary"}
_KINDS = {Kind.PERSON: PartyKind.PERSON, Kind.ORGANIZATION: PartyKind.COMPANY}


def listed_edition(engine: Engine) -> Edition:
    """The lists of an engine as an edition; in a home that cannot be written, for this process."""
    told = [_method(), *(f"{one.source} {one.sha256}" for one in engine.snapshots)]
    folder = engine.home.ownership / ".lists" / sha256("\n".join(told).encode()).hexdigest()[:32]
    if is_whole(folder):
        return Edition(folder, LABEL)
    try:
        _make(engine, folder)
    except OSError:
        folder = Path(tempfile.mkdtemp(prefix="namewarden-lists-"))
        EditionWriter(folder).write(_statements(engine))
        edition = Edition(folder, LABEL)
        weakref.finalize(edition, shutil.rmtree, folder, ignore_errors=True)
        return edition
    return Edition(folder, LABEL)


@cache
def _method() -> str:
    """By what the edition is made: other code makes another one."""
    return fingerprint_of([files("ownership"), files("screening.ownership")], ())


def _make(engine: Engine, folder: Path) -> None:
    with replacing_folder(folder) as beside:
        EditionWriter(beside).write(_statements(engine))
    for old in folder.parent.iterdir():
        if old != folder and not old.name.startswith("."):
            shutil.rmtree(old, ignore_errors=True)


def _statements(engine: Engine) -> Iterator[Statement]:
    for number in range(engine.index.entity_count):
        entity = engine.entity(number)
        identifiers = tuple(filter(_is_sure, entity.identifiers))
        if identifiers or entity.relations:
            # Without its name: who has a listed name is found by the matcher.
            yield OwnershipParty(
                key=entity.id,
                name="",
                kind=_KINDS.get(entity.kind, PartyKind.UNKNOWN),
                identifiers=identifiers,
            )
        yield from _relations(entity)


def _is_sure(one: Identifier) -> bool:
    return one.type in EVERYWHERE or (one.type in IN_A_COUNTRY and one.country is not None)


def _is_owned(relation: Relation) -> bool:
    """Whether the entry is owned or controlled by the other; SECO says it in a remark."""
    said = " ".join(note.text for note in relation.notes).casefold()
    return relation.type in OWNED_BY or "owned" in said or "controlled by" in said


def _relations(entity: Entity) -> Iterator[Statement]:
    for relation in entity.relations:
        other, is_owned = relation.target, _is_owned(relation)
        if not other or not (is_owned or relation.type in OWNS):
            continue
        key = other if ":" in other else f"{entity.source}~{other}"
        if key != other:
            yield OwnershipParty(key=key, name=other)
        owner, owned = (key, entity.id) if is_owned else (entity.id, key)
        # The words leave open which of the two it is, and how much is held.
        for interest in (Interest.SHARES, Interest.CONTROL):
            yield Holding(
                owner=owner,
                owned=owned,
                interest=interest,
                share=UNKNOWN,
                nature=relation.type,
                statement=entity.id,
            )
