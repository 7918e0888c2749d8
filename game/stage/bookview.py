"""The address book as text and figures: who has been met, and what each account is made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from game.language import _
from game.stage.views import (
    Beat,
    BillBeat,
    Columnist,
    EndingBeat,
    PromiseBeat,
    ReactionBeat,
    SceneBeat,
    Setting,
    Spoken,
    Who,
    held_back,
    name_of,
    said,
    who,
)
from game.stage.wording import clock, verdict_on
from game.story.ledger import Entry, Kind, Ledger
from game.story.longest import longest
from game.story.model import YOU, Paragraph, Person, Speech
from game.story.playthrough import Moment, State
from game.story.vocabulary import Outcome, PersonId, Standing


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One line of an account."""

    when: str
    """Where it came to light."""
    origin: str
    """For what came later: `from Saturday, 9:52`; empty otherwise."""
    what: str
    quoted: bool
    """Whether it repeats what the player chose, which may be long."""
    label: str
    """The principle and what became of it; empty where the columnist still holds it back."""
    good: bool | None
    """Whether the label praises; None where it does neither."""
    amount: int | None
    """Points; None while covered."""
    total: int | None
    """The balance afterwards, in points; None while covered."""


@dataclass(frozen=True, slots=True)
class Account:
    """One person of the book."""

    who: Who
    """With the balance, or without one while it is covered."""
    face: str
    """The author's word for the expression that was last seen."""
    asked: str
    """What has been asked of them, in a sentence; empty while covered."""
    lines: tuple[LedgerLine, ...]
    """The first tells how things stood before; the amounts add up to the balance."""


@dataclass(frozen=True, slots=True)
class BookView:
    """The people met so far."""

    when: str
    covered: bool
    """Whether figures, standings and principles wait until the column is out."""
    people: tuple[Account, ...]


def book(state: State, columnist: Columnist, *, pages: Sequence[Beat] | None = None) -> BookView:
    """Return the address book: people by standing, the closest first, then by name; only by name while covered.

    Args:
        pages: the beats since the last choice that have been shown up to now; None where all have been. What a later
            page will bring does not stand in the book yet.
    """
    ended = state.over and (pages is None or any(isinstance(page, EndingBeat) for page in pages))
    covered = columnist is Columnist.AT_THE_END and not ended
    ledger = _in_light(state, pages)
    faces: dict[PersonId, str] = {}
    met = {entry.person for entry in ledger}
    for scene, speaker, face in _seen(state, pages):
        met.add(speaker)
        if face or speaker not in faces:
            faces[speaker] = face
        met |= set(state.scenario.scenes[scene].portraits)
    only_reacted = pages is not None and all(isinstance(page, ReactionBeat) for page in pages)
    moments = state.moments[:-1] if only_reacted else state.moments
    here = pages[-1].setting if pages else setting_at(state, state.scene, len(state.moments))
    accounts = [
        _account(state, person, ledger, faces.get(person.id, ""), covered, moments, here.scene)
        for person in state.scenario.accounts
        if person.id in met
    ]
    accounts.sort(key=lambda account: (-_step(account.who.standing), account.who.short.casefold()))
    return BookView(clock(here), covered, tuple(accounts))


def setting_at(state: State, scene: str, moment: int) -> Setting:
    """Return where a scene plays; `moment` is how many choices have been made."""
    here = state.scenario.scenes[scene]
    return Setting(scene, here.place, here.light, here.time, moment, longest(state.scenario), state.scenario.title)


def _step(band: Standing | None) -> int:
    return band.step if band else 0


def _in_light(state: State, pages: Sequence[Beat] | None) -> Ledger:
    """Return the entries that have been shown, in the order in which they were posted."""
    if pages is None or any(isinstance(page, EndingBeat) or _offers(page) for page in pages):
        return state.ledger
    now = len(state.moments)
    told = any(not isinstance(page, ReactionBeat) for page in pages)

    def shown(entry: Entry) -> bool:
        if entry.posted < now:
            return True
        match entry.kind:
            case Kind.LATER:
                return any(
                    isinstance(page, BillBeat)
                    and page.setting.scene == entry.scene
                    and page.cause.moment - 1 == entry.moment
                    for page in pages
                )
            case Kind.BROKEN:
                return any(
                    isinstance(page, PromiseBeat) and not page.kept and page.given.moment - 1 == entry.moment
                    for page in pages
                )
        return told

    return tuple(entry for entry in state.ledger if shown(entry))


def _offers(page: Beat) -> bool:
    return isinstance(page, SceneBeat) and bool(page.options)


