"""Entities on disk come back as they were, one after another or one alone."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lists.particulars import with_particulars
from records import (
    Address,
    Entity,
    Identifier,
    Kind,
    ListedName,
    NameKind,
    Note,
    Relation,
    Snapshot,
    StoreError,
)
from store import EntityFile, entities
from store.copies import LINES, OFFSETS
from store.entities import EntityWriter

text = st.text(min_size=1, max_size=12)
notes = st.lists(st.builds(Note, label=text, text=text), max_size=2).map(tuple)
names = st.builds(
    ListedName,
    text=text,
    kind=st.sampled_from(NameKind),
    script=st.none() | st.just("Cyrl"),
    parts=notes,
    notes=notes,
)
some = st.builds(
    Entity,
    id=text,
    kind=st.sampled_from(Kind),
    names=st.lists(names, max_size=3).map(tuple),
    identifiers=st.lists(st.builds(Identifier, type=text, value=text, notes=notes), max_size=2).map(
        tuple
    ),
    addresses=st.lists(st.builds(Address, text=st.text(), city=st.none() | text), max_size=2).map(
        tuple
    ),
    relations=st.lists(st.builds(Relation, type=text, target=text), max_size=2).map(tuple),
    remarks=st.lists(text, max_size=2).map(tuple),
    url=st.none() | text,
    notes=notes,
)


def stored(folder: Path, given: list[Entity]) -> Snapshot:
    writer = EntityWriter(folder)
    for entity in given:
        writer.add(entity)
    writer.close()
    return Snapshot(
        source="x",
        sha256="0",
        edition=None,
        fetched_at="",
        origin="",
        entities=len(writer),
        names=writer.names,
        folder=folder,
    )


@pytest.mark.slow
@given(written=st.lists(some, max_size=6, unique_by=lambda entity: entity.id))
def test_what_was_written_is_read(
    tmp_path_factory: pytest.TempPathFactory, written: list[Entity]
) -> None:
    snapshot = stored(tmp_path_factory.mktemp("snapshot"), written)
    # A note may happen to be one that fields are made of ("EMAIL").
    written = [with_particulars(entity) for entity in written]
    assert list(entities(snapshot)) == written
    with EntityFile(snapshot) as file:
        assert [file.at(position) for position in range(len(file))] == written
        assert [file.find(entity.id) for entity in written] == written
        assert file.find("no such id") is None
    assert snapshot.names == sum(len(entity.names) for entity in written)


def company(number: int) -> Entity:
    name = ListedName(text=f"Company {number}", kind=NameKind.PRIMARY)
    return Entity(id=f"x:{number}", kind=Kind.ORGANIZATION, names=(name,))


def test_position_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with EntityFile(stored(tmp_path, [company(1)])) as file:
        for position in (-1, 1):
            with pytest.raises(IndexError):
                file.at(position)


@pytest.mark.parametrize("damage", ["missing", "cut", "other"])
def test_damaged_files_are_one_clear_line(tmp_path: Path, damage: str) -> None:
    snapshot = stored(tmp_path, [company(number) for number in range(9)])
    for name in (LINES, OFFSETS):
        path = tmp_path / name
        if damage == "missing":
            path.unlink()
        elif damage == "cut":
            path.write_bytes(path.read_bytes()[:100])
        else:
            path.write_bytes(b"\xff" * path.stat().st_size)
    with pytest.raises(StoreError, match="namewarden update"):
        EntityFile(snapshot).at(3)
    with pytest.raises(StoreError, match="namewarden update"):
        list(entities(snapshot))
