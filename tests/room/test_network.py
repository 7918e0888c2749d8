"""Which address the code names, and the code that joins a Wi-Fi: tried on the adapter lists of real laptops."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.room.asking import answer
from game.room.network import (
    Adapter,
    Kind,
    NotWifi,
    Wifi,
    likeliest_first,
    networks,
    own_addresses,
    wifi_code,
    wifi_from,
)
from game.room.wifi import from_getsummary, from_netsh, from_networksetup, from_nmcli, ports, wifi_port

LO = Adapter("lo", ("127.0.0.1", "::1"))
V6 = ("2001:db8:7::5", "fe80::1")


def linux(name: str, *addresses: str) -> Adapter:
    return Adapter(name, addresses)


def windows(name: str, description: str, *addresses: str) -> Adapter:
    return Adapter(name, addresses, description)


LAPTOPS: dict[str, tuple[tuple[Adapter, ...], set[str], list[tuple[str, Kind]]]] = {
    "a Linux laptop with Docker, virtual machines and a tunnel": (
        (
            LO, linux("docker0", "172.17.0.1"), linux("br-5f2c8e1a7b90", "172.18.0.1"), linux("virbr0", "192.168.122.1"),
            linux("vethd1f0a2b", "fe80::9"), linux("tailscale0", "100.101.102.103"), linux("wlp3s0", "192.168.1.20", *V6),
        ),
        {"192.168.1.20"},
        [("192.168.1.20", Kind.WIFI)],
    ),
    "on a cable and on Wi-Fi: phones are on the Wi-Fi, though the cable leads out": (
        (LO, linux("enp0s31f6", "10.20.4.17"), linux("wlan0", "192.168.1.20")),
        {"10.20.4.17"},
        [("192.168.1.20", Kind.WIFI), ("10.20.4.17", Kind.WIRED)],
    ),
    "two cables: the one that leads out": (
        (LO, linux("enp0s31f6", "169.254.7.7"), linux("eno1", "10.0.0.9"), linux("enx00e04c680001", "192.168.8.100")),
        {"192.168.8.100"},
        [("192.168.8.100", Kind.WIRED), ("10.0.0.9", Kind.WIRED)],
    ),
    "GNOME's hotspot, with the internet on the cable": (
        (LO, linux("eth0", "192.168.1.7"), Adapter("wlp2s0", ("10.42.0.1",), wireless=True)),
        {"192.168.1.7"},
        [("10.42.0.1", Kind.HOTSPOT), ("192.168.1.7", Kind.WIRED)],
    ),
    "k3s has the addresses of GNOME's hotspot, and no phone is on them": (
        (LO, linux("flannel.1", "10.42.0.0"), linux("cni0", "10.42.0.1"), linux("wlan0", "192.168.0.5")),
        {"192.168.0.5"},
        [("192.168.0.5", Kind.WIFI)],
    ),
    "everything goes through a VPN": (
        (LO, linux("wlan0", "192.168.1.20"), linux("tun0", "10.8.0.6"), linux("wg0", "10.66.0.2"), linux("ppp0", "10.9.0.2")),
        {"10.8.0.6"},
        [("192.168.1.20", Kind.WIFI)],
    ),
    "the cable hangs on a bridge of one's own": (
        (LO, linux("br0", "192.168.1.4"), linux("vnet3", "fe80::2"), linux("virbr0", "192.168.122.1")),
        {"192.168.1.4"},
        [("192.168.1.4", Kind.OTHER)],
    ),
    "the internet from an iPhone on a cable": (
        (LO, linux("enxaabbccddeeff", "172.20.10.4"), linux("wlan0", "192.168.1.20")),
        {"172.20.10.4"},
        [("192.168.1.20", Kind.WIFI)],
    ),
    "on the Wi-Fi of an iPhone": ((LO, linux("wlan0", "172.20.10.3")), {"172.20.10.3"}, [("172.20.10.3", Kind.WIFI)]),
    "a stick with mobile data": (
        (LO, linux("wwan0", "100.72.1.9"), linux("wlan0", "192.168.1.20")),
        {"100.72.1.9"},
        [("192.168.1.20", Kind.WIFI)],
    ),
    "a MacBook with Parallels, iCloud's tunnels and an old adapter": (
        (
            Adapter("lo0", ("127.0.0.1", "::1", "fe80::1")), Adapter("awdl0", ("fe80::2",)), Adapter("llw0", ("fe80::2",)),
            Adapter("utun3", ("fe80::3",)), Adapter("utun4", ("100.90.1.2", "fd7a::1")),
            Adapter("bridge100", ("10.211.55.2",)), Adapter("bridge101", ("10.37.129.2",)), Adapter("bridge102", ("192.168.64.1",)),
            Adapter("en0", ("192.168.178.44", *V6), "Wi-Fi"), Adapter("en7", ("169.254.3.3",), "USB 10/100/1000 LAN"),
        ),
        {"192.168.178.44"},
        [("192.168.178.44", Kind.WIFI)],
    ),
    "a Mac that shares its internet by Wi-Fi": (
        (Adapter("en0", ("10.0.1.9",), "Ethernet"), Adapter("bridge100", ("192.168.2.1",)), Adapter("lo0", ("127.0.0.1",))),
        {"10.0.1.9"},
        [("192.168.2.1", Kind.HOTSPOT), ("10.0.1.9", Kind.WIRED)],
    ),
    "a Mac whose ports are not known, with an iPhone on a cable": (
        (Adapter("en0", ("192.168.1.9",)), Adapter("en5", ("172.20.10.2",))),
        {"172.20.10.2"},
        [("192.168.1.9", Kind.WIRED)],
    ),
    "Windows with WSL, Hyper-V, VirtualBox and VMware": (
        (
            windows("vEthernet (WSL (Hyper-V firewall))", "Hyper-V Virtual Ethernet Adapter #2", "172.29.96.1"),
            windows("vEthernet (Default Switch)", "Hyper-V Virtual Ethernet Adapter", "172.17.48.1"),
            windows("Ethernet 2", "VirtualBox Host-Only Ethernet Adapter", "192.168.56.1"),
            windows("VMware Network Adapter VMnet8", "VMware Virtual Ethernet Adapter for VMnet8", "192.168.17.1"),
            windows("LAN-Verbindung* 2", "Microsoft Wi-Fi Direct Virtual Adapter", "169.254.33.1"),
            windows("Bluetooth-Netzwerkverbindung", "Bluetooth Device (Personal Area Network)", "169.254.90.2"),
            windows("Wi-Fi", "Intel(R) Wi-Fi 6 AX201 160MHz", "192.168.1.20", "fe80::4"),
            windows("Loopback Pseudo-Interface 1", "Software Loopback Interface 1", "127.0.0.1", "::1"),
        ),
        {"192.168.1.20"},
        [("192.168.1.20", Kind.WIFI)],
    ),
    "German Windows, on a cable and in the firm's VPN": (
        (
            windows("Ethernet 3", "Cisco AnyConnect Virtual Miniport Adapter for Windows x64", "10.99.0.7"),
            windows("LAN-Verbindung", "TAP-Windows Adapter V9", "10.8.0.2"),
            windows("Ethernet", "Realtek PCIe GbE Family Controller", "192.168.100.7"),
            windows("WLAN", "Realtek 8822CE Wireless LAN 802.11ac PCI-E NIC", "192.168.1.20"),
            windows("Mobilfunk", "Sierra Wireless EM7455 Qualcomm Snapdragon X7 LTE-A", "100.80.4.4"),
        ),
        {"10.99.0.7"},
        [("192.168.1.20", Kind.WIFI), ("192.168.100.7", Kind.WIRED)],
    ),
    "the hotspot of Windows": (
        (
            windows("Wi-Fi", "MediaTek Wi-Fi 6 MT7921 Wireless LAN Card", "10.10.3.8"),
            windows("Local Area Connection* 10", "Microsoft Wi-Fi Direct Virtual Adapter #2", "192.168.137.1"),
        ),
        {"10.10.3.8"},
        [("192.168.137.1", Kind.HOTSPOT), ("10.10.3.8", Kind.WIFI)],
    ),
    "Windows whose own address hangs on a switch of Hyper-V": (
        (
            windows("vEthernet (Default Switch)", "Hyper-V Virtual Ethernet Adapter", "172.17.48.1"),
            windows("vEthernet (Extern)", "Hyper-V Virtual Ethernet Adapter #2", "192.168.1.30"),
        ),
        {"192.168.1.30"},
        [("192.168.1.30", Kind.VIRTUAL)],
    ),
    "Windows with the internet from an Android phone on a cable": (
        (
            windows("Ethernet 5", "Remote NDIS based Internet Sharing Device", "192.168.42.17"),
            windows("Wi-Fi", "Qualcomm Atheros QCA9377 Wireless Network Adapter", "192.168.1.20"),
        ),
        {"192.168.42.17"},
        [("192.168.1.20", Kind.WIFI)],
    ),
    "Chinese Windows": (
        (windows("以太网", "Intel(R) Ethernet Connection (2) I219-V", "10.1.1.5"), windows("WLAN", "Intel(R) Dual Band Wireless-AC 8265", "10.2.2.5")),
        {"10.1.1.5"},
        [("10.2.2.5", Kind.WIFI), ("10.1.1.5", Kind.WIRED)],
    ),
    "a Wi-Fi with IPv6 only": (
        (LO, linux("docker0", "172.17.0.1", "fe80::7"), linux("wlan0", "2001:db8:7::5", "2001:db8:7::6", "fe80::1")),
        {"2001:db8:7::6"},
        [("2001:db8:7::6", Kind.WIFI)],
    ),
    "a private address comes before a public one": (
        (LO, linux("wlan0", "198.18.0.9"), linux("wlan1", "8.8.4.4"), linux("wlan2", "192.168.1.20")),
        set(),
        [("198.18.0.9", Kind.WIFI), ("192.168.1.20", Kind.WIFI), ("8.8.4.4", Kind.WIFI)],
    ),
    "no network at all, but some inside": ((LO, linux("docker0", "172.17.0.1"), linux("wlan0", "169.254.8.8")), set(), []),
}


@pytest.mark.parametrize("laptop", sorted(LAPTOPS))
def test_the_code_names_the_network_that_phones_are_on(laptop: str):
    """And never Docker's, a virtual machine's or a tunnel's, though they come first in the system's list."""
    adapters, leads_out, expected = LAPTOPS[laptop]
    found = likeliest_first(adapters, leads_out=frozenset(leads_out))
    assert expected == [(network.address, network.kind) for network in found if network.likely]
    assert [network.likely for network in found] == sorted((network.likely for network in found), reverse=True)


def test_what_is_unlikely_can_still_be_chosen():
    """Somebody may well hold a room over a VPN: it stands in the list, at its end."""
    adapters, leads_out, _ = LAPTOPS["a Linux laptop with Docker, virtual machines and a tunnel"]
    found = likeliest_first(adapters, leads_out=frozenset(leads_out))
    assert ["wlp3s0", "tailscale0", "docker0", "br-5f2c8e1a7b90", "virbr0"] == [network.name for network in found]
    assert found[0].leads_out


def test_a_laptop_alone_still_has_itself():
    """In the train, a browser on the laptop can play the phone."""
    found = likeliest_first((LO,))
    assert [("127.0.0.1", Kind.LOOPBACK, False), ("::1", Kind.LOOPBACK, False)] == [(n.address, n.kind, n.likely) for n in found]


def test_an_ipv6_address_is_written_in_brackets():
    """Else its colons and the port's could not be told apart."""
    [found] = likeliest_first((linux("wlan0", "2001:db8::5"),))
    assert "[2001:db8::5]:8080" == found.at(8080)
    [found] = likeliest_first((linux("wlan0", "10.0.0.5"),))
    assert "10.0.0.5:8080" == found.at(8080)


