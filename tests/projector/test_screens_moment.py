"""What the projector shows of a moment: the scene, the votes, the reveal, the consequence, the columnist."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib import import_module
from random import Random

import pytest

from game.authoring import read
from game.projector.around import Around
from game.projector.director import SCREENS
from game.projector.frame import ACT, READ, RoomScreen
from game.projector.intents import Backward, Happen, Onward, OpenPage
from game.projector.screens.columnist import ColumnistScreen
from game.projector.screens.consequence import ConsequenceScreen
from game.projector.screens.reveal import RevealScreen
from game.projector.screens.reveal_words import headline
from game.projector.screens.scene import RoomSceneScreen
from game.projector.screens.vote import VoteScreen
from game.projector.screens.vote_words import fewer
from game.resources import scenarios
from game.room.events import Blanked, Event, Extended, Hands, Joined, Opened, Took, Voted, Went
from game.room.machine import apply, begin
from game.room.session import Session, Step
from game.room.setup import Manner, setup_for
from game.room.taking import Rule, Tie, drawn, tempting
from game.stage.components import Desk
from game.stage.page import Page, Words
from game.stage.screens.account import AccountScreen, BillScreen
from game.stage.screens.briefing import BriefingScreen
from game.stage.screens.scene import EndingScreen, SceneScreen
from game.stage.theme import PAPER, PLAIN, PROJECTOR, Theme, back_row_text
from game.stage.typesetting import typographic
from game.story.model import Scenario
from tests.builders import choice, ending, later, scenario, scene
from tests.stage.checks import desk as a_desk
from tests.stage.checks import faults, gallery

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
NAMES = ("bakery", "rotary-prospect", "laid-off")
AROUND = Around(address="192.168.100.120:8080", connected=25, now=40.0)
HERE = (Step.SCENE, Step.VOTE, Step.SECOND, Step.REVEAL, Step.CONSEQUENCE, Step.COLUMNIST)


@cache
def shipped(name: str) -> Scenario:
    found = read(scenarios() / name).scenario
    assert found is not None
    return found


WINDOWS = (("paper", (1920, 1080)), ("projector", (1280, 720)), ("paper", (1920, 1200)), ("projector", (1280, 800)))


@cache
def desks(*, story: bool) -> tuple[tuple[str, Desk], ...]:
    """The desks of a room: both looks, on screens of 16:9 and of 16:10; a play's pages have larger type."""
    palettes = {"paper": PAPER, "projector": PROJECTOR}
    themes = {look: Theme(palette, back_row_text(6) if story else 1.0, look == "projector" and story, PLAIN.get(look, 0.0)) for look, palette in palettes.items()}
    return tuple((f"{look} {window}", replace(a_desk(window, 100), theme=themes[look])) for look, window in WINDOWS)


def screen_of(session: Session, around: Around = AROUND) -> RoomScreen:
    module, name = SCREENS[session.step]
    made: RoomScreen = getattr(import_module(f"game.projector.screens.{module}"), name)(session, around)
    return made


def page_of(screen: RoomScreen, number: int = 0) -> Page:
    return screen.page(desks(story=getattr(screen, "story", False))[number][1], gallery())


def lines(page: Page) -> list[Words]:
    """The lines above the foot."""
    return [mark for mark in page.marks if isinstance(mark, Words) and mark.baseline < page.height - 64]


def read_as(screen: RoomScreen) -> str:
    return " ".join(mark.text for mark in page_of(screen).marks if isinstance(mark, Words))


def wrong(screen: RoomScreen, which: tuple[int, ...] = (0, 1, 2, 3)) -> list[str]:
    """What is wrong with the page that is open, at some of the desks."""
    story, found = getattr(screen, "story", False), []
    for number in which:
        name, _ = desks(story=story)[number]
        page = page_of(screen, number)
        least = READ - 3 if story else READ
        small = [f"{each.text!r} is set in {each.style.size:.1f}" for each in lines(page) if each.style.size < least]
        found += [f"{type(screen).__name__} {name}: {fault}" for fault in (*faults(page), *small)]
    return found


# ---------------------------------------------------------------- rooms that are played


