"""Room tones: what a place sounds like while nobody speaks. Loops of twenty seconds, made round so that no seam is heard."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence

from scripts.effects import CHINA, COIN
from scripts.synthesis import (
    Mode,
    Sound,
    band,
    high,
    hum,
    in_a_room,
    laid,
    levelled,
    low,
    mixed,
    noise,
    silence,
    struck,
)

SECONDS = 20.0
LUFS = -28.0
"""At the usual volume of one half they are heard at -34."""


def _air(seed: str, corner: float) -> Sound:
    """Return the air of a closed room: low, even, without an edge."""
    return low(low(noise(SECONDS, seed), corner, round_=True), corner * 1.4, round_=True)


def _breathing(sound: Sound, turns: Sequence[tuple[int, float]]) -> Sound:
    """Return a sound that comes and goes in whole turns of the loop."""
    last = len(sound)
    return [
        value * (1 + sum(deep * math.sin(2 * math.pi * turn * index / last + turn) for turn, deep in turns))
        for index, value in enumerate(sound)
    ]


def _scattered(sounds: Sequence[Sound], count: int, seed: str, *, least: float = 0.3) -> Sound:
    """Return some sounds laid into the loop at random, each with another loudness; no two at once."""
    out, lots = silence(SECONDS), random.Random(seed)
    share = SECONDS / count
    for number in range(count):
        at = number * share + lots.uniform(0.1, 0.9) * share * 0.9
        laid(out, lots.choice(sounds), at, lots.uniform(least, 1.0), round_=True)
    return out


def _spoon(seed: int) -> Sound:
    """Return a spoon that goes round in a cup some tables away."""
    lots, out = random.Random(seed), silence(1.0)
    at = 0.0
    for _ in range(lots.randint(2, 4)):
        modes: list[Mode] = [(hertz * lots.uniform(0.97, 1.04), loud, fading * 0.6) for hertz, loud, fading in CHINA[:5]]
        laid(out, struck(0.3, modes), at, lots.uniform(0.3, 1.0))
        at += lots.uniform(0.11, 0.2)
    return out


def _tray(seed: int) -> Sound:
    """Return a tray that is pushed into an oven: sheet metal, damped."""
    lots = random.Random(seed)
    modes: list[Mode] = [(hertz * lots.uniform(0.95, 1.05), 0.4, fading) for hertz, fading in ((187, 0.3), (311, 0.25), (523, 0.2), (1210, 0.12))]
    out = silence(0.8)
    laid(out, struck(0.5, modes), 0.0)
    laid(out, struck(0.3, modes), 0.16, 0.5)
    return out


def _murmur(seed: str, voices: int) -> Sound:
    """Return people who talk far off in a large room: vowels without words, each voice with its own rhythm."""
    lots, out = random.Random(seed), silence(SECONDS)
    for _ in range(voices):
        pitch = lots.choice((104, 118, 132, 176, 196, 211))
        at = lots.uniform(0, 3)
        while at < SECONDS:
            length = lots.uniform(0.09, 0.26)
            tune = pitch * lots.uniform(0.92, 1.1)
            first, second = lots.uniform(330, 700), lots.uniform(850, 1700)
            partials = [
                (tune * n, 1 / n / (1 + ((tune * n - first) / 160) ** 2) + 0.35 / n / (1 + ((tune * n - second) / 240) ** 2))
                for n in range(1, 10)
            ]
            count = int(length * 32_000)
            syllable = [0.0] * count
            for hertz, loud in partials:
                step = 2 * math.pi * hertz / 32_000
                for index in range(count):
                    syllable[index] += loud * math.sin(step * index)
            eased = [value * math.sin(math.pi * index / count) ** 2 for index, value in enumerate(syllable)]
            laid(out, eased, at % SECONDS, lots.uniform(0.3, 1.0), round_=True)
            at += length * lots.uniform(1.0, 1.5) + (lots.uniform(0.4, 2.4) if lots.random() < 0.16 else 0.0)
    return low(out, 1500, round_=True)


def _clock() -> Sound:
    """Return a kitchen clock: forty ticks in the loop, every other a little lower."""
    out = silence(SECONDS)
    for number in range(40):
        tuned = 1.0 if number % 2 else 0.93
        tick = struck(0.05, [(2350 * tuned, 0.5, 0.016), (3900 * tuned, 0.25, 0.01), (720, 0.3, 0.02)])
        laid(out, tick, number * 0.5, 1.0)
    return out


def _bird(seed: int) -> Sound:
    """Return one call of a small bird: three to five short whistles that bend."""
    lots, out = random.Random(seed), silence(1.4)
    at, base = 0.0, lots.uniform(2600, 3900)
    for _ in range(lots.randint(3, 5)):
        length, bend = lots.uniform(0.05, 0.11), lots.uniform(-0.25, 0.2)
        count, turn = int(length * 32_000), 0.0
        whistle = []
        for index in range(count):
            share = index / count
            turn += 2 * math.pi * base * (1 + bend * share) / 32_000
            whistle.append(math.sin(turn) * math.sin(math.pi * share) ** 2)
        laid(out, whistle, at, lots.uniform(0.5, 1.0))
        at += length + lots.uniform(0.05, 0.12)
    return out


def _passing(seed: int) -> Sound:
    """Return a car that passes a street away: a wash that rises and falls."""
    wash = mixed((band(noise(6.0, f"car {seed}"), 240 + 40 * seed, 0.8), 1.0), (band(noise(6.0, f"tyres {seed}"), 900, 0.7), 0.3))
    last = len(wash)
    return [value * math.sin(math.pi * index / last) ** 3 for index, value in enumerate(wash)]


# ---------------------------------------------------------------- the places


def bakery() -> Sound:
    """Return the oven's hum, its fan, a tray now and then, spoons."""
    oven = hum(SECONDS, ((60, 0.6), (120, 0.5), (180, 0.16), (240, 0.1), (360, 0.04)))
    fan = _breathing(band(noise(SECONDS, "oven fan"), 340, 0.5, round_=True), ((3, 0.12), (7, 0.06)))
    things = mixed(
        (_scattered([_spoon(n) for n in range(4)], 5, "spoons"), 0.5), (_scattered([_tray(n) for n in range(3)], 3, "trays"), 0.5),
        (_murmur("counter", 2), 0.035),
    )
    return mixed((oven, 0.10), (low(fan, 1200, round_=True), 0.45), (low(in_a_room(things, 0.6, 0.4, round_=True), 3400, round_=True), 0.30))


