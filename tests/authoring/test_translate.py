"""A scenario in other languages: catalogues that translators' programs open, and that survive edits of the scenario."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from game.authoring import check, read, read_text
from game.authoring.pack import KINDS
from game.authoring.renewing import renewed, written
from game.authoring.source import Unread
from game.authoring.tongues import Words, catalogue, catalogue_of, file_of, languages, of_catalogue, words
from game.authoring.translated import headline_in_language, in_language
from game.authoring.untranslated import judged
from game.cli import cli
from game.story.model import Scenario, Speech
from game.story.playthrough import Playthrough, offered, replay
from game.story.texts import in_other_words, texts
from tests.authoring.test_format_page import WHOLE

ROOT = Path(__file__).parents[2]
SHIPPED = sorted(path.parent for path in (ROOT / "scenarios").glob("*/scenario.yaml"))


def scenario_of(text: str = WHOLE) -> Scenario:
    """Return the page's whole example, or what somebody made of it."""
    found = read_text(text, file=Path("bench.yaml")).scenario
    assert found is not None
    return found


def translated(scenario: Scenario, old: Catalog | None = None) -> Catalog:
    """Return a finished catalogue: each line in capitals."""
    made = renewed(scenario, "es", old).catalogue
    for message in made:
        if message.id:
            message.string = str(message.id).upper()
    return reread(made, scenario)


def reread(made: Catalog, scenario: Scenario) -> Catalog:
    """Return a catalogue as it comes back from a file."""
    found = catalogue_of(written(renewed(scenario, "es", made)).decode())
    assert isinstance(found, Catalog)
    return found


def said(made: Catalog) -> dict[tuple[str, str], str]:
    """Return what the game takes from a catalogue."""
    return dict(of_catalogue("es", made).said)


# ---------------------------------------------------------------- what there is to translate


@pytest.mark.parametrize("folder", SHIPPED, ids=lambda path: path.name)
def test_every_text_of_a_scenario_has_an_address_of_its_own(folder: Path):
    """Each line that a reader sees can be translated by itself."""
    scenario = read(folder).scenario
    assert scenario is not None
    found = list(texts(scenario))
    assert len(found) == len(set(found))
    assert {"bakery": 800, "laid-off": 800, "rotary-prospect": 800}[folder.name] < len(found)


@pytest.mark.parametrize("folder", SHIPPED, ids=lambda path: path.name)
def test_nothing_that_is_read_is_left_out(folder: Path):
    """Put other words for all of them, and nothing of mine is left but ids, places and the keys to a face."""
    scenario = read(folder).scenario
    assert scenario is not None
    other = in_other_words(scenario, lambda address, text: "∎")
    left = repr(other)
    for text in texts(scenario):
        if len(text.text) > 24:
            assert text.text not in left, text


def test_the_key_to_a_face_is_kept_beside_its_translation():
    """She still smiles when `warm` is called `cálida`."""
    scenario = scenario_of()
    other = in_other_words(scenario, lambda address, text: text.upper())
    lines = [
        (line.face, line.face_shown) for scene in other.scenes.values() for part in scene.script
        for line in part.paragraphs if isinstance(line, Speech) and line.face
    ]
    assert lines
    assert all(face.upper() == shown for face, shown in lines)


@pytest.mark.parametrize("folder", SHIPPED, ids=lambda path: path.name)
def test_a_play_goes_on_in_another_language(folder: Path):
    """Choices have no language: the same ones are offered, and the same entries are posted."""
    scenario = read(folder).scenario
    assert scenario is not None
    other = in_other_words(scenario, lambda address, text: text[::-1])
    choices: tuple[str, ...] = ()
    while not (state := replay(Playthrough(scenario, 1, choices))).over:
        same = replay(Playthrough(other, 1, choices))
        assert list(offered(state)) == list(offered(same))
        choices = (*choices, next(iter(offered(state))))
    assert [(e.person, e.amount) for e in state.ledger] == [(e.person, e.amount) for e in replay(Playthrough(other, 1, choices)).ledger]


# ---------------------------------------------------------------- a catalogue survives edits


