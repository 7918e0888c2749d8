"""Furniture, bread, plants and two whole rooms that the places share. Flat newsprint shapes in a 1920x1080 box."""
import math
from kit import *
INK, ESP, MOC, CRE, TOM, TEA, MIS, PAP, DEE, FOL, WHI = (P[k] for k in "ink espresso mocha crema tomato teal mist paper deep fold white".split())
CRUST, CRUST2, CRUMB = "#B97A3E", "#8F5727", "#E2B376"
DEFS = dots("dk", MOC+"40", 14, 3.2) + dots("dl", WHI+"88", 14, 3.4) + hatch("hk", ESP+"55", 12, 3) + hatch("hm", MOC+"38", 12, 3)

def lamp(x, y, c=TEA, s=1):
    return line(x, 0, x, y-60*s, ESP, 4) + path(f"M{x-70*s} {y}C{x-64*s} {y-52*s},{x-30*s} {y-66*s},{x} {y-66*s}C{x+30*s} {y-66*s},{x+64*s} {y-52*s},{x+70*s} {y}Z", c) + path(f"M{x-28*s} {y}A28 24 0 0 0 {x+28*s} {y}Z", "#F7D9A0")
def cup(x, y, s=1, c=WHI, steam=True):
    a = path(f"M{x-46*s} {y-62*s}H{x+46*s}C{x+46*s} {y-20*s},{x+30*s} {y},{x} {y}C{x-30*s} {y},{x-46*s} {y-20*s},{x-46*s} {y-62*s}Z", c) + path(f"M{x+44*s} {y-52*s}q{30*s} -4 {26*s} {20*s}q-6 {20*s} -{34*s} {16*s}", stroke=c, w=9*s)
    a = f'<ellipse cx="{x}" cy="{y+2*s}" rx="{74*s}" ry="{10*s}" fill="{c}"/>' + path(f"M{x-74*s} {y+3*s}q{74*s} {18*s} {148*s} 0", stroke=MOC, w=2.5) + a + f'<ellipse cx="{x}" cy="{y-62*s}" rx="{46*s}" ry="{7*s}" fill="{ESP}"/>'
    return a + (path(f"M{x-14*s} {y-84*s}q-{14*s} -{20*s} 0 -{38*s}t0 -{38*s}M{x+16*s} {y-84*s}q-{14*s} -{20*s} 0 -{38*s}t0 -{30*s}", stroke=WHI, w=5*s, extra='opacity=".8"') if steam else "")
def loaf(x, y, r=54):
    return path(f"M{x-r} {y}C{x-r-6} {y-r*.9},{x-r*.5} {y-r*1.15},{x} {y-r*1.15}C{x+r*.5} {y-r*1.15},{x+r+6} {y-r*.9},{x+r} {y}Z", CRUST) + path(f"M{x-r*.5} {y-r*.35}q{r*.2} -{r*.4} {r*.42} -{r*.5}M{x-r*.06} {y-r*.3}q{r*.2} -{r*.4} {r*.42} -{r*.5}M{x+r*.4} {y-r*.28}q{r*.1} -{r*.3} {r*.3} -{r*.38}", stroke=CRUMB, w=7)
def croissant(x, y, s=1):
    return g(path("M-62 0C-60 -30,-34 -54,0 -54C34 -54,60 -30,62 0C48 -8,40 -20,26 -20C14 -12,-14 -12,-26 -20C-40 -20,-48 -8,-62 0Z", CRUST) + path("M-30 -46L-24 -20M-8 -54L-8 -15M16 -52L12 -15M36 -42L28 -20", stroke=CRUST2, w=5), transform=f"translate({x} {y}) scale({s})")
def baguettes(x, y):
    b = "".join(g(rect(-17, -190, 34, 200, CRUST, 17) + path("M-10 -150l20 -14M-10 -112l20 -14M-10 -74l20 -14", stroke=CRUMB, w=7), transform=f"translate({x+dx} {y-40}) rotate({r})") for dx, r in ((-44, -9), (-12, -3), (22, 3), (50, 10)))
    b = g(b, transform=f"translate({x*.3:g} {y*.3:g}) scale(.7)")
    x, y, k = x, y, .7
    return b + g(path(f"M{x-84} {y-96}H{x+84}L{x+66} {y}H{x-66}Z", MOC) + path(f"M{x-80} {y-68}H{x+80}M{x-74} {y-38}H{x+74}", stroke=CRE, w=6, extra='stroke-dasharray="20 10"'), transform=f"translate({x*.3:g} {y*.3:g}) scale({k})")
