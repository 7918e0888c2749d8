"""SVG drawings that authors bring: which of them are shown, and why others are not.

A drawing is painted by a small rasteriser that knows shapes, paths and gradients. What it does not know it leaves out
without a word, so such a drawing is refused here, as is one that would take it long, or that asks for anything outside.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from xml.parsers import expat

from game.authoring.safe_text import shown

MOST_BYTES = 1_000_000
MOST_ELEMENTS = 4000
MOST_DEPTH = 40
MOST_NUMBERS = 150_000
MOST_INK = 1500.0
"""Half circumferences of the picture: how far all its lines may run in sum."""
MOST_AREA = 40.0
"""Pictures: what all its shapes may cover in sum."""
MOST_SQUARES = 1e8
"""The numbers of each path, squared and added: a rasteriser takes the square of a path's edges in the worst case.

Together these keep a drawing that was made to hurt within some two seconds at 1920 x 1080; usual ones take 0.1.
"""
WIDEST = 0.1
"""Of a line: how much of the picture's width and height together."""

SVG = "http://www.w3.org/2000/svg"
_SHAPES = frozenset({"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"})
_KNOWN = _SHAPES | {"svg", "g", "defs", "linearGradient", "radialGradient", "stop", "title", "desc", "metadata", "style"}
_NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"
_TOKEN = re.compile(rf"[A-Za-z]|{_NUMBER}")
_OUTSIDE = re.compile(r"url\s*\(\s*['\"]?\s*(?!#)|@import|expression\s*\(|javascript:", re.IGNORECASE)
_TAKES = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "s": 4, "q": 4, "t": 2, "a": 7, "z": 0}


class _Refused(Exception):
    """The drawing is not shown: for the reason that it says."""


def fault(data: bytes) -> str | None:
    """Return why a drawing cannot be shown, as the end of a sentence about it; None where it can. Never raises."""
    if len(data) > MOST_BYTES:
        return f"is a drawing of more than {MOST_BYTES // 1_000_000} MB; save it as PNG"
    if b"\0" in data or data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "is not saved as UTF-8"
    try:
        data.decode()
        reader = _Reader()
        reader.parser.Parse(data, True)
        reader.finish()
    except UnicodeDecodeError:
        return "is not saved as UTF-8"
    except expat.ExpatError as error:
        return f"cannot be read as SVG (line {error.lineno})"
    except _Refused as refused:
        return str(refused)
    except (ValueError, OverflowError, RecursionError):
        return "cannot be read as SVG"
    return None


