"""Published penalties as permanent tests. A known miss that is found fails: take its mark off."""

import json
from importlib.resources import files

import pytest

from matcher.index.index import NameIndex
from matcher.names.term_weights import Language
from records import Entity
from screening.assess.enforcement import EnforcementCase, Verdict, cases, index_of, verdicts

ASKED_FOR = ("Apple", "Amazon", "Cobham", "Bank of Scotland", "Deutsche Bank")


@pytest.fixture(scope="module")
def said(listed: tuple[Entity, ...], language: Language) -> dict[EnforcementCase, Verdict]:
    index: NameIndex = index_of(listed, language)
    return {verdict.case: verdict for verdict in verdicts(index)}


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.firm}: {case.written}")
def test_the_name_of_a_published_penalty_is_found(
    case: EnforcementCase, said: dict[EnforcementCase, Verdict]
) -> None:
    verdict = said[case]
    if case.known_miss:
        assert not verdict.found, "it is found now: take it out of 'missed' in enforcement.json"
    else:
        assert verdict.found, f"{case.written!r} scores {verdict.score} {verdict.reason}"


def test_every_case_has_its_source_and_date_and_there_are_enough_of_them() -> None:
    assert all(case.source and case.date[:2] == "20" for case in cases())
    firms = {case.firm for case in cases() if case.verified}
    assert all(any(firm.startswith(name) for firm in firms) for name in ASKED_FOR)
    assert len(firms) >= len(ASKED_FOR) + 10


def test_every_case_says_where_its_facts_were_read_and_which_spellings_are_quoted() -> None:
    assert all(case.checked for case in cases())
    assert all(page.startswith("http") for case in cases() for page in case.address)
    assert all(case.address for case in cases() if case.verified)
    ours = {case.firm for case in cases()} - {case.firm for case in cases() if case.quoted}
    told = {case.firm for case in cases() if "ours" in case.checked}
    assert ours <= told


def test_quoted_spellings_and_known_misses_are_among_those_tried() -> None:
    text = (files("screening.assess") / "data" / "enforcement.json").read_text(encoding="utf-8")
    data = json.loads(text)
    for item in data["cases"]:
        assert set(item["quoted"]) <= set(item["written"]), item["firm"]
    tried = {(case.party.id, case.written) for case in cases()}
    assert {tuple(each) for each in data["missed"]} <= tried
