"""The pages before and around a vote: what keys do, what stands on the page, and that every page holds."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
import segno
from hypothesis import given
from hypothesis import settings as bounded
from hypothesis import strategies as st

from game import resources
from game.authoring import art_in, read
from game.projector.around import Around, Wifi
from game.projector.code import QUIET, code, modules
from game.projector.frame import RoomScreen
from game.projector.intents import Backward, ClosePage, Happen, Onward, OpenPage, OtherNetwork, Pair, RoomIntents
from game.projector.screens.arrange import ArrangeScreen
from game.projector.screens.blank import BlankScreen
from game.projector.screens.hands import HandsScreen
from game.projector.screens.keys import KeysScreen
from game.projector.screens.lobby import LobbyScreen
from game.projector.screens.manner import held, rows_of
from game.projector.screens.pairing import PairingScreen
from game.projector.screens.say_first import SayFirstScreen
from game.projector.screens.talk import TalkScreen
from game.room.errors import Refused
from game.room.events import Arranged, Blanked, Event, Extended, Hands, Joined, Let, Removed, Typed, Voted, Went
from game.room.machine import apply, begin
from game.room.session import Participant, Session
from game.room.setup import Manner, setup_for
from game.stage.components import Desk
from game.stage.page import Box, Fill, Page, Picture, Sketch, Words
from game.stage.theme import PAPER, PROJECTOR, Theme
from game.story.condition import ALWAYS
from game.story.model import Part, Scenario, Speech
from tests import builders
from tests.stage.checks import desk as stage_desk
from tests.stage.checks import faults, gallery

SHIPPED = ("bakery", "laid-off", "rotary-prospect")
LONG = (
    "I wanted to say how sorry I am about the list, and that I would like to make it good before anybody else has to "
    "hear of it, if you will let me, at an hour and in a place which are good for you."
)
ADDRESS = Around(address="192.168.1.20:8080")
LIBRARY = replace(ADDRESS, network="wlan0 · Millbrook Library Guest", networks=2, wifi=Wifi("Millbrook Library Guest", "penguins"))


@cache
def shipped(name: str) -> Scenario:
    """Return a scenario that comes with the game."""
    found = read(resources.scenarios() / name, art=art_in(resources.assets())).scenario
    assert found is not None
    return found


@cache
def wordy(count: int, text: str = "", asked: str = "Well, look at you. You have my vote, you know.") -> Scenario:
    """Return a scenario whose first moment has so many choices, all with a text, after a line of Leslie's."""
    choices = [builders.choice(f"c{number}", text=text or f"Say number {number}.") for number in range(count)]
    return builders.scenario(builders.scene("hello", *choices, script=(Part(ALWAYS, (Speech("leslie", "warm", "", asked),)),)))


def room(story: Scenario | str, *events: Event, people: int = 0, **manner: object) -> Session:
    """Return a session after some events, with so many people in it."""
    played = shipped(story) if isinstance(story, str) else story
    session = begin(setup_for(played, word="MOKA", seed=3, manner=Manner(**manner)), at=0.0)  # type: ignore[arg-type]
    session = replace(session, people={f"p{number}": Participant() for number in range(people)})
    for event in events:
        session = apply(session, event, at=10.0)
    return session


SAY = (Went("scene"), Went("say"))
VOTE = (Went("scene"), Went("vote"))
TALK = (*VOTE, Went("talk"))


@cache
def desks() -> tuple[Desk, ...]:
    """Return what a room's pages are set with: both looks, at 16:9 and at 16:10."""
    return tuple(
        replace(stage_desk((1920, height), 100), theme=Theme(palette, 1.0, False))
        for palette in (PAPER, PROJECTOR)
        for height in (1080, 1200)
    )


def everywhere(screen: RoomScreen) -> list[str]:
    """Return the faults of a screen in both looks and at both heights."""
    pages = [screen.page(each, gallery()) for each in desks()]
    return [f"{number}: {fault}" for number, page in enumerate(pages) for fault in (*faults(page), *too_small(page), *keys_below(page))]


def too_small(page: Page) -> list[str]:
    """Return the words that the back row could not read: only keys and what they do may be below 36 points."""
    hints = min((target.box.y for target in page.targets if target.box.bottom > page.height - 30), default=page.height)
    column = [target.box for target in page.targets if target.box.h < 80 and target.box.y > page.height * 0.7]
    return [
        f"{mark.text!r} has {mark.style.size} points" for mark in page.marks
        if isinstance(mark, Words) and mark.style.size < 36 and mark.baseline < hints
        and not any(box.holds(mark.box.x + 4, mark.baseline - 4) for box in column)
    ]


