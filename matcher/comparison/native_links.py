"""Which links of a name that was read from another script are believed.

Such a reading is worked out by tables, so its words are not misspelt: one that is a letter away
from a listed word is another word. A person's name in Chinese, Japanese or Korean is whole in the
query; a listed name that lacks the surname, or has a syllable more, is another person's.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from matcher.comparison.features import Features, Weighed
from matcher.comparison.model import NEARLY_SAME
from matcher.comparison.similarity import SAME_SKELETON
from matcher.lexicon.chinese_names import is_cantonese
from matcher.lexicon.folding import fold, has_unspaced
from matcher.lexicon.korean import is_syllabic as is_korean
from matcher.lexicon.native_words import without_article
from matcher.lexicon.scripts import is_consonantal, is_han
from matcher.lexicon.tables import Role
from matcher.lexicon.vowelless import may_be
from matcher.names.variants import NameVariant
from matcher.names.wade_giles import pinyin_syllables
from matcher.names.word import Name

# One letter in nine and more: another table may have been at work.
LEAST_OF_A_SLIP = 0.92
# Syllables are no letters of a company's name, and what is read whole is short for nothing.
_CHANCE = frozenset({"typo", "acronym", "abbreviation"})
# Words that agree only in what transliteration tables disagree on.
_RESPELT = frozenset({"spelling", "joined"})
_LETTERS_APART = frozenset({"spelling", "typo"})
# One syllable of so few is a quarter of the name and more.
FEW_SYLLABLES = 4
# Shorter words agree in their coarse spelling by chance (*ji*, *yi*).
SHORT = 3
_VOWELS = re.compile("[aeiou]+")
# An article inside a name or written with it, as it is heard: *Seifeddine*, *Essabar*.
_INNER_ARTICLE = re.compile("(?<=..) ?ال(?=[تثدذرزسشصضطظن])")
_HUNG_ARTICLE = re.compile("^[aeiou](?=([^aeiou])\\1)")
# Letters that many write for one another, and those that come and go.
_ALIKE = str.maketrans("طثصظذضقگغ", "تسسزززککک")
_UNHEARD = re.compile("[اویهةىئؤءع ]|ال(?=.)")
# The letter j, and how Latin letters may write it.
_JIM, _J = "ج", re.compile("[jgcz]")
# *Said* is not the title, which is spelt *Sayed* at most as the name is.
_SAEED, _SAYYID = "سعید", re.compile("s(?:[ae]yy|ey|y)[ei]d")


def believed(
    weighed: Sequence[Weighed], query: Name, name: Name, reading: NameVariant
) -> Sequence[Weighed]:
    """The links that count for a reading.

    Args:
        weighed: the words that met.
        query: the words on the links' first side.
        name: those on the other.
        reading: the side that was read from another script.
    """
    if not reading.native:
        return weighed
    return [one for one in weighed if _is_believed(one, query, name, reading)]


def _is_believed(one: Weighed, query: Name, name: Name, reading: NameVariant) -> bool:
    how, listed = one.link.how, name if reading.name is query else query
    written, other = (one.link.query, one.link.name)[:: 1 if reading.name is query else -1]
    syllabic = has_unspaced(reading.name.text) is not None
    if syllabic and _is_another_in_writing(reading.name, written, listed, other):
        return False
    if reading.exact:
        return how == "equal"
    j = how in _LETTERS_APART and _JIM in _written(reading.name, written)
    if j and _J.search(_form(listed, other)) is None:
        # ``ساجد`` is not *Sayed*, though tables write j for y.
        return False
    if _is_another_by_letters(_written(reading.name, written), listed, other):
        return False
    if how == "consonants" or (how == "typo" and reading.name.words[written[0]].consonantal):
        # A letter more or less may be a vowel that the script leaves out.
        form = listed.words[other[0]].form
        if how == "consonants" and not _VOWELS.search(form):
            # The letters of *VTB* are no sounds of a word.
            return False
        folded = fold(_written(reading.name, written))
        read = any(may_be(*one) for one in _as_heard(folded, form))
        if read or how == "consonants":
            return read
    if how in _CHANCE:
        least = 1.0 if reading.entire else LEAST_OF_A_SLIP
        word = reading.name.words[written[0]]
        if how == "abbreviation" and syllabic and word.role is Role.TRADE:
            # 貿易, *Trad*: the list has the short form of a word that a table translates.
            return len(_form(listed, other)) < len(word.form)
        few = syllabic and word.end - word.start <= FEW_SYLLABLES
        return how == "typo" and one.link.score >= least and not few
    if how in _RESPELT and syllabic:
        left, right = _form(reading.name, written), _form(listed, other)
        # Where characters are read every way is looked for.
        respelt = how == "spelling" and one.link.score >= SAME_SKELETON
        respelt &= not (reading.entire and is_han(reading.name.text))
        return left == right or (respelt and _reads_alike(left, right))
    return True


def _as_heard(word: str, form: str) -> Iterator[tuple[str, str]]:
    """A word and what it may be in Latin letters, with its articles and without."""
    yield word, form
    bare = without_article(word)
    if bare != word:
        yield bare, form
        yield bare, _HUNG_ARTICLE.sub("", form)
    if _INNER_ARTICLE.search(bare):
        yield _INNER_ARTICLE.sub("", bare), form


def _is_another_by_letters(word: str, listed: Name, others: Sequence[int]) -> bool:
    """Whether a word in Arabic letters is another than a listed one: of other consonants where the
    list has such letters, too (*صافي*, *شفائي*), and the given name ``سعید`` for the title ``سید``.
    """
    if not is_consonantal(word):
        return False
    other = _written(listed, others)
    if is_consonantal(other):
        return _heard(word) != _heard(other)
    return fold(word) == _SAEED and _SAYYID.fullmatch(_form(listed, others)) is not None


@lru_cache(maxsize=1 << 12)
def _heard(word: str) -> str:
    """A word's consonants in Arabic or Hebrew letters, by their sounds."""
    return _UNHEARD.sub("", without_article(fold(word)).translate(_ALIKE))


