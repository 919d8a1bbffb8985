# ruff: noqa: E501, SIM905 (tables)
"""Chinese names of persons and words of companies, in the Latin spellings that lists use.

Beside pinyin (``matcher.lexicon.chinese``) there are Wade-Giles, in Taiwan and in older papers, and
Hong Kong's spelling of Cantonese. Surnames: the Hundred Family Surnames (百家姓) and the commonest
of the census of 2010; how Hong Kong writes Cantonese: ``data/cantonese.tsv``.
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from itertools import product

from matcher.lexicon.chinese import pinyin
from matcher.lexicon.folding import fold

_SURNAMES = frozenset(
    fold(
        "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟"
        "姜崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱侯江尹薛闫阎雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向汤常温康施文"
        "牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛"
        "冉翁蓝路游辛靳管柴蒙鲍华喻祁房滕屈饶解牟艾尤时阳阎穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米"
        "柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀胥南班"
        "储原栗燕楚鄢郁郗初戎骆萧谌雍湛蔺屠晁融訾冷阚那巢蒯甯扈浦羿弓牧隗山谷侯宓蓬全班仰伊宰郦璩濮阴鬱胥能苍双莘党谭贡劳逄姬申扶堵"
        "冉宰郦雍卻璩桑桂牛寿通边扈冀郏浦农温别晏充慕茹习宦艾鱼容暨庾终居衡步都耿满弘匡国文东殳沃利蔚越夔隆师巩聂勾敖辛"
    )
)
_COMPOUND = frozenset(
    map(
        fold,
        "欧阳 上官 司马 诸葛 东方 尉迟 皇甫 令狐 慕容 夏侯 司徒 轩辕 端木 公孙 长孙 宇文".split(),
    )
)
# Surnames that are not read as the word is, and given names' characters of several readings.
_AS_SURNAME = {
    "单": "shan", "曾": "zeng", "解": "xie jie", "仇": "qiu", "区": "ou", "查": "zha", "任": "ren",
    "华": "hua", "覃": "qin tan", "翟": "zhai", "尉迟": "yuchi", "朴": "piao park pak", "盖": "ge gai",
    "乐": "yue le", "员": "yun", "冼": "xian", "繁": "po", "缪": "miao", "种": "chong", "洗": "xian",
    "尹": "yin", "宁": "ning", "万": "wan", "俞": "yu", "吕": "lv lu lyu", "阚": "kan", "石": "shi",
    "长孙": "zhangsun", "曲": "qu", "柏": "bai bo", "卜": "bu", "隗": "wei kui", "相": "xiang",
}  # fmt: skip
_IN_GIVEN = {
    "乐": "le yue", "朝": "chao zhao", "行": "xing hang", "晟": "sheng cheng", "茜": "qian xi",
    "盛": "sheng", "重": "zhong chong", "长": "chang zhang", "曾": "zeng", "中": "zhong", "铎": "duo",
    "绿": "lv", "女": "nv", "柏": "bai bo", "还": "huan", "传": "chuan", "盖": "gai", "都": "du",
    "和": "he", "兴": "xing", "省": "xing sheng", "卜": "bu", "发": "fa", "少": "shao", "正": "zheng",
}  # fmt: skip
# Characters: a surname of two and a given name of two.
LONGEST_PERSON = 4


@cache
def _by_fold(name: str) -> Mapping[str, tuple[str, ...]]:
    table = {"surname": _AS_SURNAME, "given": _IN_GIVEN}[name]
    return {fold(one): tuple(ways.split()) for one, ways in table.items()}


@cache
def _cantonese() -> Mapping[str, tuple[str, ...]]:
    """For each character, folded, how Hong Kong writes it, the usual way first."""
    text = (files("matcher") / "data" / "cantonese.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {fold(character): tuple(ways.split()) for character, ways in rows}


def surname_length(run: str) -> int:
    """How many characters of a name are its surname; 0 where it is no person's name.

    Args:
        run: Chinese characters only.
    """
    folded = fold(run)
    if len(folded) != len(run) or not 2 <= len(run) <= LONGEST_PERSON:
        return 0
    if len(run) > 2 and folded[:2] in _COMPOUND:
        return 2
    return 1 if folded[0] in _SURNAMES and len(run) <= 3 else 0


@lru_cache(maxsize=1 << 12)
def readings(character: str, *, surname: bool = False) -> tuple[str, ...]:
    """A character, or a surname of two, in pinyin; the likeliest reading first."""
    known = _by_fold("surname" if surname else "given").get(fold(character))
    return known or (pinyin(character),)


def without_umlaut(syllables: str) -> str:
    """Pinyin as those write it who have no ü: ``lu`` for ``lü``."""
    return syllables.replace("lv", "lu").replace("nv", "nu")


@lru_cache(maxsize=1 << 13)
def cantonese(character: str) -> tuple[str, ...]:
    """How Hong Kong writes a character; empty for one that the table lacks."""
    return _cantonese().get(fold(character), ())


@cache
def _in_cantonese() -> frozenset[str]:
    return frozenset(way for ways in _cantonese().values() for way in ways)


def is_cantonese(form: str) -> bool:
    """Whether a word in ``a-z`` is one syllable as Hong Kong writes it."""
    return form in _in_cantonese()


# Characters that write the sounds of foreign names, and what they mostly stand for (Xinhua News
# Agency, Names of the World's Peoples, 1993).
_SOUNDS = {
    fold(character): sound
    for sounds in (
        "a阿 ai艾爱埃 an安 ang昂 ao奥澳 ba巴芭 bai拜 ban班 bao鲍 be贝 ben本 ber伯 bi比碧毕 bin宾 bo波博柏 b布 bu卜 bra布拉",
        "cha查 da达 dai戴代 dan丹 de德 d德 den登 di迪蒂 do多 du杜 dun顿 e厄 en恩 er尔 fa法 fan凡 fei费菲 f弗夫 fu福富 "
        "fo佛 ga加 gan甘 gao高 g格 ge戈 gen根 gu古 ha哈 hai海 han汉 he赫 hei黑 hen亨 ho霍 hu胡 hua华 i伊 in因 ing英 ",
        "ja贾 je杰 ji吉 jin金京 jo乔 ka卡 kai凯 kan坎 kang康 k克 ke科柯 ken肯 ki基 ko可 ku库 kun昆 la拉 lan兰 lang朗 lau劳 "
        "le勒乐 lei雷蕾 len伦 li利里丽莉 lin林琳 lo洛罗萝 long隆 lu卢鲁 luo络 ma马玛 mai迈麦 man曼 mao毛 me梅美 men门 mi米 "
        "min明 m姆 mo莫摩 mu穆 na纳娜 nai奈 nan南 ne内 ni尼妮 nin宁 no诺 n恩 nu努 o欧奥 ou欧 pa帕 pan潘 pe佩 pen彭 pi皮 "
        "pin平 p普 po波珀 qi奇 qia恰 ra拉 re雷 ri里 ro罗 ru鲁 sa萨莎 sai塞赛 san桑 se瑟 sen森 sha沙 shan尚 si西希锡 sin辛 "
        "s斯丝思 so索 su苏 ta塔 tai泰 tan坦 tang唐 te特 t特 tei泰 teng滕 ti蒂 tian天 to托 tong通 tu图 tun顿 va瓦 wa瓦 wai韦 "
        "wan万 wei维薇 wen文 wo沃 wu乌 wen温 tu图 gan干 su素 bin丙 to拓 rui锐 mai麦 sai赛 lu路 kai开 fei飞 sheng盛 xi西 xia夏 xie谢 ya亚雅 yan扬 ye耶 yi伊 yo约 you尤 yu于 za扎 ze泽 zi齐 zuo佐 ri瑞 rui瑞",
    )
    for group in sounds.split()
    for sound in [group.rstrip("".join(c for c in group if ord(c) > 0x2E80))]
    for character in group[len(sound) :]
}
# Characters; two that stand for sounds are a Chinese word as often.
SHORTEST_FOREIGN = 3


# What some of them stand for, too.
_OTHER_SOUNDS = {
    fold(character): sounds.split()
    for characters, sounds in (
        ("尔爾", "l r"), ("维維薇", "vi ve"), ("拉", "ra"), ("罗羅洛", "ro"), ("雷蕾", "re ray"), ("普", "pu pr"),
        ("克科", "c"), ("迈邁", "mi my"), ("奥澳", "o a au"), ("瑞", "ray re"), ("文", "ven"), ("欧", "eu oe"),
        ("特", "te ter"), ("艾爱", "a e al"), ("莱萊", "le la"), ("利里丽麗", "ri ly"), ("勒", "re"), ("卢鲁路", "ru"),
        ("兰蘭", "ran"), ("林琳", "rin"), ("伦", "ron lon"), ("沃", "vo"), ("瓦", "va wa"), ("夫弗", "v"), ("思", "s"),
        ("海", "hea"), ("德", "de"), ("吉", "gi"), ("杰", "ge"), ("西希", "ci"), ("塞赛", "cy"), ("贝", "ba"), ("乔", "geo"),
        ("京", "tin gin"), ("姆", "me"), ("巴", "bar"), ("马玛", "mar"), ("卡", "car ca"), ("帕", "par"), ("萨", "sar"), ("达", "dar"),
    )
    for character in characters
}  # fmt: skip
# Readings of one name that are looked for. A choice, for time: the likeliest come first.
MOST_SOUNDS = 12


def as_foreign(run: str, *, shortest: int = SHORTEST_FOREIGN) -> tuple[str, ...]:
    """What foreign name characters may write by their sound; empty where they are none.

    Args:
        run: Chinese characters.
        shortest: so many of them are a name at least.
    """
    sounds = [
        [sound, *_OTHER_SOUNDS.get(character, ())]
        for character in fold(run)
        if (sound := _SOUNDS.get(character, ""))
    ]
    if len(sounds) < shortest or len(sounds) < len(run):
        return ()
    ranked = sorted(product(*map(enumerate, sounds)), key=lambda one: sum(n for n, _ in one))
    return tuple("".join(way for _, way in one) for one in ranked[:MOST_SOUNDS])