def keys_below(page: Page) -> list[str]:
    """Return the words that stand between the page and its keys, where the keys should have a row of their own."""
    return [f"the keys need two rows at {mark.box.y}" for mark in page.marks if _is_second_row(mark, page)]


def _is_second_row(mark: object, page: Page) -> bool:
    return isinstance(mark, Words) and mark.style.size == 27 and mark.baseline < page.height - 21 and not _is_column(page)


def _is_column(page: Page) -> bool:
    """Return whether the keys stand beside a code over the whole height."""
    return any(isinstance(mark, Fill) and mark.colour == (255, 255, 255) and mark.box.h > 1000 for mark in page.marks)


def printed(screen: RoomScreen) -> str:
    """Return all words of a page, as the room sees them."""
    page = screen.page(desks()[0], gallery())
    return " ".join(mark.text for mark in page.marks if isinstance(mark, Words))


def walked(screen: RoomScreen, *keys: str) -> RoomIntents:
    """Return what the last of some keys asks for; each page is set in between, as in the window."""
    asked: RoomIntents = ()
    for key in keys:
        screen.page(desks()[0], gallery())
        asked = screen.handle(key)
    return asked


# ---------------------------------------------------------------- the lobby


@pytest.mark.parametrize("people", [0, 1, 23, 40, 41, 400, 401, 1_000, 5_000])
@pytest.mark.parametrize("around", [ADDRESS, LIBRARY, Around(), replace(LIBRARY, trouble="The laptop’s disk takes no more: it is full.")])
def test_the_lobby_holds_with_any_number_of_people(people: int, around: Around):
    """Nobody, one, a class or a hall: nothing overlaps, and the back row can read it."""
    assert [] == everywhere(LobbyScreen(room("bakery", people=people), around))


@pytest.mark.parametrize("keys", [("h",), ("w",), ("s",)])
@pytest.mark.parametrize(
    "address", ["192.168.1.20:8080", "10.0.0.1", "[2001:db8:85a3:8d3:1319:8a2e:370:7348]:8080", "conference-laptop-of-the-library.local:8080"]
)
def test_the_lobby_holds_with_any_address(keys: tuple[str, ...], address: str):
    """A long address is set smaller or broken, also beside a code that fills the height."""
    around = replace(LIBRARY, address=address, network="en0 · " + "W" * 32, wifi=Wifi("W" * 32, "p" * 63))
    screen = LobbyScreen(room("bakery", people=23), around)
    assert [] == everywhere(screen)
    walked(screen, *keys)
    assert [] == everywhere(screen)


@pytest.mark.parametrize("keys", [(), ("h",), ("w",)])
def test_no_word_stands_on_a_code(keys: tuple[str, ...]):
    """A camera finds the code alone in its white square, also where the page is 16:10."""
    screen = LobbyScreen(room("bakery", people=1_000), LIBRARY)
    walked(screen, *keys)
    for page in (screen.page(each, gallery()) for each in desks()):
        words = [mark for mark in page.marks if isinstance(mark, Words)]
        assert [] == [mark.text for mark in words for square in squares(page) if mark.box.inset(2).meets(square)]


def test_a_long_title_does_not_run_into_the_masthead():
    """A trainer's title may be a sentence."""
    story = replace(wordy(2), title="The afternoon on which everybody wanted something from everybody else at once " * 2)
    assert [] == everywhere(LobbyScreen(room(story, people=2), LIBRARY))


@pytest.mark.parametrize(
    ("people", "says"),
    [(0, "Nobody yet. The first bean is yours."), (1, "1 person is here"), (40, "40 people are here"), (1_000, "1,000 here")],
)
def test_the_lobby_counts_in_words(people: int, says: str):
    """At nobody it is kind; a hall is told in thousands."""
    assert says in LobbyScreen(room("bakery", people=people), ADDRESS).text()


@pytest.mark.parametrize(("people", "filled"), [(0, 0), (1, 1), (23, 23), (40, 40)])
def test_there_is_a_bean_for_each_person_up_to_forty(people: int, filled: int):
    """Forty beans, and as many full ones as people; beyond forty the figure alone tells."""
    page = LobbyScreen(room("bakery", people=people), ADDRESS).page(desks()[0], gallery())
    beans = [mark for mark in page.marks if isinstance(mark, Sketch) and len(mark.shapes) > 2]
    full = [bean for bean in beans if any(shape.colour == PAPER.espresso for shape in bean.shapes)]
    assert (40, filled) == (len(beans), len(full))


