"""A day at the desk, in a browser: from the table of customers to the auditor's report.

With 2,000 customers; ``--customers 20000`` makes it a day of a bank.
"""

import csv
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from axe_selenium_python import Axe
from browser import browser, needs_browser, resize
from live_service import served
from selenium.common.exceptions import StaleElementReferenceException, TimeoutException
from selenium.webdriver import ActionChains, Chrome, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait
from signing_in import PASSWORD
from support.desk_work import SETTINGS, entity, put_edition
from support.web_receiver import web

from records import CaseState
from screening.archive.audit import verify_audit
from screening.cases.cases import case_queue
from screening.cases.rules import set_rules
from screening.monitoring.calendar import DayState, calendar
from screening.monitoring.run import run
from screening.watch.case_notices import Wanted, tell
from screening.watch.notices import Channels
from service.access.manage import add_person
from store import Home
from store.accounts import Accounts
from store.cases import CaseFilter
from store.database import Database
from store.policy import DeskPolicy

pytestmark = [needs_browser, pytest.mark.slow]
FIRST = (
    "Halvor",
    "Brunda",
    "Corvane",
    "Delmor",
    "Estrella",
    "Falken",
    "Gorvan",
    "Hexley",
    "Ivarna",
)
SECOND = ("Maritime", "Shipping", "Minerals", "Logistics", "Petroleum", "Holdings")
LISTED = [
    entity(f"un_sc:{number}", f"{first}{second[:3].lower()} {second}")
    for number, (first, second) in enumerate(
        ((first, second) for first in FIRST for second in SECOND), start=100
    )
][:52]
TODAY = f"{datetime.now(UTC):%Y-%m-%d}"


@pytest.fixture
def office(quick_home: Home) -> Home:
    """A desk with a list of 52, three people, and four eyes."""
    put_edition(quick_home, LISTED)
    accounts = Accounts(Database.of(quick_home))
    for name, role in (("Ada", "analyst"), ("Abe", "approver"), ("Root", "admin")):
        add_person(accounts, name, role, PASSWORD, author="ann")
    set_rules(quick_home, DeskPolicy(four_eyes=True), author="Root")
    return quick_home


@pytest.fixture
def page(tmp_path: Path) -> Iterator[Chrome]:
    with browser(tmp_path / "browser") as driver:
        resize(driver, 1280)
        yield driver


def sign_in(page: Chrome, desk: str, name: str) -> None:
    page.delete_all_cookies()
    page.get(f"{desk}/sign-in")
    page.find_element(By.ID, "name").send_keys(name, Keys.TAB, PASSWORD, Keys.ENTER)
    WebDriverWait(page, 60).until(lambda shown: "/sign-in" not in shown.current_url)


def press(page: Chrome, *keys: str) -> None:
    ActionChains(page).send_keys(*keys).perform()


def until(page: Chrome, words: str) -> None:
    """Wait for words on the page, which may be replaced meanwhile."""
    replaced = (StaleElementReferenceException,)
    seen = [""]

    def there(shown: Chrome) -> bool:
        seen[0] = shown.find_element(By.TAG_NAME, "main").text
        return words in seen[0]

    try:
        WebDriverWait(page, 900, ignored_exceptions=replaced).until(there)
    except TimeoutException:
        pytest.fail(f"{words!r} never came on {page.current_url}: {seen[0][-1500:]}")


def accessible(page: Chrome) -> None:
    axe = Axe(page)
    axe.inject()
    assert [found["id"] for found in axe.run()["violations"]] == []


def decide_together(page: Chrome, address: str, why: str, count: int) -> None:
    """Tick all on a page of the queue, and decide them."""
    page.get(address)
    page.find_element(By.CSS_SELECTOR, "[data-all]").click()
    until(page, f"{count} ticked")
    press(page, "d")
    press(page, why)
    page.find_element(By.CSS_SELECTOR, ".bar button[value=false_positive]").click()
    until(page, f"{count} cases decided.")


def test_an_analysts_day(
    office: Home, page: Chrome, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    customers: int = request.config.getoption("--customers")
    others = [f"Quiet Street Bakery {number}" for number in range(customers - len(LISTED))]
    table = tmp_path / "customers.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("Customer no.", "Name"))
        rows.writerows((f"K{n}", each.caption) for n, each in enumerate(LISTED))
        rows.writerows((f"Q{n}", each) for n, each in enumerate(others))
    with web(200) as receiver, served(office) as desk:
        wanted = Wanted(channels=Channels.of(receiver.address, None, {}), desk=desk)
        tell(office, wanted, lambda _: None)

        # The customers come as a table, and are put under monitoring.
        sign_in(page, desk, "Ada")
        page.get(f"{desk}/customers")
        page.find_element(By.ID, "file").send_keys(str(table))
        until(page, f"{customers:,} rows")
        press(page, "m")
        until(page, f"{customers:,} customers were added")
        tell(office, wanted, lambda _: None)
        assert receiver.bodies[-1]["event"] == "cases.opened"
        assert receiver.bodies[-1]["count"] == len(LISTED)

        # Fifty cases in bulk, one by keyboard; the queue offers what is left, and nobody else's.
        decide_together(page, f"{desk}/cases?sort=name", "another town", 50)
        press(page, "n")
        WebDriverWait(page, 60).until(lambda shown: "/cases/C" in shown.current_url)
        accessible(page)
        press(page, "d")
        press(page, "another register number", Keys.ESCAPE, "f")
        until(page, "For a minute you can take it back")
        assert case_queue(office, CaseFilter())[1][CaseState.PENDING] == 51

        # The second person reads why, and agrees.
        sign_in(page, desk, "Abe")
        page.get(f"{desk}/cases?state=pending&who=all")
        accessible(page)
        decide_together(page, f"{desk}/cases?state=pending&who=all&sort=name", "agreed", 50)
        tell(office, wanted, lambda _: None)
        assert receiver.bodies[-1]["event"] == "cases.decided"

        # A new edition says something else of two that were cleared.
        closed = {0, 1}
        changed = [
            entity(each.id, each.caption, programmes=("NEW",)) if n in closed else each
            for n, each in enumerate(LISTED)
        ]
        put_edition(office, changed)
        again = run(office, SETTINGS, author="cron", notify=lambda _: None)
        assert len(again.outcome.reopened) == 2
        tell(office, wanted, lambda _: None)
        told = receiver.bodies[-1]
        assert (told["event"], told["count"]) == ("cases.opened", 2)
        page.get(told["cases"][0]["link"])
        until(page, "the listed entry's programmes changed")

        # Figures and calendar show the day; the auditor reads the report, and the log is whole.
        page.get(f"{desk}/figures")
        until(page, "alerts decided, half of them within")
        accessible(page)
        (day,) = calendar(office, first=TODAY, last=TODAY)
        assert (day.state, day.monitored) == (DayState.SCREENED, customers)
        page.get(f"{told['cases'][0]['link']}/report")
        until(page, "another town")
        until(page, "agreed")
        page.get(f"{desk}/audit?check=true")
        until(page, "Whole:")
        assert verify_audit(office).problems == ()
