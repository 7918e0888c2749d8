"""`cut:` → the shorter play for a room, and whether it plays by itself."""

from __future__ import annotations

from game.authoring.choices import ways
from game.authoring.draft import Draft
from game.authoring.flow import targets
from game.authoring.graph import circles, goes_round, reaches
from game.authoring.marks import Map, Node, Scalar
from game.authoring.scripts import script
from game.authoring.suggest import listed
from game.story.model import Bridge, Choice, Cut, Promise, Scenario

_HOW = "write `cut: {minutes: 45, moments: [scene-id, …], bridges: {scene-id: {script: …, next: scene-id}}}`"


def cut(draft: Draft, node: Node | None) -> Cut | None:
    """Return the cut as it was written; whether it plays is `cut_flow`'s to say."""
    found = draft.map(node, "`cut`", _HOW)
    if found is None:
        return None
    draft.known(found, ("minutes", "moments", "bridges"), "`cut`")
    get = found.items.get
    minutes = draft.number(draft.required(found, "minutes", "`cut`", found, "add `minutes: 45`"), "the minutes of the cut", 1, 600)
    moments = []
    for one in draft.seq(draft.required(found, "moments", "`cut`", found, "add `moments: [scene-id, …]`"), "`moments`", _HOW):
        name = draft.name(one, "a moment")
        if name is not None:
            draft.scene_names.append(name)
            moments.append(name.value.strip())
    bridges = {}
    written = draft.map(get("bridges"), "`bridges`", _HOW) if "bridges" in found.items else None
    for key in written.keys if written else ():
        draft.scene_names.append(key)
        bridge = draft.map(written.items.get(key.value) if written else None, f"the bridge '{key.value}'", "write `{script: …, next: scene-id}`")
        if bridge is None:
            continue
        draft.known(bridge, ("script", "next"), "a bridge")
        onward = draft.required(bridge, "next", f"the bridge '{key.value}'", bridge, "add `next: scene-id`")
        bridges[key.value] = Bridge(
            script(draft, bridge.items["script"]) if "script" in bridge.items else (),
            ways(draft, onward) if onward is not None else (),
        )
    return Cut(minutes or 1, tuple(moments), bridges)


def cut_flow(draft: Draft, root: Map, scenario: Scenario) -> None:
    """Note why the cut of a scenario would not play by itself."""
    shorter = scenario.cut
    if shorter is None:
        return
    node = root.items["cut"]
    assert isinstance(node, Map)
    places = _places(node)
    for name in shorter.moments:
        if not scenario.scenes[name].choices:
            draft.error("CF320", places.get(name, node), f"the moment '{name}' of the cut has no choices", "name a scene with choices; others are passed through by themselves")
        if name in shorter.bridges:
            draft.error("CF320", places.get(name, node), f"'{name}' is both a moment and a bridge of the cut", "keep one of the two")
    edges: dict[str, set[str]] = {}
    lasting: dict[str, set[str]] = {}
    waiting = [shorter.moments[0]] if shorter.moments else []
    told: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name in edges:
            continue
        scene = scenario.scenes[name]
        if name in shorter.bridges:
            edges[name] = lasting[name] = {way.to for way in shorter.bridges[name].next}
        elif scene.choices and name not in shorter.moments:
            edges[name] = lasting[name] = set()
            told.add(name)
            continue
        else:
            onward = {way.to for way in scene.next}
            edges[name] = onward.union(*(targets(choice) for choice in scene.choices))
            lasting[name] = onward.union(*(targets(choice) for choice in scene.choices if not choice.once))
        waiting += edges[name]
    for name in sorted(told):
        before = listed(sorted(other for other, to in edges.items() if name in to), 3)
        draft.error("CF322", node.key("moments"), f"the cut comes to '{name}' (from {before}), which has choices and is neither a moment nor a bridge", f"add it to `moments`, or a bridge over it: `{name}: {{next: scene-id}}`")
    for name in (*shorter.moments, *shorter.bridges):
        if name not in edges:
            draft.warning("CF321", places.get(name, node), f"the cut never comes to '{name}'", "lead to it by a bridge, or leave it out")
    if not told and edges and not any(scenario.scenes[name].ending for name in edges):
        draft.error("CF323", node.key("moments"), "the cut reaches no ending", "let the last bridge or moment lead to one")
    names = list(lasting)
    number = {name: index for index, name in enumerate(names)}
    graph = [[number[to] for to in lasting[name]] for name in names]
    for members in circles(graph)[1]:
        if goes_round(graph, members):
            draft.error("CF305", node.key("moments"), f"the cut goes round for ever between {listed(sorted(names[index] for index in members), 5)}", "lead the bridges onward")
    if not told and not draft.faults.errors:
        _lost(draft, scenario, edges)


def _lost(draft: Draft, scenario: Scenario, edges: dict[str, set[str]]) -> None:
    """Note bills that never come in the cut, and promises that a room cannot keep there.

    Args:
        edges: scene of the cut → the scenes to which it may lead.
    """
    assert scenario.cut is not None
    played = {choice.id: choice for name in scenario.cut.moments if name in edges for choice in scenario.scenes[name].choices}
    names = list(edges)
    number = {name: index for index, name in enumerate(names)}
    graph = [[number[to] for to in edges[name]] for name in names]
    group, groups = circles(graph)
    bits = reaches(graph, group, groups)
    for _, name, outcome, at in draft.laters:
        where = at.value.strip()
        if name in played and not any(where in number and bits[group[number[to]]] >> number[where] & 1 for to in targets(played[name], outcome)):
            draft.warning("CF324", at, f"in the cut, what '{name}' defers to '{where}' never comes to light", f"lead the cut through '{where}', by a bridge if it is not to be played")
    given = {promise.id for choice in played.values() for promise in _promises(choice)}
    kept_at_all = {node.value.strip() for _, node in draft.keeps}
    kept_there = {node.value.strip() for name, node in draft.keeps if name in played}
    for promised in sorted(given & (kept_at_all - kept_there)):
        draft.warning("CF324", draft.promise_keys[promised], f"in the cut, no choice keeps the promise '{promised}', so a room always breaks it", "add the scene in which it is kept to `moments`, or take out the one in which it is given")


def _promises(choice: Choice) -> list[Promise]:
    branches = (choice.ask.granted, choice.ask.refused) if choice.ask is not None else ()
    return [promise for promise in (choice.promise, *(branch.promise for branch in branches)) if promise is not None]


def _places(node: Map) -> dict[str, Scalar]:
    found: dict[str, Scalar] = {}
    bridges, moments = node.items.get("bridges"), node.items.get("moments")
    if isinstance(bridges, Map):
        found |= {key.value: key for key in bridges.keys}
    if moments is not None and not isinstance(moments, Map | Scalar):
        found |= {one.value.strip(): one for one in moments.items if isinstance(one, Scalar)}
    return found
