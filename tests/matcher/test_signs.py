"""Case, width, apostrophes, blanks and invisible characters make no other name."""

import pytest

from matcher.comparison.pairwise import compare
from matcher.index.build import build
from matcher.lexicon.scripts import INVISIBLE, visible
from matcher.lexicon.tables import Role
from matcher.names.parser import analyse
from matcher.names.term_weights import Language
from matcher.search.finder import Finder
from matcher.search.match import Policy, match
from matcher.search.query import searchable
from records import Entity, Kind, ListedName, NameKind, Query

LISTED = (
    "SORVANA II",
    "Tarqun XII Shipping",
    "Al-Zarvani Charitable Society",
    "Yusuf O'Brennick",
    "Ra’adun Sa’ad al-Tebri, al-Qasvan",
    "武汉高芯科技有限公司",
)


@pytest.fixture(scope="module")
def own(language: Language) -> Finder:
    return Finder(build([entity(number, text) for number, text in enumerate(LISTED)], language))


def entity(number: int, text: str) -> Entity:
    names = (ListedName(text=text, kind=NameKind.PRIMARY),)
    return Entity(id=f"custom:{number}", kind=Kind.UNKNOWN, names=names)


def found(text: str, finder: Finder) -> list[str]:
    return [finder.index.name_texts[one.name] for one in match(text, finder, Policy(0.8))]


@pytest.mark.parametrize(
    "text", ["sorvana ii", "Sorvana Ii", "SORVANA ＩＩ", "Sorvana Ⅱ", "sorvana 2"]
)
def test_a_roman_numeral_counts_in_any_case_and_width(text: str, own: Finder) -> None:
    assert found(text, own) == ["SORVANA II"]


def test_a_roman_numeral_in_small_letters_counts_in_a_name(own: Finder) -> None:
    assert found("tarqun xii shipping", own) == ["Tarqun XII Shipping"]


@pytest.mark.parametrize("text", ["Grupo mix", "Casa di Civil", "Malcolm x", "Liu xi", "Vitamin i"])
def test_words_and_single_letters_are_no_roman_numerals(text: str) -> None:
    assert all(word.role is not Role.NUMBER for word in analyse(text).words)


@pytest.mark.parametrize(
    "text",
    [
        "AlZarvani Charitable Society",
        "Al Zarvani Charitable Society",
        "Al’Zarvani Charitable Society",
        "ALZARVANI CHARITABLE SOCIETY",
        "Alʿzarvani Charitable Society",
    ],
)
def test_an_article_is_written_apart_or_together(text: str, own: Finder) -> None:
    assert found(text, own) == ["Al-Zarvani Charitable Society"]


@pytest.mark.parametrize("sign", ["", " ", "’", "‘", "`", "ʻ", "′", "-", "＇"])
def test_apostrophes_and_blanks_stand_for_each_other(sign: str, own: Finder) -> None:
    assert found(f"Yusuf O{sign}Brennick", own) == ["Yusuf O'Brennick"]


@pytest.mark.parametrize(
    "text", ["Raadun Saad alTebri, al-Qasvan", "Ra adun Sa ad al-Tebri, al-Qasvan"]
)
def test_each_article_is_joined_to_its_own_word(text: str, own: Finder) -> None:
    assert found(text, own) == ["Ra’adun Sa’ad al-Tebri, al-Qasvan"]


@pytest.mark.parametrize(
    "sign", ["\u200b", "\u00ad", "\u2060", "\ufe0f", "\x07", "\u3164", "\U000e0041"]
)
@pytest.mark.parametrize("text", ["SORVANA II", "武汉高芯科技有限公司"])
def test_what_nobody_sees_is_in_no_word(
    sign: str, text: str, own: Finder, language: Language
) -> None:
    for place in range(1, len(text)):
        written = text[:place] + sign + text[place:]
        assert found(written, own) == [text]
        assert [w.form for w in analyse(written).words] == [w.form for w in analyse(text).words]
    # Which takes a sixth of a second, and is given no more than the words above.
    place = len(text) // 2
    pairs = [(text, text), (text[:place] + sign + text[place:], text)]
    same, one = compare(pairs, language)
    assert one.score == same.score


