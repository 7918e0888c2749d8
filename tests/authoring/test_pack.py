"""Packs: what goes in comes out, whoever made the file; and what was made to hurt gets one sentence."""

from __future__ import annotations

import os
import resource
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.authoring import art_in, headline, read, render
from game.authoring.codes import CODES
from game.authoring.drawing import fault
from game.authoring.pack import LARGEST, MOST_FILES, Pack, member, pack
from game.authoring.packing import NotPacked, contents, write
from game.authoring.pictures import brought, folder_of, judged, picture
from game.authoring.source import Unread, bytes_of, is_there
from game.resources import assets

VALID = (Path(__file__).parent / "cases" / "all_is_well.yaml").read_bytes()
ICON = (assets() / "icon.png").read_bytes()
WEBP = next((assets() / "people").glob("leslie/neutral.webp")).read_bytes()
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 900"><circle cx="400" cy="450" r="300" fill="#c63"/></svg>'


def scenario(folder: Path) -> Path:
    """Return a folder with a scenario that brings two pictures."""
    (folder / "pictures").mkdir(parents=True)
    (folder / "scenario.yaml").write_bytes(VALID)
    (folder / "pictures" / "leslie.png").write_bytes(ICON)
    (folder / "pictures" / "bakery.svg").write_bytes(SVG)
    return folder


def zipped(path: Path, *files: tuple[str | zipfile.ZipInfo, bytes], packed: int = zipfile.ZIP_DEFLATED, comment: bytes = b"") -> Path:
    with zipfile.ZipFile(path, "w", packed) as archive:
        for name, data in (("scenario.yaml", VALID), *files):
            archive.writestr(name, data)
        archive.comment = comment
    return path


def why(path: Path) -> str:
    """Return the code of the one sentence for which a pack is not read."""
    found = pack(path)
    assert isinstance(found, Unread), found
    assert found.message
    assert found.help
    assert found.message.isprintable()
    assert render.terminal(read(path)).count("error") == 1
    return found.code


# ---------------------------------------------------------------- making one


def test_what_goes_in_comes_out(tmp_path: Path):
    """The scenario of a pack is that of the folder, and its pictures are the same bytes."""
    folder, target = scenario(tmp_path / "talk"), tmp_path / "talk.coffee"
    write(contents(folder), target, by="Ann Ö")
    before, after = read(folder), read(target)
    assert before.scenario == after.scenario
    assert before.text == after.text
    found = pack(target)
    assert isinstance(found, Pack)
    assert "Ann Ö" == found.by
    assert ["pictures/bakery.svg", "pictures/leslie.png", "scenario.yaml"] == sorted(found.members)
    assert ICON == bytes_of(target / "pictures" / "leslie.png", 1_000_000)
    assert (headline(folder), brought(folder_of(folder)).keys()) == (headline(target), brought(folder_of(target)).keys())


def test_the_same_files_give_the_same_bytes(tmp_path: Path):
    """Whenever and wherever I pack it: two packs are one if their bytes are."""
    one, other = scenario(tmp_path / "a" / "talk"), scenario(tmp_path / "b" / "talk")
    os.utime(other / "scenario.yaml", (1_000_000_000, 1_000_000_000))
    (other / "pictures" / "leslie.png").chmod(0o600)
    for folder in (one, other):
        write(contents(folder), folder.parent / "talk.coffee")
    assert (tmp_path / "a" / "talk.coffee").read_bytes() == (tmp_path / "b" / "talk.coffee").read_bytes()


def test_what_is_no_part_of_a_scenario_stays_out_with_a_reason(tmp_path: Path):
    """I see what was left out, and why; nothing of it is in the file."""
    folder = scenario(tmp_path / "talk")
    (folder / "notes.docx").write_bytes(b"PK")
    (folder / "pictures" / "renate.exe").write_bytes(b"MZ")
    (folder / "pictures" / "bela.png").write_bytes(b"not a picture")
    (folder / "pictures" / "link.png").symlink_to(folder / "pictures" / "leslie.png")
    (folder / "more").mkdir()
    found = contents(folder)
    assert ["pictures/bakery.svg", "pictures/leslie.png", "scenario.yaml"] == [one.name for one in found.going]
    assert ["more", "notes.docx", "pictures/bela.png", "pictures/link.png", "pictures/renate.exe"] == [one.name for one in found.left]
    assert all(one.why for one in found.left)


