"""What if: take another way at any moment, see both lines on the chart and the words side by side, and play on."""

from __future__ import annotations

from collections.abc import Sequence

from game.language import _
from game.stage.chart import Chart, Curve, chart
from game.stage.columns import Column, flowed, set_in
from game.stage.components import Desk, Hint, big_delta, double_rule, kicker, rows
from game.stage.gallery import Gallery
from game.stage.intents import Close, Intents, PlayOn
from game.stage.outline import Outline, in_lines
from game.stage.outlines import looking
from game.stage.page import Box, Fill, Galley, Mark, Page
from game.stage.screens.scene import Turning
from game.stage.typesetting import typographic
from game.stage.views import name_of, said
from game.stage.whole import Whole, headline, shortened, whole
from game.stage.wording import clock_of, place_name, verdict_on
from game.story.debrief import WhatIf, changed, ways, what_if
from game.story.model import Choice, Narration, Paragraph, Scenario
from game.story.playthrough import Playthrough, State
from game.story.typography import quoted

LOW = 150.0
"""The least height of the chart beside which the choices stand, in points."""


class WhatIfScreen(Turning):
    """The arrows left and right walk through the moments, up and down through the other ways."""

    def __init__(self, state: State, seed: int, moment: int | None = None) -> None:
        super().__init__()
        self.state = state
        self.play = Playthrough(state.scenario, seed, state.choices)
        self._seen: dict[tuple[int, str], WhatIf] = {}
        self.moment = _dearest(state) if moment is None else moment
        self.cursor = 0
        self._ways: tuple[Choice, ...] = ()
        self.go(self.moment)

    def go(self, moment: int) -> None:
        """Look at a moment, 0-based, or the nearest that there is."""
        self.moment = max(0, min(len(self.state.moments) - 1, moment))
        self._ways = ways(self.play, self.moment)
        self.cursor = 0
        self._look()

    def _look(self) -> WhatIf | None:
        if not self._ways:
            return None
        choice = self._ways[self.cursor]
        key = (self.moment, choice.id)
        if key not in self._seen:
            self._seen[key] = what_if(self.play, self.moment, choice.id)
        return self._seen[key]

    def handle(self, key: str) -> Intents:
        """Return the player's intents; look at another moment or another way."""
        if key.startswith("moment:"):
            self.go(int(key[7:]) - 1)
            return ()
        if key.startswith("row:") and int(key[4:]) < len(self._ways):
            if self.cursor == int(key[4:]):
                return (PlayOn(self.moment, self._ways[self.cursor].id),)
            self.cursor = int(key[4:])
            self._look()
            return ()
        if key.isdigit() and 1 <= int(key) <= len(self._ways):
            self.cursor = int(key) - 1
            self._look()
            return ()
        match key:
            case "left":
                self.go(self.moment - 1)
            case "right":
                self.go(self.moment + 1)
            case "up" | "down" if self._ways:
                self.cursor = (self.cursor + (1 if key == "down" else -1)) % len(self._ways)
                self._look()
            case "enter" if self._ways:
                return (PlayOn(self.moment, self._ways[self.cursor].id),)
            case "space":
                self.sheet = (self.sheet + 1) % max(1, self.sheets)
            case "escape" | "w":
                return (Close(),)
        return ()

    # -------------------------------------------------------- the page

    def page(self, desk: Desk, gallery: Gallery) -> Page:
        """Return the chart with both lines, what was said, and what might have been."""
        hints = [Hint("Enter", _("play on from there"), "enter"), Hint("←→", _("moment"), "right"),
                 Hint("↑↓", _("another way"), "down"), Hint("Esc", _("back to the column"), "escape")]
        roomy = desk.theme.text <= 1.2
        frame = whole(desk, _("What if"), hints, right=self.state.scenario.title)
        aside = _("Nothing is lost: the play as it was stays in the drawer.")
        marks, rest = headline(desk, frame.area, _("Take one sentence back"), aside if roomy else "")
        left = rest.w * 0.43
        right_x, right_w = rest.x + left + 64, rest.w - left - 64
        might, was = self._might(desk, right_w), self._was(desk, left)
        # the choices are read whole; the chart takes what they leave, and their reaction what that leaves
        menu = sum(galley.height + galley.before for galley in might[: len(self._ways) + 1])
        needed = max(menu, sum(galley.height + galley.before for galley in was[:2]))
        if not roomy or needed > rest.h - LOW - 100:
            hints.insert(3, Hint("Space", _("turn the page"), "space"))
            frame = whole(desk, _("What if"), hints, right=self.state.scenario.title)
            marks, rest = headline(desk, frame.area, _("Take one sentence back"), aside if roomy else "")
            return self._turned_pages(desk, frame, marks, rest)
        graph = self._chart(desk, rest.w, max(LOW, min(240.0 + desk.height - 1080, rest.h - menu - 150)))
        top = rest.y + 22 + graph.height + 14
        body = [*marks, *graph.at(rest.x, rest.y + 22)[0], *double_rule(top, rest.x, rest.w, desk.theme.palette.ink)]
        body.append(Fill(Box(right_x - 34, top + 34, 2, rest.bottom - top - 42), desk.theme.palette.ink))
        targets = list(graph.at(rest.x, rest.y + 22)[1])
        for x, galleys in ((rest.x, was), (right_x, might)):
            y = top + 24
            for galley in galleys:
                y += galley.before
                if y + galley.height > rest.bottom and galley is galleys[-1]:
                    break
                placed, places = galley.at(x, y)
                body += placed
                targets += places
                y += galley.height
        return frame.page(body, targets)

    def _turned_pages(self, desk: Desk, frame: Whole, marks: Sequence[Mark], rest: Box) -> Page:
        first = (Column(rest.x, rest.y + 16, rest.w, rest.h - 24),)
        later = (Column(frame.area.x, frame.area.y + 24, rest.w, frame.area.h - 36),)
        blocks = [
            *self._might(desk, rest.w),
            *self._was(desk, rest.w),
            self._chart(desk, rest.w, min(460.0, frame.area.h - 60)),
        ]
        pages = flowed(blocks, first, later)
        opened = self.count(len(pages))
        body, targets = set_in(pages[opened])
        return frame.page([*(marks if opened == 0 else ()), *body], targets)

    def _chart(self, desk: Desk, width: float, height: float) -> Galley:
        mine = changed(self.state, self.moment)
        other = self._look()
        person = _concerned(self.state.scenario, mine, other)
        happened = next((each for each in mine.series if each.person == person), None)
        instead = next((each for each in other.series if each.person == person), None) if other else None
        label, size = desk.style("label"), desk.style("label").size
        if happened is None and instead is None:
            return Galley((desk.setter.words(_("No account changed."), label, desk.theme.palette.mocha, 0, size),), size * 2)
        flat = self.state.scenario.people[person].capital or 0
        now = Curve("what happened", happened.values if happened else (flat,) * (len(self.state.moments) + 1))
        alternative = Curve("what might have", instead.values) if instead else None
        if instead is None and other is not None:
            alternative = Curve("what might have", (flat,) * (other.holds_until + 1))
        title = _("Capital with {name}", name=self.state.scenario.people[person].short)
        palette = desk.theme.palette
        strong = desk.style("label-strong")
        marks: list[Mark] = [desk.setter.words(title, strong, palette.ink, 0, size)]
        at = desk.width(title, "label-strong") + 40
        for words, colour in ((_("solid: what happened"), palette.ink), (_("dotted: the other way"), palette.teal)):
            if at + desk.width(words, "label") < width:
                marks.append(desk.setter.words(words, label, colour, at, size))
                at += desk.width(words, "label") + 32
        if other is not None and not other.complete:
            words = _("the play can be followed to moment {n}", n=other.holds_until)
            if at + desk.width(words, "label") < width:
                marks.append(desk.setter.words(words, label, palette.mocha, width, size, "end"))
        graph = chart(desk, Chart(now, alternative, fork=self.moment + 1), width, height, pick=True)
        placed, targets = graph.at(0, size + 30)
        return Galley((*marks, *placed), graph.height + size + 30, targets, before=16)

    def _was(self, desk: Desk, width: float) -> list[Galley]:
        palette = desk.theme.palette
        moment = self.state.moments[self.moment]
        size = desk.style("kicker").size
        # Translators: above what the player said or did
        head = _("Moment {n}: you said", n=self.moment + 1) if moment.choice.spoken else _("Moment {n}: you", n=self.moment + 1)
        marks: list[Mark] = [kicker(desk, head, 0, size, palette.mocha)]
        when, left = _when(self.state.scenario, moment.scene), desk.width(head.upper(), "kicker") + 30
        if left + desk.width(when, "label") <= width:
            marks.append(desk.setter.words(when, desk.style("label"), palette.mocha, width, size, "end"))
        galleys = [Galley(tuple(marks), size * 1.5, before=10, tied=True)]
        galleys.append(desk.setter.text(typographic(said(moment.choice)), desk.style("told"), palette.ink, width))
        reaction = _words(moment.reaction, self.state.scenario)
        if reaction:
            lines = shortened(desk, typographic(reaction), desk.style("direction"), width, 2)
            galleys.append(_lines(desk, lines, "direction").with_before(8))
        mine = changed(self.state, self.moment)
        galleys.append(_sums(desk, mine, width).with_before(10))
        return galleys

    def _might(self, desk: Desk, width: float) -> list[Galley]:
        palette = desk.theme.palette
        size = desk.style("kicker").size
        head = Galley((kicker(desk, _("You might have"), 0, size, palette.teal),), size * 1.5, before=10, tied=True)
        if not self._ways:
            text = _("There was no other way at this moment.")
            return [head, desk.setter.text(text, desk.style("reason"), palette.ink, width)]
        tails = []
        for choice in self._ways:
            seen = self._seen.get((self.moment, choice.id))
            tails.append(_("try it") if seen is None else f"{seen.at_once + seen.later:+d}".replace("-", "−"))
        items = [typographic(said(choice)) for choice in self._ways]
        menu = rows(desk, items, width, self.cursor, least=62, role="reason", hover=self.hover, accent=palette.teal, tails=tails)
        galleys = [head, *menu]
        other = self._look()
        if other is not None:
            reaction = typographic(_words(other.reaction, self.state.scenario))
            if other.granted is not None:
                reaction = f"{_('Granted.') if other.granted else _('Refused.')} {reaction}"
            if reaction.strip():
                lines = shortened(desk, reaction, desk.style("direction"), width, 2)
                galleys.append(_lines(desk, lines, "direction").with_before(10))
        return galleys

    def text(self) -> list[str]:
        """Return the page in reading order."""
        return in_lines(self.outline())

    def outline(self) -> Outline:
        """Return what was said at the moment, and the other ways with what they bring, as far as they were looked at."""
        choice, mine = self.state.moments[self.moment].choice, changed(self.state, self.moment)
        other = self._look()
        ways_ = [(way, self._seen.get((self.moment, way.id))) for way in self._ways]
        reaction = "" if other is None else typographic(_words(other.reaction, self.state.scenario))
        return looking.what_if(self.moment + 1, choice, mine, ways_, self.cursor, reaction.strip())


