"""`coffee-first lsp`, asked as an editor asks it: over standard input and output, in a process of its own."""

from __future__ import annotations

import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from game import resources
from game.authoring import read_text, run_tests
from game.story.vocabulary import PRINCIPLES
from tests.authoring.test_format_page import WHOLE
from tests.language_server.client import Editor, Refused

ASK = """      - id: little-sign
        say: "A small sign, out front?"
        ask: {of: leslie, cost: 12}
        granted: {set: sign}
        refused: {capital: {leslie: -3}}
        promise: {id: note, to: leslie, text: You owe her a note., broken: {capital: {leslie: -2}, because: She waited.}}
        breaks: met-is-not-network
        advice: You spent the neighbour.
        instead: "Leslie."
        letter: I asked for a sign
        next: monday
"""
STORY = WHOLE.replace("\n  monday:\n", f"\n{ASK}\n  monday:\n").replace(
    "      - {when: leslie >= 10, to: e-friends}", '      - {when: "leslie >= 10 and not chose.pounce", to: e-friends}'
).replace("Sit down, before the tubas do.", "Sit down 🎺, before the tubas do.") + """
allow:
  never-kept@little-sign: It is a test.
"""
TESTS = """tests:
  - it: asking after the daughter brings the list
    choose: [ask-about-maya]
    then: {ending: e-friends, holds: leslie >= 10 and not chose.pounce}
  - it: pouncing does not
    choose: [pounce]
    then: {ending: e-alone, kept: [], broken: []}
"""


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    with Editor(tmp_path_factory.mktemp("root")) as made:
        yield made
        assert _said_goodbye(made) in (0, 1)  # 1: the pipe was closed before the server had said its last word


def _said_goodbye(editor: Editor) -> int:
    editor.ask("shutdown", None)
    editor.tell("exit", None)
    return editor.process.wait(30)


@pytest.fixture
def uri(editor: Editor, tmp_path: Path) -> str:
    """The URI of a sound scenario that is open, with tests beside it that are not."""
    (tmp_path / "scenario.yaml").write_text(STORY, encoding="utf-8")
    (tmp_path / "tests.yaml").write_text(TESTS, encoding="utf-8")
    return editor.open(tmp_path / "scenario.yaml")


def labels(editor: Editor, at: dict[str, Any]) -> list[str]:
    """Return what is offered at a place."""
    return [item["label"] for item in editor.ask("textDocument/completion", at)["items"]]


def hover(editor: Editor, at: dict[str, Any]) -> str:
    """Return what is said at a place."""
    found = editor.ask("textDocument/hover", at)
    return found["contents"]["value"] if found else ""


# Faults.


def test_a_sound_scenario_has_no_faults(editor: Editor, uri: str):
    """Nothing is underlined."""
    assert [] == [fault for fault in editor.faults(uri) if fault["severity"] == 1]


def test_faults_are_shown_while_one_types_with_their_code_and_their_mend(editor: Editor, uri: str):
    """The word itself is underlined, and what to write is said."""
    editor.type(uri, STORY.replace("next: monday", "next: mondy", 1))
    (fault,) = [one for one in editor.faults(uri) if one["severity"] == 1]
    assert ("CF201", "mondy", "coffee-first") == (fault["code"], editor.stretch(uri, fault["range"]), fault["source"])
    assert fault["message"].endswith("\nwrite 'monday'")
    assert fault["codeDescription"]["href"].endswith("/docs/diagnostics/CF201.md")


def test_a_warning_is_a_warning(editor: Editor, uri: str):
    """What can be played is underlined otherwise than what cannot."""
    editor.type(uri, STORY.replace("leslie (warm): I brought", "leslie (warmm): I brought"))
    assert [("CF413", 2)] == [(one["code"], one["severity"]) for one in editor.faults(uri) if one["code"] == "CF413"]


