"""Parties that the press calls by a part of their name, beside where they are from."""

import pytest

from matcher.index.build import build
from matcher.index.whole_names import shortened
from matcher.mentions.find import find
from matcher.mentions.searcher import Searcher
from matcher.names.parser import analyse
from matcher.names.term_weights import Language
from matcher.search.match import Policy
from records import Address, Entity, Kind, ListedName, NameKind

PARTIES = (
    ("Silver Garden Heavy Equipment Trading L.L.C.", "ae", "Dubai"),
    ("National Harvest Fund of the Russian Federation", "ru", ""),
    ("Kestrovanik Trading Corporation", "kp", ""),
    ("Bom Finance Ltd", "cy", ""),
    ("Lake Forest Sp. z o.o.", "pl", ""),
    ("Ottermist Real Estate Cambodia Group Co. Ltd.", "kh", ""),
    ("利百船務有限公司", "hk", ""),
    ("Silver Meadow Foreign Trade Limited Company", "tr", ""),
    ("Кремтавский механический завод", "ru", ""),
    ("The Houthis", "ye", ""),
    ("Center Volna Research (VRC) and Center Volna Nuclear Technology (VNT)", "ir", ""),
)


@pytest.fixture(scope="module")
def finder(language: Language) -> Searcher:
    return Searcher(
        build(
            [
                Entity(
                    id=f"home:{number}",
                    kind=Kind.ORGANIZATION,
                    names=(ListedName(text=name, kind=NameKind.PRIMARY),),
                    countries=(country,),
                    addresses=(Address(text=town, city=town, country=country),) if town else (),
                )
                for number, (name, country, town) in enumerate(PARTIES)
            ],
            language,
        )
    )


def found(text: str, finder: Searcher) -> set[str]:
    return {text[hit.start : hit.end] for hit in find(text, finder, Policy(0.8))}


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Dubai's Silver Garden bought engines for drones.", "Silver Garden"),
        ("The engines went to Dubai-based Silver Garden last May.", "Silver Garden"),
        ("The engines were bought by Silver Garden, an Emirati trader of Dubai.", "Silver Garden"),
        ("The money was taken from Russia's National Harvest Fund.", "National Harvest Fund"),
        ("Türk şirketi Silver Meadow parça sattı.", "Silver Meadow"),
        ("El dinero salió del fondo ruso National Harvest Fund.", "National Harvest Fund"),
    ],
)
def test_everyday_words_are_the_partys_beside_its_country_or_town(
    text: str, written: str, finder: Searcher
) -> None:
    assert found(text, finder) == {written}


@pytest.mark.parametrize(
    "text",
    [
        "Canada's Silver Garden sells coffee.",
        "We sat under the Silver Garden until noon.",
        "Dubai's Silver Garden Bakery sells bread.",
        "Norway's National Harvest Fund lost money.",
        "She moved to Lake Forest in May.",
    ],
)
def test_the_same_words_elsewhere_are_nobodys(text: str, finder: Searcher) -> None:
    assert found(text, finder) == set()


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Inspectors traced the tubes to Kestrovanik.", "Kestrovanik"),
        ("A Kestrovanik-linked diplomat left Vienna.", "Kestrovanik"),
        ("The parts were sold to Bom Finance in 2023.", "Bom Finance"),
        ("The flats were built by Ottermist Real Estate.", "Ottermist Real Estate"),
        ("Комплекси збирає Кремтавський механічний завод.", "Кремтавський механічний завод"),
        ("Los hutíes atacaron el buque.", "hutíes"),
        ("零件于2023年卖给了利百船務。", "利百船務"),
    ],
)
def test_names_that_tell_enough_need_no_country(text: str, written: str, finder: Searcher) -> None:
    assert found(text, finder) == {written}


def test_two_bodies_in_one_listed_name_are_each_looked_for() -> None:
    parts = {" ".join(forms) for forms, _ in shortened(analyse(PARTIES[-1][0]))}
    assert "center volna nuclear technology" in parts