class _Reader:
    """Goes through a drawing once, adding up how much there is to paint."""

    def __init__(self) -> None:
        self.parser = expat.ParserCreate("utf-8", "}")
        self.parser.StartElementHandler = self._begins
        self.parser.EndElementHandler = self._ends
        self.parser.CharacterDataHandler = self._says
        self.parser.StartDoctypeDeclHandler = self._declares
        self.parser.EntityDeclHandler = self._declares
        self.parser.ProcessingInstructionHandler = self._instructs
        self.elements = self.numbers = 0
        self.ink = self.area = self.squares = 0.0
        self.scales = [1.0]
        self.side = self.surface = 0.0
        self.styles: list[str] = []
        self.in_style = 0

    def finish(self) -> None:
        if _OUTSIDE.search("".join(self.styles)) or "dasharray" in "".join(self.styles):
            raise _Refused("has a style that is not read here; save it as plain SVG, or as PNG")
        self.wide("".join(self.styles), 1.0)

    def _declares(self, *_: object) -> None:
        raise _Refused("declares a document type or an entity; save it as plain SVG")

    def _instructs(self, *_: object) -> None:
        raise _Refused("refers to a style sheet; save it as plain SVG")

    def _says(self, text: str) -> None:
        if self.in_style:
            self.styles.append(text)

    def _ends(self, name: str) -> None:
        self.scales.pop()
        self.in_style -= name == f"{SVG}}}style"

    def _begins(self, name: str, attributes: Mapping[str, str]) -> None:
        self.elements += 1
        if self.elements > MOST_ELEMENTS:
            raise _Refused(f"has more than {MOST_ELEMENTS} parts; save it as PNG")
        if len(self.scales) > MOST_DEPTH:
            raise _Refused(f"has more than {MOST_DEPTH} groups within each other; save it as PNG")
        space, _, kind = name.rpartition("}")
        if self.elements == 1:
            self._root(space, kind, attributes)
        if space == SVG and kind not in _KNOWN:
            raise _Refused(f"uses <{_short(kind)}>, which is not drawn here; turn it into paths, or save it as PNG")
        self.in_style += kind == "style" and space == SVG
        for key, value in attributes.items():
            _allowed(key.rpartition("}")[2], value, gradient=kind.endswith("Gradient"))
        scale = self.scales[-1] * _scale(attributes.get("transform", ""))
        if not scale < 1e6:
            raise _Refused("is scaled beyond measure; save it as plain SVG at its own size")
        self.scales.append(scale)
        self.wide(f"stroke-width={attributes.get('stroke-width', '')};{attributes.get('style', '')}", scale)
        if space == SVG and kind in _SHAPES:
            self._shape(kind, attributes, scale)

    def _root(self, space: str, kind: str, attributes: Mapping[str, str]) -> None:
        if kind != "svg" or space != SVG:
            raise _Refused("is not an SVG drawing")
        box = [float(number) for number in re.findall(_NUMBER, attributes.get("viewBox", ""))]
        size = [float(found[0]) for key in ("width", "height") if (found := re.findall(_NUMBER, attributes.get(key, "")))]
        width, height = box[2:] if len(box) == 4 else size if len(size) == 2 else (0.0, 0.0)
        if not (1 <= width <= 20_000 and 1 <= height <= 20_000):
            raise _Refused("does not say how large it is; give it a viewBox of 1 to 20000 units")
        if not 1 / 8 <= width / height <= 8:
            raise _Refused("is more than eight times as long as it is wide")
        self.side, self.surface = width + height, width * height

    def _shape(self, kind: str, attributes: Mapping[str, str], scale: float) -> None:
        given = {key: float(found[0]) for key, value in attributes.items() if (found := re.findall(_NUMBER, value[:40]))}

        def of(*keys: str) -> list[float]:
            return [given.get(key, 0.0) for key in keys]

        numbers = 4
        match kind:
            case "path":
                tokens = _TOKEN.findall(attributes.get("d", ""))
                numbers = len(tokens)
                points = _points(tokens) if self.numbers + numbers <= MOST_NUMBERS else []
            case "polyline" | "polygon":
                found = re.findall(_NUMBER, attributes.get("points", ""))
                numbers = len(found)
                points = _pairs([float(number) for number in found]) if self.numbers + numbers <= MOST_NUMBERS else []
            case "line":
                points = _pairs(of("x1", "y1", "x2", "y2"))
            case "rect":
                x, y, width, height = of("x", "y", "width", "height")
                points = [(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)]
            case _:
                x, y, r, rx, ry = of("cx", "cy", "r", "rx", "ry")
                rx, ry = max(r, rx), max(r, ry)
                points = [(x - rx, y - ry), (x + rx, y - ry), (x + rx, y + ry), (x - rx, y + ry), (x - rx, y - ry)]
        self.numbers += numbers
        self.squares += numbers**2
        if self.numbers > MOST_NUMBERS or self.squares > MOST_SQUARES:
            raise _Refused("has more curves than are drawn here; simplify its paths, or save it as PNG")
        if not points:
            return
        xs, ys = [x for x, _ in points], [y for _, y in points]
        self.ink += _run(points) * scale
        self.area += min(self.surface, (max(xs) - min(xs)) * (max(ys) - min(ys)) * scale * scale)
        if not (self.ink <= MOST_INK * self.side and self.area <= MOST_AREA * self.surface):
            raise _Refused("would take long to draw; simplify its paths, or save it as PNG")

    def wide(self, text: str, scale: float) -> None:
        """Refuse a line that is wider than any that is drawn.

        Raises:
            _Refused: one of the widths in a text is too large.
        """
        if any(float(width) * scale > WIDEST * self.side for width in re.findall(rf"stroke-width\s*[:=]\s*({_NUMBER})", text)):
            raise _Refused("has lines wider than a tenth of the picture; draw them as shapes, or save it as PNG")


