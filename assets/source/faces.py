"""Cut-paper editorial portraits, second system. Four head constructions (tq three-quarter, fr frontal, rd rounder/older, ch child),
all features drawn from anchors and parameters, so a person is still one line (see cast.py). Eye line y=0, face about -208..208.
   portrait(person_dict, "warm") -> SVG fragment in an 800x900 box. flip=True faces left AND keeps the light upper right."""
import math
from kit import *
INK = P["ink"]
SKIN = dict(a=("#F1CBAA", "#DDA583", "#9A5B3C"), p=("#F2C3A6", "#DD9A80", "#94493A"), o=("#E0B184", "#C18A5B", "#7C4A29"), b=("#E6B78C", "#CB9065", "#83492C"),
            c=("#C68B5F", "#A56C45", "#65371F"), m=("#B57A50", "#925A38", "#54301C"), d=("#9C6340", "#7B492D", "#3F2013"), e=("#75462D", "#58321F", "#2A150C"))  # light, shade, line
NATLIP = dict(a="#C98470", p="#C97C6C", o="#B0714F", b="#BE7A5C", c="#9C5A41", m="#8A4B36", d="#6E3A2B", e="#4A231A")

# ---------- moods: every number is an offset from the neutral face. m = mouth: w width, s smile, op opening, k skew, t lip thickness
EX = dict(
    neutral=  dict(lid=.78, low=.8,  gaze=(3, 0),   brow=(0, 0, 0),    far=(0, 0, 0),    tilt=0,  at=(0, 0),   blush=0,   m=dict(w=1,   s=5,   t=1)),
    warm=     dict(lid=.72, low=.42, gaze=(4, -1),  brow=(7, 4, 0),    far=(7, 4, 0),    tilt=4,  at=(4, 2),   blush=.55, m=dict(w=1.14, s=25,  t=.95, tick=1)),
    delighted=dict(lid=0,   low=0,   gaze=(0, 0),   brow=(15, 2, -4),  far=(15, 2, -4),  tilt=-5, at=(2, -8),  blush=1,   m=dict(w=1.12, s=22,  op=54, t=.8, tick=1)),
    wary=     dict(lid=.54, low=.6,  gaze=(10, 1),  brow=(-5, -7, 3),  far=(8, -1, 0),   tilt=-3, at=(-16, 2), blush=0,   m=dict(w=.88, s=-3,  k=5, t=.62, pull=1)),
    hurt=     dict(lid=.46, low=.74, gaze=(-6, 8),  brow=(-2, 16, -8), far=(-2, 14, -6), tilt=8,  at=(6, 18),  blush=0,   m=dict(w=.84, s=-13, t=.9, chin=1)),
    surprised=dict(lid=1.08, low=1.0, gaze=(3, -1), brow=(24, 2, -3),  far=(24, 2, -3),  tilt=-3, at=(-8, -8), blush=0,   m=dict(w=.46, s=-9,  op=44, t=.9, o=1)),
    thinking= dict(lid=.82, low=.66, gaze=(11, -5), brow=(2, -1, 0),   far=(15, 3, -2),  tilt=5,  at=(-6, 4),  blush=0,   m=dict(w=.8, s=3,  k=-7, t=.7, shift=9, pull=1)))

def sp(pts, close=True, t=1.0):
    """Smooth closed (or open) curve through points; a point with a third item is a sharp corner."""
    n, q = len(pts), [(x[0], x[1]) for x in pts]; sharp = [len(x) > 2 for x in pts]; d = f"M{q[0][0]:.1f} {q[0][1]:.1f}"
    at = lambda i: q[i % n] if close else q[max(0, min(n-1, i))]
    for i in range(n if close else n-1):
        a, b, c, e = at(i-1), at(i), at(i+1), at(i+2); s1, s2 = sharp[i % n], sharp[(i+1) % n]
        c1 = b if s1 else (b[0]+(c[0]-a[0])/6*t, b[1]+(c[1]-a[1])/6*t); c2 = c if s2 else (c[0]-(e[0]-b[0])/6*t, c[1]-(e[1]-b[1])/6*t)
        d += f"C{c1[0]:.1f} {c1[1]:.1f},{c2[0]:.1f} {c2[1]:.1f},{c[0]:.1f} {c[1]:.1f}"
    return d + ("Z" if close else "")
def blob(pts, fill, **k): return path(sp(pts), fill, **k)
def strands(c, *ls, w=5, op=1): return path("".join(sp(l, False) for l in ls), stroke=c, w=w, extra=f'opacity="{op}"')
def mix(a, b, t): return "#" + "".join(f"{round(int(a[i:i+2], 16)*(1-t)+int(b[i:i+2], 16)*t):02X}" for i in (1, 3, 5))
def cloud(cx, cy, rx, ry, n, a0=0, a1=360, tight=1.75):
    pts = [(cx+rx*math.cos(math.radians(a0+(a1-a0)*i/n)), cy+ry*math.sin(math.radians(a0+(a1-a0)*i/n))) for i in range(n+1)]
    return scallop(pts, tight) + "Z"
def scallop(pts, tight=1.75, start=True):
    d = f"M{pts[0][0]:.0f} {pts[0][1]:.0f}" if start else ""
    for (x, y), (u, v) in zip(pts, pts[1:]):
        r = math.hypot(u-x, v-y)/tight; d += f"A{r:.0f} {r:.0f} 0 0 1 {u:.0f} {v:.0f}"
    return d

# ---------- head constructions
def o_tq(j, L, c): return (f"M-132 -60C-140 -160,-70 -208,0 -208C78 -208,124 -150,126 -70C127 -46,119 -32,119 -12C119 8,{130+c} 20,{129+c} 52C{127+c} 92,{110+12*j} 128,{97+13*j} {158+L*.6}"
                           f"C{84+12*j} {188+L},{60+8*j} {208+L},30 {208+L}C{-14-14*j} {208+L},{-70-20*j} {184+L},{-104-16*j} {140+L*.4}C-130 108,-134 20,-132 -60Z")
