"""The desk speaks English and German; a language is one file, and no page lacks a word of it."""

import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from fastapi.testclient import TestClient
from lxml import html
from signing_in import Serve, signed_in, token
from support.desk_work import SETTINGS

from records import Kind, LeftOut, Party, ProfileRules, Query
from screening.engine.profiles import set_profile
from screening.monitoring.register import import_parties
from screening.monitoring.run import run
from service.pages import language
from service.pages.language import LOCALES, languages, wanted
from service.pages.said import KNOWN, said
from store import Home
from store.accounts import Accounts

pytest_plugins = ["service_plugin"]
sys.path.append(str(Path(__file__).parents[2] / "tools"))
import translations  # noqa: E402 (a program, not a package)

FILES = sorted(LOCALES.glob("*/LC_MESSAGES/desk.po"))
PAGES = (
    "/",
    "/?q=Mahan+Air",
    "/?q=Mahan+Air&profile=payments",
    "/?q=Xyzzy+Quux",
    "/documents",
    "/cases?state=all&who=all",
    "/cases?text=nothing+has+this",
    "/cases/C1",
    "/cases/C1/report",
    "/customers",
    "/figures",
    "/lists",
    "/lists/us_ofac_sdn",
    "/audit?check=true",
    "/access",
    "/settings",
    "/account",
    "/help/api",
    "/alerts",
    "/alerts/A1",
    "/nowhere",
    "/cases/C999",
)
DATA = re.compile(
    r"China, CN, CHN|the (analyst|approver|admin)|Mahan|MAHAN|Wuhan|Kalashnikov|Xyzzy|Namewarden"
    r"|Gaoxin|imo=|OFAC|OpenAPI|SHA-256|Tehran|TEHRAN|eu reference|payments|CSV|\bEU\b|us_ofac"
    r"|^(Iran|China|Name|Text|Teams|Person|English|Deutsch|Technology|cn|test|ann|testclient)$"
    r"|^namewarden |^[0-9a-f]{8,}…?$|^\d+ (min|h|d)$|UTC$"
    r"|[a-z_]+:\d+|^C-\d|/sample|\.(xml|csv)$|^[A-Z]{2,}[\w.-]*$"
)
"""What is the same in every language: names, numbers, ids."""


@pytest.fixture
def desk(own_home: Home, accounts: Accounts, serve: Serve) -> TestClient:
    """A desk with two cases, for whoever may see all of it."""
    parties = (
        Party(id="C-1", query=Query(name="Mahan Air", countries=("ir",))),
        Party(id="C-2", query=Query(name="Wuhan Gaoxin Technology", countries=("cn",))),
    )
    import_parties(own_home, parties, complete=True, author="test", source="test")
    run(own_home, SETTINGS, author="test", workers=1, notify=lambda _: None)
    rules = ProfileRules(kinds=(Kind.PERSON,), leaves_out=tuple(LeftOut))
    set_profile(own_home, "payments", rules, reason="Mahan", author="test")
    return signed_in(serve(own_home), "the admin")


def texts(page: str) -> Iterator[str]:
    """What a reader is told on a page, but for what it says of itself to be English."""
    for each in html.fromstring(page).iter():
        if each.tag in ("script", "kbd", "style") or not isinstance(each.tag, str):
            continue
        parent = each.getparent()
        told = [] if parent is None or _is_foreign(parent) else [each.tail]
        if not _is_foreign(each):
            told += [each.text, *map(each.get, ("placeholder", "aria-label", "title", "alt"))]
        for text in told:
            plain = " ".join((text or "").split())
            if re.search("[A-Za-z]{2}", plain):
                yield plain


def _is_foreign(element: html.HtmlElement) -> bool:
    """Whether it says of itself, or what it stands in does, that it is English."""
    around = (element, *element.iterancestors())
    return any(one.get("lang") == "en" and one.tag not in ("html", "button") for one in around)


def test_no_page_has_an_untranslated_sentence(desk: TestClient) -> None:
    untranslated = {}
    for path in PAGES:
        shown = {
            code: desk.get(path, headers={"accept": "text/html", "accept-language": code}).text
            for code in ("en", "de")
        }
        assert '<html lang="de">' in shown["de"]
        same = set(texts(shown["en"])) & set(texts(shown["de"]))
        untranslated[path] = {text for text in same if not DATA.search(text)}
    assert {path: found for path, found in untranslated.items() if found} == {}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parts[-3])
def test_every_text_of_every_page_is_in_every_language_s_file(path: Path) -> None:
    with path.open("rb") as file:
        kept = read_po(file)
    wanted_texts = {(each.id, each.context) for each in translations.extracted() if each.id}
    assert {(each.id, each.context) for each in kept if each.id} == wanted_texts
    assert [each.id for each in kept if each.id and not _is_whole(each.string)] == []
    # Else the page would lack a value, or end in an error.
    names = re.compile(r"%\((\w+)\)s|\{(\d?)\}")
    for each in kept:
        for one in each.string if isinstance(each.string, tuple) else (str(each.string),):
            first = each.id[-1] if isinstance(each.id, tuple) else str(each.id)
            assert sorted(names.findall(one)) == sorted(names.findall(first)), each.id


