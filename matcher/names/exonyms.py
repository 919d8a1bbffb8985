"""Names by which the press of other languages knows a party, read as lists have them: 真主党 is
*Hizballah*, 中芯国际 *Semiconductor Manufacturing International Corporation* (``known_as.tsv``).

Such a name counts where it stands by itself, or beside legal forms, places and trade words:
中芯国际集成电路制造有限公司. With another word it may be another party's.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

from matcher.lexicon.folding import Token, fold, tokens
from matcher.lexicon.known_as import latin_firsts, listed_as, not_behind
from matcher.lexicon.tables import Role
from matcher.names.group_words import group_words
from matcher.names.native import may_be_native, native_readings
from matcher.names.parser import analyse
from matcher.names.respelt import respelt
from matcher.names.surrounding_cues import cues, towns_in
from matcher.names.word import Name

# Words of the longest exonym, about; and the characters by which one without spaces is looked up.
LONGEST, HEAD = 7, 2
# Parts of a foreigner's name in characters, which dots part.
MOST_PARTS = 4
# What lists call the party in so many ways at most.
MOST_LISTED = 3
_FRAME = (Role.LEGAL, Role.PLACE, Role.STOP)
_APART = "\u200c"
Found = tuple[int, int, tuple[str, ...]]
"""Where an exonym begins and ends, and what lists call its party."""


def may_begin_exonym(form: str) -> bool:
    """Whether a word in ``a-z`` may begin one in Latin letters."""
    return form.split(" ", 1)[0] in latin_firsts()


def may_have_exonym(text: str) -> bool:
    """Whether a query has one."""
    return any(_found(text))


def as_listed(text: str) -> Iterator[tuple[Name, tuple[int, int]]]:
    """A query with an exonym of a party as lists call it, and where the exonym begins and ends;
    nothing for most. Where but places and the like stand around it, it is read alone, too.
    """
    for start, end, listed in _found(text):
        rest = analyse(text[:start] + " " * (end - start) + text[end:])
        plain = all(word.role is not Role.WORD for word in rest.words)
        alone = bool(rest.words) and _is_around(rest)
        if plain or alone:
            for one in listed[:MOST_LISTED]:
                name = respelt(text, [(start, end, f" {one} ")])
                if plain:
                    yield name, (start, end)
                if alone:
                    named = [word for word in name.words if start <= word.start < end]
                    yield Name(text, tuple(named)), (start, end)


def _is_around(rest: Name) -> bool:
    """Whether what is left of a query is a branch, a town or what kind of group it is:
    ``北京分行``, ``rebels in Yemen``.
    """
    if _are_around(rest):
        return True
    native = islice(native_readings(rest.text), 1) if may_be_native(rest.text) else ()
    return any(_are_around(respelt(rest.text, found)) for found, _ in native)


def _are_around(rest: Name) -> bool:
    words = rest.words
    towns, groups = towns_in(words), group_words(rest)
    return all(
        word.role in _FRAME or place in towns or place in groups or word.form in cues().branch
        for place, word in enumerate(words)
    )


def _found(text: str) -> Iterator[Found]:
    yield from _found_in(text)
    if _APART in text:
        # Persian may set whole words apart by it.
        yield from _found_in(text.replace(_APART, " "))


def _found_in(text: str) -> Iterator[Found]:
    words = list(tokens(text))
    for place, word in enumerate(words):
        found = _in_a_row(word, text) if word.unspaced else None
        found = found or _words_from(words[place : place + LONGEST])
        if found:
            yield found


def _words_from(words: Sequence[Token]) -> Found | None:
    """The longest exonym that some words begin with."""
    forms = tuple([word.form for word in words])
    if forms[0].isdecimal() and len(words) > 1 and words[0].end == words[1].start:
        # A script without spaces writes it before its words: 39호실.
        listed = listed_as().get((forms[0] + forms[1],))
        if listed:
            return words[0].start, words[1].end, listed
    if words[0].unspaced and len(words) > 1:
        parted = _parted_by_signs(words)
        if parted:
            return parted
    if forms[0] not in _firsts():
        return None
    for count in range(len(forms), 0, -1):
        listed = listed_as().get(forms[:count])
        if listed:
            return words[0].start, words[count - 1].end, listed
    return None


def _parted_by_signs(words: Sequence[Token]) -> Found | None:
    """The longest exonym of which signs part the words: 谢尔盖·拉夫罗夫."""
    for count in range(min(len(words), MOST_PARTS), 1, -1):
        if all(word.unspaced for word in words[:count]):
            listed = listed_as().get(("".join([word.form for word in words[:count]]),))
            if listed:
                return words[0].start, words[count - 1].end, listed
    return None


def _in_a_row(word: Token, text: str) -> Found | None:
    """The longest exonym in a run of a script without spaces."""
    characters = [fold(sign) for sign in text[word.start : word.end]]
    if "".join(characters) != word.form or any(len(sign) != 1 for sign in characters):
        return None
    best: Found | None = None
    for at in range(len(characters) - HEAD + 1):
        for exonym, listed in _by_head().get(word.form[at : at + HEAD], ()):
            longer = best is None or len(exonym) > best[1] - best[0]
            if not longer or not word.form.startswith(exonym, at):
                continue
            if not at or word.form[at - 1] not in not_behind(exonym):
                best = word.start + at, word.start + at + len(exonym), listed
    return best


@cache
def _firsts() -> frozenset[str]:
    return frozenset([forms[0] for forms in listed_as()])


@cache
def _by_head() -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """Exonyms of one word, by their first characters."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for forms, listed in listed_as().items():
        if len(forms) == 1:
            found.setdefault(forms[0][:HEAD], []).append((forms[0], listed))
    return found
