"""Colours and type of the map on paper, as the style guide has them, and the fonts as part of a file."""

from __future__ import annotations

import base64
from pathlib import Path

PAPER, WHITE, DEEP, FOLD, LATTE = "#F5EDDC", "#FFFBF2", "#E9DCC3", "#D9C7A6", "#94744E"
MOCHA, ESPRESSO, INK, TOMATO, TEAL = "#7A5238", "#4B2E20", "#1B1613", "#B93A22", "#1C5C63"

SANS = "'CF Franklin','Libre Franklin','Helvetica Neue',Arial,'Liberation Sans',sans-serif"
NEWS = "'CF Newsreader',Newsreader,Georgia,'Times New Roman',serif"
BODY = "'CF Literata',Literata,Georgia,'Times New Roman',serif"

REGULAR, BOLD, HEADLINE, TEXT = "CFFranklin-500.ttf", "CFFranklin-700.ttf", "CFNewsreader-800.ttf", "CFLiterata-400.ttf"
_FACES = {
    REGULAR: ("CF Franklin", 500), BOLD: ("CF Franklin", 700), HEADLINE: ("CF Newsreader", 800), TEXT: ("CF Literata", 400),
}


def font_faces(fonts: Path, names: tuple[str, ...]) -> str:
    """Return the style rules that carry font files inside; those that are not there are left out."""
    rules = []
    for name in names:
        family, weight = _FACES[name]
        if (fonts / name).is_file():
            data = base64.b64encode((fonts / name).read_bytes()).decode()
            rules.append(f"@font-face{{font-family:'{family}';font-weight:{weight};src:url(data:font/ttf;base64,{data})}}")
    licence = "/* Libre Franklin, Newsreader and Literata: SIL Open Font License 1.1, https://openfontlicense.org */"
    return "\n".join([licence, *rules]) if rules else ""
