"""Why a hit is one, in the reader's language.

The reason of a hit is an English sentence that is kept with it. For whoever reads another language
it is told anew, from the evidence that is kept beside it; the record stays as it is.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from records import Hit
from screening.answers.json_lines import hit as as_json
from service.pages.language import ENGLISH, country, gettext, mark, ngettext, spoken
from service.pages.words import plain

MET = {
    "spelling": mark("“%(ours)s” is another spelling of “%(theirs)s”"),
    "transliteration": mark("“%(ours)s” is the transliteration of “%(theirs)s”"),
    "translation": mark("“%(ours)s” means the same as “%(theirs)s”"),
    "related": mark("“%(ours)s” is of the same kind as “%(theirs)s”"),
    "inflection": mark("“%(ours)s” is another form of “%(theirs)s”"),
    "typo": mark("“%(ours)s” is nearly “%(theirs)s”"),
    "consonants": mark("“%(ours)s” has the consonants of “%(theirs)s”"),
    "joined": mark("“%(ours)s” is the same letters as “%(theirs)s”"),
    "abbreviation": mark("“%(ours)s” is an abbreviation of “%(theirs)s”"),
    "cut": mark("“%(ours)s” is the beginning of “%(theirs)s”"),
    "acronym": mark("“%(ours)s” is short for “%(theirs)s”"),
    "initial": mark("“%(ours)s” is the initial of “%(theirs)s”"),
    "given name": mark("“%(ours)s” is the same given name as “%(theirs)s”"),
    "legal form": mark("“%(ours)s” is the same legal form as “%(theirs)s”"),
    "known as": mark("“%(ours)s” is what other languages call “%(theirs)s”"),
}
"""How words of two names meet (``matcher.comparison.explain``)."""
_REVERSED = {
    "acronym": mark("“%(ours)s” is written out from “%(theirs)s”"),
    "initial": mark("“%(ours)s” begins with “%(theirs)s”"),
}
FACTS = {
    "identifier": mark("“%(ours)s” is the listed party's %(theirs)s."),
    "contact": mark("“%(ours)s” is the listed party's %(theirs)s."),
    "other identifier": mark("“%(ours)s” is not the listed party's %(theirs)s."),
}
_OUTCOMES = {
    "reached": mark("reached"),
    "possible": mark("possible"),
    "not_reached_on_this_data": mark("not reached on this data"),
}
_SAID_OF_PARTICULARS = re.compile(r"[a-z ]+ (?:agrees|near|differs)")
_ALIAS = re.compile(r"By its other name '(.*?)': Compared with '", re.DOTALL)
_SHORT_FORM = "A short form: "


def reason(found: Hit | Mapping[str, Any]) -> str:
    """The reason of a hit, or of a listed owner's.

    Args:
        found: the hit as it was made, or as JSON (docs/reference/json.md).
    """
    told: Mapping[str, Any] = as_json(found) if isinstance(found, Hit) else found
    kept: str = told["reason"]
    if spoken() == ENGLISH:
        return kept
    if "rules" in told:
        return _owned(told)
    if not told.get("evidence"):
        return kept
    return " ".join(_sentences(told, kept))


def _sentences(told: Mapping[str, Any], kept: str) -> Iterator[str]:
    rows: Sequence[Mapping[str, Any]] = told["evidence"]
    if told.get("part"):
        yield gettext("By what belongs to it (%(part)s):") % {"part": told["part"]}
    for row in rows:
        yield from _fact(row)
    if alias := _ALIAS.search(kept):
        yield gettext("By its other name “%(name)s”:") % {"name": alias[1]}
    agreed = "; ".join(_words(rows)) or gettext("nothing agrees")
    said = gettext("Compared with “%(name)s”: %(said)s.")
    yield said % {"name": told["matched_name"], "said": agreed}
    if _SHORT_FORM in kept:
        yield gettext("A short form: the document names the party in full elsewhere.")


def _fact(row: Mapping[str, Any]) -> Iterator[str]:
    how, sides = row["how"], {"ours": row["query"], "theirs": row["name"]}
    if how in FACTS:
        yield gettext(FACTS[how]) % sides
    elif how == "country":
        ours, theirs = (", ".join(map(country, sides[side].split(","))) for side in sides)
        agree = gettext("Countries agree: %(ours)s asked for, %(theirs)s on the list.")
        differ = gettext("Countries differ: %(ours)s asked for, %(theirs)s on the list.")
        yield (agree if row["score"] else differ) % {"ours": ours, "theirs": theirs}
    elif _SAID_OF_PARTICULARS.fullmatch(how):
        said = gettext("%(what)s: %(ours)s asked for, %(theirs)s on the list.")
        what = plain(how)
        yield said % {"what": what[:1].upper() + what[1:], **sides}


def _words(rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    equal = [_quoted(row["query"]) for row in rows if row["how"] == "equal"]
    extra = [_quoted(row["query"]) for row in rows if row["how"] == "extra"]
    missing = [_quoted(row["name"]) for row in rows if row["how"] == "missing"]
    if equal:
        said = ngettext("%(words)s is in both", "%(words)s are in both", len(equal))
        yield said % {"words": _all(equal)}
    for row in rows:
        if row["how"] in MET:
            backwards = len(row["query"]) > len(row["name"]) and row["how"] in _REVERSED
            said = (_REVERSED if backwards else MET)[row["how"]]
            yield gettext(said) % {"ours": row["query"], "theirs": row["name"]}
    if extra:
        yield gettext("the listed name lacks %(words)s") % {"words": _all(extra)}
    if missing:
        yield gettext("the query lacks %(words)s") % {"words": _all(missing)}


def _owned(told: Mapping[str, Any]) -> str:
    if not told["owner"]:
        said = gettext("%(party)s has more owners of owners than are followed")
        return said % {"party": told["party"]}
    control = gettext("control")
    rules = "; ".join(
        f"{one['rule']}: {gettext(_OUTCOMES[one['outcome']])}, {one['total'] or control}"
        for one in told["rules"]
    )
    said = gettext("%(owner)s is among the owners of %(party)s or controls it (%(rules)s)")
    return said % {"owner": told["owner"], "party": told["party"], "rules": rules}


def _quoted(word: str) -> str:
    return gettext("“%(word)s”") % {"word": word}


def _all(words: Sequence[str]) -> str:
    if len(words) == 1:
        return words[0]
    said = gettext("%(words)s and %(last)s")
    return said % {"words": ", ".join(words[:-1]), "last": words[-1]}
