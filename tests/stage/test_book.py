"""The address book: what it tells, what it keeps back, and how it is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings

from game.stage.beats import beats
from game.stage.bookview import book
from game.stage.intents import Close
from game.stage.page import Page, Words
from game.stage.screens.book import BookScreen
from game.stage.views import BillBeat, Columnist, ReactionBeat
from game.story.condition import ALWAYS
from game.story.model import Ask, Branch, Part, Person, Scenario, Speech
from game.story.playthrough import Playthrough, State, replay
from tests.builders import amounts, choice, later, playthroughs, promise, scenario, scene
from tests.builders import played as play
from tests.stage.checks import desk, faults_everywhere, gallery

AFTER, END = Columnist.AFTER_EACH_CHOICE, Columnist.AT_THE_END
NAMES = {
    "leslie": ("Leslie Brandt", "runs the library's reading programme; knew you at preschool"),
    "priya": ("Priya Raman", "on the school board, a friend of both"),
    "marcus": ("Marcus Hill", "your treasurer, unpaid"),
    "bela": ("Béla", "bakes, says little"),
    "caretaker": ("The caretaker", "has the keys to the parents' hall"),
    "denise": ("Denise Okafor-Lindqvist", "chairs the county bar association's judicial evaluation committee"),
    "ray": ("Ray", "drives the van"),
}


def says(who: str, text: str, face: str = "") -> tuple[Part, ...]:
    """Return one line of somebody."""
    return (Part(ALWAYS, (Speech(who, face, "", text),)),)


def bakery() -> Scenario:
    """Return a story in which one choice pleases, one has a bill, and one asks."""
    pounce = choice(
        "pounce", "monday", text="Which five people ought I to call?", breaks="time-and-place", capital={"leslie": -6},
        advice="A line of twelve people is no place for that.",
        later=[later("monday", {"leslie": -12}, "She told Priya that she had felt like a searched handbag.")],
    )
    sign = choice(
        "sign", "end", text="Might I put up a small sign?", breaks="no-entitlement",
        ask=Ask("leslie", 5, Branch(capital=amounts({"leslie": 2})), Branch(capital=amounts({"leslie": -4}))),
    )
    story = scenario(
        scene("line", choice("ask-maya", "counter", text="How is Maya?", honours="not-about-you", capital={"leslie": 6}),
              script=says("leslie", "Oh, hello!", "warm"), time="Saturday, 9:40"),
        scene("counter", pounce, choice("thank", "monday", text="Thank her.", spoken=False), time="Saturday, 9:52"),
        scene("monday", sign, script=says("priya", "So. You ran into Leslie.", "wary"), time="Monday"),
        capital={"leslie": 8, "priya": 45, "marcus": 40, "june": None},
    )
    return replace(story, people={
        who: replace(person, name=NAMES.get(who, (who.title(), ""))[0]) for who, person in story.people.items()
    })


def longplay() -> State:
    """Return a play with seven people, long names, and more entries than a page holds."""
    people = list(NAMES)
    texts = (
        "How is Maya getting on?",
        "You know everyone in this town, and I have been meaning to say so. Which five people ought I to be calling "
        "before Tuesday at four, and would you ring them first?",
        "Carry the tray for her, and say nothing about it.",
        "Might I write to you about it next week? Not about money.",
        "You're still on Elm, aren't you? Might I put up a small sign?",
        "I'll be there at eight with the chairs.",
        "That was my fault: I never wrote, and I should have.",
        "Would she mind if I wrote? I'd sooner you asked her than I did, since you have known her for longer than I have.",
        "Thank you.",
    )
    times = ("Saturday, 9:40", "Saturday, 9:52", "Saturday, 10:05", "Sunday night", "Monday, 8:05", "The next Tuesday, 12:24",
             "First Saturday in June, 12:40", "Thursday, four days later", "Thursday, 9:40 p.m.")
    scenes = []
    for index, text in enumerate(texts):
        extra = {}
        if index == 1:
            extra = {"breaks": "time-and-place", "later": [
                later("s4", {"leslie": -12}, "She told Priya that she had felt like a handbag that somebody was going through."),
            ]}
        elif index == 4:
            extra = {"honours": "own-it", "ask": Ask("priya", 15, Branch(), Branch())}
        elif index == 5:
            extra = {"breaks": "met-is-not-network", "later": [later("end", {"leslie": -9}, "It comes out.")]}
        else:
            extra = {"honours": "reach-out-properly"}
        to = f"s{index + 1}" if index + 1 < len(texts) else "end"
        capital = {"leslie": [6, -6, 3, 4, 2, -3, 9, 5, 1][index], people[1 + index % 6]: [2, -2][index % 2]}
        who = people[index % 7]
        told = says(who, "Well, look at you.", ["warm", "hurt", "wary", "delighted"][index % 4])
        scenes.append(scene(f"s{index}", choice(f"c{index}", to, text=text, spoken=index != 2, capital=capital, **extra),
                            script=told, time=times[index], place="library-cafe"))
    story = scenario(*scenes, capital={"leslie": 8, "priya": 48, "marcus": 40, "bela": 11, "caretaker": 0, "denise": 17, "ray": -3})
    story = replace(story, people={
        who: Person(who, *NAMES[who], person.capital, who, NAMES[who][0].split()[0] if who != "caretaker" else "The caretaker")
        for who, person in story.people.items()
    })
    return replay(Playthrough(story, choices=tuple(f"c{index}" for index in range(len(texts) - 1))))


def sums(state: State, columnist: Columnist = AFTER) -> list[tuple[str, int | None]]:
    """Return who stands in the book, with their figures."""
    return [(account.who.id, account.who.capital) for account in book(state, columnist).people]


def printed(page: Page) -> list[str]:
    """Return every line of a page."""
    return [mark.text for mark in page.marks if isinstance(mark, Words)]


def test_at_first_only_who_has_spoken_is_in_the_book():
    """Leslie has said hello; Priya and Marcus exist, and have not been met."""
    assert [("leslie", 8)] == sums(play(bakery()))


def test_people_stand_by_standing_then_by_name():
    """The closest stand first; Leslie, who was lost, stands last."""
    state = play(bakery(), "ask-maya", "pounce")
    assert [("priya", 45), ("leslie", -4)] == sums(state)


def test_each_entry_tells_when_what_and_what_it_adds_up_to():
    """I can check the ledger by hand: 8, and 6, less 6, less 12, makes minus 4."""
    state = play(bakery(), "ask-maya", "pounce")
    leslie = book(state, AFTER).people[-1]
    assert [
        ("At the start", "", 8, 8),
        ("Saturday, 9:40", "", 6, 14),
        ("Saturday, 9:52", "", -6, 8),
        ("Monday", "from Saturday, 9:52", -12, -4),
    ] == [(line.when, line.origin, line.amount, line.total) for line in leslie.lines]
    assert "You said: “How is Maya?”" == leslie.lines[1].what
    assert "She told Priya that she had felt like a searched handbag." == leslie.lines[3].what
    assert ["", "Not about you · honoured", "Time and place · broken", "Came later"] == [line.label for line in leslie.lines]


@settings(max_examples=60, deadline=None)
@given(playthroughs())
def test_every_account_adds_up_to_its_figure(made: Playthrough):
    """On any path of any scenario: the amounts add up to the figure, and the last sum equals it."""
    state = replay(made)
    for account in book(state, AFTER).people:
        assert state.capital(account.who.id) == account.who.capital
        assert account.who.capital == sum(line.amount or 0 for line in account.lines)
        assert account.who.capital == account.lines[-1].total


@settings(max_examples=60, deadline=None)
@given(playthroughs())
def test_whoever_has_an_entry_is_in_the_book(made: Playthrough):
    """Somebody whose figure changed cannot be missing."""
    state = replay(made)
    assert {entry.person for entry in state.ledger} <= {account.who.id for account in book(state, AFTER).people}


def test_a_principle_waits_until_its_bill_has_landed():
    """Before Monday nothing tells me that asking in line was a mistake; afterwards the ledger does."""
    story = scenario(
        scene("line", choice("pounce", "door", breaks="time-and-place", capital={"leslie": -6},
                             advice="No place for that.", later=[later("monday", {"leslie": -12})])),
        scene("door", choice("go", "monday")),
        scene("monday", choice("write", "end")),
        capital={"leslie": 8},
    )
    before, after = play(story, "pounce"), play(story, "pounce", "go")
    assert ["", ""] == [line.label for line in book(before, AFTER).people[0].lines]
    assert ["", "Time and place · broken", "Came later"] == [line.label for line in book(after, AFTER).people[0].lines]


def test_the_columnist_keeps_her_advice_to_herself():
    """Her sentence about a choice is hers to say: the book tells what I said."""
    state = play(bakery(), "ask-maya", "pounce", "sign")
    told = " ".join(BookScreen(book(state, AFTER)).text())
    assert "About ask-maya." not in told
    assert "A line of twelve people" not in told


def test_what_is_asked_stands_as_spent_well_or_as_refused():
    """A granted ask is a line of its own; a refused one costs what its choice says."""
    granted = scenario(scene("s", choice("ask", ask=Ask("leslie", 5, Branch(), Branch())), script=says("leslie", "Hm.")),
                       capital={"leslie": 8})
    refused = play(bakery(), "ask-maya", "pounce", "sign")
    account = book(play(granted, "ask"), AFTER).people[0]
    assert ("Granted, and well spent", -5, 3) == (account.lines[1].label, account.lines[1].amount, account.lines[1].total)
    assert "You asked, and it was granted." == account.asked
    leslie = book(refused, AFTER).people[-1]
    assert "You asked, and it was not yours to ask." == leslie.asked
    assert ("You asked: “Might I put up a small sign?”", -4) == (leslie.lines[-1].what, leslie.lines[-1].amount)


def test_a_broken_promise_names_the_day_it_was_given():
    """At the end I read which yes was too cheap."""
    story = scenario(
        scene("line", choice("vow", promise=promise("letter", "leslie", {"leslie": -7})), time="Saturday, 9:52"),
        capital={"leslie": 8},
    )
    line = book(play(story, "vow"), AFTER).people[0].lines[-1]
    assert ("from Saturday, 9:52", "letter never came.", "A promise not kept", -7) == (
        line.origin, line.what, line.label, line.amount
    )


def test_nothing_is_told_before_its_page():
    """While I read how Leslie took it, neither the figure nor Monday's bill stands in the book."""
    pounce = choice("pounce", "monday", capital={"leslie": -6}, script="She smiles.",
                    later=[later("monday", {"leslie": -12})], breaks="time-and-place")
    story = scenario(scene("line", pounce, script=says("leslie", "Hello!")), scene("monday", choice("go")), capital={"leslie": 8})
    state = play(story, "pounce")
    pages = beats(state, AFTER)
    figures = [book(state, AFTER, pages=pages[: count + 1]).people[0].who.capital for count in range(len(pages))]
    kinds = [type(page) for page in pages]
    assert 8 == figures[kinds.index(ReactionBeat)]
    assert 2 == figures[kinds.index(ReactionBeat) + 1]
    assert -10 == figures[kinds.index(BillBeat)]
    assert -10 == figures[-1]


