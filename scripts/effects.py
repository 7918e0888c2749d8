"""The short sounds: paper, a pencil, beans, coins, a cup, bells, a till, a chair. Dry, and each a thing of the style."""

from __future__ import annotations

import math
import random
from collections.abc import Callable

from scripts.synthesis import (
    RATE,
    Mode,
    Sound,
    band,
    high,
    in_a_room,
    laid,
    levelled,
    low,
    mixed,
    noise,
    samples,
    shaped,
    silence,
    struck,
    swell,
)


def _click(seed: str, hertz: float, seconds: float = 0.004) -> Sound:
    """Return the contact of two hard things: a few milliseconds of coloured noise."""
    return shaped(band(noise(seconds, seed), hertz, 0.8), lambda share: (1 - share) ** 3)


def _grains(seconds: float, a_second: float, seed: str) -> Sound:
    """Return single ticks at random: fibres, graphite, a thread of wood."""
    out, lots = silence(seconds), random.Random(seed)
    for _ in range(round(seconds * a_second)):
        out[lots.randrange(len(out))] += lots.uniform(-1, 1) * lots.random() ** 2
    return out


def paper() -> Sound:
    """Return a sheet that slides over another: two soft bands that rise, and the crackle of fibres in them."""
    length = 0.16
    air = noise(length, "paper")
    rising = mixed(
        (shaped(band(air, 1700, 0.9), swell(0.25, 0.75)), 1.0),
        (shaped(band(air, 3600, 1.1), swell(0.55, 0.4)), 0.8),
        (shaped(band(_grains(length, 900, "fibres"), 2600, 0.7), swell(0.4, 0.5)), 2.4),
        (shaped(band(noise(length, "sheet"), 420, 0.8), swell(0.15, 0.8)), 0.5),
    )
    return low(rising, 5200)


def pencil() -> Sound:
    """Return one stroke of a pencil: graphite that sticks and slips on paper, heard through the wood of the table."""
    length = 0.24
    lots = random.Random("stroke")
    slips, phase = silence(length), 0.0
    for index in range(len(slips)):
        share = index / len(slips)
        phase += (150 + 90 * math.sin(math.pi * share) + lots.uniform(-40, 40)) / RATE
        if phase >= 1:
            phase -= 1
            slips[index] = lots.uniform(0.4, 1.0)
    rough = mixed((noise(length, "graphite"), 0.16), (_grains(length, 2600, "grain"), 0.5), (slips, 0.9))
    tip = mixed((band(rough, 2900, 1.4), 1.0), (band(rough, 4700, 1.6), 0.5), (band(rough, 760, 2.2), 0.7))
    return low(shaped(tip, lambda share: swell(0.18, 0.45)(share) * (0.7 + 0.3 * math.sin(9 * share))), 6500)


BEAN: tuple[Mode, ...] = (
    (1480, 0.6, 0.045), (2230, 0.42, 0.034), (3710, 0.24, 0.022), (410, 0.5, 0.06), (820, 0.3, 0.04),
)


def bean() -> Sound:
    """Return a coffee bean that drops into a cup: small, hard, hollow."""
    out = silence(0.16)
    laid(out, struck(0.12, BEAN), 0.0)
    laid(out, struck(0.06, [(hertz * 1.07, loud, fading * 0.6) for hertz, loud, fading in BEAN]), 0.052, 0.22)
    laid(out, _click("bean", 3800, 0.003), 0.0, 0.8)
    return low(out, 7000)


def bean_lost() -> Sound:
    """Return a bean that falls on cloth: one dull tap."""
    out = silence(0.2)
    laid(out, struck(0.18, [(152, 1.0, 0.11), (243, 0.6, 0.08), (391, 0.3, 0.05), (640, 0.12, 0.03)]), 0.0)
    laid(out, low(_click("cloth", 700, 0.012), 900), 0.0, 0.8)
    return low(out, 1500)


