"""Every place of the scenarios: 1920x1080, no figures. The picture column of a scene shows 0-800 x 0-936, so each place has its
   subject there; the whole 16:9 works wide. A place is a function of the light ("day", "dawn", "evening", "night") -> SVG fragment."""
import math, random, re
import pieces
from pieces import lamp, cup, loaf, croissant, baguettes, tart, plant, table, chair, CRUST, CRUST2, CRUMB
from kit import *
INK, ESP, MOC, CRE, TOM, TEA, MIS, PAP, DEE, FOL, WHI = (P[k] for k in "ink espresso mocha crema tomato teal mist paper deep fold white".split())
LEAF, LEAF2, GLOW, BRICK, WALL = "#5E8678", "#3D6257", "#F7DFAE", "#A4553D", "#EBDCBD"
AMBER = "#F2C879"
DEFS = pieces.DEFS + dots("dg", GLOW+"66", 16, 4) + hatch("hw2", WHI+"40", 16, 3)
SKY = dict(day=("#DDE8DF", "#BBD0C9", "#9DB9B0"), dawn=("#F3D2AE", "#C9B6A4", "#8FA09B"), evening=("#EBB07F", "#B57F68", "#77534F"), night=("#27424B", "#1D343C", "#152830"))
TINT = dict(dawn=(.97, .92, .89), evening=(.90, .76, .68), night=(.47, .55, .62))
LIT = {GLOW.lower(), "#f7dfaf", "#f2c879"} | {c.lower() for s in SKY.values() for c in s}      # colours that keep their own light

