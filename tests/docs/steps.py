"""A page of the handbook as steps: what is typed, what is then seen, and which lines are replaced by which."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

PAGES = Path(__file__).resolve().parents[2] / "docs" / "trainers"
_BLOCK = re.compile(r"^```(?P<info>[^\n`]+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Block:
    """A block of code of a page."""

    kind: str
    """The first word behind the backticks."""
    words: tuple[str, ...]
    """Those that follow it."""
    body: str


@dataclass(frozen=True, slots=True)
class Command:
    """A line that is typed, with what is then typed into the program, and what must be seen in this order."""

    typed: str
    answers: tuple[str, ...]
    seen: tuple[str, ...]
    fails: bool
    window: bool


@dataclass(frozen=True, slots=True)
class Edit:
    """Lines of a file, and what they are replaced by."""

    file: str
    old: str
    new: str


def blocks(page: str) -> list[Block]:
    """Return the blocks of a page, in order."""
    text = (PAGES / page).read_text("utf-8")
    return [Block(found["info"].split()[0], tuple(found["info"].split()[1:]), found["body"]) for found in _BLOCK.finditer(text)]


def steps(page: str) -> list[Command | Edit]:
    """Return what somebody does who follows a page to the letter."""
    made: list[Command | Edit] = []
    waiting: tuple[str, str] | None = None
    for block in blocks(page):
        if block.kind == "yaml" and block.words[:2] == ("replace", "in"):
            waiting = (block.words[2], block.body)
        elif block.kind == "yaml" and block.words == ("by",) and waiting is not None:
            made.append(Edit(*waiting, block.body))
            waiting = None
        elif block.kind == "console":
            made.extend(_commands(block))
    return made


def _commands(block: Block) -> list[Command]:
    made: list[Command] = []
    for part in re.split(r"^\$ ", block.body, flags=re.MULTILINE)[1:]:
        typed, *rest = part.splitlines()
        answers = tuple(line[2:] for line in rest if line.startswith("< "))
        seen = tuple(line for line in rest if line.strip() and not line.startswith("< "))
        made.append(Command(typed, answers, seen, "fails" in block.words, "window" in block.words))
    return made
