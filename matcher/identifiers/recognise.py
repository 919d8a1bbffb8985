"""Identifiers: recognised in what is asked, brought to one form, and told apart by their type.

An equal number decides at once, whatever the names are; so a number is only believed where it
cannot well be another's: by its check digits, by the word before it, or by its length.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from matcher.identifiers.checksums import (
    is_base58_address,
    is_bech32_address,
    is_imo,
    is_inn,
    is_lei,
    is_ogrn,
    is_uscc,
)
from matcher.identifiers.contacts import CONTACTS, normal_contact
from matcher.lexicon.waiting import waiting

# Numbers of which a party has one in its life: another of the same type is another party's.
UNIQUE: Mapping[str, Callable[[str], bool]] = {
    "imo": is_imo,
    "lei": is_lei,
    "inn": is_inn,
    "ogrn": is_ogrn,
    "uscc": is_uscc,
}
# Types that say what a number is for, not what it looks like, so lists and askers mix them up.
GENERAL = frozenset(
    {
        "", "registration", "tax", "vat", "national_id", "identification number", "other",
        "government gazette number", "file number", "inn", "ogrn", "uscc", "lei", "licence",
    }
)  # fmt: skip
# Shorter numbers are other parties' too.
SHORTEST, SHORTEST_ANYWHERE, SHORTEST_ALONE = 5, 9, 6
_BIC_OF_BANK = 8
_REMARK = re.compile(r"[(\[][^()\[\]]*[)\]]")
_PLAIN = re.compile(r"[^A-Z0-9]+")

_NO = r"(?:\s*(?:number|num|no|nr|code|id|№|#))?\.?\s*[:#]?\s*"
_SPACED = r"\d(?:[ -]?\d)"
# Letters that a number may begin with; a label of its own begins another one.
_LETTERS = r"(?!(?:imo|mmsi|lei|inn|ogrn|инн|огрн)(?![a-zа-я]))[A-Z]"
_LABELLED = (
    ("imo", rf"IMO{_NO}(\d{{7}})"),
    ("mmsi", rf"MMSI{_NO}(\d{{9}})"),
    ("lei", rf"LEI{_NO}([A-Z0-9]{{20}})"),
    ("bic", rf"(?:SWIFT(?:[ /-]?BIC)?|BIC){_NO}([A-Z]{{6}}[A-Z0-9]{{2}}(?:[A-Z0-9]{{3}})?)"),
    ("inn", rf"(?:INN|ИНН){_NO}({_SPACED}{{9,11}})"),
    ("ogrn", rf"(?:OGRN(?:IP)?|ОГРН(?:ИП)?){_NO}({_SPACED}{{12,14}})"),
    ("passport", rf"(?:passport|паспорт){_NO}((?:{_LETTERS}[A-Z]{{0,2}})? ?{_SPACED}{{5,10}})"),
    (
        "registration",
        r"(?:reg(?:istration|istered|istry|\.)?|company|crn|hrb|cr)"
        r"(?:\s*(?:number|no|nr|code|id|№|#))\.?\s*:?\s*"
        rf"((?:{_LETTERS}[A-Z]{{0,3}})?[ -]?{_SPACED}{{4,17}})",
    ),
    (
        "tax",
        r"(?:tax(?:payer)?(?: identification)?|vat|tin|nit|ruc|rif|ein|fein|unp|edrpou|oib)"
        rf"{_NO}((?:{_LETTERS}[A-Z]{{0,2}})?[ -]?{_SPACED}{{6,14}})",
    ),
)
_LABEL = waiting(
    "|".join(rf"(?<![^\W_]){pattern}(?![^\W_])" for _, pattern in _LABELLED), re.IGNORECASE
)
_ETHER = re.compile(r"0[xX][0-9A-Fa-f]{40}")
_ADDRESS = re.compile(r"(?:bc|ltc)1[0-9a-z]{11,71}|[13LMDTXt][1-9A-HJ-NP-Za-km-z]{24,35}")
_LONG = re.compile(r"(?<![^\W_])[0-9A-Za-z]{9,90}(?![^\W_])")
_ALONE = re.compile(r"\s*([0-9A-Z][0-9A-Z .,/-]{4,40}[0-9A-Z])\s*")
_DIGIT = re.compile(r"\d")
_MAY_HOLD_ONE = re.compile(
    r"\d\D?\d\D?\d\D?\d|[bB][iI][cC]|[sS][wW][iI][fF][tT]|(?<![0-9A-Za-z])[0-9A-Za-z]{20}"
)


class Recognised(NamedTuple):
    """An identifier in a text."""

    type: str
    """``imo``, ``lei`` …; empty where only its length speaks for it."""
    value: str
    """In normal form."""
    start: int
    """Code points of the text before it; its label counts as a part of it."""
    end: int


def normal(value: str) -> str:
    """The form in which identifiers are compared: capitals and digits, remarks in brackets left
    out. Case is dropped even where it counts (crypto addresses): no two listed ones differ by it.
    """
    return _PLAIN.sub("", unicodedata.normalize("NFKC", _REMARK.sub("", value)).upper())


def normal_of(kind: str, value: str) -> str:
    """``normal``, of a bank's code without the branch; of contacts what they are known by."""
    if kind in CONTACTS:
        return normal_contact(kind, value)
    plain = normal(value)
    return plain[:_BIC_OF_BANK] if kind == "bic" else plain


