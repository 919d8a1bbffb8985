"""What speaks for and against two names being one, in figures.

Every feature is such that more agreement never lowers the score: those that speak for it have a
weight that is not negative, those that speak against it one that is not positive.
"""

from collections.abc import Sequence, Set
from typing import NamedTuple

from matcher.comparison.align import Link
from matcher.comparison.by_letters import LetterRun
from matcher.comparison.similarity import slips_between
from matcher.lexicon.keys import is_given_name
from matcher.lexicon.tables import COMPANY, Role
from matcher.names.number_words import number_in, role_of
from matcher.names.parser import roman
from matcher.names.term_weights import Rarity
from matcher.names.word import IDLE, Name, Word

_PLACE, _LEGAL, _WORD, _NUMBER = Role.PLACE, Role.LEGAL, Role.WORD, Role.NUMBER

# Ways to meet in which two different words may look like one.
LOOSE = frozenset({"typo", "consonants", "acronym", "inflection"})

# From so many letters on a word with one wrong is hardly another one.
LONG_ALONE = 5
# From so many on one with two wrong is; in other words one slip of the pen may be made each.
LONG_TWICE, MOST_SLIPS = 8, 2
# What the words of a cut name must tell at least: more where it ends with a word, since it may be
# another name that is all there.
LEAST_CUT_INSIDE, LEAST_CUT_BETWEEN = 0.3, 0.8
# Up to so many letters coarse spellings meet by chance (``Takko``, ``Tako``).
SHORT_RESPELT = 5
_APART = frozenset({Role.PLACE, Role.NUMBER})
_OWN = frozenset({Role.WORD, Role.TRADE})
_ONE_LETTER = frozenset("ivx")
# Terms of words that go with any legal form.
GENERIC = frozenset(f"={concept}" for concept in COMPANY)


class Weighed(NamedTuple):
    """A link with the information in its words."""

    link: Link
    query_weight: float
    name_weight: float


class Features(NamedTuple):
    """The comparison of two names. (A tuple is made five times as quickly as a dataclass.)"""

    query_covered: float
    """Share of the query's information that the listed name has, in [0, 1]."""
    name_covered: float
    """Share of the listed name's information that the query has, in [0, 1]."""
    agreed: float
    """The information that both have, weighted by how alike; about 1 for one rare word."""
    query_extra: float
    """Information of the query's words that the listed name lacks."""
    name_missing: float
    """Information of the listed name's words that the query lacks."""
    fuzzy_share: float
    """Share of the agreed information whose words are only alike, in [0, 1]."""
    respelled_share: float
    """Share of the agreed information whose words agree but for what transliteration tables
    disagree on, in [0, 1]."""
    acronym_share: float
    """Share of the agreed information in letters that stand for words, in [0, 1]."""
    rarest_missing: float
    """The most that one word of the listed name tells, of those that the query lacks; trade words,
    places and numbers do not count."""
    each_has_more: bool
    """Either name has a word of its own, places and numbers apart: *Trust and Banking* is not
    *Lease and Finance*."""
    short_respelt: bool
    """A short word met one that transliteration tables would write in the same way."""
    complete: bool
    """Every word that tells something met one of the other name's."""
    numbers_differ: bool
    """Both have a number that the other lacks: Plant 9 is not Plant 12."""
    number_lacking: bool
    """Either has a number that the other lacks."""
    number_alone: bool
    """One has a number of its own, the other none."""
    places_differ: bool
    """Either has a country that the other lacks."""
    place_lacking: bool
    """One has a country, the other none: a branch abroad is another company."""
    legal_forms_differ: bool
    """Either has a legal form that the other lacks."""
    legal_kinds_differ: bool
    """The same where *Company* and *Corporation*, which go with any form, are none."""
    identical: bool
    """All words equal, but for order, legal forms and stopwords."""
    same_text: bool
    """All words equal, legal forms and stopwords too."""
    one_typo: bool
    """All words equal but for one slip of the pen or two, which make no other word."""
    by_letters: bool = False
    """The same letters with other spaces, or as far as the query goes, which was cut."""


