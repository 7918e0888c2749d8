"""What moves between two pages, found from their marks alone: pure rules, as data.

A page that is turned slides in; a face changes by its parts; figures ink themselves, beans fill or are struck, pencil
lines are drawn along their path, and a column sets itself line by line. No screen knows of it. At any moment the page
is a page, and the last moment's is the new one, mark by mark.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from game.stage.gallery import CHILDREN
from game.stage.page import Area, Box, Colour, Fill, Line, Mark, Page, Picture, Shapes, Sketch, Words, bounds
from game.stage.theme import FIGURES, LITERATA, LITERATA_ITALIC

if TYPE_CHECKING:
    from game.stage.theme import Palette

TURN, SLIDE = 0.25, 24.0
"""Seconds in which a sheet comes in, and from how many points to the right."""
FACE, NOD = 0.2, 6.0
"""Seconds in which an expression changes, and by how many points the head nods meanwhile."""
INK, PENCIL, THREAD = 0.25, 0.25, 0.35
"""Seconds in which a figure is written, and a mark or the thread of a bill is drawn."""
BEAN, BETWEEN_BEANS = 0.06, 0.06
LINE, LONGEST_COLUMN = 0.022, 1.4
"""Seconds from one line of a column to the next, and for all of a page."""
FEWEST_LINES = 12
"""Fewer lines than these are no column, and are there at once."""
HUGE = 80.0
"""Points: figures that are set larger are the news of a page."""
SEAMS, OF_A_CHILD = (0.405, 0.53, 0.69), 0.10
"""Where a face is parted, in heights of its picture: below the brows, the eyes, the mouth; how much lower a child's lie."""


@dataclass(frozen=True, slots=True)
class Act:
    """One mark, or several that belong together, on its way."""

    begins: float
    """Seconds after the page was turned."""
    lasts: float
    marks: tuple[int, ...]
    """Their places among the marks of the new page."""
    done: Callable[[tuple[Mark, ...], float], tuple[Mark, ...]]
    """What stands in place of them at a share that lies between 0 and 1."""

    def at(self, marks: tuple[Mark, ...], seconds: float) -> tuple[Mark, ...]:
        """Return what stands in place of its marks after so many seconds: at the end, the marks themselves."""
        share = (seconds - self.begins) / self.lasts
        return marks if share >= 1 else self.done(marks, max(0.0, share))


@dataclass(frozen=True, slots=True)
class Face:
    """Somebody whose expression changes."""

    was: Picture
    at: int
    """The place of the new picture among the marks of the page."""


@dataclass(frozen=True, slots=True)
class Motion:
    """All that moves from one page to the next."""

    new: Page
    sheet: Box | None = None
    """What slides in over what was there."""
    fades: Box | None = None
    """What gives way to what comes, where it stands."""
    face: Face | None = None
    acts: tuple[Act, ...] = ()

    @property
    def seconds(self) -> float:
        """How long it takes, at the most."""
        ends = [act.begins + act.lasts for act in self.acts]
        return max([*ends, TURN if self.sheet else 0.0, FACE if self.face or self.fades else 0.0])

    def page(self, seconds: float) -> Page:
        """Return the page of a moment; what blends is as it will be."""
        if not self.acts or seconds >= self.seconds:
            return self.new
        marks: list[Mark | None] = list(self.new.marks)
        more: list[tuple[int, tuple[Mark, ...]]] = []
        for act in self.acts:
            mine = tuple(self.new.marks[place] for place in act.marks)
            now = act.at(mine, seconds)
            if now is mine:
                continue
            for place in act.marks:
                marks[place] = None
            more.append((act.marks[-1], now))
        # in the place of the last of them, so that what lies above stays above
        there = dict(more)
        whole: list[Mark] = []
        for place, mark in enumerate(marks):
            if mark is not None:
                whole.append(mark)
            whole += there.get(place, ())
        return replace(self.new, marks=tuple(whole))


def eased(share: float) -> float:
    """Return how far a movement has come: quick at first, then gently; 0 at 0 and 1 at 1."""
    return 1 - (1 - min(1.0, max(0.0, share))) ** 3


