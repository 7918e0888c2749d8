"""Who speaks in which voice: the narrator in the first, each person in one of their own as far as there are enough."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b


class Casting:
    """Gives out voices; a person has the same one in every play, unless somebody in it has it already."""

    def __init__(self, voices: Sequence[str]) -> None:
        self.voices = tuple(voices)
        self._given: dict[str, str] = {}

    def voice(self, speaker: str) -> str:
        """Return a person's voice; the narrator's for nobody, and where there is only one."""
        narrator, *others = self.voices or ("",)
        if not speaker or not others:
            return narrator
        if speaker not in self._given:
            first = int.from_bytes(blake2b(speaker.encode(), digest_size=4).digest(), "big") % len(others)
            order = [*others[first:], *others[:first]]
            taken = set(self._given.values())
            self._given[speaker] = next((voice for voice in order if voice not in taken), order[0])
        return self._given[speaker]
