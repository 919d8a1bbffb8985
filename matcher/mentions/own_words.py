"""A party's own words, by which a text calls it once it has named it in full: *Melli* behind *Bank
Melli*, *Prince* behind *Prince Group*; and what the text itself says that it will call it: *Green
Pine Associated Corporation (Green Pine)*.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from matcher.lexicon.everyday import LEAST
from matcher.lexicon.tables import Role
from matcher.mentions.cues import (
    OPENING,
    MentionContext,
    in_quotes,
    is_called_a_party,
    is_called_a_place,
    is_shouted,
)
from matcher.mentions.searcher import Searcher
from matcher.mentions.spots import Spot
from matcher.mentions.whole_place import beside_a_capital, word_before
from matcher.mentions.words_met import is_a_town
from matcher.names.nationalities import countries_named
from matcher.names.parser import analyse
from matcher.names.word import Word
from records import CRAFT, FoundBy, Kind, NameKind

# Words of a party's own, and letters of a single one.
MOST_WORDS, SHORTEST = 2, 4
# Zipf value, in the language that has it most often, from which a word is no party's by its
# capital: *power*, *energy*, *first*; *prince* has 4.9.
TOO_COMMON = 5.0
# Code points behind a name in which brackets may say what the text will call it.
_INTRODUCED = re.compile(
    r"[’'”\"»]?(?:,? (?:Inc|Ltd|Limited|LLC|Co|Corp)\.?)?[ \u00a0]?[(（](?:hereinafter |the )*"
    r"[\"'“«‘„]?(?:the )?([^\W\d_][\w'’-]*(?:[ \u00a0][^\W\d_][\w'’-]*){0,3})[\"'”»’“]?[)）]"
)
_HYPHENS = "-\u2010\u2011"
_BEFORE = (*_HYPHENS, "_", "@", ".", "/")
_OWNS = re.compile("['’]s?(?![^\\W_])")
# What follows the name of somebody who does something, and no noun without an article.
_DOES = re.compile(
    r"[ \u00a0](?:has|had|is|was|will|would|says?|said|did|does|denied|denies|declined|owns|owned"
    r"|runs|ran|sells|sold|buys|bought)\b"
)
# What stands before words of the language, and before no name.
_ARTICLES = frozenset(
    ("a", "an", "the", "this", "that", "each", "every", "any", "der", "die", "das", "den", "dem",
     "des", "ein", "eine", "einen", "einem", "einer", "le", "la", "les", "el", "los", "las", "un",
     "une", "una", "il", "lo", "gli", "o", "os", "de", "het", "een", "en", "ett", "et", "his",
     "her", "its", "their", "our", "my", "your")
)  # fmt: skip


def called_by_own_words(text: str, sure: Iterable[Spot], known: Searcher) -> Iterator[Spot]:
    """Places where a text calls a party by its own words that it has named in full.

    Args:
        text: the document.
        sure: what was found in it.
        known: the listed names, and how common words are.

    Returns:
        The same spots at these places, as short forms of the score that they had.
    """
    seen = set[tuple[str, int]]()
    for spot in sure:
        if not spot.licenses or spot.called or known.mention_kind(spot.entity) in CRAFT:
            continue
        for called, said in _names(text, spot, known):
            if (called, spot.entity) in seen:
                continue
            seen.add((called, spot.entity))
            for start in _places(text, called, known, said=said):
                end = start + len(called)
                if end <= spot.start or spot.end <= start:
                    yield spot._replace(start=start, end=end, found_by=FoundBy.SHORT_FORM)


def _names(text: str, spot: Spot, known: Searcher) -> Iterator[tuple[str, bool]]:
    """What the text may call a party, and whether it says so itself."""
    written = text[spot.start : spot.end]
    words = analyse(written).words
    own = (
        _own(words, written, known) if spot.complete or spot.found_by is FoundBy.WHOLE_NAME else ()
    )
    introduced = _introduced(text, spot, words, known)
    if introduced is not None:
        yield introduced, True
    if own:
        yield text[spot.start + own[0].start : spot.start + own[-1].end], False


def _introduced(text: str, spot: Spot, words: Sequence[Word], known: Searcher) -> str | None:
    """What brackets right behind a name say that it is called: words of it, in their order."""
    met = _INTRODUCED.match(text, spot.end)
    if met is None or not met[1][0].isupper():
        return None
    called = analyse(met[1]).words
    rest = iter(word.form for word in words)
    if not all(word.form in rest for word in called):
        return None
    return met[1] if any(_is_own(word, known) for word in called) else None


def _own(words: Sequence[Word], written: str, known: Searcher) -> Sequence[Word]:
    """A name's own words, where nothing else stands in it but words of trade and a place."""
    own = list[int]()
    for number, word in enumerate(words):
        # *Jin Bei Group*: a little word of another language is one of the name by its capital.
        little = (
            word.role is Role.STOP and written[word.start].isupper() and own[-1:] == [number - 1]
        )
        if little or _is_own(word, known):
            own.append(number)
    kept = [words[number] for number in own]
    around = [word for word in words if word.is_content and word not in kept]
    if not own or not around or len(own) > MOST_WORDS or own[-1] - own[0] >= len(own):
        return ()
    if len(kept) == 1 and (is_a_town(kept[0]) or len(kept[0].form) < SHORTEST):
        return ()
    return kept


