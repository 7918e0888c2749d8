"""A small source of chance that depends on nothing but its seed: the core may not import `random`."""

from __future__ import annotations

from collections.abc import Iterator

_BITS = (1 << 64) - 1


def numbers(seed: int) -> Iterator[int]:
    """Yield whole numbers from 0 below 2**64, the same ones for the same seed on every machine.

    Source: splitmix64, Steele, Lea & Flood, "Fast splittable pseudorandom number generators", 2014.
    """
    state = seed & _BITS
    while True:
        state = (state + 0x9E3779B97F4A7C15) & _BITS
        mixed = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & _BITS
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & _BITS
        yield mixed ^ (mixed >> 31)
