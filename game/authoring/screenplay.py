"""Scripts: screenplay text → narration and lines.

A paragraph is narration. A line `leslie (warm): …` or `leslie: …` is said by somebody; a line that follows it without
a blank line, and is no speech itself, goes on with it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from game.authoring.suggest import near, sure
from game.story.model import YOU, Narration, Paragraph, Speech

_LINE = re.compile(r"([A-Za-z][\w-]*)[ \t]*(?:\(([^()]*)\))?[ \t]*:(?:[ \t]+(.*))?$")
_ALMOST = re.compile(r"([A-Za-z][\w-]*)[ \t]*[(\[]")
_BARE_FACE = re.compile(r"([A-Za-z][\w-]*),? +([a-z]+):[ \t]")
MOST_SLIPS = 100
"""How many faults of one script are looked at closely."""
_HEAD = 200
"""How many characters of a line are looked at where it may be speech that went wrong."""
_SOFTENERS = ("very ", "a little ", "a bit ", "quite ", "rather ")


@dataclass(frozen=True, slots=True)
class Slip:
    """A fault of a script."""

    code: str
    line: int
    """0-based, within the text."""
    start: int
    """0-based column within the line as it stands in the text."""
    end: int
    warning: bool
    message: str
    help: str
    better: str | None = None
    """What to write from `start` to `end`; None where that is not known."""
    sure: bool = False
    """Whether nothing else can be meant."""
    stop: int | None = None
    """Where the stretch to be written anew ends, if not at `end`."""


@dataclass(slots=True)
class Casting:
    """Who may speak, under which names people know them, and which faces there are."""

    speakers: Collection[str]
    names: Mapping[str, str] = field(default_factory=dict)
    """Name in small letters → id; to recognise `Leslie Brandt: …`."""
    moods: Mapping[str, str] | None = None
    """Word → mood; None: nothing is known about faces."""
    _manners: dict[str, tuple[str, str, bool]] = field(default_factory=dict)

    def manner(self, written: str) -> tuple[str, str, bool]:
        """Return (face, direction, whether the face is unknown) of what stands in the parentheses."""
        known = self._manners.get(written)
        if known is None:
            known = self._manners[written] = _manner(written, self.moods)
        return known


def _manner(written: str, moods: Mapping[str, str] | None) -> tuple[str, str, bool]:
    head, _, rest = (part.strip() for part in written.partition(","))
    if not head:
        return "", rest, False
    if moods is None:
        return (head, rest, False) if " " not in head else ("", written.strip(), False)
    face = face_of(head, moods)
    if face is not None:
        return face, rest, False
    if " " in head:
        return "", written.strip(), False
    return "", written.strip(), True


def face_of(word: str, moods: Mapping[str, str]) -> str | None:
    """Return the word of the mood table that is meant, ignoring case, "very", "a little" and -ly; or None."""
    word = word.lower()
    for softener in _SOFTENERS:
        word = word.removeprefix(softener)
    word = word.strip()
    forms = [word]
    if word.endswith("ily"):
        forms.append(word[:-3] + "y")
    if word.endswith("ly"):
        forms += [word[:-2], word[:-1] + "e", word[:-2] + "le"]
    return next((form for form in forms if form in moods), None)


def paragraphs(text: str, casting: Casting, slips: list[Slip]) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a script; what is wrong with it is added to `slips`."""
    told: list[Paragraph] = []
    telling: list[str] = []
    saying: tuple[str, str, str] | None = None
    speakers = casting.speakers
    match = _LINE.match
    lines = text.split("\n")
    for number, written in enumerate(lines):
        line = written.strip()
        if not line:
            if telling:
                words = telling[0] if len(telling) == 1 else " ".join(telling)
                told.append(Narration(words) if saying is None else Speech(saying[0], saying[1], saying[2], words))
                telling = []
            saying = None
            continue
        found = match(line) if ":" in line else None
        if found is not None and found[1] in speakers:
            if telling:
                _close(told, telling, saying)
            person, manner, words = found.groups()
            if manner is None:
                saying = (person, "", "")
            else:
                face, direction, unknown = casting.manner(manner)
                saying = (person, face, direction)
                if unknown and len(slips) < MOST_SLIPS:
                    slips.append(_unknown_face(written, number, manner, casting))
            telling = [words] if words else []
            if not words and len(slips) < MOST_SLIPS and not _goes_on(lines, number, speakers):
                slips.append(_silent(written, number, person))
            continue
        if (found is not None or "(" in line or "[" in line or ":" in line) and len(slips) < MOST_SLIPS:
            slip = _slip(written, line, number, found, bool(telling), casting)
            if slip is not None:
                slips.append(slip)
                continue
        telling.append(line)
    if telling:
        _close(told, telling, saying)
    return tuple(told)


