"""What is known of the words that are asked for, worked out for many new ones at once."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from matcher.columnar.arrays import Array, Strings, where_true
from matcher.columnar.growable import Column
from matcher.columnar.rolling_hash import numbers_of, powers_of
from matcher.comparison.acronyms import LONGEST_ACRONYM
from matcher.comparison.align import LITTLE
from matcher.comparison.word_table import NUMBER, Spelled, form_bits
from matcher.index.blocking_keys import bag_key, may_be_letters
from matcher.index.sense import sense_keys
from matcher.lexicon.keys import hashed_all, initials
from matcher.names.word import Word


@dataclass(slots=True)
class Facts:
    """What is known of words, a figure for each by its number."""

    weight: Column = field(default_factory=lambda: Column("f8"))
    """The information in the word, in (0, 1]."""
    is_word: Column = field(default_factory=lambda: Column("?"))
    """Whether it is written so on a list or in ordinary language."""
    bare: Column = field(default_factory=lambda: Column("?"))
    """Whether it may be a brand where it is all that is asked for (``may_be_brands``)."""
    brand: Column = field(default_factory=lambda: Column("?"))
    """Whether it may be one in any query."""
    is_content: Column = field(default_factory=lambda: Column("?"))
    sense: Column = field(default_factory=lambda: Column("u4"))
    """What it adds to the key of a run of telling words (``sense``)."""
    little: Column = field(default_factory=lambda: Column("?"))
    """Whether it tells nothing, and is so short that it may be a part of a word."""
    counts: Column = field(default_factory=lambda: Column("?"))
    """Whether it is a number."""
    joins: Column = field(default_factory=lambda: Column("?"))
    """Whether it may be several words written as one."""
    written: Column = field(default_factory=lambda: Column("u8"))
    """The number of its form; that of words joined to it follows from it (``RollingHash``)."""
    written_power: Column = field(default_factory=lambda: Column("u8"))
    """What the number of a word joined to it is multiplied by."""
    spelled: Column = field(default_factory=lambda: Column("u8"))
    """The same of its skeleton."""
    spelled_power: Column = field(default_factory=lambda: Column("u8"))
    spelled_first: Column = field(default_factory=lambda: Column("u1"))
    """The first letter of its skeleton; that of a word joined to it may be the same letter."""
    spelled_last: Column = field(default_factory=lambda: Column("u8"))
    """The last one."""
    letters: Column = field(default_factory=lambda: Column("i8"))
    """The key of names whose words may begin with its letters; -1 for what is no such letters."""
    bag: Column = field(default_factory=lambda: Column("u4"))
    """What it adds to the key of a name's words, of which all may be in any order."""
    core: Column = field(default_factory=lambda: Column("u4"))
    """The same where legal forms and stopwords are left out, to which they add nothing."""
    short: Column = field(default_factory=lambda: Column("i8"))
    """How many letters it may give to a word of letters of which it is a group; 0 for none."""
    parts: Column = field(default_factory=lambda: Column("i8"))
    """How many words it is: more than one for a phrase."""
    part: Column = field(default_factory=lambda: Column("i8"))
    """The first of them among ``initials``."""
    initials: Column = field(default_factory=lambda: Column("u1"))
    """The first letters of all words' parts, in a row."""
    first: Column = field(default_factory=lambda: Column("i8"))
    """Its first link to a listed word."""
    count: Column = field(default_factory=lambda: Column("i8"))
    """How many links it has."""
    document_frequency: Column = field(default_factory=lambda: Column("i8"))
    """How many names they lead to."""
    most: Column = field(default_factory=lambda: Column("f8"))
    """The most information in one of the listed words."""
    legal_bit: Column = field(default_factory=lambda: Column("u8"))
    """The bit of the legal form that it is; 0 for other words."""
    forms: list[bytes] = field(default_factory=list)
    """How each is written, as one word."""

    def add(self, words: Sequence[Word], spelled: Spelled) -> None:
        """Take new words in, but for what the lists say of them."""
        forms = spelled.forms.encoded()
        is_content, length = spelled.is_content, spelled.forms.lengths
        phrases = [place for place, form in enumerate(forms) if b" " in form]
        self.is_content.extend(is_content)
        self.sense.extend(np.array(sense_keys(words, spelled), dtype=np.uint32))
        self.little.extend(~is_content & (length <= LITTLE))
        self.legal_bit.extend(form_bits(spelled.role, spelled.concept))
        self.counts.extend(spelled.role == NUMBER)
        self.joins.extend(is_content & (spelled.role != NUMBER) & (length >= 2))
        self.core.extend(np.where(is_content, np.array(hashed_all("t", forms), dtype=np.uint32), 0))
        short = is_content & (length < LONGEST_ACRONYM) & spelled.letters
        self.short.extend(np.where(short, length, 0))
        may = where_true(may_be_letters(spelled))
        letters = np.full(len(words), -1, dtype=np.int64)
        letters[may] = hashed_all("a", [forms[place] for place in may.tolist()])
        self.letters.extend(letters)
        bags, heads = hashed_all("b", forms), [form[:1] for form in forms]
        for place in phrases:
            bags[place] = bag_key(words[place])
            parts = initials(words[place].form)
            heads[place] = "".join([part[0] for part in parts]).encode("ascii", "replace")
            forms[place] = forms[place].replace(b" ", b"")
        self.bag.extend(np.array(bags, dtype=np.uint32))
        count = np.array(list(map(len, heads)), dtype=np.int64)
        self.parts.extend(count)
        self.part.extend(len(self.initials) + count.cumsum() - count)
        self.initials.extend(np.frombuffer(b"".join(heads), dtype=np.uint8))
        self.forms += forms
        written, spelt = spelled.forms, spelled.skeletons
        numbers = spelled.form_number, spelled.skeleton
        if phrases:
            # A phrase is written as one word, too.
            written, spelt = _as_one_word(written), _as_one_word(spelt)
            numbers = numbers_of(written), numbers_of(spelt)
        self.written.extend(numbers[0])
        self.written_power.extend(powers_of(written.lengths))
        self.spelled.extend(numbers[1])
        self.spelled_power.extend(powers_of(spelt.lengths))
        # Every skeleton has a letter.
        self.spelled_first.extend(spelt.data[spelt.offsets[:-1]])
        self.spelled_last.extend(spelt.data[spelt.offsets[1:] - 1])

    def add_links(self, owner: Array, first: int, count: int) -> None:
        """Note which links new words have: ``owner`` are the words that some have, rising."""
        counts = np.bincount(owner, minlength=count)
        self.first.extend(first + counts.cumsum() - counts)
        self.count.extend(counts)


def _as_one_word(texts: Strings) -> Strings:
    """Texts without their spaces."""
    kept = texts.data != ord(" ")
    before = np.zeros(len(kept) + 1, dtype=np.int64)
    kept.cumsum(out=before[1:])
    return Strings(before[texts.offsets], texts.data[kept])
