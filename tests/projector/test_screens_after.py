"""What the projector shows once the story is told: the column, the discussion, the tables, the last page, the sheet."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.projector.around import Around
from game.projector.frame import READ, RoomScreen
from game.projector.intents import Backward, ClosePage, HandOut, Happen, Onward, OpenPage
from game.projector.poster import SIZE, picture, save_poster
from game.projector.screens.closed import ClosedScreen
from game.projector.screens.column import MOST_WORDS, ColumnScreen, shared
from game.projector.screens.discussion import DiscussionScreen, mean
from game.projector.screens.tables import TablesScreen
from game.projector.sheet_of_paper import sheet_of_paper
from game.resources import assets
from game.room.column_view import column
from game.room.events import Asked
from game.room.findings import findings, tables
from game.room.machine import apply
from game.room.paper import paper
from game.room.session import Session
from game.stage.components import Desk
from game.stage.page import Page, Words
from game.stage.theme import PAPER, PROJECTOR, Theme
from game.story.debrief import together
from tests.room.lived import NAMES, analysed, lived
from tests.stage.checks import desk as a_desk
from tests.stage.checks import faults, gallery

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
OTHERS = ((80, 84, 90, 96, 101, 99, 120, 124), (80, 70, 60, 66, 71, 50), (80, 82, 84, 90, 96, 99, 104, 110, 117, 118))
PLAYS = [(name, voters, leave) for name in NAMES for voters, leave in ((0, 99), (1, 99), (7, 99), (25, 99), (7, 0), (7, 2))]
CROWDS = [(name, 250, 99) for name in NAMES]


@cache
def desks() -> tuple[tuple[str, Desk], ...]:
    """Return the desks of a room: both looks, on a screen of 16:9 and on one of 16:10."""
    return tuple(
        (f"{look} {height}", replace(a_desk((1920, height), 100), theme=Theme(palette, 1.0, False)))
        for look, palette in (("paper", PAPER), ("projector", PROJECTOR))
        for height in (1080, 1200)
    )


def wrong(screen: RoomScreen) -> list[str]:
    """Return what is wrong with a screen at every size, all its pages turned; small type above the foot counts as well."""
    pictures, found = gallery(), []
    for name, desk in desks():
        screen.sheet = 0
        screen.page(desk, pictures)
        for sheet in range(screen.sheets):
            screen.sheet = sheet
            page = screen.page(desk, pictures)
            small = [
                f"{mark.text!r} is set in {mark.style.size:.1f} points" for mark in page.marks
                if isinstance(mark, Words) and mark.style.size < READ and mark.baseline < page.height - 64
            ]
            found += [f"{name}, page {sheet + 1}: {fault}" for fault in (*faults(page), *small)]
    return found


def words(screen: RoomScreen, sheet: int = 0) -> str:
    """Return what stands on a page."""
    screen.sheet = sheet
    page = screen.page(desks()[0][1], gallery())
    return " ".join(mark.text for mark in page.marks if isinstance(mark, Words))


# ---------------------------------------------------------------- the column


@pytest.mark.parametrize(("name", "voters", "leave"), [*PLAYS, *CROWDS])
def test_nothing_of_the_column_overlaps_or_is_small(name: str, voters: int, leave: int):
    """Nobody, one, a few, a hall; to the end, in the middle, at the start: each page can be read from the back."""
    assert [] == wrong(ColumnScreen(lived(name, voters, leave=leave), Around(analysis=analysed(name))))


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("name", NAMES)
def test_nor_does_it_in_other_plays(name: str, seed: int):
    """The column is never the same twice."""
    assert [] == wrong(ColumnScreen(lived(name, 3, seed=seed), Around(analysis=analysed(name))))


@pytest.mark.parametrize("name", NAMES)
def test_all_words_of_the_column_are_on_its_pages(name: str):
    """Letter and reply are paged, and never cut."""
    session = lived(name, 25)
    screen, view = ColumnScreen(session, Around(analysis=analysed(name))), column(session, analysed(name))
    screen.page(desks()[0][1], gallery())
    shown = _letters(" ".join(words(screen, sheet) for sheet in range(screen.sheets)))
    texts = (view["headline"], *view["letter"], view["signature"], *view["reply"], view["pull"], view["this_week"], view["score"])
    sentences = [sentence for text in texts for sentence in re.split(r"(?<=[.?!])\s+", str(text))]
    assert [] == [sentence for sentence in sentences if _letters(sentence) not in shown]


def _letters(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter.isalnum())


@given(st.lists(st.integers(1, 40), min_size=1, max_size=9))
@settings(max_examples=60)
def test_a_letter_is_shared_among_pages_at_the_ends_of_sentences(lengths: list[int]):
    """No sentence begins on one page and ends on another, and none is lost."""
    sentences = [" ".join(["Word", *["word"] * (length - 1)]) + "." for length in lengths]
    parts = shared(" ".join(sentences), MOST_WORDS)
    assert " ".join(sentences) == " ".join(parts)
    assert len(parts) == min(len(sentences), -(-sum(lengths) // MOST_WORDS))
    assert all(part.startswith("Word") and part.endswith(".") for part in parts)


def test_space_turns_the_pages_and_then_goes_on():
    """A clicker's one button reads the whole column, and its other one goes back."""
    screen = ColumnScreen(lived("bakery", 25), Around())
    assert 0 == screen.sheet
    screen.page(desks()[0][1], gallery())
    for sheet in range(1, screen.sheets):
        assert () == screen.handle("space")
        assert sheet == screen.sheet
    assert (Onward(),) == screen.handle("enter")
    assert () == screen.handle("left")
    assert (Backward(),) == ColumnScreen(lived("bakery", 25), Around()).handle("left")


