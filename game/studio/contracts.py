"""Whether the contracts of a scenario hold, and if not, by which play they are broken.

What the analysis proves is proved: where it is exact, every contract is decided. Where there are too many states, a
contract is decided as far as bounds, found plays and the connections of the scenes allow; one that they do not decide
is `None`, and whoever wants a proof has none: `coffee-first test` counts it as failed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from game.authoring.contracts import ContractFault, contracts_of
from game.story.analysis import BUDGET, Analysis, never
from game.story.contract import (
    AllEnd,
    Answered,
    Chance,
    Claim,
    Compared,
    Contract,
    Event,
    Every,
    Figure,
    Kind,
    Length,
    Reached,
    Scored,
    Sign,
    Verdict,
)
from game.story.contract import Plays as Way
from game.story.figures import Extreme
from game.story.model import Scenario
from game.story.score import score
from game.story.vocabulary import ChoiceId, Outcome, SceneId
from game.studio.contract_words import among_which, expected, in_moments, listed, points, short, told
from game.studio.questions import Answer, Plays, Question

if TYPE_CHECKING:
    from game.studio.strategies import Tried

_A_HAIR = 1e-9
"""Floats that are sums of exact chances may lie this far beside a round number."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What came of one contract."""

    text: str
    """As it was written."""
    holds: bool | None
    """None where it could not be decided or read."""
    why: str
    """One sentence: what is, and what was expected where that is not so."""
    witness: tuple[ChoiceId, ...] = ()
    """The choices of a play that shows it: that breaks a broken contract; empty where there is none."""


def judged(
    scenario: Scenario, analysis: Analysis, tried: Iterable[Tried], *, stop: Callable[[], bool] = never,
    budget: int = BUDGET,
) -> tuple[Judged, ...]:
    """Return what came of each contract in a scenario's `expect`, in order; sentences are passed over.

    Args:
        scenario: a checked one.
        analysis: its figures.
        tried: what the ways of playing came to.
        stop: asked now and then; once it says True, what is not decided yet is left undecided.
        budget: states that may be worked out for contracts that need more than the figures.
    """
    found = list(contracts_of(scenario))
    stops = frozenset(
        name for _, what in found if not isinstance(what, ContractFault) for name in _scenes_in(what)
        if not scenario.scenes[name].choices and scenario.scenes[name].ending is None
    )
    if not analysis.exact and analysis.states >= budget:
        budget = 0  # the analysis has tried that already
    judge = _Judge(
        scenario, analysis, {each.strategy: each for each in tried}, Plays(scenario, stops, budget=budget, stop=stop)
    )
    return tuple(_judgement(judge, text, what, stop) for text, what in found)


def uses_strategies(scenario: Scenario) -> bool:
    """Return whether some contract of a scenario compares the score of a way of playing."""
    return any(isinstance(what, Way) for _, what in contracts_of(scenario))


def _judgement(judge: _Judge, text: str, what: Contract | ContractFault, stop: Callable[[], bool]) -> Judged:
    if isinstance(what, ContractFault):
        return Judged(text, None, f"it cannot be read: {what.message}; {what.mend}")
    if stop():
        return Judged(text, None, "it was not decided: the work was stopped")
    holds, why, witness = judge.of(what)
    return Judged(text, holds, why, witness)


def _scenes_in(what: Contract) -> Iterable[SceneId]:
    if isinstance(what, Claim):
        events: tuple[Event | None, ...] = (what.event, what.after, *what.without)
    else:
        events = (what.event,) if isinstance(what, Chance) else ()
    for event in events:
        if isinstance(event, Reached) and event.kind is Kind.SCENE:
            yield event.id


_Verdict = tuple[bool | None, str, tuple[ChoiceId, ...]]


