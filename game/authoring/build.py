"""The one door: a tree of YAML → a `Scenario`, or the faults for which there is none."""

from __future__ import annotations

from collections.abc import Collection

from game.authoring import flow, references
from game.authoring.art import Art
from game.authoring.cuts import cut, cut_flow
from game.authoring.diagnostic import Faults, Severity
from game.authoring.discussion import discussion
from game.authoring.draft import Draft, kind_of
from game.authoring.marks import Early, Map, Node, Scalar, Tree
from game.authoring.people import people, you
from game.authoring.safe_text import shown
from game.authoring.scenes import scene, scenes
from game.authoring.screenplay import Casting
from game.story.model import YOU, Scenario

KEYS = (
    "coffee_first", "language", "title", "headline", "summary", "minutes", "you", "people", "start", "scenes", "cut", "discussion",
    "expect", "allow",
)
VERSION = 1
MOST_SCENES = 10_000


def begun(faults: Faults, art: Art | None) -> Draft:
    """Return a draft in which nothing stands yet.

    Args:
        faults: where faults are noted.
        art: which drawings there are; None where nothing is to be said about them.
    """
    return Draft(faults, art, Casting({YOU}, {}, art.moods if art is not None and art.moods else None))


def early(draft: Draft) -> Early:
    """Return what builds each scene while the file is still being read, if the people are known by then."""

    def use(root: dict[str, Node], key: Scalar, node: Node) -> bool:
        if not draft.people:
            version = root.get("coffee_first")
            if "people" not in root or type(version) is not Scalar or version.value.strip() != str(VERSION):
                return False
            people(draft, root["people"])
        if not draft.people:
            return False
        scene(draft, key, node)
        return True

    return use


def build(draft: Draft, tree: Tree, name: str, fingerprint: str) -> Scenario | None:
    """Return the scenario; None where there was an error, and then the draft's faults hold all of them.

    Args:
        draft: what was read already.
        tree: the document.
        name: the id of the scenario.
        fingerprint: of its text.
    """
    faults = draft.faults
    root = _root(draft, tree)
    if root is None:
        return None
    scenario = _scenario(draft, root, name, fingerprint)
    references.check(draft)
    if scenario is None or faults.errors:
        return None
    flow.check(draft, scenario)
    cut_flow(draft, root, scenario)
    return None if faults.errors else scenario


def _root(draft: Draft, tree: Tree) -> Map | None:
    root = tree.root
    if root is None:
        draft.faults.add("CF012", Severity.ERROR, None, "the file is empty", "begin it with `coffee_first: 1`, then `title: …`")
        return None
    if type(root) is not Map:
        draft.error("CF100", root, f"a scenario wants keys and values, and this is {kind_of(root)}", "begin the file with `coffee_first: 1`, then `title: …`")
        return None
    for second, first in _without_dash(draft, tree.twice):
        draft.error("CF010", second, f"the key '{second.value}' stands here a second time (first in line {first.start_mark.line + 1})", "delete one of the two, or indent it to where it belongs")
    if tree.more is not None:
        draft.faults.forget()
        draft.error("CF011", tree.more, "a second document begins here", "delete the line `---`: a file holds one scenario")
        return None
    version = root.items.get("coffee_first")
    if version is None:
        if "tests" in root.items and "scenes" not in root.items:
            draft.error("CF100", root.key("tests"), "these are the tests beside a scenario, and not the scenario", "name the scenario.yaml beside it, or the folder: its tests are checked along with it")
            return None
        if not root.items.keys() & {"title", "scenes", "start", "people"}:
            draft.error("CF100", root.keys[0] if root.keys else root, "this is not a scenario", "a scenario begins with `coffee_first: 1`")
            return None
        draft.error("CF101", root.keys[0], "the file does not say which version of the format it is written in", "write `coffee_first: 1` as its first line")
    elif type(version) is not Scalar or version.value.strip() != str(VERSION):
        draft.error("CF101", version, f"the format's version here is {kind_of(version)}, and this game reads version {VERSION}", "write `coffee_first: 1`, or get a newer Coffee First")
        return None
    elif root.keys[0].value != "coffee_first":
        draft.warning("CF101", root.key("coffee_first"), "`coffee_first` is not the first key", "move it to the first line")
    return root


