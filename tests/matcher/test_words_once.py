"""What is worked out once for a word, or told by it alone, is what looking at each place says."""

from dataclasses import replace
from itertools import product

from matcher.index.build import build
from matcher.index.index import NameIndex
from matcher.lexicon.abbreviations import means, meant_by, number_of
from matcher.lexicon.known_as import known_as, listed_as, press_words
from matcher.mentions.cues import MentionContext, is_shouted, told_once
from matcher.mentions.document import Text
from matcher.mentions.folded_words import FoldedWords
from matcher.mentions.home_cues import ANYWHERE
from matcher.mentions.never_whole import is_one_nowhere
from matcher.mentions.searcher import Searcher
from matcher.mentions.whole_names import whole_mentions
from matcher.mentions.whole_spots import WholeSpotter
from matcher.mentions.word_cache import TextWords
from matcher.mentions.work_budget import Work
from matcher.names.parser import analyse
from matcher.names.term_weights import Language
from matcher.search.match import Policy
from records import Entity, Kind, ListedName, NameKind

POLICY = Policy(0.8)


def test_most_words_that_can_be_no_name_are_told_by_themselves(language: Language) -> None:
    listed = (
        "LLC Center",
        "Iranian Regulatory Authority",
        "Orvekta Trading LLC",
        "Center",
        "Wagner Group",
    )
    names = [ListedName(text=name, kind=NameKind.PRIMARY) for name in listed]
    entities = [Entity(id=name.text, kind=Kind.ORGANIZATION, names=(name,)) for name in names]
    finder = Searcher(build(entities, language))
    rows, may = finder.index.whole_names, finder.worth_finding(None)
    written = "the center, Center, CENTER, a regulatory body, Regulatory, Orvekta, orvekta, Wagner"
    text = Text.of([written], finder.search(None).words)
    spotter = WholeSpotter(text, finder, POLICY, Work())
    told = dict[tuple[str, str], bool]()
    for met in whole_mentions(text, rows, may, finder.folded_words):
        word, name = written[met.start : met.end], finder.name(int(rows.name[met.row])).text
        told[word, name] = is_one_nowhere(spotter._place_in(word, 0, met, ANYWHERE))
    assert told["center", "LLC Center"]
    assert told["regulatory", "Iranian Regulatory Authority"]
    assert told["Regulatory", "Iranian Regulatory Authority"]
    # ``The company Center``, a brand, and what a document with other listed parties may mean.
    assert not told["Center", "Center"]
    assert not told["Orvekta", "Orvekta Trading LLC"]
    # A surname that is a group's one word.
    assert not told["Wagner", "Wagner Group"]


def test_a_line_in_capitals_is_one_in_any_letters() -> None:
    name = analyse("Vega")

    def place(text: str) -> MentionContext:
        start = text.index("Vega")
        kind, how = Kind.ORGANIZATION, NameKind.PRIMARY
        return MentionContext(text, start, start + 4, name, name, (), kind, how, small=False)

    for text in (
        "PAID TO Vega AND CO",
        "PAID TO Vega – AND CO",
        "1. Vega",
        "ABcd Vega",
        "АБВ Vega г",
    ):
        around = text.replace("Vega", "")
        letters = sum(map(str.isalpha, around))
        assert is_shouted(place(text)) is (sum(map(str.isupper, around)) > letters / 2), text


def test_words_are_known_again_however_texts_were_numbered(index: NameIndex) -> None:
    searcher = Searcher(index)
    folded = FoldedWords(searcher.index.whole_names, searcher.index.language)
    for written in ("Bank of Vega", "Vega S.A.L. Bank", "of the Bank of Vega"):
        # A search of its own numbers words from the beginning.
        for words in (searcher.search(None).words, TextWords(searcher.index)):
            text = Text.of([written], words)
            number = folded.numbers_of(text.raws, text.stretch, text.numbering)
            assert number.tolist() == folded.numbers(text.raws).tolist()


def test_a_word_is_short_for_what_is_meant_by_it() -> None:
    shorts = ("inst", "srvcs", "petrochem", "mfg", "trdg", "comm", "ind", "intl", "vega", "qrvn")
    concepts = ("INSTITUTE", "SERVICE", "TRADE", "INDUSTRY", "INTL", "COMMS", "NOTHING", None)
    met = 0
    for form, concept in product(shorts, concepts):
        assert means(form, concept) is (number_of(concept) in meant_by(form)), (form, concept)
        met += means(form, concept)
    assert met > 3


def test_the_press_names_of_one_latin_word_are_known_without_reading_the_others() -> None:
    every = (*known_as(), *listed_as())
    words = {forms[0] for forms in every if len(forms) == 1}
    assert {word for word in words if word.isascii()} <= press_words() <= words
    assert "hamas" in press_words()


def test_what_a_place_says_is_asked_once_and_not_of_another_place() -> None:
    asked = list[tuple[int, int]]()

    @told_once
    def opens(place: MentionContext) -> bool:
        asked.append((place.start, place.end))
        return place.start == 0

    name, told = analyse("Vega"), dict[str, object]()
    kind, how = Kind.ORGANIZATION, NameKind.PRIMARY
    place = MentionContext("Vega, Vega", 0, 4, name, name, (), kind, how, small=False, told=told)
    other = place.moved("Vega, Vega", 6, 10)
    assert [opens(place), opens(other), opens(place), opens(other)] == [True, False, True, False]
    assert asked == [(0, 4), (6, 10)]
    # Another listed name that the same words may be.
    assert opens(replace(place, name=analyse("Vega LLC")))
    assert asked == [(0, 4), (6, 10)]
