"""The same play in a terminal: the same beats, read from lines of text; no display is needed."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

from game.language import _
from game.stage.beats import beats
from game.stage.screens.of_beat import screen_of
from game.stage.views import Columnist, SceneBeat, options
from game.story.debrief import Debrief, debrief
from game.story.ledger import with_person
from game.story.model import Scenario
from game.story.playthrough import Playthrough, State, replay, step
from game.story.vocabulary import PRINCIPLES, standing

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.story.analysis import Analysis

WIDTH = 78


@dataclass(frozen=True, slots=True)
class Played:
    """How a play in the terminal ended."""

    state: State
    seed: int
    column: Debrief | None
    """None where the input ended before the play did."""


def play(
    scenario: Scenario, *, seed: int, answers: Iterable[str], out: TextIO, columnist: Columnist,
    analysis: Callable[[], Analysis | None], record: Callable[[int, str], None] = lambda index, choice: None,
) -> Played:
    """Play a scenario by lines of text: the number or the id of a choice a line; empty lines are passed over."""
    state = replay(Playthrough(scenario, seed))
    lines = iter(answers)
    out.write(f"{scenario.title}\n\n")
    _say(out, [_("You are {name}, {role}.", name=scenario.you.name, role=scenario.you.role), scenario.summary])
    while True:
        for beat in beats(state, columnist, seed):
            _say(out, screen_of(beat).text(), options=isinstance(beat, SceneBeat))
        if state.over:
            break
        chosen = _answer(state, seed, lines, out)
        if chosen is None:
            _unfinished(state, out)
            return Played(state, seed, None)
        record(len(state.moments), chosen)
        state = step(state, chosen)
    column = debrief(state, seed=seed, analysis=analysis())
    _ledgers(state, out)
    _score(column, out)
    out.write("\n" + column.as_text(WIDTH) + "\n")
    return Played(state, seed, column)


def _answer(state: State, seed: int, lines: Iterator[str], out: TextIO) -> str | None:
    shown = options(state, seed)
    names = [option.id for option in shown]
    out.write("> ")
    out.flush()
    for line in lines:
        answer = line.strip()
        if answer.isdecimal() and 1 <= int(answer) <= len(names):
            return names[int(answer) - 1]
        if answer in names:
            return answer
        if answer:
            told = _("Type a number from 1 to {n}, or one of: {names}.", n=len(names), names=", ".join(names))
            out.write(f"  {told}\n> ")
            out.flush()
    return None


def _say(out: TextIO, lines: list[str], *, options: bool = False) -> None:
    for line in lines:
        numbered = options and line[:2].rstrip(".").isdigit()
        indent = "   " if numbered else ""
        out.write(textwrap.fill(line, WIDTH, subsequent_indent=indent) + "\n")
    out.write("\n")


def _unfinished(state: State, out: TextIO) -> None:
    out.write(f"\n\n{_('The play is unfinished: the input ended before an ending was reached.')}\n\n")
    _ledgers(state, out)


def _ledgers(state: State, out: TextIO) -> None:
    out.write(f"\n{_('The ledger')}\n")
    for person in state.scenario.accounts:
        capital = state.capital(person.id)
        entries = with_person(state.ledger, person.id)
        if not entries:
            continue
        out.write(f"\n  {person.name}: {capital} ({standing(capital).words})\n")
        # Translators: in the ledger, how things stood at the start
        out.write(f"    {person.capital:+4d}  {_('before')}\n")
        for entry in entries:
            principle = f" [{PRINCIPLES[entry.principle].name_shown}]" if entry.principle else ""
            words = (
                _("moment {n}, came later: {reason}", n=entry.moment + 1, reason=entry.reason) if entry.deferred
                else _("moment {n}: {reason}", n=entry.moment + 1, reason=entry.reason)
            )
            words = f"{words}{principle}"
            out.write(
                textwrap.fill(words, WIDTH, initial_indent=f"    {entry.amount:+4d}  ", subsequent_indent=" " * 10)
                + "\n"
            )


def _score(column: Debrief, out: TextIO) -> None:
    out.write("\n")
    if column.score is None:
        out.write(_("Every way through this scenario adds up to the same, so there is no score."))
    elif column.percentile is None:
        out.write(_("Score: {score} of 100.", score=column.score))
    else:
        out.write(_(
            "Score: {score} of 100, better than {percentile} in 100 who answer at random.",
            score=column.score, percentile=column.percentile,
        ))
    out.write("\n")


def as_plain(played: Played) -> dict[str, object]:
    """Return a play as plain data, ready for JSON."""
    state, column = played.state, played.column
    return {
        "scenario": state.scenario.id,
        "seed": played.seed,
        "finished": state.over,
        "choices": list(state.choices),
        "ending": state.scene if state.over else None,
        "capital": dict(state.balances),
        "score": column.score if column else None,
        "percentile": column.percentile if column else None,
        "ledger": [
            {
                "person": entry.person, "amount": entry.amount, "moment": entry.moment, "choice": entry.choice,
                "reason": entry.reason, "principle": entry.principle, "deferred": entry.deferred,
                "kind": entry.kind.value,
            }
            for entry in state.ledger
        ],
        "promises": [
            {
                "id": word.promise.id, "to": word.promise.to, "moment": word.moment,
                "kept": word.kept_at is not None, "kept_at": word.kept_at,
            }
            for word in state.words.values()
        ],
        "column": _column(column) if column else None,
    }


def _column(column: Debrief) -> dict[str, str]:
    letter, reply = column.letter, column.reply
    return {
        "letter": "\n".join([letter.salutation, *letter.paragraphs, letter.signature]),
        "reply": "\n".join([reply.salutation, *reply.paragraphs, reply.sign_off]),
    }
