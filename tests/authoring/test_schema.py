"""The JSON Schema says what the reader says: the same keys, the same words, the same pages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from click.testing import CliRunner

from game import resources
from game.authoring import art_in, choices, people, read_text, scenes, transcript
from game.authoring import build as building
from game.authoring.art import LIGHTS
from game.authoring.schema import schema, schema_of_tests, schema_text, schema_text_of_tests
from game.cli import cli
from game.story.vocabulary import PRINCIPLES
from tests.authoring.test_format_page import EXAMPLES, WHOLE, everything, with_top

ART = art_in(resources.assets())
SHIPPED = sorted(path.parent for path in resources.scenarios().glob("*/scenario.yaml"))


class _Loader(yaml.CSafeLoader):
    """Reads as editors do, by YAML 1.2: 9:40 is a text, and so is no."""

    yaml_implicit_resolvers = {}


_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"(true|false)$"), list("tf"))
_Loader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"[-+]?\d+$"), list("-+0123456789"))
_Loader.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"[-+]?\d+\.\d+$"), list("-+0123456789"))
_Loader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"(~|null|)$"), ["~", "n", ""])


def refused(text: str, against: dict[str, Any] | None = None) -> list[str]:
    """Return what the schema has against a text."""
    found = jsonschema.Draft7Validator(against or schema(ART)).iter_errors(yaml.load(text, Loader=_Loader))
    return [f"{'/'.join(map(str, error.absolute_path))}: {error.message}" for error in found]


def objects(at: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], dict[str, Any]]]:
    """Yield every object of a schema that says which keys it has."""
    if isinstance(at, dict):
        if isinstance(at.get("properties"), dict):
            yield path, at
        for name, inner in at.items():
            yield from objects(inner, (*path, name))
    elif isinstance(at, list):
        for number, inner in enumerate(at):
            yield from objects(inner, (*path, str(number)))


def test_the_schema_is_itself_sound():
    """An editor can use it."""
    jsonschema.Draft7Validator.check_schema(schema(ART))
    jsonschema.Draft7Validator.check_schema(schema_of_tests())


@pytest.mark.parametrize("folder", SHIPPED, ids=lambda path: path.name)
def test_every_shipped_scenario_is_accepted(folder: Path):
    """What we wrote ourselves is not underlined in an editor."""
    assert [] == refused((folder / "scenario.yaml").read_text(encoding="utf-8"))
    assert [] == refused((folder / "tests.yaml").read_text(encoding="utf-8"), schema_of_tests())


def test_every_example_of_the_format_page_is_accepted():
    """What the page shows may be written."""
    assert [] == refused(everything())
    assert [] == [told for kind, _, text in EXAMPLES if kind == "top" for told in refused(with_top(text))]
    assert [] == [told for kind, _, text in EXAMPLES if kind == "tests" for told in refused(text, schema_of_tests())]


KEYS_OF = {
    (): building.KEYS,
    ("you",): people._YOU,
    ("person",): people._PERSON,
    ("scene",): scenes.KEYS,
    ("choice",): choices.KEYS,
    ("branch",): choices._BRANCH,
}


@pytest.mark.parametrize("where", KEYS_OF, ids=lambda where: where[0] if where else "scenario")
def test_it_has_the_keys_that_the_reader_has(where: tuple[str, ...]):
    """A key that may be written is offered, and no other."""
    made = schema(ART)
    at = made if not where else made["definitions"].get(where[0]) or made["properties"][where[0]]
    assert set(KEYS_OF[where]) == set(at["properties"])


WITH_A_WRONG_KEY = {
    "`ending`": "  e-alone:\n    place: bakery\n    ending: {title: A, letter: B, tone: warm, zzz: 1}\n",
    "a way on": "  x1:\n    place: bakery\n    next: [{to: monday, zzz: 1}]\n",
    "a part of a script": "  x2:\n    place: bakery\n    script: [{text: A, zzz: 1}]\n    next: monday\n",
    "`later`": "  x3:\n    place: bakery\n    choices: [{id: a, do: A, next: monday, later: {at: monday, capital: {leslie: 1}, because: B, zzz: 1}}]\n",
    "`ask`": "  x4:\n    place: bakery\n    choices: [{id: a, do: A, next: monday, ask: {of: leslie, cost: 1, zzz: 1}}]\n",
    "`promise`": "  x5:\n    place: bakery\n    choices: [{id: a, do: A, next: monday, promise: {id: b, to: leslie, text: C, zzz: 1, broken: {capital: {leslie: 1}, because: D}}}]\n",
    "`broken`": "  x6:\n    place: bakery\n    choices: [{id: a, do: A, next: monday, promise: {id: b, to: leslie, text: C, broken: {capital: {leslie: 1}, because: D, zzz: 1}}}]\n",
    "`cut`": "cut: {minutes: 5, moments: [the-bench], zzz: 1}\n",
    "a bridge": "cut: {minutes: 5, moments: [the-bench], bridges: {monday: {next: e-alone, zzz: 1}}}\n",
}
PROPERTIES_OF = {
    "`ending`": ("definitions", "scene", "properties", "ending"),
    "a way on": ("definitions", "next", "anyOf", "1", "items", "anyOf", "0"),
    "a part of a script": ("definitions", "script", "anyOf", "1", "items", "anyOf", "1"),
    "`later`": ("definitions", "later", "anyOf", "0"),
    "`ask`": ("definitions", "choice", "properties", "ask"),
    "`promise`": ("definitions", "promise"),
    "`broken`": ("definitions", "promise", "properties", "broken"),
    "`cut`": ("properties", "cut"),
    "a bridge": ("definitions", "bridge"),
}


@pytest.mark.parametrize("where", WITH_A_WRONG_KEY)
def test_it_has_the_keys_that_the_reader_names(where: str):
    """The message about a wrong key lists those that are right; the schema knows the same."""
    text = WHOLE.replace("  e-alone:\n", "  e-older:\n").rstrip() + "\n" + WITH_A_WRONG_KEY[where]
    (told,) = [d.help for d in read_text(text, file=Path("x.yaml")).diagnostics if d.code == "CF103"]
    written = dict(objects(schema(ART)))[PROPERTIES_OF[where]]
    assert f"the keys are {', '.join(written['properties'])}" == told
    assert any("zzz" in message or "not valid under any" in message for message in refused(text))


def test_the_keys_of_tests_are_those_that_the_reader_has():
    """The same for tests.yaml."""
    found = {path: set(at["properties"]) for path, at in objects(schema_of_tests())}
    test = ("properties", "tests", "items")
    assert {"tests"} == found[()]
    assert set(transcript._THEN) == found[(*test, "properties", "then")]
    told = transcript.tests_of(_scenario(), "tests:\n  - {it: A, choose: [], zzz: 1}\n").diagnostics
    assert f"the keys are {', '.join(dict(objects(schema_of_tests()))[test]['properties'])}" == told[0].help


def _scenario() -> Any:
    found = read_text(WHOLE, file=Path("whole.yaml")).scenario
    assert found is not None
    return found


@pytest.mark.parametrize(
    "line",
    [
        "zzz: 1", "minutes: soon", "minutes: 2.5", "start: the bench", "start: you",
        "people: {leslie: {name: Leslie, role: a neighbour, capital: much}}", "people: {les lie: {name: L, role: a}}", "scenes: {}",
    ],
)
def test_what_check_refuses_at_the_head_is_underlined(line: str):
    """Most mistakes show while they are typed, without a language server."""
    key = line.partition(":")[0]
    assert [] != refused(re.sub(rf"^{key}:.*\n(?:(?:[ ].*)?\n)*", "", WHOLE, flags=re.M) + line + "\n")


@pytest.mark.parametrize(
    "choice",
    [
        "{id: a, next: monday}", "{id: a, say: A, do: B, next: monday}", "{say: A, next: monday}",
        "{id: a, say: A, honours: kindness, next: monday}", "{id: a, say: A, honours: ongoing, breaks: ongoing, next: monday}",
        "{id: a, say: A, capital: 5, next: monday}", "{id: a, say: A, granted: {set: b}, next: monday}", "{id: yes, say: A, next: monday}",
    ],
)
def test_a_choice_that_check_refuses_is_underlined(choice: str):
    """Neither words nor a deed, points of nobody, a principle that there is not, an answer to no ask."""
    text = WHOLE + f"\n  x:\n    place: bakery\n    choices: [{choice}]\n"
    assert () != read_text(text, file=Path("x.yaml")).errors
    assert [] != refused(text)


def test_principles_lights_and_drawings_are_offered_and_other_drawings_stay_allowed():
    """The editor completes them."""
    made = schema(ART)["definitions"]
    principles = made["choice"]["properties"]["honours"]["anyOf"]
    assert [(one.id, one.sentence) for one in PRINCIPLES.values()] == [(one["const"], one["description"]) for one in principles]
    assert list(LIGHTS) == made["scene"]["properties"]["light"]["enum"]
    assert sorted(ART.places) == made["scene"]["properties"]["place"]["anyOf"][0]["enum"]
    assert sorted(ART.people) == made["drawnPerson"]["anyOf"][0]["enum"]
    assert [] == refused(WHOLE.replace("place: bakery", "place: my-own-picture"))


def test_every_key_is_explained():
    """Hover over any key, and there is a sentence."""
    silent = [
        (path, key) for made in (schema(ART), schema_of_tests()) for path, at in objects(made)
        for key, value in at["properties"].items() if not value.get("description")
    ]
    assert [] == silent


def test_the_verb_prints_it_or_writes_it(tmp_path: Path):
    """`coffee-first schema -o FILE` is what the first line of a scenario points to."""
    run = CliRunner().invoke
    assert (0, schema_text()) == ((printed := run(cli, ["schema"])).exit_code, printed.output)
    file = tmp_path / "tests.schema.json"
    assert 0 == run(cli, ["schema", "--tests", "-o", str(file)]).exit_code
    assert schema_text_of_tests() == file.read_text(encoding="utf-8")
    assert schema_of_tests() == json.loads(file.read_text(encoding="utf-8"))


def test_a_file_that_cannot_be_written_is_said_in_one_line(tmp_path: Path):
    """No traceback."""
    told = CliRunner().invoke(cli, ["schema", "-o", str(tmp_path / "no" / "where.json")])
    assert (1, True) == (told.exit_code, told.output.endswith("cannot be written: no such file or directory\n"))
