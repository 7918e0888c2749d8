"""`discussion:` → the three questions with which a room looks back."""

from __future__ import annotations

from game.authoring.diagnostic import Edit
from game.authoring.draft import Draft
from game.authoring.marks import Map, Node, Scalar
from game.authoring.quoting import quoted
from game.authoring.safe_text import shown
from game.story.model import LONGEST_QUESTION

QUESTIONS = 3
"""What happened, so what, now what. Source: Borton, Reach, Touch, and Teach, 1970."""
_HOW = "write three questions, each with a dash before it: what happened, so what, now what"
_SHORTER = "ask one thing, in one sentence; it is read from the last row"


def discussion(draft: Draft, key: Scalar, node: Node) -> tuple[str, ...]:
    """Return the three questions; none where they are not three, or one of them will not do."""
    members = draft.seq(node, "`discussion`", _HOW)
    if members and len(members) != QUESTIONS:
        draft.error("CF121", key, f"`discussion` holds {_counted(len(members))}, and three belong there", _cure(len(members)))
    asked = [_question(draft, one) for one in members]
    return tuple(asked) if len(asked) == QUESTIONS and all(asked) else ()


def _question(draft: Draft, node: Node) -> str:
    if type(node) is Map and len(node.keys) == 1 and type(rest := node.items[node.keys[0].value]) is Scalar:
        head = node.keys[0]
        whole = f"{head.value}: {rest.value}".strip()
        edits: tuple[Edit, ...] = ()
        if rest.start_mark.line == rest.end_mark.line == head.start_mark.line and not rest.style and not head.style:
            start, end = (draft.faults.offset(mark.line, mark.column) for mark in (head.start_mark, rest.end_mark))
            old = draft.faults.text[start:end]
            edits = draft.faults.edit(head.start_mark.line, head.start_mark.column, old, quoted(old), safe=True, title="put it in double quotes")
        draft.error("CF014", head, f"the colon after {shown(head.value)} ends the question there", f"put the whole question in double quotes: {quoted(whole)}", edits)
        return ""
    return draft.brief(node, "a question", LONGEST_QUESTION, _SHORTER)


def _counted(number: int) -> str:
    return "one question" if number == 1 else f"{number} questions"


def _cure(number: int) -> str:
    if number > QUESTIONS:
        return "keep the three that lead from what happened, by why it matters, to what to do now"
    return _HOW
