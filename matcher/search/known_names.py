"""Persons' names that are a letter apart and two names: *Khaled* and *Khalil*, *Zakharov* and
*Makarov*.

A slip of the pen seldom makes another name that many have. Vowels are another matter, since tables
differ in them (*Obaidi*, *Ubaydi*), and so are names of three words and more, where the others tell
who is meant, unless they are given names.
"""

import re
from itertools import pairwise

import numpy as np

from matcher.comparison.features import Weighed
from matcher.lexicon.keys import are_two_given_names, consonants, hashed, is_given_name, skeleton
from matcher.lexicon.tables import Role
from matcher.names.reference import reference
from matcher.names.term_weights import RARE
from matcher.names.word import Name
from matcher.search.evidence import Aligned
from matcher.search.finder import Finder
from records import Kind

# Listed parties that have a word in their names from which on it is a name that many have.
_MANY = 3
# The same of a name that any has: the tables say one party of a word that they do not have.
_SOME = 2
# Sounds that tables and languages write for one another, in what ``consonants`` leaves of a name:
# *Qaddafi* is *Gaddafi*, *Oleh* *Oleg*, *Lidziya* *Lidiya*, *Norouzi* *Norowzi*.
_ONE_SOUND = str.maketrans("xkqhzc", "ggggss", "fvwijy")
_SOFTENED, _DOUBLED = re.compile("(?<=[dt])s"), re.compile(r"(.)\1+")
# A name of more words is told by the others.
_MOST_WORDS = 2
# The information of a name that few have.
_TELLING = 0.75
# Letters of a name up to which another first one makes another name.
_SHORT = 7
_VOWELS = frozenset("aeiouy")
# First letters that tables write for one another (*Gassem*, *Qassem*; *Pak*, *Bak*).
_ONE_START = frozenset(
    {
        *("gq", "gh", "gk", "gj", "kq", "ck", "cq", "cs", "cz", "ch", "sz", "jz", "bp", "bv", "vw"),
        *("fp", "dt", "hk", "hx", "kx", "js", "dj"),
    }
)
# First letters that hands and scanners take for one another: neighbours on the keyboard, and what
# looks alike.
_SLIPPED = frozenset(
    {
        "".join(sorted(pair))
        for row in ("qwertyuiop", "asdfghjkl", "zxcvbnm")
        for pair in pairwise(row)
    }
    | {"cg", "ef", "hn", "kx", "oq", "pr", "bp", "bh", "cq", "gq", "ft", "jl", "vy", "lt"}
)
# Ways to meet in which letters differ.
_APART = frozenset({"typo", "inflection"})


def is_called_otherwise(
    query: Name, name: Name, kind: Kind, aligned: Aligned, finder: Finder
) -> bool:
    """Whether a person's name met one that is only a letter or two away, and is itself one that
    many have, or that some have and that begins with another consonant.

    Args:
        query: what was asked.
        name: the listed name.
        kind: of the listed party; lists that do not say what a party is have persons, too.
        aligned: the two beside each other.
        finder: the listed names.
    """
    told = [word for word in query.words if word.is_content]
    # Given names do not tell who is meant: *Mohammad Reza Hashemi*, *Mohammad Reza Khademi*.
    longer = len(told) > _MOST_WORDS
    if longer and sum(not is_given_name(word.form) for word in told) != 1:
        return False
    if any(one.link.how not in _APART and _tells(one, query, finder) for one in aligned.weighed):
        return False
    if not longer and any(_is_another_given_name(one, query, name) for one in aligned.weighed):
        return True
    if kind is not Kind.PERSON and not (kind is Kind.UNKNOWN and _may_be_a_person_s(name)):
        return False
    # By itself a word may be anybody's, though no list has it: *Segro* is not *El Negro*.
    alone = sum(word.is_content for word in query.words) == 1
    return any(
        _is_another(one, query, name, finder, alone=alone)
        and not (longer and _may_be_a_slip(one, query, name))
        for one in aligned.weighed
    )


