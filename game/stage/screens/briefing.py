"""Before a play: who you are, what you want and why it presses, who is who. And the page that offers to resume."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.language import N_, _
from game.stage.components import Desk, Hint, face, hairline, kicker, rows
from game.stage.gallery import Gallery
from game.stage.intents import Begin, Change, FrontPage, Intents, Open, Resume
from game.stage.outline import Outline, in_lines
from game.stage.outlines import pages
from game.stage.page import Box, Galley, Mark, Page
from game.stage.screens.scene import Turning
from game.stage.screens.script import script
from game.stage.sheet import Scenery, sheet, sheet_pages
from game.stage.typesetting import balance, typographic, wrap
from game.stage.views import Columnist, SceneBeat, Setting, Spoken, Told, Who
from game.stage.wording import about_minutes, clock
from game.story.typography import capital


@dataclass(frozen=True, slots=True)
class Briefing:
    """What a player learns before the first scene."""

    setting: Setting
    headline: str
    summary: str
    minutes: int
    you: Who
    wants: str
    pressure: str
    cast: tuple[Who, ...]
    best: int | None
    """The best score so far."""


class BriefingScreen(Turning):
    """One or more sheets beside the player's own portrait."""

    def __init__(self, briefing: Briefing, columnist: Columnist) -> None:
        super().__init__()
        self.briefing, self.columnist = briefing, columnist

    def handle(self, key: str) -> Intents:
        """Return the player's intents."""
        if self.turned(key):
            return ()
        match key:
            case "enter" | "space" | "right":
                return (Begin(),)
            case "n":
                self.columnist = (
                    Columnist.AT_THE_END if self.columnist is Columnist.AFTER_EACH_CHOICE
                    else Columnist.AFTER_EACH_CHOICE
                )
                return (Change("columnist", 1),)
            case "s":
                return (Open("settings"),)
            case "escape":
                return (FrontPage(),)
        return ()

    def page(self, desk: Desk, gallery: Gallery) -> Page:
        """Return the briefing."""
        data, palette, width = self.briefing, desk.theme.palette, desk.theme.sheet_w
        role = "headline" if len(balance(data.headline, desk.style("headline"), width, desk.setter.measure)) < 3 else "headline-small"
        galleys = [desk.setter.text(typographic(data.headline), desk.style(role), palette.ink, width, even=True)]
        galleys += desk.setter.paragraph(
            typographic(f"{you_are(data.you)} {data.summary}"),
            desk.style("told"), palette.ink, width, before=28,
        )
        galleys.append(self._aims(desk).with_before(16))
        galleys += self._cast(desk, gallery)
        hints = self.keys(
            Hint("Enter", _("begin") if self.sheet + 1 == self.sheets else _("go on"), "enter"),
            Hint("N", self._columnist_speaks(), "n"),
            Hint("Esc", _("back"), "escape"),
        )
        pages = sheet_pages(desk, galleys, hints, ticks=False)
        opened = self.count(len(pages))
        hints = self.keys(Hint("Enter", _("begin") if opened + 1 == len(pages) else _("go on"), "enter"), *hints[1:])
        seen = Spoken(data.you, "thinking", "", "")
        right = about_minutes(data.minutes)
        if data.best is not None:
            right = f"{right} · {_('best so far {score}', score=data.best)}"
        scenery = Scenery(data.setting, seen, you=True)
        return sheet(desk, gallery, scenery, pages[opened], hints, left=data.setting.title, right=right, ticks=False)

    def _columnist_speaks(self) -> str:
        if self.columnist is Columnist.AFTER_EACH_CHOICE:
            return _("the columnist speaks after each choice")
        return _("the columnist speaks at the end")

    def _aims(self, desk: Desk) -> Galley:
        data, palette, width = self.briefing, desk.theme.palette, desk.theme.sheet_w
        style, size = desk.style("reason"), desk.style("kicker").size
        marks: list[Mark] = [hairline(0, 0, width, palette.ink)]
        across = (width - 44) / 2 if data.pressure and not desk.theme.narrow else width
        y = height = 0.0
        for index, (title, text, colour) in enumerate(
            ((_("What you want"), data.wants, palette.teal), (_("Why it presses"), data.pressure, palette.tomato))
        ):
            if not text:
                continue
            beside = index and across < width
            x = across + 44 if beside else 0.0
            y = 0.0 if beside or index == 0 else height
            marks.append(kicker(desk, title, x, y + 20 + size, colour))
            lines = balance(typographic(capital(text)), style, across, desk.setter.measure)
            marks += [
                desk.setter.words(line, style, palette.ink, x, y + 34 + size + style.size + n * style.line)
                for n, line in enumerate(lines)
            ]
            height = max(height, y + 34 + size + len(lines) * style.line + 14)
        marks.append(hairline(height, 0, width, palette.ink))
        return Galley(tuple(marks), height + 2)

    def _cast(self, desk: Desk, gallery: Gallery) -> list[Galley]:
        data, palette, width = self.briefing, desk.theme.palette, desk.theme.sheet_w
        if not data.cast:
            return []
        size = desk.style("kicker").size
        head = Galley((kicker(desk, _("Who is who"), 0, size, palette.mocha),), size * 1.5, before=18, tied=True)
        # a list of people reads at every size; thumbs in a row would leave no room for who they are
        columns = 1 if desk.theme.narrow else 2
        across = (width - 36 * (columns - 1)) / columns
        name_style, role_style = desk.style("label-strong"), desk.style("label")
        side = 120.0 if desk.theme.text < 1.3 else 150.0
        galleys = [head]
        for start in range(0, len(data.cast), columns):
            marks: list[Mark] = []
            height = side
            for column, who in enumerate(data.cast[start : start + columns]):
                x = column * (across + 36)
                art, letter = gallery.person(who)
                marks += face(desk, art, "neutral", letter, Box(x, 0, side, side), child=gallery.child(art))
                marks.append(desk.setter.words(typographic(who.name), name_style, palette.ink, x + side + 18, name_style.size + 2))
                lines = wrap(typographic(who.role), role_style, across - side - 18, desk.setter.measure)
                y = name_style.size * 1.4 + role_style.size
                marks += [
                    desk.setter.words(line, role_style, palette.mocha, x + side + 18, y + n * role_style.line)
                    for n, line in enumerate(lines)
                ]
                height = max(height, y + len(lines) * role_style.line - role_style.size + 8)
            last = start + columns >= len(data.cast)
            galleys.append(Galley(tuple(marks), height, before=6 if start == 0 else 18, tied=not last and not desk.theme.narrow))
        return galleys

    def text(self) -> list[str]:
        """Return the briefing in reading order."""
        return in_lines(self.outline())

    def outline(self) -> Outline:
        """Return who the player is and what they want, and who is who."""
        return pages.briefing(self.briefing)


