"""Where the people, scenes and choices of a file stand in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from game.authoring.diagnostic import Faults, Span


@dataclass(frozen=True, slots=True)
class Places:
    """The place of each id where it is defined; of a file with faults, of as much as was read."""

    text: str = ""
    people: Mapping[str, Any] = field(default_factory=dict)
    """Each id and the mark at which it stands."""
    scenes: Mapping[str, Any] = field(default_factory=dict)
    choices: Mapping[str, Any] = field(default_factory=dict)

    def of(self, name: str) -> Span | None:
        """Return where a scene, a choice or a person is defined, sought in this order; None where there is none."""
        for kind in (self.scenes, self.choices, self.people):
            if name in kind:
                return self._span(kind[name])
        return None

    def of_scene(self, scene: str) -> Span | None:
        """Return where a scene is defined."""
        return self._span(self.scenes[scene]) if scene in self.scenes else None

    def of_choice(self, choice: str) -> Span | None:
        """Return where a choice is defined."""
        return self._span(self.choices[choice]) if choice in self.choices else None

    def of_person(self, person: str) -> Span | None:
        """Return where a person is defined."""
        return self._span(self.people[person]) if person in self.people else None

    def scene_at(self, line: int) -> str | None:
        """Return the scene in whose text a line lies, counted from 1; None above the first."""
        begins = sorted((node.start_mark.line + 1, scene) for scene, node in self.scenes.items())
        found = bisect_right(begins, (line, "\U0010ffff"))
        return begins[found - 1][1] if found else None

    def _span(self, node: Any) -> Span:
        start, end = node.start_mark, node.end_mark
        return Faults("", self.text).span(start.line, start.column, end.column if end.line == start.line else None)
