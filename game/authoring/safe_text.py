"""Authors' text made safe to show: no control character and no hidden change of direction gets through."""

from __future__ import annotations

import unicodedata


def printable(text: str) -> str:
    r"""Return the text on one line; what cannot be seen is written as its code, such as `\u202e`."""
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() else _told(sign) for sign in text)


def _told(sign: str) -> str:
    if unicodedata.category(sign) == "Zs":
        return " "
    code = ord(sign)
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}" if code < 65536 else f"\\U{code:08x}"


def shown(text: str, most: int = 48) -> str:
    """Return the text in quotes as a message cites it, cut after `most` characters."""
    text = " ".join(text[: 2 * most].split()) if "\n" in text else text
    text = text if len(text) <= most else text[: most - 1].rstrip() + "…"
    return f"'{printable(text)}'"
