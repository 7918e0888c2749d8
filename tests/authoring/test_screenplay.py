"""Scripts: what is told, what is said, and by whom."""

from __future__ import annotations

from game.authoring.screenplay import Casting, Slip, face_of, paragraphs
from game.story.model import Narration, Speech

MOODS = {"warm": "warm", "happy": "delighted", "gentle": "warm", "tired": "hurt"}


def told(text: str):
    """Return paragraphs and slips of a script."""
    slips: list[Slip] = []
    casting = Casting({"you", "leslie", "bela"}, {"leslie brandt": "leslie", "leslie": "leslie"}, MOODS)
    return paragraphs(text, casting, slips), slips


def test_a_paragraph_is_told_and_a_line_is_said():
    """I write as in a letter, and as in a play."""
    found, slips = told("Two lines\nof telling.\n\nleslie (warm): Dana?\nbela: Forty-three.\nAnd narration after it goes on.\n\nThe end.\n")
    assert [] == slips
    assert found == (
        Narration("Two lines of telling."), Speech("leslie", "warm", "", "Dana?"),
        Speech("bela", "", "", "Forty-three. And narration after it goes on."), Narration("The end."),
    )


def test_a_colon_in_narration_is_only_a_colon():
    """Nobody loses an afternoon to a colon."""
    text = "The printer: $4,200 by Tuesday.\n\nSaturday: rain.\n\nAt 9:40 it opens: late.\n\nOn the glass: NO LEAFLETS.\nBelow: NOT SMALL ONES."
    found, slips = told(text)
    assert [] == slips
    assert 4 == len(found)
    assert all(isinstance(paragraph, Narration) for paragraph in found)


def test_a_face_a_direction_or_both():
    """The picture needs a face, the reader a direction."""
    found, slips = told("leslie (warm, to the bread): a\n\nleslie (to the bread): b\n\nleslie (Very warmly): c\n\nleslie (to the bread, warm): d")
    assert [] == slips
    assert [("warm", "to the bread"), ("", "to the bread"), ("warm", ""), ("", "to the bread, warm")] == [
        (line.face, line.direction) for line in found if isinstance(line, Speech)
    ]


def test_an_unknown_face_warns_and_the_line_is_kept():
    """The word is still shown to whoever reads."""
    (line,), (slip,) = told("leslie (wram): Hello.")
    assert Speech("leslie", "", "wram", "Hello.") == line
    assert (True, "CF413") == (slip.warning, slip.code)
    assert "write 'warm'" in slip.help


def test_words_lead_to_faces():
    """Very, a little, and -ly make no difference."""
    assert ["warm", "happy", "gentle", "tired", None] == [face_of(word, MOODS) for word in ("Warmly", "very happily", "gently", "a little tired", "green")]


def test_a_speaker_by_another_name_is_recognised():
    """I wrote her name instead of her id."""
    for line in ("Leslie Brandt: Hello.", "Leslie (warm): Hello.", "lesly: Hello.", "leslei (warm): Hello."):
        _, (slip,) = told(line)
        assert slip.code == "CF209"
        assert "leslie" in slip.help
