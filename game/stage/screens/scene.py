"""The scene: what is told, then what can be said; and how it was taken, before the account changes."""

from __future__ import annotations

from dataclasses import replace

from game.language import _, p_
from game.stage.components import Desk, Hint, double_rule, kicker, rows
from game.stage.gallery import Gallery
from game.stage.intents import Advance, Choose, FrontPage, Intents, Open, Retreat, TakeBack
from game.stage.outline import Outline, in_lines
from game.stage.outlines import scripts
from game.stage.page import Galley, Page
from game.stage.screens.script import flat, last_seen, script, tail
from game.stage.sheet import Scenery, sheet, sheet_pages, sheet_room
from game.stage.typesetting import typographic
from game.stage.views import EndingBeat, ReactionBeat, SceneBeat, Setting, Spoken, Told
from game.stage.wording import moment_of
from game.story.typography import is_quoted


def go_on() -> Hint:
    """Return the hint of the key that goes on."""
    return Hint("Enter", _("go on"), "enter")


def address_book() -> Hint:
    """Return the hint of the key that opens the address book."""
    return Hint("A", _("address book"), "a")


def page_before() -> Hint:
    """Return the hint of the key that turns back."""
    return Hint("←", _("page before"), "left")


def you_chose(*, spoken: bool) -> str:
    """Return what stands above the words that the player chose: they were said, or done."""
    # Translators: stands alone above what the player has said or done, in small capitals
    return _("You said") if spoken else p_("above what was done", "You")


def common(key: str) -> Intents:
    """Return what a key asks for on every page of a play."""
    match key:
        case "enter" | "space" | "right":
            return (Advance(),)
        case "left":
            return (Retreat(),)
        case "a":
            return (Open("book"),)
        case "r":
            return (TakeBack(),)
        case "b":
            return (Open("moments"),)
        case "escape":
            return (FrontPage(),)
    return ()


class Turning:
    """A screen of one or more sheets, turned one by one."""

    hover: str | None = None
    hints: tuple[Hint, ...] | None = None
    """Printed in place of a player's own, where a room turns the pages."""
    heading = ""
    """Stands above the words that were said, where a room must be told how they came about."""

    def __init__(self) -> None:
        self.sheet, self.sheets = 0, 1

    def keys(self, *own: Hint) -> tuple[Hint, ...]:
        """Return the key hints: the screen's own, unless others are wanted."""
        return own if self.hints is None else self.hints

    def turned(self, key: str) -> bool:
        """Turn a sheet if the key asks for it and there is one; return whether it did."""
        if key in ("enter", "space", "right") and self.sheet + 1 < self.sheets:
            self.sheet += 1
            return True
        if key == "left" and self.sheet > 0:
            self.sheet -= 1
            return True
        return False

    def count(self, sheets: int) -> int:
        """Keep how many sheets there are, and return the one that is shown."""
        self.sheets = max(1, sheets)
        self.sheet = min(self.sheet, self.sheets - 1)
        return self.sheet

    def of(self, setting: Setting) -> str:
        """Return what stands at the right of the head: the moment."""
        return moment_of(setting)