@dataclass(slots=True)
class _Judge:
    scenario: Scenario
    analysis: Analysis
    tried: Mapping[str, Tried]
    plays: Plays

    def of(self, what: Contract) -> _Verdict:
        match what:
            case Compared():
                return self.compared(what)
            case Way():
                return self.way(what)
            case Every():
                return self.every(what)
            case AllEnd():
                return self.all_end()
            case Length():
                return self.length(what)
            case Claim():
                return self.scored(what, what.event) if isinstance(what.event, Scored) else self.claim(what)
            case Chance():
                return self.chance(what)

    # Figures.

    @property
    def error(self) -> float:
        """By how much the distribution may be off at each point; an exact one may still have an error of its endings."""
        return 0.0 if self.analysis.exact else self.analysis.error

    def compared(self, what: Compared) -> _Verdict:
        found = self.analysis
        match what.figure:
            case Figure.BEST:
                return _within(what, "best", found.best.total, found.highest, found.best.choices)
            case Figure.WORST:
                return _within(what, "worst", found.lowest, found.worst.total, found.worst.choices)
            case Figure.MEAN:
                slack = self.error * (found.highest - found.lowest)
                return _near(what.sign, what.number, "mean", found.mean, slack)
            case Figure.MEDIAN:
                low, high = (_at_share(found.distribution, 0.5 + way * self.error) for way in (-1, 1))
                return _range(what, "median", low, high)
            case Figure.RANDOM:
                scores = [self.scores(_at_share(found.distribution, 0.5 + way * self.error)) for way in (-1, 1)]
                if None in scores:
                    return _NO_SCORE
                return _range(what, "the score of the median play at random", scores[0][0], scores[1][1])  # type: ignore[index]

    def way(self, what: Way) -> _Verdict:
        play = self.tried.get(what.strategy)
        if play is None:
            return None, f"it was not decided: nobody played as '{what.strategy}' does", ()
        if play.total is None:
            return None, f"it was not decided: '{what.strategy}' reaches no ending", play.choices
        scores = self.scores(play.total)
        if scores is None:
            return _NO_SCORE
        holds, why, _ = _range(what, what.strategy, *scores)
        return holds, why, play.choices

    def scores(self, total: int) -> tuple[int, int] | None:
        """Return the least and the greatest score that a total may have; equal where the analysis is exact."""
        found = self.analysis
        if found.exact:
            exact = score(total, found.worst.total, found.best.total)
            return None if exact is None else (exact, exact)
        best, worst = max(found.best.total, total), min(found.worst.total, total)
        least, most = score(total, worst, found.highest), score(total, found.lowest, best)
        return (least if least is not None else 0), (most if most is not None else 100)

    def every(self, what: Every) -> _Verdict:
        found, scenes = self.analysis, self.scenario.scenes
        match what.kind:
            case Kind.ENDING:
                wanted = {name for name, scene in scenes.items() if scene.ending}
                reached = {name for name, how in found.endings.items() if how.choices is not None}
            case Kind.SCENE:
                wanted, reached = {name for name, scene in scenes.items() if not scene.ending}, set(found.scenes)
            case Kind.CHOICE:
                wanted, reached = {choice.id for scene in scenes.values() for choice in scene.choices}, set(found.choices)
            case Kind.ASK:
                wanted = set(found.asks)
                reached = {choice for choice, answered in found.asks.items() if answered.granted > 0}
        missing = [name for name in self._in_order(wanted) if name not in reached]
        does = "is granted" if what.kind is Kind.ASK else "is reached"
        if not missing:
            return True, f"each of {len(wanted)} {does} by some play", ()
        if all(self._ruled_out(what.kind, name) for name in missing):
            return False, f"no play {'grants' if what.kind is Kind.ASK else 'reaches'} {listed(missing)}", ()
        return None, f"it was not decided: no play was found that {'grants' if what.kind is Kind.ASK else 'reaches'} {listed(missing)}", ()

    def _in_order(self, wanted: Iterable[str]) -> list[str]:
        order = [name for scene in self.scenario.scenes.values() for name in (scene.id, *(c.id for c in scene.choices))]
        known = set(wanted)
        return [name for name in dict.fromkeys(order) if name in known]

    def _ruled_out(self, kind: Kind, name: str) -> bool:
        if self.analysis.exact and (kind is not Kind.ENDING or self.analysis.endings_exact):
            return True
        event = Answered(name, Outcome.GRANTED) if kind is Kind.ASK else Reached(kind, name)
        return self.plays.shortest(Question(event)).none

    def all_end(self) -> _Verdict:
        found = self.analysis
        if found.stuck:
            stuck = found.stuck[0]
            return False, f"a play is stuck in '{stuck.scene}', where nothing can be chosen", stuck.choices
        return (True, "every play comes to an ending", ()) if found.exact else _undecided("no play was found that is stuck")

    def length(self, what: Length) -> _Verdict:
        moments, choices = self.plays.longest(longest=what.longest)
        if moments is None:
            most = self.plays.most_moments() if what.longest else None
            if what.longest and most is not None and most <= what.moments:
                return True, f"no play has more than {most} moments", ()
            if choices and (len(choices) > what.moments if what.longest else len(choices) < what.moments):
                return False, f"a play has {len(choices)} moments, and {'at most' if what.longest else 'at least'} {what.moments} were expected", choices
            return _undecided(f"the {'longest' if what.longest else 'shortest'} play that was found has {len(choices)} moments")
        is_so = f"the {'longest' if what.longest else 'shortest'} play has {in_moments(moments)}"
        if moments <= what.moments if what.longest else moments >= what.moments:
            return True, is_so, choices
        return False, f"{is_so}, and {'at most' if what.longest else 'at least'} {what.moments} were expected", choices

    # Events.

    def claim(self, what: Claim) -> _Verdict:
        question = Question(what.event, what.after, what.without, what.without_asks)
        event, among = told(what.event), among_which(what)
        if what.verdict is Verdict.CERTAIN:
            answer = self.plays.shortest(replace(question, happens=False))
            if answer.play is not None:
                return False, f"a play{among} ends without {event.doing}", answer.play.choices
            if not answer.exact:
                return _undecided(f"no play{among} was found that ends without {event.doing}")
            at_all = self.plays.shortest(replace(question, event=None))
            if at_all.none:
                return False, f"there is no play{among} at all", ()
            if at_all.play is None:
                return _undecided(f"no play{among} was found")
            return True, f"every play{among} {event.does}", ()
        answer = self._known(question) or self.plays.shortest(question)
        if answer.play is not None:
            return what.verdict is Verdict.POSSIBLE, f"there is a play{among} that {event.does}", answer.play.choices
        if not answer.exact:
            return _undecided(f"no play{among} was found that {event.does}")
        return what.verdict is Verdict.IMPOSSIBLE, f"no play{among} {event.does}", ()

    def _known(self, question: Question) -> Answer | None:
        """Return a way to an ending that the analysis has found already."""
        if isinstance(question.event, Reached) and question == Question(question.event):
            reached = self.analysis.endings.get(question.event.id)
            if reached is not None and reached.choices is not None:
                return Answer(True, Extreme(0, reached.choices))
        return None

    def scored(self, what: Claim, event: Scored) -> _Verdict:
        found, among = self.analysis, among_which(what)
        # the play that comes nearest to it; or, if all must, the one that is furthest from it
        upward = event.sign.upward is (what.verdict is not Verdict.CERTAIN)
        kind = Question(None, what.after, what.without, what.without_asks)
        answer = self._furthest(kind, upward=upward)
        if answer.none:
            return what.verdict is Verdict.IMPOSSIBLE, f"there is no play{among} at all", ()
        total = answer.play.total if answer.play is not None else None
        limit = total if answer.exact else found.highest if upward else found.lowest  # no play passes it
        fulfilled, furthest = self.fulfils(event, total), self.fulfils(event, limit)
        if what.verdict is Verdict.CERTAIN:
            reaches = True if furthest and total is not None else False if fulfilled is False else None
        else:
            reaches = True if fulfilled else False if furthest is False else None
        if reaches is None:
            if self.scores(found.best.total) is None and not event.in_points:
                return _NO_SCORE
            return _undecided(f"the {'best' if upward else 'worst'} play{among} that was found has {self.figure(event, total)}")
        holds = reaches if what.verdict is not Verdict.IMPOSSIBLE else not reaches
        why = f"the {'best' if upward else 'worst'} play{among} has {self.figure(event, total)}"
        if not holds:
            wanted = expected(event.sign, event.number)
            why += f", and {wanted} was expected" if what.verdict is not Verdict.IMPOSSIBLE else f", and none with {wanted} was expected"
        return holds, why, answer.play.choices if answer.play is not None else ()

    def _furthest(self, kind: Question, *, upward: bool) -> Answer:
        if kind == Question():
            return Answer(self.analysis.exact, self.analysis.best if upward else self.analysis.worst)
        return self.plays.furthest(kind, max if upward else min)

    def fulfils(self, event: Scored, total: int | None) -> bool | None:
        """Return whether a total fulfils a comparison; None where that is not known."""
        if total is None:
            return None
        span = (total, total) if event.in_points else self.scores(total)
        answers = {event.sign.holds(figure, event.number) for figure in span or ()}
        return answers.pop() if len(answers) == 1 else None

    def figure(self, event: Scored, total: int | None) -> str:
        if total is None:
            return "no known total"
        if event.in_points:
            return points(total)
        scores = self.scores(total)
        if scores is None:
            return "no score"
        return f"a score of {scores[0]}" if scores[0] == scores[1] else f"a score between {scores[0]} and {scores[1]}"

    def chance(self, what: Chance) -> _Verdict:
        found = self.analysis
        name = told(what.event).name
        if isinstance(what.event, Scored):
            share = 0.0
            for total, chance in found.distribution.items():
                span = (total, total) if what.event.in_points else self.scores(total)
                if span is None:
                    return _NO_SCORE
                if what.event.sign.holds(span[0], what.event.number) != what.event.sign.holds(span[1], what.event.number):
                    return _undecided("the scores are known only roughly")
                share += chance if what.event.sign.holds(span[0], what.event.number) else 0
            error = self.error
        elif isinstance(what.event, Reached) and what.event.kind is Kind.ENDING and found.exact and found.endings_exact:
            share, error = found.endings[what.event.id].probability, 0.0
        else:
            share, error = self.plays.chance(what.event)
        named = name if isinstance(what.event, Scored) else f"the share of plays at random with {name}"
        holds, why, _ = _near(what.sign, what.percent, named, 100 * share, 100 * error, unit=" %")
        return holds, why, ()