def o_ang(j, L, c): return (f"M-130 -60C-138 -160,-70 -206,0 -206C78 -206,122 -150,124 -72C125 -48,116 -32,116 -10C118 6,{132+c} 22,{130+c} 48C{126+c} 76,{108+c} 100,{106+8*j} 136C{104+8*j} 166,{92+6*j} {196+L},{74+4*j} {210+L}"
                            f"C{60+4*j} {218+L},36 {218+L},{16-8*j} {214+L}C{-22-8*j} {206+L},{-62-16*j} {188+L},{-96-14*j} {148+L*.5}C-126 108,-132 20,-130 -60Z")
def o_fr(j, L, c): return (f"M-126 -60C-130 -160,-72 -208,2 -208C76 -208,132 -160,130 -60C129 -20,{128+c} 26,{124+c} 60C{118+c} 100,{98+16*j} 138,{84+20*j} {158+L*.5}C{62+16*j} {188+L},{40+12*j} {208+L},4 {208+L}"
                           f"C{-34-12*j} {208+L},{-58-16*j} {188+L},{-80-20*j} {158+L*.5}C{-94-16*j} 138,{-114-c} 100,{-120-c} 60C{-124-c} 26,-125 -20,-126 -60Z")
def o_rd(j, L, c): return (f"M-134 -60C-142 -160,-72 -204,0 -204C80 -204,128 -150,130 -66C131 -40,124 -22,126 0C{134+c} 26,{138+c} 66,{134+c} 100C{130+c+8*j} 146,{108+12*j} 178,{82+8*j} {196+L}C{62+6*j} {208+L},46 {210+L},20 {210+L}"
                           f"C{-26-6*j} {210+L},{-76-14*j} {204+L},{-112-18*j} {168+L*.5}C{-148-c-6*j} 126,-142 20,-134 -60Z")
def o_ch(j, L, c): return (f"M-138 -50C-146 -152,-76 -204,2 -204C84 -204,142 -150,140 -50C140 -12,144 18,{141+c} 44C{136+c} 94,98 136,60 {153+L}C38 {162+L},24 {165+L},8 {165+L}"
                           f"C-10 {165+L},-36 {160+L},-58 {150+L}C-98 132,{-136-c} 92,{-141-c} 44C-144 18,-140 -12,-138 -50Z")
HEADS = dict(
    tq=dict(o=o_tq, turn=1, ey=0, eyes=((-22, 36, -1), (84, 27, 1)), nose=(0, 0, 1), mouth=(43, 130, 51), ears=((-134, 26, -8),), blush=((-46, 78, 44, 46), (114, 72, 27, 42)),
            shade={1: "M-140 -70C-104 -10,-116 70,-86 118C-60 160,-6 200,64 214L64 270L-200 270L-200 -70Z", -1: "M128 -80C96 -40,112 20,108 60C104 110,84 160,20 214L220 270L220 -80Z"}),
    fr=dict(o=o_fr, turn=0, ey=0, eyes=((-52, 34, -1), (58, 33, 1)), nose=(4, 0, 1), mouth=(4, 132, 52), ears=((-130, 26, -6), (132, 26, 6)), blush=((-72, 76, 40, 42), (80, 76, 38, 42)),
            shade={1: "M-150 -90C-92 -20,-108 60,-88 112C-66 160,-30 196,30 212L30 270L-200 270L-200 -90Z", -1: "M150 -90C96 -20,112 60,92 112C70 160,34 196,-26 212L-26 270L220 270L220 -90Z"}),
    rd=dict(o=o_rd, turn=.7, ey=0, eyes=((-32, 34, -1), (76, 28, 1)), nose=(-2, 2, .94), mouth=(36, 134, 52), ears=((-138, 30, -8),), blush=((-58, 84, 46, 46), (108, 78, 30, 42)),
            shade={1: "M-150 -70C-108 -10,-124 70,-94 124C-70 164,-10 204,56 216L56 280L-220 280L-220 -70Z", -1: "M136 -80C102 -40,118 20,112 66C108 120,84 170,20 216L220 280L220 -80Z"}),
    ch=dict(o=o_ch, turn=.25, ey=20, eyes=((-42, 38, -1), (64, 35, 1)), nose=(14, -2, .8), mouth=(12, 110, 40), ears=((-140, 44, -6), (140, 44, 6)), blush=((-76, 84, 38, 34), (92, 82, 34, 34)),
            shade={1: "M-160 -70C-108 -10,-120 50,-98 90C-76 130,-30 156,30 168L30 270L-220 270L-220 -70Z", -1: "M160 -70C110 -10,122 50,100 90C78 130,32 156,-28 168L-28 270L240 270L240 -70Z"}))
HEADS["ang"] = dict(HEADS["tq"], o=o_ang)
# two more outlines for three-quarter faces, so that no two are cousins with their hair covered; the far eye keeps clear of the edge
def o_hrt(j, L, c): return (f"M-132 -60C-140 -160,-70 -208,0 -208C80 -208,128 -150,128 -74C129 -48,121 -36,121 -18C122 0,{136+c} 8,{135+c} 34C{132+c} 76,{98+10*j} 128,{80+10*j} {164+L*.6}"
                            f"C{68+8*j} {194+L},{52+4*j} {216+L},34 {216+L}C{6-8*j} {216+L},{-52-14*j} {186+L},{-90-12*j} {134+L*.4}C-124 98,-136 20,-132 -60Z")
def o_sq(j, L, c): return (f"M-132 -60C-140 -160,-70 -208,0 -208C78 -208,122 -150,124 -70C125 -46,118 -30,118 -8C118 12,{128+c} 26,{128+c} 56C{129+c} 94,{124+8*j} 126,{112+10*j} {158+L*.5}"
                           f"C{102+10*j} {190+L},{72+8*j} {205+L},34 {205+L}C{-20-14*j} {205+L},{-84-18*j} {190+L},{-114-14*j} {150+L*.4}C-134 112,-136 20,-132 -60Z")
HEADS["hrt"] = dict(HEADS["tq"], o=o_hrt, eyes=((-25, 36, -1), (78, 27, 1)), mouth=(38, 130, 48), nose=(-3, 0, 1))
HEADS["sq"] = dict(HEADS["tq"], o=o_sq, eyes=((-26, 35, -1), (78, 27, 1)), nose=(-3, 0, 1))