def test_an_edit_elsewhere_leaves_a_translation_alone():
    """I put a line in at the top; the others keep what they have."""
    before = scenario_of()
    made = translated(before)
    longer = WHOLE.replace("    script: |\n", "    script: |\n      It rains.\n\n", 1)
    assert longer != WHOLE
    after = renewed(scenario_of(longer), "es", made)
    assert (1, 0) == (after.new, after.changed)
    assert said(made).items() <= said(reread(after.catalogue, scenario_of(longer))).items()


def test_a_line_that_changed_is_flagged_and_shown_as_i_wrote_it():
    """Its old translation is kept for the translator, with the text that it was made of, and shown to nobody."""
    before = scenario_of()
    advice = next(text.text for text in texts(before) if text.address.endswith("pounce advice"))
    newer = WHOLE.replace(advice, advice.rstrip(".") + ", and twice.")
    after = renewed(scenario_of(newer), "es", translated(before))
    assert (0, 1) == (after.new, after.changed)
    once = written(after)
    assert once == written(renewed(scenario_of(newer), "es", catalogue_of(once.decode())))  # type: ignore[arg-type]
    again = reread(after.catalogue, scenario_of(newer))
    message = next(each for each in again if each.fuzzy and each.id)
    assert (advice.upper(), advice) == (message.string, message.previous_id[0])
    assert ("choice pounce advice", message.id) not in said(again)


def test_a_scene_that_is_renamed_keeps_its_translations():
    """Only the address has changed."""
    after = renewed(scenario_of(WHOLE.replace("the-bench", "a-bench")), "es", translated(scenario_of()))
    assert (0, 0) == (after.new, after.changed)


def test_what_is_taken_out_comes_back_with_its_translation():
    """I took a sentence out for a week."""
    whole = scenario_of()
    advice = next(text.text for text in texts(whole) if text.address.endswith("pounce advice"))
    shorter = WHOLE.replace(advice, "Other words altogether 12345.")
    without = reread(renewed(scenario_of(shorter), "es", translated(whole)).catalogue, scenario_of(shorter))
    back = renewed(whole, "es", without)
    assert said(translated(whole))["choice pounce advice", advice] in [str(m.string) for m in back.catalogue]


@given(st.sets(st.integers(0, 400)), st.randoms())
@settings(max_examples=25, deadline=None)
def test_renewing_twice_changes_nothing(which: set[int], _: object):
    """Whatever is translated already: the file is the same, byte for byte, so that it makes no noise under version control."""
    scenario = scenario_of()
    made = renewed(scenario, "es", None).catalogue
    for index, message in enumerate(made):
        if index in which and message.id:
            message.string = f"«{index}»"
    once = written(renewed(scenario, "es", made))
    again = catalogue_of(once.decode())
    assert isinstance(again, Catalog)
    assert once == written(renewed(scenario, "es", again))


def test_a_translators_own_remarks_are_kept():
    """Two colleagues talk to each other in comments."""
    scenario = scenario_of()
    text = written(renewed(scenario, "es", None)).decode().replace('#. The player.', '# tú, they know each other\n#. The player.', 1)
    old = catalogue_of(text)
    assert isinstance(old, Catalog)
    assert "# tú, they know each other" in written(renewed(scenario, "es", old)).decode()


# ---------------------------------------------------------------- the game reads it


def folder_with(tmp_path: Path, catalogue_text: bytes, name: str = "es.po") -> Path:
    """Return a folder that holds the page's example and a translation."""
    folder = tmp_path / "bench"
    (folder / "translations").mkdir(parents=True)
    (folder / "scenario.yaml").write_text(WHOLE, "utf-8")
    (folder / "translations" / name).write_bytes(catalogue_text)
    return folder


def finished() -> bytes:
    """Return the bytes of a finished catalogue of the page's example."""
    return written(renewed(scenario_of(), "es", translated(scenario_of())))


def test_a_scenario_is_shown_in_the_language_that_is_wanted(tmp_path: Path):
    """And as I wrote it in a language that it has not."""
    folder = folder_with(tmp_path, finished())
    scenario = scenario_of()
    assert ("es",) == languages(folder)
    assert scenario.title.upper() == in_language(scenario, folder, "es").title
    assert scenario is in_language(scenario, folder, "fr")
    assert scenario.fingerprint == in_language(scenario, folder, "es").fingerprint


