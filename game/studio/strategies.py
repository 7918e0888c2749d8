"""Careless ways of playing: what does somebody score who never thinks, and only takes the longest choice?

Each is deterministic, so that a contract may name its score, and a report may show its play.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from zlib import crc32

from game.story.analysis import Analysis, never
from game.story.ledger import spent
from game.story.model import Choice, Scenario
from game.story.playthrough import State, offered, start, step, worth
from game.story.score import score
from game.story.vocabulary import ChoiceId, SceneId
from game.studio.prose import asks_a_question, warmth, you_share

LONGEST = 2_000
"""Moments after which a play is given up."""
MIDDLE_OF = 25
"""Plays of a strategy that leaves something to chance; the one in the middle counts. Odd."""
STEPS = 4_000
"""Choices in these plays together, of a scenario of hundreds of moments."""

Pick = Callable[[State, Sequence[Choice]], Choice]


@dataclass(frozen=True, slots=True)
class Strategy:
    """A way of playing that follows one rule."""

    name: str
    says: str
    """How it chooses, as a clause: "always takes the longest choice"."""
    pick: Pick
    """Returns one of the choices offered, of which there is at least one."""
    more: Callable[[int], Pick] | None = None
    """Where something is left to chance: how it picks the nth time, n from 1."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What became of a strategy."""

    strategy: str
    says: str
    total: int | None
    """In points; None where the play came to no ending."""
    score: int | None
    """0 to 100; None where there is no total, or no score in this scenario."""
    choices: tuple[ChoiceId, ...]
    ending: SceneId | None


def tried(scenario: Scenario, analysis: Analysis, *, stop: Callable[[], bool] = never) -> tuple[Tried, ...]:
    """Return what each strategy comes to, in the order of `STRATEGIES`; those before `stop` where it says so."""
    found = []
    for strategy in STRATEGIES.values():
        if stop():
            break
        found.append(_tried(strategy, scenario, analysis))
    return tuple(found)


def played(scenario: Scenario, pick: Pick) -> State:
    """Return the state to which a way of choosing leads; not `over` where it is stuck, or after 2,000 moments."""
    state = start(scenario)
    while not state.over and len(state.moments) < LONGEST and (now := tuple(offered(state).values())):
        state = step(state, pick(state, now).id)
    return state


def total_of(state: State) -> int:
    """Return the capital of all accounts and the capital well spent, in points."""
    return sum(state.balances.values()) + spent(state.ledger)


def scored(total: int, analysis: Analysis) -> int | None:
    """Return the score of a total, 0 to 100; None where all plays are equal.

    Where the analysis is not exact, a play may pass the worst or the best that it found: then 0 or 100.
    """
    worst, best = analysis.worst.total, analysis.best.total
    return score(min(max(total, worst), best), worst, best)


def _tried(strategy: Strategy, scenario: Scenario, analysis: Analysis) -> Tried:
    state = played(scenario, strategy.pick)
    if strategy.more is not None:
        plays = [state]
        while len(plays) < MIDDLE_OF and sum(len(play.moments) for play in plays) < STEPS:
            plays.append(played(scenario, strategy.more(len(plays))))
        ended = sorted((play for play in plays if play.over), key=total_of)
        state = ended[len(ended) // 2] if ended else state
    total = total_of(state) if state.over else None
    return Tried(
        strategy.name, strategy.says, total, None if total is None else scored(total, analysis), state.choices,
        state.scene if state.over else None,
    )  # fmt: skip


def _most(figure: Callable[[State, Choice], float]) -> Pick:
    """Return a pick of the choice with the greatest figure, the first of several."""
    return lambda state, now: max(now, key=lambda choice: figure(state, choice))


def _first(*wanted: Callable[[Choice], bool]) -> Pick:
    """Return a pick of the first choice that fits the first wish that any fits; else of the first."""
    return lambda state, now: next((choice for fits in wanted for choice in now if fits(choice)), now[0])


def _pleases(state: State, choice: Choice) -> int:
    """Return what a choice posts at once, in points, without the cost of an ask."""
    if choice.ask is None:
        return worth(choice.capital)
    granted = state.capital(choice.ask.of) >= choice.ask.cost
    return worth(choice.capital) + worth((choice.ask.granted if granted else choice.ask.refused).capital)


def _without_asking(turn: int) -> Pick:
    """Return a pick of any choice that asks for nothing, by lot; the lot depends on the choices so far and the turn."""

    def pick(state: State, now: Sequence[Choice]) -> Choice:
        others = [choice for choice in now if choice.ask is None] or list(now)
        return others[crc32(" ".join((str(turn), *state.choices)).encode()) % len(others)]

    return pick


STRATEGIES: Mapping[str, Strategy] = {
    strategy.name: strategy
    for strategy in (
        Strategy("longest", "always takes the longest choice", _most(lambda state, choice: len(choice.text))),
        Strategy("shortest", "always takes the shortest choice", _most(lambda state, choice: -len(choice.text))),
        Strategy("first", "always takes the first choice as written", lambda state, now: now[0]),
        Strategy("last", "always takes the last choice as written", lambda state, now: now[-1]),
        Strategy("warmest", "takes the choice with the warmest words", _most(lambda state, choice: warmth(choice.text))),
        Strategy("flatterer", "takes what pleases most at once, whatever comes later", _most(_pleases)),
        Strategy(
            "pouncer", "asks for something wherever it may, and otherwise takes the first mistake",
            _first(
                lambda choice: choice.ask is not None and choice.breaks is not None,
                lambda choice: choice.ask is not None,
                lambda choice: choice.breaks is not None,
            ),
        ),
        Strategy("never-asks", "asks for nothing, and otherwise chooses by lot", _without_asking(0), _without_asking),
        Strategy("most-you", "takes the choice with the largest share of you and your", _most(
            lambda state, choice: you_share(choice.text)
        )),
        Strategy("question", "takes the first choice that is a question", _first(
            lambda choice: asks_a_question(choice.text)
        )),
    )
}  # fmt: skip
"""The strategies by name, in the order in which a report lists them."""
