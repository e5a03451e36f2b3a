"""A paragraph's words: its runs as spans, with what is anchored among them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from lxml import etree
from msgspec import Struct, field
from msgspec.structs import replace

from slidegen.passage import PLAIN, Style
from slidegen.placed import Placed
from slidegen.reading.addresses import is_on_web
from slidegen.reading.block_lines import Span
from slidegen.reading.flowing.links import web_address
from slidegen.reading.lines import LINE_END
from slidegen.reading.word.fields import CHARACTER, STORY, Fields, link_of
from slidegen.reading.word.names import OFF, M, R, W, switch, tag_of, value
from slidegen.reading.word.styles import Looks, looks_of
from slidegen.reading.word.symbols import UNKNOWN, shown, symbol

if TYPE_CHECKING:
    from slidegen.reading.flowing.leaving_out import LeftOut
    from slidegen.reading.word.package import PartOf
    from slidegen.reading.word.styles import StyleSheet

CHARACTERS: Mapping[str, str] = {
    f"{W}tab": " ",
    f"{W}ptab": " ",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
"""Elements of a run that stand for a character. A tab is a gap, wherever it leads to."""

ANCHORED = (f"{W}drawing", f"{W}pict", f"{W}object")
NOTES: Mapping[str, str] = {
    f"{W}footnoteReference": "footnotes",
    f"{W}endnoteReference": "endnotes",
}

NO_WORDS = frozenset(
    [
        *(W + name for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "customXmlPr", "smartTagPr")),
        *(W + name for name in ("rt", "rubyPr", "instrText", "delText", "lastRenderedPageBreak")),
        *(W + name for name in ("annotationRef", "footnoteRef", "endnoteRef", "pgNum", "binData")),
    ]
)
"""What holds no words of the text. Any other element is looked into, known or not."""


class NoteMark(Placed, frozen=True):
    """A reference to a note: `footnotes` or `endnotes`, and the note's id."""

    BESIDE = ("sign",)

    kind: str
    id: str
    sign: str = ""
    """What the author put in the place of its number."""


class Content(Struct, frozen=True):
    """What one paragraph holds."""

    spans: tuple[Span, ...]
    before: tuple[etree._Element, ...] = ()
    """Drawings that are anchored before its first word."""
    after: tuple[etree._Element, ...] = ()
    """Drawings that are anchored behind it."""
    has_contents: bool = False
    """Whether it holds words of a table of contents, which are not among its spans."""