NAMES = st.sampled_from(
    ("lo", "wlan0", "eth0", "docker0", "tun0", "Wi-Fi", "vEthernet (WSL)", "en0", "bridge100", "utun2", "usb0", "以太网", "")
)
ADDRESSES = st.one_of(st.ip_addresses(v=4), st.ip_addresses(v=6)).map(str)


@settings(max_examples=150)
@given(st.lists(st.builds(Adapter, NAMES, st.lists(ADDRESSES, max_size=3, unique=True).map(tuple)), max_size=5), st.data())
def test_whatever_the_adapters_are_the_order_holds(adapters: list[Adapter], data: st.DataObject):
    """The likely come first, nothing is invented, nothing is named twice, and an address is left if there was one in IPv4."""
    every = [address for adapter in adapters for address in adapter.addresses]
    out = frozenset(data.draw(st.lists(st.sampled_from(every), max_size=2))) if every else frozenset()
    found = likeliest_first(adapters, leads_out=out)
    pairs = [(network.name, network.address) for network in found]
    there = [(adapter.name, address) for adapter in adapters for address in adapter.addresses]
    assert all(pairs.count(pair) <= there.count(pair) for pair in pairs)
    assert [network.likely for network in found] == sorted((network.likely for network in found), reverse=True)
    assert found or not any(":" not in address for address in every)


