"""The desk's fields say all of a party that the API takes, and keep what they have no field for."""

import pytest
from fastapi.testclient import TestClient
from signing_in import Serve, signed_in, token

from records import Address, Gender, Identifier, Kind, Note, Part, Party, Query
from screening.monitoring.register import find_party, import_parties
from service.pages import language
from service.pages.party_form import PartyText, asked, whole, written, written_parts
from store import Home
from store.accounts import Accounts

pytest_plugins = ["service_plugin"]
FILLED = {
    "id": "N1",
    "name": "Hapjanggang Trading",
    "aliases": "Hap Trading\nOther & Co.; Ltd",
    "country": "Nordkorea; China",
    "kind": "organization",
    "born": "1960-05-23; circa 1961",
    "birth_place": "Basra, Iraq",
    "nationality": "Iraq",
    "gender": "female",
    "address": "12 Haifa Street; 3rd floor, Baghdad, Iraq",
    "identifier": "imo=9187629; tax:ru=7707083893",
    "part_role": ["director", "vessel", "", ""],
    "part_name": ["Ivan Petrov", "Adrian Darya 1", "", ""],
    "part_kind": ["person", "vessel", "", ""],
    "part_born": ["1962", "", "", ""],
    "part_country": ["Russia", "", "", ""],
}


@pytest.fixture
def desk(own_home: Home, accounts: Accounts, serve: Serve) -> TestClient:
    return signed_in(serve(own_home), "the analyst")


def kept(home: Home, id_: str = "N1") -> Query:
    found = find_party(home, id_)
    assert found is not None
    return found.counterparty.query


def test_a_customer_is_kept_with_all_that_the_form_says(desk: TestClient, own_home: Home) -> None:
    form = {"csrf": token(desk.get("/customers").text), **FILLED}
    assert desk.post("/customers", data=form).status_code == 200
    query = kept(own_home)
    assert query.aliases == ("Hap Trading", "Other & Co.; Ltd")
    assert query.countries == ("kp", "cn", "iq")
    assert (query.kind, query.gender) == (Kind.ORGANIZATION, Gender.FEMALE)
    assert query.birth_dates == ("1960-05-23", "1961~")
    assert (query.birth_places, query.nationalities) == (("Basra, Iraq",), ("iq",))
    assert [each.text for each in query.addresses] == ["12 Haifa Street; 3rd floor, Baghdad, Iraq"]
    assert query.identifiers == (
        Identifier(type="imo", value="9187629"),
        Identifier(type="tax", value="7707083893", country="ru"),
    )
    director, vessel = query.parts
    assert (director.label, director.query.birth_dates, director.query.countries) == (
        "director: Ivan Petrov",
        ("1962",),
        ("ru",),
    )
    assert (vessel.label, vessel.query.kind) == ("vessel: Adrian Darya 1", Kind.VESSEL)
    shown = desk.get("/customers", params={"text": "N1"}).text
    assert "director: Ivan Petrov; vessel: Adrian Darya 1" in shown


def test_saving_the_form_as_it_came_changes_nothing(desk: TestClient, own_home: Home) -> None:
    known = Query(
        name="Nordsee Handel",
        countries=("de", "ir"),
        nationalities=("ir",),
        addresses=(Address(text="1 Quay, Emden", city="Emden", country="de"),),
        identifiers=(Identifier(type="tax", value="12", notes=(Note(label="a", text="b"),)),),
        parts=(Part(role="owner", id="K-7", query=Query(name="Eva Lind", birth_places=("Ulm",))),),
    )
    import_parties(own_home, [Party(id="K1", query=known)], complete=False, author="a", source="s")
    for code in ("en", "de"):
        language.speak(code)
        text, parts = written(known), written_parts(known.parts)
        language.speak("en")
        assert whole(asked(text, parts), known) == known
    page = desk.get("/customers/edit?id=K1").text
    assert 'value="Germany"' in page
    assert 'value="Iran"' in page
    assert 'value="Eva Lind"' in page


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("country", "Atlantis", "Country: &#39;Atlantis&#39; is not understood as a country"),
        ("born", "yesterday", "Birth date: &#39;yesterday&#39; is not understood as a birth"),
        ("nationality", "Atlantis", "Nationality: &#39;Atlantis&#39; is not understood"),
        ("gender", "both", "Gender: &#39;both&#39; is not understood"),
        ("name", "…", "“…” has no word that can be searched for"),
    ],
)
def test_what_is_not_understood_is_named_by_its_field_and_the_form_stays_filled(
    desk: TestClient, own_home: Home, field: str, value: str, says: str
) -> None:
    form = {"csrf": token(desk.get("/customers").text), **FILLED, "identifier": "", field: value}
    refused = desk.post("/customers", data=form)
    assert refused.status_code == 422
    assert says in refused.text
    assert 'value="Ivan Petrov"' in refused.text
    assert find_party(own_home, "N1") is None
    if field != "name":
        german = desk.post("/customers", data=form, headers={"accept-language": "de"}).text
        assert "wird nicht" in german
        assert "is not understood" not in german


def test_a_search_says_what_is_known_of_the_party_beside_its_name(desk: TestClient) -> None:
    more = {"nationality": "Iran", "gender": "male", "birth_place": "Teheran", "born": "1960"}
    found = desk.get("/", params={"q": "Wuhan Gaoxin Technology", **more}).text
    said = " ".join(found.split()).partition("The list does not say:")[2].partition("<")[0]
    assert said.strip() == "birth date, place of birth, nationality, gender"
    number = desk.get("/", params={"q": "X Y", "identifier": "imo=9187629"})
    assert number.status_code == 200


def test_several_names_are_screened_at_once(desk: TestClient) -> None:
    names = "Wuhan Gaoxin Technology\n\nBlue Lantern Logistics\r\nHapjanggang Trading\n"
    page = desk.get("/", params={"q": names}).text
    assert "2 of 3 names have hits." in page
    assert '<li dir="auto">Blue Lantern Logistics</li>' in page
    assert "That is no clearance" in page
    many = desk.get("/", params={"q": "\n".join(f"Company {n}" for n in range(101))})
    assert many.status_code == 422
    assert "101 names at once, at most 100 fit on a page" in many.text


def test_lists_and_threshold_are_chosen_in_the_form_and_named_in_the_answer(
    desk: TestClient,
) -> None:
    asked_for = {"q": "Wuhan Gaoxin Technology", "list": "eu_fsf", "threshold": "0,95"}
    page = desk.get("/", params=asked_for).text
    assert "threshold 0.95" in page
    assert "Only these lists: EU" in page
    assert 'value="eu_fsf" checked' in page
    wrong = desk.get("/", params={**asked_for, "threshold": "high"})
    assert (wrong.status_code, "&#39;high&#39; is not a threshold" in wrong.text) == (422, True)


def test_an_empty_row_of_parts_is_no_part() -> None:
    blank = dict.fromkeys(("role", "name", "kind", "born", "country"), "")
    assert asked(PartyText(name="Blue Lantern"), [blank]).parts == ()
