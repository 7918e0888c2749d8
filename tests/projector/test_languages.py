"""The room in other languages: nothing that it shows is left in English, and everything has room for longer words."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from typing import Any

import pytest

from game.language import speaking
from game.language.pseudo import PSEUDO, said
from game.projector.around import Around, Wifi
from game.projector.director import ABOVE
from game.projector.frame import RoomScreen
from game.projector.screens.column import ColumnScreen
from game.projector.screens.lobby import LobbyScreen
from game.projector.screens.question import QuestionScreen
from game.projector.sheet_of_paper import sheet_of_paper
from game.room import phone_view, remote_view
from game.room.column_view import column
from game.room.errors import Refused
from game.room.events import Extended, Joined, Let, Typed, Voted, Went
from game.room.handout import page as handout
from game.room.machine import apply, begin
from game.room.paper import paper
from game.room.session import Session, Step
from game.room.setup import Manner, setup_for
from game.stage.page import Words
from game.story.model import Scenario
from game.story.texts import in_other_words
from tests.language.test_pseudo import names_of, unmarked
from tests.projector.test_screens_moment import after, desks, screen_of, wrong
from tests.room.lived import analysed, played, scenario
from tests.stage.checks import faults, gallery

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
AROUND = Around(
    address="192.168.100.120:8080", network="wlan0 · ÉÑ", networks=2, wifi=Wifi("ÑÉ", "penguins"), connected=25, now=40.0,
    others=((0, 5, 9), (0, -3, 4)),
)
OWN = {"MOKA", "Wi", "Fi", "WI", "FI", "COFFEE", "FIRST", "OK", "JavaScript", "Thom", "Singer", "CC", "BY"}
"""Names, and what is called alike everywhere."""
ADDRESSES = re.compile(r"https?://\S+|\b[\d.]+:\d+\S*|\b[A-Z](?= )|\bF11\b")


@cache
def pseudo(name: str) -> Scenario:
    """Return a scenario in the pseudo-language."""
    return in_other_words(scenario(name), said)


def left_in_english(texts: list[str], name: str) -> list[str]:
    """Return what was not marked in some texts, each with the text."""
    names = names_of(name) | OWN
    return [f"{word!r} in {text!r}" for text in texts for word in unmarked(ADDRESSES.sub("", text), names)]


def shown(screen: RoomScreen) -> list[str]:
    """Return the words of the page that is open, and what it says to a voice."""
    page = screen.page(desks(story=getattr(screen, "story", False))[0][1], gallery())
    return [*(mark.text for mark in page.marks if isinstance(mark, Words)), *screen.text()]


def a_workshop(name: str, told: Callable[[str], Scenario] = pseudo) -> Iterator[Session]:
    """Every step of a workshop: people come, type, vote, talk, vote again and see the votes, to the end of the story."""
    manner = Manner(say_first=True, sure=True, names=True)
    session = begin(setup_for(told(name), word="MOKA", seed=4, manner=manner), at=0.0)
    yield session
    for number in range(25):
        session = apply(session, Joined(f"p{number}"), at=1.0)
    yield session
    session = after(session, "scene")
    while not session.state.over:
        yield session
        session = after(session, "say", Extended(30))
        yield session
        session = after(session, Typed("p1", session.moment, "Ñó, ñó."), Typed("p2", session.moment, "Ó, sí."), Let("p1", session.moment, True))
        yield session
        session = after(session, "vote")
        yield session
        session = _voted(session, 1)
        yield session
        if session.moment % 3 != 1:
            session = after(session, "talk")
            yield session
            session = _voted(after(session, "second"), 2)
            yield session
        session = after(session, "reveal")
        yield session
        intents = screen_of(session).handle("ltx"[session.moment % 3])
        session = after(session, *(each.event for each in intents))  # type: ignore[union-attr]
        yield session
        yield replace(session, step=Step.COLUMNIST)
        session = after(session, "scene")
    yield session


def _voted(session: Session, turn: int) -> Session:
    for number, person in enumerate(session.people):
        if number % 11:
            choice = session.now.offered[(number * turn + session.moment) % len(session.now.offered)]
            session = apply(session, Voted(person, session.moment, turn, choice, number % 3 + 1), at=11.0)
    return session


def screens(session: Session) -> Iterator[RoomScreen]:
    """Yield the screen of a step at each of its pages."""
    screen = screen_of(session, AROUND)
    for _page in range(30):
        yield screen
        if session.step not in (Step.SCENE, Step.CONSEQUENCE) or screen.handle("enter"):
            return


# ---------------------------------------------------------------- the wall


@pytest.mark.parametrize("name", ["bakery", "laid-off"])
def test_the_wall_speaks_the_rooms_language_and_has_room_for_it(name: str):
    """From the lobby to the ending no English word is left, and nothing overlaps, is cut or is small, 40 % longer."""
    english, crowded = set(), set()
    with speaking(PSEUDO):
        for turn, session in enumerate(a_workshop(name)):
            for screen in screens(session):
                english.update(f"{type(screen).__name__}: {each}" for each in left_in_english(shown(screen), name))
                crowded.update(wrong(screen, (turn % 4,)))
    assert [] == sorted(english)
    assert [] == sorted(crowded)


@pytest.mark.parametrize("tables", [0, 8])
def test_what_comes_after_the_story_does_so_too(tables: int):
    """The column with all its pages, the discussion with its questions, the tables, and the thanks."""
    english, crowded = set(), set()
    with speaking(PSEUDO):
        session = played(pseudo("bakery"), 25, tables=tables, to="discussion")
        column_ = ColumnScreen(replace(session, step=Step.COLUMN), replace(AROUND, analysis=analysed("bakery")))
        after_ = [screen_of(replace(session, question=number), around) for number in range(3) for around in (AROUND, replace(AROUND, others=(), analysis=analysed("bakery")))]
        open_: list[RoomScreen] = [*after_, screen_of(replace(session, step=Step.CLOSED))]
        for screen in open_:
            english.update(f"{type(screen).__name__}: {each}" for each in left_in_english(shown(screen), "bakery"))
            crowded.update(wrong(screen))
        for _page in range(8):
            english.update(f"column {column_.sheet}: {each}" for each in left_in_english(shown(column_), "bakery"))
            crowded.update(f"column {column_.sheet}: {each}" for each in wrong(column_))
            column_.handle("enter")
    assert [] == sorted(english)
    assert [] == sorted(crowded)


def test_the_pages_above_do_so_too():
    """How we play with each of its values, the remote's number, raised hands, all keys, and what is asked before an end."""
    english, crowded = set(), set()
    with speaking(PSEUDO):
        session = played(pseudo("bakery"), 25, tables=8, to="discussion")
        voting = after(begin(setup_for(pseudo("bakery"), word="MOKA", seed=4), at=0.0), "scene", "vote")
        from importlib import import_module

        for name, (module, kind) in ABOVE.items():
            about = session if name in ("tables", "leave") else voting
            if name == "flow":
                continue
            screen = getattr(import_module(f"game.projector.screens.{module}"), kind)(about, AROUND)
            keys = ["down", "right"] * 12 if name == "arrange" else ["1", "9", "left"] if name in ("hands", "pair") else ["?"]
            for key in ["", *keys]:
                for event in screen.handle(key) if key else ():
                    if hasattr(event, "event") and name == "arrange":
                        screen.session = apply(screen.session, event.event, at=1.0)
                english.update(f"{name}: {each}" for each in left_in_english(shown(screen), "bakery"))
                crowded.update(f"{name}: {each}" for each in wrong(screen))
            if isinstance(screen, QuestionScreen):
                screen.session = replace(session, step=Step.CLOSED)
                english.update(f"{name}: {each}" for each in left_in_english(shown(screen), "bakery"))
    assert [] == sorted(english)
    assert [] == sorted(crowded)


