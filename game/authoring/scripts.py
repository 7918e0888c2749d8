"""`script:` → parts with their paragraphs."""

from __future__ import annotations

from game.authoring.diagnostic import Severity, Span
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
        draft.error("CF410", node, "a script is folded by `>`, which runs its lines together", "write `|` instead")
        return ()
    if node.style != "|" and node.end_mark.line != node.start_mark.line:
        draft.error("CF410", node, "a script of several lines stands without `|`, so its lines run together", _HOW)
        return ()
    slips: list[Slip] = []
    told = paragraphs(text, draft.casting, slips)
    lines = text.split("\n") if slips else []
    for slip in slips:
        severity = Severity.WARNING if slip.warning else Severity.ERROR
        draft.faults.add(slip.code, severity, _place(draft, node, slip, lines[slip.line]), slip.message, slip.help)
    if not told and not slips:
        draft.error("CF108", node, "a script is empty", _HOW)
    return told


def _place(draft: Draft, node: Scalar, slip: Slip, text: str) -> Span:
    if node.style != "|":
        return draft.within(node, slip.start, slip.end)
    lines = draft.faults.lines
    line = node.start_mark.line + 1 + slip.line
    source = lines[line] if line < len(lines) else ""
    indent = max(0, len(source.rstrip()) - len(text.rstrip()))
    return draft.faults.span(line, indent + slip.start, indent + slip.end)
