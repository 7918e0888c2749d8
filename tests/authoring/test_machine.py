"""`check --format`: the same faults for editors, for a workflow at GitHub, and for whatever reads SARIF."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from game.authoring.codes import CODES
from game.authoring.diagnostic import Diagnostic, Severity, Span
from game.authoring.machine import FORMATS, written
from tests.authoring.test_diagnostics import NAMES, reading

FAULTS = [fault for name in NAMES for fault in reading(name).diagnostics]
EVIL = Diagnostic("CF201", Severity.ERROR, "a,b:c%/ü\u202e.yaml", Span(3, 5, 9), "100%, or\nnot: 'x'", "write ::set-output::y")

RESULT = {
    "type": "object", "required": ["ruleId", "ruleIndex", "level", "message", "locations"],
    "properties": {
        "level": {"enum": ["error", "warning"]}, "ruleIndex": {"type": "integer", "minimum": 0},
        "message": {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}},
        "locations": {
            "type": "array", "minItems": 1, "maxItems": 1,
            "items": {
                "type": "object", "required": ["physicalLocation"],
                "properties": {
                    "physicalLocation": {
                        "type": "object", "required": ["artifactLocation"], "additionalProperties": False,
                        "properties": {
                            "artifactLocation": {"type": "object", "required": ["uri"], "properties": {"uri": {"type": "string", "pattern": r"^[A-Za-z0-9\-._~%!$&'()*+,;=:@/]+$"}}},
                            "region": {
                                "type": "object", "required": ["startLine", "startColumn", "endColumn"], "additionalProperties": False,
                                "properties": {key: {"type": "integer", "minimum": 1} for key in ("startLine", "startColumn", "endColumn")},
                            },
                        },
                    },
                },
            },
        },
    },
}  # fmt: skip
SARIF = {
    "type": "object", "required": ["version", "runs", "$schema"], "additionalProperties": False,
    "properties": {
        "version": {"const": "2.1.0"}, "$schema": {"type": "string"},
        "runs": {
            "type": "array", "minItems": 1, "maxItems": 1,
            "items": {
                "type": "object", "required": ["tool", "results"], "additionalProperties": False,
                "properties": {
                    "tool": {
                        "type": "object", "required": ["driver"],
                        "properties": {"driver": {"type": "object", "required": ["name", "rules"], "properties": {"rules": {"type": "array", "uniqueItems": True}}}},
                    },
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "results": {"type": "array", "items": RESULT},
                },
            },
        },
    },
}  # fmt: skip
"""What SARIF 2.1.0 asks of the parts that are used here."""


@pytest.mark.parametrize("faults", [[], FAULTS, [EVIL]], ids=["none", "all", "evil"])
def test_sarif_is_what_the_standard_asks_for(faults: list[Diagnostic]):
    """Whatever reads SARIF reads this."""
    log = json.loads(written(faults, "sarif"))
    jsonschema.validate(log, SARIF)
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [fault.code for fault in faults] == [result["ruleId"] for result in run["results"]]
    assert [fault.code for fault in faults] == [rules[result["ruleIndex"]]["id"] for result in run["results"]]
    assert [CODES[rule["id"]].name for rule in rules] == [rule["name"] for rule in rules]


def test_json_is_a_list_of_what_was_promised():
    """An editor's plug-in needs nothing else."""
    told = json.loads(written(FAULTS, "json"))
    assert len(FAULTS) == len(told)
    assert {("file", "line", "column", "end_column", "code", "name", "severity", "message", "help")} == {tuple(one) for one in told}
    (one,) = json.loads(written(reading("an_unknown_scene").diagnostics, "json"))
    assert {
        "file": "an_unknown_scene.yaml", "line": 38, "column": 23, "end_column": 28, "code": "CF201", "name": "unknown-scene",
        "severity": "error", "message": "'mondy' is not a scene of this scenario", "help": "write 'monday'",
    } == one


def test_a_fault_of_the_whole_file_has_no_line():
    """Null, and not line 0."""
    (one,) = json.loads(written(reading("an_empty_file").diagnostics, "json"))
    assert (None, None, None) == (one["line"], one["column"], one["end_column"])
    assert "line=" not in written(reading("an_empty_file").diagnostics, "github")


def test_nothing_in_a_name_or_a_message_becomes_a_command():
    """A file with a comma, a colon or a line end in its name gives one command, and the right one."""
    assert (
        "::error file=a%2Cb%3Ac%25/ü\\u202e.yaml,line=3,endLine=3,col=5,endColumn=9,title=CF201 unknown-scene"
        "::100%25, or%0Anot: 'x'; write ::set-output::y\n"
    ) == written([EVIL], "github")


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_invisible_comes_out(form: str):
    """No direction of writing is changed in a log."""
    told = written([*FAULTS, EVIL], form)
    assert all(sign.isprintable() or sign == "\n" for sign in told)


def test_a_path_below_here_is_told_from_here():
    """The workflow finds the file in the repository."""
    fault = Diagnostic("CF012", Severity.ERROR, str(Path.cwd() / "my scenarios" / "one.yaml"), None, "the file is empty", "")
    log = json.loads(written([fault], "sarif"))
    assert "my%20scenarios/one.yaml" == log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
