"""What stands on the page to hand out, as data: the same whether it becomes HTML or a picture."""

from __future__ import annotations

from dataclasses import dataclass

from game.language import N_, _
from game.room.column_view import column_of, pull, this_week
from game.room.finding_words import Found, found, letter_of
from game.room.phone_view import words_of
from game.room.session import Session
from game.room.taking import Rule
from game.story.debrief import Debrief, Judgement, Series, moment_total
from game.story.typography import OPENING, is_quoted, marks, typographic
from game.story.vocabulary import PRINCIPLES

HEADLINE, PARAGRAPH, QUOTE, CHOICE, FOUND, TITLE = 110, 700, 240, 170, 210, 60
"""Characters of each at the most: the page is one sheet, whatever was written."""
MOST_MOMENTS, MOST_PRINCIPLES = 24, 8
# Translators: how many voted for the choice that the room made, and how it was made where the most votes did not
RULES = {
    Rule.FACILITATOR.value: N_("{votes} of {cast}, chosen"), Rule.LOT.value: N_("{votes} of {cast}, by lot"),
    Rule.TEMPTING.value: N_("{votes} of {cast}, the tempting one"), "": N_("{votes} of {cast}"),
}
UNVOTED = {
    Rule.FACILITATOR.value: N_("no vote, chosen"), Rule.LOT.value: N_("no vote, by lot"),
    Rule.TEMPTING.value: N_("no vote, the tempting one"), "": N_("no vote"),
}
CREDITS = N_(
    "Coffee First, a game about networking. Words and pictures: the Coffee First authors, CC BY 4.0. It begins where "
    "Thom Singer’s “Networking – What NOT To Do!” of 12 October 2009 ends, and tells its lessons in other words."
)


@dataclass(frozen=True, slots=True)
class Chosen:
    """One moment, as it is printed."""

    moment: int
    """From 1."""
    letter: str
    words: str
    votes: str
    """`11 of 25`, and how it was taken if not by the most votes."""
    worth: int
    """All that it brought, in points."""


@dataclass(frozen=True, slots=True)
class Paper:
    """Everything on the page."""

    title: str
    headline: str
    greets: str
    reply: tuple[str, ...]
    signs: str
    pull: str
    act: str
    series: Series | None
    chosen: tuple[Chosen, ...]
    found: tuple[Found, ...]
    principles: tuple[tuple[str, int, int], ...]
    """Name, times honoured, times broken."""
    score: int | None
    percentile: int | None


def paper(session: Session, analysis: Judgement | None) -> Paper:
    """Return what stands on the page to hand out."""
    made = column_of(session, analysis)
    act, paragraphs = this_week(made.reply)
    return Paper(
        title=short(session.setup.scenario.title, TITLE),
        headline=short(made.headline, HEADLINE),
        greets=short(made.reply.salutation, TITLE),
        reply=tuple(short(paragraph, PARAGRAPH) for paragraph in paragraphs),
        signs=made.reply.sign_off,
        pull=short(pull(made.reply), QUOTE),
        act=short(act, QUOTE),
        series=made.chart[0] if made.chart else None,
        chosen=_chosen(session),
        found=found(session, made),
        principles=_principles(made),
        score=made.score,
        percentile=made.percentile,
    )


def short(text: str, most: int) -> str:
    """Return a text in one line of at most so many characters, with typographic signs and without anything unseen."""
    seen = "".join(letter if letter.isprintable() else " " for letter in text)
    line = typographic(" ".join(seen.split()))
    if len(line) <= most:
        return line
    end = f"…{marks().outer[1]}" if is_quoted(line) else "…"
    return line[: most - len(end)].rstrip(f" ,.;:{OPENING}") + end


def _chosen(session: Session) -> tuple[Chosen, ...]:
    """Return the choices that were made, moment by moment."""
    known = session.setup.scenario
    made: list[Chosen] = []
    for moment, held in enumerate(session.moments):
        if not held.taken or moment >= len(session.state.moments) or len(made) == MOST_MOMENTS:
            continue
        cast = sum(held.counts.values())
        rule = (RULES if cast else UNVOTED).get(held.rule, RULES[""] if cast else UNVOTED[""])
        made.append(Chosen(
            moment + 1, letter_of(session, moment, held.taken), short(words_of(known.choice(held.taken)), CHOICE),
            _(rule, votes=held.counts[held.taken], cast=cast), moment_total(session.state, moment),
        ))
    return tuple(made)


def _principles(made: Debrief) -> tuple[tuple[str, int, int], ...]:
    seen = [each for each in made.principles if each.honoured or each.broken]
    return tuple((_(PRINCIPLES[each.principle].name), each.honoured, each.broken) for each in seen[:MOST_PRINCIPLES])
