"""Listed parties as a text in another language has them: in its letters, cases or script."""

import pytest

from matcher.index.build import build
from matcher.lexicon.case_endings import first_cases
from matcher.mentions.find import find
from matcher.mentions.searcher import Searcher
from matcher.names.term_weights import Language
from matcher.search.match import Policy
from records import Entity, Kind, ListedName, NameKind

LISTED = (
    "JSC Zhelvashnikov Concern",
    "Stroyvargmontazh",
    "Dravuntex",
    "Uldravonzavod",
    "Production Association Selvamash",
    "Publichnoe Aktsionernoe Obschestvo Vargomorskiy Metallurgicheskiy Kombinat",
    "Vahan Air",
    "Hizballah",
    "Alfa-Bank",
    "OOO Fregat",
    "PROMVYRZBANK PJSC",
    "Grudno Azotin OAO",
    "Green Willow General Trading LLC",
    "Zhuhai Zhenqiong Company Limited",
)
SHIPS = ("NS Pride", "Vostochny Prospect")


@pytest.fixture(scope="module")
def parties(language: Language) -> Searcher:
    return Searcher(
        build(
            [
                Entity(
                    id=f"letters:{number}",
                    kind=Kind.ORGANIZATION,
                    names=(ListedName(text=name, kind=NameKind.PRIMARY),),
                )
                for number, name in enumerate(LISTED)
            ]
            + [
                Entity(
                    id=f"ship:{number}",
                    kind=Kind.VESSEL,
                    names=(ListedName(text=name, kind=NameKind.PRIMARY),),
                )
                for number, name in enumerate(SHIPS)
            ],
            language,
        )
    )


def met(text: str, finder: Searcher) -> set[tuple[str, str]]:
    """The words of a text that were found, each with the listed party's name."""
    found = find(text, finder, Policy(0.8))
    listed = LISTED + SHIPS
    return {(text[one.start : one.end], listed[one.match.entity]) for one in found}


@pytest.mark.parametrize(
    ("text", "written", "listed"),
    [
        ("Der Rüstungskonzern Schelwaschnikow zeigte Drohnen.", "Schelwaschnikow", LISTED[0]),
        ("Koncern Żelwasznikow pokazał drona.", "Żelwasznikow", LISTED[0]),
        ("Das Rohr baute Stroiwargmontasch im Mai.", "Stroiwargmontasch", LISTED[1]),
        ("Fabrikant Oeldravonzavod draait dag en nacht.", "Oeldravonzavod", LISTED[3]),
    ],
)
def test_a_word_in_another_languages_letters_is_the_listed_one(
    parties: Searcher, text: str, written: str, listed: str
) -> None:
    assert (written, listed) in met(text, parties)


@pytest.mark.parametrize(
    ("text", "written", "listed"),
    [
        ("Sankcje wobec spółki Dravuntexu trwają.", "Dravuntexu", LISTED[2]),
        ("Сотрудники «Дравунтекса» молчат.", "Дравунтекса", LISTED[2]),
        ("На «Сельвамаше» заложили лодку.", "Сельвамаше", LISTED[4]),
    ],
)
def test_a_brand_in_another_case_is_found_where_the_text_says_it_is_one(
    parties: Searcher, text: str, written: str, listed: str
) -> None:
    assert (written, listed) in met(text, parties)


@pytest.mark.parametrize(
    "text",
    [
        # A surname by its sound, a plural of an everyday word.
        "Гата Дравунтекса (США, 31) сыграл вничью.",
        "L'affaire des Frégates de Taïwan.",
        # Nothing says that it is the firm: who is called so may be anybody.
        "Gestern kam Selvamasa nach Hause.",
    ],
)
def test_a_word_that_only_may_be_a_listed_one_in_other_letters_is_none(
    parties: Searcher, text: str
) -> None:
    assert not met(text, parties)


def test_a_persian_name_is_found_with_its_words_joined_by_a_non_joiner(parties: Searcher) -> None:
    text = "هواپیمای واهان\u200cایر در دمشق نشست."
    assert ("واهان\u200cایر", "Vahan Air") in met(text, parties)


def test_a_thai_name_is_found_with_its_vowel_signs_among_other_words(parties: Searcher) -> None:
    text = "อิสราเอลโจมตีที่ตั้งของฮิซบอลเลาะห์ในเลบานอน"
    assert ("ฮิซบอลเลาะห์", "Hizballah") in met(text, parties)


def test_an_exonym_with_a_hyphen_is_as_sure_as_one_with_a_space(parties: Searcher) -> None:
    assert ("Альфа-банка", "Alfa-Bank") in met("Клиенты Альфа-банка жалуются на сбои.", parties)


def test_a_brand_before_its_kind_is_called_a_party(parties: Searcher) -> None:
    found = met("The submarine left the Selvamash shipyard in May.", parties)
    assert ("Selvamash", LISTED[4]) in found


def test_a_cyrillic_name_in_the_genitive_is_read_in_all_ways(parties: Searcher) -> None:
    written = "Варгоморского металлургического комбината"
    assert (written, LISTED[5]) in met(f"Прибыль {written} упала вдвое.", parties)


@pytest.mark.parametrize(
    ("text", "written", "listed"),
    [
        ("They paid Prom vyrz bank in May.", "Prom vyrz bank", "PROMVYRZBANK PJSC"),
        ("PAYEE GRUDNOAZOTINOAO IN MAY", "GRUDNOAZOTINOAO", "Grudno Azotin OAO"),
        (
            "Beneficiary: GREEN WILLOW GEN. TRDG. LLC",
            "GREEN WILLOW GEN. TRDG. LLC",
            "Green Willow General Trading LLC",
        ),
        ("中国公司珠海振琼否认指控。", "珠海振琼", "Zhuhai Zhenqiong Company Limited"),
        ("Танкер «Восточный проспект» вышел.", "Восточный проспект", "Vostochny Prospect"),
        ("Dravuntex's NS Pride was renamed.", "NS Pride", "NS Pride"),
    ],
)
def test_a_name_torn_glued_cut_short_or_without_its_trade_is_found(
    parties: Searcher, text: str, written: str, listed: str
) -> None:
    assert (written, listed) in met(text, parties)


def test_words_behind_somebody_unknown_are_no_ship(parties: Searcher) -> None:
    assert not met("Somebody's NS Pride was renamed.", parties)


def test_first_cases_keep_a_stem_of_five_letters() -> None:
    assert {"гарантекс", "гарантекса"} & set(first_cases("гарантексу"))
    assert "garantex" in set(first_cases("garantexem"))
    assert not list(first_cases("nowa"))
