"""Scenes built by hand, and the decks that come of them, reopened."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from msgspec.structs import replace
from pptx import Presentation

from slidegen.passage import Passage
from slidegen.scene import Item, Scene, Scenes, TextItem, TextParagraph, TextRun
from slidegen.theme import LayoutName, Theme
from slidegen.theme_file import load_theme
from slidegen.writing.pptx import write_pptx

NAMES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
}


class Desk:
    """What tests build scenes with, on one theme."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme

    def words(self, text: str, **how: Any) -> TextParagraph:
        return TextParagraph((TextRun(text),), **how)

    def text(self, layout: LayoutName, slot: str, *paragraphs: TextParagraph | str) -> TextItem:
        return TextItem(
            slot,
            self.theme.layout(layout).slot(slot).area,
            tuple(self.words(p) if isinstance(p, str) else p for p in paragraphs),
        )

    def content(self, title: str, *points: TextParagraph | str, **how: Any) -> Scene:
        items: tuple[Item, ...] = (self.text("content", "title", title),)
        if points:
            items = (*items, self.text("content", "body", *points))
        return Scene("bullets", "content", title, items, **how)

    def with_items(self, scene: Scene, *items: Item) -> Scene:
        return replace(scene, items=(*scene.items, *items))

    def notes(self, *paragraphs: str) -> tuple[Passage, ...]:
        return tuple(Passage.of_line(text, line) for line, text in enumerate(paragraphs, start=1))

    def bytes_of(self, *scenes: Scene, **deck: Any) -> bytes:
        return write_pptx(Scenes(scenes, **deck), self.theme)

    def deck_of(self, *scenes: Scene, **deck: Any) -> Any:
        return Presentation(BytesIO(self.bytes_of(*scenes, **deck)))

    def slide_of(self, scene: Scene, **deck: Any) -> Any:
        return self.deck_of(scene, **deck).slides[0]


@pytest.fixture(scope="session")
def desk() -> Desk:
    return Desk(load_theme("gov-red"))


@pytest.fixture(scope="session")
def find() -> Callable[[Any, str], list[Any]]:
    """XPath over a python-pptx object, or an lxml element, with the usual prefixes."""

    def found(thing: Any, path: str) -> list[Any]:
        from lxml import etree

        root = getattr(thing, "_element", thing)
        return list(etree.ElementBase.xpath(root, path, namespaces=NAMES))

    return found
