"""Any key for anything: what a press means, what hints print, and that nobody can lock themselves out."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.stage.bindings import (
    ACTIONS,
    AS_IT_CAME,
    BY_KEY,
    ESSENTIAL,
    Bindings,
    Caps,
    Device,
    bindings_of,
    bound,
    brand_of,
    name_of,
    of_pad,
)

PRESSES = [press for action in ACTIONS for press in (action.press, action.pad) if press]
presses = st.sampled_from([*PRESSES, "tab", "page down", "z", "ñ", "pad left shoulder", "pad guide"])
actions = st.sampled_from([action.key for action in ACTIONS])
wishes = st.lists(st.tuples(actions, presses), max_size=12)


def after(wished: list[tuple[str, str]]) -> Bindings:
    bindings = AS_IT_CAME
    for key, press in wished:
        bindings = bound(bindings, key, press).bindings
    return bindings


def test_a_key_that_was_free_is_taken_and_the_old_one_rests():
    """I put the address book on Z: Z opens it, and A does nothing any more."""
    put = bound(AS_IT_CAME, "a", "z")
    assert ("a", None) == (put.bindings.meaning("z"), put.bindings.meaning("a"))
    assert ("", False) == (put.other, put.refused)


def test_two_actions_change_places():
    """I put the address book on R: what R did is on A now, and I am told so."""
    put = bound(AS_IT_CAME, "a", "r")
    assert ("r", "a") == (put.other, put.gets)
    assert ("a", "r") == (put.bindings.meaning("r"), put.bindings.meaning("a"))


def test_a_button_may_be_taken_from_an_action_that_has_a_key_anyway():
    """I put what if on the pad's X: the address book has no button then, but still its key."""
    put = bound(AS_IT_CAME, "w", "pad x")
    assert ("a", "", False) == (put.other, put.gets, put.refused)
    assert ("w", "a") == (put.bindings.meaning("pad x"), put.bindings.meaning("a"))


@pytest.mark.parametrize(("key", "press"), [("w", "pad a"), ("walk", "a")])
def test_the_only_way_to_something_is_not_taken(key: str, press: str):
    """The pad's A goes on, and no other action can give it a button in exchange; so it stays."""
    put = bound(AS_IT_CAME, key, press)
    assert (AS_IT_CAME, True) == (put.bindings, put.refused)


def test_back_again_leaves_nothing_to_keep():
    """An action that is put back where it came from is as it came."""
    assert AS_IT_CAME == bound(bound(AS_IT_CAME, "a", "z").bindings, "a", "a").bindings


@given(wishes)
@settings(max_examples=60)
def test_nothing_is_ever_out_of_reach(wished: list[tuple[str, str]]):
    """However keys are put about, each action that had a key has one, and no two share it."""
    bindings = after(wished)
    keys = [press for action in ACTIONS if action.press and (press := bindings.press(action.key))]
    assert len({action.key for action in ACTIONS if action.press}) == len(keys)
    assert sorted(set(keys)) == sorted(keys)
    assert ESSENTIAL <= bindings.on_a_pad()
    for action in ACTIONS:
        for pad in (False, True):
            press = bindings.press(action.key, pad=pad)
            assert not press or action.key == bindings.meaning(press)


@given(wishes)
@settings(max_examples=60)
def test_what_is_kept_is_what_was_wished(wished: list[tuple[str, str]]):
    """The file holds all of it: read again, every press means the same."""
    bindings = after(wished)
    again = bindings_of(bindings.own)
    assert [bindings.meaning(press) for press in PRESSES] == [again.meaning(press) for press in PRESSES]


@given(st.dictionaries(st.one_of(presses, st.text(max_size=5)), st.one_of(actions, st.just(""), st.text(max_size=5)), max_size=30))
@settings(max_examples=60)
def test_nonsense_in_the_file_locks_nobody_out(found: dict[str, str]):
    """Whatever stands in the file, one can go on, go back and move about, on the keyboard and on a pad."""
    bindings = bindings_of(found.items())
    for pad in (False, True):
        assert all(bindings.press(key, pad=pad) for key in ESSENTIAL)


def test_hints_print_the_key_that_is_bound_now():
    """I moved the address book to Z and down to S: the hints say Z, and Up S."""
    bindings = after([("a", "z"), ("s", "y"), ("down", "s")])
    caps = Caps(bindings)
    assert ["Z", "Up S", "Enter", "←→", "F1", "0–9"] == [caps.cap(cap) for cap in ("A", "↑↓", "Enter", "←→", "F1", "0–9")]


@pytest.mark.parametrize(
    ("brand", "printed"),
    [("xbox", ["A", "B", "X", "RT"]), ("playstation", ["Cross", "Circle", "Square", "R2"]), ("nintendo", ["A", "B", "X", "ZR"])],
)
def test_hints_print_the_buttons_of_the_pad_that_is_in_use(brand: str, printed: list[str]):
    """With a pad in hand the hints name its buttons in words; what has none is walked to."""
    caps = Caps(AS_IT_CAME, Device.PAD, brand)
    assert printed == [caps.cap(cap) for cap in ("Enter", "Esc", "A", "C")]


@pytest.mark.parametrize(
    ("name", "brand"),
    [("Sony DualSense", "playstation"), ("PS4 Controller", "playstation"), ("Nintendo Switch Pro Controller", "nintendo"),
     ("Xbox Series X Controller", "xbox"), ("", "xbox")],
)
def test_a_pad_is_known_by_its_name(name: str, brand: str):
    """A pad says what it is; one that says nothing is taken for the most common."""
    assert brand == brand_of(name)


def test_every_press_can_be_named_and_every_action_has_a_title():
    """No row of the page is blank."""
    assert all(name_of(press) for press in PRESSES)
    assert all(action.title for action in ACTIONS)
    assert len(BY_KEY) == len(ACTIONS)
    assert len(set(PRESSES)) == len(PRESSES)
    assert all(of_pad(action.pad) for action in ACTIONS if action.pad)