def _is_own(word: Word, known: Searcher) -> bool:
    """Whether a word is no other party's: not *Bank*, *Group* and countries; but *Melli*, which
    is a word of trade in its language alone.
    """
    if word.role is Role.WORD:
        return not countries_named(word)
    foreign = word.role is Role.TRADE and known.zipf_of(word.form) < LEAST
    return foreign and not countries_named(word) and word.form.isascii()


def _places(text: str, called: str, known: Searcher, *, said: bool) -> list[int]:
    """Where the words stand as a name by themselves."""
    places = list(_where(text, called)) if called[0].isupper() else []
    query = analyse(called)
    everyday = known.index.language.everyday.zipf_of(called.lower())
    if said or " " in called:
        everyday = 0.0
    found = list[int]()
    for start in places:
        end = start + len(called)
        place = MentionContext(
            text, start, end, query, query, (), Kind.ORGANIZATION, NameKind.ALIAS, small=False
        )
        if _stands_alone(place) and (everyday < LEAST or _is_named(place, everyday)):
            found.append(start)
    return found


def _where(text: str, called: str) -> Iterator[int]:
    """The places of some words, where no letter and no hyphen stands right before or behind them,
    but for the hyphen of *-linked*.
    """
    start = text.find(called)
    while start >= 0:
        end = start + len(called)
        before, behind = text[max(0, start - 1) : start], text[end : end + 1]
        if not (before.isalnum() or before in _BEFORE or behind.isalnum()):
            yield start
        start = text.find(called, end)


def _stands_alone(place: MentionContext) -> bool:
    """Whether nothing beside the words makes a longer name of them."""
    if is_shouted(place) or is_called_a_place(place):
        return False
    behind = place.text[place.end : place.end + 2]
    if behind[:1] and behind[0] in _HYPHENS and not behind[1:].islower():
        return False
    return not beside_a_capital(place)


def _is_named(place: MentionContext, everyday: float) -> bool:
    """Whether an everyday word stands as a name does: *Prince's lawyers*, *of Prince*, *Prince
    denied it*; not *the Prince*.
    """
    if everyday >= TOO_COMMON:
        return False
    if in_quotes(place) or is_called_a_party(place):
        return True
    opens = OPENING.search(place.text, max(0, place.start - 3), place.start)
    before = word_before(place)
    if before is not None and not opens:
        return before[1].lower() not in _ARTICLES
    does = _DOES.match(place.text, place.end) or _OWNS.match(place.text, place.end)
    return opens is not None and does is not None