def test_the_networks_of_this_very_machine():
    """Each is an address that it has; and it has at least itself."""
    found = networks()
    assert found
    assert {network.address for network in found} <= own_addresses()
    assert {"127.0.0.1", "::1"} <= own_addresses()


# ---------------------------------------------------------------- the name of the Wi-Fi


NETSH = """
There is 1 interface on the system:

    Name                   : Wi-Fi
    Description            : Intel(R) Wi-Fi 6 AX201 160MHz
    GUID                   : 6a3f6f5e-0000-4000-8000-0123456789ab
    Physical address       : 02:00:00:00:00:01
    State                  : connected
    SSID                   : Library: Guest
    BSSID                  : 02:00:00:00:00:02
    Network type           : Infrastructure
    Radio type             : 802.11ax
    Profile                : Library: Guest
"""
NETSH_GERMAN = """
Es ist 1 Schnittstelle auf dem System vorhanden:

    Name                   : WLAN
    Beschreibung            : Intel(R) Dual Band Wireless-AC 8265
    Physische Adresse       : 02:00:00:00:00:01
    Status                  : Verbunden
    SSID                   : Stadtbücherei
    AP BSSID               : 02:00:00:00:00:02
    Netzwerktyp            : Infrastruktur
    Profil                 : anderer Name
"""
NETSH_GERMAN_OFF = """
Es ist 1 Schnittstelle auf dem System vorhanden:

    Name                   : WLAN
    Status                  : getrennt
    Funkstatus           : Hardware Aktiviert
                             Software Aktiviert
"""
NETSH_REFUSED = """
There is 1 interface on the system:
Network shell commands need location permission to access WLAN information. Turn on Location services on the Location page in Privacy & security settings.

Function WlanQueryInterface returns error 5:
The requested operation requires elevation (Run as administrator).
"""
GETSUMMARY = """<dictionary> {
  BSSID : 02:00:00:00:00:02
  IPv4 : <array> {
    0 : <dictionary> {
      Addresses : <array> {
        0 : 192.168.1.20
      }
    }
  }
  InterfaceType : WiFi
  SSID : Library : Guest
  Security : WPA2_PSK
}
"""
PORTS = """
Hardware Port: Ethernet Adapter (en4)
Device: en4
Ethernet Address: 02:00:00:00:00:04

Hardware Port: Wi-Fi
Device: en1
Ethernet Address: 02:00:00:00:00:01

Hardware Port: Thunderbolt Bridge
Device: bridge0
Ethernet Address: 02:00:00:00:00:05

VLAN Configurations
===================
"""


