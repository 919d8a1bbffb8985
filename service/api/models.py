"""The shapes of requests and answers, as OpenAPI shows them.

Answers are made by ``screening.answers.json_lines``, as on the command line
(docs/reference/json.md); their models here describe them, and a test compares the two.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Text = Annotated[str, StringConstraints(max_length=1000)]
KindName = Literal["organization", "person", "vessel", "aircraft", "unknown"]
DecisionName = Literal["not_screened", "no_match", "review", "match"]
Share = Annotated[float, Field(ge=0, le=1)]


class In(BaseModel):
    """A body of a request: a key that is not known is a mistake to tell of."""

    model_config = ConfigDict(extra="forbid")


class IdentifierIn(In):
    """A number by which a party is known."""

    type: Annotated[Text, Field(examples=["imo", "lei", "tax", "registration", "bic", "email"])]
    value: Annotated[Text, Field(min_length=1, examples=["9187629"])]
    country: Annotated[Text | None, Field(examples=["ru"])] = None


class AddressIn(In):
    """Where a party is; the town and the country are compared."""

    text: Annotated[Text, Field(examples=["12 Haifa Street"])] = ""
    city: Annotated[Text | None, Field(examples=["Baghdad"])] = None
    country: Annotated[Text | None, Field(examples=["iq"])] = None


class PartyIn(In):
    """A party to screen: its name, and whatever else is known of it."""

    name: Annotated[Text, Field(examples=["Wuhan Gaoxin Technology"])]
    aliases: Annotated[list[Text], Field(max_length=50)] = []
    kind: KindName | None = None
    countries: Annotated[list[Text], Field(max_length=50, examples=[["cn"]])] = []
    """Names in any language, or ISO 3166-1 codes; what is not understood is refused."""
    identifiers: Annotated[list[IdentifierIn], Field(max_length=50)] = []
    birth_dates: Annotated[list[Text], Field(max_length=50, examples=[["1960-05-23"]])] = []
    """As exact as they are known: a day, a month, a year, ``1958/1962``, ``circa 1960``."""
    birth_places: Annotated[list[Text], Field(max_length=50, examples=[["Basra, Iraq"]])] = []
    nationalities: Annotated[list[Text], Field(max_length=50, examples=[["iq"]])] = []
    gender: Annotated[Text | None, Field(examples=["female", "male"])] = None
    addresses: Annotated[list[AddressIn], Field(max_length=50)] = []


class PartIn(PartyIn):
    """Somebody or something that belongs to a counterparty."""

    role: Annotated[Text, Field(examples=["director", "owner", "vessel"])] = "part"
    id: Annotated[
        Text | None,
        Field(description="Your own number of it; ownership data may have it.", examples=["K-7"]),
    ] = None


class QueryIn(PartyIn):
    """A counterparty with who and what belongs to it: all are looked for, as one."""

    parts: Annotated[list[PartIn], Field(max_length=50)] = []


class OptionsIn(In):
    """What to look for; everything may be left out."""

    lists: Annotated[list[Text] | None, Field(examples=[["us_ofac_sdn", "eu_fsf"]])] = None
    kinds: list[KindName] | None = None
    threshold: Share | None = None
    limit: Annotated[int, Field(ge=1, le=500)] = 10
    profile: Annotated[
        Text | None,
        Field(
            description="A screening profile; it says `lists`, `kinds` and `threshold` instead.",
            examples=["payments"],
        ),
    ] = None


class OneIn(QueryIn, OptionsIn):
    """One party and what to look for."""


class ManyIn(OptionsIn):
    """Many parties and what to look for."""

    queries: Annotated[list[QueryIn], Field(min_length=1)]


class EvidenceOut(BaseModel):
    """Words of the query beside what they met in the listed name."""

    query: str | None
    name: str | None
    how: str
    score: Share
    weight: Share
    contribution: float | None = None


class PartyOut(BaseModel):
    """The party of an entry: all its entries on the lists looked on."""

    id: Annotated[str, Field(examples=["eu_fsf:4880"])]
    members: list[str]


class HitOut(BaseModel):
    """A listed entity that the query may name."""

    entity_id: str
    list_: Annotated[str, Field(alias="list")]
    kind: KindName
    caption: str
    matched_name: str
    name_kind: Literal["primary", "alias", "former", "weak"]
    score: Share
    decision: DecisionName
    programmes: list[str]
    countries: list[str]
    evidence: list[EvidenceOut]
    base: float | None = None
    reason: str
    party: PartyOut


class ScreenedOut(BaseModel):
    """A list edition that the answer was made on."""

    model_config = ConfigDict(extra="allow")

    list_: Annotated[str, Field(alias="list")]
    edition: str | None
    sha256: str


class AnswerOut(BaseModel):
    """What the lists say to one party; docs/reference/json.md."""

    model_config = ConfigDict(extra="allow")

    query: str
    decision: DecisionName
    hits: list[HitOut]
    screened_against: list[ScreenedOut]
    engine: str
    settings: dict[str, object]


class AnswersOut(BaseModel):
    """Answers in the order of the queries."""

    answers: list[AnswerOut]


class SpanHitOut(HitOut):
    """A hit and where it stands in the document."""

    start: int
    end: int
    text: str
    page: int | None
    place: str | None
    found_by: str | None


class DocumentOut(BaseModel):
    """What the lists say to one document; docs/reference/json.md."""

    model_config = ConfigDict(extra="allow")

    document: str
    sha256: str
    media_type: str
    status: Literal["screened", "partly_screened", "not_screened"]
    reason: str | None
    characters: int
    pages: int | None
    hits: list[SpanHitOut]
    screened_against: list[ScreenedOut]
    engine: str
    settings: dict[str, object]


class DocumentsOut(BaseModel):
    """The document that was sent, then the files inside it."""

    documents: list[DocumentOut]


class ListOut(BaseModel):
    """One loaded list."""

    model_config = ConfigDict(extra="allow")

    list_: Annotated[str, Field(alias="list")]
    title: str
    edition: str | None
    age_days: int
    stale: bool
    fetched_at: str
    checked_at: str | None
    entities: int
    names: int
    sha256: str


class ListsOut(BaseModel):
    """Every loaded list."""

    lists: list[ListOut]


class ProblemOut(BaseModel):
    """What went wrong, what became of it, what to do (RFC 9457)."""

    model_config = ConfigDict(extra="allow")

    type: str
    title: str
    status: int
    detail: str
    instance: str
    request_id: str | None


class StatusOut(BaseModel):
    """Whether the service runs, or can answer."""

    model_config = ConfigDict(extra="allow")

    status: Literal["ok", "unavailable"]


class AssignIn(In):
    """Whom to give an alert or a case to; null for nobody."""

    to: Text | None


class SaidIn(In):
    """Words for the file."""

    text: Annotated[Text, Field(min_length=1)]
