"""`coffee-first doctor`: whether a workshop will work here, with real sockets and a phone that is played by this machine."""

from __future__ import annotations

import errno
import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from game.room import diagnosis
from game.room.diagnosis import Level, Line, fault, look, ok, verdict
from game.room.firewall import Firewall, State, firewall, from_advfirewall, from_socketfilter, from_ufw
from game.room.network import Kind, Network, Wifi, networks
from game.room.port import listening
from game.room.reach import Page
from game.room.server import PORT, PORTS

ROOT = Path(__file__).resolve().parents[2]
HERE = "127.0.0.1"
A_PHONE = "127.0.0.2"
"""Where Linux lets a program on this machine speak from as if it were another one."""
as_a_phone = pytest.mark.skipif(sys.platform != "linux", reason="only Linux answers on all of 127.0.0.0/8")


@contextmanager
def served() -> Iterator[Page]:
    page = Page(listening(HERE, 18_080, 400))
    try:
        yield page
    finally:
        page.close()


@contextmanager
def taken() -> Iterator[int]:
    """A port that another program holds."""
    with socket.socket() as other:
        other.bind((HERE, 0))
        other.listen()
        yield other.getsockname()[1]


def ask(port: int, path: str = "/", *, as_: str = A_PHONE) -> tuple[int, str]:
    asking = http.client.HTTPConnection(HERE, port, timeout=10, source_address=(as_, 0))
    try:
        asking.request("GET", path)
        found = asking.getresponse()
        return found.status, found.read().decode()
    finally:
        asking.close()


# ---------------------------------------------------------------- ports


def test_the_next_port_is_taken_where_the_first_is_not_free():
    """As the room does it."""
    with taken() as port, listening(HERE, port, 50) as found:
        assert port < found.getsockname()[1] < port + 50
        assert look(
            f"Port {port} is taken by another program, maybe a room that is open: the next room takes {port + 1}."
        ) == diagnosis.of_the_port(port + 1, port)
    assert ok("Port 8080 is free.") == diagnosis.of_the_port(8080, 8080)


def test_a_port_that_is_asked_for_is_not_changed():
    """It may stand on paper already."""
    with taken() as port:
        with pytest.raises(OSError) as why:
            listening(HERE, port)
        told = diagnosis.of_no_port(why.value, port, 1)
        assert fault(f"Port {port} is taken by other programs. Close them, or choose another port with --port.") == told


def test_it_says_why_nothing_can_listen():
    """All are taken, or the system keeps them, or something else."""
    assert "The ports from 8080 to 8099 are taken" in diagnosis.of_no_port(OSError(errno.EADDRINUSE, ""), 8080, 20).text
    assert "The system keeps port 80 for itself" in diagnosis.of_no_port(PermissionError(errno.EACCES, ""), 80, 1).text
    assert "(Quota exceeded)" in diagnosis.of_no_port(OSError(errno.EDQUOT, "Quota exceeded"), 8080, 1).text


# ---------------------------------------------------------------- reaching the laptop


def test_the_laptop_reaches_itself():
    """At the address that the code names."""
    with served() as page:
        assert page.answers_at(HERE)
        assert ok(f"This laptop reaches itself at {HERE}, port {page.port}.") == diagnosis.of_reaching(HERE, page.port, True)


