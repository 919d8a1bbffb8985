"""Parties that a list has in Latin letters, as texts of other languages call them: by a name that
only that language has, or by its sound; and less of a name where a text is about listed parties.
"""

import pytest

from matcher.index.build import build
from matcher.lexicon.known_as import known_as, not_behind
from matcher.lexicon.loan_sounds import script_of_sounds, sound_alike, sounds
from matcher.mentions.find import find
from matcher.mentions.searcher import Searcher
from matcher.names.term_weights import Language
from matcher.search.match import Policy
from records import Entity, FoundBy, Kind, ListedName, NameKind

LISTED = (
    "Hamas",
    "HIZBALLAH",
    "Huawei Technologies Co., Ltd. (Huawei)",
    "Kurdistan Workers' Party",
    "TALIBAN",
    "Islamic State of Iraq and the Levant – West Africa",
    "OOO Granotex",
    "Joint Stock Company Dromstalvet",
    "Zavrelkin Bank JSC",
    "Bank Rossiya",
    "Kerch Commercial Port",
    "TECHCRIM JOINT STOCK COMPANY",
    "INTELLEKT LLC",
    "AO MZGK",
    "National Lotteries Ltd.",
    "OOO Viktoriia",
    "Derecttor Company Limited",
)


@pytest.fixture(scope="module")
def press_finder(language: Language) -> Searcher:
    entities = [
        Entity(
            id=f"press:{number}",
            kind=Kind.ORGANIZATION,
            names=(ListedName(text=name, kind=NameKind.PRIMARY),),
        )
        for number, name in enumerate(LISTED)
    ]
    return Searcher(build(entities, language))


def met(text: str, finder: Searcher) -> list[tuple[str, str]]:
    return [
        (text[hit.start : hit.end], LISTED[hit.match.entity])
        for hit in find(text, finder, Policy(0.8))
    ]


@pytest.mark.parametrize(
    ("text", "written", "listed"),
    [
        ("قالت حماس إنها ترفض القرار.", "حماس", "Hamas"),
        ("تبرع لحماس في غزة", "حماس", "Hamas"),
        ("哈马斯发表声明", "哈马斯", "Hamas"),
        ("昨日、ハマスは声明を出した。", "ハマス", "Hamas"),
        ("어제 하마스는 성명을 냈다.", "하마스", "Hamas"),
        ("हमास ने इनकार किया", "हमास", "Hamas"),
        ("Η Χαμάς καταδίκασε", "Χαμάς", "Hamas"),
        ("ฝ่ายฮามาสปฏิเสธ", "ฮามาส", "Hamas"),
        ("وعلى حزب الله أن", "حزب الله", "HIZBALLAH"),
        ("黎巴嫩真主党否认", "黎巴嫩真主党", "HIZBALLAH"),
        ("Die Hisbollah schwieg.", "Hisbollah", "HIZBALLAH"),
        ("die hisbollah schwieg. Ein Satz.", "hisbollah", "HIZBALLAH"),
        ("le navi di Hezbollah restano", "Hezbollah", "HIZBALLAH"),
        ("采购华为设备", "华为", "Huawei Technologies Co., Ltd. (Huawei)"),
        ("購買華為設備", "華為", "Huawei Technologies Co., Ltd. (Huawei)"),
        ("die Arbeiterpartei Kurdistans ist", "Arbeiterpartei Kurdistans", LISTED[3]),
    ],
)
def test_what_another_language_calls_a_party_is_found(
    text: str, written: str, listed: str, press_finder: Searcher
) -> None:
    assert (written, listed) in met(text, press_finder)


@pytest.mark.parametrize(
    "text",
    [
        "为实现中华为先的目标",
        "ハマスカは町の名だ",
        "قال داعش غير ذلك",
        "قالت حما، س إنها",
        "شرکت پیشرو در صنعت",
    ],
)
def test_other_words_with_these_letters_are_no_names(text: str, press_finder: Searcher) -> None:
    text += " Ein Satz mit Großbuchstaben."
    assert not met(text, press_finder)


def test_an_exonym_is_of_the_whole_name_only(press_finder: Searcher) -> None:
    text = "تنظيم الدولة الإسلامية في العراق"
    assert not met(text, press_finder)


