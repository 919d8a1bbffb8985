"""A query without what stands around its name: *Topaz Engineering, Kazan Branch*, *INV 20331 Topaz
Engineering*, *Topaz Engineering final payment*.

A listed name that stands whole in a longer query is found as it stands (``search.standing``). What
is left here is compared as any name is, so that a slip, an abbreviation or another spelling in it
is forgiven as it would be without the town. Only what is sure to be no part of it is left out.
"""

from collections.abc import Sequence

from matcher.lexicon.keys import is_given_name
from matcher.lexicon.tables import Role
from matcher.names.bank_codes import is_account, is_bank_code
from matcher.names.country_codes import is_code_behind, is_three_letter_code, may_be_code
from matcher.names.foreign import is_known_abroad
from matcher.names.roles import numbers_as_names
from matcher.names.securities import may_be_a_security, security_in
from matcher.names.surrounding_cues import cues, goes_with_a_remark, remark_in, towns_in
from matcher.names.surroundings import is_parted, is_street, others
from matcher.names.word import Name, Word

_WORD, _LEGAL, _PLACE, _STOP = Role.WORD, Role.LEGAL, Role.PLACE, Role.STOP
# Words that tell something, of a name before its town: of one word half is left by chance.
_FEWEST = 2
# Letters of one of them that no table has, or so many single ones.
_SHORTEST, _INITIALS = 4, 3
# Letters of one that is all that stands beside a legal form.
_LONG = 6
# Letters of one that is all there is before a sign.
_LONG_ALONE = 8
# A number with fewer digits may be a part of a name.
_REFERENCE = 4
# Letters up to which a word before a name is initials, too.
_SHORT = 2
# Letters of a country's code, and of a bank's or an account's at least.
_SHORTEST_COUNTRY, _CODE, _SHORTEST_CODE = 2, 3, 8
# Letters of a little word between a branch and its town.
_LITTLE = 2
# Longer queries are texts.
_LONGEST = 40


def may_have_surroundings(name: Name) -> bool:
    """Whether ``without_surroundings`` may find any: a quick look."""
    words = name.words
    if not 1 < len(words) <= _LONGEST or (len(words) == _FEWEST and not _is_one_name(name, 0)):
        return False
    known = cues()
    place = 0 if words[0].role is not _STOP else _first(words)
    first, last = words[place].form, words[-1].form
    return (
        first in known.addressee
        or last in known.branch
        or last in known.remarks
        or may_be_a_security(words)
        or last.rsplit(" ", 1)[-1] in known.last_of_towns
        or words[-1].role is _PLACE
        or _is_a_code(name, words[0])
        or _is_a_code(name, words[-1])
        or (len(last) == _SHORTEST_COUNTRY and may_be_code(last.upper()) and is_parted(name, -2))
        or (goes_with_a_remark(words[-1]) and any(_is_a_cue(word) for word in words))
    )


def without_surroundings(name: Name) -> Name | None:
    """A query without the references before its name and the town, the branch, the address and the
    remarks behind it; None where it has none of them, or little is left.
    """
    words = name.words
    if len(words) > _LONGEST:
        return None
    first, stop = _led(name), min(remark_in(words), security_in(words))
    line = Name(name.text, words[:stop])
    for end in range(first + 1, stop + 1):
        left = tuple(numbers_as_names(words[first:end], name.text))
        named = _is_one_name(line, first) if end == first + 1 else _names(left)
        if named and (end == stop or _is_around(line, first, end)):
            return Name(name.text, left) if len(left) < len(words) else None
    return None


def _first(words: tuple[Word, ...]) -> int:
    """The place of the first word that is more than *to the*."""
    return next((i for i, word in enumerate(words) if word.role is not _STOP), 0)


def _is_a_cue(word: Word) -> bool:
    """Whether what stands behind a word may be a house's number, or an invoice's."""
    known = cues()
    return word.form in known.remarks or word.form in known.with_remarks or is_street(word.form)


