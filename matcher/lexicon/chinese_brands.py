"""What a Chinese firm is called in Latin letters when its own name is not in pinyin: translated
character by character (银星, *Silver Star*), or by its sound in English (欧锐, *Oree*).
"""

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import product

from matcher.lexicon.chinese import pinyin
from matcher.lexicon.folding import fold

# Characters of a name that is translated so, or read by its sound. A choice: longer ones are
# phrases of the tables, or foreign names.
SHORTEST, LONGEST = 2, 4
# Ways that are looked for; the likeliest come first. A choice, for time.
MOST_MEANINGS, MOST_SOUNDS = 8, 12


@cache
def _table(file: str) -> Mapping[str, tuple[str, ...]]:
    text = (files("matcher") / "data" / file).read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {fold(key): tuple(ways.split("|")) for key, ways in rows}


@lru_cache(maxsize=1 << 12)
def translated(run: str) -> tuple[str, ...]:
    """A firm's own name translated character by character, the likeliest way first; empty where a
    character is none that names are translated by.

    Args:
        run: Chinese characters.
    """
    if not SHORTEST <= len(run) <= LONGEST:
        return ()
    meant = [_table("han_meanings.tsv").get(character, ()) for character in fold(run)]
    return _likeliest(meant, " ", MOST_MEANINGS) if all(meant) else ()


@lru_cache(maxsize=1 << 12)
def by_sound(run: str) -> tuple[str, ...]:
    """A firm's own name as English may spell its sound, the likeliest way first; empty where a
    syllable has no such spelling.

    Args:
        run: Chinese characters.
    """
    if not SHORTEST <= len(run) <= LONGEST:
        return ()
    spelt = [_table("pinyin_sounds.tsv").get(pinyin(character), ()) for character in run]
    return _likeliest(spelt, "", MOST_SOUNDS) if all(spelt) else ()


def _likeliest(ways: Sequence[Sequence[str]], between: str, most: int) -> tuple[str, ...]:
    ranked = sorted(product(*map(enumerate, ways)), key=lambda one: sum(rank for rank, _ in one))
    return tuple(dict.fromkeys(between.join([way for _, way in one]) for one in ranked[:most]))
