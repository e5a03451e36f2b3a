"""The whole of reading a Word document: open, walk the text, then its notes, make blocks."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree
from msgspec.structs import replace

from slidegen.document import Block, Document, Field, Footnote
from slidegen.notices import Report
from slidegen.reading.block_lines import BlockLines
from slidegen.reading.flowing.composing import Composer
from slidegen.reading.flowing.leaving_out import LeftOut
from slidegen.reading.flowing.pieces import has_title, lines_of
from slidegen.reading.flowing.running_heads import fields_of
from slidegen.reading.number_formats import formatted
from slidegen.reading.opening import Source
from slidegen.reading.word.drawings import Drawings
from slidegen.reading.word.inline import NoteMark
from slidegen.reading.word.names import W
from slidegen.reading.word.numbering import Numbering
from slidegen.reading.word.package import PartOf, WordPackage
from slidegen.reading.word.stories import Shared, Story
from slidegen.reading.word.styles import StyleSheet


def read_docx(source: Source, report: Report) -> Document:
    """Raises `SourceError`."""
    return _Reading(source).document(report)


class _Reading:
    """One document being read."""

    def __init__(self, source: Source) -> None:
        self.package = WordPackage.open(source)
        main = self.package.main
        styles, numbering = main.root_of("styles"), main.root_of("numbering")
        self.left_out = LeftOut()
        self.shared = Shared(
            source,
            StyleSheet.of(styles),
            Numbering.of(numbering, styles),
            Drawings(self.left_out),
            self.left_out,
        )
        self.lines = BlockLines(source)

    def document(self, report: Report) -> Document:
        pieces = tuple(Story(self.package.body, self.package.main, self.shared).pieces())
        composer = Composer(self.lines, has_title=has_title(pieces))
        blocks: list[Block] = [*composer.blocks(pieces), *self._notes(composer)]
        fields = self._running_heads()
        self._count_comments()
        self.left_out.tell(report)
        return self.lines.document(blocks, "docx", report, fields=fields)

    def _notes(self, composer: Composer) -> Iterator[Footnote]:
        """The notes that the text refers to, numbered as Word shows them: 1, 2 and i, ii."""
        counts = {"footnotes": 0, "endnotes": 0}
        found = {kind: self._notes_of(kind) for kind in counts}
        for mark in self.shared.notes:
            part, elements = found[mark.kind]
            if part is None or mark.id not in elements:
                continue
            counts[mark.kind] += not mark.sign
            story = Story(elements[mark.id], part, self.shared)
            label = mark.sign or _label(mark, counts[mark.kind])
            yield from composer.footnote(label, tuple(story.pieces()))

    def _notes_of(self, kind: str) -> tuple[PartOf | None, dict[str, etree._Element]]:
        part = self.package.main.of_kind(kind)
        root = part.root if part else None
        # The lines that part the notes from the text are kept among them, with a type.
        return part, {
            str(note.get(f"{W}id", "")): note
            for note in (root if root is not None else ())
            if note.get(f"{W}type", "normal") == "normal"
        }

    def _running_heads(self) -> tuple[Field, ...]:
        """What headers and footers say of the document; the rest of them is left out.

        Not so the properties of the file: their title is that of the template or of the
        document that this one was written over, and their author the one whose Word it is.
        """
        texts: list[str] = []
        # Logos and page numbers are no one's loss.
        shared = replace(self.shared, drawings=Drawings(LeftOut()), left_out=LeftOut())
        for part in self.package.running_heads():
            root = part.root
            if root is not None:
                texts += lines_of(tuple(Story(root, part, shared).pieces()))
        return fields_of(texts, self.lines, self.left_out)

    def _count_comments(self) -> None:
        root = self.package.main.root_of("comments")
        if root is not None:
            self.left_out.add("comment", len(root.findall(f"{W}comment")))


def _label(mark: NoteMark, number: int) -> str:
    return formatted(number, "lowerRoman") if mark.kind == "endnotes" else str(number)
