"""The desk as people use it: in a browser, by keyboard, two of them, on small screens too."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_selenium_python import Axe
from browser import browser, needs_browser, prefer, resize
from live_service import served
from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver import ActionChains, Chrome, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait
from signing_in import PASSWORD
from support.desk_work import SETTINGS

from records import Party, Query
from screening.cases.rules import set_rules
from screening.monitoring.register import import_parties
from screening.monitoring.run import run
from service.access.manage import add_person
from store import Home
from store.accounts import Accounts
from store.database import Database
from store.policy import DeskPolicy

pytestmark = needs_browser
LETTER = "Two drones came from Kontsern Kalashnikov.\nSix detectors from Wuhan Gaoxin Technology.\n"
PARTIES = (
    Party(id="C1", query=Query(name="Wuhan Gaoxin Technology", countries=("cn",))),
    Party(id="C2", query=Query(name="Hapjanggang Trading")),
)
PAGES = ("/", "/?q=Wuhan+Gaoxin+Technology", "/documents", "/alerts", "/alerts/A1", "/lists",
         "/cases", "/cases?state=all&who=all", "/cases/C1", "/cases/C1/report", "/customers",
         "/lists/us_ofac_sdn", "/entries/us_ofac_sdn:46633", "/audit", "/access",
         "/settings", "/account", "/figures", "/help/api", "/nowhere")  # fmt: skip


@pytest.fixture(scope="module")
def desk(excerpts_home: Home, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a desk with alerts, where two have to agree."""
    home = Home(tmp_path_factory.mktemp("desk") / "home")
    shutil.copytree(excerpts_home.path, home.path)
    accounts = Accounts(Database.of(home))
    for name, role in (("Ada", "analyst"), ("Abe", "approver"), ("Root", "admin")):
        add_person(accounts, name, role, PASSWORD, author="ann")
    import_parties(home, PARTIES, complete=True, author="test", source="test")
    run(home, SETTINGS, author="test", workers=1, notify=lambda _: None)
    set_rules(home, DeskPolicy(four_eyes=True), author="Root")
    with served(home) as address:
        yield address


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    with browser(tmp_path_factory.mktemp("browser")) as driver:
        resize(driver, 1280)
        yield driver


def sign_in(page: Chrome, desk: str, name: str) -> None:
    page.delete_all_cookies()
    page.get(f"{desk}/sign-in")
    page.find_element(By.ID, "name").send_keys(name, Keys.TAB, PASSWORD, Keys.ENTER)
    WebDriverWait(page, 60).until(lambda shown: "/sign-in" not in shown.current_url)


def press(page: Chrome, *keys: str) -> None:
    """Press keys, as somebody without a mouse does."""
    ActionChains(page).send_keys(*keys).perform()


def text_of(page: Chrome) -> str:
    return page.find_element(By.TAG_NAME, "main").text


