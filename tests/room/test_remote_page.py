"""The facilitator's remote in a real browser, in a room that is really served."""

from __future__ import annotations

import re
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from game.language import _, n_
from game.language.pages import in_html, in_script
from game.room.events import Joined, Let, Typed, Untook, Voted, Went
from game.room.remote_view import kicker
from game.room.session import Step
from game.room.setup import Manner
from game.room.taking import Rule, drawn
from game.story.model import Scenario
from tests.room.served import Served, served

PAGES = Path(__file__).resolve().parents[2] / "game" / "room" / "pages"
PHONE = {"width": 390, "height": 844}
SPLIT = (6, 11, 6, 2)
LOT = drawn(("ask-about-maya", "pounce", "study-the-cakes", "tell-the-news"), SPLIT, seed=7, moment=0)
NO_SOCKETS = """
window.WebSocket = class { constructor() { setTimeout(() => this.onerror && this.onerror(), 10); } close() {} send() {} };
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield launched
        launched.close()


class Remote:
    """The facilitator's phone, in front of a room."""

    def __init__(self, room: Served, page: Page) -> None:
        self.room, self.page = room, page
        self.faults: list[str] = []
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", lambda message: self.faults.append(message.text) if "Content Security" in message.text else None)

    @property
    def session(self):
        return self.room.hall.session

    def open(self) -> None:
        self.page.goto(f"{self.room.origin}/remote")

    def pair(self) -> None:
        """Type the number that the phone shows at the laptop."""
        assert "" == self.room.server.pair(self.number())
        self.page.wait_for_selector("#room:visible")

    def number(self) -> str:
        return self.page.wait_for_selector("#code:visible:not(:empty)").inner_text().replace(" ", "")

    def text(self, name: str) -> str:
        return self.page.inner_text(f"#{name}")

    def tap(self, name: str, *, dimmed: bool = False) -> None:
        self.page.locator(name if name.startswith((".", "#")) else f"#{name}").first.click(force=dimmed)

    def double_tap(self, name: str) -> None:
        self.page.evaluate(f"() => {{ const one = document.getElementById('{name}'); one.click(); one.click(); }}")

    def until(self, true, what: str = "") -> None:
        """Wait until something is so; for ten seconds."""
        end = time.monotonic() + 10
        while not true():
            assert time.monotonic() < end, f"{what or 'it'} never came: {self.page.inner_text('main')}"
            self.page.wait_for_timeout(20)

    def at(self, step: str) -> None:
        """Wait until the room, and the phone, stand at a step."""
        self.until(lambda: self.session.step is Step(step), step)
        self.shows("#kick", kicker(self.session))

    def shows(self, name: str, text: str) -> None:
        """Wait until a part of the page can be seen and holds a text."""
        part = self.page.locator(name)
        self.until(lambda: part.is_visible() and text.lower() in part.inner_text().lower(), text)

    def calm(self) -> None:
        """Wait until no answer is awaited any more."""
        self.page.wait_for_function(
            "() => !document.querySelector('#next[aria-disabled]') || document.querySelector('#next').off"
        )

    def go(self, *steps: str) -> None:
        """Have the room go on by other hands."""
        for step in steps:
            self.room.hall.happen(Went(step))
        self.at(steps[-1])

    def people(self, count: int = 25) -> None:
        """Have people come in."""
        for number in range(count):
            self.room.hall.happen(Joined(f"person-{number}"))

    def votes(self, counts: tuple[int, ...] = SPLIT) -> None:
        """Have the room vote: so many for A, for B, and so on."""
        now = self.session
        chosen = [choice for choice, count in zip(now.now.offered, counts, strict=False) for _each in range(count)]
        for number, choice in enumerate(chosen):
            self.room.hall.happen(Voted(f"person-{number}", now.moment, now.round, choice))


@contextmanager
def opened(
    browser: Browser, folder: Path, *, script: str = "", width: int = PHONE["width"], port: int = 0, scenario: Scenario | None = None, **manner
) -> Iterator[Remote]:
    """Serve a room, and open the remote in front of it, on a phone of its own."""
    context = browser.new_context(viewport={**PHONE, "width": width}, device_scale_factor=2, has_touch=True, is_mobile=True)
    try:
        with served(folder, manner=Manner(**manner), port=port, scenario=scenario) as room:
            page = context.new_page()
            page.set_default_timeout(10_000)
            if script:
                page.add_init_script(script)
            remote = Remote(room, page)
            remote.open()
            yield remote
            # before the server, which would wait for its line
            page.close()
            assert [] == remote.faults
    finally:
        context.close()


