"""Text → story: reads what an author wrote, and says where it is wrong. These names are the room's door.

A name is imported when it is first used: the front page reads headlines, and pays for nothing else.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from game.authoring import render
    from game.authoring.art import Art, art_in
    from game.authoring.checking import check, scenarios_in
    from game.authoring.diagnostic import Diagnostic, Reading, Severity, Span
    from game.authoring.headline import Headline, headline
    from game.authoring.outcomes import Outcome, run_tests
    from game.authoring.places import Places
    from game.authoring.reading import fingerprint, read, read_text
    from game.authoring.transcript import read_tests

_ROOMS = {
    "art": ("Art", "art_in"),
    "checking": ("check", "scenarios_in"),
    "diagnostic": ("Diagnostic", "Reading", "Severity", "Span"),
    "headline": ("Headline", "headline"),
    "outcomes": ("Outcome", "run_tests"),
    "places": ("Places",),
    "reading": ("fingerprint", "read", "read_text"),
    "transcript": ("read_tests",),
}
_WHERE = {name: module for module, names in _ROOMS.items() for name in names}

__all__ = [
    "Art", "Diagnostic", "Headline", "Outcome", "Places", "Reading", "Severity", "Span",
    "art_in", "check", "fingerprint", "headline", "read", "read_tests", "read_text", "render", "run_tests", "scenarios_in",
]


def __getattr__(name: str) -> Any:
    if name == "render":
        return import_module("game.authoring.render")
    if name not in _WHERE:
        raise AttributeError(f"module 'game.authoring' has no attribute {name!r}")
    found = getattr(import_module(f"game.authoring.{_WHERE[name]}"), name)
    globals()[name] = found  # over the submodule of the same name
    return found
