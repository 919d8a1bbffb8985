"""Names that a text has nearly whole: without their legal form, with a slip, or misread."""

import pytest

from matcher.index.build import build
from matcher.index.near_tokens import is_near, misread
from matcher.index.whole_names import shortened
from matcher.mentions.find import find
from matcher.mentions.searcher import Searcher
from matcher.names.parser import analyse
from matcher.names.term_weights import Language
from matcher.search.match import Policy
from records import Entity, FoundBy, Kind, ListedName, NameKind

LISTED = (
    "Bank Zenit Public Joint Stock Company",
    "JSC Tactical Missiles Corporation",
    "Meridova Kapital LLC",
    "Abu Merdufi Group",
    "Sepahan Cement Rahnavard Products Transportation",
    "Limited Liability Company Radio Reklama NN",
    "Digital Services EAD",
    "OOO Uralmetprom",
    "AO Завод Уралпромтехника",
    "Wuhan Global Sensor Technology Co., Ltd.",
)


def party(number: int, name: str, kind: Kind = Kind.ORGANIZATION) -> Entity:
    listed = (ListedName(text=name, kind=NameKind.PRIMARY),)
    return Entity(id=f"short:{number}", kind=kind, names=listed)


@pytest.fixture(scope="module")
def near_finder(language: Language) -> Searcher:
    ships = [party(100, "Ocean Performance LLC", Kind.VESSEL)]
    return Searcher(build([*(party(n, name) for n, name in enumerate(LISTED)), *ships], language))


def found(text: str, finder: Searcher) -> list[tuple[str, str]]:
    return [(text[one.start : one.end], one.found_by.value) for one in find(text, finder, SURE)]


SURE = Policy(0.8)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The transfers were linked to Bank Zenit, which denied it.", "Bank Zenit"),
        ("Buyers include the Tactical Missiles Corporation in Korolev.", "Tactical Missiles"),
        ("The lathes were paid for by Meridova Kapital in May.", "Meridova Kapital"),
        ("they were paid for by Meridova kapital in May.", "Meridova kapital"),
        ("Gunmen of Abu Merdufi attacked the village.", "Abu Merdufi"),
    ],
)
def test_a_listed_name_is_found_without_its_legal_form(
    text: str, name: str, near_finder: Searcher
) -> None:
    (span, how), *_ = found(text, near_finder)
    assert span.startswith(name)
    assert how == FoundBy.SIMILAR_NAME


@pytest.mark.parametrize(
    "text",
    [
        "They sat with the European Board for Digital Services in May.",
        "Our digital services are described below.",
        "The company depends on the performance of carriers and the tanker Oil.",
    ],
)
def test_everyday_words_are_no_name_without_its_legal_form(
    text: str, near_finder: Searcher
) -> None:
    assert found(text, near_finder) == []


@pytest.mark.parametrize(
    "written",
    [
        "Sepahan Cernent Rahnavard Products Transportatlon",
        "Sepahan Cement Rahnavrad Products Transportation",
        "Lirnited Liability Company Radio Reklarna NN",
        "Limited Liability Company Radio Reklam NN",
        "eMridova Kapital LLC",
        "OOO Uralmetporm",
        "AO Завод Уралпромтехинка",
    ],
)
def test_a_slip_or_misread_letters_leave_a_name_found(written: str, near_finder: Searcher) -> None:
    spans = found(f"The goods were shipped by {written} to Mersin last spring.", near_finder)
    # A misspelt legal form may be left out of it.
    assert [span for span, _ in spans] == [written.removeprefix("Lirnited Liability Company ")]
    assert {how for _, how in spans} == {FoundBy.SIMILAR_NAME}


@pytest.mark.parametrize(
    "text",
    [
        "They bought Digital Serivces there.",
        "A uralmetporm without anything that says it is a name",
    ],
)
def test_a_slip_alone_makes_no_name(text: str, near_finder: Searcher) -> None:
    assert found(text, near_finder) == []


def test_a_possessive_is_no_slip(near_finder: Searcher) -> None:
    spans = found("It was Bank Zenit Public Joint Stock Company’s loan.", near_finder)
    assert spans[0][1] == FoundBy.WHOLE_NAME


def test_a_name_is_shortened_at_its_ends_only() -> None:
    def forms(name: str) -> set[str]:
        return {" ".join(words) for words, _ in shortened(analyse(name))}

    assert "tactical missiles corporation" in forms("JSC Tactical Missiles Corporation (KTRV)")
    assert forms("Bank Zenit PJSC") == {"bank zenit", "zenit bank"}
    assert forms("Meridova Kapital") == {"kapital meridova"}
    assert not any(form == "medical" for form in forms('OOO Medical Company "Fort"'))


def test_what_scanners_take_for_each_other_is_written_in_one_way() -> None:
    assert misread("cernent") == misread("cement")
    assert is_near("transportatlon", "transportation")
    assert not is_near("kapital", "kaptan")


def test_a_little_word_among_capitals_is_no_legal_form(language: Language) -> None:
    finder = Searcher(build([party(0, "Carbon Technologies (Carbon)")], language))
    assert found("You agree that TO THE EXTENT PERMITTED CARBON IS NOT LIABLE.", finder) == []
