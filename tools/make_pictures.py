"""The README's pictures, taken of the desk as it is: python tools/make_pictures.py

A home of its own with the sample lists, five customers and a letter; the service without sign-in;
chromium at 1280 pixels (Debian: chromium, chromium-driver, fonts-wqy-zenhei). Writes
docs/pictures/*.webp.
"""

import base64
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from selenium.webdriver import Chrome, ChromeOptions, ChromeService
from selenium.webdriver.common.by import By

TOP = Path(__file__).parents[1]
PICTURES = TOP / "docs" / "pictures"
TOKEN = "for-the-pictures"  # noqa: S105 (of a service that lives for a minute)
CUSTOMERS = (
    "id,name,country\nC-1,Mahan Air,ir\nC-2,Blue Lantern Logistics,gb\n"
    "C-3,Wuhan Gaoxin Technology,cn\nC-4,Penza Bearing Works,ru\nC-5,Harbour Tea Company,lk\n"
)
LETTER = (
    "Two hundred drones were ordered from Kontsern Kalashnikov in March, and six detectors from\n"
    "Wuhan Gaoxin. The buyer, Blue Lantern Logistics, is our customer.\n"
)
WIDTH, HEIGHT, QUALITY = 1280, 960, 70
PROGRAM = [sys.executable, "-m", "cli"]


def main() -> None:
    """Make the home, start the service, take the pictures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environment = {**os.environ, "NAMEWARDEN_HOME": str(folder / "home")}
        environment["NAMEWARDEN_SERVE_LOCAL_TOKEN"] = TOKEN
        (folder / "customers.csv").write_text(CUSTOMERS, encoding="utf-8")
        (folder / "letter.txt").write_text(LETTER, encoding="utf-8")
        for command in (
            ("update", "--from", "screening/demo_data/lists", "--accept-excerpts"),
            ("monitor", "import", str(folder / "customers.csv"), "--complete"),
            ("monitor", "run"),
        ):
            subprocess.run([*PROGRAM, *command], cwd=TOP, env=environment, check=False)  # noqa: S603
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        serve = [*PROGRAM, "serve", "--no-sign-in", "--port", str(port)]
        with subprocess.Popen(serve, cwd=TOP, env=environment) as service:  # noqa: S603
            try:
                _wait(port)
                _take(f"http://127.0.0.1:{port}", folder)
            finally:
                service.terminate()


def _wait(port: int) -> None:
    for _ in range(600):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    sys.exit("the service did not start")


def _take(address: str, folder: Path) -> None:
    options = ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for option in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"):
        options.add_argument(option)
    driver = Chrome(options, ChromeService(shutil.which("chromedriver")))
    try:
        driver.set_page_load_timeout(120)
        _size(driver, HEIGHT)
        driver.get(f"{address}/open?token={TOKEN}")
        for picture, path in (("queue", "/cases"), ("case", "/cases/C3")):
            driver.get(address + path)
            _save(driver, picture)
        driver.get(f"{address}/documents")
        field = driver.find_element(By.CSS_SELECTOR, "input[type=file]")
        # Choosing it sends it.
        field.send_keys(str(folder / "letter.txt"))
        for _ in range(300):
            if driver.find_elements(By.TAG_NAME, "mark"):
                break
            time.sleep(0.2)
        _save(driver, "document")
    finally:
        driver.quit()


def _size(driver: Chrome, height: int) -> None:
    driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": WIDTH, "height": height, "deviceScaleFactor": 1, "mobile": False},
    )


def _save(driver: Chrome, picture: str) -> None:
    """The page's top, no higher than what is on it."""
    high = int(driver.execute_script("return document.documentElement.scrollHeight"))
    _size(driver, min(HEIGHT, high))
    taken = driver.execute_cdp_cmd("Page.captureScreenshot", {"format": "webp", "quality": QUALITY})
    (PICTURES / f"{picture}.webp").write_bytes(base64.b64decode(taken["data"]))
    _size(driver, HEIGHT)


if __name__ == "__main__":
    main()
