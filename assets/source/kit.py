"""Shared drawing kit: palette, shapes, one line of type, SVG -> PNG. Everything else imports this. ROOT is the folder of assets."""
import pathlib
from html import escape
import resvg_py
ROOT = pathlib.Path(__file__).parent.parent
P = dict(paper="#F5EDDC", deep="#E9DCC3", fold="#D9C7A6", ink="#1B1613", espresso="#4B2E20", mocha="#7A5238",
         crema="#C8955C", latte="#94744E", tomato="#B93A22", teal="#1C5C63", mist="#BBD0C9", blush="#E9B39A", white="#FFFBF2")
NEWS, NUM, LIT, FRA = "CF Newsreader", "CF Source", "CF Literata", "CF Franklin"   # headline, figures (lining), reading, interface
SANS = FRA

def text(x, y, s, size, fill=P["ink"], fam=SANS, w=400, it=False, anchor="start", ls=0, extra=""):
    return (f'<text x="{x:g}" y="{y:g}" font-family="{fam}" font-size="{size:g}" font-weight="{w}" fill="{fill}" text-anchor="{anchor}"'
            f'{" font-style=%sitalic%s" % (chr(34), chr(34)) if it else ""}{f" letter-spacing={chr(34)}{ls}{chr(34)}" if ls else ""} {extra}>{escape(s)}</text>')

def rect(x, y, w, h, fill, r=0, extra=""): return f'<rect x="{x:g}" y="{y:g}" width="{w:g}" height="{h:g}" rx="{r}" fill="{fill}" {extra}/>'
def line(x1, y1, x2, y2, c=P["ink"], w=2, extra=""): return f'<path d="M{x1:g} {y1:g}L{x2:g} {y2:g}" stroke="{c}" stroke-width="{w:g}" fill="none" {extra}/>'
def path(d, fill="none", stroke=None, w=4, extra=""):
    s = f'stroke="{stroke}" stroke-width="{w:g}" stroke-linecap="round" stroke-linejoin="round"' if stroke else ""
    return f'<path d="{d}" fill="{fill}" {s} {extra}/>'
def g(s, **a): return "<g " + " ".join(f'{k.replace("_", "-")}="{v}"' for k, v in a.items()) + f">{s}</g>"

def dots(id, c, pitch=10, r=2.6): return (f'<pattern id="{id}" width="{pitch}" height="{pitch}" patternUnits="userSpaceOnUse" patternTransform="rotate(35)">'
                                          f'<circle cx="{pitch/2}" cy="{pitch/2}" r="{r}" fill="{c}"/></pattern>')
def hatch(id, c, pitch=9, w=2, a=-45): return (f'<pattern id="{id}" width="{pitch}" height="{pitch}" patternUnits="userSpaceOnUse" patternTransform="rotate({a})">'
                                               f'<rect width="{pitch}" height="{w}" fill="{c}"/></pattern>')

def svg(body, w=1920, h=1080, defs=""): return f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 {w} {h}" width="{w}" height="{h}"><defs>{defs}</defs>{body}</svg>'
def png(s, w=None):
    """The SVG document as the bytes of a PNG, w pixels wide."""
    return bytes(resvg_py.svg_to_bytes(svg_string=s, width=w, skip_system_fonts=True, font_dirs=[str(ROOT/"fonts")]))
