"""Diagnostics → text for machines: JSON, the commands of a GitHub workflow, SARIF 2.1.0."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from game.authoring.codes import CODES
from game.authoring.diagnostic import Diagnostic, Severity
from game.authoring.safe_text import printable

FORMATS = ("json", "github", "sarif")
VERSION = "2.1.0"
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def written(found: Sequence[Diagnostic], form: str) -> str:
    """Return diagnostics in one of `FORMATS`, ending with a line end; an empty text where GitHub has nothing to hear."""
    return {"json": as_json, "github": as_github, "sarif": as_sarif}[form](found)


def as_json(found: Iterable[Diagnostic]) -> str:
    """Return a list of objects with the keys file, line, column, end_column, code, name, severity, message and help.

    Lines and columns count from 1, `end_column` is the first after it; all three are null where it is the file's fault
    as a whole. `severity` is error or warning.
    """
    return _dumped([
        {
            "file": one.file,
            "line": one.span.line if one.span else None,
            "column": one.span.column if one.span else None,
            "end_column": one.span.end_column if one.span else None,
            "code": one.code,
            "name": _name(one),
            "severity": one.severity.value,
            "message": one.message,
            "help": one.help,
        }
        for one in found
    ])


def as_github(found: Iterable[Diagnostic]) -> str:
    """Return one workflow command a line, which GitHub shows beside the line of the file.

    Source: "Workflow commands for GitHub Actions"; the escapes are those of its toolkit (core/src/command.ts).
    """
    return "".join(_command(one) for one in found)


def _command(one: Diagnostic) -> str:
    where = {"file": printable(one.file)}
    if one.span is not None:
        where |= {"line": str(one.span.line), "endLine": str(one.span.line), "col": str(one.span.column), "endColumn": str(one.span.end_column)}
    where["title"] = f"{one.code} {_name(one)}".rstrip()
    told = ",".join(f"{key}={_property(value)}" for key, value in where.items())
    return f"::{one.severity.value} {told}::{_data(_whole(one))}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_sarif(found: Sequence[Diagnostic]) -> str:
    """Return a log of SARIF with one run.

    Source: Static Analysis Results Interchange Format (SARIF) Version 2.1.0, OASIS Standard, 2020.
    """
    from importlib.metadata import version

    rules = sorted({one.code for one in found})
    run = {
        "tool": {"driver": {"name": "coffee-first", "version": version("coffee-first"), "rules": [_rule(code) for code in rules]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, rules.index(one.code)) for one in found],
    }
    return _dumped({"$schema": SCHEMA, "version": VERSION, "runs": [run]})


def _rule(code: str) -> dict[str, Any]:
    rule: dict[str, Any] = {"id": code}
    known = CODES.get(code)
    if known is not None:
        rule |= {
            "name": known.name,
            "shortDescription": {"text": known.finds},
            "fullDescription": {"text": f"{known.finds} {known.why}"},
            "help": {"text": f"Instead of\n{known.example}\nwrite\n{known.instead}"},
            "defaultConfiguration": {"level": "warning" if known.warning else "error"},
        }
    return rule


def _result(one: Diagnostic, rule: int) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(one.file)}}
    if one.span is not None:
        place["region"] = {"startLine": one.span.line, "startColumn": one.span.column, "endColumn": one.span.end_column}
    return {
        "ruleId": one.code,
        "ruleIndex": rule,
        "level": "error" if one.severity is Severity.ERROR else "warning",
        "message": {"text": _whole(one)},
        "locations": [{"physicalLocation": place}],
    }


def _uri(file: str) -> str:
    """Return a path as a reference: relative to where the command ran where it lies below it, otherwise whole."""
    from urllib.parse import quote

    path = Path(file)
    if path.is_absolute() and path.is_relative_to(Path.cwd()):
        path = path.relative_to(Path.cwd())
    spelt = quote(os.fsencode(path.as_posix()))
    if not path.is_absolute():
        return spelt
    return f"file://{spelt}" if spelt.startswith("/") else f"file:///{spelt}"


def _name(one: Diagnostic) -> str:
    known = CODES.get(one.code)
    return known.name if known is not None else ""


def _whole(one: Diagnostic) -> str:
    return f"{one.message}; {one.help}" if one.help else one.message


def _dumped(value: object) -> str:
    import json

    return json.dumps(value, indent=2) + "\n"
