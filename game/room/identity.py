"""Who is who without a name: secrets that only a phone holds, and the digests by which the room knows them."""

from __future__ import annotations

import secrets
from hashlib import sha256

SECRET_BYTES = 16
WORDS = ["ACRE", "ALSO", "AREA", "ARIA", "ATOM", "AUNT", "BAKE", "BARN", "BEAD", "BEAN", "BELL", "BIRD", "BOAT", "BOOK", "BOWL", "CAFE", "CAKE", "CALM", "CARD", "CHEF", "CITY", "CLAY", "COAT", "COIN", "CORK", "CORN", "CREW", "CUBE", "DAWN", "DESK", "DICE", "DISH", "DOOR", "DOVE", "DRUM", "DUSK", "EAST", "ECHO", "EDGE", "FARM", "FERN", "FILM", "FIRE", "FISH", "FLAG", "FOAM", "FOLK", "FORK", "GATE", "GIFT", "GOLD", "GRID", "HAND", "HARP", "HILL", "HOME", "HOUR", "IDEA", "INCH", "IRIS", "IRON", "ISLE", "JAZZ", "JOKE", "JUNE", "KITE", "KIWI", "LACE", "LAKE", "LAMP", "LEAF", "LIME", "LINE", "LION", "LOAF", "MAIL", "MAPS", "MILK", "MINT", "MOKA", "MOON", "MOSS", "MUSE", "NEST", "NOON", "NOTE", "OAKS", "OATS", "OPAL", "OVEN", "PAGE", "PARK", "PATH", "PEAR", "PIER", "PINE", "PLUM", "POEM", "POND", "PORT", "RAFT", "RAIN", "REED", "RICE", "RING", "ROAD", "ROOF", "ROSE", "RUBY", "SAGE", "SAIL", "SALT", "SAND", "SEAL", "SEED", "SHIP", "SILK", "SNOW", "SOAP", "SOFA", "SONG", "SOUP", "STAR", "STEM", "SURF", "SWAN", "TALE", "TART", "TEAM", "TENT", "TIDE", "TILE", "TOWN", "TREE", "TUNE", "VASE", "VIEW", "VINE", "WAVE", "WEST", "WIND", "WING", "WOOD", "WOOL", "YARD", "YARN", "YEAR", "ZEST", "ZINC"]
"""Room words: four letters that are heard and spelt alike in a noisy hall."""


def new_secret() -> str:
    """Return a secret of 128 bits, as text for a header or a store."""
    return secrets.token_urlsafe(SECRET_BYTES)


def is_secret(text: object) -> bool:
    """Return whether a text has the form of a secret."""
    return isinstance(text, str) and 20 <= len(text) <= 64 and all(c.isalnum() or c in "-_" for c in text)


def id_of(secret: str) -> str:
    """Return the id by which the room knows the holder of a secret; nobody can find the secret from it."""
    return sha256(f"coffee-first/{secret}".encode()).hexdigest()[:24]


def new_word() -> str:
    """Return a room word."""
    return secrets.choice(WORDS)


def same_word(typed: str, word: str) -> bool:
    """Return whether somebody typed the room word, in whatever case and with whatever around it."""
    return "".join(letter for letter in typed.upper() if letter.isalpha())[:8] == word
