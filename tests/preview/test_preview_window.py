"""The preview's real window beside an editor: a save, a broken save, a mended one."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from game import resources
from tests.stage.test_window import game, pytestmark, until

__all__ = ["pytestmark"]

LINE = "The light on the stairs goes out again."


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """Yield a display, and the file in which its picture lies."""
    folder = tmp_path / "screen"
    folder.mkdir()
    read, write = os.pipe()
    with subprocess.Popen(
        ["Xvfb", "-noreset", "-displayfd", str(write), "-screen", "0", "1280x720x24", "-fbdir", str(folder)],
        pass_fds=[write], stderr=subprocess.DEVNULL,
    ) as server:
        os.close(write)
        with os.fdopen(read) as pipe:
            yield f":{pipe.readline().strip()}", folder / "Xvfb_screen0"
        server.terminate()


def test_each_save_changes_the_window(screen: tuple[str, Path], tmp_path: Path):
    """The author saves, and the window shows it; a mistake lies over the page, and goes when it is mended."""
    display, picture = screen
    file = tmp_path / "scenario.yaml"
    good = (resources.assets() / "starter" / "scenario.yaml").read_text("utf-8")
    file.write_text(good, "utf-8")

    def settled() -> bytes:
        before = picture.read_bytes()
        while True:
            time.sleep(0.3)
            now = picture.read_bytes()
            if now == before:
                return now
            before = now

    with game(display, tmp_path / "home", "preview", str(tmp_path)) as (process, _):
        first = settled()
        file.write_text(good.replace(LINE, "The lamp on the stairs goes out, as it does at seven."), "utf-8")
        assert until(lambda: picture.read_bytes() != first)
        changed = settled()
        file.write_text(good.replace("start: the-stairs", "start: the-stars"), "utf-8")
        assert until(lambda: picture.read_bytes() != changed)
        broken = settled()
        assert sum(a != b for a, b in zip(changed[::997], broken[::997], strict=True)) > 100, "the message covers part of the page"
        file.write_text(good, "utf-8")
        assert until(lambda: picture.read_bytes() != broken)
        assert process.poll() is None
