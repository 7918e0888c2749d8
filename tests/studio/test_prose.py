"""What is counted in English prose."""

from __future__ import annotations

import pytest

from game.studio.prose import has, is_english, reading_ease, sentences, syllables, warmth, you_share


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("bread", 1), ("bakery", 3), ("table", 2), ("coffee", 2), ("wanted", 2), ("asked", 1), ("boxes", 2), ("names", 1),
        ("she's", 1), ("opportunity", 5), ("remembered", 3), ("the", 1), ("church", 1), ("letter", 2),
    ],
)  # fmt: skip
def test_syllables_are_counted_as_they_are_spoken(word: str, count: int) -> None:
    """A silent e is no syllable, and the e of "table" is one."""
    assert count == syllables(word)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 1), ("No full stop", 1), ("One. Two.", 2), ("You ran for D.A. in May.", 1), ("It is 5 p.m. now. Go.", 2),
        ("“Really?” she said.", 2), ("Mr. Tóth nods.", 1), ("It cost 3.50.", 1), ("Well…", 1), ("What?!", 1),
    ],
)  # fmt: skip
def test_the_full_stop_of_an_abbreviation_ends_no_sentence(text: str, count: int) -> None:
    """D.A. and 5 p.m. are not the end of what is said."""
    assert count == sentences(text)


def test_talk_is_easier_than_an_office() -> None:
    """Short words in short sentences are a fairy tale; long ones are a contract."""
    talk = reading_ease("She has a cup in her hand. You do not know her name.")
    office = reading_ease("The establishment of a relationship necessitates continuous communication.")
    assert talk > 90
    assert office < 0


def test_flesch_by_hand() -> None:
    """Six words of one syllable in one sentence: 206.835 - 1.015 x 6 - 84.6 x 1."""
    assert pytest.approx(206.835 - 6.09 - 84.6) == reading_ease("The cat sat on the mat.")


def test_only_english_is_judged_as_english() -> None:
    """A German scenario is not told that its words are long."""
    assert is_english("You have the cup in your hand, and she looks at it.")
    assert not is_english("Die Straßenbahnhaltestelle liegt hinter der Bäckerei, und niemand wartet.")


def test_a_word_is_found_as_a_word() -> None:
    """`just` is in "Just this", not in "justice"; `!` is found anywhere; an apostrophe may be curly."""
    assert has("Just this", "just")
    assert not has("It is justice", "just")
    assert has("Oh!", "!")
    assert has("since we’re here", "since we're here")


def test_you_counts_with_its_kin_and_not_with_the_young() -> None:
    """You, your and you're speak to somebody; a young man does not."""
    assert pytest.approx(3 / 5) == you_share("You're yours, and your dog.")
    assert you_share("A young man") == 0


def test_thanks_sound_warmer_than_a_question() -> None:
    """The warmest-sounding answer is the one with thanks and exclamation marks, whatever is meant."""
    assert warmth("Thank you so much, dear!") > warmth("Whose names do you have?") == 0
