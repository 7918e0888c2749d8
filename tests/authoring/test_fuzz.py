"""Real scenarios, damaged at random: the reader never raises, and says why wherever there is no scenario."""

from __future__ import annotations

import os
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.authoring import read_text, render
from game.authoring.fixes import _UNREAD, applied, fixes, mended
from game.authoring.reading import unread
from game.authoring.source import Unread, decoded

ROOT = Path(__file__).parents[2]
TEXTS = [
    path.read_text(encoding="utf-8")
    for path in (Path(__file__).parent / "cases" / "all_is_well.yaml", *sorted(ROOT.glob("scenarios/*/scenario.yaml")))
]
BOUNDED = settings(max_examples=int(os.environ.get("COFFEE_FIRST_FUZZ", "60")), deadline=None, suppress_health_check=list(HealthCheck))


def judged(text: str) -> None:
    """Read a text; fails where nothing comes of it and nothing is said."""
    found = read_text(text, file=Path("damaged.yaml"))
    assert (found.scenario is None) == bool(found.errors)
    printed = render.terminal(found)
    assert found.scenario is not None or printed
    assert all(sign.isprintable() or sign == "\n" for sign in printed)


@st.composite
def damaged(draw: st.DrawFn, texts: list[str] = TEXTS) -> str:
    """Return a real scenario with some lines dropped, swapped, repeated, cut or pushed."""
    lines = draw(st.sampled_from(texts)).split("\n")
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(lines) - 1))
        other = draw(st.integers(0, len(lines) - 1))
        match draw(st.sampled_from(["drop", "swap", "repeat", "cut", "push", "pull", "sign", "block"])):
            case "drop":
                del lines[at]
                lines = lines or [""]
            case "swap":
                lines[at], lines[other] = lines[other], lines[at]
            case "repeat":
                lines.insert(at, lines[other])
            case "cut":
                lines[at] = lines[at][: draw(st.integers(0, 40))]
            case "push":
                lines[at] = draw(st.sampled_from([" ", "  ", "\t", "- "])) + lines[at]
            case "pull":
                lines[at] = lines[at][draw(st.integers(1, 4)) :]
            case "sign":
                place = draw(st.integers(0, len(lines[at])))
                sign = draw(st.sampled_from([*"\"':{}[],&*!|>#%@`?-\\", ": ", " #", "é", "😀"]))
                lines[at] = lines[at][:place] + sign + lines[at][place:]
            case _:
                del lines[min(at, other) : max(at, other)]
                lines = lines or [""]
    return "\n".join(lines)


@BOUNDED
@given(damaged())
def test_a_damaged_scenario_is_judged(text: str):
    """Whatever my editor did to the file, I get a message and no traceback."""
    judged(text)


@BOUNDED
@given(damaged(TEXTS[:1]))
def test_a_damaged_scenario_is_mended_without_harm(text: str):
    """Whatever happened to the file, each offer can be made, and `--fix` brings no error that was not hidden."""
    before = read_text(text, file=Path("damaged.yaml"))
    for fix in fixes(before):
        assert 0 <= fix.start <= fix.end <= len(text)
        read_text(applied(text, [fix]), file=Path("damaged.yaml"))
    after = mended(before).reading
    assert text.count("\n") == after.text.count("\n")
    hidden, still = (sum(one.code in _UNREAD for one in reading.errors) for reading in (before, after))
    known = {(one.code, one.message) for one in before.errors}
    assert still < hidden or {(one.code, one.message) for one in after.errors} <= known
    assert () == mended(after).made


@BOUNDED
@given(st.binary(max_size=400))
def test_any_bytes_are_judged(data: bytes):
    """Any file at all can be dropped on the game."""
    text = decoded(data)
    if isinstance(text, Unread):
        (fault,) = unread(Path("x.yaml"), text)
        assert fault.help
    else:
        judged(text)


@BOUNDED
@given(st.sampled_from(TEXTS), st.binary(min_size=1, max_size=4), st.data())
def test_bytes_written_over_are_judged(text: str, noise: bytes, data: st.DataObject):
    """A file from a broken disk is told as such."""
    whole = text.encode()
    at = data.draw(st.integers(0, len(whole)))
    found = decoded(whole[:at] + noise + whole[at + len(noise) :])
    if not isinstance(found, Unread):
        judged(found)


def test_reading_twice_gives_the_same():
    """The same text is the same scenario, with the same fingerprint, whatever its line ends are."""
    for text in TEXTS:
        first = read_text(text, file=Path("x.yaml"))
        assert first == read_text(text, file=Path("x.yaml"))
        windows = decoded(("\ufeff" + text.replace("\n", "\r\n")).encode())
        assert not isinstance(windows, Unread)
        assert first.scenario == read_text(windows, file=Path("x.yaml")).scenario
