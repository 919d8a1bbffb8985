"""A quick look at the words of a query: how many say something of which party is named, whatever
listed name stands among them (``surroundings``).

Most queries hold none of the words by which it is known what stands around a name (a branch, a
street, an addressee, a ship's prefix). Each of their words then counts for itself, and
what it counts is kept.
"""

from functools import cache
from itertools import chain

from matcher.lexicon.parts_of_the_world import WORLD
from matcher.lexicon.tables import Role
from matcher.names.apart import is_of_two_scripts, is_parted
from matcher.names.bank_codes import is_bank_code
from matcher.names.country_codes import may_be_code
from matcher.names.nationalities import nationalities
from matcher.names.parser import form_alone
from matcher.names.securities import OF_A_LETTER
from matcher.names.ship_prefixes import ship_prefixes
from matcher.names.surrounding_cues import cues
from matcher.names.surroundings import FARTHEST, is_street
from matcher.names.word import Name

_NOTHING, _SPEAKS, _CUE, _FORM = range(4)
_LEGAL, _SPEAKING = Role.LEGAL, frozenset({Role.WORD, Role.TRADE})
# Words of which it is kept what they count. A choice, for memory.
REMEMBERED = 1 << 15
_known: dict[str | tuple[str, str], int] = {}


def speaking_words(query: Name) -> int:
    """So many words of a query at least are ``surroundings.others`` of any stretch without them.

    Returns:
        Their number; 0 where a word may change what those around it say, and until something else
        had the towns read: one name alone is not worth it.
    """
    words, text = query.words, query.text
    if len(words) > FARTHEST or ":" in text or not cues().has_towns():
        return 0
    if is_of_two_scripts(text) or is_parted(text):
        return 0
    count, ended = 0, False
    for start, end, form, role, _, _ in words:
        written = text[start:end]
        # Of ASCII capital and small letters say the same; the form is in memory anyway.
        key = form if written.lower() == form else (form, written)
        counts = _known.get(key)
        if counts is None:
            if len(_known) >= REMEMBERED:
                _known.clear()
            counts = _known[key] = _look_at(form, written)
        if counts == _CUE:
            return 0
        if role is _LEGAL or counts == _FORM:
            ended = count > 0
        elif counts and role in _SPEAKING and not is_bank_code(written, text):
            if ended:
                # Behind a name that ends with its legal form it is no word of a name.
                return 0
            count += 1
    return count


def _look_at(form: str, written: str) -> int:
    parts = {form, *form.split(" ")}
    counts = _SPEAKS
    if not parts.isdisjoint(_cues()) or is_street(form):
        counts = _CUE
    elif form_alone(written) is not None:
        counts = _FORM
    elif (
        not parts.isdisjoint(_silent()) or any(map(str.isdigit, form)) or may_be_code(form.upper())
    ):
        counts = _NOTHING
    return counts


@cache
def _cues() -> frozenset[str]:
    """Words of what says what stands around a name."""
    known = cues()
    # A ship's prefix may be several words; without its last one it is none.
    ships = {one.rsplit(" ", 1)[-1] for one in ship_prefixes()}
    securities = known.securities | known.kinds_of_security | OF_A_LETTER
    return known.branch | known.street | known.addressee | known.remarks | securities | ships


@cache
def _silent() -> frozenset[str]:
    """Words of what may say nothing: towns, parts of the world and peoples, the letters of
    *c/o* and the like.
    """
    return _parts(cues().towns | WORLD | nationalities().keys() | set("cobdtafki"))


def _parts(phrases: frozenset[str]) -> frozenset[str]:
    return phrases | frozenset(chain.from_iterable(one.split(" ") for one in phrases))