def test_a_document_is_dropped_and_its_marks_lead_to_their_evidence(
    page: Chrome, desk: str, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text(LETTER, encoding="utf-8")
    sign_in(page, desk, "Ada")
    page.get(f"{desk}/documents")
    page.find_element(By.ID, "file").send_keys(str(letter))
    marks = page.find_elements(By.CSS_SELECTOR, "mark a")
    assert "Wuhan Gaoxin Technology" in [mark.text for mark in marks]
    marks[-1].click()
    number = page.current_url.rpartition("#")[2]
    assert "transliteration" in page.find_element(By.ID, number).text


def test_two_people_decide_by_keyboard_and_the_log_tells(page: Chrome, desk: str) -> None:
    sign_in(page, desk, "Ada")
    page.get(f"{desk}/alerts")
    press(page, "n")
    WebDriverWait(page, 60).until(lambda shown: "/alerts/A" in shown.current_url)
    alert = page.current_url.rpartition("/")[2]
    press(page, "d")
    press(page, "another register number", Keys.TAB, Keys.ENTER)
    WebDriverWait(page, 60).until(lambda shown: not shown.current_url.endswith(f"/{alert}"))
    page.get(f"{desk}/alerts/{alert}")
    assert "somebody else has to agree" in text_of(page)
    sign_in(page, desk, "Abe")
    page.get(f"{desk}/alerts/{alert}")
    assert "Ada decided “false positive”" in text_of(page)
    press(page, "d")
    press(page, "agreed")
    page.find_element(By.CSS_SELECTOR, "button[value=false_positive]").click()
    WebDriverWait(page, 60).until(lambda shown: not shown.current_url.endswith(f"/{alert}"))
    page.get(f"{desk}/audit?subject={alert}&check=true")
    shown = text_of(page)
    assert "Whole:" in shown
    assert shown.index("agreed") < shown.index("proposed")


def test_a_name_is_searched_without_leaving_the_page(page: Chrome, desk: str) -> None:
    sign_in(page, desk, "Ada")
    page.find_element(By.ID, "q").send_keys("Hapjanggang Trading", Keys.ENTER)
    WebDriverWait(page, 60).until(lambda shown: "Hapjanggang Trading Corporation" in text_of(shown))
    assert "q=Hapjanggang" in page.current_url


CUSTOMERS = (
    "Customer no.;Name;Country\nB1;Hapjanggang Trading Corporation;Nordkorea\nB2;Anna;Atlantis\n"
)


def until(page: Chrome, words: str) -> None:
    """Wait for words on the page, which may be replaced meanwhile."""
    replaced = (StaleElementReferenceException,)
    WebDriverWait(page, 240, ignored_exceptions=replaced).until(
        lambda shown: words in text_of(shown)
    )


def test_an_analysts_day_from_the_table_of_customers_to_the_case_that_is_open_again(
    page: Chrome, desk: str, tmp_path: Path
) -> None:
    table = tmp_path / "branch.csv"
    table.write_text(CUSTOMERS, encoding="utf-8")
    sign_in(page, desk, "Ada")
    page.get(f"{desk}/customers")
    page.find_element(By.ID, "file").send_keys(str(table))
    until(page, "1 of 2 values understood")
    press(page, "m")
    until(page, "2 customers were added")
    # In the queue by keyboard: the customers from the table are ticked and decided together.
    page.get(f"{desk}/cases?text=B1&who=all")
    press(page, "j", "x", "d")
    press(page, "another town")
    page.find_element(By.CSS_SELECTOR, ".bar button[value=false_positive]").click()
    until(page, "1 case decided.")
    page.get(f"{desk}/cases?text=B1&who=all&state=pending")
    case = page.find_element(By.CSS_SELECTOR, ".main-cell a").get_attribute("href") or ""
    page.get(case)
    assert "somebody else has to agree" in text_of(page)
    # The second person reads the reason, agrees by key, takes it back, and agrees again.
    sign_in(page, desk, "Abe")
    for decided_before in (False, True):
        page.get(case)
        assert "another town" in text_of(page)
        press(page, "d")
        press(page, "agreed", Keys.ESCAPE, "f")
        until(page, "For a minute you can take it back")
        if not decided_before:
            page.get(case)
            press(page, "u")
            until(page, "Ada proposes")
    page.get(case)
    press(page, "r")
    press(page, "a new register extract", Keys.ENTER)
    until(page, "opened again")
    page.get(f"{desk}/cases?text=B1&who=all")
    assert "a new register extract" in text_of(page)


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_pages_fit_and_are_accessible(page: Chrome, desk: str, width: int, scheme: str) -> None:
    sign_in(page, desk, "Root")
    resize(page, width)
    prefer(page, scheme)
    wrong: dict[str, object] = {}
    for path in PAGES:
        page.get(desk + path)
        assert page.find_element(By.TAG_NAME, "h1").text
        overflow = page.execute_script(
            "return document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        if overflow > 0:
            wrong[path] = f"{overflow} pixels too wide"
        axe = Axe(page)
        axe.inject()
        for found in axe.run()["violations"]:
            wrong[f"{path} {found['id']}"] = [node["html"][:200] for node in found["nodes"]]
    assert wrong == {}
