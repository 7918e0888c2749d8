"""Conditions: what they mean, and that the short way to read them gives what the long way gives."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.authoring.expression import ConditionFault, _read, _simple, condition
from game.story.condition import holds

ACCOUNTS = {"leslie", "marcus", "ann-marie"}


class Facts:
    """Balances and markers."""

    def __init__(self, markers: set[tuple[str, str]] = frozenset(), **capital: int) -> None:
        self.balances = {"ann-marie": 7, **capital}
        self.markers = markers

    def capital(self, person: str) -> int:
        return self.balances[person]

    def has(self, marker: tuple[str, str]) -> bool:
        return marker in self.markers


def true(text: str, *markers: tuple[str, str], leslie: int = 0, marcus: int = 0) -> bool:
    """Return whether a condition holds of these facts."""
    return holds(condition(text, ACCOUNTS)[0], Facts(set(markers), leslie=leslie, marcus=marcus))


def test_comparisons_mean_what_they_say():
    """At least, more than, at most, less than, the same, another."""
    for sign, expected in ((">=", (0, 1, 1)), (">", (0, 0, 1)), ("<=", (1, 1, 0)), ("<", (1, 0, 0)), ("==", (0, 1, 0)), ("!=", (1, 0, 1))):
        assert tuple(map(bool, expected)) == tuple(true(f"leslie {sign} 5", leslie=balance) for balance in (4, 5, 6))


def test_sums_differences_and_hyphens():
    """With spaces a hyphen is a minus; without, it belongs to the name."""
    assert true("leslie + marcus >= 10", leslie=4, marcus=6)
    assert not true("leslie - marcus > 0", leslie=4, marcus=6)
    assert true("ann-marie == 7")
    assert true("ann-marie - 7 == leslie - -3 - 3")
    assert true("-leslie <= -(3 - 5) - 6", leslie=4)
    assert true("2 < leslie <= 4 < marcus", leslie=4, marcus=5)
    assert not true("2 < leslie <= 4 < marcus", leslie=4, marcus=4)


def test_and_binds_closer_than_or_and_not_closest():
    """As in speech: tea or coffee and cake."""
    a, b, c = ("flag", "a"), ("flag", "b"), ("flag", "c")
    assert true("a or b and c", a)
    assert not true("(a or b) and c", a)
    assert true("not a or b", b, a)
    assert true("not (a and b) and c", a, c)
    assert true("not not a", a)
    assert true("(leslie) >= (1) and (a)", a, leslie=1)


def test_what_happened_can_be_asked_for():
    """Choices, asks and promises by their ids."""
    assert true("chose.ask-about-maya and granted.two-birds", ("chose", "ask-about-maya"), ("granted", "two-birds"))
    assert true("promised.letter and not kept.letter", ("promised", "letter"))


def test_the_names_that_are_read_know_their_places():
    """So that the very word is underlined."""
    text = "leslie >= 2 and (not chose.pounce or asked)"
    names = condition(text, ACCOUNTS)[1]
    assert ["chose.pounce", "asked"] == [text[name.start : name.end] for name in names]


NAMES = st.sampled_from(["asked", "chose.pounce", "kept.letter", "leslie >= 20", "marcus < 3", "ann-marie >= 4", "a-b", "chose", "or", "leslie", "x.y", "not"])
TERMS = st.builds(lambda negated, name: ("not " if negated else "") + name, st.booleans(), NAMES)


@settings(max_examples=300, deadline=None)
@given(st.builds(lambda joint, terms: joint.join(terms), st.sampled_from([" and ", " or "]), st.lists(TERMS, min_size=1, max_size=5)))
def test_the_short_way_gives_what_the_long_way_gives(text: str):
    """A shortcut for speed changes no meaning."""
    short = _simple(text, ACCOUNTS)
    if short is not None:
        assert _read(text, ACCOUNTS, ()) == short


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="lesi ()<>=!+-.0123&|andortch'\n\té", max_size=60))
def test_any_text_is_read_or_told(text: str):
    """No condition makes the reader fall."""
    try:
        condition(text, ACCOUNTS, {"bela"})
    except ConditionFault as fault:
        assert 0 <= fault.start < fault.end
        assert fault.message
        assert fault.mend


@pytest.mark.parametrize("text", ["(" * 13 + "a" + ")" * 13, "not " * 13 + "a", " and ".join(["leslie >= 1"] * 40), "a" * 501, "leslie >= 1000000"])
def test_limits_hold(text: str):
    """A condition that nobody could read is not read."""
    with pytest.raises(ConditionFault) as refused:
        condition(text, ACCOUNTS)
    assert refused.value.code in ("CF402", "CF401")


def test_the_limits_leave_room():
    """Twelve parentheses and thirty comparisons are fine."""
    assert condition("(" * 12 + "a" + ")" * 12, ACCOUNTS)
    assert condition(" and ".join(["leslie >= 1"] * 15), ACCOUNTS)
