"""Sounds made of arithmetic alone: noise, resonances, filters and rooms, as lists of numbers from -1 to 1.

Everything that is drawn by lot comes from a seeded generator, so that a sound is the same whenever it is made. A loop
is made *round*: what rings over its end is heard at its beginning, and filters have run through it once before.
"""

from __future__ import annotations

import math
import random
import wave
from array import array
from collections.abc import Callable, Sequence
from pathlib import Path

RATE = 32_000
"""Samples a second: nothing here lies above 14 kHz, and the files are a quarter smaller than at 44,100."""

Sound = list[float]
Mode = tuple[float, float, float]
"""One resonance of a struck thing: Hz, loudness, and seconds until it has died away to a thousandth."""


def samples(seconds: float) -> int:
    """Return how many samples so many seconds have."""
    return round(seconds * RATE)


def silence(seconds: float) -> Sound:
    """Return nothing, so long."""
    return [0.0] * samples(seconds)


def noise(seconds: float, seed: str) -> Sound:
    """Return white noise."""
    draw = random.Random(seed).uniform
    return [draw(-1, 1) for _ in range(samples(seconds))]


def struck(seconds: float, modes: Sequence[Mode]) -> Sound:
    """Return a thing that is struck once: each of its resonances dying away by itself."""
    out = silence(seconds)
    for hertz, loud, fading in modes:
        step = 2 * math.pi * hertz / RATE
        shrink = 0.001 ** (1 / (fading * RATE))
        # two numbers turn round each other: a sine that fades, without asking for a sine each time
        real, imaginary = loud, 0.0
        cos, sin = math.cos(step) * shrink, math.sin(step) * shrink
        for index in range(len(out)):
            out[index] += imaginary
            real, imaginary = real * cos - imaginary * sin, real * sin + imaginary * cos
    return out


def hum(seconds: float, partials: Sequence[tuple[float, float]]) -> Sound:
    """Return a steady hum of some (Hz, loudness); in whole turns, so that its end meets its beginning."""
    out = silence(seconds)
    for number, (hertz, loud) in enumerate(partials):
        turns = round(hertz * seconds)
        step = 2 * math.pi * turns / len(out)
        for index in range(len(out)):
            out[index] += loud * math.sin(step * index + number * 2.4)
    return out


# ---------------------------------------------------------------- filters


def _filtered(sound: Sound, b0: float, b1: float, b2: float, a1: float, a2: float, round_: bool) -> Sound:
    x1 = x2 = y1 = y2 = 0.0
    out: Sound = []
    for turn in range(2 if round_ else 1):
        out = []
        for x in sound if turn or not round_ else sound[-samples(2.0) :]:
            y = b0 * x + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2
            x2, x1, y2, y1 = x1, x, y1, y
            out.append(y)
    return out


def _corner(hertz: float, q: float) -> tuple[float, float]:
    turn = 2 * math.pi * hertz / RATE
    return math.cos(turn), math.sin(turn) / (2 * q)


def low(sound: Sound, hertz: float, q: float = 0.707, *, round_: bool = False) -> Sound:
    """Return what lies below a frequency. Source: R. Bristow-Johnson, Audio EQ Cookbook."""
    cos, alpha = _corner(hertz, q)
    whole = 1 + alpha
    half = (1 - cos) / 2 / whole
    return _filtered(sound, half, 2 * half, half, -2 * cos / whole, (1 - alpha) / whole, round_)


def high(sound: Sound, hertz: float, q: float = 0.707, *, round_: bool = False) -> Sound:
    """Return what lies above a frequency. Source: as `low`."""
    cos, alpha = _corner(hertz, q)
    whole = 1 + alpha
    half = (1 + cos) / 2 / whole
    return _filtered(sound, half, -2 * half, half, -2 * cos / whole, (1 - alpha) / whole, round_)


def band(sound: Sound, hertz: float, q: float, *, round_: bool = False) -> Sound:
    """Return what lies around a frequency, the narrower the greater `q`. Source: as `low`."""
    cos, alpha = _corner(hertz, q)
    whole = 1 + alpha
    return _filtered(sound, alpha / whole, 0.0, -alpha / whole, -2 * cos / whole, (1 - alpha) / whole, round_)


# ---------------------------------------------------------------- putting together


def times(sound: Sound, factor: float) -> Sound:
    """Return it louder or softer."""
    return [value * factor for value in sound]


def shaped(sound: Sound, curve: Callable[[float], float]) -> Sound:
    """Return a sound whose loudness follows a curve over its share from 0 to 1."""
    last = max(1, len(sound) - 1)
    return [value * curve(index / last) for index, value in enumerate(sound)]


def swell(rise: float, fall: float) -> Callable[[float], float]:
    """Return a curve that rises over a share, and falls over another, smoothly at both ends."""

    def curve(share: float) -> float:
        up = min(1.0, share / rise) if rise else 1.0
        down = min(1.0, (1 - share) / fall) if fall else 1.0
        return math.sin(up * math.pi / 2) ** 2 * math.sin(down * math.pi / 2) ** 2

    return curve


