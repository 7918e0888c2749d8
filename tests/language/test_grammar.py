"""The column in languages other than English: quoted and not turned round, with their own signs, and no wrong dates."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.language import speaking
from game.language.words import ENGLISH
from game.stage.views import said
from game.story.column_dates import date
from game.story.column_words import capital, first_sentence, sentence
from game.story.debrief import debrief
from game.story.grammar import to_the_player, with_words
from game.story.typography import is_quoted, quoted, typographic
from tests.builders import choice, ending, later, played, scenario, scene
from tests.language.spoken import like

STORY = scenario(
    scene(
        "line",
        choice("pounce", "monday", breaks="time-and-place", capital={"leslie": -6}, text="¿Qué cinco personas?",
               advice="Se lo pidió a una conocida.", instead="Me alegró la mañana.", letter="Le pedí cinco nombres",
               later=[later("monday", {"leslie": -12})]),
        choice("wave", "monday", honours="time-and-place", capital={"leslie": 5}, letter="Saludé con la mano"),
        time="Sábado, 9:52",
    ),
    scene("monday", choice("own", "end", honours="own-it", capital={"leslie": 9}, letter="Le escribí"), time="Lunes, 8:05"),
    ending(),
    capital={"leslie": 9},
)


def column(code: str, *choices: str):
    with speaking(like(code)):
        return debrief(played(STORY, *choices), seed=1, analysis=None)


def test_the_letter_prints_the_authors_sentences_as_they_are():
    """No joiner stands before them, for what follows one depends on the language."""
    assert "Le pedí cinco nombres. Le escribí." in " ".join(column("es", "pounce", "own").letter.paragraphs)


def test_the_columnist_quotes_the_letter():
    """I cannot be turned into you by rule: she says what was written, in the language's own quotation marks."""
    told = " ".join(column("es", "pounce", "own").reply.paragraphs)
    assert "You write: «Le pedí cinco nombres»." in told
    assert "You write: „Le pedí cinco nombres.“" in " ".join(column("de", "pounce", "own").reply.paragraphs)


def test_no_day_is_named_that_might_be_wrong():
    """Only English times are read; of others she says no more than `later`."""
    assert "there and then, and twelve more later." in " ".join(column("es", "pounce", "own").reply.paragraphs)
    with speaking(like("de")):
        assert "" == date("April")
    assert "in April" == date("April")


def test_an_author_who_writes_another_language_is_quoted_in_english_too():
    """What is not English is not turned round by English rules."""
    from dataclasses import replace

    story = replace(STORY, language="es")
    assert "You write: “Le pedí cinco nombres.”" == to_the_player(story.choice("pounce"), story)


def test_english_is_told_as_it_always_was():
    """The columnist turns a clause round where she can."""
    mine = choice("ask", "end", letter="I asked her for my five names")
    assert "You asked her for your five names." == to_the_player(mine, scenario(scene("line", mine), ending()))


@pytest.mark.parametrize(("code", "text", "shown"), [
    ("en", "Go on.", "“Go on.”"),
    ("de", "Geh weiter.", "„Geh weiter.“"),
    ("de", "Sie sagte „Nein“ zu mir.", "„Sie sagte ‚Nein‘ zu mir.“"),
    ("es", "Sigue.", "«Sigue»."),
    ("es", "¿Sigue?", "«¿Sigue?»"),
    ("es", "Dijo «no» y se fue.", "«Dijo “no” y se fue»."),
    ("es", "Sigue…", "«Sigue…»"),
])  # fmt: skip
def test_each_language_has_its_own_quotation_marks(code: str, text: str, shown: str):
    """Also for what is quoted inside; and in Spanish the full stop stands outside."""
    with speaking(like(code)):
        assert shown == quoted(text)
        assert is_quoted(shown)


def test_what_is_said_is_told_from_what_is_done_in_every_language():
    """The page says `You said` above words in whichever marks."""
    for code in ("en", "es", "de"):
        with speaking(like(code)):
            assert is_quoted(said(choice("a", "end", text="Hola.", spoken=True)))
            assert not is_quoted(said(choice("a", "end", text="Saludar.", spoken=False)))


@pytest.mark.parametrize(("message", "shown"), [
    ("“{instead}” would have cost you nothing.", "“Me alegro” would have cost you nothing."),
    ("There was this: “{instead}”", "There was this: “Me alegro.”"),
    ("Había esto: «{instead}».", "Había esto: «Me alegro»."),
    ("„{instead}“", "„Me alegro.“"),
])
def test_a_quoted_sentence_keeps_its_stop_only_at_the_end(message: str, shown: str):
    """Whoever translates puts the quotation where it belongs; two stops never meet."""
    assert shown == with_words(message, instead="Me alegro.")


@pytest.mark.parametrize(("text", "first"), [
    ("¿Cómo? No lo sé.", "¿Cómo?"),
    ("Qué bien. ¿Y tú?", "Qué bien."),
    ("„Nein.“ Er ging.", "„Nein.“"),
    ("Ja! „Warum?“ Darum.", "Ja!"),
    ("Él dijo «sí». Ella no.", "Él dijo «sí»."),
    ("Fue así. Ángel lo sabe.", "Fue así."),
])
def test_the_first_sentence_ends_where_it_ends(text: str, first: str):
    """Before a question that is opened, a quotation or a capital with an accent."""
    assert first == first_sentence(text)


def test_a_capital_stands_behind_the_sign_that_opens_a_question():
    """`¿qué?` begins a sentence as `¿Qué?`."""
    assert ["¿Qué?", "¡Vaya!", "Ölf", "Ann"] == [capital(text) for text in ("¿qué?", "¡vaya!", "ölf", "ann")]


def test_a_sentence_that_ends_in_a_quotation_gets_no_second_stop():
    """In German the mark that closes is the one that opens in English."""
    assert ["Er sagte: „Nein.“", "Dijo: «No.»"] == [sentence(text) for text in ("Er sagte: „Nein.“", "Dijo: «No.»")]


def test_straight_quotation_marks_become_those_of_the_language():
    """Authors type what their keyboard has."""
    with speaking(like("de")):
        assert "Er sagte „Nein“." == typographic('Er sagte "Nein".')
    with speaking(ENGLISH):
        assert "He said “no”." == typographic('He said "no".')


@given(st.text(alphabet="abc «»„“”‚‘.?", max_size=40), st.sampled_from(["en", "es", "de"]))
def test_whatever_is_quoted_opens_and_closes_once(text: str, code: str):
    """What stands inside never closes the quotation."""
    with speaking(like(code)):
        shown = quoted(text)
        opening, closing = ("«", "»") if code == "es" else ("„", "“") if code == "de" else ("“", "”")
        assert shown.startswith(opening)
        assert shown.rstrip(".").endswith(closing)
        if code == "es":
            assert 1 == shown.count("»")