def relight(s, L):
    """Night and evening by palette: every flat colour is multiplied by a tint, lamps and skies are left alone."""
    if L not in TINT: return s
    t = TINT[L]
    def f(m):
        h = m.group(0)
        return h if h.lower() in LIT else "#%02X%02X%02X" % tuple(round(int(h[i:i+2], 16)*t[i//2]) for i in (1, 3, 5))
    return re.sub(r"#[0-9A-Fa-f]{6}(?![0-9A-Fa-f])", f, s)

# ---------- pieces
def poly(pts, c, **k): return path("M"+"L".join(f"{x:g} {y:g}" for x, y in pts)+"Z", c, **k)
def ell(x, y, rx, ry, c, extra=""): return f'<ellipse cx="{x:g}" cy="{y:g}" rx="{rx:g}" ry="{ry:g}" fill="{c}" {extra}/>'
def cone(x, y, w, h, o=.42): return poly([(x-30, y), (x+30, y), (x+w, y+h), (x-w, y+h)], GLOW, extra=f'opacity="{o}"')
def clipped(u, x, y, w, h, s): return f'<clipPath id="{u}"><rect x="{x}" y="{y}" width="{w}" height="{h}"/></clipPath>' + g(s, clip_path=f"url(#{u})")
def tree(x, y, s=1, c=LEAF): return g(rect(-8, -120, 16, 120, MOC) + "".join(f'<circle cx="{a}" cy="{b}" r="{r}" fill="{c}"/>' for a, b, r in ((-50, -140, 62), (48, -150, 66), (0, -215, 66), (0, -140, 60))) + '<circle cx="-34" cy="-170" r="54" fill="url(#dl)" opacity=".4"/>', transform=f"translate({x} {y}) scale({s})")
def town(x, y, w, h, L="day", n=7, seed=3, lit=.5):
    """A skyline of flat blocks."""
    r = random.Random(seed); sky, far, near = SKY[L]; s, bw = rect(x, y, w, h, sky), w/n
    for i in range(n):
        bh = h*r.uniform(.34, .72); c = near if i % 2 else far; s += rect(x+i*bw, y+h-bh, bw+1, bh, c)
        for a in range(int(bh//(h*.15))):
            for k in range(2):
                on = r.random() < lit
                s += rect(x+i*bw+bw*(.2+.36*k), y+h-bh+h*(.07+.14*a), bw*.22, h*.075, (GLOW if on else far if c == near else near) if L in ("night", "evening") else PAP)
    return s
def window(u, x, y, w, h, L="day", cols=2, rows=2, c=MOC, seed=3, inner=None):
    s = rect(x-18, y-18, w+36, h+36, c) + clipped(u, x, y, w, h, inner or town(x, y, w, h, L, max(4, int(w/90)), seed) + ("" if L == "night" else poly([(x+w*.1, y+h), (x+w*.42, y), (x+w*.6, y), (x+w*.28, y+h)], "url(#dl)")))
    s += "".join(line(x+w*i/cols, y, x+w*i/cols, y+h, c, 12) for i in range(1, cols)) + "".join(line(x, y+h*i/rows, x+w, y+h*i/rows, c, 12) for i in range(1, rows))
    return s + rect(x-34, y+h+14, w+68, 22, ESP)
def boards(y, c, l, n=4):
    b, yy, d = rect(0, y, 1920, 1080-y, c), y, 46
    while yy < 1080: yy += d; d *= 1.22; b += line(0, yy, 1920, yy, l, 4)
    return b
def rays(y, vx, l, step=190, n=26): return "".join(line(vx+(i-n/2)*step*.28, y, vx+(i-n/2)*step*1.7, 1080, l, 4) for i in range(n+1))
def awning(x, y, w, h, k=96, c=TOM, id_="dk"):
    s, n = "", round(w/k); k = w/n
    for i in range(n):
        cc = c if i % 2 == 0 else WHI
        s += rect(x+i*k, y, k+.5, h, cc) + path(f"M{x+i*k} {y+h-1}H{x+i*k+k}A{k/2} {k*.46} 0 0 1 {x+i*k} {y+h-1}Z", cc)
    return s + rect(x, y, w, h, f"url(#{id_})", extra='opacity=".3"')
def car(x, y, s=1, c=TEA, flip=False):
    b = path("M-300 0V-70C-300 -96,-284 -106,-256 -110L-196 -118L-120 -196C-108 -208,-96 -212,-78 -212H80C102 -212,114 -206,128 -192L196 -116L266 -104C294 -98,304 -84,304 -58V0Z", c) + path("M-164 -120L-100 -182C-94 -188,-88 -190,-78 -190H-14V-120ZM6 -190H76C88 -190,96 -186,104 -178L158 -120H6Z", MIS) + path("M-140 -120L-90 -172H-60L-112 -120Z", "url(#dl)")
    b += rect(-300, -40, 604, 12, INK, extra='opacity=".25"') + rect(-304, -86, 34, 22, GLOW, 6) + rect(278, -86, 28, 22, TOM, 6) + rect(-60, -96, 40, 9, ESP, 4)
    b += "".join(f'<circle cx="{dx}" cy="-2" r="56" fill="{INK}"/><circle cx="{dx}" cy="-2" r="27" fill="{FOL}"/><circle cx="{dx}" cy="-2" r="9" fill="{INK}"/>' for dx in (-186, 190))
    return g(ell(0, 52, 330, 16, INK, 'opacity=".28"') + b, transform=f"translate({x} {y}) scale({-s if flip else s} {s})")
def books(x, y, w, h, seed, gap=.05):
    r = random.Random(seed); s, cx = "", x
    while cx < x+w-14:
        bw = r.uniform(16, 38); 
        if cx+bw > x+w: break
        if r.random() < gap: cx += bw; continue
        bh = h*r.uniform(.62, .94); c = r.choice([TOM, TEA, MOC, CRE, MIS, DEE, "#6E7F5E", "#D8634C", ESP, "#8FA79C"])
        s += rect(cx, y-bh, bw-2, bh, c) + (rect(cx, y-bh*.82, bw-2, 7, INK, extra='opacity=".22"') if r.random() < .6 else ""); cx += bw
    return s
def folding(x, y, s=1, c=TOM, back=False):
    """A folding chair; back=True seen from behind."""
    d = "M-44 -150H44V-92H-44Z" ; legs = path("M-48 -150L-40 -64L-58 6M48 -150L40 -64L58 6M-40 -64L-30 0M40 -64L30 0", stroke=ESP, w=8)
    return g(ell(0, 6, 66, 10, INK, 'opacity=".2"') + legs + path("M-46 -62H46L54 -44H-54Z", c) + path(d, c) + path("M-44 -102H44V-92H-44Z", INK, extra='opacity=".2"'), transform=f"translate({x:g} {y:g}) scale({s:g})")
def wood_chair(x, y, s=1, c=ESP, seat=TOM): return g(ell(0, 4, 78, 12, INK, 'opacity=".2"') + path("M-56 0V-250M56 0V-250M-56 -96H56M-40 -96V0M40 -96V0", stroke=c, w=13) + path("M-56 -240Q0 -262 56 -240V-206Q0 -226 -56 -206ZM-56 -178Q0 -196 56 -178V-150Q0 -168 -56 -150Z", c) + path("M-66 -112H66L72 -88H-72Z", seat), transform=f"translate({x} {y}) scale({s})")
def box(x, y, w, h, c=CRUST, d=0): return rect(x, y-h, w, h, c) + rect(x+w*.43, y-h, w*.14, h, CRUMB) + rect(x, y-h, w, h*.09, INK, extra='opacity=".16"') + (rect(x+w*.12, y-h*.42, w*.22, h*.2, PAP) if d else "")
def bunting(x0, y0, x1, y1, n=12, sag=60, cs=(TOM, WHI, TEA, CRE), s=46):
    P0 = lambda t: (x0+(x1-x0)*t, y0+(y1-y0)*t+sag*4*t*(1-t)); b = ""
    for i in range(n):
        t = (i+.5)/n; x, y = P0(t); b += poly([(x-s*.5, y), (x+s*.5, y+1), (x, y+s*1.25)], cs[i % len(cs)])
    return b + path(f"M{x0} {y0}Q{(x0+x1)/2} {(y0+y1)/2+sag*2} {x1} {y1}", stroke=ESP, w=4)
def tiles(x, y, w, h, k, c, l): return rect(x, y, w, h, c) + "".join(line(x, yy, x+w, yy, l, 3) for yy in range(int(y)+k, int(y+h), k)) + "".join(line(xx, y, xx, y+h, l, 3) for xx in range(int(x)+k, int(x+w), k))
def envelope(x, y, w, h, r=0, stripe=TOM): return g(rect(0, 0, w, h, WHI) + path(f"M0 0L{w/2} {h*.56}L{w} 0", stroke=FOL, w=5) + rect(0, h-10, w, 10, stripe), transform=f"translate({x} {y}) rotate({r})")
def moon(x, y, r): return f'<circle cx="{x}" cy="{y}" r="{r}" fill="{GLOW}"/>'

# ---------- the bakery
def bakery(L="day"):
    b = rect(0, 0, 1920, 1080, WALL) + rect(0, 0, 1920, 1080, "url(#dk)", extra='opacity=".25"') + rect(0, 590, 1920, 490, "#D6CDB4") + "".join(line(0, y, 1920, y, "#C7BC9F", 3) for y in range(640, 960, 62)) + "".join(line(x+(31 if r % 2 else 0), 590+62*r, x+(31 if r % 2 else 0), 640+62*r-12, "#C7BC9F", 3) for r in range(6) for x in range(0, 1920, 124)) + rect(0, 578, 1920, 16, MOC)
    b += rect(1180, 930, 740, 150, DEE) + "".join(poly([(1180+i*148, 930), (1254+i*148, 930), (1254+i*148-40, 1000), (1180+i*148-40, 1000)], MOC) + poly([(1254+i*148-40, 1000), (1328+i*148-40, 1000), (1328+i*148-100, 1080), (1254+i*148-100, 1080)], MOC) for i in range(6)) + rect(1180, 918, 740, 14, ESP)
    for y in (345, 545): b += rect(20, y, 900, 20, ESP) + rect(20, y+20, 900, 12, "url(#hk)") + "".join(path(f"M{x} {y+20}v34l34 -34Z", MOC) for x in (60, 850))
    b += loaf(110, 345) + loaf(226, 345, 46) + loaf(330, 345, 56) + croissant(470, 345) + croissant(600, 345) + baguettes(760, 345) + baguettes(130, 545) + loaf(290, 545, 50) + croissant(420, 545, .9) + croissant(540, 545, .9) + loaf(680, 545, 60) + loaf(806, 545, 46)
    b += rect(990, 250, 330, 250, ESP, 6) + rect(1004, 264, 302, 222, "#2C2723", 3) + path("M1040 308h150M1040 348h210M1040 382h180M1040 416h220M1040 450h120", stroke="#B9AD98", w=6) + g(cup(0, 0, .5, "#B9AD98", False), transform="translate(1248 322)")
    # street door
    b += rect(1440, 210, 400, 722, ESP) + window("bkd", 1486, 256, 308, 420, L, 1, 1, TEA, 5) + rect(1468, 690, 344, 228, TEA) + rect(1500, 722, 280, 164, "#17494F") + rect(1752, 640, 20, 90, CRE, 8) + rect(1468, 676, 344, 18, TEA) + path("M1560 232a22 22 0 0 1 44 0v10h-44z", CRE)
    b += awning(0, 0, 1920, 150, 96) + lamp(1155, 232, ESP, .7)
    b += rect(0, 800, 1180, 24, ESP) + rect(0, 824, 1180, 256, MOC) + "".join(rect(x, 850, 250, 230, "#6A4630", 6) for x in range(30, 1180, 290)) + rect(0, 824, 1180, 14, "url(#hk)")
    b += path("M770 800V660C770 640,784 630,800 630H1130C1146 630,1160 640,1160 660V800Z", "#F4F3EA") + rect(784, 716, 362, 8, MOC) + tart(850, 716, TOM) + tart(960, 716, "#7A3550") + tart(1070, 716, TOM) + croissant(850, 798, .75) + croissant(962, 798, .75) + croissant(1074, 798, .75) + path("M770 800V660C770 640,784 630,800 630H1130C1146 630,1160 640,1160 660V800M800 650L790 690", stroke=WHI, w=7)
    # number machine on the counter: what the line is counting
    b += rect(600, 776, 90, 24, ESP) + rect(634, 690, 22, 90, ESP) + rect(566, 600, 158, 104, INK, 8) + num_(645, 678, "43", 76, GLOW)
    return b
def num_(x, y, s, size, c): return text(x, y, s, size, fill=c, fam=NUM, w=900, anchor="middle")

def parking_lot(L="day"):
    sky, far, near = SKY[L]
    b = rect(0, 0, 1920, 620, sky) + (f'<circle cx="1500" cy="190" r="84" fill="{WHI if L == "day" else GLOW}"/>' if L != "night" else moon(1500, 180, 60)) + "".join(tree(x, 590, s, LEAF if i % 2 else LEAF2) for i, (x, s) in enumerate(((1120, 1.1), (1290, .8), (1460, 1.2), (1660, .9), (1840, 1.15))))
    b += rect(1000, 560, 920, 60, near)
    # shop
    b += rect(0, 90, 1010, 530, BRICK) + "".join(line(0, y, 1010, y, "#93472F", 4) for y in range(130, 620, 40)) + rect(0, 64, 1034, 40, ESP)
    b += rect(60, 330, 560, 250, ESP) + rect(80, 350, 520, 210, GLOW if L in ("night", "evening") else "#EFE6CF") + rect(80, 470, 520, 12, MOC) + loaf(150, 470, 40) + loaf(250, 470, 46) + croissant(360, 470, .8) + croissant(470, 470, .8) + loaf(556, 470, 36) + loaf(160, 560, 44) + croissant(290, 560, .85) + loaf(420, 560, 46) + loaf(550, 560, 40) + poly([(110, 560), (200, 350), (260, 350), (170, 560)], "url(#dl)")
    b += rect(700, 320, 210, 300, ESP) + rect(722, 342, 166, 278, TEA) + rect(746, 368, 118, 130, GLOW if L in ("night", "evening") else MIS) + rect(852, 520, 12, 44, CRE, 6)
    b += awning(30, 210, 950, 96, 68) + rect(320, 118, 380, 66, ESP, 6) + g(cup(0, 0, .62, PAP, False), transform="translate(400 172)") + path("M470 152h180", stroke=PAP, w=9)
    b += rect(0, 608, 1920, 22, FOL) + rect(0, 630, 1920, 450, "#6F665C") + rect(0, 630, 1920, 450, "url(#dk)", extra='opacity=".5"')
    for x0, x1 in ((-160, -620), (180, -40), (520, 540), (860, 1120), (1200, 1700), (1540, 2280)): b += poly([(x0, 690), (x0+18, 690), (x1+40, 1080), (x1, 1080)], PAP)
    # lamp post and trolley
    b += rect(1096, 150, 18, 500, ESP) + path("M1105 160Q1105 120 1170 120H1214", stroke=ESP, w=14) + path("M1186 120H1262L1250 154H1198Z", INK) + rect(1074, 634, 62, 26, ESP) + car(1060, 716, .62, CRE, True) + car(1480, 910, 1.25, TEA)
    t = path("M0 0H190L164 120H34ZM-50 -46H-14L40 150H170", stroke=MIS, w=9) + path("M10 34H182M18 72H174M56 0L64 120M106 0L106 120M150 0L142 120", stroke=MIS, w=5) + f'<circle cx="60" cy="172" r="16" fill="{INK}"/><circle cx="160" cy="172" r="16" fill="{INK}"/>'
    b += g(ell(100, 190, 110, 10, INK, 'opacity=".3"') + t, transform="translate(300 720)")
    return (b, poly([(1198, 156), (1250, 156), (1440, 900), (1000, 900)], GLOW, extra='opacity=".28"')) if L in ("night", "evening") else b

def dana_kitchen(L="night"):
    b = rect(0, 0, 1920, 1080, "#D9DDCB") + rect(0, 0, 1920, 1080, "url(#dk)", extra='opacity=".2"') + tiles(0, 500, 1920, 160, 54, "#EDE7D3", "#D5CCB0")
    b += "".join(rect(x, 0, 250, 190, TEA) + rect(x+22, 0, 206, 166, "#17494F") + rect(x+210, 120, 12, 34, CRE, 5) for x in (700, 960, 1220))
    b += window("dkw", 90, 56, 300, 380, L, 2, 2, MOC, 8, (rect(90, 56, 300, 380, SKY[L][0]) + (moon(304, 150, 44) if L == "night" else f'<circle cx="304" cy="150" r="44" fill="{WHI}"/>') + rect(90, 330, 300, 110, SKY[L][2]) + poly([(104, 340), (204, 260), (304, 340)], SKY[L][1]) + rect(182, 352, 44, 54, GLOW if L == "night" else PAP)))
    b += rect(0, 650, 1330, 26, ESP) + rect(0, 676, 1330, 250, TEA) + "".join(rect(x+16, 700, 226, 210, "#17494F") + rect(x+110, 716, 40, 10, CRE, 5) for x in range(0, 1300, 262)) + path("M210 650V590Q210 556 244 556Q278 556 278 590", stroke=MIS, w=14) + plant(80, 650, .62) + g(path("M-60 0C-70 -70,-40 -104,0 -104C40 -104,70 -70,60 0ZM-58 -76L-100 -104L-92 -40ZM-18 -108H18V-124H-18Z", TOM) + path("M-44 -96Q0 -170 44 -96", stroke=ESP, w=10), transform="translate(900 650)")
    # fridge with a child's drawing
    b += rect(1380, 190, 400, 740, "#E9E3D2", 18) + rect(1380, 480, 400, 8, MOC) + rect(1404, 300, 16, 130, MOC, 8) + rect(1404, 520, 16, 160, MOC, 8) + g(rect(0, 0, 170, 130, WHI) + path("M24 108L70 60L116 108M70 60V108", stroke=TOM, w=6) + f'<circle cx="130" cy="34" r="18" fill="{CRE}"/>' + path("M20 112H150", stroke=LEAF, w=8) + f'<circle cx="85" cy="6" r="9" fill="{TEA}"/>', transform="translate(1520 240) rotate(4)") + g(rect(0, 0, 110, 140, PAP) + path("M16 34h78M16 58h78M16 82h50", stroke=FOL, w=7) + f'<circle cx="55" cy="6" r="9" fill="{TOM}"/>', transform="translate(1560 540) rotate(-5)")
    b += rect(0, 926, 1920, 154, MOC)
    # table with the blank card
    b += rect(0, 850, 1560, 34, CRE) + rect(0, 884, 1560, 196, "#6A4630") + rect(0, 884, 1560, 14, "url(#hk)")
    b += envelope(80, 790, 150, 60, 0) + "".join(rect(1060+i*4, 836-i*13, 190, 12, (PAP, WHI)[i % 2]) for i in range(5))
    card = poly([(390, 848), (700, 848), (676, 800), (414, 800)], WHI) + poly([(390, 848), (700, 848), (700, 856), (390, 856)], FOL) + path("M736 846L850 812l13 6l-8 11L744 853Z", TOM) + path("M736 846l8 7l-20 3Z", INK) + cup(930, 848, 1, TOM)
    glow = poly([(430, 562), (650, 562), (850, 850), (230, 850)], AMBER, extra='opacity=".5"') if L == "night" else ""
    return (b, glow + line(540, 0, 540, 470, ESP, 5) + path("M430 560C436 500,490 470,540 470C590 470,644 504,650 560Z", TOM) + path("M490 560A50 34 0 0 0 590 560Z", GLOW if L == "night" else WHI) + card)

def library_cafe(L="day"):
    b = rect(0, 0, 1920, 1080, "#E6D3B0") + boards(840, "#B98C5C", "#A27748")
    b += rect(0, 60, 830, 760, ESP)
    for i, y in enumerate((230, 400, 570, 740)): b += rect(24, y-146, 370, 146, "#3A2318") + rect(424, y-146, 382, 146, "#3A2318") + books(30, y, 360, 140, 11+i) + books(430, y, 370, 140, 31+i) + rect(0, y, 830, 22, MOC)
    b += rect(0, 760, 830, 60, MOC) + rect(0, 40, 850, 26, MOC)
    b += window("lbw", 960, 150, 620, 500, L, 3, 2, MOC, 12) + tree(1180, 650, 0, LEAF)
    b += "".join(rect(1650, y, 230, 14, ESP) + books(1660, y, 210, 110, 60+y) for y in (330, 480, 630)) + rect(1650, 200, 12, 600, ESP) + rect(1868, 200, 12, 600, ESP) + rect(1650, 784, 230, 16, ESP)
    for x, c in ((270, CRE), (610, TOM), (1270, TEA)): b += lamp(x, 150, c, .95)
    # cart
    b += rect(1180, 700, 340, 14, MOC) + books(1190, 700, 320, 100, 90, 0) + rect(1170, 620, 12, 250, MOC) + rect(1518, 620, 12, 250, MOC) + rect(1170, 840, 360, 14, MOC) + books(1190, 840, 320, 96, 91, .1) + "".join(f'<circle cx="{x}" cy="886" r="20" fill="{INK}"/>' for x in (1190, 1510))
    b += wood_chair(90, 980, 1.2) + wood_chair(800, 980, 1.2)
    return b + path("M290 930H640L664 1080H620L590 950H340L310 1080H266Z", ESP) + ell(455, 918, 330, 56, MOC) + ell(455, 906, 330, 56, CRE) + ell(455, 906, 304, 46, "none", f'stroke="{MOC}" stroke-width="3"') + cup(340, 910, 1.05) + cup(580, 904, 1, MIS) + g(rect(0, 0, 120, 16, TEA) + rect(4, 2, 116, 10, PAP), transform="translate(412 916)")

def parents_hall(L="evening"):
    b = rect(0, 0, 1920, 760, "#E4D6B4") + rect(0, 0, 1920, 760, "url(#dk)", extra='opacity=".25"') + boards(760, "#C08B55", "#A87443") + rays(760, 700, "#A87443")
    b += "".join(window(f"ph{x}", x, 150, 190, 150, L, 2, 1, MOC, x, rect(x, 150, 190, 150, SKY[L][0]) + rect(x, 240, 190, 60, SKY[L][2])) for x in (60, 1436, 1702))
    # stage
    b += rect(360, 110, 980, 560, ESP) + rect(392, 142, 916, 500, "#2B1C15") + "".join(path(f"M{x} 142H{x+104}V640Q{x+52} 656 {x} 640Z", TOM if i % 2 else "#9C2E1A") for i, x in enumerate((392, 470, 548)) ) + "".join(path(f"M{x} 142H{x+104}V640Q{x+52} 656 {x} 640Z", TOM if i % 2 else "#9C2E1A") for i, x in enumerate((1048, 1126, 1204))) + path("M392 142H1308V196Q1231 250 1154 196Q1078 250 1002 196Q926 250 850 196Q773 250 697 196Q620 250 544 196Q468 250 392 196Z", "#8E2A17") + rect(340, 640, 1020, 30, MOC) + rect(360, 670, 980, 90, "#8F6238") + rect(360, 670, 980, 12, "url(#hk)")
    b += poly([(800, 540), (912, 528), (918, 552), (806, 566)], CRE) + poly([(816, 564), (902, 556), (894, 640), (824, 640)], MOC) + path("M866 532C858 500,872 482,894 474", stroke=INK, w=6)
    b += bunting(0, 40, 960, 30, 13, 50) + bunting(960, 30, 1920, 40, 13, 50)
    # urn table
    b += rect(30, 600, 330, 22, WHI) + path("M30 622H360V800Q345 790 330 800T300 800T270 800T240 800T210 800T180 800T150 800T120 800T90 800T60 800T30 800Z", "#E6DCC6") + path("M90 600V470C90 440,110 424,150 424C190 424,210 440,210 470V600Z", MIS) + rect(84, 590, 132, 14, MOC) + rect(134, 400, 32, 26, ESP, 6) + path("M206 560h26v18", stroke=ESP, w=9) + path("M108 470V570", stroke=WHI, w=9) + cup(256, 596, .42, WHI, False) + cup(322, 596, .42, TOM, False)
    # rows of chairs, stacks at the right
    for xs, y, s, c in (((470, 680, 890, 1100, 1310, 1520, 1730), 866, 1.0, TEA), ((90, 380, 670, 960, 1250, 1540, 1830), 1048, 1.42, TOM)):
        b += "".join(folding(x, y, s, c) for x in xs)
    return b

def belas_window(L="day", card=True):
    lit = L in ("night", "evening")
    b = rect(0, 0, 1920, 1080, BRICK) + "".join(line(0, y, 1920, y, "#93472F", 4) for y in range(20, 1080, 44)) + "".join(line(x+(44 if (y//44) % 2 else 0), y, x+(44 if (y//44) % 2 else 0), y+44, "#93472F", 4) for y in range(20, 1000, 44) for x in range(0, 1920, 88))
    b += rect(0, 1000, 1920, 80, "#B5A78D") + rect(0, 1000, 1920, 12, MOC) + rect(40, 800, 1120, 200, TEA) + "".join(rect(x, 832, 300, 136, "#17494F") for x in (80, 420, 760)) 
    b += rect(40, 300, 1120, 500, ESP) + rect(70, 330, 1060, 440, GLOW if lit else "#EDE2C6") + rect(70, 330, 1060, 440, "url(#dk)", extra='opacity=".3"')
    b += rect(70, 470, 1060, 8, CRE) + "".join(path(f"M{x} 478h53v110q-26 16 -53 0z", WHI if i % 2 else "#F0E6CF") for i, x in enumerate(range(70, 1120, 53)))
    b += rect(70, 690, 1060, 80, MOC) + rect(70, 690, 1060, 12, "url(#hk)") + loaf(560, 690, 66) + loaf(720, 690, 54) + croissant(860, 690, 1.1) + croissant(1010, 690, 1.1) + poly([(790, 470), (850, 330), (960, 330), (900, 470)], "url(#dl)") + poly([(980, 470), (1040, 330), (1080, 330), (1020, 470)], "url(#dl)")
    if card:   # put up by himself, straight, four pieces of tape
        b += g(rect(8, 10, 250, 176, INK, extra='opacity=".22"') + rect(0, 0, 250, 176, WHI) + rect(0, 0, 250, 40, TOM) + path("M28 76h190M28 108h190M28 140h110", stroke=FOL, w=11) + f'<circle cx="206" cy="140" r="18" fill="{TEA}"/>' + "".join(rect(x, y, 50, 20, CRE, extra='opacity=".85"') for x, y in ((-18, -8), (218, -8), (-18, 164), (218, 164))), transform="translate(190 520) rotate(-1)")
    else:      # a clean oblong where twenty leaflets were
        b += rect(70, 600, 420, 90, "#CDBF9F", extra='opacity=".75"') + path("M70 478H490V690H70Z", "#BFAF8C", extra='opacity=".45"') + rect(190, 510, 190, 160, "#F8F0DA") + "".join(rect(x, y, 44, 18, CRE, extra='opacity=".8"') for x, y in ((172, 504), (352, 504), (172, 660), (352, 660)))
    b += rect(1250, 300, 380, 700, ESP) + rect(1284, 334, 312, 666, TEA) + rect(1330, 384, 220, 330, GLOW if lit else MIS) + poly([(1350, 714), (1450, 384), (1500, 384), (1400, 714)], "url(#dl)") + rect(1330, 760, 220, 190, "#17494F") + rect(1556, 640, 18, 90, CRE, 8) + g(rect(0, 0, 96, 60, ESP, 6) + g(cup(0, 0, .44, PAP, False), transform="translate(46 46)"), transform="translate(1392 450)") + path("M1398 430L1440 400L1482 430", stroke=ESP, w=4)
    b += awning(0, 90, 1700, 150, 100) + rect(0, 66, 1700, 30, ESP) + rect(1760, 420, 90, 150, CRE, 8) + rect(1774, 436, 62, 118, GLOW, 4) + path("M1805 420V370H1870", stroke=ESP, w=10) + rect(1740, 860, 130, 140, MOC) + plant(1805, 880, .9)
    return b

# ---------- the coat
def luncheon(L="day"): return pieces.luncheon()
def empty_chair(L="day", coat=False):
    b = rect(0, 0, 1920, 640, "#E4DCC6") + rect(0, 420, 1920, 220, "#CFC3A6") + rect(0, 410, 1920, 14, MOC) + "".join(rect(x, 456, 230, 150, "none", 4, 'stroke="#B8AA88" stroke-width="6"') for x in range(-60, 1920, 290))
    for x in (40, 1100, 1560): b += path(f"M{x} 390V150A140 140 0 0 1 {x+280} 150V390Z", TEA) + path(f"M{x+18} 390V152A122 122 0 0 1 {x+262} 152V390Z", "#C9DAD2") + path(f"M{x+140} 30V390M{x+18} 190H{x+262}", stroke=TEA, w=10) + rect(x-16, 386, 312, 20, ESP)
    b += rect(0, 640, 1920, 440, "#8A4A36") + rect(0, 640, 1920, 440, "url(#hk)", extra='opacity=".45"') + rect(0, 640, 1920, 12, INK, extra='opacity=".25"')
    b += chair(1210, 750, 2.0) + chair(1620, 800, 2.0)
    # the chair: alone, large, a little turned away
    b += g(ell(0, 6, 170, 22, INK, 'opacity=".25"') + path("M-130 0V-300C-130 -372,-92 -404,-30 -404H30C92 -404,130 -372,130 -300V0Z", ESP) + path("M-88 -60V-288C-88 -336,-66 -356,-24 -356H24C66 -356,88 -336,88 -288V-60Z", TOM) + path("M-88 -60V-288C-88 -336,-66 -356,-24 -356H24", "url(#hk)"), transform="translate(430 770)")
    if coat: b += g(path("M-150 -372C-90 -420,90 -420,150 -372L176 -90C120 -70,60 -84,40 -110L0 -330L-40 -110C-70 -80,-130 -70,-176 -90Z", "#C7A36F") + path("M-60 -392L0 -320L60 -392", stroke=MOC, w=9) + path("M-90 -330L-112 -110M90 -330L112 -110", stroke=MOC, w=6), transform="translate(430 770)")
    b += ell(960, 1090, 1260, 330, "#CDBF9F") + ell(960, 1070, 1260, 330, WHI) + ell(960, 1070, 1210, 304, "none", 'stroke="#E6DCC6" stroke-width="6"')
    for x, y in ((430, 860), (960, 830), (1500, 860)):
        b += ell(x, y, 150, 44, MIS) + ell(x, y-4, 104, 29, WHI) + rect(x-196, y-38, 9, 76, P["latte"], 4) + rect(x+188, y-38, 9, 76, P["latte"], 4)
    if not coat: b += poly([(372, 856), (430, 730), (488, 856)], TOM) + poly([(430, 730), (488, 856), (446, 860)], "#8E2A17") + path("M430 730L418 858", stroke="#8E2A17", w=4)
    b += g(path("M-30 0L-42 -100H42L30 0Z", TEA) + "".join(f'<circle cx="{dx}" cy="{dy}" r="36" fill="{c2}"/>' for dx, dy, c2 in ((-44, -124, TOM), (8, -158, "#D8634C"), (54, -120, TOM), (2, -112, CRE))), transform="translate(700 815)")
    # the sticker badge, one corner lifting
    return b + g(rect(0, 0, 170, 92, WHI, 6, f'stroke="{FOL}" stroke-width="3"') + rect(0, 0, 170, 26, TEA, 6) + path("M24 56h120", stroke=INK, w=8) + path("M170 60L132 92H170Z", PAP, FOL, 3), transform="translate(640 905) rotate(-8)")
def badge_table(L="day"):
    b = rect(0, 0, 1920, 820, "#E4DCC6") + rect(0, 520, 1920, 300, "#CFC3A6") + rect(0, 510, 1920, 14, MOC) + "".join(rect(x, 556, 230, 210, "none", 4, 'stroke="#B8AA88" stroke-width="6"') for x in range(-60, 1920, 290)) + rect(0, 820, 1920, 260, "#8A4A36") + rect(0, 820, 1920, 260, "url(#hk)", extra='opacity=".45"') + rect(0, 812, 1920, 14, ESP)
    # doorway to the Elm Room
    b += rect(1220, 130, 560, 690, ESP) + rect(1250, 160, 500, 660, GLOW) + rect(1250, 600, 500, 220, "#8A4A36") + path("M1330 520V330A70 70 0 0 1 1470 330V520Z", TEA) + path("M1342 520V332A58 58 0 0 1 1458 332V520Z", "#C9DAD2") + path("M1540 520V330A70 70 0 0 1 1680 330V520Z", TEA) + path("M1552 520V332A58 58 0 0 1 1668 332V520Z", "#C9DAD2") + table(1500, 690, 170) + poly([(1220, 130), (1310, 170), (1310, 800), (1220, 820)], TEA) + poly([(1780, 130), (1690, 170), (1690, 800), (1780, 820)], TEA) + rect(1290, 470, 12, 70, CRE, 5) + rect(1698, 470, 12, 70, CRE, 5)
    # coat stand, nearly full
    b += rect(1000, 210, 18, 600, ESP) + path("M930 260Q1009 200 1088 260M950 340Q1009 300 1068 340", stroke=ESP, w=12) + path("M1009 790L930 830M1009 790L1088 830", stroke=ESP, w=14) + path("M940 262C890 300,880 420,880 600H980C990 460,986 320,962 262Z", "#C7A36F") + path("M1076 262C1130 300,1140 420,1140 560H1040C1030 440,1034 320,1056 262Z", "#3E5F77") + path("M930 300V600M1090 300V560", stroke=INK, w=4, extra='opacity=".4"') + path("M1166 560V440q0 -24 20 -24", stroke=ESP, w=8) + path("M1142 520L1166 490L1190 520L1174 720H1158Z", TOM) + path("M1166 500V740", stroke="#8E2A17", w=5)
    # pennant
    b += path("M110 110H330V360L220 430L110 360Z", TEA) + path("M126 126H314V352L220 412L126 352Z", stroke=CRE, w=6) + f'<circle cx="220" cy="244" r="76" fill="{PAP}"/>' + cup(214, 284, .7, ESP, False)
    # the table: thirty years of badges, one sticker for a guest
    b += rect(30, 640, 790, 26, WHI) + path("M30 666H820V1000Q794 986 768 1000T715 1000T662 1000T609 1000T556 1000T503 1000T450 1000T397 1000T344 1000T291 1000T238 1000T185 1000T132 1000T79 1000T30 1000Z", TOM) + "".join(path(f"M{x} 676V980", stroke="#9C2E1A", w=7) for x in range(84, 820, 106)) + ell(425, 1012, 400, 16, INK, 'opacity=".25"')
    b += poly([(90, 640), (120, 520), (480, 520), (500, 640)], ESP) + "".join(poly([(122+c*62-r*6, 538+r*34), (172+c*62-r*6, 538+r*34), (170+c*63-r*7, 562+r*34), (118+c*63-r*7, 562+r*34)], WHI if (r, c) not in ((1, 4), (2, 2), (0, 3)) else ESP) + (poly([(122+c*62-r*6, 538+r*34), (172+c*62-r*6, 538+r*34), (172+c*62-r*6, 545+r*34), (121+c*62-r*6, 545+r*34)], TEA) if (r, c) not in ((1, 4), (2, 2), (0, 3)) else "") for r in range(3) for c in range(5 + (r == 2)))
    b += path("M560 640C560 580,590 560,620 556C650 560,680 580,680 640Z", CRE) + rect(612, 540, 16, 20, ESP, 4) + rect(548, 632, 144, 12, ESP, 6) + path("M590 620C592 596,602 584,616 578", stroke=WHI, w=6, extra='opacity=".7"')
    return b + g(rect(0, 0, 96, 58, WHI, 4, f'stroke="{FOL}" stroke-width="3"') + rect(0, 0, 96, 18, TOM, 4), transform="translate(712 584) rotate(-6)")
def kitchen_door(L="day"):
    b = rect(0, 0, 1920, 1080, "#DCD6C0") + rect(0, 430, 1920, 650, "#B9C6B8") + rect(0, 418, 1920, 16, MOC) + rect(0, 888, 1920, 192, "#8D8474") + "".join(poly([(x, 900), (x+120, 900), (x+120+(x-580)*.3, 1080), (x+(x-700)*.3, 1080)], PAP) for x in range(-600, 2200, 240)) + rect(0, 888, 1920, 16, ESP)
    b += rect(70, 130, 660, 770, ESP) + rect(96, 156, 608, 744, GLOW)
    for x, fl in ((100, 1), (402, -1)):
        b += rect(x, 160, 298, 740, TEA) + f'<circle cx="{x+149}" cy="370" r="92" fill="{CRE}"/><circle cx="{x+149}" cy="370" r="76" fill="{GLOW}"/>' + clipped(f"kd{x}", x+73, 294, 152, 152, f'<g>' + path(f"M{x+70} 410H{x+230}", stroke=MOC, w=12) + path(f"M{x+100} 404v-34h40v34zM{x+160} 404c-10 -60,50 -60,40 0z", MOC) + '</g>') + rect(x+24, 700, 250, 170, "#B9AD98") + rect(x+24, 700, 250, 170, "url(#hk)") + rect(x+(250 if fl > 0 else 30), 540, 18, 110, CRE, 8)
    b += rect(390, 160, 22, 740, ESP) + rect(250, 40, 300, 70, ESP, 8) + g(cup(0, 0, .58, PAP, False), transform="translate(396 96)")
    # tray stand with stacked plates, trolley
    b += g(ell(0, 166, 190, 16, INK, 'opacity=".25"') + path("M-120 164L120 -4M120 164L-120 -4", stroke=ESP, w=16) + rect(-190, -24, 380, 22, MOC, 10) + "".join(ell(-70, -30-i*13, 92, 12, WHI if i % 2 else "#DDD2B8") for i in range(9)) + ell(-70, -148, 60, 7, TOM) + "".join(g(cup(0, 0, .5, WHI, False), transform=f"translate({x} {y})") for x, y in ((96, -26), (96, -66), (150, -26))), transform="translate(560 850)")
    b += rect(980, 560, 520, 22, MOC) + rect(980, 760, 520, 22, MOC) + rect(980, 480, 16, 460, ESP) + rect(1484, 480, 16, 460, ESP) + "".join(f'<circle cx="{x}" cy="952" r="26" fill="{INK}"/>' for x in (1000, 1480)) + "".join(ell(1100, 552-i*14, 84, 12, WHI if i % 2 else "#DDD2B8") for i in range(7)) + "".join(ell(1340, 752-i*14, 84, 12, MIS if i % 2 else "#A7BDB4") for i in range(6)) + path("M1240 560C1240 490,1420 490,1420 560Z", "#C9CFC4") + rect(1318, 490, 24, 16, MOC, 6) + g(cup(0, 0, .8, WHI, False), transform="translate(1120 754)")
    b += path("M1600 470h200v60h-200z", WHI) + "".join(rect(1620+i*60, 530, 40, 150, (TOM, WHI, TEA)[i]) for i in range(3)) + rect(1580, 452, 240, 22, ESP) + lamp(1240, 190, TOM, 1.0) + lamp(1700, 190, TOM, 1.0)
    return b
def school_garden(L="day"):
    sky, far, near = SKY[L]
    b = rect(0, 0, 1920, 620, sky) + f'<circle cx="640" cy="170" r="96" fill="{GLOW}"/>' + tree(1720, 620, 1.7, LEAF2) + tree(70, 610, 1.5, LEAF2)
    b += rect(880, 250, 720, 370, "#D9B98C") + rect(860, 226, 760, 34, BRICK) + poly([(1140, 226), (1240, 140), (1340, 226)], BRICK) + f'<circle cx="1240" cy="196" r="26" fill="{PAP}"/>' + path("M1240 196V178M1240 196H1254", stroke=INK, w=4) + "".join(rect(x, y, 90, 96, TEA) + rect(x+10, y+10, 70, 76, MIS) + line(x+45, y+10, x+45, y+86, TEA, 6) for y in (296, 440) for x in (920, 1050, 1350, 1480)) + rect(1190, 430, 110, 190, TOM) + rect(1204, 444, 82, 176, "#9C2E1A")
    b += rect(0, 590, 1920, 490, "#8FA66F") + rect(0, 590, 1920, 490, "url(#dl)", extra='opacity=".25"') + "".join(rect(x, 530, 14, 90, WHI) + poly([(x, 530), (x+7, 518), (x+14, 530)], WHI) for x in range(0, 880, 38)) + rect(0, 552, 880, 10, WHI) + rect(0, 588, 880, 10, WHI)
    def bed(x, y, w, h, kind):
        s = rect(x, y, w, h, MOC) + poly([(x, y), (x+w, y), (x+w-34, y-50), (x+34, y-50)], "#4B2E20") + line(x, y+h*.5, x+w, y+h*.5, ESP, 4) + rect(x, y, w, 8, CRE)
        for i in range(int(w//74)):
            px, py = x+56+i*74, y-14
            if kind == "leaf": s += path(f"M{px} {py}C{px-44} {py-30},{px-40} {py-66},{px-8} {py-58}C{px} {py-90},{px+40} {py-70},{px+24} {py-40}C{px+30} {py-14},{px+14} {py},{px} {py}Z", LEAF if i % 2 else "#6E9A5E")
            else: s += path(f"M{px} {py}V{py-54}M{px} {py-20}q-22 -4 -26 -24M{px} {py-30}q22 -4 24 -24", stroke=LEAF2, w=7) + (f'<circle cx="{px}" cy="{py-62}" r="16" fill="{TOM}"/>' if i % 2 == 0 else "")
        return s
    b += bed(860, 760, 460, 60, "leaf") + bed(1400, 760, 440, 60, "x") + bed(940, 980, 760, 84, "x")
    # the bean teepee
    b += bed(120, 860, 640, 84, "leaf")
    t = "".join(path(f"M{x} 850L440 250", stroke=MOC, w=11) for x in (230, 330, 440, 550, 650)) + path("M426 300q14 12 28 0M420 320q20 12 40 0", stroke=CRE, w=6)
    for i, (f, k) in enumerate(((.25, 0), (.38, 3), (.42, 1), (.5, 4), (.55, 2), (.62, 0), (.66, 3), (.74, 1), (.78, 4), (.84, 2), (.9, 0), (.9, 4), (.34, 2), (.7, 2), (.86, 3), (.58, 4))):
        x = 440+((230, 330, 440, 550, 650)[k]-440)*f; y = 250+600*f
        t += path(f"M{x:.0f} {y:.0f}c-34 -8 -44 -34 -34 -50c24 2 38 22 34 50zM{x:.0f} {y:.0f}c30 -12 42 -34 30 -52c-24 4 -36 26 -30 52z", LEAF if i % 2 else "#6E9A5E") + (path(f"M{x+8:.0f} {y:.0f}q12 24 4 48", stroke="#6E9A5E", w=9) if i % 3 == 0 else "")
    b += t + g(path("M-70 0V-110H60V0ZM60 -50L140 -120L156 -106L60 -10Z", TOM) + path("M-60 -100C-150 -120,-140 -10,-66 -20", stroke=TOM, w=14) + path("M-50 -112Q0 -170 44 -112", stroke=TOM, w=12) + poly([(128, -134), (172, -112), (160, -92), (118, -116)], "#8E2A17") + rect(-70, -14, 130, 14, INK, extra='opacity=".2"'), transform="translate(180 1010) scale(.95)")
    return b
def health_fair(L="day"):
    sky, far, near = SKY[L]
    b = rect(0, 0, 1920, 560, sky) + "".join(tree(x, 560, s, LEAF if i % 2 else LEAF2) for i, (x, s) in enumerate(((40, 1.5), (880, 1.5), (1010, 1.1), (1850, 1.6)))) + rect(0, 540, 1920, 540, "#9BB07B") + rect(0, 540, 1920, 540, "url(#dl)", extra='opacity=".22"') + poly([(620, 540), (760, 540), (1150, 1080), (480, 1080)], "#E2CFA5")
    def stall(x, w, c, top):
        s = rect(x+20, 240, 20, 640, ESP) + rect(x+w-40, 240, 20, 640, ESP) + rect(x+40, 330, w-80, 300, WALL) + rect(x+40, 330, w-80, 300, "url(#dk)", extra='opacity=".4"')
        s += poly([(x+60, 110), (x+w-60, 110), (x+w, 250), (x, 250)], c) + "".join(poly([(x+60+(w-120)*i/8, 110), (x+60+(w-120)*(i+1)/8, 110), (x+w*(i+1)/8, 250), (x+w*i/8, 250)], WHI) for i in range(1, 8, 2)) + "".join(path(f"M{x+w*i/8:g} 249h{w/8:g}a{w/16:g} 44 0 0 1 {-w/8:g} 0z", WHI if i % 2 else c) for i in range(8))
        return s + rect(x-10, 640, w+20, 26, MOC) + rect(x, 666, w, 220, WHI) + "".join(path(f"M{x+w*i/6:g} 666v220", stroke="#E6DCC6", w=6) for i in range(1, 6)) + ell(x+w/2, 890, w*.5, 16, INK, 'opacity=".2"') + top
    cuff = rect(150, 560, 200, 80, TEA, 12) + rect(170, 574, 90, 50, PAP, 6) + path("M350 600q60 -10 70 30", stroke=INK, w=9) + f'<circle cx="470" cy="590" r="48" fill="{WHI}" stroke="{INK}" stroke-width="7"/>' + path("M470 590L496 566", stroke=TOM, w=7) + ell(470, 640, 34, 8, INK, 'opacity=".3"') + path("M600 640V590h70v50z", MIS) + path("M612 590l8 -50M636 590V530M656 590l-6 -54", stroke=TOM, w=8)
    heart = g(path("M0 46C-60 4,-52 -46,-20 -46C-6 -46,0 -34,0 -28C0 -34,6 -46,20 -46C52 -46,60 4,0 46Z", TOM), transform="translate(400 450) scale(1.5)") + path("M140 450H300L324 410L346 480L360 450M448 450L470 420L488 474L502 450H660", stroke=TEA, w=9)
    soup = path("M1250 640V520H1470V640Z", "#8D8F86") + rect(1232, 506, 256, 22, INK, 8) + path("M1400 506L1440 420", stroke=CRE, w=12) + "".join(path(f"M{x} 480q-18 -26 0 -50t0 -50", stroke=WHI, w=8, extra='opacity=".85"') for x in (1290, 1350)) + "".join(path(f"M{x} 600h80q0 40 -40 40t-40 -40z", c) for x, c in ((1560, TOM), (1660, WHI))) + loaf(1150, 640, 52)
    b += stall(80, 640, TEA, heart + cuff) + stall(1060, 720, TOM, soup) + bunting(0, 60, 1000, 40, 14, 46) + bunting(1000, 40, 1920, 60, 13, 46)
    return b + "".join(folding(x, 1030, 1.3, c) for x, c in ((180, TEA), (380, TEA), (1180, TOM), (1400, TOM))) 
def back_office(L="day"):
    b = rect(0, 0, 1920, 1080, "#DCCBA6") + rect(0, 0, 1920, 1080, "url(#dk)", extra='opacity=".25"') + rect(0, 930, 1920, 150, "#8D7B62") + rect(0, 918, 1920, 16, ESP)
    # wall calendar: Friday ringed
    b += g(rect(8, 10, 300, 330, INK, extra='opacity=".2"') + rect(0, 0, 300, 330, WHI) + rect(0, 0, 300, 70, TOM) + "".join(rect(18+c*38, 92+r*46, 30, 34, DEE) for r in range(5) for c in range(7)) + path("M160 176C168 166,210 162,216 196C218 222,170 226,160 206C154 192,166 176,190 172", stroke=TOM, w=7) + "".join(f'<circle cx="{x}" cy="8" r="9" fill="{ESP}"/>' for x in (70, 150, 230)), transform="translate(90 90)")
    b += rect(470, 330, 420, 18, ESP) + "".join(rect(490+i*54, 330-190, 46, 190, c) + rect(498+i*54, 176, 30, 50, PAP) for i, c in enumerate((TEA, TEA, MOC, TOM, MOC, TEA, CRE)))
    b += rect(470, 130, 420, 0, ESP) + path("M480 60h400", stroke=ESP, w=8) + "".join(g(rect(0, 0, 74, 96, (WHI, PAP, "#F2D488", WHI)[i]) + path("M12 30h50M12 48h50M12 66h30", stroke=FOL, w=6), transform=f"translate({500+i*98} 52) rotate({(-3, 4, -5, 2)[i]}) scale(.72)") for i in range(4))
    # pass-through to the kitchen
    b += rect(980, 190, 500, 420, ESP) + rect(1006, 216, 448, 368, "#C9CFC4") + tiles(1006, 216, 448, 368, 52, "#CFD5CA", "#B4BDB2") + rect(1006, 300, 448, 12, INK) + "".join(path(f"M{x} 312v{h}", stroke=INK, w=8) + f for x, h, f in ((1060, 90, ell(1060, 420, 34, 24, INK)), (1160, 60, ell(1160, 404, 50, 40, MOC)), (1270, 80, ell(1270, 420, 28, 34, INK)), (1380, 50, ell(1380, 398, 56, 44, CRE)))) + rect(980, 584, 520, 30, MOC)
    # the dead cooler
    b += rect(1560, 250, 300, 690, "#C9CFC4", 14) + rect(1560, 470, 300, 8, MOC) + rect(1584, 330, 16, 110, MOC, 8) + rect(1584, 510, 16, 150, MOC, 8) + g(rect(0, 0, 120, 96, "#F2D488") + path("M26 24L94 74M94 24L26 74", stroke=TOM, w=12), transform="translate(1670 330) rotate(-5)") + ell(1650, 985, 200, 26, MIS) + ell(1730, 1000, 120, 18, "#D4E2DC")
    # apron on a hook
    # desk
    b += rect(0, 760, 1290, 34, CRE) + rect(0, 794, 1290, 286, MOC) + rect(0, 794, 1290, 14, "url(#hk)") + "".join(rect(x, 830, 300, 220, "#6A4630", 6) + rect(x+110, 858, 80, 14, CRE, 7) for x in (40, 380, 950))
    b += path("M470 760L430 640L540 520", stroke=TEA, w=14) + path("M500 470L640 520L612 592L486 530Z", TEA) + ell(470, 760, 80, 12, ESP) 
    b += rect(120, 706, 190, 54, INK, 8) + rect(136, 668, 158, 44, "#3A332E", 6) + rect(150, 678, 130, 24, GLOW, 3) + path("M200 668C200 600,270 640,250 560", "none") + rect(176, 560, 78, 112, WHI) + path("M190 586h50M190 606h50M190 626h34", stroke=FOL, w=6)
    b += rect(706, 640, 6, 120, ESP) + ell(709, 760, 54, 8, ESP) + "".join(g(rect(-58, -6, 116, 12, (WHI, PAP, "#F2D488")[i % 3]), transform=f"translate(709 {744-i*13}) rotate({(-4, 3, -2, 5, -3)[i % 5]})") for i in range(7)) + cup(880, 762, 1, TOM) + envelope(990, 700, 180, 62, 0) 
    return (b, poly([(500, 540), (606, 590), (720, 760), (300, 760)], AMBER, extra=f'opacity="{.6 if L == "night" else .35}"'))

# ---------- the second page
def daniel_kitchen(L="dawn"):
    sky, far, near = SKY[L]
    inner = rect(120, 90, 620, 470, sky) + (moon(620, 190, 44) if L == "night" else f'<circle cx="300" cy="400" r="92" fill="{GLOW}"/>') + "".join(rect(x, y, 110, 300, far) + poly([(x-10, y), (x+55, y-56), (x+120, y)], near) + rect(x+40, y+40, 30, 36, GLOW if i == 1 else sky) for i, (x, y) in enumerate(((110, 460), (240, 470), (400, 430), (540, 460), (660, 440)))) + rect(120, 540, 620, 30, near)
    b = rect(0, 0, 1920, 1080, "#E3DAC0") + rect(0, 0, 1920, 1080, "url(#dk)", extra='opacity=".2"') + window("dnw", 120, 90, 620, 470, L, 3, 1, WHI, 3, inner)
    b += path("M96 40C150 60,190 60,230 40L236 150C190 176,140 176,96 150ZM230 40C290 60,350 60,410 40V150C350 176,290 176,236 150ZM410 40C470 60,530 60,590 40L596 150C540 176,470 176,410 150ZM590 40C640 60,720 60,764 40V150C720 176,640 176,596 150Z", CRE) + rect(80, 28, 700, 18, ESP, 9)
    # dresser
    b += rect(900, 150, 560, 24, ESP) + rect(900, 340, 560, 24, ESP) + rect(900, 540, 560, 24, ESP) + rect(900, 120, 20, 800, ESP) + rect(1440, 120, 20, 800, ESP) + "".join(ell(980+i*100, 300, 44, 44, (WHI, MIS, WHI, TOM)[i]) + ell(980+i*100, 300, 28, 28, (DEE, PAP, DEE, "#D8634C")[i]) for i in range(4)) + "".join(cup(990+i*130, 536, .66, (TEA, WHI, CRE)[i], False) for i in range(3)) + rect(1300, 430, 90, 110, TEA, 10) + rect(1310, 416, 70, 20, CRE, 6) + rect(900, 700, 560, 230, MOC) + rect(920, 724, 250, 190, "#6A4630") + rect(1190, 724, 250, 190, "#6A4630") + rect(900, 680, 560, 24, ESP) + rect(1156, 800, 10, 40, CRE) + rect(1194, 800, 10, 40, CRE)
    # door with coat and nurse's bag
    b += rect(1560, 170, 280, 760, WHI) + rect(1580, 190, 240, 740, "#E7E0CC") + rect(1610, 230, 180, 250, "#D5CCB0") + rect(1610, 540, 180, 300, "#D5CCB0") + f'<circle cx="1600" cy="610" r="16" fill="{CRE}"/>' + path("M1640 420Q1640 250 1700 250Q1760 250 1760 420", stroke=TEA, w=12) + path("M1616 400H1784L1800 590H1600Z", TEA) + path("M1690 450h20v34h34v20h-34v34h-20v-34h-34v-20h34z", WHI) + rect(1684, 236, 32, 20, ESP, 6)
    b += rect(0, 930, 1920, 150, "#A98F6A") + wood_chair(120, 960, 1.5, MOC, TEA) + wood_chair(900, 960, 1.5, MOC, TEA)
    # table: the insurer's letter, fruit bowl, two cups
    b += rect(0, 800, 1240, 34, CRUMB) + rect(0, 834, 1240, 18, MOC) + rect(60, 852, 34, 228, MOC) + rect(1140, 852, 34, 228, MOC)
    b += path("M300 800C240 800,214 750,210 712H430C426 750,400 800,340 800Z", TEA) + "".join(f'<circle cx="{x}" cy="{y}" r="40" fill="{c}"/>' for x, y, c in ((262, 690, TOM), (330, 676, "#D9A441"), (384, 692, "#9DB06A"))) + path("M208 712H432C430 724,428 732,424 740H216C212 732,210 724,208 712Z", TEA) + path("M262 652q4 -16 16 -20M384 654q0 -14 10 -20", stroke=ESP, w=6)
    b += g(rect(0, 0, 230, 96, WHI, extra=f'stroke="{FOL}" stroke-width="3"') + rect(24, 40, 110, 34, MIS) + path("M24 20h70", stroke=TOM, w=9), transform="translate(476 706)") + cup(800, 804, 1.0, TOM) + cup(1010, 804, 1.0, WHI)
    if L == "night": return (b, poly([(330, 642), (530, 642), (740, 800), (120, 800)], AMBER, extra='opacity=".5"') + line(430, 0, 430, 560, ESP, 5) + path("M330 640C340 580,386 560,430 560C474 560,520 580,530 640Z", TOM) + path("M386 640A44 28 0 0 0 474 640Z", GLOW))
    return b
def message(L="day"):
    """Seen from above: the desk, and the phone with an empty line on it."""
    b = rect(0, 0, 1920, 1080, "#B98350") + "".join(line(0, y, 1920, y+18, "#A97443", 5) for y in range(40, 1080, 150)) + path("M1180 120q80 -30 160 0t160 0M1400 960q80 -30 160 0t160 0", stroke="#A97443", w=5)
    sh = lambda s: g(s, opacity=".25", transform="translate(12 16)")
    # unanswered letter, pencil
    b += g(sh(rect(0, 0, 300, 390, INK)) + rect(0, 0, 300, 390, WHI) + path("M34 60h170M34 112h232M34 150h232M34 188h210M34 226h232M34 264h190M150 326c20 -30 34 20 52 -6s26 10 50 -10", stroke=FOL, w=8), transform="translate(-60 500) rotate(-14)") + g(sh(envelope(0, 0, 330, 210)) + envelope(0, 0, 330, 210, 0, TEA), transform="translate(-40 120) rotate(9)")
    # phone
    a = b; b = ""; ph = g(sh(rect(0, 0, 400, 800, INK, 46)) + rect(0, 0, 400, 800, INK, 46) + rect(20, 24, 360, 752, "#EEF1EA", 28) + rect(20, 24, 360, 96, TEA, 28) + rect(20, 80, 360, 40, TEA) + f'<circle cx="76" cy="74" r="28" fill="{CRE}"/>' + path("M124 66h130M124 92h80", stroke=MIS, w=10) + rect(44, 150, 220, 92, DEE, 18) + path("M66 182h170M66 210h110", stroke=FOL, w=9) + rect(44, 262, 170, 62, DEE, 18) + path("M66 294h110", stroke=FOL, w=9) +
            path("M130 392h140", stroke=MIS, w=5) + rect(136, 430, 220, 0, TEA) + rect(40, 650, 320, 96, WHI, 24, f'stroke="{TEA}" stroke-width="5"') + rect(66, 672, 7, 52, TOM) + f'<circle cx="318" cy="698" r="28" fill="{TEA}"/>' + path("M306 698h24m-9 -10l10 10l-10 10", stroke=WHI, w=6), transform="translate(290 92) rotate(3)")
    b += g(sh(rect(0, 0, 22, 380, INK, 4)) + rect(0, 0, 24, 340, TOM) + rect(0, -34, 24, 36, CRE) + poly([(0, 340), (24, 340), (12, 388)], CRUMB) + poly([(8, 372), (16, 372), (12, 388)], INK), transform="translate(770 470) rotate(16)")
    # cup from above
    b += g(sh(ell(0, 0, 170, 170, INK)) + ell(0, 0, 170, 170, WHI) + ell(0, 0, 140, 140, "none", f'stroke="{DEE}" stroke-width="6"') + rect(96, -24, 110, 48, WHI, 22) + ell(0, 0, 104, 104, WHI) + ell(0, 0, 88, 88, ESP) + path("M-50 -40A64 64 0 0 1 30 -58", stroke=MOC, w=10), transform="translate(1010 250) rotate(30)")
    # keyboard
    b += g(sh(rect(0, 0, 700, 300, INK, 18)) + rect(0, 0, 700, 300, "#3A332E", 18) + "".join(rect(26+c*66+(r % 2)*14, 26+r*66, 54, 52, PAP if (r, c) != (1, 9) else TOM, 8) for r in range(3) for c in range(9 + (r % 2 == 0))) + rect(160, 226, 380, 50, PAP, 8), transform="translate(1130 560) rotate(-7)")
    b += g(sh(ell(0, 0, 60, 60, INK)) + "".join(g(path("M0 0C-44 -60,-36 -150,0 -200C36 -150,44 -60,0 0Z", LEAF if i % 2 else LEAF2) + line(0, -20, 0, -160, "#24443B", 4), transform=f"rotate({i*51})") for i in range(7)) + ell(0, 0, 30, 30, LEAF2), transform="translate(1700 200)")
    return (a, ph, b)
def coffee_shop(L="day"):
    s = pieces.cafe(); k = s.index('<path d="M640 905H1180'); s = s[:k] + g(s[k:], transform="translate(-450 0)")
    if L == "evening" or L == "night": s = s.replace(pieces.street(74, 174, 962, 512), town(74, 174, 962, 512, L, 8, 4))
    # bar with the machine at the right, so the wide cut is not an empty wall
    b = rect(1330, 700, 590, 30, ESP) + rect(1350, 730, 570, 350, TEA) + "".join(rect(x, 760, 160, 290, "#17494F") for x in (1376, 1560, 1744)) + rect(1540, 520, 320, 180, "#C9CFC4", 12) + rect(1520, 490, 360, 44, TOM, 10) + rect(1520, 664, 360, 36, INK, 6) + "".join(rect(x, 580, 60, 22, INK, 6) + rect(x-30, 586, 40, 12, ESP, 5) + g(cup(0, 0, .4, WHI, False), transform=f"translate({x+24} 660)") for x in (1610, 1750)) + f'<circle cx="1820" cy="556" r="18" fill="{WHI}"/>' + "".join(cup(1570+i*90, 486, .4, (WHI, MIS, TOM)[i], False) for i in range(3)) + lamp(1640, 190, ESP, .95)
    return s + b
def bus_stop(L="day"):
    sky, far, near = SKY[L]; lit = L in ("night", "evening")
    b = rect(0, 0, 1920, 1080, "#D8C39A") + rect(0, 0, 1920, 250, sky) + "".join(rect(x, 250-h, w, h, far if i % 2 else near) for i, (x, w, h) in enumerate(((900, 170, 150), (1070, 140, 210), (1210, 200, 120), (1410, 150, 190), (1560, 200, 140), (1760, 160, 200))))
    # pharmacy
    b += rect(0, 70, 900, 780, "#DCCFB2") + rect(0, 70, 900, 120, TEA) + rect(0, 190, 900, 14, ESP) + path("M380 92h36v-0h0v0h0M0 0", "none") + g(path("M-18 -46H18V-18H46V18H18V46H-18V18H-46V-18H-18Z", WHI), transform="translate(300 130)") + path("M380 116h300M380 148h200", stroke=WHI, w=12)
    b += rect(900, 250, 1020, 600, BRICK) + "".join(line(900, y, 1920, y, "#93472F", 4) for y in range(290, 850, 40)) + "".join(rect(x, 330, 150, 200, ESP) + rect(x+14, 344, 122, 172, GLOW if lit and i != 1 else MIS) + line(x+75, 344, x+75, 516, ESP, 8) for i, x in enumerate((980, 1240, 1500, 1740)))
    b += rect(40, 250, 560, 460, ESP) + rect(60, 270, 520, 420, GLOW if lit else "#E7EDE4") + poly([(120, 690), (320, 270), (420, 270), (220, 690)], "url(#dl)") + rect(660, 250, 200, 600, ESP) + rect(682, 272, 156, 578, TEA) + rect(706, 300, 108, 240, GLOW if lit else MIS)
    b += rect(0, 850, 1920, 60, "#B5A78D") + rect(0, 906, 1920, 14, MOC) + rect(0, 920, 1920, 160, "#6F665C") + "".join(rect(x, 990, 180, 14, PAP) for x in range(40, 1920, 320))
    # shelter and pole
    b += rect(190, 350, 600, 30, INK) + poly([(160, 350), (800, 350), (780, 322), (190, 322)], ESP) + rect(204, 380, 16, 490, INK) + rect(752, 380, 16, 490, INK) + rect(220, 400, 532, 320, "#CBDAD2") + rect(476, 380, 12, 340, INK) + poly([(260, 720), (400, 400), (462, 400), (322, 720)], "url(#dl)") + rect(250, 750, 400, 26, CRE) + rect(250, 706, 400, 18, CRE) + "".join(rect(x, 776, 16, 94, INK) for x in (286, 600)) + rect(610, 436, 104, 200, WHI, 0, f'stroke="{INK}" stroke-width="6"') + "".join(line(626, y, 698, y, MOC, 6) for y in range(480, 626, 24)) + rect(626, 454, 72, 10, TOM)
    b += rect(92, 280, 16, 590, INK) + f'<circle cx="100" cy="270" r="66" fill="{TOM}"/><circle cx="100" cy="270" r="66" fill="none" stroke="{WHI}" stroke-width="8"/>' + num_(100, 296, "7", 78, WHI)
    # the bus
    bus = rect(0, 0, 860, 430, TOM, 34) + rect(0, 300, 860, 26, WHI) + rect(40, 60, 150, 170, MIS, 12) + "".join(rect(x, 60, 150, 150, GLOW if lit else MIS, 12) for x in (330, 500, 670)) + rect(212, 50, 96, 360, "#9C2E1A", 6) + rect(222, 62, 36, 330, MIS) + rect(264, 62, 36, 330, MIS) + rect(40, 14, 280, 34, INK, 6) + rect(18, 330, 40, 30, GLOW, 8) + "".join(f'<circle cx="{x}" cy="430" r="66" fill="{INK}"/><circle cx="{x}" cy="430" r="30" fill="{FOL}"/>' for x in (150, 700)) + num_(90, 43, "7", 32, GLOW)
    return b + ell(1560, 968, 460, 18, INK, 'opacity=".3"') + g(bus, transform="translate(1130 472)")
def basement(L="day"):
    b = rect(0, 0, 1920, 1080, "#C9BFA3") + rect(0, 0, 1920, 700, "#CFC6AC") + "".join(line(0, y, 1920, y, "#BDB294", 3) for y in range(200, 640, 62)) + "".join(line(x+(62 if r % 2 else 0), 138+62*r, x+(62 if r % 2 else 0), 200+62*r, "#BDB294", 3) for r in range(8) for x in range(0, 1920, 124))
    b += rect(0, 0, 1920, 76, MOC) + rect(0, 76, 1920, 12, ESP) + rect(0, 100, 1920, 26, TEA) + "".join(rect(x, 90, 14, 46, ESP) for x in range(140, 1920, 420)) + path("M1500 126V420Q1500 460 1540 460H1920", stroke=TEA, w=26)
    b += "".join(window(f"bs{x}", x, 176, 260, 92, L, 2, 1, ESP, x, rect(x, 176, 260, 92, SKY[L][0]) + "".join(path(f"M{x+k} 268q-10 -30 -18 -46M{x+k} 268q2 -40 4 -56M{x+k} 268q14 -30 24 -40", stroke=LEAF, w=8) for k in (40, 110, 190, 236))) for x in (70, 540, 1060))
    b += rect(0, 640, 1920, 440, "#A9825A") + rect(0, 628, 1920, 16, ESP) + rect(0, 640, 1920, 440, "url(#hk)", extra='opacity=".25"') + ell(430, 850, 520, 190, "#B9936A") + ell(430, 850, 300, 104, "#C7A57E")
    # tea table at the right, piano at the far right
    b += rect(1180, 500, 330, 20, WHI) + rect(1200, 520, 290, 130, "#E6DCC6") + path("M1230 500V400C1230 374,1250 362,1280 362C1310 362,1330 374,1330 400V500Z", "#C9CFC4") + rect(1262, 344, 36, 20, ESP, 6) + cup(1390, 498, .42, WHI, False) + cup(1456, 498, .42, TOM, False) + rect(1600, 400, 320, 290, ESP) + rect(1580, 520, 340, 30, MOC) + "".join(rect(x, 526, 22, 20, WHI) for x in range(1590, 1910, 26)) + rect(1640, 440, 120, 60, PAP)
    # the circle, back to front; one chair is pulled out
    ch = []
    for i in range(9):
        a = math.radians(-90+i*360/9); x, y = 430+360*math.cos(a), 800+110*math.sin(a); s = .72+.36*(y-690)/220
        ch.append((y, folding(x, y+46, s*1.08, TOM if i == 0 else TEA)))
    chairs = "".join(c for _, c in sorted(ch, key=lambda q: q[0]))
    pend = line(430, 76, 430, 290, ESP, 5) + path("M340 370C350 310,390 290,430 290C470 290,510 310,520 370Z", ESP) + path("M390 370A40 28 0 0 0 470 370Z", GLOW)
    lit = L != "day"
    return (b, pend + (poly([(340, 372), (520, 372), (830, 850), (30, 850)], AMBER, extra='opacity=".3"') + ell(430, 850, 400, 110, AMBER, 'opacity=".3"') if lit else ""), chairs)
def warehouse(L="day"):
    b = rect(0, 0, 1920, 1080, "#D5CBB2") + "".join(line(x, 0, x, 760, "#C6BB9F", 5) for x in range(0, 1920, 70)) + rect(0, 760, 1920, 320, "#A79A82") + rect(0, 748, 1920, 16, ESP) + poly([(900, 1080), (1130, 764), (1150, 764), (960, 1080)], "#E7C765") + poly([(1560, 1080), (1500, 764), (1520, 764), (1620, 1080)], "#E7C765")
    b += "".join(path(f"M{x} 0L{x+190} 110L{x+380} 0", stroke=MOC, w=12) for x in range(-100, 1920, 380)) + rect(0, 104, 1920, 16, MOC)
    # route map, route seven in tomato
    b += rect(60, 170, 660, 380, ESP) + rect(80, 190, 620, 340, "#E9E6D2") + path("M80 430C200 400,260 470,380 440S600 360,700 400V530H80Z", MIS) + path("M80 250H700M80 340H700M200 190V530M330 190V530M470 190V530M590 190V530", stroke=FOL, w=5) + path("M140 230L240 270L330 250L420 330", stroke=TEA, w=8) + path("M560 220L620 300L540 350", stroke=MOC, w=8) + path("M160 470L240 390L330 420L410 330L500 380L610 470", stroke=TOM, w=10) + "".join(f'<circle cx="{x}" cy="{y}" r="15" fill="{TOM}"/>' for x, y in ((160, 470), (240, 390), (330, 420), (500, 380), (610, 470))) + f'<circle cx="410" cy="330" r="26" fill="{WHI}" stroke="{TOM}" stroke-width="8"/>' + num_(410, 343, "7", 36, TOM)
    # racks
    for x0 in (800,):
        b += "".join(rect(x0, y, 700, 22, TOM) for y in (370, 560)) + "".join(rect(x, 180, 22, 590, TEA) for x in (800, 1139, 1478)) + "".join(path(f"M{x} {y}l0 0", "none") for x, y in ())
        b += box(840, 370, 120, 100, d=1) + box(970, 370, 150, 130) + box(1180, 370, 140, 120, d=1) + box(1330, 370, 130, 90) + box(840, 560, 150, 140) + box(1000, 560, 120, 110, d=1) + box(1180, 560, 130, 150) + box(1320, 560, 140, 120, d=1) + "".join(rect(x, 760, 260, 16, CRUST2) for x in (840, 1180)) + box(850, 756, 120, 130) + box(976, 756, 116, 110, d=1) + box(1190, 756, 240, 120)
    # roller door
    b += rect(1560, 210, 330, 552, ESP) + rect(1584, 234, 282, 528, SKY[L][0]) + rect(1584, 640, 282, 122, SKY[L][1]) + "".join(rect(1584, 234+i*26, 282, 22, "#B9AD98") for i in range(5)) + rect(1640, 480, 200, 220, WHI) + rect(1640, 620, 200, 20, TEA) + f'<circle cx="1690" cy="710" r="34" fill="{INK}"/><circle cx="1800" cy="710" r="34" fill="{INK}"/>'
    # pallet in front, crate of tins
    b += ell(420, 1000, 430, 20, INK, 'opacity=".25"') + "".join(rect(40, y, 760, 18, CRUST2) for y in (950, 986)) + "".join(rect(x, 950, 60, 50, CRUST2) for x in (40, 390, 740)) + box(70, 950, 200, 190, d=1) + box(280, 950, 240, 150) + box(540, 950, 220, 210, d=1) + box(110, 760, 150, 120) + box(300, 800, 180, 120, d=1) 
    b += "".join(rect(1180+i*86, 880, 74, 100, c, 8) + rect(1180+i*86, 900, 74, 56, WHI) + f'<circle cx="{1217+i*86}" cy="928" r="18" fill="{c}"/>' + ell(1217+i*86, 882, 37, 9, "#C9CFC4") for i, c in enumerate((TOM, TEA, TOM, CRE))) + rect(1160, 940, 370, 80, CRUST2) + line(1160, 978, 1530, 978, ESP, 5)
    return b
def freight_office(L="day"):
    b = rect(0, 0, 1920, 1080, "#D9D8C8") + rect(0, 820, 1920, 260, "#7F8A86") + rect(0, 820, 1920, 260, "url(#hk)", extra='opacity=".25"') + rect(0, 806, 1920, 16, ESP)
    b += window("fow", 930, 90, 960, 560, L, 4, 1, INK, 21) 
    # whiteboard: arrows somebody else will present
    b += rect(70, 110, 720, 440, MOC, 6) + rect(92, 132, 676, 396, WHI) + rect(70, 550, 720, 18, MOC) + "".join(rect(x, 540, 60, 12, c, 4) for x, c in ((140, TOM), (220, TEA), (300, INK)))
    b += rect(140, 190, 130, 90, "none", 8, f'stroke="{TEA}" stroke-width="7"') + rect(370, 190, 130, 90, "none", 8, f'stroke="{TEA}" stroke-width="7"') + rect(600, 190, 120, 90, "none", 8, f'stroke="{TEA}" stroke-width="7"') + path("M280 235H356m-16 -14l18 14l-18 14M510 235H586m-16 -14l18 14l-18 14", stroke=INK, w=7) + path("M140 470L240 430L340 450L440 380L560 390L700 320", stroke=TOM, w=9) + path("M130 340V484H720", stroke=INK, w=6) + path("M676 318L704 318L696 346", stroke=TOM, w=9)
    # freight: a paper lorry model on the sill
    b += rect(0, 666, 830, 20, ESP) + g(rect(0, -86, 180, 76, TOM, 4) + path("M186 -10V-62H224L250 -34V-10Z", TEA) + rect(194, -54, 26, 20, MIS) + "".join(f'<circle cx="{x}" cy="-8" r="17" fill="{INK}"/>' for x in (40, 140, 220)), transform="translate(110 668) scale(.86)") + plant(660, 668, .4, LEAF2, CRE) + "".join(rect(400+i*30, 668-h*.86, 26, h*.86, c) for i, (h, c) in enumerate(((92, TEA), (80, CRE), (98, MOC), (88, TEA))))
    # table, chairs, folder, conference phone
    def ochair(x, y, s): return g(ell(0, 70, 90, 12, INK, 'opacity=".25"') + path("M0 0V56M-70 66L0 46L70 66", stroke=INK, w=12) + rect(-92, -190, 184, 170, INK, 34) + rect(-74, -172, 148, 134, "#3A4A4C", 24) + rect(-100, -26, 200, 34, INK, 16), transform=f"translate({x} {y}) scale({s})")
    b += "".join(ochair(x, 880, .95) for x in (240, 620, 1000, 1380)) + poly([(60, 850), (1640, 850), (1860, 1010), (-160, 1010)], CRE) + poly([(-160, 1010), (1860, 1010), (1860, 1050), (-160, 1050)], MOC) + poly([(-160, 1010), (1860, 1010), (1860, 1024), (-160, 1024)], "url(#hk)")
    b += poly([(250, 890), (450, 890), (430, 970), (200, 970)], TEA) + poly([(262, 896), (440, 896), (422, 962), (218, 962)], WHI) + path("M280 916h130M274 934h130M268 950h80", stroke=FOL, w=6) + cup(640, 940, .95, WHI) + poly([(940, 940), (1000, 880), (1060, 880), (1120, 940), (1060, 960), (1000, 960)], INK) + ell(1030, 922, 26, 12, TEA) + poly([(1320, 890), (1500, 890), (1540, 970), (1330, 970)], WHI) + path("M1350 912h130M1354 932h140M1358 952h90", stroke=FOL, w=6)
    return b

# ---------- anywhere
def elsewhere(L="day"):
    b = rect(0, 0, 1920, 1080, "#E6D9B8") + rect(0, 0, 1920, 1080, "url(#dk)", extra='opacity=".25"') + "".join(rect(x, 0, 6, 700, "#DACBA4") for x in range(60, 1920, 120)) + rect(0, 640, 1920, 70, MOC) + rect(0, 632, 1920, 12, ESP) + boards(710, "#B98C5C", "#A27748")
    b += window("elw", 150, 120, 520, 380, L, 2, 2, MOC, 17) + plant(960, 790, 1.15, LEAF2, TEA) + rect(1120, 180, 260, 200, ESP) + rect(1140, 200, 220, 160, MIS) + path("M1140 360L1220 270L1280 330L1320 290L1360 360Z", LEAF) + f'<circle cx="1310" cy="244" r="22" fill="{GLOW}"/>' + rect(1560, 130, 250, 690, ESP) + rect(1584, 154, 202, 666, TEA) + rect(1610, 190, 150, 240, "#17494F") + rect(1610, 490, 150, 280, "#17494F") + f'<circle cx="1756" cy="470" r="14" fill="{CRE}"/>'
    b += ell(420, 990, 520, 60, TOM) + ell(420, 990, 470, 48, "none", f'stroke="{CRE}" stroke-width="6"')
    b += wood_chair(130, 980, 1.55, ESP, TEA) + wood_chair(720, 980, 1.55, ESP, TOM)
    return b + path("M405 780H435V970L500 990H340L405 970Z", ESP) + ell(420, 782, 190, 30, MOC) + ell(420, 774, 190, 30, CRE) + cup(350, 776, .85) + cup(500, 776, .85, MIS)
def elsewhere_outdoors(L="day"):
    sky, far, near = SKY[L]; lit = L in ("night", "evening")
    b = town(0, 0, 1920, 600, L, 15, 9, .6) + "".join(tree(x, 620, s, LEAF if i % 2 else LEAF2) for i, (x, s) in enumerate(((80, 1.7), (860, 1.5), (1180, 1.2), (1760, 1.8)))) + rect(0, 590, 1920, 490, "#9BB07B") + rect(0, 590, 1920, 490, "url(#dl)", extra='opacity=".22"') + path("M0 860C500 800,1200 820,1920 900V1080H0Z", "#E2CFA5") + path("M0 860C500 800,1200 820,1920 900", stroke="#CDB888", w=8)
    b += g(ell(0, 110, 330, 20, INK, 'opacity=".22"') + "".join(rect(-290, y, 580, 26, MOC, 6) for y in (-150, -110, -70)) + rect(-310, -10, 620, 30, MOC, 6) + "".join(path(f"M{x} -160V110M{x} -6L{x+(30 if x < 0 else -30)} 110", stroke=INK, w=16) for x in (-250, 250)), transform="translate(420 800)") + cup(330, 788, .7, WHI) + cup(500, 788, .7, TOM)
    b += rect(768, 250, 18, 620, INK) + path("M738 170h78l-14 90h-50z", GLOW if lit else WHI, INK, 8) + poly([(730, 170), (824, 170), (777, 130)], INK) + rect(746, 856, 62, 20, INK)
    b += rect(1290, 700, 14, 180, INK) + rect(1240, 640, 240, 90, TEA, 8) + path("M1266 672h150M1266 700h100", stroke=WHI, w=10) + (cone(777, 262, 300, 600, .28) if lit else "")
    return b

def school_gym(L="day"):
    b = rect(0, 0, 1920, 700, "#E4D6B4") + rect(0, 430, 1920, 270, MIS) + rect(0, 418, 1920, 14, ESP) + boards(700, "#C8935C", "#B47F4A") + rays(700, 600, "#B47F4A")
    b += "".join(window(f"sg{x}", x, 60, 250, 150, L, 3, 1, ESP, x) for x in (900, 1240, 1580))
    b += ell(470, 960, 420, 110, "none", f'stroke="{WHI}" stroke-width="12"') + path("M0 760H1920M60 760L-200 1080M900 760L1120 1080", stroke=WHI, w=10)
    b += rect(260, 60, 320, 220, WHI, 6, f'stroke="{ESP}" stroke-width="12"') + rect(350, 140, 140, 100, "none", 0, f'stroke="{TOM}" stroke-width="9"') + path("M352 268L378 372H462L488 268M392 268L440 372M448 268L400 372", stroke=MOC, w=5) + ell(420, 266, 74, 14, "none", f'stroke="{TOM}" stroke-width="11"')
    b += rect(1360, 480, 420, 220, MOC) + "".join(rect(1360, 480+i*55, 420, 14, CRE) for i in range(4))
    return b + "".join(folding(x, y, k, TOM if i == 2 and k == 1.5 else c) for y, k, c, xs in ((810, 1.0, TEA, range(80, 1300, 170)), (930, 1.25, TEA, range(60, 1400, 215)), (1064, 1.5, TEA, range(100, 1500, 260))) for i, x in enumerate(xs))
def board_bench(L="day"):
    b = rect(0, 0, 1920, 1080, "#E3DAC0") + rect(0, 520, 1920, 400, "#B9C6B8") + rect(0, 508, 1920, 16, MOC) + rect(0, 900, 1920, 180, "#A9825A") + rect(0, 888, 1920, 16, ESP) + rect(0, 900, 1920, 180, "url(#hk)", extra='opacity=".25"')
    b += rect(900, 140, 700, 764, ESP) + "".join(rect(x, 170, 312, 734, MOC) + rect(x+40, 220, 232, 300, GLOW) + rect(x+40, 600, 232, 240, "#6A4630") + rect(hx, 560, 18, 110, CRE, 8) for x, hx in ((930, 1206), (1258, 1276))) + rect(1060, 50, 380, 64, TEA, 8) + path("M1120 82h260", stroke=WHI, w=10)
    b += rect(110, 170, 420, 240, ESP) + rect(130, 190, 380, 200, CRE) + "".join(rect(x, y, w, h, c) for x, y, w, h, c in ((156, 214, 90, 120, WHI), (270, 210, 110, 80, PAP), (400, 220, 84, 130, WHI), (276, 310, 96, 60, MIS))) + "".join(path(f"M{x+14} {y+28}h{w-28}" + "".join(f"M{x+14} {yy}h{w-28-(yy % 3)*9}" for yy in range(y+46, y+h-10, 18)), stroke=FOL, w=6) + f'<circle cx="{x+w/2}" cy="{y+6}" r="8" fill="{c}"/>' for x, y, w, h, c in ((156, 214, 90, 120, TOM), (270, 210, 110, 80, TEA), (400, 220, 84, 130, TOM), (276, 310, 96, 60, ESP))) + f'<circle cx="680" cy="250" r="78" fill="{ESP}"/><circle cx="680" cy="250" r="64" fill="{WHI}"/>' + path("M680 250V206M680 250L712 268", stroke=INK, w=8)
    b += ell(420, 966, 390, 18, INK, 'opacity=".25"') + "".join(rect(70, y, 700, 34, MOC, 6) for y in (610, 664, 718)) + rect(50, 790, 740, 36, CRE, 6) + rect(50, 826, 740, 14, ESP) + "".join(rect(x, 600, 20, 366, ESP) for x in (90, 730)) + rect(200, 770, 190, 20, TEA) + rect(208, 758, 176, 14, WHI) + cup(560, 788, .7, TOM)
    return b + plant(1740, 940, 1.2)
def bedroom(L="dawn"):
    inner = rect(120, 90, 460, 330, SKY[L][0]) + f'<circle cx="350" cy="350" r="84" fill="{GLOW}"/>' + rect(120, 350, 460, 80, SKY[L][2])
    b = rect(0, 0, 1920, 1080, "#DCD3BE") + rect(0, 0, 1920, 1080, "url(#dk)", extra='opacity=".2"') + boards(880, "#A98F6A", "#957B57") + window("bdw", 120, 90, 460, 330, L, 2, 1, WHI, 3, inner)
    b += rect(70, 50, 560, 18, ESP, 9) + path("M78 60H180C170 220,150 340,96 450H70ZM622 60H520C530 220,550 340,604 450H630Z", CRE)
    b += rect(60, 500, 1080, 330, ESP, 30) + rect(90, 530, 1020, 300, MOC, 20) + rect(60, 700, 1080, 250, WHI, 20)
    b += rect(640, 610, 400, 110, WHI, 40) + path("M130 720C110 640,170 600,250 622C330 596,470 600,490 660C510 720,440 736,330 726C240 740,160 744,130 720Z", WHI, FOL, 5) + path("M236 664q56 26 118 2M262 690q34 12 66 2", stroke=FOL, w=6)
    b += path("M640 730H1150V1000H560C580 900,600 800,640 730Z", TEA) + path("M640 730H1150V774H620C626 758,632 744,640 730Z", MIS) + "".join(line(600, y, 1150, y, "#17494F", 5) for y in (840, 920)) + path("M50 1000V860C130 800,190 870,290 820C400 770,450 850,590 800C612 860,610 940,590 1000Z", TEA) + path("M50 870C130 806,190 878,290 828C400 780,450 858,590 808", stroke=MIS, w=24) + path("M140 900q70 40 60 100M330 860q60 50 30 130M480 860q30 60 70 90", stroke="#17494F", w=7)
    b += rect(1230, 740, 260, 200, MOC) + rect(1250, 800, 220, 60, "#6A4630") + rect(1350, 822, 20, 14, CRE) + rect(1352, 640, 16, 100, ESP) + path("M1290 650L1320 550H1400L1430 650Z", TOM) + cup(1270, 738, .5, WHI, False) + rect(1580, 220, 270, 700, ESP) + rect(1604, 244, 222, 676, WHI) + f'<circle cx="1626" cy="600" r="13" fill="{CRE}"/>'
    return b

def lenas(L="day"):
    """Ray's dining room: by day the counter is laid, in the evening the chairs stand on the tables and the jar on its lid."""
    shut = L != "day"; sky, far, near = SKY[L]
    b = rect(0, 0, 1920, 1080, "#EAD9B4") + rect(0, 0, 1920, 1080, "url(#dk)", extra='opacity=".25"') + rect(0, 600, 1920, 330, "#9C4A34") + "".join(line(x, 606, x, 920, "#84392A", 5) for x in range(20, 1920, 62)) + rect(0, 588, 1920, 20, ESP)
    b += rect(0, 920, 1920, 160, "#8F6A48") + "".join(poly([(i*150+r*75-60, 926+r*52), (i*150+r*75+15, 926+r*52), (i*150+r*75-10-r*6, 978+r*52), (i*150+r*75-85-r*6, 978+r*52)], "#C9A878") for r in range(3) for i in range(-1, 15)) + rect(0, 914, 1920, 14, ESP)
    # the square through the front window, fork and spoon painted on the glass
    b += window("lnw", 1010, 150, 780, 380, L, 3, 1, TEA, 23, town(1010, 150, 780, 380, L, 8, 19, .55) + rect(1010, 470, 780, 60, LEAF2) + tree(1130, 500, 1.0) + tree(1690, 500, 1.15, LEAF2) + poly([(1090, 530), (1340, 150), (1470, 150), (1220, 530)], "url(#dl)"))
    b += g(f'<circle r="76" fill="none" stroke="{WHI}" stroke-width="9"/>' + path("M-22 46V-6M-40 -44V-18Q-40 -4 -22 -4Q-4 -4 -4 -18V-44M-22 -44V-14", stroke=WHI, w=8) + path("M26 46V-8", stroke=WHI, w=9) + ell(26, -26, 15, 23, WHI), transform="translate(1400 330)")
    b += path("M980 128H1820V206Q1785 226 1750 206T1680 206T1610 206T1540 206T1470 206T1400 206T1330 206T1260 206T1190 206T1120 206T1050 206T980 206Z", WHI) + "".join(rect(x, 128, 18, 78, TOM, extra='opacity=".8"') for x in range(1000, 1820, 70)) + rect(960, 112, 880, 18, ESP, 9)
    # back wall behind the counter: the board, two shelves, the family
    b += rect(60, 180, 300, 210, ESP, 6) + rect(74, 194, 272, 182, "#2C2723", 3) + path("M104 232h120M104 266h190M104 296h150M104 326h200", stroke="#B9AD98", w=6) + g(path("M0 0H52C52 26,36 34,26 34C16 34,0 26,0 0ZM14 -10q-8 -10 0 -20t0 -18M34 -10q-8 -10 0 -20t0 -18", "none", "#B9AD98", 5), transform="translate(262 240)")
    b += "".join(rect(x, y, w, h, ESP) + rect(x+9, y+9, w-18, h-18, PAP) + ell(x+w/2, y+h*.42, w*.16, w*.18, c) + path(f"M{x+w*.24} {y+h-9}Q{x+w*.24} {y+h*.6} {x+w/2} {y+h*.6}Q{x+w*.76} {y+h*.6} {x+w*.76} {y+h-9}Z", c) for x, y, w, h, c in ((690, 178, 92, 112, MOC), (800, 196, 76, 94, CRE)))
    b += "".join(rect(400, y, 490, 18, ESP) + rect(400, y+18, 490, 10, "url(#hk)") for y in (330, 470))
    b += "".join(ell(446, 324-i*11, 42, 9, WHI if i % 2 else MIS) for i in range(6)) + "".join(cup(528+i*62, 328, .42, (TOM, WHI, TEA)[i % 3], False) for i in range(2)) + "".join(rect(x, 330-h, 26, h, c, 5) + rect(x+8, 330-h-18, 10, 20, c) for x, h, c in ((706, 0, TEA),) if h)
    b += "".join(rect(x, 470-h, 28, h, c, 6) + rect(x+9, 470-h-20, 10, 24, c, 3) + rect(x+3, 470-h*.62, 22, h*.34, PAP) for x, h, c in ((426, 84, LEAF2), (464, 96, TEA), (502, 78, "#8A3A2A"), (540, 92, LEAF2))) + "".join(path(f"M{x} 470V424H{x+30}V470Z", MIS) for x in range(600, 700, 38)) + rect(730, 400, 70, 70, CRE, 8) + rect(736, 386, 58, 18, ESP, 5) + rect(815, 416, 60, 54, TEA, 8) + rect(820, 404, 50, 16, ESP, 5)
    # counter: register, adding machine with its tail of paper, the jar
    b += rect(0, 636, 900, 30, CRE) + rect(0, 666, 880, 264, "#6A3A26") + rect(0, 666, 880, 14, "url(#hk)") + "".join(rect(x, 700, 190, 200, "#7E4A30", 4) for x in range(20, 860, 214)) + rect(0, 900, 880, 16, CRE)
    b += path("M640 636V540C640 526,650 518,664 518H800C814 518,824 526,824 540V636Z", MOC) + path("M664 518V462C664 452,670 446,680 446H786C796 446,802 452,802 462V518Z", CRE) + rect(688, 462, 90, 36, INK, 4) + rect(700, 472, 26, 16, GLOW) + rect(736, 472, 26, 16, GLOW) + "".join(f'<circle cx="{664+c*28+r*4}" cy="{546+r*26}" r="9" fill="{WHI if (c, r) != (4, 1) else TOM}"/>' for r in range(2) for c in range(5)) + rect(640, 604, 184, 32, ESP, 4) + rect(716, 616, 34, 8, CRE, 4) + path("M824 560q26 -4 26 24v14", stroke=ESP, w=9) + f'<circle cx="850" cy="600" r="11" fill="{TOM}"/>'
    b += rect(60, 584, 120, 52, INK, 8) + rect(74, 554, 92, 36, "#3A332E", 6) + rect(84, 562, 72, 18, GLOW, 3) + path("M92 556C92 500,150 520,140 470H96C104 500,70 520,78 556Z", WHI) + path("M102 490h26M98 510h28M90 530h26", stroke=FOL, w=5)
    jar = path("M-40 0V-76C-40 -92,-32 -98,-26 -102V-112H26V-102C32 -98,40 -92,40 -76V0Z", "#CFE0D8") + path("M-26 -84V-14", stroke=WHI, w=7)
    if shut: b += g(g(jar, transform="translate(0 -112) scale(1 -1)") + rect(-31, -6, 62, 10, CRE), transform="translate(560 636)") + rect(500, 634, 120, 8, MIS)
    else: b += g(jar + path("M-36 -2V-48Q-12 -58 12 -46T36 -50V-2Z", CRE) + "".join(f'<circle cx="{x}" cy="{y}" r="8" fill="{GLOW}" stroke="{MOC}" stroke-width="2.5"/>' for x, y in ((-20, -46), (2, -42), (22, -50), (-8, -58))) + rect(-32, -124, 64, 16, TOM, 4), transform="translate(560 636)")
    bowl = lambda x, y, s=1: g(ell(0, 2, 82, 10, WHI) + path("M-62 -40H62C60 -10,34 0,0 0C-34 0,-60 -10,-62 -40Z", WHI) + ell(0, -40, 62, 11, "#D9903F") + path("M-60 -30C-54 -14,-40 -8,-30 -6", stroke=TEA, w=6), transform=f"translate({x} {y}) scale({s})") + path(f"M{x-14*s} {y-62*s}q-{12*s} -{18*s} 0 -{34*s}t0 -{34*s}M{x+16*s} {y-62*s}q-{12*s} -{18*s} 0 -{34*s}t0 -{28*s}", stroke=WHI, w=5*s, extra='opacity=".8"')
    if not shut: b += bowl(270, 636) + cup(404, 636, .8, TOM)
    # stools; the end one is everybody's
    for i, x in enumerate((90, 290, 490, 690)): b += ell(x, 1012, 66, 11, INK, 'opacity=".25"') + rect(x-8, 800, 16, 206, P["latte"]) + ell(x, 1004, 50, 10, ESP) + path(f"M{x-34} 912H{x+34}", stroke=P["latte"], w=9) + rect(x-62, 770, 124, 34, TOM if i == 3 else TEA, 16) + rect(x-62, 792, 124, 14, INK, 7, 'opacity=".25"')
    # tables with checked cloths
    def cloth(x, y, w):
        q = f"ln{x}"; s = ell(x, 1040, w*.62, 13, INK, 'opacity=".25"') + rect(x-10, y+60, 20, 1034-y-60, ESP) + path(f"M{x-70} 1036Q{x} 1000 {x+70} 1036Z", ESP)
        top = f"M{x-w} {y}H{x+w}L{x+w+16} {y+92}H{x-w-16}Z"
        ch = "".join(rect(x-w-20+k*46, y, 23, 100, TOM, extra='opacity=".5"') for k in range(int((2*w+40)//46)+1)) + "".join(rect(x-w-20, y+k*46, 2*w+40, 23, TOM, extra='opacity=".5"') for k in range(3))
        return s + path(top, WHI) + f'<clipPath id="{q}"><path d="{top}"/></clipPath>' + g(ch, clip_path=f"url(#{q})") + rect(x-w, y-8, 2*w, 14, WHI, 6)
    up = lambda x, y, s: g(g(path("M-56 0V-250M56 0V-250M-56 -96H56M-40 -96V0M40 -96V0", stroke=ESP, w=13) + path("M-56 -240Q0 -262 56 -240V-206Q0 -226 -56 -206Z", ESP) + path("M-72 -112H72L66 -84H-66Z", TEA), transform="translate(0 -112) scale(1 -1)"), transform=f"translate({x} {y}) scale({s})")
    for x, y, w in ((1130, 800, 130), (1600, 830, 170)):
        if shut: b += up(x-w*.5, y-6, .86) + up(x+w*.5, y-6, .86) + cloth(x, y, w)
        else: b += wood_chair(x-w-60, 1010, 1.15, ESP, TEA) + wood_chair(x+w+60, 1010, 1.15, ESP, TEA) + cloth(x, y, w) + bowl(x-w*.4, y-8, .8) + cup(x+w*.42, y-8, .66, WHI) + rect(x-8, y-62, 16, 54, TEA, 5) + f'<circle cx="{x-9}" cy="{y-74}" r="15" fill="{TOM}"/><circle cx="{x+13}" cy="{y-80}" r="14" fill="{CRE}"/>'
    if shut: b += g(ell(0, 6, 70, 11, INK, 'opacity=".25"') + path("M-52 -86H52L42 4H-42Z", MIS) + ell(0, -86, 52, 10, "#8FA79C") + path("M-50 -84Q0 -140 50 -84", stroke=ESP, w=6) + path("M20 -92L92 -420", stroke=CRE, w=11) + path("M-10 -92C-6 -110,40 -116,44 -92Z", WHI), transform="translate(920 1010)")
    lamps = "".join(lamp(x, 150, TOM if x < 900 else TEA, 1.0) for x in (130, 430, 730, 1205, 1595))
    return (b, "".join(poly([(x-34, 152), (x+34, 152), (x+190, 640), (x-190, 640)], AMBER, extra='opacity=".26"') for x in ((130, 430, 730) if shut else ())) + "", lamps)
def armory(L="day"):
    """The drill hall on the day of the fair: ribs, a mile of floor, nine cuffs in a row and the soup."""
    lit = L != "day"; sky, far, near = SKY[L]
    b = rect(0, 0, 1920, 1080, "#C9B48A") + rect(0, 0, 1920, 1080, "url(#dk)", extra='opacity=".35"')
    rib = lambda x, y, k: f"M{x} 900V{y}C{x} {y-k*.72:g},{x+(830-x)*.45:g} {y-k},830 {y-k}C{830+(830-x)*.55:g} {y-k},{1660-x} {y-k*.72:g},{1660-x} {y}V900"
    b += path(rib(-160, 160, 360) + "Z", "#D3C097") + path(rib(60, 260, 270) + "Z", "#DCCBA4")
    # end wall under the vault
    b += path(rib(230, 350, 210) + "Z", "#A4644A") + "".join(line(230, y, 1430, y, "#935540", 3) for y in range(354, 700, 34))
    for x, w, y in ((330, 150, 290), (555, 150, 226), (955, 150, 226), (1180, 150, 290)): b += path(f"M{x-12} {y+232}V{y+60}A{w/2+12} {w/2+12} 0 0 1 {x+w+12} {y+60}V{y+232}Z", ESP) + path(f"M{x} {y+220}V{y+60}A{w/2} {w/2} 0 0 1 {x+w} {y+60}V{y+220}Z", GLOW if lit and 0 else sky) + path(f"M{x} {y+220}V{y+160}H{x+w}V{y+220}Z", far) + path(f"M{x+w/2} {y-14}V{y+220}M{x} {y+110}H{x+w}", stroke=ESP, w=8)
    b += rect(700, 470, 260, 230, ESP) + rect(714, 484, 113, 216, TEA) + rect(833, 484, 113, 216, TEA) + "".join(rect(x, 502, 77, 80, "#17494F") + rect(x, 600, 77, 84, "#17494F") for x in (732, 851)) + rect(812, 590, 8, 34, CRE) + rect(840, 590, 8, 34, CRE) + f'<circle cx="830" cy="388" r="50" fill="{ESP}"/><circle cx="830" cy="388" r="40" fill="{WHI}"/>' + path("M830 388V360M830 388L808 398", stroke=INK, w=6)
    # galleries along both sides
    b += poly([(60, 470), (230, 500), (230, 530), (60, 510)], ESP) + poly([(1600, 470), (1430, 500), (1430, 530), (1600, 510)], ESP) + poly([(-160, 420), (60, 462), (60, 512), (-160, 480)], ESP) + poly([(1820, 420), (1600, 462), (1600, 512), (1820, 480)], ESP)
    for x0, y0, x1, y1, n in ((-160, 340, 60, 400, 5), (60, 400, 230, 446, 5), (1600, 400, 1430, 446, 5), (1820, 340, 1600, 400, 5)):
        b += line(x0, y0, x1, y1, ESP, 8) + "".join(line(x0+(x1-x0)*i/n, y0+(y1-y0)*i/n, x0+(x1-x0)*i/n, y0+(y1-y0)*i/n+100-20*(abs(x1-830) < 700), ESP, 5) for i in range(n+1))
    # ribs of the roof, tied across
    for a, w in (((230, 350, 210), 13), ((60, 260, 270), 20), ((-160, 160, 360), 30)): b += path(rib(*a), stroke=ESP, w=w)
    b += path("M80 196H1580", stroke=ESP, w=7) + "".join(line(x, 196, x, 196-h, ESP, 5) for x, h in ((330, 158), (580, 198), (830, 206), (1080, 198), (1330, 158)))
    # floor
    b += poly([(230, 700), (1430, 700), (2100, 1080), (-440, 1080)], "#C08B55") + poly([(-160, 900), (230, 700), (-440, 1080), (-160, 1080)], "#A87443") + rect(0, 898, 40, 182, "#A87443") + poly([(1430, 700), (1920, 890), (1920, 1080), (2100, 1080)], "#A87443") + "".join(line(830+(x-830), 700, 830+(x-830)*2.4, 1080, "#A87443", 4) for x in range(250, 1430, 60)) + path("M420 700L-120 1080M1240 700L1780 1080", stroke=WHI, w=10) + rect(230, 694, 1200, 12, ESP)
    b += bunting(-20, 150, 830, 120, 13, 70, s=42) + bunting(830, 120, 1940, 150, 15, 80, s=42)
    # stalls along the right, the line's chairs
    for x, y, s, c in ((1010, 740, .64, TEA), (1400, 800, 1.0, TOM)): b += g(ell(0, 104, 190, 14, INK, 'opacity=".25"') + rect(-170, -10, 340, 20, WHI) + path("M-166 10H166V96Q138 86 110 96T55 96T0 96T-55 96T-110 96T-166 96Z", "#E6DCC6") + rect(-150, -250, 10, 240, ESP) + rect(140, -250, 10, 240, ESP) + awning(-176, -280, 352, 60, 50, c) + g(path("M-40 0V-66H40V0Z", WHI, ESP, 5) + path("M0 -18C-26 -36,-20 -56,-6 -54Q0 -52 0 -46Q0 -52 6 -54C20 -56,26 -36,0 -18Z", TOM), transform="translate(-60 -12)") + cup(70, -12, .6, c, False), transform=f"translate({x} {y}) scale({s})")
    b += "".join(folding(x, 940+i*8, 1.05, TEA if i != 2 else TOM) for i, x in enumerate((1360, 1510, 1660, 1810)))
    # the long table: soup at the near end with the banner rolled on the lid, then nine cuffs
    b += ell(520, 1066, 640, 18, INK, 'opacity=".28"') + rect(-40, 800, 1180, 26, WHI) + path("M-40 826H1136V1050Q1094 1036 1052 1050T968 1050T884 1050T800 1050T716 1050T632 1050T548 1050T464 1050T380 1050T296 1050T212 1050T128 1050T44 1050T-40 1050Z", "#E6DCC6") + "".join(path(f"M{x} 836q5 100 -4 190", stroke="#CDBF9F", w=5) for x in range(10, 1136, 84))
    pot = rect(-96, -150, 192, 150, "#C9CFC4", 12) + rect(-96, -150, 192, 22, "#AEB8B0", 8) + path("M-96 -96H-122V-66H-96M96 -96H122V-66H96", stroke=ESP, w=11) + path("M-72 -116V-24", stroke=WHI, w=9) + path("M-92 -150C-80 -178,80 -178,92 -150Z", "#AEB8B0") + rect(-16, -186, 32, 18, ESP, 7)
    b += g(pot, transform="translate(86 800)") + g(pot, transform="translate(318 800) scale(.86)")
    b += g(rect(-190, -24, 380, 48, TOM, 22) + ell(190, 0, 15, 24, "#8E2A17") + path("M190 -13q-9 13 0 24", stroke=WHI, w=4) + rect(-128, -26, 20, 52, WHI) + rect(96, -26, 20, 52, WHI) + path("M-160 8H150", stroke="#8E2A17", w=5), transform="translate(196 616) rotate(3)")
    cuff = lambda x, c: g(rect(-33, -44, 66, 44, c, 13) + path("M-33 -26V-14Q-33 0 -20 0H20Q33 0 33 -14V-26Z", INK, extra='opacity=".2"') + f'<circle cx="0" cy="-46" r="22" fill="{INK}"/><circle cx="0" cy="-46" r="17" fill="{WHI}"/>' + path("M0 -46L9 -55", stroke=TOM, w=5) + path("M-11 -40H11", stroke=INK, w=3), transform=f"translate({x} 800)")
    b += "".join(cuff(466+i*74, TEA if i != 4 else TOM) for i in range(9))
    lamps = "".join(line(x, y0, x, y, ESP, 5) + path(f"M{x-62} {y+44}C{x-56} {y+8},{x-30} {y},{x} {y}C{x+30} {y},{x+56} {y+8},{x+62} {y+44}Z", TEA) + path(f"M{x-30} {y+44}A30 20 0 0 0 {x+30} {y+44}Z", GLOW) for x, y0, y in ((60, 0, 96), (480, 0, 236), (830, 0, 250), (1180, 0, 236), (1640, 0, 96)))
    return (b, "".join(poly([(x-30, y), (x+30, y), (x+w, 820), (x-w, 820)], AMBER, extra='opacity=".2"') for x, y, w in ((60, 140, 240), (480, 280, 170), (1180, 280, 170), (1640, 140, 240))) if lit else "", lamps)

# ---------- the register: id -> (function, lights, scenes that use it)
PLACES = dict([
    ("school-gym", (school_gym, ("day",))), ("board-bench", (board_bench, ("day",))), ("bedroom", (bedroom, ("dawn",))),
    ("bakery", (bakery, ("day",))), ("parking-lot", (parking_lot, ("day", "evening"))), ("dana-kitchen", (dana_kitchen, ("night", "day"))), ("library-cafe", (library_cafe, ("day", "evening"))),
    ("parents-hall", (parents_hall, ("evening",))), ("belas-window", (belas_window, ("day", "evening"))), ("belas-window-bare", (lambda L: belas_window(L, False), ("day",))),
    ("badge-table", (badge_table, ("day",))), ("luncheon", (luncheon, ("day",))), ("empty-chair", (empty_chair, ("day",))), ("coat-chair", (lambda L: empty_chair(L, True), ("day",))), ("kitchen-door", (kitchen_door, ("day",))), ("back-office", (back_office, ("day", "night"))),
    ("school-garden", (school_garden, ("day",))), ("health-fair", (health_fair, ("day",))), ("lenas", (lenas, ("day", "evening"))), ("armory", (armory, ("day", "evening"))),
    ("daniel-kitchen", (daniel_kitchen, ("dawn", "day", "night"))), ("message", (message, ("day", "night"))), ("coffee-shop", (coffee_shop, ("day", "evening"))), ("bus-stop", (bus_stop, ("day", "evening"))),
    ("basement", (basement, ("day", "night"))), ("warehouse", (warehouse, ("day",))), ("freight-office", (freight_office, ("day",))),
    ("elsewhere", (elsewhere, ("day", "evening"))), ("elsewhere-outdoors", (elsewhere_outdoors, ("day", "evening")))])
def place(name, light=None):
    """SVG fragment of a place. Unknown names fall back to elsewhere."""
    f, lights = PLACES.get(name, PLACES["elsewhere"]); L = light or lights[0]
    out = f(L)
    return "".join(o if i % 2 else relight(o, L) for i, o in enumerate(out if isinstance(out, tuple) else (out,)))     # (relit, lit by itself, relit, ...)
def names(): return [(n, L, n if i == 0 else f"{n}_{L}") for n, (f, ls) in PLACES.items() for i, L in enumerate(ls)]