@contextmanager
def paired(browser: Browser, folder: Path, *steps: str, people: int = 25, **named) -> Iterator[Remote]:
    """The same, with the number typed at the laptop, people in the room, and some steps gone."""
    with opened(browser, folder, **named) as remote:
        remote.pair()
        remote.people(people)
        if steps:
            remote.go(*steps)
        yield remote


# ---------------------------------------------------------------- pairing


def test_six_figures_typed_at_the_laptop_make_this_phone_the_remote(browser, tmp_path):
    """Nothing secret is ever on the projector: the phone shows the number, the laptop takes it."""
    with opened(browser, tmp_path) as remote:
        number = remote.number()
        wrong = remote.room.server.pair(f"{(int(number) + 1) % 1_000_000:06d}")
        assert ("No phone shows that number.", True, False) == (
            wrong, bool(re.fullmatch(r"[0-9]{6}", number)), remote.page.is_visible("#room"),
        )  # fmt: skip
        remote.pair()
        assert ("The bakery", False) == (remote.text("scene"), remote.page.is_visible("#pair"))


def test_a_reload_stays_paired(browser, tmp_path):
    """The phone was in a pocket; nobody types a number twice."""
    with paired(browser, tmp_path, "scene") as remote:
        remote.page.reload()
        remote.page.wait_for_selector("#room:visible")
        assert "In line" == remote.text("scene")


def test_a_phone_with_a_made_up_secret_sees_no_votes_and_is_not_obeyed(browser, tmp_path):
    """Somebody in the third row has found the address of the remote."""
    with paired(browser, tmp_path, "scene", "vote") as remote:
        remote.votes()
        other = browser.new_context()
        page = other.new_page()
        page.add_init_script("localStorage.setItem('coffee-first/remote', 'x'.repeat(22))")
        page.goto(f"{remote.room.origin}/remote")
        page.wait_for_selector("#code:visible:not(:empty)")
        heard = page.evaluate("""() => new Promise(done => {
            const heard = [], line = new WebSocket('ws://' + location.host + '/ws');
            line.onmessage = event => heard.push(JSON.parse(event.data).is);
            line.onopen = () => {
                line.send(JSON.stringify({is: 'hello', role: 'remote', secret: 'x'.repeat(22), word: ''}));
                line.send(JSON.stringify({is: 'do', n: 1, what: 'go', to: 'reveal'}));
                setTimeout(() => done(heard), 400);
            };
        })""")
        other.close()
        assert (["pairing"], Step.VOTE) == (heard, remote.session.step)


def test_a_number_that_has_run_out_is_renewed_by_itself(browser, tmp_path):
    """She looked for the laptop's P for eleven minutes."""
    with opened(browser, tmp_path) as remote:
        remote.page.clock.install()
        remote.open()
        before = remote.number()
        remote.room.doors._clock = lambda: time.time() + 700
        remote.page.clock.fast_forward(21_000)
        remote.until(lambda: remote.number() != before, "another number")
        remote.pair()


# ---------------------------------------------------------------- a moment


def test_a_whole_moment_with_the_large_button(browser, tmp_path):
    """Begin, vote, talk, vote again, show, take, read: one thumb, never looking for another button."""
    with paired(browser, tmp_path) as remote:
        told = []
        for step in ("scene", "vote", "talk", "second", "reveal", "consequence", "columnist", "scene"):
            remote.calm()
            told.append(remote.text("next"))
            remote.tap("next")
            remote.at(step)
            if step in ("vote", "second"):
                remote.votes(SPLIT if step == "vote" else (18, 3, 3, 1))
                remote.shows("#voted", "25 of 25")
                remote.page.wait_for_timeout(450)
        assert [
            "Begin", "Open the vote", "Talk to your neighbour", "Vote again", "Show the votes", "Take A, as most say",
            "The columnist", "On with the story",
        ] == told  # fmt: skip
        assert ("You have my vote", 1) == (remote.text("scene"), remote.session.moment)