def motion_between(old: Page | None, new: Page, palette: Palette, *, again: bool = False, large: bool = False) -> Motion | None:
    """Return what moves from a page to the next one that was turned; None where all is there at once.

    Args:
        old: what stands on the window; None for nothing that can move.
        new: what comes.
        palette: in whose inks beans and pencil marks are recognised.
        again: whether this page was read before, so that its column stands as it is.
        large: whether the window is so large that only small things move.
    """
    if old is None or (old.width, old.height) != (new.width, new.height):
        return None
    column = min(_column(old), _column(new))
    sheet = None if large else Box(column + 24 if column else 0.0, 0, new.width - (column + 24 if column else 0.0), new.height)
    face = _face(old, new) if column and not large else None
    fades = Box(0, 0, column + 24, new.height) if column and face is None and not large and _pictures(old) != _pictures(new) else None
    acts = _acts(old, new, palette, begins=TURN if sheet else 0.0, again=again)
    return Motion(new, sheet, fades, face, acts) if sheet or fades or face or acts else None


# ---------------------------------------------------------------- the picture column


def _column(page: Page) -> float:
    tall = (mark for mark in page.marks if isinstance(mark, Picture) and mark.box.x == 0 and mark.box.h > page.height / 2)
    return max((mark.box.w - 14 for mark in tall), default=0.0)


def _pictures(page: Page) -> list[Picture]:
    return [mark for mark in page.marks if isinstance(mark, Picture) and mark.box.x == 0]


def _face(old: Page, new: Page) -> Face | None:
    """Return the one picture of the column that differs, where it is the same person at the same place."""
    before, after = _pictures(old), _pictures(new)
    differ = [(was, now) for was, now in zip(before, after, strict=False) if was != now]
    if len(before) != len(after) or len(differ) != 1:
        return None
    was, now = differ[0]
    if (was.box, was.cover, _whose(was)) != (now.box, now.cover, _whose(now)) or not _whose(now):
        return None
    return Face(was, new.marks.index(now))


def _whose(picture: Picture) -> str:
    folder, _, rest = picture.name.partition("/")
    return rest.rpartition("/")[0] if folder == "people" else ""


def face_parts(motion: Motion, share: float, *, grain: float = 1.0) -> tuple[tuple[Box, Page], ...]:
    """Return the parts of the column from above, and of which page each is painted: brows first, then eyes, then mouth.

    The head nods by whole `grain`s of points, a pixel each, so that the pictures that are there can be used.
    """
    face = motion.face
    if face is None or share >= 1:
        return ()
    now = motion.new.marks[face.at]
    if not isinstance(now, Picture):
        return ()
    dip = round(NOD * math.sin(math.pi * max(0.0, share)) / grain) * grain
    lower = OF_A_CHILD if _whose(now) in CHILDREN else 0.0
    done = min(len(SEAMS), int(max(0.0, share) * (len(SEAMS) + 1)))
    seam = now.cover.y + dip + now.cover.h * (SEAMS[done - 1] + lower) if done else now.box.y
    seam = min(seam, now.box.bottom)
    parts = []
    for box, picture in (
        (Box(now.box.x, now.box.y, now.box.w, seam - now.box.y), now),
        (Box(now.box.x, seam, now.box.w, now.box.bottom - seam), face.was),
    ):
        if box.h > 0:
            nodded = replace(picture, box=picture.box.shifted(0, dip), cover=picture.cover.shifted(0, dip))
            marks = (*motion.new.marks[: face.at], nodded, *motion.new.marks[face.at + 1 :])
            parts.append((box, replace(motion.new, marks=marks)))
    return tuple(parts)


# ---------------------------------------------------------------- the sheet


def _acts(old: Page, new: Page, palette: Palette, *, begins: float, again: bool) -> tuple[Act, ...]:
    there = set(old.marks)
    fresh = [place for place, mark in enumerate(new.marks) if mark not in there]
    drawn = [place for place in fresh if _pencilled(new.marks[place], palette)]
    threads = any(new.marks[place].box.h > 60 for place in drawn)
    acts = [
        Act(begins, THREAD if new.marks[place].box.h > 60 else PENCIL, (place,), _partly_drawn) for place in drawn
    ]
    writes = begins + (THREAD if threads else 0.0)
    figures = [place for place in fresh if _huge(new.marks[place])]
    acts += [_inked(new, place, writes) for place in figures]
    beans = [place for place in fresh if _bean_changed(new.marks[place], palette)]
    after = writes + (INK / 2 if figures else 0.0)
    change = _unchanged(palette)
    acts += [Act(after + number * BETWEEN_BEANS, BEAN, (place,), change) for number, place in enumerate(beans)]
    lines = [place for place in fresh if _column_line(new.marks[place])]
    if len(lines) >= FEWEST_LINES and not again and not _column(new):
        # with all that is printed between them: the capital, the byline, the quotation, the signature
        lines = [place for place in fresh if place >= lines[0] - 1 and isinstance(new.marks[place], Words) and not _huge(new.marks[place])]
        step = min(LINE, LONGEST_COLUMN / len(lines))
        acts += [Act(begins + number * step, step, (place,), _not_yet) for number, place in enumerate(lines)]
    return tuple(acts)