def test_words_of_a_text_stand_where_they_stand_in_it() -> None:
    text = "武\u200b汉高芯科\u200b技有限公司"
    words = analyse(text).words
    assert "".join(visible(text[w.start : w.end]) for w in words) == visible(text)
    assert (words[0].start, words[-1].end) == (0, len(text))


def test_spaces_are_seen() -> None:
    text = "a\tb\nc\x1fd\u00a0e\u3000f"
    assert visible(text) == text
    assert visible(f"a{INVISIBLE[0]}b\u200bc inter\u00ad\nnational") == "abc international"


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("Bank&nbsp;Melli &amp; Co", "Bank\u00a0Melli & Co"),
        ("Müller &#38; S&#xf6;hne", "Müller & Söhne"),
        # Of addresses on the web, of JSON and of mails, and tags.
        ("Zarvik%20Bank%20%26%20S%C3%B6hne", "Zarvik Bank & Söhne"),
        (r"\nZarvik\tBank\r\n", " Zarvik Bank  "),
        (r"S\u00f6hne \u0417\u0430\u0432\u043e\u0434", "Söhne Завод"),
        ("Zarvik =C3=87elik", "Zarvik Çelik"),
        ("<Nm>Zarvik Bank</Nm>", " Zarvik Bank "),
        ("Zarvik<br/>Bank", "Zarvik Bank"),
        ("Zarvik &amp;amp; S&amp;#246;hne &amp;lt;b&amp;gt;", "Zarvik & Söhne <b>"),
        ('<a href="x y">Zarvik</a> <p>Bank', " Zarvik   Bank"),
        ("Ⓟⓞⓡⓣ Ⓐ①", "Port A1"),
        # What only looks like one: a rate, a share, an equation, a name in angles, no text's bytes.
        ("AAB3.5%21SEP2022", "AAB3.5%21SEP2022"),
        ("Zarvik 50%AB Holding", "Zarvik 50%AB Holding"),
        ("A=42 B=C3", "A=42 B=C3"),
        ("<ZARVIK BANK>", "<ZARVIK BANK>"),
        ("<ZARVIK BANK></b>", "<ZARVIK BANK> "),
        ("<Zarvik> <b>Bank</b>", "<Zarvik>  Bank "),
        # A tag that is empty holds no name; one that is not closed is one.
        ("<Nm></Nm>", "  "),
        ("<Zarvik>", "<Zarvik>"),
        ("Zarvik%C3", "Zarvik%C3"),
        ("AT&T; Q&A, x &unknownescape; y", "AT&T; Q&A, x &unknownescape; y"),
    ],
)
def test_escapes_of_machines_and_enclosed_letters_are_what_they_stand_for(
    written: str, seen: str
) -> None:
    assert visible(written) == seen


@pytest.mark.parametrize("written", ["%20", "&nbsp;", r"\u0020", r"\n"])
def test_escapes_of_nothing_but_spaces_are_no_name(written: str) -> None:
    assert not searchable(Query(name=written))


@pytest.mark.parametrize(
    "written", ["<Nm></Nm>", "<Nm/>", "<b> </b>", "<br>", "&lt;Nm&gt;&lt;/Nm&gt;"]
)
def test_a_cell_of_nothing_but_an_empty_tag_is_not_screened(written: str) -> None:
    assert not searchable(Query(name=written))
    assert searchable(Query(name=f"{written} Zarvik"))


@pytest.mark.parametrize("written", ["<Bank Melli Iran>", "<Zarvik>", "<Nm>Zarvik</Nm>"])
def test_a_name_in_angles_can_be_searched_for(written: str) -> None:
    assert searchable(Query(name=written))


def test_a_name_in_circled_letters_can_be_searched_for() -> None:
    assert searchable(Query(name="Ⓟⓞⓡⓣ"))