def test_she_sees_the_votes_before_the_room_does_and_who_moved_after(browser, tmp_path):
    """Only you see this: eleven for B, and then eleven who changed their minds."""
    with paired(browser, tmp_path, "scene", "vote") as remote:
        remote.votes()
        remote.shows("#voted", "25 of 25 voted")
        rows = [row.inner_text().split("\n") for row in remote.page.locator("#bars li").all()]
        assert ([("A", "6"), ("B", "11"), ("C", "6"), ("D", "2")], "Only you see this", "Split. Let them talk first.") == (
            [(row[0], row[-1]) for row in rows], remote.text("only"), remote.text("advice"),
        )  # fmt: skip
        remote.go("talk", "second")
        remote.votes((14, 5, 5, 1))
        remote.shows("#moves", "11 changed their minds: 8 from B to A")
        assert "first 6" in remote.page.locator("#bars li").first.inner_text()


def test_at_the_reveal_the_choice_is_taken_in_any_of_five_ways(browser, tmp_path):
    """By the majority, by her own thumb, by a lot, by temptation, or both paths; and taken back each time."""
    ways = {
        "#next": ("pounce", "majority", ""), "#bars li:nth-child(3) button": ("study-the-cakes", "facilitator", ""),
        "#tempting": ("pounce", "tempting", ""), "#both": ("pounce", "majority", "ask-about-maya"),
        "#lot": (LOT, "lot", ""),
    }  # fmt: skip
    taken = {}
    with paired(browser, tmp_path, "scene", "vote") as remote:
        remote.votes()
        remote.go("reveal")
        for tapped in ways:
            remote.calm()
            remote.tap(tapped)
            remote.at("consequence")
            now = remote.session.now
            taken[tapped] = now.taken, now.rule, now.other
            remote.room.hall.happen(Untook())
            remote.at("reveal")
    assert ways == taken


def test_a_choice_can_be_taken_back(browser, tmp_path):
    """The wrong answer was tapped; the story had not gone on."""
    with paired(browser, tmp_path, "scene", "vote", "reveal") as remote:
        remote.tap("#bars li:nth-child(1) button")
        remote.at("consequence")
        remote.shows("#back", "Take back")
        remote.calm()
        remote.tap("back")
        remote.at("reveal")
        assert () == remote.session.state.choices


def test_where_she_decides_the_large_button_waits_for_a_tap_on_an_answer(browser, tmp_path):
    """It says so, instead of guessing."""
    with paired(browser, tmp_path, "scene", "vote", "reveal", rule=Rule.FACILITATOR) as remote:
        remote.tap("next", dimmed=True)
        assert ("Tap the way it goes", "Tap one of the answers above") == (remote.text("next"), remote.text("why-main")[:28])


def test_the_large_button_says_when_it_turns_a_page_of_the_screen(browser, tmp_path):
    """A scene of several pages is turned as often as it has pages; only then does it say "Open the vote"."""
    with paired(browser, tmp_path, "scene") as remote:
        remote.room.hall.turned("scene/0")
        remote.shows("#next", "Turn the page")
        remote.room.hall.turned("")
        remote.shows("#next", "Open the vote")


# ---------------------------------------------------------------- nothing twice, nothing by accident


def test_a_double_tap_is_one_step(browser, tmp_path):
    """A nervous thumb does not skip the vote."""
    with paired(browser, tmp_path) as remote:
        remote.double_tap("next")
        remote.at("scene")
        remote.calm()
        assert Step.SCENE is remote.session.step


def test_ending_early_wants_a_second_tap_and_a_double_tap_is_none(browser, tmp_path):
    """The button lies beside the others."""
    with paired(browser, tmp_path, "scene") as remote:
        remote.double_tap("end")
        armed = remote.text("end"), remote.session.step
        remote.page.keyboard.press("Escape")
        remote.shows("#end", "End here")
        remote.tap("end")
        remote.page.wait_for_timeout(650)
        remote.tap("end")
        remote.at("column")
        assert ("Tap again to end here", Step.SCENE) == armed


def test_closing_the_room_wants_a_second_tap(browser, tmp_path):
    """From the last question the large button closes the room, but not at once."""
    with paired(browser, tmp_path, "scene", "column", "discussion") as remote:
        remote.tap("#questions li:nth-child(3) button")
        remote.shows("#next", "Close the room")
        remote.page.wait_for_timeout(450)
        remote.tap("next")
        once = remote.session.step, remote.text("next")
        remote.page.wait_for_timeout(650)
        remote.tap("next")
        remote.at("closed")
        assert ((Step.DISCUSSION, "Tap again to close"), 2) == (once, remote.session.question)


