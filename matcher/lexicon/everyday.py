"""Words that ordinary texts have, in every language of which frequencies are known.

What a word tells in a name is measured by the languages that lists are written in
(``names.term_weights``). A text may be in any other, and there *garantija* or *sinto* is a word
first. So this second table is asked of words as texts write them: in their own script, folded
(``lexicon.folding``), and no score hangs on it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from zlib import crc32

import numpy as np

from matcher.columnar.arrays import Array
from matcher.lexicon.folding import fold, fold_all

# Zipf value (10^3 is once in a million words, times a thousand) from which a word counts; rarer
# ones are not in all of wordfreq's lists.
LEAST = 3.2
# Languages that write words in a row: no word of theirs is compared by itself.
BY_CHARACTERS = frozenset({"zh", "ja"})
# But for those in katakana, among which are the foreign words of Japanese (*ディレクトリ*,
# directory), as rare as its longest list has them: what they sound like is soon somebody's name.
LEAST_KATAKANA = 2.0
# Words whose values are kept. A choice, for memory.
REMEMBERED = 1 << 16
_KATAKANA = re.compile("[\u30a1-\u30fa\u30fc]{4,}")


@dataclass(frozen=True, slots=True)
class Everyday:
    """Zipf values of the words of ordinary texts, by hash; arrays of one length."""

    hashes: Array
    """64 bits for each folded word, rising."""
    zipf: Array
    _known: dict[str, float] = field(default_factory=dict, compare=False, repr=False)
    """What was asked for: the rules ask for one word a dozen times."""

    def zipf_of(self, raw: str) -> float:
        """How common a word is in the language that has it most often; 0 where none has it.

        Args:
            raw: a word as a text has it.
        """
        zipf = self._known.get(raw)
        if zipf is None:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            zipf = self._known[raw] = self._looked_up(raw)
        return zipf

    def _looked_up(self, raw: str) -> float:
        number = np.uint64(_hash(fold(raw)))
        place = int(self.hashes.searchsorted(number))
        if place < len(self.hashes) and self.hashes[place] == number:
            return float(self.zipf[place])
        return 0.0


def _hash(form: str) -> int:
    """Of so many words, one in five thousand others would share 32 bits with one."""
    data = form.encode()
    return crc32(data) | crc32(data[::-1]) << 32


NOTHING_EVERYDAY = Everyday(np.zeros(0, dtype=np.uint64), np.zeros(0, dtype=np.float16))


def read_everyday() -> Everyday:
    """Collect the words from wordfreq's lists, which takes seconds."""
    from wordfreq import available_languages

    hashes, zipfs = [], []
    katakana = [one for one in _words("ja", "large", LEAST_KATAKANA) if _KATAKANA.fullmatch(one[0])]
    languages = sorted(set(available_languages("small")) - BY_CHARACTERS)
    for words in (katakana, *(_words(language, "small", LEAST) for language in languages)):
        forms, zipf = zip(*words, strict=True)
        hashes.append(np.array([_hash(form) for form in fold_all(forms)], dtype=np.uint64))
        zipfs.append(np.array(zipf, dtype=np.float16))
    every = np.concatenate(hashes)
    order = np.argsort(every)
    each, first = np.unique(every[order], return_index=True)
    return Everyday(each, np.maximum.reduceat(np.concatenate(zipfs)[order], first))


def _words(language: str, size: str, least: float) -> Iterator[tuple[str, float]]:
    """The words of one of wordfreq's lists, with their Zipf values, the commonest first."""
    from wordfreq import get_frequency_list

    # In steps of a hundredth of a factor of ten.
    for step, words in enumerate(get_frequency_list(language, wordlist=size)):
        zipf = 9.0 - step / 100
        if zipf < least:
            return
        yield from ((word, zipf) for word in words)