def test_a_file_by_itself_has_catalogues_that_bear_its_name(tmp_path: Path):
    """Two scenarios in one folder do not share a translation."""
    (tmp_path / "bench.yaml").write_text(WHOLE, "utf-8")
    assert tmp_path / "translations" / "bench.es.po" == file_of(tmp_path / "bench.yaml", "es")
    (tmp_path / "translations").mkdir()
    file_of(tmp_path / "bench.yaml", "es").write_bytes(finished())
    assert (("es",), ()) == (languages(tmp_path / "bench.yaml"), languages(tmp_path / "other.yaml"))


def test_a_pack_is_read_in_the_language_that_is_wanted(tmp_path: Path):
    """Translations travel with the scenario."""
    folder = folder_with(tmp_path, finished())
    pack = tmp_path / "bench.coffee"
    done = CliRunner().invoke(cli, ["pack", str(folder), "-o", str(pack), "--anyway"])
    assert 0 == done.exit_code, done.output
    assert "po" in KINDS["translations"]
    assert ("es",) == languages(pack)
    assert scenario_of().title.upper() == in_language(scenario_of(), pack, "es").title


@pytest.mark.parametrize("text", [
    b"", b"\xff\xfe", b'msgid "a', b'msgid "a"\nmsgstr', b"nonsense\n", b'msgid "a"\nmsgstr "b\\q"\n', b'"Plural-Forms: nplurals=9; plural=x;\\n"',
    b'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=__import__;\\n"\n', b'msgid "a"\nmsgid_plural "b"\nmsgstr[7] "c"\n',
    b'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=klingon\\n"\n', b'msgid ""\nmsgstr "Language: zz_QQ\\n"\n',
    b'msgid ""\nmsgstr "POT-Creation-Date: yesterday\\n"\n',
])  # fmt: skip
def test_a_catalogue_that_cannot_be_read_is_passed_over(tmp_path: Path, text: bytes):
    """The scenario plays in its own language, and `check` says what is wrong."""
    folder = folder_with(tmp_path, text)
    scenario = scenario_of()
    assert scenario.title == in_language(scenario, folder, "es").title
    assert {fault.code for fault in judged(scenario, folder, "es").diagnostics} <= {"CF801", "CF802"}
    assert judged(scenario, folder, "es").diagnostics


