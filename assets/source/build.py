"""Draws every picture of the game into the folder of assets.

    uv run --group art python assets/source/build.py                      everything (ten to fifteen minutes on one core)
    uv run --group art python assets/source/build.py dana ray/hurt        one person, or one mood
    uv run --group art python assets/source/build.py bakery basement_night   one place (in all its lights), or one light
    uv run --group art python assets/source/build.py silhouettes front icon tables
    ... --jobs 2        use two processes            ... --list        name what there is
"""
import argparse, io, json, sys
sys.dont_write_bytecode = True      # the folder of assets is shipped as it lies
from concurrent.futures import ProcessPoolExecutor
from PIL import Image
import cast, faces, front, icon, places, silhouettes
from kit import ROOT, png, svg

def save(name, document, width):
    """Lossless WebP: the pixels of the PNG in about half the bytes."""
    out = ROOT/name; out.parent.mkdir(parents=True, exist_ok=True)
    im = Image.open(io.BytesIO(png(document, width)))
    if out.suffix == ".png": im.save(out, optimize=True)
    else: (im if "people/" in name else im.convert("RGB")).save(out, "WEBP", lossless=True, method=6 if "people/" in name else 4, quality=90)
    return name

def catalogue():
    """file -> (what to ask for, SVG document when called, width in pixels)"""
    c = {}
    for who, p in cast.PEOPLE.items():
        for m in cast.MOODS: c[f"people/{who}/{m}.webp"] = ({who, f"{who}/{m}"}, lambda p=p, m=m: svg(faces.portrait(p, m), 800, 900, faces.CUT), 1600)
    for kind in silhouettes.SIL:
        for tint in silhouettes.TINTS:
            for m in cast.MOODS: c[f"people/silhouettes/{kind}-{tint}-{m}.webp"] = ({"silhouettes"}, lambda a=(kind, tint, m): svg(silhouettes.silhouette(*a), 800, 900, silhouettes.DEFS), 1600)
    for place, light, file in places.names():
        draw = lambda a=(place, light): svg(places.place(*a), defs=places.DEFS)
        c[f"places/{file}.webp"] = ({place, file}, draw, 1920); c[f"places/4k/{file}.webp"] = ({place, file}, draw, 3840)
    for name in front.FRONT:
        for shape, (w, h) in front.SHAPES.items(): c[f"front/{name}-{shape}.webp"] = ({"front", f"front/{name}"}, lambda a=(name, shape), w=w, h=h: svg(front.picture(*a), w, h, front.DEFS), 2*w)
    c["icon.png"] = ({"icon"}, lambda: svg(icon.icon(), 256, 256, icon.DEFS), 256)
    return c

def tables():
    """The tables that the game reads beside the pictures."""
    w = lambda name, t: (ROOT/name).write_text(json.dumps(t, indent=1, ensure_ascii=False) + "\n", "utf-8")
    w("people/moods.json", dict(sorted(cast.LOOKUP.items()))); w("places/lights.json", {n: list(ls) for n, (_, ls) in sorted(places.PLACES.items())})

def draw(name): _, document, width = catalogue()[name]; return save(name, document(), width)

def main():
    a = argparse.ArgumentParser(description="Draw the pictures of the game.")
    a.add_argument("what", nargs="*", help="people, places, silhouettes, front, icon, tables; nothing = all")
    a.add_argument("--jobs", type=int, default=1); a.add_argument("--list", action="store_true"); a = a.parse_args()
    c = catalogue(); known = set().union(*(k for k, _, _ in c.values())) | {"tables"}
    if a.list: return print(*sorted(known), sep="\n")
    if strange := [w for w in a.what if w not in known]: raise SystemExit(f"Nothing is called {', '.join(strange)}. See --list.")
    if not a.what or "tables" in a.what: tables()
    names = [n for n, (k, _, _) in c.items() if not a.what or k & set(a.what)]
    for d in {(ROOT/n).parent for n in names}: d.mkdir(parents=True, exist_ok=True)
    if a.jobs > 1:
        with ProcessPoolExecutor(a.jobs) as ex: done = ex.map(draw, names); [print(n, flush=True) for n in done]
    else: [print(draw(n), flush=True) for n in names]

if __name__ == "__main__": main()