# ---------------------------------------------------------------- covered


def test_with_the_columnist_at_the_end_no_figure_is_told():
    """I play as in life: amounts, sums, standings and principles wait for the column."""
    state = play(bakery(), "ask-maya", "pounce")
    view = book(state, END)
    assert view.covered
    assert {None} == {line.amount for account in view.people for line in account.lines}
    assert {""} == {line.label for account in view.people for line in account.lines}
    assert {None} == {account.who.standing for account in view.people}
    screen = BookScreen(view)
    texts = printed(screen.page(desk((1920, 1080), 100), gallery()))
    assert [] == [text for text in texts if text.strip("+−-").isdigit()]
    assert "after the column" in texts


def test_covered_people_stand_by_name_so_that_their_order_tells_nothing():
    """Priya is closer than Leslie, and stands after her."""
    assert [("leslie", None), ("priya", None)] == sums(play(bakery(), "ask-maya", "pounce"), END)


def test_the_cover_comes_off_when_the_play_is_over():
    """After the ending the book is open."""
    state = play(bakery(), "ask-maya", "pounce", "sign")
    assert not book(state, END).covered
    assert sums(state, AFTER) == sums(state, END)


# ---------------------------------------------------------------- keys


def test_an_empty_book_says_that_it_is_early():
    """Before anybody has spoken there is a sentence, and a way back."""
    screen = BookScreen(book(play(scenario(scene("s", choice("go")))), AFTER))
    assert "You have met nobody yet. It is early." in printed(screen.page(desk((1920, 1080), 100), gallery()))
    assert (Close(),) == screen.handle("escape")