def refined(kind: str, value: str) -> str:
    """The exact type of a number whose type is a general one, as its check digits tell it.

    Args:
        kind: the type that a list or an asker gives.
        value: in normal form.
    """
    if kind not in GENERAL:
        return kind
    return next(
        (name for name, fits in UNIQUE.items() if name != "imo" and fits(value)),
        kind,
    )


def same_sort(left: str, right: str) -> bool:
    """Whether two refined types may be of the same number."""
    return left == right or (left in GENERAL and right in GENERAL) or "" in (left, right)


def recognise(text: str) -> tuple[Recognised, ...]:
    """Find the identifiers in a text.

    Args:
        text: a name as asked for, or running text.

    Returns:
        What has a label (``IMO 9187629``), valid check digits, the form of a crypto address, or at
        least nine digits; in the text's order, none inside another.
    """
    if not _MAY_HOLD_ONE.search(text):
        return ()
    found = [*_labelled(text), *_self_evident(text)]
    found.sort(key=lambda one: (one.start, -one.end))
    kept: list[Recognised] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)


def alone(text: str) -> Recognised | None:
    """A text that is nothing but a number, of whatever type."""
    met = _ALONE.fullmatch(text.upper()) if _DIGIT.search(text) else None
    if met is None:
        return None
    value = normal(met[1])
    digits = sum(map(str.isdigit, value))
    if len(value) < SHORTEST_ALONE or 2 * digits <= len(value):
        return None
    return Recognised("", value, met.start(1), met.end(1))


def _labelled(text: str) -> Iterator[Recognised]:
    for met in _LABEL.finditer(text):
        number = next(place for place, group in enumerate(met.groups()) if group)
        kind = _LABELLED[number][0]
        value = normal_of(kind, met.groups()[number])
        yield Recognised(refined(kind, value), value, met.start(), met.end())


def _self_evident(text: str) -> Iterator[Recognised]:
    for met in _LONG.finditer(text):
        raw = met.group()
        kind = _type_of(raw)
        if kind is not None:
            yield Recognised(kind, normal(raw), met.start(), met.end())


def _type_of(raw: str) -> str | None:
    if _ETHER.fullmatch(raw):
        return "crypto"
    if _ADDRESS.fullmatch(raw) and (is_base58_address(raw) or is_bech32_address(raw)):
        return "crypto"
    value = raw.upper()
    for kind in ("lei", "uscc", "ogrn", "inn"):
        if UNIQUE[kind](value):
            return kind
    return "" if raw.isdigit() and len(raw) >= SHORTEST_ANYWHERE else None
