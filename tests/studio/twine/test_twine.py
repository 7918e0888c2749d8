"""Stories of Twine: what is kept, and what is said of the rest."""

from __future__ import annotations

import html
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.authoring import read_text
from game.story import NothingOffered, Playthrough, offered, replay, start, step
from game.studio.twine import archive, twee
from game.studio.twine.flags import condition, flags
from game.studio.twine.importing import imported, report, stories_in
from game.studio.twine.passages import NotAStory, Passage, Story
from game.studio.twine.scenario import converted

TWEE = """\
:: StoryTitle
The ferry

:: StoryData
{"ifid": "D674C58C-DEFA-4F70-B7A2-27742230C0FC", "format": "Harlowe", "format-version": "3.3.8", "start": "The pier"}

:: The pier [dock] {"position":"100,100"}
The ferry is late. //Marta// sits on her case.

Marta: You as well?

[["It is my first day."->First day]]
[[Read the timetable|Timetable]]
[[Timetable<-Ask the gulls]]

:: First day
(set: $told to true)Marta makes room.
[[continue->The boat]]

:: Timetable
Half past. It is a quarter to.
[[Go back to the pier->The pier]]
[[The boat]]

:: The boat
(if: $told)[Marta: Tell me about it.](else:)[She reads.]
(if: $money > 3)[ [[Buy tea->Tea]] ]
[[Look out->Coast]]
[[Jump->Nowhere]]

:: Tea
It is warm. (enchant: ?page, (text-colour: red))

:: Coast
The coast goes by.

:: Looks [stylesheet]
body { color: red }
"""


def scenario_of(text: str):  # type: ignore[no-untyped-def]
    made = converted(twee.story(text))
    reading = read_text(made.text, file=Path("story/scenario.yaml"))
    assert () == reading.errors, [(found.code, found.message, found.span) for found in reading.errors]
    return reading.scenario, made


def test_passages_become_scenes_and_links_choices():
    """The story plays from its start, link by link, to an end."""
    scenario, _ = scenario_of(TWEE)
    assert ("The ferry", "the-pier") == (scenario.title, scenario.start)
    first = scenario.scenes["the-pier"].choices
    assert [("It is my first day.", True), ("Read the timetable", False), ("Ask the gulls", False)] == [(c.text, c.spoken) for c in first]
    state = replay(Playthrough(scenario, choices=(first[0].id,)))
    assert ["first-day", "the-boat"] == [arrival.scene for arrival in state.arrivals], "continue is no choice: the player turns the page"
    assert "coast" == step(state, "look-out").scene


def test_who_speaks_in_a_story_speaks_in_the_scenario():
    """`Marta: …` is a line of hers; the marks of italics are gone."""
    scenario, _ = scenario_of(TWEE)
    told = [p for part in scenario.scenes["the-pier"].script for p in part.paragraphs]
    assert ["The ferry is late. Marta sits on her case.", "You as well?"] == [p.text for p in told]
    assert "Marta" == scenario.people[told[1].person].name


def test_what_happened_is_remembered_where_it_means_the_same():
    """A variable that is set to true, once, is a flag; the contrary of it is told to the others."""
    scenario, _ = scenario_of(TWEE)

    def lines(*choices: str) -> list[str]:
        state = replay(Playthrough(scenario, choices=choices))
        return [p.text for p in state.arrivals[-1].paragraphs]

    assert "Tell me about it." in lines("it-is-my-first-day")
    assert "She reads." in lines("read-the-timetable", "the-boat")


def test_what_cannot_be_kept_is_listed_with_its_line():
    """A number, a macro, a link to nothing, a style sheet: each stands in the list, and where it stood."""
    _, made = scenario_of(TWEE)
    whats = {(note.passage, note.what) for note in made.notes}
    assert ("The boat", "the condition $money > 3") in whats
    assert ("The boat", "the link “Jump”") in whats
    assert ("Looks", "the passage “Looks”") in whats
    enchanted = next(note for note in made.notes if "enchant" in note.what)
    assert "It is warm." in TWEE.splitlines()[enchanted.line - 1]


def test_a_way_back_is_offered_once_so_that_every_play_ends():
    """From the timetable one may go back to the pier, once."""
    scenario, made = scenario_of(TWEE)
    back = scenario.choice("go-back-to-the-pier")
    assert back.once
    assert any("only once" in note.why for note in made.notes)


