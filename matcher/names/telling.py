"""What a stretch of a query says: whether it names something by itself."""

from matcher.lexicon.tables import Role
from matcher.names.word import IDLE, Name

# So many trade words and places name something.
SAYS_ENOUGH = 3


def telling(name: Name) -> frozenset[str]:
    """The forms of its words that tell something."""
    return frozenset([form for _, _, form, role, _, _ in name.words if role not in IDLE])


def names_something(name: Name) -> bool:
    """Whether it is a name, as *Moscow Aviation Institute*, and no remark, as *(Holdings)*."""
    if any(word.role is Role.WORD and len(word.form) > 2 for word in name.words):
        return True
    return sum(word.is_content for word in name.words) >= SAYS_ENOUGH


def is_a_trade(name: Name) -> bool:
    """Whether one word for a trade is all that is left: *Transneft - Media*."""
    told = [word.role for word in name.words if word.is_content]
    return told == [Role.TRADE]
