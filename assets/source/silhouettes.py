"""Stand-ins for people without art: five kinds of hair in three papers. The initial is set by the game, in type."""
import faces
from kit import *

FACE = "M-118 10C-124 -120,-80 -192,0 -192C80 -192,124 -120,118 10C114 104,66 190,0 190C-66 190,-114 104,-118 10Z"
CAP = "M-128 0C-142 -140,-84 -216,8 -214C100 -212,142 -140,128 0C116 -56,98 -92,72 -106C14 -88,-58 -92,-94 -110C-112 -86,-122 -50,-128 0Z"
SIL = dict(short=(CAP, ""), bob=("M-150 122C-178 -80,-122 -222,0 -222C122 -222,178 -80,150 122C142 156,110 152,104 112C118 20,106 -72,70 -110C10 -90,-60 -94,-92 -112C-118 -60,-118 30,-104 112C-110 152,-142 156,-150 122Z", ""),
           bun=(CAP, '<circle cx="-6" cy="-232" r="58" fill="{h}"/>'), curls=(CAP, "".join(f'<circle cx="{x}" cy="{y}" r="{r}" fill="{{h}}"/>' for x, y, r in ((-118, -60, 50), (-112, -130, 54), (-66, -186, 54), (0, -210, 56), (66, -188, 54), (112, -132, 54), (120, -62, 50)))), hat=("M-196 -84C-120 -116,120 -116,196 -84C120 -60,-120 -60,-196 -84Z M-112 -92C-118 -230,-60 -246,0 -226C60 -246,118 -230,112 -92Z", ""))
TINTS = dict(kraft=(P["crema"], P["espresso"], P["mocha"]), mist=(P["mist"], "#2F4A50", P["teal"]), blush=(P["blush"], "#6A3A26", "#52667A"))      # face, hair, cloth
LETTER = (400, 499, 162)      # where the game prints the initial in the 800x900 box: middle, baseline, size
DEFS = faces.CUT + dots("tone", P["espresso"]+"22", 9, 2.1) + hatch("hi", P["ink"]+"30", 12, 3)
def silhouette(kind="short", tint="kraft", mood="neutral"):
    """Paper cut-out for people without art: no face, so the head's tilt and lift tell the mood."""
    tint, hair, cloth = TINTS[tint]
    e = faces.EX.get(mood, faces.EX["neutral"]); ax, ay = e["at"]; t = e["tilt"]*1.5; cap, extra = SIL[kind]
    b = path("M336 596H464L478 700L400 760L322 700Z", tint) + path("M336 596H464L467 622C436 656,364 656,333 622Z", P["ink"], extra='opacity=".18"')
    b += path("M64 920C64 780,110 722,240 694L322 672L400 760L478 672L560 694C690 722,736 780,736 920Z", cloth) + path("M64 920C64 780,110 722,240 694L300 678V920Z", "url(#hi)") + path("M322 672L400 760L478 672L520 684L400 820L280 684Z", P["paper"])
    h = extra.format(h=hair) if kind == "bun" else ""
    h += path(FACE, tint) + path(FACE, "url(#tone)") + (extra.format(h=hair) if kind == "curls" else "") + path(cap, hair)
    b += g(h, transform=f"translate({400+ax} {400+ay}) rotate({t:g} 0 190) scale(1.08)")
    return g(b, filter="url(#cut)")
