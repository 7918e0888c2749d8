"""What a scenario says for a room: labels for the charts, and three questions to look back with."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.authoring import read, read_text
from game.authoring.diagnostic import Reading
from game.authoring.reading import fingerprint
from game.authoring.schema import schema
from game.language_server import slots
from game.story.cut import cut
from game.story.model import LONGEST_LABEL, LONGEST_QUESTION, Scenario
from game.studio.manuscript.blocks import Kind, manuscript
from game.studio.manuscript.table import table
from tests.authoring.test_format_page import WHOLE

ROOT = Path(__file__).parents[2]
SHIPPED = sorted(path.parent for path in (ROOT / "scenarios").glob("*/scenario.yaml"))
THREE = ("What did you see her do?", "What had made it look free?", "Whom will you see this week?")


def reading(*, label: str = "", discussion: str = "") -> Reading:
    """Return what comes of the page's whole example with a label at its pounce, and with questions."""
    text = WHOLE.replace("      - id: pounce\n", f"      - id: pounce\n{label}", 1)
    return read_text(text.replace("start: the-bench\n", f"start: the-bench\n{discussion}", 1), file=Path("bench.yaml"))


def labelled(words: str) -> Reading:
    """Return what comes of a label in quotes."""
    return reading(label=f'        label: "{words}"\n')


def asked(*questions: str) -> Reading:
    """Return what comes of some questions, each in quotes."""
    return reading(discussion="discussion:\n" + "".join(f'  - "{question}"\n' for question in questions))


def scenario_of(found: Reading) -> Scenario:
    """Return the scenario, about which nothing was said."""
    assert () == found.diagnostics
    assert found.scenario is not None
    return found.scenario


def test_a_label_is_kept_with_its_choice():
    """The room's chart names the act."""
    found = scenario_of(labelled("Ask for five names"))
    assert ("Ask for five names", "") == (found.choice("pounce").label, found.choice("ask-about-maya").label)


def test_three_questions_are_kept_in_their_order():
    """What happened, so what, now what."""
    assert THREE == scenario_of(asked(*THREE)).discussion


def test_a_scenario_without_them_plays_as_before():
    """I wrote mine before there were rooms."""
    found = scenario_of(reading())
    assert ((), {""}) == (found.discussion, {choice.label for scene in found.scenes.values() for choice in scene.choices})


def test_the_cut_has_the_questions_of_the_whole():
    """A room that plays the cut looks back with them too."""
    text = WHOLE.replace("\nscenes:", "\ncut: {minutes: 5, moments: [the-bench]}\ndiscussion: ['A?', 'B?', 'C?']\nscenes:", 1)
    assert ("A?", "B?", "C?") == cut(scenario_of(read_text(text, file=Path("bench.yaml")))).discussion


def test_the_fingerprint_stays_that_of_the_text():
    """A saved play knows that something was written since, and replays as far as it holds."""
    found = asked(*THREE)
    assert scenario_of(found).fingerprint == fingerprint(found.text)
    assert scenario_of(found).fingerprint != scenario_of(reading()).fingerprint


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 2 * LONGEST_LABEL))
def test_a_label_fits_or_is_refused(length: int):
    """Nothing is cut off on the projector without my knowing."""
    found = labelled("a" * length)
    if length <= LONGEST_LABEL:
        assert "a" * length == scenario_of(found).choice("pounce").label
    else:
        assert ["CF120"] == [fault.code for fault in found.diagnostics]


@pytest.mark.parametrize(("length", "codes"), [(LONGEST_QUESTION, []), (LONGEST_QUESTION + 1, ["CF120"])])
def test_a_question_fits_or_is_refused(length: int, codes: list[str]):
    """Two lines are read from the last row, and three are not."""
    assert codes == [fault.code for fault in asked("a" * length, *THREE[1:]).diagnostics]


@pytest.mark.parametrize("number", [1, 2, 4, 7])
def test_fewer_or_more_than_three_are_refused_at_the_key(number: int):
    """I am told how many there are, where, and what the three are for."""
    (fault,) = asked(*("Why?" for _ in range(number))).diagnostics
    assert ("CF121", "discussion") == (fault.code, _marked(asked(*("Why?" for _ in range(number))), fault.span))
    assert ("one question" if number == 1 else f"{number} questions") in fault.message


def _marked(found: Reading, span) -> str:
    return found.text.split("\n")[span.line - 1][span.column - 1 : span.end_column - 1]