def a_room(story: Scenario, people: int = 25, *, to: Step = Step.SCENE, **manner: object) -> Session:
    """A room with so many people, at the first step of its first moment."""
    session = begin(setup_for(story, word="MOKA", seed=7, manner=Manner(**manner)), at=0.0)  # type: ignore[arg-type]
    for number in range(people):
        table = number % session.manner.tables + 1 if session.manner.tables else 0
        session = apply(session, Joined(f"p{number}", table=table), at=1.0)
    return after(session, *({Step.SCENE: ("scene",), Step.VOTE: ("scene", "vote")}[to]))


def after(session: Session, *events: Event | str) -> Session:
    for event in events:
        session = apply(session, Went(event) if isinstance(event, str) else event, at=10.0)
    return session


def voted(session: Session, *counts: int) -> Session:
    """So many vote for each choice, in the order of the people; those who voted before go first."""
    names = [name for name, count in zip(session.now.offered, counts, strict=False) for _ in range(count)]
    for person, name in zip(session.people, names, strict=False):
        session = apply(session, Voted(person, session.moment, session.round, name), at=11.0)
    return session


def cast(session: Session, luck: Random, share: float) -> Session:
    """A share of the people vote at random, most of them as the one beside them."""
    weights = [luck.random() + 0.05 for _ in session.now.offered]
    for person in session.people:
        if luck.random() < share:
            name = luck.choices(session.now.offered, weights)[0]
            session = apply(session, Voted(person, session.moment, session.round, name), at=11.0)
    return session


def played(name: str, people: int, seed: int) -> Iterator[Session]:
    """Every step of a room that plays a scenario to its end, and its votes at random."""
    luck = Random(seed)
    session = a_room(shipped(name), people, tie=Tie.LOT, tables=6 if seed % 5 == 4 else 0)
    while not session.state.over:
        yield session
        session = after(session, "vote", Extended(30))
        yield session
        session = cast(session, luck, 0.85)
        yield session
        if luck.random() < 0.7:
            session = after(session, "talk", "second")
            session = cast(session, luck, 0.9)
            if luck.random() < 0.3:
                session = after(session, Hands({luck.choice(session.now.offered): luck.randint(1, 9)}))
            yield after(session, Opened(False))
        session = after(session, "reveal")
        yield session
        # where nobody voted, numbers only pick: they may have been meant for hands
        key = luck.choice(["l", "x", "t", "1", "3"] if session.now.last.cast else ["l", "x", "t"])
        intents = screen_of(session).handle(key) or screen_of(session).handle("1")
        session = after(session, *(intent.event for intent in intents if isinstance(intent, Happen)))
        yield session
        if Step.COLUMNIST in SCREENS and session.state.moments[-1].choice.advice:
            yield replace(session, step=Step.COLUMNIST)
        session = after(session, "scene")
    yield session


CROWDS = (1, 2, 7, 25, 250, 1_000)


@pytest.mark.parametrize("people", CROWDS)
@pytest.mark.parametrize("name", NAMES)
def test_every_page_of_a_workshop_can_be_read_from_the_back(name: str, people: int):
    """Nothing overlaps, nothing is cut, nothing is small: for one voter or a thousand, from the first scene to the end."""
    found: list[str] = []
    turn = 0
    for session in played(name, people, seed=people + NAMES.index(name)):
        screen = screen_of(session)
        while True:
            turn += 1
            found += wrong(screen, (turn % 4,) if people != 7 else (0, 3))
            if session.step not in (Step.SCENE, Step.CONSEQUENCE):
                break
            if screen.handle("enter"):
                break
    assert [] == found


# ---------------------------------------------------------------- the scene


def test_the_room_learns_first_whom_it_plays():
    """Before the first scene stand name, want and cast; no page later says so again."""
    session = a_room(shipped("bakery"))
    screen = RoomSceneScreen(session, AROUND)
    assert isinstance(screen.shown, BriefingScreen)
    assert shipped("bakery").you.name in " ".join(screen.text())
    moved_on = after(voted(after(session, "vote"), 25), "reveal", Took(session.now.offered[0], "majority"), "scene")
    assert not any(isinstance(each, BriefingScreen) for each in RoomSceneScreen(moved_on, AROUND).screens)


