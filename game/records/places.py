"""Where a user's plays, settings and computed things are kept."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Places:
    """Three folders, which need not exist yet."""

    data: Path
    config: Path
    cache: Path


def places() -> Places:
    """Return the user's folders, as the system has them; COFFEE_FIRST_HOME puts all three below one folder."""
    home = os.environ.get("COFFEE_FIRST_HOME")
    if home:
        root = Path(home)
        return Places(root / "data", root / "config", root / "cache")
    from platformdirs import PlatformDirs

    dirs = PlatformDirs("coffee-first", appauthor=False)
    return Places(dirs.user_data_path, dirs.user_config_path, dirs.user_cache_path)
