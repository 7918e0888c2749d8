"""The page to hand out: one HTML file that needs nothing else, on a phone, in a folder, or on one sheet of paper."""

from __future__ import annotations

from html import escape

from game.language import _, n_, tongue
from game.room.paper import CREDITS, FOUND, Chosen, Paper, paper, short
from game.room.session import Session
from game.story.column_words import number
from game.story.debrief import Judgement, Series

SIZES = (11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0)
"""Of the type when printed, in points; the largest is taken at which all stands on one sheet."""
SHEET = 780.0
"""Height of the narrowest sheet between its margins, in points: Letter, with 12 mm all around."""
STYLE = """
*{box-sizing:border-box}
html{font-size:112.5%}
body{margin:0 auto;max-width:46rem;padding:1rem;background:#fff;color:#000;font-family:Georgia,"Times New Roman",serif;line-height:1.4}
h1{font-size:2rem;line-height:1.08;margin:.5rem 0 .6rem;overflow-wrap:anywhere}
h2{font:700 .95rem/1.25 "Helvetica Neue",Arial,sans-serif;margin:1rem 0 .2rem}
p,dl,ul,ol{margin:0 0 .45rem}
.head{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.2rem 1rem;align-items:baseline;border-bottom:4px double #000;margin:0;padding-bottom:.2rem}
.head b{font-size:1.5rem}
.sign{text-align:right;font-style:italic}
blockquote{margin:.2rem 0 .5rem;padding:.45rem 0;border-top:3px solid #000;border-bottom:3px solid #000;font-weight:700;font-size:1.3rem;line-height:1.18;overflow-wrap:anywhere}
.act{font-weight:700}
figure{margin:0}
figcaption{font:700 .95rem/1.25 "Helvetica Neue",Arial,sans-serif;margin-bottom:.2rem}
svg{display:block;width:100%;height:auto}
.chosen{list-style:none;padding:0;border-top:2px solid #000}
.chosen li{padding:.3rem 0;border-bottom:1px solid #767676}
.chosen p{margin:0;overflow-wrap:anywhere}
.chosen b{font-family:"Helvetica Neue",Arial,sans-serif}
dt{font-weight:700;float:left;margin-right:.4em}
dd{margin:0 0 .3rem}
ul{list-style:none;padding:0}
footer{border-top:1px solid #000;margin-top:.6rem;padding-top:.3rem;font-size:.8rem;line-height:1.3}
@media (min-width:40rem){.two{display:grid;grid-template-columns:1fr 1fr;gap:0 1.6rem}.chosen li{display:grid;grid-template-columns:1fr auto;gap:0 1.2rem}}
@page{size:portrait;margin:12mm}
@media print{
html{font-size:SIZEpt}
body{max-width:none;padding:0;line-height:1.28}
.two,.chosen li{display:grid;grid-template-columns:1fr 1fr;gap:0 1.6rem}
.chosen li{grid-template-columns:1fr auto}
h1{font-size:2.7rem;margin:.5rem 0 .5rem}
h2{margin:.5rem 0 .1rem}
p,dl,ul{margin:0 0 .25rem}
dd{margin:0 0 .1rem}
.chosen li{padding:.1rem 0}
figure,li,blockquote,dl{break-inside:avoid}
svg{max-height:11rem}
}
"""


def page(session: Session, analysis: Judgement | None) -> str:
    """Return the page as one HTML document: no script, and nothing from elsewhere."""
    made = paper(session, analysis)
    size = next((size for size in SIZES if _height(made, size) <= SHEET), SIZES[-1])
    body = "".join((
        '<div class="two"><section aria-labelledby="r">', _heading(_("The reply"), "r"), _reply(made), "</section><div>", _pull(made),
        _this_week(made), _chart(made.series), "</div></div>", _made(made.chosen),
        '<div class="two">', _found(made), _principles(made), "</div>",
    ))
    direction = "rtl" if tongue().leftward else "ltr"
    about = _("{title}: the room’s column", title=made.title)
    return (
        f'<!doctype html>\n<html lang="{tongue().code}" dir="{direction}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<title>{escape(made.headline)} – Coffee First</title>"
        f"<style>{STYLE.replace('SIZE', f'{size:g}')}</style></head>\n<body>"
        f'<header><p class="head"><b>Coffee First</b> <span>{escape(about)}</span></p></header>'
        f"<main><h1>{escape(made.headline)}</h1>{body}</main>\n<footer><p>{escape(_(CREDITS))}</p></footer></body></html>\n"
    )


