"""A new scenario's folder: a small one that already plays and whose comments teach the format, or a copy of another."""

from __future__ import annotations

import re
from pathlib import Path

from game.authoring.pictures import MOST_BYTES, brought, folder_of
from game.authoring.source import Unread, bytes_of, scenario_file, text_of

SCHEMA = "schema.json"
"""The file that editors read for completion, beside the scenario."""
POINTER = f"# yaml-language-server: $schema={SCHEMA}\n"
"""The first line of a scenario; VS Code's YAML extension and others follow it."""
PICTURES = """Pictures of your own go here, and are shown instead of the drawn ones:
a person as ada.png, 800 by 900 and see-through around them; a place as stairs.png, 16 to 9.
PNG, SVG, WebP or JPEG, at most 8 MB each.
"""
LONGEST_NAME = 60

_NAME = re.compile(r"[A-Za-z0-9](?:[\w -]*\w)?")
_TITLE = re.compile(r"^title:.*$", re.MULTILINE)
_HEADLINE = re.compile(r"^headline:.*\n", re.MULTILINE)


class CannotStart(Exception):
    """A folder for a scenario cannot be made; its text says why, and what to write instead."""


def begin(folder: Path, template: Path, *, title: str | None, schema: str) -> tuple[Path, ...]:
    """Make a folder with a scenario in it, and return the files that were made.

    Args:
        folder: what is to be made; its name is the scenario's id.
        template: a folder or a pack with scenario.yaml, and perhaps tests.yaml and pictures, or a single file.
        title: of the new scenario; None: that of the template, for the starter, or made of the folder's name.
        schema: the text of the JSON Schema that is laid beside it.

    Raises:
        CannotStart: the name will not do, something of that name is there already, or the disk does not allow it.
    """
    _check(folder)
    source = scenario_file(template)
    text = text_of(source)
    if isinstance(text, Unread):
        raise CannotStart(f"{source} cannot be read: {text.message}")
    tests = bytes_of(source.parent / "tests.yaml")
    pictures = {path.name: bytes_of(path, MOST_BYTES) for path in brought(folder_of(template)).values()}
    made = {
        "scenario.yaml": (POINTER + _titled(text, title).removeprefix(POINTER)).encode(), SCHEMA: schema.encode(),
        **({"tests.yaml": tests} if isinstance(tests, bytes) else {}), "pictures/README.txt": PICTURES.encode(),
        **{f"pictures/{name}": data for name, data in pictures.items() if isinstance(data, bytes)},
    }
    try:
        (folder / "pictures").mkdir(parents=True)
        for name, data in made.items():
            (folder / name).write_bytes(data)
    except OSError as error:
        raise CannotStart(f"{folder} could not be made: {error.strerror or error}") from error
    return tuple(folder / name for name in made)


def title_of(folder: Path) -> str:
    """Return a title made of a folder's name: `the-bus-stop` → `The bus stop`."""
    words = re.sub(r"[-_\s]+", " ", folder.name).strip()
    return words[:1].upper() + words[1:]


def _check(folder: Path) -> None:
    name = folder.name
    if not _NAME.fullmatch(name) or len(name) > LONGEST_NAME:
        plain = re.sub(r"[^A-Za-z0-9]+", "-", name).strip("-").lower()[:LONGEST_NAME].strip("-")
        raise CannotStart(
            f"'{name}' will not do as the name of a folder everywhere: letters, digits and hyphens do. "
            f"Write for example: {plain or 'my-scenario'}"
        )
    if folder.exists() or folder.is_symlink():
        raise CannotStart(f"{folder} is there already, and nothing in it was touched. Write another name.")


def _titled(text: str, title: str | None) -> str:
    if title is None:
        return text
    quoted = '"' + title.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return _HEADLINE.sub("", _TITLE.sub(lambda found: f"title: {quoted}", text, count=1), count=1)
