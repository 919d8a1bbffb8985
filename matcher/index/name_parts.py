"""Parts of listed names by which texts call a party, though no list has them so."""

from collections.abc import Iterator, Sequence

from matcher.lexicon.brands import brands
from matcher.lexicon.tables import Role
from matcher.names.word import Word

# What may be left out behind a name's own words.
_LITTLE = frozenset({Role.LEGAL, Role.TRADE, Role.STOP, Role.PLACE})
_TURNED = frozenset({Role.WORD, Role.TRADE})
_AND = frozenset({"and", "und", "et", "y", "e", "i"})
# Words that say something in a part; and in what stands before an *and*.
LEAST, LEAST_BEFORE_AND = 2, 3


def parts(words: Sequence[Word], text: str) -> Iterator[tuple[int, int]]:
    """Stretches of a name's words that texts may have for all of it; first and one past the last.

    What stands before words for trades and places at its end (*Prince Real Estate* of *Prince Real
    Estate Cambodia Group Co. Ltd.*), before its country (*National Wealth Fund* of *National Wealth
    Fund of the Russian Federation*), before an *and*, and both sides of one behind a bracket.
    """
    first = next((i for i, word in enumerate(words) if word.role is not Role.LEGAL), len(words))
    own = [i for i, word in enumerate(words) if word.role not in _LITTLE and len(word.form) > 1]
    ends = _ends_behind(own, words) if own else _ends_before_a_place(first, words)
    yield from ((first, end) for end in ends if _says(words[first:end]) >= LEAST)
    for place, word in enumerate(words):
        if (
            word.role is not Role.STOP
            or word.form not in _AND
            or not own
            or place >= len(words) - 1
        ):
            continue
        if own[0] < place and _says(words[first:place]) >= LEAST_BEFORE_AND:
            yield first, place
        behind = text[words[place - 1].end : word.start]
        if place and ")" in behind and _says(words[place + 1 :]) >= LEAST_BEFORE_AND:
            yield place + 1, len(words)


def turned(words: Sequence[Word]) -> Sequence[Word]:
    """A word of a name's own and one for what the party is, the other way round: *Vega Bank*, *Bank
    Vega*. Nothing of any other name.

    Args:
        words: of the name, without legal forms.
    """
    own = [word for word in words if word.role is Role.WORD or word.form in brands()]
    if len(words) != 2 or len(own) != 1 or any(word.role not in _TURNED for word in words):
        return ()
    return words[::-1]


def _ends_behind(own: Sequence[int], words: Sequence[Word]) -> list[int]:
    """Behind the first words of its own that stand in a row, or further on."""
    least = own[0] + 1
    while least in own or (least + 1 in own and words[least].role is Role.STOP):
        least += 1
    return [
        end
        for end in range(least, len(words))
        if words[end - 1].role not in (Role.STOP, Role.LEGAL)
    ]


def _ends_before_a_place(first: int, words: Sequence[Word]) -> list[int]:
    """Before the first country of a name that has no word of its own."""
    places = [i for i in range(first + 1, len(words)) if words[i].role is Role.PLACE]
    end = places[0] if places else first
    while end > first and words[end - 1].role in (Role.STOP, Role.LEGAL):
        end -= 1
    return [end] if end > first else []


def _says(words: Sequence[Word]) -> int:
    return sum(word.is_content for word in words)
