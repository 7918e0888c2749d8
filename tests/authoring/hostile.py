"""Files made to hurt a reader: name → bytes."""

from __future__ import annotations

from pathlib import Path

VALID = (Path(__file__).parent / "cases" / "all_is_well.yaml").read_bytes()
FULL = 4 * 1024 * 1024


def _full(piece: bytes, before: bytes = b"", after: bytes = b"") -> bytes:
    return before + piece * ((FULL - len(before) - len(after)) // len(piece)) + after


def _scenes(count: int, scene: str) -> bytes:
    head, _, _ = VALID.decode().partition("\nscenes:")
    head = head.replace("start: the-bench", "start: s0")
    body = "".join(scene.format(n=n, m=n + 1) for n in range(count))
    return f"{head}\nscenes:\n{body}  s{count}:\n    place: bakery\n    ending: {{title: A, letter: I, tone: warm}}\n".encode()


_CHOICE = "    - {{id: c{n}-%d, say: Well, capital: {{leslie: +1}}, later: {{at: s{m}, capital: {{leslie: -1}}, because: So}}}}\n"

FILES: dict[str, bytes] = {
    "brackets": b"[" * 1_000_000,
    "braces": b"{a: " * 500_000,
    "deep_blocks": b"".join(b" " * n + b"a:\n" for n in range(1500)),
    "deep_dashes": b"- " * 1_000_000,
    "question_marks": b"? " * 1_000_000,
    "laughs": b"a: &a [x,x]\n" + b"".join(b"b%d: &b%d [*a,*a]\n" % (n, n) for n in range(1000)),
    "loop": b"a: &a [*a]\n",
    "list_of_a": _full(b"a,", b"a: [", b"]"),
    "lines_of_dash": _full(b"- a\n"),
    "keys": b"".join(b"k%d: 1\n" % n for n in range(380_000)),
    "same_keys": _full(b"k: 1\n", b"coffee_first: 1\ntitle: T\n"),
    "empty_maps": _full(b"{},", b"a: [", b"]"),
    "one_word": _full(b"a"),
    "one_quote": _full(b"a", b'title: "'),
    "newlines": _full(b"\n"),
    "comments": _full(b"# a\n"),
    "tabs": _full(b"\t"),
    "spaces": _full(b" ", b"a:", b"\n b: 1"),
    "colons": _full(b"a: b: c\n"),
    "open_quotes": _full(b'a: "b\n'),
    "documents": _full(b"---\n"),
    "percent": _full(b"%"),
    "bangs": _full(b"- !x a\n", b"coffee_first: 1\n"),
    "speech": VALID.replace(b"      Monday. The phone is quiet.\n", b"      leslie: a\n" * 240_000),
    "unknown_speech": VALID.replace(b"      Monday. The phone is quiet.\n", b"      lesly (a): a\n\n" * 180_000),
    "narration": VALID.replace(b"      Monday. The phone is quiet.\n", b"      a\n\n" * 450_000),
    "colons_in_narration": VALID.replace(b"      Monday. The phone is quiet.\n", b"      " + b"a:(" * 1_200_000 + b"\n"),
    "wide_narration": VALID.replace(b"Monday.", "😀".encode() * 900_000),
    "scenes": _scenes(30_000, "  s{n}:\n    place: bakery\n    next: s{m}\n"),
    "scenes_in_the_limit": _scenes(9_900, "  s{n}:\n    place: bakery\n    next: s{m}\n"),
    "scenes_back_and_forth": _scenes(9_900, "  s{n}:\n    place: bakery\n    next: [{{when: leslie > 3, to: s0}}, {{to: s{m}}}]\n"),
    "choices": _scenes(9_000, "  s{n}:\n    place: bakery\n    next: s{m}\n    choices:\n" + "".join(_CHOICE % k for k in range(2))),
    "unknown_scenes": _scenes(9_000, "  s{n}:\n    place: bakery\n    next: t{m}\n"),
    "unknown_keys": _scenes(9_000, "  s{n}:\n    placed{n}: bakery\n    next: s{m}\n"),
    "conditions": _scenes(6_000, "  s{n}:\n    place: bakery\n    next: [{{when: (((((leslie + leslie > {n} and leslie < 3 or not asked or chose.pounce))))), to: s{m}}}, {{to: s{m}}}]\n"),
    "long_condition": VALID.replace(b"leslie >= 10", b"(" * 1_000_000),
    "long_minus": VALID.replace(b"leslie >= 10", b"-" * 480 + b"leslie >= 10"),
    "long_not": VALID.replace(b"leslie >= 10", b"not " * 100 + b"asked"),
    "long_number": VALID.replace(b"+5", b"9" * 2_000_000),
    "long_id": VALID.replace(b"id: pounce", b"id: " + b"a-" * 1_000_000 + b"_"),
    "long_key": VALID.replace(b"minutes:", b"a" * 900 + b":"),
    "many_in_one_line": VALID.replace(b"leslie: +5", b", ".join(b"p%d: +5" % n for n in range(100_000))),
    "nul": VALID.replace(b"Monday", b"Mon\0day"),
    "escape": VALID.replace(b"Monday", b"\x1b[31mMonday"),
    "bidi": VALID.replace(b"Monday", "Mon\u202eday".encode()),
    "next_line": VALID.replace(b"Monday", "Mon\u0085day".encode()),
    "line_separator": VALID.replace(b"Monday", "Mon\u2028day".encode()),
    "bom_within": VALID.replace(b"Monday", "Mon\ufeffday".encode()),
    "not_a_character": VALID.replace(b"Monday", "Mon\uffffday".encode()),
    "latin_1": VALID.decode().encode("latin-1"),
    "utf_16": VALID.decode().encode("utf-16"),
    "utf_16_without_mark": VALID.decode().encode("utf-16-le"),
    "utf_32": VALID.decode().encode("utf-32"),
    "surrogates": VALID.replace(b"Monday", b"\xed\xa0\x80"),
    "overlong": VALID.replace(b"Monday", b"\xc0\xaf"),
    "a_picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 100,
    "a_zip": b"PK\x03\x04" + bytes(range(256)) * 100,
    "too_large": b"a" * (FULL + 1),
}
"""None of them takes long or much memory, and each is judged; those in `PLAYS` are scenarios all the same."""

PLAYS = {"speech", "narration", "colons_in_narration", "wide_narration", "scenes_in_the_limit", "choices"}
"""Large, strange, and nothing is wrong with them but warnings."""