def test_why_a_button_does_nothing_now_stands_beside_it(browser, tmp_path):
    """Never only pale."""
    with paired(browser, tmp_path) as remote:
        remote.tap("reveal", dimmed=True)
        assert "There are no votes to show now." == remote.text("why-small")


def test_what_the_laptop_refuses_is_said_beside_what_was_pressed(browser, tmp_path):
    """Whose fault, in words."""
    with paired(browser, tmp_path) as remote:
        remote.tap("rule")
        remote.page.fill("#table-count", "99")
        remote.tap("set")
        remote.shows("#why-arrange", "“tables” cannot be 99 in a room")


# ---------------------------------------------------------------- the small ones


def test_blank_makes_the_screen_dark_says_so_and_makes_it_light_again(browser, tmp_path):
    """Everybody looks up; nobody looks for the fault."""
    with paired(browser, tmp_path, "scene") as remote:
        remote.tap("blank")
        remote.shows("#dark", "The screen in front is dark.")
        dark = remote.session.blank, remote.text("blank"), remote.page.title().startswith("Dark")
        remote.calm()
        remote.page.wait_for_timeout(650)
        remote.tap("blank")
        remote.until(lambda: not remote.session.blank and not remote.page.is_visible("#dark"))
        assert (True, "Light again", True) == dark


def test_thirty_seconds_more_are_offered_and_shown(browser, tmp_path):
    """Talk goes well; it gets more time."""
    with paired(browser, tmp_path, "scene", "vote", "talk") as remote:
        remote.tap("extend")
        remote.until(lambda: remote.session.timer.seconds == 120)
        remote.until(lambda: remote.text("when").endswith(("2:00 offered", "1:59 offered", "1:58 offered")), "two minutes")


def test_the_vote_is_closed_and_opened_again(browser, tmp_path):
    """Pens down; and up again for the one who came late."""
    with paired(browser, tmp_path, "scene", "vote") as remote:
        remote.tap("open")
        remote.shows("#open", "Open the vote again")
        closed = remote.session.now.first.open
        remote.page.wait_for_timeout(650)
        remote.tap("open")
        remote.until(lambda: remote.session.now.first.open)
        assert closed is False


def test_the_talk_can_be_skipped(browser, tmp_path):
    """There are four minutes left."""
    with paired(browser, tmp_path, "scene", "vote") as remote:
        remote.votes()
        remote.shows("#skip", "Skip the talk")
        remote.tap("skip")
        remote.at("reveal")


def test_how_the_room_plays_is_changed_as_she_goes(browser, tmp_path):
    """Who decides, what is asked, tables, and the whole story."""
    with paired(browser, tmp_path) as remote:
        remote.tap("rule")
        for label in ("The tempting way", "How sure one is, on the phones", "The whole story, not only its cut"):
            remote.page.get_by_label(label).first.check()
            remote.page.wait_for_timeout(650)
        remote.page.fill("#table-count", "6")
        remote.tap("set")
        remote.until(lambda: remote.session.manner.tables == 6)
        manner = remote.session.manner
        assert ("tempting", True, True) == (manner.rule, manner.sure, manner.whole)


def test_a_show_of_hands_is_typed_in_by_letter(browser, tmp_path):
    """No phones; three numbers, an empty one, and a word that is none."""
    with paired(browser, tmp_path, "scene", "vote", people=0) as remote:
        remote.tap("#hands summary")
        fields = remote.page.locator("#fingers input")
        fields.nth(0).fill("nine")
        remote.tap("keep")
        wrong = remote.text("why-hands")
        for number, count in enumerate(("9", "4", "2")):
            fields.nth(number).fill(count)
        remote.tap("keep")
        remote.until(lambda: remote.session.now.first.cast == 15)
        remote.shows("#voted", "15 voted")
        assert "Beside A stands no number." == wrong


def test_a_question_of_the_discussion_is_picked(browser, tmp_path):
    """They have answered the second one already."""
    with paired(browser, tmp_path, "scene", "column", "discussion") as remote:
        remote.tap("#questions li:nth-child(3) button")
        remote.until(lambda: remote.session.question == 2)
        remote.shows("#questions [aria-current=true]", "Now what")


