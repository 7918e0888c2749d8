"""The sounds that go along with the window, as the settings ask for them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from game.records.settings import Settings
from game.stage.outline import Node, Role
from game.stage.sound import tones
from game.stage.sound.captions import strip
from game.stage.sound.cues import Cue, Heard, going_on, heard_of, in_words, sounds_for, timed
from game.stage.sound.speaker import Speaker, Tone

if TYPE_CHECKING:
    from game.stage.components import Desk
    from game.stage.input import Pointer
    from game.stage.page import Mark, Page
    from game.stage.screens import Screen

READING = 4.0
"""Seconds for which a caption stays, unless another page is shown before."""


class SoundCompanion:
    """Hears what a page brings: plays it where the settings want sound, tells it where they want captions."""

    def __init__(
        self, folder: Path, settings: Callable[[], Settings], *, quiet: Callable[[], bool] = lambda: False,
        own: Callable[[], Path | None] = lambda: None, awake: Callable[[], bool] = lambda: True,
    ) -> None:
        """Go along.

        Args:
            folder: of the game's own sounds.
            settings: as they are now.
            quiet: whether this is no time for sounds: a workshop that did not ask for them.
            own: the folder of the sounds that the author of the scenario brought, which need not exist.
            awake: whether the window is looked at; while it is not, places are silent.
        """
        self.speaker = Speaker(folder)
        self.fresh = False
        self.told: tuple[str, ...] = ()
        """The sounds that are told at present, in words, whether or not captions are wanted."""
        self.played: tuple[Cue, ...] = ()
        """What belongs to the page that was shown last."""
        self._folder, self._settings, self._quiet, self._own, self._awake = folder, settings, quiet, own, awake
        self._before: Heard | None = None
        self._screen: Screen | None = None
        self._tone = ""
        self._due: tuple[tuple[float, Cue], ...] = ()
        self._began = self._until = 0.0
        self._new = False
        self._known: Settings | None = None
        self._slept = False

    # -------------------------------------------------------- what was shown

    def shown(self, screen: Screen, page: Page) -> None:
        """Take in what a page brings."""
        heard = going_on(self._before, heard_of(screen))
        if self._before is not None and heard.page == self._before.page:
            return
        cues = sounds_for(self._before, heard)
        self._before, self._screen = heard, screen  # held, so that the next screen is not taken for it
        tone, own = self._tone_of(heard)
        words = (tones.in_words(tones.tone_of(heard.place), own=own),) if tone and tone != self._tone else ()
        self._tone = tone
        self.played, self._due, self._new = cues, timed(cues), True
        told = () if self._quiet() else (*words, *in_words(cues))
        self.fresh = self.fresh or (self._settings().captions and told != self.told)
        self.told = told
        self._listen()

    def _tone_of(self, heard: Heard) -> tuple[str, bool]:
        """Return the name of a tone, and whether an author brought it."""
        from game.authoring.sounds import tone_for

        brought = tone_for(self._own(), heard.place, heard.light) if heard.place else None
        return (str(brought), True) if brought is not None else (tones.tone_of(heard.place), False)

    # -------------------------------------------------------- playing

    def _listen(self) -> None:
        """Have the speaker do what the settings ask for now."""
        settings = self._known = self._settings()
        effects, place = settings.volume_effects / 100, settings.volume_place / 100
        if not settings.sound or self._quiet() or not (effects or place):
            self._due = ()
            self.speaker.off()
            return
        self.speaker.volumes(effects, place)
        wanted = self._tone if place and self._awake() else ""
        self.speaker.place(self._read(wanted) if wanted else None)

    def _read(self, tone: str) -> Tone:
        if tone in tones.TONES:
            return tone, (self._folder / "places" / f"{tone}.ogg").read_bytes
        return tone, lambda: _brought(Path(tone))

    def tick(self, now: float) -> tuple[str, ...]:
        """Play what is due, and take captions away after a while; it presses no keys."""
        if self._new:
            self._began, self._until, self._new = now, now + READING, False
        if self._settings() is not self._known or self._slept is self._awake():
            before = self._known
            captions = before is not None and before.captions
            self._slept = not self._awake()
            self._listen()
            if before is not None and before.volume_effects != self._settings().volume_effects:
                self._due = (*self._due, (0.0, Cue.EARNED)) if self._settings().sound and not self._quiet() else ()
            self.fresh = self.fresh or captions is not self._settings().captions
        while self._due and now - self._began >= self._due[0][0]:
            self.speaker.play(self._due[0][1])
            self._due = self._due[1:]
        if self.told and now >= self._until:
            self.fresh = self.fresh or self._settings().captions
            self.told = ()
        return ()

    # -------------------------------------------------------- in words

    def marks(self, page: Page, desk: Desk) -> tuple[Mark, ...]:
        """Return the captions, if they are wanted."""
        self.fresh = False
        return strip(desk, page, self.told) if self._settings().captions else ()

    def status(self) -> tuple[Node, ...]:
        """Return the captions for whoever reads the outline, if they are wanted."""
        return tuple(Node(Role.STATUS, each) for each in self.told) if self._settings().captions else ()

    def takes(self, happened: str | Pointer) -> bool:
        """Take no key: mute and volume are settings."""
        return False

    def close(self) -> None:
        """Fall silent."""
        self.speaker.close()


def _brought(path: Path) -> bytes | None:
    from game.authoring.sounds import sound

    found = sound(path)
    return found if isinstance(found, bytes) else None
