"""The game from an installed wheel: scenarios and pictures are found inside it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.mark.skipif(
    shutil.which("uv") is None and not os.environ.get("COFFEE_FIRST_ALL_TESTS"), reason="needs uv, to build a wheel"
)
def test_a_wheel_plays_from_an_unrelated_folder(tmp_path: Path):
    """Built, unpacked as pip would, and run where no checkout is near."""
    subprocess.run(
        ["uv", "build", "--wheel", "--quiet", "--out-dir", str(tmp_path / "dist")], cwd=ROOT, check=True, timeout=300,
        capture_output=True,
    )
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    site, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    elsewhere.mkdir()
    with zipfile.ZipFile(wheel) as packed:
        names = packed.namelist()
        packed.extractall(site)
    assert not [name for name in names if "__pycache__" in name]
    assert {"bakery", "rotary-prospect", "laid-off"} == {
        name.split("/")[3] for name in names if name.startswith("game/_data/scenarios/")
    }
    assert {"phone.html", "phone.css", "phone.js", "remote.html", "remote.css", "remote.js", "head.woff2", "OFL-newsreader.txt"} == {
        name.rpartition("/")[2] for name in names if name.startswith("game/room/pages/")
    }
    environment = {**os.environ, "PYTHONPATH": str(site), "COFFEE_FIRST_HOME": str(tmp_path / "home")}
    done = subprocess.run(
        [sys.executable, "-P", "-m", "game", "play", "bakery", "--json", "--seed", "1"], cwd=elsewhere, env=environment,
        input="1\n" * 40, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False,
    )
    assert 0 == done.returncode, done.stderr[-1500:]
    where = subprocess.run(
        [sys.executable, "-P", "-c", "from game import resources; print(resources.assets() / 'front' / 'bakery-wide.webp')"],
        cwd=elsewhere, env=environment, capture_output=True, text=True, timeout=60, check=True,
    ).stdout.strip()
    assert where.startswith(str(site))
    assert Path(where).is_file()
