"""Where to? A scene, found by typing some of its name, and the balances and flags with which one arrives."""

from __future__ import annotations

from dataclasses import replace

from game.preview.beginning import Beginning, flags_of
from game.stage.components import Desk, Hint, kicker, rows
from game.stage.gallery import Gallery
from game.stage.intents import Close, Intents
from game.stage.page import Galley, Mark, Page, Target, stacked
from game.stage.whole import headline, whole
from game.story.playthrough import State

STEP = 5
"""Points by which a key changes a balance."""


class JumpScreen:
    """Typing finds a scene; → goes over to the balances; Enter goes there."""

    def __init__(self, state: State, beginning: Beginning | None) -> None:
        self.hover: str | None = None
        self.scenario = state.scenario
        self.wished: Beginning | None = None
        """Where to go, once Enter was pressed."""
        self.filter = ""
        self.people = tuple(person.id for person in state.scenario.accounts)
        self.balances = {person: state.capital(person) for person in self.people}
        self.flags = tuple(flags_of(state.scenario))
        held = {name for kind, name in state.markers if kind == "flag"}
        self.held = held | {name for kind, name in beginning.markers if kind == "flag"} if beginning is not None else held
        self.at_balances = False
        self.cursor = 0
        self.row = 0
        self.cursor = max(0, self.scenes.index(state.scene) if state.scene in self.scenes else 0)

    @property
    def scenes(self) -> tuple[str, ...]:
        """The scenes whose name holds what was typed."""
        return tuple(scene for scene in self.scenario.scenes if self.filter in scene.replace("-", "").lower())

    def handle(self, key: str) -> Intents:
        """Answer a key; `wished` is set by Enter."""
        if key == "escape":
            if self.at_balances:
                self.at_balances = False
                return ()
            return (Close(),)
        if key.startswith("row:"):
            self.cursor, self.at_balances = self._first() + int(key[4:]), False
            key = "enter"
        if key.startswith("balance:"):
            self.row, self.at_balances = int(key[8:]), True
            return ()
        if key == "enter":
            if self.scenes:
                markers = frozenset(("flag", flag) for flag in self.held)
                self.wished = Beginning(self.scenes[min(self.cursor, len(self.scenes) - 1)], dict(self.balances), markers)
        elif self.at_balances:
            self._change(key)
        else:
            self._find(key)
        return ()

    def _find(self, key: str) -> None:
        if key in ("up", "down"):
            self.cursor = max(0, min(len(self.scenes) - 1, self.cursor + (1 if key == "down" else -1)))
        elif key == "right" and (self.people or self.flags):
            self.at_balances = True
        elif key == "left":
            self.filter, self.cursor = self.filter[:-1], 0
        elif len(key) == 1 and key.isalnum():
            self.filter, self.cursor = self.filter + key, 0

    def _change(self, key: str) -> None:
        count = len(self.people) + len(self.flags)
        if key in ("up", "down"):
            self.row = (self.row + (1 if key == "down" else -1)) % count
        elif key in ("left", "right"):
            if self.row < len(self.people):
                self.balances[self.people[self.row]] += STEP if key == "right" else -STEP
            else:
                self.held = self.held ^ {self.flags[self.row - len(self.people)]}

    def _first_balance(self) -> int:
        return max(0, min(self.row - 4, len(self.people) + len(self.flags) - 8))

    def _first(self) -> int:
        return max(0, min(self.cursor - 4, len(self.scenes) - 9))

    def page(self, desk: Desk, gallery: Gallery) -> Page:
        """Return the page."""
        palette = desk.theme.palette
        hints = (
            Hint("Enter", "go there", "enter"), Hint("↑↓", "choose", "down"),
            *((Hint("←", f"{STEP} less", "left"), Hint("→", f"{STEP} more", "right")) if self.at_balances else (Hint("→", "balances", "right"),)),
            Hint("Esc", "the scenes" if self.at_balances else "back", "escape"),
        )
        frame = whole(desk, "Go to a scene", hints)
        marks, rest = headline(desk, frame.area, f"Type some of its name: {self.filter}" if self.filter else "Which scene?")
        half = rest.w * 0.45
        body: list[Mark] = [*marks]
        targets: list[Target] = []
        first = self._first()
        room = rest.h - 30
        left = stacked(_fitting(self._scene_rows(desk, half, first), self.cursor - first, room))
        size = desk.style("kicker").size
        head = Galley((kicker(desk, "With these balances", 0, size, palette.tomato),), size * 1.8)
        balances = self._balance_rows(desk, half)
        right = stacked([head, *_fitting(balances, self.row - self._first_balance(), room - head.height)])
        for galley, x in ((left, rest.x + 24), (right, rest.right - half - 24)):
            placed, places = galley.at(x, rest.y + 20)
            body += placed
            targets += places
        return frame.page(body, targets)

    def _scene_rows(self, desk: Desk, width: float, first: int) -> list[Galley]:
        names = self.scenes[first : first + 9]
        if not names:
            return [desk.setter.text("No scene is called so.", desk.style("choice"), desk.theme.palette.espresso, width)]
        cursor = self.cursor - first if not self.at_balances else None
        return rows(desk, names, width, cursor, least=64, hover=self.hover, tails=[] if desk.theme.narrow else [self.scenario.scenes[name].time for name in names])

    def _balance_rows(self, desk: Desk, width: float) -> list[Galley]:
        names = [self.scenario.people[person].short for person in self.people] + [f"flag: {flag}" for flag in self.flags]
        tails = [str(self.balances[person]).replace("-", "−") for person in self.people]
        tails += ["set" if flag in self.held else "not set" for flag in self.flags]
        first = self._first_balance()
        cursor = self.row - first if self.at_balances else None
        made = rows(desk, names[first : first + 8], width, cursor, least=64, labels=" " * 8, tails=tails[first : first + 8])
        return [
            replace(galley, targets=tuple(Target(one.box, f"balance:{first + index}") for one in galley.targets))
            for index, galley in enumerate(made)
        ]

    def text(self) -> list[str]:
        """Return the page in reading order."""
        scenes = self.scenes
        return [
            "Go to a scene", *(f"{'> ' if index == self.cursor else ''}{scene}" for index, scene in enumerate(scenes)),
            *(f"{self.scenario.people[person].short}: {self.balances[person]}" for person in self.people),
            *(f"flag {flag}: {'set' if flag in self.held else 'not set'}" for flag in self.flags),
        ]


def _fitting(made: list[Galley], cursor: int, room: float) -> list[Galley]:
    """Return the rows about the one under the cursor that fit a height, in points."""
    last = max(0, min(cursor, len(made) - 1))
    first, height = last, made[last].height if made else 0.0
    while first > 0 and height + made[first - 1].height <= room:
        first -= 1
        height += made[first].height
    while last + 1 < len(made) and height + made[last + 1].height <= room:
        last += 1
        height += made[last].height
    return made[first : last + 1]
