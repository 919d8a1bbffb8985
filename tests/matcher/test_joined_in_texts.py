"""Words that a text joins and the list has apart."""

import pytest

from matcher.index.build import build
from matcher.mentions.find import find
from matcher.mentions.searcher import Searcher
from matcher.names.term_weights import Language
from matcher.search.match import Policy
from records import Entity, Kind, ListedName, NameKind


@pytest.fixture(scope="module")
def finder(language: Language) -> Searcher:
    names = (ListedName(text="Al-Khaleej Bank Co Ltd", kind=NameKind.PRIMARY),)
    return Searcher(build([Entity(id="t:1", kind=Kind.ORGANIZATION, names=names)], language))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("In May, Alkhaleej Bank has ties that allow it to trade.", ["Alkhaleej Bank"]),
        # An article joined with the name's word alone: in quotes it is a name.
        ("It controls up to 50 companies, including Alkhaleej, which became a financier.", []),
        ("Furthermore, Alkhaleej has international banking ties that allow it to trade.", []),
        ("It (‘Alkhaleej’) plays an essential role in the country.", ["Alkhaleej"]),
        ("It owns a portion of Alkhaleej, with some estimates suggesting a majority.", []),
    ],
)
def test_an_article_joined_with_its_word_is_looked_at_as_the_word(
    text: str, names: list[str], finder: Searcher
) -> None:
    assert [text[one.start : one.end] for one in find(text, finder, Policy(0.8))] == names
