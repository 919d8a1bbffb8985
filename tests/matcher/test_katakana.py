"""Foreign names in katakana, as lists write them in Latin letters."""

import pytest

from matcher.index.build import build
from matcher.lexicon.katakana import as_foreign_word
from matcher.names.parser import analyse
from matcher.names.term_weights import Language
from matcher.names.variants import asked_variants
from matcher.search.finder import Finder
from matcher.search.match import Policy, match
from records import Entity, Kind, ListedName, NameKind


def hits(asked: str, listed: str, kind: Kind, language: Language) -> bool:
    party = Entity(id="t:1", kind=kind, names=(ListedName(text=listed, kind=NameKind.PRIMARY),))
    return bool(match(asked, Finder(build([party], language)), Policy(0.8)))


@pytest.mark.parametrize(
    ("kana", "latin"),
    [
        ("ドスト", "dost"),  # a vowel that stands for none
        ("モハンマド", "mohamad"),  # n before m
        ("パフニン", "pahnin"),  # f for h
        ("テンプ", "temp"),
        ("オグロブリナ", "ogloblina"),  # l and r
        ("ゼルマノフ", "zelmanov"),
        ("アブ", "abu"),  # a short word has all its vowels
        ("マンスール", "mansul"),  # a long vowel is one, and so is that before n
        ("ザフンド", "zafund"),
        ("ダンドン", "dandong"),  # n for ng
        ("バフタ", "bakhta"),  # f for kh
        ("イヴェンスキフ", "ivenskikh"),
    ],
)
def test_a_word_is_read_with_the_consonants_that_katakana_cannot_write(
    kana: str, latin: str
) -> None:
    assert latin in as_foreign_word(kana)


@pytest.mark.parametrize(
    ("asked", "listed", "kind"),
    [
        ("ドスト・カリモフ", "Dost Karimov", Kind.PERSON),
        ("アブドゥル・ラフマン・アフマド・ゾラク", "Abdul Rahman Ahmad Zolak", Kind.PERSON),
        ("コリア・ムルサン・トレーディング", "Korea Mulsan Trading", Kind.ORGANIZATION),
        ("株式会社ゼルモフ機械製造工場", "Zelmov Machine Building Plant JSC", Kind.ORGANIZATION),
        ("ゼルモフ設計局", "Zelmov Design Bureau", Kind.ORGANIZATION),
        # Letters by their names, with dots between them.
        ("エム・ケー・ジー・カンパニー・リミテッド", "MKG Company Limited", Kind.ORGANIZATION),
        ("ゼルモガン・アート・スタジオ", "Zelmogang Art Studio", Kind.ORGANIZATION),
        ("ヘヤン・クルー・マネージメント", "Heyang Crew Management", Kind.ORGANIZATION),
        # Each way of a word is asked, though they are more than combinations can hold.
        ("アミン・ムハンマド・ウル・ハク・カーン", "Amin Muhammad Ul Haq Khan", Kind.PERSON),
        # Koreans, whose syllables katakana does not tell apart.
        ("キム・ジョンマン", "KIM Jong Man", Kind.PERSON),
        ("ラ・キョンス", "Ra Kyong-su", Kind.PERSON),
        ("チャン・ヨンソン", "JANG YONG SON", Kind.PERSON),
        ("ミン・ピョン・チョル", "Min Byong-chol", Kind.PERSON),
        # No known word inside a longer one: *sun*.
        ("ハッサン・ゾラクマ", "Hassan Zolakma", Kind.PERSON),
    ],
)  # fmt: skip
def test_a_name_in_katakana_is_found(
    asked: str, listed: str, kind: Kind, language: Language
) -> None:
    assert hits(asked, listed, kind, language)


@pytest.mark.parametrize(
    ("asked", "listed", "kind"),
    [
        ("ドスト・カリモフ", "Rost Kazimov", Kind.PERSON),
        ("ゼルモフ設計局", "Selim Design Bureau", Kind.ORGANIZATION),
        ("株式会社トヨダ機械", "Machine Building Plant JSC", Kind.ORGANIZATION),
        ("ハッサン・ゾラクマ", "Ha Sun", Kind.PERSON),
        # Other Koreans, and no Koreans.
        ("キム・ジョンマン", "Kim Jong Ho", Kind.PERSON),
        ("キム・ジョンマン", "Jong Man", Kind.PERSON),
        ("キム・カーダシアン", "Kim Kang", Kind.PERSON),
        ("リ・ナ", "Ri Nam", Kind.PERSON),
        ("ヴァン・ゾラク", "Zorak Wang", Kind.PERSON),
    ],
)
def test_another_name_is_no_hit(asked: str, listed: str, kind: Kind, language: Language) -> None:
    assert not hits(asked, listed, kind, language)


def test_a_known_word_is_still_read_inside_a_long_run() -> None:
    read = {
        " ".join(w.form for w in one.name.words)
        for one in asked_variants(analyse("ゼルモトレーディング株式会社"))
    }
    assert any("trading" in one for one in read)
