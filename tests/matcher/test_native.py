"""Names in their own script, as lists write them in Latin letters."""

import pytest

from matcher.comparison.model import model
from matcher.comparison.pairwise import compare
from matcher.index.build import build
from matcher.lexicon.arabic import guesses
from matcher.lexicon.keys import consonants
from matcher.lexicon.tables import Role
from matcher.lexicon.vowelless import may_be
from matcher.names.native_japanese import is_japanese
from matcher.names.parser import analyse
from matcher.names.persian_surnames import two_names
from matcher.names.term_weights import Language
from matcher.names.variants import asked_variants
from matcher.search.finder import Finder
from matcher.search.match import Policy, match
from records import Entity, Kind, ListedName, NameKind


def read(text: str) -> set[str]:
    """All ways in which a name is read, its words with spaces between."""
    return {
        " ".join(word.form for word in reading.name.words)
        for reading in asked_variants(analyse(text))
    }


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        ("김영호", "kim yongho"),
        ("منظمة الشروق", "munazzamat shuruq"),
        ("صوت الأفق", "sawt al ufuq"),
        ("جبهة النداء", "jabhat nida"),
        ("جبهة النداء", "front nida"),
        ("이철수", "lee cheolsu"),
        ("림정희", "rim jonghui"),
        ("대동강무역회사", "taedonggang trading corporation"),
        ("王秀英", "wang xiuying"),
        ("欧阳建国", "ouyang jianguo"),
        ("張志明", "cheung chiming"),
        ("單國華", "shan guohua"),
        ("علي حسن", "ali hassan"),
        ("عمر عبد الرحمن", "omar abdul rahman"),
        ("نور الدين طاهر", "noor al din tahir"),
        ("بنك الخليج", "bank gulf"),
        ("ООО Полар Шиппинг", "ooo polar shipping"),
        ("Объединённый речной порт", "united river port"),
        ("Северный торговый порт", "northern commercial port"),
        ("УК Мелькарт", "management company melkart"),
        # Loans inside a word, as English spells them.
        ("ООО Зурсервис", "ooo zurservice"),
        ("ООО Скайтехнотрейд", "ooo skytechnotrade"),
        # Whom a name honours, and the ending of an ordinal.
        ("Завод имени Мелькарева", "plant melkarev"),
        ("Завод имени Мелькарева", "plant named after melkareva"),
        ("77-й ремонтный завод", "77 repair plant"),
    ],
)
def test_a_name_is_read_as_lists_write_it(text: str, latin: str) -> None:
    assert latin in read(text)


def test_offsets_of_a_reading_are_those_of_the_query() -> None:
    words = next(
        reading.name.words for reading in asked_variants(analyse("김영호")) if reading.entire
    )
    assert [(word.start, word.end) for word in words] == [(0, 1), (1, 3)]


def test_a_latin_name_has_no_further_readings() -> None:
    assert len(asked_variants(analyse("Lorvane Dumont"))) == 1


def test_vowels_are_guessed_by_the_shape_of_the_word() -> None:
    assert guesses("طاهری", persian=True)[0] == "taheri"


