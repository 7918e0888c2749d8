"""The catalogues hold what the code says, are complete, and are what the game reads."""

from __future__ import annotations

import gettext
import importlib.util
import io
import re
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages import Catalog
from babel.messages.pofile import read_po

from game.language import _, n_, p_, speaking
from game.language.catalogues import FOLDER, of_the_system, tongue_of, wanted
from game.language.tongues import COMPLETE, LANGUAGES
from game.language.words import Tongue

SCRIPT = Path(__file__).parent.parent.parent / "scripts" / "catalogues.py"
TRANSLATED = tuple(code for code in LANGUAGES if (FOLDER / code / "coffee-first.po").exists())


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("catalogues_script", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def marked(script: ModuleType) -> Catalog:
    found: Catalog = script.template()
    return found


def test_the_template_holds_what_the_code_marks(script: ModuleType, marked: Catalog):
    """A message that was added or changed is in the template: `scripts/catalogues.py update` was run."""
    assert script.written(marked).decode() == (FOLDER / "coffee-first.pot").read_text("utf-8")


@pytest.mark.parametrize("code", [code for code in COMPLETE if code != "en"])
def test_a_language_that_is_offered_is_complete(script: ModuleType, marked: Catalog, code: str):
    """Nothing is missing, nothing waits to be looked at, and every name in braces is one that the game fills in."""
    assert [] == list(script.faults(script.read(code), marked))


@pytest.mark.parametrize("code", TRANSLATED)
def test_what_the_game_reads_is_made_of_what_translators_wrote(script: ModuleType, code: str):
    """`scripts/catalogues.py compile` was run after the last translation."""
    assert script.compiled(script.read(code)) == (FOLDER / code / "coffee-first.mo").read_bytes()


@pytest.mark.parametrize("code", TRANSLATED)
def test_no_translation_names_what_is_not_there(script: ModuleType, marked: Catalog, code: str):
    """Also a language in the making never prints a brace."""
    assert [] == [fault for fault in script.faults(script.read(code), marked) if fault.startswith("other names")]


@pytest.mark.parametrize("code", TRANSLATED)
def test_a_catalogue_changes_only_where_words_do(script: ModuleType, marked: Catalog, code: str):
    """Carrying over a template that has not changed changes nothing: `scripts/catalogues.py update` was run."""
    assert script.written(script.updated(script.read(code), marked)).decode() == (FOLDER / code / "coffee-first.po").read_text("utf-8")


PO = """msgid ""
msgstr ""
"Language: de\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"Content-Type: text/plain; charset=utf-8\\n"

msgid "Take it"
msgstr "Nimm es"

#, fuzzy
msgid "Leave it"
msgstr "Lass sie"

msgid "Never said"
msgstr ""

msgid "{n} person"
msgid_plural "{n} people"
msgstr[0] "eine Person"
msgstr[1] "{n} Leute"

msgid "{n} cup"
msgid_plural "{n} cups"
msgstr[0] ""
msgstr[1] ""

msgctxt "key"
msgid "Enter"
msgstr "Eingabe"

msgid "{name} is here"
msgstr "{wer} ist da"
"""


def spoken(script: ModuleType) -> Tongue:
    catalogue = gettext.GNUTranslations(io.BytesIO(script.compiled(read_po(io.StringIO(PO), locale="de"))))  # type: ignore[arg-type]
    return Tongue("de", "Deutsch", catalogue=catalogue)


def test_what_is_missing_is_said_in_english(script: ModuleType):
    """Missing and doubtful messages stand as they are, and so does one whose translation names what is not there."""
    with speaking(spoken(script)):
        assert "Nimm es" == _("Take it")
        assert "Leave it" == _("Leave it")
        assert "Never said" == _("Never said")
        assert "3 cups" == n_("{n} cup", "{n} cups", 3)
        assert "Ann is here" == _("{name} is here", name="Ann")


def test_plurals_and_contexts(script: ModuleType):
    """A singular may do without its number, and a context tells one word from another."""
    with speaking(spoken(script)):
        assert ["eine Person", "4 Leute"] == [n_("{n} person", "{n} people", n) for n in (1, 4)]
        assert "Eingabe" == p_("key", "Enter")
        assert "Enter" == p_("door", "Enter")


def test_what_is_wrong_is_told_in_a_line_each(script: ModuleType):
    """Missing, doubtful, misnamed, and no longer wanted."""
    theirs = read_po(io.StringIO(PO), locale="de")
    wanted_ = Catalog()
    for message in theirs:
        if message.id and message.id != "Take it":
            wanted_.add(message.id, context=message.context)
    kinds = [re.split(": ", fault)[0] for fault in script.faults(theirs, wanted_)]
    assert ["fuzzy", "missing", "missing", "other names in braces", "not in the game any more"] == kinds


@pytest.mark.parametrize(("environment", "code"), [
    ({"LANG": "es_MX.UTF-8"}, "es"), ({"LANG": "de"}, "de"), ({"LANG": "C.UTF-8"}, "en"), ({}, "en"),
    ({"LANG": "de_AT.UTF-8", "LC_ALL": "es_ES"}, "es"), ({"LANGUAGE": "de:en", "LANG": "es_ES"}, "de"),
    ({"LANG": "ar_EG.UTF-8"}, "en"), ({"LANG": "fr_FR.UTF-8"}, "en"),
])  # fmt: skip
def test_the_game_speaks_as_the_system_does_where_it_can(environment: dict[str, str], code: str):
    """A language in which the game is not complete is not taken by itself."""
    assert code == of_the_system(environment)


def test_a_setting_names_a_language_and_what_is_unknown_is_english():
    """German is spoken as German; a language that nobody has heard of is not."""
    assert ["de", "en", "en"] == [wanted(setting).code for setting in ("de", "tlh", "en")]
    assert "العربية" == tongue_of("ar").name or tongue_of("ar").code == "en"