SUGARCUBE = """\
:: StoryData
{"format": "SugarCube", "start": "Hall"}

:: StoryInit
<<set $key to false>>

:: Hall
<<if $key>>The door is open. [[In|Study]]<<else>>It is locked.<</if>>
[[Look under the mat|Hall][$key to true]]
<<link "Leave" "Street">><<set $left to true>><</link>>

:: Study
Books.<<print $score>>

:: Street
It is raining.
"""


def test_sugarcube_is_read_too():
    """Setters in links, `<<link>>`, `<<if>>` with `<<else>>`, and a variable that the start sets to false."""
    scenario, _ = scenario_of(SUGARCUBE)
    state = start(scenario)
    assert ["look-under-the-mat", "leave"] == list(offered(state))
    state = step(state, "look-under-the-mat")
    assert ["choice-in", "leave"] == list(offered(state))
    assert "study" == step(state, "choice-in").scene


CHAPBOOK = """\
:: StoryData
{"format": "Chapbook", "start": "Desk"}

:: Desk
[[Open the letter->Letter]]
[[Leave it->Night]]

:: Letter
read: true
--
Two lines.

[[Night]]

:: Night
[if read]
You know it by heart.

[else]
It lies there.

[continued]
The lamp hums.
"""


def test_chapbook_is_read_too():
    """Variables above the dashes, and modifiers on lines of their own."""
    scenario, _ = scenario_of(CHAPBOOK)
    letter = replay(Playthrough(scenario, choices=("open-the-letter", "night")))
    assert ["You know it by heart.", "The lamp hums."] == [p.text for p in letter.arrivals[-1].paragraphs]
    left = replay(Playthrough(scenario, choices=("leave-it",)))
    assert ["It lies there.", "The lamp hums."] == [p.text for p in left.arrivals[-1].paragraphs]


def page_of(*stories: tuple[str, str, dict[str, str]]) -> str:
    made = "<!DOCTYPE html><html><body>"
    for name, first, passages in stories:
        numbers = {passage: str(number) for number, passage in enumerate(passages, 1)}
        made += f'<tw-storydata name="{html.escape(name)}" startnode="{numbers[first]}" format="Harlowe" hidden><style role="stylesheet"></style>'
        for passage, text in passages.items():
            made += f'<tw-passagedata pid="{numbers[passage]}" name="{html.escape(passage)}" tags="">{html.escape(text)}</tw-passagedata>'
        made += "</tw-storydata>"
    return made + "</body></html>"


def test_an_archive_of_several_stories_makes_several_scenarios(tmp_path: Path):
    """Each under its name; two of the same name differ."""
    file = tmp_path / "archive.html"
    file.write_text(
        page_of(("Tea & cake", "B", {"A": "one", "B": "two [[A]]"}), ("Tea & cake", "A", {"A": "<script>x</script>Hello"})), "utf-8"
    )
    first, second = imported(stories_in(file))
    assert ("tea-cake", "tea-cake-2") == (first.name, second.name)
    assert first.reading.scenario is not None
    assert "b" == first.reading.scenario.start
    assert second.reading.scenario is not None
    assert "<script>" not in second.made.text


def test_names_and_tags_may_hold_escaped_brackets():
    r"""`\[` in a header belongs to the name."""
    story = twee.story(":: A \\[small\\] room [tag-one two]\nHello\n\\:: no header\n")
    assert [("A [small] room", ("tag-one", "two"), "Hello\n:: no header")] == [(p.name, p.tags, p.text) for p in story.passages]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "neither Twee"), (b"\xff\xfe\x00", "UTF-8"), (b"<html><p>hello</p></html>", "no story in it"),
        (b":: StoryTitle\nx\n", "no line begins"), (b":: x [script]\nalert(1)\n", "no passage"), (b"title: x", "neither Twee"),
    ],
)
def test_a_file_that_is_no_story_is_answered_in_a_sentence(tmp_path: Path, data: bytes, why: str):
    """Nothing, bytes, a page, a program: each gets its reason."""
    file = tmp_path / "story.twee"
    file.write_bytes(data)
    with pytest.raises(NotAStory, match=why):
        stories_in(file)


