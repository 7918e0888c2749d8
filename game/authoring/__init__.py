"""Text → story: reads what an author wrote, and says where it is wrong. These names are the room's door."""

from game.authoring import render
from game.authoring.art import Art, art_in
from game.authoring.checking import check, scenarios_in
from game.authoring.diagnostic import Diagnostic, Reading, Severity, Span
from game.authoring.headline import Headline, headline
from game.authoring.reading import fingerprint, read, read_text
from game.authoring.transcript import Outcome, read_tests, run_tests, test

__all__ = [
    "Art", "Diagnostic", "Headline", "Outcome", "Reading", "Severity", "Span",
    "art_in", "check", "fingerprint", "headline", "read", "read_tests", "read_text", "render", "run_tests", "scenarios_in", "test",
]