# ---------------------------------------------------------------- its parts


def _heading(words: str, name: str = "") -> str:
    return f'<h2 id="{name}">{escape(words)}</h2>' if name else f"<h2>{escape(words)}</h2>"


def _brought(each: Chosen) -> str:
    return _("{votes}; capital {points}", votes=each.votes, points=signed(each.worth))


def _reply(made: Paper) -> str:
    told = "".join(f"<p>{escape(each)}</p>" for each in (made.greets, *made.reply))
    return f'{told}<p class="sign">{escape(made.signs)}</p>'


def _pull(made: Paper) -> str:
    return f"<blockquote>{escape(made.pull)}</blockquote>" if made.pull else ""


def _this_week(made: Paper) -> str:
    head = _heading(_("This week"))
    return f'{head}<p class="act">{escape(made.act)}</p>' if made.act else ""


def _made(chosen: tuple[Chosen, ...]) -> str:
    head = _heading(_("What the room chose"))
    if not chosen:
        nothing = _("The room has not chosen anything yet.")
        return f"{head}<p>{escape(nothing)}</p>"
    rows = "".join(
        f"<li><p>{each.moment}. <b>{escape(each.letter)}</b> {escape(each.words)}</p>"
        f"<p>{escape(_brought(each))}</p></li>"
        for each in chosen
    )
    return f'{head}<ol class="chosen">{rows}</ol>'


def _found(made: Paper) -> str:
    if not made.found:
        return ""
    items = "".join(f"<dt>{escape(each.label)}</dt><dd>{escape(short(each.text, FOUND))}</dd>" for each in made.found)
    head = _heading(_("What the room learnt"), "f")
    return f'<section aria-labelledby="f">{head}<dl>{items}</dl></section>'


def _principles(made: Paper) -> str:
    lines = [score_of(made), *(_("{principle}: {times}.", principle=name, times=_times(honoured, broken)) for name, honoured, broken in made.principles)]
    items = "".join(f"<li>{escape(line)}</li>" for line in lines if line)
    head = _heading(_("Principles"), "p")
    return f'<section aria-labelledby="p">{head}<ul>{items}</ul></section>' if items else ""


def score_of(made: Paper) -> str:
    if made.score is None:
        return ""
    if made.percentile is None:
        return _("Score {score} of 100.", score=made.score)
    return _("Score {score} of 100, better than {percentile} in 100 who answer at random.", score=made.score, percentile=made.percentile)


def _times(honoured: int, broken: int) -> str:
    """Return `honoured twice, broken once`."""
    kept = _("honoured twice") if honoured == 2 else n_("honoured once", "honoured {number} times", honoured, number=number(honoured))
    lost = _("broken twice") if broken == 2 else n_("broken once", "broken {number} times", broken, number=number(broken))
    if honoured and broken:
        return _("{honoured}, {broken}", honoured=kept, broken=lost)
    return kept if honoured else lost


def signed(value: int) -> str:
    """Return a figure with its sign."""
    return f"+{value}" if value > 0 else f"−{-value}" if value < 0 else "0"


# ---------------------------------------------------------------- the chart

WIDE, HIGH, LEFT, RIGHT, TOP, DOWN = 320, 150, 34, 282, 12, 122
"""Of the drawing, and of the lines in it."""