def test_a_folder_or_nothing_is_no_story(tmp_path: Path):
    """So is a path that leads nowhere."""
    with pytest.raises(NotAStory, match="no file"):
        stories_in(tmp_path)
    with pytest.raises(NotAStory, match="no such file"):
        stories_in(tmp_path / "none.twee")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("$a", "a"), ("not $a", "not a"), ("$a is true and $b is false", "a and not b"), ("!($a or $b)", "not (a or b)"),
        ("$a && !$b", "a and not b"), ("$a eq true || $b", "a or b"), ("$a is not true", "not a"),
        ("$a > 3", None), ("visited() > 1", None), ("$c", None), ("$a and", None), ("(" * 30 + "$a" + ")" * 30, None), ("", None),
    ],
)
def test_a_condition_is_kept_where_it_asks_whether_something_happened(written: str, meant: str | None):
    """And only there."""
    assert meant == condition(written, {"a": "a", "b": "b"})


def test_a_variable_that_is_ever_unset_or_counted_is_no_flag():
    """Here what happened has happened."""
    assert frozenset({"a"}) == flags(
        [("a", "true", False, False), ("a", "false", False, True), ("b", "true", False, False), ("b", "false", False, False),
         ("c", "3", False, False), ("d", "true", False, True), ("e", "true", True, False)]
    )


NAMES = st.sampled_from(["Start", "Hall", "Tür", "yes", "a b", "1", "Hall!", "end", "<x>", "you"])
TEXTS = st.lists(
    st.one_of(
        NAMES.map(lambda name: f"[[{name}]]"),
        st.tuples(st.text(max_size=12), NAMES).map(lambda pair: f"[[{pair[0]}->{pair[1]}]]"),
        st.sampled_from(
            ["(set: $a to true)", "(if: $a)[", "]", "(else:)[", "<<if $a>>", "<</if>>", "<<set $b to 2>>", "Anna: Hello", "note (x: y", "a: b: c",
             "[[", "]]", "<<", "<!--", "(if: $a)[[[Hall]]]", "<<link \"x\" \"Hall\">><</link>>", "\n\n", "# head", "{embed passage: 'x'}", "[if a]", "[else]",
             "leslie (warm) hello", "\u202e", "'quoted'", "- dash", "x\x00y"]
        ),
        st.text(max_size=20),
    ),
    max_size=8,
).map("\n".join)


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(NAMES, TEXTS, min_size=1, max_size=7), st.sampled_from(["harlowe", "sugarcube", "chapbook", ""]))
def test_any_story_becomes_a_scenario_that_plays(passages: dict[str, str], format_: str):
    """Whatever stands in the passages: it is read without an error, and random choices come to an end."""
    first = next(iter(passages))
    story = Story("T", first, format_, tuple(Passage(name, (), text, 1) for name, text in passages.items()))
    made = converted(story)
    reading = read_text(made.text, file=Path("scenario.yaml"))
    assert () == reading.errors, made.text
    assert reading.scenario is not None
    state = start(reading.scenario)
    for _ in range(200):
        now = list(offered(state))
        if state.over or not now:
            break
        state = step(state, now[len(state.moments) % len(now)])
    else:
        raise AssertionError("a play does not end")
    assert report(imported((story,))[0]).startswith("# T")


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_a_story_or_is_answered(text: str):
    """Nothing makes the readers of Twee and of pages fall over."""
    for reader in (twee.story, archive.stories):
        try:
            reader(text)
        except NotAStory:
            continue


def test_a_hostile_story_takes_no_longer_than_a_large_one():
    """Hundreds of thousands of opened brackets are read in a moment, and told as they stand."""
    for sign in ("[[", "(if: $a)[", "<<if $a>>", "<!--", "(a: (a: ", "{embed ", "<<link "):
        made = converted(Story("T", "A", "harlowe", (Passage("A", (), sign * 20_000, 1),)))
        assert "coffee_first: 1" in made.text


def test_nothing_is_offered_is_said_by_check_at_least():
    """Where every link hangs on a flag, the scenario warns that a play might stick."""
    text = ":: Start\n(set: $x to true)[[A]]\n\n:: A\n(if: $y)[ [[B]] ]\n[[C][$y to true]]\n\n:: B\nb\n\n:: C\nc\n"
    scenario, _ = scenario_of(text)
    try:
        replay(Playthrough(scenario, choices=("a",)))
    except NothingOffered:
        pytest.fail("a play sticks")
