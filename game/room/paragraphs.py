"""What a scene says, as plain lines: for phones, for screen readers, and for the remote."""

from __future__ import annotations

from collections.abc import Iterable

from game.room.session import Session, Step
from game.story.model import YOU, Narration, Paragraph
from game.story.typography import typographic

Line = dict[str, str]
"""`who`: the speaker's short name, empty where it is told; `text`."""


def lines(session: Session, paragraphs: Iterable[Paragraph]) -> list[Line]:
    """Return paragraphs as lines."""
    scenario = session.setup.scenario
    made = []
    for paragraph in paragraphs:
        if isinstance(paragraph, Narration):
            made.append({"who": "", "text": typographic(paragraph.text)})
        else:
            who = scenario.you.short if paragraph.person == YOU else scenario.people[paragraph.person].short
            made.append({"who": who, "text": typographic(paragraph.text)})
    return made


def told(session: Session) -> list[Line]:
    """Return what is told at the present step: the scenes reached, or how the choice was taken."""
    if session.step in (Step.CONSEQUENCE, Step.COLUMNIST) and session.state.moments:
        return lines(session, session.state.moments[-1].reaction)
    return [line for arrival in session.state.arrivals for line in lines(session, arrival.paragraphs)]


def question(session: Session) -> Line:
    """Return the line that the room answers: the last that somebody said, or else the last of the scene."""
    said = told(session)
    spoken = [line for line in said[-4:] if line["who"] and line["who"] != session.setup.scenario.you.short]
    return (spoken or said or [{"who": "", "text": ""}])[-1]
