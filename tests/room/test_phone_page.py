"""The phone page in a real browser, in a room that is really served."""

from __future__ import annotations

import os
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

from game.room.events import Blanked, Extended, Joined, Let, Opened, Took, Typed, Voted, Went
from game.room.going import onward
from game.room.session import Step
from game.room.setup import Manner
from tests.builders import choice, ending, scenario, scene
from tests.room.served import Served, served

CHROMIUM = shutil.which("chromium")
pytestmark = pytest.mark.skipif(CHROMIUM is None and not os.environ.get("COFFEE_FIRST_ALL_TESTS"), reason="needs chromium")
PAGES = Path(__file__).resolve().parents[2] / "game" / "room" / "pages"
COUNTED = "Counted. It is safe here."
WAIT = 15_000
NO_SOCKETS = "window.WebSocket = class { constructor() { setTimeout(() => this.onclose({code: 1006}), 20); } close() {} send() {} };"
MUTE = """const Real = window.WebSocket;
window.WebSocket = class extends Real { constructor(...to) { super(...to); window.mute = () => { this.send = () => {}; this.onmessage = null; }; } };"""
UNPLUG = "window.dispatchEvent(new Event('offline'));"
"""What a phone notices when its network goes: the line is gone, and is looked for again in a second."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as driver:
        launched = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield launched
        launched.close()


@contextmanager
def phone(browser: Browser, room: Served, path: str = "/j/MOKA", *, script: str = "", **how: Any) -> Iterator[Page]:
    """A phone of its own, with the page open; afterwards nothing may have gone wrong in it."""
    context = browser.new_context(**{
        "viewport": {"width": 390, "height": 844}, "device_scale_factor": 2, "has_touch": True, "is_mobile": True, **how,
    })  # fmt: skip
    context.set_default_timeout(WAIT)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: faults.append(said.text) if "Content Security" in said.text else None)
    if script:
        page.add_init_script(script)
    page.goto(room.origin + path)
    yield page
    context.close()
    assert [] == faults


def go(room: Served, *steps: str) -> None:
    for step in steps:
        room.hall.happen(Went(step))


def tap(page: Page, letter: str) -> None:
    page.locator(".choice", has=page.locator("b", has_text=re.compile(f"^{letter}$"))).tap()


def heading(page: Page, words: str) -> None:
    """Wait for a headline."""
    expect(page.locator("h1")).to_have_text(words, timeout=WAIT)


def counted(page: Page) -> None:
    expect(page.locator(".status", has_text=COUNTED)).to_be_visible(timeout=WAIT)


def ballots(room: Served, round_: int = 1) -> list[str]:
    """The letters that are on record for a round of the present moment."""
    now = room.hall.session.now
    held = now.first if round_ == 1 else now.second
    return sorted("ABCDEFGHIJKL"[now.offered.index(ballot.choice)] for ballot in held.ballots.values()) if held else []


# ---------------------------------------------------------------- coming in


def test_the_address_brings_a_phone_straight_in(browser, tmp_path):
    """Scan, and you are in: nothing to install, nothing to type."""
    with served(tmp_path) as room, phone(browser, room, "/j/moka") as page:
        heading(page, "You are in")
        assert ("You are in · Coffee First", 1, 0) == (page.title(), len(room.hall.session.people), page.locator("input").count())


def test_at_the_bare_address_the_word_is_asked_for_and_may_be_wrong_once(browser, tmp_path):
    """A wrong word costs nothing, and small letters will do; afterwards a reload knows the word."""
    with served(tmp_path) as room, phone(browser, room, "/") as page:
        heading(page, "Which room?")
        page.fill("#word", "teas")
        page.keyboard.press("Enter")
        page.get_by_text("That is not this room’s word.").wait_for()
        page.fill("#word", " moka")
        page.keyboard.press("Enter")
        heading(page, "You are in")
        assert (f"{room.origin}/j/MOKA", 1) == (page.url, len(room.hall.session.people))


def test_a_closed_room_says_so_kindly(browser, tmp_path):
    """Who comes too late reads why, and may try again."""
    with served(tmp_path) as room:
        go(room, "scene", "column", "discussion", "closed")
        with phone(browser, room) as page:
            heading(page, "Not this time")
            page.get_by_role("button", name="Try again").tap()
            assert page.get_by_text("This room is closed.").is_visible()


def test_a_name_is_asked_for_only_if_the_room_wants_names(browser, tmp_path):
    """A name, if you like; most rooms need none."""
    with served(tmp_path, manner=Manner(names=True)) as room, phone(browser, room) as page:
        page.get_by_label("A name, if you like").fill("Ann <b>")
        page.get_by_role("button", name="Ready").tap()
        page.get_by_text("Noted.").wait_for()
        assert ["Ann <b>"] == [one.name for one in room.hall.session.people.values()]


def test_a_table_votes_as_one_and_each_of_its_phones_shows_it(browser, tmp_path):
    """What one of the table taps, the others see."""
    with served(tmp_path, manner=Manner(tables=3)) as room, phone(browser, room) as one, phone(browser, room) as two:
        for page in (one, two):
            page.get_by_label("The table where you sit").select_option("2")
            page.get_by_role("button", name="Ready").tap()
            page.get_by_text("Noted.").wait_for()
        go(room, "scene", "vote")
        tap(one, "B")
        counted(one)
        heading(two, "Table 2 chose B")
        assert (["B"], "Table 2 chose B") == (ballots(room), one.inner_text("h1"))


# ---------------------------------------------------------------- voting


@contextmanager
def slow_disk(room: Served) -> Iterator[threading.Event]:
    """A disk that takes nothing before an event is set."""
    disk, goes_on = room.hall._keep, threading.Event()

    def slow(rows: list[Any]) -> None:
        goes_on.wait(10)
        disk(rows)

    room.hall._keep = slow
    yield goes_on
    goes_on.set()


def test_a_vote_is_called_counted_only_once_it_is_on_the_disk(browser, tmp_path):
    """A slow disk is waited for; “Counted” means that a power cut could come now."""
    with served(tmp_path) as room, phone(browser, room) as page:
        go(room, "scene", "vote")
        page.wait_for_selector(".choice")
        with slow_disk(room) as goes_on:
            tap(page, "C")
            heading(page, "You chose C")
            page.wait_for_timeout(300)
            before = page.locator("main").inner_text()
            goes_on.set()
            counted(page)
        assert (False, ["C"]) == (COUNTED in before, ballots(room))


def test_where_two_of_a_table_tap_at_once_both_see_the_last_word(browser, tmp_path):
    """What was tapped first and is acknowledged late does not hide what the other tapped after it."""
    with served(tmp_path, manner=Manner(tables=1)) as room, phone(browser, room) as one, phone(browser, room) as two:
        for page in (one, two):
            heading(page, "You are in")
        for person in list(room.hall.session.people):
            room.hall.happen(Joined(person, "", 1))
        go(room, "scene", "vote")
        two.wait_for_selector(".choice")
        with slow_disk(room) as goes_on:
            tap(one, "A")
            heading(two, "Table 1 chose A")
            tap(two, "C")
            heading(two, "Table 1 chose C")
            goes_on.set()
            for page in (one, two):
                heading(page, "Table 1 chose C")
                counted(page)
        assert ["C"] == ballots(room)


def test_a_vote_may_be_changed_until_it_closes(browser, tmp_path):
    """The letters change it; double taps and second thoughts count once."""
    with served(tmp_path) as room, phone(browser, room) as page:
        go(room, "scene", "vote")
        tap(page, "A")
        tap(page, "A")
        tap(page, "D")
        heading(page, "You chose D")
        counted(page)
        room.hall.happen(Opened(False))
        page.get_by_text("The vote is closed.").wait_for()
        assert (["D"], True) == (ballots(room), page.locator("#choice" + room.hall.session.now.offered[0]).is_disabled())


def test_a_vote_that_comes_after_the_close_is_refused_in_words(browser, tmp_path):
    """Closed means closed, also for a tap that was on its way."""
    with served(tmp_path) as room, phone(browser, room) as page:
        go(room, "scene", "vote")
        tap(page, "A")
        counted(page)
        page.evaluate("() => { " + UNPLUG + " document.querySelectorAll('.choice input')[1].click(); }")
        room.hall.happen(Opened(False))
        expect(page.locator(".status.bad")).to_have_text("The vote is closed.", timeout=WAIT)
        assert (["A"], "You chose A") == (ballots(room), page.inner_text("h1"))


def test_how_sure_is_asked_only_if_the_room_wants_it_and_goes_with_the_vote(browser, tmp_path):
    """How sure are you? It is never scored."""
    with served(tmp_path, manner=Manner(sure=True)) as room, phone(browser, room) as page:
        go(room, "scene", "vote")
        page.get_by_label("quite").check(force=True)
        tap(page, "B")
        counted(page)
        assert [3] == [ballot.sure for ballot in room.hall.session.now.first.ballots.values()]


def test_a_reload_brings_a_phone_back_as_itself_with_its_vote(browser, tmp_path):
    """A phone that reloads is nobody new."""
    with served(tmp_path) as room, phone(browser, room) as page:
        go(room, "scene", "vote")
        tap(page, "B")
        counted(page)
        page.reload()
        heading(page, "You chose B")
        counted(page)
        assert (1, ["B"]) == (len(room.hall.session.people), ballots(room))


def test_two_tabs_of_one_phone_are_one_vote_and_show_the_same(browser, tmp_path):
    """This page may be open twice."""
    with served(tmp_path) as room, phone(browser, room) as one:
        heading(one, "You are in")
        two = one.context.new_page()
        two.goto(f"{room.origin}/j/MOKA")
        heading(two, "You are in")
        go(room, "scene", "vote")
        tap(one, "A")
        heading(two, "You chose A")
        tap(two, "C")
        heading(one, "You chose C")
        assert (1, ["C"]) == (len(room.hall.session.people), ballots(room))


def test_the_keyboard_does_all_that_a_finger_does(browser, tmp_path):
    """Tab to the choices, space to vote, an arrow to change; the focus stays where one was."""
    with served(tmp_path) as room, phone(browser, room) as page:
        go(room, "scene", "vote")
        page.wait_for_selector(".choice")
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        heading(page, "You chose A")
        counted(page)
        page.keyboard.press("ArrowDown")
        heading(page, "You chose B")
        counted(page)
        room.hall.happen(Joined("ben"))
        room.hall.happen(Voted("ben", 0, 1, room.hall.session.now.offered[0]))
        page.get_by_text("of 2 voted").wait_for()
        focus = page.evaluate("document.activeElement.value")
        assert (room.hall.session.now.offered[1], ["A", "B"]) == (focus, ballots(room))


def test_the_choices_are_a_group_named_by_the_question(browser, tmp_path):
    """A screen reader says what is asked, then each letter with its words, before and after the vote."""
    with served(tmp_path) as room, phone(browser, room) as page:
        go(room, "scene", "vote")
        page.wait_for_selector(".choice")
        words = page.locator(".choice .text").first.inner_text()
        names = []
        for _ in range(2):
            group = page.get_by_role("group", name=re.compile("Dana Whitfield"))
            names.append(group.get_by_role("radio", name=f"A {words}", exact=True).count())
            tap(page, "A")
            counted(page)
        assert [1, 1] == names


# ---------------------------------------------------------------- the other steps of a moment


def test_what_is_typed_before_the_options_show_arrives_once_and_may_be_changed(browser, tmp_path):
    """Say it first: optional, for the facilitator's eyes, sent anew as often as one likes."""
    with served(tmp_path, manner=Manner(say_first=True)) as room, phone(browser, room) as page:
        go(room, "scene", "say")
        page.get_by_label("In your own words, if you like").fill("Hello.")
        page.get_by_role("button", name="Send").tap()
        page.get_by_text("Sent. It is safe here.").wait_for()
        page.get_by_label("In your own words, if you like").fill("x" * 300)
        room.hall.happen(Joined("ben"))  # a view may come while somebody types
        page.get_by_role("button", name="Send again").tap()
        page.wait_for_function("() => document.querySelector('.status').textContent.includes('Sent')")
        room.hall.wait(room.hall.number)
        assert ["x" * 240] == [said.text for said in room.hall.session.now.said.values()]


