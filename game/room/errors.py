"""What a room refuses: one small tree, each with a sentence for whoever asked."""

from __future__ import annotations


class RoomError(Exception):
    """Something is wrong with what was asked of a room."""


class Refused(RoomError):
    """An event that does not fit where the session stands; the message is a sentence for whoever asked."""


class Unreadable(RoomError):
    """An event was written down in a form that this version does not know."""