def test_beyond_forty_the_figure_stands_alone():
    """Nobody counts beans in a hall."""
    page = LobbyScreen(room("bakery", people=41), ADDRESS).page(desks()[0], gallery())
    assert [] == [mark for mark in page.marks if isinstance(mark, Sketch) and len(mark.shapes) > 2]


def scanned(page: Page, square: Box, count: int) -> list[list[bool]]:
    """Return the modules that a camera would see inside a square, `count` in a row with the quiet edge left out."""
    blacks = [mark.box for mark in page.marks if isinstance(mark, Fill) and mark.colour == (0, 0, 0)]
    blacks = [box for box in blacks if square.holds(box.x + 0.01, box.y + 0.01)]
    left, top = min(box.x for box in blacks), min(box.y for box in blacks)
    size = (max(box.right for box in blacks) - left) / count
    return [
        [any(box.holds(left + (x + 0.5) * size, top + (y + 0.5) * size) for box in blacks) for x in range(count)]
        for y in range(count)
    ]


def squares(page: Page) -> list[Box]:
    """Return the white squares of the codes."""
    return [mark.box for mark in page.marks if isinstance(mark, Fill) and mark.colour == (255, 255, 255) and mark.box.w == mark.box.h]


@pytest.mark.parametrize("keys", [(), ("h",)])
@pytest.mark.parametrize("look", range(4))
def test_the_code_that_is_printed_says_the_address_with_the_word(keys: tuple[str, ...], look: int):
    """What the camera reads is exactly http://192.168.1.20:8080/j/MOKA."""
    screen = LobbyScreen(room("bakery", people=3), ADDRESS)
    walked(screen, *keys)
    page = screen.page(desks()[look], gallery())
    wanted = [[bool(module) for module in row] for row in segno.make_qr("http://192.168.1.20:8080/j/MOKA", error="m").matrix]
    assert wanted == scanned(page, squares(page)[0], len(wanted))


@pytest.mark.parametrize("keys", [(), ("w",)])
def test_the_second_code_joins_the_wifi_whatever_its_name(keys: tuple[str, ...]):
    """A name with a semicolon, a password with a quotation mark: the phone still joins."""
    screen = LobbyScreen(room("bakery"), replace(ADDRESS, wifi=Wifi("Fred; and Ann’s", 'a"b:c\\d,e')))
    walked(screen, *keys)
    page = screen.page(desks()[0], gallery())
    wanted = modules('WIFI:T:WPA;S:Fred\\; and Ann’s;P:a\\"b\\:c\\\\d\\,e;;')
    assert [list(row) for row in wanted] == scanned(page, squares(page)[-1], len(wanted))


@given(text=st.text(st.characters(codec="utf-8"), min_size=1, max_size=120), side=st.floats(120, 1150))
@bounded(max_examples=30, deadline=None)
def test_a_code_keeps_its_quiet_edge(text: str, side: float):
    """Cameras ask for four modules of white around the code, at any size."""
    blacks = [mark.box for mark in code(text, 100, 50, side, (0, 0, 0)) if isinstance(mark, Fill) and mark.colour == (0, 0, 0)]
    size = min(box.h for box in blacks)
    edge = min(
        min(box.x for box in blacks) - 100, min(box.y for box in blacks) - 50,
        100 + side - max(box.right for box in blacks), 50 + side - max(box.bottom for box in blacks),
    )
    assert edge >= QUIET * size - 1e-6


def test_the_code_over_the_whole_height_is_as_large_as_the_page_allows():
    """A hall scans from its last row: the code takes the page from top to bottom."""
    screen = LobbyScreen(room("bakery"), ADDRESS)
    walked(screen, "h")
    assert [1032.0, 1152.0] == [squares(screen.page(each, gallery()))[0].w for each in desks()[:2]]


@pytest.mark.parametrize("keys", [(), ("h",), ("w",), ("s",)])
def test_the_password_is_printed_nowhere(keys: tuple[str, ...]):
    """It is in the code only: neither on the page nor read aloud."""
    screen = LobbyScreen(room("bakery", people=5), LIBRARY)
    walked(screen, *keys)
    assert "penguins" not in printed(screen) + " ".join(screen.text())


