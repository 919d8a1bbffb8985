"""Listed names that a Thai text writes by their sound."""

import pytest

from matcher.index.build import build
from matcher.mentions.find import find
from matcher.mentions.searcher import Searcher
from matcher.names.term_weights import Language
from matcher.search.match import Policy
from records import Entity, Kind, ListedName, NameKind

LISTED = ("Konsalt", "Uralvagonzavod", "Sovcomflot", "Rosoboronexport", "Ravankar", "Gacharsan")


@pytest.fixture(scope="module")
def loans(language: Language) -> Searcher:
    return Searcher(
        build(
            [
                Entity(
                    id=f"thai:{number}",
                    kind=Kind.ORGANIZATION,
                    names=(ListedName(text=name, kind=NameKind.PRIMARY),),
                )
                for number, name in enumerate(LISTED)
            ],
            language,
        )
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("สหรัฐคว่ำบาตรอูราลวากอนซาวอดเมื่อวานนี้", "อูราลวากอนซาวอด"),
        ("เรือของซอฟคอมโฟลตออกจากท่า", "ซอฟคอมโฟลต"),
        ("และโรโซโบรอนเอ็กซ์ปอร์ตขายอาวุธ", "โรโซโบรอนเอ็กซ์ปอร์ต"),
    ],
)
def test_a_listed_name_is_found_by_its_sound_among_thai_words(
    text: str, name: str, loans: Searcher
) -> None:
    assert name in {text[one.start : one.end] for one in find(text, loans, Policy(0.8))}


@pytest.mark.parametrize(
    "text", ["เกิดขึ้นระหว่างการประชุม", "เอกสารสันติภาพฉบับใหม่", "คเนอลล์ คอนซัลท์ ไทย จำกัด"]
)
def test_thai_words_that_sound_so_are_no_names(text: str, loans: Searcher) -> None:
    assert find(text, loans, Policy(0.8)) == []
