"""What to say when a page changes: what is new on it, once; what the cursor comes to; nothing twice. Pure."""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from game.language import _, n_
from game.stage.outline import Role, in_words
from game.stage.seen import Place, Seen

SCREENS, LATELY = 8, 80
"""So many screens are remembered, and so many things that were read: opening the address book repeats no scene."""
TAKEN = (Role.CHOICE, Role.SETTING)


@dataclass(frozen=True, slots=True)
class Utterance:
    """Something to say."""

    text: str
    speaker: str = ""
    """The id of the person in whose voice it is said; empty for the narrator's."""
    place: Place = ()
    """The thing of the page that it tells, and that is marked meanwhile; empty for none."""
    row: bool = False
    """Whether it is a thing to take, on which the cursor is."""
    status: bool = False
    """Whether it tells what has just changed, and waits for its turn."""
    about: bool = False
    """Whether it tells about the page, and stands on no page: how many choices there are."""


@dataclass(slots=True)
class _Memory:
    """What has been read of one screen."""

    screen: object
    told: dict[Place, str] = field(default_factory=dict)
    open: frozenset[Place] = frozenset()
    """What lay open when it was last shown."""
    cursor: tuple[str, str] = ("", "")


class Reading:
    """Remembers what was read, so that each page is read once and a turned page goes on where the last one ended."""

    def __init__(self) -> None:
        self._screens: OrderedDict[int, _Memory] = OrderedDict()
        self._lately: deque[str] = deque(maxlen=LATELY)
        self._last = 0
        self._told_how: set[str] = set()

    def turned(self, screen: object, parts: Sequence[Seen], *, keyed: bool, back: bool) -> tuple[Utterance, ...]:
        """Return what is to be said now that a page is shown.

        Args:
            screen: what is shown; its identity tells whether it was shown before.
            parts: what lies open on it.
            keyed: whether a key was pressed since the last page; else what merely changed in place is not read.
            back: whether that key goes back, so that what was read is wanted again.
        """
        memory = self._memory(screen)
        fresh, came = not memory.told, id(screen) != self._last
        self._last = id(screen)
        content = [part for part in parts if part.node.role not in (*TAKEN, Role.BUTTON)]
        now = frozenset(part.place for part in content)
        sheet, memory.open = now != memory.open, now
        again = back and (fresh or sheet)
        new = [part for part in content if again or self._is_new(memory, part, fresh=fresh, keyed=keyed)]
        for part in content:
            memory.told[part.place] = part.node.text
        self._lately += [_signature(part) for part in content]
        spoken = list(spoken_of(part for part in new if not part.node.quiet))
        if came and not fresh and not spoken:
            spoken += spoken_of(part for part in content if part.node.role is Role.HEADING)
        return (*spoken, *self._choices(memory, parts, came=came or sheet))

    def _memory(self, screen: object) -> _Memory:
        memory = self._screens.get(id(screen))
        if memory is None or memory.screen is not screen:
            memory = self._screens[id(screen)] = _Memory(screen)
            while len(self._screens) > SCREENS:
                self._screens.popitem(last=False)
        self._screens.move_to_end(id(screen))
        return memory

    def _is_new(self, memory: _Memory, part: Seen, *, fresh: bool, keyed: bool) -> bool:
        if part.node.role is Role.STATUS:
            return memory.told.get(part.place) != part.node.text
        if part.place not in memory.told:
            known = part.node.role in (Role.PARAGRAPH, Role.LINE) or not keyed
            return not (fresh and known and _signature(part) in self._lately)
        return keyed and memory.told[part.place] != part.node.text

    def _choices(self, memory: _Memory, parts: Sequence[Seen], *, came: bool) -> Iterator[Utterance]:
        """Yield how many choices there are, when one comes to them, and the one that the cursor is on."""
        rows = [part for part in parts if part.node.role in TAKEN]
        if came and rows and rows[0].node.role is Role.CHOICE:
            count = rows[0].node.position[1] if rows[0].node.position else len(rows)
            yield Utterance(n_("{n} choice.", "{n} choices.", count), about=True)
        hot = next((part.node for part in parts if part.node.role is Role.BUTTON and part.node.cap), None)
        how = "rows" if rows else "page"
        if came and how not in self._told_how and hot is not None:
            self._told_how.add(how)
            if rows:
                yield Utterance(_("The arrows up and down read them."), about=True)
            yield Utterance(_("{key}: {does}.", key=hot.cap, does=hot.text), about=True)
        on = next((part for part in rows if part.node.selected), None)
        cursor = (f"{on.place}{on.node.text}", on.node.value) if on is not None else ("", "")
        if on is not None and (came or cursor != memory.cursor):
            yield row_in_words(on)
        memory.cursor = cursor


def _signature(part: Seen) -> str:
    return f"{part.node.speaker}:{part.node.text}"


def spoken_of(parts: Iterable[Seen]) -> Iterator[Utterance]:
    """Yield what is said of some things; a name is told once while the same person goes on speaking."""
    speaker: tuple[str, str] = ("", "")
    for part in parts:
        node = part.node
        if node.role is Role.LINE:
            if (node.speaker, node.manner) != speaker:
                named = _("{name}, {manner}:", name=node.name, manner=node.manner) if node.manner else f"{node.name}:"
                yield Utterance(named, place=part.place)
            yield Utterance(node.text, speaker=node.speaker, place=part.place)
            speaker = (node.speaker, node.manner)
            continue
        speaker = ("", "")
        if node.role is Role.TABLE:
            if node.text:
                yield Utterance(node.text, place=part.place)
            yield from (Utterance(row.node.text, place=row.place) for row in part.children if row.node.text)
        elif node.role in TAKEN:
            yield row_in_words(part)
        elif node.role is Role.BUTTON:
            yield Utterance(_("{key}: {does}.", key=node.cap, does=node.text) if node.cap else f"{node.text}.", about=True)
        elif text := in_words(node):
            yield Utterance(text, place=part.place, status=node.role is Role.STATUS)


def row_in_words(part: Seen) -> Utterance:
    """Return a row as it is said: `2 of 4: …`."""
    node = part.node
    if node.role is Role.CHOICE and node.position is not None:
        number, count = node.position
        return Utterance(_("{n} of {count}: {text}", n=number, count=count, text=node.text), place=part.place, row=True)
    return Utterance(in_words(node), place=part.place, row=True)
