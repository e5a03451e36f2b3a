"""Speaker notes: the full text of what a slide covers, a paragraph each."""

from __future__ import annotations

from functools import cache

from slidegen.messages import Message, Tongue
from slidegen.outline import Language
from slidegen.passage import Passage
from slidegen.writing.drawing_text import language_attributes
from slidegen.writing.furniture import COLOURS_OF_MASTER
from slidegen.writing.markup import Markup, element, serialised
from slidegen.writing.slides import group_properties, named

NOTES_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.notesSlide+xml"
SLIDE_IMAGE = Message(en="Slide image", zh="幻灯片图像")
TEXT = Message(en="Notes", zh="备注")
"""Names of the two shapes that a notes page has."""


def notes_slide(
    notes: tuple[Passage, ...], language: Language, *, told: tuple[tuple[Passage, ...], ...] = ()
) -> bytes:
    """*told*: rows of a table, which follow the notes."""
    rows = ("\t".join(cell.text for cell in row) for row in told)
    texts = (*(passage.text for passage in notes), *rows)
    tongue: Tongue = "zh" if language.startswith("zh") else "en"
    return serialised(
        element(
            "p:notes",
            element(
                "p:cSld",
                element(
                    "p:spTree",
                    *group_properties(),
                    _slide_image(tongue),
                    element(
                        "p:sp",
                        _names(tongue),
                        element("p:spPr"),
                        element(
                            "p:txBody",
                            element("a:bodyPr"),
                            element("a:lstStyle"),
                            (_paragraph(text, language) for text in texts),
                        ),
                    ),
                ),
            ),
            COLOURS_OF_MASTER,
        )
    )


@cache
def _slide_image(tongue: Tongue) -> Markup:
    return element(
        "p:sp",
        element(
            "p:nvSpPr",
            named(2, SLIDE_IMAGE.in_tongue(tongue)),
            element(
                "p:cNvSpPr",
                element("a:spLocks", noGrp=True, noRot=True, noChangeAspect=True),
            ),
            element("p:nvPr", element("p:ph", type="sldImg")),
        ),
        element("p:spPr"),
    )


@cache
def _names(tongue: Tongue) -> Markup:
    """Of the shape with the text."""
    return element(
        "p:nvSpPr",
        named(3, TEXT.in_tongue(tongue)),
        element("p:cNvSpPr", element("a:spLocks", noGrp=True)),
        element("p:nvPr", element("p:ph", type="body", idx=1)),
    )


def _paragraph(text: str, language: Language) -> Markup:
    attributes = language_attributes(text, language)
    return element(
        "a:p",
        element("a:r", element("a:rPr", **attributes), element("a:t", text)),
    )
