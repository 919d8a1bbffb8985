"""The folder that holds everything that is not part of the program."""

import os
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

VARIABLE = "NAMEWARDEN_HOME"
DATABASE_VARIABLE = "NAMEWARDEN_DATABASE"
"""Where the database is, if not in the home."""


@dataclass(frozen=True, slots=True)
class Home:
    """Where lists, database and index are. Making one creates nothing on disk."""

    path: Path

    @staticmethod
    def default() -> "Home":
        """``NAMEWARDEN_HOME``, else the platform's folder for application data."""
        chosen = os.environ.get(VARIABLE)
        return Home(Path(chosen).expanduser() if chosen else user_data_path("namewarden"))

    @property
    def snapshots(self) -> Path:
        """One folder for each source, in it one for each edition."""
        return self.path / "snapshots"

    @property
    def index(self) -> Path:
        """The search index of the active snapshots; it can be built again at any time."""
        return self.path / "index"

    @property
    def parties(self) -> Path:
        """Which listed entries are one party; it can be worked out again at any time."""
        return self.path / "parties"

    @property
    def party_index(self) -> Path:
        """The index of the monitored counterparties; it can be built again at any time."""
        return self.path / "book"

    @property
    def ownership(self) -> Path:
        """One folder for each source of ownership data, in it one for each edition."""
        return self.path / "ownership"

    @property
    def database(self) -> Path:
        """The catalogue, a SQLite file."""
        return self.path / "namewarden.sqlite3"

    @property
    def in_use(self) -> Path:
        """What the database said of lists and rules; it can be asked again at any time."""
        return self.path / "in_use.json"

    @property
    def incoming(self) -> Path:
        """Files on their way in; an update empties it before and after."""
        return self.path / "incoming"

    @property
    def uploads(self) -> Path:
        """Customers' tables that people sent to the desk; kept for a day at most."""
        return self.path / "uploads"

    @property
    def rejected(self) -> Path:
        """Files that were refused, for a person to look at."""
        return self.path / "rejected"

    @property
    def lock(self) -> Path:
        """Held by the one update that may run."""
        return self.path / "update.lock"
