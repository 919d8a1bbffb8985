"""What makes the search of texts quick loses nothing: each short cut beside what it stands for."""

import random
import re
import sys
import time
from collections.abc import Iterator, Sequence

import pytest
from pypinyin import Style, lazy_pinyin
from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

from matcher.columnar.code_points import code_points, found_in, other_scripts
from matcher.index.build import build
from matcher.index.whole_names import token_hash
from matcher.lexicon import native_letters
from matcher.lexicon.chinese import pieces, pinyin
from matcher.lexicon.folding import UNSPACED, fold, tokens
from matcher.lexicon.native_words import native_words
from matcher.lexicon.tables import tables
from matcher.mentions import (
    foreign_letters,
    loan_spots,
    native_spots,
    respaced,
    thai_sounds,
    whole_names,
)
from matcher.mentions.document import Text
from matcher.mentions.find import search_all
from matcher.mentions.native_spots import NativeSpotter
from matcher.mentions.native_units import NativeWords, Unit
from matcher.mentions.searcher import Searcher
from matcher.mentions.unspaced_names import unspaced_mentions
from matcher.mentions.work_budget import Work
from matcher.names.native import is_a_person, native_pieces, native_readings
from matcher.names.native_pieces import CutKind
from matcher.names.term_weights import Language
from matcher.search.match import Policy
from records import Entity, Kind, ListedName, NameKind

POLICY = Policy(0.8)
TEXTS = (
    "武器由马汉航空公司运输，合同由南海有限公司与中国兵器工业集团在北京签署。",
    "昨日マハン航空株式会社は声明を出した。東京の三菱重工業は関係がない。",
    "그는 정찰총국 소속이며 조선광업개발무역회사와 계약을 맺었다고 밝혔다.",
    "نقلت شركة ماهان للطيران أسلحة أمس، ووقع بنك سبه عقدا مع أنصار الله في صنعاء.",
    "دولت هواپیمایی ماهان و بانک سپه و بانک کشاورزی را در تهران تحریم کرد.",
    "חברת מאהאן אייר הטיסה נשק, ובנק ספה חתם על הסכם עם משמר המהפכה.",
    "บริษัท มาฮาน แอร์ จำกัด ส่งสินค้าไปยังกรุงเทพมหานคร",
    "Mahan Air (马汉航空) signed with ООО Банк Сепах and 주식회사 한화.",
)
LISTED = (
    "Mahan Air", "Bank Sepah", "Bank Keshavarzi", "Nanhai Limited", "ANSAR ALLAH", "马汉航空公司",
    "Reconnaissance General Bureau", "Korea Mining Development Trading Corporation", "三菱重工業",
    "中国兵器工业集团", "정찰총국", "หจก มาฮาน",
)  # fmt: skip


@pytest.fixture(scope="module")
def searcher(language: Language) -> Searcher:
    entities = [
        Entity(
            id=f"t:{number}",
            kind=Kind.ORGANIZATION,
            names=(ListedName(text=name, kind=NameKind.PRIMARY),),
        )
        for number, name in enumerate(LISTED)
    ]
    return Searcher(build(entities, language))


def _runs() -> Iterator[str]:
    """Runs of characters of texts, and of words of the tables put together."""
    rng = random.Random(7)
    for text in TEXTS:
        yield from re.findall(f"[{UNSPACED}]+", text)
    words = sorted(word for word in native_words() if re.fullmatch("[\u4e00-\u9fff]+", word))
    characters = "".join(words)
    for _ in range(300):
        yield "".join(rng.choices(words, k=2)) + "".join(rng.choices(characters, k=3))
        yield "".join(rng.choices(characters, k=rng.randint(1, 9)))


def test_pinyin_reads_as_pypinyin_does() -> None:
    rng = random.Random(1)
    phrases = sorted(PHRASES_DICT)
    words = rng.sample(phrases, 600) + [chr(code) for code in rng.sample(sorted(PINYIN_DICT), 600)]
    words += ["".join(rng.choices(phrases, k=2))[rng.randrange(3) :] for _ in range(600)]
    words += [*_runs(), "中a国", "時々", "〇", ""]
    for word in words:
        read = lazy_pinyin(word, style=Style.NORMAL, errors="ignore")
        assert pinyin(word) == "".join(read).replace("ü", "v").lower(), word


