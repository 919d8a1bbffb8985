"""The cuts that running text is judged by, where more than one step asks them.

``windows`` rules places out before a name is laid beside them, ``rules`` judges what is left. A cut
that stood in both and was moved in one would drop names in silence, so each is here once.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MentionPolicy:
    """What words must tell (``names.term_weights``, in (0, 1]) to be a mention."""

    rare_word: float = 0.85
    """A single word without a cue. Surnames and towns reach 0.8."""
    own_word: float = 0.7
    """One that ordinary language does not have may stand on several entries."""
    usual_word: float = 0.6
    """One of ordinary language that is all of a listed name."""
    common_word: float = 4.1
    """Zipf value, in any language, up to which one may be a name without its legal form: *Hamas* is
    in the news, *aurora* in the dictionary."""
    rarer: float = 0.75
    """The rarest word that is missing may be this much as rare as the rarest that is there."""
    most_missing: float = 0.3
    """Where no word is rare, no more than this share of the name may be missing."""


POLICY = MentionPolicy()