@pytest.mark.parametrize(
    ("around", "keys", "intents"),
    [
        (ADDRESS, ("space",), (Onward(),)),
        (ADDRESS, ("left",), (Backward(),)),
        (ADDRESS, ("n",), ()),
        (LIBRARY, ("n",), (OtherNetwork(),)),
        (LIBRARY, ("h", "left"), ()),
        (LIBRARY, ("h", "left", "left"), (Backward(),)),
        (LIBRARY, ("h", "space"), (Onward(),)),
        (LIBRARY, ("s",), (Happen(Arranged("phones", False)),)),
        (LIBRARY, ("o",), (OpenPage("arrange"),)),
        (LIBRARY, ("p",), (OpenPage("pair"),)),
        (LIBRARY, ("k",), (OpenPage("keys"),)),
        (Around(), ("s",), ()),
        (Around(), ("space",), (Onward(),)),
    ],
)
def test_keys_of_the_lobby(around: Around, keys: tuple[str, ...], intents: RoomIntents):
    """Space begins; N names another network where there is one; what is enlarged is put back first."""
    assert intents == walked(LobbyScreen(room("bakery", people=2), around), *keys)


@pytest.mark.parametrize("key", ["h", "w"])
def test_the_same_key_brings_the_lobby_back(key: str):
    """What a key enlarges or puts away, it brings back."""
    screen = LobbyScreen(room("bakery", people=2), LIBRARY)
    before = screen.page(desks()[0], gallery())
    walked(screen, key)
    assert before != screen.page(desks()[0], gallery())
    walked(screen, key)
    assert before == screen.page(desks()[0], gallery())


def test_other_networks_are_offered_only_where_there_are_some():
    """Nobody is asked to choose between one."""
    assert ("other network" in printed(LobbyScreen(room("bakery"), LIBRARY))) > ("other network" in printed(LobbyScreen(room("bakery"), ADDRESS)))


def test_without_a_server_the_room_plays_by_hands_and_says_why():
    """No code that leads nowhere; the reason stands on the page."""
    trouble = "No port from 8080 on is free. The room plays by raised hands."
    screen = LobbyScreen(room("bakery"), Around(trouble=trouble))
    assert [] == squares(screen.page(desks()[0], gallery()))
    assert trouble in printed(screen)
    assert trouble in screen.text()


def test_a_name_is_promised_only_where_it_is_asked_for():
    """The page never says "no name to give" and then asks for one."""
    assert ["no name to give", "a name only if you like"] == [
        LobbyScreen(room("bakery", names=names), ADDRESS).invitation().removesuffix(".").rpartition(", ")[2] for names in (False, True)
    ]


def test_tables_are_counted_where_people_sit_at_some():
    """With tables, the room sees how many there are."""
    session = room("bakery", Joined("ann", table=1), Joined("bob", table=1), Joined("cem", table=4), tables=6)
    assert "at 2 tables" in printed(LobbyScreen(session, ADDRESS))


# ---------------------------------------------------------------- say it first


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("people", [0, 1, 23, 1_000])
def test_say_it_first_holds_in_every_scenario(name: str, people: int):
    """Before any answer is shown, with and without phones."""
    typed = [Typed(f"p{number}", 0, "Oh.") for number in range(0, people, 3)]
    assert [] == everywhere(SayFirstScreen(room(name, *SAY, *typed, people=people), LIBRARY))


@pytest.mark.parametrize("asked", ["Oh?", LONG, LONG * 3])
def test_say_it_first_holds_with_any_question(asked: str):
    """A line of one word or of a whole speech; of a speech the end stands there, for it is what is asked."""
    screen = SayFirstScreen(room(wordy(3, asked=asked), *SAY, people=4), LIBRARY)
    assert [] == everywhere(screen)
    assert asked.rsplit(maxsplit=1)[-1] in printed(screen)


@pytest.mark.parametrize("name", SHIPPED)
def test_say_it_first_shows_no_answer(name: str):
    """Whoever has seen the answers says one of them."""
    session = room(name, *SAY, people=3)
    words = printed(SayFirstScreen(session, LIBRARY))
    assert [] == [choice.text for choice in session.choices.values() if choice.text in words]


def test_only_what_the_facilitator_let_pass_is_shown():
    """What was typed is the facilitator's until she lets it pass; a name never stands beside it."""
    session = room(
        "bakery", Joined("ann", name="Ann Berger"), Joined("bob"), Went("scene"), Went("say"),
        Typed("ann", 0, "How is Maya?"), Typed("bob", 0, "Give me money."), Let("ann", 0, True), names=True,
    )
    screen = SayFirstScreen(session, LIBRARY)
    before = printed(screen)
    walked(screen, "w")
    shown = printed(screen) + " ".join(screen.text())
    assert ("How is Maya?" in before, "How is Maya?" in shown) == (False, True)
    assert [] == [word for word in ("Give me money", "Ann Berger", "bob") if word in before + shown]


def test_w_shows_nothing_where_nothing_was_let_pass():
    """The key is not even offered."""
    screen = SayFirstScreen(room("bakery", *SAY, Typed("p0", 0, "Oh."), people=2), LIBRARY)
    before = screen.page(desks()[0], gallery())
    assert () == walked(screen, "w")
    assert before == screen.page(desks()[0], gallery())
    assert "show some of theirs" not in printed(screen)