def test_another_program_that_answers_is_not_taken_for_us():
    """Nor silence, nor nonsense, nor a page that says it is well."""

    class Other(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(answers.pop())

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    answers = [b'{"page": "a room elsewhere"}', b"<h1>Welcome</h1>", b"[]", b"\xff\xfe"]
    with served() as page, HTTPServer((HERE, 0), Other) as other:
        threading.Thread(target=other.serve_forever, args=(0.02,), daemon=True).start()
        ours, page.port = page.port, other.server_address[1]
        while answers:
            assert not page.answers_at(HERE)
        other.shutdown()
        page.port = ours
    assert not page.answers_at(HERE, 0.5)
    assert Level.FAULT is diagnosis.of_reaching(HERE, 8080, False).level


@as_a_phone
def test_a_phone_that_opens_the_page_is_seen():
    """The only proof that phones can come in."""
    with served() as page:
        status, text = ask(page.port)
        assert (200, True) == (status, "This phone has reached the laptop." in text)
        assert A_PHONE == page.visitor(frozenset({HERE}), 5, ended=lambda: False, itself=lambda: None)


def test_the_laptop_itself_is_no_phone():
    """A browser on the laptop proves nothing; it is told, and the waiting goes on."""
    seen: list[str] = []
    with served() as page:
        ask(page.port, as_=HERE)
        found = page.visitor(frozenset({HERE}), 5, ended=lambda: bool(seen), itself=lambda: seen.append("itself"))
    assert (None, ["itself"]) == (found, seen)


def test_waiting_for_a_phone_ends_by_itself():
    """Nobody need be there to end it."""
    with served() as page:
        assert page.visitor(frozenset(), 0.05, ended=lambda: False, itself=lambda: None) is None


def test_the_page_shows_one_page_and_nothing_else():
    """No file of the laptop, no script, nothing that is kept."""
    with served() as page:
        assert (404, "There is nothing here.") == ask(page.port, "/../../etc/hostname", as_=HERE)
        assert 200 == ask(page.port, as_=HERE)[0]
        asking = http.client.HTTPConnection(HERE, page.port, timeout=10)
        asking.request("GET", "/")
        assert "default-src 'none'" == asking.getresponse().headers["Content-Security-Policy"]
        asking.close()


# ---------------------------------------------------------------- disk, networks, firewall


def test_a_folder_that_can_be_written_is_made_and_left_empty(tmp_path: Path):
    """The check leaves nothing behind."""
    folder = tmp_path / "new" / "data"
    assert ok(f"Rooms are kept in {folder}, which can be written.") == diagnosis.of_the_disk(folder)
    assert [] == list(folder.iterdir())


def test_a_folder_that_cannot_be_written_is_told_with_its_mend(tmp_path: Path):
    """Here a file stands where the folder should be."""
    (tmp_path / "data").write_text("")
    told = diagnosis.of_the_disk(tmp_path / "data" / "rooms")
    assert Level.FAULT is told.level
    assert "after a power cut a room would be lost" in told.text
    assert "COFFEE_FIRST_HOME" in told.text


WLAN = Network("wlan0", "192.168.1.20", Kind.WIFI, True, True)
LAN = Network("eth0", "10.0.0.9", Kind.WIRED, True)
TUNNEL = Network("tun0", "10.8.0.6", Kind.VPN, False)
DOCKER = Network("docker0", "172.17.0.1", Kind.VIRTUAL, False)
GIVEN_UP = Network("wlan0", "169.254.3.4", Kind.LINK_LOCAL, False)


def test_it_says_which_network_the_code_will_name():
    """With its Wi-Fi's name where that is known; others that phones may be on; and what is in the way."""
    assert (
        ok("The code will name http://192.168.1.20:8080/: Wi-Fi 'Library Guest', wlan0."),
        look("Phones may be on another network of this laptop: 10.0.0.9:8080 (cable, eth0). If so, press N in the lobby until it is named."),
        look("A VPN is on (tun0); some keep phones out. If phones cannot come in, switch it off."),
        ok("Left out, because no phone is on it: docker0."),
    ) == diagnosis.of_the_networks((WLAN, LAN, TUNNEL, DOCKER), 8080, Wifi("Library Guest"))
    assert (ok("The code will name http://192.168.1.20:8080/: Wi-Fi, wlan0."),) == diagnosis.of_the_networks((WLAN,), 8080)


def test_a_laptop_on_a_cable_is_warned():
    """Wired projector rooms are often another network than the Wi-Fi."""
    first, second = diagnosis.of_the_networks((LAN,), 8080)
    assert "The code will name http://10.0.0.9:8080/: cable, eth0." == first.text
    assert "phones are on a Wi-Fi, which may be another network" in second.text


def test_without_a_network_it_says_what_to_do():
    """And that raised hands need none."""
    [told] = diagnosis.of_the_networks((), 8080)
    assert Level.FAULT is told.level
    assert told.text.endswith("Join the Wi-Fi of the place, or switch on a hotspot. Raised hands need no network.")
    [told] = diagnosis.of_the_networks((GIVEN_UP,), 8080)
    assert told.text.startswith("The network gave this laptop no address.")


def test_an_address_that_is_asked_for_must_be_the_laptops():
    """A slip of the finger is told, and so is an address that only the laptop itself reaches."""
    own = frozenset({"127.0.0.1", "192.168.1.20", "2001:db8::5"})
    assert fault("192.168.1.2 is no address of this laptop. Without --host, the likeliest of its own is taken.") == diagnosis.of_the_address("192.168.1.2", own, 80)
    assert ok("The code will name http://[2001:db8::5]:8080/, as you ask.") == diagnosis.of_the_address("2001:db8::5", own, 8080)
    assert Level.LOOK is diagnosis.of_the_address("127.0.0.1", own, 8080).level


WINDOWS = "\r\nDomain Profile Settings: \r\n{0}\r\nState                                 {1}\r\n\r\nPublic Profile Settings: \r\n{0}\r\nState                                 {2}\r\nOk.\r\n"
GERMAN = "\nDomänenprofil-Einstellungen:\n{0}\nStatus                                {1}\n\nÖffentliches Profil-Einstellungen:\n{0}\nStatus                                {2}\nOK.\n"
RULE = "-" * 70


@pytest.mark.parametrize(
    ("read", "said", "state"),
    [
        (from_advfirewall, WINDOWS.format(RULE, "ON", "ON"), State.ON),
        (from_advfirewall, WINDOWS.format(RULE, "OFF", "ON"), State.ON),
        (from_advfirewall, WINDOWS.format(RULE, "OFF", "OFF"), State.OFF),
        (from_advfirewall, GERMAN.format(RULE, "EIN", "AUS"), State.ON),
        (from_advfirewall, GERMAN.format(RULE, "AUS", "AUS"), State.OFF),
        (from_advfirewall, GERMAN.format(RULE, "ACTIF", "ACTIF"), State.UNKNOWN),
        (from_socketfilter, "Firewall is enabled. (State = 1) \n", State.ON),
        (from_socketfilter, "Firewall is disabled. (State = 0) \n", State.OFF),
        (from_socketfilter, "Firewall is blocking all non-essential incoming connections. (State = 2) \n", State.CLOSED),
        (from_socketfilter, "", State.UNKNOWN),
        (from_ufw, "# /etc/ufw/ufw.conf\n#\n\n# Set to yes to start on boot.\nENABLED=yes\nLOGLEVEL=low\n", State.ON),
        (from_ufw, "ENABLED=no\n", State.OFF),
        (from_ufw, "#ENABLED=yes\n", State.UNKNOWN),
    ],
)
def test_whether_a_firewall_is_on_is_read_from_what_the_system_says(read, said: str, state: State):
    """Without rights; where it is not understood, nothing is claimed."""
    assert state is read(said)


def test_the_firewall_of_linux_is_the_one_that_is_there(tmp_path: Path):
    """Either of two, or none that tells."""
    off, on = tmp_path / "off.conf", tmp_path / "on.conf"
    off.write_text("ENABLED=no\n")
    on.write_text("ENABLED=yes\n")
    assert Firewall("ufw", State.ON) == firewall("linux", ask=lambda *words: None, ufw=on)
    assert Firewall("firewalld", State.ON) == firewall("linux", ask=lambda *words: "running\n", ufw=off)
    assert Firewall("", State.UNKNOWN) == firewall("linux", ask=lambda *words: None, ufw=tmp_path / "none")


@pytest.mark.parametrize(
    ("found", "level", "words"),
    [
        (Firewall("Windows", State.ON), Level.LOOK, "is on and may keep phones out"),
        (Firewall("Windows", State.UNKNOWN), Level.LOOK, "of Windows may keep phones out"),
        (Firewall("Windows", State.OFF), Level.OK, "is off"),
        (Firewall("macOS", State.CLOSED), Level.FAULT, "'Block all incoming connections'"),
        (Firewall("macOS", State.ON), Level.LOOK, "When macOS asks"),
        (Firewall("ufw", State.ON), Level.LOOK, "sudo ufw allow 8080/tcp"),
        (Firewall("firewalld", State.ON), Level.LOOK, "sudo firewall-cmd --add-port=8080/tcp"),
        (Firewall("", State.UNKNOWN), Level.LOOK, "one may be"),
    ],
)
def test_what_is_said_of_a_firewall(found: Firewall, level: Level, words: str):
    """Where nobody can know, it says may; and how phones are let in."""
    told = diagnosis.of_the_firewall(found, 8080)
    assert level is told.level
    assert words in told.text


def test_linux_inside_windows_is_told():
    """There the room would name an address that no phone reaches."""
    assert [Level.LOOK] == [line.level for line in diagnosis.of_the_system("5.15.153.1-microsoft-standard-WSL2")]
    assert () == diagnosis.of_the_system("6.1.0-21-amd64")


def test_the_verdict():
    """One line for who reads only the last."""
    assert ok("A workshop will work here.") == verdict([ok("a")])
    assert Level.OK is verdict([ok("a"), look("b")]).level
    assert fault("One thing will not work here; see the line above.") == verdict([fault("a"), look("b")])
    assert fault("2 things will not work here; see the lines above.") == verdict([fault("a"), fault("b")])


@pytest.mark.parametrize("system", ["win32", "darwin", "linux"])
def test_what_to_try_where_no_phone_came(system: str):
    """The laptop's own hotspot as this system has it, another network, and raised hands in any case."""
    told = diagnosis.of_no_phone(system)
    assert [Level.FAULT] + 4 * [Level.LOOK] == [line.level for line in told]
    assert diagnosis.hotspot(system) in told[2].text
    assert "raised hands" in told[4].text
    assert all(str(line).isascii() for line in told)


def test_lines_are_aligned():
    """The words stand below each other."""
    assert ["ok     a", "look   a", "fault  a"] == [str(Line(level, "a")) for level in Level]


def test_the_handbook_names_the_ports_that_the_room_takes():
    """The venue's IT opens what the page says."""
    page = (ROOT / "docs" / "facilitators" / "network.md").read_text(encoding="utf-8")
    assert f"TCP port {PORT} ({PORT} to {PORT + PORTS - 1} if that is taken)" in page


# ---------------------------------------------------------------- as it is typed


def doctor(*words: str, home: Path, **more: str) -> subprocess.Popen[str]:
    environment = {
        **os.environ, "PYTHONPATH": str(ROOT), "COFFEE_FIRST_HOME": str(home), "SDL_VIDEODRIVER": "dummy",
        "PYTHONIOENCODING": "utf-8", **more,
    }  # fmt: skip
    return subprocess.Popen(
        [sys.executable, "-m", "game", "doctor", *words], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True, encoding="utf-8", env=environment,
    )  # fmt: skip


def ended(process: subprocess.Popen[str], typed: str | None = "") -> tuple[int, str]:
    """What it came to, and all that it has written since."""
    try:
        out, err = process.communicate(typed, timeout=60)
    finally:
        process.kill()
    assert "" == err
    return process.returncode, out


def test_a_visit_to_the_doctor(tmp_path: Path):
    """Everything is checked, every line begins with what it means, in plain ASCII, and all is well enough."""
    code, told = ended(doctor("--host", HERE, home=tmp_path, LC_ALL="C", PYTHONIOENCODING="ascii"))
    lines = told.splitlines()
    assert 0 == code
    assert [] == [line for line in lines if not re.fullmatch(r"(ok    |look  |fault ) \S.*", line)]
    for words in (
        "SDL_VIDEODRIVER asks for 'dummy'", "The fonts are there.", "3 scenarios are there: bakery, laid-off, rotary-prospect.",
        f"Rooms are kept in {tmp_path / 'data'}", "Port ", f"The code will name http://{HERE}:", "This laptop reaches itself at",
        "irewall", "coffee-first doctor --phone", "As far as can be seen from here, a workshop will work.",
    ):  # fmt: skip
        assert any(words in line for line in lines), words
    assert told.isascii()


def test_a_port_that_is_taken_is_a_fault(tmp_path: Path):
    """The exit code says so too."""
    with taken() as port:
        code, told = ended(doctor("--host", HERE, "--port", str(port), home=tmp_path))
    assert 1 == code
    assert f"fault  Port {port} is taken by other programs." in told
    assert told.endswith("fault  One thing will not work here; see the line above.\n")


@as_a_phone
def test_the_networks_of_this_machine_are_told(tmp_path: Path):
    """Which one the code will name, or that there is none; here while another program holds the port."""
    with taken() as port:
        code, told = ended(doctor("--port", str(port), home=tmp_path))
    assert 1 == code
    named = re.findall(rf"^ok     The code will name http://(\S+):{port}/: ", told, re.MULTILINE)
    assert [network.address for network in networks() if network.likely][:1] == [found.strip("[]") for found in named]
    assert bool(named) == ("This laptop is on no network" not in told and "gave this laptop no address" not in told)


def test_wrong_usage_is_told_apart(tmp_path: Path):
    """By its exit code, before anything is tried."""
    process = doctor("--host", "my-laptop", home=tmp_path)
    out, err = process.communicate(timeout=60)
    assert (2, "") == (process.returncode, out)
    assert "write it in numbers, as 192.168.1.20" in err


def opened(process: subprocess.Popen[str]) -> int:
    """Read until it waits for the phone, and return the port that the phone is told."""
    port = 0
    assert process.stdout is not None
    for line in process.stdout:
        if found := re.search(rf"scan this or open http://{HERE}:(\d+)/$", line):
            port = int(found[1])
        if line.startswith("look   Waiting"):
            return port
    raise AssertionError("it never waited")


@as_a_phone
def test_a_phone_comes_in(tmp_path: Path):
    """The code is shown, the phone opens the page, and it says so; the laptop's own browser did not count."""
    process = doctor("--phone", "--host", HERE, "--seconds", "60", home=tmp_path)
    port = opened(process)
    ask(port, as_=HERE)
    ask(port)
    code, told = ended(process)
    assert 0 == code
    assert "look   This laptop has opened the page itself, which proves nothing: take a phone.\n" in told
    assert f"ok     A phone at {A_PHONE} has reached this laptop: the room will work.\n" in told


@pytest.mark.parametrize("how", ["Enter", "Ctrl-C"])
def test_no_phone_comes_in(tmp_path: Path, how: str):
    """Enter or Ctrl-C ends the waiting, and it says what to try."""
    if how == "Ctrl-C" and sys.platform == "win32":
        pytest.skip("Windows has no such signal for one process alone")
    process = doctor("--phone", "--host", HERE, "--seconds", "60", home=tmp_path)
    opened(process)
    if how == "Ctrl-C":
        process.send_signal(signal.SIGINT)
    code, told = ended(process, "\n" if how == "Enter" else None)
    assert 1 == code
    assert "fault  No phone has reached this laptop." in told
    assert "raised hands" in told


def test_the_code_is_left_out_where_it_cannot_be_drawn(tmp_path: Path):
    """The address can still be typed."""
    code, told = ended(doctor("--phone", "--host", HERE, "--seconds", "1", home=tmp_path, PYTHONIOENCODING="ascii"))
    assert 1 == code
    assert told.isascii()
    assert [] == [line for line in told.splitlines() if not re.match(r"(ok|look|fault) ", line)]
