"""Persons asked for by their initials: ``N. Maduro Moros``, ``Kadyrov R. A.``.

An initial is one letter and tells next to nothing; yet it lengthens the query, so that a listed
name would have a smaller share of it than of the surname alone. A query with initials is therefore
read without them, too, and that reading counts for persons whose given names begin with them.
"""

import re
from collections.abc import Sequence, Set

from matcher.lexicon.scripts import latin
from matcher.lexicon.tables import Role
from matcher.names.roles import is_patronymic
from matcher.names.word import Name, Word

# Letters that tables write for one another at the beginning of a name: *Yevgeny*, *Evgeny*,
# *Jewgeni*; *Khamid*, *Hamid*; *Walid*, *Valid*; *Qasim*, *Kasim*, *Casim*.
_LIKE = ("eyji", "kh", "vw", "kqc", "gj", "zs", "uo", "cts", "fp", "xk", "xs")
# One or more, of which one word is made: *R*, *R.A*, *J.-P*.
_INITIALS = re.compile(r"[^\W\d_](?:[.\s][.\s-]*[^\W\d_]){0,3}")
# Two written together, which are no word for want of a vowel: *JB Mbarushe*.
_TOGETHER = re.compile("[B-DF-HJ-NP-TV-XZ]{2}")
# What ASCII text with an initial has: a capital or two that stand alone, with or without a full
# stop.
_ALONE = re.compile(r"(?<![0-9A-Za-z])[A-Z]{1,2}(?![0-9A-Za-z])")
# What is left has a word of so many letters.
_SHORTEST_SURNAME = 3
# Fewer initials are many persons'.
LEAST_INITIALS = 2
# Beside initials that may be a legal form (*A.G.*) so many words are a person's surname.
_MOST_SURNAMES = 2


def initials_of(name: Name) -> tuple[int, ...]:
    """The places of a name's initials; none where it says that it is a company, or says no more."""
    plain = name.text.isascii()
    if plain and _ALONE.search(name.text) is None:
        # The common case.
        return ()
    # In ASCII one letter or two, or letters with signs between, for which the form has none or
    # spaces.
    places = tuple(
        [
            place
            for place, (start, end, form, _, _, _) in enumerate(name.words)
            if not (plain and 2 < end - start == len(form) and " " not in form)
            and _is_initial(name.words[place], name.text)
        ]
    )
    if not places:
        return ()
    taken = frozenset(places)  # a cell of a megabyte may be nothing but initials
    left = [word for i, word in enumerate(name.words) if i not in taken]
    if any(word.role is Role.LEGAL for word in left):
        return ()
    if any(name.words[place].role is Role.LEGAL for place in places) and not _may_be_a_person(left):
        return ()
    named = any(w.role is Role.WORD and len(w.form) >= _SHORTEST_SURNAME for w in left)
    return places if named else ()


def without_initials(name: Name) -> tuple[Name, tuple[str, ...]] | None:
    """A name without its initials, and these as single letters; None where it has none."""
    places = initials_of(name)
    if not places:
        return None
    taken = frozenset(places)
    left = tuple(word for i, word in enumerate(name.words) if i not in taken)
    return Name(name.text, left), _letters(name, places)


def _letters(name: Name, places: Sequence[int]) -> tuple[str, ...]:
    """Initials in Latin letters; one of another script may take several (*Ш*, sh)."""
    written = (name.text[name.words[place].start : name.words[place].end] for place in places)
    return tuple(latin(sign).lower() for text in written for sign in text if sign.isalpha())


def agreeing(initials: Sequence[str], words: Sequence[Word], free: Set[int]) -> dict[int, int]:
    """Which initial may stand for which word.

    Args:
        initials: in Latin letters.
        words: those of a listed name.
        free: places of the words that met nothing yet.

    Returns:
        For the places of initials those of words, each word once; what agrees with none is left
        out.
    """
    telling = sorted(place for place in free if words[place].is_content)
    fathers = [place for place in telling if is_patronymic(words[place].form)]
    given = [place for place in telling if place not in fathers]
    found = _paired(initials, words, given, {})
    # Who is called by one initial is not called by the father's.
    return _paired(initials, words, fathers, found) if found or not given else {}


def agree_with_its_own(initials: Sequence[str], listed: Name, free: Set[int]) -> bool:
    """Whether a person's initials are those of a listed name that has initials itself, where each
    side may have one more than the other: *F.H.* and *F.H.A.M.* for *Fahad H.A.*

    Args:
        initials: what was asked, in Latin letters.
        listed: the listed name.
        free: places of its words that met nothing.
    """
    own = [place for place in initials_of(listed) if place in free]
    if not own:
        return False
    left = [w.form for i, w in enumerate(listed.words) if i in free and i not in own]
    left = [form for form in left if len(form) > 1]
    names = (*left, *_letters(listed, own))
    asked, met = list(initials), 0
    for name in names:
        same = next((one for one in asked if _begins(name, one)), None)
        if same is not None:
            asked.remove(same)
            met += 1
    most, least = max(len(initials), len(names)), min(len(initials), len(names))
    return met == least >= LEAST_INITIALS and most - least <= 1


def _paired(
    initials: Sequence[str], words: Sequence[Word], places: Sequence[int], found: dict[int, int]
) -> dict[int, int]:
    found = dict(found)
    for number, initial in enumerate(initials):
        for place in places if number not in found else ():
            if place not in found.values() and _begins(words[place].form, initial):
                found[number] = place
                break
    return found


def disagree(name: Name, listed: Sequence[Word], met: Set[int], free: Set[int]) -> bool:
    """Whether a name has initials before or behind it all of which stand for other names than the
    listed person has. One in the middle (*John F. Kennedy*) is one name among others.

    Args:
        name: what was asked.
        listed: the words of the listed name.
        met: places of the query's words that met one of these.
        free: places of these that met nothing.
    """
    places = [place for place in initials_of(name) if place not in met]
    words = [i for i in range(len(name.words)) if i not in places]
    if not places or not words or not all(p < words[0] or p > words[-1] for p in places):
        return False
    letters = _letters(name, places)
    agreed = agreeing(letters, listed, free)
    # Of two initials beside a surname the first is the given name's where fathers' names are used.
    father = len(letters) == LEAST_INITIALS and any(is_patronymic(listed[i].form) for i in free)
    return not agreed or (father and 0 not in agreed)


def _is_initial(word: Word, text: str) -> bool:
    raw = text[word.start : word.end]
    if not raw.isupper() or word.consonantal:
        return False
    if _TOGETHER.fullmatch(raw):
        return word.role is Role.WORD and not text.isupper()
    if not _INITIALS.fullmatch(raw):
        return False
    # *A.G.* is a legal form and two initials, *AG* the one only.
    return word.role is Role.WORD or "." in text[word.start : word.end + 1]


def _may_be_a_person(words: Sequence[Word]) -> bool:
    """Whether words beside what may be a legal form or initials are no company's."""
    return len(words) <= _MOST_SURNAMES and all(word.role is Role.WORD for word in words)


def _begins(form: str, initial: str) -> bool:
    if form.startswith(initial):
        return True
    pair = {form[0], initial[0]}
    return any(pair <= set(like) for like in _LIKE)