def test_a_text_that_is_removed_while_it_is_shown_leaves_the_page():
    """One tap on the remote, and it is gone from the wall."""
    session = room("bakery", *SAY, Typed("p0", 0, "Something unkind."), Let("p0", 0, True), people=2)
    screen = SayFirstScreen(session, LIBRARY)
    walked(screen, "w")
    assert "Something unkind." in printed(screen)
    screen.session = apply(session, Removed("p0", 0), at=20.0)
    assert "Something unkind." not in printed(screen) + " ".join(screen.text())
    assert (Onward(),) == walked(screen, "space")


@pytest.mark.parametrize("count", [1, 4, 5, 9])
@pytest.mark.parametrize("text", ["Oh.", (LONG + LONG)[:240], "W" * 240])
def test_what_was_typed_is_turned_at_most_four_at_a_time(count: int, text: str):
    """Each page holds, none has more than four, all are shown once, and then the question comes back."""
    typed = [event for number in range(count) for event in (Typed(f"p{number}", 0, text), Let(f"p{number}", 0, True))]
    screen = SayFirstScreen(room("bakery", *SAY, *typed, people=count), LIBRARY)
    seen = []
    walked(screen, "w")
    while screen.showing:
        page = screen.page(desks()[0], gallery())
        assert [] == everywhere(screen)
        screen.page(desks()[0], gallery())
        seen.append(sum(mark.text.startswith("“") for mark in page.marks if isinstance(mark, Words)))
        walked(screen, "w")
    assert count == sum(seen)
    assert max(seen) <= 4
    assert "Say it first" in printed(screen)


def test_space_turns_what_was_typed_before_it_goes_on():
    """A clicker shows all of it, and goes back through it."""
    typed = [event for number in range(5) for event in (Typed(f"p{number}", 0, f"Line {number}."), Let(f"p{number}", 0, True))]
    screen = SayFirstScreen(room("bakery", *SAY, *typed, people=5), LIBRARY)
    assert () == walked(screen, "w", "space")
    assert (Onward(),) == walked(screen, "space")
    assert () == walked(screen, "left", "left")
    assert (Backward(),) == walked(screen, "left")


# ---------------------------------------------------------------- a show of hands


@pytest.mark.parametrize("count", [2, 4, 5, 7, 8, 12])
@pytest.mark.parametrize("text", ["Thank her.", LONG])
def test_hands_hold_with_any_number_of_answers(count: int, text: str):
    """Two short answers or twelve of two hundred characters: each row can be reached, and each page holds."""
    screen = HandsScreen(room(wordy(count, text), *VOTE), LIBRARY)
    for number in range(count):
        screen.cursor = number
        assert [] == everywhere(screen)
        assert "ABCDEFGHIJKL"[number] in printed(screen).split()


@pytest.mark.parametrize("name", SHIPPED)
def test_hands_hold_in_every_scenario(name: str):
    """The first vote of each, with figures in all boxes."""
    session = room(name, *VOTE)
    session = apply(session, Hands(dict.fromkeys(session.now.offered, 1_234)), at=20.0)
    assert [] == everywhere(HandsScreen(session, LIBRARY))


@pytest.mark.parametrize(
    ("keys", "counts"),
    [
        ("6 enter 1 1 enter 0 enter 3 enter", {"c0": 6, "c1": 11, "c3": 3}),
        ("6 enter 1 1 space", {"c0": 6, "c1": 11}),
        ("enter enter enter 4 enter", {"c3": 4}),
        ("6 left 7 space", {"c0": 7}),
        ("6 down left left 8 space", {"c0": 8}),
        ("1 2 3 4 5 space", {"c0": 1_234}),
        ("9 9 9 9 space", {"c0": 999}),
        ("0 0 7 space", {"c0": 7}),
        ("up 5 space", {"c3": 5}),
        ("row:2 5 space", {"c2": 5}),
        ("5 delete space", {}),
        ("space", {}),
    ],
)
def test_counts_are_typed_as_they_are_called(keys: str, counts: dict[str, int]):
    """Figures, Enter for the next row, Space when all are in; a slip is mended with the left arrow."""
    asked = walked(HandsScreen(room(wordy(4), *VOTE), LIBRARY), *keys.split())
    assert (Happen(Hands(counts)), ClosePage()) == asked


