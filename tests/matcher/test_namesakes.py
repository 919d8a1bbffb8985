"""Names of one word whose legal form is of another law, and names that are a part of another's."""

import pytest

from matcher.index.build import build
from matcher.mentions.find import find
from matcher.mentions.searcher import Searcher
from matcher.names.term_weights import Language
from matcher.search.match import Policy
from records import Entity, Kind, ListedName, NameKind

LISTED = (
    ("a", "OOO ZAVRELKIN"),
    ("a", "ARQ Limited Group"),
    ("a", "Orlana People's Republic"),
    ("a", "STATE BANK ORLANA PEOPLE'S REPUBLIC"),
    ("b", "STATE BANK ORLANA PEOPLE'S REPUBLIC"),
    ("a", "Bavrel GmbH"),
    ("a", "Orvantist Limited Liability Company"),
    ("a", "OOO ZVR"),
    ("a", "‘Volna’ LLC"),
)


@pytest.fixture(scope="module")
def parties(language: Language) -> Searcher:
    return Searcher(
        build(
            [
                Entity(
                    id=f"{source}:{number}",
                    kind=Kind.ORGANIZATION,
                    names=(ListedName(text=name, kind=NameKind.PRIMARY),),
                )
                for number, (source, name) in enumerate(LISTED)
            ],
            language,
        )
    )


def met(text: str, finder: Searcher) -> list[str]:
    found = find(text, finder, Policy(0.8))
    return sorted(finder.index.entity_ids[one.match.entity] for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "Proprietatea ZVR S.R.L. este respectata.",
        "Rechnung der ZVR GmbH vom Mai.",
        "Rechnung der Zavrelkon GmbH vom Mai.",
        "A család Orvantiso Kft. nevű cége.",
        "ARQ Group, Inc. is a company of Ohio.",
    ],
)
def test_a_form_of_another_law_is_a_namesakes(text: str, parties: Searcher) -> None:
    assert met(text, parties) == []


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        # It may be a daughter of the party in another country.
        ("Proprietatea ZAVRELKIN S.R.L. este respectata.", "a:0"),
        ("Rechnung der Zavrelkin GmbH vom Mai.", "a:0"),
        ("We paid Zavrelkin LLC in May.", "a:0"),
        ("We paid Zavrelkin Ltd in May.", "a:0"),
        ("Мы заплатили ООО «Zavrelkin» в мае.", "a:0"),
        ("Proprietatea ZAVRELKIN este respectata.", "a:0"),
        ("ARQ Group Limited is a company of Juba.", "a:1"),
        ("A család Orvantist Kft. nevű cége.", "a:6"),
        ("A család Orvantiso LLC nevű cége.", "a:6"),
        ("Rechnung der Bavrel GmbH vom Mai.", "a:5"),
        ("Invoice of Bavrel LLC of May.", "a:5"),
    ],
)
def test_forms_that_translate_the_listed_one_are_no_other_law(
    text: str, entity: str, parties: Searcher
) -> None:
    assert met(text, parties) == [entity]


def test_a_longer_name_gives_way_to_a_whole_one_on_its_own_list_only(parties: Searcher) -> None:
    assert met("Goods from Orlana People's Republic are refused.", parties) == ["a:2", "b:4"]
    whole = "The State Bank Orlana People's Republic is refused."
    assert met(whole, parties) == ["a:2", "a:3", "b:4"]


def test_an_everyday_word_that_begins_a_longer_quoted_name_is_not_the_party(
    parties: Searcher,
) -> None:
    assert met("Получатель ООО «Волна плюс» оплатил.", parties) == []
    assert met("Получатель ООО «Волна» оплатил.", parties) == ["a:8"]


def test_in_a_list_of_quoted_names_each_has_the_form_before_it(parties: Searcher) -> None:
    assert met("Получатели: ООО «Волна», ООО «Атлант».", parties) == ["a:8"]
