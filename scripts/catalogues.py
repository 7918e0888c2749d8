"""The catalogues of the game's own words, for translators: `uv run python scripts/catalogues.py VERB`.

extract   write `game/language/catalogues/coffee-first.pot`, of every message that is marked in `game/`
update    carry it over into each `<code>/coffee-first.po`; what has changed is marked as fuzzy, what is gone is dropped
compile   write `<code>/coffee-first.mo` beside each, which is what the game reads; fuzzy messages are left out
check     say what is missing, fuzzy, or names other things in braces than the English; exits with 1 if anything is

`update es fr` names languages; one that has no catalogue yet gets one. Translate in any editor for PO files, and then
`compile`. The files hold no dates and no numbers of lines, so that they change only where words do.
"""

from __future__ import annotations

import io
import re
import string
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LANGUAGE = ROOT / "game" / "language"
FOLDER = LANGUAGE / "catalogues"
NAME = "coffee-first"
KEYWORDS = {"_": None, "N_": None, "n_": (1, 2), "p_": ((1, "c"), 2), "NP_": ((1, "c"), 2)}
"""How messages are marked; see `game.language`."""
NUMBERS = {"n", "number", "points"}
"""Names in braces that stand for the number that a plural depends on."""
COMMENT = "Translators:"
"""A comment that begins so, above a message, stands in the catalogue too."""
UNSAID = re.compile(
    rb'^"(POT-Creation-Date|PO-Revision-Date|Generated-By|Report-Msgid-Bugs-To|Last-Translator|Language-Team):.*\n',
    re.MULTILINE,
)
"""Lines of the head that change by themselves, or that nobody here has anything to say in."""
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
ABOUT = "# The words of Coffee First.\n# CC BY 4.0, as the game's other texts.\n#"


def template(root: Path = ROOT) -> Catalog:
    """Return every message that is marked in the code, file by file."""
    with (LANGUAGE / "extraction.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file, filename="extraction.cfg")  # type: ignore[no-untyped-call]
    found = Catalog(project=NAME, header_comment=ABOUT, charset="utf-8", fuzzy=False)
    every = extract_from_dir(
        root / "game", methods, options, KEYWORDS, (COMMENT,), strip_comment_tags=False,
        directory_filter=lambda folder: Path(folder).name != "__pycache__",
    )
    for name, line, message, comments, context in sorted(every, key=lambda each: (each[0], each[1])):
        told = [each.removeprefix(COMMENT).strip() for each in comments]
        found.add(message, locations=[(f"game/{Path(name).as_posix()}", line)], auto_comments=told, context=context)
    return found


def written(catalogue: Catalog) -> bytes:
    """Return a catalogue as a PO file."""
    out = io.BytesIO()
    write_po(out, catalogue, width=0, include_lineno=False, sort_by_file=True, ignore_obsolete=True)
    return UNSAID.sub(b"", out.getvalue()).replace(b": %b VERSION" % NAME.encode(), b": %b" % NAME.encode())


def compiled(catalogue: Catalog) -> bytes:
    """Return a catalogue as an MO file."""
    done = Catalog(catalogue.locale, project=NAME, charset="utf-8", creation_date=LONG_AGO, revision_date=LONG_AGO, fuzzy=False)
    for message in catalogue:
        if message.id and not message.fuzzy and all(_texts(message.string)):
            done.add(message.id, message.string, context=message.context)
    out = io.BytesIO()
    write_mo(out, done)
    return out.getvalue()


def read(code: str) -> Catalog:
    """Return a language's catalogue as it stands, or a new one."""
    path = FOLDER / code / f"{NAME}.po"
    if not path.exists():
        return Catalog(code, project=NAME, header_comment=ABOUT, charset="utf-8", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=code)


def updated(catalogue: Catalog, wanted: Catalog) -> Catalog:
    """Return a catalogue with the messages of a template; it is changed itself."""
    catalogue.update(wanted, update_header_comment=False)
    return catalogue


def languages(wanted: Sequence[str]) -> list[str]:
    """Return the codes that are meant: those that are named, or all that have a catalogue."""
    return list(wanted) or sorted(path.parent.name for path in FOLDER.glob(f"*/{NAME}.po"))


def faults(catalogue: Catalog, wanted: Catalog) -> Iterator[str]:
    """Yield what keeps a catalogue from being complete and right, a line a fault."""
    for message in wanted:
        if not message.id:
            continue
        found = catalogue.get(message.id, message.context)
        if found is None or not all(_texts(found.string)):
            yield f"missing: {_shown(message)}"
        elif found.fuzzy:
            yield f"fuzzy: {_shown(message)}"
        else:
            yield from _misnamed(message, found)
    for message in catalogue:
        if message.id and wanted.get(message.id, message.context) is None:
            yield f"not in the game any more: {_shown(message)}"


def _misnamed(message: Message, found: Message) -> Iterator[str]:
    english = {name for text in _texts(message.id) for name in placeholders(text)}
    for text in _texts(found.string):
        names = placeholders(text)
        # a plural may leave its number out: `one letter`
        if names - english or english - names - (NUMBERS if message.pluralizable else set()):
            yield f"other names in braces: {_shown(message)} → {text}"


def placeholders(text: str) -> set[str]:
    """Return the names in braces; `?` for braces that are not closed."""
    try:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    except ValueError:
        return {"?"}


def _texts(words: str | Sequence[str] | None) -> tuple[str, ...]:
    return (words or "",) if words is None or isinstance(words, str) else tuple(words)


def _shown(message: Message) -> str:
    context = f"[{message.context}] " if message.context else ""
    return f"{context}{_texts(message.id)[0]} ({', '.join(sorted({name for name, _ in message.locations}))})"


# ---------------------------------------------------------------- verbs


def extract() -> int:
    """Write the template."""
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / f"{NAME}.pot").write_bytes(written(template()))
    return 0


def update(codes: Sequence[str]) -> int:
    """Carry the template over into the catalogues."""
    wanted = template()
    for code in languages(codes):
        catalogue = updated(read(code), wanted)
        (FOLDER / code).mkdir(parents=True, exist_ok=True)
        (FOLDER / code / f"{NAME}.po").write_bytes(written(catalogue))
    return 0


def compile_(codes: Sequence[str]) -> int:
    """Write what the game reads."""
    for code in languages(codes):
        (FOLDER / code / f"{NAME}.mo").write_bytes(compiled(read(code)))
    return 0


def check(codes: Sequence[str]) -> int:
    """Say what is missing or wrong."""
    wanted, found = template(), 0
    for code in languages(codes):
        for fault in faults(read(code), wanted):
            print(f"{code}: {fault}")
            found += 1
    return 1 if found else 0


def main(words: Sequence[str]) -> int:
    """Do what the command line asks for."""
    match words:
        case ["extract"]:
            return extract()
        case ["update", *codes]:
            return extract() or update(codes)
        case ["compile", *codes]:
            return compile_(codes)
        case ["check", *codes]:
            return check(codes)
    print(__doc__)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
