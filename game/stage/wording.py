"""Small words of the pages: times of day, plural forms, and how a moment is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.stage.views import Setting

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def number(value: int) -> str:
    """Return a number in words up to twelve, then in figures."""
    return NUMBERS[value] if 0 <= value < len(NUMBERS) else str(value)


def counted(value: int, one: str, many: str | None = None) -> str:
    """Return `three people`."""
    return f"{number(value)} {one if value == 1 else many or one + 's'}"


def place_name(place: str) -> str:
    """Return a place's id as words."""
    return place.replace("-", " ")


def clock(setting: Setting) -> str:
    """Return when and where a scene plays: `Saturday, 9:40`, or the place where no time is given."""
    return clock_of(setting.time, place_name(setting.place))


def clock_of(time: str, place: str) -> str:
    """Return the time, or the place where no time is given."""
    return time or place.capitalize()


def moment_of(setting: Setting) -> str:
    """Return `Moment 3 of about 17`."""
    now = setting.moment + 1
    return f"Moment {now} of about {setting.about}" if setting.about >= now else f"Moment {now}"


def and_list(items: list[str]) -> str:
    """Return `a, b and c`."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"
