"""Which words of two names meet, and how."""

import pytest

from matcher.comparison.acronyms import stands_for
from matcher.comparison.align import align
from matcher.names.parser import analyse


def met(left: str, right: str) -> list[tuple[str, str, str]]:
    """The words that met, as they read, and how."""
    query, name = analyse(left), analyse(right)
    return [
        (
            " ".join(query.words[i].form for i in link.query),
            " ".join(name.words[j].form for j in link.name),
            link.how,
        )
        for link in align(query, name)
    ]


def test_equal_words_meet_wherever_they_stand() -> None:
    assert met("Labs Valerian", "Valerian Labs") == [
        ("labs", "labs", "equal"),
        ("valerian", "valerian", "equal"),
    ]


def test_a_word_that_is_there_twice_meets_two_words() -> None:
    assert met("Duran Duran", "Duran") == [("duran", "duran", "equal")]
    assert len(met("Duran Duran", "Duran Duran")) == 2


def test_other_transliterations_are_another_spelling() -> None:
    assert met("Andriy Portnov", "Andrij Portnov")[0] == ("andriy", "andrij", "spelling")
    assert met("Himprom", "Химпром") == [("himprom", "khimprom", "spelling")]


def test_trade_words_meet_their_translation() -> None:
    assert met("Wuhan Gaoxin Technology", "武汉高芯科技有限公司") == [
        ("wuhan", "wuhan", "equal"),
        ("gaoxin", "gaoxin", "equal"),
        ("technology", "keji", "translation"),
    ]


def test_kinds_of_institution_that_are_given_in_turns_are_related() -> None:
    assert met("Strela Design Bureau", "ОКБ Стрела") == [
        ("strela", "strela", "equal"),
        ("design bureau", "okb", "related"),
    ]
    assert met("NPO Strela", "КБ Стрела") == [("strela", "strela", "equal")]


def test_a_typo_is_told_as_one() -> None:
    assert met("Gasprombank", "Gazprombank") == [("gasprombank", "gazprombank", "typo")]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Gazprom bank", "Gazprombank"),
        ("Gazprombank", "Gazprom bank"),
        ("Abdul Latif", "Abdulatif"),
        ("Abdulatif", "Abdul Latif"),
    ],
)
def test_joined_and_split_words_meet(left: str, right: str) -> None:
    ((_, _, how),) = met(left, right)
    assert how == "joined"


@pytest.mark.parametrize(
    ("left", "right"), [("Alqutaifi", "Al-Qutayfi"), ("Al Qutaifi", "AlQutayfi")]
)
def test_a_word_with_its_article_meets_both_by_another_table(left: str, right: str) -> None:
    ((_, _, how),) = met(left, right)
    assert how == "joined"


def test_other_little_words_are_joined_letter_by_letter_only() -> None:
    assert met("Laqotafi", "La Qutafi") == []
    assert met("Laqutafi", "La Qutafi") == [("laqutafi", "la qutafi", "joined")]


def test_short_pieces_are_joined_letter_by_letter_only() -> None:
    assert met("Mi Rim", "Mirin") == []
    assert met("Mi Rim", "Mirim") == [("mi rim", "mirim", "joined")]


def test_a_phrase_is_joined_to_its_neighbour_like_any_word() -> None:
    ((left, right, how),) = met("TanchonCommercialBank", "Tanchon Commercial Bank")
    assert (left, right, how) == ("tanchoncommercialbank", "tanchon commercial bank", "joined")


def test_joined_words_with_a_slip_meet_only_where_every_word_is_looked_at() -> None:
    query, name = analyse("Andrang Heta"), analyse("Ndrangheta")
    assert align(query, name) == ()
    assert [link.how for link in align(query, name, slips=True)] == ["joined"]


