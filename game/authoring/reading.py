"""A path → a `Reading`: text, tree, scenario, and all faults at once. Nothing that a file holds makes this raise."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from game.authoring import pictures, unsaid
from game.authoring.art import Art
from game.authoring.build import begun, build, early
from game.authoring.diagnostic import Faults, Reading, Severity
from game.authoring.draft import Draft
from game.authoring.marks import Early, Refused, Tree, YAMLError, tree
from game.authoring.places import Places
from game.authoring.source import PACK, Unread, scenario_file, text_of
from game.authoring.syntax import explained
from game.story.model import Scenario


def read(path: Path, *, art: Art | None = None) -> Reading:
    """Return what came of a YAML file, of a folder that holds scenario.yaml, or of a pack.

    Args:
        path: the file, folder or pack.
        art: which drawings there are; None: nothing is said about art.
    """
    path = Path(path)
    file = _file(path)
    text = text_of(file)
    if isinstance(text, Unread):
        return Reading(None, unread(path if text.code.startswith("CF70") else file, text), path, "")
    if art is None:
        return read_text(text, file=file, path=path)
    return _with_pictures(text, file, path, art)


def _with_pictures(text: str, file: Path, path: Path, art: Art) -> Reading:
    """Return what came of a text, with a word about each of the author's own pictures that will not be shown."""
    folder = file.parent / "pictures"
    own = pictures.brought(folder)
    if own:
        art = replace(art, people=art.people | own.keys(), places=art.places | own.keys())
    reading = read_text(text, file=file, path=path, art=art)
    if reading.scenario is None:
        return reading
    # several YAML files in one folder may share the pictures beside them
    found = tuple(pictures.faults(reading.scenario, folder, alone=file.name == "scenario.yaml"))
    return replace(reading, diagnostics=(*reading.diagnostics, *found)) if found else reading


def read_text(text: str, *, file: Path, path: Path | None = None, art: Art | None = None) -> Reading:
    """Return what came of a text that is already read, with plain line ends."""
    with _uncollected():
        faults, scenario, places = _told(str(file), text, art, _id(file))
    return Reading(scenario if not faults.errors else None, faults.all(), path or file, text, places)


def _told(file: str, text: str, art: Art | None, name: str) -> tuple[Faults, Scenario | None, Places | None]:
    """Return what is wrong with a text but for what its author allows, the scenario, and the places."""
    faults = Faults(file, text)
    scenario, places, draft = _built(faults, art, name)
    unsaid.check(faults)
    if draft is None or places is None or not draft.allowing:
        return faults, scenario, places
    from game.authoring import allowances

    allowed = allowances.Allowed({key.value: "" for key in draft.allowing}, places)
    if not allowed:
        return faults, scenario, places
    if faults.untold:  # what is allowed takes no room from what is not
        faults = Faults(file, text, allowed=allowed)
        scenario, places, draft = _built(faults, art, name)
        unsaid.check(faults)
    faults.allow(allowed)
    if draft is not None:
        allowances.unused(draft, allowed, faults)
    return faults, scenario, places


def _built(faults: Faults, art: Art | None, name: str) -> tuple[Scenario | None, Places | None, Draft | None]:
    drafts: list[Draft] = []

    def anew() -> Early:
        drafts.append(begun(Faults(faults.file, faults.text, faults.aside, faults.allowed), art))
        return early(drafts[-1])

    found = sound_tree(faults, anew)
    if found is None:
        return None, None, None
    draft = drafts[-1]
    scenario = build(draft, found, name, fingerprint(faults.text))
    faults.take(draft.faults)
    return scenario, Places(faults.text, draft.people_keys, draft.scene_keys, draft.choice_ids), draft


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
        from game.authoring.diagnostic import Span

        found = replace(found, span=Span(why.line + 1, why.column + 1, why.column + 2))
    return (found,)


def _file(path: Path) -> Path:
    try:
        return scenario_file(path)
    except (OSError, ValueError):
        return path


def _id(file: Path) -> str:
    if file.name != "scenario.yaml":
        return file.stem
    folder = file.resolve().parent
    return (folder.stem if folder.suffix.lower() == PACK else folder.name) or "scenario"
