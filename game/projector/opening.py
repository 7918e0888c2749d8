"""Wires a room: the scenario, the record on the disk, the server for the phones, and the window of the projector."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game import resources
from game.language import _
from game.room.setup import Manner, setup_for

if TYPE_CHECKING:
    from game.projector.director import RoomDirector
    from game.records.rooms import Chronicle
    from game.room.chronicled import Room
    from game.room.hall import Command, Hall
    from game.room.server import RoomServer
    from game.room.wifi import Wifi
    from game.stage.app import App
    from game.story.analysis import Analysis
    from game.story.model import Scenario


@dataclass(frozen=True, slots=True)
class Wanted:
    """How a room is asked for."""

    manner: Manner = field(default_factory=Manner)
    anew: bool = False
    """Whether a room that was left open is passed over."""
    rehearse: int = 0
    """How many simulated people fill the room; nothing of it is kept."""
    host: str = "0.0.0.0"
    port: int = 0
    """0 for the usual one, or the next that is free."""
    wifi: Wifi | None = None
    minutes: int = 0
    """How long the facilitator has; 0 for as long as the scenario says."""
    size: tuple[int, int] = (1280, 720)
    seed: int | None = None


class Unplayable(Exception):
    """The scenario cannot be played; the message says why, in as many lines as it takes."""


class OpenRoom:
    """Everything that is open while a room is held; close it in the end."""

    def __init__(self, path: Path, wanted: Wanted) -> None:
        """Open the record, the hall and the server.

        Raises:
            Unplayable: the scenario cannot be played.
        """
        self.scenario = _scenario(path)
        self.wanted = wanted
        self.notices: list[str] = []
        self.chronicle: Chronicle | None = None if wanted.rehearse else self._opened_chronicle()
        self.room, self.went_on = self._room(path)
        self.hall: Hall = self._hall()
        self.director: RoomDirector | None = None
        self.server: RoomServer | None = self._served()
        self.director = self._directed(path)
        gc.collect()
        gc.freeze()  # what is open now stays: the collector need not look through it while phones join
        self._crowd: Any = None

    # -------------------------------------------------------- opening

    def _opened_chronicle(self) -> Chronicle | None:
        from game.records.places import places
        from game.records.rooms import Chronicle, ChronicleUnavailable

        try:
            return Chronicle(places().data / "rooms.db")
        except ChronicleUnavailable as unavailable:
            self.notices.append(_("This room is not kept, and a power cut would end it: {reason}", reason=unavailable))
            return None

    def _room(self, path: Path) -> tuple[Room, bool]:
        from game.room import chronicled
        from game.room.chronicled import Room
        from game.room.identity import new_word
        from game.room.machine import begin

        now, wanted = time.time(), self.wanted
        if self.chronicle is not None and not wanted.anew:
            found = chronicled.left_open(self.chronicle, self.scenario, at=now)
            if found is not None:
                return found, True
        setup = setup_for(self.scenario, word=new_word(), seed=_seed(wanted.seed), manner=wanted.manner, plan=wanted.minutes)
        if self.chronicle is None:
            return Room(0, begin(setup, at=now), 0, 0, ()), False
        return chronicled.begun(self.chronicle, self.scenario, setup, source=str(path.resolve()), at=now), False

    def _hall(self) -> Hall:
        from game.room.hall import Hall

        chronicle, room = self.chronicle, self.room
        return Hall(
            room.session, (lambda rows: chronicle.keep(room.id, rows)) if chronicle is not None else (lambda rows: None),
            time.time, number=room.number,
        )

    def _served(self) -> RoomServer | None:
        from game.projector.networks import host_for
        from game.room.column_view import column
        from game.room.handout import page
        from game.room.server import PORT, NoPort, RoomServer
        from game.room.server.doors import Doors

        doors = Doors(
            self.room.session.setup.word, remotes=self.room.remotes, paired=lambda remote: self._remember()
        )
        wished = self.wanted.port or self.room.port
        server = RoomServer(
            self.hall, doors, host=host_for(self.wanted.host), port=wished or PORT,
            column=lambda session: column(session, self._analysis()), paper=lambda session: page(session, self._analysis()),
            turn=self._turn,
        )
        try:
            server.start(exactly=bool(self.wanted.port))
        except NoPort as why:
            self.notices.append(_("{reason} The room plays by raised hands.", reason=why))
            return None
        if self.room.port and server.port != self.room.port:
            self.notices.append(_("Port {port} is taken: the address has changed, and phones must scan again.", port=self.room.port))
        return server

    def _analysis(self) -> Analysis | None:
        return self.director.analysis if self.director is not None else None

    def _turn(self, command: Command) -> bool:
        # a phone may speak before there is a window
        return self.director is not None and self.director.turn(command)

    def _directed(self, path: Path) -> RoomDirector:
        from game.authoring.pictures import folder_of
        from game.opening import keeping
        from game.projector.director import RoomDirector
        from game.projector.networks import Networks

        server = self.server
        networks = Networks(server.port, host=self.wanted.host, joining=self.wanted.wifi) if server is not None else None
        director = RoomDirector(
            self.hall, keeping(), resources.assets(), networks,
            pair=server.pair if server is not None else (lambda code: _("There is no network here.")),
            paired=lambda: server is not None and bool(server.doors.remotes),
            others=self._others, trouble=" ".join(self.notices),
        )
        director.gallery.bring(folder_of(path))
        self._remember()
        return director

    def _others(self, whole: bool) -> tuple[tuple[int, ...], ...]:
        from game.records.rooms import ChronicleUnavailable
        from game.room.chronicled import others

        if self.chronicle is None:
            return ()
        try:
            return others(self.chronicle, self.scenario, whole=whole, but=self.room.id)
        except ChronicleUnavailable:
            return ()

    def _remember(self) -> None:
        from game.records.rooms import Chronicle, ChronicleUnavailable
        from game.room.chronicled import remember

        if self.chronicle is None or self.server is None:
            return
        try:  # by a connection of its own: it may be asked for by the server's thread
            own = Chronicle(self.chronicle.path)
            remember(own, self.room, port=self.server.port, remotes=self.server.doors.remotes)
            own.close()
        except ChronicleUnavailable:
            pass

    # -------------------------------------------------------- while it is held

    def rehearse(self) -> None:
        """Fill the room with simulated people, if that is wanted."""
        if self.wanted.rehearse:
            from game.room.rehearsal import Crowd, Rehearsal

            self._crowd = Rehearsal(self.hall, Crowd(self.wanted.rehearse, _seed(self.wanted.seed)))
            self._crowd.start()

    def said(self) -> str:
        """Return what the terminal says about the room: how to come in, and how to pair the remote."""
        setup = self.room.session.setup
        lines = [_("Room word: {word}", word=setup.word)]
        networks = self.director.networks if self.director is not None else None
        if networks is not None and networks.address:
            at = f"http://{networks.address}/"
            lines += [_("Phones: {address}", address=at), _("Remote: {address}, then press P in the window", address=f"{at}remote")]
        elif networks is not None:
            lines.append(_("{reason} To find out more: coffee-first doctor", reason=networks.trouble))
        if self.went_on:
            lines.append(_("Gone on with the room that was left open; for a fresh one add --new."))
        if self.wanted.rehearse:
            lines.append(_("A rehearsal with {people} simulated people; nothing of it is kept.", people=self.wanted.rehearse))
        return "\n".join([*lines, *self.notices]) + "\n"

    def close(self) -> None:
        """Stop the server, write what is left, and close the record."""
        from game.room.session import Step

        if self._crowd is not None:
            self._crowd.stop()
        if self.server is not None:
            self.server.stop()
        self.hall.close()
        if self.chronicle is not None:
            from game.records.rooms import ChronicleUnavailable

            try:
                if self.hall.session.step is Step.CLOSED:
                    self.chronicle.close_room(self.room.id)
                self.chronicle.close()
            except ChronicleUnavailable as unavailable:
                sys.stderr.write(f"coffee-first: {unavailable}\n")


def _scenario(path: Path) -> Scenario:
    from game.opening import Library

    opened = Library().open(path)
    if opened.scenario is None:
        raise Unplayable("\n".join(opened.faults))
    return opened.scenario


def _seed(wanted: int | None) -> int:
    from game.opening import new_seed

    return wanted if wanted is not None else new_seed()


def open_room(path: Path, wanted: Wanted, *, out: Callable[[str], object] = sys.stdout.write) -> int:
    """Hold a room until its window is closed.

    Returns:
        0; 1 where the scenario cannot be played or no window can be opened, which is said in a sentence.
    """
    from game.opening import speak_as_wanted  # its import sets what SDL reads when it starts
    from game.stage.app import App, NoWindow

    speak_as_wanted()

    try:
        room = OpenRoom(path, wanted)
    except Unplayable as why:
        sys.stderr.write(f"coffee-first: {why}\n")
        return 1
    try:
        try:
            app = App(room.director, resources.assets(), size=wanted.size)  # type: ignore[arg-type]
        except NoWindow as reason:
            sys.stderr.write(f"coffee-first: no window can be opened here ({reason}). A room needs one, for the projector.\n")
            return 1
        out(room.said())
        sys.stdout.flush()
        room.rehearse()
        try:
            app.run()
        finally:
            app.close()
    finally:
        room.close()
    return 0


def hold_in(app: App, path: Path) -> tuple[str, ...]:
    """Hold a room in a window that is open already, until it is left; return why it could not be held, if so."""
    try:
        room = OpenRoom(path, Wanted())
    except Unplayable as why:
        return tuple(str(why).splitlines())
    before = app.director
    try:
        app.director = room.director  # type: ignore[assignment]
        app.run()
        before.wishes.quit = room.director is not None and not room.director.left  # the window itself was closed
    finally:
        app.director = before
        room.close()
    return ()