def _may_be_a_slip(one: Weighed, query: Name, name: Name) -> bool:
    """Whether a word has the same letters as a given name or is one (*Fahd Bin Adballah Bin
    Khalid*).
    """
    asked, listed = query.words[one.link.query[0]].form, name.words[one.link.name[0]].form
    return sorted(asked) == sorted(listed) or is_given_name(asked)


def _is_another_given_name(one: Weighed, query: Name, name: Name) -> bool:
    """Whether two given names met that are both known and two, whatever the listed party is:
    *Khalid* and *Khalil*; *Jamal* and *Amal*, of one coarse spelling since *ja* may be я.
    """
    if len(one.link.query) != 1 or len(one.link.name) != 1:
        return False
    asked, listed = query.words[one.link.query[0]].form, name.words[one.link.name[0]].form
    if are_two_given_names(asked, listed):
        return True
    if one.link.how == "spelling":
        longer, shorter = max(asked, listed, key=len), min(asked, listed, key=len)
        return longer.startswith(("ja", "dja")) and shorter == longer[longer.index("a") :]
    if one.link.how not in _APART or not (is_given_name(asked) and is_given_name(listed)):
        return False
    return skeleton(asked) != skeleton(listed) and _sounds(asked) != _sounds(listed)


def _may_be_a_person_s(name: Name) -> bool:
    words = [word for word in name.words if word.is_content]
    return len(words) > 1 and all(word.role is Role.WORD for word in words)


def _tells(one: Weighed, query: Name, finder: Finder) -> bool:
    """Whether few are called by what two names share, so that the rest was misspelt."""
    words = (query.words[place] for place in one.link.query)
    return any(finder.weight(word) >= _TELLING and not is_given_name(word.form) for word in words)


def _is_another(one: Weighed, query: Name, name: Name, finder: Finder, *, alone: bool) -> bool:
    if one.link.how not in _APART or len(one.link.query) != 1 or len(one.link.name) != 1:
        return False
    asked, listed = query.words[one.link.query[0]].form, name.words[one.link.name[0]].form
    if _sounds(asked) == _sounds(listed):
        return False
    if have_many(asked):
        return True
    if not _begins_otherwise(asked, listed):
        return False
    # *Nustafa* is nobody's name, and *n* is beside *m*.
    slipped = not alone and "".join(sorted((asked[0], listed[0]))) in _SLIPPED
    return not slipped or _is_somebody_s(asked, finder)


def _is_somebody_s(form: str, finder: Finder) -> bool:
    """Whether a list or a language has a word."""
    return have_many(form, least=_SOME) or finder.zipf_of(form) > RARE


def _begins_otherwise(asked: str, listed: str) -> bool:
    """Whether a short name has another consonant for its first: *Kindi*, *Sindi*. Hands seldom miss
    the first letter, and names that differ in it are two, on lists too (*Radic*, *Tadic*).
    """
    if max(len(asked), len(listed)) > _SHORT or asked[1:] != listed[1:]:
        return False
    first = "".join(sorted((asked[0], listed[0])))
    return _VOWELS.isdisjoint(first) and first not in _ONE_START


def _sounds(form: str) -> str:
    # Ukrainian has *Hanna* for *Anna* and *Hubaryev* for *Gubarev*.
    bare = form[1:] if form.startswith(("h", "g")) else form
    spelt = _SOFTENED.sub("", consonants(bare).translate(_ONE_SOUND))
    return _DOUBLED.sub(r"\1", spelt)


def have_many(form: str, least: int = _MANY) -> bool:
    """Whether many are called so, in this spelling or another.

    Args:
        form: the name.
        least: how many listed parties that are.
    """
    if is_given_name(form):
        return True
    forms = np.array([hashed("w", form), hashed("w", skeleton(form))])
    return bool(reference().counts_of(forms).max() >= least)
