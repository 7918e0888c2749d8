"""`allow:`: what an author means as it is, with the reason. It switches warnings off, and smells; an error never.

A key is a code or its name, alone or with a place: `CF114`, `no-advice`, `CF114@pounce`, `no-advice@pounce`. The place
is the id of a scene, a choice or a person.
"""

from __future__ import annotations

from collections.abc import Mapping

from game.authoring.codes import CODES, may_be_allowed
from game.authoring.diagnostic import Diagnostic, Faults, Severity
from game.authoring.draft import Draft
from game.authoring.marks import Node, Scalar
from game.authoring.places import Places
from game.authoring.safe_text import shown
from game.authoring.suggest import near, sure

SMELLS: Mapping[str, str] = {
    "CF601": "careless-strategy",
    "CF602": "random-median",
    "CF603": "choice-length",
    "CF604": "unlike-length",
    "CF605": "best-is-longest",
    "CF606": "best-is-shortest",
    "CF607": "best-in-one-place",
    "CF608": "best-is-only-question",
    "CF609": "best-is-most-you",
    "CF610": "unlike-tone",
    "CF611": "number-of-choices",
    "CF612": "one-sane-choice",
    "CF613": "no-temptation",
    "CF614": "twin-choices",
    "CF615": "free-break",
    "CF616": "hurts-at-once",
    "CF617": "no-mistake-that-works",
    "CF618": "no-delay",
    "CF619": "unmentioned-bill",
    "CF620": "no-late-gift",
    "CF621": "unpressed-principle",
    "CF622": "few-principles",
    "CF623": "never-granted",
    "CF624": "few-asks",
    "CF625": "ask-without-closing",
    "CF626": "number-of-endings",
    "CF627": "ending-share",
    "CF628": "needs-an-ask",
    "CF629": "no-way-back",
    "CF630": "long-speech",
    "CF631": "long-paragraph",
    "CF632": "monologue",
    "CF633": "long-script",
    "CF634": "bare-moment",
    "CF635": "silent-person",
    "CF636": "long-moment",
    "CF637": "wrong-minutes",
    "CF638": "hard-to-read",
    "CF639": "long-note",
    "CF640": "lecturing-note",
    "CF641": "lecture",
    "CF642": "praise-of-the-person",
    "CF643": "cut-length",
}
"""Code → name of what `coffee-first analyse` may find; the rules themselves lie in `game.studio.smells`."""

NEEDS_ART = frozenset({"CF413", "CF501"})
"""Warnings that are only looked for where it is known what is drawn."""

_HOW = "write `allow: {never-granted@pounce: Nobody could win this one.}`"


def read(draft: Draft, node: Node | None) -> dict[str, str]:
    """Return each key and its reason; notes keys that allow nothing."""
    found = draft.map(node, "`allow`", _HOW)
    if found is None:
        return {}
    draft.allowing += found.keys
    for key in found.keys:
        _key(draft, key)
    return {key.value: draft.text(found.items.get(key.value), f"the reason for '{key.value}'") for key in found.keys}


def _key(draft: Draft, key: Scalar) -> None:
    what, at, place = key.value.partition("@")
    code = code_of(what)
    if code is None:
        names = [*(one for one in _names() if one[0] != "C" or what[:2].upper() == "CF")]
        meant = near(what.upper() if what[-1:].isdigit() else what, names, 0.75)
        draft.warning(
            "CF430", key, f"{shown(what)} is no code and no name of a warning or a smell, so it allows nothing",
            f"write '{meant}'" if meant else "`coffee-first explain` lists them",
            draft.rewritten(key, meant, safe=meant is not None and sure(what, names) == meant, start=0, end=len(what)),
        )
    elif code in CODES and not may_be_allowed(CODES[code]):
        draft.warning("CF431", key, f"{shown(what)} is {'an error' if not CODES[code].warning else 'no warning of a scenario'}, and cannot be allowed", "mend it where it stands, and delete this line")
    elif at and not draft.faults.errors and place not in draft.scene_keys and place not in draft.choice_ids and place not in draft.people_keys:
        places = [*draft.scene_keys, *draft.choice_ids, *draft.people_keys]
        meant = near(place, places)
        draft.warning(
            "CF430", key, f"{shown(place)} is no scene, choice or person of this scenario", f"write '{what}@{meant}'" if meant else "write the id of one after the @, or leave the @ out",
            draft.rewritten(key, meant, safe=meant is not None and sure(place, places) == meant, start=len(what) + 1, end=len(key.value)),
        )


def code_of(written: str) -> str | None:
    """Return the code that is meant by a code or a name, without its place; None where there is none."""
    return _names().get(written)


_KNOWN: dict[str, str] = {}


def _names() -> dict[str, str]:
    if not _KNOWN:
        for code, name in (*((one.code, one.name) for one in CODES.values()), *SMELLS.items()):
            _KNOWN[code] = _KNOWN[name] = code
    return _KNOWN


class Allowed:
    """Which warnings of one file are allowed, and which allowances were used."""

    def __init__(self, keys: Mapping[str, str], places: Places) -> None:
        self._places = places
        self._keys: dict[str, list[tuple[str, str]]] = {}
        """Code → (place or nothing, key)."""
        for key in keys:
            what, _, place = key.partition("@")
            code = code_of(what)
            if code in CODES and may_be_allowed(CODES[code]):
                self._keys.setdefault(code, []).append((place, key))
        self.used: set[str] = set()

    def __bool__(self) -> bool:
        return bool(self._keys)

    def __call__(self, found: Diagnostic) -> bool:
        """Return whether a warning is allowed."""
        keys = self._keys.get(found.code, ()) if found.severity is Severity.WARNING else ()
        if not keys:
            return False
        here = self._here(found)
        fitting = {key for place, key in keys if not place or place in here}
        self.used |= fitting
        return bool(fitting)

    def _here(self, found: Diagnostic) -> set[str]:
        """Return the ids of the scene, the choice and the person in whose lines a fault lies."""
        if found.span is None:
            return set()
        line = found.span.line - 1
        here = set()
        scene = _last(self._places.scenes, line)
        choice = _last(self._places.choices, line)
        if scene is not None:
            here.add(scene)
            if choice is not None and self._places.choices[choice].start_mark.line > self._places.scenes[scene].start_mark.line:
                here.add(choice)
        person = _last(self._places.people, line)
        if person is not None and (scene is None or self._places.people[person].start_mark.line > self._places.scenes[scene].start_mark.line):
            here.add(person)
        return here

    def unused(self) -> list[str]:
        """Return the keys that allowed nothing."""
        return [key for keys in self._keys.values() for _, key in keys if key not in self.used]


def _last(marks: Mapping[str, Scalar], line: int) -> str | None:
    """Return the id that stands last before or in a line, counted from 0."""
    found = [(mark.start_mark.line, name) for name, mark in marks.items() if mark.start_mark.line <= line]
    return max(found)[1] if found else None


def unused(draft: Draft, allowed: Allowed, faults: Faults) -> None:
    """Warn of allowances that found nothing to allow, where all that may be said has been said."""
    if faults.errors or faults.untold:
        return
    for key in allowed.unused():
        what, at, place = key.partition("@")
        if code_of(what) in NEEDS_ART and draft.art is None:
            continue
        if at and place not in draft.scene_keys and place not in draft.choice_ids and place not in draft.people_keys:
            continue  # that is told already
        node = next(one for one in draft.allowing if one.value == key)
        faults.add("CF432", Severity.WARNING, draft.span(node), f"nothing is found that '{key}' would allow", "delete this line, or look at the place after the @")
