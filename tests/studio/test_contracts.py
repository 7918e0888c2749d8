"""Contracts: what a trainer claims of all plays is judged as if every play had been played."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from random import Random
from types import SimpleNamespace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from game.authoring import read_text, run_tests
from game.authoring.contracts import contract, names_in
from game.authoring.transcript import tests_of as reading_of
from game.story.analysis import analyse
from game.story.contract import STRATEGIES, Answered, Chance, Claim, Event, Kind, Reached, Scored, Verdict, Word
from game.story.model import Ask, Branch, Scenario
from game.story.playthrough import State, offered, start, step
from game.story.score import score
from game.story.vocabulary import Outcome
from game.studio.contracts import Judged, judged
from game.studio.questions import Plays, Question
from game.studio.strategies import STRATEGIES as PLAYED
from game.studio.strategies import tried as ways_tried
from game.studio.trial_words import details, sign
from game.studio.trials import Trials
from tests.builders import at_least, choice, ending, later, played, promise, random_scenario, scenario, scene, total_of

MOST_PLAYS = 400
"""Of a random scenario; those with more are passed over."""


def verdicts(story: Scenario, *statements: str, **more) -> tuple[Judged, ...]:
    """Return what came of some contracts."""
    story = replace(story, expect=statements)
    return judged(story, analyse(story), more.pop("tried", ()), **more)


def holds(story: Scenario, statement: str, **more) -> bool | None:
    """Return what came of one contract."""
    (found,) = verdicts(story, statement, **more)
    return found.holds


PARTY = scenario(
    scene(
        "door", choice("ask-names", "table", capital={"leslie": 5}),
        choice("pounce", "table", capital={"leslie": -5}, later=[later("table", {"leslie": -4})]),
    ),
    scene(
        "table", choice("sit", "end", capital={"leslie": 3}),
        choice("sign", "end", ask=Ask("leslie", 4, Branch(), Branch(capital=(("leslie", -2),)))),
        choice("vow", "walk", promise=promise("letter", "leslie", {"leslie": -6})),
    ),
    scene("walk", choice("write", "end", keeps="letter", capital={"leslie": 2}), choice("forget", "sad")),
    ending("end"), ending("sad"),
)
"""Totals: sign after ask-names 5 (well spent), sit 8, write 7, forget -1; after the pounce -9: -6, -11, -7, -15."""


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("best >= 8", True), ("best >= 9", False), ("best == 8", True), ("worst < -15", False), ("worst <= -15", True),
        ("median <= -6", True), ("median < -6", False), ("random == 39", True), ("mean > -3", True), ("mean > -2", False),
        ("every ending reachable", True), ("every scene reachable", True), ("every choice reachable", True), ("every ask grantable", True),
        ("every play ends", True), ("no play longer than 3 moments", True), ("no play longer than 2 moments", False),
        ("no play shorter than 2 moments", True), ("no play shorter than 3 moments", False),
        ("grant sign possible", True), ("grant sign after pounce impossible", True), ("grant sign after ask-names possible", True),
        ("refuse sign after ask-names possible", False), ("keep letter after vow certain", False), ("keep letter after write possible", False),
        ("break letter after vow possible", True), ("break letter without forget impossible", True), ("break letter without vow possible", False),
        ("sad after pounce without vow impossible", True), ("sad after vow possible", True), ("forget after vow without write certain", True),
        ("score >= 100 without asking possible", True), ("score >= 40 after pounce possible", False), ("score < 40 after pounce certain", True),
        ("total >= -6 after pounce possible", True), ("total > -6 after pounce impossible", True), ("total >= -15 certain", True),
        ("sad in at least 16 %", True), ("sad > 17 %", False), ("grant sign in at most 20 %", True), ("total > 0 < 42 %", True),
        ("total > 0 in less than 51 %", True), ("score >= 90 in over 20 %", True), ("choice sit in at least 33 %", True),
        ("scene walk reachable", True), ("walk after sit possible", False), ("pounce after table possible", False), ("table always", True),
    ],
)  # fmt: skip
def test_a_contract_of_the_party(statement: str, expected: bool | None):
    """I can follow each of these with a pencil."""
    assert expected == holds(PARTY, statement)


def test_a_broken_contract_shows_the_play_that_breaks_it():
    """I am told what is, what I expected, and how to come there."""
    found = verdicts(PARTY, "worst > -15", "score < 90 certain", "break letter impossible", "no play longer than 2 moments")
    assert [
        ("worst is -15 points, and more than -15 was expected", ("pounce", "vow", "forget")),
        ("the best play has a score of 100, and less than 90 was expected", ("ask-names", "sit")),
        ("there is a play that breaks the promise 'letter'", ("ask-names", "vow", "forget")),
        ("the longest play has 3 moments, and at most 2 were expected", ("ask-names", "vow", "write")),
    ] == [(each.why, each.witness) for each in found]
    assert {False} == {each.holds for each in found}


def test_a_way_of_playing_is_compared_by_its_score():
    """`pouncer < 40` is about the score of somebody who always pounces."""
    tried = [SimpleNamespace(strategy="pouncer", total=-11, choices=("pounce", "sign"))]
    assert (True, "pouncer is 17", ("pounce", "sign")) == _row(verdicts(PARTY, "pouncer < 40", tried=tried)[0])
    assert (False, "pouncer is 17, and at least 40 was expected", ("pounce", "sign")) == _row(verdicts(PARTY, "pouncer >= 40", tried=tried)[0])
    assert (None, "it was not decided: nobody played as 'longest' does", ()) == _row(verdicts(PARTY, "longest < 40", tried=tried)[0])


def _row(found: Judged) -> tuple[bool | None, str, tuple[str, ...]]:
    return found.holds, found.why, found.witness


def test_the_ways_of_playing_have_the_same_names_everywhere():
    """What a contract may name is what the studio plays."""
    assert set(PLAYED) == set(STRATEGIES)


def test_a_sentence_is_passed_over_and_a_slip_is_not():
    """A note to a colleague is not judged; a contract that cannot be read does not pass."""
    found = verdicts(PARTY, "There is a way back from the pounce.", "puncer < 40")
    assert ["puncer < 40"] == [each.text for each in found]
    assert found[0].holds is None
    assert "write 'pouncer'" in found[0].why


def test_what_is_claimed_of_no_play_at_all_is_not_so():
    """A certainty about nothing would lull me."""
    assert (False, "there is no play after 'sit' without 'sit' at all", ()) == _row(verdicts(PARTY, "end after sit without sit certain")[0])


def test_a_scene_without_choices_may_be_named():
    """Monday is only passed through, and still somebody comes by or does not."""
    story = scenario(
        scene("door", choice("wave", "monday", capital={"leslie": 5}), choice("hide", "end")),
        scene("monday", to="end"), ending("end"),
    )
    assert [True, False, True, True] == [
        holds(story, each)
        for each in ("monday after wave certain", "monday after hide possible", "end after monday certain", "monday in at least 50 %")
    ]
    assert ("wave",) == verdicts(story, "monday reachable")[0].witness


def test_without_a_score_nothing_is_claimed_of_it():
    """Where all plays add up to the same there is no score, and I am told so."""
    story = scenario(scene("door", choice("a"), choice("b")))
    assert "there is no score" in verdicts(story, "score >= 60 possible")[0].why
    assert "there is no score" in verdicts(story, "random < 60")[0].why
    assert holds(story, "score >= 60 possible") is None


def test_figures_are_exact_though_the_endings_are_only_estimated():
    """Where only the chances of the endings come from a sample, the median is still known."""
    story = replace(PARTY, expect=("random == 39", "mean > -3"))
    rough = replace(analyse(story), error=0.4, endings_exact=False)
    assert [True, True] == [each.holds for each in judged(story, rough, ())]


def test_work_that_is_stopped_leaves_undecided_what_is_left():
    """Whoever stops the work is not told that all is well."""
    assert "stopped" in verdicts(PARTY, "best >= 0", stop=lambda: True)[0].why


DOCS = Path(__file__).parents[2] / "docs" / "trainers"
BENCH = re.search(r"^```yaml whole\n(.*?)^```$", (DOCS / "format.md").read_text("utf-8"), re.M | re.S)
PAGE = (DOCS / "tests-and-contracts.md").read_text("utf-8")


def test_the_contracts_of_the_handbook_hold():
    """What the page shows is true of the scenario that it shows it of."""
    assert BENCH is not None
    shown = re.findall(r"^```yaml contracts\n(.*?)^```$", PAGE, re.M | re.S)
    statements = [line.removeprefix("  - ") for block in shown for line in block.splitlines()[1:]]
    read = read_text(BENCH[1] + "expect:\n" + "".join(f"  - {each}\n" for each in dict.fromkeys(statements)), file=Path("x.yaml"))
    assert () == read.diagnostics
    assert read.scenario is not None
    analysis = analyse(read.scenario)
    found = judged(read.scenario, analysis, ways_tried(read.scenario, analysis))
    assert len(found) > 20
    assert [] == [each for each in found if each.holds is not True]


def test_the_tests_and_messages_of_the_handbook_are_those_of_the_command():
    """The page shows what I shall see."""
    assert BENCH is not None
    story = read_text(BENCH[1] + "expect:\n  - worst >= 20\n", file=Path("x.yaml"))
    assert story.scenario is not None
    (tests,) = re.findall(r"^```yaml tests\n(.*?)^```$", PAGE, re.M | re.S)
    assert [True] == [each.passed for each in run_tests(story.scenario, tests, bounds=lambda _: (16, 33))]
    (broken,) = Trials(story.scenario, story).contracts()
    wrong = reading_of(story.scenario, tests.replace("e-alone", "e-friends")).transcripts[0]
    for trial in (broken, Trials(story.scenario, story).test(wrong)):
        shown = "".join(f"            {line}\n" for line in details(trial))
        assert f"  {sign(trial):<7} {trial.name} (" in PAGE
        assert shown in PAGE


# Every play of random scenarios, one by one: what the judge must agree with.


def every_play(story: Scenario) -> list[tuple[State, Fraction]]:
    """Return each play that reaches an ending, and how likely it is at random."""
    found: list[tuple[State, Fraction]] = []
    ahead = [(start(story), Fraction(1))]
    while ahead:
        state, chance = ahead.pop()
        if state.over:
            found.append((state, chance))
        else:
            now = offered(state)
            ahead.extend((step(state, name), chance / len(now)) for name in now)
        assume(len(found) + len(ahead) < MOST_PLAYS)
    return found


def happened(state: State) -> Iterator[set[Event]]:
    """Yield what happened in a play, in order, what is of one instant together."""
    for arrival in state.opening:
        yield _arrived(state.scenario, arrival.scene)
    for moment in state.moments:
        now: set[Event] = {Reached(Kind.CHOICE, moment.choice.id)}
        if moment.outcome is not Outcome.PLAIN:
            now.add(Answered(moment.choice.id, moment.outcome))
        if moment.kept is not None:
            now.add(Word(moment.kept.id, kept=True))
        yield now
        for arrival in moment.arrivals:
            yield _arrived(state.scenario, arrival.scene)
    yield {Word(word.promise.id, kept=False) for word in state.words.values() if word.kept_at is None}


def _arrived(story: Scenario, name: str) -> set[Event]:
    return {Reached(Kind.ENDING if story.scenes[name].ending else Kind.SCENE, name)}


def is_among(state: State, claim: Claim) -> bool:
    """Return whether a play is one of those of which something is claimed."""
    events = list(happened(state))
    return (
        (claim.after is None or any(claim.after in now for now in events))
        and not any(each in now for each in claim.without for now in events)
        and not (claim.without_asks and any(isinstance(event, Answered) for now in events for event in now))
    )


def has_it(state: State, claim: Claim, rated: Callable[[int], int | None]) -> bool:
    """Return whether a play has the event of a claim."""
    event = claim.event
    if isinstance(event, Scored):
        figure = total_of(state) if event.in_points else rated(total_of(state))
        return event.sign.holds(figure or 0, event.number)
    events = list(happened(state))
    if claim.after is not None:
        events = events[1 + next(at for at, now in enumerate(events) if claim.after in now) :]
    return any(event in now for now in events)


def is_so(story: Scenario, claim: Claim, plays: list[tuple[State, Fraction]], rated: Callable[[int], int | None]) -> bool:
    """Return whether a claim is true, by looking at every play."""
    among = [state for state, _ in plays if is_among(state, claim)]
    have = [has_it(state, claim, rated) for state in among]
    match claim.verdict:
        case Verdict.POSSIBLE:
            return any(have)
        case Verdict.IMPOSSIBLE:
            return not any(have)
        case Verdict.CERTAIN:
            return bool(have) and all(have)


def statement(story: Scenario, luck: Random) -> str:
    """Return a random claim or chance, as a trainer would write it."""
    names = names_in(story)
    choices = [f"choice {name}" for name in names.choices]
    scenes = [f"scene {name}" for name in names.scenes]
    way = choices * 2 + scenes
    way += [f"{deed} {name}" for name in names.asks for deed in ("grant", "refuse")] + [f"keep {name}" for name in names.promises]
    what = way + [f"ending {name}" for name in names.endings] * 2 + [f"break {name}" for name in names.promises]
    what += [f"{figure} {luck.choice(['>=', '>', '<', '<='])} {luck.randint(0, 60)}" for figure in ("score", "total")] * 2
    event = luck.choice(what)
    if luck.random() < 0.25:
        return f"{event} in {luck.choice(['at least', 'less than', 'at most', 'over'])} {luck.choice([0, 10, 25, 50, 75, 100])} %"
    after = f" after {luck.choice(way)}" if way and luck.random() < 0.5 else ""
    without = f" without {luck.choice(way)}" if way and luck.random() < 0.4 else ""
    without += " without asking" if luck.random() < 0.2 else ""
    return f"{event}{after}{without} {luck.choice(['possible', 'impossible', 'certain'])}"


SEEDS = st.integers(0, 2**32)


def claimed(seed: int) -> tuple[Scenario, list[tuple[State, Fraction]]]:
    """Return a small random scenario with some random contracts, and all its plays; there is at least one."""
    luck = Random(seed)
    story = random_scenario(luck, scenes=5)
    plays = every_play(story)
    assume(plays)
    return replace(story, expect=tuple(statement(story, luck) for _ in range(10))), plays


@settings(max_examples=100)
@given(SEEDS)
def test_a_judgement_is_what_every_play_says(seed: int):
    """Whatever I claim, it is as if somebody had played all plays to see."""
    story, plays = claimed(seed)
    analysis = analyse(story)
    rated = _rated(analysis.worst.total, analysis.best.total)
    for found in judged(story, analysis, ()):
        what = contract(found.text, names_in(story))
        if found.holds is None:
            assert rated(analysis.best.total) is None
            continue
        if isinstance(what, Chance):
            have = sum(chance for state, chance in plays if has_it(state, Claim(what.event, Verdict.POSSIBLE), rated))
            ended = sum(chance for _, chance in plays) if isinstance(what.event, Scored) else 1
            assert what.sign.holds(100 * have / Fraction(ended), Fraction(what.percent)) == found.holds, found
        elif isinstance(what, Claim):
            assert is_so(story, what, plays, rated) == found.holds, found
            _witness_shows_it(story, what, found, rated)


def _rated(worst: int, best: int) -> Callable[[int], int | None]:
    return lambda total: score(total, worst, best)


def _witness_shows_it(story: Scenario, what: Claim, found: Judged, rated: Callable[[int], int | None]) -> None:
    """A broken claim has a play that breaks it, wherever one play can."""
    by_one_play = found.holds is (what.verdict is Verdict.POSSIBLE)
    if by_one_play and not found.why.endswith("at all"):
        state = played(story, *found.witness)
        assert state.over
        assert is_among(state, what)
        assert has_it(state, what, rated) is (what.verdict is not Verdict.CERTAIN)


@settings(max_examples=15)
@given(SEEDS)
def test_what_is_decided_without_looking_at_all_plays_is_right(seed: int):
    """A large scenario may leave a contract undecided; it is never told wrongly."""
    story, plays = claimed(seed)
    rough, exact = analyse(story, budget=1), analyse(story)
    rated = _rated(exact.worst.total, exact.best.total)
    for found in judged(replace(story, expect=story.expect[:6]), rough, (), budget=1):
        what = contract(found.text, names_in(story))
        if isinstance(what, Claim) and found.holds is not None:
            assert is_so(story, what, plays, rated) == found.holds, found


@settings(max_examples=60)
@given(SEEDS)
def test_a_witness_is_as_short_as_can_be(seed: int):
    """I am not sent round the houses."""
    story, plays = claimed(seed)
    asked = Plays(story)
    lengths = [len(state.moments) for state, _ in plays]
    assert (min(lengths), max(lengths)) == (asked.longest(longest=False)[0], asked.longest(longest=True)[0])
    most = asked.most_moments()
    assert most is None or most >= max(lengths)
    for name in {state.scene for state, _ in plays}:
        found = asked.shortest(Question(Reached(Kind.ENDING, name)))
        assert found.play is not None
        assert min(len(state.moments) for state, _ in plays if state.scene == name) == len(found.play.choices)
        assert total_of(played(story, *found.play.choices)) == found.play.total


def test_a_limit_of_a_balance_is_seen_through():
    """What a condition forbids is not possible, though the scenes connect."""
    story = scenario(
        scene("door", choice("a", "room", capital={"leslie": 1}), choice("b", "room")),
        scene("room", choice("deep", "end", when=at_least("leslie", 2)), choice("leave", "end")),
    )
    assert (False, True) == (holds(story, "deep possible"), holds(story, "deep impossible"))
