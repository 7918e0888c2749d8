"""How a choice was taken, as screens of a play: of the one that the room made, and of one that it only looks at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from game.language import N_, _
from game.projector.screens.scene import WHEN, of_choice
from game.projector.screens.story import StageScreen, stage_screen
from game.room.phone_view import letters
from game.room.session import Session
from game.room.taking import Rule
from game.stage.beats import beats
from game.stage.views import AccountBeat, Beat, PromiseBeat, ReactionBeat, Setting, said
from game.story.errors import StoryError
from game.story.longest import longest
from game.story.playthrough import Playthrough, State, replay, step

DECIDED = {
    Rule.MAJORITY: N_("the majority’s way"), Rule.LOT: N_("by lot"), Rule.TEMPTING: N_("chosen for you"),
    Rule.FACILITATOR: N_("chosen for you"),
}
"""How a choice came about."""


def decided(session: Session) -> str:
    """Return which letter it was, and by which rule: `B · the majority’s way`."""
    rule = session.now.rule
    how = _(DECIDED[Rule(rule)]) if rule in set(Rule) else ""
    return " · ".join(part for part in (letters(session).get(session.now.taken, ""), how) if part)


def taken_path(session: Session) -> Iterator[StageScreen]:
    """Yield the screens of what the last choice brought at once, under how it came about."""
    yield from _path(session.state, session.setup.seed, decided(session))


def other_path(session: Session) -> Iterator[StageScreen]:
    """Yield the screens of what another choice would have brought; none where the room looks at one path only."""
    other = session.now.other
    if not other:
        return
    scenario, seed = session.setup.scenario, session.setup.seed
    try:
        before = replay(Playthrough(scenario, seed, session.state.choices[:-1]))
        there = step(before, other)
    except StoryError:  # what was offered to the room is offered still, unless the record is another's
        return
    mark = letters(session).get(other, "")
    spoken = scenario.choice(other).spoken
    yield from _path(there, seed, _("If you had said {letter}", letter=mark) if spoken else _("If you had chosen {letter}", letter=mark))


def _path(state: State, seed: int, heading: str) -> Iterator[StageScreen]:
    shown = [_without_note(beat) for beat in beats(state, WHEN, seed) if of_choice(beat)]
    kept = [beat for beat in shown if _says_something(beat)]
    if not any(isinstance(beat, ReactionBeat | AccountBeat) for beat in kept):
        kept.insert(0, ReactionBeat(_setting(state), said(state.moments[-1].choice), (), None))
    for beat in kept:
        screen = stage_screen(beat)
        screen.heading = heading
        yield screen


def _without_note(beat: Beat) -> Beat:
    """Return a beat without the columnist's words: she speaks when the facilitator says so."""
    match beat:
        case AccountBeat():
            return replace(beat, note="", principle="")
        case PromiseBeat():
            return replace(beat, because="")
        case _:
            return beat


def _says_something(beat: Beat) -> bool:
    return not isinstance(beat, AccountBeat) or bool(beat.changes or beat.ask or beat.promised)


def _setting(state: State) -> Setting:
    """Return where the last choice was made, as a page after it needs it."""
    scenario, moment = state.scenario, state.moments[-1]
    here = scenario.scenes[moment.scene]
    return Setting(here.id, here.place, here.light, here.time, moment.index + 1, longest(scenario), scenario.title)