def _without_dash(draft: Draft, twice: list[tuple[Scalar, Scalar]]) -> list[tuple[Scalar, Scalar]]:
    """Tell of choices whose dash is missing, and return the keys that stand twice for another reason."""
    heads = [(second, first) for second, first in twice if second.value == "id" and second.start_mark.column == first.start_mark.column > 4]
    for second, first in heads:
        line, column = second.start_mark.line, second.start_mark.column
        edits = draft.faults.edit(line, column - 2, "  id", "- id", safe=True, title="put a dash before it")
        draft.faults.set_aside(range(first.start_mark.line, _below(draft.faults.lines, line, column)))
        draft.faults.add("CF010", Severity.ERROR, draft.span(second), "a second choice begins here, and no dash stands before its `id`", f"write `- id: …`, the dash {column - 2} spaces from the left", edits, anyway=True)
    def follows(second: Scalar, first: Scalar) -> bool:
        return any(
            first.start_mark.line >= head_first.start_mark.line and second.start_mark.line >= head.start_mark.line
            and second.start_mark.column == head.start_mark.column and first.start_mark.line < head.start_mark.line
            for head, head_first in heads
        )
    return [(second, first) for second, first in twice if not follows(second, first)]


def _below(lines: list[str], line: int, column: int) -> int:
    """Return the first line below one, both from 0, that begins further left than a column."""
    return next((n for n in range(line + 1, len(lines)) if lines[n].strip() and len(lines[n]) - len(lines[n].lstrip()) < column), len(lines))


def _unindented(draft: Draft, root: Map, key: str, keys: Collection[str]) -> None:
    """Say that what belongs below a key stands beside it, and read on as if it stood below."""
    node = root.items.get(key)
    if type(node) is not Scalar or node.value.strip():
        return
    strays = [one for one in root.keys if one.value not in KEYS and type(found := root.items[one.value]) is Map and found.items.keys() & set(keys)]
    if not strays:
        return
    draft.error(
        "CF017", strays[0], f"what belongs below `{key}:` begins in the same column as it", f"put two spaces before this line, and before each line below it that belongs to `{key}`",
    )
    inner = Map()
    inner.start, inner.keys, inner.items = root.start, strays, {one.value: root.items.pop(one.value) for one in strays}
    root.keys = [one for one in root.keys if one.value in root.items]
    root.items[key] = inner


def _scenario(draft: Draft, root: Map, name: str, fingerprint: str) -> Scenario | None:
    _unindented(draft, root, "people", ("name", "role", "capital"))
    _unindented(draft, root, "scenes", ("place", "script", "choices", "ending"))
    draft.known(root, KEYS, "a scenario")
    get = root.items.get
    need = root.keys[0]
    for key, mend in _NEEDED.items():
        draft.required(root, key, "the scenario", need, mend)
    who = you(draft, get("you"))
    if not draft.people:
        people(draft, get("people"))
    scenes(draft, get("scenes"))
    if len(draft.scenes) > MOST_SCENES:
        draft.error("CF008", root.key("scenes"), f"there are more than {MOST_SCENES} scenes", "split the file into several scenarios")
    start = draft.name(get("start"), "`start`")
    if start is not None:
        draft.scene_names.append(start)
    title = draft.text(get("title"), "the title")
    summary = draft.text(get("summary"), "the summary")
    minutes = draft.number(get("minutes"), "the minutes", 1, 600)
    expect = _expect(draft, get("expect"))
    allow = _allow(draft, get("allow"))
    headline = draft.text(get("headline"), "the headline") or title
    shorter = cut(draft, get("cut")) if "cut" in root.items else None
    language = _language(draft, get("language"))
    questions = discussion(draft, root.key("discussion"), root.items["discussion"]) if "discussion" in root.items else ()
    if who is None or start is None:
        return None
    return Scenario(
        name, title, headline, summary, minutes or 1, who, draft.people, start.value.strip(), draft.scenes,
        shorter, expect, allow, fingerprint, questions, language,
    )


_NEEDED = {
    "title": "add `title: …`",
    "summary": "add `summary: …`: two sentences to the player",
    "minutes": "add `minutes: 15`: how long a play takes",
    "you": "add `you: {name: Dana, role: a candidate, wants: to win}`",
    "people": "add `people:` and one line a person below it",
    "start": "add `start: scene-id`: where the play begins",
    "scenes": "add `scenes:` and each scene below it",
}


def _language(draft: Draft, node: Node | None) -> str:
    if node is None:
        return "en"
    from game.authoring.tongues import CODE

    written = draft.text(node, "the language")
    if written and not CODE.fullmatch(written):
        draft.error("CF122", node, f"{shown(written)} is not the code of a language", "write its two letters: `language: en`, `language: es`, `language: de`")
    return written or "en"


def _expect(draft: Draft, node: Node | None) -> tuple[str, ...]:
    from game.authoring.contracts import expected

    return expected(draft, node) if node is not None else ()


def _allow(draft: Draft, node: Node | None) -> dict[str, str]:
    from game.authoring import allowances

    return allowances.read(draft, node) if node is not None else {}