@given(keys=st.lists(st.sampled_from(["0", "1", "9", "enter", "up", "down", "left", "right", "delete", "row:1", "row:9", "b", "x"]), max_size=30))
@bounded(max_examples=60, deadline=None)
def test_whatever_is_typed_the_room_can_count_it(keys: list[str]):
    """No walk over the keys makes hands that the session refuses."""
    session = room(wordy(3), *VOTE)
    screen = HandsScreen(session, LIBRARY)
    for key in keys:
        screen.handle(key)
    happen = screen.handle("space")[0]
    assert isinstance(happen, Happen)
    after = apply(session, happen.event, at=30.0)
    assert screen.counts == dict(after.now.first.hands)  # type: ignore[union-attr]


def test_hands_that_were_counted_before_are_there_to_be_mended():
    """Opening the page again does not lose the count."""
    session = room(wordy(3), *VOTE, Hands({"c0": 4, "c2": 2}))
    assert ["4", "", "2"] == HandsScreen(session, LIBRARY).typed


def test_escape_leaves_the_hands_as_they_were():
    """Nothing happens but that the page is put away."""
    assert (ClosePage(),) == walked(HandsScreen(room(wordy(3), *VOTE), LIBRARY), "4", "escape")


def test_going_back_over_empty_boxes_puts_the_page_away_only_if_nothing_was_typed():
    """A held Backspace does not throw away what stands in other rows."""
    assert (ClosePage(),) == walked(HandsScreen(room(wordy(3), *VOTE), LIBRARY), "left")
    assert () == walked(HandsScreen(room(wordy(3), *VOTE), LIBRARY), "down", "4", "up", "left", "left")


def test_more_hands_than_a_row_takes_are_refused_in_words():
    """The figure does not go in, and the page says why."""
    screen = HandsScreen(room(wordy(2), *VOTE), LIBRARY)
    walked(screen, "2", "0", "0", "1")
    assert "At most 2,000 hands in a row." in printed(screen)
    assert {"c0": 200} == screen.counts


def test_votes_of_phones_are_not_on_the_page_of_hands():
    """The room must not see how phones voted before the reveal."""
    pages = []
    for choice in ("c0", "c2"):
        votes = [Voted(f"p{number}", 0, 1, choice) for number in range(5)]
        pages.append(HandsScreen(room(wordy(3), *VOTE, *votes, people=5), LIBRARY).page(desks()[0], gallery()))
    assert pages[0] == pages[1]


def test_the_second_count_stands_beside_the_first():
    """In the second vote it says how many hands there were before, so that none is forgotten."""
    session = room(wordy(2), *VOTE, Hands({"c0": 9, "c1": 8}), Went("talk"), Went("second"), Hands({"c0": 3}))
    assert "3 hands; 17 in the first vote" in HandsScreen(session, LIBRARY).text()


# ---------------------------------------------------------------- talk to your neighbour


@pytest.mark.parametrize("count", [2, 4, 5, 7, 8, 12])
@pytest.mark.parametrize("text", ["Thank her.", "Might I write to you about it next week, or the one after?", LONG])
@pytest.mark.parametrize("now", [11.0, 500.0])
def test_talking_holds_with_any_number_of_answers(count: int, text: str, now: float):
    """All answers can be read while one talks, on further pages if need be."""
    screen = TalkScreen(room(wordy(count, text), *TALK, people=9), replace(LIBRARY, now=now))
    assert [] == everywhere(screen)
    seen = set(printed(screen).split())
    for _ in range(12):
        if screen.handle("space") == (Onward(),):
            break
        assert [] == faults(screen.page(desks()[0], gallery()))
        seen |= set(printed(screen).split())
    assert set() == set("ABCDEFGHIJKL"[:count]) - seen


@pytest.mark.parametrize("name", SHIPPED)
def test_talking_holds_in_every_scenario(name: str):
    """The first moment of each fits one page, with two people who talk."""
    screen = TalkScreen(room(name, *TALK, people=9), replace(LIBRARY, now=12.0))
    assert [] == everywhere(screen)
    pictures = [mark for mark in screen.page(desks()[0], gallery()).marks if isinstance(mark, Picture)]
    assert (1, 2) == (screen.sheets, len(pictures))
    assert [] == [mark.name for mark in pictures if not (resources.assets() / mark.name).is_file()]


@pytest.mark.parametrize(("now", "says"), [(10.0, "1:30"), (30.0, "1:10"), (95.0, "0:05"), (99.0, "0:01")])
def test_the_time_is_told_in_whole_seconds(now: float, says: str):
    """The ring steps once a second."""
    screen = TalkScreen(room("bakery", *TALK), replace(LIBRARY, now=now))
    assert says in printed(screen).split()
    assert f"{says} left" in screen.text()


