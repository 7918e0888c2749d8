"""Where a room listens, and what `doctor` tries: the same socket for both."""

from __future__ import annotations

import errno
import os
import socket

BACKLOG = 2_048
"""Phones that may knock at once: a hall that scans at one word."""


def listening(host: str, port: int, tries: int = 1) -> socket.socket:
    """Return a socket that listens at a port or at one of the next; at any that is free for port 0.

    Raises:
        OSError: nothing can listen at any of them; the last reason is told.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    last = OSError(errno.EADDRINUSE, os.strerror(errno.EADDRINUSE))
    for number in range(port, min(port + tries, 65_536)) if port else (0,):
        found = socket.socket(family, socket.SOCK_STREAM)
        try:
            if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):  # on Windows two programs could share the port otherwise
                found.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
            else:
                found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            found.bind((host, number))
            found.listen(BACKLOG)
        except OSError as error:
            found.close()
            last = error
        else:
            return found
    raise last
