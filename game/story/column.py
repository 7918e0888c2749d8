"""The column's two voices: the letter that the player writes, and the reply of the columnist.

How it is composed: the letter tells three moments in the order in which they were played, the one that counted most,
the one that counted most the other way, and the last. The reply receives it, says what the dearest break cost and
when that showed, with a sentence that might have been said; then what the best move brought; what was mended; one
small act for this week.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from textwrap import wrap

from game.story import pools
from game.story.ledger import Entry, Kind, of_moment, total
from game.story.model import Choice, Later
from game.story.playthrough import Moment, Playthrough, State, offered, replay, step
from game.story.vocabulary import Tone

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NUMBERS = ("nothing", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


@dataclass(frozen=True, slots=True)
class Letter:
    """What the player writes."""

    salutation: str
    paragraphs: tuple[str, ...]
    signature: str


@dataclass(frozen=True, slots=True)
class Reply:
    """What the columnist answers."""

    salutation: str
    paragraphs: tuple[str, ...]
    quote: str
    """The sentence to print large: what might have been said, or the note on the best move."""
    sign_off: str


def wrapped(paragraphs: Iterable[str], width: int) -> list[str]:
    """Return paragraphs as lines, with an empty line after each."""
    lines: list[str] = []
    for paragraph in paragraphs:
        lines += [*wrap(paragraph, width), ""]
    return lines


def compose(state: State, seed: int) -> tuple[Letter, Reply]:
    """Return the letter and the reply of a play, the joining words drawn by the seed."""
    draw = _Draw(seed)
    tone = state.here.ending.tone if state.here.ending else Tone.MIXED
    return _letter(state, tone, draw), _reply(state, tone, draw)


class _Draw:
    """Picks from pools, the same for the same seed, and never the same words twice in a column."""

    def __init__(self, seed: int) -> None:
        self._state = seed * 2 + 1
        self._used: set[str] = set()

    def __call__(self, pool: Sequence[str]) -> str:
        fresh = [words for words in pool if words not in self._used] or list(pool)
        # a small multiplicative generator: the core may not import a clock or a source of luck
        self._state = (self._state * 6364136223846793005 + 1442695040888963407) % 2**64
        words = fresh[(self._state >> 33) % len(fresh)]
        self._used.add(words)
        return words


# ---------------------------------------------------------------- the letter


def told(state: State) -> tuple[Moment, ...]:
    """Return the moments that the letter tells, in the order in which they were played: three at the most."""
    moments = state.moments
    if not moments:
        return ()
    sums = {moment.index: total(_counted(state, moment.index)) for moment in moments}
    most = max(moments, key=lambda moment: abs(sums[moment.index]))
    sign = 1 if sums[most.index] >= 0 else -1
    others = [moment for moment in moments if sums[moment.index] * sign < 0]
    other = max(others, key=lambda moment: abs(sums[moment.index]), default=moments[0])
    chosen = {most.index, other.index, moments[-1].index}
    return tuple(moment for moment in moments if moment.index in chosen)


def _letter(state: State, tone: Tone, draw: _Draw) -> Letter:
    you = state.scenario.you
    sentences = [_sentence(you.situation) or _wish(you.wants)]
    moments = told(state)
    for place, moment in enumerate(moments):
        joiner = ""
        if place and place == len(moments) - 1 and moment.index == len(state.moments) - 1:
            joiner = draw(pools.LAST)
        elif place:
            joiner = draw(pools.SECOND)
        sentences.append(_sentence(clause(moment.choice), joiner))
    if state.here.ending and state.here.ending.letter:
        sentences.append(_sentence(state.here.ending.letter))
    sentences.append(draw(pools.QUESTIONS[tone]))
    return Letter("Dear Coffee First,", (" ".join(sentence for sentence in sentences if sentence),), you.signs_as)


def _wish(wants: str) -> str:
    wants = wants.strip().rstrip(".")
    if not wants:
        return ""
    if wants.lower().startswith("to "):
        return f"I wanted {wants[0].lower()}{wants[1:]}."
    return f"What I wanted was {wants[0].lower()}{wants[1:]}."


def clause(choice: Choice) -> str:
    """Return what a choice was, as the player tells it: a clause that begins with I."""
    if choice.letter:
        return choice.letter
    if choice.spoken:
        return f"I said, “{choice.text}”"
    return f"I chose to {choice.text[:1].lower()}{choice.text[1:]}"


def _sentence(words: str, joiner: str = "") -> str:
    words = words.strip()
    if not words:
        return ""
    if joiner:
        words = f"{joiner} {words}"
    words = words[0].upper() + words[1:]
    return words if words[-1] in ".?!”" else f"{words}."


# ---------------------------------------------------------------- the reply


def _counted(state: State, moment: int) -> tuple[Entry, ...]:
    """Return the entries of a moment without the cost of a granted ask, which bought something."""
    return tuple(entry for entry in of_moment(state.ledger, moment) if entry.kind is not Kind.COST)


def _reply(state: State, tone: Tone, draw: _Draw) -> Reply:
    breaks = [moment for moment in state.moments if moment.choice.breaks]
    keeps = [moment for moment in state.moments if moment.choice.honours]
    sums = {moment.index: total(_counted(state, moment.index)) for moment in state.moments}
    broken = min(breaks, key=lambda moment: sums[moment.index], default=None)
    honoured = max(keeps, key=lambda moment: sums[moment.index], default=None)
    paragraphs = [draw(pools.RECEIVE[tone])]
    quote = ""
    if broken is not None:
        paragraphs.append(_on_the_break(state, broken, draw))
        quote = broken.choice.instead
    elif (temptation := _temptation(state)) is not None:
        paragraphs.append(_on_the_temptation(state, *temptation, draw))
    if honoured is not None:
        paragraphs.append(_on_the_deed(state, honoured, broken, draw))
        quote = quote or _first_sentence(honoured.choice.advice)
    else:
        paragraphs.append(draw(pools.KIND_WISH))
    step_ = pools.NEXT_STEPS[_weakest(state, breaks)]
    paragraphs.append(f"{draw(step_)} {draw(pools.CLOSERS[tone])}")
    first_word = state.scenario.you.signs_as.split()
    name = first_word[0].rstrip(",") if first_word else state.scenario.you.short
    return Reply(f"Dear {name},", tuple(paragraphs), quote, "C. F.")


def _on_the_break(state: State, moment: Moment, draw: _Draw) -> str:
    parts = [draw(pools.BREAK_OPENINGS), _full_stop(moment.choice.advice), cost(state, moment.index)]
    if moment.choice.instead:
        words = draw(pools.INSTEAD)
        instead = moment.choice.instead.strip()
        parts.append(words.format(instead=_without_stop(instead) if words.startswith("“") else instead))
    return " ".join(part for part in parts if part)


def _on_the_deed(state: State, moment: Moment, broken: Moment | None, draw: _Draw) -> str:
    parts = [draw(pools.HONOUR_OPENINGS) if broken is not None else "", _full_stop(moment.choice.advice)]
    parts.append(gain(state, moment.index))
    if broken is not None:
        parts.append(_repair(state, broken))
    return " ".join(part for part in parts if part)


def _on_the_temptation(state: State, choice: Choice, loss: int, draw: _Draw) -> str:
    said = f"“{choice.text}”" if choice.spoken else f"{_full_stop(choice.text)}"
    pool = pools.TEMPTED_TO_SAY if choice.spoken else pools.TEMPTED_TO_DO
    words = draw(pool).format(said=said, loss=number(-loss))
    return f"{words} {_full_stop(choice.advice)}" if choice.advice else words


def _full_stop(text: str) -> str:
    text = text.strip()
    return text if not text or text[-1] in ".?!”\"" else f"{text}."


def _without_stop(text: str) -> str:
    return text.strip().rstrip(".") if not text.strip().endswith(("?", "!")) else text.strip()


def _first_sentence(text: str) -> str:
    return text.split(". ", maxsplit=1)[0].rstrip(".") + "." if text else ""


def number(value: int) -> str:
    """Return a whole number in words up to twelve, then in figures."""
    return NUMBERS[value] if 0 <= value < len(NUMBERS) else str(value)


def when(time: str) -> str:
    """Return when something showed, to stand in a sentence: `on Monday`, or `later`."""
    words = time.replace(",", " ").split()
    return next((f"on {word}" for word in words[:2] if word.lower() in WEEKDAYS), "later")


def _by_person(state: State, entries: Sequence[Entry], sign: int, *, known: Sequence[Entry] = ()) -> str:
    """Return `six with Leslie and two with Priya`; of one person who was named before, only `six more`."""
    sums: dict[str, int] = {}
    for entry in entries:
        sums[entry.person] = sums.get(entry.person, 0) + entry.amount
    if len(sums) == 1 and set(sums) == {entry.person for entry in known}:
        return "".join(f"{number(abs(amount))} more" for amount in sums.values() if amount * sign > 0)
    parts = [
        f"{number(abs(amount))} with {state.scenario.people[person].short}"
        for person, amount in sorted(sums.items(), key=lambda found: -abs(found[1]))
        if amount * sign > 0
    ]
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}" if parts else ""


def _landed(state: State, entries: Sequence[Entry], *, began: str) -> list[tuple[str, tuple[Entry, ...]]]:
    """Return the entries that came later, by when they showed; on the deed's own weekday that is only `later`."""
    groups: dict[str, tuple[Entry, ...]] = {}
    for entry in entries:
        showed = when(state.scenario.scenes[entry.scene].time)
        showed = "later" if showed == began else showed
        groups[showed] = (*groups.get(showed, ()), entry)
    return list(groups.items())


