"""Persons' names: what is a name in them, and which given names are one.

Every word is a name (``Al``, ``Bank``, ``Santos``), but for titles and particles (``Dr``, ``bin``,
``von``), which say little. Words may stand in any order. An initial stands for a name, a nickname
and the same name in another language (``Yusuf``, ``Joseph``) for the given name itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from matcher.comparison.align import pair
from matcher.lexicon.keys import skeleton
from matcher.lexicon.tables import Role
from matcher.names.tokenizer import Token, tokens
from matcher.names.word import Name, Word

TABLE = "person_names.tsv"
INITIAL, NICKNAME = 0.8, 0.9
# ``Abd al-Aziz`` is ``Abdulaziz``: the article belongs to the word before it.
_SERVANT, _ARTICLES = "abd", frozenset({"al", "el", "ul", "ar", "as", "ad", "an", "at", "az", "ur"})


@dataclass(frozen=True, slots=True)
class PersonNames:
    """The table of persons' names."""

    groups: Mapping[str, frozenset[int]]
    """Skeletons of given names, and the names that each may be."""
    little: frozenset[str]
    """Titles and particles."""


@cache
def person_names() -> PersonNames:
    """The table, read once and only where persons are compared."""
    groups: dict[str, set[int]] = {}
    little = set()
    text = (files("matcher") / "data" / TABLE).read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines()):
        kind, _, words = line.partition("\t")
        if kind == "little":
            little.add(words)
        elif kind == "name":
            for word in words.split(" "):
                groups.setdefault(skeleton(word), set()).add(number)
    return PersonNames({word: frozenset(of) for word, of in groups.items()}, frozenset(little))


def analyse_person(text: str) -> Name:
    """Take a person's name apart.

    Args:
        text: one name as written, in any script.

    Returns:
        Its words; titles and particles are stopwords, unless there is nothing else.
    """
    found = _joined(list(tokens(text)))
    little = person_names().little
    if all(token.form in little for token in found):
        little = frozenset()
    return Name(text, tuple(_word(token, little) for token in found))


def _word(token: Token, little: frozenset[str]) -> Word:
    role = Role.STOP if token.form in little else Role.WORD
    return Word(token.start, token.end, token.form, role, None, token.consonantal)


def _joined(found: list[Token]) -> list[Token]:
    words: list[Token] = []
    for token in found:
        if words and words[-1].form == _SERVANT and token.form in _ARTICLES:
            words[-1] = words[-1]._replace(end=token.end, form="abdul")
        else:
            words.append(token)
    return words


@lru_cache(maxsize=1 << 16)
def _names_of(form: str) -> frozenset[int]:
    return person_names().groups.get(skeleton(form), frozenset())


def person_pair(left: Word, right: Word) -> tuple[str, float]:
    """How two words of persons' names meet; what ``align.pair`` says, and two ways more."""
    how, score = pair(left, right)
    if score or Role.STOP in (left.role, right.role):
        return how, score
    shorter, longer = sorted((left.form, right.form), key=len)
    if len(shorter) == 1 and longer.startswith(shorter):
        return "initial", INITIAL
    if not _names_of(left.form).isdisjoint(_names_of(right.form)):
        return "given name", NICKNAME
    return "", 0.0
