"""Playing with a switch: a frame rests on each thing that a page offers, and the switch takes it.

With one switch the frame goes on by itself; with two, one steps and the other takes. With a pad the same frame walks
through the hints that have no button of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from game.stage.components import Desk
from game.stage.input import STEP, TAKE, Pointer
from game.stage.page import Box, Fill, Frame, Mark, Page, Target, bounds
from game.stage.screens import Screen

MOST = 8
"""More things than these on one level are scanned in groups, so that the last is not a minute away."""
ROUNDS, GROUP_ROUNDS = 3, 2
"""How often all is scanned before the scan rests, and how often a group before it is left."""
EDGE = 5.0
"""Of the frame, in points: ink, then light, then ink, so that it stands out from every ground."""


@dataclass(frozen=True, slots=True)
class Thing:
    """Something to take, or a group of such things."""

    box: Box
    key: str
    """What taking it presses; a group may press a key, too, when it is gone into."""
    members: tuple[Thing, ...] = ()


def things_of(targets: Sequence[Target], height: float) -> tuple[Thing, ...]:
    """Return what a page offers in the order of scanning: what it is about first, then the hints at its foot.

    A place that holds others is a group of them: a setting with its values. Where there are still too many, those that
    stand side by side make a group, and then those that follow one another.
    """
    seen: dict[str, Target] = {}
    for target in targets:
        seen.setdefault(target.key, target)
    return _grouped(_nested(list(seen.values())))


def _nested(targets: list[Target]) -> tuple[Thing, ...]:
    inner: dict[str, list[Target]] = {}
    within: set[str] = set()
    for target in targets:
        around = [each for each in targets if each is not target and _holds(each.box, target.box)]
        if around:
            smallest = min(around, key=lambda each: each.box.w * each.box.h)
            inner.setdefault(smallest.key, []).append(target)
            within.add(target.key)
    return tuple(_thing(target, inner) for target in targets if target.key not in within)


def _thing(target: Target, inner: dict[str, list[Target]]) -> Thing:
    return Thing(target.box, target.key, _grouped(tuple(_thing(each, inner) for each in inner.get(target.key, ()))))


def _holds(outer: Box, inner: Box) -> bool:
    return (
        outer.w * outer.h > inner.w * inner.h and outer.x <= inner.x + 1 and outer.y <= inner.y + 1
        and outer.right >= inner.right - 1 and outer.bottom >= inner.bottom - 1
    )


def _grouped(things: tuple[Thing, ...]) -> tuple[Thing, ...]:
    if len(things) <= MOST:
        return things
    lines: list[list[Thing]] = []
    for thing in things:
        if lines and _beside(lines[-1][-1].box, thing.box):
            lines[-1].append(thing)
        else:
            lines.append([thing])
    if len(lines) > 1:
        while sum(map(len, lines)) > MOST and max(map(len, lines)) > 1:
            longest = max(lines, key=len)  # the hints at the foot, as a rule
            lines[lines.index(longest)] = [_group(longest)]
        things = tuple(thing for line in lines for thing in line)
    if len(things) <= MOST:
        return things
    size = max(2, -(-len(things) // MOST))
    return _grouped(tuple(_group(things[at : at + size]) for at in range(0, len(things), size)))


def _beside(one: Box, other: Box) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.y, other.y)
    return shared > 0.5 * min(one.h, other.h)


def _group(things: Sequence[Thing]) -> Thing:
    if len(things) == 1:
        return things[0]
    return Thing(bounds([thing.box for thing in things]), "", _grouped(tuple(things)))


@dataclass(frozen=True, slots=True)
class Scan:
    """Where a scan is."""

    things: tuple[Thing, ...]
    at: tuple[int, ...] = (0,)
    """The place on each level, from 0: the last is the thing on which it rests."""
    rounds: int = 0
    """How often all things were passed since somebody pressed."""
    inner: int = 0
    """How often the group was passed that it is in."""

    @property
    def level(self) -> tuple[Thing, ...]:
        """The things among which it goes."""
        level = self.things
        for index in self.at[:-1]:
            level = level[index].members
        return level

    @property
    def rests(self) -> bool:
        """Whether it has gone round often enough, and waits for a press."""
        return self.rounds >= ROUNDS or not self.things

    @property
    def scanned(self) -> Thing | None:
        """What the frame is on; None while the scan rests."""
        return None if self.rests else self.level[self.at[-1]]

    def stepped(self, by: int = 1) -> Scan:
        """Return the scan one thing on; after the last of a group, back on the group itself."""
        if not self.things:
            return self
        index, count = self.at[-1] + by, len(self.level)
        if 0 <= index < count:
            return replace(self, at=(*self.at[:-1], index))
        if len(self.at) == 1:
            return replace(self, at=(index % count,), rounds=self.rounds + 1)
        if self.inner + 1 < GROUP_ROUNDS:
            return replace(self, at=(*self.at[:-1], index % count), inner=self.inner + 1)
        return replace(self, at=self.at[:-1], inner=0)

    def taken(self) -> tuple[Scan, str]:
        """Return the scan after a press, and the key that is pressed by it; a press wakes a scan that rests."""
        thing = self.scanned
        if thing is None:
            return Scan(self.things), ""
        if thing.members:
            return replace(self, at=(*self.at, 0), rounds=0, inner=0), thing.key
        return Scan(self.things), thing.key


class Scanner:
    """The companion that scans, for one switch, for two, or for a pad that walks."""

    def __init__(self) -> None:
        self.fresh = False
        self._switches, self._seconds = 0, 1.5
        self._buttons: frozenset[str] = frozenset()
        self._scan = Scan(())
        self._open = False
        """Whether the frame is shown: always with switches, else since the pad walked."""
        self._page: tuple[Any, ...] = ()
        self._due: float | None = None
        self._keys: list[str] = []

    @property
    def scanned(self) -> Thing | None:
        """What the frame is on now, or None: what a voice says."""
        return self._scan.scanned if self._open else None

    def follow(self, switches: int, seconds: float, buttons: frozenset[str] = frozenset()) -> None:
        """Take in how it is played.

        Args:
            switches: 1 or 2; 0 for a pad that walks.
            seconds: how long the frame rests on a thing, with one switch.
            buttons: the keys that have a button on the pad, to which it need not walk.
        """
        self._switches, self._seconds, self._buttons = switches, seconds, buttons
        self._open = self._open or switches > 0

    # -------------------------------------------------------- as a companion

    def shown(self, screen: Screen, page: Page) -> None:
        """Take in what a page offers; another page is scanned from its beginning."""
        shown = (id(screen), getattr(screen, "sheet", 0), page.targets)
        if shown == self._page:
            return
        before, self._page = self._page, shown
        things = things_of(self._offered(page), page.height)
        same_page = not before or before[:2] == shown[:2]
        if same_page and _keys(things) == _keys(self._scan.things):
            self._scan = replace(self._scan, things=things)  # it was set anew; its things are where they were
        else:
            self._scan = Scan(things)
            self._open = self._switches > 0 or (self._open and same_page)
        self._due = None
        self.fresh = self._open

    def _offered(self, page: Page) -> tuple[Target, ...]:
        if self._switches:
            return page.targets
        return tuple(target for target in page.targets if ":" not in target.key and target.key not in self._buttons)

    def takes(self, happened: str | Pointer) -> bool:
        """Return whether a press was a switch's; what it takes is pressed at the next look."""
        if isinstance(happened, Pointer):
            return False
        if self._switches:
            return self._switched(happened)
        return self._walked(happened)

    def _switched(self, key: str) -> bool:
        if key == TAKE:
            self._take()
        elif key == STEP:
            self._go(self._scan.stepped() if not self._scan.rests else Scan(self._scan.things))
        else:
            return False
        return True

    def _walked(self, key: str) -> bool:
        if key in ("walk", "walk back"):
            by = 1 if key == "walk" else -1
            if not self._open:
                self._open = True
                self._go(Scan(self._scan.things, (0 if by > 0 else len(self._scan.things) - 1,)))
            else:
                self._go(replace(self._scan.stepped(by), rounds=0, inner=0))
            return True
        if self._open and key in ("enter", "space"):
            self._take()
            return True
        if self._open and not key.startswith("new:"):
            self._open, self.fresh = False, True
        return False

    def _take(self) -> None:
        self._scan, key = self._scan.taken()
        self._open = self._switches > 0
        self._due, self.fresh = None, True
        if key:
            self._keys.append(key)

    def _go(self, scan: Scan) -> None:
        self._scan, self._due, self.fresh = scan, None, True

    def tick(self, now: float) -> Sequence[str]:
        """Return what was taken; with one switch, go on where the frame has rested long enough."""
        if self._keys:
            keys, self._keys = self._keys, []
            return keys
        if self._switches != 1 or self._scan.rests:
            return ()
        if self._due is None:
            self._due = now + self._seconds
        elif now >= self._due:
            self._scan, self._due, self.fresh = self._scan.stepped(), now + self._seconds, True
        return ()

    def marks(self, page: Page, desk: Desk) -> tuple[Mark, ...]:
        """Return the frame; around the whole page while the scan rests."""
        self.fresh = False
        if not self._open:
            return ()
        if page.targets != (self._page[2] if self._page else None):
            things = things_of(self._offered(page), page.height)  # painted now, and told to be `shown` thereafter
            same = _keys(things) == _keys(self._scan.things)
            self._scan = replace(self._scan, things=things) if same else Scan(things)
        thing = self._scan.scanned
        whole = Box(0, 0, page.width, page.height)
        box = thing.box.inset(-4) if thing is not None else whole.inset(6)
        edge = 2 * EDGE
        left, top = max(edge, box.x), max(edge, box.y)
        box = Box(left, top, min(page.width - edge, box.right) - left, min(page.height - edge, box.bottom) - top)
        palette = desk.theme.palette
        frames: list[Mark] = [
            Frame(box.inset(-EDGE), palette.ink, EDGE), Frame(box, palette.white, EDGE),
            Frame(box.inset(EDGE), palette.tomato, EDGE),
        ]
        if thing is not None and thing.members:
            # a group wears corners: what is in it comes next
            side = 3 * EDGE
            frames += [
                Fill(Box(x, y, side, side), palette.ink)
                for x in (box.x - 2 * EDGE, box.right - EDGE) for y in (box.y - 2 * EDGE, box.bottom - EDGE)
            ]
        return tuple(frames)

    def close(self) -> None:
        """Let go of the page."""
        self._scan, self._page, self._open = Scan(()), (), False


def _keys(things: tuple[Thing, ...]) -> tuple[object, ...]:
    return tuple((thing.key, _keys(thing.members)) for thing in things)
