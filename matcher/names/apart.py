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
    r"\W*[,;:&+]\W*|\W+(?:and|for|und|für|et|pour|y|e|para|per|en|voor|i|dla|ve|için|och|og|ja|és|și|si|a|kai|και|dan|và|и|для|та|і|و)\W+",
    re.IGNORECASE,
)
# Characters of what stands between two names, at most.
_LONGEST_SAID = 60
# Letters of Latin scripts, with all their signs.
_LATIN = re.compile(r"[a-zA-Z\u00aa-\u024f\u1e00-\u1eff]")


def apart(query: Name, stretch: range, near: range) -> frozenset[int]:
    """The places of such words.

    Args:
        query: the name as it was asked.
        stretch: where the listed name stands among its words.
        near: the places that are looked at.
    """
    before, behind = range(near.start, stretch.start), range(stretch.stop, near.stop)
    found = frozenset[int]()
    if before and (_is_ended(query, stretch) or _is_said_before(query, stretch)):
        found |= frozenset(before)
    if behind and _is_said_behind(query, stretch):
        found |= frozenset(behind)
    return found | _in_another_script(query, stretch, near)


def is_parted(text: str) -> bool:
    """Whether something stands in a text that stands between two names."""
    # The common case by the quick look.
    parted = look(text) & (MAY_HOLD_NAMES | MAY_BE_SIGNED)
    return bool(parted) and ALSO_ASKED.search(text) is not None


def _is_said_before(query: Name, stretch: range) -> bool:
    """Whether right before a name stands what stands between two."""
    at = query.words[stretch.start].start
    for met in ALSO_ASKED.finditer(query.text, max(0, at - _LONGEST_SAID), at):
        if not any(map(str.isalnum, query.text[met.end() : at])):
            return _parts(met, stretch)
    return False


def _is_said_behind(query: Name, stretch: range) -> bool:
    at = query.words[stretch[-1]].end
    met = ALSO_ASKED.search(query.text, at, at + _LONGEST_SAID)
    if met is None or any(map(str.isalnum, query.text[at : met.start()])):
        return False
    return _parts(met, stretch)


def _parts(met: re.Match[str], stretch: range) -> bool:
    """*Etex NV - AUC*: letters behind a dash are a place's or a share's more often."""
    return len(stretch) > 1 or any(map(str.isalpha, met[0]))


def _is_ended(query: Name, stretch: range) -> bool:
    """Whether another party stands before a name, ended by its legal form."""
    words, last = query.words, stretch.start - 1
    while last > 0 and words[last].role is Role.STOP:
        last -= 1
    if last < 1:
        return False
    form = form_alone(query.text[words[last].start : words[last].end])
    if form is None or form in COMPANY:
        return False
    between = query.text[words[last].end : words[stretch.start].start]
    return len(between) <= _LONGEST_SAID and _NEXT.fullmatch(between) is not None


def is_of_two_scripts(text: str) -> bool:
    """Whether a text has letters of Latin and of other scripts."""
    if text.isascii() or _LATIN.search(text) is None:
        return False
    return any(letter.isalpha() and not _LATIN.match(letter) for letter in text)


def _in_another_script(query: Name, stretch: range, near: range) -> frozenset[int]:
    if query.text.isascii():
        # The common case.
        return frozenset()
    words = query.words
    latin = [place for place in near if _is_latin(query.text, words[place])]
    if len(latin) == len(near) or not set(latin).issuperset(stretch):
        return frozenset()
    formed = any(words[place].role is Role.LEGAL for place in latin if place not in stretch)
    if len(stretch) == 1 and not formed:
        return frozenset()
    return frozenset(near).difference(latin)


def _is_latin(text: str, word: Word) -> bool:
    return _LATIN.search(text, word.start, word.end) is not None