def test_packing_that_is_broken_off_leaves_nothing(tmp_path: Path):
    """Ctrl-C in the middle: neither half a pack nor a stray file, and the old pack is as it was."""
    folder, target = scenario(tmp_path / "talk"), tmp_path / "out" / "talk.coffee"
    target.parent.mkdir()
    target.write_bytes(b"the old one")

    def stop(done: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(contents(folder), target, progress=stop)
    assert ["talk.coffee"] == [path.name for path in target.parent.iterdir()]
    assert b"the old one" == target.read_bytes()


def test_a_pack_is_not_packed_again(tmp_path: Path):
    """I gave the wrong path, and am told so."""
    with pytest.raises(NotPacked, match="a pack already"):
        contents(zipped(tmp_path / "talk.coffee"))


def test_a_file_that_packs_very_well_is_no_bomb_in_my_own_pack(tmp_path: Path):
    """A long note of blanks is packed so that the pack can be read again."""
    folder = scenario(tmp_path / "talk")
    (folder / "README.txt").write_bytes(b" " * 2_000_000)
    write(contents(folder), tmp_path / "talk.coffee")
    assert isinstance(pack(tmp_path / "talk.coffee"), Pack)


# ---------------------------------------------------------------- reading one that somebody else made


def test_a_zip_file_made_by_hand_is_a_pack(tmp_path: Path):
    """With folders listed, stored or deflated, and a comment of the archiver."""
    path = zipped(tmp_path / "talk.coffee", ("pictures/", b""), ("pictures/leslie.png", ICON), packed=zipfile.ZIP_STORED, comment=b"made by hand")
    assert read(path).scenario is not None
    assert ICON == member(path, "pictures/leslie.png", len(ICON))


def test_a_file_beside_the_pack_is_none_of_its_own(tmp_path: Path):
    """A tests.yaml in my downloads has nothing to do with the pack that lies there."""
    path = zipped(tmp_path / "talk.coffee")
    (tmp_path / "tests.yaml").write_text("tests: []")
    assert [True, False, False] == [is_there(path / name) for name in ("scenario.yaml", "tests.yaml", "../tests.yaml")]


def test_only_as_much_is_read_as_was_asked_for(tmp_path: Path):
    """The front page wants the beginning of a file, and not fifty megabytes."""
    path = zipped(tmp_path / "talk.coffee", ("pictures/leslie.png", ICON))
    assert ICON[:1001] == member(path, "pictures/leslie.png", 1000)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("../evil.png", "CF703"), ("pictures/../../evil.png", "CF703"), ("/etc/passwd", "CF703"), ("C:/evil.png", "CF703"),
        ("..\\evil.png", "CF703"), ("pictures\\evil.png", "CF703"), ("pictures//a.png", "CF703"), ("pictures/./a.png", "CF703"),
        ("pictures/con.png", "CF703"), ("pictures/COM1.svg", "CF703"), ("pictures/a?.png", "CF703"), ("pictures/a.png.", "CF703"),
        ("pictures/a\u202egnp.png", "CF703"), ("pictures/a\x1b[31m.png", "CF703"), ("pictures/" + "a" * 200 + ".png", "CF703"),
        ("pictures/more/a.png", "CF705"), ("pictures/a.exe", "CF705"), ("setup.exe", "CF705"), ("pictures/inner.zip", "CF705"),
        ("inner.coffee", "CF705"), ("tools/", "CF705"), ("pictures/.png", "CF705"), ("Scenario.yaml", "CF704"),
    ],
)  # fmt: skip
def test_no_pack_holds_such_a_name(tmp_path: Path, name: str, code: str):
    """Nothing that leads out of the pack, that hides, or that does not belong into one."""
    assert code == why(zipped(tmp_path / "bad.coffee", (name, b"" if name.endswith("/") else b"x")))


def test_a_nul_in_a_name_is_seen(tmp_path: Path):
    """`a.png\\0.exe` is not read as `a.png`."""
    path = zipped(tmp_path / "bad.coffee", ("pictures/aX.png", b"x"))
    path.write_bytes(path.read_bytes().replace(b"pictures/aX.png", b"pictures/a\0.png"))
    assert "CF703" == why(path)


@pytest.mark.parametrize("names", [("pictures/a.png", "pictures/A.png"), ("pictures/é.png", "pictures/e\u0301.png"), ("pictures/ß.png", "pictures/SS.png")])
def test_no_two_names_are_one_for_some_system(tmp_path: Path, names: tuple[str, str]):
    """Capitals and accents do not make two files."""
    assert "CF704" == why(zipped(tmp_path / "bad.coffee", *((name, b"x") for name in names)))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_the_same_name_twice_is_told(tmp_path: Path):
    """Nobody would know which of the two is read."""
    assert "CF704" == why(zipped(tmp_path / "bad.coffee", ("scenario.yaml", b"another")))


