"""One choice of a scene → `Choice`, with all that hangs on it."""

from __future__ import annotations

from typing import Any

from game.authoring.draft import Draft
from game.authoring.marks import Map, Node, Scalar, Seq
from game.authoring.safe_text import shown
from game.authoring.scripts import script
from game.authoring.suggest import did_you_mean, listed
from game.story.condition import ALWAYS
from game.story.model import LONGEST_LABEL, Ask, Branch, Choice, Later, Promise, Way
from game.story.vocabulary import PRINCIPLES, Amounts

KEYS = (
    "id", "label", "say", "do", "when", "once", "script", "capital", "honours", "breaks", "advice", "instead", "letter",
    "ask", "granted", "refused", "later", "promise", "keeps", "set", "next",
)
_KEYS = frozenset(KEYS)
_BRANCH = ("script", "capital", "later", "next", "set", "promise")
_LIMIT = 1000
_LABEL = "write a few words that name the act, such as: Ask for five names"


def choice(draft: Draft, scene: str, node: Node, otherwise: tuple[Way, ...]) -> Choice | None:
    """Return a choice; None where nothing can be made of it.

    Args:
        draft: gathers the faults and the names.
        scene: the id of the scene it belongs to.
        node: what was written.
        otherwise: the scene's own way on; empty where it has none.
    """
    found = draft.map(node, "a choice", "write `- id: …` and below it `say: …`")
    if found is None:
        return None
    items = found.items
    get = items.get
    first = found.keys[0] if found.keys else None
    if first is not None and first.value not in _KEYS and type(items[first.value]) is Map:
        draft.error("CF104", first, "the id of a choice stands after `id:`", f"write `- id: {first.value}`, and the rest below it, in the same column as `id`")
        return None
    if not items.keys() <= _KEYS:
        draft.known(found, KEYS, "a choice")
    name = _id(draft, found)
    said, done = get("say"), get("do")
    if (said is None) == (done is None) and not (said is None and draft.misspelt(found, ("say", "do"))):
        draft.error("CF109", found.key("do") if said else found, "a choice has both `say` and `do`" if said else "a choice has neither `say` nor `do`", "write `say: …` for words, or `do: …` for a deed")
    ask = _ask(draft, scene, name, found) if "ask" in items or "granted" in items or "refused" in items else None
    ways = _next(draft, get("next")) if "next" in items else otherwise
    if not ways and "next" not in items and not (ask and ask.granted.next and ask.refused.next) and not draft.misspelt(found, ("next",)):
        draft.error("CF102", found, f"{_called(name)} leads nowhere", "add `next: scene-id` to it, or to its scene for all choices that have none")
    honours, breaks = get("honours"), get("breaks")
    if honours is not None and breaks is not None:
        draft.error("CF109", found.key("breaks"), "a choice has both `honours` and `breaks`", "keep one of them")
    if not ("advice" in items and "letter" in items) or (breaks is not None and honours is None and "instead" not in items):
        _words_missing(draft, found, name, breaks is not None and honours is None)
    keeps = get("keeps")
    if keeps is not None and (kept := draft.name(keeps, "`keeps`")) is not None:
        draft.keeps.append((name, kept))
    return Choice(
        name,
        draft.text(said if said is not None else done, "`say`" if said is not None else "`do`"),
        said is not None,
        draft.when(items["when"]) if "when" in items else ALWAYS,
        "once" in items and draft.truth(items["once"], "`once`"),
        script(draft, items["script"]) if "script" in items else (),
        amounts(draft, items["capital"]) if "capital" in items else (),
        _laters(draft, scene, name, "", items["later"]) if "later" in items else (),
        _promise(draft, items["promise"]) if "promise" in items else None,
        keeps.value.strip() if isinstance(keeps, Scalar) else None,
        _flags(draft, items["set"]) if "set" in items else (),
        _principle(draft, honours, "`honours`") if honours is not None else None,
        _principle(draft, breaks, "`breaks`") if breaks is not None else None,
        draft.text(items["advice"], "`advice`") if "advice" in items else "",
        draft.text(items["instead"], "`instead`") if "instead" in items else "",
        _letter(draft, items["letter"], name) if "letter" in items else "",
        ask,
        ways or (ask.granted.next if ask else ()),
        draft.brief(items["label"], "`label`", LONGEST_LABEL, _LABEL) if "label" in items else "",
    )


