"""`scenes:` → `Scene`s."""

from __future__ import annotations

from game.authoring.art import LIGHTS
from game.authoring.choices import choice, ways
from game.authoring.draft import Draft
from game.authoring.marks import GONE, Map, Node, Scalar
from game.authoring.scripts import script
from game.story.condition import ALWAYS
from game.story.model import Choice, Ending, Scene, Way
from game.story.vocabulary import Tone

KEYS = (
    "place", "light", "time", "as", "portraits", "script", "facilitator", "choices", "next", "ending",
)
_KEYS = frozenset(KEYS)
_NONE: dict[str, str] = {}


def scenes(draft: Draft, node: Node | None) -> None:
    """Read all scenes into the draft."""
    found = draft.map(node, "`scenes`", "write `scenes:`, and each scene below it, indented, by its id")
    if found is None:
        return
    if not found.keys:
        draft.error("CF108", found, "`scenes` is empty", "write at least one scene with choices, and an ending")
    for key in found.keys:
        draft.scene_keys[key.value] = key
        draft.id(key, "a scene", key.value)
    for key in found.keys:
        if found.items.get(key.value) is not GONE:
            scene(draft, key, found.items.get(key.value))
    if any(found.items.get(key.value) is not GONE for key in found.keys):
        draft.scenes = {key.value: draft.scenes[key.value] for key in found.keys if key.value in draft.scenes}


def scene(draft: Draft, key: Scalar, node: Node | None) -> None:
    """Read one scene into the draft."""
    made = _scene(draft, key, node)
    if made is not None:
        draft.scenes[made.id] = made


def _scene(draft: Draft, key: Scalar, node: Node | None) -> Scene | None:
    name = key.value
    found = draft.map(node, f"the scene '{name}'", "write `place`, `script` and `choices` below it, indented")
    if found is None:
        if node is None:
            draft.error("CF108", key, f"the scene '{name}' is empty", "write `place`, `script` and `choices` below it, indented")
        return None
    items = found.items
    if not items.keys() <= _KEYS:
        draft.known(found, KEYS, "a scene")
    place = draft.required(found, "place", f"the scene '{name}'", key, "add `place: bakery`, or whatever place it is")
    _one_of(draft, key, found)
    written = items.get("next")
    onward = ways(draft, written) if written is not None else ()
    if written is None and not items.keys() <= _KEYS and draft.misspelt(found, ("next",)):
        onward = (Way(ALWAYS, name),)  # it was told already: its choices lead somewhere
    choices: tuple[Choice, ...] = ()
    if "choices" in items:
        members = draft.seq(items["choices"], "`choices`", "write each choice below it: `- id: …`")
        choices = tuple(c for one in members if (c := choice(draft, name, one, onward)) is not None)
    return Scene(
        name,
        draft.art_id(place, "`place`", "place", draft.drawn_places),
        draft.word(items["light"], "`light`", LIGHTS) if "light" in items else "",
        draft.text(items["time"], "`time`") if "time" in items else "",
        script(draft, items["script"]) if "script" in items else (),
        choices,
        onward if "choices" not in items else (),
        _ending(draft, items["ending"]) if "ending" in items else None,
        draft.text(items["facilitator"], "`facilitator`") if "facilitator" in items else "",
        _portraits(draft, items["portraits"]) if "portraits" in items else _NONE,
        draft.person(items["as"], "`as`", account=False) if "as" in items else None,
    )


def _one_of(draft: Draft, key: Scalar, found: Map) -> None:
    items = found.items
    if "ending" in items:
        for other in ("choices", "next"):
            if other in items:
                draft.error("CF109", found.key(other), f"the scene '{key.value}' has an `ending` and `{other}`", "keep one of them: nothing comes after an ending")
    elif "choices" not in items and "next" not in items and not draft.misspelt(found, ("choices", "next", "ending")):
        draft.error("CF109", key, f"the scene '{key.value}' leads nowhere", "add `choices`, or `next: scene-id`, or `ending: {title: …, letter: …, tone: warm}`")


def _portraits(draft: Draft, node: Node) -> dict[str, str]:
    found = draft.map(node, "`portraits`", "write `portraits: {roy: jacket_off}`")
    if found is None:
        return {}
    portraits = {}
    for key in found.keys:
        person = draft.person(key, "`portraits`", account=False) if key.value != "you" else "you"
        drawing = draft.art_id(found.items.get(key.value), "`portraits`", "person", draft.drawn_people)
        if person and drawing:
            portraits[person] = drawing
    return portraits


def _ending(draft: Draft, node: Node) -> Ending | None:
    found = draft.map(node, "`ending`", "write `ending: {title: The letter, letter: \"She wrote back\", tone: warm}`")
    if found is None:
        return None
    draft.known(found, ("title", "letter", "tone"), "`ending`")
    title = draft.text(draft.required(found, "title", "`ending`", found, "add `title: …`, two or three words"), "the title")
    letter = draft.text(draft.required(found, "letter", "`ending`", found, "add `letter: …`: how the player's letter closes"), "`letter`")
    tones = [tone.value for tone in Tone]
    tone = draft.word(draft.required(found, "tone", "`ending`", found, "add `tone: warm`, mixed or cool"), "`tone`", tones)
    return Ending(title, letter, Tone(tone) if tone else Tone.MIXED)
