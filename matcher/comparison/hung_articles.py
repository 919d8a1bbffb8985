"""An Arabic article and its word in one, by their coarse spelling: *Al-Qutayfi*, *Alqutaifi*.

Little words are joined letter by letter only, since their coarse spelling tells nothing; an article
hung on a word is a part of it, and whoever writes it so may spell the word by another table.
"""

from collections.abc import Sequence

from matcher.lexicon.keys import KEPT, joined_skeleton, skeleton
from matcher.names.word import Word

_ARTICLES = frozenset({"al", "el"})
# Letters of both together; shorter coarse spellings meet by chance.
_SHORTEST = 8


def has_article(words: Sequence[Word]) -> bool:
    """Whether neighbours are an Arabic article and a word."""
    return len(words) == 2 and words[0].form in _ARTICLES and words[1].is_content


def with_article(form: str, words: Sequence[Word], free: set[int]) -> tuple[int, ...]:
    """The free neighbours that are an article and a word, and another word in one.

    Args:
        form: the other word, in ``a-z0-9``.
        words: those of a name.
        free: the places of these that met nothing yet.

    Returns:
        The places of both; empty for none.
    """
    article = form[:2]
    if len(form) < _SHORTEST or article not in _ARTICLES:
        return ()
    for first in sorted(free):
        if words[first].form != article or first + 1 not in free:
            continue
        if has_article(words[first : first + 2]) and _is_one(form, article, words[first + 1].form):
            return first, first + 1
    return ()


def _is_one(form: str, article: str, word: str) -> bool:
    if (set(form) ^ set(article + word)) & KEPT:
        return False
    return skeleton(form) == joined_skeleton([article, word])