def test_hostile_words_are_shown_as_words(browser, tmp_path):
    """What authors and participants write is text, whatever it looks like."""
    evil = "<img src=x onerror=alert(1)><script>alert(2)</script>"
    story = scenario(scene("s1", choice("a1", "s2", text=evil), choice("b1", "s2")), ending("s2"))
    with served(tmp_path, scenario=story, manner=Manner(say_first=True)) as room, phone(browser, room) as page:
        go(room, "scene", "say")
        room.hall.happen(Joined("ben"))
        room.hall.happen(Typed("ben", 0, evil + "\u202e"))
        room.hall.happen(Let("ben", 0, True))
        page.get_by_text(f"“{evil}”").wait_for()
        go(room, "vote")
        page.locator(".choice", has_text=evil).wait_for()
        assert 0 == page.locator("main img, main script").count()


def test_the_second_round_says_what_one_chose_first_and_the_reveal_what_all_did(browser, tmp_path):
    """First this, then that: for oneself at once, for the room when the room sees it."""
    with served(tmp_path) as room, phone(browser, room) as page:
        go(room, "scene", "vote")
        offered = room.hall.session.now.offered
        for person in ("ben", "cat"):
            room.hall.happen(Joined(person))
            room.hall.happen(Voted(person, 0, 1, offered[0]))
        tap(page, "C")
        counted(page)
        go(room, "talk")
        heading(page, "Talk to your neighbour")
        large = page.inner_text(".big")
        go(room, "second")
        page.get_by_text("In the first vote: C").wait_for()
        tap(page, "B")
        counted(page)
        go(room, "reveal")
        heading(page, "What the room chose")
        lines = page.locator(".result").all_inner_texts()
        shares = page.evaluate("[...document.querySelectorAll('.bar i')].map(bar => bar.style.width)")
    assert ("C", ["first 2, then 0", "first 0, then 1", "first 1, then 0"]) == (large, [line.splitlines()[-1] for line in lines[:3]])
    assert ["100%", "0%", "0%", "50%", "50%", "0%"] == shares[:6]