def test_after_an_emoji_the_right_word_is_underlined(editor: Editor, uri: str):
    """Editors count an emoji as two; the place is right all the same."""
    editor.type(uri, STORY.replace('letter: "Nobody called", tone: cool', 'letter: "🎺🎺 Nöbody", tone: cöol'))
    (fault,) = [one for one in editor.faults(uri) if one["code"] == "CF111"]
    assert "cöol" == editor.stretch(uri, fault["range"])


def test_tests_are_checked_too_and_with_the_scenario_that_is_open(editor: Editor, uri: str, tmp_path: Path):
    """An id that only the unsaved scenario has is known in its tests."""
    editor.type(uri, STORY.replace("pounce", "leap"))
    tests = editor.open(tmp_path / "tests.yaml", TESTS.replace("choose: [pounce]", "choose: [leap, jump]"))
    assert ["jump"] == [editor.stretch(tests, one["range"]) for one in editor.faults(tests) if "jump" in one["message"]]


def test_other_yaml_is_left_alone(editor: Editor, tmp_path: Path):
    """A file of another program is not underlined."""
    other = tmp_path / "compose.yaml"
    other.write_text("services: {web: {image: x}}\n", encoding="utf-8")
    at = editor.open(other)
    assert [] == editor.faults(at)
    assert None is editor.ask("textDocument/hover", editor.at(at, "services"))
    assert None is editor.ask("textDocument/completion", editor.at(at, "services"))


def test_hidden_characters_are_a_fault_and_do_not_come_back_raw(editor: Editor, uri: str):
    """What turns the direction of writing never gets to the editor from us."""
    editor.type(uri, STORY.replace("Monday. The phone", "Monday. \u202eThe phone"))
    assert ["CF005"] == [one["code"] for one in editor.faults(uri)]


# Completion.


@pytest.mark.parametrize(
    ("where", "offered"),
    [
        ("next: |monday", "e-friends"), ("to: |e-alone", "monday"), ("start: |the-bench", "monday"), ("{at: |monday", "e-alone"),
        ("capital: {|leslie: -9", "marcus"), ("honours: |not", "own-it"), ("place: |bakery", "school-gym"), ("tone: |warm", "mixed"),
        ("leslie (|warm)", "delighted"), ("when: \"|leslie", "chose."), ("not chose.|pounce", "chose.ask-about-maya"),
        ("of: |leslie", "marcus"), ("- id: pounce\n        |say", "keeps"), ("|minutes: 3", "cut"),
    ],
)  # fmt: skip
def test_what_belongs_there_is_offered(editor: Editor, uri: str, where: str, offered: str):
    """People, scenes, principles, faces, places, conditions, and keys where they belong."""
    assert offered in labels(editor, editor.at(uri, where))


@pytest.mark.parametrize(
    ("where", "absent"),
    [("capital: {|leslie: -9", "bela"), ("ending: {|title", "letter"), ("- id: pounce\n        |say", "advice")],
)
def test_what_does_not_belong_there_is_not(editor: Editor, uri: str, where: str, absent: str):
    """A mere voice holds no account; a key stands once."""
    editor.faults(uri)
    assert absent not in labels(editor, editor.at(uri, where))


def test_in_narration_nothing_is_offered(editor: Editor, uri: str):
    """A sentence is written in peace."""
    assert [] == labels(editor, editor.at(uri, "Monday. The| phone"))


def test_a_completion_replaces_the_whole_id(editor: Editor, uri: str):
    """Not only its part after the last hyphen."""
    item = editor.ask("textDocument/completion", editor.at(uri, "start: the-|bench"))["items"][0]
    assert "the-bench" == editor.stretch(uri, item["textEdit"]["range"])


