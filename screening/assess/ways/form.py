"""The same letters in another form: case, punctuation, spaces, diacritics, look-alikes."""

import random
import re
import unicodedata

from screening.assess.listed import ListedRecord
from screening.assess.ways.way import Way, changed, on_text

_SPELLED_OUT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "å": "aa", "æ": "ae", "Ä": "AE",
     "Ö": "OE", "Ü": "UE", "Ø": "OE", "Å": "AA", "Æ": "AE", "ñ": "ny", "Ñ": "NY"}
)  # fmt: skip
_LOOK_ALIKE = str.maketrans("aceopxyABCEHKMOPTX", "асеорхуАВСЕНКМОРТХ")
_ACCENTS = {"a": "á", "e": "é", "i": "í", "o": "ó", "u": "ú", "c": "č", "s": "š", "z": "ž"}
_INVISIBLE = "\u200b\u00ad\u200d\u2060"


def _no_diacritics(name: str, _rng: random.Random) -> str | None:
    apart = unicodedata.normalize("NFD", name)
    plain = "".join(letter for letter in apart if unicodedata.category(letter) != "Mn")
    return changed(name, unicodedata.normalize("NFC", plain)) if plain != apart else None


def _accent_put_on(name: str, rng: random.Random) -> str | None:
    places = [place for place, letter in enumerate(name) if letter in _ACCENTS]
    if not places:
        return None
    place = rng.choice(places)
    return name[:place] + _ACCENTS[name[place]] + name[place + 1 :]


def _no_punctuation(name: str, _rng: random.Random) -> str | None:
    return changed(name, " ".join(re.sub(r"[^\w\s]|_", " ", name).split()))


def _punctuation_closed_up(name: str, _rng: random.Random) -> str | None:
    return changed(name, " ".join(re.sub(r"[^\w\s]|_", "", name).split()))


def _hyphens_between(name: str, _rng: random.Random) -> str | None:
    return changed(name, re.sub(r"(?<=[^\W\d_]{3}) (?=[^\W\d_]{3})", "-", name, count=1))


def _other_apostrophes(name: str, _rng: random.Random) -> str | None:
    return changed(name, name.translate(str.maketrans("'’`ʼ‘", "’'''´")))


def _in_quotes(name: str, rng: random.Random) -> str:
    before, after = rng.choice([('"', '"'), ("«", "»"), ("„", "“"), ("'", "'")])
    return f"{before}{name}{after}"


def _wider_spaces(name: str, rng: random.Random) -> str | None:
    return changed(name, name.replace(" ", rng.choice(["  ", "\u00a0", "\t", "\u3000"])))


def _spaced_letters(name: str, _rng: random.Random) -> str | None:
    return changed(name, "   ".join(" ".join(word) for word in name.upper().split()))


def _wide(name: str, _rng: random.Random) -> str | None:
    return changed(name, "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in name))


def _invisible(name: str, rng: random.Random) -> str | None:
    places = [m.start() + 2 for m in re.finditer(r"\w{4,}", name)]
    if not places:
        return None
    place = rng.choice(places)
    return name[:place] + rng.choice(_INVISIBLE) + name[place:]


def _line_break(record: ListedRecord, rng: random.Random) -> str | None:
    name = record.name
    if record.script in ("Hani", "Hang"):
        places = [n for n in range(1, len(name)) if name[n - 1].isalpha() and name[n].isalpha()]
    else:
        places = [place for place, letter in enumerate(name) if letter == " "]
    if not places:
        return None
    place = rng.choice(places)
    return f"{name[:place]}\n{name[place:].lstrip(' ')}"


WAYS = (
    Way(name="exact", group="as published", severity=0, sense="every name",
        write=lambda record, _: record.name),
    Way(name="lower case", group="case", severity=1, sense="names with capitals",
        write=on_text(lambda name, _: changed(name, name.lower()))),
    Way(name="upper case", group="case", severity=1, sense="names with small letters",
        write=on_text(lambda name, _: changed(name, name.upper()))),
    Way(name="first letters capital", group="case", severity=1, sense="names in capitals",
        write=on_text(lambda name, _: changed(name, name.title()))),
    Way(name="punctuation as spaces", group="punctuation", severity=1,
        sense="names with punctuation", write=on_text(_no_punctuation)),
    Way(name="punctuation closed up", group="punctuation", severity=2,
        sense="names with punctuation", write=on_text(_punctuation_closed_up)),
    Way(name="hyphen between words", group="punctuation", severity=2,
        sense="names of two words", write=on_text(_hyphens_between)),
    Way(name="other apostrophes", group="punctuation", severity=1,
        sense="names with an apostrophe", write=on_text(_other_apostrophes)),
    Way(name="in quotation marks", group="punctuation", severity=1, sense="every name",
        write=on_text(_in_quotes)),
    Way(name="wider spaces", group="spacing", severity=1, sense="names of two words",
        write=on_text(_wider_spaces)),
    Way(name="letters spaced", group="spacing", severity=4, sense="names in Latin or Cyrillic",
        scripts=("Latn", "Cyrl"), write=on_text(_spaced_letters)),
    Way(name="line break inside", group="spacing", severity=1, sense="names of two words",
        write=_line_break),
    Way(name="diacritics dropped", group="diacritics", severity=1,
        sense="names with diacritics", scripts=("Latn",), write=on_text(_no_diacritics)),
    Way(name="diacritics spelled out", group="diacritics", severity=2,
        sense="names with ä, ö, ü, ß, å, ø, ñ", scripts=("Latn",),
        write=on_text(lambda name, _: changed(name, name.translate(_SPELLED_OUT)))),
    Way(name="diacritic put on", group="diacritics", severity=2, sense="names in Latin",
        scripts=("Latn",), write=on_text(_accent_put_on)),
    Way(name="full-width letters", group="look-alikes", severity=1, sense="names in Latin",
        scripts=("Latn",), write=on_text(_wide)),
    Way(name="look-alike letters", group="look-alikes", severity=4,
        sense="names with letters that Cyrillic has too", scripts=("Latn",),
        write=on_text(lambda name, _: changed(name, name.translate(_LOOK_ALIKE)))),
    Way(name="invisible character", group="look-alikes", severity=4,
        sense="names with a word of four letters", write=on_text(_invisible)),
)  # fmt: skip
