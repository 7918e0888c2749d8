"""The tree in AccessKit's words, and its adapters: one a system."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from typing import Any, Protocol

import accesskit as ak  # type: ignore[import-untyped]

from game.language import _
from game.stage.reader.tree import ROOT, Thing

ROLES = {
    "window": ak.Role.WINDOW, "heading": ak.Role.HEADING, "paragraph": ak.Role.PARAGRAPH, "status": ak.Role.STATUS,
    "button": ak.Role.BUTTON, "list": ak.Role.LIST_BOX,  # of a plain list the size is told to nobody
     "toolbar": ak.Role.TOOLBAR, "table": ak.Role.TABLE,
    "row": ak.Role.ROW, "cell": ak.Role.CELL, "column header": ak.Role.COLUMN_HEADER, "label": ak.Role.LABEL,
}
ACTIONS = {
    "click": ak.Action.CLICK, "focus": ak.Action.FOCUS, "increment": ak.Action.INCREMENT, "decrement": ak.Action.DECREMENT,
}
NAMES = tuple((action, name) for name, action in ACTIONS.items())

Rect = tuple[float, float, float, float]
"""Left, top, right and bottom, in pixels."""


def node(thing: Thing, rect: Rect | None) -> Any:
    """Return a thing as AccessKit has it; `rect` is where it lies in the window."""
    made = ak.Node(ROLES[thing.kind])
    if thing.kind == "label":
        made.set_value(thing.label)  # of a label the name is its value
    elif thing.label:
        made.set_label(thing.label)
    if rect is not None:
        made.set_bounds(ak.Rect(*rect))
    if thing.children:
        made.set_children(list(thing.children))
    if thing.level:
        made.set_level(thing.level)
    if thing.position is not None:
        made.set_position_in_set(thing.position[0] - 1)  # counted from 0
        if sys.platform != "win32":  # there the readers say it by themselves
            made.set_description(_("{n} of {count}", n=thing.position[0], count=thing.position[1]))
    if thing.cap:
        made.set_keyboard_shortcut(thing.cap)
    if thing.place is not None:
        made.set_row_index(thing.place[0])
        if thing.kind != "row":
            made.set_column_index(thing.place[1])
    if thing.kind == "list" and thing.size is not None:
        made.set_size_of_set(thing.size[0])  # the list's to tell, not its things'
    elif thing.size is not None:
        made.set_row_count(thing.size[0])
        made.set_column_count(thing.size[1])
    if thing.live:
        made.set_live(ak.Live.POLITE)
        made.set_live_atomic()
    for name in thing.actions:
        made.add_action(ACTIONS[name])
    return made


def update(nodes: Iterable[tuple[int, Any]], focus: int, *, language: str = "") -> Any:
    """Return a change of the tree: the nodes that differ, and what has the focus."""
    made = ak.TreeUpdate(focus)
    made.tree = ak.Tree(ROOT)
    made.nodes.extend(nodes)
    return made


def asleep() -> Any:
    """Return a window with nothing in it, for the moment before the first page is told."""
    made = ak.Node(ak.Role.WINDOW)
    made.set_label("Coffee First")
    return update([(ROOT, made)], ROOT)


def action_of(request: Any) -> tuple[int, str]:
    """Return what a screen reader asks for: the number of the thing, and the name of the action, or nothing."""
    return request.target, next((name for action, name in NAMES if action == request.action), "")


class Adapter(Protocol):
    """The way to one system's screen readers."""

    def update(self, made: Callable[[], Any]) -> None:
        """Tell a change, if anybody listens; only then is it made."""
        ...

    def focused(self, has: bool) -> None:
        """Tell whether the window has the keyboard."""
        ...

    def placed(self, outer: Rect, inner: Rect) -> None:
        """Tell where on the desktop the window lies, with and without its frame."""
        ...


Handlers = tuple[Callable[[], Any], Callable[[Any], None], Callable[[], None]]
"""Asked for the first tree; asked to do something; told that nobody listens any more. Called in threads."""


class Unix:
    """AT-SPI: Orca."""

    def __init__(self, handlers: Handlers) -> None:
        self._adapter = ak.unix.Adapter(*handlers)

    def update(self, made: Callable[[], Any]) -> None:
        """Tell a change, if anybody listens."""
        self._adapter.update_if_active(made)

    def focused(self, has: bool) -> None:
        """Tell whether the window has the keyboard."""
        self._adapter.update_window_focus_state(has)

    def placed(self, outer: Rect, inner: Rect) -> None:
        """Tell where the window lies."""
        self._adapter.set_root_window_bounds(ak.Rect(*outer), ak.Rect(*inner))


class Windows:
    """UI Automation: NVDA, JAWS, Narrator. Made before the window is shown; it sees the window's focus by itself."""

    def __init__(self, window: int, handlers: Handlers) -> None:
        self._adapter = ak.windows.SubclassingAdapter(window, handlers[0], handlers[1])  # type: ignore[attr-defined,unused-ignore]

    def update(self, made: Callable[[], Any]) -> None:
        """Tell a change, if anybody listens."""
        events = self._adapter.update_if_active(made)
        if events is not None:
            events.raise_events()

    def focused(self, has: bool) -> None:
        """Do nothing."""

    def placed(self, outer: Rect, inner: Rect) -> None:
        """Do nothing."""


class Mac(Windows):
    """NSAccessibility: VoiceOver."""

    def __init__(self, window: int, handlers: Handlers) -> None:
        ak.macos.add_focus_forwarder_to_window_class("SDLWindow")  # type: ignore[attr-defined,unused-ignore]
        self._adapter = ak.macos.SubclassingAdapter.for_window(window, handlers[0], handlers[1])  # type: ignore[attr-defined,unused-ignore]

    def focused(self, has: bool) -> None:
        """Tell whether the window has the keyboard."""
        events = self._adapter.update_view_focus_state(has)
        if events is not None:
            events.raise_events()


def adapter(window: int, handlers: Handlers) -> Adapter:
    """Return the adapter of this system.

    Raises:
        Exception: whatever AccessKit raises where it does not work.
    """
    if sys.platform == "win32":
        return Windows(window, handlers)
    if sys.platform == "darwin":
        return Mac(window, handlers)
    return Unix(handlers)