def test_more_time_is_an_offer_and_is_not_read_aloud(browser, tmp_path):
    """The clock counts down beside the words, quietly; at its end it says to take the time one needs."""
    with served(tmp_path) as room, phone(browser, room, script="const real = Date.now; window.skip = 0; Date.now = () => real() + window.skip;") as page:
        go(room, "scene", "vote")
        room.hall.happen(Extended(75))
        page.reload()
        clock = page.get_by_role("timer")
        expect(clock).to_have_text(re.compile(r"1:1\d left, or as long as you need"), timeout=WAIT)
        page.evaluate("window.skip = 80000")
        expect(clock).to_have_text("Take the time you need", timeout=WAIT)
        assert clock.get_attribute("aria-live") is None


def test_the_column_can_be_kept_and_copied(browser, tmp_path):
    """Keep the page: it opens by itself. Copy: it can be pasted."""
    with served(tmp_path) as room, phone(browser, room) as page:
        go(room, "scene", "column")
        keep = page.get_by_role("link", name="Keep the page")
        keep.wait_for()
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.get_by_role("button", name="Copy").tap()
        page.get_by_text("Copied.").wait_for()
        pasted = page.evaluate("navigator.clipboard.readText()")
        reply = page.locator(".lead").first.inner_text()
        kept = httpx.get(room.origin + keep.get_attribute("href"))
    assert (True, 200) == (reply in pasted, kept.status_code)