def test_a_phrase_is_found_where_any_of_its_lengths_fits() -> None:
    known = tables().han
    for run in _runs():
        place = 0
        for piece in pieces(run, known):
            ends = range(len(run), piece.start, -1)
            longest = next((end for end in ends if run[piece.start : end] in known), None)
            assert piece.start == place
            assert not piece.known or piece.end == longest
            assert piece.known or piece.form == pinyin(run[piece.start : piece.end])
            place = piece.end
        assert place == len(run)


def test_the_ways_of_pieces_are_those_of_all_readings() -> None:
    for text in (*_runs(), *re.findall(r"\w+", " ".join(TEXTS))):
        read = {one for respelt, kind in native_readings(text) for one in respelt
                if kind not in (CutKind.PERSON, CutKind.KOREAN)}  # fmt: skip
        apart = {(start, end, way) for start, end, ways in native_pieces(text) for way in ways}
        assert apart == read, text
        assert not (is_a_person(text) and apart), text


def test_a_sign_that_is_something_when_folded_is_so_in_every_run() -> None:
    rng = random.Random(3)
    signs = [
        chr(code) for code in range(sys.maxunicode + 1) if re.match(f"[{UNSPACED}]", chr(code))
    ]
    for sign in signs:
        run = rng.choice(signs) + sign + rng.choice(signs)
        assert bool(fold(run)) == any(map(fold, run)), run


def test_words_of_texts_are_those_of_listed_names(searcher: Searcher) -> None:
    for text in (
        *TEXTS,
        "・ー 中・国 ー \u3164 ㅤㅤ Vega",
        "S.A.L. 東京O’Reilly",
        "华为Huawei和ZTE",
        "한국Vega는",
    ):
        cut, words = Text.of([text], searcher.search(None).words), searcher.folded_words
        number, starts = whole_names._parted(cut, whole_names._runs_without_spaces(cut), words)
        folded = words.of(number).whole.tolist()
        met = [(start, word) for start, word in zip(starts.tolist(), folded, strict=True) if word]
        assert met == [
            (one.start, token_hash(one.form)) for one in tokens(text) if not one.unspaced
        ], text


def test_names_without_spaces_are_found_wherever_they_stand(searcher: Searcher) -> None:
    names = searcher.index.whole_names
    listed = [(name, row) for some in names.unspaced.values() for name, row in some]
    assert len(listed) >= 5
    for name, row in listed:
        for before, after in (("", ""), ("在，", "。"), ("\n", " 은"), ("Ａ。", " x")):
            text = before + name[:2] + "\n" + name[2:] + after
            assert row in {found for _, _, found in unspaced_mentions(text, names)}, text
    assert list(unspaced_mentions("", names)) == list(unspaced_mentions("中", names)) == []