@pytest.mark.parametrize("name", NAMES)
def test_no_scene_shows_what_can_be_answered(name: str):
    """The room must not read the choices before the vote."""
    for session in played(name, 7, seed=3):
        if session.step is not Step.SCENE or session.state.over:
            continue
        screen = RoomSceneScreen(session, AROUND)
        pages = [read_as(screen)]
        while not screen.handle("space"):
            pages.append(read_as(screen))
        for choice_ in session.choices.values():
            assert all(typographic(choice_.text) not in page for page in (*pages, *screen.text()))


def test_pages_turn_to_the_end_and_then_the_vote_comes():
    """Space goes on page by page; on the last one its hint says what comes next, and it is done."""
    screen = RoomSceneScreen(a_room(shipped("bakery")), AROUND)
    for _ in range(20):
        page = read_as(screen)
        before = screen.sheet
        if intents := screen.handle("space"):
            break
        assert "go on" in page
        assert screen.sheet > before
    assert (Onward(),) == intents
    assert "open the vote" in page


def test_left_turns_back_page_by_page_and_then_to_the_step_before():
    """What was turned by mistake is turned back."""
    screen = RoomSceneScreen(a_room(shipped("bakery")), AROUND)
    seen = [read_as(screen)]
    while not screen.handle("enter"):
        seen.append(read_as(screen))
    back = [read_as(screen)]
    while not (intents := screen.handle("left")):
        back.append(read_as(screen))
    assert (Backward(),) == intents
    assert seen == back[::-1]


def test_back_from_the_vote_the_scene_stands_at_its_end():
    """Going back to read once more does not begin with who the room plays."""
    session = after(a_room(shipped("bakery")), "vote", "scene")
    screen = RoomSceneScreen(session, AROUND)
    page_of(screen)
    assert isinstance(screen.shown, SceneScreen)
    assert (Onward(),) == screen.handle("enter")


def test_what_came_of_an_earlier_choice_is_told_in_the_scene():
    """The bill has its page, and what was told before it is not told twice."""
    story = scenario(
        scene("one", choice("now", "two", later=[later("two", {"leslie": -6})]), choice("never", "two")),
        scene("two", choice("on")),
    )
    session = after(voted(a_room(story, to=Step.VOTE), 9), "reveal", Took("now", "majority"), "scene")
    screens = RoomSceneScreen(session, AROUND).screens
    assert [SceneScreen, BillScreen] == [type(each) for each in screens]


def test_a_scene_without_a_word_still_has_a_page():
    """An author may let a scene open with its choices alone."""
    story = scenario(scene("one", choice("on", "two")), scene("two", choice("off"), script=""))
    session = after(voted(a_room(story, to=Step.VOTE), 9), "reveal", Took("on", "majority"), "scene")
    screen = RoomSceneScreen(session, AROUND)
    assert [] == wrong(screen)
    assert (Onward(),) == screen.handle("enter")


def test_an_ending_is_told_as_an_ending():
    """Behind it comes the room's column."""
    story = scenario(scene("one", choice("on")), ending())
    session = after(voted(a_room(story, to=Step.VOTE), 9), "reveal", Took("on", "majority"), "scene")
    screen = RoomSceneScreen(session, AROUND)
    assert isinstance(screen.screens[-1], EndingScreen)
    assert "the room’s column" in read_as(screen)


# ---------------------------------------------------------------- the vote


def test_nothing_before_the_reveal_tells_how_a_vote_falls():
    """Two rooms of which as many have voted, otherwise each, look alike to the last mark; only what Space does may differ."""
    for round_ in (1, 2):
        pages = []
        for counts in ((12, 3, 3, 2), (2, 3, 3, 12)):
            session = voted(a_room(shipped("bakery"), to=Step.VOTE), *(counts if round_ == 1 else (5, 5, 5, 5)))
            if round_ == 2:
                session = voted(after(session, "talk", "second"), *counts)
            steps = (session, after(session, "talk"), after(session, Opened(False)))
            if round_ == 1:
                steps = (*steps, after(session, "scene"))
            pages.append([page_of(screen_of(each)) for each in steps if each.step in SCREENS])
        assert pages[0] == pages[1]


