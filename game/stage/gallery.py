"""Which picture stands for a person, a mood or a place, and the stand-ins where nothing is drawn."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from game.stage.views import Who

MOODS = ("neutral", "warm", "delighted", "wary", "hurt", "surprised", "thinking")
ELSEWHERE = "elsewhere"
OWN = "own:"
"""Begins the art of a trainer's own picture; the path follows."""
CHILDREN = frozenset({"maya", "june"})


class Gallery:
    """The pictures that come with the game, and those that a trainer brings beside a scenario."""

    def __init__(self, assets: Path, own: Path | None = None) -> None:
        self.assets = assets
        self.own = own
        """The folder of pictures that a trainer brings, which may lie in a pack; None for none."""
        self._there: dict[str, bool] = {}
        self._lists: dict[Path, Mapping[str, Path]] = {}
        self._fit: dict[Path, bool] = {}

    def _is_drawn(self, name: str) -> bool:
        """Return whether there is such a picture; asked of the disk once."""
        if name not in self._there:
            self._there[name] = (self.assets / name).is_file()
        return self._there[name]

    def bring(self, own: Path | None) -> None:
        """Show a trainer's own pictures from now on, as they are in this moment."""
        self.own = own
        self._lists.clear()
        self._fit.clear()

    def _brought(self, name: str) -> Path | None:
        """Return a trainer's own picture, if there is one that can be shown; asked of the disk once."""
        if self.own is None or not name.replace("-", "").replace("_", "").isalnum():
            return None
        from game.authoring import pictures
        from game.authoring.source import Unread

        if self.own not in self._lists:
            self._lists[self.own] = pictures.brought(self.own)
        path = self._lists[self.own].get(name)
        if path is None:
            return None
        if path not in self._fit:
            self._fit[path] = not isinstance(pictures.picture(path), Unread)
        return path.resolve() if self._fit[path] else None

    @cached_property
    def _moods(self) -> dict[str, str]:
        try:
            table = json.loads((self.assets / "people" / "moods.json").read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return {str(word): str(mood) for word, mood in table.items()}

    @cached_property
    def _lights(self) -> dict[str, list[str]]:
        try:
            table = json.loads((self.assets / "places" / "lights.json").read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return {str(place): list(lights) for place, lights in table.items()}

    @cached_property
    def _stand_ins(self) -> tuple[str, ...]:
        folder = self.assets / "people" / "silhouettes"
        if not folder.is_dir():
            return ()
        return tuple(sorted({path.stem.rpartition("-")[0] for path in folder.glob("*.webp")}))

    def person(self, who: Who) -> tuple[str, str]:
        """Return the art that stands for a person, and the initial to print on it where it is a stand-in."""
        if brought := self._brought(who.art or who.id):
            return f"{OWN}{brought}", ""
        if who.art and self._is_drawn(f"people/{who.art}/neutral.webp"):
            return who.art, ""
        if not self._stand_ins:
            return "columnist", ""
        return f"silhouettes/{self._stand_ins[crc32(who.id.encode()) % len(self._stand_ins)]}", who.short[:1].upper()

    def mood(self, art: str, face: str) -> str:
        """Return the file of the mood that an author's word for an expression means; unknown words are neutral."""
        return mood_for(face, self._moods)

    def place(self, place: str, light: str) -> str:
        """Return the picture of a place in a light, or of `elsewhere` where there is none."""
        if brought := self._brought(f"{place}_{light}" if light else place) or self._brought(place):
            return str(brought)
        if place not in self._lights:
            place, light = ELSEWHERE, ("evening" if light in ("evening", "night") else "")
        lights = self._lights.get(place, [""])
        if light == "night" and "night" not in lights:
            light = "evening"
        elif light == "evening" and "evening" not in lights:
            light = "night"
        suffix = f"_{light}" if light in lights[1:] else ""
        return f"places/{place}{suffix}.webp"


    def front(self, scenario: str, shape: str) -> str:
        """Return the picture of an article on the front page; `shape` is "wide" or "tall"."""
        own = f"front/{scenario}-{shape}.webp"
        return own if self._is_drawn(own) else self.place(ELSEWHERE, "")

    def front_ratio(self, name: str, shape: str) -> float:
        """Return width over height of such a picture."""
        if not name.startswith("front/"):
            return 16 / 9
        return 964 / 396 if shape == "wide" else 268 / 322

    def child(self, art: str) -> bool:
        """Return whether a portrait is of a child, whose face lies lower."""
        return art in CHILDREN


def mood_for(face: str, table: dict[str, str]) -> str:
    """Return one of the seven moods for an author's words; of several the first that is not neutral."""
    found = [mood for mood in (_word(word, table) for word in face.lower().replace(",", " ").split()) if mood]
    return next((mood for mood in found if mood != "neutral"), "neutral")


def _word(word: str, table: dict[str, str]) -> str | None:
    if word in MOODS:
        return word
    return table.get(word) or table.get(word.removesuffix("ly"))