CHANGED = N_("The scenario has changed since. Your play can be followed up to this moment.")


class ResumeScreen(Turning):
    """The scene as it stood when the game was closed, and what can be done now."""

    ROWS = (N_("Go on from here"), N_("Look back over what has happened"), N_("Begin again; this play is kept"), N_("The front page"))
    TITLE = N_("You were here, and it was your turn")

    def __init__(self, beat: SceneBeat, *, changed: bool = False) -> None:
        super().__init__()
        self.beat, self.cursor = beat, 0
        self.scenario_changed = changed

    def handle(self, key: str) -> Intents:
        """Return the player's intents."""
        if key in ("up", "down"):
            self.cursor = (self.cursor + (1 if key == "down" else -1)) % len(self.ROWS)
            return ()
        if key == "escape":
            return (FrontPage(),)
        row = self.cursor
        if key.isdigit() and 1 <= int(key) <= len(self.ROWS):
            row = int(key) - 1
        elif key.startswith("row:"):
            row = int(key[4:])
        elif key not in ("enter", "space"):
            return ()
        return ((Resume(),), (Resume(), Open("moments")), (Begin(),), (FrontPage(),))[row]

    def page(self, desk: Desk, gallery: Gallery) -> Page:
        """Return the page that welcomes back."""
        palette, width = desk.theme.palette, desk.theme.sheet_w
        galleys = [desk.setter.text(_(self.TITLE), desk.style("headline"), palette.ink, width, even=True)]
        here = self.beat.setting
        where = _("{title} · {time} · moment {n}", title=here.title, time=clock(here), n=here.moment + 1)
        galleys.append(desk.setter.text(where, desk.style("label"), palette.mocha, width).with_before(20))
        if self.scenario_changed:
            galleys.append(desk.setter.text(_(CHANGED), desk.style("strong"), palette.tomato, width).with_before(10))
        said = [line for line in self.beat.script if isinstance(line, Spoken)][-1:]
        told: list[Told | Spoken] = [*said] or [*self.beat.script[-1:]]
        for paragraph in script(desk, told, width):
            galleys += paragraph
        items = rows(desk, [_(row) for row in self.ROWS], width, self.cursor, least=76, hover=self.hover)
        galleys.append(items[0].with_before(34))
        galleys += items[1:]
        hints = (Hint("Enter", _("go on"), "enter"), Hint("↑↓", _("choose"), "down"), Hint("Esc", _("front page"), "escape"))
        pages = sheet_pages(desk, galleys, hints, ticks=False)
        wanted = f"row:{self.cursor}"
        opened = next(
            (n for n, page in enumerate(pages) if any(t.key == wanted for g in page for t in g.targets)), 0
        )
        seen = next((line for line in said if isinstance(line, Spoken)), self.beat.at_first)
        scenery = Scenery(self.beat.setting, seen)
        return sheet(desk, gallery, scenery, pages[opened], hints, left=_("Welcome back"), ticks=False)

    def text(self) -> list[str]:
        """Return the page in reading order."""
        return in_lines(self.outline())

    def outline(self) -> Outline:
        """Return the scene as it stood, and what can be done now."""
        return pages.resume(self.beat, map(_, self.ROWS), self.cursor, changed=_(CHANGED) if self.scenario_changed else "")


def you_are(you: Who) -> str:
    """Return who the player is, in a sentence."""
    # Translators: {role} is an apposition, such as “between jobs since March”
    return _("You are {name}, {role}.", name=you.name, role=you.role)


def known(people: Sequence[Who]) -> tuple[Who, ...]:
    """Return the people whom a briefing introduces: at most six, those with an account first."""
    return tuple(sorted(people, key=lambda who: who.capital is None))[:6]