def test_a_unit_that_no_name_needs_changes_nothing(
    searcher: Searcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    def found() -> list[tuple[int, int, int]]:
        return [
            (spot.start, spot.end, spot.name)
            for text in TEXTS
            for spot in NativeSpotter(
                Text.of([text], searcher.search(None).words), searcher, POLICY, Work()
            ).spots()[0]
        ]

    quick = found()
    assert len(quick) >= 6
    every = NativeWords(_Everything())
    assert len(every.units(TEXTS[0], other_scripts(TEXTS[0]))) > len(
        searcher.native_words.units(TEXTS[0], other_scripts(TEXTS[0]))
    )
    monkeypatch.setitem(searcher.__dict__, "native_words", every)
    monkeypatch.setattr(native_spots, "_may_meet", lambda *_: True)
    assert found() == quick


class _Everything(frozenset[str]):
    """All words."""

    def __rand__(self, parts: frozenset[str]) -> frozenset[str]:
        return parts


def test_what_a_unit_may_be_does_not_hang_on_what_was_read_before(searcher: Searcher) -> None:
    once = [searcher.native_words.units(text, other_scripts(text)) for text in TEXTS]
    again = NativeWords(searcher.native_names.wanted)
    assert [again.units(text, other_scripts(text)) for text in reversed(TEXTS)] == once[::-1]
    assert native_letters.has_native(TEXTS[0])
    assert all(isinstance(unit, Unit) for units in once for unit in units)


def _random_texts(signs: Sequence[str], count: int) -> Iterator[str]:
    rng = random.Random(11)
    for _ in range(count):
        yield "".join(rng.choices(signs, k=rng.randint(0, 60)))


def test_spaces_are_put_right_wherever_the_patterns_say() -> None:
    met = [0, 0, 0]
    steps = (
        (respaced._SPREAD, respaced._may_be_spread),
        (respaced._SPLIT, respaced._may_be_split),
        (respaced._GLUED, respaced._may_be_glued),
    )
    few = (
        ("A ", "b ", "c\u00a0", "Ё\u2009", "D", "bc", ".", "_", "1 ", "é "),
        ("ab", "A b", "B cd", "Ёё", "Яб я", " I ", ".", "_", "é"),
        "aaaabbbABЯ",
    )
    for text in (text for signs in few for text in _random_texts(signs, 1500)):
        kinds = respaced._KINDS.take(code_points(text), mode="clip")
        for number, (pattern, places) in enumerate(steps):
            every = [one.span() for one in pattern.finditer(text)]
            assert [one.span() for one in respaced._met(pattern, text, places(kinds))] == every
            met[number] += len(every)
    assert min(met) > 100


def test_letters_are_introduced_wherever_the_patterns_say() -> None:
    met = [0, 0]
    steps = (
        (foreign_letters._LONG_FORM_BEHIND_DASH, "-\u2013\u2014"),
        (foreign_letters._LONG_FORM_BEHIND, "(（"),
    )
    for text in (
        text
        for signs in (
            ("AB", "Cd", " – ", "\n", "words words ", "a", "_", "я-", ") "),
            ("AB", "Cd", " (", "（", ") ", "words words", "a", "_", "я）"),
        )
        for text in _random_texts(signs, 1000)
    ):
        points = code_points(text)
        for number, (pattern, signs) in enumerate(steps):
            every = [one.span() for one in pattern.finditer(text)]
            places = foreign_letters._places(points, signs)
            assert [one.span() for one in foreign_letters._behind(pattern, text, places)] == every
            met[number] += len(every)
    assert min(met) > 100


def test_no_letter_of_another_script_is_passed_over() -> None:
    every = " ".join(map(chr, range(sys.maxunicode + 1)))
    patterns = (native_letters.NATIVE, loan_spots._WORD)
    met = {sign for pattern in patterns for word in pattern.findall(every) for sign in word[:1]}
    assert len(met) > 50_000
    assert [sign for sign in met if not other_scripts("Œuvre – “Вега”" + sign)] == []


def test_stretches_of_other_scripts_hold_all_that_patterns_find() -> None:
    met = 0
    patterns = (native_letters.SPACED, native_letters.HANGUL, native_letters.CHARACTERS,
                loan_spots._WORD, thai_sounds.RUN)  # fmt: skip
    signs = (
        "Vega ",
        "вода, ",
        "x" * 20,
        "中国",
        "바다",
        "حماس",
        'צה"ל',
        "ะมหาชน",
        "かカー",
        "\u200c",
        "λόγος",
        "“",
    )
    for text in (*TEXTS, *_random_texts(signs, 500)):
        for pattern in patterns:
            every = [one.span() for one in pattern.finditer(text)]
            found = found_in(pattern, text, other_scripts(text))
            assert [one.span() for one in found] == every, text
            met += len(every)
    assert met > 1000


def _seconds(text: str, searcher: Searcher) -> float:
    begun = time.process_time()
    search_all([text], searcher, POLICY)
    return time.process_time() - begun


@pytest.mark.parametrize(
    "letters", ["ابتثجحخدذرزسشصضطظعغفقكلمنهوي", "شمعكب", "אבגדהוזחטיכלמ", "中国有限公司", "абвгд"]
)
def test_single_letters_cost_their_share_of_time(letters: str, searcher: Searcher) -> None:
    rng = random.Random(5)
    short, long = (" ".join(rng.choices(letters, k=count)) for count in (1_500, 12_000))
    _seconds(short, searcher)
    # Eight times the letters; four times more than that is noise of a busy machine.
    assert _seconds(long, searcher) < 32 * max(_seconds(short, searcher), 0.02)
