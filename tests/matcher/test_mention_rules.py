"""Ordinary words of a text are no names, whatever they sound or look like; names are found."""

import pytest

from matcher.index.build import build
from matcher.mentions.find import Mention, find
from matcher.mentions.respaced import respaced
from matcher.mentions.searcher import Searcher
from matcher.names.term_weights import Language
from matcher.search.match import Policy
from records import Entity, FoundBy, Kind, ListedName, NameKind

LISTED = (
    ("HUJI",),
    ("梅樹有限公司", "Meishu Company Limited"),
    ("优译有限公司",),
    ("武汉高芯科技有限公司", "Wuhan Gaoxin Technology Co., Ltd."),
    ("Wuhan Fengfan Co., Ltd.",),
    ("North Drilling Company (NDC)",),
    ("Limited Liability Company NDC Trading",),
    ("PJSC UGC",),
    ("AO ACT",),
    ("Wheels Incorporated",),
    ("Third Floor",),
    ("Your Fuel Company",),
    ("Islamic International Brigade (IIB)",),
    ("Limited Liability Company PROTEKTOR",),
    ("Sovcomflot",),
    ("PROMSVYAZBANK PUBLIC JOINT STOCK COMPANY",),
    ("Joint Stock Company Ural Civil Aviation Factory",),
    ("Gazprombank Joint Stock Company",),
    ("VETERAN",),
    ("BASEEJ",),
    ("PJSC Ilyushin",),
    ("Zvezda",),
    ("Iranian Aviation Industries Organization (IAIO)",),
    ("Denise Company",),
    ("LLC KBIS",),
)


@pytest.fixture(scope="module")
def listed_finder(language: Language) -> Searcher:
    entities = [
        Entity(
            id=f"rules:{number}",
            kind=Kind.ORGANIZATION,
            names=tuple(ListedName(text=name, kind=NameKind.PRIMARY) for name in names),
        )
        for number, names in enumerate(LISTED)
    ]
    return Searcher(build(entities, language))


def found(text: str, finder: Searcher) -> list[Mention]:
    return find(text, finder, Policy(0.8))


@pytest.mark.parametrize(
    "text",
    [
        "委员会昨天举行会议。",
        "loisir partagé avec Denise, son épouse, et ses amis",
        "در سال کبیسه مانده است.",
        "推进政治协商制度化。",
        "加强两国人民的友谊。",
        "他的风范打动了每一个人。",
        "美术馆",
        "Corporation Service Company (“CSC”) and others. NDC (National Data Centre) said so.",
        "“NDC” means a national drug code. Each NDC number is listed. JSC “NDC”",
        'user generated content ("UGC") on the site. Such UGC is yours.',
        "the Companies Act (the “Act”) applies",
        'In the category "Wheels", choose one',
        "WE MERELY ACT AS THE COMMERCIAL AGENT",
        "Room 303, 3rd Floor, Waterloo Road",
        "Your full legal name, address",
        "inhibitors of the GP IIb/IIIa kind",
        "Bild vor dem Projektor in umgekehrter Richtung",
        "Ветеран футбола уверен в этом",
        "полномочий почившего Туркмен-баши",
        "Dr Alexei Ilyushin spoke",
        "We met the protektor and zvezda of Minsk",
    ],
)
def test_ordinary_words_are_no_names(text: str, listed_finder: Searcher) -> None:
    assert [text[item.start : item.end] for item in found(text, listed_finder)] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("优译有限公司已付款。", "优译有限公司"),
        ("付款给武汉高芯。", "武汉高芯"),
        ("付款给武汉丰帆有限公司。", "武汉丰帆有限公司"),
        ("Buyer Promsvyazbank", "Promsvyazbank"),
        ("We paid sovcomflot yesterday, Bob", "sovcomflot"),
        ("We paid promsvyazbank, Bob, by wire", "promsvyazbank"),
        ("The company Zvezda was listed last year.", "Zvezda"),
        ("paid to S O V C O M F L O T in May", "S O V C O M F L O T"),
        ("paid to G A Z P R O M B A N K  J S C in May", "G A Z P R O M B A N K  J S C"),
        (
            "paid to U R A L  C I V I L  A V I A T I O N  F A C T O R Y in May",
            "U R A L  C I V I L  A V I A T I O N  F A C T O R Y",
        ),
        (
            "U R A L C I V I L A V I A T I O N F A C T O R Y",
            "U R A L C I V I L A V I A T I O N F A C T O R Y",
        ),
        ("Ural C ivil Aviation F actory", "Ural C ivil Aviation F actory"),
        ("signed by UralCivil Aviation Factory", "UralCivil Aviation Factory"),
        ("Gazprombonk Joint Stock Company", "Gazprombonk Joint Stock Company"),
        ("the Iran Aviation Industries Organization (IAIO), engaged in", "IAIO"),
        ("Gazprombank " * 40, "Gazprombank"),
    ],
)
def test_names_are_found_where_they_are_seldom_written_so(
    text: str, words: str, listed_finder: Searcher
) -> None:
    assert words in [text[item.start : item.end] for item in found(text, listed_finder)]


def test_letters_count_for_the_party_that_the_document_introduces(
    listed_finder: Searcher,
) -> None:
    text = "North Drilling Company (“NDC”) shall pay. Later NDC paid."
    met = {(text[i.start : i.end], i.match.entity) for i in found(text, listed_finder)}
    assert ("NDC", 5) in met
    assert not any(entity == 6 for _, entity in met)


@pytest.mark.parametrize(
    ("text", "found_there"),
    [
        ("Pay to Gazprom Bank at once.", True),
        ("Pay to Gaz Prombank at once.", True),
        ("Pay to gazprom bank at once.", False),
        ("Our Gazprom, Bank and others", False),
        ("paid to Gazpr ombank on Monday", True),
        ("paid to G azpromb ank on Monday", True),
        ("We paid Gazprom bank charges", False),
    ],
)
def test_a_rare_word_of_the_list_may_be_written_as_two(
    text: str, found_there: bool, listed_finder: Searcher
) -> None:
    assert bool(found(text, listed_finder)) is found_there


def test_a_hit_says_what_was_found(listed_finder: Searcher) -> None:
    text = "Sovcomflot, Promsvyazbank and North Drilling Company (“NDC”). NDC paid."
    hows = {text[i.start : i.end]: i.found_by for i in found(text, listed_finder)}
    assert hows["Sovcomflot"] is FoundBy.WHOLE_NAME
    assert hows["Promsvyazbank"] is FoundBy.SIMILAR_NAME
    assert hows["NDC"] is FoundBy.SHORT_FORM


def test_spaces_are_put_right_and_places_kept() -> None:
    text = "xx " * 150 + "Ural C ivil and UralCivil" + " yy" * 150 + " A company"
    right = respaced(text)
    start = right.text.index("Ural Civil")
    span = right.span(start, start + len("Ural Civil"))
    assert span is not None
    assert text[slice(*span)] == "Ural C ivil"
    assert "company" not in right.text


def test_a_text_with_its_spaces_right_is_not_searched_twice() -> None:
    assert respaced("A company paid the Bank of I Don't Know, B C D Ltd.").text == ""
