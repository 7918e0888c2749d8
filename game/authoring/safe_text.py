"""Authors' text made safe to show: no control character and no hidden change of direction gets through."""

from __future__ import annotations

import re

_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\ud800-\udfff]")


def printable(text: str) -> str:
    r"""Return the text on one line, each unsafe character written as its code: `\u202e`."""
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}" if ord(found[0]) > 255 else f"\\x{ord(found[0]):02x}", text)


def shown(text: str, most: int = 48) -> str:
    """Return the text in quotes as a message cites it, cut after `most` characters."""
    text = " ".join(text[: 2 * most].split()) if "\n" in text else text
    text = text if len(text) <= most else text[: most - 1].rstrip() + "…"
    return f"'{printable(text)}'"
