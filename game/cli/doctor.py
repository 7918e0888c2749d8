"""`coffee-first doctor`: whether a workshop will work here, and what to do where it will not."""

from __future__ import annotations

import os
import shutil
import sys
import textwrap
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from game.room.diagnosis import Line
    from game.room.reach import Page

MOST_SECONDS = 180
WIDEST = 100
"""Signs in a line, where it is a person that reads."""


def _address(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    from ipaddress import ip_address

    if value is None:
        return None
    try:
        found = ip_address(value.strip("[]"))
    except ValueError:
        raise click.BadParameter("write it in numbers, as 192.168.1.20") from None
    return None if found.is_unspecified else str(found)


@click.command("doctor")
@click.option("--phone", is_flag=True, help="Wait for a phone to open a small page: only that proves that phones come in.")
@click.option("--host", metavar="ADDRESS", callback=_address, help="The address to listen at and to name; without it, the likeliest.")
@click.option("--port", type=click.IntRange(1, 65_535), help="The port; without it, 8080 or the next that is free.")
@click.option("--seconds", type=click.IntRange(1, MOST_SECONDS), default=MOST_SECONDS, show_default=True, help="How long to wait for the phone.")
@click.pass_context
def verb(context: click.Context, phone: bool, host: str | None, port: int | None, seconds: int) -> None:
    """Find out whether a workshop will work on this laptop and in this network; before the guests come.

    Each line begins with ok, look (it may work) or fault (it will not). Nothing is sent to anybody; the laptop only
    talks to itself, and with --phone to the phone that you hold.
    """
    from game.cli.speaking import speaking
    from game.room.diagnosis import Level, verdict

    with speaking():
        told: list[Line] = []

        def tell(line: Line) -> None:
            told.append(line)
            click.echo(_set(str(line)))

        for line in _laptop():
            tell(line)
        _network(tell, host=host, wanted=port, phone=seconds if phone else 0)
        click.echo(_set(str(verdict(told))))
        context.exit(int(any(line.level is Level.FAULT for line in told)))


def _set(text: str) -> str:
    """Return a line as it is written: broken for a person, whole for anything else."""
    if not sys.stdout.isatty():
        return text
    width = max(40, min(shutil.get_terminal_size().columns, WIDEST))
    return textwrap.fill(text, width, subsequent_indent=" " * 7, break_long_words=False, break_on_hyphens=False)


def _tried(check: Callable[[], Line]) -> Line:
    """Return what a check finds; a check that breaks is told as one, for the doctor must not fall ill herself."""
    from game.room.diagnosis import look

    try:
        return check()
    except Exception as error:  # whatever it is, the other checks still help
        return look(f"One thing could not be found out ({type(error).__name__}: {error}).")


# ---------------------------------------------------------------- the laptop


def _laptop() -> Iterator[Line]:
    import platform

    import game.opening  # noqa: F401 - sets what pygame and SDL read when they start
    from game.records.places import places
    from game.room.diagnosis import of_the_disk, of_the_system

    yield _tried(_window)
    yield _tried(_type)
    yield _tried(_scenarios)
    yield _tried(lambda: of_the_disk(places().data))
    yield from of_the_system(platform.uname().release)


def _window() -> Line:
    """Find out whether a window could be opened, without opening one."""
    import pygame

    from game.room.diagnosis import fault, look, ok

    cure = "A room needs one for the projector: start it on the laptop itself, at its own screen."
    if sys.platform == "linux" and not any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")):
        return fault(f"No window can be opened here: there is no display. {cure}")
    try:
        pygame.display.init()
        driver, screens = pygame.display.get_driver(), pygame.display.get_desktop_sizes()
    except pygame.error as error:
        return fault(f"No window can be opened here ({error}). {cure}")
    finally:
        pygame.display.quit()
    if driver in ("offscreen", "dummy", "evdev"):
        if os.environ.get("SDL_VIDEODRIVER") == driver:
            return look(f"SDL_VIDEODRIVER asks for '{driver}', which shows nothing: unset it before the workshop.")
        return fault(f"No window can be opened here: there is no display. {cure}")
    sizes = " and ".join(f"{width} x {height}" for width, height in screens)
    return ok(f"A window can be opened; {'one screen' if len(screens) == 1 else f'{len(screens)} screens'}: {sizes}.")


def _type() -> Line:
    """Find out whether the fonts are there and can be read."""
    import pygame

    from game import resources
    from game.room.diagnosis import fault, ok
    from game.stage.theme import FRANKLIN, LITERATA, LITERATA_BOLD, LITERATA_ITALIC

    folder = resources.assets() / "fonts"
    pygame.font.init()
    try:
        for face in (*FRANKLIN.values(), LITERATA, LITERATA_ITALIC, LITERATA_BOLD):
            pygame.font.Font(folder / f"{face}.ttf", 20)
    except (OSError, pygame.error):
        return fault(f"A font cannot be read: {face} in {folder}. Install the game again.")
    finally:
        pygame.font.quit()
    return ok("The fonts are there.")


def _scenarios() -> Line:
    """Find out whether the scenarios that come with the game can be played."""
    from game import resources
    from game.opening import Library
    from game.room.diagnosis import fault, ok

    folder = resources.scenarios()
    found = sorted(folder.glob("*/scenario.yaml"))
    broken = next((path for path in found if Library().open(path).scenario is None), None)
    if not found:
        return fault(f"There is no scenario in {folder}. Install the game again.")
    if broken is not None:
        return fault(f"A scenario cannot be played. To see why: coffee-first check {broken}")
    return ok(f"{len(found)} scenarios are there: {', '.join(path.parent.name for path in found)}.")


# ---------------------------------------------------------------- the network


def _network(tell: Callable[[Line], None], *, host: str | None, wanted: int | None, phone: int) -> None:
    """Tell about the network; with `phone`, wait so many seconds for one."""
    from game.room import diagnosis
    from game.room.firewall import firewall
    from game.room.network import Kind, networks, own_addresses, wifi
    from game.room.port import listening
    from game.room.reach import Page
    from game.room.server import PORT, PORTS

    first, tries = wanted or PORT, 1 if wanted else PORTS
    found = networks()
    named = next((network for network in found if network.likely), None)
    address = host or (named.address if named is not None else "")
    page = None
    try:
        if not host or host in own_addresses():
            try:
                page = Page(listening(host or ("::" if ":" in address else "0.0.0.0"), first, tries))
                tell(diagnosis.of_the_port(page.port, first))
            except OSError as error:
                tell(diagnosis.of_no_port(error, first, tries))
        port = page.port if page is not None else first
        if host:
            tell(diagnosis.of_the_address(host, own_addresses(), port))
        else:
            known = wifi() if named is not None and named.kind is Kind.WIFI else None
            for line in diagnosis.of_the_networks(found, port, known):
                tell(line)
        if page is not None and address:
            tell(diagnosis.of_reaching(address, port, page.answers_at(address)))
        tell(_tried(lambda: diagnosis.of_the_firewall(firewall(), port)))
        if not phone:
            tell(diagnosis.of_isolation())
        elif page is not None and address:
            for line in _with_a_phone(page, f"http://[{address}]:{port}/" if ":" in address else f"http://{address}:{port}/", phone):
                tell(line)
    finally:
        if page is not None:
            page.close()


def _with_a_phone(page: Page, url: str, seconds: int) -> Sequence[Line]:
    """Show the page's code, wait for a phone, and return what came of it."""
    from game.room.diagnosis import look, of_a_phone, of_no_phone
    from game.room.network import own_addresses

    itself = look("This laptop has opened the page itself, which proves nothing: take a phone.")
    try:
        ended = _ended_by_enter()
        click.echo(_set(str(look(f"With a phone that is on the same network, scan this or open {url}"))))
        _show_code(url)
        click.echo(_set(str(look(f"Waiting up to {seconds} s for the phone; Enter ends it."))))
        found = page.visitor(own_addresses(), seconds, ended=ended, itself=lambda: click.echo(_set(str(itself))))
    except KeyboardInterrupt:
        found = None
    return of_no_phone() if found is None else (of_a_phone(found),)


def _show_code(url: str) -> None:
    """Write the code in half blocks, light on dark whatever the terminal's colours; nothing where it cannot show them."""
    from io import StringIO

    import segno

    drawn = StringIO()
    segno.make(url, error="m", micro=False).terminal(drawn, border=4, compact=True)
    try:
        drawn.getvalue().encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    for row in drawn.getvalue().splitlines():
        click.echo(click.style(row, fg="bright_white", bg="black"), color=False if plain else None)


def _ended_by_enter() -> Callable[[], bool]:
    """Return what says whether Enter was pressed; a standard input that is closed presses nothing."""
    from threading import Event, Thread

    pressed = Event()

    def wait() -> None:
        # read from below Python's own buffer, whose lock would hold up the end of the program
        try:
            while read := os.read(sys.stdin.fileno(), 1024):
                if b"\n" in read or b"\r" in read:
                    pressed.set()
                    return
        except (OSError, ValueError, AttributeError):
            return

    Thread(target=wait, name="enter", daemon=True).start()
    return pressed.is_set
