"""A party that a document names in full is found there under its own words alone, too."""

import pytest

from matcher.comparison.model import model
from matcher.index.build import build
from matcher.mentions.find import find
from matcher.mentions.searcher import Searcher
from matcher.names.term_weights import Language
from matcher.search.match import Policy
from records import Entity, Kind, ListedName, NameKind

NAMES = ("Bank Melli", "Prince Group PLC", "Jin Bei Group Co Ltd", "Qorvan Pine Corporation")


@pytest.fixture(scope="module")
def listed(language: Language) -> Searcher:
    entities = [
        Entity(
            id=f"own:{number}",
            kind=Kind.ORGANIZATION,
            names=(ListedName(text=text, kind=NameKind.PRIMARY),),
        )
        for number, text in enumerate(NAMES)
    ]
    return Searcher(build(entities, language))


def spans(text: str, listed: Searcher) -> list[tuple[int, str]]:
    found = find(text, listed, Policy(model().threshold))
    return [(item.start, text[item.start : item.end]) for item in found]


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Bank Melli was fined.", "Melli lost access to the system."),
        ("Bank Melli was fined.", "They met in Dushanbe. Melli did not comment."),
        ("The Prince Group runs banks.", "Prince has denied wrongdoing."),
        ("The Prince Group runs banks.", "Prince's lawyers came."),
        ("The Prince Group runs banks.", "Workers say that compounds of Prince are shut."),
        ("Jin Bei Group runs hotels.", "Jin Bei's compounds are shut."),
    ],
)
def test_own_words_are_believed_behind_the_whole_name(
    full: str, short: str, listed: Searcher
) -> None:
    text = f"{full} {short}"
    own = next(word for word in ("Melli", "Prince", "Jin Bei") if word in short)
    assert (text.index(own, len(full)), own) in spans(text, listed)
    assert spans(f"A bank was fined. {short}", listed) == []


@pytest.mark.parametrize(
    "other",
    [
        "The Prince opened an exhibition.",
        "They saw the Prince there.",
        "Prince Harald of Norway came.",
        "The Crown Prince came.",
        "Prince and princess came to the ball.",
        "The group is run from a town.",
        "The town lies on the Prince-Albert line.",
    ],
)
def test_other_uses_of_the_words_are_no_hit(other: str, listed: Searcher) -> None:
    text = f"The Prince Group runs banks. {other}"
    assert [span for _, span in spans(text, listed)] == ["Prince Group"]


def test_words_in_brackets_behind_a_name_are_what_the_text_calls_it(listed: Searcher) -> None:
    text = "Qorvan Pine Corporation (the “Pine”) sells arms. Later Pine denied it."
    assert [span for _, span in spans(text, listed)][1:] == ["Pine", "Pine"]
    assert "Pine" not in str(
        spans("Qorvan Pine Corporation sells arms. A Pine stood there.", listed)[1:]
    )


def test_words_for_what_the_party_is_are_not_its_own(listed: Searcher) -> None:
    text = "Bank Melli (the “Bank”) was fined. The Bank paid. Bank and Group said so."
    assert [span for _, span in spans(text, listed)] == ["Bank Melli"]