def test_a_link_is_told(tmp_path: Path):
    """A link out of the pack is not followed: it is not read at all."""
    info = zipfile.ZipInfo("pictures/leslie.png")
    info.create_system, info.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    assert "CF706" == why(zipped(tmp_path / "bad.coffee", (info, b"/etc/passwd")))


def test_a_password_is_told(tmp_path: Path):
    """I am not asked for one."""
    path = zipped(tmp_path / "bad.coffee")
    data = bytearray(path.read_bytes())
    data[data.rfind(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    assert "CF706" == why(path)


@pytest.mark.parametrize("packed", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_ways_of_packing_are_told(tmp_path: Path, packed: int):
    """Two ways are enough, and each more is one more to be hurt by."""
    assert "CF706" == why(zipped(tmp_path / "bad.coffee", packed=packed))


def test_a_bomb_is_told_without_unpacking_it(tmp_path: Path):
    """A file a thousand times as large as it is packed fills no memory."""
    assert "CF702" == why(zipped(tmp_path / "bad.coffee", ("README.txt", b"\0" * 5_000_000)))


def test_too_many_files_are_told(tmp_path: Path):
    """501 pictures are not a scenario."""
    assert "CF702" == why(zipped(tmp_path / "bad.coffee", *((f"pictures/p{n}.png", b"x") for n in range(MOST_FILES))))


def test_too_much_in_sum_is_told(tmp_path: Path):
    """Each picture may be small enough, and all together too much."""
    noise = os.urandom(9_000_000)
    assert "CF702" == why(zipped(tmp_path / "bad.coffee", *((f"pictures/p{n}.png", noise) for n in range(6)), packed=zipfile.ZIP_STORED))
    (tmp_path / "bad.coffee").write_bytes(b"PK\x03\x04" + b"\0" * LARGEST)
    assert "CF702" == why(tmp_path / "bad.coffee")


def test_a_scenario_in_a_folder_of_the_pack_is_told(tmp_path: Path):
    """I packed the folder itself with my system's archiver, and learn what to do."""
    with zipfile.ZipFile(tmp_path / "bad.coffee", "w") as archive:
        archive.writestr("talk/scenario.yaml", VALID)
    assert "CF708" == why(tmp_path / "bad.coffee")
    with zipfile.ZipFile(tmp_path / "bad.coffee", "w") as archive:
        archive.writestr("tests.yaml", b"tests: []")
    assert "CF708" == why(tmp_path / "bad.coffee")


# ---------------------------------------------------------------- bytes that lie


def _patched(path: Path, change: Callable[[bytearray], None]) -> Path:
    data = bytearray(path.read_bytes())
    change(data)
    path.write_bytes(data)
    return path


def _table(data: bytearray) -> int:
    return data.find(b"PK\x01\x02")


def _end(data: bytearray) -> int:
    return data.rfind(b"PK\x05\x06")


def _lie(data: bytearray, at: int, form: str, value: int) -> None:
    struct.pack_into(form, data, at, value)


def _claim(data: bytearray, files: int) -> None:
    for at in (8, 10):
        _lie(data, _end(data) + at, "<H", files)


LIES: dict[str, tuple[str, Callable[[bytearray], None]]] = {
    "it is text": ("CF701", lambda data: data.__setitem__(slice(0, 4), b"coff")),
    "the end is missing": ("CF701", lambda data: data.__delitem__(slice(len(data) - 30, None))),
    "more follows": ("CF701", lambda data: data.extend(b"MZ" * 40)),
    "something stands before": ("CF701", lambda data: data.__setitem__(slice(0, 0), b"#!/bin/sh\n")),
    "it hides behind a head": ("CF701", lambda data: data.__setitem__(slice(0, 0), b"PK\x03\x04")),
    "fewer files than it lists": ("CF701", lambda data: _claim(data, 1)),
    "more files than it lists": ("CF701", lambda data: _claim(data, 9)),
    "sixty thousand files": ("CF702", lambda data: _claim(data, 60_000)),
    "sizes of zip64": ("CF702", lambda data: _lie(data, _end(data) + 16, "<I", 0xFFFFFFFF)),
    "several disks": ("CF701", lambda data: _lie(data, _end(data) + 4, "<H", 1)),
    "a table elsewhere": ("CF701", lambda data: _lie(data, _end(data) + 16, "<I", 5)),
    "a comment longer than the file": ("CF701", lambda data: _lie(data, _end(data) + 20, "<H", 500)),
    "a file where none is": ("CF701", lambda data: _lie(data, _table(data) + 42, "<I", 9)),
    "a file that overlaps the next": ("CF707", lambda data: _lie(data, _table(data) + 20, "<I", 4000)),
}


@pytest.mark.parametrize("lie", LIES)
def test_a_lie_in_the_table_of_contents_is_told(tmp_path: Path, lie: str):
    """Whatever the table says, it is not believed before it is looked at."""
    code, change = LIES[lie]
    assert code == why(_patched(zipped(tmp_path / "bad.coffee", ("pictures/leslie.png", ICON)), change))


def test_two_files_that_share_their_bytes_are_told(tmp_path: Path):
    """A bomb of overlapping files: each small, and all of them the same bytes."""

    def overlay(data: bytearray) -> None:
        first = _table(data)
        second = data.find(b"PK\x01\x02", first + 4)
        _lie(data, second + 42, "<I", struct.unpack_from("<I", data, first + 42)[0])

    assert "CF707" == why(_patched(zipped(tmp_path / "bad.coffee", ("pictures/leslie.png", ICON)), overlay))


def test_a_zip64_end_hidden_in_a_comment_is_told(tmp_path: Path):
    """A second table of contents, which other readers would follow, is not followed here."""

    def hide(data: bytearray) -> None:
        end = _end(data)
        locator = b"PK\x06\x07" + bytes(16)
        data[end:end] = locator
        _lie(data, _end(data) + 12, "<I", struct.unpack_from("<I", data, _end(data) + 12)[0] + len(locator))

    assert "CF702" == why(_patched(zipped(tmp_path / "bad.coffee"), hide))


def test_a_changed_byte_is_told_when_the_file_is_read(tmp_path: Path):
    """The checksum is compared; the sentence names the file."""
    path = zipped(tmp_path / "bad.coffee", ("pictures/leslie.png", ICON), packed=zipfile.ZIP_STORED)
    data = bytearray(path.read_bytes())
    data[data.find(ICON) + 500] ^= 1
    path.write_bytes(data)
    found = member(path, "pictures/leslie.png", len(ICON))
    assert isinstance(found, Unread)
    assert ("CF707", "'pictures/leslie.png' is damaged in the pack") == (found.code, found.message)
    assert read(path, art=art_in(assets())).scenario is not None


def test_a_file_longer_than_the_table_says_is_told(tmp_path: Path):
    """The size that was declared is the most that is unpacked."""
    squeezed = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = squeezed.compress(b"a" * 50_000_000) + squeezed.flush()
    path = zipped(tmp_path / "bad.coffee", ("README.txt", data), packed=zipfile.ZIP_STORED)

    def lie(whole: bytearray) -> None:
        last = whole.rfind(b"PK\x01\x02")
        struct.pack_into("<H", whole, last + 10, zipfile.ZIP_DEFLATED)
        struct.pack_into("<H", whole, struct.unpack_from("<I", whole, last + 42)[0] + 8, zipfile.ZIP_DEFLATED)

    _patched(path, lie)
    found = member(path, "README.txt", LARGEST)
    assert isinstance(found, Unread)
    assert "CF707" == found.code


@pytest.mark.parametrize("made", ["nothing", "folder", "empty", "link"])
def test_what_is_no_file_is_told(tmp_path: Path, made: str):
    """A path to nothing, to a folder, to an empty file, to a link that leads nowhere."""
    path = tmp_path / "bad.coffee"
    if made == "folder":
        path.mkdir()
    elif made == "empty":
        path.touch()
    elif made == "link":
        path.symlink_to(tmp_path / "gone.coffee")
    found = pack(path)
    assert isinstance(found, Unread)
    assert found.help
    assert read(path).scenario is None


@settings(max_examples=int(os.environ.get("COFFEE_FIRST_FUZZ", "120")), deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_a_damaged_pack_is_judged(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject):
    """Bytes changed, cut out, put in or repeated anywhere: something is read or something is said, within its limits."""
    path = tmp_path_factory.getbasetemp() / "damaged.coffee"
    whole = bytearray(zipped(path, ("pictures/leslie.png", ICON[:3000]), ("tests.yaml", b"tests: []\n"), comment=b"by Ann").read_bytes())
    for _ in range(data.draw(st.integers(1, 5))):
        tail = max(0, len(whole) - 330)
        at = data.draw(st.one_of(st.integers(0, max(0, len(whole) - 1)), st.integers(tail, max(tail, len(whole) - 1))))
        match data.draw(st.sampled_from(["change", "cut", "put", "repeat", "huge"])):
            case "change":
                whole[at : at + 1] = bytes([data.draw(st.integers(0, 255))])
            case "cut":
                del whole[at : at + data.draw(st.integers(1, 60))]
            case "put":
                whole[at:at] = data.draw(st.binary(min_size=1, max_size=30))
            case "repeat":
                whole[at:at] = whole[at : at + data.draw(st.integers(1, 200))]
            case _:
                whole[at : at + 4] = b"\xff\xff\xff\x7f"
    path.write_bytes(whole)
    found = pack(path)
    if isinstance(found, Pack):
        assert sum(one.size for one in found.members.values()) <= LARGEST
        for name, one in found.members.items():
            read_ = member(path, name, 100_000)
            assert isinstance(read_, Unread) or len(read_) <= one.size
    else:
        assert found.help
        assert found.message.isprintable()
    reading = read(path, art=art_in(assets()))
    assert reading.scenario is not None or reading.errors
    assert all(sign.isprintable() or sign == "\n" for sign in render.terminal(reading))
    headline(path)


def test_the_fullest_pack_takes_little_memory(tmp_path: Path):
    """500 files and 45 MB: only the table of contents is read."""
    path = zipped(tmp_path / "full.coffee", *((f"pictures/p{n}.png", b"x" * 90_000) for n in range(MOST_FILES - 1)), packed=zipfile.ZIP_STORED)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert isinstance(pack(path), Pack)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 30_000


# ---------------------------------------------------------------- pictures


def svg(inside: str, *, head: str = 'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"', before: str = "") -> bytes:
    return f"{before}<svg {head}>{inside}</svg>".encode()


UNFIT = {
    "words": svg("<text>Bakery</text>"),
    "a picture in it": svg('<image href="data:image/png;base64,AAAA"/>'),
    "a script": svg("<script>alert(1)</script>"),
    "a handler": svg('<rect onload="alert(1)" width="1" height="1"/>'),
    "a foreign object": svg("<foreignObject/>"),
    "a reference": svg('<use href="#a"/>'),
    "a link": svg('<a href="https://example.org"><rect width="1" height="1"/></a>'),
    "a gradient from elsewhere": svg('<linearGradient xmlns:x="http://www.w3.org/1999/xlink" x:href="other.svg#a"/>'),
    "a fill from elsewhere": svg('<rect fill="url(https://example.org/a)" width="1" height="1"/>'),
    "a style from elsewhere": svg("<style>@import 'https://example.org/a.css';</style>"),
    "a style sheet": svg("", before='<?xml-stylesheet href="a.css"?>'),
    "a document type": svg("", before='<!DOCTYPE svg [<!ENTITY a "b">]>'),
    "an entity bomb": svg("&c;", before='<!DOCTYPE svg [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>'),
    "a file from outside": svg("&a;", before='<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
    "no size": svg("", head='xmlns="http://www.w3.org/2000/svg"'),
    "a huge size": svg("", head='xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1e9 1e9"'),
    "a size that is none": svg("", head='xmlns="http://www.w3.org/2000/svg" width="1e999" height="1e999"'),
    "a thin strip": svg("", head='xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10000 1"'),
    "not a drawing": b"<html><body/></html>",
    "not whole": svg("<rect/>")[:-9],
    "not text": b"\x89PNG",
    "in another encoding": svg("").decode().encode("utf-16"),
    "too many parts": svg("<g/>" * 5000),
    "too deep": svg("<g>" * 60 + "</g>" * 60),
    "too many curves": svg('<path d="M0 0' + "l1 1" * 40_000 + '"/>'),
    "the same page a thousand times": svg('<rect width="100" height="100"/>' * 1000),
    "lines all over": svg('<path d="M0 0' + "L100 100L0 100" * 2000 + '"/>'),
    "lines wider than the page": svg('<path stroke-width="900" stroke="#000" d="M0 0L9 9"/>'),
    "scaled without end": svg('<g transform="scale(1e9)">' * 9 + "<rect/>" + "</g>" * 9),
    "fine dashes": svg('<path stroke-dasharray="0.0001" stroke="#000" d="M0 0L99 99"/>'),
    "a path that is none": svg('<path d="M0 0 K 5 5"/>'),
    "large": svg("<!--" + "a" * 1_100_000 + "-->"),
}


@pytest.mark.parametrize("what", UNFIT)
def test_a_drawing_with_such_a_thing_is_not_shown(what: str):
    """It would look other than it was drawn, ask for something outside, or take long."""
    found = judged("leslie.svg", UNFIT[what])
    assert found is not None
    assert "CF713" == found.code
    assert found.message.isprintable()


def test_a_usual_drawing_is_shown():
    """As a drawing program saves it: with its own notes, gradients, groups and styles."""
    drawn = svg(
        '<title>Leslie</title><metadata><x:y xmlns:x="urn:x">z</x:y></metadata><defs><linearGradient id="a"><stop offset="0"'
        ' stop-color="#fff"/></linearGradient><style>.b{fill:url(#a)}</style></defs><g transform="translate(5,5) rotate(3)"'
        ' style="stroke:#000;stroke-width:2;stroke-dasharray:none"><path class="b" d="m1 1c1-2 3.5-4 5,6s1 2 3 4q1 1 2 2t3 3a5 5 0 0 1 2 2h4v-3z"/>'
        '<polygon points="1,1 2,2 3,1"/><ellipse cx="5" cy="5" rx="2" ry="3"/></g>',
        before='<?xml version="1.0" encoding="UTF-8"?>\n<!-- drawn -->\n',
    )
    assert fault(drawn) is None


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(sorted(UNFIT)), st.binary(max_size=6), st.integers(0, 400))
def test_any_drawing_is_judged(what: str, noise: bytes, at: int):
    """A damaged drawing is refused with a sentence, or shown; nothing is raised."""
    data = UNFIT[what][:2000]
    found = judged("leslie.svg", data[:at] + noise + data[at + len(noise) :])
    assert found is None or found.message


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.png", ICON, None), ("a.webp", WEBP, None), ("a.svg", SVG, None),
        ("a.png", WEBP, "CF710"), ("a.heic", ICON, "CF710"), ("a.png", b"PK\x03\x04", "CF710"), ("a.png", b"", "CF712"),
        ("a.png", ICON[:-20], "CF712"), ("a.png", ICON[:300] + b"\0" + ICON[301:], "CF712"), ("a.webp", WEBP[:-500], "CF712"),
        ("a.jpg", b"\xff\xd8\xff\xe0\0\x04", "CF712"), ("a.png", ICON + b"\0" * 8_000_000, "CF711"),
        ("a.jpg", b"\xff\xd8\xff\xe0\0\x04ab\xff\xc0\0\x08\x08\xff\x00\xff\x00\x03\xff\xd9", "CF711"),
        ("a.jpg", b"\xff\xd8\xff\xe0\0\x04ab\xff\xc0\0\x08\x08\0\x20\0\x20\x03\xff\xd9", None),
    ],
)  # fmt: skip
def test_a_picture_is_judged_by_its_bytes(name: str, data: bytes, code: str | None):
    """Of the right kind, whole, and not too large; what its name says is not enough."""
    found = judged(name, data)
    assert code == (found.code if found is not None else None)


def test_check_tells_of_each_picture_that_will_not_be_shown(tmp_path: Path):
    """And of none that will: also the same in the pack."""
    folder = scenario(tmp_path / "talk")
    (folder / "pictures" / "lesley.png").write_bytes(ICON)
    (folder / "pictures" / "monday.svg").write_bytes(UNFIT["words"])
    (folder / "pictures" / "leslie.webp").write_bytes(WEBP)
    (folder / "pictures" / "README.md").write_text("Drawn by Ann.")
    art = art_in(assets())
    found = {Path(one.file).name: (one.code, one.help) for one in read(folder, art=art).diagnostics}
    assert {"lesley.png": "CF714", "monday.svg": "CF713", "leslie.webp": "CF714"} == {name: code for name, (code, _) in found.items()}
    assert "leslie" in found["lesley.png"][1]
    assert all(CODES[code].warning for code, _ in found.values())
    path = zipped(tmp_path / "talk.coffee", ("pictures/lesley.png", ICON))
    assert [f"{path}/pictures/lesley.png"] == [one.file for one in read(path, art=art).diagnostics]
    assert ICON == picture(path / "pictures" / "lesley.png")