@pytest.mark.parametrize("round_", [1, 2])
def test_no_figure_of_a_vote_is_printed_before_the_reveal(round_: int):
    """Eleven, seven, four and two of ninety: the page has the sum and none of the four."""
    counts = (11, 7, 4, 2)
    session = voted(a_room(shipped("bakery"), 90, to=Step.VOTE), *counts)
    if round_ == 2:
        session = voted(after(session, "talk", "second"), *counts)
    printed = {mark.text for mark in lines(page_of(VoteScreen(session, replace(AROUND, address="host"))))}
    assert "24" in printed
    assert set() == printed & {str(count) for count in counts}


def test_how_many_have_voted_is_told_and_never_who():
    """Nineteen of twenty-five, in a figure and in beans."""
    screen = VoteScreen(voted(a_room(shipped("bakery"), to=Step.VOTE), 10, 9), AROUND)
    assert "19 of 25 have voted" in screen.text()
    assert "19" in read_as(screen)


def test_a_closed_vote_says_so_and_may_be_opened_again():
    """C closes and opens."""
    session = a_room(shipped("bakery"), to=Step.VOTE)
    assert (Happen(Opened(False)),) == VoteScreen(session, AROUND).handle("c")
    closed = VoteScreen(after(session, Opened(False)), AROUND)
    assert "The vote is closed" in read_as(closed)
    assert "open again" in read_as(closed)
    assert (Happen(Opened(True)),) == closed.handle("c")


def test_a_vote_that_the_room_has_seen_stays_closed():
    """Back from the reveal nothing can be opened, and no hand is counted."""
    session = after(voted(a_room(shipped("bakery"), to=Step.VOTE), 20, 5), "reveal", "vote")
    screen = VoteScreen(session, AROUND)
    assert "The room has seen it." in read_as(screen)
    assert () == screen.handle("c") + screen.handle("h")
    assert "open again" not in read_as(screen)


@pytest.mark.parametrize(
    ("key", "intents"),
    [
        ("space", (Happen(Went("reveal")),)),
        ("enter", (Happen(Went("reveal")),)),
        ("left", (Backward(),)),
        ("h", (OpenPage("hands"),)),
        ("plus", (Happen(Extended(30)),)),
        ("b", (Happen(Blanked(True)),)),
        ("o", (OpenPage("arrange"),)),
        ("z", ()),
    ],
)
def test_the_keys_of_a_vote(key: str, intents: tuple[object, ...]):
    """Each does what its hint says."""
    assert intents == VoteScreen(a_room(shipped("bakery"), to=Step.VOTE), AROUND).handle(key)


def test_an_open_vote_does_not_say_whether_it_is_split():
    """The hint would give the first vote away; once the vote is closed, what is suggested is what happens."""
    session = voted(a_room(shipped("bakery"), to=Step.VOTE), 10, 9)
    screen, closed = VoteScreen(session, AROUND), VoteScreen(apply(session, Opened(False), at=9), AROUND)
    assert [False, True] == ["talk to your neighbour" in read_as(each) for each in (screen, closed)]
    assert [(Happen(Went("talk")),)] * 2 == [each.handle("space") for each in (screen, closed)]


def test_time_that_is_offered_is_shown_and_ends_nothing():
    """Half a minute more; at its end there is no hurry."""
    session = after(a_room(shipped("bakery"), to=Step.VOTE), Extended(30))
    assert "0:25" in VoteScreen(session, replace(AROUND, now=15.0)).text()[0]
    assert "no hurry" in VoteScreen(session, replace(AROUND, now=900.0)).text()[0]


def test_the_second_vote_is_called_the_second():
    """Who comes back from the talk sees that it is another vote."""
    session = after(voted(a_room(shipped("bakery"), to=Step.VOTE), 10, 9), "talk", "second")
    page = read_as(VoteScreen(session, AROUND))
    assert "SECOND VOTE" in page
    assert "And now: what do you do?" in page


