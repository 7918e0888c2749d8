"""`script:` → parts with their paragraphs."""

from __future__ import annotations

from game.authoring.diagnostic import Edit, Severity, Span
from game.authoring.draft import Draft
from game.authoring.marks import Map, Node, Scalar, Seq
from game.authoring.screenplay import Slip, paragraphs
from game.authoring.source import UNWANTED
from game.story.condition import ALWAYS
from game.story.model import Paragraph, Part, Script

_HOW = "write `script: |` and the text below it, indented"


def script(draft: Draft, node: Node) -> Script:
    """Return a script: a text, or a list of texts and `{when, text}`."""
    if type(node) is Scalar:
        told = _told(draft, node)
        return (Part(ALWAYS, told),) if told else ()
    if type(node) is not Seq:
        draft.error("CF104", node, "a script wants a text, and this is keys and values", _HOW)
        return ()
    parts = []
    for one in draft.seq(node, "`script`", _HOW):
        if type(one) is Map:
            draft.known(one, ("when", "text"), "a part of a script")
            text = draft.required(one, "text", "a part of a script", one, "add `text: |` and the text below it")
            when = draft.when(one.items.get("when"))
            if text is not None and type(text) is not Scalar:
                draft.text(text, "`text`")
            elif text is not None:
                parts.append(Part(when, _told(draft, text)))
        elif type(one) is Scalar:
            parts.append(Part(ALWAYS, _told(draft, one)))
        else:
            draft.error("CF104", one, "a part of a script wants a text, and this is a list", _HOW)
    return tuple(parts)


def _told(draft: Draft, node: Scalar) -> tuple[Paragraph, ...]:
    text = node.value
    if UNWANTED.search(text):
        draft.hidden(node, "the script")
        return ()
    if node.style == ">":
        draft.error("CF410", node, "a script is folded by `>`, which runs its lines together", "write `|` instead", _bar(draft, node))
        return ()
    if node.style != "|" and node.end_mark.line != node.start_mark.line:
        draft.error("CF410", node, "a script of several lines stands without `|`, so its lines run together", _HOW)
        return ()
    slips: list[Slip] = []
    told = paragraphs(text, draft.casting, slips)
    silent = not told and not slips
    if slips and not draft.people:  # who they are cannot be known, and that is told already
        slips = [slip for slip in slips if slip.code != "CF209"]
    lines = text.split("\n") if slips else []
    for slip in slips:
        severity = Severity.WARNING if slip.warning else Severity.ERROR
        place = _place(draft, node, slip, lines[slip.line])
        draft.faults.add(slip.code, severity, place, slip.message, slip.help, _edits(draft, place, slip, lines[slip.line]))
    if silent:
        draft.error("CF108", node, "a script is empty", _HOW)
    return told


def _bar(draft: Draft, node: Scalar) -> tuple[Edit, ...]:
    return draft.faults.edit(node.start_mark.line, node.start_mark.column, ">", "|", safe=True)


def _edits(draft: Draft, place: Span, slip: Slip, text: str) -> tuple[Edit, ...]:
    if slip.better is None:
        return ()
    old = text[slip.start : slip.end if slip.stop is None else slip.stop]
    return draft.faults.edit(place.line - 1, place.column - 1, old, slip.better, safe=slip.sure)


def _place(draft: Draft, node: Scalar, slip: Slip, text: str) -> Span:
    if node.style != "|":
        return draft.within(node, slip.start, slip.end)
    lines = draft.faults.lines
    line = node.start_mark.line + 1 + slip.line
    source = lines[line] if line < len(lines) else ""
    indent = max(0, len(source.rstrip()) - len(text.rstrip()))
    return draft.faults.span(line, indent + slip.start, indent + slip.end)
