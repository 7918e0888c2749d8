"""Which short sounds belong to what has just been shown; pure rules, as data."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, replace
from enum import Enum

from game.language import N_, _

BEAN_POINTS, MOST_TAPS = 5, 3
"""A bean stands for five points of capital; more than three taps would be a rattle."""
FIRST_TAP, BETWEEN = 0.26, 0.11
"""Seconds from the coin to the first bean, and from each bean to the next."""


class Cue(Enum):
    """A short sound, by the name of its file."""

    PAGE = "paper"
    PENCIL = "pencil"
    EARNED = "bean"
    LOST = "bean-lost"
    LAID = "coin-laid"
    TAKEN = "coin-taken"
    CUP = "cup"
    DOOR = "door"
    BELL = "bell"
    GRANTED = "till"
    REFUSED = "chair"


CAPTIONS = {
    Cue.PAGE: N_("a page is turned"),
    Cue.PENCIL: N_("a pencil"),
    Cue.EARNED: N_("beans drop into a cup"),
    Cue.LOST: N_("a dull tap"),
    Cue.LAID: N_("a coin is laid down"),
    Cue.TAKEN: N_("a coin is taken"),
    Cue.CUP: N_("a cup is set down"),
    Cue.DOOR: N_("a door bell"),
    Cue.BELL: N_("the bell of the meeting room"),
    Cue.GRANTED: N_("a till opens"),
    Cue.REFUSED: N_("a chair is moved back"),
}
"""What each is called by whoever does not hear it."""

SHOPS = frozenset({"bakery", "coffee-shop", "lenas", "library-cafe"})
"""Places with a bell above the door."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What there is to hear of a screen."""

    page: Hashable
    """Another one when a page was turned."""
    place: str | None = None
    """Whose tone is heard; empty for silence, None where whatever was heard goes on."""
    light: str = ""
    arrived: str | None = None
    """Where and when a scene plays; None for pages that are no scene."""
    sounds: tuple[Cue, ...] = ()
    """Of what the page shows, in their order."""


def heard_of(screen: object) -> Heard:
    """Return what there is to hear of a screen; one that knows best has a `heard` of its own."""
    own: Heard | None = getattr(screen, "heard", None)
    if own is not None:
        return own
    from game.stage.screens.account import AccountScreen, BillScreen, PromiseScreen
    from game.stage.screens.scene import EndingScreen, ReactionScreen, SceneScreen

    page = (id(screen), getattr(screen, "sheet", 0), getattr(screen, "leaf", 0))
    first = page[1] == 0
    match screen:
        case SceneScreen(beat=beat) | EndingScreen(beat=beat):
            where = beat.setting
            return Heard(page, where.place, where.light, f"{where.place}/{where.light}/{where.time}")
        case ReactionScreen(beat=beat):
            return Heard(page, beat.setting.place, beat.setting.light)
        case AccountScreen(beat=beat) if first:
            verdict = () if beat.ask is None else (Cue.GRANTED if beat.ask.granted else Cue.REFUSED,)
            amounts = posted(tuple(change.amount for change in beat.changes))
            return Heard(page, beat.setting.place, beat.setting.light, sounds=(*verdict, *amounts) or (Cue.PENCIL,))
        case BillScreen(beat=beat) | PromiseScreen(beat=beat) if first:
            amounts = posted(tuple(change.amount for change in beat.changes)) if beat.figures else ()
            return Heard(page, beat.setting.place, beat.setting.light, sounds=(Cue.PENCIL, *amounts))
        case AccountScreen(beat=beat) | BillScreen(beat=beat) | PromiseScreen(beat=beat):
            return Heard(page, beat.setting.place, beat.setting.light)
    name = type(screen).__name__
    return Heard(page, "" if name in ("TitleScreen", "DebriefScreen") else None)


def posted(amounts: tuple[int, ...]) -> tuple[Cue, ...]:
    """Return how entries in the ledger sound, by the one that is printed largest, the first."""
    if not amounts or not amounts[0]:
        return ()
    if amounts[0] < 0:
        return (Cue.TAKEN, Cue.LOST)
    return (Cue.LAID, *(Cue.EARNED,) * min(MOST_TAPS, -(-amounts[0] // BEAN_POINTS)))


def going_on(before: Heard | None, after: Heard) -> Heard:
    """Return what is heard now, with the place and the scene of before where the new page has none."""
    if before is None:
        return replace(after, place=after.place or "", arrived=after.arrived or "")
    if after.place is None:
        after = replace(after, place=before.place, light=before.light)
    if after.place == "" and after.arrived is None:
        return replace(after, arrived="")
    return after if after.arrived is not None else replace(after, arrived=before.arrived)


def sounds_for(before: Heard | None, after: Heard) -> tuple[Cue, ...]:
    """Return the sounds with which a page comes after another; none for the first page, or where it is the same.

    Both come from `going_on`. Turning back to a scene that is under way is only paper.
    """
    if before is None or after.page == before.page:
        return ()
    if after.sounds:
        return after.sounds
    if after.arrived and after.arrived != before.arrived:
        came_in = after.place in SHOPS and after.place != before.place
        return (Cue.DOOR,) if came_in else (Cue.CUP,)
    return (Cue.PAGE,)


def timed(cues: tuple[Cue, ...]) -> tuple[tuple[float, Cue], ...]:
    """Return the cues with the seconds after which each is heard: what belongs together follows closely."""
    at, found = 0.0, []
    for number, cue in enumerate(cues):
        if number:
            at += BETWEEN if cues[number - 1] is Cue.EARNED else FIRST_TAP
        found.append((at, cue))
    return tuple(found)


def in_words(cues: tuple[Cue, ...]) -> tuple[str, ...]:
    """Return each kind of sound once, in words, in the language that is spoken."""
    return tuple(_(CAPTIONS[cue]) for cue in dict.fromkeys(cues))
