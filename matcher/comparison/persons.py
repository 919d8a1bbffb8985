"""Persons' names: what is a name in them, and which given names are one.

Every word is a name (``Al``, ``Bank``, ``Santos``), but for titles and particles (``Dr``, ``bin``,
``von``), which say little. Words may stand in any order. An initial stands for a name, a nickname
and the same name in another language (``Yusuf``, ``Joseph``) for the given name itself.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from rapidfuzz.distance import OSA

from matcher.comparison.align import pair
from matcher.comparison.similarity import edits_allowed
from matcher.lexicon.keys import skeleton
from matcher.lexicon.tables import Role
from matcher.names.tokenizer import Token, tokens
from matcher.names.wade_giles import in_pinyin, pinyin_syllables
from matcher.names.word import Name, Word

TABLE = "person_names.tsv"
# How alike an initial is to a name, and a nickname; from .6 to .95, and .8 to 1, F1 of the 550
# labelled pairs of persons is the same.
INITIAL, NICKNAME = 0.8, 0.9
# ``Abd al-Aziz`` is ``Abdulaziz``: the article belongs to the word before it.
CHILD_OF = frozenset({"bin", "ibn", "ben", "bint", "ould"})
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
    found = _initials_apart(_joined(list(tokens(text))), text)
    little = person_names().little
    if all(token.form in little for token in found):
        little = frozenset()
    return Name(text, tuple(_word(token, little) for token in found))


def person_readings(text: str) -> Iterator[Name]:
    """A person's name as written and, where it is in Wade-Giles, in pinyin."""
    yield analyse_person(text)
    found = in_pinyin(text)
    if found:
        kept, place = "", 0
        for start, end, read in [*found, (len(text), len(text), "")]:
            kept += text[place:start] + read
            place = end
        yield analyse_person(kept)


def _word(token: Token, little: frozenset[str]) -> Word:
    # A capital by itself is an initial: *A. Nazarbayev*.
    initial = len(token.form) == 1 and token.raw.isupper()
    role = Role.STOP if token.form in little and not initial else Role.WORD
    return Word(token.start, token.end, token.form, role, None, token.consonantal)


def _joined(found: list[Token]) -> list[Token]:
    words: list[Token] = []
    for token in found:
        if words and words[-1].form == _SERVANT and token.form in _ARTICLES:
            words[-1] = words[-1]._replace(end=token.end, form="abdul")
        else:
            words.append(token)
    return words


def _initials_apart(found: list[Token], text: str) -> list[Token]:
    """Two capitals together are two initials where not all is in capitals: *JC Juncker*."""
    if text.isupper():
        return found
    words: list[Token] = []
    for token in found:
        if len(token.raw) == len(token.form) == 2 and token.raw.isupper() and token.raw.isascii():
            middle = token.start + 1
            first, second = token.raw[0], token.raw[1]
            words.append(token._replace(end=middle, form=first.lower(), raw=first))
            words.append(token._replace(start=middle, form=second.lower(), raw=second))
        else:
            words.append(token)
    return words


def is_initial(word: Word) -> bool:
    """Whether a word is one letter that stands for a name."""
    return word.role is Role.WORD and len(word.form) == 1


def are_turned_round(query: Name, name: Name) -> bool:
    """Whether one name is *X bin Y* and the other *Y bin X*: father and son."""
    left, right = _descent(query), _descent(name)
    return left is not None and right is not None and left != right and left == right[::-1]


def _descent(name: Name) -> tuple[str, str] | None:
    """Child and father by what stands around the first *bin*, in their coarse spelling."""
    words = name.words
    for place in range(1, len(words) - 1):
        if words[place].form in CHILD_OF:
            return skeleton(words[place - 1].form), skeleton(words[place + 1].form)
    return None


@lru_cache(maxsize=1 << 16)
def _names_of(form: str) -> frozenset[int]:
    return person_names().groups.get(skeleton(form), frozenset())


def person_pair(left: Word, right: Word) -> tuple[str, float]:
    """How two words of persons' names meet; what ``align.pair`` says, and two ways more."""
    how, score = pair(left, right)
    if how == "typo" and not _is_near(left.form, right.form):
        score = 0.0
    if score or Role.STOP in (left.role, right.role):
        return how, score
    shorter, longer = sorted((left.form, right.form), key=len)
    if len(shorter) == 1 and longer.startswith(shorter):
        return "initial", INITIAL
    if pinyin_syllables(left.form) and pinyin_syllables(right.form):
        # Each syllable is half a dozen characters' reading in some language.
        return "", 0.0
    if not _names_of(left.form).isdisjoint(_names_of(right.form)):
        return "given name", NICKNAME
    return "", 0.0


def _is_near(left: str, right: str) -> bool:
    """Whether words are misspelt in their own letters, and not only in the coarse spelling."""
    shorter, longer = sorted((len(left), len(right)))
    # One more may be another table's.
    return OSA.distance(left, right) <= edits_allowed(shorter, longer) + 1