def _seen(state: State, pages: Sequence[Beat] | None) -> Iterable[tuple[str, PersonId, str]]:
    """Yield scene, speaker and expression of each line that was heard, in order."""

    def heard(scene: str, paragraphs: Iterable[Paragraph]) -> Iterable[tuple[str, PersonId, str]]:
        for paragraph in paragraphs:
            if isinstance(paragraph, Speech) and paragraph.person != YOU:
                yield scene, paragraph.person, paragraph.face

    before = state.moments if pages is None else state.moments[:-1]
    if state.moments or pages is None:
        for arrival in state.opening:
            yield from heard(arrival.scene, arrival.paragraphs)
    for moment in before:
        yield from heard(moment.scene, moment.reaction)
        for arrival in moment.arrivals:
            yield from heard(arrival.scene, arrival.paragraphs)
    for page in pages or ():
        for line in getattr(page, "script", ()):
            if isinstance(line, Spoken) and line.who.id != YOU:
                yield page.setting.scene, line.who.id, line.face


def _account(
    state: State, person: Person, ledger: Ledger, face: str, covered: bool, moments: Sequence[Moment], here: str
) -> Account:
    opening = person.capital or 0
    total = opening
    lines = [_line(_("At the start"), "", _("How things stood between you"), False, "", None, opening, total, covered)]
    for entries in _gathered(entry for entry in ledger if entry.person == person.id):
        amount = sum(entry.amount for entry in entries)
        total += amount
        first = entries[0]
        moment = state.moments[first.moment]
        when = clock(setting_at(state, first.scene, first.posted))
        origin = ""
        if first.kind in (Kind.LATER, Kind.BROKEN):
            origin = _("from {time}", time=clock(setting_at(state, moment.scene, moment.index)))
        what, quoted = _what(first, moment)
        label, good = ("", None) if covered else _label(first, moment, ledger)
        lines.append(_line(when, origin, what, quoted, label, good, amount, total, covered))
    scene = state.scenario.scenes[here]
    balances = {**state.balances, person.id: total}
    shown = who(state, person.id, scene, balances)
    if covered:
        shown = Who(shown.id, shown.name, shown.short, shown.role, shown.art, None)
    return Account(shown, face, "" if covered else _asked(moments, person.id), tuple(lines))


def _line(
    when: str, origin: str, what: str, quoted: bool, label: str, good: bool | None, amount: int, total: int, covered: bool
) -> LedgerLine:
    return LedgerLine(
        when, origin, what, quoted, label, good, None if covered else amount, None if covered else total
    )


def _gathered(entries: Iterable[Entry]) -> list[list[Entry]]:
    """Return entries in lines; what one choice did at once is one line, whether by itself or by its outcome."""
    lines: list[list[Entry]] = []
    for entry in entries:
        last = lines[-1][-1] if lines else None
        if last and entry.kind is last.kind is Kind.CHOICE and entry.moment == last.moment:
            lines[-1].append(entry)
        else:
            lines.append([entry])
    return lines


def _what(entry: Entry, moment: Moment) -> tuple[str, bool]:
    """Return what a line tells, and whether it repeats the choice; never the columnist's advice."""
    if entry.kind is not Kind.CHOICE:
        return entry.reason, False
    words = said(moment.choice)
    if not moment.choice.spoken:
        return words, True
    # Translators: {words} bring their own quotation marks
    return _("You asked: {words}", words=words) if moment.choice.ask else _("You said: {words}", words=words), True


def _label(entry: Entry, moment: Moment, ledger: Ledger) -> tuple[str, bool | None]:
    match entry.kind:
        case Kind.COST:
            return _("Granted, and well spent"), True
        case Kind.LATER:
            return _("Came later"), entry.amount > 0
        case Kind.BROKEN:
            return _("A promise not kept"), False
    choice = moment.choice
    landed = any(other.kind is Kind.LATER and other.moment == entry.moment for other in ledger)
    if held_back(choice) and not landed:
        return "", None
    if choice.principle:
        honoured = choice.honours is not None
        return verdict_on(name_of(choice.principle), honoured=honoured), honoured
    if moment.kept is not None:
        return _("A promise kept"), True
    return "", None


def _asked(moments: Iterable[Moment], person: PersonId) -> str:
    asks = [moment for moment in moments if moment.choice.ask and moment.choice.ask.of == person]
    granted = sum(moment.outcome is Outcome.GRANTED for moment in asks)
    refused = len(asks) - granted
    if not asks:
        return _("You have asked for nothing yet.")
    if granted and refused:
        return _("Of {asked} things asked, {granted} granted.", asked=len(asks), granted=granted)
    match len(asks), bool(granted):
        case 1, True:
            return _("You asked, and it was granted.")
        case 1, False:
            return _("You asked, and it was not yours to ask.")
        case 2, True:
            return _("You asked twice, and it was granted.")
        case 2, False:
            return _("You asked twice, and it was not yours to ask.")
        case many, True:
            return _("You asked {n} times, and it was granted.", n=many)
        case many, _granted:
            return _("You asked {n} times, and it was not yours to ask.", n=many)