# ---------- features. Eye kinds: (outer corner dy, inner dy, height factor, crease, fullness of the curve at the inner / outer side)
EYES = dict(almond=(2, 5, 1, 1, .55, .5), round=(4, 4, 1.16, 1, .6, .6), hooded=(7, 4, .88, 2, .4, .62), down=(9, 1, .98, 1, .3, .6), up=(-5, 6, .96, 1, .62, .4), mono=(-2, 7, .84, 0, .62, .42), deep=(5, 5, .9, 3, .5, .5), wide=(3, 3, 1.08, 1, .72, .5))
def eye(cx, a, s, e, p, uid):
    """s=-1 near eye (outer corner left), +1 far eye."""
    lash, (oy, iy, hf, crease, f0, f1) = p.get("lash", 0), EYES[p.get("eye", "almond")]; yl, yr = (oy, iy) if s < 0 else (iy, oy); fl, fr = (f1, f0) if s < 0 else (f0, f1)
    lw = p.get("lidw", 7)
    if e["lid"] == 0:   # laughing: shut, or squeezed but open
        up = -27 if p.get("laugh") != "low" else -19
        return (path(f"M{cx-a} {8+oy*.4} Q{cx} {up} {cx+a} {8+oy*.4}", stroke=INK, w=lw+1.5) + (path(f"M{cx+s*a} 8 l{s*8} -5M{cx+s*a*.76} -2 l{s*7} -8", stroke=INK, w=4.5) if lash else "")
                + path(f"M{cx-a*.62} 22 Q{cx} 12 {cx+a*.62} 21", stroke=p["ln"], w=3.5, extra='opacity=".5"'))
    h, lo = 46*e["lid"]*hf, 30*e["low"]*hf
    up = f"M{cx-a} {yl} C{cx-a*fl} {yl-h*.78:.1f},{cx+a*fr} {yr-h*.78:.1f},{cx+a} {yr}"
    shape = up + f" C{cx+a*.5} {yr+lo*.66:.1f},{cx-a*.5} {yl+lo*.66:.1f},{cx-a} {yl}Z"
    gx, gy = e["gaze"]; r = p.get("ir", 15.5); ix, iy2 = cx+gx*a/34, -2+gy; hx = 5*p["lit"]; pu = 8.6 if e["lid"] < 1 else 7.6
    o = f'<clipPath id="{uid}"><path d="{shape}"/></clipPath>' + path(shape, P["white"])
    o += g(f'<circle cx="{ix:.1f}" cy="{iy2}" r="{r}" fill="{p.get("iris", P["espresso"])}"/><circle cx="{ix:.1f}" cy="{iy2}" r="{pu}" fill="{INK}"/><circle cx="{ix+hx:.1f}" cy="{iy2-6}" r="4.2" fill="{P["white"]}"/>'
           + path(up, stroke=p["sh"], w=14, extra='opacity=".35"'), clip_path=f"url(#{uid})")
    o += path(up, stroke=INK, w=lw + lash*1.2)
    if lash == 1: o += path(f"M{cx+s*(a-6)} {oy+4}Q{cx+s*(a+8)} {oy} {cx+s*(a+14)} {oy-13}Q{cx+s*(a+3)} {oy-8} {cx+s*(a-8)} {oy-10}Z", INK)
    if lash == 2: o += path(f"M{cx+s*a} {oy} l{s*9} -6M{cx+s*a*.8} {oy-h*.26:.0f} l{s*8} -9M{cx+s*a*.5} {oy-h*.45:.0f} l{s*5} -10", stroke=INK, w=4)
    y = -h*.58
    if crease == 1: o += path(f"M{cx-a*.8} {y*.5+yl-10:.0f} C{cx-a*.4} {y-14:.0f},{cx+a*.4} {y-14:.0f},{cx+a*.8} {y*.5+yr-10:.0f}", stroke=p["ln"], w=3, extra='opacity=".6"')
    if crease == 2: o += path(f"M{cx-a*1.06} {yl-3+(s<0)*2} C{cx-a*.6} {y-7:.0f},{cx+a*.5} {y-8:.0f},{cx+a*1.06} {yr-3+(s>0)*2} C{cx+a*.6} {y-20:.0f},{cx-a*.6} {y-20:.0f},{cx-a*1.06} {yl-3}Z", p["sh"], p["ln"], 2.5)
    if crease == 3: o += path(f"M{cx-a*.95} {yl-8} C{cx-a*.5} {y-20:.0f},{cx+a*.5} {y-20:.0f},{cx+a*.95} {yr-8}", stroke=p["ln"], w=4, extra='opacity=".7"')
    o += path(f"M{cx-a*.6} {10+lo*.42:.0f} Q{cx} {13+lo*.55:.0f} {cx+a*.6} {10+lo*.42:.0f}", stroke=p["ln"], w=2.6, extra=f'opacity="{.3+.2*(p.get("age",0)>1)}"')
    if p.get("bags"): o += path(f"M{cx-a*.8} {17+lo*.3:.0f} Q{cx-a*.1} {34+lo*.5:.0f} {cx+a*.75} {16+lo*.3:.0f}Q{cx} {20+lo*.4:.0f} {cx-a*.8} {17+lo*.3:.0f}Z", p["sh"], extra='opacity=".85"')
    return o

BROWS = dict(soft=(14, 1), flat=(3, 1), arch=(22, .8), bushy=(10, 1.45), thin=(18, .62), heavy=(8, 1.3), short=(10, 1.1))
def brow(x0, y0, x1, y1, th, c, arch, bushy):
    """Tapered stroke: thin at the outer end (x0), thick at the inner end (x1)."""
    k = .42; mx, my = x0*k+x1*(1-k), (y0+y1)/2-arch-4; s = 1 if x1 > x0 else -1
    d = f"M{x0} {y0}Q{mx} {my-th*.3} {x1} {y1}Q{x1+s*2} {y1+th*.5} {x1} {y1+th}Q{mx} {my+th} {x0} {y0}Z"
    o = path(d, c, c, 5)
    if bushy: o += path("".join(f"M{x0+(x1-x0)*t:.0f} {y0+(y1-y0)*t-arch*4*t*(1-t)*.8+th*.5:.0f}l{-s*12} {-7-3*t:.0f}" for t in (.3, .62, .92)), stroke=c, w=6)
    return o

