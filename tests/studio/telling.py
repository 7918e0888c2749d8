"""Random scenarios with parts of scripts that are told only where something holds."""

from dataclasses import replace
from random import Random

from game.story.condition import Condition, Happened, Not
from game.story.model import Narration, Part, Scenario, Script
from tests.builders import at_least


def with_lines(story: Scenario, luck: Random) -> Scenario:
    """Return the scenario with conditional parts, no two alike, in scenes, reactions and answers to asks."""
    choices = [choice.id for scene in story.scenes.values() for choice in scene.choices] or ["none"]
    people = [person.id for person in story.accounts]
    count = 0

    def condition() -> Condition:
        kinds = [at_least(luck.choice(people), luck.randint(-12, 24))] if people else []
        found: Condition = luck.choice([*kinds, Happened((luck.choice(["chose", "granted"]), luck.choice(choices)))])
        return Not(found) if luck.random() < 0.4 else found

    def more(script: Script) -> Script:
        nonlocal count
        parts = list(script)
        for _ in range(luck.choice([0, 0, 1, 1, 2])):
            count += 1
            parts.insert(luck.randint(0, len(parts)), Part(condition(), (Narration(f"Line {count}."),)))
        return tuple(parts)

    scenes = {}
    for name, scene in story.scenes.items():
        made = []
        for choice in scene.choices:
            ask = choice.ask
            if ask is not None:
                granted, refused = (replace(branch, script=more(branch.script)) for branch in (ask.granted, ask.refused))
                ask = replace(ask, granted=granted, refused=refused)
            made.append(replace(choice, script=more(choice.script), ask=ask))
        scenes[name] = replace(scene, script=more(scene.script), choices=tuple(made))
    return replace(story, scenes=scenes)
