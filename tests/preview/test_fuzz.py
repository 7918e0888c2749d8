"""Somebody who presses anything at all, while the file is being taken apart."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.preview.test_preview import Author

KEYS = (
    "enter", "up", "down", "left", "right", "escape", "space", "home", "end", "delete", "row:0", "row:3", "row:99", "fault:1",
    "ctrl+c", "f11", "cause:0", *"abcdefghijklmnoprstuvwxyz1234567890",
)


@pytest.mark.parametrize("seed", [1, 2])
def test_no_key_and_no_save_brings_a_preview_down(tmp_path: Path, seed: int):
    """Three hundred keys, and a save after every twentieth: lines gone, names misspelt, cut in the middle, good again."""
    author = Author(tmp_path)
    luck = Random(seed)
    good = author.file.read_text("utf-8")
    saved = 0
    try:
        for number in range(300):
            author.press(luck.choice(KEYS))
            author.director.wishes.quit = False
            if number % 20 == 19:
                lines = good.split("\n")
                at = luck.randrange(len(lines))
                match luck.randrange(4):
                    case 0:
                        del lines[at : at + luck.randint(1, 30)]
                    case 1:
                        lines[at] = lines[at].replace("ada", "adda")
                    case 2:
                        lines[at] = lines[at][: len(lines[at]) // 2]
                author.write("\n".join(lines) + f"\n# {number}\n")
                author.press()
                saved += 1
        author.write(good)
        assert not author.director.broken
        assert author.director.state is not None
        assert saved == 15
    finally:
        author.director.close()
        author.pilot.close()
