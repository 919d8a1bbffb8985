"""The cuts that running text is judged by, where more than one step asks them.

``windows`` rules places out before a name is laid beside them; ``rules``, ``single_words`` and
``whole_rules`` judge what is left. A cut that stood in two places and was moved in one would drop
names in silence, so each is here once.

Set by hand. One at a time, a tenth to a third up or down, none changes what is found in the 19
labelled documents (293 places on five lists) or in 90 ordinary ones, where nothing is found; but at
4.2 ``everyday`` loses one place, and at 5.0 it makes three alarms.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MentionPolicy:
    """What words must tell to be a mention (``names.term_weights``, in (0, 1]), and how long a
    single one must be.
    """

    rare_word: float = 0.85
    """A single word without a cue. Surnames and towns reach 0.8."""
    own_word: float = 0.7
    """One that ordinary language does not have may stand on several entries."""
    usual_word: float = 0.6
    """One of ordinary language that is all of a listed name."""
    common_word: float = 4.1
    """Zipf value, in any language, up to which one may be a name without its legal form: *Hamas* is
    in the news, *aurora* in the dictionary."""
    everyday: float = 4.6
    """Zipf value, in the language that has it most often, from which a word is everyday language:
    *lake*, *city*, *forest*."""
    rarer: float = 0.75
    """The rarest word that is missing may be this much as rare as the rarest that is there."""
    most_missing: float = 0.3
    """Where no word is rare, no more than this share of the name may be missing."""
    shortest_word: int = 5
    """Letters of a single word without a cue."""
    long_with_form: int = 7
    """Letters of one that is the listed one but for a slip, with the listed legal form; a shorter
    one has to be the listed one letter by letter, but for its script."""
    long_word: int = 8
    """The same by itself."""
    long_without_form: int = 10
    """The same where the list has a legal form that the text leaves out."""
    long_among_capitals: int = 7
    """Letters of one that is a name whatever capitals stand beside it."""


POLICY = MentionPolicy()
