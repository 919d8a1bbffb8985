# ruff: noqa: E501 (tables)
"""Burmese in Latin letters, as names are usually written (*Min Aung Hlaing*).

A syllable is a consonant, what stands under and around it, and a vowel or a consonant that ends it;
names are written syllable by syllable.
"""

import re
from functools import lru_cache

_FIRST = {
    "က": "k", "ခ": "kh", "ဂ": "g", "ဃ": "g", "င": "ng", "စ": "s", "ဆ": "s", "ဇ": "z", "ဈ": "z", "ည": "ny", "ဉ": "ny",
    "ဋ": "t", "ဌ": "ht", "ဍ": "d", "ဎ": "d", "ဏ": "n", "တ": "t", "ထ": "ht", "ဒ": "d", "ဓ": "d", "န": "n", "ပ": "p",
    "ဖ": "ph", "ဗ": "b", "ဘ": "b", "မ": "m", "ယ": "y", "ရ": "y", "လ": "l", "ဝ": "w", "သ": "th", "ဟ": "h", "ဠ": "l",
    "အ": "", "ဩ": "aw", "ဦ": "u", "ဥ": "u", "ဣ": "i", "ဤ": "i", "ဧ": "e", "ဪ": "aw",
}  # fmt: skip
# What follows the consonant, the longest first: a vowel, or a consonant that is not spoken on.
_RHYMES = {
    "ောင်": "aung", "ေါင်": "aung", "ောက်": "auk", "ေါက်": "auk", "ိုင်": "aing", "ိုက်": "aik", "ွင်": "win", "ွန်": "un",
    "ွမ်": "un", "ွတ်": "ut", "ွပ်": "ut", "ွံ": "un", "ုန်": "on", "ုမ်": "on", "ုဏ်": "on", "ုံ": "on", "ုတ်": "ok", "ုပ်": "ok", "ုက်": "ok",
    "ိန်": "ein", "ိမ်": "ein", "ိံ": "ein", "ိတ်": "eik", "ိပ်": "eik", "င်": "in", "ဉ်": "in", "န်": "an", "မ်": "an", "ဏ်": "an", "ံ": "an",
    "က်": "et", "စ်": "it", "တ်": "at", "ပ်": "at", "ည်": "i", "ယ်": "e", "ော်": "aw", "ေါ်": "aw", "ော": "aw", "ေါ": "aw",
    "ို": "o", "ဲ": "e", "ေ": "ay", "ာ": "a", "ါ": "a", "ိ": "i", "ီ": "i", "ု": "u", "ူ": "u", "ယ့်": "e",
}  # fmt: skip
_STACKED = re.compile("[က-အ]?္")
_TONES = re.compile("[့း]")
# A creaky nasal is written with a t: *Myint*, *Nyunt*.
_CREAKY = re.compile("(?<=[ငနမ])့်|(?<=[ငနမ])့်")
_T = "T"
_SYLLABLE = re.compile(
    f"(?P<first>[က-ဪ])(?P<under>[ျြှ]*)(?P<round>ွ?)(?P<behind>ှ?)"
    f"(?P<rhyme>{'|'.join(sorted((re.escape(one.removeprefix('ွ')) for one in _RHYMES), key=len, reverse=True))})?"
    f"(?P<creaky>{_T}?)"
)
_YET = {"ky": "ky", "khy": "ch", "gy": "gy"}
# Letters that are written in several ways: Tun and Htun, Phyo and Hpyo.
_OPEN_O = re.compile(r"(?<=[smnhw])o\b")
_OTHERWISE = (("ht", "t"), ("ay", "e"), ("y", "r"), ("un", "oon"))


@lru_cache(maxsize=1 << 12)
def romanised(run: str) -> tuple[str, ...]:
    """How Latin letters may write a run of Burmese letters: by syllables, and as one word."""
    plain = _TONES.sub("", _CREAKY.sub(f"်{_T}", run))
    found = [_read(met) for met in _SYLLABLE.finditer(_STACKED.sub("", plain))]
    read = " ".join(filter(None, found))
    others = [_OPEN_O.sub("oe", read)] if _OPEN_O.search(read) else []
    others += [read.replace(*pair) for pair in _OTHERWISE if pair[0] in read]
    others += [_OPEN_O.sub("oe", others[-1])] if len(others) > 1 else []
    return tuple(dict.fromkeys(filter(None, (read, *others, read.replace(" ", "")))))


def _read(met: re.Match[str]) -> str:
    first, under = _FIRST.get(met["first"], ""), met["under"]
    if "ျ" in under or "ြ" in under:
        first = _YET.get(f"{first}y", f"{first}y")
    if "ှ" in under or met["behind"]:
        first = "sh" if first == "y" else f"h{first}"
    rhyme, end = met["rhyme"] or "", "t" if met["creaky"] else ""
    if met["round"]:
        read = _RHYMES.get(f"ွ{rhyme}")
        return first + (read if read is not None else f"w{_RHYMES.get(rhyme, 'a')}") + end
    return first + _RHYMES.get(rhyme, "a") + end