def test_the_first_page_is_the_letter_even_before_it_was_drawn():
    """The remote may press before the window has drawn: no page is passed over."""
    screen = ColumnScreen(lived("bakery", 25), Around())
    assert () == screen.handle("enter")
    assert 1 == screen.sheet


def test_a_room_that_stopped_early_is_told_why_it_has_no_score():
    """A score counts whole stories."""
    screen = ColumnScreen(lived("bakery", 7, leave=2), Around(analysis=analysed("bakery")))
    screen.page(desks()[0][1], gallery())
    assert "left before its end" in words(screen, screen.sheets - 1)


# ---------------------------------------------------------------- the discussion


def asking(session: Session, question: int) -> Session:
    """Return the session with one of the questions on the screen."""
    return apply(session, Asked(question), at=2.0)


@pytest.mark.parametrize(("name", "voters", "leave"), [*PLAYS, *CROWDS])
def test_nothing_of_the_discussion_overlaps_or_is_small(name: str, voters: int, leave: int):
    """With other rooms, with the best way through, and alone; at each of the three questions."""
    session = lived(name, voters, leave=leave, to="discussion")
    arounds = (Around(others=OTHERS), Around(analysis=analysed(name)), Around())
    assert [] == [
        fault for question, around in enumerate(arounds)
        for fault in wrong(DiscussionScreen(asking(session, question), around))
    ]


def test_a_question_as_long_as_a_question_may_be_has_room():
    """Nothing is cut off, and the line for the columnist gives way first."""
    session = lived("bakery", 25, to="discussion")
    long = ("Who of the people whom you had met until then was it that you had in mind when you said what you said, and " * 2)[:159]
    known = replace(session.setup.scenario, discussion=(long + "?", "So what?", "Now what?"))
    screen = DiscussionScreen(replace(session, setup=replace(session.setup, scenario=known)), Around())
    assert [] == wrong(screen)
    assert long.rsplit(" ", 1)[1] + "?" in words(screen)


def test_space_asks_the_next_question_and_closing_is_asked_twice():
    """Closing a room is for good; it is not done by one press too many."""
    session = lived("bakery", 25, to="discussion")
    assert (Happen(Asked(1)),) == DiscussionScreen(session, Around()).handle("space")
    last = DiscussionScreen(asking(session, 2), Around())
    assert () == last.handle("space")
    assert "close it for good" in words(last)
    assert () == last.handle("left")
    assert () == last.handle("space")
    assert (Onward(),) == last.handle("space")


def test_the_keys_of_the_discussion():
    """H hands out, F shows who moved where if somebody did, T the tables if there are some."""
    session = lived("bakery", 25, to="discussion")
    assert findings(session).moved is not None
    screen = DiscussionScreen(session, Around())
    assert ((HandOut(),), (OpenPage("flow"),), ()) == (screen.handle("h"), screen.handle("f"), screen.handle("t"))
    alone = DiscussionScreen(lived("bakery", 0, to="discussion"), Around())
    assert () == alone.handle("f")
    seated = DiscussionScreen(lived("bakery", 12, tables=4, to="discussion"), Around())
    assert (OpenPage("tables"),) == seated.handle("t")
    assert (Backward(),) == screen.handle("left")


def test_the_chart_compares_with_other_rooms_and_says_so():
    """Kept on this laptop; without any, the best way through stands for them."""
    session = lived("bakery", 25, to="discussion")
    assert "you, and three other rooms" in words(DiscussionScreen(session, Around(others=OTHERS)))
    assert "you, and the best way through" in words(DiscussionScreen(session, Around(analysis=analysed("bakery"))))
    assert "All accounts, since the start" in words(DiscussionScreen(session, Around()))


def test_the_page_reads_the_same_aloud():
    """Whoever cannot see the chart hears its figures."""
    session = lived("bakery", 25, to="discussion")
    said = " ".join(DiscussionScreen(session, Around(others=OTHERS)).text())
    values = together(session.state)
    assert ", ".join(str(value - values[0]) for value in values) in said
    assert "Of three other rooms: 0," in said