def test_words_broken_over_lines_are_one_line_on_the_screen():
    """How I wrap my text is nobody's business."""
    assert "Ask for five names" == scenario_of(reading(label="        label: Ask for\n          five names\n")).choice("pounce").label


@pytest.mark.parametrize(("wrong", "right"), [("discusion", "discussion"), ("questions", "discussion"), ("debrief", "discussion")])
def test_a_misspelt_discussion_is_known(wrong: str, right: str):
    """A slip, or another word for it, is answered by the key."""
    (fault,) = reading(discussion=f"{wrong}: ['A?', 'B?', 'C?']\n").diagnostics
    assert ("CF103", f"write '{right}'") == (fault.code, fault.help)


@pytest.mark.parametrize("wrong", ["lable", "caption"])
def test_a_misspelt_label_is_known(wrong: str):
    """The same for a choice."""
    (fault,) = reading(label=f"        {wrong}: Ask for names\n").diagnostics
    assert ("CF103", "write 'label'") == (fault.code, fault.help)


def test_a_question_with_a_colon_is_mended_by_itself():
    """`check --fix` puts the quotation marks that I forgot."""
    found = reading(discussion="discussion:\n  - What happened: what did she do?\n  - 'B?'\n  - 'C?'\n")
    (fault,) = found.diagnostics
    (edit,) = fault.edits
    mended = found.text[: edit.start] + edit.replacement + found.text[edit.end :]
    assert edit.safe
    assert "What happened: what did she do?" == scenario_of(read_text(mended, file=Path("bench.yaml"))).discussion[0]


def test_hidden_characters_do_not_get_into_a_label():
    """What would turn the writing round on the projector is refused."""
    assert ["CF005"] == [fault.code for fault in labelled("Ask\\u202Efor names").diagnostics]


def test_an_editor_offers_both():
    """I need not know the keys by heart."""
    assert "discussion" in slots.keys_at(())
    assert "label" in schema()["definitions"]["choice"]["properties"]


def test_a_reviewer_reads_both_in_the_manuscript():
    """In Word and Markdown, under what they are."""
    blocks = list(manuscript(scenario_of(_both())))
    assert [("In charts", "Ask for names")] == [(block.label, block.text) for block in blocks if block.label == "In charts"]
    heading = next(number for number, block in enumerate(blocks) if block.kind is Kind.HEADING and block.text == "For the room, afterwards")
    assert [("What happened", THREE[0]), ("So what", THREE[1]), ("Now what", THREE[2])] == [(block.label, block.text) for block in blocks[heading + 1 :]]


def test_a_translator_finds_both_in_the_table():
    """Each on a row with an id that stays."""
    rows = {row["id"]: row["text"] for row in csv.DictReader(StringIO(table(scenario_of(_both()))))}
    assert ("Ask for names", THREE[2]) == (rows["the-bench.pounce.label.1"], rows["discussion.3"])


def _both() -> Reading:
    return reading(
        label='        label: "Ask for names"\n', discussion="discussion:\n" + "".join(f'  - "{question}"\n' for question in THREE)
    )


@pytest.mark.parametrize("folder", SHIPPED, ids=lambda path: path.name)
def test_every_choice_that_we_ship_has_a_label_of_its_own(folder: Path):
    """Two bars that stand beside each other never say the same."""
    found = read(folder).scenario
    assert found is not None
    for scene in found.scenes.values():
        labels = [choice.label for choice in scene.choices]
        assert "" not in labels, scene.id
        assert len(labels) == len(set(labels)), scene.id


@pytest.mark.parametrize("folder", SHIPPED, ids=lambda path: path.name)
def test_every_scenario_that_we_ship_has_three_questions(folder: Path):
    """A room is never sent home without them."""
    found = read(folder).scenario
    assert found is not None
    assert [True] * 3 == [question.endswith(("?", ".")) for question in found.discussion]


@pytest.mark.parametrize("folder", SHIPPED, ids=lambda path: path.name)
def test_every_moment_of_a_cut_has_a_note_that_can_be_read_while_people_vote(folder: Path):
    """Thirty words at most, and no letter, for which letter a choice has hangs on what is offered."""
    found = read(folder).scenario
    assert found is not None
    assert found.cut is not None
    for name in found.cut.moments:
        note = found.scenes[name].facilitator
        words = [word.strip(".,?!") for word in note.split()]
        assert 4 <= len(words) <= 30, name
        assert set() == {"A", "B", "C", "D"} & set(words[1:]), name
