"""The window icon: a coffee bean cut out with scissors and pasted on paper."""
from kit import *
import faces

DEFS = faces.CUT + dots("tone", P["espresso"]+"22", 9, 2.1) + hatch("hi", P["white"]+"2E", 11, 3.4)
BEAN = "M-88 0C-88 -46,-48 -64,0 -64C48 -64,88 -46,88 0C88 46,48 64,0 64C-48 64,-88 46,-88 0Z"
def icon():
    """SVG fragment in a 256x256 box; the four corners are open."""
    b = rect(6, 6, 244, 244, P["paper"], 26, f'stroke="{P["ink"]}" stroke-width="8"') + rect(10, 10, 236, 236, "url(#tone)", 22)
    bean = path(BEAN, P["espresso"]) + path("M-88 0C-88 46,-48 64,0 64C48 64,88 46,88 0C60 30,-60 34,-88 0Z", "url(#hi)") + path("M-80 12C-44 -36,30 40,80 -12", stroke=P["crema"], w=15)
    return b + g(bean, filter="url(#cut)", transform="translate(126 126) rotate(-28) scale(1.06)")
