"""A playthrough is a list of choices over a scenario; its state is a fold over that list.

    state = replay(Playthrough(scenario, seed=7, choices=("ask-about-maya", "pounce")))

Order within a choice: the balance is tested for the ask; the cost is posted if it is granted; then the choice's own
entries; then its branch's; then flags; then the choice counts as made. Then the next scene is reached: entries
that were deferred to it are posted before any condition there is read. A scene without choices is passed through.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from game.language import _
from game.story.condition import Condition, Marker, holds
from game.story.errors import ChoiceNotOffered, NothingOffered, PlayIsOver
from game.story.ledger import Entry, Kind, Ledger
from game.story.model import Ask, Branch, Choice, Later, Paragraph, Promise, Scenario, Scene, Script, Way
from game.story.vocabulary import Amounts, ChoiceId, Outcome, PersonId, PromiseId, SceneId


@dataclass(frozen=True, slots=True)
class Playthrough:
    """A scenario, the seed that orders its choices on the screen, and what was chosen."""

    scenario: Scenario
    seed: int = 0
    choices: tuple[ChoiceId, ...] = ()


@dataclass(frozen=True, slots=True)
class Arrival:
    """A scene reached: the deferred entries that came to light there, then what was told."""

    scene: SceneId
    posted: Ledger
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """One choice made, and all that followed until the next choice or the ending."""

    index: int
    """From 0."""
    scene: SceneId
    choice: Choice
    outcome: Outcome
    held: int | None
    """For an ask: the balance it was tested against, in points."""
    reaction: tuple[Paragraph, ...]
    posted: Ledger
    """The entries posted at once."""
    promises: tuple[Promise, ...]
    """The promises given: by the choice itself, then by its outcome."""
    kept: Promise | None
    arrivals: tuple[Arrival, ...]
    """The scenes reached, the last being where the play now stands."""

    @property
    def promised(self) -> Promise | None:
        """The promise given, or the first of two."""
        return self.promises[0] if self.promises else None


@dataclass(frozen=True, slots=True)
class Pending:
    """A deferred entry whose scene has not been reached yet."""

    later: Later
    moment: int
    choice: Choice


@dataclass(frozen=True, slots=True)
class Word:
    """A promise given."""

    promise: Promise
    moment: int
    choice: ChoiceId
    kept_at: int | None = None
    """0-based index of the choice that kept it."""


@dataclass(frozen=True, slots=True)
class State:
    """Where a playthrough stands: everything here follows from the scenario and the choices."""

    scenario: Scenario
    scene: SceneId
    balances: Mapping[PersonId, int]
    ledger: Ledger = ()
    markers: frozenset[Marker] = frozenset()
    pending: tuple[Pending, ...] = ()
    words: Mapping[PromiseId, Word] = field(default_factory=dict)
    opening: tuple[Arrival, ...] = ()
    """The scenes told before the first choice."""
    moments: tuple[Moment, ...] = ()

    def capital(self, person: PersonId) -> int:
        """Return a person's balance, in points."""
        return self.balances[person]

    def has(self, marker: Marker) -> bool:
        """Return whether something happened; see `condition.Marker`."""
        return marker in self.markers

    @property
    def here(self) -> Scene:
        """The scene in which the play stands."""
        return self.scenario.scenes[self.scene]

    @property
    def over(self) -> bool:
        """Whether an ending is reached."""
        return self.here.ending is not None

    @property
    def arrivals(self) -> tuple[Arrival, ...]:
        """The scenes told since the last choice, or since the start."""
        return self.moments[-1].arrivals if self.moments else self.opening

    @property
    def choices(self) -> tuple[ChoiceId, ...]:
        """The choices made, in order."""
        return tuple(moment.choice.id for moment in self.moments)

    @property
    def unseen(self) -> tuple[Pending, ...]:
        """At an ending: the consequences that never came to light."""
        return self.pending if self.over else ()


def start(scenario: Scenario, *, markers: frozenset[Marker] = frozenset()) -> State:
    """Return the state before the first choice.

    Args:
        scenario: a checked one.
        markers: what is taken as having happened before; nothing, in a play.
    """
    balances = {person.id: person.capital for person in scenario.accounts if person.capital is not None}
    state, arrivals = _arrive(State(scenario, scenario.start, balances, markers=markers), scenario.start)
    return replace(state, opening=arrivals)


def offered(state: State) -> dict[ChoiceId, Choice]:
    """Return the choices that may be made now, in the author's order; empty at an ending."""
    return {
        choice.id: choice
        for choice in state.here.choices
        if not (choice.once and state.has(("chose", choice.id))) and holds(choice.when, state)
    }


def step(state: State, chosen: ChoiceId) -> State:
    """Return the state after one choice.

    Raises:
        PlayIsOver: an ending has been reached.
        ChoiceNotOffered: `chosen` is unknown here, or its `when:` does not hold.
        NothingOffered: no choice here can be made in this state.
    """
    if state.over:
        raise PlayIsOver(chosen, state.scene)
    open_now = offered(state)
    if not open_now:
        raise NothingOffered(state.scene)
    if chosen not in open_now:
        raise ChoiceNotOffered(chosen, state.scene, offered=tuple(open_now))
    return _after(state, open_now[chosen])


def replay(play: Playthrough) -> State:
    """Return the state that a list of choices leads to.

    Raises:
        StoryError: as `step` does.
    """
    state = start(play.scenario)
    for chosen in play.choices:
        state = step(state, chosen)
    return state


