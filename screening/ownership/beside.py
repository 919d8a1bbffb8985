"""The ownership data beside an engine, kept open in a process: opening takes as long as ten
thousand names.
"""

from records import Settings
from screening.engine.engine import Engine
from screening.ownership.answers import Owners, state_of_data
from store import ownership as kept

_opened: dict[int, tuple[Engine, tuple[str, ...], Owners | None]] = {}
"""By the engine's identity; the engine is kept with it, so that no other takes its place."""


def owners_beside(engine: Engine, settings: Settings) -> Owners | None:
    """The ownership data in use, opened anew when it, a person's word on it or the day changed.

    Args:
        engine: the lists; its home has the data.
        settings: the threshold for owners' names, and the date whose data is used.

    Returns:
        None where no data is in use.

    Raises:
        StoreError: the home cannot be read, or an edition is damaged.
    """
    told = (f"{settings.threshold} {settings.as_of}", *state_of_data(engine.home, settings.as_of))
    known = _opened.get(id(engine))
    if known is None or known[1] != told:
        _opened.clear()
        owners = None
        if kept.active(engine.home, settings.as_of):
            owners = Owners.open(
                engine.home, engine, threshold=settings.threshold, as_of=settings.as_of
            )
        known = _opened[id(engine)] = engine, told, owners
    return known[2]
