"""The format as a JSON Schema (draft-07): what an editor completes, explains and underlines while a trainer types.

`check` judges and this only helps: what the schema refuses is refused by `check` too, but not the other way round.
Source: https://json-schema.org/draft-07; `defaultSnippets` and `doNotSuggest` are read by yaml-language-server.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from game.authoring.art import LIGHTS, Art
from game.authoring.discussion import QUESTIONS
from game.authoring.draft import LONGEST_ID, RESERVED
from game.story.model import LONGEST_LABEL, LONGEST_QUESTION
from game.story.vocabulary import PRINCIPLES, Tone

Schema = dict[str, Any]

_DRAFT = "http://json-schema.org/draft-07/schema#"
_ID = "[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*"
_POINTS = {"type": "integer", "minimum": -1000, "maximum": 1000}


def schema_text(art: Art | None = None) -> str:
    """Return the schema of a scenario as JSON with line ends, ready for a file; `art` as in `schema`."""
    return _text(schema(art))


def schema_text_of_tests() -> str:
    """Return the schema of a tests.yaml as JSON."""
    return _text(schema_of_tests())


def _text(made: Schema) -> str:
    import json

    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"


def schema(art: Art | None = None) -> Schema:
    """Return the schema of a scenario.

    Args:
        art: the drawings that are offered for `place` and `portrait`; None: those that come with the game.
    """
    if art is None:
        from game import resources
        from game.authoring.art import art_in

        art = art_in(resources.assets())
    return {
        "$schema": _DRAFT,
        "title": "A Coffee First scenario",
        "definitions": {
            "id": _id("The short name by which other parts of the file mention this: letters, digits and hyphens."),
            "sceneId": _id("The id of a scene."),
            "personId": _id("The id of one of the people."),
            "choiceId": _id("The id of a choice."),
            "promiseId": _id("The id of a promise."),
            "text": _text_of("A text. Put it in double quotes if it holds a colon or a #."),
            "condition": _condition(),
            "script": _script(),
            "amounts": _amounts(),
            "next": _next(),
            "set": _one_or_more({"$ref": "#/definitions/id"}, "A flag, or a list of flags, that conditions may read."),
            "later": _one_or_more(_later(), "Points that come to light in a later scene: one entry, or a list of them."),
            "promise": _promise(),
            "branch": _branch(),
            "person": _person(art),
            "scene": _scene(art),
            "choice": _choice(),
            "drawnPerson": _drawn(art.people, "The id of a drawn person; one that is not drawn gets a stand-in."),
            "bridge": _object(
                {"script": _ref("script", "What is told instead of the scene."), "next": _ref("next", "The way on.")},
                "What the cut tells instead of a scene that it passes over.", required=("next",),
            ),
        },
        **_whole(art),
    }


def schema_of_tests() -> Schema:
    """Return the schema of a tests.yaml."""
    choices = _one_or_more(_id("The id of a choice."), "The ids of choices.")
    names = {"type": "array", "items": _id("An id."), "description": ""}
    then = {
        "ending": _id("The play has reached this ending."),
        "score": {"type": "array", "items": {"type": "integer", "minimum": 0, "maximum": 100}, "minItems": 2, "maxItems": 2, "description": "The score lies between these two, from 0 to 100."},
        "granted": names | {"description": "Exactly these asks were granted; [] for none."},
        "refused": names | {"description": "Exactly these asks were refused; [] for none."},
        "kept": names | {"description": "Exactly these promises were kept; [] for none."},
        "broken": names | {"description": "Exactly these promises were broken; [] for none."},
        "spent": {"type": "integer", "minimum": 0, "description": "The capital that granted asks took, in points."},
        "deferred": choices | {"description": "Of each of these choices something came to light later."},
        "holds": _one_or_more(_condition(), "A condition that holds at the end, or a list of them."),
    }
    test = _object(
        {
            "it": _text_of("What the play shows, in your words."),
            "choose": choices | {"description": "The ids of the choices, in the order in which they are made."},
            "then": _object(then, "What must be true at the end. What is left out is not looked at."),
        },
        "One play, and what must be true at its end.", required=("it", "choose"),
    )
    tests = {"type": "array", "items": test, "description": "The plays, each beginning with `- it: …`."}
    return {"$schema": _DRAFT, "title": "The tests of a Coffee First scenario", **_object({"tests": tests}, "The plays that are written down beside a scenario.", required=("tests",))}


# The pieces, from the whole to its parts.


def _whole(art: Art) -> Schema:
    keys: dict[str, Schema] = {
        "coffee_first": {"const": 1, "default": 1, "description": "The version of the format: always 1, always the first line."},
        "language": {"type": "string", "pattern": "^[a-z]{2,3}(-[A-Za-z]{2,8})*$", "default": "en", "description": "The language in which you write, by its code: `es`; English where it is left out."},
        "title": _text_of("The scenario's name."),
        "headline": _text_of("Its headline on the front page; otherwise the title serves."),
        "summary": _text_of("Two sentences to the player."),
        "minutes": {"type": "integer", "minimum": 1, "maximum": 600, "description": "How long a play takes, in whole minutes."},
        "you": _you(),
        "people": _mapping(_ref("person", "Who they are."), "Everybody else, by id: `leslie: {name: Leslie Brandt, role: a neighbour, capital: 8}`."),
        "start": _ref("sceneId", "The id of the first scene."),
        "scenes": _mapping(_ref("scene", "A scene."), "All scenes, each by its id.") | {"defaultSnippets": [_SCENE]},
        "cut": _cut(),
        "discussion": _discussion(),
        "expect": {"type": "array", "items": _text_of("What must hold on all paths, such as `best >= 60` or `every ending reachable`."), "description": "What you mean the scenario to show, a line each; checked by `coffee-first test`."},
        "allow": {"type": "object", "additionalProperties": _text_of("The reason."), "description": "Oddities that are meant, each with its reason: `CF304@pounce: Some never learn of it, as in life.`"},
    }
    required = ("coffee_first", "title", "summary", "minutes", "you", "people", "start", "scenes")
    return _object(keys, "A scenario: people, scenes, and what the choices do.", required=required)


def _you() -> Schema:
    return _object(
        {
            "name": _text_of("The player's full name."),
            "role": _text_of("Who the player is, in a few words."),
            "wants": _text_of("What the player wants: `to pay the printer by Tuesday`."),
            "pressure": _text_of("Why it presses, in a sentence."),
            "signs_as": _text_of("The signature under the letter to the columnist; otherwise Counting on It."),
            "portrait": _ref("drawnPerson", "The id of a drawing of the player."),
            "short": _text_of("What the page calls the player; otherwise the first word of the name."),
            "situation": _text_of("What opens the letter: one or two sentences in the first person."),
        },
        "Who the player is.", required=("name", "role", "wants"),
    )


def _person(art: Art) -> Schema:
    return _object(
        {
            "name": _text_of("Their full name."),
            "role": _text_of("Who they are to the player, in a few words."),
            "capital": _POINTS | {"description": "What the player's account with them holds at the start, in points. Without it they are a mere voice: nothing is counted with them."},
            "portrait": _ref("drawnPerson", "The id of a drawing; otherwise the person's own id."),
            "short": _text_of("What the page calls them; otherwise the first word of the name."),
        },
        "Somebody in the story.", required=("name", "role"),
    )


def _scene(art: Art) -> Schema:
    keys = {
        "place": _drawn(art.places, "The id of a drawn place; one that is not drawn gets a stand-in."),
        "light": {"enum": list(LIGHTS), "description": "The light in which the place is shown."},
        "time": _text_of("When it is, as the page shall show it: `Saturday, 9:40`."),
        "as": _ref("personId", "The person whom the player is in this scene, if not the usual one."),
        "portraits": {"type": "object", "additionalProperties": {"$ref": "#/definitions/drawnPerson"}, "description": "Another drawing of somebody, in this scene only: `{leslie: leslie_coat}`."},
        "script": _ref("script", "What is told and said: `|`, and the text below it, indented."),
        "facilitator": _text_of("A question or a note for whoever leads the room."),
        "choices": {"type": "array", "minItems": 1, "items": {"$ref": "#/definitions/choice"}, "description": "What the player may say or do here, each beginning with `- id: …`.", "defaultSnippets": [_SAY, _ASK]},
        "next": _ref("next", "The way on; in a scene with choices, that of the choices that have none."),
        "ending": _object(
            {
                "title": _text_of("Two or three words."),
                "letter": _text_of("The clause with which the player's letter closes."),
                "tone": {"enum": [tone.value for tone in Tone], "description": "How the ending feels."},
            },
            "The play is over here.", required=("title", "letter", "tone"),
        ),
    }
    return _object(keys, "A scene: a place, a script, and then `choices`, or a way on (`next`), or an `ending`.", required=("place",)) | {
        "anyOf": [{"required": ["choices"]}, {"required": ["next"]}, {"required": ["ending"]}],
        "dependencies": {"ending": {"not": {"anyOf": [{"required": ["choices"]}, {"required": ["next"]}]}}},
    }


def _choice() -> Schema:
    principle = {"anyOf": [{"const": one.id, "description": one.sentence} for one in PRINCIPLES.values()]}
    keys = {
        "id": _ref("choiceId", "Its name, different from that of all other choices in the file."),
        "label": _text_of("The act in a few words, for a room's charts: `Ask for five names`.") | {"maxLength": LONGEST_LABEL},
        "say": _text_of("The words that are said, as the player reads them."),
        "do": _text_of("The deed, where nothing is said."),
        "when": _ref("condition", "It is offered only if this holds."),
        "once": {"enum": [True, False, "yes", "no", "on", "off"], "description": "true: it is offered only until it was chosen."},
        "script": _ref("script", "The reaction to it."),
        "capital": _ref("amounts", "Points by person, at once: `{leslie: +5}`."),
        "honours": principle | {"description": "The principle that it honours."},
        "breaks": principle | {"description": "The principle that it breaks."},
        "advice": _text_of("The columnist's note on it, one or two sentences."),
        "instead": _text_of("What might have been said; wanted where a principle is broken."),
        "letter": _text_of("How the player tells of it afterwards: a clause that begins with I."),
        "ask": _object(
            {
                "of": _ref("personId", "Who is asked."),
                "cost": {"type": "integer", "minimum": 1, "maximum": 1000, "description": "The points that it takes if it is granted; the account must hold as many."},
            },
            "Capital spent for something: granted if the account holds at least the cost, otherwise refused.", required=("of", "cost"),
        ),
        "granted": _ref("branch", "What happens if the ask is granted."),
        "refused": _ref("branch", "What happens if the ask is refused."),
        "later": _ref("later", "Points that come to light in a later scene."),
        "promise": _ref("promise", "A word given: a later choice keeps it, or the ending finds it broken."),
        "keeps": _ref("promiseId", "The id of the promise that this choice keeps."),
        "set": _ref("set", "A flag, or a list of flags, that conditions may read."),
        "next": _ref("next", "The way on; otherwise that of the scene."),
    }
    return _object(keys, "Something that the player may say or do.", required=("id",)) | {
        "oneOf": [{"required": ["say"]}, {"required": ["do"]}],
        "not": {"required": ["honours", "breaks"]},
        "dependencies": {"granted": ["ask"], "refused": ["ask"]},
    }


def _branch() -> Schema:
    keys = {
        "script": _ref("script", "The reaction."),
        "capital": _ref("amounts", "Points by person, at once."),
        "later": _ref("later", "Points that come to light in a later scene."),
        "next": _ref("next", "The way on; otherwise that of the choice."),
        "set": _ref("set", "A flag, or a list of flags."),
        "promise": _ref("promise", "A word given."),
    }
    return _object(keys, "What follows from the answer to an ask.")


def _later() -> Schema:
    keys = {
        "at": _ref("sceneId", "The scene in which it comes to light."),
        "capital": _ref("amounts", "Points by person."),
        "because": _text_of("The sentence that the player reads when it comes to light."),
    }
    return _object(keys, "Points that are counted when the play next comes to a scene.", required=("at", "capital", "because"))


def _promise() -> Schema:
    broken = {"capital": _ref("amounts", "Points by person."), "because": _text_of("The sentence that the player reads then.")}
    keys = {
        "id": _ref("promiseId", "Its name, for `keeps` and for conditions."),
        "to": _ref("personId", "To whom it is given."),
        "text": _text_of("What was promised, in a sentence."),
        "broken": _object(broken, "What the ending counts if the promise was not kept.", required=("capital", "because")),
    }
    return _object(keys, "A word given.", required=("id", "to", "text", "broken"))


def _cut() -> Schema:
    keys = {
        "minutes": {"type": "integer", "minimum": 1, "maximum": 600, "description": "How long the cut takes in a room, in whole minutes."},
        "moments": {"type": "array", "minItems": 1, "items": {"$ref": "#/definitions/sceneId"}, "description": "The scenes with choices that the room plays; the first is where it begins."},
        "bridges": _mapping(_ref("bridge", "The bridge over this scene."), "Scenes that are passed over, each with a text instead and a way on."),
    }
    return _object(keys, "A shorter play for a room.", required=("minutes", "moments"))


def _discussion() -> Schema:
    question = _text_of("A question.") | {"maxLength": LONGEST_QUESTION}
    snippet = {
        "label": "three questions", "description": "What happened, so what, now what",
        "body": ['"${1:What did you see her do, and when?}"', '"${2:What had made it look free?}"', '"${3:Whom will you see this week?}"'],
    }
    return {
        "type": "array", "minItems": QUESTIONS, "maxItems": QUESTIONS, "items": question, "defaultSnippets": [snippet],
        "description": "Three questions with which a room looks back: what happened, so what, now what.",
    }


def _script() -> Schema:
    part = _object(
        {"when": _ref("condition", "The part is told only if this holds."), "text": _text_of("The text of the part.")},
        "A part of the script.", required=("text",),
    )
    text = {"type": "string"}
    return {
        "description": "A paragraph is told; a line `leslie (warm): …` is said. A blank line begins the next paragraph.",
        "anyOf": [text, {"type": "array", "minItems": 1, "items": {"anyOf": [text, part]}}],
    }


def _next() -> Schema:
    way = _object(
        {"when": _ref("condition", "This way is taken only if this holds."), "to": _ref("sceneId", "The scene to which it leads.")},
        "A way on.", required=("to",),
    )
    return {
        "description": "The id of a scene; or a list of ways, of which the first whose condition holds is taken. The last has no `when`.",
        "anyOf": [{"$ref": "#/definitions/sceneId"}, {"type": "array", "minItems": 1, "items": {"anyOf": [way, {"$ref": "#/definitions/sceneId"}]}}],
    }


def _amounts() -> Schema:
    return {"type": "object", "minProperties": 1, "propertyNames": {"pattern": f"^{_ID}$"}, "additionalProperties": _POINTS, "description": "Points by person: `{leslie: +5, marcus: -2}`."}


def _condition() -> Schema:
    return {
        "type": "string", "maxLength": 500,
        "description": "A question about the play so far: `leslie >= 20 and not chose.pounce`; also flags, `granted.id`, `promised.id`, `kept.id`.",
    }


# Ways to write a piece.


def _object(keys: dict[str, Schema], description: str, *, required: Collection[str] = ()) -> Schema:
    made: Schema = {"type": "object", "description": description, "properties": keys, "additionalProperties": False}
    return made | {"required": list(required)} if required else made


def _mapping(values: Schema, description: str) -> Schema:
    return {
        "type": "object", "minProperties": 1, "propertyNames": {"$ref": "#/definitions/id"},
        "additionalProperties": values, "description": description,
    }


def _ref(name: str, description: str) -> Schema:
    # Beside a $ref draft-07 heeds nothing; editors show the description all the same, and `allOf` makes it lawful.
    return {"description": description, "allOf": [{"$ref": f"#/definitions/{name}"}]}


def _one_or_more(one: Schema, description: str) -> Schema:
    return {"description": description, "anyOf": [one, {"type": "array", "minItems": 1, "items": one}]}


def _text_of(description: str) -> Schema:
    return {"type": ["string", "number"], "description": description}


def _id(description: str) -> Schema:
    return {
        "type": "string", "pattern": f"^{_ID}$", "maxLength": LONGEST_ID,
        "not": {"enum": sorted(RESERVED)}, "description": description,
    }


def _drawn(names: Collection[str], description: str) -> Schema:
    return {"description": description, "anyOf": [{"enum": sorted(names)}, {"type": "string"}] if names else [{"type": "string"}]}


_SCENE = {
    "label": "a scene", "description": "A place, a script and two choices",
    "body": {"${1:scene-id}": {
        "place": "${2:bakery}", "script": "|\n  ${3:What is told.}\n",
        "choices": [
            {"id": "${4:choice-id}", "say": "${5:What is said.}", "advice": "${6:What the columnist thinks of it.}", "letter": "I ${7:did so}", "next": "${8:scene-id}"},
        ],
    }},
}
_SAY = {
    "label": "words", "description": "Something that the player may say",
    "body": [{"id": "${1:choice-id}", "say": "${2:What is said.}", "advice": "${3:What the columnist thinks of it.}", "letter": "I ${4:did so}", "next": "${5:scene-id}"}],
}
_ASK = {
    "label": "an ask", "description": "Something that costs capital, and may be refused",
    "body": [{
        "id": "${1:choice-id}", "say": "${2:What is said.}", "ask": {"of": "${3:person}", "cost": "${4:20}"},
        "granted": {"script": "${5:What happens then.}"}, "refused": {"script": "${6:What happens otherwise.}"},
        "advice": "${7:What the columnist thinks of it.}", "letter": "I ${8:did so}", "next": "${9:scene-id}",
    }],
}
