"""Listed names in running text: found where they are a name, exactly where they stand."""

import pytest

from matcher.comparison.model import model
from matcher.index.build import build
from matcher.mentions.find import find, find_all
from matcher.mentions.searcher import Searcher
from matcher.mentions.spots import Spot, limited
from matcher.names.term_weights import Language
from matcher.search.match import Policy
from records import Entity, FoundBy, Kind, ListedName, NameKind


def spans(text: str, finder: Searcher) -> list[str]:
    """What was found as it stands in the text, each stretch once."""
    found = find(text, finder, Policy(model().threshold))
    return list(dict.fromkeys(text[item.start : item.end] for item in found))


def mentions(text: str, finder: Searcher) -> list[tuple[str, str]]:
    """Each stretch with the listed name that it met."""
    found = find(text, finder, Policy(model().threshold))
    return [(text[f.start : f.end], finder.index.name_texts[f.match.name]) for f in found]


def test_transliterated_beside_translated_words_are_found(finder: Searcher) -> None:
    text = "The sensors came from Wuhan Gaoxin technology, a supplier in Hubei."
    assert set(mentions(text, finder)) == {("Wuhan Gaoxin technology", "武汉高芯科技有限公司")}


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("sold by Wuhan Global\nSensor Technology to", "Wuhan Global\nSensor Technology"),
        ("sold by Wuhan\u00a0Gaoxin\u00a0Technology to", "Wuhan\u00a0Gaoxin\u00a0Technology"),
        ("the chief of Valerian Labs's office", "Valerian Labs"),
        ("Bank Mellat’s branch in Seoul", "Bank Mellat"),
        ("PAYMENT TO HAPJANGGANG TRADING CORP ON MONDAY", "HAPJANGGANG TRADING CORP"),
        ("contracts with Club Indios Rojos de Juarez in", "Club Indios Rojos de Juarez"),
        ("Era Media LLC was paid", "Era Media LLC"),
        ("Lieferung an LLC Era-Media, Kiew", "LLC Era-Media"),
        ("Поставщик: 武汉高芯科技有限公司。", "武汉高芯科技有限公司"),
        ("a transfer to Gazprombank was", "Gazprombank"),
        ("the Askatasuna President was there", "Askatasuna"),
    ],
)
def test_names_are_found_as_texts_write_them(text: str, span: str, finder: Searcher) -> None:
    assert spans(text, finder) == [span]


def test_a_split_name_is_found_beside_a_trade_word(finder: Searcher) -> None:
    assert spans("a transfer to Namchon Gang Trading was", finder) == ["Namchon Gang Trading"]


def test_offsets_are_exact_after_signs_of_every_width(finder: Searcher) -> None:
    text = "𝔸 武汉 — «ы» 🚢 Valerian Labs, Inc. é"
    ((start, end),) = {(f.start, f.end) for f in find(text, finder, Policy(0.8))}
    assert text[start:end] == "Valerian Labs, Inc"
    assert start == text.index("Valerian")


def test_a_short_form_is_believed_once_the_text_names_the_party(finder: Searcher) -> None:
    text = "Namchongang Trading was fined. {} The Korea Mining Development office is closed."
    full = "Korea Mining Development Trading Corporation was fined."
    assert "Korea Mining Development" not in spans(text.format(""), finder)
    found = find(text.format(full), finder, Policy(0.8))
    (short,) = [item for item in found if item.by_short_form]
    assert text.format(full)[short.start : short.end] == "Korea Mining Development"
    assert short.match.reason.endswith("the document names the party in full elsewhere.")


@pytest.fixture(scope="module")
def weakly_named(language: Language) -> Searcher:
    """A party whose other name, one word, is of low quality."""
    names = (
        ListedName(text="Korva Ore Refining Corporation", kind=NameKind.PRIMARY),
        ListedName(text="Serka", kind=NameKind.WEAK),
    )
    return Searcher(build([Entity(id="weak:1", kind=Kind.ORGANIZATION, names=names)], language))


def test_a_short_name_in_brackets_is_believed_from_then_on(weakly_named: Searcher) -> None:
    text = "Korva Ore Refining Corporation (Serka) sold arms. Serka denied it."
    assert spans(text, weakly_named)[1:] == ["Serka"]
    assert spans("Serka denied it.", weakly_named) == []


def test_letters_of_a_group_that_nobody_else_has_need_no_cue(finder: Searcher) -> None:
    assert spans("KOMID denied it.", finder) == ["KOMID"]


def test_letters_introduced_for_another_party_are_no_hit(finder: Searcher) -> None:
    text = "The Kansas Order of Masons, Illinois District (KOMID) met on Monday."
    assert spans(text, finder) == []
    assert spans("The seller (KOMID) met on Monday.", finder) == ["KOMID"]


