"""What was learned of words is forgotten when it grows too large, but never under who uses it."""

import numpy as np

from matcher.index.index import NameIndex
from matcher.mentions.document import Text
from matcher.mentions.word_cache import TextWords
from matcher.names.parser import analyse
from matcher.search.vocabulary import Vocabulary

FIRST, SECOND = "Gazprombank Rosneft Trading", "Valerian Labs Mirasol Zunga"


def test_a_vocabulary_forgets_no_word_whose_number_is_in_use(index: NameIndex) -> None:
    words, others = analyse(FIRST).words, analyse(SECOND).words
    weights = [Vocabulary(index).weight(word) for word in words]
    vocabulary = Vocabulary(index, remembered=1)
    with vocabulary.in_use():
        numbers = vocabulary.numbers(words)
        # One that searches may ask for more, and for single words.
        vocabulary.linked(others)
        vocabulary.weight(others[0])
        assert vocabulary.facts.weight.values[numbers].tolist() == weights
        assert vocabulary.numbers(words).tolist() == numbers.tolist()


def test_a_vocabulary_forgets_once_nobody_uses_it(index: NameIndex) -> None:
    vocabulary = Vocabulary(index, remembered=1)
    for text in (FIRST, SECOND, FIRST):
        vocabulary.linked(analyse(text).words)
        assert len(vocabulary.facts.weight) == len(analyse(text).words)


def test_a_text_knows_its_words_after_another_was_cut(index: NameIndex) -> None:
    """Text that is mended is cut while the document is still searched."""
    words = TextWords(index, remembered=1)
    text = Text.of([FIRST], words)
    Text.of([SECOND], words)
    forms = [words.word(number).form for number in text.number.tolist()]
    assert forms == [word.form for word in analyse(FIRST).words]
    words.make_room()
    assert np.array_equal(Text.of([SECOND], words).number, range(4))


def test_words_that_were_learned_together_are_known_to_a_part_of_their_names(
    index: NameIndex,
) -> None:
    vocabulary, names = Vocabulary(index), [analyse(text) for text in (FIRST, SECOND)]
    vocabulary.learn(names)
    known = len(vocabulary.facts.weight)
    with vocabulary.in_use():
        number = vocabulary.numbers_of(names[1:])
        assert number.tolist() == vocabulary.numbers(names[1].words).tolist()
    assert len(vocabulary.facts.weight) == known