def test_while_the_file_is_broken_completion_goes_on(editor: Editor, uri: str):
    """A brace is open and a quotation mark too, and the scenes are offered still."""
    editor.faults(uri)
    editor.type(uri, STORY.replace("- {to: e-alone}", "- {to: "))
    assert {"the-bench", "monday", "e-friends", "e-alone"} == set(labels(editor, editor.at(uri, "- {to: |")))
    editor.type(uri, STORY.replace("honours: not-about-you", 'honours: \n        advice: "open'))
    assert list(PRINCIPLES) == labels(editor, editor.at(uri, "honours: |"))


def test_in_tests_the_choices_and_endings_of_the_scenario_are_offered(editor: Editor, uri: str, tmp_path: Path):
    """The scenario beside them says which there are."""
    editor.faults(uri)
    tests = editor.open(tmp_path / "tests.yaml")
    assert ["ask-about-maya", "pounce", "little-sign"] == labels(editor, editor.at(tests, "choose: [|"))
    assert ["e-friends", "e-alone"] == labels(editor, editor.at(tests, "ending: |"))
    assert "spent" in labels(editor, editor.at(tests, "then: {|"))


# Going there.


@pytest.mark.parametrize(
    ("where", "line"),
    [
        ("next: |monday", "  monday:"), ("to: |e-alone", "  e-alone:"), ("start: the-|bench", "  the-bench:"), ("{at: |monday", "  monday:"),
        ("capital: {|leslie", "  leslie: {name"), ("|leslie (warm): I brought", "  leslie: {name"), ("not chose.|pounce", "      - id: pounce"),
        ("of: |leslie", "  leslie: {name"), ("@|little-sign", "      - id: little-sign"), ("\"|leslie >=", "  leslie: {name"),
    ],
)  # fmt: skip
def test_one_goes_to_where_an_id_is_given(editor: Editor, uri: str, where: str, line: str):
    """From `next`, a script, a condition, an ask, an allowance."""
    found = editor.ask("textDocument/definition", editor.at(uri, where))
    assert STORY.split("\n")[found["range"]["start"]["line"]].startswith(line)


def test_one_goes_there_while_the_file_is_broken_and_has_moved(editor: Editor, uri: str):
    """Three lines were put in above, and a brace is open."""
    editor.faults(uri)
    editor.ask("textDocument/documentSymbol", {"textDocument": {"uri": uri}})
    broken = STORY.replace("minutes: 3", "minutes: 3\n\n\ncut: {minutes: 4,").replace("letter: I asked for", "letter: {I asked for")
    editor.type(uri, broken)
    found = editor.ask("textDocument/definition", editor.at(uri, "next: |monday"))
    assert "monday" == editor.stretch(uri, found["range"])
    assert "  monday:" == broken.split("\n")[found["range"]["start"]["line"]]


def test_from_tests_one_goes_to_the_scenario(editor: Editor, uri: str, tmp_path: Path):
    """And finds every place, in both files."""
    tests = editor.open(tmp_path / "tests.yaml")
    found = editor.ask("textDocument/definition", editor.at(tests, "choose: [|pounce"))
    assert (uri, "pounce") == (found["uri"], editor.stretch(uri, found["range"]))
    every = editor.ask("textDocument/references", editor.at(uri, "- id: |pounce") | {"context": {"includeDeclaration": True}})
    assert [(uri, "pounce")] * 2 + [(tests, "pounce")] * 2 == [(one["uri"], editor.stretch(one["uri"], one["range"])) for one in every]
    named = editor.ask("textDocument/references", editor.at(uri, "- id: |pounce") | {"context": {"includeDeclaration": False}})
    assert 3 == len(named)


def test_the_outline_lists_people_and_scenes_with_their_choices(editor: Editor, uri: str):
    """As an editor shows it beside the text."""
    found = editor.ask("textDocument/documentSymbol", {"textDocument": {"uri": uri}})
    assert ["leslie", "marcus", "bela", "the-bench", "monday", "e-friends", "e-alone"] == [one["name"] for one in found]
    assert ["ask-about-maya", "pounce", "little-sign"] == [one["name"] for one in found[3]["children"]]