def weigh_links(query: Name, name: Name, links: Sequence[Link], rarity: Rarity) -> list[Weighed]:
    """Give every link the information of its words on either side.

    A word that is only *like* the other tells no more than the commoner of the two: a misspelt
    ``Tecnology`` is rare, but what it says is ``technology``.
    """
    weighed, weight, left_words, right_words = [], rarity.weight, query.words, name.words
    for link in links:
        places, others, how, _ = link
        # The common case, of one word on each side.
        if len(places) == len(others) == 1:
            left, right = weight(left_words[places[0]]), weight(right_words[others[0]])
        else:
            left = sum([weight(left_words[i]) for i in places])
            right = sum([weight(right_words[j]) for j in others])
        if how != "equal":
            left = right = min(left, right)
        weighed.append(Weighed(link, left, right))
    return weighed


def features(
    query: Name,
    name: Name,
    weighed: Sequence[Weighed],
    rarity: Rarity,
    *,
    beside: tuple[Sequence[Word], Sequence[Word]] = ((), ()),
    spelled: Sequence[LetterRun] = (),
) -> Features:
    """Sum up an alignment.

    Args:
        query: the name asked for.
        name: the listed name.
        weighed: the words that met.
        rarity: the information in a word.
        beside: words that stand beside the query and beside the name, where either is a part of
            what was written: their numbers and countries may contradict.
        spelled: the words of both that have the same letters (``by_letters.runs``).
    """
    met_left: set[int] = set()
    met_right: set[int] = set()
    agreed_left = agreed_right = lost = linked = unsure = respelled_share = acronym_share = 0.0
    short_respelt = False
    telling, equal, exact = [], True, True
    for item in weighed:
        (places, others, how, similar), weight, other = item
        met_left.update(places)
        met_right.update(others)
        agreed_left += similar * weight
        agreed_right += similar * other
        linked += weight
        is_content = query.words[places[0]].is_content
        if is_content:
            telling.append(item)
        if how == "equal":
            continue
        exact, equal = False, equal and not is_content
        lost += (1 - similar) * weight
        if how in LOOSE:
            unsure += weight
        if how == "spelling":
            respelled_share += weight
            one, two = query.words[places[0]].form, name.words[others[0]].form
            # *Hasan* and *Hassan* meet by no chance.
            if min(len(one), len(two)) <= SHORT_RESPELT and not is_given_name(one):
                short_respelt = True
        elif how == "acronym":
            acronym_share += weight
    extra = [word for i, word in enumerate(query.words) if i not in met_left]
    missing = [word for j, word in enumerate(name.words) if j not in met_right]
    missing_weights = list(map(rarity.weight, missing))
    query_extra, name_missing = sum(map(rarity.weight, extra)), sum(missing_weights)
    # What the words that met none do in their names is asked once: there are thousands of pairs.
    extra_roles, missing_roles = list(map(role_of, extra)), list(map(role_of, missing))
    equal, exact = equal and bool(telling), exact and bool(weighed)
    complete = bool(telling) and IDLE.issuperset(extra_roles) and IDLE.issuperset(missing_roles)
    left, right = beside
    places_differ = numbers_differ = False, False
    if not _APART.isdisjoint([*extra_roles, *missing_roles, *map(role_of, (*left, *right))]):
        places_differ = _only_in_one([*extra, *left], [*missing, *right], _PLACE)
        numbers_differ = _other_numbers([*extra, *left], [*missing, *right])
    forms_differ = all(_only_in_one(extra, missing, _LEGAL))
    return Features(
        query_covered=agreed_left / max(1e-9, agreed_left + lost + query_extra),
        name_covered=agreed_right / max(1e-9, agreed_right + lost + name_missing),
        agreed=min(agreed_left, agreed_right),
        query_extra=query_extra,
        name_missing=name_missing,
        fuzzy_share=unsure / linked if linked else 1.0,
        respelled_share=respelled_share / linked if linked else 1.0,
        acronym_share=acronym_share / linked if linked else 1.0,
        rarest_missing=_rarest(missing_roles, missing_weights),
        short_respelt=short_respelt,
        each_has_more=not (_OWN.isdisjoint(extra_roles) or _OWN.isdisjoint(missing_roles)),
        complete=complete,
        numbers_differ=all(numbers_differ),
        number_lacking=any(numbers_differ),
        number_alone=any(numbers_differ) and not all(numbers_differ),
        places_differ=all(places_differ),
        place_lacking=any(places_differ),
        legal_forms_differ=forms_differ,
        legal_kinds_differ=forms_differ
        and all(_only_in_one(extra, missing, _LEGAL, but_for=GENERIC)),
        identical=(equal and complete) or _same_bag(query, name),
        same_text=exact and not extra and not missing,
        one_typo=complete and _is_slipped(query, name, telling, rarity),
        by_letters=bool(spelled) and _is_by_letters(spelled, name, min(agreed_left, agreed_right)),
    )