COIN: tuple[Mode, ...] = (
    (2840, 0.5, 0.30), (4610, 0.42, 0.24), (5230, 0.25, 0.17), (7180, 0.22, 0.14), (9650, 0.10, 0.09),
)
WOOD: tuple[Mode, ...] = ((212, 0.8, 0.09), (388, 0.6, 0.07), (655, 0.35, 0.05), (1090, 0.2, 0.035))


def coin_laid() -> Sound:
    """Return a coin that is laid down on wood: its edge, then its face, then still."""
    out = silence(0.42)
    for at, loud, ring in ((0.0, 0.55, 1.0), (0.074, 1.0, 0.8), (0.118, 0.3, 0.5), (0.143, 0.16, 0.35)):
        coin = [(hertz, size, fading * ring * 0.55) for hertz, size, fading in COIN]
        laid(out, struck(0.26, coin), at, 0.5 * loud)
        laid(out, struck(0.14, WOOD), at, 0.8 * loud)
        laid(out, _click(f"laid {at}", 4200, 0.003), at, 0.5 * loud)
    return low(out, 9500)


def coin_taken() -> Sound:
    """Return a coin that is slid off the wood and closed into a hand: a scrape that rises, a ring cut short."""
    out = silence(0.40)
    rub = mixed((noise(0.2, "rub"), 0.5), (_grains(0.2, 1500, "edge"), 0.9))
    scrape = mixed((band(rub, 2500, 2.0), 0.8), (band(rub, 5200, 3.0), 0.5), (band(rub, 480, 1.6), 0.8))
    laid(out, shaped(scrape, lambda share: share**1.4 * swell(0.1, 0.08)(share)), 0.0, 1.0)
    laid(out, struck(0.12, [(hertz * 1.03, size, fading * 0.22) for hertz, size, fading in COIN]), 0.2, 0.4)
    laid(out, struck(0.14, [(178, 1.0, 0.08), (305, 0.5, 0.05)]), 0.205, 0.5)
    return low(out, 8000)


CHINA: tuple[Mode, ...] = (
    (1164, 0.5, 0.34), (2291, 0.42, 0.28), (3438, 0.28, 0.2), (5120, 0.18, 0.13), (6890, 0.08, 0.09), (702, 0.22, 0.12),
)


def cup() -> Sound:
    """Return a cup that is set on its saucer: its rim finds the hollow in three touches."""
    out = silence(0.6)
    for at, loud, tuned in ((0.0, 0.5, 1.0), (0.048, 1.0, 0.985), (0.091, 0.32, 1.012), (0.119, 0.14, 1.0)):
        laid(out, struck(0.44, [(hertz * tuned, size, fading * 0.8) for hertz, size, fading in CHINA]), at, 0.6 * loud)
        laid(out, struck(0.1, WOOD), at, 0.3 * loud)
        laid(out, _click(f"china {at}", 3000, 0.004), at, 0.4 * loud)
    return low(in_a_room(out, 0.25, 0.12), 8500)


def _brass(hertz: float, fading: float) -> list[Mode]:
    """Return a small bell; its partials in pairs that lie close, so that it shimmers."""
    parts = ((0.5, 0.2, 1.2), (1.0, 1.0, 1.0), (1.006, 0.5, 0.95), (2.41, 0.45, 0.55), (2.43, 0.2, 0.5), (4.05, 0.2, 0.3), (5.9, 0.08, 0.18))
    return [(hertz * share, loud, fading * last) for share, loud, last in parts]


def door() -> Sound:
    """Return the bell on a spring above a shop door: it is struck, swings back, and is struck more softly."""
    out = silence(1.1)
    for at, loud in ((0.0, 1.0), (0.13, 0.5), (0.245, 0.62), (0.39, 0.2)):
        laid(out, struck(0.9, _brass(1730, 0.85)), at, loud * 0.4)
        laid(out, _click(f"clapper {at}", 3500, 0.003), at, loud * 0.4)
    laid(out, struck(0.2, [(118, 1.0, 0.16), (205, 0.5, 0.1)]), 0.0, 0.35)
    return shaped(low(in_a_room(out, 0.5, 0.16), 8000), swell(0.0, 0.3))