def tart(x, y, c): return path(f"M{x-40} {y-26}H{x+40}L{x+30} {y}H{x-30}Z", CRUST) + "".join(f'<circle cx="{x+d}" cy="{y-30}" r="12" fill="{c}"/>' for d in (-26, 0, 26))
def plant(x, y, s=1, c="#3D6257", pot=TOM):
    l = "".join(g(path("M0 0C-30 -40,-26 -110,0 -150C26 -110,30 -40,0 0Z", c) + line(0, -10, 0, -120, "#24443B", 3), transform=f"translate({x} {y-86*s}) rotate({a}) scale({s})") for a in (-62, -32, -6, 22, 52))
    return l + path(f"M{x-58*s} {y-96*s}H{x+58*s}L{x+42*s} {y}H{x-42*s}Z", pot) + rect(x-64*s, y-108*s, 128*s, 22*s, pot)

def table(x, y, rx, c=WHI, dish=True):
    ry = rx*.27; h = rx*.62
    s = f'<ellipse cx="{x}" cy="{y+h*1.02}" rx="{rx*.98}" ry="{ry*.8}" fill="{INK}" opacity=".2"/>'
    s += path(f"M{x-rx} {y}C{x-rx} {y+h*.5},{x-rx*.9} {y+h*.9},{x-rx*.86} {y+h}Q{x} {y+h+ry*.95} {x+rx*.86} {y+h}C{x+rx*.9} {y+h*.9},{x+rx} {y+h*.5},{x+rx} {y}Z", "#E6DCC6") + "".join(path(f"M{x+rx*k} {y+ry*.8}q{rx*.03*k} {h*.45} {-rx*.02*k} {h*.74}", stroke="#CDBF9F", w=4) for k in (-.8, -.5, -.15, .2, .55, .82))
    s += f'<ellipse cx="{x}" cy="{y}" rx="{rx}" ry="{ry}" fill="{c}"/>'
    if dish:
        for a in (200, 250, 300, 345, 40, 95, 145):
            px, py = x+rx*.7*math.cos(math.radians(a)), y+ry*.66*math.sin(math.radians(a)); k = rx/300
            s += f'<ellipse cx="{px:.0f}" cy="{py:.0f}" rx="{46*k:.0f}" ry="{14*k:.0f}" fill="{MIS}"/><ellipse cx="{px:.0f}" cy="{py-1:.0f}" rx="{30*k:.0f}" ry="{8*k:.0f}" fill="{WHI}"/>'
        s += g(path("M-16 0L-22 -52H22L16 0Z", TEA) + "".join(f'<circle cx="{dx}" cy="{dy}" r="20" fill="{c2}"/>' for dx, dy, c2 in ((-24, -64, TOM), (4, -82, "#D8634C"), (28, -62, TOM), (0, -58, CRE))), transform=f"translate({x} {y}) scale({rx/300})")
    return s
def chair(x, y, s=1): return g(path("M-54 0V-120C-54 -150,-40 -164,-16 -164H16C40 -164,54 -150,54 -120V0Z", ESP) + path("M-34 -20V-116C-34 -134,-26 -142,-12 -142H12C26 -142,34 -134,34 -116V-20Z", TOM, extra='opacity=".85"'), transform=f"translate({x} {y}) scale({s})")
def luncheon():
    b = rect(0, 0, 1920, 740, "#E4DCC6") + rect(0, 560, 1920, 180, "#CFC3A6") + rect(0, 552, 1920, 12, MOC) + "".join(rect(x, 590, 150, 120, "none", 4, f'stroke="#B8AA88" stroke-width="5"') for x in range(20, 1920, 190))
    for x in (70, 600, 1180, 1600):     # arched windows
        b += path(f"M{x} 530V270A115 115 0 0 1 {x+230} 270V530Z", TEA) + path(f"M{x+16} 530V272A99 99 0 0 1 {x+214} 272V530Z", "#C9DAD2") + path(f"M{x+115} 172V530M{x+16} 300H{x+214}M{x+16} 415H{x+214}", stroke=TEA, w=9) + path(f"M{x+30} 520V440L{x+110} 350V520Z", "url(#dl)") + rect(x-14, 526, 258, 18, ESP)
    b += path("M0 150Q240 210 480 150T960 150T1440 150T1920 150V120H0Z", TOM) + path("M0 150Q240 210 480 150T960 150T1440 150T1920 150", stroke="#8E2A17", w=5) + rect(0, 0, 1920, 124, "#D9CBA9") + rect(0, 116, 1920, 12, MOC)
    for x in (690, 1250): b += line(x, 0, x, 150, ESP, 5) + f'<circle cx="{x}" cy="190" r="46" fill="#F7DFAE"/><circle cx="{x}" cy="190" r="46" fill="none" stroke="{ESP}" stroke-width="5"/>'
    # club pennant: plain cup roundel
    b += g(path("M392 250H558V460L475 510L392 460Z", ESP) + path("M404 262H546V452L475 494L404 452Z", stroke=CRE, w=5) + f'<circle cx="475" cy="356" r="58" fill="{PAP}"/>' + cup(468, 392, .62, ESP, False), transform="translate(1030 0)")
    b += rect(0, 740, 1920, 340, "#8A4A36") + rect(0, 740, 1920, 340, "url(#hk)", extra='opacity=".45"') + rect(0, 740, 1920, 12, INK, extra='opacity=".25"')
    # lectern
    b += path("M930 470L1094 440L1106 478L942 508Z", ESP) + path("M952 504L1086 480L1074 770H976Z", MOC) + path("M976 560L1070 544L1064 700H984Z", stroke=CRE, w=5) + rect(950, 762, 150, 22, ESP, 4) + path("M1010 462C1000 420,1016 396,1040 384", stroke=INK, w=6) + f'<ellipse cx="1046" cy="378" rx="12" ry="18" fill="{INK}" transform="rotate(48 1046 378)"/>'
    b += chair(420, 800, .8) + chair(560, 790, .8) + chair(700, 800, .8) + table(560, 800, 220) + chair(1300, 800, .75) + chair(1420, 792, .75) + chair(1540, 800, .75) + table(1420, 800, 215)
    b += chair(20, 920, 1.1) + chair(860, 920, 1.1) + table(80, 930, 320) + table(960, 950, 340)
    return b