def _dearest(state: State) -> int:
    sums = [changed(state, index) for index in range(len(state.moments))]
    return min(range(len(sums)), key=lambda index: sums[index].at_once + sums[index].later)


def _concerned(scenario: Scenario, mine: WhatIf, other: WhatIf | None) -> str:
    """Return the person on whose account the two plays differ most, as far as both go."""
    happened = {each.person: each.values for each in mine.series}
    instead = {each.person: each.values for each in other.series} if other else {}

    def gap(person: str) -> int:
        flat = (scenario.people[person].capital or 0,) * 1000
        pairs = list(zip(happened.get(person, flat), instead.get(person, flat), strict=False))
        pairs = pairs[: min(len(mine.series[0].values) if mine.series else 0, other.holds_until + 1 if other else 1000)]
        return sum(abs(x - y) for x, y in pairs)

    return max(dict.fromkeys([*happened, *instead]), key=gap, default="")


def _when(scenario: Scenario, scene: str) -> str:
    here = scenario.scenes[scene]
    return clock_of(here.time, place_name(here.place))


def _words(paragraphs: tuple[Paragraph, ...], scenario: Scenario) -> str:
    out = []
    for paragraph in paragraphs:
        if isinstance(paragraph, Narration):
            out.append(paragraph.text)
        else:
            person = scenario.people.get(paragraph.person)
            name = person.short if person else scenario.you.short
            out.append(_("{name}: {text}", name=name, text=quoted(paragraph.text)))
    return " ".join(out)


