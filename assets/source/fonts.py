"""Turns the OFL web fonts into the static, renamed TTFs of assets/fonts. Run only to renew them:

    uv run --group art python assets/source/fonts.py FOLDER

FOLDER holds the packages @fontsource-variable/newsreader, literata, source-serif-4, atkinson-hyperlegible-next, lexend and
@fontsource/libre-franklin, unpacked under those names."""
import pathlib, sys
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont
N = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".")
OUT = pathlib.Path(__file__).parent.parent / "fonts"

def make(src, family, weight=400, italic=False, em=1.0, letters=0.0, spaces=0.0, **axes):
    """Write one file; `em` scales the type, `letters` and `spaces` widen all letters and the word space, in ems."""
    f = TTFont(N / src)
    if "fvar" in f:
        have = {a.axisTag: a for a in f["fvar"].axes}
        loc = {t: a.defaultValue for t, a in have.items()} | {"wght": weight}
        loc |= {k: v for k, v in axes.items() if k in have}
        loc = {k: v for k, v in loc.items() if k in have}
        f = instantiateVariableFont(f, loc)
    style = f"{weight}{'i' if italic else ''}"
    for n in list(f["name"].names):
        if n.nameID in (1, 4, 6, 16, 17, 21, 22, 2, 3): f["name"].removeNames(n.nameID)
    for i, s in ((1, family), (2, style), (4, f"{family} {style}"), (6, f"{family}-{style}".replace(" ", "")), (16, family), (17, style), (3, family + style)):
        f["name"].setName(s, i, 3, 1, 0x409)
    f["OS/2"].usWeightClass = weight
    f["OS/2"].fsSelection = (f["OS/2"].fsSelection & ~0x61) | (1 if italic else 0x40)
    if em != 1.0:
        f["head"].unitsPerEm = round(f["head"].unitsPerEm / em)
    unit, cmap = f["head"].unitsPerEm, f.getBestCmap()
    blank = {cmap[c] for c in (0x20, 0xA0) if c in cmap}
    for name, (wide, left) in f["hmtx"].metrics.items() if letters or spaces else ():
        if wide:
            f["hmtx"].metrics[name] = (wide + round(unit * (letters + (spaces if name in blank else 0))), left)
    f.flavor = None
    f.save(OUT / f"{family.replace(' ', '')}-{style}.ttf")

V, S = "@fontsource-variable/", "@fontsource/"
F = V+"%s/files/%s-latin-opsz-%s.woff2"
JOBS = [
    (F % ("newsreader", "newsreader", "normal"), "CF Newsreader", 800, False, dict(opsz=72)),
    (F % ("newsreader", "newsreader", "italic"), "CF Newsreader", 400, True, dict(opsz=72)),
    (F % ("source-serif-4", "source-serif-4", "normal"), "CF Source", 900, False, dict(opsz=60)),   # lining figures
    *[(F % ("literata", "literata", "normal"), "CF Literata", w, False, dict(opsz=14)) for w in (400, 600)],
    (F % ("literata", "literata", "italic"), "CF Literata", 400, True, dict(opsz=14)),
    *[(S+f"libre-franklin/files/libre-franklin-latin-{w}-normal.woff2", "CF Franklin", w) for w in (400, 500, 600, 700, 800)],
    # the faces that are easier to read; 800 is for headlines, and as wide there as the newspaper's own
    *[(V+"atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2", "CF Atkinson", w, False,
       dict(em=1.04 if w < 800 else 0.97)) for w in (400, 500, 600, 700, 800)],
    (V+"atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-italic.woff2", "CF Atkinson", 400, True, dict(em=1.04)),
    *[(V+"lexend/files/lexend-latin-wght-normal.woff2", "CF Lexend", w, False,
       dict(em=0.96 if w < 800 else 0.85, letters=0.028 if w < 800 else 0.012, spaces=0.06)) for w in (400, 500, 600, 700, 800)],
]
if __name__ == "__main__":
    for j in JOBS:
        try: make(*j[:4], **(j[4] if len(j) > 4 else {}))
        except FileNotFoundError as e: raise SystemExit(f"{e.filename} is not there. Name the folder that holds @fontsource.") from None