def test_letters_are_not_short_for_a_persons_name() -> None:
    query, name = analyse("AHM Al-Tikriti"), analyse("Abid Hamid Mahmoud Al-Tikriti")
    assert "acronym" in {link.how for link in align(query, name)}
    assert "acronym" not in {link.how for link in align(query, name, letters=False)}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("SKBVT", "Spetsialnoe Konstruktorskoe Byuro Vychislitelnoi Tekhniki"),
        ("Korea Mining Development Trading", "KMDT"),
    ],
)
def test_an_acronym_meets_the_words_it_is_made_of(left: str, right: str) -> None:
    ((_, _, how),) = met(left, right)
    assert how == "acronym"


def test_an_acronym_keeps_letter_groups_that_write_one_letter() -> None:
    words = ["tsentralnyi", "nauchnyi", "institut"]
    assert stands_for("tsni", words)
    assert stands_for("tni", words)
    assert not stands_for("cni", words)


@pytest.mark.parametrize(
    ("acronym", "words"),
    [("gb", ["gazprom", "bank"]), ("g4k", ["a", "b", "c"]), ("kmd", ["korea", "mining"])],
)
def test_short_or_unfit_letters_are_no_acronym(acronym: str, words: list[str]) -> None:
    assert not stands_for(acronym, words)


@pytest.mark.parametrize(
    ("left", "right"),
    [("Plant 9", "Plant 12"), ("Plant 9", "Plant 90"), ("Plant IX", "Plant X I"), ("9", "Nina")],
)
def test_numbers_never_meet_other_numbers(left: str, right: str) -> None:
    assert not any("9" in (one, other) for one, other, _ in met(left, right))


@pytest.mark.parametrize("right", ["Genava XII", "Genava xii", "Genava No. 12", "Genava Twelve"])
def test_a_number_meets_itself_however_it_is_written(right: str) -> None:
    assert len(met("Genava 12", right)) == 2


def test_legal_forms_meet_over_languages() -> None:
    assert met("Advanta LLC", "ООО Адванта")[1] == ("llc", "ooo", "legal form")


def test_different_legal_forms_do_not_meet() -> None:
    assert met("Advanta LLC", "Advanta OAO") == [("advanta", "advanta", "equal")]


@pytest.mark.parametrize(
    ("left", "right"), [("Bank of Niger", "Bank of Nigeria"), ("Slovakia Oil", "Slovenia Oil")]
)
def test_countries_never_meet_other_countries(left: str, right: str) -> None:
    assert not any(how == "typo" for _, _, how in met(left, right))


def test_a_legal_form_never_meets_a_word() -> None:
    assert met("Inc", "Ink") == []
    assert met("Saab", "SA AB") == []


def test_each_word_is_in_one_link_at_most() -> None:
    left, right = "Era Era-Media Eramedia TOV", "Ера-медіа ТОВ Era Media"
    links = align(analyse(left), analyse(right))
    for side in ([link.query for link in links], [link.name for link in links]):
        places = [place for run in side for place in run]
        assert len(places) == len(set(places))
    assert list(links) == sorted(links, key=lambda link: link.query)


def test_names_without_a_common_word_do_not_meet() -> None:
    assert met("Valerian Labs", "Hapjanggang Trading") == []
    assert met("", "Valerian Labs") == []


def test_articles_are_joined_letter_by_letter_only() -> None:
    apart = analyse("de la Broye Holding")
    (link, _) = align(analyse("Delabroye Holding"), apart)
    assert (link.query, link.name, link.how) == ((0,), (0, 1, 2), "joined")
    for slips in (False, True):
        links = align(analyse("Delabroie Holding"), apart, slips=slips)
        assert [link.how for link in links] == ["equal"]


def test_each_article_goes_with_its_own_word() -> None:
    links = align(analyse("Zarqun alQarmuk al Tebri"), analyse("Zarqun al-Qarmuk al-Tebri"))
    assert [(link.query, link.name) for link in links] == [
        ((0,), (0,)),
        ((1,), (1, 2)),
        ((2,), (3,)),
        ((3,), (4,)),
    ]