# nose kinds: three-quarter (tip x, wing x, bottom y, bridge x, bump) and frontal (half width, bottom y, tip drop, bridge line length)
NOSES = dict(straight=(76, 30, 82, 52, 4), broad=(78, 18, 80, 50, 4), round=(74, 26, 78, 46, 4), hook=(86, 30, 90, 60, 18), button=(68, 32, 72, 46, 2), roman=(84, 26, 86, 56, 24), bulb=(82, 20, 84, 48, 2), snub=(74, 34, 68, 44, -4), long=(80, 32, 98, 54, 8), flat=(72, 22, 78, 44, 0), fine=(72, 36, 80, 50, 6))
FNOSE = dict(straight=(27, 84, 5, 40), broad=(38, 80, 4, 20), round=(31, 80, 8, 18), hook=(27, 92, 10, 62), button=(23, 72, 4, 8), roman=(29, 90, 8, 66), bulb=(37, 86, 11, 28), snub=(25, 68, 0, 0), long=(26, 98, 7, 58), flat=(34, 78, 3, 10), fine=(22, 82, 4, 34))
def nose(p, H):
    kind = p.get("nose", "straight"); ox, oy, k = H["nose"]; L, lit = p["ln"], p["lit"]
    if H["turn"] >= .5:
        tip, wing, y, br, bump = NOSES[kind]; mid = br + bump; full = 13 if kind in ("bulb", "broad") else 7
        s = ""
        if lit > 0: s += path(f"M{br-4} -14 C{mid-6} 16,{tip-18} {y-34},{tip-4} {y-8} L{wing+8} {y+12} C{wing+12} {y-20},{br-10} 24,{br-4} -14Z", p["sh"], extra='opacity=".75"')
        else: s += path(f"M{tip-4} {y-6} L{wing+6} {y+6} Q{tip-22} {y+24} {tip} {y+12}Z", p["sh"], extra='opacity=".8"')
        s += path(f"M{br+4} 6 C{mid+3} 26,{mid+7} {y-34},{tip} {y-10} C{tip+full} {y+4},{tip-4} {y+13+(full>9)*4},{tip-22} {y+12}", stroke=L, w=5)
        s += path(f"M{wing+6} {y-7} C{wing-7} {y},{wing-3} {y+15},{wing+13} {y+12}", stroke=L, w=5)
        if kind == "snub": s += path(f"M{wing+22} {y+9}q8 -6 14 0", stroke=L, w=4)
        return g(s, transform=f"translate({ox} {oy}) scale({k})")
    w, y, dr, bl = FNOSE[kind]; q = -lit; t = H["turn"]*14
    s = path(f"M{q*10} -16 C{q*15} 20,{q*(w*.5):.0f} {y-34},{q*w} {y-6} L{q*w*.5:.0f} {y+8} L{q*2} {y+2}C{q*6} {y-30},{q*2} 10,{q*10} -16Z", p["sh"], extra='opacity=".72"')
    if bl: s += path(f"M{q*9} {y-24-bl}C{q*15} {y-24-bl*.5:.0f},{q*12} {y-30},{q*15} {y-24}", stroke=L, w=4, extra='opacity=".75"')
    s += path(f"M{-w*.5+t:.0f} {y+6}C{-w*.3+t:.0f} {y+9+dr},{w*.3+t:.0f} {y+9+dr},{w*.5+t:.0f} {y+6}", stroke=L, w=5)
    s += path(f"M{-w*.86:.0f} {y-15}C{-w-7:.0f} {y-2},{-w:.0f} {y+11},{-w*.62:.0f} {y+7}M{w*.86+t*.4:.0f} {y-15}C{w+7+t*.4:.0f} {y-2},{w+t*.4:.0f} {y+11},{w*.62+t*.4:.0f} {y+7}", stroke=L, w=4.5)
    return g(s, transform=f"translate({ox} {oy}) scale({k})")

