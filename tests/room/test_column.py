"""The room's column, its findings, its questions, and the page to hand out."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.room.column_view import UNFINISHED, column, column_of, this_week
from game.room.discussion import HAPPENED, NOW_WHAT, SO_WHAT, STAGES, aside, questions
from game.room.events import Hands, Joined, Voted, Went
from game.room.finding_words import deed, finding, found
from game.room.findings import findings
from game.room.going import onward
from game.room.handout import page
from game.room.machine import apply, begin
from game.room.session import Session
from game.room.setup import Setup
from game.story.debrief import debrief, moment_total
from tests.builders import choice, ending, scene
from tests.builders import scenario as made_scenario
from tests.room.lived import NAMES, analysed, lived, played, scenario

KEYS = {
    "headline", "salutation", "letter", "signature", "reply_salutation", "reply", "pull", "sign_off", "this_week", "score",
    "percentile", "chart", "findings",
}
ROOMS = [(name, voters, leave) for name in NAMES for voters, leave in ((25, 99), (7, 3), (1, 1), (0, 0), (0, 99))]


# ---------------------------------------------------------------- the column for phones


@pytest.mark.parametrize(("name", "voters", "leave"), ROOMS)
def test_a_phone_gets_the_whole_column_as_plain_data(name: str, voters: int, leave: int):
    """Whatever the room played, and wherever it stopped, there is a letter, a reply and a signature."""
    view = column(lived(name, voters, leave=leave), analysed(name))
    assert view.keys() == KEYS
    assert json.loads(json.dumps(view)) == view
    texts = [view["headline"], *view["letter"], view["signature"], *view["reply"], view["sign_off"], view["this_week"]]
    assert [text for text in texts if not text.strip()] == []


@pytest.mark.parametrize(("name", "voters", "leave"), ROOMS)
def test_no_typewriter_quotes_are_printed(name: str, voters: int, leave: int):
    """Curly quotes everywhere, as a newspaper has them."""
    view = json.dumps(column(lived(name, voters, leave=leave), analysed(name)), ensure_ascii=False)
    assert [] == re.findall(r"\w'\w|\\\"", view)


@pytest.mark.parametrize("name", NAMES)
def test_the_small_act_is_told_once(name: str):
    """What the reply says for this week stands by itself, and nothing of the reply is lost."""
    reply = column_of(lived(name, 25), None).reply
    act, rest = this_week(reply)
    assert act
    assert act not in " ".join(rest)
    words = sorted(re.findall(r"\w+", " ".join(reply.paragraphs).lower()))
    kept = sorted(re.findall(r"\w+", " ".join((act, *rest)).lower()))
    assert kept in (words, sorted(_without(words, ["this", "week"])))


def _without(words: list[str], gone: list[str]) -> list[str]:
    left = list(words)
    for word in gone:
        if word in left:
            left.remove(word)
    return left


@pytest.mark.parametrize("name", NAMES)
def test_a_room_that_came_to_an_end_has_the_score_of_its_play(name: str):
    """The room's playthrough is a list of choices like any other, and is measured like any other."""
    session = lived(name, 25)
    alone = debrief(session.state, seed=session.setup.seed, analysis=analysed(name))
    view = column(session, analysed(name))
    assert (alone.score, alone.percentile, alone.headline) == (view["score"], view["percentile"], view["headline"])


@pytest.mark.parametrize("name", NAMES)
def test_a_room_that_ran_out_of_time_says_so_and_has_no_score(name: str):
    """A workshop that stops in the middle of the story gets a column all the same."""
    view = column(lived(name, 7, leave=3), analysed(name))
    assert (UNFINISHED, None, None) == (view["headline"], view["score"], view["percentile"])
    assert view["letter"][-1].endswith("in the middle of it. What do I do next?")


def test_a_room_that_chose_nothing_is_told_how_to_begin():
    """The column may be opened at the very first scene."""
    view = column(lived("bakery", 7, leave=0), analysed("bakery"))
    assert view["letter"][-1].endswith("Nothing has happened yet. Where do I begin?")
    assert (view["pull"], view["findings"], view["chart"]) == ("", [], {"name": "", "values": []})


@pytest.mark.parametrize("name", NAMES)
def test_nobody_is_named_in_what_is_kept(name: str):
    """Names are for the projector at the most; the column and the page to hand out have none, and no ids."""
    session = lived(name, 7, called="Zebedee Quill")
    kept = json.dumps(column(session, analysed(name))) + page(session, analysed(name))
    assert "Zebedee" not in kept
    assert re.search(r"\bp[0-6]\b", re.sub(r"<[^>]+>", " ", kept)) is None