class InlineReader(Struct):
    """Reads the paragraphs of one story (the text, a note, a text box) in order."""

    part: PartOf
    """Whose relationships the story's links are."""
    styles: StyleSheet
    left_out: LeftOut
    fields: Fields
    notes: dict[NoteMark, None]
    """Collects the notes that are referred to, in order."""
    texts: list[tuple[Style, list[str]]] = field(default_factory=list)
    """Texts of one style in a row: Word parts a sentence into runs as it was edited."""
    has_words: bool = False
    before: list[etree._Element] = field(default_factory=list)
    after: list[etree._Element] = field(default_factory=list)
    has_contents: bool = False
    """Whether the paragraph holds words of a table of contents, which are not in `spans`."""

    def content(self, elements: Iterable[etree._Element], looks: Looks) -> Content:
        """What the *elements* of a paragraph say, whose style gives them *looks*."""
        self.texts, self.before, self.after = [], [], []
        self.has_words = self.has_contents = False
        for element in elements:
            self._element(element, looks, None)
        spans = tuple(Span("".join(texts), style) for style, texts in self.texts)
        return Content(spans, tuple(self.before), tuple(self.after), self.has_contents)

    def _element(self, element: etree._Element, looks: Looks, link: str | None) -> None:
        tag = tag_of(element)
        if tag in NO_WORDS or not tag:
            return
        if tag == f"{W}r":
            self._run(element, looks, link)
        elif tag in (f"{M}oMath", f"{M}oMathPara"):
            self._formula(element)
        elif tag in ANCHORED:
            self._anchor(element)
        elif tag == f"{W}hyperlink":
            self._inside(element, looks, web_address(self._address(element), self.left_out) or link)
        elif tag == f"{W}fldSimple":
            self._simple_field(element, looks, link)
        elif tag == f"{W}sdt" and is_unfilled(element):
            self.left_out.add("placeholder")
        else:
            self._inside(element, looks, link)

    def _inside(self, element: etree._Element, looks: Looks, link: str | None) -> None:
        for child in element:
            self._element(child, looks, link)

    def _address(self, element: etree._Element) -> str | None:
        """Where a `w:hyperlink` leads, if outside the document."""
        return self.part.address(element.get(f"{R}id"))

    def _simple_field(self, element: etree._Element, looks: Looks, link: str | None) -> None:
        code = str(element.get(f"{W}instr", ""))
        if (code.split(maxsplit=1) or [""])[0].upper() in ("TOC", "TOA", "INDEX"):
            self.has_contents = True
            return
        self._inside(element, looks, web_address(link_of(code), self.left_out) or link)

    # Runs

    def _run(self, run: etree._Element, looks: Looks, link: str | None) -> None:
        properties = run.find(f"{W}rPr")
        named = self.styles.character(value(properties, f"{W}rStyle"))
        if properties is not None:
            looks = looks_of(properties).over(looks.with_character_style(named.looks))
        self._run_content(run, looks, _style(looks, named.is_code, link))

    def _run_content(self, run: etree._Element, looks: Looks, style: Style) -> None:
        for child in run:
            tag = tag_of(child)
            if tag == f"{W}t":
                self._text(shown(_words(child), looks.font), looks, style)
            elif tag in CHARACTERS:
                self._text(CHARACTERS[tag], looks, style)
            elif tag == f"{W}sym":
                code, font = (str(child.get(W + name, "")) for name in ("char", "font"))
                self._text(symbol(code, font), looks, style)
            elif tag == CHARACTER:
                self.fields.pass_character(child)
            elif tag == f"{W}instrText":
                self.fields.pass_code(child.text or "")
            elif tag in NOTES:
                identity, sign = str(child.get(f"{W}id", "")), _own_sign(child)
                self._note(NoteMark(NOTES[tag], identity, sign))
                if sign:
                    return  # which is all that the run holds besides
            elif tag in ANCHORED:
                if not looks.hidden:
                    self._anchor(child)
            elif tag in (f"{M}oMath", f"{M}oMathPara"):
                self._formula(child)
            elif tag == f"{W}r":
                # Not allowed here, and written by some programs all the same.
                self._run(child, looks, style.link)
            elif tag and tag not in NO_WORDS:
                self._run_content(child, looks, style)

    def _text(self, text: str, looks: Looks, style: Style) -> None:
        if not self.fields.is_shown:
            self.has_contents = self.has_contents or self.fields.in_contents
            return
        if looks.hidden:
            self.left_out.add("hidden", int(bool(text.strip())))
            return
        if unknown := text.count(UNKNOWN):
            self.left_out.add("symbol", unknown)
            text = text.replace(UNKNOWN, "")
        if style.link is None and self.fields.open and (target := self._field_link()):
            style = replace(style, link=target)
        self._add(text, style)

    def _add(self, text: str, style: Style) -> None:
        if not self.texts or self.texts[-1][0] != style:
            self.texts.append((style, []))
        self.texts[-1][1].append(text)
        self.has_words = self.has_words or not text.isspace()

    def _field_link(self) -> str | None:
        target = (self.fields.link or "").strip()
        return target if is_on_web(target) else None

    def _note(self, mark: NoteMark) -> None:
        if self.fields.is_shown:
            self.notes.setdefault(mark)

    def _formula(self, element: etree._Element) -> None:
        from slidegen.reading.word.equations import equation_text

        if not self.fields.is_shown:
            return
        for formula in formulas(element):
            if text := equation_text(formula):
                self.left_out.add("formula")
                self._add(text, PLAIN)

    def _anchor(self, element: etree._Element) -> None:
        if not self.fields.is_shown:
            return
        # A text box floats: whatever it is anchored to comes first.
        floats = next(element.iter(STORY), None) is not None
        (self.after if self.has_words or floats else self.before).append(element)


@lru_cache(maxsize=256)
def _style(looks: Looks, is_code: bool, link: str | None) -> Style:
    return Style(
        bold=bool(looks.bold),
        italic=bool(looks.italic),
        code=is_code,
        strike=bool(looks.strike),
        link=link,
    )


def formulas(element: etree._Element) -> Iterator[etree._Element]:
    """The formulas of a `m:oMathPara`, or *element* itself."""
    if element.tag == f"{M}oMath":
        yield element
    else:
        yield from element.iterchildren(f"{M}oMath")


def is_unfilled(control: etree._Element) -> bool:
    """Whether a content control shows its hint (Click here to enter text)."""
    return bool(switch(control.find(f"{W}sdtPr"), f"{W}showingPlcHdr"))


def _words(text: etree._Element) -> str:
    """What a `w:t` says. A line end in it is the XML's; Word shows it as a space."""
    return LINE_END.sub(" ", text.text or "")


def _own_sign(reference: etree._Element) -> str:
    """The sign behind a *reference* that bears no number."""
    if str(reference.get(f"{W}customMarkFollows", "0")).lower() in OFF:
        return ""
    return "".join(text.text or "" for text in reference.itersiblings(f"{W}t")).strip()
