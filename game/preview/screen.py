"""The page of the game with what lies above it: a strip at the top, and a panel where one is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.preview.behind import hidden_in, ledger_of
from game.preview.faults import Fault, faults
from game.preview.jump import JumpScreen
from game.preview.menu import MenuScreen
from game.preview.panels import fault_panel, side_panel, strip
from game.stage.components import Desk, Hint
from game.stage.gallery import Gallery
from game.stage.intents import Close, Intents, Quit
from game.stage.page import Box, Mark, Page, Target
from game.stage.screens import Screen
from game.stage.whole import headline, whole

if TYPE_CHECKING:
    from game.preview.director import PreviewDirector

SIDE = frozenset({"ledger", "hidden"})
FOOT = frozenset({"faults", "warnings"})
OPENS = {"l": "ledger", "h": "hidden", "w": "warnings"}


class EmptyScreen:
    """Shown where no save has been good yet."""

    hover: str | None = None

    def handle(self, key: str) -> Intents:
        """Return nothing: there is nothing to do here but to mend the file."""
        return ()

    def page(self, desk: Desk, gallery: Gallery) -> Page:
        """Return the page."""
        frame = whole(desk, "Preview", ())
        marks, _ = headline(desk, frame.area, "Nothing can be played yet.")
        return frame.page(marks)

    def text(self) -> list[str]:
        """Return the page in reading order."""
        return ["Nothing can be played yet."]


class PreviewScreen:
    """One screen for a whole preview; what it shows is the director's."""

    def __init__(self, director: PreviewDirector) -> None:
        self._director = director
        self.jump: JumpScreen | None = None
        self.map: Screen | None = None
        self.menu: MenuScreen | None = None

    # -------------------------------------------------------- what the window asks of a screen

    @property
    def hover(self) -> str | None:
        """The key under the pointer."""
        return self._shown.hover

    @hover.setter
    def hover(self, key: str | None) -> None:
        self._shown.hover = key

    @property
    def sheet(self) -> int:
        """Which sheet is open, where there are several."""
        return getattr(self._shown, "sheet", 0)

    @property
    def _shown(self) -> Screen:
        return self.menu or self.jump or self.map or self._director.screen_below

    # -------------------------------------------------------- keys

    def handle(self, key: str) -> Intents:
        """Return what a key asks for; open and close what lies above the page."""
        if self.menu is not None:
            return self._in_menu(self.menu, key)
        if self.jump is not None:
            return self._in_jump(self.jump, key)
        if self.map is not None:
            return self._in_map(self.map, key)
        return self._on_page(key)

    def _on_page(self, key: str) -> Intents:
        director = self._director
        if director.panel in FOOT and (key in ("up", "down", "escape", "f") or key.startswith("fault:")):
            self._in_faults(key)
        elif key == "escape" and director.panel:
            director.panel = ""
        elif key in OPENS and director.state is not None and not (key == "w" and (_has_what_if(director.screen_below) or not faults(director.reading, warnings=True))):
            director.panel = "" if director.panel == OPENS[key] else OPENS[key]
            director.fault = 0
        elif key == "j" and director.state is not None:
            self.jump = JumpScreen(director.state, director.playing.beginning if director.playing is not None else None)
        elif key == "m" and director.state is not None:
            self.map = self._map()
        elif key == "t":
            director.again()
        elif key == "q":
            return (Quit(),)
        elif key == "s" and not _has_cause(director.screen_below):
            self.menu = MenuScreen(self._entries())
        elif key == "e" and director.state is not None:
            director.copy_place()
        else:
            return director.screen_below.handle(key)
        return ()

    def _in_faults(self, key: str) -> None:
        director = self._director
        count = len(self._faults())
        if key == "escape":
            director.panel = ""
        elif key == "f":
            director.mend()
        elif key.startswith("fault:"):
            director.fault = int(key[6:])
        else:
            director.fault = max(0, min(count - 1, director.fault + (1 if key == "down" else -1)))

    def _entries(self) -> tuple[tuple[str, str], ...]:
        """Return what can be done now, as the list of everything has it."""
        director = self._director
        entries = [("Close the preview", "q")]
        if director.state is not None:
            entries[:0] = [
                ("Go to a scene, with any balances", "j"), ("The ledger", "l"), ("What is hidden here, and why", "h"), ("The map", "m"),
                ("Take the last choice back", "r"), ("Make it again", "t"), ("Copy the place in the file", "e"),
            ]
        if not director.broken and faults(director.reading, warnings=True):
            entries.insert(0, ("The warnings", "w"))
        return tuple(entries)

    def _in_menu(self, menu: MenuScreen, key: str) -> Intents:
        if Close() not in menu.handle(key):
            return ()
        self.menu = None
        return self._on_page(menu.wished) if menu.wished else ()

    def _in_jump(self, jump: JumpScreen, key: str) -> Intents:
        intents = jump.handle(key)
        if Close() in intents:
            self.jump = None
            return ()
        if jump.wished is not None:
            self._director.begin(jump.wished)
            self.jump = None
        return ()

    def _in_map(self, shown: Screen, key: str) -> Intents:
        from game.preview.beginning import Beginning

        if key == "m" or Close() in (intents := shown.handle(key)):
            self.map = None
            return ()
        for intent in intents:
            scene = getattr(intent, "scene", None)
            if scene is not None:
                self._director.begin(Beginning(scene))
                self.map = None
        return ()

    def _map(self) -> Screen | None:
        from game.preview.map_screen import MapScreen

        playing, state = self._director.playing, self._director.state
        if playing is None or state is None:
            return None
        return MapScreen(playing.scenario, state.scene, self._director.keeping.analysis(playing.scenario))

    def _faults(self) -> tuple[Fault, ...]:
        return faults(self._director.reading, warnings=self._director.panel == "warnings")

    # -------------------------------------------------------- the page

    def page(self, desk: Desk, gallery: Gallery) -> Page:
        """Return the page of the game, with the strip and the panel above it."""
        shown = self._shown.page(desk, gallery)
        if self.menu is not None or self.jump is not None or self.map is not None:
            return shown
        director = self._director
        marks, targets = strip(desk, self.told(), self._keys(), alarm=director.broken or "no longer" in director.message)
        above: list[tuple[Mark, ...]] = [marks]
        covered: list[Box] = [Box(0, 0, 1920, 42)]
        places: list[Target] = [*targets]
        if director.panel in FOOT:
            panel = fault_panel(desk, self._faults(), director.fault, warnings=director.panel == "warnings", message=director.message)
            above.append(panel.marks)
            covered.append(panel.box)
            places += panel.targets
        elif director.panel in SIDE and director.state is not None:
            sections = ledger_of(director.state) if director.panel == "ledger" else hidden_in(director.state)
            panel = side_panel(desk, sections)
            above.append(panel.marks)
            covered.append(panel.box)
        free = tuple(target for target in shown.targets if not any(box.meets(target.box) for box in covered))
        return Page(shown.width, shown.height, (*shown.marks, *(mark for part in above for mark in part)), (*free, *places))

    def told(self) -> str:
        """Return what the strip says: which save one sees, and where in the file."""
        director = self._director
        state = director.state
        parts = [f"Last good save, {director.good_at}" if director.broken and director.good_at else f"Saved {director.good_at}" if director.good_at else "Not good yet"]
        scene = director.playing.scene if director.playing is not None else ""
        if state is not None and scene:
            line = director.line()
            parts.append(scene if line is None else f"{scene}, line {line}")
        if director.message and director.panel not in FOOT:
            parts.insert(0, director.message)
        return " · ".join(parts)

    def _keys(self) -> tuple[Hint, ...]:
        director = self._director
        if director.state is None:
            return (Hint("S", "more", "s"),)
        warned = len(faults(director.reading, warnings=True))
        keys = [Hint("J", "jump", "j"), Hint("L", "ledger", "l"), Hint("H", "hidden", "h"), Hint("M", "map", "m"), Hint("S", "more", "s")]
        if warned and not director.broken:
            keys.insert(-1, Hint("W", f"{warned} warning{'s' if warned > 1 else ''}", "w"))
        return tuple(keys)

    def text(self) -> list[str]:
        """Return all that is shown, in reading order."""
        if self.menu is not None or self.jump is not None or self.map is not None:
            return self._shown.text()
        director = self._director
        told = [self.told(), *self._shown.text()]
        if director.panel in FOOT:
            for fault in self._faults():
                told.append(" ".join(part for part in (fault.code, fault.place, fault.message, fault.source, fault.mend) if part))
            if director.message:
                told.append(director.message)
        elif director.panel in SIDE and director.state is not None:
            for section in ledger_of(director.state) if director.panel == "ledger" else hidden_in(director.state):
                told += [section.title, *(f"{line.text} {line.tail}".strip() for line in section.lines)]
        return told


def _has_what_if(screen: Screen) -> bool:
    """Return whether W asks a screen what would have been if, as in the game."""
    from game.stage.screens.debrief import DebriefScreen
    from game.stage.screens.what_if import WhatIfScreen

    return isinstance(screen, DebriefScreen | WhatIfScreen)


def _has_cause(screen: Screen) -> bool:
    """Return whether S shows the moment that caused a bill, as in the game."""
    from game.stage.screens.account import BillScreen

    return isinstance(screen, BillScreen)