TEXTS = ("Say yes", "Ask her about the penguin, and mean it, while the tongs click", "x " * 55, "You could tell her " * 10)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("count", [1, 2, 4, 5, 7, 12])
def test_up_to_twelve_choices_are_never_smaller_than_can_be_acted_upon(count: int, text: str):
    """Where they do not fit they stand in two columns, or on pages that the arrows turn; none is lost or cut."""
    choices = [choice(f"c{number}", text=f"{text.strip()} {number}.") for number in range(count)]
    session = a_room(scenario(scene("one", *choices)), 12, to=Step.VOTE)
    for number in (0, 3):
        screen = VoteScreen(session, replace(AROUND, address="" if count % 2 else AROUND.address))
        whole = ""
        for _ in range(count):
            assert [] == wrong(screen, (number,))
            large = [each for each in lines(page_of(screen, number)) if each.style.size >= ACT]
            whole += " ".join(each.text for each in large) + " "
            screen.handle("down")
        for each in choices:
            assert typographic(each.text) in whole


def test_only_the_end_of_a_long_line_is_shown():
    """What must be answered stands at its end."""
    said = "“So. I heard. Is it true?”"
    assert [said, "“… I heard. Is it true?”", "“… Is it true?”"] == fewer(said)


def test_a_room_without_a_network_votes_by_hand():
    """There is no code to scan then, and the page says what to do instead."""
    session = a_room(shipped("bakery"), 0, to=Step.VOTE)
    screen = VoteScreen(session, Around())
    assert "Hands up" in read_as(screen)
    assert "MOKA" not in read_as(screen)
    assert "Raise a hand for your letter" in screen.text()
    counted = after(session, Hands({session.now.offered[0]: 17}))
    assert "17 of 17 have voted" in VoteScreen(counted, Around()).text()


# ---------------------------------------------------------------- the reveal


def revealed(first: tuple[int, ...], second: tuple[int, ...] | None = None, *, people: int = 30, hands: int = 0, **manner: object) -> Session:
    """A room whose votes are seen: so many for each choice, the second vote by the same people in the same order."""
    session = voted(a_room(shipped("bakery"), people, to=Step.VOTE, **manner), *first)
    if second is not None:
        session = voted(after(session, "talk", "second"), *second)
    if hands:
        session = after(session, Hands({session.now.offered[0]: hands}))
    return after(session, "reveal")


@pytest.mark.parametrize(
    ("session", "says"),
    [
        (revealed(()), "Nobody voted: choose for the room"),
        (revealed((0, 1)), "One vote, for B"),
        (revealed((0, 9)), "All of you say B"),
        (revealed((3, 9, 1)), "Most of you say B"),
        (revealed((5, 5)), "Level: A and B"),
        (revealed((5, 5, 1, 5)), "Level: A, B and D"),
        (revealed((5, 5, 5, 5)), "Level: A, B, C and D"),
        (revealed((8, 7, 1)), "You are of two minds"),
        (revealed((6, 5, 4, 3)), "You are of many minds"),
        (revealed((5, 5), (5, 5)), "Nobody changed their mind"),
        (revealed((10, 10), (11, 9)), "Talking moved one of you"),
        (revealed((10, 10), (18, 2)), "Talking moved eight of you"),
        (revealed((15, 15), (29, 1)), "Talking moved 14 of you"),
        (revealed((4, 0), (0, 4)), "Talking moved all of you"),
        (revealed((1, 0), (0, 1)), "Talking moved one of you"),
        (revealed((), ()), "Nobody voted: choose for the room"),
        (revealed((), (), hands=9), "All of you say A"),
        (revealed((5, 5), tie=Tie.TEMPTING), "Level: A and B"),
        (revealed((5, 5), tie=Tie.FACILITATOR), "Level: A and B"),
        (revealed((10, 10), (18, 2), tables=30), "Talking moved eight tables"),
    ],
)
def test_the_finding_is_the_headline(session: Session, says: str):
    """What talking changed, or how the room answers, in words that hold."""
    assert says == headline(session)
    assert says in read_as(RevealScreen(session, AROUND))
    assert [] == wrong(RevealScreen(session, AROUND))


