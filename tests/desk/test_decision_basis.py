"""What a decision rests on, and what of it changed."""

from dataclasses import replace

from support.desk_work import entity

from records import Kind
from screening.cases.decision_basis import changed_parts, decision_basis

PERSON = entity("un_sc:1", "Ali Hasan", kind=Kind.PERSON, birth_dates=("1960",))


def test_another_birth_date_is_told() -> None:
    other = decision_basis(replace(PERSON, birth_dates=("1960-05-23",)))
    assert changed_parts(decision_basis(PERSON), other) == ("births",)
    none = decision_basis(replace(PERSON, birth_dates=()))
    assert changed_parts(decision_basis(PERSON), none) == ("births",)


def test_what_an_earlier_version_kept_is_not_changed_by_a_part_that_it_did_not_know() -> None:
    now = decision_basis(PERSON)
    before = ";".join(part for part in now.split(";") if not part.startswith("births="))
    assert changed_parts(before, now) == ()


def test_ownership_that_comes_or_goes_is_a_change() -> None:
    by_name = decision_basis(PERSON)
    owned = f"{by_name};ownership=abc"
    assert changed_parts(by_name, owned) == changed_parts(owned, by_name) == ("ownership",)
    assert changed_parts("ownership=abc", "ownership=abd") == ("ownership",)
