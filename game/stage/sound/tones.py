"""Which room tone belongs to which place, and how it is told in words."""

from __future__ import annotations

from game.language import N_, _

TONES = {
    "bakery": N_("the oven hums, spoons in cups"),
    "cafe": N_("cups, and talk at other tables"),
    "strip-light": N_("a strip light hums"),
    "kitchen": N_("a refrigerator hums, a clock ticks"),
    "hall": N_("people talk in a large room"),
    "empty-hall": N_("the air of an empty hall"),
    "street": N_("far traffic"),
    "garden": N_("leaves and birds"),
    "bedroom": N_("a quiet room, a clock next door"),
    "desk": N_("the fan of a computer"),
    "warehouse": N_("a large fan under a roof"),
}
"""Room tones by the names of their files, and what they are called by whoever does not hear them."""

OWN = N_("the sound of this place")
"""For a tone that an author brought."""

TONE_OF = {
    "armory": "hall", "back-office": "strip-light", "badge-table": "hall", "bakery": "bakery", "basement": "strip-light",
    "bedroom": "bedroom", "belas-window": "street", "belas-window-bare": "street", "board-bench": "hall",
    "bus-stop": "street", "coat-chair": "empty-hall", "coffee-shop": "cafe", "dana-kitchen": "kitchen",
    "daniel-kitchen": "kitchen", "elsewhere": "bedroom", "elsewhere-outdoors": "garden", "empty-chair": "empty-hall",
    "freight-office": "strip-light", "health-fair": "hall", "kitchen-door": "empty-hall", "lenas": "cafe",
    "library-cafe": "cafe", "luncheon": "hall", "message": "desk", "parents-hall": "hall", "parking-lot": "street",
    "school-garden": "garden", "school-gym": "empty-hall", "warehouse": "warehouse",
}
"""Place → its room tone. A place that is not drawn is as quiet as `elsewhere`."""


def tone_of(place: str | None) -> str:
    """Return the room tone of a place; empty where there is no place."""
    return TONE_OF.get(place, TONE_OF["elsewhere"]) if place else ""


def in_words(tone: str, *, own: bool = False) -> str:
    """Return how a tone is told, in the language that is spoken; empty for silence."""
    return _(OWN) if own else _(TONES[tone]) if tone else ""
