"""The blocks of a manuscript → a document for Word and LibreOffice, with headings to navigate by."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import Any

from game.authoring.safe_text import printable
from game.studio.manuscript.blocks import Block, Kind


class WordIsMissing(Exception):
    """The package that writes documents is not installed; its text says how to get it."""


def document(blocks: Iterable[Block], *, title: str) -> bytes:
    """Return the document's bytes.

    Raises:
        WordIsMissing: python-docx is not installed.
    """
    try:
        from docx import Document
        from docx.shared import Cm, Pt, RGBColor
    except ImportError as error:
        raise WordIsMissing('Word documents need one more package: pip install "coffee-first[word]"') from error
    made: Any = Document()
    made.core_properties.title = printable(title)
    made.core_properties.author = ""
    section = made.sections[0]
    section.left_margin, section.right_margin = Cm(2.5), Cm(5)  # the right one is for whoever writes into the margin by hand
    body = made.styles["Normal"]
    body.font.name, body.font.size = "Georgia", Pt(11)
    body.paragraph_format.space_after = Pt(6)
    grey = RGBColor(0x55, 0x4D, 0x45)
    for block in blocks:
        text, label, manner = (printable(" ".join(words.split())) for words in (block.text, block.label, block.manner))
        match block.kind:
            case Kind.TITLE:
                made.add_heading(text, level=0)
            case Kind.HEADING:
                made.add_heading(text, level=1)
            case Kind.CHOICE:
                made.add_heading(f"{label}. {text}", level=2)
            case Kind.SAID:
                paragraph = made.add_paragraph()
                paragraph.paragraph_format.left_indent = Cm(1)
                paragraph.add_run(label).bold = True
                if manner:
                    paragraph.add_run(f" ({manner})").italic = True
                paragraph.add_run(f": {text}")
            case Kind.DETAIL:
                paragraph = made.add_paragraph()
                paragraph.paragraph_format.left_indent = Cm(1)
                paragraph.paragraph_format.space_after = Pt(2)
                for run, bold in ((paragraph.add_run(f"{label}: "), True), (paragraph.add_run(text), False)):
                    run.bold, run.font.size, run.font.color.rgb = bold, Pt(9.5), grey
            case Kind.TOLD:
                made.add_paragraph(text)
    written = BytesIO()
    made.save(written)
    return written.getvalue()
