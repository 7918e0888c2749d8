"""Which screen shows which beat."""

from __future__ import annotations

from game.stage.screens import Screen
from game.stage.screens.account import AccountScreen, BillScreen, PromiseScreen
from game.stage.screens.scene import EndingScreen, ReactionScreen, SceneScreen
from game.stage.views import AccountBeat, Beat, BillBeat, EndingBeat, PromiseBeat, ReactionBeat, SceneBeat


def screen_of(beat: Beat, *, figures: bool = True) -> Screen:
    """Return a new screen for a beat; `figures` says whether balances are printed in its caption."""
    match beat:
        case SceneBeat():
            return SceneScreen(beat, figures=figures)
        case ReactionBeat():
            return ReactionScreen(beat, figures=figures)
        case EndingBeat():
            return EndingScreen(beat, figures=figures)
        case AccountBeat():
            return AccountScreen(beat)
        case BillBeat():
            return BillScreen(beat)
        case PromiseBeat():
            return PromiseScreen(beat)
