"""Customer files as companies' systems write them: what is asked of each row, and what is told."""

from pathlib import Path

import pytest

from documents.tables import open_table
from records import BadRow, Counterparty, Query, UsageError
from screening.tables.columns import Columns, choose_columns, shown, split_pairs
from screening.tables.rows import counterparty
from screening.tables.understood import in_words, look_through


def read(folder: Path, text: str, *columns: str) -> tuple[Columns, list[Query]]:
    path = folder / "t.csv"
    path.write_text(text, encoding="utf-8")
    table = open_table(path)
    chosen = choose_columns(table, split_pairs(columns))
    option = shown(table, chosen).partition("--columns ")[2].strip("'")
    assert choose_columns(table, split_pairs([option])) == chosen
    found = [counterparty(row, chosen) for row in table.rows()]
    return chosen, [item.query for item in found if isinstance(item, Counterparty)]


def said(folder: Path, text: str) -> list[str]:
    path = folder / "t.csv"
    path.write_text(text, encoding="utf-8")
    table = open_table(path)
    return list(in_words(look_through(table, choose_columns(table, None))))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nr;Name;Vorname\n1;Putin;Wladimir\n", "Wladimir Putin"),
        ("Nr;Name;Vorname\n1;Acme GmbH;\n", "Acme GmbH"),
        ("Nom;Prénom\nPoutine;Vladimir\n", "Vladimir Poutine"),
        ("Фамилия;Имя;Отчество\nПутин;Владимир;Владимирович\n", "Владимир Владимирович Путин"),
        ("Voornaam;Tussenvoegsel;Achternaam\nJan;van der;Berg\n", "Jan van der Berg"),
        ("姓;名\n习;近平\n", "习近平"),
        ("NAME1;NAME2\nNational Iranian;Tanker Company\n", "National Iranian Tanker Company"),
    ],
)
def test_the_parts_of_a_name_are_asked_for_as_one(tmp_path: Path, text: str, name: str) -> None:
    _, (query,) = read(tmp_path, text)
    assert (query.name, query.aliases) in [(name, ()), (name, ("National Iranian",))]


def test_a_second_line_in_another_script_is_another_name(tmp_path: Path) -> None:
    _, (query,) = read(tmp_path, "Name 1;Name 2\nRosneft;Роснефть\n")
    assert query.aliases == ("Rosneft", "Роснефть")


def test_a_line_that_was_cut_within_a_word_is_asked_for_whole(tmp_path: Path) -> None:
    _, (query,) = read(
        tmp_path, "NAME1;NAME2\nAll Russian Scientific Research Ins;titute of Geophysics\n"
    )
    assert query.name == "All Russian Scientific Research Ins titute of Geophysics"
    assert query.aliases[0] == "All Russian Scientific Research Institute of Geophysics"


def test_a_row_without_a_company_is_asked_for_by_its_person(tmp_path: Path) -> None:
    _, (company, person) = read(
        tmp_path, "Firma;Nachname;Vorname\nAcme;Meier;Eva\n;Putin;Wladimir\n"
    )
    assert (company.name, company.aliases) == ("Acme", ("Eva Meier",))
    assert (person.name, person.aliases) == ("Wladimir Putin", ())


def test_numbers_of_customers_are_not_taken_for_their_names(tmp_path: Path) -> None:
    chosen, (query,) = read(tmp_path, "Customer;Name 1;Country Key\n0000100045;Mahan Air;IR\n")
    assert (chosen.id, query.name, query.countries) == (0, "Mahan Air", ("ir",))


def test_surnames_alone_are_refused_and_whole_names_under_that_heading_are_not(
    tmp_path: Path,
) -> None:
    with pytest.raises(UsageError, match="has surnames, and no column for the given names"):
        read(tmp_path, "Nachname;Alter\nPutin;70\nMeier;50\n")
    _, (query,) = read(tmp_path, "Nachname;Alter\nPutin Wladimir;70\n")
    assert query.name == "Putin Wladimir"


def test_columns_that_are_said_are_added_to_those_that_are_guessed(tmp_path: Path) -> None:
    text = "KdNr;Rufzeichen;Name;Sitz;Land\n7;Beta;Alpha;IR;DE\n"
    chosen, (query,) = read(tmp_path, text, "alias=Rufzeichen")
    assert (query.name, query.aliases, query.countries) == ("Alpha", ("Beta",), ("de",))
    assert chosen.id == 0
    _, (query,) = read(tmp_path, text, "country=Sitz")
    assert query.countries == ("ir",)
    _, (query,) = read(tmp_path, text, "name=Rufzeichen,country=")
    assert (query.name, query.aliases, query.countries) == ("Beta", (), ())


@pytest.mark.parametrize(
    ("option", "words"),
    [("nmae=Firma", "Did you mean name=Firma"), ("name=Frima", "Did you mean 'Firma'")],
)
def test_a_slip_in_columns_is_told_with_what_was_meant(
    tmp_path: Path, option: str, words: str
) -> None:
    with pytest.raises(UsageError, match=words):
        read(tmp_path, "Firma;Land\nAcme;DE\n", option)


def test_what_was_not_understood_is_counted_with_examples(tmp_path: Path) -> None:
    lines = said(
        tmp_path,
        "Firma;Land;Umsatz\nAcme;DE;1\nBeta;Atlantis;2\nGamma;Atlantis;3\nDelta;Lemuria;4\nEta;;5\n",
    )
    assert lines[0] == "columns not used: 'Umsatz'"
    assert lines[1].startswith("Land: 1 of 4 understood; not 'Atlantis', 'Lemuria'.")
    assert lines[2:] == [
        "party 1 will be screened as 'Acme'; de",
        "party 2 will be screened as 'Beta'",
        "party 3 will be screened as 'Gamma'",
    ]


def test_a_row_without_any_name_is_still_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("Name;Vorname;Kurzname;Land\n;;;DE\n;;x;DE\n", encoding="utf-8")
    table = open_table(path)
    chosen = choose_columns(table, None)
    found = [counterparty(row, chosen) for row in table.rows()]
    assert [isinstance(item, BadRow) for item in found] == [True, False]