# Renaming.


def renamed(editor: Editor, uri: str, at: dict[str, Any], new: str) -> dict[str, str]:
    """Return the files that a renaming changes, as they then are."""
    edits = editor.ask("textDocument/rename", at | {"newName": new})["changes"]
    for other in edits:
        editor.texts.setdefault(other, Path(other.removeprefix("file://")).read_text(encoding="utf-8"))
    return {other: editor.edited(other, changes) for other, changes in edits.items()}


@pytest.mark.parametrize(
    ("where", "old", "new"),
    [
        ("next: |monday", "monday", "after-the-weekend"), ("  |e-friends:", "e-friends", "e-allies"), ("{|marcus:", "marcus", "markus"),
        ("- id: |pounce", "pounce", "leap"), ("{id: |note", "note", "word"), ("set: |sign", "sign", "board"), ("start: |the-bench", "the-bench", "bench"),
    ],
)  # fmt: skip
def test_an_id_is_renamed_everywhere(editor: Editor, uri: str, tmp_path: Path, where: str, old: str, new: str):
    """The scenario plays as before, its tests pass, and the old id is nowhere."""
    where = "  |marcus: {" if old == "marcus" else where
    after = renamed(editor, uri, editor.at(uri, where), new)
    tests = after.get((tmp_path / "tests.yaml").as_uri(), TESTS)
    story = read_text(after[uri], file=tmp_path / "scenario.yaml")
    assert () == story.errors
    assert story.scenario is not None
    assert [()] * 2 == [outcome.differences for outcome in run_tests(story.scenario, tests)]
    word = re.compile(rf"(?<![\w-]){old}(?![\w-])")
    untouched = {"monday": 0, "sign": 2, "note": 1, "marcus": 1}.get(old, 0)  # sentences of the author keep their words, Marcus his drawing
    assert untouched == len(word.findall(after[uri])) + len(word.findall(tests))


def test_whoever_is_renamed_keeps_the_drawing(editor: Editor, uri: str):
    """Leslie was drawn because of her id: now a `portrait` says so."""
    after = renamed(editor, uri, editor.at(uri, "  |leslie: {"), "lena")[uri]
    assert "  lena: {portrait: leslie, name: Leslie Brandt," in after


@pytest.mark.parametrize(
    ("new", "reason"),
    [("yes", "'yes' has a meaning of its own"), ("two words", "digits and hyphens"), ("e-alone", "the id of another scene already"), ("", "will not do")],
)
def test_an_id_that_will_not_do_is_refused_with_the_reason(editor: Editor, uri: str, new: str, reason: str):
    """Nothing is changed."""
    with pytest.raises(Refused, match=reason):
        editor.ask("textDocument/rename", editor.at(uri, "next: |monday") | {"newName": new})


@pytest.mark.parametrize(("where", "reason"), [("|title: The bench", "only the id of"), ("The |gym is warm", "only the id of")])
def test_what_is_no_id_cannot_be_renamed(editor: Editor, uri: str, where: str, reason: str):
    """It is said before a new name is asked for."""
    with pytest.raises(Refused, match=reason):
        editor.ask("textDocument/prepareRename", editor.at(uri, where))


def test_nothing_is_renamed_in_a_file_that_cannot_be_read(editor: Editor, uri: str):
    """Half a renaming would be worse than none."""
    editor.type(uri, STORY.replace("summary: You", "summary: You: "))
    with pytest.raises(Refused, match="mend what is underlined first"):
        editor.ask("textDocument/prepareRename", editor.at(uri, "next: |monday"))


def test_before_renaming_the_whole_id_is_marked(editor: Editor, uri: str):
    """Also where the cursor stands behind its last letter."""
    found = editor.ask("textDocument/prepareRename", editor.at(uri, "chose.pounce|\""))
    assert ("pounce", "pounce") == (found["placeholder"], editor.stretch(uri, found["range"]))