def cost(state: State, moment: int) -> str:
    """Return a sentence that says what a moment cost, and when that showed; empty where it cost nothing."""
    entries = _counted(state, moment)
    at_once = [entry for entry in entries if entry.kind is Kind.CHOICE]
    later = [entry for entry in entries if entry.kind is not Kind.CHOICE and entry.amount < 0]
    now = _by_person(state, at_once, -1)
    landed = _landed(state, later, began=when(state.scenario.scenes[state.moments[moment].scene].time))
    known = [entry for entry in at_once if entry.amount < 0] if now else []
    bills = [(showed, _by_person(state, group, -1, known=known)) for showed, group in landed]
    bills = [(showed, words) for showed, words in bills if words]
    if not now and not bills:
        return ""
    if not bills:
        return f"It cost you {now}, there and then."
    showed, words = bills[0]
    more = "".join(f", and {others} {then}" for then, others in bills[1:])
    if now:
        return f"It cost you {now} there and then, and {words} {showed}{more}."
    earned = total(entry for entry in at_once if entry.amount > 0)
    looked = f"It even earned you {number(earned)} at the time." if earned > 0 else "It looked free."
    return f"{looked} The bill came {showed}: {words}{more}."


def gain(state: State, moment: int) -> str:
    """Return a sentence that says what a moment brought; empty where it brought nothing."""
    entries = [entry for entry in _counted(state, moment) if entry.amount > 0]
    at_once = [entry for entry in entries if entry.kind is Kind.CHOICE]
    now = _by_person(state, at_once, 1)
    later = [entry for entry in entries if entry.kind is not Kind.CHOICE]
    began = when(state.scenario.scenes[state.moments[moment].scene].time)
    landed = _landed(state, later, began=began)
    bills = [(showed, _by_person(state, group, 1, known=at_once)) for showed, group in landed]
    if not now and not bills:
        return ""
    if not bills:
        return f"It earned you {now}."
    showed, words = bills[0]
    if not now:
        return f"It earned you {words}, {showed}."
    return f"It earned you {now}, and {words} {showed}."


