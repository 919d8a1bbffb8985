"""Which column is what, and what a row asks."""

from pathlib import Path

import pytest

from documents.tables import open_table
from lists.headings import role_of
from records import BadRow, Counterparty, Identifier, Kind, UsageError
from screening.tables.columns import choose_columns, shown, split_pairs
from screening.tables.rows import counterparty


def asked(folder: Path, text: str, *columns: str) -> list[Counterparty | BadRow]:
    path = folder / "t.csv"
    path.write_text(text, encoding="utf-8")
    table = open_table(path)
    chosen = choose_columns(table, split_pairs(columns))
    return [counterparty(row, chosen) for row in table.rows()]


def test_headings_are_guessed_and_shown_as_the_option_that_says_the_same(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("Kd-Nr.;Firma;Alias;Land;Umsatz;LEI-Code\n1;Acme;;DE;7;X\n", encoding="utf-8")
    table = open_table(path)
    guessed = choose_columns(table, None)
    line = shown(table, guessed)
    assert "name=Firma" in line
    assert "Umsatz" not in line
    option = line.partition("--columns ")[2]
    assert choose_columns(table, split_pairs([option])) == guessed
    assert guessed.id == 0
    assert guessed.identifiers == (("lei", 5),)


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("CustomerName", "name"),
        ("customer_name", "name"),
        ("Razón Social", "name"),
        ("Наименование", "name"),
        ("公司名称", "name"),
        ("Country of incorporation", "country"),
        ("Staatsangehörigkeit", "nationality"),
        ("SWIFT/BIC", "identifier.bic"),
        ("ИНН", "identifier.inn"),
        ("Ü", None),
        ("Revenue", None),
    ],
)
def test_usual_headings_are_known(heading: str, role: str | None) -> None:
    found = role_of(heading)
    assert (found[0] if found else None) == role


def test_of_two_names_the_likelier_heading_wins(tmp_path: Path) -> None:
    (found,) = asked(tmp_path, "name,legal name,id\nJim,Acme Ltd,7\n")
    assert isinstance(found, Counterparty)
    assert (found.query.name, found.id) == ("Acme Ltd", "7")


def test_first_and_last_name_make_a_name(tmp_path: Path) -> None:
    (found,) = asked(tmp_path, "Last name,First name\nKim, Yong\n")
    assert isinstance(found, Counterparty)
    assert found.query.name == "Yong Kim"


def test_a_row_asks_with_all_that_it_says(tmp_path: Path) -> None:
    text = (
        "c,n,aka,k,land,imo,tax\n"
        'C-1,"  Acme\nHolding ",Acme; ACME Group|Acme,company,"Germany; Iran",9187629,"1;2"\n'
        "C-2,Ivanov,,Individual,Atlantis,,\n"
    )
    option = "id=c,name=n,alias=aka,kind=k,country=land,identifier.imo=imo,identifier.tax=TAX"
    first, second = asked(tmp_path, text, option)
    assert isinstance(first, Counterparty)
    assert isinstance(second, Counterparty)
    assert first.id == "C-1"
    assert first.query.name == "Acme Holding"
    assert first.query.aliases == ("Acme", "ACME Group")
    assert first.query.kind is Kind.ORGANIZATION
    assert first.query.countries == ("de", "ir")
    assert [(item.type, item.value) for item in first.query.identifiers] == [
        ("imo", "9187629"),
        ("tax", "1"),
        ("tax", "2"),
    ]
    assert all(isinstance(item, Identifier) for item in first.query.identifiers)
    assert (second.query.kind, second.query.countries) == (Kind.PERSON, ())
    assert second.query.identifiers == ()


def test_a_row_without_a_name_is_set_aside_with_all_that_it_says(tmp_path: Path) -> None:
    (found,) = asked(tmp_path, "name,country\n  ,IR\n")
    assert isinstance(found, BadRow)
    assert (found.line, found.reason, found.text) == (2, "no name", " | IR")


def test_a_row_whose_name_is_of_signs_alone_is_set_aside_unless_it_says_more(
    tmp_path: Path,
) -> None:
    bare, known = asked(tmp_path, "name,imo\n---,\n?,9187629\n")
    assert isinstance(bare, BadRow)
    assert (bare.line, bare.reason) == (2, "a name without a word that can be searched for")
    assert not isinstance(known, BadRow)
    assert [one.value for one in known.query.identifiers] == ["9187629"]


def test_a_column_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no column 'Firm' among 'name', 'x'"):
        asked(tmp_path, "name,x\nA,1\n", "name=Firm")
    with pytest.raises(UsageError, match="Roles: name, alias, country, id, kind"):
        asked(tmp_path, "name,x\nA,1\n", "title=x")
    with pytest.raises(UsageError, match="--columns name=HEADING"):
        asked(tmp_path, "a,b\nA,1\n")


def test_a_party_in_the_first_line_is_not_taken_for_a_heading(tmp_path: Path) -> None:
    """It would never be screened."""
    with pytest.raises(UsageError, match="put a line of headings above it"):
        asked(tmp_path, "Mahan Air\nAcme\n")


def test_a_heading_with_a_comma_can_be_named(tmp_path: Path) -> None:
    (found,) = asked(tmp_path, '"Name, full",b\nAcme,1\n', '"name=Name, full"')
    assert isinstance(found, Counterparty)
    assert found.query.name == "Acme"


def test_a_second_column_for_the_name_is_another_name(tmp_path: Path) -> None:
    (found,) = asked(tmp_path, "a,b\nAcme,Beta\n", "name=a,name=b")
    assert isinstance(found, Counterparty)
    assert (found.query.name, found.query.aliases) == ("Acme", ("Beta",))
