"""How a choice is told: by the player in the letter, and back to the player by the columnist; by the rules of a language.

English turns a clause round: `I asked her` in the letter, `You asked her` in the reply. No other language does that by
so few rules; there the letter's clauses are whole sentences, which the columnist quotes.
"""

from __future__ import annotations

from game.language import _, tongue
from game.story.column_words import clause, first_sentence, of_you, sentence, without_stop
from game.story.model import Choice, Scenario
from game.story.typography import CLOSING, quoted, within


def turns(scenario: Scenario) -> bool:
    """Return whether the columnist may turn the player's clauses round: they are English, and so is she."""
    return tongue().code == "en" and scenario.language == "en"


def by_the_player(choice: Choice, scenario: Scenario, joiner: str = "") -> str:
    """Return a sentence of the letter; a joiner stands before it only where clauses can be turned."""
    if turns(scenario):
        return sentence(clause(choice), joiner)
    if choice.letter.strip():
        return sentence(choice.letter)
    words = quoted(first_sentence(choice.text))
    # Translators: {words} bring their own quotation marks and their stop
    return _("I said: {words}", words=words) if choice.spoken else _("I settled for this: {words}", words=words)


def to_the_player(choice: Choice, scenario: Scenario) -> str:
    """Return what was done as the columnist tells it, in a sentence."""
    if turns(scenario):
        return sentence(of_you(clause(choice)))
    if choice.letter.strip():
        # Translators: the columnist quotes the player's letter; {words} bring their own quotation marks and their stop
        return _("You write: {words}", words=quoted(sentence(choice.letter)))
    words = quoted(first_sentence(choice.text))
    # Translators: {words} bring their own quotation marks and their stop
    return _("You said: {words}", words=words) if choice.spoken else _("You settled for this: {words}", words=words)


def with_words(message: str, **words: str) -> str:
    """Return a message with words that it quotes, which keep their stop only where the message ends with them."""
    ((name, text),) = words.items()
    last = _(message).rstrip(CLOSING + "’\"").endswith(f"{{{name}}}")
    return _(message, **{name: within(sentence(text) if last else without_stop(text))})
