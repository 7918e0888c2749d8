"""What the core refuses: every error of `game.story` is a StoryError.

StoryError
├── ChoiceNotOffered   a choice was made that the scene does not offer in this state
├── PlayIsOver         a choice was made after the ending
├── NothingOffered     the scene offers no choice in this state, so no play can go on
└── NoEndingReached    no play of the scenario reaches an ending, so it has no figures
"""

from __future__ import annotations


class StoryError(Exception):
    """The core was asked for something that the scenario does not allow."""


class ChoiceNotOffered(StoryError):
    """A choice was made that the scene does not offer in this state."""

    def __init__(self, choice: str, scene: str, *, offered: tuple[str, ...]) -> None:
        self.choice, self.scene, self.offered = choice, scene, offered
        super().__init__(f"{choice!r} is not offered in {scene!r}; offered: {', '.join(offered) or 'nothing'}")


class PlayIsOver(StoryError):
    """A choice was made after the ending."""

    def __init__(self, choice: str, ending: str) -> None:
        self.choice, self.ending = choice, ending
        super().__init__(f"{choice!r} comes after the ending {ending!r}")


class NothingOffered(StoryError):
    """The scene offers no choice in this state, so no play can go on."""

    def __init__(self, scene: str) -> None:
        self.scene = scene
        super().__init__(f"{scene!r} offers nothing in this state")


class NoEndingReached(StoryError):
    """No play of the scenario reaches an ending, so it has no figures."""

    def __init__(self, stuck: tuple[str, ...]) -> None:
        self.stuck = stuck
        super().__init__(f"no play reaches an ending; each sticks in one of: {', '.join(stuck) or 'no scene found'}")