def _is_by_letters(spelled: Sequence[LetterRun], name: Name, agreed: float) -> bool:
    """Whether names of the same letters, as far as the query goes, are one."""
    last = spelled[-1]
    if last.cut:
        return agreed >= LEAST_CUT_INSIDE
    return last.name[-1] == len(name.words) - 1 or agreed >= LEAST_CUT_BETWEEN


def _is_slipped(query: Name, name: Name, telling: Sequence[Weighed], rarity: Rarity) -> bool:
    """Whether one or two letters are wrong and all other words are equal. A short word alone may be
    another name (``Zynga``, ``Zanga``), and so may one with two wrong, if it is not long.
    """
    wrong = [item.link for item in telling if item.link.how != "equal"]
    if not 0 < len(wrong) <= MOST_SLIPS or any(link.how != "typo" for link in wrong):
        return False
    slips, shortest = 0, LONG_ALONE
    for link in wrong:
        written, listed = query.words[link.query[0]], name.words[link.name[0]]
        if rarity.is_word(written):
            return False
        slips += slips_between(written.form, listed.form, most=MOST_SLIPS)
        shortest = min(shortest, len(listed.form))
    if slips == 1:
        return len(telling) > 1 or shortest >= LONG_ALONE
    if slips > MOST_SLIPS or shortest < LONG_ALONE:
        return False
    if len(wrong) > 1:
        return True
    written, listed = query.words[wrong[0].query[0]], name.words[wrong[0].name[0]]
    # Hands seldom miss the first letter.
    long = len(listed.form) >= LONG_TWICE and written.form[0] == listed.form[0]
    return long and (len(telling) > 1 or _has_its_form(query, name))


def _has_its_form(query: Name, name: Name) -> bool:
    """Whether two names have a legal form in common."""
    forms = ({w.concept for w in one.words if w.role is _LEGAL} for one in (query, name))
    return not next(forms).isdisjoint(next(forms))


def _rarest(roles: Sequence[Role], weights: Sequence[float]) -> float:
    own = [weight for role, weight in zip(roles, weights, strict=True) if role is _WORD]
    return max(own, default=0.0)


def _only_in_one(
    extra: Sequence[Word],
    missing: Sequence[Word],
    role: Role,
    but_for: Set[str] = frozenset(),
) -> tuple[bool, bool]:
    """Whether either side has a number, country or legal form that the other lacks."""
    left = {word.term for word in extra if word.role is role}
    right = {word.term for word in missing if word.role is role}
    if not (left or right):
        return False, False
    return bool(left - right - but_for), bool(right - left - but_for)


def _other_numbers(extra: Sequence[Word], missing: Sequence[Word]) -> tuple[bool, bool]:
    """The same of numbers. *I*, *V* and *X* are numbers beside one: *Partners V*, *Partners VI*."""
    left, right = _numbers(extra), _numbers(missing)
    if right and not left:
        left = _numerals(extra)
    elif left and not right:
        right = _numerals(missing)
    return bool(left - right), bool(right - left)


def _numbers(words: Sequence[Word]) -> set[str]:
    return {number_in(word) for word in words if role_of(word) is _NUMBER}


def _numerals(words: Sequence[Word]) -> set[str]:
    return {str(roman(word.form.upper())) for word in words if word.form in _ONE_LETTER}


def _same_bag(query: Name, name: Name) -> bool:
    """The same words in another order, by which other phrases come about."""
    return bool(query.words) and _letters(query) == _letters(name) and query.bag == name.bag


def _letters(name: Name) -> int:
    return sum([len(word.form) - word.form.count(" ") for word in name.words])