def test_hands_are_counted_and_cannot_be_followed():
    """The page says so, and the bars have them."""
    two = RevealScreen(revealed((5, 5), (6, 4), hands=7), AROUND)
    assert "10 of 10 voted twice · hands cannot be followed" in two.text()
    assert "13" in {each.text for each in lines(page_of(two))}
    one = RevealScreen(revealed((5, 5), hands=7), AROUND)
    assert "10 by phone, 7 by raised hand." in read_as(one)


def test_a_hall_reads_shares():
    """Over two hundred people the figures are in per cent, and how many they are of stands above."""
    page = read_as(RevealScreen(revealed((150, 100), (125, 125), people=250), AROUND))
    assert "60%" in page
    assert "FIRST VOTE · 250" in page


KEYS = revealed((3, 9, 8, 2))
OFFERED, COUNTS = KEYS.now.offered, KEYS.now.counts
LOT = drawn(OFFERED, [COUNTS[name] for name in OFFERED], seed=7, moment=0)


@pytest.mark.parametrize(
    ("keys", "intents"),
    [
        (("space",), (Onward(),)),
        (("left",), (Backward(),)),
        (("1",), (Happen(Took(OFFERED[0], "facilitator")),)),
        (("4",), (Happen(Took(OFFERED[3], "facilitator")),)),
        (("5",), ()),
        (("row:2",), (Happen(Took(OFFERED[2], "facilitator")),)),
        (("l",), (Happen(Took(LOT, "lot")),)),
        (("x",), (Happen(Took(tempting(KEYS.choices, COUNTS), "tempting")),)),
        (("t",), (Happen(Took(OFFERED[1], "majority", OFFERED[2])),)),
        (("down", "space"), (Happen(Took(OFFERED[0], "facilitator")),)),
        (("down", "down", "enter"), (Happen(Took(OFFERED[1], "facilitator")),)),
        (("up", "enter"), (Happen(Took(OFFERED[3], "facilitator")),)),
        (("down", "left"), ()),
        (("down", "left", "space"), (Onward(),)),
        (("b",), (Happen(Blanked(True)),)),
    ],
)
def test_the_keys_of_the_reveal(keys: tuple[str, ...], intents: tuple[object, ...]):
    """The rule's way, another's, a lot, the tempting one, both; by key or by arrows."""
    screen = RevealScreen(KEYS, AROUND)
    for key in keys[:-1]:
        assert () == screen.handle(key)
    assert intents == screen.handle(keys[-1])


@pytest.mark.parametrize("rule", [*Rule])
def test_whatever_a_key_takes_the_session_takes(rule: Rule):
    """None of the keys is refused, whatever rule the room plays by."""
    session = revealed((5, 5, 2), rule=rule)
    for key in ("1", "l", "x", "t"):
        (intent,) = RevealScreen(session, AROUND).handle(key)
        assert isinstance(intent, Happen)
        assert after(session, intent.event).step is Step.CONSEQUENCE


def test_where_nothing_decides_the_page_asks_for_a_choice():
    """Level, and the facilitator is to say: no button pretends that Space would do."""
    page = read_as(RevealScreen(revealed((5, 5), rule=Rule.MAJORITY, tie=Tie.FACILITATOR), AROUND))
    assert "choose for the room" in page
    assert "Space" not in page


def test_the_choice_picked_by_the_arrows_is_seen():
    """Its letter stands on ink, in both kinds of chart."""
    for session in (KEYS, revealed((3, 9), (5, 7))):
        screen = RevealScreen(session, AROUND)
        before = page_of(screen)
        screen.handle("down")
        assert before != page_of(screen)
        assert "take A for the room" in read_as(screen)
        assert [] == wrong(screen)


def test_looking_back_at_a_vote_offers_nothing_to_take():
    """From the discussion the page shows who moved where, and the story goes no other way."""
    session = revealed((3, 9), (5, 7))
    taken = after(session, Took(session.now.offered[1], "majority"))
    screen = RevealScreen(replace(session, moments=taken.moments), AROUND)
    assert "back to the talk" in read_as(screen)
    assert not [target for target in page_of(screen).targets if target.key.startswith("row:")]


# ---------------------------------------------------------------- what comes of it