_NO_SCORE: _Verdict = (None, "it was not decided: all plays add up to the same, so there is no score", ())


def _undecided(why: str) -> _Verdict:
    return None, f"it was not decided, for there are too many states to look at all: {why}", ()


def _at_share(distribution: Mapping[int, float], share: float) -> int:
    """Return the least total that at least this share of the plays at random does not exceed."""
    reached = 0.0
    for total, chance in distribution.items():
        reached += chance
        if reached >= share - _A_HAIR:
            return total
    return max(distribution)


def _within(what: Compared, name: str, low: int, high: int, play: tuple[ChoiceId, ...]) -> _Verdict:
    holds, why, _ = _range(what, name, low, high, unit=" points")
    return holds, why, play if holds is not None else ()


def _range(what: Compared | Way, name: str, low: int, high: int, *, unit: str = "") -> _Verdict:
    """Return whether a comparison holds of a figure that lies between two."""
    answers = {what.sign.holds(figure, what.number) for figure in (low, high)}
    if what.sign is Sign.EQUAL and low < what.number < high:
        answers.add(True)
    where = f"{name} is {low}{unit}" if low == high else f"{name} lies between {low} and {high}{unit}"
    if len(answers) > 1:
        return _undecided(where)
    if answers == {True}:
        return True, where, ()
    return False, f"{where}, and {expected(what.sign, what.number)} was expected", ()


def _near(sign: Sign, number: float, name: str, figure: float, slack: float, *, unit: str = "") -> _Verdict:
    """Return whether a comparison holds of a figure that may be off by some slack."""
    if abs(figure - number) <= _A_HAIR:
        figure = number
    answers = {sign.holds(each, number) for each in (figure - slack, figure + slack)}
    if sign is Sign.EQUAL and slack and abs(figure - number) < slack:
        answers.add(True)
    where = f"{name} is {short(figure)}{unit}" if not slack else f"{name} is {short(figure)}{unit} in a sample, give or take {short(slack)}"
    if len(answers) > 1:
        return _undecided(where)
    if answers == {True}:
        return True, where, ()
    return False, f"{where}, and {expected(sign, number)}{unit} was expected", ()
