"""Documents, scenes and files of a line or two, to hold against one another."""

from __future__ import annotations

from collections.abc import Sequence

from slidegen.document import Document, Paragraph
from slidegen.passage import EMPTY, Label, Passage, Words
from slidegen.proof import Proof, prove
from slidegen.scene import Scene, TableCell, TableItem, TableRow, TextItem, TextParagraph, TextRun
from slidegen.theme import LayoutName, TypeStep
from slidegen.units import ZERO, Length, Rect
from slidegen.writing.read_back import ReadSlide, ReadText

NOWHERE = Rect(ZERO, ZERO, ZERO, ZERO)
SIZES = (Length.points(20),)
HEADED = Label("题")


def document(*lines: str) -> Document:
    blocks = tuple(Paragraph(Passage.of_line(text, n)) for n, text in enumerate(lines, 1))
    return Document(blocks, "text", lines=lines)


def cut(source: Document, words: str, line: int = 1) -> Passage:
    """*words*, from the first line that has them, not before *line*."""
    for number, text in enumerate(source.lines, 1):
        if number >= line and (at := text.find(words)) >= 0:
            return Passage.of_line(words, number, at)
    raise ValueError(f"the document does not say {words}")


def paragraph(words: Words, *, before: str = "", after: str = "") -> TextParagraph:
    return TextParagraph((TextRun(f"{before}{words}{after}"),), words=words)


def page(
    *points: Words | TextParagraph,
    title: Words | TextParagraph = HEADED,
    notes: Sequence[Passage] = (),
    layout: LayoutName = "content",
) -> Scene:
    """A page with *points* under a title; a paragraph is taken as it is."""
    set_title, *body = (
        words if isinstance(words, TextParagraph) else paragraph(words)
        for words in (title, *points)
    )
    return Scene(
        kind="bullets",
        layout=layout,
        title=set_title.text,
        items=(TextItem("title", NOWHERE, (set_title,)), TextItem("body", NOWHERE, tuple(body))),
        notes=tuple(notes),
    )


def grid(*rows: Sequence[Words]) -> Scene:
    """A page with a table."""
    cells = tuple(
        TableRow(ZERO, tuple(TableCell(paragraph(words)) for words in row)) for row in rows
    )
    step = TypeStep(SIZES, SIZES, SIZES)
    table = TableItem("table", NOWHERE, (), cells, 1, step, alt="")
    return Scene(kind="table", layout="table", title="", items=(table,))


def written(scene: Scene) -> ReadSlide:
    """The slide of a file that has all that *scene* says, and nothing else."""
    texts: list[ReadText] = []
    for item in scene.items:
        match item:
            case TextItem():
                texts += (ReadText(item.slot, p.text) for p in item.paragraphs)
            case TableItem():
                texts += (ReadText(item.slot, c.paragraph.text) for r in item.rows for c in r.cells)
            case _:
                pass
    notes = tuple(passage.text for passage in scene.notes)
    return ReadSlide(scene.layout, tuple(texts), notes)


def proof(
    source: Document,
    *scenes: Scene,
    file: Sequence[ReadSlide] | None = None,
    dropped: Sequence[Passage] = (),
    all_in_notes: bool = True,
) -> Proof:
    """Of *file*, or of the file that says what *scenes* say."""
    return prove(
        [written(scene) for scene in scenes] if file is None else file,
        source,
        dropped=dropped,
        scenes=scenes,
        all_in_notes=all_in_notes,
    )


__all__ = ["EMPTY", "cut", "document", "grid", "page", "paragraph", "proof", "written"]
