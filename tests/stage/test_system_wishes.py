"""The game does as the system's own settings ask, where they can be read, and plays on where they cannot."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.stage import system_wishes
from game.stage.system_wishes import Wishes, found, of_kde, of_portal

ROOT = Path(__file__).resolve().parent.parent.parent
PYTHON = "/usr/bin/python3"
ASKS = "from game.stage.system_wishes import found; w = found(); print(w.reduced_motion, w.high_contrast, w.text_scale)"


def _missing() -> str:
    for tool in ("dbus-run-session", "busctl", PYTHON):
        if shutil.which(tool) is None:
            return tool
    has = subprocess.run([PYTHON, "-c", "import dbus, gi"], check=False, capture_output=True, timeout=20)
    return "" if has.returncode == 0 else "python3-dbus and python3-gi"


@pytest.fixture(scope="module")
def portal():
    if missing := _missing():
        if os.environ.get("COFFEE_FIRST_ALL_TESTS"):
            pytest.fail(f"needs {missing}")
        pytest.skip(f"needs {missing}")

    def ask(given: dict[str, dict[str, object]]) -> list[str]:
        ran = subprocess.run(
            ["dbus-run-session", "--", PYTHON, str(ROOT / "tests/stage/desktop_portal.py"), json.dumps(given),
             sys.executable, "-c", ASKS],
            cwd=ROOT, check=True, capture_output=True, text=True, timeout=60,
            env={**os.environ, "PYGAME_HIDE_SUPPORT_PROMPT": "1"},
        )
        return ran.stdout.split()

    return ask


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"org.gnome.desktop.interface": {"enable-animations": False, "text-scaling-factor": 1.25}}, ["True", "False", "1.25"]),
        ({"org.freedesktop.appearance": {"reduced-motion": 1, "contrast": 1}}, ["True", "True", "1.0"]),
        ({"org.kde.kdeglobals.KDE": {"AnimationDurationFactor": "0"}}, ["True", "False", "1.0"]),
        ({"org.gnome.desktop.interface": {"enable-animations": True}, "org.freedesktop.appearance": {"contrast": 0}},
         ["False", "False", "1.0"]),
    ],
)  # fmt: skip
def test_a_desktop_is_asked_over_its_bus(portal, given: dict[str, dict[str, object]], said: list[str]):
    """GNOME, KDE and whatever speaks the portal: less motion, more contrast and larger text are heard."""
    assert said == portal(given)


def test_kde_is_read_from_its_file(tmp_path: Path):
    """Without a portal KDE's own file tells; one that is broken tells nothing."""
    file = tmp_path / "kdeglobals"
    assert of_kde(file) is None
    file.write_text("[General]\nfont=x\n[KDE]\nAnimationDurationFactor=0\n", "utf-8")
    assert Wishes(reduced_motion=True) == of_kde(file)
    assert Wishes(reduced_motion=True) == found("linux", {"XDG_CONFIG_HOME": str(tmp_path), "PATH": str(tmp_path)})
    for broken in ("[KDE\nAnimationDurationFactor=", "[KDE]\nAnimationDurationFactor=much\n"):
        file.write_text(broken, "utf-8")
        assert Wishes() == found("linux", {"XDG_CONFIG_HOME": str(tmp_path), "PATH": str(tmp_path)})


def tool(folder: Path, name: str, prints: str, code: int = 0) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\ncase \"$*\" in\n{prints}\nesac\nexit {code}\n", "utf-8")
    path.chmod(0o755)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell")
def test_a_mac_and_gnome_without_a_portal_are_asked_by_their_own_tools(tmp_path: Path):
    """`defaults` and `gsettings` say it on systems that have them."""
    tool(tmp_path, "defaults", '*reduceMotion) /bin/echo 1;;\n*) exit 1;;')
    assert Wishes(reduced_motion=True) == found("darwin", {"PATH": str(tmp_path)})
    tool(tmp_path, "gsettings", '*enable-animations) /bin/echo false;;\n*) /bin/echo 1.5;;')
    assert Wishes(True, False, 1.5) == found("linux", {"PATH": str(tmp_path), "HOME": str(tmp_path)})


def test_a_system_that_cannot_be_asked_asks_nothing(tmp_path: Path):
    """No tool, no bus, another system than we are told: the game moves as it does, and says nothing."""
    for system in ("linux", "darwin", "win32", "plan9"):
        assert Wishes() == found(system, {"PATH": str(tmp_path), "HOME": str(tmp_path)})


anything = st.dictionaries(
    st.sampled_from(["reduced-motion", "contrast", "enable-animations", "text-scaling-factor", "AnimationDurationFactor"]),
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5), st.lists(st.integers(), max_size=2)),
)


@given(st.dictionaries(st.sampled_from(system_wishes.NAMESPACES), anything))
@settings(max_examples=60)
def test_whatever_a_desktop_answers_makes_sense(answer: dict[str, dict[str, object]]):
    """An answer of another kind than expected asks for nothing wild."""
    assert 0.5 <= of_portal(answer).text_scale <= 4.0


def test_asking_does_not_hold_up_the_window():
    """Until there is an answer nothing is asked; it is not asked twice in a moment."""
    system_wishes._known.asked = -1000.0
    thread = system_wishes.ask_aside()
    assert thread is not None
    assert system_wishes.ask_aside() is None
    thread.join(30)
    assert system_wishes.reduced_motion() == system_wishes.wishes().reduced_motion
