"""Plain text to a document: a paragraph for each line that is not blank.

Which lines belong together, and which are headings, is outlining's to say.
"""

from __future__ import annotations

from slidegen.document import Document, Paragraph
from slidegen.notices import Report
from slidegen.passage import Passage
from slidegen.reading.encoding import decode
from slidegen.reading.limits import LARGEST_TEXT, check_size
from slidegen.reading.lines import INDENT, split_lines
from slidegen.reading.opening import Source


def read_text(source: Source, report: Report) -> Document:
    """Raises `SourceTooLarge`, and `MalformedSource` if the bytes are no text."""
    check_size(len(source.data), LARGEST_TEXT)
    decoded = decode(source.data, report)
    lines = split_lines(decoded.text, report)
    return Document(
        blocks=tuple(
            Paragraph(passage) for n, line in enumerate(lines, 1) if (passage := _words(line, n))
        ),
        format="text",
        lines=lines,
        encoding=decoded.encoding,
        sha256=source.sha256,
        path=source.path,
    )


def _words(line: str, number: int) -> Passage:
    """What stands between the white space on either side of *line*."""
    unindented = line.lstrip(INDENT)
    return Passage.of_line(unindented.rstrip(INDENT), number, len(line) - len(unindented))
