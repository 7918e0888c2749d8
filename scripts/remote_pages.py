"""Print the pictures of the facilitator's remote from a room that is really served.

uv run python scripts/remote_pages.py [FOLDER]

Without a folder, those of the handbook, as much as a phone shows at once; with one, every state, each page whole.
"""

from __future__ import annotations

import shutil
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from playwright.sync_api import Page, sync_playwright

from game import resources
from game.authoring import art_in, read
from game.room.events import Arranged, Blanked, Joined, Let, Typed, Voted, Went
from game.room.hall import Hall
from game.room.machine import begin
from game.room.server import RoomServer
from game.room.server.doors import Doors
from game.room.setup import Manner, setup_for

SIZE = {"width": 390, "height": 844}
FIRST, SECOND = (6, 11, 6, 2), (14, 5, 5, 1)
"""Votes for A to D."""
HANDBOOK = {"pairing", "vote", "say", "reveal", "arrange", "discussion"}
TYPED = ("How is the penguin?", "I would say hello, and nothing else.", "you should hug her lol")


class Printer:
    """A room on this machine, a phone in front of it, and a folder for its pictures."""

    def __init__(self, page: Page, folder: Path, *, full: bool) -> None:
        self.page, self.folder, self.full = page, folder, full
        scenario = read(resources.scenarios() / "bakery", art=art_in(resources.assets())).scenario
        assert scenario is not None
        setup = setup_for(scenario, word="MOKA", seed=7, manner=Manner(names=True))
        self.hall = Hall(begin(setup, at=time.time()), lambda rows: None, time.time)
        self.doors = Doors("MOKA")
        self.server = RoomServer(self.hall, self.doors, host="127.0.0.1", port=0)
        self.server.start()
        self.people = [f"{number:024d}" for number in range(25)]

    def go(self, *steps: str) -> None:
        """Have the room go on."""
        for step in steps:
            self.hall.happen(Went(step))

    def vote(self, counts: tuple[int, ...], round_: int) -> None:
        """Have everybody vote."""
        offered = self.hall.session.now.offered
        votes = [choice for choice, count in zip(offered, counts, strict=False) for _ in range(count)]
        for person, choice in zip(self.people, votes, strict=False):
            self.hall.happen(Voted(person, self.hall.session.moment, round_, choice))

    def keep(self, name: str, *, at: str = "main") -> None:
        """Keep a picture of the page, scrolled to a place, once the phone has heard of what happened."""
        if not self.full and name not in HANDBOOK:
            return
        self.page.wait_for_timeout(900)
        self.page.evaluate("at => document.querySelector(at).scrollIntoView()", at)
        self.page.screenshot(path=self.folder / f"room-remote-{name}.png", full_page=self.full)
        print(name)

    def print(self) -> None:
        """Go through a moment and the end of a workshop."""
        self.page.goto(f"http://127.0.0.1:{self.server.port}/remote")
        self.page.wait_for_selector("#code:visible")
        self.keep("pairing")
        code = self.page.inner_text("#code").replace(" ", "")
        assert self.server.pair(code) == ""
        self.page.wait_for_selector("#room:visible")
        for number, person in enumerate(self.people):
            self.hall.happen(Joined(person, "Ann" if number == 3 else ""))
        self.keep("lobby")
        self.go("scene")
        self.keep("scene")
        self.hall.happen(Arranged("say_first", True))
        self.go("say")
        for person, text in zip(self.people, TYPED, strict=False):
            self.hall.happen(Typed(person, 0, text))
        self.hall.happen(Let(self.people[0], 0, True))
        self.keep("say")
        self.go("vote")
        self.vote(FIRST, 1)
        self.keep("vote")
        self.page.click("#rule")
        self.keep("arrange", at="#g-small")
        self.page.click("#rule")
        self.hall.happen(Blanked(True))
        self.keep("dark")
        self.hall.happen(Blanked(False))
        self.go("talk")
        self.keep("talk")
        self.go("second")
        self.vote(SECOND, 2)
        self.keep("second")
        self.go("reveal")
        self.keep("reveal")
        self.page.click("#bars button")
        self.keep("consequence")
        self.go("columnist")
        self.keep("columnist")
        self.go("scene")
        self.page.wait_for_selector("#end:visible")
        self.page.click("#end")
        self.keep("end")
        self.page.wait_for_timeout(700)
        self.page.click("#end")
        self.page.wait_for_selector("text=The room’s column")
        self.keep("column")
        self.go("discussion")
        self.keep("discussion")
        self.go("closed")
        self.keep("closed")
        self.server.stop()
        self.keep("broken")

    def close(self) -> None:
        """Stop what was started."""
        self.server.stop()
        self.hall.close()


def main() -> None:
    """Print them."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport=SIZE, device_scale_factor=2, has_touch=True, is_mobile=True)
        page.on("console", lambda message: print("console:", message.text))
        page.on("pageerror", lambda error: print("page:", error))
        printer = Printer(page, folder, full=len(sys.argv) > 1)
        try:
            printer.print()
        finally:
            printer.close()
            browser.close()


if __name__ == "__main__":
    main()
