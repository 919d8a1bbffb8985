"""What holds for every name and every text."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from support.well_known import well_known

from matcher.comparison.model import model
from matcher.comparison.pairwise import compare
from matcher.lexicon.keys import skeleton
from matcher.lexicon.scripts import latin
from matcher.lexicon.tables import Role
from matcher.mentions.find import find
from matcher.mentions.searcher import Searcher
from matcher.names.parser import analyse, words_of
from matcher.names.term_weights import Language
from matcher.names.variants import variants
from matcher.search.match import Policy, match
from records import Entity, Kind

TOP = Path(__file__).parents[2]
# The first name in Chinese loads a dictionary, which takes longer than hypothesis' deadline.
LAW = settings(deadline=None, max_examples=120)
SCRIPTS = "abcEZéßГазПром武汉高芯科技有限公司زندانбанк합장 0129.,'’-–/()&«»\n\t\u200b\u0301"
anything = st.text(max_size=60) | st.text(SCRIPTS, max_size=60)
REAL = [name.text for entity in well_known() for name in entity.names]
pieces = st.sampled_from(
    [*REAL, "Ltd", "LLC", "12", "XII", "of", "Iran", "Bank", "(KOMID)", "a.k.a."]
)
nearly_names: SearchStrategy[str] = st.lists(pieces | anything, max_size=4).map(" ".join)


@pytest.fixture(scope="module")
def texts(listed: tuple[Entity, ...]) -> list[str]:
    return sorted({name.text for entity in listed for name in entity.names})


@pytest.fixture(scope="module")
def party(listed: tuple[Entity, ...]) -> Callable[[int], Entity]:
    """The parties by number: hypothesis writes arguments down, and all of them are too many."""
    return lambda number: listed[number % len(listed)]


def found(query: str, finder: Searcher) -> set[str]:
    index = finder.index
    answers = match(query, finder, Policy(model().threshold, limit=100))
    return {index.entity_ids[answer.entity] for answer in answers}


def test_a_listed_name_always_finds_its_party(listed: tuple[Entity, ...], finder: Searcher) -> None:
    for entity in listed:
        for name in entity.names:
            assert entity.id in found(name.text, finder), name


@pytest.mark.parametrize("kind", [Kind.ORGANIZATION, Kind.PERSON])
def test_a_name_always_matches_itself(texts: list[str], language: Language, kind: Kind) -> None:
    for answer in compare(((text, text) for text in texts), language, kind):
        assert answer.score >= model().threshold, answer.left


@LAW
@given(number=st.integers(0, 10_000), seed=st.integers(0, 1 << 16))
def test_word_order_never_hides_a_party(
    number: int, seed: int, party: Callable[[int], Entity], finder: Searcher
) -> None:
    entity = party(number)
    text = entity.names[number % len(entity.names)].text
    together = text.replace("No. ", "No.").replace("№ ", "№").replace(",", " ")
    words = [word for word in together.split() if "(" not in word]
    Random(seed).shuffle(words)
    assert entity.id in found(" ".join(words), finder), words


@pytest.mark.parametrize("change", [str.upper, str.lower, str.title, str.swapcase])
def test_case_never_hides_a_party(
    change: Callable[[str], str], listed: tuple[Entity, ...], finder: Searcher
) -> None:
    for entity in listed:
        for name in entity.names:
            assert entity.id in found(change(name.text), finder), name.text


def test_dropping_the_legal_form_never_hides_a_party(
    listed: tuple[Entity, ...], finder: Searcher
) -> None:
    for entity in listed:
        for name in entity.names:
            kept = name.text
            for word in reversed(analyse(kept).words):
                if word.role is Role.LEGAL:
                    kept = kept[: word.start] + kept[word.end :]
            if analyse(kept).core:
                assert entity.id in found(kept, finder), kept


@LAW
@given(word=anything)
def test_reading_twice_changes_nothing(word: str) -> None:
    once = latin(word)
    assert latin(once) == once
    assert set(once) <= set("abcdefghijklmnopqrstuvwxyz0123456789")


@LAW
@given(text=nearly_names)
def test_taking_a_name_apart_never_fails_and_words_stand_in_order(text: str) -> None:
    for words in (words_of(text), *(name.words for name, *_ in variants(text))):
        end = 0
        for word in words:
            assert end <= word.start < word.end <= len(text)
            assert word.form
            end = word.end


@LAW
@given(left=nearly_names, right=nearly_names)
def test_scores_stay_between_zero_and_one(left: str, right: str, language: Language) -> None:
    for kind in (Kind.ORGANIZATION, Kind.PERSON):
        (answer,) = compare([(left, right)], language, kind)
        assert 0.0 <= answer.score <= 1.0
        weights = [row.weight for row in answer.evidence]
        assert all(0.0 <= weight <= 1.0 for weight in weights)
        assert sum(weights) == pytest.approx(1.0, abs=0.005) or not weights


@LAW
@given(text=nearly_names)
def test_every_name_matches_itself_and_its_capitals(text: str, language: Language) -> None:
    if not analyse(text).words:
        return
    (answer,) = compare([(text, text)], language)
    assert answer.score >= model().threshold


@LAW
@given(text=nearly_names)
def test_finding_never_fails_and_spans_lie_in_the_text(text: str, finder: Searcher) -> None:
    for item in find(text, finder, Policy(0.3)):
        assert 0 <= item.start < item.end <= len(text)
        span = text[item.start : item.end]
        assert span == span.strip()
        assert analyse(span).words


@LAW
@given(text=nearly_names)
def test_matching_never_fails_and_is_sorted(text: str, finder: Searcher) -> None:
    answers = match(text, finder, Policy(0.0, limit=5))
    scores = [answer.score for answer in answers]
    assert scores == sorted(scores, reverse=True)
    assert len(scores) <= 5
    assert answers == match(text, finder, Policy(0.0, limit=5))


@LAW
@given(form=st.text("abcdefghijklmnopqrstuvwxyz0123456789", max_size=20))
def test_a_skeleton_is_over_plain_letters_and_never_longer(form: str) -> None:
    spelled = skeleton(form)
    assert len(spelled) <= len(form) + form.count("x")
    assert spelled.isascii()


PROGRAM = """
import sys
from hashlib import sha256
from matcher.mentions.searcher import Searcher
from matcher.search.match import Policy, match
from matcher.index.build import build
from matcher.comparison.pairwise import compare
from matcher.mentions.find import find
from matcher.names.term_weights import read_language
from support.well_known import well_known
language = read_language()
finder = Searcher(build(well_known(), language))
names = [name.text for entity in well_known() for name in entity.names]
out = [repr(c) for c in compare(zip(names, reversed(names)), language)]
out += [repr(match(name, finder, Policy(0.0))) for name in names]
out += [repr(find(". ".join(names), finder, Policy(0.3)))]
out += [name + sha256(a.tobytes()).hexdigest() for name, a in finder.index.arrays.items()]
sys.stdout.buffer.write("\\n".join(out).encode())
"""


def test_answers_are_the_same_to_the_byte_in_every_process() -> None:
    runs = [
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": f"{TOP}:{TOP / 'tests'}"},
            cwd=TOP,
            capture_output=True,
            check=True,
            timeout=120,
        ).stdout
        for seed in ("1", "20251119")
    ]
    assert len(runs[0]) > 10_000
    assert runs[0] == runs[1]
