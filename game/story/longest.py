"""About how many moments a play has at the most: what "Moment 3 of 7" says."""

from __future__ import annotations

from functools import lru_cache

from game.story.model import Scenario


def longest(scenario: Scenario) -> int:
    """Return about how many moments a play has at the most, counting each scene once."""
    ways = []
    for scene in scenario.scenes.values():
        onward = [way.to for way in scene.next]
        for choice in scene.choices:
            onward += [way.to for way in choice.next]
            if choice.ask:
                onward += [way.to for branch in (choice.ask.granted, choice.ask.refused) for way in branch.next]
        ways.append((scene.id, tuple(dict.fromkeys(onward)), bool(scene.choices)))
    return _longest(scenario.fingerprint, tuple(ways), scenario.start)


@lru_cache(64)
def _longest(fingerprint: str, ways: tuple[tuple[str, tuple[str, ...], bool], ...], start: str) -> int:
    graph = {scene: (onward, counts) for scene, onward, counts in ways}
    best: dict[str, int] = {}
    # depth first without recursion: a story may be thousands of scenes long; a way back to a scene that is still
    # being looked at counts nothing
    ahead = [(start, iter(graph[start][0]))]
    seen = {start}
    while ahead:
        scene, onward = ahead[-1]
        to = next((way for way in onward if way not in seen), None)
        if to is not None:
            seen.add(to)
            ahead.append((to, iter(graph[to][0])))
            continue
        ahead.pop()
        best[scene] = max((best.get(way, 0) for way in graph[scene][0]), default=0) + graph[scene][1]
    return best[start]
