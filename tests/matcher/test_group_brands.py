"""A text names a group by its brand, with what firms of a group are called by behind it."""

import pytest

from matcher.index.build import build
from matcher.mentions.find import find
from matcher.mentions.searcher import Searcher
from matcher.names.term_weights import Language
from matcher.search.match import Policy
from records import Entity, Kind, ListedName, NameKind

LISTED = (
    "PJSC Alrosa",
    "OJSC Concern Kalashnikov",
    "Qirvoltan Bank JSC",
    "Huaxing Trading Co., Ltd.",
    "Dahua Technology",
)


@pytest.fixture(scope="module")
def parties(language: Language) -> Searcher:
    return Searcher(
        build(
            [
                Entity(
                    id=f"custom:{number}",
                    kind=Kind.ORGANIZATION,
                    names=(ListedName(text=name, kind=NameKind.PRIMARY),),
                )
                for number, name in enumerate(LISTED)
            ],
            language,
        )
    )


def met(text: str, finder: Searcher) -> set[str]:
    found = find(text, finder, Policy(0.8))
    return {LISTED[one.match.entity] for one in found}


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("We refer to the letter of Alrosa Belgium NV on the shipment.", "PJSC Alrosa"),
        ("The goods are delivered by Kalashnikov GmbH in May.", "OJSC Concern Kalashnikov"),
        ("Our customer Qirvoltan Insurance Cyprus has paid.", "Qirvoltan Bank JSC"),
        ("It was signed by Qirvoltan Central Europe Ltd in March.", "Qirvoltan Bank JSC"),
        # Behind the province that it is from; another town's firm of the name is a false alarm.
        ("We bought cameras of Zhejiang Dahua Co Ltd in May.", "Dahua Technology"),
    ],
)
def test_places_forms_and_trades_behind_a_brand_are_its_group_s(
    text: str, listed: str, parties: Searcher
) -> None:
    assert listed in met(text, parties)


@pytest.mark.parametrize(
    "text",
    [
        "We refer to the letter of Qirvoltan Harnwick Ltd on the shipment.",
        "The goods are delivered by Huaxing Shipping GmbH in May.",
        "A walk along the Qirvoltan Road in Vienna.",
        "The old qirvoltan GmbH was closed.",
    ],
)
def test_other_words_behind_it_are_another_s(text: str, parties: Searcher) -> None:
    assert not met(text, parties)


def test_a_sentence_ends_what_stands_behind_a_brand(parties: Searcher) -> None:
    assert not met("All logos on Qirvoltan Products. India has other rules.", parties)
    assert met("All logos on Qirvoltan Products India are ours.", parties)


@pytest.fixture(scope="module")
def huawei(language: Language) -> Searcher:
    """A group whose name others use for one of its parties (``known_as.tsv``)."""
    names = ("Huawei Technologies Co., Ltd. (Huawei)", "Huawei Device Co., Ltd.", "Huawei Russia")
    return Searcher(
        build(
            [
                Entity(
                    id=f"us_csl:{number}",
                    kind=Kind.ORGANIZATION,
                    names=(ListedName(text=name, kind=NameKind.PRIMARY),),
                )
                for number, name in enumerate(names)
            ],
            language,
        )
    )


@pytest.mark.parametrize(
    "text",
    [
        "The services that Huawei gives to its customers are diverse.",
        "The logos are on Huawei Products Germany and Huawei.",
    ],
)
def test_what_everybody_calls_a_party_is_no_other_firm_of_its_group(
    text: str, huawei: Searcher
) -> None:
    assert {one.match.entity for one in find(text, huawei, Policy(0.8))} == {0}


def test_a_firm_of_a_group_named_in_full_is_found_beside_it(huawei: Searcher) -> None:
    text = "We buy from Huawei Device Co., Ltd. and Huawei."
    assert {one.match.entity for one in find(text, huawei, Policy(0.8))} == {0, 1}


@pytest.mark.parametrize(
    ("named", "short"),
    [("JSC Qarvelton Concern", True), ("the arms maker Qarvelton", False)],
)
def test_a_groups_brand_alone_licenses_no_short_forms(
    language: Language, named: str, short: bool
) -> None:
    names = ("JSC Qarvelton Concern", "Vostrikan Palmerov Design Bureau")
    listed = tuple(ListedName(text=name, kind=NameKind.PRIMARY) for name in names)
    entity = Entity(id="custom:group", kind=Kind.ORGANIZATION, names=listed)
    text = f"They met {named} in May. In June somebody from Vostrikan came, too."
    found = find(text, Searcher(build([entity], language)), Policy(0.8))
    written = {text[one.start : one.end] for one in found}
    assert any("Qarvelton" in one for one in written)
    assert ("Vostrikan" in written) is short
