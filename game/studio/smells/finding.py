"""What the rules say: a smell, and what an author's `allow:` makes of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule found in one place."""

    where: str
    """The id of a scene, an ending or a choice; empty for the scenario as a whole."""
    message: str
    """One clause that stands alone: what is odd, with the figure."""
    help: str
    """What to do about it."""


@dataclass(frozen=True, slots=True)
class Smell:
    """A finding, and the rule that made it."""

    code: str
    """From CF601; `docs/diagnostics/` has a page for each."""
    name: str
    where: str
    """The id of a scene, an ending or a choice; empty for the scenario as a whole."""
    message: str
    help: str

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of `allow:` that set it aside, the narrowest first."""
        here = (f"{self.name}@{self.where}", f"{self.code}@{self.where}") if self.where else ()
        return (*here, self.name, self.code)


@dataclass(frozen=True, slots=True)
class Sorted:
    """Smells, parted by what the author meant."""

    kept: tuple[Smell, ...]
    set_aside: tuple[tuple[Smell, str], ...]
    """Each with the author's reason."""
    unused: tuple[str, ...]
    """Keys of `allow:` that are keys of smells, and for which nothing was found."""
