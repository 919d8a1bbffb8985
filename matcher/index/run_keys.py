"""Keys for runs of a name's words: written as one word, or as their first letters."""

from collections.abc import Iterator, Sequence

from matcher.columnar.rolling_hash import SPELLED, WRITTEN, key_of
from matcher.comparison.acronyms import LONGEST_ACRONYM, SHORTEST_ACRONYM
from matcher.comparison.align import LONGEST_JOINED, joins
from matcher.comparison.by_letters import beginning, beginnings, letters_of
from matcher.comparison.hung_articles import has_article
from matcher.lexicon.keys import hashed, hashed_all, initials, joined_skeleton
from matcher.lexicon.tables import Role
from matcher.names.word import Name, Word

_NO_LETTER = frozenset({Role.LEGAL, Role.STOP, Role.NUMBER})


def joined_keys(words: Sequence[Word]) -> Iterator[tuple[int, int, int]]:
    """Two or three neighbouring words as one: the key, the first word, and the one after the last.

    Keyed as they are written and, if each tells something or the first is an Arabic article, by
    their skeleton, like single words.
    """
    plain = [word.is_content for word in words]
    for first in range(len(words)):
        for end in range(first + 2, min(len(words), first + LONGEST_JOINED) + 1):
            forms = [word.form for word in words[first:end]]
            if joins(words[first:end]):
                yield key_of("".join(forms).replace(" ", ""), WRITTEN), first, end
            if all(plain[first:end]) or has_article(words[first:end]):
                yield key_of(joined_skeleton(forms), SPELLED), first, end


def acronym_keys(words: Sequence[Word]) -> Iterator[tuple[int, int, int]]:
    """The first letters of a run of words: the key, the first word, and the one after the last.

    Legal forms, stopwords and numbers have no letter in an acronym.
    """
    letters = [
        (place, part[0])
        for place, word in enumerate(words)
        if word.role not in _NO_LETTER
        for part in initials(word.form)
    ]
    for first in range(len(letters)):
        last = min(len(letters), first + LONGEST_ACRONYM)
        for end in range(first + SHORTEST_ACRONYM, last + 1):
            run = letters[first:end]
            yield hashed("a", "".join([letter for _, letter in run])), run[0][0], run[-1][0] + 1


def beginning_keys(name: Name) -> Iterator[int]:
    """The keys of a listed name by its letters, all of them and as many as a cut one has."""
    yield hashed("l", "".join(letters_of(name)))
    for start in beginnings(name):
        yield hashed("m", start)


def keys_by_letters(wholes: Sequence[bytes]) -> tuple[list[int], list[int], list[int]]:
    """The keys by which queries find names of their letters, and names that begin so.

    Args:
        wholes: the letters of each query.

    Returns:
        A key for the letters of each; places in ``wholes`` of those that may have been cut, and a
        key for each of these.
    """
    begun = [(place, start) for place, whole in enumerate(wholes) if (start := beginning(whole))]
    places = [place for place, _ in begun]
    return hashed_all("l", wholes), places, hashed_all("m", [start for _, start in begun])


def cut_key(name: Name) -> int:
    """The key by which a name that may have been cut is found by what it was cut from."""
    whole = "".join(letters_of(name))
    return hashed("n", beginning(whole) or whole)


def keys_of_cut(name: Name) -> Iterator[int]:
    """The keys by which a listed name finds queries of its letters, and what is left of it."""
    yield hashed("l", "".join(letters_of(name)))
    for start in beginnings(name):
        yield hashed("n", start)