# ---------------------------------------------------------------- what people typed


def test_a_text_is_shown_hidden_and_removed(browser, tmp_path):
    """The unkind one goes for good; the good one is on the screen, without a name."""
    with paired(browser, tmp_path, "scene", "say") as remote:
        remote.room.hall.happen(Typed("person-1", 0, "How is the penguin?"))
        remote.room.hall.happen(Typed("person-2", 0, "you should hug her lol"))
        remote.page.get_by_role("button", name="Show: How is the penguin?").click()
        remote.until(lambda: remote.session.now.said["person-1"].shown)
        remote.tap("texts")
        remote.shows("#why-more", "There is no wall to show them on.")
        remote.page.get_by_role("button", name="Remove: you should hug her lol").click()
        remote.until(lambda: list(remote.session.now.said) == ["person-1"])
        remote.shows("#typed-how", "1 text, 1 shown")
        remote.page.get_by_role("button", name="Hide: How is the penguin?").click()
        remote.until(lambda: not remote.session.now.said["person-1"].shown)


def test_a_name_is_removed(browser, tmp_path):
    with paired(browser, tmp_path, names=True) as remote:
        remote.room.hall.happen(Joined("person-1", "Captain Rude"))
        remote.tap("#people summary")
        remote.page.get_by_role("button", name="Remove the name Captain Rude").click()
        remote.until(lambda: remote.session.people["person-1"].name == "")
        remote.until(lambda: not remote.page.is_visible("#people"))


def test_what_people_type_is_text_and_nothing_else(browser, tmp_path):
    """Whatever somebody types, the page stays the page."""
    hostile = "<img src=x onerror=alert(1)><b>x</b> & \u202etxet"
    with paired(browser, tmp_path, "scene", "say") as remote:
        remote.room.hall.happen(Typed("person-1", 0, hostile))
        remote.shows("#said", "<img src=x onerror=alert(1)><b>x</b> & txet")
        assert 0 == remote.page.locator("#said img, #said li b").count()


# ---------------------------------------------------------------- the line


def test_a_break_is_said_and_mends_itself_and_she_is_still_paired(browser, tmp_path):
    """The laptop was closed, and started again: same address, same remote, same place in the story."""
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    with served(tmp_path) as room:
        remote, port = Remote(room, page), room.server.port
        remote.open()
        remote.pair()
        remote.people()
        remote.go("scene", "vote")
        remote.votes()
        remote.shows("#voted", "25 of 25 voted")
    remote.shows("#line-words", "No line to the laptop")
    remote.tap("next", dimmed=True)
    told = page.get_attribute("#next", "aria-disabled"), remote.text("why-main")[:24]
    with served(tmp_path, port=port) as remote.room:
        remote.until(lambda: not page.is_visible("#line"), "the line")
        remote.calm()
        voted = remote.text("voted")
        remote.tap("next")
        remote.at("talk")
        page.close()
    context.close()
    assert (("true", "The laptop does not hear"), "25 of 25 voted") == (told, voted)


def test_where_no_socket_gets_through_it_asks_again_and_again(browser, tmp_path):
    """A guest network strips sockets; the remote is a little slower, and works."""
    with opened(browser, tmp_path, script=NO_SOCKETS) as remote:
        remote.pair()
        remote.tap("next")
        remote.at("scene")
        remote.calm()
        remote.tap("next")
        remote.at("vote")


# ---------------------------------------------------------------- for everybody


TYPED = "How is the penguin, and how is everybody at the preschool? "