@pytest.mark.parametrize(
    ("text", "written", "listed"),
    [
        ("会社グラノテクスに支払った。", "グラノテクス", "OOO Granotex"),
        ("دفعنا إلى غرانوتكس أمس", "غرانوتكس", "OOO Granotex"),
        ("שילמנו לגרנוטקס אתמול", "גרנוטקס", "OOO Granotex"),
        ("ჩვენ გრანოტექსს გადავუხადეთ", "გრანოტექს", "OOO Granotex"),
        ("Վճարել ենք Գրանոտեքսին", "Գրանոտեքս", "OOO Granotex"),
        ("πληρώσαμε τη Γρανοτέξ", "Γρανοτέξ", "OOO Granotex"),
        ("हमने ग्रानोटेक्स को भुगतान किया", "ग्रानोटेक्स", "OOO Granotex"),
        ("우리는 드롬스탈베트에 지불했다", "드롬스탈베트", "Joint Stock Company Dromstalvet"),
    ],
)
def test_one_word_is_found_by_its_sound(
    text: str, written: str, listed: str, press_finder: Searcher
) -> None:
    assert any(written in one and of == listed for one, of in met(text, press_finder))
    (hit,) = find(text, press_finder, Policy(0.8))
    assert hit.found_by is FoundBy.SIMILAR_NAME


@pytest.mark.parametrize(
    "text",
    [
        "▲ 돼지기름으로 부쳐낸 녹두부침.",
        "בתקווה שיחזיר לו את האינטלקט שאבד",
        "مزغك",
        "グラニタクス",
    ],
)
def test_words_that_sound_nearly_so_are_no_names(text: str, press_finder: Searcher) -> None:
    assert not met(text, press_finder)


@pytest.mark.parametrize(
    ("written", "listed", "same"),
    [
        ("ロスネフチ", "rosneft", True),
        ("로스네프트", "rosneft", True),
        ("روسنفت", "rosneft", True),
        ("გაზპრომბანკ", "gazprombank", True),
        ("ガスプロムバンク", "gazprombank", True),
        ("ロスネフチ", "rosnift", True),
        ("ロスナフチ", "rosneft", False),
        ("רוסנפט", "rosnaft", True),
        ("Ροσνέφτ", "rosnaft", False),
        ("ロスメフチ", "rosneft", False),
    ],
)
def test_sounds_are_compared_as_scripts_write_them(written: str, listed: str, same: bool) -> None:
    assert sound_alike(sounds(written), sounds(listed), script_of_sounds(written)) is same


OTHERS = "Treasury named Hamas and the OOO Granotex on Monday. "


def test_a_document_that_names_listed_parties_needs_less_of_a_name(press_finder: Searcher) -> None:
    alone = "A spokesman for Zavrelkin declined to comment."
    assert not met(alone, press_finder)
    assert ("Zavrelkin", "Zavrelkin Bank JSC") in met(OTHERS + alone, press_finder)


@pytest.mark.parametrize(
    "text",
    [
        "The ship left Kerch yesterday.",
        "He met Pavel Zavrelkin there.",
        "the zavrelkin way",
        "Lotteries pay.",
    ],
)
def test_towns_persons_and_small_letters_are_no_names_even_there(
    text: str, press_finder: Searcher
) -> None:
    assert len(met(OTHERS + text, press_finder)) == 2


def test_a_trade_word_needs_no_capital(press_finder: Searcher) -> None:
    assert ("banque Rossiya", "Bank Rossiya") in met("La banque Rossiya est visée.", press_finder)
    assert ("bank Rossiya", "Bank Rossiya") in met("It hit bank Rossiya again.", press_finder)


def test_every_row_of_the_table_has_names() -> None:
    for listed, exonyms in known_as().items():
        assert listed
        assert all(one.forms and all(one.forms) for one in exonyms), listed


def test_characters_before_belong_to_the_name_as_written() -> None:
    assert "中" in not_behind("华为")
    assert not not_behind("真主党")


@pytest.mark.parametrize(
    "text",
    ["そのとき、ヴィクトリアは彼を信じていた。", "են եկել Աբականի թանգարանի դիրեկտորի տեղակալ"],
)
def test_given_names_and_words_in_small_letters_are_no_partys_sound(
    text: str, press_finder: Searcher
) -> None:
    assert met(text, press_finder) == []


def test_a_word_with_a_capital_may_be_a_partys_sound(press_finder: Searcher) -> None:
    text = "Վճարվել է Դիրեկտոր ընկերությանը"
    assert met(text, press_finder) == [("Դիրեկտոր", "Derecttor Company Limited")]