def _led(line: Name) -> int:
    """How many words before a name say whom the line is for, or what it is about. Short ones are
    initials, too (*N.R. Spuntech*), unless a number or a colon follows.
    """
    words, known = line.words, cues().addressee
    begun = place = _first(words)
    while place + 1 < len(words) and (
        words[place].form in known
        or (place > begun and _is_long(words[place]))
        or _is_a_banks(line, words[place])
    ):
        short = len(words[place].form) <= _SHORT
        between = line.text[words[place].end : words[place + 1].start]
        if short and ":" not in between and not _is_long(words[place + 1]):
            break
        place += 1
    return place if place > begun else 0


def _is_long(word: Word) -> bool:
    return word.form.isdigit() and len(word.form) >= _REFERENCE


def _names(words: tuple[Word, ...]) -> bool:
    """Whether words are a name: enough of them, letters of its own, and no word at the end that
    needs another behind it.
    """
    if words[-1].role is _STOP:
        return False
    own = [len(word.form) for word in words if word.role is _WORD]
    longest = max(own, default=0)
    if sum(word.is_content for word in words) >= _FEWEST:
        return longest >= _SHORTEST or own.count(1) >= _INITIALS
    return longest >= _LONG and any(word.role is _LEGAL for word in words)


def _is_one_name(line: Name, place: int) -> bool:
    """Whether a word is a name by itself: a long one, with a sign between it and what follows."""
    words = line.words
    if place + 1 >= len(words) or words[place].role is not _WORD:
        return False
    return len(words[place].form) >= _LONG_ALONE and is_parted(line, place)


def _is_around(line: Name, first: int, end: int) -> bool:
    """Whether all words from a place on stand around a name that ends there."""
    words = line.words
    behind = words[end:]
    if any(word.role is _LEGAL for word in behind):
        # *Topaz Hamburg GmbH* is a company's whole name.
        return False
    towns, branch = towns_in(behind), cues().branch
    if is_parted(line, end - 1):
        # A number alone may be anything (*Topaz Inc. -,01*).
        says = towns or any(
            word.role is _PLACE or word.form in branch or is_street(word.form)
            for word in behind
            # *Of* is said of branches and streets, and of much else.
            if word.role is not _STOP
        )
        says = says or _is_a_code(line, behind[0])
        says = says or is_code_behind(line.text, words[end - 1], behind[0], placed=False)
        left = others(line, range(first, end)) if says else ()
        return bool(says) and all(_is_a_code(line, words[place]) for place in left)
    if len(behind) == 1 and _may_be_a_surname(words[first:end], behind[0]):
        return False
    codes = {place for place, word in enumerate(behind) if _is_a_code(line, word)}
    placed = any(word.role is _PLACE for word in behind) and not branch.isdisjoint(
        word.form for word in behind
    )
    return bool(towns or codes or placed) and all(
        place in towns or place in codes or _is_of_a_branch(word, branch)
        for place, word in enumerate(behind)
    )


def _may_be_a_surname(before: Sequence[Word], town: Word) -> bool:
    """Whether a town is a surname behind given names (*Mohammad Naim Safi*), and one that is a
    given name or not known abroad behind what may be a person's name (*Ahmed Zaki Salem*).
    """
    told = [word for word in before if word.is_content]
    given = [is_given_name(word.form) for word in told]
    if all(given):
        return True
    person = given[0] and all(word.role is _WORD for word in told)
    return person and (is_given_name(town.form) or not is_known_abroad(town.form))


def _is_of_a_branch(word: Word, branch: frozenset[str]) -> bool:
    """Whether a word is one of *Iran Branch*, *sede secondaria di Milano*, *Sucursal en España*."""
    if word.role is _PLACE or word.form in branch:
        return True
    return word.role is _STOP or (len(word.form) <= _LITTLE and not word.form.isdigit())


def _is_a_code(line: Name, word: Word) -> bool:
    """Whether a word is a bank's code, an account's, or a country's of three letters (*Topaz
    Enginering IRN*).
    """
    length = word.end - word.start
    if length == _CODE:
        return is_three_letter_code(line.text[word.start : word.end], line.text)
    return length >= _SHORTEST_CODE and _is_a_banks(line, word)


def _is_a_banks(line: Name, word: Word) -> bool:
    written = line.text[word.start : word.end]
    return is_bank_code(written, line.text) or is_account(written)
