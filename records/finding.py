"""What screening finds, with the reasons that a person checks."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from records.entity import Entity, Kind, NameKind
from records.listed_party import ListedParty
from records.passage import Document, PagePicture, Passage
from records.profile import LeftOut

if TYPE_CHECKING:
    from records.derived import DerivedHit, DerivedSpan
    from records.place import PlaceHit, PlaceSpan


class Decision(StrEnum):
    """What the score means: a person looks at ``review`` and at ``match``."""

    NOT_SCREENED = "not_screened"
    """Nothing in the name can be searched for, so nobody looked."""
    NO_MATCH = "no_match"
    REVIEW = "review"
    MATCH = "match"


class FoundBy(StrEnum):
    """What of a listed party stands in a document."""

    WHOLE_NAME = "whole_name"
    """A listed name, letter by letter within its script."""
    SIMILAR_NAME = "similar_name"
    """Words that are like a listed name: another spelling, script, order, form, or a part."""
    SHORT_FORM = "short_form"
    """A part or the letters of a name that the document has elsewhere."""
    IDENTIFIER = "identifier"
    """A number of the party."""
    PARTY_FIELD = "party_field"
    """The value of a field that holds a party's name, asked like a query."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One word (or run of words) of the query beside what it met in the listed name."""

    query: str | None
    """As written in the query; None for a word that only the listed name has."""
    name: str | None
    """As written in the listed name; None for a word that only the query has."""
    how: str
    """``equal``, ``transliteration``, ``translation``, ``known as`` (other languages call the party
    so: 真主党), ``spelling`` (the same but for what transliteration tables disagree on),
    ``inflection``, ``typo``, ``consonants``, ``joined``,
    ``acronym``, ``legal form``, ``missing`` (the query lacks it) or ``extra`` (the listed name
    lacks it). Beside the names: ``identifier`` (equal), ``other identifier`` (of the same type,
    not equal), ``contact``, ``country``, a particular with its verdict (``birth date agrees``)."""
    score: float
    """How alike the two are, in [0, 1]."""
    weight: float
    """The share of the two names' information that stands in these words, in [0, 1]. An equal
    identifier has all of it; what else stands beside the names has none."""
    contribution: float | None = None
    """How far this row moves the score, in log odds: the score's log odds are ``intercept`` and the
    contributions of all rows. None in what an earlier version kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A listed entity that the query may name, by its best matching name."""

    entity_id: str
    list: str
    kind: Kind
    caption: str
    matched_name: str
    name_kind: NameKind
    score: float
    """In [0, 1]."""
    decision: Decision
    programmes: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    reason: str = ""
    part: str | None = None
    """Which part of the counterparty met it (``director: Ann Lee``); None where it is itself."""
    alias: str | None = None
    """The query's other name that met the listed one; None where it is its name."""
    intercept: float | None = None
    """The log odds before any row of the evidence is looked at."""
    party: ListedParty | None = None
    """Whose entry it is, on all lists looked on; None in what an earlier version kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Words of a document that may name listed entities."""

    start: int
    end: int
    """Code points of the document's extracted text; ``text`` is what stands there."""
    text: str
    page: int | None = None
    place: str | None = None

    @classmethod
    def of(cls, passage: Passage, start: int, end: int) -> "Span":
        """The words of a passage from one of its code points to another."""
        return cls(
            start=passage.start + start,
            end=passage.start + end,
            text=passage.text[start:end],
            page=passage.page,
            place=passage.place,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionRef:
    """A list edition that an answer was made on."""

    list: str
    edition: str | None
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListWarning:
    """What is wrong with a list that an answer was made on, on the day of the answer."""

    list: str
    what: str
    """``stale``: older than its publisher's rhythm allows; ``missing``: asked for by an update,
    and not loaded; ``unsealed``: loaded by an earlier version, without checksums."""
    age_days: int | None
    """Days since the edition was last known to be the current one; None without an age."""
    max_age_days: int | None
    """From how many days on it is called stale; None without an age."""
    message: str
    """One line for a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What was asked for beside the names: with editions and engine it repeats an answer."""

    threshold: float
    """Hits that score less are left out, in [0, 1]."""
    limit: int = 10
    """At most so many hits for one name or one span."""
    kinds: tuple[Kind, ...] | None = None
    """Kinds of listed parties to look for; None for all."""
    lists: tuple[str, ...] | None = None
    """Lists to look on; None for every active one."""
    as_of: str | None = None
    """ISO 8601 date or time whose active editions were used; None for now."""
    profile: str | None = None
    """The screening profile and its version, like ``payments@2``; None where none was asked for."""
    leaves_out: tuple[LeftOut, ...] = ()
    """What the profile leaves out of the screening."""
    places: tuple[str, ...] | None = None
    """Regions (ISO 3166-2) and countries (ISO 3166-1) that addresses are looked through for; None
    for the regions that this version has, ``("none",)`` for none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameAnswer:
    """What the lists say to one name. ``hits`` are best first, one for each entity."""

    query: str
    decision: Decision
    hits: tuple[Hit, ...]
    screened_against: tuple[EditionRef, ...]
    engine: str
    settings: Settings
    warnings: tuple[ListWarning, ...] = ()
    """Of the day of the answer, and so no part of what a repetition has to give again."""
    derived: "tuple[DerivedHit, ...] | None" = None
    """Listed parties that own or control it, or may; None where no ownership data is loaded."""
    places: "tuple[PlaceHit, ...] | None" = None
    """Restricted places that its addresses name; None where it has no address to look at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What the matcher says to two names, without any list."""

    left: str
    right: str
    score: float
    decision: Decision
    evidence: tuple[Evidence, ...]
    reason: str
    intercept: float | None = None
    """As for ``Hit``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanHit:
    """A hit and the words of the document that made it."""

    span: Span
    hit: Hit
    found_by: FoundBy | None = None
    """None in what an earlier version kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedParty:
    """Words of a document that name an organisation, listed or not."""

    span: Span
    how: str
    """By what it was recognised: ``legal form``, ``trade word``, ``quotation marks``,
    ``capitals``, ``field`` (a header or field that holds a party's name), or a model's name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentAnswer:
    """What the lists say to one document. ``hits`` stand in the order of the text; several may
    share one span.
    """

    document: Document
    hits: tuple[SpanHit, ...]
    screened_against: tuple[EditionRef, ...]
    engine: str
    settings: Settings
    warnings: tuple[ListWarning, ...] = ()
    """As for ``NameAnswer``."""
    names: tuple[NamedParty, ...] | None = None
    """The organisations that the document names, when asked for; screening looks at all words."""
    pictures: tuple[PagePicture, ...] | None = None
    """Of the pages with hits, when asked for; empty where the format has no pages."""
    entries: tuple[Entity, ...] = ()
    """The listed parties that were hit, whole, when asked for."""
    places: "tuple[PlaceSpan, ...]" = ()
    """Restricted places that its address fields name."""
    derived: "tuple[DerivedSpan, ...] | None" = None
    """Listed parties that own or control the parties of its fields, or may; None where no ownership
    data is loaded."""