def _form(name: Name, places: Sequence[int]) -> str:
    return "".join([name.words[place].form for place in places]).replace(" ", "")


def _is_another_in_writing(
    name: Name, places: Sequence[int], other: Name, others: Sequence[int]
) -> bool:
    """Whether two words sound alike and both are written in characters, in other ones."""
    left, right = _written(name, places), _written(other, others)
    if not (has_unspaced(left) and has_unspaced(right)) or len(left) > FEW_SYLLABLES:
        return False
    means = name.words[places[0]].concept, other.words[others[0]].concept
    return fold(left) != fold(right) and (means[0] is None or means[0] != means[1])


def _written(name: Name, places: Sequence[int]) -> str:
    return name.text[name.words[places[0]].start : name.words[places[-1]].end]


def _reads_alike(left: str, right: str) -> bool:
    """Whether two spellings may be of the same syllables: *soyong* is not *song*."""
    if min(len(left), len(right)) <= SHORT:
        return False
    return len(_VOWELS.findall(left)) == len(_VOWELS.findall(right))


def must_be_whole(reading: NameVariant, *, person: bool) -> bool:
    """Whether a listed name may have no syllable more than what was read: a person's name is asked
    for whole, and two characters are no person's name without the surname.

    Args:
        reading: the name that was read from another script.
        person: whether the listed name is a person's.
    """
    return reading.entire or (
        person and reading.native and has_unspaced(reading.name.text) is not None
    )


def capped(value: float, found: Features, reading: NameVariant, name: Name, met: set[int]) -> float:
    """A score, below the threshold where a person's name that is whole lacks one of its parts, or
    the listed name has a syllable or a trade more than it.

    Args:
        value: the score.
        found: how the names compare.
        reading: the name that was read from another script.
        name: the listed name.
        met: the places of its words that met one.
    """
    more = any(
        place not in met and (word.role is Role.TRADE or _is_syllabic(word.form))
        for place, word in enumerate(name.words)
    )
    if more or (reading.entire and found.query_extra > 0.0):
        return min(value, NEARLY_SAME)
    return value


def _is_syllabic(form: str) -> bool:
    """Whether a word may be syllables of a Chinese or Korean name."""
    return pinyin_syllables(form) > 0 or is_korean(form) or is_cantonese(form)
