"""The room's debrief: one finding as the headline, the chart against other rooms, and one question at a time."""

from __future__ import annotations

from collections.abc import Sequence

from game.language import N_, _, n_
from game.projector.frame import RoomScreen, figures, news, room_page, sans
from game.projector.hints import backspace, space
from game.projector.intents import HandOut, Happen, Onward, OpenPage, RoomIntents
from game.projector.screens.charts import named_chart
from game.projector.screens.column_figures import figure, one_line
from game.room.column_view import column_of
from game.room.discussion import aside, questions
from game.room.events import Asked
from game.room.finding_words import MOMENT, Found, finding, found
from game.room.findings import findings
from game.room.session import QUESTIONS
from game.stage.chart import Chart, Curve
from game.stage.components import Desk, Hint, byline, hairline
from game.stage.gallery import Gallery
from game.stage.page import Box, Fill, Mark, Page, Style
from game.stage.theme import FRANKLIN, MARGIN, NEWS_ITALIC, WIDTH
from game.stage.typesetting import balance
from game.stage.whole import Whole, shortened
from game.story.column_words import number as in_words
from game.story.debrief import together
from game.story.errors import StoryError
from game.story.playthrough import Playthrough, replay

LEFT, RIGHT, ASIDE = 1080.0, 1216.0, 632.0
"""Width of the chart and the findings; where the question stands, and how wide it is."""
ACROSS = 366.0
"""From one finding to the next."""
NOTHING = N_("The room has not chosen anything yet.")
QUESTION_SIZES = (66, 60, 54, 48, 44)


