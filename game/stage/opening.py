"""What stands before the first scene, as a view."""

from __future__ import annotations

from game.stage.screens.briefing import Briefing, known
from game.stage.views import Setting, Who, who
from game.story.longest import longest
from game.story.model import YOU, Scenario
from game.story.playthrough import start


def briefing(scenario: Scenario, best: int | None) -> Briefing:
    """Return who the player is, what they want, and whom they will meet; `best` is the best score so far."""
    state = start(scenario)
    here = scenario.scenes[scenario.start]
    cast: list[Who] = [who(state, person, here) for person in scenario.people]
    setting = Setting(here.id, here.place, here.light, here.time, 0, longest(scenario), scenario.title)
    you = who(state, YOU, here)
    return Briefing(
        setting, scenario.headline, scenario.summary, scenario.minutes, you, scenario.you.wants,
        scenario.you.pressure, known(cast), best,
    )