# Hover and mends.


def test_over_a_person_stands_what_the_account_may_hold_there(editor: Editor, uri: str):
    """In Monday's scene Leslie holds -4 to 13, whatever was said before."""
    editor.faults(uri)
    for _ in range(100):
        told = hover(editor, editor.at(uri, "\"|leslie >= 10"))
        if "being worked out" not in told:
            break
        time.sleep(0.1)
    assert "Leslie Brandt: a neighbour" in told
    assert "When monday begins: -4 to 13 (stranger to met), over all plays." in told


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("honours: not|-about-you", PRINCIPLES["not-about-you"].sentence.replace(".", "\\.")), ("|advice:", "The columnist's note on it"),
        ("next: |monday", "Scene monday: bakery"), ("- id: |pounce", "Breaks time\\-and\\-place"), ("{id: |note", "Broken: leslie -2"), ("set: |sign", "set by little\\-sign"),
    ],
)  # fmt: skip
def test_over_a_word_stands_what_it_means(editor: Editor, uri: str, where: str, said: str):
    """A principle, a key, a scene, a choice, a promise, a flag."""
    editor.faults(uri)
    assert said in hover(editor, editor.at(uri, where))


def test_an_author_s_text_is_no_markup(editor: Editor, uri: str):
    """A picture in a role would be fetched from the network."""
    editor.type(uri, STORY.replace("a neighbour; her", "![x](https://example.org/x.png) <b>her"))
    editor.faults(uri)
    assert "\\!\\[x\\]\\(https://example\\.org/x\\.png\\) \\<b\\>her" in hover(editor, editor.at(uri, "  |leslie: {"))


def test_over_a_fault_stands_its_page(editor: Editor, uri: str):
    """What `coffee-first explain` says."""
    editor.type(uri, STORY.replace("next: monday", "next: mondy", 1))
    editor.faults(uri)
    assert hover(editor, editor.at(uri, "next: |mondy")).startswith("CF201 unknown\\-scene: A scene is named that does not exist")


def test_the_mend_is_one_key_away(editor: Editor, uri: str):
    """Spelt right, or the missing scene made; after either there is no error."""
    editor.type(uri, STORY.replace("next: monday", "next: mondy", 1))
    (fault,) = [one for one in editor.faults(uri) if one["severity"] == 1]
    asked = {"textDocument": {"uri": uri}, "range": fault["range"], "context": {"diagnostics": [fault]}}
    found = editor.ask("textDocument/codeAction", asked)
    assert ["Write monday", "Make the scene 'mondy'"] == [one["title"].replace("'monday'", "monday") for one in found]
    for one in found:
        after = editor.edited(uri, one["edit"]["changes"][uri])
        assert () == read_text(after, file=Path("scenario.yaml")).errors
        assert ["CF201"] == [about["code"] for about in one["diagnostics"]]


# What an editor may do by mistake.