class DiscussionScreen(RoomScreen):
    """Three questions, one at a time."""

    closing = False
    """Whether the room was asked to be closed: it is for good, so it is asked twice."""

    def handle(self, key: str) -> RoomIntents:
        """Return what a key asks for."""
        sure, self.closing = self.closing, False
        if key in ("enter", "space", "right"):
            if self.session.question + 1 < QUESTIONS:
                return (Happen(Asked(self.session.question + 1)),)
            self.closing = not sure
            return (Onward(),) if sure else ()
        if sure and key == "left":
            return ()
        match key:
            case "h":
                return (HandOut(),)
            case "f" if findings(self.session).moved is not None:
                return (OpenPage("flow"),)
            case "t" if self.session.manner.tables:
                return (OpenPage("tables"),)
        return super().handle(key)

    def page(self, desk: Desk, gallery: Gallery) -> Page:
        """Return the page."""
        palette = desk.theme.palette
        frame = room_page(desk, _("The room’s column"), self._hints())
        marks: list[Mark] = [one_line(desk, self._headline(), 91, WIDTH - 2 * MARGIN, 226)]
        below = self._findings(desk, frame)
        marks += below
        marks += self._chart(desk, frame.area.bottom - 356)
        marks.append(Fill(Box(RIGHT - 32, 262, 2, frame.area.bottom - 24 - 262), palette.ink))
        marks += self._question(desk, frame)
        return frame.page(marks)

    def _hints(self) -> Sequence[Hint]:
        last = self.session.question + 1 >= QUESTIONS
        if last and self.closing:
            return [space(_("close it for good")), backspace(_("keep it open"))]
        hints = [space(_("close the room") if last else _("next question")), Hint("H", _("hand-out"), "h")]
        if findings(self.session).moved is not None:
            hints.append(Hint("F", _("who moved where"), "f"))
        if self.session.manner.tables:
            hints.append(Hint("T", _("tables"), "t"))
        return hints

    # -------------------------------------------------------- what is shown

    def _headline(self) -> str:
        return finding(self.session, column_of(self.session, self.around.analysis))[0]

    def _found(self) -> tuple[Found, ...]:
        return found(self.session, column_of(self.session, self.around.analysis))

    def _compared(self) -> tuple[tuple[int, ...], str, str, str]:
        """Return what to compare with, since the start, its name, the chart's title, and it as a sentence; empty without any."""
        mine = together(self.session.state)
        others = [values for values in self.around.others if values]
        if others:
            values = since(mean(others, len(mine), whole=not self.session.state.over))
            rooms = len(others)
            # Translators: {number} is a number in words
            return values, _("others"), n_(
                "All accounts: you, and one other room", "All accounts: you, and {number} other rooms", rooms, number=in_words(rooms),
            ), n_(
                "Of one other room: {values}.", "Of {number} other rooms: {values}.", rooms, number=in_words(rooms), values=_row(values),
            )
        analysis = self.around.analysis
        if analysis is not None:
            scenario = self.session.setup.scenario
            try:
                best = together(replay(Playthrough(scenario, self.session.setup.seed, analysis.best.choices)))
            except StoryError:
                return (), "", "", ""
            return since(best), _("the best"), _("All accounts: you, and the best way through"), _(
                "Of the best way through: {values}.", values=_row(since(best)),
            )
        return (), "", "", ""

    def _chart(self, desk: Desk, bottom: float) -> list[Mark]:
        palette, state = desk.theme.palette, self.session.state
        rule = hairline(bottom + 14, MARGIN, LEFT, palette.ink, 3)
        if not state.moments:
            return [desk.setter.words(_(NOTHING), sans(46), palette.mocha, MARGIN, 300), rule]
        values, name, title, _told = self._compared()
        title = title or _("All accounts, since the start")
        you = _("you")
        moment = finding(self.session, column_of(self.session, self.around.analysis))[1]
        data = Chart(
            Curve(you, since(together(state))), Curve(name, values) if values else None,
            marks=() if moment is None else (moment + 1,),
        )
        graph = named_chart(desk, data, LEFT, bottom - 336, you, name)
        return [desk.setter.words(shortened(desk, title, sans(38), LEFT, 1)[0], sans(38), palette.mocha, MARGIN, 290), *graph.at(MARGIN, 326)[0], rule]

    def _findings(self, desk: Desk, frame: Whole) -> list[Mark]:
        marks: list[Mark] = []
        top = frame.area.bottom - 342
        for number, each in enumerate(self._found()):
            marks += _finding(desk, each, MARGIN + number * ACROSS, top)
        return marks

    def _question(self, desk: Desk, frame: Whole) -> list[Mark]:
        palette, words = desk.theme.palette, desk.setter.words
        number = self.session.question
        asked = questions(self.session)[number]
        about = _("Talk · {question} of {questions}", question=number + 1, questions=QUESTIONS) if asked.moment is None else _(
            "Talk · {question} of {questions} · moment {moment}", question=number + 1, questions=QUESTIONS, moment=asked.moment + 1,
        )
        kicker = Style(FRANKLIN[700], 36, 1.2, 0.06)
        marks: list[Mark] = [words(about.upper(), kicker, palette.tomato, RIGHT, 296)]
        bottom = frame.area.bottom - 30
        style = news(QUESTION_SIZES[-1])
        for size in QUESTION_SIZES:
            style = news(size)
            lines = balance(asked.text, style, ASIDE, desk.setter.measure)
            if 386 + len(lines) * style.line < bottom - 260:
                break
        most = int((bottom - 60 - 386) // style.line) + 1
        lines = balance(asked.text, style, ASIDE, desk.setter.measure)
        if len(lines) > most:
            lines = shortened(desk, asked.text, style, ASIDE, most)
        marks += [words(line, style, palette.ink, RIGHT, 320 + style.size + n * style.line) for n, line in enumerate(lines)]
        y = 320 + style.size + (len(lines) - 1) * style.line + 60
        closing = self.closing and number + 1 >= QUESTIONS
        last = _("Closing is for good, also for phones") if closing else _("Two minutes, in threes")
        marks.append(words(last, sans(36 if closing else 40, 700), palette.tomato if closing else palette.ink, RIGHT, bottom))
        marks += self._aside(desk, number, y, bottom - 60)
        return marks

    def _aside(self, desk: Desk, number: int, top: float, bottom: float) -> list[Mark]:
        """Return the columnist's line, if there is room for it."""
        style = Style(NEWS_ITALIC, 42, 1.2)
        lines = balance(aside(self.session, number), style, 460, desk.setter.measure)
        height = max(148.0, len(lines) * style.line)
        if top + height > bottom:
            return []
        middle = top + height / 2
        first = middle + style.size * 0.33 - (len(lines) - 1) * style.line / 2
        return [
            *byline(desk, "thinking", RIGHT + 74, middle, 74),
            *(
                desk.setter.words(line, style, desk.theme.palette.tomato, RIGHT + 172, first + n * style.line)
                for n, line in enumerate(lines)
            ),
        ]

    def text(self) -> list[str]:
        """Return the page in reading order, the charts as sentences."""
        _values, _name, _title, told = self._compared()
        mine = since(together(self.session.state))
        chart = [_("All accounts, since the start: {values}.", values=_row(mine))] if self.session.state.moments else [_(NOTHING)]
        if told and self.session.state.moments:
            chart.append(told)
        number = self.session.question
        asked = questions(self.session)[number]
        head = _("Talk, {question} of {questions}: {text}", question=number + 1, questions=QUESTIONS, text=asked.text)
        if asked.moment is not None:
            head = _(
                "Talk, {question} of {questions} about moment {moment}: {text}",
                question=number + 1, questions=QUESTIONS, moment=asked.moment + 1, text=asked.text,
            )
        return [
            self._headline(), *chart, *(f"{each.label}: {each.text}" for each in self._found()),
            head, aside(self.session, number),
        ]


def _row(values: Sequence[int]) -> str:
    return ", ".join(map(str, values))


def since(values: tuple[int, ...]) -> tuple[int, ...]:
    """Return what was gained or lost since the start, in points: 0 first."""
    return tuple(value - values[0] for value in values)


def mean(others: Sequence[tuple[int, ...]], length: int, *, whole: bool) -> tuple[int, ...]:
    """Return the mean of other rooms before the first choice and after each; a room that was over stays where it was.

    As many values as this room has, or, where it was left before its end, as many as the longest of them.
    """
    count = max(len(values) for values in others) if whole else length
    return tuple(
        round(sum(values[min(index, len(values) - 1)] for values in others) / len(others)) for index in range(count)
    )


def _finding(desk: Desk, each: Found, x: float, top: float) -> list[Mark]:
    palette, words = desk.theme.palette, desk.setter.words
    marks: list[Mark] = [words(shortened(desk, each.label, sans(38, 700), ACROSS - 24, 1)[0], sans(38, 700), palette.tomato, x, top + 54)]
    base = top + 142
    style = figures(88)
    if not each.unit:
        value = int(each.figure.replace("−", "-").replace("+", ""))
        wide = desk.setter.measure(str(abs(value)), style) + 88 * 0.46
        marks += figure(desk, value, 88, x + wide, base, palette.teal if value > 0 else palette.tomato)
    elif each.unit == MOMENT:
        unit = sans(36)
        marks.append(words(_(each.unit), unit, palette.mocha, x, base - 2))
        marks.append(words(each.figure, style, palette.ink, x + desk.setter.measure(_(each.unit), unit) + 16, base))
    else:
        marks.append(words(each.figure, style, palette.ink, x, base))
        marks.append(words(_(each.unit), sans(36), palette.mocha, x + desk.setter.measure(each.figure, style) + 16, base - 2))
    small = sans(36, 500)
    marks.append(words(shortened(desk, each.counts, sans(36, 700), ACROSS - 24, 1)[0], sans(36, 700), palette.ink, x, top + 194))
    lines = shortened(desk, each.deed, small, ACROSS - 24, 3)
    marks += [words(line, small, palette.ink, x, top + 194 + (n + 1) * 42) for n, line in enumerate(lines)]
    return marks
