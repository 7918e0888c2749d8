"""Keys that mean the same on every page, so that whoever needs them never has to look for them."""

from __future__ import annotations

from game.stage.intents import Change, FullScreen, Intent, Open

EASE = "ease"
"""The page that offers what makes the game fit somebody: larger type, a voice, another look, switches, sound."""

KEYS: dict[str, Intent] = {
    "f1": Open(EASE),
    "f2": Change("speech", 1),
    "f4": Change("text_size", 1),
    "f8": Change("look", 1),
    "f9": Change("sound", 1),
    "f11": FullScreen(),
}
SPOKEN = ("f3", "question")
"""F3 says the last line again, and belongs to the voice; so does the question mark, which reads the page."""
