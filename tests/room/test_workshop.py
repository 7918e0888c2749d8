"""A whole workshop as it is held: a window on a display, three phones and a remote in a real browser, and a power cut."""

from __future__ import annotations

import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.display import display_of

playwright = pytest.importorskip("playwright.sync_api")

ROOT = Path(__file__).resolve().parent.parent.parent
CHROMIUM = shutil.which("chromium")
MISSING = [name for name in ("Xvfb", "xdotool", "chromium") if shutil.which(name) is None]
pytestmark = pytest.mark.skipif(
    bool(MISSING) and not os.environ.get("COFFEE_FIRST_ALL_TESTS"), reason=f"needs {' and '.join(MISSING)}"
)
WAIT = 20_000


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    with display_of("1280x720") as name:
        yield name


class Laptop:
    """The program that holds the room."""

    def __init__(self, display: str, home: Path, *words: str) -> None:
        self.environment = {**os.environ, "DISPLAY": display, "COFFEE_FIRST_HOME": str(home), "SDL_AUDIODRIVER": "dummy"}
        self.environment.pop("SDL_VIDEODRIVER", None)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "game", "room", "bakery", "--host", "127.0.0.1", *words],
            env=self.environment, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert self.process.stdout is not None
        said = ""
        while "Remote:" not in said:
            line = self.process.stdout.readline()
            assert line, self.process.stderr and self.process.stderr.read()
            said += line
        self.said = said
        self.word = re.search(r"Room word: (\w{4})", said)[1]  # type: ignore[index]
        self.origin = re.search(r"Phones: +(http://[\d.:]+)/", said)[1]  # type: ignore[index]

    def press(self, *keys: str) -> None:
        time.sleep(0.5)
        for key in keys:
            subprocess.run(["xdotool", "key", key], env=self.environment, check=True, timeout=10)
            time.sleep(0.12)

    def power_cut(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.communicate()

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()


@contextmanager
def laptop(display: str, home: Path, *words: str) -> Iterator[Laptop]:
    made = Laptop(display, home, *words)
    try:
        yield made
    finally:
        made.close()


@pytest.fixture
def browser() -> Iterator[object]:
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


def a_phone(browser, address):
    page = browser.new_context(viewport={"width": 390, "height": 844}, device_scale_factor=2, has_touch=True, is_mobile=True).new_page()
    page.goto(address)
    return page


def onward(remote, until, most=40):
    """Press the remote's large button until something is so."""
    for _ in range(most):
        if until():
            return
        button = remote.locator("#next")
        playwright.expect(button).to_be_enabled(timeout=WAIT)
        button.click()
        remote.wait_for_timeout(350)
    assert until(), remote.locator("body").inner_text()


def sees(page, text):
    return page.get_by_text(text).first.is_visible()


def kept(home):
    db = sqlite3.connect(home / "data" / "rooms.db")
    rows = [row[0] for row in db.execute("select body from event order by number")]
    db.close()
    return rows


def test_a_workshop_from_the_lobby_to_the_column_with_a_power_cut_in_the_middle(display, browser, tmp_path):
    """Join, vote, reload, lose the laptop, come back with every vote, talk, vote again, see who moved, read the column."""
    with laptop(display, tmp_path) as first:
        word, origin = first.word, first.origin
        phones = [a_phone(browser, f"{origin}/j/{word}") for _ in range(3)]
        for phone in phones:
            phone.get_by_role("heading", name="You are in").wait_for(timeout=WAIT)
        remote = a_phone(browser, f"{origin}/remote")
        code = remote.locator("#code")
        playwright.expect(code).to_have_text(re.compile(r"(\d\s*){6}"), timeout=WAIT)
        first.press("p", *re.sub(r"\D", "", code.inner_text()))
        remote.locator("#next").wait_for(timeout=WAIT)
        first.press("Escape")

        onward(remote, lambda: phones[0].locator("input[name=choice]").count() > 1)
        for phone, choice in zip(phones, (0, 0, 1), strict=True):
            phone.locator("label.choice").nth(choice).click(timeout=WAIT)
            phone.get_by_text("Counted. It is safe here.").wait_for(timeout=WAIT)
        assert "counts" not in phones[0].content()
        phones[2].reload()
        phones[2].get_by_text("You chose B").first.wait_for(timeout=WAIT)

        onward(remote, lambda: sees(phones[0], "Talk to your neighbour"))
        before = kept(tmp_path)
        first.power_cut()
        phones[0].get_by_role("heading", name="One moment").wait_for(timeout=WAIT)

    with laptop(display, tmp_path) as again:
        assert (word, origin) == (again.word, again.origin)
        assert before == kept(tmp_path)
        for phone, letter in zip(phones, "AAB", strict=True):
            phone.get_by_role("heading", name="Talk to your neighbour").wait_for(timeout=WAIT)
            assert letter == phone.locator("p.big").inner_text()

        remote.locator("#next").wait_for(timeout=WAIT)
        onward(remote, lambda: phones[0].locator("input[name=choice]").count() > 1)
        for phone in phones:
            phone.locator("label.choice").nth(0).click(timeout=WAIT)
            phone.get_by_text("Counted. It is safe here.").wait_for(timeout=WAIT)
        onward(remote, lambda: phones[2].get_by_text(re.compile("changed their mind")).count() > 0)
        onward(remote, lambda: phones[0].get_by_text(re.compile("The room chose A")).count() > 0)
        again.press("Escape")  # asks whether the room is left; the remote puts the question away
        onward(remote, lambda: phones[0].get_by_role("heading", name="Look up").count() == 1)

        ends = remote.locator("#end")
        ends.click(timeout=WAIT)
        playwright.expect(ends).to_have_text("Tap again to end here", timeout=WAIT)
        remote.wait_for_timeout(1_000)  # a double tap is no answer
        ends.click(timeout=WAIT)
        phones[0].get_by_role("link", name="Keep the page").first.wait_for(timeout=WAIT)
        kept_page = phones[0].context.new_page()
        kept_page.goto(f"{origin}/column")
        assert kept_page.locator("h1").count() == 1
        assert "<script" not in kept_page.content()
        kept_page.close()

        onward(remote, lambda: phones[1].get_by_text("what happened", exact=False).count() > 0 or sees(phones[1], "Say it to each other"))
        remote.locator("#close").click(timeout=WAIT)
        remote.wait_for_timeout(1_000)
        remote.locator("#close").click(timeout=WAIT)
        for phone in phones:
            phone.get_by_role("heading", name="Thank you").wait_for(timeout=WAIT)
        late = a_phone(browser, f"{origin}/j/{word}")
        late.get_by_text("This room is closed.").wait_for(timeout=WAIT)
        again.press("Escape", "q")
        again.process.wait(15)

    db = sqlite3.connect(tmp_path / "data" / "rooms.db")
    assert [(1,)] == db.execute("select closed from room").fetchall()
    db.close()
