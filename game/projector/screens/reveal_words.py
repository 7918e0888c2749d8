"""What a revealed vote says, in words: the finding as a headline, and what stands small beside it."""

from __future__ import annotations

from game.room.phone_view import letters, words_of
from game.room.session import Session
from game.room.votes import Round, flow, lead, leaders, moved, tally
from game.stage.wording import and_list, number
from game.story.typography import typographic

TWO_MINDS = 0.75
"""From this share of the first two together a room is of two minds, below it of many."""
NOBODY = "Nobody voted: choose for the room"


def headline(session: Session) -> str:
    """Return the finding: what talking changed where anybody voted twice, else how the room answers."""
    now = session.now
    if now.second is not None and flow(now.first, now.second):
        return _after_talking(session)
    return _answer(session)


def _after_talking(session: Session) -> str:
    now = session.now
    twice, people = sum(flow(now.first, now.second).values()), moved(now.first, now.second)
    if not people:
        return "Nobody changed their mind"
    if all_tables(now.first, now.second):
        return f"Talking moved {number(people)} {'table' if people == 1 else 'tables'}"
    if people == twice and people > 1:
        return "Talking moved all of you"
    return f"Talking moved {number(people)} of you"


def _answer(session: Session) -> str:
    counts, marks = session.now.counts, letters(session)
    cast, ahead = sum(counts.values()), leaders(counts)
    if not cast:
        return NOBODY
    first = marks[ahead[0]]
    if cast == 1:
        return f"One vote, for {first}"
    if len(ahead) > 1:
        return f"Level: {and_list([marks[name] for name in ahead])}" if len(ahead) < 5 else "All of these are level"
    if counts[ahead[0]] == cast:
        return f"All of you say {first}"
    if lead(counts) > 0.5:
        return f"Most of you say {first}"
    two = sum(sorted(counts.values())[-2:])
    return "You are of two minds" if two >= TWO_MINDS * cast else "You are of many minds"


def called(session: Session, choice: str) -> str:
    """Return the few words that name a choice, or all of its own where it has none."""
    known = session.setup.scenario.choice(choice)
    return typographic(known.label) or words_of(known)


def all_tables(*rounds: Round | None) -> bool:
    """Return whether every ballot is a table's."""
    voters = [voter for held in rounds if held is not None for voter in held.ballots]
    return bool(voters) and all(voter.startswith("table:") for voter in voters)


def twice(session: Session) -> str:
    """Return how many voted twice, of how many: `24 of 25 voted twice`."""
    now = session.now
    both = sum(flow(now.first, now.second).values())
    rounds = [held for held in (now.first, now.second) if held is not None]
    every = len({voter for held in rounds for voter in held.ballots})
    what = "tables voted twice" if all_tables(*rounds) else "voted twice"
    said = [f"{both:,} of {every:,} {what}"] if every else []
    if any(held.hands for held in rounds):
        said.append("hands cannot be followed")
    return " · ".join(said)


def by_hand(held: Round | None) -> str:
    """Return how the votes of one round came in, where some were raised hands; else nothing."""
    if held is None or not held.hands:
        return ""
    raised = sum(held.hands.values())
    if not held.ballots:
        return "Counted by raised hands."
    return f"{len(held.ballots):,} by phone, {raised:,} by raised hand."


def in_words(session: Session) -> list[str]:
    """Return both votes by choice, as sentences: `B, Ask for five names: 11, then 5.`"""
    now = session.now
    rounds = [tally(held, now.offered) for held in (now.first, now.second) if held is not None]
    lines = []
    for name, mark in letters(session).items():
        figures = ", then ".join(str(counts[name]) for counts in rounds) or "0"
        lines.append(f"{mark}, {called(session, name)}: {figures}.")
    return lines