def test_malformed_messages_do_not_kill_it(tmp_path: Path):
    """Nonsense, unknown methods, unknown files and wrong parameters are survived."""
    (tmp_path / "scenario.yaml").write_text(STORY, encoding="utf-8")
    with Editor(tmp_path) as editor:
        uri = editor.open(tmp_path / "scenario.yaml")
        for body in (b"{", b"[]", b"null", b'"x"', b"\xff\xfe", b'{"jsonrpc": "2.0"}', b'{"jsonrpc": "2.0", "id": 900, "method": 5}'):
            editor.raw(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        editor.raw(b"Nonsense\r\nContent-Length: soon\r\n")
        nowhere = {"textDocument": {"uri": "file:///nowhere.yaml", "version": 3}, "position": {"line": 9, "character": 9}}
        editor.tell("textDocument/didChange", nowhere | {"contentChanges": [{"text": "x"}]})
        editor.tell("textDocument/didClose", nowhere)
        editor.tell("textDocument/didFly", {})
        for method in ("completion", "hover", "definition", "prepareRename", "documentSymbol"):
            assert None is editor.ask(f"textDocument/{method}", nowhere)
        with pytest.raises(Refused):
            editor.ask("textDocument/fly", {})
        editor.send({"id": 901, "method": "textDocument/hover", "params": {"textDocument": 5}})
        far = {"textDocument": {"uri": uri}, "position": {"line": 99_999, "character": 99_999}}
        for method in ("completion", "hover", "definition"):
            editor.ask(f"textDocument/{method}", far)
        assert "monday" in labels(editor, editor.at(uri, "next: |monday"))


def test_a_file_that_was_never_saved_is_served_as_well(editor: Editor):
    """An editor's new file has a name and no place on a disk."""
    uri = "untitled:Untitled-1"
    editor.texts[uri], editor.versions[uri] = STORY, 1
    editor.tell("textDocument/didOpen", {"textDocument": {"uri": uri, "languageId": "yaml", "version": 1, "text": STORY.replace("next: monday", "next: mondy", 1)}})
    assert "CF201" in [one["code"] for one in editor.faults(uri)]
    assert "e-alone" in labels(editor, editor.at(uri, "next: |monday"))


def test_typing_in_small_pieces_comes_to_the_same(editor: Editor, uri: str):
    """Changes arrive as pieces, with columns as the editor counts them."""
    at = editor.at(uri, "tubas| do")["position"]
    change = {"range": {"start": at, "end": at}, "text": " 🎺 and the drüms"}
    editor.tell("textDocument/didChange", {"textDocument": {"uri": uri, "version": 2}, "contentChanges": [change]})
    at = {"line": at["line"], "character": at["character"] + len(" 🎺 and the drüms") + 1}
    change = {"range": {"start": at, "end": {"line": at["line"], "character": at["character"] + 3}}, "text": "\n\n      nobody: Hm."}
    editor.tell("textDocument/didChange", {"textDocument": {"uri": uri, "version": 3}, "contentChanges": [change]})
    editor.versions[uri] = 3
    editor.texts[uri] = STORY.replace("tubas do", "tubas 🎺 and the drüms\n\n      nobody: Hm.")
    assert ["nobody"] == [editor.stretch(uri, one["range"]) for one in editor.faults(uri) if one["code"] == "CF209"]


def test_it_says_what_is_missing_where_it_cannot_run(tmp_path: Path):
    """Without the package there is one sentence, and it says what to type."""
    import subprocess
    import sys

    (tmp_path / "pygls").mkdir()
    code = "import sys; sys.modules['pygls'] = None\nimport importlib.util as u; found = u.find_spec\nu.find_spec = lambda name, *more: None if name == 'pygls' else found(name, *more)\nfrom game.cli import cli\ncli(['lsp'])"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (1, "", 'coffee-first: the language server needs one more package; type: pip install "coffee-first[lsp]"\n') == (told.returncode, told.stdout, told.stderr)


def test_shipped_scenarios_are_served(editor: Editor, tmp_path: Path):
    """Every scene of the bakery can be renamed and back again, and then the text is the same."""
    folder = shutil.copytree(resources.scenarios() / "bakery", tmp_path / "bakery")
    uri = editor.open(folder / "scenario.yaml")
    text = editor.texts[uri]
    scenes = [one["name"] for one in editor.ask("textDocument/documentSymbol", {"textDocument": {"uri": uri}}) if one["kind"] == 5]
    assert len(scenes) > 20
    for scene in scenes[:6]:
        after = renamed(editor, uri, editor.at(uri, f"\n  |{scene}:"), "another-name")[uri]
        assert () == read_text(after, file=folder / "scenario.yaml").errors
        editor.type(uri, after)
        assert text == renamed(editor, uri, editor.at(uri, "\n  |another-name:"), scene)[uri]
        editor.type(uri, text)