class SceneScreen(Turning):
    """Made for one view of a scene; the next view gets a new screen, so the cursor is never stale."""

    def __init__(self, beat: SceneBeat, *, figures: bool = True) -> None:
        super().__init__()
        self.beat, self.figures = beat, figures
        self.cursor: int | None = None
        """The choice that Enter would make; none at first, so that turning pages never chooses."""
        self.choosing = not beat.script
        """Whether the choices are on the sheet that is open."""

    def handle(self, key: str) -> Intents:
        """Return the player's intents; move the cursor or turn the sheet, change nothing else."""
        options = self.beat.options
        if not self.choosing or not options:
            return () if self.turned(key) else common(key)
        if key.isdigit() and 1 <= int(key) <= len(options):
            return (Choose(options[int(key) - 1].id),)
        if key.startswith("row:") and int(key[4:]) < len(options):
            return (Choose(options[int(key[4:])].id),)
        if key in ("up", "down"):
            before = -1 if self.cursor is None else self.cursor
            self.cursor = (before + 1) % len(options) if key == "down" else (max(before, 0) - 1) % len(options)
            return ()
        if key in ("enter", "space"):
            if self.cursor is None:
                self.cursor = 0
                return ()
            return (Choose(options[self.cursor].id),)
        if key == "right":
            return ()
        return () if self.turned(key) else common(key)

    def page(self, desk: Desk, gallery: Gallery) -> Page:
        """Return the sheet that is open: the script, or its end with the choices."""
        width = desk.theme.sheet_w
        paragraphs = script(desk, self.beat.script, width)
        telling = self.keys(go_on(), page_before(), address_book())
        if not self.beat.options:
            pages = sheet_pages(desk, flat(paragraphs), telling)
            shown = pages[self.count(len(pages))]
            self.choosing = False
            return self._sheet(desk, gallery, shown, telling, paragraphs, pages)
        hints = (
            Hint("Enter", _("say it"), "enter"), Hint("↑↓", _("choose"), "down"), address_book(), Hint("R", _("take back"), "r"),
        )
        offers = self._offers(desk, width)
        whole = [*flat(paragraphs), *offers]
        if len(sheet_pages(desk, whole, hints)) == 1:
            self.count(1)
            self.choosing = True
            return self._sheet(desk, gallery, whole, hints, paragraphs, [whole], low=len(offers))
        story = [] if self.beat.short else sheet_pages(desk, flat(paragraphs), telling)
        menus, kept = sheet_pages(desk, offers, hints), 0
        if len(menus) == 1:
            end = tail(paragraphs, sheet_room(desk, hints) - sum(offer.height + offer.before for offer in offers))
            menus, kept = [[*end, *offers]], len(offers)
            # a sheet is not turned for lines that stand above the choices anyway
            while story and len(story[-1]) <= len(end):
                end = end[: len(end) - len(story.pop())]
        opened = self.count(len(story) + len(menus))
        self.choosing = opened >= len(story)
        if not self.choosing:
            return self._sheet(desk, gallery, story[opened], telling, paragraphs, story)
        if len(menus) > 1:
            opened = len(story) + self._menu_of(menus)
            self.sheet = opened
        return self._sheet(desk, gallery, menus[opened - len(story)], hints, paragraphs, story, low=kept)

    def _offers(self, desk: Desk, width: float) -> list[Galley]:
        palette = desk.theme.palette
        size = desk.style("kicker").size
        said = any(is_quoted(option.text) for option in self.beat.options)
        # Translators: stands alone above what the player can say or do now, in small capitals
        word = _("You say") if said else p_("above what can be done", "You")
        head = Galley((kicker(desk, word, 0, size, palette.tomato),), size * 1.3 + 10, before=30, tied=True)
        items = [typographic(option.text) for option in self.beat.options]
        cursor = self.cursor
        return [head, *rows(desk, items, width, cursor, hover=self.hover)]

    def _menu_of(self, menus: list[list[Galley]]) -> int:
        wanted = f"row:{self.cursor or 0}"
        for number, menu in enumerate(menus):
            if any(target.key == wanted for galley in menu for target in galley.targets):
                return number
        return 0

    def _sheet(
        self, desk: Desk, gallery: Gallery, galleys: list[Galley], hints: tuple[Hint, ...],
        paragraphs: list[list[Galley]], pages: list[list[Galley]], low: int = 0,
    ) -> Page:
        told = _told_by(paragraphs, pages, self.sheet, self.beat.script)
        seen = last_seen(told, self.beat.at_first)
        scenery = Scenery(self.beat.setting, seen, figures=self.figures)
        return sheet(desk, gallery, scenery, galleys, hints, right=self.of(self.beat.setting), low=low)

    def text(self) -> list[str]:
        """Return the scene in reading order."""
        return in_lines(self.outline())

    def outline(self) -> Outline:
        """Return the scene: when and where, what is told, what can be said."""
        return scripts.scene(self.beat, self.cursor, last_seen(self.beat.script, self.beat.at_first), self.figures)


