"""The pages since the last choice, in the order in which they are lived.

The person reacts, then the account changes, then (or only at the end) the columnist speaks; then the next scene is
told, what it brings to light is shown beside the moment that caused it, and the next choices are offered.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from game.stage.views import (
    AccountBeat,
    Asked,
    Beat,
    BillBeat,
    Change,
    Columnist,
    EndingBeat,
    PromiseBeat,
    ReactionBeat,
    SceneBeat,
    Setting,
    Spoken,
    Told,
    held_back,
    name_of,
    options,
    said,
    who,
)
from game.story.ledger import Entry, Kind, Ledger
from game.story.longest import longest
from game.story.model import YOU, Narration, Paragraph
from game.story.playthrough import Moment, State
from game.story.vocabulary import Outcome, PersonId


def beats(state: State, columnist: Columnist, seed: int = 0) -> tuple[Beat, ...]:
    """Return the pages since the last choice, or since the start; the last offers the choices or is the ending."""
    balances = {person.id: person.capital for person in state.scenario.accounts if person.capital is not None}
    reader = _Reader(state, columnist, seed, balances, longest(state.scenario))
    last = len(state.moments)
    shown: tuple[Beat, ...] = tuple(reader.arrivals(0))
    for moment in state.moments:
        made = tuple(reader.moment(moment))
        arrived = tuple(reader.arrivals(moment.index + 1))
        if moment.index + 1 == last:
            shown = (*made, *arrived)
    return shown


@dataclass(slots=True)
class _Reader:
    """Walks through a play in order, and knows the balances and faces as they were at each step."""

    state: State
    columnist: Columnist
    seed: int
    balances: dict[PersonId, int]
    about: int
    seen: Spoken | None = None
    place: str = ""
    faces: dict[PersonId, tuple[str, str]] = field(default_factory=dict)
    """The expression that each person had last, as the author's word and as it is read."""
    present: dict[PersonId, Spoken] = field(default_factory=dict)
    """Who has spoken since the place changed."""

    def setting(self, scene: str, moment: int) -> Setting:
        here = self.state.scenario.scenes[scene]
        scenario = self.state.scenario
        return Setting(scene, here.place, here.light, here.time, moment, self.about, scenario.title)

    def script(self, paragraphs: tuple[Paragraph, ...], scene: str) -> tuple[Told | Spoken, ...]:
        here = self.state.scenario.scenes[scene]
        lines: list[Told | Spoken] = []
        for paragraph in paragraphs:
            if isinstance(paragraph, Narration):
                lines.append(Told(paragraph.text))
                continue
            face = (paragraph.face, paragraph.face_shown) if paragraph.face else self.faces.get(paragraph.person, ("", ""))
            self.faces[paragraph.person] = face
            shown = who(self.state, paragraph.person, here, self.balances)
            spoken = Spoken(shown, face[0], paragraph.direction, paragraph.text, face[1], paragraph.direction_shown)
            lines.append(spoken)
            if paragraph.person == YOU:
                continue
            if not spoken.away:
                self.seen = self.present[paragraph.person] = spoken
            elif self.seen is None or self.seen.away:
                self.seen = spoken
        return tuple(lines)

    def enter(self, scene: str) -> Spoken | None:
        """Return who is still seen; a change of place begins with an empty picture."""
        here = self.state.scenario.scenes[scene]
        where = f"{here.place}/{here.light}/{here.time}"
        if where != self.place:
            self.seen = None
            self.present = {}
        self.place = where
        return self.seen

    def shown(self, changes: tuple[Change, ...]) -> Spoken | None:
        """Return whom the picture shows beside some changes: of those concerned somebody who is there."""
        here = next((self.present[change.who.id] for change in changes if change.who.id in self.present), self.seen)
        if here is None:
            return None
        capital = None if here.who.capital is None else self.balances[here.who.id]
        return replace(here, who=replace(here.who, capital=capital))

    def post(self, entries: Ledger, scene: str) -> tuple[Change, ...]:
        """Return one change a person, the largest first, and move the balances on."""
        sums: dict[PersonId, int] = {}
        for entry in entries:
            sums[entry.person] = sums.get(entry.person, 0) + entry.amount
        return self._change(sums, scene)

    def _change(self, sums: dict[PersonId, int], scene: str) -> tuple[Change, ...]:
        here = self.state.scenario.scenes[scene]
        changes = []
        for person, amount in sums.items():
            before = self.balances[person]
            self.balances[person] = before + amount
            if amount:
                changes.append(Change(who(self.state, person, here, self.balances), amount, before))
        return tuple(sorted(changes, key=lambda change: -abs(change.amount)))

    def moment(self, moment: Moment) -> Iterator[Beat]:
        """Yield the reaction and the account of one choice."""
        setting = self.setting(moment.scene, moment.index + 1)
        at_first = self.seen
        script = self.script(moment.reaction, moment.scene)
        words = said(moment.choice)
        if script:
            yield ReactionBeat(setting, words, script, at_first)
        kept = moment.kept
        changes = self.post(moment.posted, moment.scene)
        if kept is not None:
            given = self.state.words[kept.id]
            cause = self.setting(self.state.moments[given.moment].scene, given.moment + 1)
            to = who(self.state, kept.to, self.state.scenario.scenes[moment.scene], self.balances)
            figures = self.columnist is Columnist.AFTER_EACH_CHOICE
            because = moment.choice.advice
            yield PromiseBeat(setting, cause, True, to, kept.text, because, changes, self.shown(changes), figures)
            return
        if self.columnist is Columnist.AT_THE_END:
            return
        note = "" if held_back(moment.choice) else moment.choice.advice
        asked = self._asked(moment)
        promised = " ".join(promise.text for promise in moment.promises)
        if changes or asked or note or promised:
            principle = "" if held_back(moment.choice) else name_of(moment.choice.principle)
            yield AccountBeat(
                setting, words, changes, asked, note, moment.choice.honours is not None, principle, promised, self.shown(changes)
            )

    def _asked(self, moment: Moment) -> Asked | None:
        ask = moment.choice.ask
        if ask is None or moment.held is None:
            return None
        of = who(self.state, ask.of, self.state.scenario.scenes[moment.scene], self.balances)
        return Asked(moment.outcome is Outcome.GRANTED, of, ask.cost, moment.held)

    def bills(self, posted: Ledger, scene: str, moment: int) -> list[Beat]:
        """Return a page a cause, the largest last."""
        figures = self.columnist is Columnist.AFTER_EACH_CHOICE
        setting = self.setting(scene, moment)
        pages: list[Beat] = []
        # in the order in which they are shown, so that each page goes on from the balance of the one before
        for caused_by, entries in sorted(_by_moment(posted, Kind.LATER).items(), key=lambda found: _weight(found[1])):
            cause = self.state.moments[caused_by]
            changes = self.post(entries, scene)
            because = tuple(dict.fromkeys(entry.reason for entry in entries))
            note = cause.choice.advice if figures and held_back(cause.choice) else ""
            origin = self.setting(cause.scene, caused_by + 1)
            seen = self.shown(changes)
            pages.append(BillBeat(setting, origin, said(cause.choice), changes, because, note, seen, figures))
        if self.state.scenario.scenes[scene].ending is not None:
            pages += self._broken(setting)
        return pages

    def _broken(self, setting: Setting) -> Iterator[Beat]:
        """Yield a page for each promise that the ending found open."""
        figures = self.columnist is Columnist.AFTER_EACH_CHOICE
        here = self.state.scenario.scenes[setting.scene]
        for word in self.state.words.values():
            if word.kept_at is None:
                changes = self._change(dict(word.promise.broken), setting.scene)
                to = who(self.state, word.promise.to, here, self.balances)
                given = self.setting(self.state.moments[word.moment].scene, word.moment + 1)
                words, why = word.promise.text, word.promise.because
                yield PromiseBeat(setting, given, False, to, words, why, changes, self.shown(changes), figures)

    def arrivals(self, moment: int) -> Iterator[Beat]:
        """Yield what is told since a moment, up to the next choices or the ending."""
        told = self.state.opening if moment == 0 else self.state.moments[moment - 1].arrivals
        for arrival in told:
            scene = self.state.scenario.scenes[arrival.scene]
            setting = self.setting(arrival.scene, moment)
            at_first = self.enter(arrival.scene)
            # told with the balances of before the bills, which are shown on the pages that follow
            script = self.script(arrival.paragraphs, arrival.scene)
            bills = self.bills(arrival.posted, arrival.scene, moment)
            after = self.script(arrival.paragraphs, arrival.scene) if bills else script
            if scene.ending is not None:
                if script and bills:
                    yield SceneBeat(setting, script, (), at_first)
                yield from bills
                yield EndingBeat(setting, scene.ending.title, after[-3:] if bills else script, at_first)
            elif scene.choices:
                if bills and script:
                    yield SceneBeat(setting, script, (), at_first)
                yield from bills
                last = moment == len(self.state.moments)
                offers = options(self.state, self.seed) if last else ()
                if last:
                    first = self.seen if bills else at_first
                    yield SceneBeat(setting, after, offers, first, short=bool(bills))
            else:
                if script:
                    yield SceneBeat(setting, script, (), at_first)
                yield from bills


def _weight(entries: Ledger) -> int:
    return sum(abs(entry.amount) for entry in entries)


def _by_moment(posted: Ledger, kind: Kind) -> dict[int, Ledger]:
    groups: dict[int, tuple[Entry, ...]] = {}
    for entry in posted:
        if entry.kind is kind:
            groups[entry.moment] = (*groups.get(entry.moment, ()), entry)
    return groups
