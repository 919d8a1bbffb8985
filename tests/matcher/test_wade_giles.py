"""Chinese names in Wade-Giles and postal spelling are read in pinyin; others are let be."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.comparison.model import model
from matcher.comparison.pairwise import compare
from matcher.index.build import build
from matcher.names.parser import analyse
from matcher.names.term_weights import Language
from matcher.names.variants import asked_variants, variants
from matcher.names.wade_giles import in_pinyin, syllables
from matcher.search.finder import Finder
from matcher.search.match import Policy, match
from records import Entity, Kind, ListedName, NameKind

ALL = sorted(syllables().items())
MARKED = [(written, read) for written, read in ALL if "'" in written or "hs" in written]


def read(text: str) -> list[str]:
    return [word.pinyin for word in in_pinyin(text)]


def finder_of(names: list[str], language: Language, kind: Kind = Kind.ORGANIZATION) -> Finder:
    entities = [
        Entity(
            id=f"made:{number}",
            kind=kind,
            names=(ListedName(text=name, kind=NameKind.PRIMARY),),
        )
        for number, name in enumerate(names)
    ]
    return Finder(build(entities, language))


def test_the_table_is_the_standard_one() -> None:
    """Rows of the published tables, one for each rule."""
    rows = (
        "a a|pa ba|p'a pa|ch'ing qing|ching jing|cheng zheng|chih zhi|ch'ih chi|jih ri|tzu zi|"
        "tz'u ci|szu si|ssu si|hsi xi|hsüan xuan|ko ge|k'o ke|ho he|kuei gui|hui hui|to duo|"
        "so suo|shuo shuo|kuo guo|cho zhuo|jo ruo|tung dong|chiung jiong|jung rong|chü ju|"
        "ch'üeh que|lü lü|lüeh lüe|yü yu|yu you|yen yan|yeh ye|yüan yuan|erh er|o e|i yi|"
        "lien lian|pieh bie|ts'un cun|shih shi|wei wei|yung yong"
    )
    for row in rows.split("|"):
        written, pinyin = row.split()
        assert syllables()[written] == pinyin
    assert len(ALL) == len(dict(ALL)) > 400


@given(st.lists(st.sampled_from(ALL), min_size=1, max_size=3), st.sampled_from(MARKED))
def test_syllables_with_hyphens_are_read_one_by_one(
    some: list[tuple[str, str]], marked: tuple[str, str]
) -> None:
    syllable = [*some, marked]
    for apostrophe in "'’ʻ":
        text = "-".join(written for written, _ in syllable).replace("'", apostrophe)
        for form in (text, text.title(), text.upper(), f"The {text} Company"):
            assert read(form) == ["".join(pinyin for _, pinyin in syllable)]


@given(st.text(alphabet="abcdehinosu'-. HIS", max_size=30))
def test_any_text_is_read_in_order_and_keeps_its_places(text: str) -> None:
    found = in_pinyin(text)
    assert all(one.end <= other.start for one, other in pairwise(found))
    for reading in asked_variants(analyse(text)):
        assert all(0 <= word.start < word.end <= len(text) for word in reading.name.words)


@pytest.mark.parametrize(
    "text",
    ["O'Reilly", "Abdul Mohsin", "Coca-Cola", "Jo-Ann Stores", "One-on-One", "O-I Glass", "Sachs",
     "Wu-han", "Tai-pei", "HSBC", "Chung Lin", "Sa'id Al-Din", "Bank-e Melli", "d'Investissement"],
)  # fmt: skip
def test_what_is_no_wade_giles_is_let_be(text: str) -> None:
    assert read(text) == []
    assert len(list(variants(text))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kuang-tung Machinery", "Guangdong Machinery"),
        ("Hsi-an Aircraft", "Xian Aircraft"),
        ("Ch'ing-hua Electronics", "Qinghua Electronics"),
        ("Szu-ch’uan Chemical", "Sichuan Chemical"),
        ("Pei-ching Optical Works", "Beijing Optical Works"),
        ("Peking Optical Works", "北京 Optical Works"),
        ("Hsinhua Printing", "新华 Printing"),
    ],
)
def test_either_spelling_finds_the_other(one: str, other: str, language: Language) -> None:
    for asked, listed in ((one, other), (other, one)):
        (hit,) = match(asked, finder_of([listed, "Valerian Labs"], language), Policy(0.5))
        assert hit.score >= model().threshold
        rows = {row.how for row in hit.evidence if row.query != row.name}
        assert rows <= {"transliteration", "translation"}
        assert [hit.evidence[0].query, hit.evidence[0].name] == [
            asked.split(" ")[0],
            listed.split(" ")[0],
        ]


@pytest.mark.parametrize(
    ("written", "pinyin"),
    [
        ("Teng Hsiao-p'ing", ["deng", "xiaoping"]),
        ("Chang Hsiao-ming", ["zhang", "xiaoming"]),
        # No syllable is marked, but pinyin writes a given name as one word.
        ("Chou Kuo-lun", ["zhou", "guolun"]),
        ("CHOU, Hai-lun", ["zhou"]),
        ("Kuo-lun Chou", ["guolun", "zhou"]),
        # The same letters in both, more or fewer words, other nations.
        ("Li Wei-na", []),
        ("Chou Li Hai-lun", []),
        ("Kim Yong-ho", []),
        ("Chou Anne-Marie", []),
    ],
)
def test_a_surname_is_read_as_its_given_name_with_a_hyphen_is(
    written: str, pinyin: list[str]
) -> None:
    assert read(written) == pinyin


@pytest.mark.parametrize("asked", ["Chou Hai-lun", "CHOU Hai-lun", "Hai-lun Chou"])
def test_a_person_is_found_by_the_surname_in_wade_giles(asked: str, language: Language) -> None:
    finder = finder_of(["Zhou Hailun", "Chen Guoli"], language, Kind.PERSON)
    assert [hit.reason for hit in match(asked, finder, Policy(0.8))]


def test_it_is_so_without_a_list(language: Language) -> None:
    (answer,) = compare([("Kuang-tung Machinery", "Guangdong Machinery")], language)
    assert answer.score >= model().threshold
    assert answer.evidence[0].how == "transliteration"
