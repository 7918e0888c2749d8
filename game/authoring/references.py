"""Whether each id that is named anywhere exists."""

from __future__ import annotations

from collections.abc import Collection

from game.authoring.diagnostic import Edit, Severity
from game.authoring.draft import Draft
from game.authoring.expression import Name
from game.authoring.marks import Scalar
from game.authoring.safe_text import shown
from game.authoring.suggest import did_you_mean, listed, near, sure


def check(draft: Draft) -> None:
    """Note each name of a scene, choice, flag or promise that leads nowhere."""
    known = draft.scene_keys
    for node in draft.scene_names:
        if node.value not in known and node.value.strip() not in known and not draft.faults.enough():
            meant = near(node.value, known)
            draft.error(
                "CF201", node, f"{shown(node.value)} is not a scene of this scenario",
                f"write '{meant}'" if meant else f"add the scene under `scenes`, or write one of: {listed(known)}",
                (*draft.respelt(node, known, meant), *_scene_made(draft, node.value.strip())),
            )
    for choice, node in draft.keeps:
        if node.value.strip() not in draft.promises and not draft.faults.enough():
            draft.error("CF206", node, f"'{choice}' keeps {shown(node.value)}, which nobody promised", did_you_mean(node.value, draft.promises, _promise_first(draft)), draft.respelt(node, draft.promises))
    for node, names in draft.markers:
        for name in names:
            _marker(draft, node, name)


def _promise_first(draft: Draft) -> str:
    return f"write one of: {listed(draft.promises)}" if draft.promises else "add a `promise` to an earlier choice"


def _marker(draft: Draft, node: Scalar, name: Name) -> None:
    if draft.faults.told:
        return
    match name.kind:
        case "flag":
            if name.id not in draft.flags:
                _flag(draft, node, name)
        case "chose" | "granted":
            if name.id not in draft.choice_ids:
                _say(draft, node, name, "CF205", f"'{name.kind}.{name.id}' names no choice of this scenario", did_you_mean(name.id, draft.choice_ids, "write the `id` of a choice"), draft.choice_ids)
            elif name.kind == "granted" and name.id not in draft.asks:
                _say(draft, node, name, "CF208", f"the choice '{name.id}' is no ask, so it is never granted", f"write chose.{name.id}, or give the choice an `ask`")
        case _:
            if name.id not in draft.promises:
                _say(draft, node, name, "CF206", f"'{name.kind}.{name.id}' names no promise of this scenario", did_you_mean(name.id, draft.promises, _promise_first(draft)), draft.promises)


def _flag(draft: Draft, node: Scalar, name: Name) -> None:
    message = f"no choice sets the flag {shown(name.id)}, and no person with an account is called so"
    if name.id in draft.choice_ids:
        mend = f"write chose.{name.id}, if the choice of that name is meant"
        _say(draft, node, name, "CF204", message, mend, better=f"chose.{name.id}")
        return
    else:
        meant = near(name.id, draft.flags | draft.accounts)
        mend = f"write '{meant}'" if meant else f"add `set: {name.id}` to an earlier choice{_or_one_of(draft)}"
    _say(draft, node, name, "CF204", message, mend, draft.flags | draft.accounts)


def _or_one_of(draft: Draft) -> str:
    return f", or write one of: {listed(sorted(draft.flags))}" if draft.flags else ""


def _say(
    draft: Draft, node: Scalar, name: Name, code: str, message: str, mend: str, names: Collection[str] = (), better: str | None = None,
) -> None:  # fmt: skip
    meant = near(name.id, names)
    start = name.end - len(name.id) if better is None else name.start
    edits = draft.rewritten(node, better or meant, safe=meant is not None and sure(name.id, names) == meant, start=start, end=name.end)
    draft.faults.add(code, Severity.ERROR, draft.within(node, name.start, name.end), message, mend, edits)


def _scene_made(draft: Draft, name: str) -> tuple[Edit, ...]:
    """Return the edit that writes a scene of that name below the last one: it plays, and waits for its words."""
    if not draft.scene_keys or not draft.usable(name):
        return ()
    last = max(draft.scene_keys.values(), key=lambda key: key.start_mark.line)
    indent = last.start_mark.column
    lines = draft.faults.lines
    line = last.start_mark.line + 1
    end = line
    while line < len(lines) and (not lines[line].strip() or len(lines[line]) - len(lines[line].lstrip()) > indent):
        line += 1
        end = line if lines[line - 1].strip() else end
    room = " " * indent
    made = f"{room}{name}:\n{room}  place: elsewhere\n{room}  script: |\n{room}    To be written.\n{room}  ending: {{title: To be written, letter: I do not know yet how it went on, tone: mixed}}\n"
    at = draft.faults.offset(end, 0)
    if end == len(lines):
        at, made = at - 1, f"\n\n{made}"
    else:
        made = f"\n{made}"
    return (Edit(at, at, made, f"make the scene '{name}'", False),)