def _id(draft: Draft, found: Map) -> str:
    node = found.items.get("id")
    if node is None:
        draft.error("CF102", found, "a choice has no `id`", "add `id: …`, a word or three with hyphens, unlike all other choices")
        return ""
    name = draft.text(node, "the id of a choice")
    if not name:
        return ""
    draft.id(node, "a choice", name)
    first = draft.choice_ids.get(name)
    if first is not None:
        draft.error("CF107", node, f"'{name}' is already the id of the choice in line {first.start_mark.line + 1}", f"write another, such as {name}-2: an id means one choice in the whole file")
    elif isinstance(node, Scalar):
        draft.choice_ids[name] = node
    return name


def _letter(draft: Draft, node: Node, name: str) -> str:
    letter = draft.text(node, "`letter`")
    if letter and not (letter[0] == "I" and letter[1:2] in _AFTER_I):
        draft.warning("CF118", node, f"the letter of {_called(name)} does not begin with I", "write a clause such as: I asked about her daughter")
    if letter[-1:] == ".":
        _full_stop(draft, node, name)
    return letter


def _full_stop(draft: Draft, node: Node, name: str) -> None:
    if type(node) is Scalar and not node.value.rstrip().endswith(".."):
        end = len(node.value.rstrip())
        draft.warning(
            "CF119", node, f"the letter of {_called(name)} ends with a full stop, and is printed within a sentence", "delete the full stop",
            draft.rewritten(node, "", safe=True, start=end - 1, end=end, title="delete the full stop"),
        )


_AFTER_I = (" ", "'", "’", ",", "")


def _called(name: str) -> str:
    return f"the choice '{name}'" if name else "this choice"


def _words_missing(draft: Draft, found: Map, name: str, breaks: bool) -> None:
    at = found.items.get("id", found)
    if "advice" not in found.items and not draft.misspelt(found, ("advice",)):
        draft.warning("CF114", at, f"{_called(name)} has no `advice`", "add one or two sentences: what the columnist thinks of it")
    if "letter" not in found.items and not draft.misspelt(found, ("letter",)):
        draft.warning("CF115", at, f"{_called(name)} has no `letter`", "add a clause that begins with I: how the player tells of it afterwards")
    if breaks and "instead" not in found.items and not draft.misspelt(found, ("instead",)):
        draft.warning("CF116", at, f"{_called(name)} breaks a principle and has no `instead`", "add what might have been said")


def _principle(draft: Draft, node: Node, what: str) -> str | None:
    written = draft.text(node, what)
    if not written or written in PRINCIPLES:
        return written or None
    draft.error("CF203", node, f"{what}: {shown(written)} is none of the thirteen principles", did_you_mean(written, PRINCIPLES, f"write one of: {listed(PRINCIPLES, 13)}"), draft.respelt(node, PRINCIPLES))
    return None


def amounts(draft: Draft, node: Node) -> Amounts:
    """Return points by person; those of zero are left out."""
    if type(node) is not Map:
        draft.map(node, "`capital`", f"say with whom: `capital: {{{_someone(draft)}: {_signed(node)}}}`")
        return ()
    found = []
    for key in node.keys:
        person = key.value
        if person not in draft.accounts:
            if draft.glued(node, key, draft.people) or _halved(draft, node, key):
                continue
            draft.person(key, "`capital`", account=True)
        points = draft.number(node.items.get(person), f"the points of '{person}'", -_LIMIT, _LIMIT)
        if points:
            found.append((person, points))
        elif points == 0:
            draft.warning("CF112", key, f"zero points for '{person}' are no entry", "delete it, or write how many points it is worth")
    if not node.keys:
        draft.error("CF108", node, "`capital` is empty", "write `capital: {leslie: +6}`, or delete the key")
    return tuple(found)