def _told_by(
    paragraphs: list[list[Galley]], pages: list[list[Galley]], opened: int, lines: tuple[Told | Spoken, ...]
) -> tuple[Told | Spoken, ...]:
    """Return the lines that have been told when a sheet is open: the picture shows who spoke last on it."""
    if opened >= len(pages):
        return lines
    shown = sum(len(page) for page in pages[: opened + 1])
    count = 0
    for number, paragraph in enumerate(paragraphs):
        count += len(paragraph)
        if count > shown:
            return lines[: max(1, number)] if number else lines[:1]
    return lines


class ReactionScreen(Turning):
    """What was said, and how it was taken."""

    def __init__(self, beat: ReactionBeat, *, figures: bool = True) -> None:
        super().__init__()
        self.beat, self.figures = beat, figures

    def handle(self, key: str) -> Intents:
        """Return the player's intents."""
        return () if self.turned(key) else common(key)

    def page(self, desk: Desk, gallery: Gallery) -> Page:
        """Return the reaction below the words that caused it."""
        width, palette = desk.theme.sheet_w, desk.theme.palette
        size = desk.style("kicker").size
        word = self.heading or you_chose(spoken=is_quoted(self.beat.said))
        head = Galley((kicker(desk, word, 0, size, palette.mocha),), size * 1.5, tied=True)
        words = desk.setter.text(typographic(self.beat.said), desk.style("told"), palette.ink, width, even=True)
        rule = Galley(double_rule(0, 0, width, palette.ink), 15, before=18, tied=not desk.theme.narrow)
        short = sum(len(line.text) for line in self.beat.script) < 190
        paragraphs = script(desk, self.beat.script, width, role="speech-large" if short else "speech")
        hints = self.keys(go_on(), page_before(), Hint("R", _("take it back"), "r"), address_book())
        galleys = [head, words.with_before(4, tied=True), rule, *flat(paragraphs)]
        pages = sheet_pages(desk, galleys, hints)
        opened = self.count(len(pages))
        seen = last_seen(self.beat.script, self.beat.at_first)
        scenery = Scenery(at_its_moment(self.beat.setting), seen, figures=self.figures)
        return sheet(desk, gallery, scenery, pages[opened], hints, right=moment_of(scenery.setting))

    def text(self) -> list[str]:
        """Return the reaction in reading order."""
        return in_lines(self.outline())

    def outline(self) -> Outline:
        """Return what was said, and how it was taken."""
        seen = last_seen(self.beat.script, self.beat.at_first)
        return scripts.reaction(self.beat, at_its_moment(self.beat.setting), seen, self.figures)


def at_its_moment(setting: Setting) -> Setting:
    """Return the setting of a page that follows a choice: it still belongs to the moment of that choice."""
    return replace(setting, moment=setting.moment - 1)


class EndingScreen(Turning):
    """The last scene, and what became of it."""

    def __init__(self, beat: EndingBeat, *, figures: bool = True) -> None:
        super().__init__()
        self.beat, self.figures = beat, figures

    def handle(self, key: str) -> Intents:
        """Return the player's intents."""
        return () if self.turned(key) else common(key)

    def page(self, desk: Desk, gallery: Gallery) -> Page:
        """Return the ending under its title."""
        width, palette = desk.theme.sheet_w, desk.theme.palette
        title = desk.setter.text(typographic(self.beat.title), desk.style("headline"), palette.ink, width, even=True)
        rule = Galley(double_rule(0, 0, width, palette.ink), 15, before=14, tied=True)
        paragraphs = script(desk, self.beat.script, width)
        hints = self.keys(Hint("Enter", _("read your column"), "enter"), page_before(), address_book())
        galleys = [title.with_before(0, tied=True), rule, *flat(paragraphs)]
        pages = sheet_pages(desk, galleys, hints, ticks=False)
        opened = self.count(len(pages))
        if opened + 1 < len(pages):
            hints = self.keys(go_on(), *hints[1:])
        seen = last_seen(self.beat.script, self.beat.at_first)
        scenery = Scenery(self.beat.setting, seen, figures=self.figures)
        return sheet(desk, gallery, scenery, pages[opened], hints, right=_("The end"), ticks=False)

    def text(self) -> list[str]:
        """Return the ending in reading order."""
        return in_lines(self.outline())

    def outline(self) -> Outline:
        """Return the ending under its title."""
        return scripts.ending(self.beat, last_seen(self.beat.script, self.beat.at_first), self.figures)

