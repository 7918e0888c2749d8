"""A screen reader's hands, without eyes: finds things by role and name through AT-SPI, reads them, takes them.

Runs under the system's Python, which has libatspi; reads commands and writes answers, a line of JSON each. It knows
nothing of the game: no keys, no pixels, no file of it.
"""

import json
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 20.0
STATES = {
    "focused": Atspi.StateType.FOCUSED, "focusable": Atspi.StateType.FOCUSABLE, "showing": Atspi.StateType.SHOWING,
    "active": Atspi.StateType.ACTIVE,
}


def settle():
    """Take in what has come over the bus."""
    context = GLib.MainContext.default()
    while context.iteration(False):
        pass


class Window:
    """The one window of the one application that is there."""

    def __init__(self):
        self.focused = []
        """The names of all that the focus came to: what every screen reader says."""
        self.listener = Atspi.EventListener.new(self.hear)
        self.listener.register("object:state-changed:focused")
        self.frame = None

    def hear(self, event):
        if event.detail1:
            self.focused.append(event.source.get_name())

    def find(self):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            settle()
            desktop = Atspi.get_desktop(0)
            desktop.clear_cache()
            for index in range(desktop.get_child_count()):
                application = desktop.get_child_at_index(index)
                if application is None or application.get_child_count() == 0:
                    continue
                frame = application.get_child_at_index(0)
                if frame is not None and frame.get_role_name() == "frame":
                    application.set_cache_mask(Atspi.Cache.NONE)
                    self.frame = frame
                    if not self.buttons("tool bar"):
                        continue  # the page is not told yet
                    return {"application": application.get_name(), "toolkit": application.get_toolkit_name()}
            time.sleep(0.05)
        raise SystemExit("no window was found")

    def things(self, node=None, depth=0):
        node = node or self.frame
        states = node.get_state_set()
        place = node.get_component_iface()
        box = place.get_extents(Atspi.CoordType.WINDOW) if place else None
        found = {
            "role": node.get_role_name(), "name": node.get_name(), "depth": depth,
            "states": sorted(name for name, state in STATES.items() if states.contains(state)),
            "attributes": node.get_attributes(), "box": [box.x, box.y, box.width, box.height] if box else None,
        }
        yield found
        for index in range(node.get_child_count()):
            yield from self.things(node.get_child_at_index(index), depth + 1)

    def top(self):
        """Return role, name and object of what lies directly in the window, from the top."""
        found = []
        for index in range(self.frame.get_child_count()):
            child = self.frame.get_child_at_index(index)
            if child is not None:
                found.append((child.get_role_name(), child.get_name(), child))
        return found

    def buttons(self, group):
        for role, _name, node in self.top():
            if role == group:
                return [(child.get_name(), child) for child in (
                    node.get_child_at_index(index) for index in range(node.get_child_count())
                ) if child is not None]
        return []

    def read(self):
        """Return what the page says, from its headings, paragraphs and tables."""
        told = []
        for role, name, node in self.top():
            if role in ("heading", "paragraph", "status bar"):
                told.append([role, name])
            if role == "table":
                told.append([role, name])
                told += [["row", node.get_child_at_index(index).get_name()] for index in range(node.get_child_count())]
        return told

    def signature(self):
        """Return what differs between any two pages: what is new stands last in the window."""
        count = self.frame.get_child_count()
        ends = [self.frame.get_child_at_index(index) for index in (0, count - 1)] if count else []
        return count, [(end.path, end.get_name()) for end in ends if end is not None]

    def steady(self, look):
        """Return what is there once it does not change while it is looked at: a tree is read in many questions."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                before = self.signature()
                found = look()
                if before[0] and before == self.signature():
                    return found
            except GLib.Error:
                pass  # it is being changed just now
            time.sleep(0.012)
        raise SystemExit("it does not come to rest")

    def click(self, node):
        """Do what a button does, and wait until the page is another."""
        before = self.steady(self.signature)
        node.get_action_iface().do_action(0)
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            time.sleep(0.012)
            settle()
            try:
                if self.signature() != before:
                    return
            except GLib.Error:
                continue  # it is being changed just now
        raise SystemExit("nothing happened")

    def take(self, group, name):
        for label, node in self.steady(lambda: self.buttons(group)):
            if name in label:
                self.click(node)
                return {"took": label}
        return {"took": None, "there": [label for label, _node in self.buttons(group)]}

    def focus(self, group, index):
        """Put the focus on a thing, as a reader does that walks through them."""
        _label, node = self.steady(lambda: self.buttons(group))[index]
        node.get_component_iface().grab_focus()
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            time.sleep(0.012)
            settle()
            _label, node = self.steady(lambda: self.buttons(group))[index]
            if node.get_state_set().contains(Atspi.StateType.FOCUSED):
                return True
        return False

    def play(self, names, until):
        """Go on, and take the choices of these names in turn, until a key is offered; return all that was read."""
        pages, taken = [], []
        for _page in range(400):
            told, rows, keys = self.steady(lambda: (self.read(), self.buttons("list box"), self.buttons("tool bar")))
            pages.append(told)
            if any(label == until for label, _node in keys):
                return pages
            if rows:
                wanted = names[len(taken)]
                node = next((node for label, node in rows if label == wanted), None)
                if node is None:
                    raise SystemExit(f"{wanted!r} is not offered, but {[label for label, _node in rows]}")
                taken.append(wanted)
                self.click(node)
            elif keys:
                self.click(keys[0][1])
            else:
                raise SystemExit(f"nothing can be done: {told}")
        raise SystemExit("it does not end")


def main():
    Atspi.init()
    window = Window()
    for line in sys.stdin:
        command, *words = json.loads(line)
        settle()
        answer = {
            "find": window.find, "things": lambda: list(window.things()), "read": lambda: window.steady(window.read), "take": window.take,
            "play": window.play, "buttons": lambda group: [label for label, _node in window.steady(lambda: window.buttons(group))],
            "focused": lambda: window.focused, "focus": window.focus,
        }[command](*words)
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