@given(st.lists(st.lists(st.integers(-50, 150), min_size=1, max_size=9).map(tuple), min_size=1, max_size=6), st.integers(1, 9))
@settings(max_examples=60)
def test_the_mean_of_other_rooms_lies_between_them(others: list[tuple[int, ...]], length: int):
    """As many values as this room has; a room that was over earlier stays where it was."""
    values = mean(others, length, whole=False)
    assert length == len(values)
    for index, value in enumerate(values):
        at = [each[min(index, len(each) - 1)] for each in others]
        assert min(at) <= value <= max(at)
    assert max(map(len, others)) == len(mean(others, length, whole=True))


# ---------------------------------------------------------------- tables and the last page


@pytest.mark.parametrize("count", [1, 6, 11, 23, 40])
def test_up_to_forty_tables_are_shown_beside_each_other(count: int):
    """Each with its figure, in the order of their numbers."""
    session = lived("bakery", count, tables=count, to="discussion")
    screen = TablesScreen(session, Around())
    assert [] == wrong(screen)
    found = tables(session)
    assert [f"Table {each.table}: {each.total} point{'' if each.total == 1 else 's'}." for each in found] == screen.text()[2:]
    shown = words(screen).split()
    assert all(str(abs(each.total)) in shown for each in found)


def test_nobody_is_ranked():
    """Tables are compared, and none is told that it lost."""
    said = " ".join(TablesScreen(lived("bakery", 40, tables=40, to="discussion"), Around()).text()).lower()
    assert re.search(r"\b(win|won|winner|best|worst|first|last|rank|lost|top)\b", said) is None


def test_tables_without_an_answer_say_so():
    """Where no table voted there is nothing to compare."""
    screen = TablesScreen(lived("bakery", 0, tables=4, to="discussion"), Around())
    assert "No table has answered yet." in words(screen)
    assert [] == wrong(screen)
    assert (ClosePage(),) == screen.handle("escape")


@pytest.mark.parametrize(("name", "voters", "leave"), PLAYS)
def test_the_last_page_leaves_the_small_act_on_the_wall(name: str, voters: int, leave: int):
    """What people see as they put their coats on is what they may do this week."""
    session = lived(name, voters, leave=leave, to="closed")
    screen = ClosedScreen(session, Around())
    assert [] == wrong(screen)
    assert _letters(column(session, None)["this_week"]) in _letters(words(screen))
    assert ((), (), (HandOut(),)) == (screen.handle("space"), screen.handle("left"), screen.handle("h"))


# ---------------------------------------------------------------- the sheet


@pytest.mark.parametrize("whole", [False, True])
@pytest.mark.parametrize("name", NAMES)
def test_the_sheet_holds_everything_without_overlapping(name: str, whole: bool):
    """One upright sheet, the cut as well as the whole scenario."""
    height = SIZE[1] / SIZE[0] * 1920
    for voters, leave in ((25, 99), (7, 2), (0, 0)):
        made = paper(lived(name, voters, leave=leave, whole=whole), analysed(name) if not whole else None)
        page = Page(1920, height, tuple(sheet_of_paper(desks()[0][1], made, height)))
        assert [] == faults(page, least=16.5)
        shown = _letters(" ".join(mark.text for mark in page.marks if isinstance(mark, Words)))
        assert all(_letters(text) in shown for text in (made.headline, made.act, *made.reply, *(each.text for each in made.found)))


def test_the_facilitator_gets_a_picture_and_a_page_and_loses_none(tmp_path: Path):
    """Beside each other, of one name, in a form to print; a second time they stand beside the first."""
    session = lived("bakery", 7)
    said = [save_poster(session, analysed("bakery"), assets(), tmp_path / "new") for _ in range(2)]
    names = sorted(path.name for path in (tmp_path / "new").iterdir())
    assert len(names) == 4
    assert all(re.fullmatch(r"coffee-first-bakery-room-\d{4}-\d\d-\d\d(-2)?\.(png|html)", name) for name in names)
    assert all(sentence.startswith("Saved among your pictures: ") and str(tmp_path) not in sentence for sentence in said)
    saved = pygame.image.load(next((tmp_path / "new").glob("*.png")))
    assert SIZE == saved.get_size()


def test_a_folder_that_takes_nothing_is_said_in_a_sentence(tmp_path: Path):
    """No traceback reaches the room."""
    (tmp_path / "file").write_text("", "utf-8")
    said = save_poster(lived("bakery", 7), None, assets(), tmp_path / "file" / "below")
    assert said.startswith("The page could not be saved: ")


def test_the_strips_of_the_sheet_meet(tmp_path: Path):
    """The sheet is printed in strips; no seam shows: each row of its margin is paper, from top to bottom."""
    sheet = picture(lived("bakery", 7), None, assets())
    paper_colour = sheet.get_at((2, 2))
    assert {tuple(sheet.get_at((2, y))) for y in range(SIZE[1])} == {tuple(paper_colour)}
