"""What agrees by chance: one word that tells two parties apart and only looks like the other's, or
words that mean the same and are in neither name as written.

Trade words and legal forms are everybody's (*Tainan Enterprises*, *Taipan Enterprises*), so two
names of one telling word stand and fall with it. How much it may differ depends on its length, on
its first letter, which hands seldom miss, and on what the legal forms say.
"""

from collections.abc import Set

from rapidfuzz.distance import OSA, Editop, Levenshtein

from matcher.comparison.align import Link
from matcher.comparison.explain import is_translated
from matcher.comparison.features import Weighed
from matcher.comparison.similarity import as_read
from matcher.lexicon.abbreviations import meant_by
from matcher.lexicon.keys import skeleton
from matcher.lexicon.respelling import may_be_respelt, spellings
from matcher.lexicon.scripts import script_of
from matcher.lexicon.tables import COMPANY, Role
from matcher.lexicon.usual_names import usual_names
from matcher.names.parser import analyse
from matcher.names.term_weights import RARE
from matcher.names.word import Name, Word
from matcher.search.evidence import Aligned
from matcher.search.finder import Finder

_NUMBER, _LEGAL, _WORD = Role.NUMBER, Role.LEGAL, Role.WORD

# Ways to meet in which two words only look alike.
_ALIKE = frozenset({"typo", "inflection", "spelling"})
# The information in words that are equal from which on a name does not hang on one word.
LEAST_BESIDE = 0.3
# Letters of a word: up to SHORT coarse spellings meet by chance, up to MIDDLING a slip makes
# another company's name; from LONG on two slips are made, from VERY_LONG on three.
SHORT, MIDDLING, LONG, VERY_LONG = 5, 7, 8, 10
# Letters of a word up to which one that a language has, be it seldom, is no slip for another.
SHORT_KNOWN = 6
# How often ordinary language has a word that nobody writes for another by a slip (Zipf scale).
EVERYDAY = 4.0
# Letters that are written for one another in names from other scripts (*Sepah*, *Sipah*).
_ONE_SOUND = frozenset({"ae", "ei", "ou", "iy", "sz", "bp", "gj", "kq", "dt", "vw"})
# Beginnings of many words: names that differ in two letters of what follows are two.
_BEGINNINGS = (
    "aero", "agro", "auto", "avia", "avto", "elektro", "electro", "energo", "euro", "evro",
    "hydro", "gidro", "inter", "metal", "micro", "mikro", "neft", "petro", "pharma", "prom",
    "spets", "stroi", "techno", "tekhno", "tekno", "tele", "thermo", "trans", "ultra",
)  # fmt: skip
# Letters behind one of them up to which two wrong ones make another word.
_SHORT_REST = 5
# Letters in which two writings of a middling word differ where it is two (*Schaffer*, *Chafer*).
LEAST_APART = 2
# One legal form in more than one writing. All long ones (*Limited Liability Company*) go by what
# they stand for.
_WRITINGS = {
    "limited": "ltd",
    "co ltd": "ltd",
    "company limited": "ltd",
    "co limited": "ltd",
    "incorporated": "inc",
    "corporation": "corp",
    "company": "co",
    "ooo": "llc",
    "ao": "jsc",
    "oao": "jsc",
    "pao": "jsc",
    "zao": "jsc",
    "ojsc": "jsc",
    "pjsc": "jsc",
    "cjsc": "jsc",
}
# Letters of a legal form that is told apart from others of its kind; longer ones, spelled out, are
# one with what they mean.
_LONGEST_SHORT_FORM = 15
# So many words that mean the same are in some other party's name, too.
FEW = 2


