"""A review as one page of HTML that can be handed on: it holds all that it needs, asks for no network, runs nothing."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from html import escape
from importlib.resources import files
from pathlib import Path
from textwrap import shorten

from game.authoring.diagnostic import Reading
from game.authoring.safe_text import printable
from game.story.vocabulary import ChoiceId, Outcome
from game.studio.map.look import BOLD, ESPRESSO, HEADLINE, REGULAR, TOMATO, font_faces
from game.studio.report import charts
from game.studio.report.finding import certainty, headline, unmet
from game.studio.report.ink import share
from game.studio.report.steps import steps
from game.studio.report.where import place, place_of_line
from game.studio.review import Review, Unmet
from game.studio.smells.careless_strategy import WON

POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"
FIGURES = "CFSource-900.ttf"
SAID = 60
"""Characters of what an ask says that stand in the table."""


def html(review: Review, reading: Reading, fonts: Path) -> str:
    """Return the page.

    Args:
        review: what was found.
        reading: of the file, for the places in it.
        fonts: the folder of the game's fonts; of those that are not there, the reader's own take the place.
    """
    title = _text(review.scenario.title)
    parts = (
        _head(review), _figures(review), _endings(review), _asks(review), _ways(review), _unmet(review, reading),
        _smells(review, reading), _contracts(review), _plays(review), _foot(review),
    )
    style = files("game.studio.report").joinpath("page.css").read_text("utf-8")
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}: what no play can tell</title>\n"
        f"<style>\n{font_faces(fonts, (HEADLINE, REGULAR, BOLD))}\n{_figure_face(fonts)}\n{style}</style>\n</head>\n<body>\n"
        + "\n".join(line for part in parts for line in part)
        + "\n</body>\n</html>\n"
    )


def _text(words: str) -> str:
    return escape(printable(words))


def _figure_face(fonts: Path) -> str:
    file = fonts / FIGURES
    if not file.is_file():
        return ""
    data = base64.b64encode(file.read_bytes()).decode()
    return f"@font-face{{font-family:'CF Source';font-weight:900;src:url(data:font/ttf;base64,{data})}}"


def _number(number: int) -> str:
    return f"−{-number}" if number < 0 else str(number)


def _sentence(words: str) -> str:
    told = _text(words)
    told = re.sub(r"`([^`]+)`", r"<code>\1</code>", told)
    return f"{told[:1].upper()}{told[1:]}{'' if told.endswith('.') else '.'}"


def _head(review: Review) -> Iterator[str]:
    yield '<header><p class="masthead"><span class="name">Coffee First</span> <span class="kicker">What no play can tell</span>'
    yield f'<span class="title">{_text(review.scenario.title)}</span></p></header>'
    yield f'<main>\n<h1>{headline(review)}</h1>\n<p class="lede">{_text(certainty(review))}</p>'


def _figures(review: Review) -> Iterator[str]:
    found = review.analysis
    yield '<section aria-label="The figures"><dl class="figures">'
    for name, figure, says in (
        ("Worst", _number(found.worst.total), "points: score 0"),
        ("Median", _number(review.median), "points: half are here or below"),
        ("Mean", f"{found.mean:.1f}".replace("-", "−"), "points, of plays at random"),
        ("Best", _number(found.best.total), "points: score 100"),
    ):
        yield f'<div><dt>{name}</dt><dd><span class="figure">{figure}</span> <span class="says">{says}</span></dd></div>'
    yield "</dl>"
    if found.worst.total == found.best.total:
        yield "<h2>All plays end alike</h2><p>So there is no score: let something cost, or bring something.</p></section>"
        return
    yield f"<h2>{_spread(review)}</h2>"
    yield f'<figure><div class="wide" tabindex="0" role="group" aria-label="Chart of the scores">{charts.distribution(review)}</div>'
    yield (
        "<figcaption>Each bar: how many of the plays at random, in which any choice offered is equally likely, end there. "
        "The diamonds are ways of playing that follow one rule and never think; they are told one by one below.</figcaption></figure></section>"
    )


def _spread(review: Review) -> str:
    middle = review.middling
    return f"Whoever answers at random scores {middle} or less, half of the time"


def _endings(review: Review) -> Iterator[str]:
    found = review.analysis
    exact = found.exact and found.endings_exact
    yield '<div class="columns"><section><h2>' + _endings_title(review) + "</h2>"
    yield '<table><thead><tr><th scope="col">Ending</th><th scope="col" class="n">At random</th><td></td></tr></thead><tbody>'
    for name, reached in found.endings.items():
        ending = review.scenario.scenes[name].ending
        title = _text(ending.title if ending else name)
        never = "" if reached.choices is not None else f' <strong class="fault">{"no play" if exact else "no play tried"} reaches it</strong>'
        yield (
            f'<tr><th scope="row">{title}{never}<br><code>{_text(name)}</code></th>'
            f'<td class="n">{escape(share(reached.probability))}</td><td>{charts.bar(reached.probability)}</td></tr>'
        )
    yield "</tbody></table>"
    for stuck in found.stuck:
        yield f'<p><strong class="fault">A play can stick in <code>{_text(stuck.scene)}</code>:</strong> nothing can be chosen there, after</p>'
        yield from _steps(review, stuck.choices)
    yield "</section>"


def _endings_title(review: Review) -> str:
    found = review.analysis.endings
    missing = sum(reached.choices is None for reached in found.values())
    if missing:
        return f"{missing} of {len(found)} endings {'is' if missing == 1 else 'are'} never reached"
    if len(found) == 1:
        return "There is one ending"
    often = max(found.values(), key=lambda reached: reached.probability).probability
    return f"{len(found)} endings; the likeliest takes {escape(share(often))}"


def _asks(review: Review) -> Iterator[str]:
    asks = review.analysis.asks
    yield "<section>"
    if asks:
        won = sum(1 for each in asks.values() if each.granted)
        yield f"<h2>{won} of {len(asks)} asks can be granted</h2>"
        yield '<table><thead><tr><th scope="col">Ask</th><th scope="col" class="n">Granted</th><th scope="col" class="n">Refused</th><td></td></tr></thead><tbody>'
        for name, each in asks.items():
            choice = review.scenario.choice(name)
            cost = f": of {_text(review.scenario.people[choice.ask.of].short)}, for {choice.ask.cost}" if choice.ask else ""
            said = shorten(choice.text, SAID, placeholder=" …")
            yield (
                f'<tr><th scope="row">{_text(f"“{said}”" if choice.spoken else said)}<br><code>{_text(name)}{cost}</code></th>'
                f'<td class="n">{escape(share(each.granted))}</td><td class="n">{escape(share(each.refused))}</td>'
                f"<td>{charts.answers(each.granted, each.refused)}</td></tr>"
            )
        yield "</tbody></table><p><small>Of plays at random. Filled: granted. Hollow: refused.</small></p>"
    else:
        yield "<h2>Nobody is asked for anything</h2>"
    yield "</section></div>"


def _ways(review: Review) -> Iterator[str]:
    if not review.tried:
        return
    over = [each for each in review.tried if each.score is not None and each.score > WON]
    title = f"Of {len(review.tried)} careless ways of playing, " + (
        "none wins" if not over else f"{len(over)} score{'s' if len(over) == 1 else ''} over {WON}"
    )
    yield f"<section><h2>{title}</h2>"
    yield '<table><thead><tr><th scope="col">Who</th><th scope="col">does this at each moment</th><th scope="col" class="n">Score</th><td></td><th scope="col">and ends in</th></tr></thead><tbody>'
    for each in sorted(review.tried, key=lambda each: -(each.score or 0)):
        ending = review.scenario.scenes[each.ending].ending if each.ending else None
        colour = TOMATO if each in over else ESPRESSO
        score = "–" if each.score is None else str(each.score)
        mark = f' <strong class="fault">over {WON}</strong>' if each in over else ""
        yield (
            f'<tr><th scope="row">{_text(each.strategy)}</th><td>{_text(each.says)}{mark}</td><td class="n">{score}</td>'
            f'<td class="narrow">{charts.bar((each.score or 0) / 100, colour=colour)}</td>'
            f"<td>{_text(ending.title) if ending else 'no ending'}</td></tr>"
        )
    yield "</tbody></table>"
    yield f"<p><small>A rule that scores over {WON} is a tell: players find it, and practise the rule.</small></p></section>"


def _unmet(review: Review, reading: Reading) -> Iterator[str]:
    if review.unreachable:
        yield "<section><h2>No play comes here</h2><p>Mend the condition that keeps it shut, or take it out.</p>"
        yield from _listed(review.unreachable, reading)
        yield "</section>"
    if review.unseen:
        yield f"<section><h2>Not seen in the plays that were tried</h2><p>{review.plays:,} of them at random; there may be a way.</p>"
        yield from _listed(review.unseen, reading)
        yield "</section>"
    if not review.unreachable and not review.unseen and not review.stopped:
        yield "<section><h2>Everything that was written is met</h2><p>Each scene, each choice and each conditional line, in some play.</p></section>"


def _listed(found: Unmet, reading: Reading) -> Iterator[str]:
    places = [
        *(place(reading, name) for name in (*found.scenes, *found.choices)),
        *(place_of_line(reading, line) for line in found.lines),
    ]
    yield "<ul>"
    for where, what in zip(places, unmet(found), strict=True):
        yield f"<li>{_text(what)} <code>{escape(where)}</code></li>"
    yield "</ul>"


def _smells(review: Review, reading: Reading) -> Iterator[str]:
    found = review.smells
    count = len(found.kept)
    if not count and review.stopped and not found.set_aside:
        return
    title = "Nothing smells" if not count else f"{count} smell{', with its mend' if count == 1 else 's, each with its mend'}"
    yield f"<section><h2>{title}</h2>"
    if found.kept:
        yield '<ul class="smells">'
        for smell in found.kept:
            yield (
                f'<li><p class="kicker">{smell.code} {smell.name}</p><p>{_sentence(smell.message)}</p>'
                f'<p class="mend">{_sentence(smell.help)}</p><p><code>{escape(place(reading, smell.where))}</code></p></li>'
            )
        yield "</ul>"
    if found.set_aside:
        yield "<h3>Meant, and so set aside</h3><ul>"
        for smell, reason in found.set_aside:
            where = f" at <code>{_text(smell.where)}</code>" if smell.where else ""
            yield f"<li>{smell.name}{where}: {_text(reason)}</li>"
        yield "</ul>"
    for key in found.unused:
        yield f"<p><code>allow: {_text(key)}</code> sets nothing aside any more; take it out.</p>"
    yield "</section>"


def _contracts(review: Review) -> Iterator[str]:
    if not review.judged:
        return
    held = sum(1 for each in review.judged if each.holds)
    yield f"<section><h2>{held} of {len(review.judged)} contracts hold</h2>"
    yield '<table><thead><tr><th scope="col">What must hold</th><th scope="col">does it</th><th scope="col">because</th></tr></thead><tbody>'
    for each in review.judged:
        verdict = {True: "holds", False: '<strong class="fault">broken</strong>', None: "not decided"}[each.holds]
        yield f'<tr><th scope="row">{_text(each.text)}</th><td>{verdict}</td><td>{_text(each.why)}</td></tr>'
    yield "</tbody></table>"
    for each in review.broken:
        if each.witness:
            yield f"<h3>The play that breaks “{_text(each.text)}”</h3>"
            yield from _steps(review, each.witness)
    yield "</section>"


def _plays(review: Review) -> Iterator[str]:
    found = review.analysis
    yield '<div class="columns plays">'
    for extreme, name in ((found.best, "The best play"), (found.worst, "The worst play")):
        yield f'<section><h2>{name} <span class="figure">{_number(extreme.total)}</span></h2>'
        yield from _steps(review, extreme.choices)
        yield "</section>"
    yield "</div>"
    exact = found.exact and found.endings_exact
    yield f"<section><h2>{'The shortest way' if exact else 'A way'} to each ending</h2>"
    for name, reached in found.endings.items():
        ending = review.scenario.scenes[name].ending
        if reached.choices is not None and ending is not None:
            count = len(reached.choices)
            yield f"<details><summary>{_text(ending.title)}, {count} choice{'' if count == 1 else 's'}</summary>"
            yield from _steps(review, reached.choices)
            yield "</details>"
    yield "</section></main>"


def _steps(review: Review, choices: tuple[ChoiceId, ...]) -> Iterator[str]:
    if not choices:
        yield "<p>Without a single choice.</p>"
        return
    yield "<ol>"
    for step in steps(review.scenario, choices):
        answer = "" if step.outcome is Outcome.PLAIN else f" <em>({step.outcome.value})</em>"
        yield f'<li><span class="scene">{_text(step.scene)}</span> {_text(step.said)}{answer}</li>'
    yield "</ol>"


def _foot(review: Review) -> Iterator[str]:
    yield (
        f"<footer><p>{len(review.scenario.scenes)} scenes, {len(review.scenario.accounts)} accounts, "
        f"{review.analysis.states:,} states told apart; seed {review.seed}. "
        "A score is the place of a play’s points between the worst and the best that any play reaches.</p></footer>"
    )
