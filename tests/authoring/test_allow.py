"""`allow:` switches off what is meant: warnings and smells, never an error; and says so where it does nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.authoring import read_text
from game.authoring.allowances import SMELLS
from game.authoring.codes import CODES, may_be_allowed
from game.authoring.diagnostic import MOST, Reading
from game.studio.smells import codes as smell_codes

SOUND = (Path(__file__).parent / "cases" / "all_is_well.yaml").read_text(encoding="utf-8")
BARE = SOUND.replace('        advice: "You asked too early."\n', "").replace('        advice: "You asked before you told."\n', "")


def allowing(keys: str, text: str = BARE) -> Reading:
    """Return what comes of a text that allows something."""
    return read_text(f"{text}\nallow: {{{keys}}}\n", file=Path("allow.yaml"))


def told(reading: Reading) -> list[tuple[str, int]]:
    """Return (code, line) of all that is said."""
    return [(fault.code, fault.span.line) for fault in reading.diagnostics if fault.span]


@pytest.mark.parametrize(
    ("keys", "left"),
    [
        ("", [("CF114", 21), ("CF114", 27)]),
        ("CF114: It is a demonstration.", []), ("no-advice: It is a demonstration.", []),
        ("no-advice@pounce: It speaks for itself.", [("CF114", 21)]), ("CF114@ask-about-maya: It speaks for itself.", [("CF114", 27)]),
        ("no-advice@the-bench: It is a demonstration.", []),
    ],
)  # fmt: skip
def test_a_warning_is_allowed_by_its_code_or_name_in_all_or_in_one_place(keys: str, left: list[tuple[str, int]]):
    """I mean it so, I say why, and I am not asked again."""
    assert left == told(allowing(keys))


@pytest.mark.parametrize(
    ("keys", "code", "mend"),
    [
        ("no-advise: It is meant.", "CF430", "write 'no-advice'"), ("CF999: It is meant.", "CF430", ""), ("never-grantd@pounce: No.", "CF430", "write 'never-granted'"),
        ("no-advice@ponce: It is meant.", "CF430", "write 'no-advice@pounce'"), ("CF201: It comes later.", "CF431", "mend it"),
        ("unknown-scene: It comes later.", "CF431", "mend it"), ("CF432: Quiet.", "CF431", "mend it"), ("no-letter: It is meant.", "CF432", "delete this line"),
        ("no-advice@monday: It is meant.", "CF432", "delete this line"),
    ],
)  # fmt: skip
def test_what_allows_nothing_is_told(keys: str, code: str, mend: str):
    """A misspelt allowance does not lie in my file for years."""
    (fault,) = (one for one in allowing(keys).diagnostics if one.code.startswith("CF43"))
    assert code == fault.code
    assert mend in fault.help


@pytest.mark.parametrize("keys", ["never-granted@pounce: No.", "CF623: No.", "careless-strategy: It is short.", "never-granted@e-alone: No."])
def test_smells_are_left_to_the_analysis(keys: str):
    """`check` knows their names, and `analyse` judges them."""
    assert [] == told(allowing(keys, SOUND))


def test_an_error_is_never_allowed():
    """A scenario that cannot be played cannot be, whatever I say."""
    found = allowing("CF201: It comes later.", SOUND.replace("next: monday", "next: munday"))
    assert found.scenario is None
    assert "CF201" in {fault.code for fault in found.errors}


def test_what_is_allowed_takes_no_room_from_the_rest():
    """A hundred warnings that I allow do not hide the one that I do not know of."""
    choices = "".join(f"      - {{id: c-{n}, say: Well., letter: I nodded, next: monday}}\n" for n in range(2 * MOST))
    text = SOUND.replace("    choices:\n", f"    choices:\n{choices}").replace('letter: "I asked her for names"', 'letter: "She was asked"')
    assert ["CF118"] == [fault.code for fault in allowing("no-advice: It is a stress test.", text).diagnostics]


def test_an_allowance_is_not_called_idle_while_it_is_not_known_what_is_drawn():
    """A check without the drawings does not find fault with what concerns them."""
    assert [] == told(allowing("unknown-face: We draw our own.", SOUND))


def test_check_knows_the_smells_by_the_names_that_they_have():
    """After a new rule: its line in `game.authoring.allowances.SMELLS`."""
    assert {code.code: code.name for code in smell_codes().values()} == dict(SMELLS)


def test_every_warning_may_be_allowed_but_those_about_allowing():
    """An error never; nothing is gained by allowing an idle allowance; and what `pack` says is none of `check`."""
    assert {"CF43", "CF71"} >= {code.code[:4] for code in CODES.values() if code.warning and not may_be_allowed(code)}
    assert {"CF430", "CF431", "CF432"} <= {code.code for code in CODES.values() if code.warning and not may_be_allowed(code)}


def test_each_shipped_scenario_allows_what_there_is():
    """The scenarios on the shelf have no idle allowance."""
    for path in sorted((Path(__file__).parents[2] / "scenarios").glob("*/scenario.yaml")):
        found = read_text(path.read_text(encoding="utf-8"), file=path)
        assert [] == [fault for fault in found.diagnostics if fault.code.startswith("CF43")]