def _someone(draft: Draft) -> str:
    return next((person for person in draft.people if person in draft.accounts), "leslie")


def _signed(node: Node) -> str:
    written = node.value.strip() if type(node) is Scalar else ""
    return ("" if written[0] in "+-" else "+") + written if written.lstrip("+-").isdigit() else "+6"


def _halved(draft: Draft, node: Map, key: Scalar) -> bool:
    """Return whether a key is the part of a number after a comma; if so, say it."""
    if not (key.value.strip().isdigit() and type(value := node.items[key.value]) is Scalar and not value.value):
        return False
    draft.error("CF105", key, "points are whole, and a comma stands in a number here", "write a whole number, such as +2")
    return True


def _laters(draft: Draft, scene: str, choice_id: str, outcome: str, node: Node) -> tuple[Later, ...]:
    nodes = draft.seq(node, "`later`", _LATER) if type(node) is Seq else [node]
    return tuple(found for one in nodes if (found := _later(draft, scene, choice_id, outcome, one)) is not None)


_LATER_KEYS = frozenset(("at", "capital", "because"))
_LATER = "write `later: {at: scene-id, capital: {leslie: -6}, because: \"She told Priya.\"}`"


def _later(draft: Draft, scene: str, choice_id: str, outcome: str, node: Node) -> Later | None:
    found = draft.map(node, "`later`", _LATER)
    if found is None:
        return None
    if not found.items.keys() <= _LATER_KEYS:
        draft.known(found, ("at", "capital", "because"), "`later`")
    if len(found.items) < 3:
        draft.required(found, "at", "`later`", found, "add `at: scene-id`: where it comes to light")
        draft.required(found, "capital", "`later`", found, "add `capital: {leslie: -6}`")
        draft.required(found, "because", "`later`", found, "add `because: …`: the sentence that the player reads when it comes to light")
    get = found.items.get
    at, capital, because = draft.name(get("at"), "`at`"), get("capital"), get("because")
    if at is not None:
        draft.scene_names.append(at)
        draft.laters.append((scene, choice_id, outcome, at))
    return Later(at.value.strip() if at is not None else "", amounts(draft, capital) if capital is not None else (), draft.text(because, "`because`"))


def _promise(draft: Draft, node: Node) -> Promise | None:
    mend = "write `promise: {id: letter, to: leslie, text: \"You said that you would write.\", broken: {capital: {leslie: -8}, because: \"She waited for it.\"}}`"
    found = draft.map(node, "`promise`", mend)
    if found is None:
        return None
    draft.known(found, ("id", "to", "text", "broken"), "`promise`")
    name = draft.text(draft.required(found, "id", "`promise`", found, "add `id: …`"), "the id of a promise")
    if name:
        draft.id(found.items["id"], "a promise", name)
    to = draft.required(found, "to", "`promise`", found, "add `to: person`")
    text = draft.text(draft.required(found, "text", "`promise`", found, "add `text: …`: what was promised, in a sentence"), "`text`")
    broken = draft.map(draft.required(found, "broken", "`promise`", found, "add `broken: {capital: {leslie: -8}, because: …}`"), "`broken`", mend)
    capital: Amounts = ()
    because = ""
    if broken is not None:
        draft.known(broken, ("capital", "because"), "`broken`")
        price = draft.required(broken, "capital", "`broken`", broken, "add `capital: {leslie: -8}`")
        capital = amounts(draft, price) if price is not None else ()
        because = draft.text(draft.required(broken, "because", "`broken`", broken, "add `because: …`"), "`because`")
    promise = Promise(name, (draft.person(to, "`to`", account=False) or "") if to is not None else "", text, capital, because)
    if name:
        draft.promises[name] = promise
        draft.promise_keys.setdefault(name, found.items["id"])
    return promise