@pytest.mark.parametrize(
    ("read", "said", "name"),
    [
        (from_nmcli, " :Neighbours\n*:Library\\: Guest \\\\ 2\n :\n", "Library: Guest \\ 2"),
        (from_nmcli, " :Neighbours\n", ""),
        (from_netsh, NETSH, "Library: Guest"),
        (from_netsh, NETSH.replace("\n", "\r\n"), "Library: Guest"),
        (from_netsh, NETSH_GERMAN, "Stadtbücherei"),
        (from_netsh, NETSH_GERMAN.replace("ü", "\ufffd"), ""),
        (from_netsh, NETSH_GERMAN_OFF, ""),
        (from_netsh, NETSH_REFUSED, ""),
        (from_getsummary, GETSUMMARY, "Library : Guest"),
        (from_getsummary, GETSUMMARY.replace("Library : Guest", "<redacted>"), ""),
        (from_getsummary, "<dictionary> {\n  InterfaceType : Ethernet\n}\n", ""),
        (from_networksetup, "Current Wi-Fi Network: Library: Guest\n", "Library: Guest"),
        (from_networksetup, "You are not associated with an AirPort network.\n", ""),
    ],
)
def test_the_name_of_the_wifi_is_read_from_what_the_system_prints(read, said: str, name: str):
    """In the tongue of the system; where it keeps the name back or spoils it, none is shown rather than a wrong one."""
    assert name == read(said)


