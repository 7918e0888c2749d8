"""An earlier moment once more: the scene as it was, and what was chosen; read-only."""

from __future__ import annotations

from game.language import _
from game.stage.components import Desk, Hint, double_rule, kicker
from game.stage.gallery import Gallery
from game.stage.intents import Close, Intents
from game.stage.outline import Outline, in_lines
from game.stage.outlines import scripts
from game.stage.page import Galley, Page
from game.stage.screens.scene import Turning, page_before, you_chose
from game.stage.screens.script import flat, last_seen, script
from game.stage.sheet import Scenery, sheet, sheet_pages
from game.stage.typesetting import typographic
from game.stage.views import SceneBeat, said
from game.stage.wording import clock, moment_of
from game.story.model import Choice


class PastScreen(Turning):
    """Shown above a bill, to look at the moment that caused it."""

    def __init__(self, beat: SceneBeat, choice: Choice) -> None:
        super().__init__()
        self.beat, self.choice = beat, choice

    def handle(self, key: str) -> Intents:
        """Return the player's intents."""
        if self.turned(key):
            return ()
        return (Close(),) if key in ("escape", "enter", "space", "s", "left") else ()

    def page(self, desk: Desk, gallery: Gallery) -> Page:
        """Return the scene, and below it what was chosen."""
        palette, width = desk.theme.palette, desk.theme.sheet_w
        size = desk.style("kicker").size
        galleys = flat(script(desk, self.beat.script, width))
        galleys += [
            Galley(double_rule(0, 0, width, palette.ink), 15, before=20, tied=True),
            Galley((kicker(desk, you_chose(spoken=self.choice.spoken), 0, size, palette.tomato),), size * 1.5, before=14, tied=True),
            desk.setter.text(typographic(said(self.choice)), desk.style("said"), palette.ink, width, even=True),
        ]
        hints = (Hint("Esc", _("back to where you were"), "escape"), page_before())
        pages = sheet_pages(desk, galleys, hints)
        opened = self.count(len(pages))
        scenery = Scenery(self.beat.setting, last_seen(self.beat.script, self.beat.at_first), figures=False)
        # Translators: {time} is when and where, such as “Saturday, 9:40”
        left = _("Once more: {time}", time=clock(self.beat.setting))
        return sheet(desk, gallery, scenery, pages[opened], hints, left=left, right=moment_of(self.beat.setting))

    def text(self) -> list[str]:
        """Return the moment in reading order."""
        return in_lines(self.outline())

    def outline(self) -> Outline:
        """Return the moment, and what was chosen there."""
        return scripts.past(self.beat, said(self.choice))