def _repair(state: State, broken: Moment) -> str:
    """Return a sentence on a break that was owned later: what it had cost, and what came back."""
    lost: dict[str, int] = {}
    for entry in _counted(state, broken.index):
        lost[entry.person] = lost.get(entry.person, 0) + entry.amount
    for moment in state.moments[broken.index + 1 :]:
        if moment.choice.honours != "own-it":
            continue
        for entry in _counted(state, moment.index):
            if 4 * entry.amount >= -lost.get(entry.person, 0) > 0:
                back, of = number(entry.amount), number(-lost[entry.person])
                name = state.scenario.people[entry.person].short
                if entry.amount >= -lost[entry.person]:
                    return f"And you owned it: all that it had cost came back from {name}."
                return f"And you owned it: {back} of the {of} came back from {name}."
    return ""


def _weakest(state: State, breaks: Sequence[Moment]) -> str:
    """Return the principle that needs practice most: the dearest one broken, else the one least often honoured."""
    losses: dict[str, int] = {}
    for moment in breaks:
        principle = moment.choice.breaks or ""
        losses[principle] = losses.get(principle, 0) + min(-1, total(_counted(state, moment.index)))
    if losses:
        return min(losses, key=lambda principle: losses[principle])
    seen: dict[str, int] = {}
    then = replay(Playthrough(state.scenario))
    for moment in state.moments:
        for choice in offered(then).values():
            if choice.honours:
                seen[choice.honours] = seen.get(choice.honours, 0) - (choice.id != moment.choice.id)
        then = step(then, moment.choice.id)
    return min(seen, key=lambda principle: seen[principle], default="ongoing")


def _temptation(state: State) -> tuple[Choice, int] | None:
    """Return the dearest choice that was offered and left alone, with what it would have cost."""
    worst: tuple[Choice, int] | None = None
    then = replay(Playthrough(state.scenario))
    for moment in state.moments:
        for choice in offered(then).values():
            if choice.id != moment.choice.id and choice.breaks:
                loss = _price(choice, then)
                if loss < 0 and (worst is None or loss < worst[1]):
                    worst = choice, loss
        then = step(then, moment.choice.id)
    return worst


def _price(choice: Choice, state: State) -> int:
    """Return what a choice would bring in a state, its deferred entries included, without the cost of an ask."""
    amounts = [amount for _, amount in choice.capital]
    laters: tuple[Later, ...] = choice.later
    if choice.ask is not None:
        branch = choice.ask.granted if state.capital(choice.ask.of) >= choice.ask.cost else choice.ask.refused
        amounts += [amount for _, amount in branch.capital]
        laters = (*laters, *branch.later)
    return sum(amounts) + sum(amount for later in laters for _, amount in later.capital)
