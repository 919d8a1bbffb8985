"""Which editions have to stay, and how one is removed."""

import sqlalchemy as sa

from records import Snapshot, StoreError
from store.atomic import remove_folder
from store.database import Database
from store.home import Home
from store.schema import DESK_SINCE, screening_snapshots


def referenced(home: Home) -> frozenset[tuple[str, str]]:
    """The editions that evidence refers to: every one that a kept screening was made on.

    Returns:
        Source and SHA-256 of each.

    Raises:
        StoreError: the database cannot be read.
    """
    query = sa.select(screening_snapshots.c.source, screening_snapshots.c.sha256).distinct()
    with Database.of(home).reading(since=DESK_SINCE) as connection:
        if connection is None:
            return frozenset()
        return frozenset((row.source, row.sha256) for row in connection.execute(query))


def remove(snapshot: Snapshot) -> None:
    """Remove the files of an edition; that it was in use, and when, stays in the catalogue.

    It goes in one step: a reader finds it whole or not at all, also when the power goes.

    Raises:
        StoreError: it cannot be removed.
    """
    try:
        remove_folder(snapshot.folder)
    except OSError as error:
        raise StoreError(
            f"{snapshot.folder}: cannot be removed ({error.strerror or error}). "
            "Is the folder yours? See NAMEWARDEN_HOME"
        ) from error
