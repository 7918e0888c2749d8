"""The pictures of the front page: a room with two people pasted in front, looking at each other. The game draws the frame and the number
   (66x66 in the upper left corner, so that corner stays quiet)."""
import cast, faces, places
from kit import *

SHAPES = dict(wide=(964, 396), tall=(268, 322))
DEFS = faces.CUT + places.DEFS + dots("tone", P["espresso"]+"22", 9, 2.1)
# scenario -> (place, light, {shape: (zoom of the room, its left, its top)}, {shape: (who, mood, scale, left, flip) from back to front})
FRONT = {
    "bakery": ("bakery", "day", dict(wide=(.86, 10, 60), tall=(.52, 60, 130)),
        dict(wide=(("dana", "warm", .46, 110, 0), ("leslie", "delighted", .46, 500, 1)), tall=(("leslie", "delighted", .31, 66, 1), ("dana", "warm", .33, -60, 0)))),
    "rotary-prospect": ("luncheon", "day", dict(wide=(.8, 525, 110), tall=(.6, 620, 130)),
        dict(wide=(("ray", "warm", .46, 95, 0), ("nadia_coat", "wary", .46, 500, 1)), tall=(("ray", "warm", .31, -48, 0), ("nadia_coat", "wary", .32, 70, 1)))),
    "laid-off": ("coffee-shop", "day", dict(wide=(.62, 330, 205), tall=(.52, 240, 130)),
        dict(wide=(("daniel", "thinking", .46, 120, 0), ("ben", "warm", .46, 490, 1)), tall=(("ben", "warm", .31, 66, 1), ("daniel", "thinking", .33, -58, 0)))),
}
def picture(name, shape):
    """SVG fragment in the box of that shape."""
    place, light, rooms, people = FRONT[name]; (w, h), (z, x, y) = SHAPES[shape], rooms[shape]
    b = g(places.place(place, light), transform=f"translate({-x*z:g} {-y*z:g}) scale({z})") + rect(0, 0, w, h, "url(#tone)")
    return b + "".join(g(faces.portrait(cast.PEOPLE[who], mood, flip=bool(flip), uid=f"fp{who}"), transform=f"translate({dx} {h-890*s:g}) scale({s})") for who, mood, s, dx, flip in people[shape])