def _ask(draft: Draft, scene: str, choice_id: str, found: Map) -> Ask | None:
    items = found.items
    if "ask" not in items:
        for key in ("granted", "refused"):
            if key in items:
                draft.error("CF113", found.key(key), f"`{key}` stands here without an `ask`", "add `ask: {of: leslie, cost: 20}`, or delete it")
                _branch(draft, scene, choice_id, key, items[key])
        return None
    draft.asks.add(choice_id)
    ask = draft.map(items["ask"], "`ask`", "write `ask: {of: leslie, cost: 20}`")
    granted = _branch(draft, scene, choice_id, "granted", items["granted"]) if "granted" in items else Branch()
    refused = _branch(draft, scene, choice_id, "refused", items["refused"]) if "refused" in items else Branch()
    if ask is None:
        return None
    draft.known(ask, ("of", "cost"), "`ask`")
    of = draft.required(ask, "of", "`ask`", ask, "add `of: person`: who is asked")
    cost = draft.number(draft.required(ask, "cost", "`ask`", ask, "add `cost: …`: the points it takes"), "the cost", 1, _LIMIT)
    person = draft.person(of, "`of`", account=True) if of is not None else None
    return Ask(person or "", cost or 1, granted, refused)


def _branch(draft: Draft, scene: str, choice_id: str, outcome: str, node: Node) -> Branch:
    found = draft.map(node, f"`{outcome}`", f"write `{outcome}:` and below it `script`, `capital`, `later`, `set`, `promise` or `next`")
    if found is None:
        return Branch()
    items = found.items
    if not items.keys() <= set(_BRANCH):
        draft.known(found, _BRANCH, f"`{outcome}`")
    return Branch(
        script(draft, items["script"]) if "script" in items else (),
        amounts(draft, items["capital"]) if "capital" in items else (),
        _laters(draft, scene, choice_id, outcome, items["later"]) if "later" in items else (),
        _flags(draft, items["set"]) if "set" in items else (),
        _promise(draft, items["promise"]) if "promise" in items else None,
        _next(draft, items["next"]) if "next" in items else (),
    )


def _flags(draft: Draft, node: Node) -> tuple[str, ...]:
    nodes = draft.seq(node, "`set`", "write `set: asked`, or `set: [asked, warned]`") if type(node) is Seq else [node]
    found = []
    for one in nodes:
        flag = draft.text(one, "`set`")
        if not flag:
            continue
        if flag in draft.people:
            draft.error("CF106", one, f"the flag '{flag}' has the id of a person", f"write another word, such as {flag}-knows")
        elif draft.id(one, "a flag", flag):
            found.append(flag)
            draft.flags.add(flag)
    return tuple(found)


def _next(draft: Draft, node: Node | None) -> tuple[Way, ...]:
    return ways(draft, node)


def ways(draft: Draft, node: Any) -> tuple[Way, ...]:
    """Return the ways on that `next:` names: an id, or a list of `{when, to}` that ends with `{to}`."""
    if type(node) is not Seq:
        if type(node) is Map:
            draft.error("CF104", node, "`next` wants the id of a scene, or a list", "write `next: scene-id`, or each way on a line of its own: `- {when: …, to: …}`")
            return ()
        name = draft.name(node, "`next`")
        if name is None:
            return ()
        draft.scene_names.append(name)
        return (Way(ALWAYS, name.value.strip()),)
    found = []
    members = draft.seq(node, "`next`", "write `next: scene-id`")
    for index, one in enumerate(members):
        last = index == len(members) - 1
        if type(one) is Scalar and last:
            draft.scene_names.append(one)
            found.append(Way(ALWAYS, one.value.strip()))
            continue
        way = draft.map(one, "a way on", "write `- {when: leslie >= 20, to: scene-id}`")
        if way is None:
            continue
        draft.known(way, ("when", "to"), "a way on")
        to = draft.name(draft.required(way, "to", "a way on", way, "add `to: scene-id`"), "`to`")
        if last and "when" in way.items:
            draft.error("CF117", way.key("when"), "the last way on has a condition, so there may be no way at all", "add a last one without: `- {to: scene-id}`")
        if not last and "when" not in way.items:
            draft.error("CF117", way, "a way without `when` is always taken, so those below it never are", "give it a `when`, or move it to the end")
        when = draft.when(way.items.get("when"))
        if to is not None:
            draft.scene_names.append(to)
            found.append(Way(when, to.value.strip()))
    return tuple(found)
