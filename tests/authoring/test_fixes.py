"""The mends that `check --fix` makes: only what is certain, and nothing beside it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.authoring import read, read_text
from game.authoring.diagnostic import Reading
from game.authoring.fixes import _UNREAD, applied, fixes, mended
from game.authoring.mending import in_bytes
from game.authoring.source import Unread, decoded
from game.authoring.suggest import sure
from tests.authoring.test_diagnostics import ART, CASES
from tests.authoring.test_mistakes import MISTAKES

FILES = sorted([*CASES.glob("*.yaml"), *MISTAKES.glob("*.yaml")])
SOUND = (CASES / "all_is_well.yaml").read_text(encoding="utf-8")
SLIPS = [
    ("minutes: 5", "minutes:5"), ("start: the-bench", "start: The-Bench"), ("    place: school-gym", "    place school-gym"),
    ("honours: not-about-you", "honors: not-about-you"), ("capital: {leslie: +5}", "capital: {leslie:+5}"),
    ("of: leslie", "of: lesliee"), ("breaks: time-and-place", "breaks: time-and-plcae"), ("capital: {leslie: -6}", "capital: {leslie: −6}"),
    ("later: {at: monday", "later: {at: munday"), ('advice: "You asked too early."', 'advice: "You asked too early.'),
    ("leslie >= 10 and not asked", "leslie >= 10 && not asked"), ("leslie (warm): There", "Leslie Brandt (warm): There"),
    ("    script: |\n      Monday", "    script: >\n      Monday"),
    ("tone: cool", "tone: Cool"), ("      - {to: e-alone}", "      -\u00a0{to: e-alone}"), ("role: a neighbour, capital", "role a neighbour, capital"),
    ("    time: 9:40", "     time: 9:40"),
]  # fmt: skip
"""What was meant, and a slip of which no other reading is likely."""


def of(text: str) -> Reading:
    """Return what comes of a text."""
    return read_text(text, file=Path("mended.yaml"), art=ART)


@settings(max_examples=60, deadline=None)
@given(st.sets(st.sampled_from(SLIPS[:-1]), min_size=1, max_size=6))
def test_slips_are_mended_to_what_was_meant(slips: set[tuple[str, str]]):
    """Whatever I mistyped in several places, the file is afterwards as it was before, notes and all."""
    text = SOUND.replace("scenes:\n", "# my scenes\nscenes:  # all of them\n")
    wrong = text
    for right, slip in slips:
        assert right in wrong
        wrong = wrong.replace(right, slip, 1)
    found = mended(of(wrong), art=ART)
    assert text == found.text
    assert () == found.reading.diagnostics


@pytest.mark.parametrize(("right", "slip"), SLIPS)
def test_a_slip_alone_is_mended(right: str, slip: str):
    """One slip, one fix, and the scenario plays."""
    found = mended(of(SOUND.replace(right, slip, 1)), art=ART)
    assert found.reading.scenario is not None
    assert 1 == len(found.made)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_fix_brings_no_new_error(path: Path):
    """`--fix` never makes it worse; only what hid behind a line that could not be read may come to light."""
    before = read(path, art=ART)
    after = mended(before, art=ART).reading
    hidden, still = (sum(one.code in _UNREAD for one in reading.errors) for reading in (before, after))
    known = {(one.code, one.message) for one in before.errors}
    new = [one for one in after.errors if (one.code, one.message) not in known]
    assert still < hidden or [] == new


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_fixing_twice_does_nothing_more(path: Path):
    """What could be mended is mended at once."""
    once = mended(read(path, art=ART), art=ART)
    twice = mended(once.reading, art=ART)
    assert (once.text, ()) == (twice.text, twice.made)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_only_the_lines_that_are_told_change(path: Path):
    """Everything else stays as I wrote it."""
    before = read(path, art=ART)
    found = mended(before, art=ART)
    old, new = before.text.split("\n"), found.text.split("\n")
    assert len(old) == len(new)
    assert {fix.span.line for fix in found.made} >= {number for number, (a, b) in enumerate(zip(old, new, strict=True), 1) if a != b}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_offer_lies_within_the_text(path: Path):
    """My editor can make each of them."""
    found = read(path, art=ART)
    for fix in fixes(found):
        assert 0 <= fix.start <= fix.end <= len(found.text)
        assert fix.title
        assert applied(found.text, [fix]) != found.text


def test_the_missing_scene_can_be_made_and_plays():
    """I name a scene before I write it, and have it made."""
    found = of((MISTAKES / "07-a-scene-deleted.yaml").read_text(encoding="utf-8"))
    (offer, *_) = (fix for fix in fixes(found) if fix.title == "make the scene 'monday'")
    assert not offer.safe
    after = of(applied(found.text, [offer]))
    assert after.scenario is not None
    assert "monday" in after.scenario.scenes


@pytest.mark.parametrize("ending", ["", "\n", "\n\n", "\nallow: {}\n", "\n# the end\n"])
def test_a_scene_is_made_wherever_the_scenes_end(ending: str):
    """My file ends with a line, or without one, or goes on."""
    text = SOUND.rstrip("\n").replace("to: e-alone", "to: e-aloof") + ending
    found = of(text)
    (offer,) = (fix for fix in fixes(found) if fix.title.startswith("make"))
    scenario = of(applied(text, [offer])).scenario
    assert scenario is not None
    assert "e-aloof" in scenario.scenes


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=8), st.sampled_from(["\n", "\r\n", "\r"])), min_size=1), st.booleans())
def test_each_line_keeps_its_end(lines: list[tuple[str, str]], mark: bool):
    """Windows' line ends, a mark at the beginning, a last line without an end: all stays."""
    data = (b"\xef\xbb\xbf" if mark else b"") + "".join(line + end for line, end in lines).encode()
    text = "".join(line + "\n" for line, _ in lines)
    joined = "".join(line + end for line, end in lines).replace("\r\n", "\n").replace("\r", "\n")
    if joined == text and not text.startswith("\ufeff"):
        assert data == in_bytes(data, text)
        changed = in_bytes(data, "x" + text)
        assert not isinstance(decoded(changed), Unread) or isinstance(decoded(data), Unread)
        assert len(changed) == len(data) + 1


@pytest.mark.parametrize(
    ("written", "names", "meant"),
    [
        ("munday", ["monday", "sunday"], None), ("mondya", ["monday"], "monday"), ("Monday", ["monday"], "monday"), ("day-3", ["day-2"], None),
        ("asks", ["ask"], "ask"), ("e_friends", ["e-friends", "e-friend"], "e-friends"), ("lettr", ["letter", "later"], "letter"),
        ("latter", ["letter", "later"], None), ("on", ["no"], None), ("time-adn-plcae", ["time-and-place"], "time-and-place"), ("", ["a"], None),
    ],
)  # fmt: skip
def test_a_name_is_spelt_right_unasked_only_where_one_is_meant(written: str, names: list[str], meant: str | None):
    """Better no mend than a wrong one."""
    assert meant == sure(written, names)
