"""The phone page and the remote in other languages, in a real browser: complete, unclipped, for everybody, and small."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

from game import resources
from game.authoring.translated import in_language
from game.language import Tongue, _, speak
from game.language.catalogues import tongue_of
from game.language.pages import in_script
from game.language.pseudo import PSEUDO, pseudo, said
from game.language.tongues import COMPLETE
from game.room.events import Blanked, Joined, Let, Took, Typed, Voted, Went
from game.room.going import onward
from game.room.session import Step
from game.room.setup import Manner
from game.story.model import Scenario
from game.story.texts import in_other_words
from tests.language.test_pseudo import names_of, unmarked
from tests.room.served import served, shipped
from tests.room.test_phone_page import CUT as CUT_ON_PHONE
from tests.room.test_phone_page import WAIT, phone
from tests.room.test_remote_page import CUT as CUT_ON_REMOTE
from tests.room.test_remote_page import TYPED, opened, walk

CHROMIUM = shutil.which("chromium")
in_a_browser = pytest.mark.skipif(CHROMIUM is None and not os.environ.get("COFFEE_FIRST_ALL_TESTS"), reason="needs chromium")
LANGUAGES = ("qps", "es", "de")
LEFTWARD = Tongue("ar", "العربية", leftward=True, catalogue=PSEUDO.catalogue)
PARTS = ("", "pages/phone.css", "pages/phone.js", "pages/head.woff2")
OWN = {"Ann", "MOKA", "COFFEE", "FIRST", "Wi", "Fi", "JavaScript", "WI", "FI", "min"}
AXE = Axe()
SEEN = """() => [document.title, document.body.innerText,
    ...[...document.querySelectorAll('[aria-label], [placeholder]')].map(each => each.getAttribute('aria-label') || each.placeholder)]"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as driver:
        launched = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield launched
        launched.close()


def story(code: str) -> Scenario:
    """Return the bakery in a language."""
    return in_other_words(shipped(), said) if code == "qps" else in_language(shipped(), resources.scenarios() / "bakery", code)


def left_in_english(page: Page) -> list[str]:
    """Return the words on a page that nobody marked, but for what people typed."""
    names = names_of("bakery") | OWN
    return [word for text in page.evaluate(SEEN) for word in unmarked(text.replace(TYPED.strip(), ""), names)]


def to_each_state(browser: Browser, folder, code: str) -> Iterator[tuple[str, Page]]:
    """Have a phone go through a workshop, and yield its page at each state."""
    manner = Manner(names=True, tables=2, sure=True, say_first=True)
    with served(folder, manner=manner, scenario=story(code)) as room, phone(browser, room, "/") as page:
        hall = room.hall

        def shows(words: str) -> None:
            expect(page.locator("main")).to_contain_text(words, timeout=WAIT, ignore_case=True)

        shows(_("Which room?"))
        page.fill("#word", "teas")
        page.keyboard.press("Enter")
        shows(_("That is not this room’s word. It stands on the screen in front."))
        yield "wrong word", page
        page.fill("#word", "MOKA")
        page.keyboard.press("Enter")
        shows(_("You are in"))
        for n in range(12):
            hall.happen(Joined(f"p{n}"))
        yield "lobby", page
        hall.happen(Went("scene"))
        shows(_("Look up"))
        yield "scene", page
        hall.happen(Went("say"))
        hall.happen(Typed("p1", 0, "Ñó."))
        hall.happen(Let("p1", 0, True))
        shows("Ñó.")
        yield "say", page
        hall.happen(Went("vote"))
        page.wait_for_selector(".choice")
        offered = hall.session.now.offered
        for n in range(11):
            hall.happen(Voted(f"p{n}", 0, 1, offered[n % 3]))
        yield "vote", page
        page.locator(".choice").nth(1).tap()
        shows(_("Counted. It is safe here."))
        yield "counted", page
        hall.happen(Went("talk"))
        shows(_("Talk to your neighbour"))
        yield "talk", page
        hall.happen(Went("second"))
        shows(_("second vote"))
        for n in range(11):
            hall.happen(Voted(f"p{n}", 0, 2, offered[0]))
        yield "second", page
        hall.happen(Went("reveal"))
        shows(_("What the room chose"))
        yield "reveal", page
        hall.happen(Took(offered[0], "majority"))
        shows(_("what happened"))
        yield "consequence", page
        while hall.session.step is not Step.COLUMNIST:
            hall.happen(onward(hall.session))
        shows(_("the columnist"))
        yield "columnist", page
        hall.happen(Went("scene"))
        hall.happen(Went("column"))
        shows(_("Keep the page"))
        page.locator("summary").first.tap()
        yield "column", page
        hall.happen(Went("discussion"))
        shows(_("Say it to each other. Your column stays here."))
        yield "discussion", page
        hall.happen(Blanked(True))
        shows(_("Nothing is needed here for the moment."))
        yield "blank", page
        hall.happen(Blanked(False))
        hall.happen(Went("closed"))
        shows(_("The room is closed."))
        yield "closed", page


def axe_finds(page: Page) -> list[str]:
    """Return what axe finds, but for a language that nobody speaks."""
    found = [rule["id"] for rule in AXE.run(page).response["violations"]]
    return [rule for rule in found if rule != "html-lang-valid" or page.evaluate("document.documentElement.lang") != "qps"]


