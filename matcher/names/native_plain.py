"""Names in scripts whose letters read well one by one (Armenian, Georgian, those of Ethiopia, and
those of India with the vowels that they do not write): words that tables translate, persons' names
that lists spell otherwise, and what is left of a word without the ending of a case.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from matcher.lexicon.english_sounds import english_by_sound, name_by_sound
from matcher.lexicon.indic import romanised
from matcher.lexicon.native_words import native_words
from matcher.lexicon.scripts import latin
from matcher.names.native_pieces import Cut, CutKind, Piece, Spaced, spaced_words

# Armenian, Georgian; Devanagari to Sinhala; Ethiopic.
PLAIN = re.compile("[\u0531-\u058f\u10a0-\u10ff\u1c90-\u1cbf\u0900-\u0dff\u1200-\u139f]")
# Words of a phrase that is looked for, and letters that an ending leaves of a word.
LONGEST, SHORTEST = 4, 3
# Endings of cases and of the definite, folded: Georgian, Armenian, Bengali, Tamil; *of* in Amharic.
_HUNG = (
    re.compile("(?:ების|ებს|ის|ისა|ები|ში|თა|ს|ი)$"),
    re.compile("(?:ների|ներ|ության|ական|ին|ի|ը|ն)$"),
    re.compile("(?:গুলির|গুলোর|সমূহ|ের|র)$"),
    re.compile("(?:த்தின்|களின்|த்து|யின்|ின்|கள்|ம்)$"),
    re.compile("^(?:የ|በ|ለ|ከ)|(?:ዎች|ኦች|ው|ና)$"),
)

# Their genitives, of words that no table knows.
_GENITIVE = re.compile("(?<=..)(?:ის|(?<=[აეოუ])ს|(?<=...)ի)$")


def plain_cuts(text: str) -> Iterator[Cut]:
    """The ways to cut a name that has letters of such a script."""
    words = spaced_words(text, PLAIN)
    for heard in (name_by_sound, english_by_sound):
        pieces, place = list[Piece](), 0
        while place < len(words):
            count, ways = _known(words[place : place + LONGEST])
            start, end = words[place][0], words[place + count - 1][1]
            if count == 1 and ways:
                # A person or firm may be called by the word: विकास, *development*, is Vikas, too.
                ways = tuple(dict.fromkeys((*ways, *_as_written(text[start:end])[:1])))
            ways = ways or _by_sound(text[start:end], words[place][2], heard)
            if ways:
                pieces.append(Piece(start, end, ways))
            place += count
        if pieces:
            yield pieces, CutKind.NAME


def _known(words: Sequence[Spaced]) -> tuple[int, tuple[str, ...]]:
    """How many words the longest known phrase at the beginning has, and how it is written."""
    for count in range(len(words), 0, -1):
        ways = native_words().get(" ".join([word for _, _, word in words[:count]]))
        if ways:
            return count, ways
    return 1, _without_ending(words[0][2])


def _without_ending(word: str) -> tuple[str, ...]:
    """What is known of a word without the ending of a case, or what hangs before it."""
    for pattern in _HUNG:
        bare = pattern.sub("", word)
        if bare != word and len(bare) >= SHORTEST:
            for form in (bare, f"{bare}ი", f"{bare}ம்"):
                ways = native_words().get(form)
                if ways:
                    return ways
    return ()


def _by_sound(written: str, word: str, heard: Callable[[str], tuple[str, ...]]) -> tuple[str, ...]:
    """A word by its sound, and as its letters read; none where they read as they do anyway."""
    ways = (*heard(written), *_as_written(written), *_nominative(word))
    return tuple(dict.fromkeys(ways)) if ways != (latin(written),) else ()


def _as_written(word: str) -> tuple[str, ...]:
    return romanised(word) or (latin(word),)


def _nominative(word: str) -> tuple[str, ...]:
    """What a Georgian or Armenian name, folded, may be in the first case: *ფოთის* is of *ფოთი*."""
    met = _GENITIVE.search(word)
    if met is None:
        return ()
    bare = word[: met.start()]
    return (latin(bare + "ი"), latin(bare)) if met[0] == "ის" else (latin(bare),)