def agrees_by_chance(
    query: Name, name: Name, aligned: Aligned, finder: Finder, *, part: bool, craft: bool = False
) -> bool:
    """Whether two names have nothing in common but what other parties have, too.

    Args:
        query: what was asked.
        name: the listed name.
        aligned: the two beside each other.
        finder: the listed names.
        part: whether other words stand beside the query: a number of them is none's name.
        craft: whether the listed name is a ship's or an aircraft's: words of every day are in
            those of whole fleets (*Lady Marwa*, *Lady Mariia*).
    """
    met = [one for one in aligned.weighed if query.words[one.link.query[0]].is_content]
    if not met or aligned.found.same_text:
        return False
    if all(query.words[one.link.query[0]].role is _NUMBER for one in met):
        return part or not aligned.found.identical or _has_form(query)
    if len(met) == 1 and met[0].link.how == "abbreviation":
        # *TSMT* is not *AG Terminal*: a name that is a trade word is not cut short besides.
        return len(query.words[met[0].link.query[0]].form) <= SHORT
    stranger = has_another_form(query, name)
    if len(met) <= FEW and all(
        one.link.how == "translation" or is_translated(one, query, name) for one in met
    ):
        # Other words for the same: *Polar*, *Arctic*.
        return stranger
    own = [one.link for one in met if _is_own(one, query, name)]
    if len(own) == 1 and own[0].how == "typo" and _is_everyday(own[0], query, name, finder):
        return True
    sure = [one for one in met if one.link.how not in _ALIKE]
    if craft:
        sure = [one for one in sure if _zipf(one.link, query, finder) < EVERYDAY]
    if sum(one.name_weight for one in sure) >= LEAST_BESIDE:
        return False
    loose = [link for link in own if link.how in _ALIKE]
    if len(loose) > 1 and all(link.how == "typo" for link in loose):
        # *Thanh Cong* is not *Thinh Cuong*; another script may be read a letter off throughout.
        words = [query.words[link.query[0]] for link in loose]
        return all(len(w.form) <= SHORT and _script(query, w) == "Latn" for w in words)
    if len(loose) != 1:
        return False
    mine, its = query.words[loose[0].query[0]], name.words[loose[0].name[0]]
    # Whoever writes a name in another script does not misspell it besides, or not a short one.
    asked = _script(query, mine)
    foreign = asked != _script(name, its)
    native = foreign and asked != "Latn"
    stranger &= not (native and _is_just_a_company(query))
    how = loose[0].how
    if how == "typo":
        # With its form or its trade (*Maha Air*) a name is written by somebody who means a party.
        known = len(query.words) == 1 and _is_known(mine.form, its.form, finder)
        # Who writes a usual word means that word (*Корвет*, *Kornet*).
        known |= mine.form in usual_names()
        if known or _is_another_compound(mine.form, its.form):
            return True
    if not stranger and _begins_too_late(mine.form, its.form, finder):
        return False
    return _is_another(mine.form, its.form, how, stranger=stranger, foreign=foreign, native=native)


def _begins_too_late(asked: str, listed: str, finder: Finder) -> bool:
    """Whether a hand left out the first letter of six and more, and what it left is a word of no
    language.
    """
    lost = len(asked) >= SHORT and asked == listed[1:]
    return lost and finder.zipf_of(asked) == RARE


def _zipf(link: Link, query: Name, finder: Finder) -> float:
    """How often ordinary language has the query's first word of a link."""
    return finder.zipf_of(query.words[link.query[0]].form)


def _is_everyday(link: Link, query: Name, name: Name, finder: Finder) -> bool:
    """Whether a query's word is one of every day, and no slip for a word of no language (*Korean
    Insurance*, *Korlan Insurance*).
    """
    mine, its = query.words[link.query[0]].form, name.words[link.name[0]].form
    if finder.zipf_of(mine) < EVERYDAY or finder.zipf_of(its) > RARE or len(mine) < len(its):
        return False
    return not all(_is_one_sound(mine, its, op) for op in Levenshtein.editops(mine, its))


def _is_known(asked: str, listed: str, finder: Finder) -> bool:
    """Whether a short word that is all a query has is one of a language, be it seldom, and so no
    slip for another (*Zynga*, *Zanga*), unless the two are one sound in other letters. That a hand
    left a letter out is told by no dictionary.
    """
    if len(asked) < len(listed) or len(listed) > SHORT_KNOWN or finder.zipf_of(asked) == RARE:
        return False
    return not all(_is_one_sound(asked, listed, op) for op in Levenshtein.editops(asked, listed))


def _is_one_sound(asked: str, listed: str, op: Editop) -> bool:
    if op.tag == "insert":
        return listed[op.dest_pos] == "h"
    if op.tag == "delete":
        return asked[op.src_pos] == "h"
    return "".join(sorted((asked[op.src_pos], listed[op.dest_pos]))) in _ONE_SOUND


