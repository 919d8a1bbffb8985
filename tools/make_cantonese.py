# ruff: noqa: E501 (tables)
"""Make matcher/data/cantonese.tsv: how Hong Kong writes Chinese characters in Latin letters.

    pip install --target DIR ToJyutping==3.2.0
    PYTHONPATH=DIR python tools/make_cantonese.py

ToJyutping (BSD-2-Clause) reads characters in Jyutping. Hong Kong's own spelling, which names of
persons and companies have, follows from it but for the choice between some ways (Government
Cantonese Romanisation, as the Hong Kong Government's gazetteers use it).
"""

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "matcher" / "data" / "cantonese.tsv"
# Characters that company and personal names use: those of GB 2312 and Big5's first level.
ENCODINGS = ("gb2312", "big5")
INITIALS = {
    "b": "p b", "d": "t d", "g": "k g", "gw": "kw gw", "z": "ch ts j", "c": "ch ts", "j": "y",
    "p": "p", "t": "t", "k": "k", "kw": "kw", "ng": "ng", "w": "w", "": "",
}  # fmt: skip
FINALS = {
    "aa": "a ah", "aai": "ai aai", "aau": "au aau", "aam": "am aam", "aan": "an aan", "aang": "ang",
    "aap": "ap aap", "aat": "at aat", "aak": "ak aak", "a": "a", "ai": "ai", "au": "au", "am": "am um",
    "an": "an un", "ang": "ang", "ap": "ap", "at": "at", "ak": "ak", "eoi": "ui", "eon": "un", "eot": "ut",
    "oe": "eu", "oeng": "eung", "oek": "euk", "ou": "o", "u": "u oo", "ui": "ui", "un": "un oon",
    "ut": "ut", "yu": "yue u", "yun": "uen", "yut": "uet", "i": "i ee", "iu": "iu", "ing": "ing",
    "im": "im", "in": "in", "ei": "ei", "e": "e eh", "o": "o", "oi": "oi", "on": "on", "ong": "ong",
    "ok": "ok", "ot": "ot", "ung": "ung", "uk": "uk", "ik": "ik", "ip": "ip", "it": "it", "ek": "ek",
    "eng": "eng", "m": "m", "ng": "ng",
}  # fmt: skip
# Syllables, mostly surnames, that are written in their own way.
OWN = {
    "wong": "wong", "lei": "li lee", "loeng": "leung", "ng": "ng", "zoeng": "cheung", "can": "chan",
    "jip": "yip ip", "jeoi": "yui", "jyu": "yu yue", "jyun": "yuen", "si": "sze si", "zi": "chi tse tsz",
    "ci": "chi tsz", "ho": "ho", "gwok": "kwok", "jau": "yau", "zau": "chow chau", "lau": "lau",
    "zung": "chung", "zing": "ching", "cing": "ching", "jing": "ying", "saa": "sha", "seoi": "sui shui",
    "seon": "shun", "syu": "shu", "syun": "suen shuen", "sau": "shau sau", "soeng": "sheung",
    "sing": "shing", "sek": "shek", "sung": "sung", "syut": "suet", "siu": "siu shiu",
    "zyun": "chuen", "zyu": "chu", "cyun": "chuen", "jim": "yim", "hok": "hok", "hung": "hung",
    "faan": "fan", "maa": "ma", "zoek": "cheuk", "zaan": "chan", "cung": "chung", "coi": "choi tsoi",
    "zoi": "choi tsoi", "gam": "kam", "git": "kit", "gin": "kin", "gei": "kei ki", "sei": "sze", "taam": "tam",
    "dang": "tang", "cou": "tso cho", "zou": "tso cho", "zeng": "cheng", "cin": "chin", "zin": "chin",
    "joeng": "yeung", "hoeng": "heung", "gwan": "kwan", "man": "man", "gwong": "kwong", "gwai": "kwai",
}  # fmt: skip
_SYLLABLE = re.compile(r"(ng(?=.)|gw|kw|[bpmfdtnlgkhzcsjw]?)(.+)")


def spelled(jyutping: str) -> Iterator[str]:
    """The ways in which Hong Kong writes a syllable of Jyutping, the usual one first."""
    sound = jyutping.rstrip("123456")
    if sound in OWN:
        yield from OWN[sound].split()
        return
    met = _SYLLABLE.fullmatch(sound)
    if met is None:
        return
    initial, final = met.groups()
    if initial == "j" and final.startswith(("yu", "i")):
        firsts = ["y"]
        final = final.removeprefix("y")
    else:
        firsts = INITIALS.get(initial, initial).split() or [""]
    for last, first in product(FINALS.get(final, final).split(), firsts):
        yield first + last


def characters() -> Iterator[str]:
    """The characters of the table."""
    for place in range(0x4E00, 0x9FFF):
        character = chr(place)
        if any(_has(encoding, character) for encoding in ENCODINGS):
            yield character


def _has(encoding: str, character: str) -> bool:
    try:
        return len(character.encode(encoding)) == 2
    except UnicodeEncodeError:
        return False


def main() -> None:
    """Write the table."""
    from importlib import import_module

    # Only this tool needs it.
    reader = import_module("ToJyutping")

    with DATA.open("w", encoding="utf-8") as out:
        out.write(
            "# character, how Hong Kong writes it; source: ToJyutping 3.2.0 (BSD-2-Clause); "
            "made by tools/make_cantonese.py\n"
        )
        for character in characters():
            read = reader.get_jyutping_list(character)[0][1]
            ways = list(dict.fromkeys(spelled(read.split()[0]))) if read else []
            if ways:
                out.write(f"{character}\t{' '.join(ways[:3])}\n")


if __name__ == "__main__":
    main()
