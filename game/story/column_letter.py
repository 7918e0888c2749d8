"""The letter: what the player writes, of the three moments that counted, without judgement."""

from __future__ import annotations

import re
from dataclasses import dataclass

from game.language import _
from game.story import pools
from game.story.column_dates import date
from game.story.column_figures import worth_of
from game.story.column_words import Draw, clause, sentence
from game.story.grammar import by_the_player, turns
from game.story.playthrough import Moment, State
from game.story.vocabulary import Tone


@dataclass(frozen=True, slots=True)
class Letter:
    """What the player writes."""

    salutation: str
    paragraphs: tuple[str, ...]
    signature: str


def told(state: State) -> tuple[Moment, ...]:
    """Return the moments that the letter tells, in the order in which they were played: three at the most.

    The one that counted most; the one that counted most the other way, or else the first; the last. Where these
    are the same ones, the next that counted most.
    """
    moments = state.moments
    if not moments:
        return ()
    sums = {moment.index: worth_of(state, moment.index) for moment in moments}
    by_weight = sorted(moments, key=lambda moment: -abs(sums[moment.index]))
    most = by_weight[0]
    sign = 1 if sums[most.index] >= 0 else -1
    other = next((moment for moment in by_weight if sums[moment.index] * sign < 0), moments[0])
    chosen = {most.index, other.index, moments[-1].index}
    for moment in by_weight:
        if len(chosen) == 3:
            break
        chosen.add(moment.index)
    return tuple(moment for moment in moments if moment.index in chosen)


def letter(state: State, tone: Tone, draw: Draw) -> Letter:
    """Return the letter of a play."""
    you = state.scenario.you
    sentences = [sentence(you.situation) or _wish(you.wants, turning=turns(state.scenario))]
    days: set[str] = set()
    moments = told(state)
    for place, moment in enumerate(moments):
        day = date(state.scenario.scenes[moment.scene].time)
        joiner = ""
        if turns(state.scenario) and place and not _has_its_own_time(clause(moment.choice)):
            last = place == len(moments) - 1 and moment.index == len(state.moments) - 1
            named = (day[0].upper() + day[1:],) if day and day not in days and not last else ()
            joiner = draw.message((*named, *(pools.LAST if last else pools.SECOND)))
        days.add(day)
        sentences.append(by_the_player(moment.choice, state.scenario, joiner))
    if state.here.ending and state.here.ending.letter:
        sentences.append(sentence(state.here.ending.letter))
    sentences.append(draw(pools.QUESTIONS[tone]))
    # Translators: a letter to the advice column of a newspaper, which is called Coffee First
    return Letter(_("Dear Coffee First,"), (" ".join(each for each in sentences if each),), you.signs_as)


def _has_its_own_time(words: str) -> bool:
    """Return whether a clause tells its own when: no joiner may stand before `I have since …`."""
    return bool(re.match(r"I(['’]ve| have| still| now)\b", words))


def _wish(wants: str, *, turning: bool) -> str:
    wants = wants.strip().rstrip(".")
    if not wants:
        return ""
    if not turning:
        # Translators: {wants} is an infinitive, as each scenario has it
        return _("I wanted {wants}.", wants=wants)
    small = wants[0].lower() + wants[1:]
    return f"I wanted {small}." if small.startswith("to ") else f"What I wanted was {small}."
