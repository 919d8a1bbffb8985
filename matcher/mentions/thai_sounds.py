"""Thai letters by their sound: ซอฟคอมโฟลต is *Sovcomflot*.

Thai writes words in a row, so a foreign name may begin at any of its consonants. Letters that are
not heard (``ต์``) are kept in foreign words for the sake of the other spelling, and count here.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from matcher.lexicon.loan_sounds import Sounds

RUN = re.compile("[\u0e01-\u0e4e]{4,}")
_CONSONANTS = {
    **dict.fromkeys("กขฃคฅฆ", "k"), **dict.fromkeys("งนณ", "n"), **dict.fromkeys("จฉชฌ", "c"),
    **dict.fromkeys("ซศษส", "s"), **dict.fromkeys("ดฎ", "d"), **dict.fromkeys("ตฏถฐทธฑฒ", "t"),
    "บ": "b", **dict.fromkeys("ปผพภ", "p"), **dict.fromkeys("ฝฟ", "f"), "ม": "m", "ร": "r",
    **dict.fromkeys("ลฬ", "l"), **dict.fromkeys("หฮ", "h"),
}  # fmt: skip
# อ is a vowel, or the bearer of the next word's.
CARRIER = "uo"
# Vowels as ``loan_sounds`` tells them apart: e is i, o is u.
_VOWELS = {
    **dict.fromkeys("ะาั", "a"), "ำ": "a", **dict.fromkeys("ิี", "i"), **dict.fromkeys("ึืุู", "u"),
    "ย": "i", "ญ": "i", "ว": "u", "อ": CARRIER,
}  # fmt: skip
_MUTE = "์"
_LEADING = {"เ": "iau", "แ": "ai", "โ": "u", "ไ": "ai", "ใ": "ai"}
_SIGNS = frozenset("ะาัำิีึืฺุู็่้๊๋์ํ๎ๅ")
# What Thai words have, and foreign names in Thai letters do not.
NATIVE = re.compile("[ึืใำฤฎฏฐฑฒธฆฌญณฉฝศษ่้]|ัว|[ิี]ย(?![ะ-ู])")
# A sonorant behind another consonant may stand before the vowel that is written in front of both.
_SONORANTS = frozenset("รลว")
_SILENT_BEFORE = frozenset("งญนมยรลว")


class Heard(NamedTuple):
    """A run of Thai letters by its sounds."""

    consonants: str
    gaps: tuple[str, ...]
    """Vowels before each consonant, and after the last one."""
    starts: tuple[int, ...]
    """For each consonant where its letters begin, the vowel written before it among them."""
    ends: tuple[int, ...]
    """And where they end, with what is written on and behind it."""

    def part(self, first: int, last: int, *, opens: bool) -> Sounds:
        """The sounds of some consonants, with a vowel before them or without."""
        gaps = self.gaps[first if opens else first + 1 : last + 1]
        return Sounds(self.consonants[first:last], gaps if opens else ("", *gaps))

    def start(self, run: str, first: int, *, opens: bool) -> int | None:
        """Where a word begins whose first consonant is one of these; None where no vowel stands
        before it that has to.
        """
        if not opens:
            start = self.starts[first]
            return start if self._begins_a_syllable(run, start, first) else None
        carrier = run.rfind("อ", self.ends[first - 1] - 2 if first else 0, self.starts[first])
        if carrier < 0:
            return None
        return carrier - (run[carrier - 1 : carrier] in _LEADING)

    def _begins_a_syllable(self, run: str, start: int, first: int) -> bool:
        """Whether a consonant is not the second one of ``โคร``, and no last one, as in ``เอก``."""
        before = run[max(0, start - 2) : start]
        if run[start] in _SONORANTS and before[:1] in _LEADING and before[1:] in _CONSONANTS:
            return False
        if self.gaps[first + 1] or run[start] == "ส":
            return True
        return run[start + 1 : start + 2] in _SONORANTS


def heard(run: str) -> Iterator[Heard]:
    """How a run may sound: ว is *v* in one word and *w* in another."""
    yield _heard(run, w_is="v")
    if "ว" in run:
        yield _heard(run, w_is="")


def _heard(run: str, *, w_is: str) -> Heard:
    consonants, gaps, starts, ends = list[str](), [""], list[int](), list[int]()
    leading, begun, carried, closed = "", -1, "", False
    for place, letter in enumerate(run):
        following = run[place + 1 : place + 2]
        if letter in _LEADING:
            leading, begun = _LEADING[letter], place
            continue
        sound = w_is if letter == "ว" and _opens(run, place) else _CONSONANTS.get(letter, "")
        if letter == "ห" and following in _SILENT_BEFORE:
            sound = ""
        if sound and letter == run[place - 1 : place] and not leading:
            ends[-1] = place + 1
            continue
        if sound:
            consonants.append(sound)
            starts.append(begun if leading else place)
            ends.append(place + 1)
            gaps.append(leading + carried)
            carried = leading if following in _SONORANTS else ""
            leading, begun, closed = "", -1, False
            continue
        if letter == _MUTE:
            ends[-1:] = [place + 1][: len(ends)]
            closed = True
            continue
        if closed:
            # What stands behind a letter that is not heard is another word's.
            leading = ""
        elif letter in _SIGNS or letter in "อยวญ":
            gaps[-1] += _VOWELS.get(letter, "") + leading
            leading = ""
            if ends and letter != "อ":
                ends[-1] = place + 1
        if letter == "ำ":
            consonants.append("m")
            starts.append(place)
            ends.append(place + 1)
            gaps.append("")
    for place in range(len(consonants) - 1):
        if consonants[place] == "m" and consonants[place + 1] in "ktdgsczh" and not gaps[place + 1]:
            consonants[place] = "n"
    return Heard("".join(consonants), tuple(gaps), tuple(starts), tuple(ends))


def _opens(run: str, place: int) -> bool:
    """Whether a consonant has a vowel of its own, so that it begins a syllable."""
    return run[place - 1 : place] in _LEADING or (
        run[place + 1 : place + 2] in _SIGNS | {"อ"} and run[place - 1 : place] != "ั"
    )
