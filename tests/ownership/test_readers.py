"""Each format of ownership data, by small files written after its specification."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ownership.readers.detect import READERS, Format, format_of
from ownership.readers.headings import choose_columns
from ownership.readers.lines import OwnershipFormatError
from ownership.readers.table import Row, day_of, holdings
from ownership.share import UNKNOWN, Share, agreed, percent, share_of
from ownership.statements import Gap, Holding, Interest, OwnershipParty, Statement, Unread

DATA = Path(__file__).parent.parent / "data" / "ownership"


def read(name: str) -> list[Statement]:
    path = DATA / name
    with path.open("rb") as file:
        return list(READERS[format_of(path.read_bytes())](file))


def shares(found: list[Statement]) -> list[Share]:
    return [one.share for one in found if isinstance(one, Holding)]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("owners.csv", Format.TABLE),
        ("gleif_rr.csv", Format.GLEIF_RELATIONSHIPS),
        ("gleif_lei2.csv", Format.GLEIF_PARTIES),
        ("gleif_repex.csv", Format.GLEIF_EXCEPTIONS),
        ("gb_psc.jsonl", Format.GB_PSC),
        ("bods_01.json", Format.BODS),
        ("bods_03.jsonl", Format.BODS),
        ("bods_04.jsonl", Format.BODS),
        ("ftm.jsonl", Format.FTM),
    ],
)
def test_a_format_is_told_by_what_stands_first(name: str, kind: Format) -> None:
    assert format_of((DATA / name).read_bytes()) is kind


def test_gleif_consolidation_is_control_and_its_percentage_a_share() -> None:
    found = [one for one in read("gleif_rr.csv") if isinstance(one, Holding)]
    assert {(one.owner[-4:], one.interest, one.share) for one in found} == {
        ("BB22", Interest.CONTROL, UNKNOWN),
        ("BB22", Interest.SHARES, percent("75.5")),
        ("CC33", Interest.CONTROL, UNKNOWN),
        ("CC33", Interest.SHARES, UNKNOWN),
    }
    assert {one.since for one in found if one.owner.endswith("BB22")} == {"2018-01-01"}


def test_gleif_names_and_exceptions() -> None:
    beta, alpha = (one for one in read("gleif_lei2.csv") if isinstance(one, OwnershipParty))
    assert (beta.name, beta.country, alpha.name) == ("Beta GmbH", "de", "Alpha Holding, AG")
    assert [one.type for one in beta.identifiers] == ["lei", "registration"]
    (gap,) = (one for one in read("gleif_repex.csv") if isinstance(one, Gap))
    assert gap.reason == "DIRECT_ACCOUNTING_CONSOLIDATION_PARENT: NATURAL_PERSONS"


def test_companies_house_bands_numbers_and_ends() -> None:
    found = read("gb_psc.jsonl")
    held = [one for one in found if isinstance(one, Holding)]
    assert [one.interest.name for one in held] == ["SHARES", "VOTES", "CONTROL", "SHARES"]
    assert held[0].share == Share(500_001, 749_999)
    assert (held[3].owner, held[3].until) == ("gb:01234567", "2020-05-05")
    assert [one.owned for one in found if isinstance(one, Gap)] == ["gb:00000007"]
    assert not [one for one in found if isinstance(one, Unread)]


def test_bods_of_every_version_says_the_same_kind_of_thing() -> None:
    assert shares(read("bods_01.json")) == [Share(250_001, 500_000)]
    assert [one.reason for one in read("bods_01.json") if isinstance(one, Gap)] == ["unknown"]
    assert shares(read("bods_03.jsonl")) == [percent(60)]
    assert shares(read("bods_04.jsonl")) == [Share(500_000, 749_999), UNKNOWN]


def test_follow_the_money_ownership_and_a_share_in_words() -> None:
    found = read("ftm.jsonl")
    assert shares(found) == [percent("50.01"), UNKNOWN, UNKNOWN]
    assert [one.where for one in found if isinstance(one, Unread)] == ["ow-2"]


def table(headings: str, *lines: str) -> list[Statement]:
    def rows() -> Iterator[Row]:
        for number, line in enumerate(lines, 1):
            yield f"row {number}", line.split(";")

    columns = choose_columns(headings.split(";"))
    return list(holdings(columns, rows, lambda text: text.lower()[:2] or None))


def test_a_customers_own_table_is_read_by_its_headings() -> None:
    head, *lines = (DATA / "owners.csv").read_text(encoding="utf-8").splitlines()
    found = table(head, *lines)
    held = [one for one in found if isinstance(one, Holding)]
    # The second row has no number for Beta; it is the one that the first row has.
    assert [(one.owned, str(one.share)) for one in held] == [
        ("K-1", "51 %"),
        ("K-1", "25 to 49 %"),
        ("K-2", "unknown"),
    ]
    assert [one.reason for one in found if isinstance(one, Gap)] == ["row 3 names no owner"]
    assert (held[0].since, held[0].statement) == ("2020-02-01", "row 1: Handelsregister")
    assert [one.where for one in found if isinstance(one, Unread)] == ["row 3", "row 4"]


def test_a_column_of_fractions_is_not_taken_for_percentages_below_one() -> None:
    assert shares(table("owner;owned;share", "A;B;0.57", "C;B;0,43")) == [percent(57), percent(43)]
    assert shares(table("owner;owned;share", "A;B;0.5", "C;B;49")) == [percent("0.5"), percent(49)]


def test_a_name_that_several_numbers_have_is_told_and_stays_a_party_of_its_own() -> None:
    found = table("owner;owned;owned id", "A;B;1", "A;B;2", "A;B;")
    assert [one.reason for one in found if isinstance(one, Unread)] == [
        "'B' may be any of 2 parties; give its id"
    ]


def test_a_band_may_stand_in_two_columns() -> None:
    assert shares(table("owner;owned;min;max", "A;B;25;50", "C;B;;10", "D;B;60;")) == [
        percent(25, 50),
        percent(0, 10),
        percent(60, 100),
    ]


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("> 50", percent(50, 100, above=True)),
        (">= 50", percent(50, 100)),
        ("≥50 %", percent(50, 100)),
        ("< 10", percent(0, 10, below=True)),
        ("<= 10", percent(0, 10)),
        ("25 - 50", percent(25, 50)),
        ("unbekannt", UNKNOWN),
    ],
)
def test_a_share_is_read_as_people_write_it(text: str, share: Share) -> None:
    assert share_of(text) == share


@pytest.mark.parametrize("text", ["half", "50 of 100", "NaN", "Infinity", "150", "60-40"])
def test_what_is_no_share_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"share|percentage"):
        share_of(text)


def test_sources_agree_where_both_hold_and_contradict_where_none_does() -> None:
    assert agreed(percent(25, 50), percent(40, 75)) == percent(40, 50)
    assert agreed(percent(25, 50), percent(50)) == percent(50)
    assert agreed(percent(25, 50), percent(51)) is None


def test_a_table_without_an_owner_is_refused_by_name() -> None:
    with pytest.raises(OwnershipFormatError, match="who is the owner"):
        choose_columns(["a", "company"])


@pytest.mark.parametrize(
    ("text", "day"),
    [("2026-01-31", "2026-01-31"), ("02/03/2026", "2026"), ("soon", None), ("2026", "2026")],
)
def test_a_date_is_as_exact_as_it_is_clear(text: str, day: str | None) -> None:
    assert day_of(text) == day