def bell() -> Sound:
    """Return the bell of a meeting room, struck once."""
    out = silence(1.7)
    laid(out, struck(1.7, _brass(1046.5, 1.7)), 0.0, 0.5)
    laid(out, _click("clapper", 2600, 0.004), 0.0, 0.5)
    return shaped(low(in_a_room(out, 0.6, 0.14), 7000), swell(0.0, 0.35))


def till() -> Sound:
    """Return an old till: a key goes down, the wheels turn, the drawer runs out against its stop, a small bell."""
    out = silence(0.9)
    laid(out, struck(0.14, [(260, 1.0, 0.07), (540, 0.6, 0.05), (1310, 0.3, 0.03)]), 0.0, 0.7)
    laid(out, _click("key", 2400, 0.006), 0.0, 0.9)
    for number in range(4):
        laid(out, struck(0.05, [(1900 + 120 * number, 0.5, 0.018), (3300, 0.3, 0.012)]), 0.055 + 0.027 * number, 0.35)
        laid(out, _click(f"wheel {number}", 3600, 0.003), 0.055 + 0.027 * number, 0.5)
    run = mixed((band(noise(0.16, "drawer"), 620, 1.2), 1.0), (band(_grains(0.16, 800, "rails"), 1500, 1.0), 1.2))
    laid(out, shaped(run, lambda share: 0.25 + 0.75 * share), 0.17, 0.3)
    laid(out, struck(0.2, [(138, 1.0, 0.12), (231, 0.7, 0.09), (470, 0.3, 0.06)]), 0.33, 0.9)
    laid(out, struck(0.55, _brass(2093, 0.55)), 0.335, 0.22)
    return shaped(low(in_a_room(out, 0.3, 0.1), 8000), swell(0.0, 0.2))


def chair() -> Sound:
    """Return a chair that is moved back: four feet that stick and slip on boards, and the last of them comes to rest."""
    length = 0.5
    lots = random.Random("feet")
    slips = silence(length)
    for foot in range(3):
        phase = foot / 3
        for index in range(len(slips)):
            share = index / len(slips)
            phase += (58 + 26 * foot + 46 * math.sin(math.pi * min(1.0, share * 1.25)) + lots.uniform(-16, 16)) / RATE
            if phase >= 1:
                phase -= 1
                slips[index] += lots.uniform(0.3, 1.0)
    rub = mixed((slips, 1.0), (noise(length, "boards"), 0.03))
    body = mixed(
        (band(rub, 196, 5), 1.2), (band(rub, 342, 6), 1.0), (band(rub, 574, 7), 0.7), (band(rub, 905, 7), 0.35),
        (band(rub, 1420, 6), 0.16),
    )
    out = shaped(body, lambda share: swell(0.22, 0.3)(min(1.0, share * 1.2)) * (0.75 + 0.25 * math.sin(21 * share)))
    laid(out, struck(0.12, [(104, 1.0, 0.09), (188, 0.6, 0.07)]), 0.37, 0.10)
    return low(in_a_room(out, 0.35, 0.15), 2600)


EFFECTS: dict[str, tuple[Callable[[], Sound], float]] = {
    # name: how it is made, and how loud it is, in LUFS over its loudest 0.4 seconds
    "paper": (paper, -30.0),
    "pencil": (pencil, -29.0),
    "bean": (bean, -31.0),
    "bean-lost": (bean_lost, -29.0),
    "coin-laid": (coin_laid, -29.0),
    "coin-taken": (coin_taken, -29.0),
    "cup": (cup, -28.0),
    "door": (door, -28.0),
    "bell": (bell, -25.0),
    "till": (till, -27.0),
    "chair": (chair, -28.0),
}
"""All stay well under -18 LUFS, however far the volume is turned up."""


def made(name: str) -> Sound:
    """Return one of the effects as it is heard at full volume, with soft ends so that nothing clicks.

    Raises:
        KeyError: there is none of that name.
    """
    recipe, lufs = EFFECTS[name]
    sound = high(recipe(), 70)
    ease = samples(0.004)
    for index in range(ease):
        sound[-1 - index] *= index / ease
    return levelled(sound, lufs)