# ---------------------------------------------------------------- breaks


def test_a_phone_without_network_says_so_and_comes_back_by_itself(browser, tmp_path):
    """Whose fault it is, what is safe, and nothing to press."""
    with served(tmp_path) as room, phone(browser, room) as page:
        go(room, "scene", "vote")
        tap(page, "C")
        counted(page)
        page.context.set_offline(True)
        heading(page, "One moment")
        said = page.inner_text("main")
        page.context.set_offline(False)
        heading(page, "You chose C")
        counted(page)
    assert (True, True) == ("Your phone has no network." in said, "Your vote, C, is on the laptop" in said)


def test_a_vote_that_has_not_arrived_is_sent_again(browser, tmp_path):
    """Tapped in a dead spot: the page says that it has not arrived, and sends it when it can."""
    with served(tmp_path) as room, phone(browser, room) as page:
        go(room, "scene", "vote")
        page.wait_for_selector(".choice")
        said = page.evaluate(
            "() => { " + UNPLUG + " document.querySelectorAll('.choice input')[1].click(); return document.querySelector('main').textContent; }"
        )
        counted(page)
        assert (True, False, ["B"]) == ("It has not arrived yet. It will be sent again." in said, COUNTED in said, ballots(room))


def test_a_line_that_has_died_in_silence_is_noticed_at_the_next_tap(browser, tmp_path):
    """The phone believes that it is connected, and is not: the tap finds out, and its vote is counted all the same."""
    with served(tmp_path) as room, phone(browser, room, script=MUTE) as page:
        go(room, "scene", "vote")
        page.wait_for_selector(".choice")
        page.evaluate("window.mute()")
        page.clock.install()
        page.clock.fast_forward(5_500)  # so soon after the last look a tap does not look again
        tap(page, "C")
        heading(page, "You chose C")
        page.clock.fast_forward(5_200)
        before = ballots(room)
        for _ in range(10):  # the line is opened anew in the world's time, while the page's clock is pushed on
            page.clock.fast_forward(1_200)
            page.wait_for_timeout(150)
            if page.locator(".status", has_text=COUNTED).is_visible():
                break
        counted(page)
        assert ([], ["C"]) == (before, ballots(room))


