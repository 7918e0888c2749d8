"""CF634 bare-moment

What it finds   A scene with choices in which everything is said and nothing told.
Why it matters  The skill is noticing. Without a hand, a coat or a cup there is nothing to notice, and the choice is about words.
Example         leslie (warm): Sure. Sure.
Instead         leslie (warm): Sure. Sure.
                She tears a sugar and does not pour it.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.studio.prose import narration, paragraphs
from game.studio.smells.finding import Finding
from game.studio.smells.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    for scene in subject.moments:
        if scene.script and not narration(paragraphs(scene.script)):
            yield Finding(
                scene.id, "nothing is told in this scene, all is said",
                "add a sentence that names a body or a thing: what can be seen of how somebody feels",
            )
