"""How words are printed: the signs that a typewriter does not have."""

from __future__ import annotations

import re


def typographic(text: str) -> str:
    """Return text with curly quotes, real dashes and an ellipsis."""
    text = text.replace("...", "…").replace(" -- ", " – ").replace("--", "—")
    text = re.sub(r"(^|[\s(\[“‘—–-])\"", r"\1“", text).replace('"', "”")
    return re.sub(r"(^|[\s(\[“—–])'(?=\w)(?!(?:em|til|tis|twas|cause|round|\d\ds?)\b)", r"\1‘", text).replace("'", "’")
