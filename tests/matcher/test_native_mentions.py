"""Parties that a list has in Latin letters only, in running text of other scripts."""

import pytest

from matcher.index.build import build
from matcher.mentions.find import find, search_all
from matcher.mentions.searcher import Searcher
from matcher.mentions.work_budget import Work
from matcher.names.term_weights import Language
from matcher.search.match import Policy
from records import Entity, FoundBy, Kind, ListedName, NameKind

LISTED = (
    "Mahan Air",
    "Reconnaissance General Bureau",
    "Bank Sepah",
    "ANSAR ALLAH",
    "Korea Mining Development Trading Corporation",
    "Defense Industries Corporation",
    "Nanhai Limited",
    "BANK KESHAVARZI",
    "Zarfam Cement Company",
)


@pytest.fixture(scope="module")
def finder(language: Language) -> Searcher:
    return Searcher(
        build(
            [
                Entity(
                    id=f"t:{number}",
                    kind=Kind.ORGANIZATION,
                    names=(ListedName(text=name, kind=NameKind.PRIMARY),),
                )
                for number, name in enumerate(LISTED)
            ],
            language,
        )
    )


def found(text: str, finder: Searcher) -> list[tuple[str, str]]:
    return [
        (text[hit.start : hit.end], LISTED[int(finder.index.entity_ids[hit.match.entity][2:])])
        for hit in find(text, finder, Policy(0.8))
    ]


@pytest.mark.parametrize(
    ("text", "written", "listed"),
    [
        ("نقلت شركة ماهان للطيران أسلحة أمس", "ماهان للطيران", "Mahan Air"),
        ("دولت هواپیمایی ماهان را تحریم کرد", "هواپیمایی ماهان", "Mahan Air"),
        ("武器由马汉航空运输。", "马汉航空", "Mahan Air"),
        ("昨日マハン航空は声明を出した。", "マハン航空", "Mahan Air"),
        ("그는 정찰총국 소속이다.", "정찰총국", "Reconnaissance General Bureau"),
        (
            "조선광업개발무역회사는 무기를 수출한다.",
            "조선광업개발무역",
            "Korea Mining Development Trading Corporation",
        ),
        ("قرارداد با بانک سپه امضا شد", "بانک سپه", "Bank Sepah"),
        ("وقال أنصار الله إنهم لم يتلقوا", "أنصار الله", "ANSAR ALLAH"),
    ],
)
def test_a_name_is_found_by_what_it_means_or_sounds_like(
    text: str, written: str, listed: str, finder: Searcher
) -> None:
    assert (written, listed) in found(text, finder)


@pytest.mark.parametrize(
    "text",
    [
        "必须发展国防工业和军工体制。",
        "双方同意解决南海争议。",
        "سهم مصرف کشاورزی و صنعت",
        "قال ماهان إن الطيران توقف",
        "ماهان، للطيران",
    ],
)
def test_ordinary_words_that_mean_or_sound_so_are_no_name(text: str, finder: Searcher) -> None:
    assert not found(text, finder)


def test_the_evidence_shows_the_words_of_the_text(finder: Searcher) -> None:
    (hit,) = find("قرارداد با سیمان زرفام امضا شد", finder, Policy(0.8))
    assert hit.found_by is FoundBy.SIMILAR_NAME
    assert {row.query for row in hit.match.evidence} == {"سیمان", "زرفام", None}


def test_where_the_work_ends_is_told(finder: Searcher) -> None:
    text = "武器由马汉航空运输。"
    searched = search_all([text], finder, Policy(0.8), Work(comparisons=5.0))
    assert searched.stopped is not None
    assert searched.stopped.offset < text.index("运输")