@pytest.mark.parametrize("key", ["escape", "a"])
def test_escape_and_a_close_the_book(key: str):
    """The key that opened it closes it."""
    assert (Close(),) == BookScreen(book(longplay(), AFTER)).handle(key)


def test_the_arrows_turn_to_other_people_and_a_click_does_too():
    """Down and up walk through the list and around its ends."""
    screen = BookScreen(book(longplay(), AFTER))
    turned = []
    for key in ("down", "up", "up", "row:3", "row:99"):
        assert () == screen.handle(key)
        turned.append(screen.cursor)
    assert [1, 0, 6, 3, 3] == turned


def test_one_key_reads_every_account_to_its_last_line():
    """With a clicker I pass through the whole book and out of it; each entry was on a page."""
    screen, at = BookScreen(book(longplay(), AFTER)), desk((1280, 720), 200)
    shown: list[str] = []
    for _ in range(200):
        shown += printed(screen.page(at, gallery()))
        screen_before = screen.cursor
        if screen.handle("enter"):
            break
        assert screen_before <= screen.cursor
    assert len(screen.view.people) - 1 == screen.cursor
    assert {account.who.name.split()[0] for account in screen.view.people} <= {text.split()[0] for text in shown if text}


def test_left_goes_back_through_a_long_account():
    """The newest entries are shown first; the first line of the account is some pages to the left."""
    screen, at = BookScreen(book(longplay(), AFTER)), desk((1920, 1080), 150)
    screen.cursor = next(n for n, account in enumerate(screen.view.people) if account.who.id == "leslie")
    screen.handle("right")
    screen.page(at, gallery())
    screen.handle("right")
    assert "At the start" not in printed(screen.page(at, gallery()))
    for _ in range(20):
        if "At the start" in printed(screen.page(at, gallery())):
            break
        screen.handle("left")
    texts = printed(screen.page(at, gallery()))
    assert "At the start" in texts
    assert "Adds up to" in texts
    screen.handle("left")
    assert not screen.opened