@pytest.mark.parametrize("around", [
    AROUND, replace(AROUND, address="", wifi=None), replace(AROUND, wifi=None, networks=1), replace(AROUND, trouble="«[Ñó ñétwórk hére, óñé twó thrée]»"),
], ids=["codes", "no network", "one code", "trouble"])
def test_each_way_into_the_lobby_does_so_too(around: Around):
    """With codes large and small, without a network, by raised hands, for one and for many."""
    english, crowded = set(), set()
    with speaking(PSEUDO):
        for people in (0, 1, 25, 450):
            for phones in (True, False):
                session = begin(setup_for(pseudo("bakery"), word="MOKA", seed=4, manner=Manner(phones=phones)), at=0.0)
                for number in range(people):
                    session = apply(session, Joined(f"p{number}"), at=1.0)
                screen = LobbyScreen(session, around)
                for key in ("", "h", "w"):
                    screen.handle(key)
                    english.update(left_in_english(shown(screen), "bakery"))
                    # a code over the whole height has its keys in rows below each other
                    crowded.update(faults(screen.page(desks(story=False)[0][1], gallery())) if screen.large else wrong(screen))
    assert [] == sorted(english)
    assert [] == sorted(crowded)


# ---------------------------------------------------------------- phones, the remote, paper


def texts_of(plain: Any, key: str = "") -> Iterator[str]:
    """Yield all texts of plain data that somebody reads: not ids, nor what only the page's script understands."""
    if isinstance(plain, str) and key not in (
        "step", "id", "to", "what", "rule", "tie", "name_", "do", "person", "language", "choice", "other", "taken", "word", "chose",
        "chose_first", "field",
    ):
        yield plain
    elif isinstance(plain, dict):
        for name, value in plain.items():
            if name not in ("do",) and not (name == "name" and "says" in plain):
                yield from texts_of(value, name)
    elif isinstance(plain, (list, tuple)):
        for value in plain:
            yield from texts_of(value, key)


