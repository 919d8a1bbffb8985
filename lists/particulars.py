"""What publishers say of a party in notes, brought to fields: birth places, nationalities, gender,
contacts, and which birth dates are approximate.

It is worked out when an entity is read and not when its edition came in, so that editions that were
kept by earlier versions say it, too. The notes stay as published.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from lists.countries import country_code
from lists.country_names import understood
from lists.texts import numbered, one_line
from records import Entity, Gender, Identifier, Kind

T = TypeVar("T")
Said = Mapping[str, Sequence[str]]
"""Texts of notes by their labels in small letters."""

_WORDS = {
    **dict.fromkeys(("m", "male", "man", "masculin", "мужской", "男"), Gender.MALE),
    **dict.fromkeys(
        ("f", "female", "woman", "feminine", "féminin", "женский", "女"), Gender.FEMALE
    ),
}
GENDER = {"gender", "sex", "sexe"}
NATIONALITY = {
    "nationality", "nationality2", "nationality country", "citizenship country", "citizenship",
    "nationalities", "citizenships", "nationalite", "国籍",
}  # fmt: skip
BIRTH_PLACE = {
    "place of birth", "place_of_birth", "place-of-birth", "placeofbirth", "townofbirth",
    "places_of_birth", "birth_place", "birthplace", "pob", "lieu_de_naissance", "出生地",
    "出生地・出身地",
}  # fmt: skip
CONTACTS = {
    **dict.fromkeys(("email address", "emailaddress", "email", "e-mail", "courriel"), "email"),
    **dict.fromkeys(("phone number", "phonenumber", "phone", "telephone"), "phone"),
    **dict.fromkeys(("website", "web site", "site_internet"), "website"),
}
"""The publishers' words for them, as the notes have them, in small letters."""
APPROXIMATE = {"birthdate: approximate"}
BIRTH = {"birthdate", "date_of_birth", "date of birth", "day-month-year"}
"""The publishers' words for a birth date, noted where more is said of it than the date."""

_ABOUT = re.compile(r"circa: true|type_of_date: approx|approximately|quality: (?:circa|estimated)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_PAIR = re.compile(r"(?:^|; |\()([A-Za-z_0-9-]+): ([^;()]*)")
"""``CITY: Basra; COUNTRY: Iraq``: an element with its parts in a note."""
_FRENCH = re.compile(r"(?:^|; )(?:Lieu|Pays|Sexe|Telephone|Courriel|Email|SiteInternet) ")
_OF_PLACE = {
    "street", "city", "place", "region", "state_province", "country", "countrydescription", "note",
}  # fmt: skip
_CODES = {"countryiso2code", "iso-code"}
_COUNTRIES = {"value", "country", "countrydescription"}
_LETTERED = re.compile(r"(?:^|\s)\(?[a-h]\)\s*")
_BETWEEN = re.compile(r"\s*[;|\n]\s*")
_NOTHING = {"", "-", "na", "n/a", "unknown", "00"}


def with_particulars(entity: Entity) -> Entity:
    """An entity with the fields that its notes say; what a field has already stays."""
    said = _said(entity)
    contacts = (*entity.contacts, *_contacts(said))
    if entity.kind not in (Kind.PERSON, Kind.UNKNOWN):
        return replace(entity, contacts=_once(contacts)) if contacts else entity
    nationalities = {*entity.nationalities, *_nationalities(_texts(said, NATIONALITY))}
    return replace(
        entity,
        contacts=_once(contacts),
        circa=entity.circa or _once(_circa(entity, said)),
        birth_places=_once([*entity.birth_places, *_birth_places(said)]),
        nationalities=tuple(sorted(nationalities)),
        countries=tuple(sorted({*entity.countries, *nationalities})),
        genders=entity.genders or _once(_genders(_texts(said, GENDER))),
    )


def _said(entity: Entity) -> Said:
    said: dict[str, list[str]] = {}
    for note in entity.notes:
        said.setdefault(note.label.lower(), []).append(note.text)
    # The EU says a person's gender with each name.
    for name in entity.names:
        for note in name.notes:
            if note.label == "gender":
                said.setdefault(note.label, []).append(note.text)
    return said


def _once(values: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(values))


def _texts(said: Said, labels: Iterable[str]) -> Iterator[str]:
    return (text for label in labels for text in said.get(label, ()))


def _items(text: str) -> Iterator[str]:
    """The single ones of ``(1) A (2) B``, ``a) A b) B`` and ``A; B``."""
    for item in numbered(text):
        for part in _LETTERED.split(item):
            yield from filter(None, (one_line(each) for each in _BETWEEN.split(part)))


def _pairs(text: str) -> dict[str, str]:
    """The parts of an element that stands in a note; empty for plain words."""
    return {label.lower(): value.strip() for label, value in _PAIR.findall(text)}


def gender_of(text: str) -> Gender | None:
    """What a word for a gender means; None for one that is not known."""
    return _WORDS.get(one_line(text).casefold())


def _genders(texts: Iterable[str]) -> Iterator[Gender]:
    for text in texts:
        if (found := gender_of(_FRENCH.sub("", text).removeprefix("Sexe "))) is not None:
            yield found


def _nationalities(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        pairs = _pairs(text)
        if codes := [pairs[key].lower() for key in _CODES & pairs.keys()]:
            yield from (code for code in codes if code not in _NOTHING)
            continue
        named = [v for k, v in _PAIR.findall(text) if k.lower() in _COUNTRIES] if pairs else [text]
        for name in (item for each in named for item in _items(_FRENCH.sub("", each))):
            code = country_code(name)
            yield from [code] if code else understood(name).codes


def _birth_places(said: Said) -> Iterator[str]:
    for text in (*_texts(said, BIRTH_PLACE), *(t for t in _texts(said, BIRTH) if _is_eu(t))):
        if pairs := _pairs(text):
            parts = [v for k, v in pairs.items() if k in _OF_PLACE and v.casefold() not in _NOTHING]
            yield from filter(None, [", ".join(dict.fromkeys(parts))])
        else:
            plain = _FRENCH.sub("; ", text).strip("; ").replace("; ", ", ")
            yield from _items(plain if plain != text else text)


def _is_eu(text: str) -> bool:
    """Whether a note of a birth date has the place, too."""
    return "calendarType: " in text


def _circa(entity: Entity, said: Said) -> Iterator[str]:
    """Those birth dates that are called approximate, by themselves or in the note of their year."""
    known = dict.fromkeys(entity.birth_dates)
    yield from (text for text in _texts(said, APPROXIMATE) if text in known)
    for text in _texts(said, BIRTH):
        for part in text.split(", ") if "; " not in text else [text]:
            if _ABOUT.search(part.casefold()):
                years = set(_YEAR.findall(part))
                yield from (day for day in known if day[:4] in years)


def _contacts(said: Said) -> Iterator[Identifier]:
    for label, kind in CONTACTS.items():
        for text in said.get(label, ()):
            for item in _items(_FRENCH.sub("", text)):
                for value in item.split(", ") if kind != "phone" else [item]:
                    yield Identifier(type=kind, value=value)