def test_the_ports_of_a_mac_are_read():
    """Only they tell whether en0 is a cable."""
    assert {"en4": "Ethernet Adapter (en4)", "en1": "Wi-Fi", "bridge0": "Thunderbolt Bridge"} == ports(PORTS)
    assert ("en1", "") == (wifi_port(PORTS), wifi_port(""))


def test_a_tool_that_is_missing_refuses_or_dawdles_says_nothing():
    """Nobody waits for it, and nobody sees it fail."""
    assert "yes\n" == answer(sys.executable, "-c", "print('yes')", seconds=30).replace("\r", "")
    assert answer("no-such-tool-of-this-system") is None
    assert answer(sys.executable, "-c", "print('yes'); raise SystemExit(1)", seconds=30) is None
    assert answer(sys.executable, "-c", "import time; print('yes', flush=True); time.sleep(60)", seconds=0.3) is None


# ---------------------------------------------------------------- the code that joins it


def read_code(code: str) -> dict[str, str]:
    """Read a code as a phone does: fields end at a semicolon, and a backslash takes the next sign as it is."""
    assert code.startswith("WIFI:")
    fields, key, value, rest = {}, "", "", iter(code[5:])
    for sign in rest:
        if sign == "\\":
            value += next(rest)
        elif sign == ":" and not key:
            key, value = value, ""
        elif sign == ";":
            if key:
                fields[key] = value
            key = value = ""
        else:
            value += sign
    return fields


def test_a_code_as_a_phone_reads_it():
    """The same as in the mock-up, and one with every sign that needs care."""
    assert "WIFI:T:WPA;S:Millbrook Library Guest;P:penguins;;" == wifi_code("Millbrook Library Guest", "penguins")
    assert "WIFI:T:nopass;S:Open house;;" == wifi_code("Open house")
    assert r"WIFI:T:WPA;S:a\\b\;c\,d\:e\"f;P:\;\;\:\:\\\\\"\";;" == wifi_code('a\\b;c,d:e"f', ';;::\\\\""')


TEXT = st.text(st.one_of(st.sampled_from('\\;,:"'), st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])), min_size=1, max_size=20)
PASSWORDS = st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=8, max_size=63)


@settings(max_examples=150)
@given(TEXT, TEXT)
def test_any_name_and_password_come_out_of_the_code_again(name: str, password: str):
    """However odd the venue's IT has made them."""
    assert {"T": "WPA", "S": name, "P": password} == read_code(wifi_code(name, password))
    assert {"T": "nopass", "S": name} == read_code(wifi_code(name))


@settings(max_examples=150)
@given(st.text(st.sampled_from("abc ü:-_.;,\"'"), min_size=1, max_size=12).filter(str.strip), PASSWORDS)
def test_a_name_and_a_password_are_given_in_one_word(name: str, password: str):
    """As --wifi name:password; only a colon of the name needs care."""
    given_ = name.replace(":", "\\:")
    assert Wifi(name, password) == wifi_from(f"{given_}:{password}")
    assert Wifi(name, "") == wifi_from(given_)


def test_a_backslash_in_a_name_stays():
    """It means something before a colon only."""
    assert Wifi("a\\b", "penguins") == wifi_from("a\\b:penguins")
    assert Wifi("a\\", "") == wifi_from("a\\")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "The Wi-Fi has no name. Write it as name:password, or as name alone where it is open."),
        (":penguins", "The Wi-Fi has no name. Write it as name:password, or as name alone where it is open."),
        ("Library:short", "That password cannot be right: a Wi-Fi’s has 8 to 63 plain letters, digits and signs."),
        ("Library:pinguïns", "That password cannot be right: a Wi-Fi’s has 8 to 63 plain letters, digits and signs."),
        ("ü" * 17, f"'{'ü' * 17}' is no name of a Wi-Fi: that has at most 32 bytes and no hidden signs."),
        ("Guest\u202etseuG", "'Guest\\u202etseuG' is no name of a Wi-Fi: that has at most 32 bytes and no hidden signs."),
    ],
)
def test_what_cannot_be_a_wifi_is_refused(text: str, why: str):
    """Before a hall full of phones tries it; and the message never repeats a password."""
    with pytest.raises(NotWifi) as refused:
        wifi_from(text)
    assert why == str(refused.value)


def test_a_password_is_never_shown():
    """Neither in a message nor in a log: what is printed of a Wi-Fi is its name."""
    assert "penguins" not in repr(Wifi("Library", "penguins"))
