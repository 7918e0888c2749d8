"""A path → a `Reading`: text, tree, scenario, and all faults at once. Nothing that a file holds makes this raise."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from game.authoring.art import Art
from game.authoring.build import begun, build, early
from game.authoring.diagnostic import Faults, Reading, Severity
from game.authoring.draft import Draft
from game.authoring.marks import Early, Refused, Tree, YAMLError, tree
from game.authoring.places import Places
from game.authoring.source import Unread, scenario_file, text_of
from game.authoring.syntax import explained
from game.story.model import Scenario


def read(path: Path, *, art: Art | None = None) -> Reading:
    """Return what came of a YAML file, or of a folder that holds scenario.yaml.

    Args:
        path: the file or folder.
        art: which drawings there are; None: nothing is said about art.
    """
    path = Path(path)
    file = _file(path)
    text = text_of(file)
    if isinstance(text, Unread):
        return Reading(None, unread(file, text), path, "")
    return read_text(text, file=file, path=path, art=art)


def read_text(text: str, *, file: Path, path: Path | None = None, art: Art | None = None) -> Reading:
    """Return what came of a text that is already read, with plain line ends."""
    faults = Faults(str(file), text)
    with _uncollected():
        scenario, places = _built(faults, art, _id(file))
    return Reading(scenario if not faults.errors else None, faults.all(), path or file, text, places)


def _built(faults: Faults, art: Art | None, name: str) -> tuple[Scenario | None, Places | None]:
    drafts: list[Draft] = []

    def anew() -> Early:
        drafts.append(begun(Faults(faults.file, faults.text), art))
        return early(drafts[-1])

    found = sound_tree(faults, anew)
    if found is None:
        return None, None
    draft = drafts[-1]
    scenario = build(draft, found, name, fingerprint(faults.text))
    faults.take(draft.faults)
    return scenario, Places(faults.text, draft.people_keys, draft.scene_keys, draft.choice_ids)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the garbage collector from going through a half-built tree again and again: it doubles the time.

    What was built is put among the old objects at once, as it would be in the end.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            if not gc.get_freeze_count():
                gc.freeze()
                gc.unfreeze()
            gc.enable()


def fingerprint(text: str) -> str:
    """Return 32 hexadecimal digits that stand for a text; line ends make no difference."""
    return hashlib.sha256(text.replace("\r\n", "\n").encode(errors="replace")).hexdigest()[:32]


def sound_tree(faults: Faults, early: Callable[[], Early] | None = None) -> Tree | None:
    """Return the tree of a text; None where it is not YAML of the kind that is read on. Says why.

    A line that is a fault by itself (a colon in a sentence, say) is noted and set aside, so that the next is found too.
    `early` gives, for each attempt anew, what `marks.tree` offers the scenes to.
    """
    text, before = faults.text, ""
    for _ in range(max(1, min(20, 2_000_000 // (len(text) + 1)))):
        try:
            found = tree(text, early() if early is not None else None)
        except Refused as refused:
            mark = refused.event.start_mark
            end = refused.event.end_mark
            faults.add(
                refused.code, Severity.ERROR,
                faults.span(mark.line, mark.column, end.column if end.line == mark.line else None), refused.message, refused.mend,
            )
            return None
        except YAMLError as error:
            mended = explained(error, text, faults, before)
            if mended is None or mended[1] == text:
                return None
            before, text = mended
            continue
        for event, what in found.shorthand:
            start, end = event.start_mark, event.end_mark
            faults.add(
                "CF009", Severity.ERROR, faults.span(start.line, start.column, end.column if end.line == start.line else None),
                f"{what} of YAML is not read here", "if it belongs to a sentence, put the sentence in double quotes; otherwise write the text out",
            )
        return None if found.shorthand else found
    return None


def unread(file: Path, why: Unread) -> tuple:  # type: ignore[type-arg]
    """Return the one diagnostic of a file that gave no text."""
    faults = Faults(str(file))
    faults.add(why.code, Severity.ERROR, None, why.message, why.help)
    (found,) = faults.all()
    if why.line is not None:
        from dataclasses import replace

        from game.authoring.diagnostic import Span

        found = replace(found, span=Span(why.line + 1, why.column + 1, why.column + 2))
    return (found,)


def _file(path: Path) -> Path:
    try:
        return scenario_file(path)
    except (OSError, ValueError):
        return path


def _id(file: Path) -> str:
    return file.resolve().parent.name or "scenario" if file.name == "scenario.yaml" else file.stem