def faults_of(page: Page) -> list[str]:
    """Return what is wrong with the phone page as it stands: for a screen reader, and at 320 px with the text as it is and twice it."""
    found = axe_finds(page)
    page.set_viewport_size({"width": 320, "height": 640})
    for size in ("100%", "200%"):
        page.evaluate(f"document.documentElement.style.fontSize = '{size}'")
        if cut := page.evaluate(CUT_ON_PHONE):
            found.append(f"{cut} cut at {size}")
    page.evaluate("document.documentElement.style.fontSize = ''")
    page.set_viewport_size({"width": 390, "height": 844})
    return found


@in_a_browser
@pytest.mark.parametrize("code", LANGUAGES)
def test_the_phone_page_speaks_the_rooms_language(browser, tmp_path, code: str):
    """In every state: nothing in English where all is marked, nothing cut on a narrow phone, nothing that axe finds."""
    speak(tongue_of(code))
    faults: list[str] = []
    for state, page in to_each_state(browser, tmp_path, code):
        faults += [f"{state}: {each}" for each in faults_of(page)]
        if code == "qps":
            faults += [f"{state}: {each!r} is English" for each in left_in_english(page)]
    assert [] == faults


@in_a_browser
def test_a_language_from_right_to_left_turns_the_phone_page_round(browser, tmp_path):
    """The page says its direction, letters stand at the right of their answers, and nothing is cut."""
    speak(LEFTWARD)
    found: list[object] = []
    for state, page in to_each_state(browser, tmp_path, "qps"):
        if state == "vote":
            letter, words = (page.locator(f".choice >> nth=0 >> {part}").bounding_box() for part in ("b", ".text"))
            found += [page.evaluate("document.dir"), letter["x"] > words["x"]]
        found += [f"{state}: {each}" for each in faults_of(page)]
    assert ["rtl", True] == found


@in_a_browser
@pytest.mark.parametrize("code", LANGUAGES)
def test_the_remote_speaks_the_rooms_language(browser, tmp_path, code: str):
    """From the number that pairs it to the line that breaks: nothing in English, nothing cut, nothing that axe finds."""
    speak(tongue_of(code))
    faults: list[str] = []
    with opened(browser, tmp_path, scenario=story(code), names=True) as remote:
        for name in walk(remote):
            remote.page.wait_for_timeout(220)  # the newest words of the live region come a little later
            faults += [f"{name}: {each}" for each in axe_finds(remote.page)]
            remote.page.set_viewport_size({"width": 320, "height": 700})
            faults += [f"{name}: {each}" for each in remote.page.evaluate(CUT_ON_REMOTE, "100%")]
            remote.page.set_viewport_size({"width": 390, "height": 844})
            if code == "qps":
                faults += [f"{name}: {each!r} is English" for each in left_in_english(remote.page)]
    assert [] == faults


@in_a_browser
def test_a_phone_that_is_open_while_the_language_changes_is_told_in_the_new_one(browser, tmp_path):
    """The facilitator changes the language: phones load their page once more, and are who they were."""
    with served(tmp_path) as room, phone(browser, room) as page:
        expect(page.locator("h1")).to_have_text("You are in", timeout=WAIT)
        speak(PSEUDO)
        room.hall.tell()
        expect(page.locator("h1")).to_have_text(_("You are in"), timeout=WAIT)
        assert ("qps", 1) == (page.evaluate("document.documentElement.lang"), len(room.hall.session.people))


# ---------------------------------------------------------------- as it goes over the air


@pytest.mark.parametrize("code", COMPLETE)
def test_the_whole_page_stays_below_30_kilobytes_in_every_language(tmp_path, code: str):
    """Page, style, script and type together, as a phone loads them."""
    speak(tongue_of(code))
    with served(tmp_path) as room:
        sizes = {part: len(httpx.get(f"{room.origin}/{part}").content) for part in PARTS}
    assert sum(sizes.values()) < 30_000, sizes


def test_a_page_says_which_language_it_is_in_whatever_the_phone_would_rather_read(tmp_path):
    """One room speaks one language: what the laptop says and what the page says must be alike."""
    speak(PSEUDO)
    with served(tmp_path) as room:
        page = httpx.get(room.origin, headers={"accept-language": "en"}).text
    assert ['<html lang="qps" dir="ltr">', f"<h1>{pseudo('One moment')}</h1>"] == re.findall(r"<html[^>]*>|<h1>.*</h1>", page)


class _Sly:
    """A catalogue of somebody who means no good."""

    def gettext(self, message: str) -> str:
        return "</script>\"'`${alert(1)}\\" if "{" not in message else "{constructor} `${1}` {name}"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return "`+alert({n})+`"

    def pgettext(self, context: str, message: str) -> str:
        return message


def test_a_catalogue_cannot_put_code_into_a_page():
    """Whatever a translation holds, it stays a text of the script, and names nothing that the English does not."""
    speak(Tongue("xx", "Sly", catalogue=_Sly()))
    made = in_script("say(_('Hello'));\nsay(_('Hello, {name}'));\nsay(n_('{n} cup', '{n} cups', all.cups));")
    assert [
        r'''say("</script>\"'`${alert(1)}\\");''', "say(`Hello, ${name}`);",
        r"say((all.cups==1?`\`+alert(${all.cups})+\``:`\`+alert(${all.cups})+\``));",
    ] == made.splitlines()
