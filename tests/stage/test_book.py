"""The address book: what it tells, what it keeps back, and how it is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings

from game.stage.bookview import book
from game.stage.intents import Close
from game.stage.page import Page, Words
from game.stage.screens.book import BookScreen
from game.stage.beats import beats
from game.stage.views import BillBeat, Columnist, ReactionBeat
from game.story.condition import ALWAYS
from game.story.model import Ask, Branch, Part, Person, Scenario, Speech
from game.story.playthrough import Playthrough, State, replay
from tests.builders import amounts, choice, later, playthroughs, promise, scenario, scene, script
from tests.builders import played as play
from tests.stage.checks import desk, faults_everywhere, gallery

AFTER, END = Columnist.AFTER_EACH_CHOICE, Columnist.AT_THE_END
NAMES = {
    "leslie": ("Leslie Brandt", "runs the library's reading programme; knew you at preschool"),
    "priya": ("Priya Raman", "on the school board, a friend of both"),
    "marcus": ("Marcus Hill", "your treasurer, unpaid"),
    "bela": ("Béla", "bakes, says little"),
    "caretaker": ("The caretaker", "has the keys to the parents' hall"),
    "denise": ("Denise Okafor-Lindqvist", "chairs the county bar association's judicial evaluation committee"),
    "ray": ("Ray", "drives the van"),
}


def says(who: str, text: str, face: str = "") -> tuple[Part, ...]:
    """Return one line of somebody."""
    return (Part(ALWAYS, (Speech(who, face, "", text),)),)


def bakery() -> Scenario:
    """Return a story in which one choice pleases, one has a bill, and one asks."""
    pounce = choice(
        "pounce", "monday", text="Which five people ought I to call?", breaks="time-and-place", capital={"leslie": -6},
        advice="A line of twelve people is no place for that.",
        later=[later("monday", {"leslie": -12}, "She told Priya that she had felt like a searched handbag.")],
    )
    sign = choice(
        "sign", "end", text="Might I put up a small sign?", breaks="no-entitlement",
        ask=Ask("leslie", 5, Branch(capital=amounts({"leslie": 2})), Branch(capital=amounts({"leslie": -4}))),
    )
    story = scenario(
        scene("line", choice("ask-maya", "counter", text="How is Maya?", honours="not-about-you", capital={"leslie": 6}),
              script=says("leslie", "Oh, hello!", "warm"), time="Saturday, 9:40"),
        scene("counter", pounce, choice("thank", "monday", text="Thank her.", spoken=False), time="Saturday, 9:52"),
        scene("monday", sign, script=says("priya", "So. You ran into Leslie.", "wary"), time="Monday"),
        capital={"leslie": 8, "priya": 45, "marcus": 40, "june": None},
    )
    return replace(story, people={
        who: replace(person, name=NAMES.get(who, (who.title(), ""))[0]) for who, person in story.people.items()
    })


def longplay() -> State:
    """Return a play with seven people, long names, and more entries than a page holds."""
    people = list(NAMES)
    texts = (
        "How is Maya getting on?",
        "You know everyone in this town, and I have been meaning to say so. Which five people ought I to be calling "
        "before Tuesday at four, and would you ring them first?",
        "Carry the tray for her, and say nothing about it.",
        "Might I write to you about it next week? Not about money.",
        "You're still on Elm, aren't you? Might I put up a small sign?",
        "I'll be there at eight with the chairs.",
        "That was my fault: I never wrote, and I should have.",
        "Would she mind if I wrote? I'd sooner you asked her than I did, since you have known her for longer than I have.",
        "Thank you.",
    )
    times = ("Saturday, 9:40", "Saturday, 9:52", "Saturday, 10:05", "Sunday night", "Monday, 8:05", "The next Tuesday, 12:24",
             "First Saturday in June, 12:40", "Thursday, four days later", "Thursday, 9:40 p.m.")
    scenes = []
    for index, text in enumerate(texts):
        extra = {}
        if index == 1:
            extra = {"breaks": "time-and-place", "later": [
                later("s4", {"leslie": -12}, "She told Priya that she had felt like a handbag that somebody was going through."),
            ]}
        elif index == 4:
            extra = {"honours": "own-it", "ask": Ask("priya", 15, Branch(), Branch())}
        elif index == 5:
            extra = {"breaks": "met-is-not-network", "later": [later("end", {"leslie": -9}, "It comes out.")]}
        else:
            extra = {"honours": "reach-out-properly"}
        to = f"s{index + 1}" if index + 1 < len(texts) else "end"
        capital = {"leslie": [6, -6, 3, 4, 2, -3, 9, 5, 1][index], people[1 + index % 6]: [2, -2][index % 2]}
        who = people[index % 7]
        told = says(who, "Well, look at you.", ["warm", "hurt", "wary", "delighted"][index % 4])
        scenes.append(scene(f"s{index}", choice(f"c{index}", to, text=text, spoken=index != 2, capital=capital, **extra),
                            script=told, time=times[index], place="library-cafe"))
    story = scenario(*scenes, capital={"leslie": 8, "priya": 48, "marcus": 40, "bela": 11, "caretaker": 0, "denise": 17, "ray": -3})
    story = replace(story, people={
        who: Person(who, *NAMES[who], person.capital, who, NAMES[who][0].split()[0] if who != "caretaker" else "The caretaker")
        for who, person in story.people.items()
    })
    return replay(Playthrough(story, choices=tuple(f"c{index}" for index in range(len(texts) - 1))))
