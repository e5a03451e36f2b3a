"""What a reader tells of the running heads, as fields of the document, comes to the cover."""

from __future__ import annotations

from slidegen.asking import options_for
from slidegen.deck import Cover
from slidegen.document import Document, Field, Paragraph
from slidegen.notices import Notice
from slidegen.outlining import make_outline
from slidegen.passage import Passage
from slidegen.planning import plan

LINES = (
    "机密★1年",
    "云溪市教育局",
    "云溪市人民政府",
    "关于加强湿地保护的通知",
    "为加强湿地保护，现将有关事项通知如下。",
    "云溪市林业局",
    "2024年5月6日",
)


def document(*text: int, **fields: int) -> Document:
    passages = [Passage.of_line(line, number) for number, line in enumerate(LINES, 1)]
    return Document(
        blocks=tuple(Paragraph(passages[at]) for at in text),
        format="docx",
        fields=tuple(Field(name, passages[at]) for name, at in fields.items()),
        lines=LINES,
    )


def test_the_classification_and_the_body_are_on_the_cover() -> None:
    read = document(3, 4, classification=0, organisation=1)
    outline = make_outline(read)
    notices: list[Notice] = []
    options = options_for(read, {}, report=notices.append)
    cover = plan(outline, options).slides[0]

    assert isinstance(cover, Cover)
    assert str(cover.classification) == "机密★1年"
    assert str(cover.organisation) == "云溪市教育局"
    assert not notices


def test_the_body_that_a_running_head_names_outweighs_a_signature() -> None:
    outline = make_outline(document(3, 4, 5, 6, organisation=1))

    assert outline.organisation.text == "云溪市教育局"


def test_the_user_outweighs_both() -> None:
    read = document(3, 4, classification=0)

    assert options_for(read, {"classification": "秘密"}).classification == "秘密"
