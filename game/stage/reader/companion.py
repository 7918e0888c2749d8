"""The screen reader beside the window: it is told each page, and what it asks for becomes keys.

AccessKit calls from threads of its own, and an exception there would break it for good: its calls only leave a note,
and the window's loop reads the notes.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any, NamedTuple

from game.stage.components import Desk
from game.stage.input import Pointer
from game.stage.outline import outline_of
from game.stage.page import Box, Mark, Page
from game.stage.reader.tree import Tree, Trees, keys_of
from game.stage.screens import Screen
from game.stage.seen import seen

if TYPE_CHECKING:
    from game.stage.reader.kit import Adapter, Handlers, Rect

BACKWARDS = frozenset({"left", "r"})
LOOK_SECONDS = 0.5
"""How often the place of the window on the desktop is looked up while a reader listens."""


class Window(NamedTuple):
    """Where the page lies in the window, and the window on the desktop; in pixels."""

    left: float
    top: float
    scale: float
    """Pixels a point."""
    x: int
    y: int
    width: int
    height: int
    focused: bool


class ReaderCompanion:
    """Tells a screen reader what is shown. Until one listens it does next to nothing."""

    fresh = False

    def __init__(self, window: Callable[[], Window], make: Callable[[Handlers], Adapter]) -> None:
        """Make the way to a screen reader.

        Args:
            window: says where things lie now.
            make: makes the adapter, for the calls that it is given.

        Raises:
            Exception: whatever AccessKit raises where it does not work.
        """
        self._window = window
        self._notes: SimpleQueue[tuple[int, str]] = SimpleQueue()
        self._listened, self._wakened = False, False
        self._trees = Trees()
        self._tree: Tree | None = None
        self._sent: dict[int, tuple[Any, Any]] = {}
        self._showing: tuple[Screen, Page] | None = None
        self._wanted: int | None = None
        self._keyed, self._back = False, False
        self._at: Window | None = None
        self._looked = 0.0
        self._adapter: Adapter | None = make((self._asked, self._note, self._left))

    # -------------------------------------------------------- calls from other threads

    def _asked(self) -> Any:
        """Return a tree to begin with; the page itself follows from the loop."""
        try:
            from game.stage.reader.kit import asleep

            self._wakened = True
            return asleep()
        except Exception:  # never into AccessKit
            return None

    def _note(self, request: Any) -> None:
        try:
            from game.stage.reader.kit import action_of

            self._notes.put(action_of(request))
        except Exception:  # never into AccessKit
            return

    def _left(self) -> None:
        self._listened = False

    # -------------------------------------------------------- what happens

    def shown(self, screen: Screen, page: Page) -> None:
        """Tell a page, if anybody listens."""
        if self._showing is not None and self._showing[0] is screen and self._showing[1] == page:
            return
        self._showing = (screen, page)
        if self._listened:
            self._tell()

    def takes(self, happened: str | Pointer) -> bool:
        """Take nothing; a key means that what changes now was wanted."""
        if not isinstance(happened, Pointer) or happened.kind == "pressed":
            self._keyed, self._back, self._wanted = True, happened in BACKWARDS, None
        return False

    def tick(self, now: float) -> Sequence[str]:
        """Return the keys that a screen reader has asked for."""
        if self._wakened:
            self._wakened, self._listened = False, True
            self._sent, self._at = {}, None
            self._tell()
        if not self._listened:
            return ()
        if now - self._looked >= LOOK_SECONDS:
            self._looked = now
            self._look()
        if self._notes.empty():
            return ()
        return self._asked_for()

    def _asked_for(self) -> tuple[str, ...]:
        keys: tuple[str, ...] = ()
        try:
            target, action = self._notes.get_nowait()
        except Empty:
            return ()
        if self._tree is not None:
            keys = keys_of(self._tree.taken, target, action)
            if action == "focus":
                self._wanted = target
                if not keys:
                    self._tell()
            else:
                self._wanted = None
        if keys:
            self._keyed, self._back = True, keys[-1] in BACKWARDS
        return keys

    def _tell(self) -> None:
        """Tell what differs from what was told before."""
        if self._adapter is None or self._showing is None:
            return
        screen, page = self._showing
        parts = seen(outline_of(screen), page)
        tree = self._trees.tree(
            getattr(screen, "top", screen), parts, keyed=self._keyed, back=self._back, wanted=self._wanted
        )
        self._tree = tree
        self._keyed = self._back = False
        window = self._window()
        sent: dict[int, tuple[Any, Any]] = {}
        changed: list[tuple[int, Any]] = []
        from game.stage.reader.kit import node, update

        for thing in tree.things:
            rect = _rect(thing.box, window)
            sent[thing.number] = (thing, rect)
            if self._sent.get(thing.number) != (thing, rect):
                changed.append((thing.number, node(thing, rect)))
        self._sent = sent
        self._guarded(lambda adapter: adapter.update(lambda: update(changed, tree.focus)))

    def _look(self) -> None:
        """Tell where the window lies, and whether it has the keyboard, where that has changed."""
        window = self._window()
        before, self._at = self._at, window
        if window == before:
            return
        x, y = float(window.x), float(window.y)
        place = (x, y, x + window.width, y + window.height)
        self._guarded(lambda adapter: adapter.placed(place, place))
        if before is None or before.focused != window.focused:
            self._guarded(lambda adapter: adapter.focused(window.focused))
        if before is not None and before[:3] != window[:3]:
            self._tell()

    def _guarded(self, does: Callable[[Adapter], None]) -> None:
        """Do something by AccessKit; where it fails, say so once and go on without."""
        if self._adapter is None:
            return
        try:
            does(self._adapter)
        except Exception as why:  # of a library of another's: no play may end by it
            self._adapter, self._listened = None, False
            sys.stderr.write(f"coffee-first: the screen reader cannot be reached any more ({why}).\n")

    def marks(self, page: Page, desk: Desk) -> tuple[Mark, ...]:
        """Return nothing: it is not seen."""
        return ()

    def close(self) -> None:
        """Let the adapter go."""
        self._adapter, self._listened = None, False


def _rect(box: Box | None, window: Window) -> Rect | None:
    if box is None:
        return None
    scale = window.scale
    return (
        window.left + box.x * scale, window.top + box.y * scale,
        window.left + box.right * scale, window.top + box.bottom * scale,
    )
