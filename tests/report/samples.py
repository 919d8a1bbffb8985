"""Answers to print. The entries are real ones; scores and weights are set by hand."""

from dataclasses import replace
from pathlib import Path

from records import (
    Box,
    ChangedEntity,
    Comparison,
    Decision,
    Delta,
    Document,
    DocumentAnswer,
    DocumentStatus,
    EditionRef,
    Entity,
    Evidence,
    FieldChange,
    Hit,
    Kind,
    ListedName,
    ListedParty,
    ListWarning,
    Mark,
    NameAnswer,
    NamedParty,
    NameKind,
    PagePicture,
    Passage,
    Settings,
    Snapshot,
    Span,
    SpanHit,
)

EVIDENCE = (
    Evidence(
        query="Wuhan", name="武汉", how="transliteration", score=1.0, weight=0.25, contribution=5.21
    ),
    Evidence(
        query="Gaoxin",
        name="高芯",
        how="transliteration",
        score=1.0,
        weight=0.6,
        contribution=15.74,
    ),
    Evidence(
        query="Technology", name="科技", how="translation", score=0.9, weight=0.1, contribution=2.08
    ),
    Evidence(
        query=None, name="有限公司", how="legal form", score=0.0, weight=0.05, contribution=-0.03
    ),
)
PARTY = ListedParty(id="eu_fsf:4880", members=("eu_fsf:4880", "us_ofac_sdn:46633"))
OFAC = Hit(
    party=PARTY,
    entity_id="us_ofac_sdn:46633",
    list="us_ofac_sdn",
    kind=Kind.ORGANIZATION,
    caption="Wuhan Global Sensor Technology Co., Ltd.",
    matched_name="武汉高芯科技有限公司",
    name_kind=NameKind.PRIMARY,
    score=0.93,
    decision=Decision.MATCH,
    programmes=("RUSSIA-EO14024",),
    countries=("cn",),
    evidence=EVIDENCE,
    reason="'Wuhan Gaoxin' reads like 武汉高芯, 'Technology' means 科技.",
    intercept=-20.41,
)
EU = Hit(
    entity_id="eu_fsf:4880",
    list="eu_fsf",
    kind=Kind.ORGANIZATION,
    caption="Wuhan Global Sensor Technology Co. Ltd",
    matched_name="武汉高芯科技有限公司",
    name_kind=NameKind.ALIAS,
    score=0.9,
    decision=Decision.REVIEW,
    programmes=("UKR",),
)
SCREENED = (
    EditionRef(list="eu_fsf", edition="2026-08-22", sha256="e" * 64),
    EditionRef(list="us_ofac_sdn", edition="2025-11-19", sha256="0" * 64),
)
STALE = ListWarning(
    list="us_ofac_sdn",
    what="stale",
    age_days=370,
    max_age_days=14,
    message="us_ofac_sdn is stale: its edition of 2025-11-19 is 370 days old",
)
SDN_OF_NOVEMBER = tuple(
    Snapshot(
        source="us_ofac_sdn",
        sha256=letter * 64,
        edition=day,
        fetched_at=f"{day}T12:00:00Z",
        origin="https://example.org/SDN_ADVANCED.XML",
        entities=2,
        names=2,
        folder=Path(letter),
    )
    for letter, day in (("a", "2025-11-04"), ("b", "2025-11-19"))
)


def _vessel(*names: tuple[str, NameKind]) -> Entity:
    return Entity(
        id="us_ofac_sdn:54320",
        kind=Kind.VESSEL,
        names=tuple(ListedName(text=text, kind=kind, script="Latn") for text, kind in names),
    )


def _organization(number: int, name: str) -> Entity:
    return Entity(
        id=f"us_ofac_sdn:{number}",
        kind=Kind.ORGANIZATION,
        names=(ListedName(text=name, kind=NameKind.PRIMARY),),
        programmes=("CYBER4", "CAATSA - RUSSIA"),
        countries=("ru",),
    )


_REMARK = (
    "Belongs to a group that is listed too, and that has been so for a long time; since {} of it."
)
DELTAS = [
    Delta(
        source="us_ofac_sdn",
        old=SDN_OF_NOVEMBER[0],
        new=SDN_OF_NOVEMBER[1],
        added=(_organization(53997, "Media Land, LLC"), _organization(1, "<b>=1+1</b>")),
        removed=(_organization(2, "Gone Ltd"),),
        changed=(
            ChangedEntity(
                old=_vessel(("SHUN KAI XING", NameKind.PRIMARY)),
                new=_vessel(("Honestar", NameKind.PRIMARY), ("SHUN KAI XING", NameKind.ALIAS)),
                fields=(
                    FieldChange(
                        field="names",
                        removed=("SHUN KAI XING (primary, Latn)",),
                        added=("Honestar (primary, Latn)", "SHUN KAI XING (alias, Latn)"),
                    ),
                    FieldChange(
                        field="remarks",
                        removed=(_REMARK.format("2014 a member"),),
                        added=(_REMARK.format("2015 the head"),),
                    ),
                ),
            ),
        ),
        reworded=("us_ofac_sdn:7",),
    ),
    Delta(
        source="eu_fsf",
        old=None,
        new=replace(SDN_OF_NOVEMBER[1], source="eu_fsf", edition=None, origin="in/list.xml"),
        added=(),
        removed=(),
        changed=(),
        reworded=(),
    ),
]
SETTINGS = Settings(threshold=0.8)
ENGINE = "namewarden 0.1.0"


