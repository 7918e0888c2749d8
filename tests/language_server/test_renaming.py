"""Whatever is renamed, the scenario is as sound as before."""

from __future__ import annotations

import pytest

from game import resources
from game.authoring import art_in, read_text
from game.authoring.transcript import tests_of as read_tests
from game.language_server.documents import Document, Documents
from game.language_server.occurrences import KINDS
from game.language_server.renaming import Change, renamed

FOLDER = resources.scenarios() / "bakery"
ART = art_in(resources.assets())


def changed(document: Document, changes: list[Change]) -> str:
    """Return a text after some changes."""
    lines = list(document.lines)
    for one in sorted(changes, key=lambda change: (change.line, change.start), reverse=True):
        lines[one.line] = lines[one.line][: one.start] + one.text + lines[one.line][one.end :]
    return "\n".join(lines)


@pytest.mark.parametrize("kind", KINDS)
def test_every_id_of_a_shipped_scenario_can_be_renamed(kind: str):
    """Nothing that named it is left behind: no scene is missing, no person unknown, no test broken."""
    documents = Documents()
    story = documents.put(FOLDER / "scenario.yaml", (FOLDER / "scenario.yaml").read_text(encoding="utf-8"), 1)
    before = [fault.code for fault in read_text(story.text, file=story.path, art=ART).diagnostics]
    given = [one for one in documents.index(story).all if one.defines and one.kind == kind]
    assert given
    for one in given:
        files = {file.path.name: changed(file, changes) for file, changes in renamed(documents, story, one.line, one.start, "another", ART)}
        reading = read_text(files["scenario.yaml"], file=story.path, art=ART)
        assert (one.id, before) == (one.id, [fault.code for fault in reading.diagnostics])
        assert reading.scenario is not None
        tests = files.get("tests.yaml", (FOLDER / "tests.yaml").read_text(encoding="utf-8"))
        assert (one.id, ()) == (one.id, read_tests(reading.scenario, tests).diagnostics)