def street(x, y, w, h, night=False):
    sky, far, near = ("#27424A", "#1D343B", "#152830") if night else ("#DDE8DF", "#BBD0C9", "#9DB9B0")
    s = rect(x, y, w, h, sky)
    for i, (dx, bw, bh) in enumerate(((0, .2, .5), (.17, .16, .66), (.33, .22, .42), (.52, .15, .6), (.66, .2, .48), (.84, .2, .62))):
        s += rect(x+w*dx, y+h*(1-bh), w*min(bw, 1-dx), h*bh, (far, near)[i % 2])
        for r in range(3):
            for c in range(2): s += rect(x+w*(dx+bw*(.22+.36*c)), y+h*(1-bh+.07+.13*r), w*.034, h*.06, ("#F2C879" if (i+r+c) % 3 else far) if night else PAP)
    return s
def cafe():
    b = rect(0, 0, 1920, 1080, "#E6D3B0") + rect(0, 0, 1920, 1080, "url(#dk)", extra='opacity=".3"') + rect(0, 820, 1920, 260, "#B98C5C") + "".join(line(0, y, 1920, y, "#A27748", 4) for y in (880, 950, 1030)) + rect(0, 806, 1920, 16, ESP)
    b += rect(50, 150, 1010, 560, ESP, 6) + street(74, 174, 962, 512) + "".join(g(rect(-7, 0, 14, 170, MOC) + "".join(f'<circle cx="{dx}" cy="{dy}" r="{r}" fill="#5E8678"/>' for dx, dy, r in ((-38, -20, 56), (36, -30, 60), (0, -76, 56))), transform=f"translate({x} 520)") for x in (200, 830))
    b += rect(74, 672, 962, 14, "#8FA79C") + path("M90 660L330 190H470L230 660Z", "url(#dl)") + path("M620 660L800 300H850L670 660Z", "url(#dl)") + line(555, 174, 555, 686, ESP, 18) + line(74, 300, 1036, 300, ESP, 14) + rect(34, 704, 1042, 26, MOC)
    b += rect(34, 728, 1042, 10, "url(#hk)") + plant(960, 706, .9)
    for x, c in ((250, TOM), (555, TEA), (860, TOM), (1240, ESP)): b += lamp(x, 190, c, .95)
    # wall shelf with cups, right of window
    b += rect(1180, 470, 300, 16, ESP) + cup(1250, 466, .6, TEA, False) + cup(1400, 466, .6, TOM, False) + rect(1180, 640, 300, 16, ESP) + "".join(rect(x, 640-h, w, h, c) for x, w, h, c in ((1200, 26, 110, TEA), (1228, 20, 96, CRE), (1250, 30, 118, MOC), (1282, 22, 90, TOM), (1306, 26, 104, DEE)))
    # table
    b += path("M640 905H1180L1150 1080H1120L1116 950H720L716 1080H686Z", ESP) + f'<ellipse cx="900" cy="908" rx="360" ry="52" fill="{MOC}"/><ellipse cx="900" cy="898" rx="360" ry="52" fill="{CRE}"/><ellipse cx="900" cy="898" rx="330" ry="42" fill="none" stroke="{MOC}" stroke-width="3"/>' + cup(800, 902, 1) + cup(1040, 896, .95, MIS)
    return b
