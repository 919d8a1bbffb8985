"""Requests as the records that screening takes."""

from records import Query, Settings
from screening.engine.settings import settings
from screening.tables import described
from service.api.models import OptionsIn, QueryIn
from store.home import Home


def query(of: QueryIn, where: str = "") -> Query:
    """A party to screen; ``where`` it stands among others.

    Raises:
        UsageError: it has nothing to search for, or says what is not understood.
    """
    return described.query(of.model_dump(include=set(described.KEYS)), where)


def options(home: Home, of: OptionsIn, kinds: tuple[str, ...] | None = None) -> Settings:
    """What to look for, by the rules of a home; ``kinds`` where the request leaves them open.

    Raises:
        UsageError: a figure is out of range or a kind is unknown.
        NotThereError: there is no such profile.
    """
    return settings(
        threshold=of.threshold,
        limit=of.limit,
        kinds=None if of.kinds is None else tuple(of.kinds),
        lists=None if of.lists is None else tuple(of.lists),
        as_of=None,
        profile=of.profile,
        usual_kinds=kinds,
        home=home,
    )
