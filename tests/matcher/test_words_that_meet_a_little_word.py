"""A word of a text may meet a word of a listed name that says nothing by itself."""

from types import SimpleNamespace
from typing import Any, cast

from matcher.mentions import single_words
from matcher.mentions.cues import MentionContext
from matcher.names.parser import analyse
from records import Kind, NameKind


def test_a_listed_word_that_says_nothing_ends_in_no_traceback() -> None:
    listed = analyse("Ltd")
    assert not any(word.is_content for word in listed.words), listed.words
    weighed = cast("Any", (SimpleNamespace(link=SimpleNamespace(query=(0,), name=(0,))),))
    place = MentionContext(
        text="Zelqar",
        start=0,
        end=6,
        query=analyse("Zelqar"),
        name=listed,
        weighed=weighed,
        kind=Kind.ORGANIZATION,
        name_kind=NameKind.PRIMARY,
        small=False,
    )
    assert single_words._listed(place) is listed.words[0]
