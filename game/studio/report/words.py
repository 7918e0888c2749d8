"""A review as one page for a terminal: 80 columns, plain words, what each figure means and what to do about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from game.authoring.diagnostic import Reading
from game.authoring.safe_text import printable
from game.story.vocabulary import ChoiceId
from game.studio.report.finding import certainty, headline, unmet
from game.studio.report.ink import WIDTH, bar, cut, paragraph, share
from game.studio.report.where import place, place_of_line
from game.studio.review import Review, Unmet
from game.studio.smells.careless_strategy import WON
from game.studio.strategies import scored

FEW = 10
"""Entries of a list of faults that are shown; the others are counted."""
ALIKE = 3
"""Smells of one code that are shown; likewise."""


def words(review: Review, reading: Reading) -> str:
    """Return the report, ending with a line end."""
    parts = (
        _head(review), _figures(review), _endings(review), _asks(review), _ways(review), _unmet(review, reading),
        _smells(review, reading), _contracts(review), _plays(review),
    )
    return "\n".join("".join(f"{line}\n" for line in lines) for part in parts if (lines := list(part)))


def _head(review: Review) -> Iterator[str]:
    yield cut(printable(review.scenario.title), WIDTH)
    yield f"{headline(review)}."
    yield from paragraph(certainty(review))


def _figures(review: Review) -> Iterator[str]:
    found = review.analysis
    yield (
        f"TOTALS, in points    worst {found.worst.total}   median {review.median}   mean {found.mean:.1f}   "
        f"best {found.best.total}"
    )
    if found.worst.total == found.best.total:
        yield from paragraph("All plays end alike, so there is no score: let something cost, or bring something.", indent="  ")
        return
    yield from paragraph(
        f"Worst is score 0, best is 100. Whoever answers at random scores {review.middling} or less half of the time; "
        "about 50 is well, for then there is room to be better and to be worse.",
        indent="  ",
    )
    for low, high, chance in bands(review):
        yield f"  score {low:>2} to {high:<3} {share(chance):>7}  {bar(chance, 50)}".rstrip()


def bands(review: Review) -> list[tuple[int, int, float]]:
    """Return the scores of random play in ten bands: (from, to, share), all of 0 to 100."""
    chances = [0.0] * 10
    for total, chance in review.analysis.distribution.items():
        chances[min(9, (scored(total, review.analysis) or 0) // 10)] += chance
    return [(10 * band, 10 * band + 9 if band < 9 else 100, chance) for band, chance in enumerate(chances)]


def _endings(review: Review) -> Iterator[str]:
    exact = review.analysis.exact and review.analysis.endings_exact
    yield f"ENDINGS {'':<27} at random   {'shortest way' if exact else 'a way there'}"
    for name, reached in review.analysis.endings.items():
        way = "no play" if exact else "no play tried"
        if reached.choices is not None:
            way = f"{len(reached.choices)} choices"
        yield f"  {cut(name, 30):<30} {share(reached.probability):>9}    {bar(reached.probability, 18):<18} {way}"
    for stuck in review.analysis.stuck:
        yield from paragraph(f"FAULT: in {stuck.scene} nothing may be left to choose, after", indent="    ", first="  ")
        yield from _way(stuck.choices)


def _asks(review: Review) -> Iterator[str]:
    if not review.analysis.asks:
        return
    yield f"ASKS {'':<27} granted   refused   of plays at random"
    for name, answered in review.analysis.asks.items():
        never = "" if answered.granted else "   never: is that the lesson?"
        if not answered.granted and not answered.refused:
            never = "   never asked"
        yield f"  {cut(name, 30):<30} {share(answered.granted):>6} {share(answered.refused):>9}{never}"


def _ways(review: Review) -> Iterator[str]:
    if not review.tried:
        return
    yield "CARELESS WAYS OF PLAYING, and what they score (0 to 100)"
    for each in review.tried:
        score = " no end" if each.total is None else f"{'' if each.score is None else each.score:>7}"
        yield f"  {each.strategy:<11}{score}  {cut(each.says, 57)}"
    if review.middling is not None:
        yield f"  None of these thinks. One that scores over {WON} has found a tell."


def _unmet(review: Review, reading: Reading) -> Iterator[str]:
    if not review.unreachable and not review.unseen:
        if not review.stopped:
            yield "WHAT NO PLAY REACHES"
            yield "  Nothing: each scene, choice and conditional line is met in some play."
        return
    if review.unreachable:
        yield "WHAT NO PLAY REACHES (mend what keeps it shut, or take it out)"
        yield from _listed(review.unreachable, reading)
    if review.unseen:
        yield f"NOT SEEN IN THE PLAYS THAT WERE TRIED ({review.plays:,} at random; there may be a way)"
        yield from _listed(review.unseen, reading)


def _listed(found: Unmet, reading: Reading) -> Iterator[str]:
    places = [
        *(place(reading, name) for name in (*found.scenes, *found.choices)),
        *(place_of_line(reading, line) for line in found.lines),
    ]
    both = list(zip(places, unmet(found), strict=True))
    for where, what in both[:FEW]:
        yield from paragraph(f"{where}  {cut(printable(what), 60)}", indent="    ", first="  ")
    if len(both) > FEW:
        yield f"  and {len(both) - FEW} more; --json lists all"


def _smells(review: Review, reading: Reading) -> Iterator[str]:
    found = review.smells
    yield f"SMELLS: {len(found.kept)}" + ("" if found.kept or review.stopped else ", and that is rare")
    told = Counter[str]()
    for smell in found.kept:
        told[smell.code] += 1
        if told[smell.code] > ALIKE:
            continue
        yield from paragraph(f"{place(reading, smell.where)}: {smell.code} {smell.name}", indent="    ", first="  ")
        mend = printable(smell.help)
        yield from paragraph(f"{printable(smell.message)}. {mend[:1].upper()}{mend[1:]}.", indent="    ")
    more = [f"{times - ALIKE} more {code}" for code, times in told.items() if times > ALIKE]
    if more:
        yield from paragraph(f"and {', '.join(more)}; --json lists all.", indent="  ")
    if found.kept:
        key = found.kept[0].name + (f"@{found.kept[0].where}" if found.kept[0].where else "")
        yield from paragraph(
            f"What is meant, set aside with your reason: allow: {{{key}: why}}. "
            f"What a code means: coffee-first explain {found.kept[0].code}",
            indent="  ",
        )
    for smell, reason in found.set_aside:
        where = f"@{smell.where}" if smell.where else ""
        yield from paragraph(f"set aside: {smell.name}{where}: {printable(reason)}", indent="    ", first="  ")
    for key in found.unused:
        yield from paragraph(f"allow: {printable(key)} sets nothing aside any more; take it out", indent="    ", first="  ")


def _contracts(review: Review) -> Iterator[str]:
    if not review.judged:
        return
    yield "CONTRACTS, from `expect`"
    for each in review.judged:
        verdict = {True: "holds", False: "BROKEN", None: "not decided"}[each.holds]
        yield from paragraph(f"{verdict:<12} {printable(each.text)}", indent=" " * 15, first="  ")
        if not each.holds:
            yield from paragraph(printable(each.why), indent=" " * 15)
            if each.witness:
                yield from _way(each.witness)


def _plays(review: Review) -> Iterator[str]:
    found = review.analysis
    yield f"THE BEST PLAY{' that was found' if not found.exact else ''}: {found.best.total} points"
    yield from _way(found.best.choices)
    yield f"THE WORST: {found.worst.total} points"
    yield from _way(found.worst.choices)


def _way(choices: tuple[ChoiceId, ...]) -> list[str]:
    return paragraph(" > ".join(choices) or "without a single choice", indent="    ")
