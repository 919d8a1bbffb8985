"""Chinese and Korean names: other characters, other romanisations; a name's own script."""

import random
import re
from functools import cache

from pypinyin import Style, lazy_pinyin

from records import Kind
from screening.assess.data import rows
from screening.assess.listed import ListedRecord, script
from screening.assess.ways.way import Way, changed, on_text

# The first syllable of Hangul in Unicode.
_FIRST = 0xAC00


@cache
def _table(traditional: bool) -> dict[int, str]:
    pairs = rows("chinese.tsv")
    return str.maketrans(
        {pair[0 if traditional else 1]: pair[1 if traditional else 0] for pair in pairs}
    )


def _traditional(name: str, _rng: random.Random) -> str | None:
    return changed(name, name.translate(_table(True)))


def _simplified(name: str, _rng: random.Random) -> str | None:
    return changed(name, name.translate(_table(False)))


def _romanised(record: ListedRecord, style: Style, between: str) -> str | None:
    """Word by word nobody knows where a company's words end: syllables, as forms print them."""
    found = lazy_pinyin(record.name, style=style, errors="ignore")
    # pypinyin writes v for the letter that Wade-Giles has as ü.
    syllables = [syllable.replace("v", "ü").capitalize() for syllable in found]
    if len(syllables) < 2:
        return None
    if record.kind is Kind.PERSON:
        return f"{syllables[0]} {between.join(syllables[1:]).capitalize()}"
    return " ".join(syllables)


@cache
def _hangul(table: str) -> list[list[str]]:
    """How a table writes the first letters, vowels and last letters of a syllable."""
    return [row[2].split() for row in rows("hangul.tsv") if row[0] == table]


def _korean(name: str, table: str) -> str | None:
    out = []
    for letter in name:
        number = ord(letter) - _FIRST
        if not 0 <= number < 11172:
            out.append(letter)
            continue
        parts = number // 588, number % 588 // 28, number % 28
        syllable = "".join(
            letters[part].replace("-", "")
            for letters, part in zip(_hangul(table), parts, strict=True)
        )
        out.append(f"{syllable} ")
    text = " ".join("".join(out).title().split())
    return text if text != name else None


def _own_script(record: ListedRecord, rng: random.Random) -> str | None:
    native = [other for other in record.others if script(other) not in (record.script, "Zyyy")]
    return rng.choice(native) if native else None


def _without_spaces(name: str, _rng: random.Random) -> str | None:
    return changed(name, re.sub(r"(?<=[^\x00-\x7f]) (?=[^\x00-\x7f])", "", name))


WAYS = (
    Way(name="traditional characters", group="Chinese and Korean", severity=2,
        sense="names in simplified Chinese", scripts=("Hani",), write=on_text(_traditional)),
    Way(name="simplified characters", group="Chinese and Korean", severity=2,
        sense="names in traditional Chinese", scripts=("Hani",), write=on_text(_simplified)),
    Way(name="Chinese in pinyin", group="Chinese and Korean", severity=3,
        sense="names in Chinese", scripts=("Hani",),
        write=lambda record, _: _romanised(record, Style.NORMAL, "")),
    Way(name="Chinese in Wade-Giles", group="Chinese and Korean", severity=3,
        sense="names in Chinese", scripts=("Hani",),
        write=lambda record, _: _romanised(record, Style.WADEGILES, "-")),
    Way(name="Korean in Revised Romanization", group="Chinese and Korean", severity=3,
        sense="names in Hangul", scripts=("Hang",),
        write=on_text(lambda name, _: _korean(name, "revised"))),
    Way(name="Korean in McCune-Reischauer", group="Chinese and Korean", severity=3,
        sense="names in Hangul", scripts=("Hang",),
        write=on_text(lambda name, _: _korean(name, "mccune"))),
    Way(name="spaces left out, own script", group="Chinese and Korean", severity=2,
        sense="names in Chinese, Hangul or Japanese with spaces", scripts=("Hani", "Hang", "Kana"),
        write=on_text(_without_spaces)),
    Way(name="own script", group="own script", severity=2,
        sense="Latin names of entries that have a name in another script",
        scripts=("Latn",), write=_own_script),
)  # fmt: skip
