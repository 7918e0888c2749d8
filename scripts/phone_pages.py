"""Print the pictures of the phone page from a room that is really served.

uv run python scripts/phone_pages.py [FOLDER]
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from playwright.sync_api import Page, sync_playwright

from game import resources
from game.authoring import art_in, read
from game.room.column_view import column
from game.room.events import Joined, Let, Took, Typed, Voted, Went
from game.room.going import onward
from game.room.hall import Hall
from game.room.machine import begin
from game.room.server import RoomServer
from game.room.server.doors import Doors
from game.room.session import Step
from game.room.setup import Manner, setup_for
from game.story.analysis import analyse

SIZE = {"width": 390, "height": 844}
FIRST, SECOND = (6, 10, 6, 2), (14, 4, 5, 1)
"""Votes of the others for A to D."""
FACES = """<fontconfig><include>/etc/fonts/fonts.conf</include><selectfont><rejectfont>
<pattern><patelt name="family"><string>DejaVu Sans</string></patelt></pattern></rejectfont></selectfont></fontconfig>"""
"""A phone's own face is narrower than what a bare Linux has."""


class Printer:
    """A room on this machine, a phone in front of it, and a folder for its pictures."""

    def __init__(self, page: Page, folder: Path) -> None:
        self.page, self.folder = page, folder
        scenario = read(resources.scenarios() / "bakery", art=art_in(resources.assets())).scenario
        assert scenario is not None
        setup = setup_for(scenario, word="MOKA", seed=7, manner=Manner(names=True, sure=True, say_first=True))
        found = analyse(setup.scenario)
        self.hall = Hall(begin(setup, at=time.time()), lambda rows: None, time.time)
        self.server = RoomServer(
            self.hall, Doors("MOKA"), host="127.0.0.1", port=0, column=lambda session: column(session, found)
        )
        self.server.start()
        self.people = [f"{number:024d}" for number in range(24)]

    def go(self, *steps: str) -> None:
        """Have the room go on."""
        for step in steps:
            self.hall.happen(Went(step))

    def vote(self, counts: tuple[int, ...], round_: int, most: int = 24) -> None:
        """Have the others vote, so many of them at most."""
        offered = self.hall.session.now.offered
        votes = [choice for choice, count in zip(offered, counts, strict=False) for _ in range(count)]
        for person, choice in list(zip(self.people, votes, strict=False))[:most]:
            self.hall.happen(Voted(person, self.hall.session.moment, round_, choice))

    def tap(self, letter: int) -> None:
        """Vote on the phone, by the index of a letter."""
        self.page.locator(".choice").nth(letter).tap()
        self.page.get_by_text("Counted. It is safe here.").wait_for()
        self.page.evaluate("document.activeElement.blur()")

    def keep(self, name: str, shows: str = "", *, full: bool = False) -> None:
        """Keep a picture of the page once it shows some words."""
        if shows:
            self.page.get_by_text(shows).first.wait_for()
        self.page.wait_for_timeout(800)
        self.page.evaluate("window.scrollTo(0, 0)")
        self.page.screenshot(path=self.folder / f"room-phone-{name}.png", full_page=full)
        print(name)

    def print(self) -> None:
        """Go through a moment and the end of a workshop."""
        page, origin = self.page, f"http://127.0.0.1:{self.server.port}"
        page.goto(origin)
        self.keep("word", "Which room?")
        for person in self.people:
            self.hall.happen(Joined(person))
        page.goto(f"{origin}/j/MOKA")
        self.keep("join", "You are in")
        self.go("scene")
        self.keep("scene", "Look up")
        self.go("say")
        page.get_by_label("In your own words, if you like").fill("Leslie! How is Maya?")
        page.get_by_role("button", name="Send").tap()
        self.hall.happen(Typed(self.people[0], 0, "I would ask about the sewing."))
        self.hall.happen(Let(self.people[0], 0, True))
        self.keep("say", "I would ask about the sewing.")
        self.go("vote")
        self.keep("vote", "Nobody sees this")
        page.emulate_media(color_scheme="dark")
        self.keep("vote-dark")
        page.emulate_media(color_scheme="light")
        self.vote(FIRST, 1, most=18)
        self.tap(2)
        self.keep("voted", "of 25 voted")
        page.context.set_offline(True)
        page.evaluate("Object.defineProperty(navigator, 'onLine', {value: true})")
        self.keep("waiting", "One moment")
        page.context.set_offline(False)
        page.get_by_text("Counted. It is safe here.").wait_for()
        self.vote(FIRST, 1)
        self.go("talk")
        self.keep("talk", "Find somebody")
        self.go("second")
        self.keep("second", "You chose C first.")
        self.vote(SECOND, 2)
        self.tap(0)
        self.go("reveal")
        self.keep("reveal", "What the room chose")
        self.hall.happen(Took(self.hall.session.now.offered[0], "majority"))
        self.keep("consequence", "The room chose A")
        self.on_to(Step.COLUMNIST)
        self.keep("columnist", "the columnist")
        self.on_to(Step.COLUMN)
        self.keep("column", "Keep the page", full=True)
        self.go("discussion")
        self.keep("discussion", "Your column stays here.")
        self.go("closed")
        self.keep("closed", "The room is closed.")

    def on_to(self, step: Step) -> None:
        """Have the room play on to a step; where nobody votes, the first choice is taken."""
        while self.hall.session.step is not step:
            session = self.hall.session
            empty = session.step is Step.REVEAL and not sum(session.now.counts.values())
            self.hall.happen(Took(session.now.offered[0], "facilitator") if empty else onward(session))

    def close(self) -> None:
        """Stop what was started."""
        self.server.stop()
        self.hall.close()


def main() -> None:
    """Print them."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home, sync_playwright() as driver:
        faces = Path(home) / "fonts.conf"
        faces.write_text(FACES, "utf-8")
        browser = driver.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"], env={**os.environ, "FONTCONFIG_FILE": str(faces)}
        )
        page = browser.new_page(viewport=SIZE, device_scale_factor=1.5, has_touch=True, is_mobile=True)
        page.on("pageerror", lambda error: print("page:", error))
        printer = Printer(page, folder)
        try:
            printer.print()
        finally:
            printer.close()
            browser.close()


if __name__ == "__main__":
    main()
