"""Pages for a browser that speak the room's language: their messages are put in as the page is served.

A page marks its messages as the code does. In a script `_('…')` becomes the message as a text of JavaScript; `{name}` in it
is a variable of that name which is in sight there. `n_('one', 'many', count)` depends on a number, which fills `{n}`. In
HTML `_('…')` stands in place of the words. There is no apostrophe in a message (`’` is none), and no backslash.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import escape
from typing import IO, Any

from game.language.words import _, n_, tongue

MARKED = re.compile(r"(?<![\w.])(?:_\('(?P<one>[^'\\\n]*)'\)|n_\('(?P<single>[^'\\\n]*)', '(?P<many>[^'\\\n]*)', (?P<count>[\w.]+)\))")
_QUOTED = re.compile(r"""('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`)""")
_COMMENT = re.compile(r"(?:^|(?<=\s))//.*|/\*[^*\n]*\*/", re.MULTILINE)
_NAME = re.compile(r"\{(\w+)\}")


def in_html(page: str) -> str:
    """Return a page of HTML in the language that is spoken, and said to be in it."""
    spoken = MARKED.sub(lambda found: escape(_(found.group(1))), page)
    here = tongue()
    return spoken.replace('<html lang="en">', f'<html lang="{here.code}" dir="{"rtl" if here.leftward else "ltr"}">', 1)


def in_script(script: str) -> str:
    """Return a script in the language that is spoken, without its comments and without most of its spaces."""
    spoken = MARKED.sub(_as_script, _COMMENT.sub("", script))
    return "".join(part if n % 2 else _tight(part) for n, part in enumerate(_QUOTED.split(spoken)))


def _tight(code: str) -> str:
    """Return code without texts in it, tighter: lines still end where they did."""
    code = re.sub(r"[ \t]*\n\s*", "\n", code)
    code = re.sub(r" *([=,:;?{}()\[\]<>|&]) *", r"\1", code)
    return re.sub(r" +(!=|\+(?!\+)) *", r"\1", code)


def _as_script(found: re.Match[str]) -> str:
    if found["one"] is not None:
        one = found["one"]
        return _text(_(one), one)
    single, many, count = found["single"], found["many"], found["count"]
    texts = (_text(n_(single, many, n, n="{n}"), many, count) for n in (1, 2))
    return "({}==1?{}:{})".format(count, *texts)


def _text(message: str, english: str, count: str = "n") -> str:
    """Return a message as a text of JavaScript; a translation that names what the English does not is none."""
    if not set(_NAME.findall(message)) <= set(_NAME.findall(english)):
        message = english
    if not _NAME.search(message):
        return json.dumps(message, ensure_ascii=False)
    plain = re.sub(r"[`\\]|\$(?=\{)", r"\\\g<0>", message)
    return "`{}`".format(_NAME.sub(lambda name: "${" + (count if name[1] == "n" else name[1]) + "}", plain))


def extract(file: IO[bytes], keywords: Any, comment_tags: Any, options: Any) -> Iterator[tuple[int, str, Any, list[str]]]:
    """Yield the messages of a page, as Babel asks for them: line, function, message or messages, comments."""
    for number, line in enumerate(file.read().decode("utf-8").splitlines(), 1):
        for found in MARKED.finditer(line):
            if found["one"] is not None:
                yield number, "_", found["one"], []
            else:
                yield number, "n_", (found["single"], found["many"], found["count"]), []
