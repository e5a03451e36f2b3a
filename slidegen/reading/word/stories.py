"""One run of text, the document's own, a note's or a text box's, as pieces in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from lxml import etree
from msgspec import Struct, field
from msgspec.structs import replace

from slidegen.document import Alignment
from slidegen.reading.block_lines import Span
from slidegen.reading.flowing.pieces import Piece, Text
from slidegen.reading.flowing.roles import ends_in_page_number, is_prose, role_of_paragraph
from slidegen.reading.word.fields import Fields
from slidegen.reading.word.inline import Content, InlineReader, NoteMark, is_unfilled
from slidegen.reading.word.names import M, W, number, tag_of, value
from slidegen.reading.word.styles import ParagraphStyle
from slidegen.reading.word.tables import grid_of

if TYPE_CHECKING:
    from slidegen.reading.flowing.leaving_out import LeftOut
    from slidegen.reading.opening import Source
    from slidegen.reading.word.drawings import Drawings
    from slidegen.reading.word.numbering import Numbering
    from slidegen.reading.word.package import PartOf
    from slidegen.reading.word.styles import StyleSheet

INLINE = frozenset(
    [
        *(W + name for name in ("r", "hyperlink", "fldSimple", "ruby", "drawing", "pict")),
        *(M + name for name in ("oMath", "oMathPara")),
    ]
)
"""What belongs in a paragraph, and is now and then found without one."""
ELSEWHERE = (f"{W}altChunk", f"{W}subDoc")
"""A whole document that Word would fetch from another part or file."""
NO_BLOCKS = frozenset(
    W + name
    for name in ("sectPr", "tblPr", "tblGrid", "sdtPr", "sdtEndPr", "customXmlPr", "pPr", "rPr")
)
CONTENTS_GALLERY = "table of contents"

ALIGNMENTS: dict[str | None, Alignment] = {
    "left": "left",
    "start": "left",
    "center": "center",
    "right": "right",
    "end": "right",
}


class Shared(Struct):
    """What all stories of a document have in common."""

    source: Source
    styles: StyleSheet
    numbering: Numbering
    drawings: Drawings
    left_out: LeftOut
    notes: dict[NoteMark, None] = field(default_factory=dict)
    """The notes that the text refers to, in order."""


class Story:
    """Reads what stands below *root*, an element of *part*."""

    def __init__(self, root: etree._Element, part: PartOf, shared: Shared) -> None:
        self.root = root
        self.part = part
        self.shared = shared
        self.fields = Fields.of(root)
        self.inline = InlineReader(part, shared.styles, shared.left_out, self.fields, shared.notes)
        self.initial: tuple[Span, ...] = ()
        """A drop cap, which Word keeps in a paragraph of its own before its word."""

    def pieces(self) -> Iterator[Piece]:
        yield from self.inside(self.root)
        if self.fields.resultless:
            self.shared.left_out.add("field", self.fields.resultless)

    def inside(self, container: etree._Element) -> Iterator[Piece]:
        """The pieces of *container*'s own blocks; what only wraps blocks is transparent."""
        for element in container:
            tag = tag_of(element)
            if tag == f"{W}p":
                yield from self._paragraph(element)
            elif tag == f"{W}tbl":
                if grid := grid_of(element, self.inside, self.shared.styles):
                    yield grid
            elif tag == f"{W}sdt":
                yield from self._control(element)
            elif tag in ELSEWHERE:
                self.shared.left_out.add("chunk")
            elif tag in INLINE:
                yield from self._words([element], Text(()))
            elif tag and tag not in NO_BLOCKS:
                yield from self.inside(element)

    def _control(self, control: etree._Element) -> Iterator[Piece]:
        gallery = value(control.find(f"{W}sdtPr/{W}docPartObj"), f"{W}docPartGallery") or ""
        if gallery.lower() == CONTENTS_GALLERY:
            lines = sum(1 for p in control.iter(f"{W}p") if next(p.iter(f"{W}t"), None) is not None)
            self.shared.left_out.add("contents", lines)
        elif is_unfilled(control):
            self.shared.left_out.add("placeholder")
        else:
            yield from self.inside(control)

    def _paragraph(self, paragraph: etree._Element) -> Iterator[Piece]:
        self.shared.source.check_time()
        properties = paragraph.find(f"{W}pPr")
        style = self.shared.styles.paragraph(value(properties, f"{W}pStyle"))
        outline = number(properties, f"{W}outlineLvl")
        role, level, reason = role_of_paragraph(style.role, style.level, outline)
        text = Text(
            (),
            role,
            level,
            reason,
            self.shared.numbering.marker(paragraph),
            ALIGNMENTS.get(value(properties, f"{W}jc")),
        )
        frame = None if properties is None else properties.find(f"{W}framePr")
        if frame is not None and frame.get(f"{W}dropCap") in ("drop", "margin"):
            content = self._content(paragraph, style)
            self.initial += tuple(s for s in content.spans if s.text.strip())
            yield from self._drawn((*content.before, *content.after))
            return
        yield from self._words(paragraph, text, style)

    def _words(
        self,
        elements: Iterable[etree._Element],
        text: Text,
        style: ParagraphStyle | None = None,
    ) -> Iterator[Piece]:
        """*text* with the words of *elements*, between what is anchored before and after."""
        content = self._content(elements, style or self.shared.styles.paragraph(None))
        spans = (*self.initial, *content.spans)
        self.initial = ()
        words = "".join(span.text for span in spans).strip()
        yield from self._drawn(content.before)
        is_listed = text.role == "contents" and words and _is_listed(words, elements)
        if is_listed or (content.has_contents and not words):
            self.shared.left_out.add("contents")
        elif words:
            yield _settled(text, spans, words)
        yield from self._drawn(content.after)

    def _content(self, elements: Iterable[etree._Element], style: ParagraphStyle) -> Content:
        return self.inline.content(elements, style.looks)

    def _drawn(self, drawings: Iterable[etree._Element]) -> Iterator[Piece]:
        for drawing in drawings:
            yield from self.shared.drawings.pieces(drawing, self.part, self._box)

    def _box(self, content: etree._Element) -> Iterator[Piece]:
        yield from Story(content, self.part, self.shared).pieces()


def _settled(text: Text, spans: tuple[Span, ...], words: str) -> Text:
    """*text* with its *spans*, and the role that these *words* can have."""
    role, level = text.role, text.level
    if role == "contents" or (role in ("heading", "title") and is_prose(words)):
        role, level = "body", 0
    return replace(text, spans=spans, role=role, level=level)


def _is_listed(words: str, elements: Iterable[etree._Element]) -> bool:
    """Whether a paragraph in a style for contents is a line of them: a page number ends it, or
    it leads elsewhere in the document. Some authors use these styles for text of their own."""
    return ends_in_page_number(words) or any(
        tag_of(element) == f"{W}hyperlink" and element.get(f"{W}anchor") for element in elements
    )
