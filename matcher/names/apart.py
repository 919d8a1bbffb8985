"""Words around a name in a longer query that are no part of it by how they are written: another
party, ended by its legal form (*Star Ltd and New People*) or by what stands between two names
(*Star Works, formerly New People*), and remarks in another script (*New People 東京支店*).
"""

import re

from matcher.lexicon.tables import COMPANY, Role
from matcher.names.parser import form_alone
from matcher.names.prefilter import MAY_BE_SIGNED, MAY_HOLD_NAMES, look
from matcher.names.stretches import ALSO_ASKED
from matcher.names.word import Name, Word

# What stands between a party and the next: no name goes on behind *Ltd and*.
_NEXT = re.compile(
    r"\W*[,;:&+]\W*|\W+(?:and|for|und|für|et|pour|y|e|para|per|en|voor|i|dla|ve|için|и|для|та|و)\W+",
    re.IGNORECASE,
)
# Letters of Latin scripts, with all their signs.
_LATIN = re.compile(r"[a-zA-Z\u00aa-\u024f\u1e00-\u1eff]")


def apart(query: Name, stretch: range) -> frozenset[int]:
    """The places of such words.

    Args:
        query: the name as it was asked.
        stretch: where the listed name stands among its words.
    """
    ended, told = _ended(query, stretch), _said_between(query, stretch)
    return ended | told | _in_another_script(query, stretch)


def is_parted(text: str) -> bool:
    """Whether something stands in a text that stands between two names."""
    # The common case by the quick look.
    parted = look(text) & (MAY_HOLD_NAMES | MAY_BE_SIGNED)
    return bool(parted) and ALSO_ASKED.search(text) is not None


def _said_between(query: Name, stretch: range) -> frozenset[int]:
    words, text = query.words, query.text
    if not is_parted(text):
        return frozenset()
    found = set[int]()
    for met in ALSO_ASKED.finditer(text):
        if len(stretch) == 1 and not any(map(str.isalpha, met[0])):
            # *Etex NV - AUC*: letters behind a dash are a place's or a share's more often.
            continue
        before = [place for place in range(stretch.start) if words[place].start < met.end()]
        behind = [p for p in range(stretch.stop, len(words)) if words[p].end > met.start()]
        if met.end() <= words[stretch.start].start and len(before) == stretch.start:
            found.update(before)
        elif met.start() >= words[stretch[-1]].end and len(behind) == len(words) - stretch.stop:
            found.update(behind)
    return frozenset(found)


def _ended(query: Name, stretch: range) -> frozenset[int]:
    words, last = query.words, stretch.start - 1
    while last > 0 and words[last].role is Role.STOP:
        last -= 1
    if last < 1:
        return frozenset()
    form = form_alone(query.text[words[last].start : words[last].end])
    if form is None or form in COMPANY:
        return frozenset()
    between = query.text[words[last].end : words[stretch.start].start]
    return frozenset(range(stretch.start)) if _NEXT.fullmatch(between) else frozenset()


def is_of_two_scripts(text: str) -> bool:
    """Whether a text has letters of Latin and of other scripts."""
    if text.isascii() or _LATIN.search(text) is None:
        return False
    return any(letter.isalpha() and not _LATIN.match(letter) for letter in text)


def _in_another_script(query: Name, stretch: range) -> frozenset[int]:
    if query.text.isascii():
        # The common case.
        return frozenset()
    words = query.words
    latin = [place for place, word in enumerate(words) if _is_latin(query.text, word)]
    if len(latin) == len(words) or not set(latin).issuperset(stretch):
        return frozenset()
    beside = [words[place] for place in latin if place not in stretch]
    if len(stretch) == 1 or any(map(_says_something, beside)):
        return frozenset()
    return frozenset(range(len(words))).difference(latin)


def _says_something(word: Word) -> bool:
    return word.role not in (Role.LEGAL, Role.STOP, Role.PLACE)


def _is_latin(text: str, word: Word) -> bool:
    return _LATIN.search(text, word.start, word.end) is not None