def replay_as_far_as_it_holds(play: Playthrough) -> State:
    """Return the state after the longest beginning of the list that the scenario still allows."""
    state = start(play.scenario)
    for chosen in play.choices:
        if chosen not in offered(state):
            break
        state = step(state, chosen)
    return state


def _after(state: State, choice: Choice) -> State:
    index = len(state.moments)
    scene = state.scene
    held = state.capital(choice.ask.of) if choice.ask else None
    outcome, branch = _branch(choice.ask, held)

    posted = tuple(_entries(state, choice, branch, outcome))
    kept = state.words.get(choice.keeps) if choice.keeps else None
    if kept is not None and kept.kept_at is not None:
        kept = None
    promises = tuple(promise for promise in (choice.promise, branch.promise) if promise is not None)
    words = dict(state.words)
    if kept is not None:
        words[kept.promise.id] = replace(kept, kept_at=index)
    for promise in promises:
        words[promise.id] = Word(promise, index, choice.id)
    markers = {("flag", flag) for flag in (*choice.flags, *branch.flags)} | {("chose", choice.id)}
    if outcome is Outcome.GRANTED:
        markers.add(("granted", choice.id))
    if kept is not None:
        markers.add(("kept", kept.promise.id))
    markers.update(("promised", promise.id) for promise in promises)
    pending = (*state.pending, *(Pending(later, index, choice) for later in (*choice.later, *branch.later)))
    made = replace(
        _post(state, posted), markers=state.markers | markers, pending=pending, words=words
    )
    reaction = told((*choice.script, *branch.script), made)
    moment = Moment(
        index, scene, choice, outcome, held, reaction, posted, promises, kept.promise if kept else None, arrivals=()
    )
    arrived, arrivals = _arrive(
        replace(made, moments=(*state.moments, moment)), way(branch.next or choice.next, made)
    )
    return replace(arrived, moments=(*state.moments, replace(moment, arrivals=arrivals)))


def _branch(ask: Ask | None, held: int | None) -> tuple[Outcome, Branch]:
    if ask is None or held is None:
        return Outcome.PLAIN, Branch()
    return (Outcome.GRANTED, ask.granted) if held >= ask.cost else (Outcome.REFUSED, ask.refused)


def _entries(state: State, choice: Choice, branch: Branch, outcome: Outcome) -> Iterable[Entry]:
    index = len(state.moments)

    def entry(person: PersonId, amount: int, reason: str, kind: Kind) -> Entry:
        return Entry(
            person, amount, index, choice.id, reason, choice.principle, choice.honours is not None, kind,
            posted=index + 1, scene=state.scene,
        )

    if choice.ask is not None and outcome is Outcome.GRANTED:
        name = state.scenario.people[choice.ask.of].short
        yield entry(choice.ask.of, -choice.ask.cost, _("You asked, and {name} said yes.", name=name), Kind.COST)
    for person, amount in (*choice.capital, *branch.capital):
        yield entry(person, amount, choice.advice, Kind.CHOICE)


def _arrive(state: State, scene: SceneId) -> tuple[State, tuple[Arrival, ...]]:
    arrivals = []
    while True:
        here = state.scenario.scenes[scene]
        due = tuple(pending for pending in state.pending if pending.later.at == scene)
        posted = tuple(entry for pending in due for entry in _due(pending, state, scene))
        state = replace(
            _post(state, posted),
            scene=scene,
            pending=tuple(pending for pending in state.pending if pending.later.at != scene),
        )
        if here.ending is not None:
            broken = tuple(entry for word in state.words.values() for entry in _broken(word, state, scene))
            state, posted = _post(state, broken), (*posted, *broken)
        arrivals.append(Arrival(scene, posted, told(here.script, state)))
        if here.choices or here.ending is not None:
            return state, tuple(arrivals)
        scene = way(here.next, state)


def _due(pending: Pending, state: State, scene: SceneId) -> Iterable[Entry]:
    choice = pending.choice
    for person, amount in pending.later.capital:
        yield Entry(
            person, amount, pending.moment, choice.id, pending.later.because, choice.principle,
            choice.honours is not None, Kind.LATER, posted=len(state.moments), scene=scene,
        )


def _broken(word: Word, state: State, scene: SceneId) -> Iterable[Entry]:
    if word.kept_at is not None:
        return
    for person, amount in word.promise.broken:
        yield Entry(
            person, amount, word.moment, word.choice, word.promise.because, "ongoing", False, Kind.BROKEN,
            posted=len(state.moments), scene=scene,
        )


def _post(state: State, entries: Iterable[Entry]) -> State:
    balances, ledger = dict(state.balances), list(state.ledger)
    for entry in entries:
        balances[entry.person] += entry.amount
        ledger.append(entry)
    return replace(state, balances=balances, ledger=tuple(ledger))


def told(script: Script, state: State) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a script whose conditions hold in a state."""
    return tuple(paragraph for part in script if holds(part.when, state) for paragraph in part.paragraphs)


def way(ways: tuple[Way, ...], state: State) -> SceneId:
    """Return the scene to which the first way leads whose condition holds; the last always does."""
    return next(way.to for way in ways if holds(way.when, state))


def worth(amounts: Amounts) -> int:
    """Return the sum of some amounts over all persons, in points."""
    return sum(amount for _, amount in amounts)


__all__ = [
    "Arrival", "Condition", "Moment", "Pending", "Playthrough", "State", "Word",
    "offered", "replay", "replay_as_far_as_it_holds", "start", "step", "told", "way", "worth",
]