def _chart(series: Series | None) -> str:
    if series is None:
        return ""
    values = series.values
    low, high = min(0, *values), max(10, *values)
    name = short(series.name, 30)
    caption, title = _("Capital with {name}, at each moment", name=name), _("Capital with {name}", name=name)
    then = ", ".join(map(str, values[1:]))
    described = (
        _("{first} before the first choice, then {others}.", first=values[0], others=then) if then
        else _("{first} before the first choice, then nothing more.", first=values[0])
    )

    def x(index: int) -> float:
        return round(LEFT + (RIGHT - LEFT) * index / max(1, len(values) - 1), 1)

    def y(value: int) -> float:
        return round(DOWN - (DOWN - TOP) * (value - low) / (high - low), 1)

    lines = "".join(
        f'<line x1="{LEFT}" x2="{RIGHT}" y1="{y(value)}" y2="{y(value)}" stroke="{"#000" if value == 0 else "#767676"}" '
        f'stroke-width="1"/><text x="{LEFT - 6}" y="{y(value) + 4.5}" text-anchor="end">{_minus(value)}</text>'
        for value in _ticks(low, high, TOP, DOWN)
    )
    path = " ".join(f"{x(index)},{y(value)}" for index, value in enumerate(values))
    dots = "".join(f'<circle cx="{x(index)}" cy="{y(value)}" r="3.6"/>' for index, value in enumerate(values))
    every = max(1, len(values) // 10)
    numbers = "".join(
        f'<text x="{x(index)}" y="{HIGH - 6}" text-anchor="middle">{index}</text>' for index in range(1, len(values), every)
    )
    last = f'<text x="{RIGHT + 9}" y="{y(values[-1]) + 5}" font-weight="700">{_minus(values[-1])}</text>'
    return (
        f'<figure><figcaption>{escape(caption)}</figcaption><svg viewBox="0 0 {WIDE} {HIGH}" role="img" '
        f'aria-labelledby="c d" font-family="Arial, sans-serif" font-size="13"><title id="c">{escape(title)}</title>'
        f'<desc id="d">{escape(described)}</desc>{lines}<polyline points="{path}" fill="none" stroke="#000" '
        f'stroke-width="2.5"/>{dots}{numbers}{last}</svg></figure>'
    )


def _ticks(low: int, high: int, top: int, down: int) -> tuple[int, ...]:
    """Return the least, nothing, and the greatest, without those that would stand in each other's way."""
    far = 16 * (high - low) / (down - top)
    return tuple(sorted({0, *(value for value in (low, high) if abs(value) >= far)}))


def _minus(value: int) -> str:
    return str(value).replace("-", "−")


# ---------------------------------------------------------------- how high it becomes


def _height(made: Paper, size: float) -> float:
    """Return about how high the page becomes at a size of type, in points; rather more than less."""
    line = size * 1.28

    def lines(text: str, width: float, letter: float = 0.5) -> int:
        return max(1, int(len(text) * size * letter / width * 1.06) + 1)

    half, full = 250.0, 528.0
    reply = sum(lines(each, half) * line + size * 0.25 for each in made.reply) + 4.6 * line
    aside = (lines(made.pull, half / 1.3) * size * 1.55 + size * 2 if made.pull else 0.0) + (lines(made.act, half) + 1.8) * line
    aside += min(size * 11, half * HIGH / WIDE) + 1.6 * line if made.series is not None else 0.0
    rows = sum(lines(each.words, full - size * 13) * line + size * 0.3 for each in made.chosen) + 3.2 * line
    found = sum(lines(f"{each.label}  {each.text[:FOUND]}", half) for each in made.found)
    principles = len(made.principles) + (2 if made.score is not None else 0)
    head = lines(made.headline, full / 2.7, 0.52) * size * 2.9 + size * 4.4
    return head + max(reply, aside) + rows + (max(found, principles) + 1.8) * line + size * 0.8 * 1.3 * 3 + 12
