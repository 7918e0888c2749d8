"""Cut the phone page's headline face out of Newsreader: letters and quotation marks, and the kerning that one sees.

uv run --group art python scripts/phone_type.py
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

ROOT = Path(__file__).resolve().parent.parent
FACE = ROOT / "assets" / "fonts" / "CFNewsreader-800.ttf"
PAGE = ROOT / "game" / "room" / "pages" / "head.woff2"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz “”‘’—–….,!?:;-"
"""No figures: those of this face are old style."""
MORE = "áéíóúüñÁÉÍÓÚÜÑ¿¡«»äöÄÖß„‚"
"""What Spanish and German need beside them; of another language a letter may come in a face of the phone's own."""
SEEN = 0.13
"""Kerning of less than this share of an em is left out."""
UNITS = 512
"""Units of an em: as fine as a phone shows a headline."""


def kerned(face: TTFont, names: list[str]) -> dict[tuple[str, str], int]:
    """Return the kerning of each pair of some glyphs, in units of the face."""
    pairs: dict[tuple[str, str], int] = {}
    for lookup in face["GPOS"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            inner = table.ExtSubTable if table.LookupType == 9 else table
            if inner.LookupType == 2:
                for pair, value in _of(inner, names):
                    pairs.setdefault(pair, value)
    return {pair: value for pair, value in pairs.items() if pair[0] in names and pair[1] in names}


def _of(table: Any, names: list[str]) -> list[tuple[tuple[str, str], int]]:
    if table.Format == 1:
        return [
            ((first, record.SecondGlyph), record.Value1.XAdvance or 0)
            for first, pairs in zip(table.Coverage.glyphs, table.PairSet, strict=True)
            for record in pairs.PairValueRecord if record.Value1 is not None
        ]  # fmt: skip
    found = []
    for first in table.Coverage.glyphs:
        row = table.Class1Record[table.ClassDef1.classDefs.get(first, 0)].Class2Record
        for second in names:
            value = row[table.ClassDef2.classDefs.get(second, 0)].Value1
            if value is not None and getattr(value, "XAdvance", 0):
                found.append(((first, second), value.XAdvance))
    return found


def main() -> None:
    """Write the face beside the page, and say how large it is."""
    face = TTFont(FACE)
    known, em = face.getBestCmap(), face["head"].unitsPerEm
    names = [known[ord(letter)] for letter in LETTERS + MORE if ord(letter) in known]
    step = em // 100  # kerning to the hundredth: the eye does not see less, the file does
    groups: dict[tuple[str, int], list[str]] = {}
    for (first, second), value in sorted(kerned(face, names).items()):
        if abs(value) >= SEEN * em:
            groups.setdefault((first, round(value / step) * step), []).append(second)
    rules = "".join(f"enum pos {first} [{' '.join(seconds)}] {value};" for (first, value), seconds in groups.items())

    wanted = subset.Options(layout_features=[], hinting=False, name_IDs=[0, 14], drop_tables=["GPOS", "GSUB", "GDEF", "STAT", "DSIG", "gasp"])
    cutter = subset.Subsetter(wanted)
    cutter.populate(text=LETTERS + MORE)
    cutter.subset(face)
    addOpenTypeFeaturesFromString(face, f"languagesystem DFLT dflt; languagesystem latn dflt; feature kern {{ {rules} }} kern;")
    whole = BytesIO()
    face.save(whole)
    small = TTFont(BytesIO(whole.getvalue()))
    scale_upem(small, UNITS)
    small.flavor = "woff2"
    small.save(PAGE)
    sys.stdout.write(f"{PAGE.relative_to(ROOT)}: {PAGE.stat().st_size} bytes\n")


if __name__ == "__main__":
    main()