# ---------------------------------------------------------------- findings in words


def small(*, text: str = "Ask her.", note: str = "", title: str = "A story") -> Session:
    """Return a room of eight that voted once, five to three, six of them quite sure, and talked two over."""
    first = scene("first", choice("ask", breaks="coffee-first", text=text, letter="I asked her", capital={"ann": -4}),
                  choice("wave", honours="ongoing", letter="I waved", capital={"ann": 3}))
    known = replace(made_scenario(replace(first, facilitator=note), ending(), capital={"ann": 0}), title=title)
    session = begin(Setup(known, "MOKA", 1, replace(Setup(known, "MOKA", 1).manner, sure=True)), at=0.0)
    for number in range(8):
        session = apply(session, Joined(f"p{number}"), at=0.0)
    for step in ("scene", "vote"):
        session = apply(session, Went(step), at=0.0)
    for number in range(8):
        chosen = "ask" if number < 5 else "wave"
        session = apply(session, Voted(f"p{number}", 0, 1, chosen, 3 if number < 6 else 1), at=0.0)
    for step in ("talk", "second"):
        session = apply(session, Went(step), at=0.0)
    for number in range(8):
        session = apply(session, Voted(f"p{number}", 0, 2, "ask" if number < 3 else "wave", 3), at=0.0)
    session = apply(session, Went("reveal"), at=0.0)
    session = apply(session, onward(session), at=0.0)
    for step in ("scene", "column"):
        session = apply(session, Went(step), at=0.0)
    return session


def test_what_the_votes_show_is_said_in_sentences():
    """Where they were divided, where they were sure and wrong, and whom talking moved; by deed, and not by letter alone."""
    session = small()
    assert [
        ("Most divided", "At moment 1, five of you asked her, and three waved."),
        ("Sure and wrong", "At moment 1, five of the six who were quite sure were wrong: most of them asked her."),
        ("Moved by talk", "At moment 1, talking moved two of eight, most of all to B: you waved."),
    ] == [(each.label, each.text) for each in found(session, column_of(session, None))]


def test_the_headline_is_what_most_deserves_to_be_talked_about():
    """Errors made with confidence come before all else."""
    session = small()
    assert ("You were surest where you were wrong", 0) == finding(session, column_of(session, None))


def test_a_room_without_votes_still_finds_something():
    """Where nobody voted, the dearest choice and the best take the place of what votes would show."""
    session = lived("laid-off", 0)
    made = column_of(session, None)
    assert (findings(session).divided, findings(session).moved) == (None, None)
    labels = [each.label for each in found(session, made)]
    assert labels == [label for label, turn in (("Dearest", made.dearest), ("Best", made.best)) if turn is not None] != []


@pytest.mark.parametrize("name", NAMES)
def test_each_choice_can_be_told_as_a_deed(name: str):
    """Each choice of each scenario reads on after `you`, in typographic signs."""
    for each in (made for there in scenario(name).scenes.values() for made in there.choices):
        assert re.match(r"[a-z’]", deed(each, scenario(name))), each.id
        assert not deed(each, scenario(name)).startswith("you ")


def test_hands_count_as_votes_in_the_findings():
    """A room without phones is divided like any other."""
    session = small()
    known = session.setup.scenario
    session = begin(Setup(known, "MOKA", 1), at=0.0)
    for event in (Went("scene"), Went("vote"), Hands({"ask": 9, "wave": 7}), Went("reveal")):
        session = apply(session, event, at=0.0)
    session = apply(session, onward(session), at=0.0)
    divided = found(session, column_of(session, None))[0]
    assert ("1", "A or B: 9 to 7") == (divided.figure, divided.counts)


# ---------------------------------------------------------------- the discussion


def test_the_three_questions_of_a_scenario_are_asked():
    """An author who wrote a `discussion:` is asked for nothing else."""
    session = small()
    own = ("What was said?", "What did it cost?", "To whom will you say it?")
    session = replace(session, setup=replace(session.setup, scenario=replace(session.setup.scenario, discussion=own)))
    assert list(zip(STAGES, own, strict=True)) == [(each.stage, each.text) for each in questions(session)]


def test_otherwise_the_notes_for_the_facilitator_are_asked():
    """The note on the moment that counted becomes the first question, with its moment."""
    first, second, third = questions(small(note="Who's asking, and who pays?"))
    assert ("Who’s asking, and who pays?", 0) == (first.text, first.moment)
    assert (SO_WHAT, None, NOW_WHAT, None) == (second.text, second.moment, third.text, third.moment)