def test_a_vote_that_comes_too_late_is_not_counted_and_is_said(browser, tmp_path):
    """The network lost it; the page says so, and does not vote in the next round with it."""
    with served(tmp_path) as room, phone(browser, room) as page:
        go(room, "scene", "vote")
        page.wait_for_selector(".choice")
        room.hall.happen(Joined("ben"))
        room.hall.happen(Voted("ben", 0, 1, room.hall.session.now.offered[0]))
        page.context.set_offline(True)
        page.evaluate("() => { " + UNPLUG + " document.querySelectorAll('.choice input')[1].click(); }")
        go(room, "reveal")
        page.context.set_offline(False)
        page.get_by_text("Your last vote came too late.").wait_for()
        assert (["A"], True) == (ballots(room), page.get_by_text("You did not vote this time.").is_visible())


def test_a_laptop_that_starts_again_has_its_phones_back_with_their_votes(browser, tmp_path):
    """The page says that the laptop stopped, and what is on it; then all goes on, with the same vote."""
    with served(tmp_path) as room:
        go(room, "scene", "vote")
        port = room.server.port
        context = browser.new_context(viewport={"width": 390, "height": 844})
        page = context.new_page()
        page.goto(f"{room.origin}/j/MOKA")
        page.locator(".choice").nth(3).click()
        counted(page)
    heading(page, "One moment")
    said = page.inner_text("main")
    with served(tmp_path, port=port) as room:
        page.mouse.click(200, 400)
        heading(page, "You chose D")
        counted(page)
        assert ["D"] == ballots(room)
        context.close()
    assert (True, True) == ("The laptop in front has stopped" in said, "Your vote, D, is on the laptop" in said)


