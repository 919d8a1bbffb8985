"""What hangs on a name, or stands right behind it, says that it is a party's, or does not."""

import pytest

from matcher.index.build import build
from matcher.mentions.find import find
from matcher.mentions.said_behind import says_party_behind
from matcher.mentions.searcher import Searcher
from matcher.names.term_weights import Language
from matcher.search.match import Policy
from records import Entity, Kind, ListedName, NameKind

PARTIES: tuple[tuple[Kind, tuple[str, ...]], ...] = (
    (Kind.ORGANIZATION, ("NAFTAQ",)),
    (Kind.ORGANIZATION, ("NIOQ",)),
    (Kind.ORGANIZATION, ("ЦНИИВМ",)),
    (Kind.ORGANIZATION, ("Zeprah",)),
    (Kind.ORGANIZATION, ("MEHR BANK",)),
    (Kind.ORGANIZATION, ("Al Qaeda",)),
    (Kind.ORGANIZATION, ("VTB Bank",)),
    (Kind.ORGANIZATION, ("Orbita",)),
    (Kind.ORGANIZATION, ("Lashkar-e-Tayyiba",)),
    (Kind.ORGANIZATION, ("Boko Haram",)),
    (Kind.VESSEL, ("Neptun",)),
    (Kind.VESSEL, ("FU YUAN YU 8691",)),
    (Kind.VESSEL, ("Heng Tai",)),
    (Kind.ORGANIZATION, ("Zavrelkin Bank JSC",)),
    (Kind.ORGANIZATION, ("Revolems",)),
    (Kind.ORGANIZATION, ("Деленг",)),
    (Kind.ORGANIZATION, ("Republican Unitary Enterprise Zelqarservice",)),
)


@pytest.fixture(scope="module")
def finder(language: Language) -> Searcher:
    return Searcher(
        build(
            [
                Entity(
                    id=f"behind:{number}",
                    kind=kind,
                    names=tuple(ListedName(text=name, kind=NameKind.PRIMARY) for name in names),
                )
                for number, (kind, names) in enumerate(PARTIES)
            ],
            language,
        )
    )


def met(text: str, finder: Searcher) -> set[tuple[str, str]]:
    return {
        (text[hit.start : hit.end], PARTIES[hit.match.entity][1][0])
        for hit in find(text, finder, Policy(0.8))
    }


@pytest.mark.parametrize(
    ("text", "words", "listed"),
    [
        # Endings behind capitals, without an apostrophe.
        ("Mablag‘ NAFTAQga o‘tkazilgan.", "NAFTAQ", "NAFTAQ"),
        ("NAFTAQin johto tapasi heidät Helsingissä.", "NAFTAQ", "NAFTAQ"),
        ("Prezes NIOQu spotkał się z nimi.", "NIOQ", "NIOQ"),
        ("Глава ЦНИИВМа отказался.", "ЦНИИВМ", "ЦНИИВМ"),
        # Endings behind small letters.
        ("Prezes Revolemsu spotkał się z nimi.", "Revolemsu", "Revolems"),
        ("Pul Revolemsga o‘tkazilgan.", "Revolemsga", "Revolems"),
        ("Глава Деленга отказался.", "Деленга", "Деленг"),
        # A hyphen and an ending in the letters of the sentence.
        ("NIOQ-ի տնօրենը հանդիպել է նրանց։", "NIOQ", "NIOQ"),
        ("NIOQ-ის დირექტორი შეხვდა.", "NIOQ", "NIOQ"),
        ("הכסף הועבר מ-NIOQ לחשבון.", "NIOQ", "NIOQ"),
        # Figures that are glued to it.
        ("Payment ref Zeprah34 was returned.", "Zeprah", "Zeprah"),
        # What a hyphen hangs on it, and what is its own.
        ("A MEHR BANK-backed trader paid.", "MEHR BANK", "MEHR BANK"),
        ("A Zavrelkin-linked trader paid.", "Zavrelkin", "Zavrelkin Bank JSC"),
        ("Two former VTB executives left.", "VTB", "VTB Bank"),
        ("Orbita, a Moscow-based exchange, closed.", "Orbita", "Orbita"),
        # German verbs stand at the end.
        ("Der Betrag wurde von der Mehr Bank gezahlt.", "Mehr Bank", "MEHR BANK"),
        ("Het bedrag is door Mehr Bank betaald.", "Mehr Bank", "MEHR BANK"),
        # The Arabic article has a small letter inside a sentence.
        ("He met al-Qaeda fighters there.", "al-Qaeda", "Al Qaeda"),
        ("Letters with a small one among them: Lashkar-e-Tayyiba (LeT). LeT denied it.",
         "LeT", "Lashkar-e-Tayyiba"),
        # The second letter is the name's, not another prefix.
        ("قتلت الجماعة وبوكو حرام مئات.", "بوكو حرام", "Boko Haram"),
        # A ship's former name; letters without case are no part of a firm's name.
        ("The Neptun (ex-Ocean Star) was arrested.", "Neptun", "Neptun"),
        ("وصلت FU YUAN YU 8691 لحساب شركة زين.", "FU YUAN YU 8691", "FU YUAN YU 8691"),
    ],
)  # fmt: skip
def test_a_name_is_found_with_what_hangs_on_it(
    text: str, words: str, listed: str, finder: Searcher
) -> None:
    assert (words, listed) in met(text, finder)


@pytest.mark.parametrize(
    "text",
    [
        "Wir brauchen mehr Bank-Filialen; er hat Mehr Bank als Tisch.",
        "We met Zavrelkin-Ivanov there.",
        "Neptun (ex-wife of the god) laughed.",
        "Heng Tai Foods Limited paid.",
        "the zeprah34 pattern",
        "We met Ivan Revolemsu there.",
        "The revolemsu is a bird. It sings.",
        "The Revolemsville Gazette wrote so.",
        "NAFTAQINGEN is a town.",
        "An orbita is a path.",
        # What many a name begins with is none, whoever is said to own it.
        "The state-owned Republican Unitary Enterprise Loterei paid.",
    ],
)
def test_words_that_only_look_so_are_none(text: str, finder: Searcher) -> None:
    assert not met(text, finder)


@pytest.mark.parametrize(
    ("behind", "said"),
    [
        ("-linked trader", True),
        (" executives said", True),
        (", a Moscow exchange.", True),
        (", eine iranische Bank aus Köln", True),
        (", der Rüstungskonzern, der", True),
        ("-Chef Iwanow", True),
        (", the state arms exporter, signed", True),
        (", a Turkish bank in Ankara", True),
        (", a subsidiary of Rostec", True),
        (", a group of islands", False),
        (", the exchange rate is", False),
        (", a bank account", False),
        (", a sunny day", False),
        (", and the bank", False),
        ("-like sounds", False),
        (" executive's desk", False),
        ("", False),
    ],
)
def test_what_stands_behind_a_name_may_say_that_it_is_a_partys(behind: str, said: bool) -> None:
    assert says_party_behind(f"Vega{behind}", 4) is said