def _is_another_compound(asked: str, listed: str) -> bool:
    """Whether two words begin as many do, and have another short word behind that."""
    begins = next((b for b in _BEGINNINGS if asked.startswith(b) and listed.startswith(b)), None)
    if begins is None:
        return False
    rest, other = asked[len(begins) :], listed[len(begins) :]
    return min(len(rest), len(other)) <= _SHORT_REST and OSA.distance(rest, other) > 1


def _is_just_a_company(query: Name) -> bool:
    """Whether a query says *company* and no more (公司, شركة): so languages put any form that they
    lack.
    """
    return all(w.concept in COMPANY for w in query.words if w.role is _LEGAL)


def _script(name: Name, word: Word) -> str:
    return script_of(name.text[word.start : word.end])


def _is_own(one: Weighed, query: Name, name: Name) -> bool:
    words = query.words[one.link.query[0]], name.words[one.link.name[0]]
    return any(word.role is _WORD for word in words)


def _has_form(query: Name) -> bool:
    return any(word.role is _LEGAL for word in query.words)


def _is_another(
    asked: str, listed: str, how: str, *, stranger: bool, foreign: bool, native: bool
) -> bool:
    """Whether two words that are alike are two names.

    Args:
        asked: the query's only telling word.
        listed: the listed name's.
        how: in which way they met.
        stranger: whether the query has a legal form that the listed name lacks.
        foreign: whether they are in two scripts.
        native: whether they are, and the query is not in Latin letters, which any table may have
            written.
    """
    shorter, longer = sorted((len(asked), len(listed)))
    if how == "spelling":
        apart = OSA.distance(asked, listed)
        if shorter <= SHORT:
            return stranger or apart > 1
        return shorter <= MIDDLING and stranger and apart > LEAST_APART
    edits, begins = _edits(asked, listed)
    if edits > 1:
        most = 3 if longer >= VERY_LONG else 2
        return shorter < LONG or edits > most or not begins or stranger or native
    if not begins:
        return shorter <= SHORT or stranger
    return (shorter <= MIDDLING and stranger) or (shorter <= SHORT and foreign)


def _edits(asked: str, listed: str) -> tuple[int, bool]:
    """In how many letters words differ, be they misread or written by another table, which counts
    as one; and whether they may begin with the same letter.
    """
    written = OSA.distance(asked, listed)
    read = [(as_read(asked), as_read(listed)), (skeleton(asked), skeleton(listed))]
    if may_be_respelt(asked) and may_be_respelt(listed):
        (one, ones), (other, others) = spellings(asked), spellings(listed)
        read += [(one, each) for each in (other, *others)] + [(each, other) for each in ones]
    edits = min(written, *(OSA.distance(*pair) + 1 for pair in read))
    return edits, any(left[:1] == right[:1] for left, right in [(asked, listed), *read])


def has_another_form(query: Name, *names: Name) -> bool:
    """Whether a query has legal forms, and none that a party's names have, too."""
    asked = {_written(word) for word in analyse(query.text).words if word.role is _LEGAL}
    listed = {_written(word) for name in names for word in name.words if word.role is _LEGAL}
    return bool(asked) and asked.isdisjoint(listed)


def is_of_another_form(
    query: Name, listed: int, finder: Finder, but_for: Set[str | None] = frozenset()
) -> bool:
    """Whether a party has legal forms in its names, and none that a query has. What may be short
    for a trade word (*Plt*) is no form to go by.
    """
    forms = [word for word in analyse(query.text).words if word.role is _LEGAL]
    if not any(word.concept not in but_for and not meant_by(word.form) for word in forms):
        return False
    index = finder.index
    entity = int(index.arrays["name_entity"][listed])
    names = [finder.name(number) for number in index.names_of_entity(entity)]
    formed = any(word.role is _LEGAL for name in names for word in name.words)
    return formed and has_another_form(query, *names)


def _written(word: Word) -> str:
    """A legal form in one writing."""
    if len(word.form) > _LONGEST_SHORT_FORM and word.concept is not None:
        return word.concept.lower()
    return _WRITINGS.get(word.form, word.form)
