"""Listed parties as journalists, contracts and payments write them, and words that only look so."""

import pytest

from matcher.index.build import build
from matcher.index.whole_names import shortened
from matcher.lexicon.cases import cases
from matcher.lexicon.folding import tokens
from matcher.lexicon.party_words import says_party
from matcher.mentions.find import find
from matcher.mentions.searcher import Searcher
from matcher.names.parser import analyse
from matcher.names.term_weights import Language
from matcher.search.match import Policy
from records import Entity, FoundBy, Kind, ListedName, NameKind

PARTIES: tuple[tuple[Kind, tuple[str, ...]], ...] = (
    (Kind.ORGANIZATION, ("Zavrelkin Bank JSC",)),
    (Kind.UNKNOWN, ("Orvantis Optics, Inc.",)),
    (Kind.ORGANIZATION, ("JSC Flame", "Flame")),
    (Kind.ORGANIZATION, ("SPECS",)),
    (Kind.ORGANIZATION, ("Naftiran Intertrade Company (NICO)", "NICO")),
    (Kind.VESSEL, ("Capella",)),
    (Kind.ORGANIZATION, ("Региональный Общественный Фонд им Героя России Ахмата Хаджи Кадырова",)),
    (Kind.ORGANIZATION, ("Islamic State of Iraq and the Levant", "ISIS")),
    (Kind.ORGANIZATION, ("ISIS-SP",)),
    (Kind.ORGANIZATION, ("Gazprom PMC",)),
    (Kind.ORGANIZATION, ("Gazprom OAO",)),
    (Kind.ORGANIZATION, ("Central Bank of Eritrava",)),
    (Kind.ORGANIZATION, ("NATIONAL LOTTERY OOD",)),
    (Kind.ORGANIZATION, ("Kurdistan Workers' Party", "PKK")),
    (Kind.ORGANIZATION, ("Uralvagonzavod",)),
    (Kind.ORGANIZATION, ("Rosneft",)),
    (Kind.ORGANIZATION, ("Granotex OOO",)),
    (Kind.ORGANIZATION, ("Wagner Group", "PMC Wagner")),
    (Kind.ORGANIZATION, ("NALQ",)),
    (Kind.ORGANIZATION, ("Al-Qaida", "AL QAEDA")),
    (Kind.ORGANIZATION, ("Bank Orvemat",)),
    (Kind.ORGANIZATION, ("OAO KAMVEZ", "ОАО КАМВЕЗ")),
    (Kind.ORGANIZATION, ("JSC CITYVELO",)),
    (Kind.ORGANIZATION, ("MEHR BANK",)),
    (Kind.ORGANIZATION, ("Unica",)),
    (Kind.ORGANIZATION, ("NAJQ",)),
    (Kind.ORGANIZATION, ("NZO Group",)),
    (Kind.ORGANIZATION, ("الليث الذهبي",)),
    (Kind.VESSEL, ("Bella",)),
    (Kind.ORGANIZATION, ("FARC", "Revolutionary Armed Forces of Colombia")),
)


@pytest.fixture(scope="module")
def press(language: Language) -> Searcher:
    return Searcher(
        build(
            [
                Entity(
                    id=f"style:{number}",
                    kind=kind,
                    names=tuple(ListedName(text=name, kind=NameKind.PRIMARY) for name in names),
                )
                for number, (kind, names) in enumerate(PARTIES)
            ],
            language,
        )
    )


def met(text: str, finder: Searcher) -> set[tuple[str, str]]:
    """The words of a text that were found, each with the listed name."""
    index = finder.index
    return {
        (text[hit.start : hit.end], PARTIES[hit.match.entity][1][0])
        for hit in find(text, finder, Policy(0.8))
        if index.entity_ids[hit.match.entity]
    }