@pytest.mark.parametrize("name", ["bakery", "rotary-prospect"])
def test_phones_and_the_remote_are_told_in_the_rooms_language(name: str):
    """What every phone, one phone and the remote are told at each step, from the lobby to the end."""
    english: set[str] = set()
    with speaking(PSEUDO):
        sessions = [*a_workshop(name), *(played(pseudo(name), 25, to=to) for to in ("column", "discussion", "closed"))]
        for session in sessions:
            views = (
                phone_view.common(session, at=9.0), phone_view.own(session, "p1"),
                remote_view.remote(session, at=9.0, connected=3), column(session, analysed(name)),
            )
            english.update(each for view in views for each in left_in_english([*texts_of(view)], name))
    assert [] == sorted(english)


REFUSED = ("reveal", "talk", "closed", "nowhere")


def test_what_a_room_refuses_is_refused_in_its_language():
    """A sentence for whoever asked, on the wall, on the remote or on a phone."""
    session = begin(setup_for(pseudo("bakery"), word="MOKA", seed=4), at=0.0)
    why = []
    with speaking(PSEUDO):
        for step in REFUSED:
            with pytest.raises(Refused) as found:
                apply(session, Went(step), at=1.0)
            why.append(str(found.value))
    assert [] == left_in_english([each.replace(step, "") for each, step in zip(why, REFUSED, strict=True)], "bakery")


class _Read(HTMLParser):
    """Gathers the texts of a page, and those of its attributes that are read aloud."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.language = self._in = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._in = tag
        if tag == "html":
            self.language = f"{given.get('lang')} {given.get('dir')}"
        self.texts += [given[name] or "" for name in ("aria-label", "title", "placeholder") if name in given]

    def handle_data(self, data: str) -> None:
        if self._in != "style":
            self.texts.append(data)


@pytest.mark.parametrize("leave", [0, 2, 99])
def test_the_page_to_hand_out_and_the_sheet_are_in_the_rooms_language(leave: int):
    """Before anything happened, in the middle and after the end; the page says which language it is in."""
    with speaking(PSEUDO):
        session = played(pseudo("bakery"), 25, leave=leave)
        reading = _Read()
        reading.feed(handout(session, analysed("bakery")))
        desk = desks(story=False)[0][1]
        marks = sheet_of_paper(desk, paper(session, analysed("bakery")), 1920 * 297 / 210)
    printed = [mark.text for mark in marks if isinstance(mark, Words)]
    assert "qps ltr" == reading.language
    assert [] == left_in_english([*reading.texts, *printed], "bakery")