def walk(remote: Remote) -> Iterator[str]:
    """Go through every state of the page, and yield a name at each."""
    remote.number()
    yield "pairing"
    remote.pair()
    remote.people()
    yield "lobby"
    remote.tap("rule")
    yield "set up"
    remote.tap("rule")
    remote.go("scene", "say")
    remote.room.hall.happen(Joined("person-3", "Ann"))
    for number in (1, 2):
        remote.room.hall.happen(Typed(f"person-{number}", 0, TYPED * 3))
    remote.room.hall.happen(Let("person-1", 0, True))
    remote.shows("#typed-how", n_("{n} text, {shown} shown.", "{n} texts, {shown} shown.", 2, shown=1))
    yield "say"
    remote.go("vote")
    remote.votes()
    remote.tap("#hands summary")
    remote.shows("#voted", _("{cast} of {voters} voted", cast=25, voters=25))
    remote.tap("blank")
    remote.shows("#dark", _("The screen in front is dark."))
    remote.calm()
    yield "vote, dark"
    remote.tap("extend")
    remote.go("talk", "second")
    remote.votes((14, 5, 5, 1))
    remote.shows("#moves", "11")
    yield "second"
    remote.go("reveal")
    remote.tap("skip", dimmed=True)
    yield "reveal"
    remote.tap("#bars li:nth-child(1) button")
    remote.at("consequence")
    remote.tap("#script summary")
    yield "consequence"
    remote.go("columnist", "scene")
    remote.tap("end")
    yield "end"
    remote.go("column", "discussion")
    yield "discussion"
    remote.go("closed")
    yield "closed"
    remote.room.server.stop()
    remote.shows("#line-words", _("The room is closed, and the laptop answers no more."))
    yield "broken"


def test_every_state_is_for_everybody(browser, tmp_path):
    """axe-core finds nothing; 320 points wide or with letters twice as large nothing is cut; each target has 48 points."""
    axe, faults = Axe(), []
    with opened(browser, tmp_path, names=True) as remote:
        for name in walk(remote):
            remote.page.wait_for_timeout(220)
            result = axe.run(remote.page)
            if result.violations_count:
                faults.append(f"{name}: {result.generate_report()}")
            for width, size in ((320, "100%"), (390, "200%"), (390, "")):
                remote.page.set_viewport_size({**PHONE, "width": width})
                faults += [f"{name} at {width}, {size}: {each}" for each in remote.page.evaluate(CUT, size)]
    assert "" == "\n".join(faults)


CUT = """size => {
    const faults = [], root = document.documentElement;
    root.style.fontSize = size;
    if (root.scrollWidth > root.clientWidth) faults.push('wider than the phone by ' + (root.scrollWidth - root.clientWidth));
    document.querySelectorAll('button, summary, .pick, input[inputmode], h2, p, #code').forEach(each => {
        const box = each.getBoundingClientRect();
        if (!box.width || each.className === 'unseen') return;
        const says = each.id + ' ' + each.textContent.slice(0, 30);
        if (each.scrollWidth > each.clientWidth + 1) faults.push('cut: ' + says);
        if (/BUTTON|SUMMARY|INPUT|LABEL/.test(each.tagName) && box.height < 47.9) faults.push(box.height + ' high: ' + says);
    });
    return faults;
}"""


def test_the_keyboard_does_it_too_and_the_focus_stays(browser, tmp_path):
    """Tab, Enter, and Enter again: the large button keeps the focus while its words change."""
    with paired(browser, tmp_path) as remote:
        remote.page.focus("#next")
        for step in ("scene", "vote"):
            remote.calm()
            remote.page.keyboard.press("Enter")
            remote.at(step)
        remote.calm()
        assert "next" == remote.page.evaluate("document.activeElement.id")
        remote.page.keyboard.press("Tab")
        assert "back" == remote.page.evaluate("document.activeElement.id")


def test_a_screen_reader_is_told_each_step_and_when_a_vote_closes_but_not_each_vote(browser, tmp_path):
    """Twenty-five votes are one sentence."""
    with paired(browser, tmp_path, "scene", "vote") as remote:
        remote.shows("#live", "first vote. In line. Next: Show the votes")
        remote.votes()
        remote.shows("#voted", "25 of 25")
        during = remote.text("live")
        remote.tap("open")
        remote.shows("#live", "The vote is closed: A 6, B 11, C 6, D 2.")
        remote.go("talk")
        remote.shows("#live", "talking")
        assert "first vote. In line" in during


def test_the_page_is_small_and_keeps_to_the_policy():
    """Below 30 kB as it goes over the air, no script or style inside, text only as text."""
    html, css, js = ((PAGES / f"remote.{kind}").read_text("utf-8") for kind in ("html", "css", "js"))
    html, js = in_html(html), in_script(js)
    assert (True, None, None) == (
        len((html + css + js).encode()) < 30_000, re.search(r"<style| style=| on\w+=|<script>", html),
        re.search(r"innerHTML|outerHTML|insertAdjacent|document\.write|eval\(|https?://", js),
    )  # fmt: skip