def test_repeated_mentions_are_each_reported(finder: Searcher) -> None:
    text = (
        "Mahan Air flew to Caracas in the spring of last year. In the autumn Mahan Air flew "
        "there again, and nobody stopped MAHAN AIR on the way."
    )
    assert [span for span, _ in mentions(text, finder)] == ["Mahan Air", "Mahan Air", "MAHAN AIR"]


@pytest.mark.parametrize(
    "text",
    [
        "Mahan Air and Mahan Air",
        "Hapjanggang Trading Corporation met Hapjanggang Trading Corporation",
    ],
)
def test_mentions_side_by_side_are_each_reported(text: str, finder: Searcher) -> None:
    left, right = text.replace(" met ", " and ").split(" and ")
    assert [span for span, _ in mentions(text, finder)] == [left, right]


@pytest.mark.parametrize(
    "text",
    [
        "They travelled by Air. Mahan was in Kerman.",
        "Wuhan Global Sensor\n\nTechnology",
        "Offices of Valerian Smith. Labs were closed.",
    ],
)
def test_a_name_never_goes_over_the_end_of_a_sentence(text: str, finder: Searcher) -> None:
    assert not any("." in span or "\n\n" in span for span in spans(text, finder))


@pytest.mark.parametrize(
    "text",
    ["Genava 12 was fast.", "The Gale of 1987", "GALE WARNING", "Grace 1 is a chapter.", "Starla"],
)
def test_vessels_need_a_ship_cue(text: str, finder: Searcher) -> None:
    assert spans(text, finder) == []


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("The vessel Genava 12 left port.", "Genava 12"),
        ("M/V GALE sailed at dawn.", "GALE"),
        ("the tanker Starla, flagged in Iran", "Starla"),
        ("Carlota C (IMO 9221669)", "Carlota C"),
    ],
)
def test_vessels_with_a_cue_are_found(text: str, span: str, finder: Searcher) -> None:
    assert spans(text, finder) == [span]


@pytest.mark.parametrize(
    "text",
    [
        "He moved to Santa Ana last year.",
        "The Santa Ana Trading Post sells hats.",
        "Technology, Inc. was founded in 1990.",
        "Law Enforcement in Iran",
        "The Commercial Bank opened a Credit Bank branch.",
    ],
)
def test_a_part_of_another_name_is_no_hit(text: str, finder: Searcher) -> None:
    assert spans(text, finder) == []


@pytest.mark.parametrize(
    "text",
    [
        "The staff valued valerian in labs all over Europe.",
        "It was like wise men said it would be.",
        "An era of media began in Kyiv.",
        "In a gale the mi rim broke.",
    ],
)
def test_words_in_small_letters_are_no_hit(text: str, finder: Searcher) -> None:
    assert spans(text, finder) == []


def test_a_text_without_any_capital_is_read_all_the_same(finder: Searcher) -> None:
    assert spans("payment to valerian labs for tests", finder) == ["valerian labs"]


@pytest.mark.parametrize(
    ("text", "span"),
    [("of Serka LLC in", "Serka LLC"), ("by “Serka” in", "Serka"), ("seller (Serka) in", "Serka")],
)
def test_a_weak_name_of_one_word_counts_with_a_cue_only(
    text: str, span: str, weakly_named: Searcher
) -> None:
    assert spans(text, weakly_named) == [span]
    assert spans("of Serka in", weakly_named) == []


def test_a_rare_name_of_one_word_needs_no_cue(finder: Searcher) -> None:
    assert spans("goods of Askatasuna in transit", finder) == ["Askatasuna"]
    assert spans("The goods of askatasuna in transit", finder) == ["askatasuna"]


@pytest.mark.parametrize(
    "text",
    ["перевозчик Совкомфлот вчера", "поставки АО «Газпромбанк» в Москву", "über Gazprombank"],
)
def test_small_letters_of_other_alphabets_are_no_capitals(text: str, finder: Searcher) -> None:
    assert spans(text, finder) != []


@pytest.mark.parametrize("name", ["Bank Melli Iran", "Bank Rossiya", "Iran Electronics Industries"])
def test_a_full_name_of_common_words_is_found(name: str, finder: Searcher) -> None:
    assert spans(f"The payment went to {name} on Monday.", finder) == [name]


def test_a_text_of_signs_and_an_empty_one_have_no_hit(finder: Searcher) -> None:
    assert find("", finder, Policy(0.0)) == []
    assert find("... !!! 🚢 ---", finder, Policy(0.0)) == []


def test_hits_stand_in_the_order_of_the_text(finder: Searcher) -> None:
    text = "Valerian Labs, then Bank Mellat, then Era-Media TOV, then Valerian Labs again"
    found = find(text, finder, Policy(0.8))
    assert [item.start for item in found] == sorted(item.start for item in found)
    assert spans(text, finder) == ["Valerian Labs", "Bank Mellat", "Era-Media TOV"]