def cafe() -> Sound:
    """Return a coffee shop: talk at other tables, cups, the machine's pump for a moment."""
    steam = silence(SECONDS)
    hiss = band(noise(2.6, "steam"), 3100, 0.8)
    laid(steam, [value * math.sin(math.pi * index / len(hiss)) ** 2 for index, value in enumerate(hiss)], 11.0, round_=True)
    things = mixed((_scattered([_spoon(n + 9) for n in range(5)], 8, "cups"), 0.5), (_murmur("tables", 5), 0.11), (steam, 0.12))
    room = _air("cafe air", 420)
    return mixed((room, 0.5), (low(in_a_room(things, 0.7, 0.45, round_=True), 3800, round_=True), 0.16))


def strip_light() -> Sound:
    """Return a strip light, its ballast, and air behind a door."""
    light = hum(SECONDS, ((120, 0.7), (240, 0.42), (360, 0.2), (480, 0.12), (720, 0.06), (1080, 0.03), (2160, 0.012)))
    buzz = _breathing(high(band(noise(SECONDS, "ballast"), 2900, 2.0, round_=True), 1200, round_=True), ((31, 0.3), (47, 0.2)))
    return mixed((_breathing(light, ((1, 0.06), (5, 0.05))), 0.16), (buzz, 0.03), (_air("office air", 260), 0.7))


def kitchen() -> Sound:
    """Return a kitchen at home: the refrigerator, and the clock above the door."""
    cold = hum(SECONDS, ((58, 0.7), (116, 0.5), (174, 0.2), (232, 0.14), (290, 0.06)))
    compressor = _breathing(band(noise(SECONDS, "compressor"), 210, 0.9, round_=True), ((11, 0.2), (17, 0.12)))
    clock = low(in_a_room(_clock(), 0.4, 0.35, round_=True), 3500, round_=True)
    return mixed((cold, 0.13), (low(compressor, 1400, round_=True), 0.42), (clock, 0.26))


