"""The shorter play for a room, as a scenario that plays, and is analysed, by itself."""

from __future__ import annotations

from dataclasses import replace

from game.story.model import Bridge, Cut, Scenario, Scene, Way


def cut(scenario: Scenario) -> Scenario:
    """Return the cut of a scenario; the scenario itself where it has none.

    It starts at the first of the cut's moments. A bridged scene is passed through: its bridge's script and way on
    stand for its own, and what was deferred to it lands there all the same. Scenes that it can no longer reach are
    left out, and so are entries deferred to them: they never come to light.
    """
    shorter = scenario.cut
    if shorter is None or not shorter.moments:
        return scenario
    scenes = {
        name: _passed(scene, shorter.bridges[name]) if name in shorter.bridges else scene
        for name, scene in scenario.scenes.items()
    }
    reached = _reached(scenes, shorter)
    return replace(
        scenario,
        id=f"{scenario.id}:cut",
        minutes=shorter.minutes,
        start=shorter.moments[0],
        scenes={name: scene for name, scene in scenes.items() if name in reached or _named(name, scenes, reached)},
        cut=None,
        fingerprint=f"{scenario.fingerprint}:cut" if scenario.fingerprint else "",
    )


def _passed(scene: Scene, bridge: Bridge) -> Scene:
    return replace(scene, script=bridge.script, choices=(), next=bridge.next)


def _reached(scenes: dict[str, Scene], shorter: Cut) -> set[str]:
    found: set[str] = set()
    ahead = [shorter.moments[0]]
    while ahead:
        name = ahead.pop()
        if name not in found:
            found.add(name)
            ahead.extend(way.to for way in _ways(scenes[name]))
    return found


def _ways(scene: Scene) -> list[Way]:
    ways = list(scene.next)
    for choice in scene.choices:
        ways += choice.next
        if choice.ask is not None:
            ways += (*choice.ask.granted.next, *choice.ask.refused.next)
    return ways


def _named(name: str, scenes: dict[str, Scene], reached: set[str]) -> bool:
    """Return whether something is deferred to this scene, which must then stand in the scenario, though unreached."""
    for other in reached:
        for choice in scenes[other].choices:
            branches = (choice.ask.granted, choice.ask.refused) if choice.ask else ()
            if any(later.at == name for later in (*choice.later, *(each for b in branches for each in b.later))):
                return True
    return False
