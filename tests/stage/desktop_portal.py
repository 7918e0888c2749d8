"""A desktop's portal for tests: answers the settings that it is given as JSON, on the bus of the session.

Run by the system's own Python, which has the bindings of D-Bus; started before the program that asks, which it runs.
"""

import json
import subprocess
import sys

import dbus
import dbus.mainloop.glib
import dbus.service
from gi.repository import GLib

dbus.mainloop.glib.DBusGMainLoop(set_as_default=True)
SETTINGS = json.loads(sys.argv[1])
NAME, PLACE = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"


def value(found):
    if isinstance(found, bool):
        return dbus.Boolean(found)
    if isinstance(found, int):
        return dbus.UInt32(found)
    return dbus.Double(found) if isinstance(found, float) else dbus.String(found)


class Portal(dbus.service.Object):
    @dbus.service.method("org.freedesktop.portal.Settings", in_signature="as", out_signature="a{sa{sv}}")
    def ReadAll(self, spaces):  # noqa: N802 - as the portal calls it
        return dbus.Dictionary(
            {
                space: dbus.Dictionary({key: value(each) for key, each in keys.items()}, signature="sv")
                for space, keys in SETTINGS.items() if space in spaces
            },
            signature="sa{sv}",
        )


bus = dbus.SessionBus()
name = dbus.service.BusName(NAME, bus)
portal = Portal(bus, PLACE)
loop = GLib.MainLoop()
asking = subprocess.Popen(sys.argv[2:])


def look():
    if asking.poll() is None:
        return True
    loop.quit()
    return False


GLib.timeout_add(20, look)
loop.run()
sys.exit(asking.returncode)