@pytest.mark.parametrize("now", [100.0, 101.0, 4_000.0])
def test_at_zero_nobody_is_hurried(now: float):
    """The timer is an offer: at its end it says so, and the page stays."""
    screen = TalkScreen(room("bakery", *TALK), replace(LIBRARY, now=now))
    assert "Take the time you need" in printed(screen)
    assert "0:00" not in printed(screen)
    assert (Onward(),) == walked(screen, "space")


def test_votes_are_not_on_the_page_while_one_talks():
    """What neighbours would say is not on the wall."""
    pages = []
    for choice in ("c0", "c2"):
        votes = [Voted(f"p{number}", 0, 1, choice) for number in range(5)]
        pages.append(TalkScreen(room(wordy(3), *VOTE, *votes, Went("talk"), people=5), LIBRARY).page(desks()[0], gallery()))
    assert pages[0] == pages[1]


@pytest.mark.parametrize(("capital", "asks"), [(0, "What would Leslie hear?"), (None, "What made you choose it?")])
def test_neighbours_are_asked_what_the_person_would_hear(capital: int | None, asks: str):
    """Where the last to speak is a mere voice, the question is not about them."""
    people = {"leslie": builders.person("leslie", capital), "maya": builders.person("maya", 0)}
    screen = TalkScreen(room(replace(wordy(3), people=people), *TALK), LIBRARY)
    assert asks in printed(screen)


def test_plus_offers_thirty_seconds_more():
    """The ring then shows the whole new offer."""
    session = room("bakery", *TALK)
    assert (Happen(Extended(30)),) == walked(TalkScreen(session, replace(LIBRARY, now=90.0)), "plus")
    longer = apply(session, Extended(30), at=90.0)
    assert "0:40" in printed(TalkScreen(longer, replace(LIBRARY, now=90.0))).split()


# ---------------------------------------------------------------- how we play


def test_each_value_of_each_row_holds_on_the_page():
    """Whatever is settled: nothing overlaps, whichever row is under the cursor."""
    whole = room("bakery")
    for row in rows_of(whole):
        for kind in (*row.kinds[:4], row.kinds[-1]):
            screen = ArrangeScreen(replace(whole, manner=whole.manner.changed(row.field, kind.value)), LIBRARY)
            screen.cursor = rows_of(whole).index(row)
            assert [] == everywhere(screen)


@pytest.mark.parametrize("events", [(), VOTE])
def test_every_change_that_the_page_offers_is_taken_by_the_room(events: tuple[Event, ...]):
    """No row offers what the session refuses, in the lobby or in the middle of a moment."""
    session = room("bakery", *events, people=3)
    for number, row in enumerate(rows_of(session)):
        for key in ("left", "right", "enter"):
            screen = ArrangeScreen(session, LIBRARY)
            screen.cursor = number
            for intent in screen.handle(key):
                assert isinstance(intent, Happen)
                after = apply(session, intent.event, at=20.0)
                assert held(session, row) != held(after, row)


def test_what_is_settled_before_the_first_scene_cannot_be_changed_later():
    """Tables and the cut are fixed then; the page says so, and asks for nothing."""
    session = room("bakery", *VOTE)
    screen = ArrangeScreen(session, LIBRARY)
    fields = [row.field for row in screen.rows]
    for field, value in (("tables", 3), ("whole", True)):
        screen.cursor = fields.index(field)
        assert () == screen.handle("right")
        with pytest.raises(Refused):
            apply(session, Arranged(field, value), at=20.0)
    assert 2 == sum("Settled before the first scene." in line for line in screen.text())


@pytest.mark.parametrize(
    ("keys", "intents"),
    [
        (("down", "right"), (Happen(Arranged("say_first", True)),)),
        (("down", "left"), ()),
        (("enter",), (Happen(Arranged("whole", True)),)),
        (("up", "right"), (Happen(Arranged("timed", False)),)),
        (("up", "up", "right"), (Happen(Arranged("tie", "facilitator")),)),
        (("more:5",), (Happen(Arranged("rule", "facilitator")),)),
        (("less:5",), ()),
        (("row:4", "6"), (Happen(Arranged("tables", 6)),)),
        (("row:4", "left"), ()),
        (("escape",), (ClosePage(),)),
        (("b",), (Happen(Blanked(True)),)),
    ],
)
def test_keys_of_how_we_play(keys: tuple[str, ...], intents: RoomIntents):
    """Left and right change, figures set the number of tables, Escape goes back."""
    assert intents == walked(ArrangeScreen(room("bakery"), LIBRARY), *keys)


