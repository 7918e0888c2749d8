"""The lobby: how one comes in, and how many are here."""

from __future__ import annotations

from game.language import N_, _
from game.projector.around import Around
from game.projector.code import code
from game.projector.frame import RoomScreen, fitting, room_page, sans, serif
from game.projector.hints import space
from game.projector.intents import Happen, OtherNetwork, RoomIntents
from game.projector.screens.lobby_by_hand import by_hand, why_by_hand
from game.projector.screens.lobby_code import full_height
from game.projector.screens.lobby_count import counted, here
from game.room.events import Arranged
from game.room.session import Session
from game.room.wifi import wifi_code
from game.stage.components import Desk, Hint, hairline
from game.stage.gallery import Gallery
from game.stage.page import Box, Fill, Mark, Page, Style
from game.stage.theme import FIGURES, FRANKLIN, MARGIN, WIDTH
from game.stage.typesetting import balance, wrap
from game.stage.whole import shortened

SIDE = 608.0
"""Of the code, in points."""
CODE_X = WIDTH - MARGIN - SIDE
LEFT = 1040.0
"""Width of the column beside the code."""
LEAST_WIFI, MOST_WIFI = 150.0, 280.0
WELCOME = N_("Pull up a chair")


class LobbyScreen(RoomScreen):
    """Codes, address, word and count; or, where nobody needs a phone, the letters to raise a hand for."""

    def __init__(self, session: Session, around: Around) -> None:
        super().__init__(session, around)
        self.large = ""
        """Which code fills the height: "join", "wifi", or none."""

    @property
    def hands(self) -> bool:
        """Whether the room plays by raised hands only."""
        return not self.session.manner.phones

    @property
    def phones(self) -> bool:
        """Whether phones can come in, and are asked to."""
        return bool(self.around.address) and not self.hands

    # -------------------------------------------------------- keys

    def handle(self, key: str) -> RoomIntents:
        """Return what a key asks for; make a code larger, or put phones away."""
        around = self.around
        match key:
            case "left" | "escape" if self.large:
                self.large = ""
            case "h" if self.phones:
                self.large = "" if self.large == "join" else "join"
            case "w" if self.phones and around.wifi is not None:
                self.large = "" if self.large == "wifi" else "wifi"
            case "s" if around.address:
                self.large = ""
                return (Happen(Arranged("phones", self.hands)),)
            case "n" if self.phones and around.networks > 1:
                return (OtherNetwork(),)
            case _:
                return super().handle(key)
        return ()

    def _hints(self) -> list[Hint]:
        around = self.around
        hints = [space(_("begin"))]
        if self.phones:
            if around.networks > 1:
                hints.append(Hint("N", _("other network"), "n"))
            hints.append(Hint("H", _("smaller") if self.large == "join" else _("large code"), "h"))
            if around.wifi is not None:
                hints.append(Hint("W", _("smaller") if self.large == "wifi" else _("large Wi-Fi code"), "w"))
        if around.address:
            hints.append(Hint("S", _("with phones") if self.hands else _("hands only"), "s"))
        hints.append(Hint("O", _("how we play"), "o"))
        if around.address:
            hints.append(Hint("P", _("remote"), "p"))
        return hints if len(hints) > 6 else [*hints, Hint("K", _("keys"), "k")]

    # -------------------------------------------------------- the page

    def page(self, desk: Desk, gallery: Gallery) -> Page:
        """Return the page as it is to be shown."""
        if not self.phones:
            return by_hand(desk, self.session, self.around, room_page(desk, self.kicker(desk), self._hints()))
        if self.large:
            wifi = self.around.wifi if self.large == "wifi" else None
            return full_height(desk, self.session, self.around, wifi, self._hints())
        frame = room_page(desk, self.kicker(desk), self._hints())
        palette, words = desk.theme.palette, desk.setter.words
        marks: list[Mark] = [words(_(WELCOME), fitting(desk, _(WELCOME), 132, LEFT), palette.ink, MARGIN - 4, 254)]
        for size in (46, 42, 38, 36):
            style = serif(size, italic=True, lead=1.26)
            lines = balance(self.invitation(), style, 1000 if size == 46 else LEFT, desk.setter.measure)
            if len(lines) <= 2:
                break
        for number, line in enumerate(lines[:2]):
            marks.append(words(line, style, palette.espresso, MARGIN, 330 + number * style.line))
        marks.append(hairline(424, MARGIN, LEFT, palette.ink, 3))
        marks += self._way_in(desk)
        marks.append(hairline(604, MARGIN, LEFT, palette.ink, 3))
        foot = frame.area.bottom
        marks += counted(desk, self.session, self.around.trouble, Box(MARGIN, 607, LEFT, foot - 607))
        marks.append(Fill(Box(CODE_X - 60, 140, 2, foot - 170), palette.ink))
        marks += self._codes(desk, foot)
        return frame.page(marks)

    def kicker(self, desk: Desk) -> str:
        """Return what stands at the right of the head."""
        style = Style(FRANKLIN[700], 36, 1.2, 0.06)
        return shortened(desk, _("With a room · {title}", title=self.session.setup.scenario.title).upper(), style, 1360, 1)[0]

    def invitation(self) -> str:
        """Return the sentence below the headline."""
        if self.session.manner.names:
            return _("Point your camera at the square. Nothing to install, a name only if you like.")
        return _("Point your camera at the square. Nothing to install, no name to give.")

    def _way_in(self, desk: Desk) -> list[Mark]:
        """Return address and word; a long address is set smaller, and at last broken in two."""
        palette, words, measure = desk.theme.palette, desk.setter.words, desk.setter.measure
        word = Style(FIGURES, 76, 1.0, 0.08)
        word_width = max(measure(self.session.setup.word, word), measure(_("Room word"), sans(40)))
        room = LEFT - word_width - 56
        address, lines = self.around.address, [self.around.address]
        for size in (66, 60, 54, 48, 44):
            style = sans(size, 700, 1.1)
            if measure(address, style) <= room:
                break
        else:
            lines = wrap(address, style, room, measure)[:2]
        at = MARGIN + max(660.0, measure(lines[0], style) + 56) if len(lines) == 1 else MARGIN + room + 56
        marks: list[Mark] = [
            words(_("Or type"), sans(40), palette.mocha, MARGIN, 486),
            words(_("Room word"), sans(40), palette.mocha, at, 486),
            words(self.session.setup.word, word, palette.tomato, at, 560),
        ]
        if network := self._network():
            small, x = sans(36, 500), MARGIN + measure(_("Or type") + " ", sans(40))
            marks.append(words(shortened(desk, network, small, at - x - 36, 1)[0], small, palette.mocha, x, 486))
        first = 556 if len(lines) == 1 else 536
        return marks + [
            words(line, style, palette.ink, MARGIN, first + number * style.line) for number, line in enumerate(lines)
        ]

    def _network(self) -> str:
        """Return on which network the address is, where there are several."""
        name = self.around.network.rpartition(" · ")[2]
        return _("on {network}", network=name) if self.around.networks > 1 and name else ""

    def _codes(self, desk: Desk, foot: float) -> list[Mark]:
        """Return the code that brings one in, and below it the one that joins the Wi-Fi, or a word on networks."""
        palette, words = desk.theme.palette, desk.setter.words
        middle = CODE_X + SIDE / 2
        marks = [*code(join_text(self.session, self.around), CODE_X, 150, SIDE, palette.ink)]
        marks.append(words(_("scan to join"), sans(44, 700), palette.ink, middle, 814, "middle"))
        wifi = self.around.wifi
        if wifi is None:
            style = sans(38, 500, 1.25)
            lines = balance(_("Your phone must be on the same network as this laptop."), style, SIDE, desk.setter.measure)
            first = 906 + (foot - 1016) * 0.5
            return marks + [words(line, style, palette.mocha, middle, first + n * style.line, "middle") for n, line in enumerate(lines)]
        side = max(LEAST_WIFI, min(MOST_WIFI, foot - 838 - 14))
        top = foot - 14 - side
        marks += code(wifi_code(wifi.name, wifi.password), CODE_X, top, side, palette.ink)
        asks = balance(_("No Wi-Fi yet?"), sans(38, 700), SIDE - side - 30, desk.setter.measure)
        name = shortened(desk, wifi.name, sans(38, 500), SIDE - side - 30, 2)
        first = top + side / 2 + 14 - (len(asks) + len(name) - 1) * 23
        return marks + [
            words(line, sans(38, 700 if number < len(asks) else 500), palette.ink if number < len(asks) else palette.mocha,
                  CODE_X + side + 30, first + number * 46)
            for number, line in enumerate([*asks, *name])
        ]

    def text(self) -> list[str]:
        """Return what the page says, in reading order."""
        around, title = self.around, self.session.setup.scenario.title
        head = [_("With a room: {title}", title=title), _(WELCOME)]
        if not self.phones:
            return [*head, *why_by_hand(self.session, around)]
        word = ", ".join(self.session.setup.word)
        wifi = [_("No Wi-Fi yet? {name}; the second code joins it.", name=around.wifi.name)] if around.wifi is not None else []
        trouble = [around.trouble] if around.trouble else []
        return [
            *head, self.invitation(), _("Or type {address}", address=f"{around.address} {self._network()}".strip()), _("Room word: {word}", word=word),
            here(self.session), *wifi, *trouble,
        ]


def join_text(session: Session, around: Around) -> str:
    """Return what the code says: the address that lets a phone in at once."""
    return f"{around.join_url}j/{session.setup.word}"
