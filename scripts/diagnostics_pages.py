"""Write docs/diagnostics/ from the table of codes, and from the docstrings of the rules that find smells: `uv run python scripts/diagnostics_pages.py`."""

from __future__ import annotations

from pathlib import Path

from game.authoring.codes import CODES, contents, page
from game.studio.smells import codes as smell_codes

PAGES = Path(__file__).resolve().parent.parent / "docs" / "diagnostics"


def pages() -> dict[str, str]:
    """Return each page's text by its file name."""
    every = {**CODES, **smell_codes()}
    return {"README.md": contents(every.values()), **{f"{code.code}.md": page(code) for code in every.values()}}


if __name__ == "__main__":
    PAGES.mkdir(parents=True, exist_ok=True)
    for old in PAGES.glob("*.md"):
        old.unlink()
    for name, text in pages().items():
        (PAGES / name).write_text(text, encoding="utf-8")
    print(f"{len(pages())} pages in {PAGES.relative_to(Path.cwd()) if PAGES.is_relative_to(Path.cwd()) else PAGES}")
