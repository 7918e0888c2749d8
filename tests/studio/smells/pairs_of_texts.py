"""What is told and said: what smells, and its mend."""

from __future__ import annotations

from dataclasses import replace

from game.story.model import Cut, Scenario
from tests.builders import script
from tests.studio.smells.lessons import (
    KIND,
    RASH,
    TEN,
    lesson,
    one,
    pair,
    says,
    spoken,
    with_scene,
)

# What is told and said.


@pair("long-speech")
def _() -> tuple[Scenario, tuple[str, ...], Scenario]:
    """A hundred and thirty characters are a speech; eighty are a line."""
    story = one(KIND, RASH)
    return with_scene(story, "m0", script=spoken("x" * 130)), ("m0",), with_scene(story, "m0", script=spoken("x" * 80))


@pair("long-paragraph")
def _() -> tuple[Scenario, tuple[str, ...], Scenario]:
    """Thirty words in one paragraph; then twenty."""
    return one(KIND, RASH, told=TEN * 3), ("m0",), one(KIND, RASH, told=TEN * 2)


@pair("monologue")
def _() -> tuple[Scenario, tuple[str, ...], Scenario]:
    """Four lines running; then something is seen between them."""
    story = one(KIND, RASH)
    two = spoken("One.", "Two.")
    return (
        with_scene(story, "m0", script=spoken("One.", "Two.", "Three.", "Four.")), ("m0",),
        with_scene(story, "m0", script=(*two, *script("She looks up."), *two)),
    )  # fmt: skip


@pair("long-script")
def _() -> tuple[Scenario, tuple[str, ...], Scenario]:
    """A hundred and forty words before a choice do not fit on a page; a hundred do."""
    return one(KIND, RASH, told=TEN * 14), ("m0",), one(KIND, RASH, told=TEN * 10)


@pair("bare-moment")
def _() -> tuple[Scenario, tuple[str, ...], Scenario]:
    """All is said; then a sugar is torn and not poured."""
    story = one(KIND, RASH)
    return (
        with_scene(story, "m0", script=spoken("Sure.")), ("m0",),
        with_scene(story, "m0", script=(*spoken("Sure."), *script("She tears a sugar."))),
    )  # fmt: skip


@pair("silent-person")
def _() -> tuple[Scenario, tuple[str, ...], Scenario]:
    """Leslie holds an account and says nothing; then she says good morning."""
    story = one(KIND, RASH)
    return story, ("",), with_scene(story, "end", script=spoken("Good morning."))


@pair("long-moment")
def _() -> tuple[Scenario, tuple[str, ...], Scenario]:
    """Two hundred and fifty words in one moment; then a hundred."""
    return one(KIND, RASH, told=TEN * 25), ("m0",), one(KIND, RASH, told=TEN * 10)


@pair("wrong-minutes")
def _() -> tuple[Scenario, tuple[str, ...], Scenario]:
    """Half an hour is declared for a play of a minute, and an hour for a cut of one moment."""
    story = one(KIND, RASH)
    shorter = Cut(60, ("m0",), {})
    return (
        replace(story, minutes=30, cut=shorter), ("", ""),
        replace(story, minutes=2, cut=replace(shorter, minutes=5)),
    )  # fmt: skip


@pair("hard-to-read")
def _() -> tuple[Scenario, tuple[str, ...], Scenario]:
    """An office writes the scene and the notes; then a neighbour does."""
    office = "The establishment of a relationship necessitates the continuous communication of the participants. " * 8
    hard = one({**KIND, "advice": office}, RASH, told=office)
    return hard, ("m0", "", ""), one({**KIND, "advice": TEN * 8}, RASH, told=TEN * 8)


@pair("long-note")
def _() -> tuple[Scenario, tuple[str, ...], Scenario]:
    """Three sentences are a lecture; two are a note."""
    return (
        one({**KIND, "advice": "You asked. She was kind. It was late."}, RASH), ("m0-0",),
        one({**KIND, "advice": "You asked at 5 p.m. on a day off. She was kind."}, RASH),
    )  # fmt: skip


@pair("lecturing-note")
def _() -> tuple[Scenario, tuple[str, ...], Scenario]:
    """A note that says should; then one that says what happened."""
    return (
        one({**KIND, "advice": "You should always ask first!"}, RASH), ("m0-0",),
        one({**KIND, "advice": "You asked first, and she moved her bag."}, RASH),
    )  # fmt: skip


@pair("lecture")
def _() -> tuple[Scenario, tuple[str, ...], Scenario]:
    """Leslie talks like a handbook, and so does the player; then they talk of bread."""
    story = one(says("You are in my network now, I think."), RASH)
    return (
        with_scene(story, "m0", script=spoken("A relationship is mutual.")), ("m0", "m0-0"),
        with_scene(one(KIND, RASH), "m0", script=spoken("The rye is out.")),
    )  # fmt: skip


@pair("praise-of-the-person")
def _() -> tuple[Scenario, tuple[str, ...], Scenario]:
    """A born listener is praised; then the question is. "You were wise to wait" is of the deed."""
    return (
        one({**KIND, "advice": "Well done, you are a born listener."}, RASH), ("m0-0",),
        one({**KIND, "advice": "You were wise to wait. The question had her answer in it."}, RASH),
    )  # fmt: skip


@pair("cut-length")
def _() -> tuple[Scenario, tuple[str, ...], Scenario]:
    """A cut of two moments is no lesson; one of seven is."""
    story = lesson(*[(KIND, RASH)] * 8)
    few, seven = ("m0", "m1"), tuple(f"m{number}" for number in range(7))
    return replace(story, cut=Cut(40, few, {})), ("",), replace(story, cut=Cut(40, seven, {}))
