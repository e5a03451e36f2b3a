"""OpenDocument text (.odt, .ott, .fodt), as LibreOffice and WPS write it, to a document."""

from __future__ import annotations

from slidegen.document import Block, Document
from slidegen.notices import Report
from slidegen.reading.archive import damaged
from slidegen.reading.block_lines import BlockLines
from slidegen.reading.flowing.composing import Composer
from slidegen.reading.flowing.leaving_out import LeftOut
from slidegen.reading.flowing.pieces import Text
from slidegen.reading.odt.inline import InlineReader
from slidegen.reading.odt.names import below
from slidegen.reading.odt.numbering import Numbering
from slidegen.reading.odt.package import OdtPackage, open_package
from slidegen.reading.odt.story import StoryReader
from slidegen.reading.odt.styles import StyleSheet
from slidegen.reading.opening import Source

RUNNING = ("style:header", "style:footer", "style:header-left", "style:footer-left")


def read_odt(source: Source, report: Report) -> Document:
    """Raises `EncryptedSource`, `MalformedSource`, `SourceTooLarge`, `SourceTooSlow`."""
    package = open_package(source)
    text = package.text
    if text is None:
        raise damaged()
    left_out, styles = LeftOut(), StyleSheet.of(package)
    inline = InlineReader(package, styles, left_out)
    story = StoryReader(package, styles, Numbering.of(package), left_out, inline)
    pieces = tuple(story.pieces(text))
    lines = BlockLines(source)
    has_title = any(isinstance(piece, Text) and piece.role == "title" for piece in pieces)
    composer = Composer(lines, has_title)
    blocks: list[Block] = list(composer.blocks(pieces))
    # A note may hold notes, which then stand behind it.
    for note in inline.notes:
        blocks += composer.footnote(note.label, tuple(story.pieces(note.body)))
    left_out.add("running head", _running_heads(package))
    left_out.tell(report)
    return lines.document(blocks, "odt", report)


def _running_heads(package: OdtPackage) -> int:
    """How many lines stand in headers and footers."""
    return sum(
        any(text.strip() for text in paragraph.itertext())
        for name in RUNNING
        for part in below(package.styles, name)
        for paragraph in below(part, "text:p")
    )