@pytest.mark.parametrize(
    "text",
    [
        "1989 erschien mit « Dragons of Flame » ein Nachfolger",
        "see our Ad Specs and Requirements",
        "ERES NICO: campaña por los niños",
        "coach bij het toernooi Capella la Grande open.\nIn 2003 werd het schip verkocht",
        "команда нашего первого президента Ахмат-Хаджи Кадырова, которая",
        "a license from the Central Bank of Eritrava, and the Directorate of the National Lottery",
        "Zavrelkin opened a branch.",
        "She rode a CitiVelo home.",
        "The company Unica Holdings was founded last year.",
        "Wir brauchen Mehr Bank und weniger Tisch.",
        "NZO paid.",
    ],
)
def test_words_that_only_look_like_a_listed_name_are_none(text: str, press: Searcher) -> None:
    assert met(text, press) <= {("Central Bank of Eritrava",) * 2} | {
        ("the Central Bank of Eritrava", "Central Bank of Eritrava")
    }


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        # The publisher does not say that it is a company; its name does.
        ("Orvantis Optics supplied the lenses.", "Orvantis Optics, Inc."),
        # A brand that the text says to be a party's, or has twice.
        ("The lender Zavrelkin opened a branch.", "Zavrelkin Bank JSC"),
        ("Der Finanzkonzern Zavrelkin wächst.", "Zavrelkin Bank JSC"),
        ("Zavrelkin opened a branch. Nobody at Zavrelkin spoke.", "Zavrelkin Bank JSC"),
        # French elision, German compounds.
        ("les comptes d'Uralvagonzavod sont gelés", "Uralvagonzavod"),
        ("Teile für die Uralvagonzavod-Gruppe", "Uralvagonzavod"),
        # Cases of press names.
        ("Акции «Роснефти» подешевели", "Rosneft"),
        ("Kredyty dla Rosneftu spłacono", "Rosneft"),
        ("Акції «Роснефті» впали", "Rosneft"),
        # What the party is stands on the other side of its own word.
        ("Orvemat Bank said so.", "Bank Orvemat"),
        ("Die Orvemat-Bank wies das zurück.", "Bank Orvemat"),
        # An ending behind capitals inside a word.
        ("у КамВЕЗа новый контракт", "OAO KAMVEZ"),
        # Somebody deals with the party, or the text says that it is a company.
        ("Payment was received from MEHR BANK on 4 April.", "MEHR BANK"),
        ("La factura de MEHR BANK no llegó.", "MEHR BANK"),
        ("Payment was received from NAJQ on 4 April.", "NAJQ"),
        ("The company Unica was founded last year.", "Unica"),
        ("أكد موردنا الليث الذهبي الطلب.", "الليث الذهبي"),
        # French quotation marks have spaces inside, and a ship's prefix full stops.
        ("Le groupe dit « NAJQ » n'a pas répondu.", "NAJQ"),
        ('Charter party dated 4 April, m.v. "Bella"', "Bella"),
        # Letters among other listed parties, and four of them that are read as a word.
        ("Rosneft, Wagner Group and NZO paid.", "NZO Group"),
        ("Rosneft zahlte an Kämpfer der Farc, hieß es.", "FARC"),
        # Letters behind a name in another language.
        ("Die Arbeiterpartei Kurdistans (PKK) warb", "Kurdistan Workers' Party"),
    ],
)
def test_parties_are_found_as_the_press_has_them(text: str, listed: str, press: Searcher) -> None:
    assert listed in {name for _, name in met(text, press)}


def test_a_form_behind_a_hyphen_or_of_soldiers_is_no_form_that_texts_leave_out() -> None:
    assert not list(shortened(analyse("ISIS-SP")))
    assert not list(shortened(analyse("Gazprom PMC")))
    assert [forms for forms, _ in shortened(analyse("Gazprom OAO"))] == [("gazprom",)]


def test_letters_behind_a_name_in_another_language_are_its_own(press: Searcher) -> None:
    text = "Die Arbeiterpartei Kurdistans (PKK) warb"
    assert ("PKK", "Kurdistan Workers' Party") in met(text, press)


