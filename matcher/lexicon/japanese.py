# ruff: noqa: E501, SIM905 (tables)
"""Japanese in Latin letters, by Hepburn: kana by their sounds, and characters of names by how
names are read with them.

Long vowels are not marked, as passports and lists have them. The commonest surnames (Meiji Yasuda
Life's ranking) and the characters of given names with their usual readings; a given name of other
characters is not read.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import product

from anyascii import anyascii

from matcher.lexicon.folding import fold

_SURNAMES = (
    "佐藤 sato,鈴木 suzuki,高橋 takahashi,田中 tanaka,伊藤 ito,渡辺 渡邊 渡邉 watanabe,山本 yamamoto,中村 nakamura,小林 kobayashi,"
    "加藤 kato,吉田 yoshida,山田 yamada,佐々木 sasaki,山口 yamaguchi,松本 matsumoto,井上 inoue,木村 kimura,林 hayashi,斎藤 斉藤 齋藤 saito,"
    "清水 shimizu,山崎 yamazaki yamasaki,森 mori,池田 ikeda,橋本 hashimoto,阿部 abe,石川 ishikawa,山下 yamashita,中島 nakajima,"
    "石井 ishii,小川 ogawa,前田 maeda,岡田 okada,長谷川 hasegawa,藤田 fujita,後藤 goto,近藤 kondo,村上 murakami,遠藤 endo,青木 aoki,"
    "坂本 sakamoto,福田 fukuda,太田 ota,西村 nishimura,藤井 fujii,金子 kaneko,岡本 okamoto,藤原 fujiwara,三浦 miura,中野 nakano,"
    "原田 harada,中川 nakagawa,松田 matsuda,竹内 takeuchi,小野 ono,田村 tamura,中山 nakayama,和田 wada,石田 ishida,森田 morita,"
    "上田 ueda,原 hara,内田 uchida,柴田 shibata,酒井 sakai,宮崎 miyazaki,横山 yokoyama,高木 takagi,安藤 ando,宮本 miyamoto,大野 ono,"
    "小島 kojima,工藤 kudo,谷口 taniguchi,今井 imai,高田 takada takata,増田 masuda,丸山 maruyama,杉山 sugiyama,村田 murata,大塚 otsuka,"
    "新井 arai,小山 koyama oyama,平野 hirano,藤本 fujimoto,河野 kono,上野 ueno,野口 noguchi,武田 takeda,松井 matsui,千葉 chiba,岩崎 iwasaki,"
    "菅原 sugawara,木下 kinoshita,久保 kubo,佐野 sano,野村 nomura,松尾 matsuo,市川 ichikawa,菊地 菊池 kikuchi,杉本 sugimoto,古川 furukawa,"
    "大西 onishi,島田 shimada,水野 mizuno,桜井 櫻井 sakurai,高野 takano,渡部 watanabe watabe,吉川 yoshikawa,山内 yamauchi,西田 nishida,"
    "飯田 iida,菊田 kikuta,西川 nishikawa,小松 komatsu,北村 kitamura,安田 yasuda,五十嵐 igarashi,川口 kawaguchi,平田 hirata,関 seki,"
    "中田 nakata nakada,久保田 kubota,服部 hattori,東 azuma higashi,岩田 iwata,土屋 tsuchiya,川崎 kawasaki,福島 fukushima,本田 honda,"
    "辻 tsuji,樋口 higuchi,秋山 akiyama,田口 taguchi,永井 nagai,中西 nakanishi,山中 yamanaka,吉村 yoshimura,川上 kawakami,石原 ishihara,"
    "大橋 ohashi,松岡 matsuoka,浜田 濱田 hamada,馬場 baba,森本 morimoto,矢野 yano,浅野 asano,松下 matsushita,星野 hoshino,大久保 okubo,"
    "吉岡 yoshioka,小池 koike,野田 noda,荒木 araki,大谷 otani,松浦 matsuura,熊谷 kumagai,黒田 kuroda,尾崎 ozaki,永田 nagata,川村 kawamura,"
    "望月 mochizuki,荒井 arai,堀 hori,田辺 tanabe,岡崎 okazaki,寺岡 teraoka,津田 tsuda,入江 irie,橋詰 hashizume,光安 mitsuyasu,森尾 morio,"
    "瀬戸 seto,清田 kiyota,司 tsukasa,篠田 shinoda,福永 fukunaga,大石 oishi,小田 oda,織田 oda,徳川 tokugawa,豊田 toyota toyoda,三井 mitsui,"
    "三菱 mitsubishi,住友 sumitomo,川田 kawada,石橋 ishibashi,大島 oshima,高山 takayama,北野 kitano,黒沢 黒澤 kurosawa,宮沢 宮澤 miyazawa,"
    "小沢 小澤 ozawa,中沢 nakazawa,金田 kaneda,新田 nitta,広瀬 hirose,神田 kanda,岸 kishi,岸田 kishida,石破 ishiba,安倍 abe,麻生 aso,菅 suga kan,"
    "野中 nakano nonaka,片山 katayama,成田 narita,松村 matsumura,白井 shirai,富田 tomita,内藤 naito,福井 fukui,栗原 kurihara,本間 honma,"
    "大川 okawa,奥村 okumura,田島 tajima,河合 kawai,須藤 sudo,小西 konishi,岩本 iwamoto,八木 yagi,菅野 kanno sugano,早川 hayakawa,横田 yokota,"
    "堀内 horiuchi,三宅 miyake,関口 sekiguchi,大山 oyama,鎌田 kamata,若林 wakabayashi,高島 takashima,神戸 kobe,東京 tokyo,大阪 osaka"
)
_GIVEN = (
    "一 kazu ichi,二 ji,三 zo mi,郎 ro,太 ta,次 ji,治 ji haru,司 ji shi,志 shi,史 shi fumi,之 yuki no,男 雄 夫 o,彦 hiko,介 助 輔 suke,也 哉 ya,人 仁 to hito,"
    "平 hei,吉 kichi yoshi,明 aki,昭 aki,章 aki,秋 aki,照 teru,輝 teru ki,光 mitsu,広 宏 弘 浩 博 hiro,洋 hiro yo,裕 hiro yu,勝 katsu masaru,克 katsu,"
    "正 政 昌 雅 masa,忠 tada,義 良 好 芳 由 yoshi,和 kazu,数 kazu,幸 yuki,行 yuki,雪 yuki,康 保 泰 安 yasu,靖 yasu,孝 貴 隆 崇 高 taka,敬 takashi,健 ken takeshi,"
    "賢 憲 ken,謙 ken,研 ken,武 take takeshi,茂 shige shigeru,重 shige,成 nari shige,信 伸 nobu,延 nobu,利 俊 敏 年 toshi,寿 toshi,秀 英 hide,"
    "栄 ei,文 fumi,直 nao,尚 nao,真 ma shin,誠 makoto,実 minoru,稔 minoru,清 kiyo kiyoshi,純 jun,淳 jun atsushi,順 jun,修 osamu shu,治 osamu,進 susumu,"
    "勇 isamu yu,豊 yutaka,学 manabu,猛 takeshi,剛 tsuyoshi go,強 tsuyoshi,力 chikara,徹 tetsu toru,哲 tetsu,鉄 tetsu,邦 国 kuni,久 hisa,尚 hisa,"
    "春 haru,晴 haru,夏 natsu,冬 fuyu,千 chi,美 mi,子 ko,恵 e megumi,江 枝 e,代 yo,世 yo,香 ka,花 ka hana,奈 na,菜 na,理 里 ri,沙 sa,早 sa,智 tomo,"
    "友 tomo,朋 tomo,知 tomo,紀 nori ki,則 典 憲 法 徳 nori,規 nori,道 michi,通 michi,満 mitsu mitsuru,元 moto,基 moto,本 moto,守 mamoru,衛 e mamoru,"
    "竜 龍 ryu tatsu,辰 tatsu,達 tatsu,虎 tora,丈 take,卯 u,松 matsu,竹 take,梅 ume,優 yu,悠 yu,翔 sho,大 dai,聡 satoshi,悟 satoru,登 noboru,昇 noboru,"
    "薫 kaoru,望 nozomi,翼 tsubasa,亮 ryo,涼 ryo,圭 kei,慶 kei,啓 kei,恭 kyo yasu,京 kyo,晋 shin,慎 shin,新 shin,寛 hiro kan,勲 isao,功 isao,樹 ki,喜 ki yoshi,木 ki"
)
# The consonant before a small vowel, in the digraphs of loanwords, as romaji writes them.
_LOAN = {
    "ティ": "ti", "ディ": "di", "トゥ": "tu", "ドゥ": "du", "ファ": "fa", "フィ": "fi", "フェ": "fe", "フォ": "fo", "ウィ": "wi",
    "ウェ": "we", "ウォ": "wo", "ヴァ": "va", "ヴィ": "vi", "ヴェ": "ve", "ヴォ": "vo", "ヴ": "vu", "シェ": "she", "ジェ": "je",
    "チェ": "che", "ツァ": "tsa", "ツェ": "tse", "デュ": "du", "フュ": "fu", "テュ": "tu", "イェ": "ye", "クァ": "kwa", "クォ": "kwo",
}  # fmt: skip
_DIGRAPH = re.compile("|".join(sorted(_LOAN, key=len, reverse=True)))
_DOUBLED = re.compile(r"[っッ]([kstpcgdbzjfhm])")
_LONG = re.compile(r"ou|oo|uu")
# Characters of a given name; more than three are a place or a company.
LONGEST_GIVEN = 3


def _table(rows: str) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in rows.split(","):
        words = row.split()
        ways = tuple(word for word in words if word.isascii())
        for character in words[: -len(ways)]:
            key = fold(character)
            found[key] = tuple(dict.fromkeys((*found.get(key, ()), *ways)))
    return found


@cache
def surnames() -> Mapping[str, tuple[str, ...]]:
    """Surnames, folded, and how they are read."""
    return _table(_SURNAMES)


@cache
def _given() -> Mapping[str, tuple[str, ...]]:
    return _table(_GIVEN)


def as_person(run: str) -> tuple[int, tuple[str, ...], tuple[str, ...]] | None:
    """A person's name: how many characters the surname has, how it is read, and how the given name
    may be; None where it is none that the tables read.

    Args:
        run: Chinese characters only.
    """
    folded = fold(run)
    if len(folded) != len(run):
        return None
    for length in (3, 2, 1):
        surname, given = surnames().get(folded[:length]), folded[length:]
        if surname and 1 <= len(given) <= LONGEST_GIVEN:
            read = given_name(given)
            if read:
                return length, surname, read
    return None


@lru_cache(maxsize=1 << 12)
def given_name(given: str) -> tuple[str, ...]:
    """How a given name in Chinese characters, folded, may be read."""
    syllables = [_given().get(character, ()) for character in given]
    if not all(syllables):
        return ()
    return tuple(dict.fromkeys("".join(one) for one in product(*syllables)))


@lru_cache(maxsize=1 << 12)
def hepburn(kana: str) -> tuple[str, ...]:
    """Kana in Latin letters, without and with what makes a vowel long."""
    apart = _DIGRAPH.sub(lambda met: _LOAN[met[0]], kana)
    doubled = "".join(
        c if c in "っッ" else anyascii(c) if c != "ー" else "" for c in _joined(apart)
    )
    plain = _DOUBLED.sub(r"\1\1", doubled).replace("っ", "").replace("ッ", "").lower()
    plain = re.sub("[^a-z]", "", plain)
    return tuple(dict.fromkeys(filter(None, (_LONG.sub(lambda met: met[0][0], plain), plain))))


_YOON = {
    a + b: (sound[:-1] if sound in ("shi", "chi", "ji") else sound[:-1] + "y") + vowel
    for a, sound in zip(
        "キシチニヒミリギジビピ", "ki shi chi ni hi mi ri gi ji bi pi".split(), strict=True
    )
    for b, vowel in zip("ャュョ", "auo", strict=True)
}
_YOON_PAIR = re.compile("|".join(_YOON))


def _joined(kana: str) -> str:
    # Hiragana have the same sounds as katakana, 0x60 code points on.
    katakana = "".join(chr(ord(c) + 0x60) if "\u3041" <= c <= "\u3096" else c for c in kana)
    return _YOON_PAIR.sub(lambda met: _YOON[met[0]], katakana)