def test_a_note_that_is_no_question_is_not_read_out():
    """What an author wrote for the facilitator's eyes stays there."""
    assert HAPPENED == questions(small(note="Do not name the principle yet."))[0].text


@pytest.mark.parametrize(("name", "voters", "leave"), ROOMS)
def test_there_are_always_three_different_questions_and_a_line_beside_each(name: str, voters: int, leave: int):
    """Also where the room did nothing, and where the author wrote none."""
    session = lived(name, voters, leave=leave)
    bare = replace(session.setup, scenario=replace(session.setup.scenario, discussion=()))
    for each in (session, replace(session, setup=bare)):
        assert len({asked.text for asked in questions(each)}) == 3
        assert all(aside(each, number) for number in range(3))
    assert all(asked.text.endswith("?") for asked in questions(replace(session, setup=bare)))


# ---------------------------------------------------------------- the page to hand out

VOID = {"meta", "line", "circle", "polyline"}


class Strict(HTMLParser):
    """Reads a page and notes what is wrong with it, what it says, and which elements it has."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.faults: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing")

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words.append(data)


def read_page(html: str) -> Strict:
    """Return a page as it was read, to the end."""
    parser = Strict()
    parser.feed(html)
    parser.close()
    parser.faults += [f"<{tag}> stays open" for tag in parser.open]
    return parser


@pytest.mark.parametrize(("name", "voters", "leave"), ROOMS)
def test_the_page_is_well_formed_and_needs_nothing_else(name: str, voters: int, leave: int):
    """No script, no address, no picture from elsewhere: it can be kept for years."""
    html = page(lived(name, voters, leave=leave), analysed(name))
    made = read_page(html)
    tags = [tag for tag, _ in made.seen]
    assert made.faults == []
    assert {"script", "link", "img", "iframe", "form", "a"} & set(tags) == set()
    assert [value for _, given_ in made.seen for key, value in given_.items() if key.startswith("on") or key in ("src", "href", "style")] == []
    assert re.findall(r"url\(|@import|https?:", html) == []
    assert (tags.count("h1"), tags.count("main")) == (1, 1)
    assert ("html", {"lang": "en", "dir": "ltr"}) == made.seen[0]


@pytest.mark.parametrize("name", NAMES)
def test_the_page_holds_what_the_room_did(name: str):
    """The choice of each moment with its votes, the reply, the sentence to print large, the act, the chart in words."""
    session = lived(name, 25)
    view, words = column(session, analysed(name)), " ".join(read_page(page(session, analysed(name))).words)
    for held in session.moments:
        if held.taken:
            assert f"{held.counts[held.taken]} of {sum(held.counts.values())}" in words
    for text in (view["headline"], view["pull"], view["this_week"], *view["reply"]):
        assert text in words
    assert f"{view['chart']['values'][0]} before the first choice, then" in words
    assert f"Score {view['score']} of 100" in words


@pytest.mark.parametrize("name", NAMES)
def test_what_the_moments_brought_is_printed_with_its_sign(name: str):
    """A figure without a sign could be a price or a gift."""
    session = lived(name, 25)
    words = " ".join(read_page(page(session, None)).words)
    for moment in session.state.moments:
        worth = moment_total(session.state, moment.index)
        assert f"capital {f'+{worth}' if worth > 0 else str(worth).replace('-', '−')}" in words


HOSTILE = "</title><script>alert(1)</script>\u202e\u2066\x00\x1b[31m\"'&<img src=x onerror=alert(2)>"


def test_nothing_that_an_author_wrote_becomes_markup():
    """A scenario from anywhere can be played in a room."""
    html = page(small(title=HOSTILE, text=HOSTILE, note=HOSTILE), None)
    made = read_page(html)
    assert made.faults == []
    assert [tag for tag, _ in made.seen if tag in ("script", "img")] == []
    assert set(html) & set("\u202e\u2066\x00\x1b") == set()


@given(text=st.text(min_size=1, max_size=400), title=st.text(min_size=1, max_size=90))
@settings(max_examples=40)
def test_any_words_make_a_well_formed_page(text: str, title: str):
    """Escaped, in one line, without anything that hides or turns letters."""
    html = page(small(text=text, title=title), None)
    assert read_page(html).faults == []
    assert [letter for letter in html if not letter.isprintable() and letter != "\n"] == []


def test_a_room_played_through_another_scenario_is_told_of_that_one():
    """The column is of the play, and of nothing that was kept from another."""
    one, other = played(scenario("bakery"), 3, seed=5), played(scenario("laid-off"), 3, seed=5)
    assert column(one, None)["signature"] != column(other, None)["signature"]