@pytest.mark.parametrize(
    ("rule", "how"),
    [
        ("majority", "B · the majority’s way"), ("lot", "B · by lot"), ("tempting", "B · chosen for you"),
        ("facilitator", "B · chosen for you"),
    ],
)  # fmt: skip
def test_the_consequence_says_first_how_it_came_about(rule: str, how: str):
    """The letter, and by which rule."""
    screen = ConsequenceScreen(after(KEYS, Took(OFFERED[1], rule)), AROUND)
    assert how.upper() in read_as(screen)
    assert "take it back" in read_as(screen)


@pytest.mark.parametrize("name", NAMES)
def test_the_columnist_says_nothing_before_she_is_asked(name: str):
    """Her words and the principle are on her own page only."""
    for session in played(name, 7, seed=5):
        if session.step is not Step.CONSEQUENCE:
            continue
        advice = session.state.moments[-1].choice.advice
        screen = ConsequenceScreen(session, AROUND)
        told = [*screen.text()]
        while not screen.handle("enter"):
            told += screen.text()
        assert advice not in " ".join(told)
        assert not any("honoured" in line or "broken" in line for line in told)


def test_both_paths_are_lived_and_the_story_goes_on_from_the_one_taken():
    """First what the other would have brought, under its letter; then the room's own."""
    story = scenario(scene("one", choice("thank", capital={"leslie": 3}, script="She laughs."), choice("push", capital={"leslie": -5}, script="She steps back.")))
    session = after(voted(a_room(story, to=Step.VOTE), 15, 10), "reveal", Took("thank", "majority", "push"))
    screen = ConsequenceScreen(session, AROUND)
    pages = [read_as(screen)]
    while not screen.handle("space"):
        pages.append(read_as(screen))
    assert ["IF YOU HAD SAID B"] * 2 + ["A · THE MAJORITY’S WAY"] * 2 == [
        next(words for words in ("IF YOU HAD SAID B", "A · THE MAJORITY’S WAY") if words in page) for page in pages
    ]
    assert ["She steps back" in page for page in pages] == [True, False, False, False]
    assert {"leslie": 3} == session.state.balances


def test_a_choice_without_a_consequence_still_has_its_page():
    """Nothing happens, and the room sees what it said."""
    story = scenario(scene("one", choice("on"), choice("off")))
    session = after(voted(a_room(story, to=Step.VOTE), 9), "reveal", Took("on", "majority"))
    screen = ConsequenceScreen(session, AROUND)
    assert "Say on." in read_as(screen)
    assert [] == wrong(screen)
    assert (Onward(),) == screen.handle("enter")


def test_an_account_that_changed_is_shown_without_her_words():
    """The figure is there, and who holds it."""
    story = scenario(scene("one", choice("on", capital={"leslie": 6}, honours="ongoing")))
    session = after(voted(a_room(story, to=Step.VOTE), 9), "reveal", Took("on", "majority"))
    screen = ConsequenceScreen(session, AROUND)
    assert isinstance(screen.shown, AccountScreen)
    page = read_as(screen)
    assert "CAPITAL WITH LESLIE" in page
    assert "About on." not in page


@pytest.mark.parametrize(
    ("principle", "word"), [({"honours": "ongoing"}, "honoured"), ({"breaks": "ongoing"}, "broken"), ({}, "")]
)
@pytest.mark.parametrize("advice", ["Yes.", "It is the next sentence that has to watch its step. " * 2, "She would have heard it anyway, from somebody else. " * 12])
def test_the_columnist_speaks_alone_on_her_page(principle: dict[str, str], word: str, advice: str):
    """Her note, large; the principle by its name, and whether it was honoured or broken."""
    story = scenario(scene("one", choice("on", advice=advice, **principle)))
    session = after(voted(a_room(story, to=Step.VOTE), 9), "reveal", Took("on", "majority"), "columnist")
    screen = ColumnistScreen(session, AROUND)
    assert [] == wrong(screen)
    page = read_as(screen)
    assert typographic(advice).split()[0] in page
    assert (word in page) if word else ("honoured" not in page and "broken" not in page)
    assert (Onward(),) == screen.handle("space")
