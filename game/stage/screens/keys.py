"""Your own keys: each action can be put on another key or another button of a pad."""

from __future__ import annotations

from game.language import _
from game.stage.bindings import (
    ACTIONS,
    AS_IT_CAME,
    BY_KEY,
    Bindings,
    Bound,
    bindings_of,
    bound,
    name_of,
    of_pad,
    title_of,
)
from game.stage.components import Desk, Hint, hairline, key_cap
from game.stage.gallery import Gallery
from game.stage.hands import NEW
from game.stage.intents import Bind, Close, Intents
from game.stage.outline import Node, Outline, Role
from game.stage.page import Box, Fill, Mark, Page, Target
from game.stage.whole import headline, shortened, whole


class KeysScreen:
    """A row an action, a page of rows at a time; Enter listens for the next press, and that is the new one.

    Enter, Esc and the arrows always mean themselves here, so that nobody locks the door behind them.
    """

    hover: str | None = None
    steadfast = True

    def __init__(self, own: tuple[tuple[str, str], ...]) -> None:
        self.bindings: Bindings = bindings_of(own)
        self.cursor = 0
        self.listening = False
        """Whether the next press is the new one of the row."""
        self.message = ""
        """What became of the last press."""
        self._fits = 8

    def handle(self, key: str) -> Intents:
        """Return the player's intents; move the cursor, or listen."""
        if key.startswith(NEW):
            return self._heard(key.removeprefix(NEW)) if self.listening else ()
        if self.listening:
            self.listening = False
            if not key.startswith("row:"):
                return ()
        match key:
            case "escape":
                return (Close(),)
            case "enter" | "space":
                self.listening, self.message = True, ""
            case "r":
                self.bindings, self.message = AS_IT_CAME, _("All keys are as they came.")
                return (Bind(()),)
            case _ if key.startswith("row:") and int(key[4:]) < len(ACTIONS):
                self.cursor, self.message = int(key[4:]), ""
                self.listening = True
            case _:
                steps = {"up": -1, "down": 1, "left": -self._fits, "right": self._fits, "home": -len(ACTIONS), "end": len(ACTIONS)}
                if key in steps:
                    self.cursor, self.message = min(len(ACTIONS) - 1, max(0, self.cursor + steps[key])), ""
        return ()

    def _heard(self, press: str) -> Intents:
        self.listening = False
        if press == "escape":
            return ()
        action = ACTIONS[self.cursor]
        put = bound(self.bindings, action.key, press)
        self.message = _said(put, title_of(action), press)
        if put.bindings == self.bindings:
            return ()
        self.bindings = put.bindings
        return (Bind(self.bindings.own),)

    # -------------------------------------------------------- the page

    def page(self, desk: Desk, gallery: Gallery) -> Page:
        """Return the rows about the cursor."""
        palette, label = desk.theme.palette, desk.style("label")
        frame = whole(desk, _("Your own keys"), self._hints(), right=_("Kept on this computer only"))
        aside = _("Pick an action, then press its new key or button.")
        marks, area = headline(desk, frame.area, _("Any key for anything"), aside)
        body = list(marks)
        top = area.y + label.size * 1.6
        foot = area.bottom - desk.style("label-strong").size * 2.0
        height = max(desk.height / 20 + 2, desk.style("choice").size * 1.9)
        self._fits = max(1, int((foot - top) // height))
        height = (foot - top) / self._fits
        first = self.cursor // self._fits * self._fits
        keyboard, pad = area.x + area.w * 0.56, area.x + area.w * 0.79
        for text, x in ((_("What it does"), area.x + 8), (_("Key"), keyboard), (_("Pad"), pad)):
            body.append(desk.setter.words(text, label, palette.mocha, x, area.y + label.size))
        body.append(hairline(top, area.x, area.w, palette.ink))
        targets: list[Target] = []
        shown = ACTIONS[first : first + self._fits]
        for offset in range(len(shown)):
            box = Box(area.x, top + 2 + offset * height, area.w, height - 2)
            body += self._row(desk, first + offset, box, keyboard, pad)
            targets.append(Target(Box(box.x - 24, box.y, box.w + 48, box.h), f"row:{first + offset}"))
        pages = -(-len(ACTIONS) // self._fits)
        place = _("page {n} of {many}", n=first // self._fits + 1, many=pages)
        y = foot + label.size * 1.4
        body.append(desk.setter.words(place, label, palette.mocha, area.right, y, "end"))
        if self.message:
            room = area.w - desk.width(place, "label") - 40
            line = shortened(desk, self.message, desk.style("label-strong"), room, 1)[0]
            body.append(desk.setter.words(line, desk.style("label-strong"), palette.teal, area.x, y))
        return frame.page(body, targets)

    def _hints(self) -> tuple[Hint, ...]:
        if self.listening:
            return (Hint("Esc", _("leave it as it is"), "escape"),)
        return (
            Hint("Enter", _("another key"), "enter"), Hint("↑↓", _("choose"), "down"), Hint("←→", _("turn the page"), "right"),
            Hint("R", _("all as it came"), "r"), Hint("Esc", _("back; it is saved already"), "escape"),
        )

    def _row(self, desk: Desk, index: int, box: Box, keyboard: float, pad: float) -> list[Mark]:
        palette, words, action = desk.theme.palette, desk.setter.words, ACTIONS[index]
        on = index == self.cursor
        marks: list[Mark] = []
        if on:
            marks.append(Fill(Box(box.x - 12, box.y, box.w + 12, box.h), palette.white))
        if on or self.hover == f"row:{index}":
            marks.append(Fill(Box(box.x - 24, box.y, 12, box.h), palette.tomato))
        style = desk.style("choice-picked" if on else "choice")
        baseline = box.y + box.h / 2 + style.size * 0.35
        title = shortened(desk, title_of(action), desk.style("choice-picked"), keyboard - box.x - 32, 1)[0]
        marks.append(words(title, style, palette.ink, box.x + 8, baseline))
        if on and self.listening:
            wait = shortened(desk, _("Press it now"), desk.style("choice-picked"), box.right - keyboard, 1)[0]
            marks.append(words(wait, desk.style("choice-picked"), palette.tomato, keyboard, baseline))
        else:
            for x, with_pad, room in ((keyboard, False, pad - keyboard), (pad, True, box.right - pad)):
                press = self.bindings.press(action.key, pad=with_pad)
                usual = action.pad if with_pad else action.press
                if press:
                    name = shortened(desk, name_of(press, desk.caps.brand), desk.style("key"), room - 48, 1)[0]
                    marks += key_cap(desk, name, x, baseline, filled=press != usual)
        marks.append(hairline(box.bottom, box.x, box.w, palette.ink))
        return marks

    # -------------------------------------------------------- in words

    def text(self) -> list[str]:
        """Return all actions with their keys, in reading order."""
        return [_("Your own keys"), *(f"{title_of(action)}: {self._value(action.key)}" for action in ACTIONS),
                *([self.message] if self.message else [])]

    def _value(self, key: str) -> str:
        presses = [press for pad in (False, True) if (press := self.bindings.press(key, pad=pad))]
        named = [_("pad: {button}", button=name_of(press)) if of_pad(press) else name_of(press) for press in presses]
        return ", ".join(named) or _("no key")

    def outline(self) -> Outline:
        """Return the page for whoever does not see it."""
        rows = (
            Node(Role.SETTING, title_of(action), f"row:{index}", position=(index + 1, len(ACTIONS)),
                 selected=index == self.cursor, value=self._value(action.key))
            for index, action in enumerate(ACTIONS)
        )
        said = [Node(Role.STATUS, self.message)] if self.message else []
        if self.listening:
            said.append(Node(Role.STATUS, _("Press a key or a button now")))
        buttons = (Node(Role.BUTTON, hint.label, hint.key) for hint in self._hints() if hint.key != "down")
        return (Node(Role.HEADING, _("Your own keys"), level=1), *rows, *said, *buttons)


def _said(put: Bound, title: str, press: str) -> str:
    """Return what became of a wish, in a sentence."""
    key = name_of(press)
    if not put.other:
        return _("{key} is now “{action}”.", key=key, action=title)
    other = title_of(BY_KEY[put.other])
    if put.refused:
        return _("{key} stays: “{other}” would have no key left.", key=key, other=other)
    if put.gets:
        return _(
            "{key} is now “{action}”, and {gets} is “{other}”.", key=key, action=title, other=other, gets=name_of(put.gets)
        )
    return _("{key} is now “{action}”. “{other}” has no button now.", key=key, action=title, other=other)
