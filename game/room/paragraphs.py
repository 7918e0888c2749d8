"""What a scene says, as plain lines: for phones, for screen readers, and for the remote."""

from __future__ import annotations

from collections.abc import Iterable

from game.language import _
from game.room.session import Session, Step
from game.story.model import YOU, Narration, Paragraph
from game.story.typography import typographic

NEAR = 6
"""Lines from the end among which the one is looked for that is answered."""
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
    """Return what is told at the present step: the scenes reached, or how the choice was taken; first of all who one is."""
    if session.step in (Step.CONSEQUENCE, Step.COLUMNIST) and session.state.moments:
        return lines(session, session.state.moments[-1].reaction)
    you = session.setup.scenario.you
    who = [] if session.state.moments else [{"who": "", "text": typographic(_("You are {name}, {role}.", name=you.name, role=you.role))}]
    return [*who, *(line for arrival in session.state.arrivals for line in lines(session, arrival.paragraphs))]


def question(session: Session) -> Line:
    """Return the line that the room answers: the last that somebody with an account said, or somebody; or the last of all."""
    scenario = session.setup.scenario
    said = [line for arrival in session.state.arrivals for line in lines(session, arrival.paragraphs)]
    counts = {person.short for person in scenario.accounts}
    late = [line for line in said[-NEAR:] if line["who"] and line["who"] != scenario.you.short]
    return ([line for line in late if line["who"] in counts] or late or said or [{"who": "", "text": ""}])[-1]


def asks(session: Session, *, again: bool = False) -> str:
    """Return what the room is asked: what it says, or, where a choice is no sentence, what it does; `again` after talking."""
    choices = session.choices.values()
    if choices and all(choice.spoken for choice in choices):
        return _("And now: what do you say?") if again else _("What do you say?")
    return _("And now: what do you do?") if again else _("What do you do?")
