"""Scenes that lead in a circle: makes of them what the format allows, so that every play ends."""

from __future__ import annotations

from collections.abc import Mapping

from game.authoring.flow import MOST_ONCE
from game.authoring.graph import circles as circles_of
from game.studio.twine.pages import Answer, Ids, Note, Page

LEFT = "left-there"
"""The ending to which a circle is left that had no other way out."""


def broken_open(pages: dict[str, Page], start: str, ids: Ids) -> list[Note]:
    """Change the pages so that each circle ends, and return what was changed.

    Choices that lead back are offered once; a page of a circle gets a way out that is always offered; what is too much
    for one circle is taken out. Afterwards `LEFT` may be named as a scene that is still to be made.
    """
    notes: list[Note] = []
    for page in _round(pages):
        if page.next:
            page.answers.append(Answer(ids.new(f"on-{page.id}", "on"), "Go on.", False, page.next))
            page.next = ""
    while True:
        back = _leading_back(pages, start)
        for _, answer in back:
            answer.once = True
        crowded = _crowded(pages, back)
        if crowded is None:
            break
        page, answer = crowded
        page.answers.remove(answer)
        notes.append(Note(page.name, page.line, f"the link “{answer.text}”", f"taken out: a circle of scenes holds at most {MOST_ONCE} choices that lead back"))
    notes.extend(Note(page.name, page.line, f"the link “{answer.text}”", "it leads back, so it is offered only once: every play ends") for page, answer in back)
    for page in _round(pages):
        if page.answers and all(answer.once or answer.when for answer in page.answers):
            page.answers.append(Answer(ids.new(f"leave-{page.id}", "leave"), "Leave it at that.", False, LEFT))
            notes.append(Note(page.name, page.line, "no way out of a circle", "the choice “Leave it at that.” was added: lead it to where it belongs"))
    return notes


def _edges(pages: Mapping[str, Page]) -> tuple[list[str], list[list[int]]]:
    names = list(pages)
    number = {name: index for index, name in enumerate(names)}
    edges = []
    for page in pages.values():
        to = [answer.to for answer in page.answers] or [page.next]
        edges.append([number[name] for name in dict.fromkeys(to) if name in number])
    return names, edges


def _round(pages: Mapping[str, Page]) -> list[Page]:
    """Return the pages from which some way leads back to them."""
    names, edges = _edges(pages)
    _, groups = circles_of(edges)
    return [pages[names[index]] for members in groups for index in members if len(members) > 1 or index in edges[index]]


def _leading_back(pages: Mapping[str, Page], start: str) -> list[tuple[Page, Answer]]:
    """Return the answers that lead to a page from which the way to them came, searched from the start."""
    state: dict[str, int] = {}
    back: list[tuple[Page, Answer]] = []
    for root in (start, *pages):
        if root in state or root not in pages:
            continue
        state[root] = 1
        stack = [(pages[root], iter(_ways(pages[root])))]
        while stack:
            page, ways = stack[-1]
            way = next(ways, None)
            if way is None:
                state[page.id] = 2
                stack.pop()
                continue
            to, answer = way
            if to not in pages:
                continue
            if state.get(to) == 1:
                if answer is not None:
                    back.append((page, answer))
            elif to not in state:
                state[to] = 1
                stack.append((pages[to], iter(_ways(pages[to]))))
    return back


def _ways(page: Page) -> list[tuple[str, Answer | None]]:
    ways: list[tuple[str, Answer | None]] = [(answer.to, answer) for answer in page.answers]
    return ways or ([(page.next, None)] if page.next else [])


def _crowded(pages: Mapping[str, Page], back: list[tuple[Page, Answer]]) -> tuple[Page, Answer] | None:
    """Return a choice that is too much for its circle, or None."""
    names, edges = _edges(pages)
    group, _ = circles_of(edges)
    group_of = dict(zip(names, group, strict=True))
    counted: dict[int, int] = {}
    for page in pages.values():
        for answer in page.answers:
            if answer.once:
                counted[group_of[page.id]] = counted.get(group_of[page.id], 0) + 1
    for page, answer in reversed(back):
        if counted.get(group_of[page.id], 0) > MOST_ONCE:
            return page, answer
    return None