def _short(name: str) -> str:
    return shown(name, 24)[1:-1]


def _allowed(key: str, value: str, *, gradient: bool) -> None:
    if key == "href" and not (gradient and value.startswith("#")):
        raise _Refused("refers to another file or part; save it as plain SVG with everything in it, or as PNG")
    if key.lower().startswith("on"):
        raise _Refused("holds a script; save it as plain SVG")
    if _OUTSIDE.search(value):
        raise _Refused("refers to something outside itself; save it as plain SVG with everything in it")
    if ("dasharray" in key or "dasharray" in value) and value.strip() != "none" and not re.search(r"dasharray\s*:\s*none", value):
        raise _Refused("has dashed lines, which are not drawn here; turn them into paths, or save it as PNG")


def _scale(transform: str) -> float:
    """Return how much larger a transform makes things, at the most."""
    scale = 1.0
    for name, inside in re.findall(r"(\w+)\s*\(([^)]*)\)", transform):
        numbers = [abs(float(number)) for number in re.findall(_NUMBER, inside)]
        if name == "scale" and numbers:
            scale *= max(numbers)
        elif name == "matrix" and len(numbers) == 6:
            scale *= sum(numbers[:4])
        elif name in ("skewX", "skewY") and numbers:
            scale *= 1 + abs(math.tan(math.radians(min(numbers[0], 89.9))))
    return scale


def _pairs(numbers: list[float]) -> list[tuple[float, float]]:
    return list(zip(numbers[::2], numbers[1::2], strict=False))


def _run(points: list[tuple[float, float]]) -> float:
    return sum(abs(b[0] - a[0]) + abs(b[1] - a[1]) for a, b in pairwise(points))


def _points(tokens: list[str]) -> list[tuple[float, float]]:
    """Return the points of a path and those that bend it, in order."""
    x = y = 0.0
    begun = (0.0, 0.0)
    found: list[tuple[float, float]] = []
    for command, numbers in _steps(tokens):
        base = (x, y) if command.islower() else (0.0, 0.0)
        match command.lower():
            case "h":
                points = [(base[0] + numbers[0], y)]
            case "v":
                points = [(x, base[1] + numbers[0])]
            case "a":
                width, height = abs(numbers[0]), abs(numbers[1])
                points = [(x - width, y - height), (x + width, y + height), (base[0] + numbers[5], base[1] + numbers[6])]
            case "z":
                points = [begun]
            case _:
                points = [(base[0] + px, base[1] + py) for px, py in _pairs(numbers)]
                if command in "sStT" and found:  # the point that is not written mirrors the last one that bent the path
                    points.insert(0, (2 * x - found[-2][0], 2 * y - found[-2][1]) if len(found) > 1 else (x, y))
        x, y = points[-1]
        if command in "mM":
            begun = (x, y)
        found += points
    return found


def _steps(tokens: list[str]) -> Iterator[tuple[str, list[float]]]:
    command, numbers = "", list[float]()
    for token in tokens:
        if token.isalpha():
            command, numbers = token, []
            if token.lower() not in _TAKES:
                raise _Refused("has a path that cannot be read")
            if token in "zZ":
                yield token, []
            continue
        if command.lower() in ("", "z"):
            raise _Refused("has a path that cannot be read")
        numbers.append(float(token))
        if len(numbers) == _TAKES[command.lower()]:
            yield command, numbers
            numbers = []
