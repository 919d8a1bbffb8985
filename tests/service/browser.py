"""A real browser, without a window."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from selenium.webdriver import Chrome, ChromeOptions, ChromeService

PROGRAM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
needs_browser = pytest.mark.skipif(
    not (PROGRAM and DRIVER), reason="chromium and chromedriver are not on this machine"
)
# No sandbox for root, and no questions to anybody outside.
OPTIONS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic",
    "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--hide-scrollbars",
)  # fmt: skip
SLOW_SECONDS = 60


@contextmanager
def browser(folder: Path) -> Iterator[Chrome]:
    """A browser with a profile of its own in a folder."""
    options = ChromeOptions()
    options.binary_location = PROGRAM or ""
    for option in (*OPTIONS, f"--user-data-dir={folder}"):
        options.add_argument(option)
    driver = Chrome(options, ChromeService(DRIVER))
    driver.set_page_load_timeout(SLOW_SECONDS)
    driver.implicitly_wait(SLOW_SECONDS / 4)
    try:
        yield driver
    finally:
        driver.quit()


def resize(driver: Chrome, width: int, height: int = 900) -> None:
    """Show pages as on a screen of a size in CSS pixels; windows cannot be so narrow."""
    driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600},
    )


def prefer(driver: Chrome, scheme: str) -> None:
    """Show pages as to somebody who prefers light or dark."""
    feature = {"name": "prefers-color-scheme", "value": scheme}
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [feature]})
