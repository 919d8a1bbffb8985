"""Listed parties of a test's own, and the words that are marked in a text for them."""

from collections.abc import Callable, Iterable

from matcher.index.build import build
from matcher.mentions.find import find
from matcher.mentions.searcher import Searcher
from matcher.names.term_weights import Language
from matcher.search.match import Policy
from records import Address, Entity, Kind, ListedName, NameKind

Party = tuple[Kind, str]


def searcher_of(
    listed: Iterable[Party],
    language: Language,
    where: Callable[[Kind, str], tuple[Address, ...]] = lambda _kind, _name: (),
) -> Searcher:
    """A searcher for parties by their kinds and names; ``where`` gives each its addresses."""
    parties = [
        Entity(
            id=f"t:{number}",
            kind=kind,
            names=(ListedName(text=name, kind=NameKind.PRIMARY),),
            addresses=where(kind, name),
        )
        for number, (kind, name) in enumerate(listed)
    ]
    return Searcher(build(parties, language))


def words(text: str, finder: Searcher) -> list[str]:
    """What is marked in a text, in its order."""
    return [text[one.start : one.end] for one in find(text, finder, Policy(0.8))]
