"""What belongs at a place: which kind of id or word, or which keys; from the path alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from game.language_server.cursor import ITEM, Cursor

SCENE, PERSON, CHOICE, PROMISE, FLAG = "scene", "person", "choice", "promise", "flag"
ACCOUNT = "account"
"""A person with whom the player holds an account."""
CONDITION, PRINCIPLE, PLACE, LIGHT, TONE, PORTRAIT, FACE, SPEAKER, TRUTH, CONTRACT, KEY, ENDING, ASK = (
    "condition", "principle", "place", "light", "tone", "portrait", "face", "speaker", "truth", "contract", "key", "ending", "ask",
)

_VALUES = {
    "start": SCENE, "next": SCENE, "at": SCENE, "moments": SCENE, "of": ACCOUNT, "as": PERSON, "keeps": PROMISE, "set": FLAG,
    "when": CONDITION, "honours": PRINCIPLE, "breaks": PRINCIPLE, "place": PLACE, "light": LIGHT, "tone": TONE,
    "portrait": PORTRAIT, "once": TRUTH, "expect": CONTRACT,
}
_OF_TESTS = {
    "choose": CHOICE, "ending": ENDING, "granted": ASK, "refused": ASK, "deferred": CHOICE, "kept": PROMISE, "broken": PROMISE,
    "holds": CONDITION,
}
_OPEN_FACE = re.compile(r"\s*[A-Za-z][\w-]*[ \t]*\([^(),:]*$")
_OPEN_LINE = re.compile(r"\s*[\w-]*$")
_NAMESPACE = {"chose": CHOICE, "granted": ASK, "kept": PROMISE, "promised": PROMISE}


def slot(here: Cursor, *, tests: bool = False) -> str:
    """Return what belongs at a place; empty where anything may stand, or where something new is named.

    Args:
        here: the place.
        tests: whether the file is a tests.yaml.
    """
    if here.kind == "comment":
        return ""
    if here.kind == "script":
        return FACE if _OPEN_FACE.match(here.before) else SPEAKER if _OPEN_LINE.match(here.before) else ""
    names = [name for name in here.path if name != ITEM]
    leaf = names[-1] if names else ""
    above = names[-2] if len(names) > 1 else ""
    listed = bool(here.path) and here.path[-1] == ITEM
    if here.kind == "key" and not listed:
        return _of_key(here.path, leaf)
    if tests:
        return _OF_TESTS.get(leaf, KEY if here.kind == "key" else "")
    if here.kind == "key" and leaf in ("choices", "later", "tests"):
        return KEY
    if above == "portraits" and len(names) > 2:
        return PORTRAIT
    if leaf == "to":
        return PERSON if above == "promise" else SCENE
    if leaf in ("script", "text") and here.kind == "value":
        return FACE if _OPEN_FACE.match(here.before) else ""
    return _VALUES.get(leaf, KEY if here.kind == "key" else "")


def _of_key(path: Sequence[str], leaf: str) -> str:
    if tuple(path) in (("people",), ("scenes",), ("allow",)):
        return ""
    if leaf == "capital":
        return ACCOUNT
    if leaf == "portraits":
        return PERSON
    return SCENE if tuple(path) == ("cut", "bridges") else KEY


def named(here: Cursor, people: Sequence[str], *, tests: bool = False) -> tuple[str, str] | None:
    """Return (kind, id) of what the word at a place names or defines; None where it is no id.

    Works from the text alone, so that an answer is there while the file is broken.
    """
    word = here.word.strip(".")
    if not word:
        return None
    found = slot(here, tests=tests)
    if here.kind == "key" and tuple(here.path) in (("people",), ("scenes",)):
        return (PERSON if here.path == ("people",) else SCENE), word
    if found == CONDITION:
        space, dot, name = word.partition(".")
        if dot:
            kind = _NAMESPACE.get(space, "")
            return ({ASK: CHOICE}.get(kind, kind), name) if kind and here.column > here.start + len(space) else None
        return (PERSON if word in people else FLAG), word
    if here.kind == "script":
        return (PERSON, word) if found == SPEAKER and word in people else None
    if here.kind == "value" and here.path[-1:] == ("id",):
        return (PROMISE if here.path[-2:-1] == ("promise",) else CHOICE), word
    kind = {ACCOUNT: PERSON, ASK: CHOICE, ENDING: SCENE}.get(found, found)
    return (kind, word) if kind in (SCENE, PERSON, CHOICE, PROMISE, FLAG) else None


@cache
def _schema(tests: bool) -> dict[str, Any]:
    from game.authoring.schema import schema, schema_of_tests

    return schema_of_tests() if tests else schema()


def keys_at(path: Sequence[str], *, tests: bool = False) -> dict[str, dict[str, Any]]:
    """Return the keys that may stand below a path, each with its part of the schema; `required` and all."""
    found: dict[str, dict[str, Any]] = {}
    for one in _below(tuple(path), tests):
        found |= one.get("properties", {})
    return found


def description_at(path: Sequence[str], *, tests: bool = False) -> str:
    """Return the sentence that explains the key at the end of a path; empty where there is none."""
    *above, key = path if path else ("",)
    return str(keys_at(above, tests=tests).get(key, {}).get("description", ""))


@cache
def _below(path: tuple[str, ...], tests: bool) -> tuple[dict[str, Any], ...]:
    root = _schema(tests)
    here = _meant(root, root)
    for name in path:
        after: list[dict[str, Any]] = []
        for one in here:
            inner = one.get("items") if name == ITEM else one.get("properties", {}).get(name, one.get("additionalProperties"))
            if isinstance(inner, dict):
                after += _meant(inner, root)
        here = after
    return tuple(here)


def _meant(one: dict[str, Any], root: dict[str, Any]) -> list[dict[str, Any]]:
    """Return a part of the schema and all that it leaves open, references followed."""
    if "$ref" in one:
        return _meant(root["definitions"][one["$ref"].rpartition("/")[2]], root)
    found = [one]
    for way in ("allOf", "anyOf"):
        for inner in one.get(way, ()):
            if inner.keys() - {"required"}:
                found += _meant(inner, root)
    return found
