"""The ownership data in use, without what reads such data where there is none."""

from typing import TYPE_CHECKING

from screening.engine.engine import Engine
from store.home import Home
from store.in_use import in_use

if TYPE_CHECKING:
    from screening.ownership.answers import Owners


def owners_in_use(
    home: Home, engine: Engine, *, threshold: float, as_of: str | None = None
) -> "Owners | None":
    """Open the data that is in use; None where there is none. See ``Owners.open``."""
    said = in_use(home) if as_of is None else None
    if said is not None and not said.has_owners:
        return None
    from screening.ownership.answers import Owners

    return Owners.open(home, engine, threshold=threshold, as_of=as_of)