def test_consonants_are_sounds() -> None:
    assert consonants("mohammed") == consonants("muhamad")
    assert consonants("jamal") == "jml"
    assert consonants("nasri") != consonants("nasr")


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        ("高木康男", "takagi yasuo"),
        ("三井商事トレーディング株式会社", "mitsui shoji trading co ltd"),
        ("エービーシー商会", "abc shokai"),
        ("בן ציון גולדברג", "ben zion goldberg"),
        ("Ντίνος Μπλανάς", "dinos blanas"),
        ("Ναυτιλιακή Εταιρεία Ουρανός", "shipping company ouranos"),
        # The cases of Greek, and of words that only this one table has.
        ("Υπουργείο Βιομηχανικών Εκδόσεων", "ministry industrial publishing"),
        ("Ένωση Μηχανολογικών Εργαστηρίων", "union mechanical laboratory"),
        # A person or firm may be called by a word that tables translate.
        ("בנק מזרחי", "bank mizrahi"),
        ("विकास शर्मा", "vikas sharma"),
        ("מפעלי הפלדה הצפון", "plant steel north"),
        ("საქართველოს რკინიგზა", "sakartvelos railway"),
        ("Հյուսիսային ավիացիոն գործարան", "northern aviation factory"),
        ("ธนาคารสยามพาณิชย์", "bank siam commercial"),
        # A foreign name has one case.
        ("Καράτζη Εμπορική", "karatzi trading"),
        ("บริษัทสยามเทรดดิ้งจำกัด (มหาชน)", "company siam trading limited public"),
        ("შავი ბანკი", "shavi bank"),
        ("Завод Искусственного Волокна", "zavod artificial fiber"),
        # The Bulgarian article, and words that only end like it.
        ("Организацията за външна сигурност", "organization za external security"),
        ("ООО Палата", "ooo palata"),
        ("Салаватский химический завод", "salavat chemical plant"),
        ("اس پی آی للتجارة", "spi trading"),
        ("بيت القرصان", "bayt al qarsan"),
        # A given name is a short English word beside others.
        ("سيف شيب مانجمينت م م ح", "safe ship management fze"),
        ("ανταλλακτήριο συναλλάγματος Ρομάν", "money exchange roman"),
        ("Nureddine Transport", "nur el dine transport"),
        ("Nur El Dine Transport", "nureddin transport"),
    ],
)
def test_other_scripts_are_read_by_their_tables(text: str, latin: str) -> None:
    assert latin in read(text)


def test_a_long_word_of_one_name_is_no_row_of_names() -> None:
    assert two_names("خوارزمشاهیان") == ()
    assert two_names("محمدی") == ()


def test_letters_spelled_out_are_no_little_words() -> None:
    words = analyse("في في ان للعقارات").words
    assert [word.role for word in words] == [Role.WORD] * 3 + [Role.TRADE]


def test_a_little_word_between_two_words_stays_one() -> None:
    assert analyse("أنصار المسلمين في بلاد السودان").words[2].role is Role.STOP


def test_what_is_read_is_no_little_word_of_another_language() -> None:
    last = [one.name.words[-1] for one in asked_variants(analyse("محمد پور"))]
    assert {word.role for word in last if word.form in ("por", "pour")} == {Role.WORD}


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        # Vowels guessed otherwise, five consonants the same.
        ("كرنتوفيل", "Karantofil Company"),
        ("درمسنكو ش.م.ل", "Dormosenco SAL"),
        ("Център на противовъздушната отбрана", "Center of Anti-Aircraft Defense"),
        ("شورای نگهبان شهر", "City Guardian Council"),
        # The list abbreviates the trade; its brand is the least likely spelling of a sound.
        ("鑫瑞吉貿易有限公司", "Xin Rui Ji Trad Co., Limited"),
        ("雷鳴科技香港有限公司", "Rayming Technology HK Co Limited"),
        # Japan writes some characters as China does and others as Taiwan does, and Koreans' names
        # as Koreans read them; a number's 第 says nothing.
        ("朝鮮緑進貿易会社", "Korea Rokjin Trading Corporation"),
        ("株式会社第77航空機修理工場", "JSC 77 Aircraft Repair Plant"),
        ("中国航天学園集団公司", "China Aerospace Xueyuan Group Corporation"),
        # A single character before *port* is no name.
        ("宝港 东营 物流仓储有限公司", "Baogang Dongying Logistics And Warehousing Co., Ltd."),
    ],
)
def test_a_name_is_found_by_its_sounds_and_its_trade(
    asked: str, listed: str, language: Language
) -> None:
    party = Entity(
        id="t:1",
        kind=Kind.ORGANIZATION,
        names=(ListedName(text=listed, kind=NameKind.PRIMARY),),
    )
    assert match(asked, Finder(build([party], language)), Policy(0.8))


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        # A syllable more; another surname; a chance spelling; another long vowel.
        ("李成", "Li Cheng Yu"),
        ("심경희", "김경희"),
        ("허우진", "Chuyin"),
        ("최영철", "Cho Yong Chol"),
        ("حمود الخماش", "Hamid Khamis"),
        ("كرنتوفول", "Karantofil"),
    ],
)
def test_another_name_is_no_hit(asked: str, listed: str, language: Language) -> None:
    assert next(compare([(asked, listed)], language)).score < model().threshold


