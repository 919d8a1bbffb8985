"""Listed names of one word that a text in another script writes by their sound.

One word sounds like many others, so it has to have consonants enough, a vowel wherever the script
writes one (``loan_sounds``), and to be no word that ordinary texts of its language have.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from matcher.columnar.code_points import found_in
from matcher.index.index import NameIndex
from matcher.index.loan_names import LoanName, loan_name
from matcher.lexicon.everyday import LEAST, LEAST_KATAKANA
from matcher.lexicon.loan_sounds import (
    FEWEST_CONSONANTS,
    Sounds,
    script_of_sounds,
    sound_alike,
    sounds,
)
from matcher.mentions.folded_words import HEBREW_PREFIX, PREFIX
from matcher.mentions.thai_sounds import CARRIER, NATIVE, RUN, heard
from matcher.mentions.unspaced_names import PARTICLES

# Consonants that a word has to have; katakana writes foreign words alone. Of 1.5 million words of
# Arabic, Persian, Hebrew, Korean, Greek, Hindi, Bengali and katakana that ordinary texts of their
# language seldom have, these let one in three thousand pass on five large lists; one fewer, one in
# eight hundred.
FEWEST, FEWEST_KATAKANA, FEWEST_HANGUL = 5, FEWEST_CONSONANTS, 7
# In Thai, which writes words in a row; and the most that are looked up together.
# One fewer, and คอนซัลท์ (consult) is *Konsalt*: two of ten ordinary Thai documents.
FEWEST_THAI, MOST_THAI = 6, 14
# Thai letters, vowels and signs among them, for each letter of a listed word.
LONGEST_THAI = 1.7
# Distinct words of texts that are kept, with the names that they write.
REMEMBERED = 1 << 17
# Greek, Armenian, Hebrew, Arabic, the scripts of India, Georgian, katakana, Hangul.
_WORD = re.compile(
    "[\u0370-\u03ff\u1f00-\u1fff]+|[\u0531-\u058f]+|[\u0590-\u05ff]+(?:[\"'׳״][\u0590-\u05ff]+)*"
    "|[\u0620-\u065f\u066e-\u06ef\u06fa-\u06ff\ufb50-\ufdff\ufe70-\ufefc\u200c]+|[\u0900-\u0d7f\u200d]+"
    "|[\u10a0-\u10ff]+|[\u30a1-\u30fa\u30fc]+|[\uac00-\ud7a3]+"
)
_KATAKANA = re.compile("[\u30a1-\u30fa]")
# What hangs on a name at its end: Georgian and Armenian cases and the article.
_ENDING = re.compile(
    "(?<=[\u10d0-\u10f0]{4})(?:ისთვის|ისგან|თვის|დან|თან|ზე|ში|ად|ით|ის|მა|ს|ი)$"
    "|(?<=[\u0531-\u0587]{4})(?:ներից|ներին|ների|ից|ով|ում|ին|ի|ը|ն)$"
)


# Arabic verbs of the tenth form, and what is made of them.
_VERB = re.compile("[وف]?(?:ا|ي|ت|ن|م|أ)?ست[\u0621-\u064a]{3,6}")


class Loan(NamedTuple):
    """Letters of a text that write such a name."""

    start: int
    end: int
    """Code points of the text."""
    name: LoanName


@dataclass(frozen=True, slots=True)
class LoanNames:
    """Names by the key of their sounds."""

    by_key: Mapping[str, Sequence[LoanName]]
    known: dict[str, "Sequence[Loan]"] = field(default_factory=dict)
    """The words of texts met so far, each with the names that it writes."""

    @classmethod
    def of(cls, index: NameIndex) -> "LoanNames":
        """Those that an index was built with."""
        found: dict[str, list[LoanName]] = {}
        for number in index.arrays["loan_name"].tolist():
            name = loan_name(index, number)
            found.setdefault(name.sounds.key, []).append(name)
        return cls({key: tuple(names) for key, names in found.items()})


def loans(
    text: str, stretches: Sequence[tuple[int, int]], names: LoanNames, index: NameIndex
) -> Iterator[Loan]:
    """The words of a text that write listed names by their sound, in its order.

    Args:
        text: running text.
        stretches: its ``other_scripts``.
        names: the listed names.
        index: knows the words of ordinary texts.
    """
    cased = text != text.lower()
    for met in found_in(_WORD, text, stretches):
        if cased and met[0][0].islower():
            continue
        found = names.known.get(met[0])
        if found is None:
            if len(names.known) > REMEMBERED:
                names.known.clear()
            found = names.known[met[0]] = tuple(_loans_of(met[0], names, index))
        for loan in found:
            yield Loan(met.start() + loan.start, met.start() + loan.end, loan.name)
    for met in found_in(RUN, text, stretches):
        for loan in _thai_loans(met[0], names):
            yield Loan(met.start() + loan.start, met.start() + loan.end, loan.name)


def _loans_of(whole: str, names: LoanNames, index: NameIndex) -> Iterator[Loan]:
    """The listed names that a word writes."""
    for start, end in _forms(whole):
        word = whole[start:end]
        heard = sounds(word)
        if len(heard.consonants) < _fewest(word):
            continue
        found = (name for key in heard.keys for name in names.by_key.get(key, ()))
        for name in found:
            if sound_alike(heard, name.sounds, script_of_sounds(word)) and not _is_ordinary(
                word, whole, index
            ):
                yield Loan(start, end, name)


def _thai_loans(run: str, names: LoanNames) -> Iterator[Loan]:
    """The listed names that parts of a run of Thai letters write."""
    script = script_of_sounds(run)
    for one in heard(run):
        count, key = len(one.consonants), Sounds(one.consonants, ()).key
        for first in range(count - FEWEST_THAI + 1):
            for last in range(first + FEWEST_THAI, min(count, first + MOST_THAI) + 1):
                for name in names.by_key.get(key[first:last], ()):
                    opens = bool(name.sounds.gaps[0])
                    start = one.start(run, first, opens=opens)
                    written = one.part(first, last, opens=opens)
                    if start is None or not sound_alike(written, name.sounds, script):
                        continue
                    end = one.ends[last - 1]
                    if _may_be_foreign(run[start:end], written, name):
                        yield Loan(start, end, name)


def _may_be_foreign(letters: str, written: Sounds, name: LoanName) -> bool:
    """Whether Thai letters are no Thai words: few for the listed ones, none that foreign names
    lack, and a vowel at the end only where the listed word has one.
    """
    if NATIVE.search(letters) or len(letters) > LONGEST_THAI * len(name.word):
        return False
    return bool(name.sounds.gaps[-1]) or not written.gaps[-1].replace(CARRIER, "")


def _fewest(word: str) -> int:
    if _KATAKANA.match(word):
        return FEWEST_KATAKANA
    return FEWEST_HANGUL if "\uac00" <= word[0] <= "\ud7a3" else FEWEST


def _is_ordinary(word: str, whole: str, index: NameIndex) -> bool:
    everyday = index.language.everyday
    least = LEAST_KATAKANA if _KATAKANA.match(word) else LEAST
    return max(everyday.zipf_of(word), everyday.zipf_of(whole)) >= least or _is_inflected(
        whole, index
    )


def _is_inflected(whole: str, index: NameIndex) -> bool:
    """Whether an Arabic or Hebrew word is one of its language, with what hangs before it:
    ``كمقابل`` (in return); or a verb that no foreign word looks like, ``واستنكر`` (and he denied).
    """
    prefix = PREFIX.match(whole) or HEBREW_PREFIX.match(whole)
    if prefix and index.language.everyday.zipf_of(whole[prefix.end() :]) >= LEAST:
        return True
    return _VERB.fullmatch(whole) is not None


def _forms(word: str) -> Iterator[tuple[int, int]]:
    """The word, and what is left of it without what hangs on it."""
    last = len(word)
    yield 0, last
    prefix = PREFIX.match(word) or HEBREW_PREFIX.match(word)
    if prefix:
        yield prefix.end(), last
    ending = _ENDING.search(word)
    if ending:
        yield 0, ending.start()
    if "\uac00" <= word[0] <= "\ud7a3":
        for length in range(1, min(4, last - 2)):
            if PARTICLES.fullmatch(word[-length:]):
                yield 0, last - length
