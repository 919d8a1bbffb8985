"""Published penalties as permanent tests. A known miss that is found fails: take its mark off."""

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
    firms = {case.firm for case in cases()}
    assert all(any(firm.startswith(name) for firm in firms) for name in ASKED_FOR)
    assert len(firms) >= len(ASKED_FOR) + 10
