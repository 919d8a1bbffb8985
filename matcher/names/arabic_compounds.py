"""Arabic names in Latin letters whose article is written apart, joined, assimilated or with another
vowel: *Nur El Dine* and *Nuruddin*, *Abd al-Aziz* and *Abdulaziz*, *Dar al-Salam* and *Darussalam*,
*Al-Shabaab* and *Eshshabaab*. A query is read in the other ways, too.

Before some letters the article is spoken, and by some written, with that letter for its *l* (ALA-LC
Romanization Tables, Arabic, rule 17b: the *sun letters*).
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

Respelling = tuple[int, int, str]
"""A stretch of a text, by its code points, and what is written for it."""

_WORD = re.compile(r"[^\W\d_]+")
# First words of compounds that are written as one with the article before any letter
# (*Hizbulwatan*), and no beginning of other languages' words.
_FIRSTS = "hizb|jund|junud|nasr|saif|sayf|shams|siraj|badr|fakhr|izz|zain|zayn|najm|bait|bayt"
_HINT = re.compile(
    r"abd|d(?:i|ee|ey|y)n|\b[aeiou](?:l|[dnrstz]h?)\b|u(?:l|[dnrstz]h?)\b|u([dnrstz]h?)\1|"
    rf"\b(?:[aeiou]l(?![aeiouly])|[aeu]([dnrstz]h?)\2)|\babol\b|\b(?:{_FIRSTS})ul"
)
_ARTICLES = frozenset(["al", "el", "ul", "il", "ol"])
_FAITH = re.compile(r"d(?:i|ee|ey|y)ne?")
_OF_FAITH = re.compile(r"(.{2,})[aeiou]d(d(?:i|ee|ey|y)ne?)")
_WITH_ARTICLE = re.compile(r"[aeu][ld]d(?:i|ee|ey|y)ne?")
_SERVANTS = frozenset(
    ["abd", "abdul", "abdel", "abdal", "abdol", "abdil", "abdoul", "abdou", "abdu", "abdo"]
)
_SERVANT_OF = re.compile(r"abd(?:[aeiou]l|oul|[aeu](?=([dnrstz]h?)\1)\1)(.{3,})")
# *Abdullah* is written so by everybody.
_GOD = frozenset(["lah", "llah"])
# *Abu* and the article; before an apostrophe the *l* is a word of its own.
_FATHER_OF = re.compile(r"ab(?:u|ou|oo|o)(l?)")
_HUNG_ON = re.compile(r"(.{3,}?)o?u(l|[dnrstz]h?)")
_BOTH = re.compile(r"(.{3,}?)u(?=([dnrstz]h?)\2)\2(.{4,})")
_BEHIND_A_FIRST = re.compile(rf"({_FIRSTS})ul(.{{4,}})")
_ALONE = re.compile(r"(?:[aeiou]l|[aeu](?=([dnrstz]h?)\1)\1)([^aeiouly].{3,})")
# Letters of a word that an article alone stands before.
SHORTEST_ALONE = 3
# And of one that is read without the article hung on it: *Alstom* and *Elbrus* have none.
SHORTEST_APART = 6
_SUN = re.compile("[dnrstz]h?")


class _Compound(NamedTuple):
    """A compound of a text, and how it may be written."""

    start: int
    end: int
    ways: tuple[str, ...]
    """With the article apart, on the word before it, and in one word; the last way holds where
    there are fewer."""
    alone: bool
    """Whether it is an article and one word."""


def may_have_an_article(text: str) -> bool:
    """Whether a text may have such a name: a quick look."""
    return _HINT.search(text.lower()) is not None and any(map(_may_be_of_one, _words(text)))


def _may_be_of_one(word: str) -> bool:
    """Whether a word is such that compounds are known by, whatever stands beside it."""
    return (
        word in _SERVANTS
        or word in _ARTICLES
        or (word[0] in "aeu" and _SUN.fullmatch(word, 1) is not None)
        or any(known.fullmatch(word) for known in (_FAITH, _WITH_ARTICLE, _FATHER_OF, _HUNG_ON))
        or bool(_in_one_word(word))
    )


def otherwise_joined(text: str) -> list[list[Respelling]]:
    """The ways to write a text that has such names, each with all of them written alike; none
    where it has no such name.
    """
    compounds = list(_compounds(text))
    found: list[list[Respelling]] = []
    # An article alone mostly is apart on the list, too, however a compound beside it is written.
    pairs = [one for one in compounds if not one.alone]
    for some in (pairs, compounds) if len(pairs) < len(compounds) else (compounds,):
        for way in range(max([len(one.ways) for one in some], default=0)):
            pieces = [
                _changed(text, start, end, read)
                for start, end, ways, _ in some
                if (read := ways[min(way, len(ways) - 1)]) != " ".join(_words(text[start:end]))
            ]
            if pieces and pieces not in found:
                found.append(pieces)
    return found


def _changed(text: str, start: int, end: int, read: str) -> Respelling:
    """What is read, without the words at the end that stay as they are written."""
    while " " in read:
        before, last = read.rsplit(" ", 1)
        stays = text[:end].lower().endswith(last) and not text[end - len(last) - 1].isalpha()
        if not stays:
            break
        read, end = before, end - len(last) - 1
    return start, end, read


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _compounds(text: str) -> Iterator[_Compound]:
    words = [(met.start(), met.end(), met[0].lower()) for met in _WORD.finditer(text)]
    place = 0
    while place < len(words):
        run = [words[place]]
        for one in words[place + 1 : place + 3]:
            if text[run[-1][1] : one[0]] not in ("-", " ", "'", "’"):
                break
            run.append(one)
        count, ways = _compound([word for _, _, word in run])
        if ways:
            alone = count == 2 and _is_article(run[0][2], run[1][2])
            yield _Compound(run[0][0], run[count - 1][1], ways, alone)
        place += count


def _compound(words: Sequence[str]) -> tuple[int, tuple[str, ...]]:
    """How many words a compound at the beginning has, and its ways; none for one word more."""
    first, rest = words[0], words[1:]
    article = len(rest) > 1 and _is_article(rest[0], rest[1])
    if article and _FAITH.fullmatch(rest[1]) and first not in _ARTICLES:
        return 3, _of_faith(first)
    if rest and _WITH_ARTICLE.fullmatch(rest[0]):
        return 2, _of_faith(first)
    if first in _SERVANTS and rest:
        name, count = (rest[1], 3) if article else (rest[0], 2)
        return (count, _servant(name)) if len(name) > 2 and name not in _ARTICLES else (1, ())
    servant = _in_one_word(first) if _SERVANT_OF.fullmatch(first) else ()
    if servant:
        return 1, servant
    father = _FATHER_OF.fullmatch(first)
    if father and (named := _named_behind(rest, hung=bool(father[1]))):
        return named + 1, _father_of(rest[named - 1])
    if article and len(first) > 2 and len(rest[1]) > 2:
        return 3, _pair(first, rest[1])
    if rest and _is_article(first, rest[0]) and len(rest[0]) > SHORTEST_ALONE:
        return 2, _alone(rest[0])
    hung = _HUNG_ON.fullmatch(first)
    # ``Darul Mizrab``, ``Baitur Rizmal``; ``Airbus Works`` has no article.
    if hung and rest and len(rest[0]) > 2 and (hung[2] == "l" or rest[0].startswith(hung[2])):
        return 2, _pair(hung[1], rest[0])
    return 1, _in_one_word(first)


@lru_cache(maxsize=1 << 14)
def _in_one_word(word: str) -> tuple[str, ...]:
    if met := _OF_FAITH.fullmatch(word):
        return _of_faith(met[1])
    if met := _SERVANT_OF.fullmatch(word):
        return () if met[2] in _GOD else _servant(met[2])
    if met := _ALONE.fullmatch(word):
        ways = _alone(met[2])
        return (f"al {met[2]}", *ways) if len(met[2]) >= SHORTEST_APART else ways
    if met := _BOTH.fullmatch(word):
        return _pair(met[1], met[3])
    if met := _BEHIND_A_FIRST.fullmatch(word):
        return _pair(met[1], met[2])
    return ()


def _is_article(word: str, following: str) -> bool:
    if word in _ARTICLES:
        return True
    return word[:1] in "aeu" and bool(_SUN.fullmatch(word[1:])) and following.startswith(word[1:])


def _named_behind(rest: Sequence[str], *, hung: bool) -> int:
    """The place of the name behind *Abu* and its article, counted from one; 0 where there is none.

    Args:
        rest: the words behind *Abu*.
        hung: whether it has the article on it (*Abul Khair*).
    """
    if not hung and not (len(rest) > 1 and (rest[0] == "l" or _is_article(rest[0], rest[1]))):
        return 0
    place = 0 if hung else 1
    return place + 1 if len(rest) > place and len(rest[place]) > 2 else 0


def _father_of(name: str) -> tuple[str, ...]:
    return f"abu al {name}", f"abul {name}"


def _of_faith(name: str) -> tuple[str, ...]:
    return f"{name} el din", f"{name}eddin", f"{name} el dine"


def _servant(name: str) -> tuple[str, ...]:
    return f"abd al {name}", f"abdul {name}", f"abdul{name}"


def _pair(first: str, second: str) -> tuple[str, ...]:
    sun = _SUN.match(second)
    joined = (f"{first}u{sun[0]}{second}",) if sun else ()
    return f"{first} al {second}", f"{first}ul {second}", *joined


def _alone(name: str) -> tuple[str, ...]:
    """One word with its article, which the list may write apart."""
    sun = _SUN.match(name)
    spoken = (f"a{sun[0]}", f"e{sun[0]}") if sun else ()
    return tuple(f"{article}{name}" for article in ("al", "el", *spoken))