# lips: (upper, lower thickness, cupid's bow 0-1, width factor)
LIPS = dict(full=(15, 21, .5, 1), heart=(16, 20, 1, .9), thin=(6, 9, .4, 1.02), wide=(10, 15, .4, 1.14), soft=(11, 16, .6, .96), lower=(8, 20, .5, .92), small=(11, 15, .8, .82), man=(5, 12, .4, 1), manfull=(11, 17, .3, .98), manthin=(2, 8, .3, 1.04), manwide=(5, 12, .2, 1.12), child=(6, 9, .6, 1))
US = (-1, -.62, -.22, 0, .22, .62, 1)
def mouth(p, e, H):
    m = dict(dict(w=1, s=0, t=1, k=0, op=0, shift=0), **e["m"]); cx, cy, W = H["mouth"]; up, lo, bow, wf = LIPS[p.get("lips", "soft" if p.get("lip") else "man")]
    W *= m["w"]*wf*p.get("mw", 1); sm, k = m["s"]*p.get("smile", 1), m["k"]; cx += m["shift"] - (5 if m["op"] and not m.get("o") and H["turn"] > .4 else 0); T = m["t"]; tu = H["turn"]; L = p["ln"]
    if p.get("beard") == "full": up, lo, col = max(up, 8), max(lo, 13), mix(NATLIP[p["tone"]], p["sk"], .45)
    if p.get("wry") and not m["op"]: k -= p["wry"]
    X = lambda u: cx + W*u*(1-.1*tu*(1 if u > 0 else -.6)); Y = lambda u: cy + sm*(1-u*u) - sm*.5 + k*u
    col = p.get("lip") or NATLIP[p["tone"]]; paint = bool(p.get("lip")); ln = mix(col, INK, .72) if paint else mix(L, INK, .35); out = ""
    if m.get("o"):      # three kinds of gasp: round, slack (teeth showing), barely parted
        if p.get("laugh") == "teeth": W *= 1.45; m["op"] *= .62
        elif p.get("temper", 1) <= .8: W *= 1.1; m["op"] *= .55
        elif p.get("head") == "ch": W *= 1.1
    if m["op"]:
        op = m["op"]*p.get("open", 1)*W/60 if not m.get("o") else m["op"]*p.get("open", 1); top = Y if not m.get("o") else lambda u: cy - op*.34 - 8*(1-u*u)
        bot = lambda u: top(u) + op*(max(0, 1-u*u))**.62
        us = (-1, -.8, -.4, 0, .4, .8, 1)
        md = sp([(X(-1), top(-1), 0)] + [(X(u), top(u)) for u in us[1:-1]] + [(X(1), top(1), 0)] + [(X(u), bot(u)) for u in us[-2:0:-1]]) if not m.get("o") else f"M{cx-W} {cy+4}C{cx-W} {cy-op*.7},{cx+W*.95} {cy-op*.7},{cx+W*.95} {cy+4}C{cx+W*.95} {cy+op*.72},{cx-W} {cy+op*.72},{cx-W} {cy+4}Z"
        cid = f"mo{p['u']}"; inn = ""
        if m.get("o"): inn = path(f"M{cx-W} {cy-op*.55}H{cx+W}V{cy-op*.32}Q{cx} {cy-op*.22} {cx-W} {cy-op*.32}Z", P["white"]) + f'<ellipse cx="{cx}" cy="{cy+op*.52}" rx="{W*.7:.0f}" ry="{op*.24:.0f}" fill="#B9524A"/>'
        else:
            th = op*(.42 if p.get("laugh") != "teeth" else .9)
            inn = path(sp([(X(u), top(u)-8) for u in us] + [(X(u), min(top(u)+th*(1-u*u)**.5 if abs(u) < 1 else top(u), bot(u)) ) for u in us[::-1]]), P["white"])
            if p.get("laugh") != "teeth": inn += f'<ellipse cx="{cx+4}" cy="{bot(0)-2:.0f}" rx="{W*.52:.0f}" ry="{op*.3:.0f}" fill="#C4574A"/>'
            else: inn += path(sp([(X(u), top(u)+th*.52*(1-u*u)**.5) for u in us], False), stroke="#4A1712", w=3, extra='opacity=".5"')
            if p.get("gap"): inn += path(f"M{cx-4} {Y(0)-10}h17v{th:.0f}h-17Z", "#4A1712")
        out += path(md, "#4A1712") + f'<clipPath id="{cid}"><path d="{md}"/></clipPath>' + g(inn, clip_path=f"url(#{cid})")
        out += path(md, stroke=col if paint or p.get("lips") == "manfull" else L, w=7 if paint else 5)
    else:
        prof = (0, .46, .8+.2*bow, .8-.2*bow, .8+.2*bow, .46, 0)
        U = [(X(u), Y(u)-up*T*f) + ((0,) if abs(u) == 1 else ()) for u, f in zip(US, prof)]; B = [(X(u), Y(u)+lo*T*f) + ((0,) if abs(u) == 1 else ()) for u, f in zip(US, (0, .55, .95, 1, .95, .55, 0))]
        M = [(X(u), Y(u)-(bow*2.2 if u == 0 else 0)+(1.4 if abs(u) == .22 else 0)) for u in US]; inset = lambda a: a
        op1, op2 = (1, .82) if paint or p.get("beard") == "full" else (.55 if "full" in p.get("lips", "") else .3, .6)
        sc = .95; ins = lambda Q: [(cx+(q[0]-cx)*sc,) + q[1:] for q in Q]
        out += path(sp(ins(U) + ins(M)[::-1][1:-1]), col, extra=f'opacity="{op1}"') + path(sp(ins(B) + ins(M)[::-1][1:-1]), col, extra=f'opacity="{op2}"')
        out += path(sp(M, False), stroke=ln, w=5 if paint else 5.6)
    c0, c1 = (X(-1), Y(-1)), (X(1), Y(1))
    if m.get("tick"): out += path(f"M{c0[0]-8:.0f} {c0[1]-9:.0f}q5 5 5 13M{c1[0]+7:.0f} {c1[1]-8:.0f}q-5 5 -5 12", stroke=L, w=4)
    if m.get("pull"): out += path(f"M{c1[0]+5:.0f} {c1[1]-8:.0f}q7 8 1 17", stroke=L, w=4)
    if m.get("chin"): out += path(f"M{cx-17} {cy+lo*T+20:.0f}q17 -7 34 0", stroke=L, w=4, extra='opacity=".8"')
    elif not m["op"] and not p.get("beard") : out += path(f"M{cx-15} {cy+lo*T+sm*.5+15:.0f}q15 6 30 0", stroke=L, w=3, extra='opacity=".35"')
    if p.get("dimple") and sm > 15: out += path(f"M{c0[0]-22:.0f} {c0[1]-2:.0f}q-5 9 1 17M{c1[0]+15:.0f} {c1[1]-2:.0f}q5 8 0 15", stroke=L, w=3.5)
    return out

def halftone(cx, cy, rx, ry, c, pitch=9.5, big=4.4):
    out, n = "", int(max(rx, ry)/pitch)+2
    for a in range(-n, n+1):
        for b in range(-n, n+1):
            x, y = pitch*(a*.87-b*.5), pitch*(a*.5+b*.87); d = math.hypot(x/rx, y/ry)
            if d < 1: out += f'<circle cx="{cx+x:.1f}" cy="{cy+y:.1f}" r="{big*(1-d)**.6:.2f}"/>'
    return f'<g fill="{c}">{out}</g>'

def anchors(p):
    """The head's construction with this person's own spacing: spread (eyes apart), ew (eye width), my (mouth down)."""
    H = dict(HEADS[p.get("head", "tq")]); H["eyes"] = tuple((cx+s*p.get("spread", 0), a*p.get("ew", 1), s) for cx, a, s in H["eyes"])
    mx, my, W = H["mouth"]; H["mouth"] = (mx+p.get("mx", 0), my+p.get("my", 0), W); ox, oy, k = H["nose"]; H["nose"] = (ox, oy+p.get("feat", 0), k*p.get("nk", 1)); return H