def test_limit_counts_parties_for_one_span(finder: Searcher) -> None:
    """Both excerpts list the maker of sensors: two entities, one span."""
    text = "Wuhan Gaoxin technology and Valerian Labs"
    assert len(find(text, finder, Policy(0.8))) == 3
    assert len(find(text, finder, Policy(0.8, limit=1))) == 2


def test_limit_drops_no_party_whose_whole_name_stands_there() -> None:
    whole = [Spot(0, 9, 0.99, entity, entity, FoundBy.WHOLE_NAME) for entity in range(12)]
    similar = [Spot(0, 9, 0.9, entity, entity) for entity in range(20, 32)]
    shown = [spot.entity for spot in limited([*whole, *similar], 10)]
    assert shown == list(range(12))


@pytest.mark.parametrize(
    "text",
    [
        "sold by Valerian La-\nbs, Inc. to",
        "sold by Vale-\r\nrian Labs, Inc. to",
        "sold by Valerian La- \n bs, Inc. to",
        "sold by Valerian La-\n> bs, Inc. to",
        "sold by Vale-\r\n> > rian Labs, Inc. to",
    ],
)
def test_a_word_broken_at_a_line_end_is_one_word(text: str, finder: Searcher) -> None:
    (span,) = spans(text, finder)
    assert span.startswith("Vale")
    assert span.endswith("Inc")


def test_a_party_named_in_one_text_is_known_by_its_short_form_in_the_others(
    finder: Searcher,
) -> None:
    texts = [
        "The Korea Mining Development office.",
        "Korea Mining Development Trading Corporation",
    ]
    short, full = find_all(texts, finder, Policy(0.8))
    assert [texts[0][item.start : item.end] for item in short] == ["Korea Mining Development"]
    assert all(item.by_short_form for item in short)
    assert full[0].start == 0
    assert not full[0].by_short_form


def test_no_name_goes_from_one_text_to_the_next(finder: Searcher) -> None:
    assert find_all(["Sold by Valerian", "Labs and others"], finder, Policy(0.8)) == [[], []]


def test_a_word_behind_a_hyphen_needs_no_capital(finder: Searcher) -> None:
    assert spans("paid to Era-media in June", finder) == ["Era-media"]
    assert spans("paid to Era-Media in June", finder) == ["Era-Media"]


@pytest.mark.parametrize(
    "text", ["Valerian) and the Labs", "the bank (Mellat) Bank was", "Askatesuna was there"]
)
def test_words_on_two_sides_of_a_bracket_and_short_slips_are_no_hit(
    text: str, finder: Searcher
) -> None:
    assert not any(")" in span for span in spans(text, finder))


@pytest.mark.parametrize("text", ["Valorian Labs, Inc. was", "of the bank Gazprombonk in"])
def test_one_wrong_letter_does_not_hide_a_name(text: str, finder: Searcher) -> None:
    assert spans(text, finder) != []


def test_another_legal_form_is_no_cue(finder: Searcher) -> None:
    assert spans("of KOMID LLC in", finder) == ["KOMID LLC"]
    assert spans("The seller of Starla PLC in Kerman", finder) == []


def test_in_a_line_of_capitals_neighbours_make_no_longer_name(finder: Searcher) -> None:
    text = "PLEASE PAY ERA MEDIA LLC THE SUM OF TWELVE DOLLARS"
    assert spans(text, finder) == ["ERA MEDIA LLC"]
    assert spans("PAYMENT FOR BANK MELLAT SEOUL BRANCH", finder) == ["BANK MELLAT"]


def test_a_person_beside_a_name_with_its_legal_form_is_no_part_of_it(finder: Searcher) -> None:
    assert spans("Director of Era Media LLC John Smith said", finder) == ["Era Media LLC"]


@pytest.mark.parametrize("text", ["IT WAS IN GENAVA AS PLANNED", "NO LABS OF THE STATE"])
def test_little_words_in_capitals_are_no_legal_forms(text: str, finder: Searcher) -> None:
    assert spans(text, finder) == []


def test_letters_that_a_document_introduces_are_the_party_from_then_on(finder: Searcher) -> None:
    text = (
        "Namchongang Trading Corporation (NTC) bought pumps. NTC paid in May. "
        "Blue Lantern Corporation (BLC) sold them; BLC and ABC are others."
    )
    found = find(text, finder, Policy(0.8))
    short = [item for item in found if item.by_short_form]
    assert [text[item.start : item.end] for item in short] == ["NTC", "NTC"]
    assert all(item.match.score < 0.8 for item in short)


def test_what_hangs_on_a_capital_is_of_the_name(finder: Searcher) -> None:
    assert spans("paid to Club Indios-rojos-de-juarez in June", finder) != []