# ---------------------------------------------------------------- the page


def everywhere(screen: BookScreen) -> Sequence[str]:
    """Return the faults at every size."""
    return faults_everywhere(screen)


@pytest.mark.parametrize("columnist", [AFTER, END])
@pytest.mark.parametrize("opened", [False, True])
def test_the_book_holds_at_every_size(columnist: Columnist, opened: bool):
    """Nothing overlaps, leaves the page or is too small, in any window, at any text size, in both looks."""
    screen = BookScreen(book(longplay(), columnist))
    screen.cursor = next(n for n, account in enumerate(screen.view.people) if account.who.id == "leslie")
    screen.opened = opened
    assert [] == everywhere(screen)


def test_every_leaf_and_the_end_of_the_list_hold():
    """The earliest entries and the last person are as sound as the first page."""
    screen = BookScreen(book(longplay(), AFTER))
    screen.opened = True
    for person in range(len(screen.view.people)):
        screen.cursor, screen.leaf = person, 99
        assert [] == everywhere(screen)


def test_the_cover_stays_on_until_the_ending_itself_is_shown():
    """A bill that the last scene brings is read before the ending: the book is still shut then."""
    story = scenario(
        scene("line", choice("pounce", "end", capital={"leslie": -6}, later=[later("end", {"leslie": -12})])),
        capital={"leslie": 8},
    )
    state = play(story, "pounce")
    pages = beats(state, END)
    covers = [book(state, END, pages=pages[: count + 1]).covered for count in range(len(pages))]
    assert [True] * (len(pages) - 1) + [False] == covers
    assert 1 < len(pages)