def wrinkles(p, e, H):
    """age 1 forties, 2 fifties, 3 sixties, 4 seventies."""
    a, L, t = p.get("age", 0), p["ln"], H["turn"]; (x0, a0, _), (x1, a1, _) = H["eyes"]; mx, my, W = H["mouth"]; nx = H["nose"][0]+(52 if t > .4 else 0); o = ""
    op = lambda v: f'opacity="{min(.85, v)}"'
    wl = nx-(38 if t > .4 else 42); wr = nx+(46 if t > .4 else 42)
    if a >= 1: o += path(f"M{wl} {92}Q{wl-20} {104} {mx-W-14} {my-4+a*3}", stroke=L, w=3.4, extra=op(.28+.12*a)) + path(f"M{wr} {92}Q{wr+14-8*t} {102} {mx+W+10} {my-6+a*3}", stroke=L, w=3.4, extra=op(.28+.12*a))
    if a >= 2: o += path(f"M{x0-a0-13} 14q-12 3 -18 10M{x0-a0-14} 5q-12 -2 -19 2" + (f"M{x1+a1+9} 12q8 3 12 8" if t < .6 else ""), stroke=L, w=3, extra=op(.35+.08*a))
    if a >= 2 and not p.get("nofore"):
        fy = -96; mid = (x0+x1)/2; o += path(f"M{mid-54} {fy}Q{mid} {fy-9} {mid+58} {fy+1}" + (f"M{mid-38} {fy-21}Q{mid} {fy-29} {mid+40} {fy-20}" if a >= 3 or e["brow"][0] > 15 else ""), stroke=L, w=3.2, extra=op(.22+.07*a))
    if a >= 3: o += path(f"M{mx-W-8} {my+12}q-6 12 -2 26M{mx+W+5} {my+10}q6 10 1 22", stroke=L, w=3.2, extra=op(.5)) + path(f"M{x0-a0*.9} 24Q{x0} 40 {x0+a0*.8} 26M{x1-a1*.8} 26Q{x1} 39 {x1+a1*.9} 24", stroke=L, w=2.8, extra=op(.45))
    if a >= 4: o += path(f"M{x0-a0*1.2} 44q-14 14 -14 34M{x0-a0*1.3-16} 34q-10 12 -10 26M{mx-W*.5} {my-24}l-2 10M{mx-6} {my-25}v9M{mx+W*.45} {my-24}l2 10", stroke=L, w=2.8, extra=op(.45))
    if e["brow"][1] < -5: bx = (x0+a0*1.17+x1-a1*.9)/2; o += path(f"M{bx-2} -42q-4 12 1 22", stroke=L, w=4)
    return o

def beardline(H, low=0):
    mx, my, W = H["mouth"]; r = 150 if H["turn"] > .4 else 146
    return [(-165, 4), (-116, 46), (-92+mx*.2, 92+low), (mx-66, my-24+low*.6), (mx-30, my-34), (mx, my-26), (mx+28, my-34), (mx+(54 if H["turn"] > .4 else 64), my-26+low*.6), (108 if H["turn"] > .4 else 96, 84+low), (126, 44), (160, 4)]
