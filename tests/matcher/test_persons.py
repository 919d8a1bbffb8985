"""Persons' names: order is free, titles say little, another name on either side says a lot."""

import pytest

from matcher.comparison.pairwise import compare
from matcher.comparison.persons import analyse_person
from matcher.lexicon.tables import Role
from matcher.names.term_weights import Language
from records import Decision, Kind


def decided(left: str, right: str, language: Language) -> bool:
    (answer,) = compare([(left, right)], language, Kind.PERSON)
    return answer.decision is not Decision.NO_MATCH


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ivan Sergeevich Kolobok", "KOLOBOK, Ivan"),
        ("Dr. Ivan Kolobok", "Ivan Kolobok"),
        ("I. Kolobok", "Ivan Kolobok"),
        ("Bob Kolobok", "Robert Kolobok"),
        ("Yusuf Kolobok", "Joseph Kolobok"),
        ("Abd al-Aziz Kolobok", "Abdulaziz Kolobok"),
        ("Иван Колобок", "Iwan Kolobok"),
        ("Usama bin Kolobok", "Usama Kolobok"),
    ],
)
def test_names_of_one_person_are_told(left: str, right: str, language: Language) -> None:
    assert decided(left, right, language)
    assert decided(right, left, language)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ivan Sergeevich Kolobok", "Ivan Petrovich Kolobok"),
        ("Ahmad Hassan al-Kolobi", "Ahmad Hassan al-Pirozhi"),
        ("Robert Kolobok", "William Kolobok"),
        ("Ivan Kolobok", "Maria Pirog"),
    ],
)
def test_names_that_contradict_are_two_persons(left: str, right: str, language: Language) -> None:
    assert not decided(left, right, language)


def test_titles_and_particles_are_no_names_unless_alone() -> None:
    roles = [word.role for word in analyse_person("Sheikh Umar bin Saud").words]
    assert roles == [Role.STOP, Role.WORD, Role.STOP, Role.WORD]
    assert [word.role for word in analyse_person("San Le").words] == [Role.WORD, Role.WORD]


def test_the_evidence_names_initials_and_nicknames(language: Language) -> None:
    (answer,) = compare([("B. Ted Kolobok", "Boris Theodore Kolobok")], language, Kind.PERSON)
    assert [row.how for row in answer.evidence] == ["initial", "given name", "equal"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("B. Qarmukova", "Zelmira Qarmukova"),
        ("Ostrav P Melzir", "Ostrav Joachim Melzir"),
        ("Salman bin Qarmad", "Qarmad bin Salman"),
        ("PAK SU YONG", "PAK CHANG YONG"),
    ],
)
def test_other_initials_fathers_and_syllables_are_of_two_persons(
    left: str, right: str, language: Language
) -> None:
    assert not decided(left, right, language)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("JP Qarmuk", "Jean-Pierre Qarmuk"),
        ("Z. Qarmukova", "Zelmira Qarmukova"),
        ("Mao Tse-tung", "Mao Zedong"),
    ],
)
def test_initials_written_together_and_wade_giles_are_read(
    left: str, right: str, language: Language
) -> None:
    assert decided(left, right, language)
