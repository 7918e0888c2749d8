"""Make every sound of the game anew, by arithmetic alone; there are no recordings in it.

    uv run python scripts/make_sounds.py [NAME ...]

Writes `assets/sounds/*.wav` (effects) and `assets/sounds/places/*.ogg` (room tones; needs oggenc, of Debian's package
vorbis-tools), and prints how loud each is. The effects come out the same to the last bit; see docs/sound.md.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from scripts import effects, room_tones
from scripts.synthesis import RATE, Sound, loudness, write_wave

SOUNDS = ROOT / "assets" / "sounds"
KILOBITS = 40


def main(names: list[str]) -> int:
    """Make the sounds of these names, or all; return 0, or 1 where a tool is missing."""
    print(f"{'sound':14} {'seconds':>7} {'LUFS':>6} {'peak dB':>8} {'kB':>6}")
    for name in effects.EFFECTS:
        if not names or name in names:
            sound = effects.made(name)
            write_wave(SOUNDS / f"{name}.wav", sound)
            _told(name, sound, SOUNDS / f"{name}.wav")
    tones = [name for name in room_tones.TONES if not names or name in names]
    if tones and shutil.which("oggenc") is None:
        print("The room tones need oggenc: apt-get install vorbis-tools", file=sys.stderr)
        return 1
    for name in tones:
        sound = room_tones.made(name)
        _encoded(sound, SOUNDS / "places" / f"{name}.ogg")
        _told(name, sound, SOUNDS / "places" / f"{name}.ogg")
    return 0


def _encoded(sound: Sound, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder) / "tone.wav"
        write_wave(raw, sound)
        # a fixed serial number, so that the same tone gives the same file
        subprocess.run(["oggenc", "-Q", "-b", str(KILOBITS), "--serial", "43", "-o", str(path), str(raw)], check=True, timeout=120)


def _told(name: str, sound: Sound, path: Path) -> None:
    from math import log10

    peak = 20 * log10(max(abs(value) for value in sound))
    print(f"{name:14} {len(sound) / RATE:7.2f} {loudness(sound):6.1f} {peak:8.1f} {path.stat().st_size / 1000:6.0f}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
