"""What may stand under `expect`, and what a trainer is told of what may not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.authoring import Severity, read_text
from game.authoring.contracts import ContractFault, Names, contract, lines_of_contracts
from game.story.contract import (
    AllEnd,
    Answered,
    Chance,
    Claim,
    Compared,
    Every,
    Figure,
    Kind,
    Length,
    Plays,
    Reached,
    Scored,
    Sign,
    Verdict,
    Word,
)
from game.story.vocabulary import Outcome

VALID = (Path(__file__).parent / "cases" / "all_is_well.yaml").read_text(encoding="utf-8")
NAMES = Names(
    endings=("e-friends", "e-alone"), scenes=("the-bench", "monday"), choices=("pounce", "reconnect", "monday"), asks=("pounce",),
    promises=("letter",), people=("leslie",),
)
FRIENDS, POUNCE = Reached(Kind.ENDING, "e-friends"), Reached(Kind.CHOICE, "pounce")
AT_LEAST_65 = Scored(False, Sign.AT_LEAST, 65)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("best >= 60", Compared(Figure.BEST, Sign.AT_LEAST, 60)),
        ("worst >= -11 points", Compared(Figure.WORST, Sign.AT_LEAST, -11)),
        ("random < 55", Compared(Figure.RANDOM, Sign.UNDER, 55)),
        ("pouncer < 40", Plays("pouncer", Sign.UNDER, 40)),
        ("never-asks <= 65", Plays("never-asks", Sign.AT_MOST, 65)),
        ("every ending reachable", Every(Kind.ENDING)),
        ("every ask is grantable", Every(Kind.ASK)),
        ("every play ends", AllEnd()),
        ("no play longer than 16 moments", Length(16, longest=True)),
        ("no play shorter than 5", Length(5, longest=False)),
        ("e-friends reachable", Claim(FRIENDS, Verdict.POSSIBLE)),
        ("e-friends is not possible.", Claim(FRIENDS, Verdict.IMPOSSIBLE)),
        ("reconnect after pounce possible", Claim(Reached(Kind.CHOICE, "reconnect"), Verdict.POSSIBLE, after=POUNCE)),
        ("grant pounce impossible", Claim(Answered("pounce", Outcome.GRANTED), Verdict.IMPOSSIBLE)),
        ("keep letter always", Claim(Word("letter", kept=True), Verdict.CERTAIN)),
        ("break letter after refused pounce possible", Claim(Word("letter", kept=False), Verdict.POSSIBLE, after=Answered("pounce", Outcome.REFUSED))),
        ("score >= 65 after pounce possible", Claim(AT_LEAST_65, Verdict.POSSIBLE, after=POUNCE)),
        ("score >= 65 without asking possible", Claim(AT_LEAST_65, Verdict.POSSIBLE, without_asks=True)),
        ("e-friends without pounce, scene monday and reconnect certain", Claim(FRIENDS, Verdict.CERTAIN, without=(POUNCE, Reached(Kind.SCENE, "monday"), Reached(Kind.CHOICE, "reconnect")))),
        ("choice monday possible", Claim(Reached(Kind.CHOICE, "monday"), Verdict.POSSIBLE)),
        ("scene e-friends possible", Claim(FRIENDS, Verdict.POSSIBLE)),
        ("e-friends in at least 5 %", Chance(FRIENDS, Sign.AT_LEAST, 5)),
        ("e-friends > 2.5 % at random", Chance(FRIENDS, Sign.OVER, 2.5)),
        ("score >= 65 in less than 20 % of all plays", Chance(AT_LEAST_65, Sign.UNDER, 20)),
        ("There is a way back from the pounce.", None),
        ("The pounce is taken with a smile, and its bill comes a week later.", None),
        ("A play without any ask can score 90 or more.", None),
    ],
)  # fmt: skip
def test_a_contract_reads_like_a_sentence(text: str, meant: object):
    """I write what I mean in short words; what ends in a full stop and says more is a note."""
    assert meant == contract(text, NAMES)


@pytest.mark.parametrize(
    ("text", "code", "place", "mend"),
    [
        ("best ≥ 60", "CF421", "≥", "write >="),
        ("puncer < 40", "CF422", "puncer", "write 'pouncer'"),
        ("pouncer < 400", "CF424", "400", "write another number"),
        ("best >= 60.5", "CF424", "60.5", "write 60"),
        ("leslie >= 20", "CF423", "leslie", "write it under `holds` of a test in tests.yaml"),
        ("every endng reachable", "CF421", "endng", "write 'ending'"),
        ("every ending", "CF421", "g", "write: every ending reachable"),
        ("e-frends reachable", "CF422", "e-frends", "write 'e-friends'"),
        ("e-friends reachble", "CF421", "reachble", "write 'reachable'"),
        ("e-friends", "CF421", "s", "end it with reachable, possible, impossible or certain"),
        ("e-friends >= 5", "CF421", "e-friends", "add % for its chance at random: e-friends >= 5 %"),
        ("e-friends > 500 %", "CF424", "500", "write another number"),
        ("grant reconnect possible", "CF423", "reconnect", "leave the word before it out, or name an ask"),
        ("pounce after e-friends possible", "CF423", "e-friends", "name a choice, a scene, a granted or refused ask or a kept promise"),
        ("monday possible", "CF425", "monday", "write choice monday, or scene monday"),
        ("best >= 60 and worst <= 0", "CF421", "and", "delete it, or make two contracts of it"),
        ("e-friends after pounce > 5 %", "CF423", "after", "leave `after` and `without` out, or write possible instead of the chance"),
        ("no play is sad", "CF421", "is", "write: no play longer than 16 moments"),
        ("e-friends not certain", "CF421", "certain", "write possible, impossible or certain"),
    ],
)  # fmt: skip
def test_a_slip_in_a_contract_is_told_with_its_place_and_mend(text: str, code: str, place: str, mend: str):
    """I see the word that is wrong, and what to write instead."""
    with pytest.raises(ContractFault) as caught:
        contract(text, NAMES)
    fault = caught.value
    assert (code, place, mend) == (fault.code, text[fault.start : fault.end], fault.mend)


def test_whatever_stands_under_expect_the_scenario_plays():
    """A file that plays today plays tomorrow: here is nothing that keeps it from playing."""
    found = read_text(VALID + "expect:\n  - There is a way back.\n  - puncer < 40\n  - best >= 60\n  - monday poss\n", file=Path("x.yaml"))
    assert found.scenario is not None
    assert ("There is a way back.", "puncer < 40", "best >= 60", "monday poss") == found.scenario.expect
    assert [("CF420", 64), ("CF422", 65), ("CF421", 67)] == [(fault.code, fault.span.line if fault.span else 0) for fault in found.diagnostics]
    assert {Severity.WARNING} == {fault.severity for fault in found.diagnostics}
    assert {"There is a way back.": 64, "puncer < 40": 65, "best >= 60": 66, "monday poss": 67} == lines_of_contracts(found.text)


def test_a_misspelt_contract_may_be_mended_by_itself():
    """`check --fix` writes what can only have been meant."""
    found = read_text(VALID + "expect:\n  - best ≥ 60\n  - puncer < 40\n", file=Path("x.yaml"))
    edits = [edit for fault in found.diagnostics for edit in fault.edits]
    assert [("≥", ">=", True), ("puncer", "pouncer", True)] == [(found.text[e.start : e.end], e.replacement, e.safe) for e in edits]


WORDS = st.sampled_from(
    ["best", "pouncer", "score", "total", "every", "no", "play", "ending", "e-friends", "pounce", "letter",
     "monday", "grant", "keep", "break", "after", "without", "asking", "in", "at", "least", "longer", "than",
     "possible", "reachable", "certain", "not", "is", "moments", "%", ">=", "<", "==", "5", "60", "-3", "4.5",
     ",", ".", "≥", "€", "'x'", "and", "scene", "choice", "ring"]
)  # fmt: skip


@settings(max_examples=300)
@given(st.lists(WORDS, max_size=9).map(" ".join) | st.text(max_size=40))
def test_no_statement_brings_the_reading_down(text: str):
    """Whatever I type is a contract, a sentence, or a fault whose place lies within it."""
    try:
        contract(text, NAMES)
    except ContractFault as fault:
        assert 0 <= fault.start < fault.end <= max(1, len(text.strip()))
        assert fault.mend