def test_long_vowels_have_to_be_there() -> None:
    assert may_be("حمید", "hamid")
    assert not may_be("حمود", "hamid")
    assert may_be("شريفی".replace("ي", "ی"), "sharifi")


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        # A part of a name is a name, not what it means; spaces that a file lost.
        ("شمس الدين", "shams al din"),
        ("احمد ذوالقدر", "ahmad zolqadar"),
        ("ياسرعزيزعباس", "yaser aziz abas"),
        # A surname of two words, and two given names as one.
        ("سلمان آدینه وند", "salman adinavand"),
        ("علی یزدی خواه", "ali yazdikhah"),
        ("محمدمهدی", "mohamed mahdi"),
        # Compounds with God and with *father of*.
        ("فیض اللهی", "fayzullahi"),
        ("ابو القاسم", "abolghasem"),
        # *Son of* is spelt in one way throughout.
        ("محرز بن محمود بن ساسي", "mahrez ben mahmud ben sasi"),
        # A long a that is written as y, and y and w before a vowel.
        ("مثنى", "mathna"),
        ("نواز", "nawaz"),
        # Loanwords of known parts, and vowels at a word's beginning.
        ("شركة بتروكيك", "company petrokick"),
        ("إيتانا", "etana"),
        # Sorani writes short vowels.
        ("ڕەمەزان", "ramzan"),
        # Neighbours of Russian.
        ("Алег Леанідавіч Воінаў", "oleg leonidovich voinov"),
        ("Сергій Гриценко", "sergey hritsenko"),
        # Scripts without spaces.
        ("မင်းအောင်လှိုင်", "min aung hlaing"),
        ("ခင်ညွန့်", "khin nyunt"),
        ("မြန်မာ့စီးပွားရေးကော်ပိုရေးရှင်း", "myanma economic corporation"),
        ("ហ៊ុនសែន", "hun sen"),
        ("ធនាគារ ទៀ", "bank tea"),
        ("บริษัท ออร์บิท จำกัด", "company orbit limited"),
        # Trade words behind which cases hang.
        ("ნავთობქიმიური კომპანიის ბანკი", "petrochemical company bank"),
        ("ஜாம் வங்கியின்", "jam bank"),
        ("የኢራን ባንክ", "iran bank"),
        # Japanese writes no r at a syllable's end.
        ("リバティ・リミテッド", "liberty limited"),
    ],
)
def test_names_of_more_scripts_are_read_as_lists_write_them(text: str, latin: str) -> None:
    assert latin in read(text)


def test_a_vowel_that_the_script_leaves_out_is_no_slip(language: Language) -> None:
    same, other = compare(
        [("نایف شنداخ", "Nayif Shindakh"), ("نایف شنداخ", "Nayif Shindarkh")], language
    )
    assert same.score >= model().threshold > other.score


@pytest.mark.parametrize(
    ("word", "latin", "may"),
    [("سالم", "salimi", False), ("محمدی", "muhammad", False), ("محمدی", "mohammadi", True)],
)
def test_a_long_vowel_at_the_end_is_written(word: str, latin: str, may: bool) -> None:
    assert may_be(word, latin) is may


@pytest.mark.parametrize(
    ("written", "japanese"),
    [
        ("国際海運貿易", True),  # 国 is not Taiwan's, and 際 is not China's
        ("國際海運貿易", False),
        ("国际海运贸易", False),
        ("国際", False),  # as few as a person's name
    ],
)
def test_a_name_in_characters_of_both_chinese_standards_is_japanese(
    written: str, *, japanese: bool
) -> None:
    assert is_japanese(written) is japanese
