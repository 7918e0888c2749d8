"""A pack was opened: is it to stand on the shelf? And one that stands there: is it to be taken off?"""

from __future__ import annotations

from collections.abc import Sequence

from game.language import _, n_
from game.stage.columns import Column, flowed, set_in
from game.stage.components import Desk, Hint, rows
from game.stage.gallery import Gallery
from game.stage.intents import Close, Intents, PlayFrom, Shelve, TakeOff
from game.stage.outline import Outline, in_lines
from game.stage.outlines.pages import question
from game.stage.page import Galley, Page
from game.stage.screens.scene import Turning
from game.stage.shelf import Article, Offer
from game.stage.typesetting import typographic
from game.stage.whole import headline, whole
from game.stage.wording import number
from game.story.column_words import sentence
from game.story.typography import quoted

Answer = tuple[str, Intents]


class QuestionScreen(Turning):
    """What is asked, what to know before, and the answers, on as many sheets as they need."""

    def __init__(self, head: str, title: str, lines: Sequence[str], answers: Sequence[Answer], cursor: int = 0) -> None:
        super().__init__()
        self.head, self.title, self.lines, self.answers = head, title, tuple(lines), tuple(answers)
        self.cursor = cursor

    def handle(self, key: str) -> Intents:
        """Return the player's intents; the answers are on the last sheet."""
        if key == "escape":
            return self.answers[-1][1]
        if self.sheet + 1 < self.sheets and key == "down":
            key = "right"
        if self.turned(key):
            return ()
        match key:
            case "up" | "down":
                self.cursor = (self.cursor + (1 if key == "down" else -1)) % len(self.answers)
            case "enter" | "space":
                return self.answers[self.cursor][1]
            case _ if key.startswith("row:"):
                return self.answers[int(key[4:])][1]
            case _ if key.isdigit() and 1 <= int(key) <= len(self.answers):
                return self.answers[int(key) - 1][1]
        return ()

    def page(self, desk: Desk, gallery: Gallery) -> Page:
        """Return the sheet that is open."""
        hints = (Hint("Enter", _("go on"), "enter"), Hint("↑↓", _("choose"), "down"), Hint("Esc", _("not now"), "escape"))
        frame = whole(desk, self.head, hints)
        marks, rest = headline(desk, frame.area, typographic(self.title))
        galleys: list[Galley] = []
        for line in self.lines:
            galleys += desk.setter.paragraph(typographic(line), desk.style("reason"), desk.theme.palette.ink, rest.w - 48, before=14)
        answers = rows(desk, [label for label, _intents in self.answers], rest.w - 48, self.cursor, least=72, hover=self.hover)
        galleys += [answers[0].with_before(26, tied=True), *answers[1:]]
        place = (Column(rest.x + 24, rest.y + 20, rest.w - 48, rest.h - 32),)
        pages = flowed(galleys, place, place)
        body, targets = set_in(pages[self.count(len(pages))])
        return frame.page([*marks, *body], targets)

    def text(self) -> list[str]:
        """Return the page in reading order."""
        return in_lines(self.outline())

    def outline(self) -> Outline:
        """Return what is asked, and the answers."""
        return question(self.title, self.lines, [label for label, _intents in self.answers], self.cursor)


def adding(offer: Offer) -> QuestionScreen:
    """Return the page that asks whether a pack is to be added to the shelf."""
    facts = [
        n_("{number} scene", "{number} scenes", offer.scenes, number=number(offer.scenes)),
        n_("about {number} minute", "about {number} minutes", offer.minutes, number=number(offer.minutes)),
        offer.size,
    ]
    if offer.pictures:
        facts.append(n_("{number} picture", "{number} pictures", offer.pictures, number=number(offer.pictures)))
    lines = [offer.summary, sentence(", ".join(facts))]
    if offer.by:
        lines.append(_("By {name}, as the file says.", name=offer.by))
    path, name = offer.path, quoted(offer.title)
    if offer.replaces:
        # Translators: {title} brings its own quotation marks
        title = _("Put this {title} in the place of the one on the shelf?", title=name)
        lines.append(_("Another version of it is on the shelf, and would be gone. What you have played is kept."))
        first, second = _("Put it there, and play"), _("Put it there")
        third = _("Play this one now, and leave the other on the shelf")
    else:
        # Translators: {title} brings its own quotation marks
        title = _("Add {title} to the shelf?", title=name)
        first, second, third = _("Add it, and play"), _("Add it"), _("Play it now, and do not add it")
    return QuestionScreen(_("A scenario for you"), title, lines, (
        (first, (Shelve(path, True),)), (second, (Shelve(path, False),)), (third, (PlayFrom(path),)), (_("Not now"), (Close(),)),
    ))


def taking_off(article: Article) -> QuestionScreen:
    """Return the page that asks whether a pack is to be taken off the shelf."""
    lines = (
        _("Its copy on the shelf is deleted. The file that you opened it from stays where it is, and what you have played is kept."),
    )
    # Translators: {title} brings its own quotation marks
    title = _("Take {title} off the shelf?", title=quoted(article.title))
    return QuestionScreen(_("The shelf"), title, lines, (
        (_("Take it off"), (TakeOff(article.path),)), (_("Leave it there"), (Close(),)),
    ), cursor=1)
