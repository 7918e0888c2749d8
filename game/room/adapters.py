"""What sort of network an adapter is, told by the names that Linux, macOS and Windows give it; nothing is asked here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network


class Kind(Enum):
    """What a network is, the likeliest to have the room's phones on it first; the value is what people call it."""

    HOTSPOT = "this laptop's hotspot"
    WIFI = "Wi-Fi"
    WIRED = "cable"
    OTHER = "another network"
    PHONE = "a phone on a cable"
    MOBILE = "mobile data"
    VPN = "VPN"
    VIRTUAL = "a network inside this laptop"
    LINK_LOCAL = "a network that gave no address"
    LOOPBACK = "this laptop only"


@dataclass(frozen=True, slots=True)
class Adapter:
    """One adapter, as the system lists it."""

    name: str
    """`wlan0`, `en0`; on Windows the name of the connection, `Wi-Fi` or `vEthernet (WSL)`."""
    addresses: tuple[str, ...]
    """IPv4 and IPv6, without a prefix or a scope."""
    description: str = ""
    """Of the device where the system has one: `Intel(R) Wi-Fi 6 AX201`; on macOS the port, `Thunderbolt Bridge`."""
    wireless: bool = False
    """Whether the system itself says that it is wireless."""


_VPN = re.compile(
    r"vpn|wireguard|wintun|tailscale|zerotier|nordlynx|mullvad|proton|anyconnect|cisco secure client|pangp|globalprotect"
    r"|fortinet|forticlient|juniper|pulse secure|ivanti|check point|sonicwall|zscaler|cloudflare|hamachi|radmin"
    r"|\btap-|\btap\d|^tap\d|^tun\d|^utun\d|^wg|^tailscale|^zt|^ipsec|^ppp\d|^gpd\d|^cscotun|^nebula|^netbird|^wt\d",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"remote ndis|\brndis|^usb\d|apple mobile device|iphone|ipad usb|bluetooth|^bnep\d|^pan\d", re.IGNORECASE
)
_MOBILE = re.compile(r"mobile broadband|modem|cellular|mobilfunk|\blte\b|\bwwan|^ww[ap]|^rmnet|^ccmni", re.IGNORECASE)
_HOTSPOT = re.compile(r"wi-?fi direct|hosted network|^ap\d$|^create_ap", re.IGNORECASE)
_VIRTUAL = re.compile(
    r"virtual|vethernet|hyper-v|vmware|vmnet|virtualbox|vboxnet|parallels|loopback|npcap|\bwsl\b|docker|^br-|^veth|^virbr|^vnic"
    r"|^vnet\d|^lxc|^lxd|^incus|^cni|^flannel|^podman|^cali|^kube|^nerdctl|^bridge\d|^dummy|^ifb\d|^awdl|^llw|^anpi|^gif\d|^stf\d"
    r"|^waydroid|^crc\b|thunderbolt bridge",
    re.IGNORECASE,
)
_WIFI = re.compile(r"wi-?fi|\bwlan|wireless|802\.11|drahtlos|airport|sans fil|inal[aá]mbric|^wl[a-z0-9]|^ath\d|^ra\d", re.IGNORECASE)
_WIRED = re.compile(
    r"ethernet|\blan\b|lan-verbindung|local area connection|gigabit|gbe\b|r[eé]seau local|^e(n|th|m)[a-z0-9]|^p\d+p\d",
    re.IGNORECASE,
)
_NM_SHARED = ip_network("10.42.0.0/16")
"""NetworkManager gives a hotspot 10.42.x.1."""
_MAC_SHARED = tuple(ip_network(f"192.168.{third}.0/24") for third in (2, 3, 4))
"""macOS gives its Internet Sharing 192.168.2.1, or the next that is free; virtual machines have other ones."""
_IPHONE = ip_network("172.20.10.0/28")
"""The network of an iPhone's hotspot, by Wi-Fi or by cable."""


def kind_of(adapter: Adapter, address: str) -> Kind:
    """Return what a network is, from the names of its adapter and from one of its addresses."""
    where = ip_address(address)
    if where.is_loopback:
        return Kind.LOOPBACK
    if where.is_link_local:
        return Kind.LINK_LOCAL
    named = _named(adapter)
    if named is Kind.WIFI and _first_of(where, _NM_SHARED):
        return Kind.HOTSPOT
    if named is Kind.VIRTUAL and adapter.name.startswith("bridge1") and any(_first_of(where, net) for net in _MAC_SHARED):
        return Kind.HOTSPOT
    if named in (Kind.WIRED, Kind.OTHER) and where in _IPHONE:
        return Kind.PHONE
    return named


def _named(adapter: Adapter) -> Kind:
    """Return what the names say; the order matters, for a VPN calls itself an Ethernet adapter too."""
    names = (adapter.name, adapter.description)
    for kind, pattern in (
        (Kind.VPN, _VPN), (Kind.PHONE, _PHONE), (Kind.MOBILE, _MOBILE), (Kind.HOTSPOT, _HOTSPOT), (Kind.VIRTUAL, _VIRTUAL),
    ):  # fmt: skip
        if any(pattern.search(name) for name in names):
            return kind
    if adapter.wireless or any(_WIFI.search(name) for name in names):
        return Kind.WIFI
    return Kind.WIRED if any(_WIRED.search(name) for name in names) else Kind.OTHER


def _first_of(where: IPv4Address | IPv6Address, network: object) -> bool:
    return where in network and int(where) & 0xFF == 1  # type: ignore[operator]