@pytest.mark.parametrize(
    ("first", "other"),
    [
        ("Роснефть", "роснефтью"),
        ("Исламское государство", "исламского государства"),
        ("Рабочая партия Курдистана", "рабочую партию курдистана"),
        ("Аль-Каида", "аль каиды"),
        ("Islamischer Staat", "islamischen staates"),
        ("Gazprom", "gazproms"),
    ],
)
def test_names_have_cases(first: str, other: str) -> None:
    forms = tuple(token.form for token in tokens(first))
    assert tuple(other.split()) in set(cases(forms))


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("КСІР передав дрони.", "Islamic Revolutionary Guard Corps"),
        ("Банк Росії платить.", "Central Bank of the Russian Federation"),
        ("بانک کشاورزی تحریم شد.", "Bank Keshavarzi"),
        ("les houthistes avancent", "Ansarallah"),
        ("Das Düngemittel kam von Grodno Asot.", "GRODNO AZOT"),
        ("Минский автозавод поставил грузовики.", "OJSC Minsk Automobile Plant"),
        ("Завод МАЗ поставил грузовики.", "OJSC Minsk Automobile Plant"),
        ("美国制裁鲁清石化。", "SHANDONG SHOUGUANG LUQING PETROCHEMICAL CO., LTD."),
        # The list has a legal form behind the words that end like one.
        ("Ракети робить «Тактичне ракетне озброєння».", "Tactical Missiles Corporation JSC"),
    ],
)
def test_press_names_of_more_languages(text: str, listed: str, language: Language) -> None:
    party = Entity(
        id="press",
        kind=Kind.ORGANIZATION,
        names=(ListedName(text=listed, kind=NameKind.PRIMARY),),
    )
    assert find(text, Searcher(build([party], language)), Policy(0.8))


def test_a_weak_alias_of_several_words_is_believed_among_other_parties(language: Language) -> None:
    weak = ListedName(text="LOS ZETVAS", kind=NameKind.WEAK)
    gang = Entity(
        id="weak",
        kind=Kind.ORGANIZATION,
        names=(ListedName(text="CARTEL DEL NOVESTE", kind=NameKind.PRIMARY), weak),
    )
    others = [
        Entity(
            id=name, kind=Kind.ORGANIZATION, names=(ListedName(text=name, kind=NameKind.PRIMARY),)
        )
        for name in ("Zavrelkin Holding", "Orvantis Optics")
    ]
    finder = Searcher(build([gang, *others], language))
    alone = "Los Zetvas operan en la zona."
    assert not find(alone, finder, Policy(0.8))
    beside = find(f"Zavrelkin Holding y Orvantis Optics pagan. {alone}", finder, Policy(0.8))
    assert "weak" in {finder.index.entity_ids[hit.match.entity] for hit in beside}


def test_german_nouns_say_so_with_a_capital_and_others_without() -> None:
    words = ("Rüstungskonzern", "lender", "банка", "Lender", "rüstungskonzern")
    assert [word for word in words if says_party(word)] == list(words[:3])


@pytest.mark.parametrize("before", ["INV", "REF", "RECHNUNG"])
def test_what_a_payment_is_about_is_no_part_of_the_name_behind_it(
    before: str, press: Searcher
) -> None:
    assert met(f"Meridian Cove Partners\n\n{before} NALQ", press) == {("NALQ", "NALQ")}
    assert met("Meridian Cove Partners\n\nERES NALQ", press) == set()


def test_a_press_name_that_the_list_has_is_a_whole_name_and_another_is_not(
    press: Searcher,
) -> None:
    def how(text: str) -> set[FoundBy]:
        return {hit.found_by for hit in find(text, press, Policy(0.8))}

    assert how("Fighters of Al Qaeda attacked the camp.") == {FoundBy.WHOLE_NAME}
    assert how("Kämpfer der Al-Kaida griffen das Lager an.") == {FoundBy.SIMILAR_NAME}