def head(p, e, hair):
    H, uid = anchors(p), p["u"]; sk, sh, ln, lit = p["sk"], p["sh"], p["ln"], p["lit"]
    f = H["o"](p.get("jaw", .3), p.get("chin", 0), p.get("cheek", 0)); s = ""
    ears = "" if p.get("noear") else "".join(f'<ellipse cx="{x}" cy="{y}" rx="{25*p.get("ears",1)}" ry="{40*p.get("ears",1)}" fill="{sk if x*lit<0 or 1 else sh}" transform="rotate({r} {x} {y})"/>'
        + g(path("M-10 -20C6 -22,12 -4,4 8C-2 16,2 24,8 28", stroke=ln, w=4), transform=f"translate({x} {y})" + (" scale(-1 1)" if x > 0 else "")) for x, y, r in H["ears"][:1 if p.get("oneear") else 2])
    s += ears
    if p.get("dchin"): mx = H["mouth"][0]; s += blob([(-112, 120), (-104, 190+p["dchin"]*.5), (-50, 222+p["dchin"]), (30, 226+p["dchin"]), (92, 208+p["dchin"]*.8), (118, 150), (0, 100)], sk) + path(sp([(-84, 196), (-30, 226+p["dchin"]*.4), (40, 226+p["dchin"]*.4), (90, 200)], False), stroke=ln, w=4, extra='opacity=".7"')
    if p.get("beardvol"): v = p["beardvol"]; s += blob([(-128, 40), (-134-v*.4, 120), (-106-v*.6, 184), (-40, 222+v), (44, 226+v), (104+v*.5, 186), (122+v*.5, 120), (122, 60), (0, 40)], p.get("beardc", p["hairc"]))
    s += f'<clipPath id="f{uid}"><path d="{f}"/></clipPath>' + path(f, sk)
    inner = path(H["shade"][lit], sh, extra='opacity=".8"')
    if not p.get("nocast"): inner += g(HAIR[p["hair"]](p, sh, sh)[1], transform=f"translate({-7*lit} 13)", opacity=".75")
    if p.get("fade"): inner += g(path(FADE[p["fade"]], p["hairc"]), opacity=".35")
    if e["blush"] and not p.get("noblush"):
        dk = p["tone"] in "mde"; c = "#A9402A" if dk else "#C8452C"
        inner += f'<g opacity="{(.25+.6*e["blush"])*(.8 if dk else 1):g}">' + "".join(halftone(*b, c) for b in H["blush"]) + "</g>"
    elif p.get("ruddy"): inner += f'<g opacity=".45">' + "".join(f'<ellipse cx="{b[0]}" cy="{b[1]}" rx="{b[2]*.8}" ry="{b[3]*.62}" fill="#D9745E"/>' for b in H["blush"]) + "</g>"
    if p.get("stubble"): inner += blob(beardline(H, 8) + [(160, 290), (-165, 290)], p.get("beardc", p["hairc"]), extra=f'opacity="{p["stubble"]}"')
    if p.get("beard") == "full": inner += blob(beardline(H, p.get("blow", 0)) + [(160, 290), (-165, 290)], p.get("beardc", p["hairc"]))
    if p.get("freckles"):
        fx = H["eyes"]; inner += "".join(f'<circle cx="{x}" cy="{y}" r="{r}" fill="{mix(ln, sk, .45)}"/>' for cx, a, sd in fx for x, y, r in ((cx-24, H["ey"]+44, 3.4), (cx-8, H["ey"]+52, 2.8), (cx+8, H["ey"]+43, 3.2), (cx+20, H["ey"]+54, 2.6), (cx-14, H["ey"]+62, 2.6)))
    s += g(inner, clip_path=f"url(#f{uid})")
    s += nose(p, H) + wrinkles(p, e, H)
    if p.get("beard") == "goatee": mx, my, W = H["mouth"]; gy = 16 if e["m"].get("op") and not e["m"].get("o") else 0; s += blob([(mx-34, my+26+gy), (mx, my+20+gy), (mx+36, my+26+gy), (mx+36, my+70), (mx+4, my+92+gy*.4), (mx-30, my+70)], p.get("beardc", p["hairc"]))
    if p.get("tache") == "trim": mx, my, W = H["mouth"]; s += blob([(mx, my-28), (mx+30, my-30), (mx+W+2, my-6), (mx+30, my-12), (mx, my-12), (mx-30, my-12), (mx-W-4, my-6), (mx-32, my-30)], p.get("beardc", p["hairc"]))
    s += mouth(p, e, H)
    if p.get("tache") == "walrus":
        mx, my, W = H["mouth"]; d = -4 if e["m"].get("op") else 0; sm = min(10, max(-4, e["m"]["s"]*.35))
        s += path(sp([(mx, my-34+d), (mx+34, my-40+d), (mx+72, my-14+d-sm), (mx+86, my+10+d-sm, 0), (mx+54, my+10+d), (mx+26, my+2+d), (mx, my-6+d), (mx-26, my+2+d), (mx-58, my+12+d), (mx-92, my+12+d-sm, 0), (mx-76, my-14+d-sm), (mx-34, my-40+d)]), p.get("beardc", p["hairc"]))
        s += strands(p["hi"], [(mx-12, my-26+d), (mx-44, my-18+d), (mx-66, my+2+d)], [(mx+12, my-26+d), (mx+42, my-18+d), (mx+62, my+d)], w=4)
    k = p.get("es", 1); ey = H["ey"]
    s += g("".join(g(eye(cx, a, sd, e, p, f"e{n}{uid}"), transform=f"translate({cx*(1-k):.1f} 0) scale({k})") for n, (cx, a, sd) in enumerate(H["eyes"])), transform=f"translate(0 {ey})")
    ar, tk = BROWS[p.get("brow", "soft")]; th = p.get("browth", 12)*tk; bc = p.get("browc", p["hairc"]); y = -46 + p.get("browy", 0) + ey
    for n, (cx, a, sd) in enumerate(H["eyes"]):
        r, i, o = e["brow"] if n == 0 else e["far"]; sh_ = .82 if p.get("brow") == "short" else 1
        s += brow(cx+sd*a*1.22*sh_, y+7-r-o, cx-sd*a*(1.17 if sd < 0 and H["turn"] > .4 else .98)*sh_, y+4-r-i, th*(1 if n == 0 else .93), bc, ar, p.get("brow") == "bushy")
    if p.get("mole"): s += f'<circle cx="{p["mole"][0]}" cy="{p["mole"][1]}" r="5" fill="{ln}"/>'
    return s, f

def glasses(p, e):
    """kinds: round square cat half rimless aviator big"""
    if not p.get("specs"): return ""
    kind, c, w = p["specs"]; H = anchors(p); (x0, a0, _), (x1, a1, _) = H["eyes"]; ey = H["ey"]; x1 += 2
    k = 1.38; rx0, rx1 = a0*k, a1*(k+.08); y = 4
    if kind in ("round", "big"): z = 1.12 if kind == "big" else 1; A = f'<ellipse cx="{x0}" cy="{y}" rx="{rx0*z:.0f}" ry="{48*z:.0f}"/><ellipse cx="{x1}" cy="{y}" rx="{rx1*z:.0f}" ry="{47*z:.0f}"/>'; rx0 *= z; rx1 *= z
    elif kind == "square": A = f'<rect x="{x0-rx0:.0f}" y="-33" width="{2*rx0:.0f}" height="72" rx="15"/><rect x="{x1-rx1:.0f}" y="-33" width="{2*rx1:.0f}" height="72" rx="14"/>'
    elif kind == "cat":
        q = lambda x, r, s: path(f"M{x+s*r*1.14:.0f} -36C{x+s*r*.3:.0f} -42,{x-s*r*.6:.0f} -36,{x-s*r*.94:.0f} -24C{x-s*r*1.12:.0f} 12,{x-s*r*.7:.0f} 46,{x} 46C{x+s*r*.8:.0f} 46,{x+s*r:.0f} 14,{x+s*r*1.14:.0f} -36Z")
        A = (q(x0, rx0, -1) + q(x1, rx1, 1)).replace('fill="none"', '')
    elif kind == "half": y = 30; A = f'<path d="M{x0-rx0:.0f} 16H{x0+rx0:.0f}C{x0+rx0:.0f} 54,{x0-rx0:.0f} 54,{x0-rx0:.0f} 16Z"/><path d="M{x1-rx1:.0f} 16H{x1+rx1:.0f}C{x1+rx1:.0f} 52,{x1-rx1:.0f} 52,{x1-rx1:.0f} 16Z"/>'
    elif kind == "rimless": A = "".join(f'<path d="M{x-r:.0f} -20C{x-r:.0f} 40,{x-r*.5:.0f} 44,{x} 44C{x+r*.5:.0f} 44,{x+r:.0f} 40,{x+r:.0f} -20Z" stroke-opacity=".75"/>' for x, r in ((x0, rx0), (x1, rx1)))
    else: A = "".join(f'<path d="M{x-r:.0f} -30H{x+r:.0f}C{x+r*1.06:.0f} 20,{x+r*.5:.0f} 52,{x} 50C{x-r*.6:.0f} 52,{x-r*1.06:.0f} 20,{x-r:.0f} -30Z"/>' for x, r in ((x0, rx0), (x1, rx1)))
    by = 20 if kind == "half" else -6; L, R = x0+rx0, x1-rx1; ex, eyy = H["ears"][0][0]+4, H["ears"][0][1]-26
    A += f'<path d="M{L:.0f} {by}Q{(L+R)/2:.0f} {by-9} {R:.0f} {by}M{x0-rx0:.0f} {by-4}L{ex} {eyy-ey}"/>'
    if len(H["ears"]) > 1: A += f'<path d="M{x1+rx1:.0f} {by-4}L{H["ears"][1][0]-4} {eyy-ey}"/>'
    return g(A, fill="#FFFBF2", fill_opacity=".08", stroke=c, stroke_width=w, stroke_linecap="round", transform=f"translate(0 {ey})")

