"""Listed parties of a test's own, and what is found of them."""

from collections.abc import Sequence

from matcher.index.build import build
from matcher.names.term_weights import Language
from matcher.search.finder import Finder
from matcher.search.match import Policy, match
from records import Entity, Kind, ListedName, NameKind


def finder_of(listed: Sequence[tuple[str, str]], language: Language) -> Finder:
    """Organisations by their names and the codes of their countries."""
    parties = [
        Entity(
            id=f"t:{number}",
            kind=Kind.ORGANIZATION,
            names=(ListedName(text=text, kind=NameKind.PRIMARY),),
            countries=(country,) if country else (),
        )
        for number, (text, country) in enumerate(listed)
    ]
    return Finder(build(parties, language))


def hits(text: str, finder: Finder) -> set[str]:
    """The listed names that a query meets."""
    return {finder.index.name_texts[one.name] for one in match(text, finder, Policy(0.8))}


def is_hit(asked: str, listed: str, kind: Kind, language: Language) -> bool:
    """Whether a query meets the only listed name of the only listed party."""
    party = Entity(id="t:1", kind=kind, names=(ListedName(text=listed, kind=NameKind.PRIMARY),))
    return bool(match(asked, Finder(build([party], language)), Policy(0.8)))