def _close(told: list[Paragraph], telling: list[str], saying: tuple[str, str, str] | None) -> None:
    words = telling[0] if len(telling) == 1 else " ".join(telling)
    if saying is None:
        told.append(Narration(words))
    else:
        told.append(Speech(*saying, words))


def _goes_on(lines: list[str], number: int, speakers: Collection[str]) -> bool:
    following = lines[number + 1 : number + 2]
    if not following or not following[0].strip():
        return False
    found = _LINE.match(following[0].strip())
    return found is None or found[1] not in speakers


def _indent(written: str) -> int:
    return len(written) - len(written.lstrip())


def _silent(written: str, number: int, person: str) -> Slip:
    start = _indent(written)
    return Slip(
        "CF411", number, start, len(written.rstrip()), False, f"'{person}' is about to speak and says nothing",
        f"write the words after the colon: `{person}: …`, or delete the line",
    )


def _unknown_face(written: str, number: int, manner: str, casting: Casting) -> Slip:
    word = manner.partition(",")[0].strip()
    start = written.index("(") + 1 + len(manner) - len(manner.lstrip())
    meant = near(word.lower(), casting.moods or {})
    mend = f"write '{meant}'" if meant else "use a word such as warm, wary, hurt, thinking, surprised or delighted"
    return Slip(
        "CF413", number, start, start + len(word), True,
        f"no drawn face is known for '{word}', so the face stays as it was",
        f"{mend}; a direction of several words (to the window) is shown as it is",
        meant, meant is not None and sure(word, casting.moods or {}) == meant,
    )


def _slip(
    written: str, line: str, number: int, found: re.Match[str] | None, inside: bool, casting: Casting
) -> Slip | None:
    """Return the fault of a line that is not speech and perhaps was meant to be."""
    line = line[:_HEAD]
    start = _indent(written)
    if found is not None:
        person, manner = found[1], found[2]
        meant = _meant(person, casting, manner is not None or (person.islower() and not inside))
        if meant is None and (manner is None and (inside or not person.islower())):
            return None
        return Slip(
            "CF209", number, start, start + len(person), False, f"'{person}' speaks and is not among the people",
            f"write '{meant}'" if meant else f"add {person} under `people` (without capital, if it is only a voice)",
            meant, meant is not None and meant in (casting.names.get(person.lower()), sure(person, casting.speakers)),
        )
    almost = _ALMOST.match(line)
    if almost is not None and almost[1] in casting.speakers:
        return Slip(
            "CF412", number, start, start + len(almost[0]) - 1, False, f"this looks like a line of '{almost[1]}' and is not one",
            f"write `{almost[1]} (face): words`: round brackets, closed, then a colon and a space",
        )
    bare = _BARE_FACE.match(line)
    if bare is not None and bare[1] in casting.speakers and bare[1] != YOU and face_of(bare[2], casting.moods or {}) is not None:
        return Slip(
            "CF412", number, start, start + bare.end(2), False, f"this looks like a line of '{bare[1]}' and is not one",
            f"write the face in round brackets: `{bare[1]} ({bare[2]}): …`", f"{bare[1]} ({bare[2]})", True,
        )
    head = re.split(r"[(:]", line, maxsplit=1)[0].strip().lower()
    if head in casting.names and re.match(r"[^:(]*(\([^()]*\))?\s*:\s", line):
        person = casting.names[head]
        return Slip(
            "CF209", number, start, start + len(head), False, f"'{line[: len(head)]}' is a name, and lines begin with the id",
            f"write `{person}`", person, True,
        )
    speaker = re.match(r"([A-Za-z][\w-]*)(?:\s*\([^()]*\))?:(?=[^\s/])", line)
    if speaker is not None and speaker[1] in casting.speakers:
        return Slip(
            "CF412", number, start, start + len(speaker[1]), False, f"this looks like a line of '{speaker[1]}' and is not one",
            "put a space after the colon", f"{speaker[0]} ", True, start + speaker.end(),
        )
    return None


def _meant(person: str, casting: Casting, spoken: bool) -> str | None:
    if person.lower() in casting.names:
        return casting.names[person.lower()]
    return near(person, casting.speakers, 0.7 if spoken else 0.75)