FADE = {}; HAIR = {}; BODY = {}
CUT = ('<filter id="cut" x="-10%" y="-10%" width="120%" height="120%"><feGaussianBlur in="SourceAlpha" stdDeviation="7" result="b"/><feComponentTransfer in="b" result="o"><feFuncA type="linear" slope="30" intercept="-2.2"/></feComponentTransfer>'
       f'<feFlood flood-color="{P["white"]}"/><feComposite in2="o" operator="in" result="edge"/><feOffset in="o" dx="7" dy="8" result="off"/><feFlood flood-color="{INK}" flood-opacity=".28"/><feComposite in2="off" operator="in" result="shadow"/>'
       '<feMerge><feMergeNode in="shadow"/><feMergeNode in="edge"/><feMergeNode in="SourceGraphic"/></feMerge></filter>')

def shoulders(w, y=0):
    """Body outline: half width w, y > 0 slopes the shoulders. Neck opening at x 318-452."""
    c = 384; L = lambda x: c-x; R = lambda x: c+x
    return (f"M{L(w)} 900C{L(w-8)} {800+y:g},{L(w*.89):.0f} {742+y:g},{L(w*.586):.0f} {706+y:g}C{L(w*.39):.0f} {684+y*.6:g},{L(78)} {668+y*.3:g},318 646Q384 730 452 646"
            f"C462 {668+y*.3:g},{R(w*.42):.0f} {684+y*.6:g},{R(w*.63):.0f} {708+y:g}C{R(w*.89):.0f} {740+y:g},{R(w-10)} {800+y:g},{R(w)} 900Z")

def portrait(p, mood="neutral", cut=True, flip=False, uid=None):
    p, e = dict(p), {k: (dict(v) if isinstance(v, dict) else v) for k, v in EX[mood].items()}; p["lit"] = -1 if flip else 1; p["u"] = uid or f"{p.get('id','x')}{mood}"; p["mood"] = mood
    for k, v in p.get("moods", {}).get(mood, {}).items(): e[k] = dict(e[k], **v) if isinstance(v, dict) else v
    if mood == "delighted" and p.get("laugheye"): e.update(lid=.52, low=.16, gaze=(3, 0))
    p["sk"], p["sh"], p["ln"] = SKIN[p["tone"]]; te = p.get("temper", 1); p.setdefault("hi", "#555"); p.setdefault("hairc", "#333")
    parts = HAIR[p["hair"]](p, p["hairc"], p["hi"]); back, front, over = (*parts, "")[:3]
    nw, nx, u, d = p.get("nw", 60 if p.get("lip") else 66), 384+p.get("nx", 0), p["u"], shoulders(p.get("bw", 316), p.get("bs", 0)); x0, x1 = nx-nw, nx+nw
    ch = p.get("head") == "ch"; neck = path(f"M{x0} 480C{x0+2} 600,{x0-4} 640,{x0-24} 672L{x0-34} 780L{x1+34} 780L{x1+26} 672C{x1+6} 640,{x1} 600,{x1} 480Z", p["sk"])
    cast = path(f"M{x0} 540L{x1} 560C{x1+2} 600,{x1-2} 626,{x1-20} 648C{nx+10} 684,{nx-40} 672,{x0-3} 640Z", p["sh"])
    neck += cast if p["lit"] > 0 else g(cast, transform=f"translate({2*nx} 0) scale(-1 1)")
    if p.get("age", 0) >= 3: neck += path(f"M{nx-26} 640C{nx-24} 680,{nx-18} 700,{nx-12} 730M{nx+22} 640C{nx+20} 680,{nx+18} 700,{nx+14} 730M{x0+8} 664Q{nx} 690 {x1-8} 662", stroke=p["ln"], w=3, extra='opacity=".45"')
    S, (ax, ay), t = 1.08*p.get("hs", 1), e["at"], e["tilt"]*te; ax, ay = ax*te, ay*te; hy = 408+p.get("drop", 0); hx = 396+p.get("hx", 0)
    tf = f"translate({hx+ax:g} {hy+ay:g}) rotate({t:g} -20 160) scale({S*p.get('fw', 1):g} {S*p.get('fh', 1):g})"
    tb = f"translate({hx+ax*.6:g} {hy+ay*.7:g}) rotate({t*(.3 if p.get('heavy') else 1):g} -20 160) scale({S*p.get('fw', 1):g} {S*p.get('fh', 1):g})"
    if te != 1:
        for k in ("brow", "far"): e[k] = tuple(v*te for v in e[k])
    hd, f = head(p, e, front); lift = {"wary": 2, "hurt": 10, "delighted": -4, "surprised": -6}.get(mood, 0)
    bb = BODY[p["body"]](p, u, d); b_back, b_front = bb if isinstance(bb, tuple) else ("", bb); bsc = p.get("bsc", 1)
    bt = dict(transform=f"translate({384*(1-bsc):g} {lift+900*(1-bsc):g}) scale({bsc})")
    accs = "".join(a(p, e) for a in p.get("acc", []))
    order = g(g(b_back, transform="translate(0 18)"), **bt) + g(back, transform=tb) + g(neck + g(b_front, transform="translate(0 18)"), **bt) + g(over, transform=tb) + g(hd + front + glasses(p, e) + accs, transform=tf)
    s = g(order, transform="translate(800 0) scale(-1 1)") if flip else order
    return g(s, filter="url(#cut)") if cut else s
