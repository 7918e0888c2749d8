"""The room's column as plain data, for phones: the same for everybody, and nothing that a person voted."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any

from game.language import N_, _, tongue
from game.room.finding_words import found
from game.room.session import Session
from game.story import pools
from game.story.column import Letter, Reply
from game.story.column_dates import date
from game.story.debrief import Debrief, Judgement, debrief
from game.story.model import Scenario
from game.story.playthrough import State
from game.story.typography import capital, is_quoted, quoted, typographic

Plain = dict[str, Any]
UNFINISHED = N_("To be continued")


def column(session: Session, analysis: Judgement | None) -> Plain:
    """Return the room's column; without an analysis, or where the story was left before its end, it has no score."""
    made = column_of(session, analysis)
    reply = made.reply
    act, rest = this_week(reply)
    return {
        "headline": typographic(made.headline),
        "salutation": made.letter.salutation,
        "letter": [typographic(paragraph) for paragraph in made.letter.paragraphs],
        "signature": typographic(made.letter.signature),
        "reply_salutation": typographic(reply.salutation),
        "reply": [typographic(paragraph) for paragraph in rest],
        "pull": pull(reply),
        "sign_off": reply.sign_off,
        "this_week": typographic(act),
        "score": made.score,
        "percentile": made.percentile,
        "chart": {"name": made.chart[0].name, "values": list(made.chart[0].values)} if made.chart else {"name": "", "values": []},
        "findings": [{"label": each.label, "text": typographic(each.text)} for each in found(session, made)],
    }


def column_of(session: Session, analysis: Judgement | None) -> Debrief:
    """Return the debrief of what the room played, also where it was left before its end."""
    return _debrief(_Same(session.state, analysis), session.setup.seed, tongue().code)


class _Same:
    """A state and its analysis, compared by identity: a session is a value, and its parts are kept while it stands."""

    def __init__(self, state: State, analysis: Judgement | None) -> None:
        self.state, self.analysis = state, analysis

    def __hash__(self) -> int:
        return hash((id(self.state), id(self.analysis)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.state is other.state and self.analysis is other.analysis


@lru_cache(8)
def _debrief(of: _Same, seed: int, language: str) -> Debrief:
    state = of.state
    if state.over:
        return debrief(state, seed=seed, analysis=of.analysis)
    # a play that was left in the middle is not measured against plays that were not
    made = debrief(state, seed=seed, analysis=None)
    return replace(made, headline=_(UNFINISHED), letter=_left_off(state, made.letter), reply=_answered(state, made.reply))


def pull(reply: Reply) -> str:
    """Return the sentence to print large, in quotation marks; empty where there is none."""
    words = typographic(reply.quote)
    return words if not words or is_quoted(words) else quoted(words)


def this_week(reply: Reply) -> tuple[str, tuple[str, ...]]:
    """Return the one small act of a reply, without `This week`, and the paragraphs that are left without it."""
    *before, last = reply.paragraphs
    act = next((said for pool in pools.NEXT_STEPS.values() for words in pool if (said := _(words)) in last), "")
    rest = " ".join(last.replace(act, "").split()) if act else last
    # Translators: how the small acts begin that the columnist asks for, where it can be left out below the heading "This week"
    plain = act.removeprefix(_("This week, "))
    return capital(plain), (*before, *([rest] if rest else []))


def _left_off(state: State, letter: Letter) -> Letter:
    """Return the letter of somebody who writes in the middle of it."""
    words = letter.paragraphs[0]
    asked = next((said for pool in pools.QUESTIONS.values() for each in pool if words.endswith(said := _(each))), "")
    so_far = words.removesuffix(asked).rstrip()
    if not state.moments:
        begins = _("Nothing has happened yet. Where do I begin?")
        return replace(letter, paragraphs=(f"{so_far} {begins}".strip(),))
    for joiner in pools.LAST if tongue().code == "en" else ():  # nothing is at its end yet
        before, found_it, after = so_far.rpartition(f" {joiner} ")
        so_far = f"{before} Just now {after}" if found_it else so_far
    return replace(letter, paragraphs=(f"{so_far} {_of_the_middle(state.scenario, state)}",))


def _of_the_middle(scenario: Scenario, state: State) -> str:
    day = date(scenario.scenes[state.scene].time)
    if not day:
        return _("I am writing now, in the middle of it. What do I do next?")
    return _("I am writing {day}, in the middle of it. What do I do next?", day=day)


def _answered(state: State, reply: Reply) -> Reply:
    """Return the reply; to somebody who has done nothing yet it says no more than how to begin."""
    if state.moments:
        return reply
    first = _("You wrote before anything had happened, which is the cheapest time to write.")
    return replace(reply, paragraphs=(first, reply.paragraphs[-1]), quote="")