def _not_yet(marks: tuple[Mark, ...], share: float) -> tuple[Mark, ...]:
    return ()


def _column_line(mark: Mark) -> bool:
    return isinstance(mark, Words) and mark.style.face in (LITERATA, LITERATA_ITALIC)


def _huge(mark: Mark) -> bool:
    return isinstance(mark, Words) and mark.style.face == FIGURES and mark.style.size >= HUGE


def _inked(new: Page, place: int, begins: float) -> Act:
    """Return a figure, with its sign, that is written from the left: what is not yet written is as its ground."""
    words = new.marks[place]
    assert isinstance(words, Words)
    size = words.style.size
    ink = Box(words.box.x, words.baseline - size * 0.74, words.box.w, size * 0.8)
    signs = [
        mark.box for mark in new.marks
        if isinstance(mark, Fill) and mark.colour == words.colour and mark.box.w < size and mark.box.meets(Box(ink.x - size * 0.6, ink.y, size * 0.6, ink.h))
    ]
    whole = bounds((ink, *signs)).inset(-2)
    ground = _ground(new, place, whole)

    def written(marks: tuple[Mark, ...], share: float) -> tuple[Mark, ...]:
        at = whole.w * eased(share)
        return (*marks, Fill(Box(whole.x + at, whole.y, whole.w - at, whole.h), ground))

    return Act(begins, INK, (place,), written)


def _ground(page: Page, place: int, box: Box) -> Colour:
    """Return the colour that lies under a box of a mark."""
    below = [
        mark for mark in page.marks[:place]
        if isinstance(mark, Fill) and mark.box.x <= box.x and mark.box.right >= box.right and mark.box.y <= box.y and mark.box.bottom >= box.bottom
    ]
    return below[-1].colour if below else (255, 255, 255)


# ---------------------------------------------------------------- beans and pencil


def _bean_changed(mark: Mark, palette: Palette) -> bool:
    if not isinstance(mark, Sketch) or not isinstance(mark.shapes, Shapes) or mark.box.w > 90:
        return False
    return any(_is_change(shape, palette) for shape in mark.shapes)


def _is_change(shape: Area | Line, palette: Palette) -> bool:
    return (isinstance(shape, Area) and shape.colour == palette.teal) or (isinstance(shape, Line) and shape.colour == palette.tomato)


def _unchanged(palette: Palette) -> Callable[[tuple[Mark, ...], float], tuple[Mark, ...]]:
    def before(marks: tuple[Mark, ...], share: float) -> tuple[Mark, ...]:
        return tuple(
            replace(mark, shapes=Shapes(shape for shape in mark.shapes if not _is_change(shape, palette)))
            for mark in marks if isinstance(mark, Sketch)
        )

    return before


def _pencilled(mark: Mark, palette: Palette) -> bool:
    """Return whether a mark is one of the columnist's: nothing but strokes of one of her two pencils."""
    return isinstance(mark, Sketch) and bool(mark.shapes) and all(
        isinstance(shape, Line) and shape.width >= 5 and len(shape.points) > 2 and shape.colour in (palette.tomato, palette.teal)
        for shape in mark.shapes
    )


def _partly_drawn(marks: tuple[Mark, ...], share: float) -> tuple[Mark, ...]:
    return tuple(_along(mark, eased(share)) for mark in marks if isinstance(mark, Sketch) and share > 0)


def _along(sketch: Sketch, share: float) -> Sketch:
    """Return a sketch of lines, drawn along their paths as far as a share of them all."""
    left = share * sum(_length(shape) for shape in sketch.shapes)
    lines: list[Line] = []
    for shape in sketch.shapes:
        if not isinstance(shape, Line) or left <= 0:
            break
        points = [shape.points[0]]
        for point in shape.points[1:]:
            last = points[-1]
            step = math.dist(last, point)
            if step >= left:
                part = left / step if step else 0.0
                points.append((last[0] + (point[0] - last[0]) * part, last[1] + (point[1] - last[1]) * part))
                left = 0.0
                break
            points.append(point)
            left -= step
        lines.append(replace(shape, points=tuple(points)))
    return replace(sketch, shapes=tuple(lines))


def _length(shape: Area | Line) -> float:
    if not isinstance(shape, Line):
        return 0.0
    return sum(math.dist(one, other) for one, other in zip(shape.points, shape.points[1:], strict=False))
