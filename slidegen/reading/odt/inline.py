"""A paragraph's words: its text as spans, with what is anchored among them.

White space is collapsed as OpenDocument says (1.3, part 3, 6.1.2): what is meant to stand is
written as `text:s`, `text:tab` and `text:line-break`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct, field

from slidegen.patterns import compiled
from slidegen.reading.block_lines import Span
from slidegen.reading.flowing.leaving_out import LeftOut
from slidegen.reading.flowing.links import web_address
from slidegen.reading.odt.formulas import formula_text
from slidegen.reading.odt.names import attribute, below, child, name_of, whole, words_of
from slidegen.reading.odt.package import OdtPackage
from slidegen.reading.odt.styles import StyleSheet, TextProperties

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_SPACES = 200
"""That one `text:s` stands for; a line has no more."""
BLANKS = compiled("[ \t\r\n]+")
CHARACTERS: Mapping[str, str] = {
    "text:tab": " ",
    "text:line-break": "\n",
    "text:soft-hyphen": "",
}
"""Elements that stand for a character. A tab is a gap, wherever it leads to."""
DRAWN = frozenset(
    f"draw:{name}"
    for name in (
        *("frame", "g", "custom-shape", "rect", "ellipse", "circle", "line", "polyline"),
        *("polygon", "regular-polygon", "path", "connector", "caption", "measure", "control"),
    )
)
NO_WORDS = frozenset(
    [
        *("office:annotation-end", "office:event-listeners", "text:ruby-text", "text:script"),
        *("text:tracked-changes", "text:number", "office:forms", "text:hidden-paragraph"),
        *("text:alphabetical-index-mark-start", "text:toc-mark-start", "text:label"),
        *("loext:label", "text:variable-decls", "text:sequence-decls", "loext:list-item"),
    ]
)
"""What holds no words of the text. Any other element is looked into, known or not."""


class Note(NamedTuple):
    label: str
    body: _Element


class Words(Struct, frozen=True):
    """What one paragraph holds."""

    spans: tuple[Span, ...]
    before: tuple[_Element, ...]
    """Drawings that are anchored before its first word."""
    after: tuple[_Element, ...]


class InlineReader(Struct):
    """Reads paragraphs one after the other, notes and comments as they come."""

    package: OdtPackage
    styles: StyleSheet
    left_out: LeftOut
    notes: list[Note] = field(default_factory=list)
    """Those referred to, in order."""
    spans: list[Span] = field(default_factory=list)
    before: list[_Element] = field(default_factory=list)
    after: list[_Element] = field(default_factory=list)
    is_open: bool = False
    """Whether the last character is one after which a blank would stand."""

    def words(self, paragraph: _Element, type: TextProperties) -> Words:
        """What *paragraph* says, whose style gives it *type*."""
        self.spans, self.before, self.after, self.is_open = [], [], [], False
        self._inside(paragraph, type, None)
        return Words(tuple(self.spans), tuple(self.before), tuple(self.after))

    def _inside(self, element: _Element, type: TextProperties, link: str | None) -> None:
        self._text(element.text, type, link)
        for inner in element:
            self._element(inner, type, link)
            self._text(inner.tail, type, link)

    def _element(self, element: _Element, type: TextProperties, link: str | None) -> None:
        name = name_of(element)
        if name in CHARACTERS:
            self._character(CHARACTERS[name], type, link)
        elif name in DRAWN:
            self._drawing(element, type)
        elif name in NO_WORDS:
            return
        elif name == "text:s":
            count = max(whole(attribute(element, "text:c"), 1, MOST_SPACES), 1)
            self._character(" " * count, type, link)
        elif name == "text:span":
            own = self.styles.span(attribute(element, "text:style-name"))
            self._inside(element, own.over(type), link)
        elif name == "text:a":
            address = web_address(attribute(element, "xlink:href"), self.left_out)
            self._inside(element, type, address or link)
        elif name == "text:note":
            self._note(element)
        elif name == "office:annotation":
            self.left_out.add("comment")
        elif name == "text:placeholder":
            self.left_out.add("placeholder")
        else:
            self._inside(element, type, link)

    def _text(self, text: str | None, type: TextProperties, link: str | None) -> None:
        if not text:
            return
        text = BLANKS.sub(" ", text)
        if not self.is_open:
            text = text.removeprefix(" ")
        if text:
            self._say(text, type, link)
            self.is_open = not text.endswith(" ")

    def _character(self, text: str, type: TextProperties, link: str | None) -> None:
        if text:
            self._say(text, type, link)
            self.is_open = True

    def _say(self, text: str, type: TextProperties, link: str | None) -> None:
        if type.hidden:
            self.left_out.add("hidden", int(bool(text.strip())))
        else:
            self.spans.append(Span(text, type.style(link)))

    def _drawing(self, element: _Element, type: TextProperties) -> None:
        if type.hidden:
            return
        if formula := self._formula(element):
            self.left_out.add("formula")
            self._character(formula, type, None)
            return
        has_words = any(span.text.strip() for span in self.spans)
        (self.after if has_words else self.before).append(element)

    def _formula(self, element: _Element) -> str:
        """What a frame says that holds a formula; empty if it holds none."""
        embedded = child(element, "draw:object")
        if embedded is None:
            return ""
        root = next(below(embedded, "math:math"), None)
        if root is None:
            root = self.package.object(attribute(embedded, "xlink:href"))
            root = next(below(root, "math:math"), None)
        return formula_text(root) if root is not None else ""

    def _note(self, note: _Element) -> None:
        citation, body = child(note, "text:note-citation"), child(note, "text:note-body")
        if body is not None:
            label = words_of(citation)
            self.notes.append(Note(label or str(len(self.notes) + 1), body))