def laid(onto: Sound, sound: Sequence[float], at: float, loud: float = 1.0, *, round_: bool = False) -> None:
    """Lay one sound onto another from a second on; what goes over the end is cut, or begins again where it is round."""
    start, length = samples(at), len(onto)
    for index, value in enumerate(sound, start):
        if index < length:
            onto[index] += value * loud
        elif round_:
            onto[index % length] += value * loud
        else:
            break


def mixed(*parts: tuple[Sound, float]) -> Sound:
    """Return some sounds together, each with its loudness; as long as the longest."""
    out = [0.0] * max(len(sound) for sound, _ in parts)
    for sound, loud in parts:
        laid(out, sound, 0.0, loud)
    return out


def in_a_room(sound: Sound, seconds: float, wet: float, *, round_: bool = False) -> Sound:
    """Return a sound with the echo of a room that dies away in so many seconds; `wet` is how much of it is echo.

    Source: M. R. Schroeder, Natural sounding artificial reverberation, 1962: four combs and two all-passes.
    """
    dull = low(sound, 3200, round_=round_)
    echo = [0.0] * len(sound)
    for delay in (0.0297, 0.0371, 0.0411, 0.0437):
        laid(echo, _comb(dull, samples(delay), 0.001 ** (delay / seconds), round_), 0.0, 0.25)
    for delay in (0.005, 0.0017):
        echo = _all_pass(echo, samples(delay), 0.7, round_)
    return mixed((sound, 1 - wet), (echo, wet))


def _comb(sound: Sound, delay: int, back: float, round_: bool) -> Sound:
    line, out = [0.0] * delay, []
    for turn in range(2 if round_ else 1):
        out = []
        for index, value in enumerate(sound):
            place = index % delay if not turn else (index + len(sound)) % delay
            heard = line[place]
            line[place] = value + heard * back
            out.append(heard)
    return out


def _all_pass(sound: Sound, delay: int, by: float, round_: bool) -> Sound:
    line, out = [0.0] * delay, []
    for turn in range(2 if round_ else 1):
        out = []
        for index, value in enumerate(sound):
            place = index % delay if not turn else (index + len(sound)) % delay
            held = line[place]
            new = value + held * by
            line[place] = new
            out.append(held - by * new)
    return out


# ---------------------------------------------------------------- loudness


def loudness(sound: Sound) -> float:
    """Return how loud a sound is, in LUFS; of a short one its loudest 0.4 seconds, the rest taken for silence.

    Source: Recommendation ITU-R BS.1770-4: a shelf for the head, a high-pass, and the mean of the squares.
    """
    heard = _filtered(_shelf(sound), *_head_high_pass(), False)
    block = samples(0.4)
    if len(heard) < 12 * block:
        mean = max(sum(value * value for value in heard[at : at + block]) / block for at in range(0, max(1, len(heard) - block), samples(0.1)))
    else:
        mean = sum(value * value for value in heard) / len(heard)
    return -0.691 + 10 * math.log10(max(mean, 1e-12))


def _shelf(sound: Sound) -> Sound:
    gain, turn = 10 ** (3.999843853973347 / 20), math.tan(math.pi * 1681.974450955533 / RATE)
    middle, q = gain**0.4996667741545416, 0.7071752369554196
    whole = 1 + turn / q + turn * turn
    return _filtered(
        sound, (gain + middle * turn / q + turn * turn) / whole, 2 * (turn * turn - gain) / whole,
        (gain - middle * turn / q + turn * turn) / whole, 2 * (turn * turn - 1) / whole, (1 - turn / q + turn * turn) / whole, False,
    )


def _head_high_pass() -> tuple[float, float, float, float, float]:
    turn, q = math.tan(math.pi * 38.13547087602444 / RATE), 0.5003270373238773
    whole = 1 + turn / q + turn * turn
    return 1.0, -2.0, 1.0, 2 * (turn * turn - 1) / whole, (1 - turn / q + turn * turn) / whole


def levelled(sound: Sound, lufs: float, *, peak: float = 0.42) -> Sound:
    """Return a sound as loud as is asked, or as loud as its highest peak allows."""
    factor = 10 ** ((lufs - loudness(sound)) / 20)
    highest = max(abs(value) for value in sound)
    return times(sound, min(factor, peak / highest))


# ---------------------------------------------------------------- files


def as_steps(sound: Sound) -> array[int]:
    """Return the 16 bit steps of a sound."""
    return array("h", (max(-32767, min(32767, round(value * 32767))) for value in sound))


def write_wave(path: Path, sound: Sound) -> None:
    """Write a sound as a WAV file: one channel, 16 bit."""
    steps = as_steps(sound)
    if array("h", [1]).tobytes()[0] == 0:
        steps.byteswap()  # the file is little-endian on every machine
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(steps.tobytes())
