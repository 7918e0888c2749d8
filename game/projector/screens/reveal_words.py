"""What a revealed vote says, in words: the finding as a headline, and what stands small beside it."""

from __future__ import annotations

from game.language import N_, _, n_
from game.room.figures import figure
from game.room.finding_words import talking_moved
from game.room.phone_view import letters, words_of
from game.room.session import Session
from game.room.votes import Round, flow, lead, leaders, moved, tally
from game.stage.wording import and_list, number
from game.story.typography import typographic

TWO_MINDS = 0.75
"""From this share of the first two together a room is of two minds, below it of many."""
NOBODY = N_("Nobody voted: choose for the room")


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
        return _("Nobody changed their mind")
    if all_tables(now.first, now.second):
        return n_("Talking moved one table", "Talking moved {number} tables", people, number=number(people))
    if people == twice and people > 1:
        return _("Talking moved all of you")
    return talking_moved(people)


def _answer(session: Session) -> str:
    counts, marks = session.now.counts, letters(session)
    cast, ahead = sum(counts.values()), leaders(counts)
    if not cast:
        return _(NOBODY)
    first = marks[ahead[0]]
    if cast == 1:
        return _("One vote, for {letter}", letter=first)
    if len(ahead) > 1:
        if len(ahead) < 5:
            return _("Level: {letters}", letters=and_list([marks[name] for name in ahead]))
        return _("All of these are level")
    if counts[ahead[0]] == cast:
        return _("All of you say {letter}", letter=first)
    if lead(counts) > 0.5:
        return _("Most of you say {letter}", letter=first)
    two = sum(sorted(counts.values())[-2:])
    return _("You are of two minds") if two >= TWO_MINDS * cast else _("You are of many minds")


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
    said = []
    if every:
        told = N_("{both} of {all} tables voted twice") if all_tables(*rounds) else N_("{both} of {all} voted twice")
        said.append(_(told, both=figure(both), all=figure(every)))
    if any(held.hands for held in rounds):
        said.append(_("hands cannot be followed"))
    return " · ".join(said)


def by_hand(held: Round | None) -> str:
    """Return how the votes of one round came in, where some were raised hands; else nothing."""
    if held is None or not held.hands:
        return ""
    raised = sum(held.hands.values())
    if not held.ballots:
        return _("Counted by raised hands.")
    return _("{phones} by phone, {hands} by raised hand.", phones=figure(len(held.ballots)), hands=figure(raised))


def in_words(session: Session) -> list[str]:
    """Return both votes by choice, as sentences: `B, Ask for five names: 11, then 5.`"""
    now = session.now
    rounds = [tally(held, now.offered) for held in (now.first, now.second) if held is not None]
    lines = []
    for name, mark in letters(session).items():
        counted = [figure(counts[name]) for counts in rounds]
        figures = _("{first}, then {second}", first=counted[0], second=counted[1]) if len(counted) > 1 else "".join(counted) or "0"
        lines.append(f"{mark}, {called(session, name)}: {figures}.")
    return lines