@given(st.binary(max_size=300) | st.text(max_size=200).map(lambda text: f'msgid "{text}"\nmsgstr "{text}"\n'.encode("utf-8", "replace")))
@settings(max_examples=150, deadline=None)
def test_no_bytes_make_it_raise(data: bytes):
    """A catalogue may come from anywhere."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return
    assert isinstance(catalogue_of(text), Catalog | Unread)


def test_a_hidden_sign_is_refused(tmp_path: Path):
    """A translation could make a text look other than it is."""
    folder = folder_with(tmp_path, 'msgid "a"\nmsgstr "\u202eb"\n'.encode())
    found = catalogue(file_of(folder, "es"))
    assert isinstance(found, Unread)
    assert "CF005" == found.code


# ---------------------------------------------------------------- what is missing is told


def test_a_finished_translation_has_nothing_to_be_said_of(tmp_path: Path):
    """I sleep well."""
    assert () == judged(scenario_of(), folder_with(tmp_path, finished()), "es").diagnostics


def test_missing_lines_are_listed_with_their_places(tmp_path: Path):
    """Eight by themselves, the others counted."""
    text = written(renewed(scenario_of(), "es", None))
    found = judged(scenario_of(), folder_with(tmp_path, text), "es").diagnostics
    assert ["CF802"] * 9 == [fault.code for fault in found]
    lines = text.decode().split("\n")
    assert all(fault.span is not None and lines[fault.span.line - 1] == 'msgstr ""' for fault in found)
    assert f"of {sum(1 for _ in texts(scenario_of()))}" in found[-1].message


def test_a_label_that_has_become_too_long_is_told(tmp_path: Path):
    """24 characters are what fits under a bar."""
    wider = WHOLE.replace("      - id: pounce\n", '      - id: pounce\n        label: "Ask her"\n', 1)
    made = renewed(scenario_of(wider), "es", translated(scenario_of(wider))).catalogue
    next(each for each in made if each.id == "Ask her").string = "Preguntarle a ella por sus contactos"
    folder = folder_with(tmp_path, written(renewed(scenario_of(wider), "es", made)))
    assert ["CF803"] == [fault.code for fault in judged(scenario_of(wider), folder, "es").diagnostics]


def test_a_file_named_after_no_language_is_told(tmp_path: Path):
    """I called it spanish.po and wondered."""
    from io import StringIO

    out = StringIO()
    check([folder_with(tmp_path, finished(), "Spanish.po")], out)
    assert "CF804" in out.getvalue()
    assert "es.po" in out.getvalue()


@pytest.mark.parametrize("code", ["es", "de"])
@pytest.mark.parametrize("folder", SHIPPED, ids=lambda path: path.name)
def test_the_scenarios_of_the_game_are_wholly_translated(folder: Path, code: str):
    """No line is missing, none is older than its text, no label is too long."""
    scenario = read(folder).scenario
    assert scenario is not None
    assert () == judged(scenario, folder, code).diagnostics
    old = catalogue(file_of(folder, code))
    assert isinstance(old, Catalog)
    assert file_of(folder, code).read_bytes() == written(renewed(scenario, code, old))


# ---------------------------------------------------------------- the verb


def run(*words: str) -> tuple[int, str]:
    """Return the exit code of `coffee-first translate`, and all that it says."""
    done = CliRunner().invoke(cli, ["translate", *words])
    return done.exit_code, done.output


def test_the_verb_makes_and_renews_a_catalogue(tmp_path: Path):
    """The first time all is to do; a line that is translated is kept."""
    shutil.copytree(SHIPPED[0], tmp_path / "bakery", ignore=shutil.ignore_patterns("translations"))
    folder = tmp_path / "bakery"
    code, told = run(str(folder), "--to", "fr")
    assert (0, True) == (code, ", 0 translated, " in told)
    file = file_of(folder, "fr")
    file.write_text(file.read_text("utf-8").replace('msgid "The bakery"\nmsgstr ""', 'msgid "The bakery"\nmsgstr "La boulangerie"'), "utf-8")
    assert ", 1 translated, " in run(str(folder), "--to", "fr")[1]
    found = words(folder, "fr")
    assert isinstance(found, Words)
    assert {("title", "The bakery"): "La boulangerie"} == dict(found.said)
    assert (1, True) == (run(str(folder), "--to", "fr", "--count")[0], file.exists())


@pytest.mark.parametrize(("given", "said"), [
    (("bakery", "--to", "klingon"), "is not the code of a language"),
    (("bakery", "--to", "xx"), "is not the code of a language"),
    (("bakery", "--to", "../x"), "is not the code of a language"),
    (("bakery", "--to", "en"), "is written in en already"),
    (("no-such-thing", "--to", "es"), "there is no such file"),
])  # fmt: skip
def test_wrong_usage_is_told(given: tuple[str, ...], said: str):
    """One sentence, and nothing is written."""
    code, told = run(*given)
    assert code in (1, 2)
    assert said in told


def test_a_catalogue_that_cannot_be_read_is_not_overwritten(tmp_path: Path):
    """Somebody's week of work lies in there."""
    folder = folder_with(tmp_path, b'msgid "a\n')
    code, told = run(str(folder), "--to", "es")
    assert (1, b'msgid "a\n') == (code, file_of(folder, "es").read_bytes())
    assert "es.po:1" in told


def test_the_front_page_knows_the_head_in_another_language(tmp_path: Path):
    """Title, headline and summary."""
    from game.authoring.headline import headline

    folder = folder_with(tmp_path, finished())
    head = headline(folder)
    assert head is not None
    shown = headline_in_language(head, folder, "es")
    assert (head.title.upper(), head.summary.upper()) == (shown.title, shown.summary)