def test_a_network_without_sockets_loses_nothing(browser, tmp_path):
    """The page asks again and again instead; votes are counted and steps are seen all the same."""
    with served(tmp_path) as room, phone(browser, room, script=NO_SOCKETS) as page:
        heading(page, "You are in")
        go(room, "scene", "vote")
        tap(page, "B")
        counted(page)
        go(room, "reveal")
        heading(page, "What the room chose")
        assert ["B"] == ballots(room)


# ---------------------------------------------------------------- each state, for everybody


@dataclass
class Found:
    """What is wrong with the states that a phone may show, by state; and where the focus was left alone."""

    faults: dict[str, list[str]] = field(default_factory=dict)
    """What axe finds."""
    dark: dict[str, list[str]] = field(default_factory=dict)
    """What has too little contrast when the phone is set to dark."""
    cut: dict[str, int] = field(default_factory=dict)
    """How many things leave their box, or the page, at 320 px and twice the text."""
    small: dict[str, list[str]] = field(default_factory=dict)
    """What is tapped and is lower than 48 px."""
    focused: list[str] = field(default_factory=list)
    """States that one comes to without a change of step: what was in use keeps the focus."""
    titles: dict[str, str] = field(default_factory=dict)


SMALL = """() => [...document.querySelectorAll('label, a, button, summary, input.field, select, textarea')]
    .filter(each => each.control === undefined || each.querySelector('input'))
    .filter(each => each.getBoundingClientRect().height < 48).map(each => each.outerHTML.slice(0, 80))"""
CUT = """() => [...document.querySelectorAll('main *')].filter(each => !each.closest('.vh, svg, .compact .text'))
    .filter(each => each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).display !== 'inline' && each.nodeName !== 'INPUT').length
    + (document.documentElement.scrollWidth > innerWidth ? 100 : 0)"""
AXE = Axe()
LONG = "A sentence that goes on for as long as an author may want it to, with a donaudampfschifffahrtsgesellschaft in it. " * 2
TWELVE = scenario(scene("s1", *(choice(f"c{n}", "s2", text=LONG[:200]) for n in range(12))), ending("s2"))


def look(page: Page, found: Found, state: str) -> None:
    """Look at a state as everybody does: with a screen reader, in the dark, at 320 px and 200 %, with a thumb."""
    focus = page.evaluate("document.activeElement.nodeName")
    rules = [rule["id"] for rule in AXE.run(page).response["violations"]]
    page.emulate_media(color_scheme="dark")
    dark = [rule["id"] for rule in AXE.run(page, options={"runOnly": ["color-contrast"]}).response["violations"]]
    page.emulate_media(color_scheme="light")
    small = page.evaluate(SMALL)
    page.set_viewport_size({"width": 320, "height": 640})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    cut = page.evaluate(CUT)
    page.evaluate("document.documentElement.style.fontSize = ''")
    page.set_viewport_size({"width": 390, "height": 844})
    for where, what in ((found.faults, rules), (found.dark, dark), (found.small, small), (found.cut, cut)):
        if what:
            where[state] = what
    if focus != "H1":
        found.focused.append(state)
    if state in ("lobby", "vote", "second", "talk", "wait"):
        found.titles[state] = page.title()


