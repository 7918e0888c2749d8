"""When something showed, in words that stand in a sentence: `on Monday`, `in October`, `later that day`."""

from __future__ import annotations

import re

from game.language import p_, tongue
from game.story.ledger import Entry, Kind
from game.story.playthrough import State

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)
_RELATIVE = ("next", "same", "following", "that", "this", "another", "late")


def date(time: str) -> str:
    """Return the day or the month of a scene's `time:`, to stand in a sentence; empty where it names none.

    Only English times are understood: in other languages nothing is said, rather than something wrong.
    """
    if tongue().code != "en":
        return ""
    parts = [part.strip() for part in time.split(",") if part.strip()]
    for part in parts:
        if re.fullmatch(r"(\w+ )?(years?|months?) later", part.lower()):
            return part.lower()
    if not parts:
        return ""
    words = parts[0].split()
    lower = [word.lower() for word in words]
    day = next((word for word in words if word.lower() in WEEKDAYS), "")
    if day:
        if lower[0] in ("a", "an") and len(words) > 2:
            return f"on {_small(words)}"
        if any(word in _RELATIVE for word in lower):  # relative to the scene before it, and not to the deed
            return f"on {day}"
        if lower[0] == day.lower():
            return f"on {' '.join(words)}" if len(words) > 2 and lower[1] == "the" else f"on {day}"
        return f"on {_small(words)}" if lower[0] == "the" else f"on the {_small(words)}" if len(words) > 1 and lower[0] != "a" else f"on {day}"
    if lower[-1] in MONTHS:
        if len(words) == 1:
            return f"in {words[0]}"
        if lower[:2] == ["the", "end"]:
            return f"at {_small(words)}"
    return ""


def _small(words: list[str]) -> str:
    return " ".join([words[0].lower(), *words[1:]])


def when(state: State, entry: Entry) -> str:
    """Return when an entry came to light, as told from the moment that caused it: at the least `later`."""
    if entry.kind is Kind.BROKEN:
        # Translators: when something showed; stands where “later” may stand
        return p_("when", "when the promise came due")
    began = date(state.scenario.scenes[state.moments[entry.moment].scene].time)
    showed = date(state.scenario.scenes[entry.scene].time)
    if not showed:
        return _later()
    if _weekday(showed) and _weekday(showed) == _weekday(began) and _same_day(state, entry):
        return "later that day"
    if showed == began or (_bare(showed) and _weekday(showed) == _weekday(began)):
        return f"on a later {_weekday(showed)}" if _bare(showed) else _later()
    return showed


def _later() -> str:
    # Translators: when something showed, as in “It cost you six there and then, and two more later.”
    return p_("when", "later")


def _same_day(state: State, entry: Entry) -> bool:
    """Return whether no scene of another day was told between a deed and what came of it."""
    scenes = state.scenario.scenes
    day = _day(scenes[state.moments[entry.moment].scene].time)
    for moment in state.moments[entry.moment : entry.posted]:
        for arrival in moment.arrivals:
            if _day(scenes[arrival.scene].time) not in ("", day):
                return False
            if arrival.scene == entry.scene and moment.index == entry.posted - 1:
                break
    return True


def _day(time: str) -> str:
    """Return what tells a day from another: the label without its clock; empty where it names no day."""
    label = re.sub(r"^the same ", "", time.strip().lower())
    if not _weekday(date(time)):
        return label if "later" in label else ""
    return label if "later" in label else label.split(",")[0].strip()


def _weekday(words: str) -> str:
    return next((word for word in words.split() if word.lower() in WEEKDAYS), "")


def _bare(words: str) -> bool:
    return bool(_weekday(words)) and len(words.split()) == 2
