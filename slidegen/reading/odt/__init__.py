"""OpenDocument text (.odt, .ott, .fodt), as LibreOffice and WPS write it, to a document."""

from __future__ import annotations

from collections.abc import Iterator

from slidegen.document import Block, Document
from slidegen.notices import Report
from slidegen.reading.archive import damaged
from slidegen.reading.block_lines import BlockLines
from slidegen.reading.flowing.composing import Composer
from slidegen.reading.flowing.leaving_out import LeftOut
from slidegen.reading.flowing.pieces import has_title
from slidegen.reading.flowing.running_heads import fields_of
from slidegen.reading.odt.inline import InlineReader
from slidegen.reading.odt.names import below, child, words_of
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
    composer = Composer(lines, has_title(pieces))
    blocks: list[Block] = list(composer.blocks(pieces))
    # A note may hold notes, which then stand behind it.
    for note in inline.notes:
        blocks += composer.footnote(note.label, tuple(story.pieces(note.body)))
    heads = tuple(_running_heads(package))
    fields = fields_of(heads, lines, left_out)
    left_out.tell(report)
    return lines.document(blocks, "odt", report, fields=fields)


def _running_heads(package: OdtPackage) -> Iterator[str]:
    """The lines of all headers and footers, as often as they are written down."""
    masters = child(package.styles, "office:master-styles")
    for name in RUNNING:
        for part in below(masters, name):
            yield from filter(None, map(words_of, below(part, "text:p")))