def test_forty_tables_are_typed_with_two_figures():
    """The second figure stands behind the first; too many begin anew."""
    session = room("bakery")
    for key, tables in (("1", 1), ("2", 12), ("3", 3), ("8", 38), ("0", 0)):
        screen = ArrangeScreen(session, LIBRARY)
        screen.cursor = [row.field for row in screen.rows].index("tables")
        (happen,) = screen.handle(key)
        assert isinstance(happen, Happen)
        session = apply(session, happen.event, at=20.0)
        assert tables == session.manner.tables


def test_every_field_of_a_manner_stands_on_the_page():
    """Nothing can be set on the command line that the page cannot show."""
    assert set(Manner.__slots__) - {"phones", "doors"} == {row.field for row in rows_of(room("bakery"))}  # these are keys of their own


def test_a_scenario_without_a_cut_has_no_row_for_it():
    """It is always played whole."""
    assert "whole" not in {row.field for row in rows_of(room(wordy(2)))}


# ---------------------------------------------------------------- the remote, the keys, the dark


@pytest.mark.parametrize("message", ["", "Paired. Your phone is the remote now.", "No phone shows that number.",
                                     "Too many wrong numbers. Try again in 60 seconds. " * 3])
@pytest.mark.parametrize("address", ["", "192.168.1.20:8080", "conference-laptop-of-the-library-in-millbrook.local:8080"])
@pytest.mark.parametrize("remote", [False, True])
def test_the_page_of_the_remote_holds(message: str, address: str, remote: bool):
    """With any answer to the number, and with none."""
    screen = PairingScreen(room("bakery"), Around(address=address, message=message, remote=remote))
    for key in ("1", "2", "3", "4", "5"):
        assert [] == everywhere(screen)
        walked(screen, key)
    assert not address or message.split(".", maxsplit=1)[0] in printed(screen)


def test_six_figures_ask_for_the_phone_that_shows_them():
    """The sixth figure is enough; the boxes are then empty for another try."""
    screen = PairingScreen(room("bakery"), ADDRESS)
    assert (Pair("481602"),) == walked(screen, *"481602")
    assert "" == screen.typed


def test_what_is_typed_is_never_on_the_wall():
    """The room may be looking: dots stand for figures, on the page and in what is read aloud."""
    screen = PairingScreen(room("bakery"), ADDRESS)
    before = printed(screen)
    walked(screen, *"97535")
    assert before == printed(screen)
    assert "5 of 6 figures typed." in screen.text()
    assert "97535" not in " ".join(screen.text())
    dots = [mark for mark in screen.page(desks()[0], gallery()).marks if isinstance(mark, Sketch)]
    assert 5 <= len(dots)


@pytest.mark.parametrize(
    ("keys", "intents"),
    [(("escape",), (ClosePage(),)), (("1", "left"), ()), (("1", "left", "left"), (ClosePage(),)), (("1", "2", "delete", "left"), (ClosePage(),)),
     (("x",), ()), (("space",), ())],
)
def test_keys_of_the_remote(keys: tuple[str, ...], intents: RoomIntents):
    """Backspace mends a figure; Escape goes back."""
    assert intents == walked(PairingScreen(room("bakery"), ADDRESS), *keys)


def test_without_a_network_no_figures_are_asked_for():
    """The keyboard does all that the remote would, and the page says so."""
    screen = PairingScreen(room("bakery"), Around())
    assert () == walked(screen, *"123456")
    assert "The keyboard does all that it would." in " ".join(screen.text())


def test_all_keys_stand_on_one_page():
    """Two columns that the back row could read, though they are the facilitator's."""
    assert [] == everywhere(KeysScreen(room("bakery"), LIBRARY))


@pytest.mark.parametrize("key", ["escape", "k", "space", "left"])
def test_the_keys_are_put_away(key: str):
    """Any of the usual keys goes back to the room."""
    assert (ClosePage(),) == walked(KeysScreen(room("bakery"), LIBRARY), key)


def test_a_dark_screen_shows_nothing_at_all():
    """Black over the whole page, in either look."""
    pages = [BlankScreen(room("bakery", Blanked(True)), LIBRARY).page(each, gallery()) for each in desks()]
    assert [(Fill(Box(0, 0, 1920, page.height), (0, 0, 0)),) for page in pages] == [page.marks for page in pages]


@pytest.mark.parametrize("key", ["b", "space", "left", "escape", "x", "7", "hover"])
def test_any_key_brings_the_page_back(key: str):
    """Nobody has to remember which key made it dark."""
    assert (Happen(Blanked(False)),) == walked(BlankScreen(room("bakery", Blanked(True)), LIBRARY), key)