def _lines(desk: Desk, lines: list[str], role: str) -> Galley:
    style = desk.style(role)
    marks = [
        desk.setter.words(line, style, desk.theme.palette.mocha, 0, style.size * 0.95 + n * style.line)
        for n, line in enumerate(lines)
    ]
    return Galley(tuple(marks), len(lines) * style.line)


def _when_it_came(found: WhatIf) -> str:
    """Return what came at once and what later, with drawn-out minus signs."""
    now, later = (f"{amount:+d}".replace("-", "−") for amount in (found.at_once, found.later))
    if found.at_once and found.later:
        # Translators: points of capital, each with its sign
        return _("{now} at once, {later} later", now=now, later=later)
    if found.at_once:
        return _("{now} at once", now=now)
    return _("nothing at once, {later} later", later=later) if found.later else _("nothing at once")


def _sums(desk: Desk, found: WhatIf, width: float) -> Galley:
    palette = desk.theme.palette
    whole_sum = found.at_once + found.later
    if whole_sum == 0 and found.later == 0:
        line = desk.setter.words(_("It changed no account."), desk.style("label"), palette.mocha, 0, desk.style("label").size)
        return Galley((line,), desk.style("label").line)
    delta, wide = big_delta(desk, whole_sum, 0, 66, "delta-small")
    label = desk.style("label")
    principle = name_of(found.choice.principle)
    first = _when_it_came(found)
    marks: list[Mark] = [*delta, desk.setter.words(first, label, palette.ink, wide + 28, 28)]
    if principle:
        colour = palette.teal if found.choice.honours else palette.tomato
        marks.append(desk.setter.words(verdict_on(principle, honoured=found.choice.honours is not None), desk.style("label-strong"), colour, wide + 28, 28 + label.line))
    return Galley(tuple(marks), max(78, 28 + label.line + 14))