def test_every_state_is_for_everybody(browser, tmp_path):
    """No violation; contrast in the dark; nothing cut at twice the text; thumbs; focus and title go with the step."""
    found = Found()
    with served(tmp_path / "one", manner=Manner(names=True, tables=2, sure=True, say_first=True)) as room, phone(browser, room, "/") as page:
        hall = room.hall

        def to(step: str, words: str | re.Pattern[str], state: str = "") -> None:
            if step:
                hall.happen(Went(step))
            expect(page.locator("h1")).to_have_text(words, timeout=WAIT)
            look(page, found, state or step)

        to("", "Which room?", "word")
        page.fill("#word", "teas")
        page.keyboard.press("Enter")
        page.get_by_text("That is not").wait_for()
        look(page, found, "wrong word")
        page.fill("#word", "MOKA")
        page.keyboard.press("Enter")
        to("", "You are in", "lobby")
        for n in range(12):
            hall.happen(Joined(f"p{n}"))
        to("scene", "Look up")
        to("say", "What would you say?")
        page.fill("#text", "Hello.")
        page.get_by_role("button", name="Send").tap()
        page.get_by_text("Sent.").wait_for()
        hall.happen(Typed("p1", 0, LONG))
        hall.happen(Let("p1", 0, True))
        page.get_by_text("A sentence that").wait_for()
        look(page, found, "said")
        to("vote", re.compile("Whitfield"))
        offered = hall.session.now.offered
        for n in range(11):
            hall.happen(Voted(f"p{n}", 0, 1, offered[n % 3]))
        tap(page, "B")
        counted(page)
        look(page, found, "counted")
        page.context.set_offline(True)
        to("", "One moment", "wait")
        page.context.set_offline(False)
        counted(page)
        to("talk", "Talk to your neighbour")
        to("second", re.compile("Whitfield"))
        for n in range(11):
            hall.happen(Voted(f"p{n}", 0, 2, offered[0]))
        to("reveal", "What the room chose")
        hall.happen(Took(offered[0], "majority"))
        to("", "The room chose A", "consequence")
        while hall.session.step is not Step.COLUMNIST:
            hall.happen(onward(hall.session))
        page.locator(".kicker", has_text="the columnist").wait_for()
        look(page, found, "columnist")
        for step in ("scene", "column"):
            hall.happen(Went(step))
        page.get_by_role("link", name="Keep the page").wait_for()
        page.get_by_text("Your letter", exact=True).tap()
        look(page, found, "column")
        hall.happen(Went("discussion"))
        page.get_by_text("Your column stays here.").wait_for()
        look(page, found, "discussion")
        hall.happen(Blanked(True))
        to("", "Look up", "blank")
        hall.happen(Blanked(False))
        to("closed", "Thank you")
    with served(tmp_path / "two", scenario=TWELVE) as room, phone(browser, room) as page:
        heading(page, "You are in")
        go(room, "scene", "vote")
        page.wait_for_selector(".choice")
        look(page, found, "twelve choices")
        tap(page, "L")
        counted(page)
        look(page, found, "twelve letters")
    assert Found(
        focused=["word", "wrong word", "said", "counted", "column", "twelve letters"],
        titles={
            "lobby": "You are in · Coffee First", "vote": "Vote · Coffee First", "wait": "One moment · Coffee First",
            "talk": "Talk to your neighbour · Coffee First", "second": "Vote · Coffee First",
        },
    ) == found  # fmt: skip


# ---------------------------------------------------------------- what it is made of


def test_nothing_in_the_page_runs_or_styles_inline_or_comes_from_elsewhere():
    """A strict policy holds; nothing is asked of third parties."""
    text = (PAGES / "phone.html").read_text("utf-8")
    assert [] == re.findall(r"\sstyle=|\son\w+=|<style|<script(?! src=\"/pages/)|https?://|//\w", text)


def test_the_script_keeps_to_what_a_four_year_old_phone_knows():
    """No newer syntax than 2019, and no way for a text to become a page."""
    script = (PAGES / "phone.js").read_text("utf-8")
    assert [] == re.findall(r"\?\.(?!\d)|\?\?|&&=|\|\|=|replaceAll|\.at\(|structuredClone|innerHTML|insertAdjacent|document\.write|eval\(", script)