def hall() -> Sound:
    """Return a large room with people in it, who talk in twos and threes."""
    talk = mixed((_murmur("hall one", 6), 0.14), (_scattered([_spoon(n + 20) for n in range(3)], 3, "plates"), 0.2))
    return mixed((_air("hall air", 320), 0.6), (low(in_a_room(talk, 1.6, 0.62, round_=True), 2600, round_=True), 0.5))


def empty_hall() -> Sound:
    """Return a large room after everybody has left: its ventilation, and something that ticks as it cools."""
    duct = _breathing(band(noise(SECONDS, "duct"), 150, 0.7, round_=True), ((2, 0.15), (3, 0.1)))
    ticks = _scattered([struck(0.2, [(640, 0.5, 0.05), (1250, 0.3, 0.04)])], 4, "cooling")
    return mixed((low(duct, 1100, round_=True), 0.8), (hum(SECONDS, ((60, 0.5), (120, 0.3))), 0.06), (in_a_room(ticks, 1.8, 0.7, round_=True), 0.3))


def street() -> Sound:
    """Return a street: far traffic, and three cars a block away."""
    far = _breathing(low(band(noise(SECONDS, "town"), 130, 0.5, round_=True), 700, round_=True), ((1, 0.25), (2, 0.15)))
    cars = silence(SECONDS)
    for number, at in enumerate((1.5, 8.0, 14.2)):
        laid(cars, _passing(number), at, (0.9, 0.6, 1.0)[number], round_=True)
    return mixed((far, 0.8), (low(cars, 1900, round_=True), 0.5), (high(_air("wind", 1800), 500, round_=True), 0.05))


def garden() -> Sound:
    """Return a garden by day: leaves, and birds that answer each other."""
    leaves = _breathing(band(noise(SECONDS, "leaves"), 1900, 0.5, round_=True), ((2, 0.4), (3, 0.25), (5, 0.15)))
    birds = _scattered([_bird(n) for n in range(6)], 7, "birds", least=0.2)
    return mixed((low(leaves, 3200, round_=True), 0.14), (low(noise(SECONDS, "far"), 240, round_=True), 0.5), (in_a_room(birds, 0.9, 0.5, round_=True), 0.07))


def bedroom() -> Sound:
    """Return a quiet room at night or at dawn: almost nothing, and a clock in the next."""
    clock = low(in_a_room(_clock(), 0.5, 0.6, round_=True), 1400, round_=True)
    return mixed((_air("night", 190), 1.0), (hum(SECONDS, ((60, 0.5), (120, 0.2))), 0.02), (clock, 0.12))


def desk() -> Sound:
    """Return the fan of a computer, and the room around it."""
    fan = hum(SECONDS, ((92, 0.5), (184, 0.3), (276, 0.16), (552, 0.07)))
    blades = _breathing(band(noise(SECONDS, "blades"), 640, 0.7, round_=True), ((9, 0.08), (13, 0.06)))
    return mixed((fan, 0.06), (low(blades, 2600, round_=True), 0.4), (_air("desk air", 300), 0.5))


def warehouse() -> Sound:
    """Return a warehouse: the big fan under the roof, a chain, a barrow far off."""
    fan = _breathing(low(noise(SECONDS, "roof fan"), 300, round_=True), ((37, 0.35), (2, 0.1)))
    chain = [(hertz * 0.6, loud, fading * 0.5) for hertz, loud, fading in COIN]
    things = _scattered([struck(0.4, chain), _tray(31), _tray(32)], 5, "chain")
    return mixed((fan, 0.8), (hum(SECONDS, ((60, 0.6), (120, 0.4), (180, 0.1))), 0.07), (low(in_a_room(things, 2.2, 0.75, round_=True), 2600, round_=True), 0.16))


TONES: dict[str, Callable[[], Sound]] = {
    "bakery": bakery, "cafe": cafe, "strip-light": strip_light, "kitchen": kitchen, "hall": hall, "empty-hall": empty_hall,
    "street": street, "garden": garden, "bedroom": bedroom, "desk": desk, "warehouse": warehouse,
}


def made(name: str) -> Sound:
    """Return one of the room tones.

    Raises:
        KeyError: there is none of that name.
    """
    return levelled(high(TONES[name](), 45, round_=True), LUFS)
