"""What a player likes is kept, and a broken file costs nothing but the likes."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.records.settings import ALLOWED, Settings, changed, load, save


def test_settings_come_back_as_they_were_kept(tmp_path: Path):
    """Each value of each setting survives a restart."""
    for name, values in ALLOWED.items():
        settings = Settings()
        for _ in values:
            settings = changed(settings, name, 1)
            save(tmp_path / "deep" / "settings.json", settings)
            assert settings == load(tmp_path / "deep" / "settings.json")
        assert Settings() == settings


def test_a_file_nested_beyond_sense_has_the_usual_values(tmp_path: Path):
    """A hundred thousand brackets are no settings, and no traceback."""
    path = tmp_path / "settings.json"
    path.write_text("[" * 100_000)
    assert Settings() == load(path)


def test_a_folder_that_refuses_leaves_no_scraps(tmp_path: Path):
    """Where settings cannot be kept, what was kept before stays as it was, alone in its folder."""
    (tmp_path / "settings.json").mkdir()
    with pytest.raises(OSError, match=r"."):
        save(tmp_path / "settings.json", Settings())
    assert ["settings.json"] == [path.name for path in tmp_path.iterdir()]


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", '"text"', '{"text_size": 90}', '{"text_size": true}', '{"look": ["paper"]}', "\x00\xff"]
)
def test_what_makes_no_sense_has_its_usual_value(tmp_path: Path, text: str):
    """A half-written or hand-edited file never stops the game."""
    path = tmp_path / "settings.json"
    path.write_bytes(text.encode("latin-1"))
    assert Settings() == load(path)


def test_one_bad_value_leaves_the_others(tmp_path: Path):
    """A typo in one line of the file keeps what the other lines say."""
    path = tmp_path / "settings.json"
    path.write_text('{"text_size": 150, "look": "papyrus", "colour": "red"}')
    assert Settings(text_size=150) == load(path)


@pytest.mark.parametrize("text", ["{not json", "[1, 2]"])
def test_a_file_that_is_not_json_is_kept_aside(tmp_path: Path, text: str):
    """Nothing is thrown away that somebody may want to look at."""
    path = tmp_path / "settings.json"
    path.write_text(text)
    load(path)
    assert text == (tmp_path / "settings.json.unreadable").read_text()