def _is_whole(string: object) -> bool:
    return all(string) if isinstance(string, tuple) else bool(string)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parts[-3])
def test_what_the_program_reads_is_what_people_translated(path: Path) -> None:
    with path.open("rb") as file:
        assert path.with_suffix(".mo").read_bytes() == translations.compiled(read_po(file))


def test_a_third_language_is_one_file(tmp_path: Path) -> None:
    folder = tmp_path / "locales"
    shutil.copytree(LOCALES, folder)
    french = folder / "fr" / "LC_MESSAGES" / "desk.mo"
    french.parent.mkdir(parents=True)
    catalog = Catalog(locale="fr", fuzzy=False)
    catalog.add("Cases", "Dossiers")
    french.write_bytes(translations.compiled(catalog))
    assert list(languages(folder)) == ["en", "de", "fr"]
    assert languages(folder)["fr"].gettext("Cases") == "Dossiers"
    assert languages(folder)["fr"].gettext("Alerts") == "Alerts"


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("de-CH,de;q=0.9,en;q=0.8", "de"),
        ("en-GB,en;q=0.9,de;q=0.5", "en"),
        ("fr,de;q=0.3", "de"),
        ("ja", "en"),
        ("de;q=0,en;q=0.1", "en"),
        ("de;q=nonsense, ,;", "en"),
        ("", "en"),
    ],
)
def test_the_browser_s_wish_is_the_language(header: str, code: str) -> None:
    assert wanted(header) == code


def test_a_person_s_choice_is_kept_and_goes_before_the_browser_s(serve: Serve) -> None:
    client = serve()
    page = client.get("/sign-in", headers={"accept-language": "en"})
    assert "Sign in" in page.text
    assert token(page.text)
    chosen = client.post("/language", data={"language": "de", "back": "/sign-in"})
    assert (chosen.status_code, chosen.headers["location"]) == (303, "/sign-in")
    assert "Anmelden" in client.get("/sign-in", headers={"accept-language": "en"}).text
    client.post("/language", data={"language": "xx", "back": "//elsewhere.example/"})
    assert "Anmelden" in client.get("/sign-in").text


def test_a_person_s_language_is_theirs_on_any_machine(
    own_home: Home, accounts: Accounts, serve: Serve
) -> None:
    first = signed_in(serve(own_home), "the analyst")
    first.post("/language", data={"language": "de"})
    elsewhere = signed_in(serve(own_home), "the analyst")
    english = {"accept-language": "en"}
    assert "Abmelden" in elsewhere.get("/", headers=english).text
    # Whoever uses the same browser has their own.
    another = signed_in(first, "the approver")
    another.post("/language", data={"language": "en"})
    assert "Sign out" in signed_in(serve(own_home), "the approver").get("/", headers=english).text
    assert "Abmelden" in signed_in(another, "the analyst").get("/", headers=english).text


def test_what_was_chosen_before_the_first_sign_in_is_kept_with_the_account(
    own_home: Home, accounts: Accounts, serve: Serve
) -> None:
    first = serve(own_home)
    first.post("/language", data={"language": "de"})
    signed_in(first, "the analyst")
    assert accounts.language("the analyst") == "de"
    assert accounts.language("the admin") is None


def test_errors_are_told_in_the_reader_s_language_and_without_commands() -> None:
    language.speak("de")
    try:
        assert said(
            "C1: changed since you looked (version 3, you saw 2). Nothing was done. "
            "Look at it again"
        ).startswith("C1: geändert, seit Sie hingesehen haben (Fassung 3, Sie sahen 2).")
        stale = (
            "un_sc is stale: its edition of 2026-01-01 was last known to be current 40 days ago, "
            "at most 7 are usual. Newer entries are not looked for. Run: namewarden update un_sc"
        )
        assert "vor 40 Tagen" in said(stale)
        missing = (
            "un_sc is missing: it was asked for but is not loaded, so nothing on it is found. "
            "Run: namewarden update un_sc (or, to do without it: namewarden lists forget un_sc)"
        )
        assert said(missing).startswith("UN fehlt")
        assert "namewarden" not in said(stale) + said(missing)
    finally:
        language.speak("en")
    assert said("no alert A7. See: namewarden alerts") == "no alert A7."


def test_the_desk_names_no_command() -> None:
    for path in (LOCALES.parent / "templates").glob("*.html"):
        assert "namewarden " not in path.read_text("utf-8"), path.name
    assert not [text for text in KNOWN if "namewarden" in text]
