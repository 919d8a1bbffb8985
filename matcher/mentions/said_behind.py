"""What stands right behind a name and says that it is a party's: *the Vega-linked trader*, *Vega, a
Moscow exchange*, *two Vega executives*.
"""

import re
from functools import cache
from importlib.resources import files

from matcher.lexicon.party_words import says_party

# Words between an article and the noun that says what the party is.
_MOST_BETWEEN = 3
_HYPHEN = "[-\u2010\u2011\u2013]"
# ``, a Moscow-based exchange``, ``, eine iranische Bank in Köln``, and with *the* where a comma
# follows: ``, the exchange rate`` is no exchange.
_INDEFINITE = "an?|one|eine?|une?|una?|uno|um|uma|een|en|ett|et"
_DEFINITE = "the|its|der|die|das|la|le|el|il|lo|o|a|het|de"
_WORDS = rf"(?P<words>(?:[ \u00a0][^\W\d_][\w'’-]*){{1,{_MOST_BETWEEN + 1}}}?)"
# ``a group of islands`` is none of these.
_GOES_ON = (
    r"(?<!group)(?=[,.;:)]|[ \u00a0](?:in|of|that|which|who|whose|based|from|with|under|near"
    r"|owned|run|linked|aus|mit|bei|zu|der|die|das|du|de|des|qui|dont|à|en|que|con|del|di|che|da"
    r"|com|van|uit|met|i|som|från|fra)\b)"
)
_APPOSED = re.compile(
    r"(?:[,，][ \u00a0]|[ \u00a0][\u2013\u2014-][ \u00a0])"
    rf"(?:(?:{_INDEFINITE}){_WORDS}{_GOES_ON}"
    rf"|(?:{_DEFINITE}){_WORDS.replace('words', 'named')}(?=,))"
)


def says_party_behind(text: str, end: int) -> bool:
    """Whether the words behind a place of a text say that a party's name ends there.

    Args:
        text: running text.
        end: where the name ends, in code points.
    """
    nouns, first = _nouns()
    if text[end : end + 1] not in first:
        return False
    if nouns.match(text, end):
        return True
    apposed = _APPOSED.match(text, end)
    return apposed is not None and says_party((apposed["words"] or apposed["named"]).split()[-1])


# What parts the name from them.
_FIRST = frozenset("-\u2010\u2011\u2013\u2014,， \u00a0")


@cache
def _nouns() -> tuple[re.Pattern[str], frozenset[str]]:
    """The words of ``data/party_cues_behind.tsv``: those that a hyphen joins to the name, those
    behind a space, and those with a space or without; and what parts the name from any of them, or
    begins them.
    """
    text = (files("matcher") / "data" / "party_cues_behind.tsv").read_text(encoding="utf-8")
    joined, apart, close = list[str](), list[str](), list[str]()
    for line in text.splitlines():
        if not line.startswith("#"):
            for word in line.partition("\t")[2].split("|"):
                of_its_sort = {"-": joined, "+": close}.get(word[0], apart)
                of_its_sort.append(re.escape(word.lstrip("-+")))
    pattern = re.compile(
        rf"(?:{_HYPHEN}(?:{'|'.join(joined)})|[ \u00a0](?:{'|'.join(apart)}))(?![\w'’])"
        rf"|[ \u00a0]?(?:{'|'.join(close)})"
    )
    return pattern, _FIRST | {word.lstrip("\\")[0] for word in close}
