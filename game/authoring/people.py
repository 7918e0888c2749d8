"""`you` and `people` → the cast."""

from __future__ import annotations

from game.authoring.draft import Draft
from game.authoring.marks import Map, Node, Scalar
from game.story.model import YOU, Person, You

SIGNATURE = "Counting on It"
"""Under the letter to the columnist, where the author says nothing else."""

_YOU = ("name", "role", "wants", "pressure", "signs_as", "portrait", "short", "situation")
_PERSON = ("name", "role", "capital", "portrait", "short")


def you(draft: Draft, node: Node | None) -> You | None:
    """Return the person whom the player is; None after an error that left nothing."""
    found = draft.map(node, "`you`", "write `you: {name: Dana, role: a candidate, wants: to win}`")
    if found is None:
        return None
    draft.known(found, _YOU, "`you`")
    get = found.items.get
    for key, mend in (("name", "add `name: …`"), ("role", "add `role: …`, a few words"), ("wants", "add `wants: to …`")):
        draft.required(found, key, "`you`", found, mend)
    name = draft.text(get("name"), "the name")
    return You(
        name=name,
        role=draft.text(get("role"), "the role"),
        wants=draft.text(get("wants"), "what you want"),
        pressure=draft.text(get("pressure"), "the pressure"),
        signs_as=draft.text(get("signs_as"), "the signature") or SIGNATURE,
        situation=draft.text(get("situation"), "the situation"),
        portrait=draft.art_id(get("portrait"), "`portrait`", "person", draft.drawn_people),
        short=draft.text(get("short"), "the short name") or first_word(name),
    )


def people(draft: Draft, node: Node | None) -> None:
    """Read the cast into the draft."""
    found = draft.map(node, "`people`", "write one line a person: `leslie: {name: Leslie Brandt, role: a neighbour, capital: 8}`")
    if found is None:
        return
    if not found.keys:
        draft.error("CF108", found, "`people` is empty", "write one line a person: `leslie: {name: Leslie Brandt, role: a neighbour, capital: 8}`")
    for key in found.keys:
        _person(draft, key.value, key, found.items.get(key.value))
    draft.casting.speakers = {YOU, *draft.people}
    draft.casting.names = _names(draft)


def _person(draft: Draft, person: str, key: Scalar, node: Node | None) -> None:
    draft.people_keys[person] = key
    draft.id(key, "a person", person)
    found = draft.map(node, f"'{person}'", f"write `{person}: {{name: …, role: …, capital: 0}}`")
    if found is None:
        draft.people[person] = Person(person, person, "", 0, person, person)
        draft.accounts.add(person)
        return
    draft.known(found, _PERSON, "a person")
    get = found.items.get
    draft.required(found, "name", f"'{person}'", key, "add `name: …`")
    draft.required(found, "role", f"'{person}'", key, "add `role: …`: who they are to you, in a few words")
    name = draft.text(get("name"), "the name")
    capital = None
    if "capital" in found.items:
        capital = draft.number(found.items["capital"], "the capital at the start", -1000, 1000)
        draft.accounts.add(person)
    else:
        draft.voices.add(person)
    portrait = _portrait(draft, person, found)
    draft.people[person] = Person(
        person, name, draft.text(get("role"), "the role"),
        (capital or 0) if person in draft.accounts else None,
        portrait, draft.text(get("short"), "the short name") or first_word(name),
    )


def _portrait(draft: Draft, person: str, found: Map) -> str:
    if "portrait" in found.items:
        return draft.art_id(found.items["portrait"], "`portrait`", "person", draft.drawn_people) or person
    return person


def _names(draft: Draft) -> dict[str, str]:
    names: dict[str, str] = {}
    for person in draft.people.values():
        for name in (person.name, person.short, person.id):
            names.setdefault(name.lower(), person.id)
    if names.get("you"):
        del names["you"]
    return names


_TITLES = frozenset(["mr", "mrs", "ms", "mx", "miss", "dr", "prof", "professor", "rev", "reverend", "fr", "father", "sr", "sister", "sir", "dame", "hon", "herr", "frau", "mme", "m", "mlle"])
"""What stands before a name, and is not one: `Mr. Tóth` is Tóth in running text."""


def first_word(name: str) -> str:
    """Return what a person is called in running text where the author says nothing else: the first word that is no title."""
    words = name.split()
    return next((word for word in words if word.rstrip(".").lower() not in _TITLES), words[0] if words else "")