def name_answer(query: str, *hits: Hit) -> NameAnswer:
    return NameAnswer(
        query=query,
        decision=hits[0].decision if hits else Decision.NO_MATCH,
        hits=hits,
        screened_against=SCREENED,
        engine=ENGINE,
        settings=SETTINGS,
        warnings=(STALE,),
    )


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start=start, end=start + len(words), text=words)


def document_answer(
    text: str,
    *found: tuple[str, Hit],
    status: DocumentStatus = DocumentStatus.SCREENED,
    reason: str | None = None,
) -> DocumentAnswer:
    return DocumentAnswer(
        document=Document(
            path="in/article.txt",
            sha256="a" * 64,
            media_type="text/plain; charset=utf-8",
            status=status,
            reason=reason,
            passages=(Passage(text=text),) if text else (),
        ),
        hits=tuple(SpanHit(span=_span(text, words), hit=hit) for words, hit in found),
        screened_against=SCREENED,
        engine=ENGINE,
        settings=SETTINGS,
        warnings=(STALE,),
    )


TEXT = (
    "A thermal camera taken from a drone that came down in a field near Kharkiv has led customs\n"
    "investigators to a maker in central China. The detector behind its lens carried the mark of\n"
    "Wuhan Gaoxin Technology, a firm that also sells under the English name Global Sensor\n"
    "Technology. Its brochure says that the parts are meant for firefighters and hunters."
)
NAME_ANSWERS = [
    name_answer("Wuhan Gaoxin Technology", OFAC, EU),
    name_answer("Blue Lantern Logistics"),
    name_answer(
        "",
    ),
]
DOCUMENT_ANSWERS = [
    document_answer(
        TEXT,
        ("Wuhan Gaoxin Technology", OFAC),
        ("Wuhan Gaoxin Technology", EU),
        ("Global Sensor\nTechnology", OFAC),
    ),
    document_answer("Nothing here."),
    document_answer("", status=DocumentStatus.NOT_SCREENED, reason="a PDF file: it was not read."),
    document_answer(
        "Soci\ufffdt\ufffd",
        status=DocumentStatus.PARTLY_SCREENED,
        reason="2 places are damaged UTF-8",
    ),
]
_PAGE = Passage(text="Copy for\nWuhan Gaoxin Technology\nand Blue Lantern Logistics", page=2)
_MARKED = Span(start=9, end=32, text="Wuhan Gaoxin Technology", page=2)
# A page of a PDF file, with all that can be asked for: pictures, names, the listed entry.
WHOLE_ANSWER = replace(
    document_answer("x"),
    document=Document(
        path="in/letter.pdf",
        sha256="b" * 64,
        media_type="application/pdf",
        status=DocumentStatus.PARTLY_SCREENED,
        reason="page 1 of 2 not read: scanned pages without text.",
        passages=(_PAGE,),
        pages=2,
    ),
    hits=(SpanHit(span=_MARKED, hit=OFAC), SpanHit(span=_MARKED, hit=EU)),
    names=(
        NamedParty(span=_MARKED, how="trade word"),
        NamedParty(
            span=Span(start=37, end=59, text="Blue Lantern Logistics", page=2), how="trade word"
        ),
    ),
    pictures=(
        PagePicture(
            page=2,
            png=b"\x89PNG",
            marks=(
                Mark(
                    start=9,
                    end=32,
                    boxes=(Box(start=0, end=0, left=0.1, top=0.2, right=0.5, bottom=0.25),),
                ),
            ),
        ),
    ),
    entries=(
        Entity(
            id=OFAC.entity_id,
            kind=Kind.ORGANIZATION,
            names=(ListedName(text=OFAC.matched_name, kind=NameKind.PRIMARY, script="Hans"),),
            countries=("cn",),
        ),
    ),
)
DOCUMENT_ANSWERS.append(WHOLE_ANSWER)
COMPARISONS = [
    Comparison(
        left="Wuhan Gaoxin Technology",
        right="武汉高芯科技有限公司",
        score=0.93,
        decision=Decision.MATCH,
        evidence=EVIDENCE,
        reason="'Wuhan Gaoxin' reads like 武汉高芯, 'Technology' means 科技.",
        intercept=-20.41,
    ),
    Comparison(
        left="Gazprombank",
        right="Alpenrhein Privatbank",
        score=0.12,
        decision=Decision.NO_MATCH,
        evidence=(),
        reason="no word in common",
    ),
]
