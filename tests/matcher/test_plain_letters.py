"""Letters that programs and keyboards write for others that look the same."""

import pytest

from matcher.index.build import build
from matcher.lexicon.plain_letters import with_characters, with_written_y
from matcher.mentions.find import find
from matcher.mentions.searcher import Searcher
from matcher.names.parser import analyse
from matcher.names.term_weights import Language
from matcher.search.match import Policy
from records import Entity, Kind, ListedName, NameKind

# As fonts of PDF files and lists have them, and as people type them.
RADICALS, TYPED = "重庆市柠⾊动漫发展有限公司", "重庆市柠色动漫发展有限公司"


def _searcher(language: Language, *names: str) -> Searcher:
    entities = [
        Entity(
            id=f"t:{number}",
            kind=Kind.ORGANIZATION,
            names=(ListedName(text=name, kind=NameKind.PRIMARY),),
        )
        for number, name in enumerate(names)
    ]
    return Searcher(build(entities, language))


@pytest.mark.parametrize(("listed", "written"), [(RADICALS, TYPED), (TYPED, RADICALS)])
def test_radicals_that_stand_for_characters_are_these(
    language: Language, listed: str, written: str
) -> None:
    text = f"已付款给{written}。"
    (mention,) = find(text, _searcher(language, listed), Policy(threshold=0.8))
    assert text[mention.start : mention.end] == written


def test_radicals_without_a_compatibility_form_are_characters_too() -> None:
    assert with_characters("⻓安⻋⻔") == "长安车门"


def test_parts_of_characters_stay_what_they_are() -> None:
    assert with_characters("⺄⺘⺡") == "⺄⺘⺡"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        # Inside a word it is y in Arabic, too.
        ("شركة الحماىة", "شركة الحماية"),
        # Persian, at the end of one as well, and in the form that stands alone.
        ("شرکت بازرگانى نفت اىران", "شرکت بازرگانی نفت ایران"),
        ("نیروﻯ ویژه", "نیروی ویژه"),
    ],
)
def test_the_long_a_that_only_ends_words_is_y_where_it_cannot_be_one(
    written: str, meant: str
) -> None:
    assert [word.form for word in analyse(written).words] == [
        word.form for word in analyse(meant).words
    ]


@pytest.mark.parametrize("text", ["مصطفى موسى", "مؤسسة مصطفى الخيرية", "شرکة مصطفى"])
def test_a_long_a_that_ends_an_arabic_word_stays_one(text: str) -> None:
    assert with_written_y(text) == text


def test_words_that_lost_their_spaces_keep_the_letter_that_ended_one() -> None:
    assert with_written_y("حاجىمالكنورزى") == "حاجىمالكنورزى"
    assert with_written_y("ابراهىم حاجى") == "ابراهیم حاجى"
