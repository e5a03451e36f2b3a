"""What the names of styles stand for: headings, titles, captions, bold, hidden.

A style says only what differs from its parent (OpenDocument 1.3, part 3, 16.2), and a
document names its own automatic styles before those of styles.xml.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct, field

from slidegen.passage import Style
from slidegen.patterns import compiled
from slidegen.reading.flowing.pieces import Role
from slidegen.reading.odt.names import attribute, child, children, whole
from slidegen.reading.odt.package import OdtPackage

if TYPE_CHECKING:
    from lxml.etree import _Element

LONGEST_CHAIN = 64
"""Styles with parents; more go in a circle."""
DEEPEST_OUTLINE = 10
BOLD_WEIGHT = 600
ROLES: Mapping[str, Role] = {
    **dict.fromkeys(("title", "标题", "標題"), "title"),
    # A subtitle's style has the title's for its parent here and there.
    **dict.fromkeys(("subtitle", "副标题", "副標題"), "body"),
    **dict.fromkeys(("caption", "题注", "題注", "标号", "標號"), "caption"),
    **dict.fromkeys(("quotations", "quote", "block text", "引用", "引文"), "quote"),
    **dict.fromkeys(("preformatted text", "source code", "预格式化的正文"), "code"),
    **dict.fromkeys(("contents heading", "index heading"), "contents"),
}
"""By a style's name, as people see it, in lower case."""
CONTENTS = compiled(r"(?:contents|目录) ?\d{1,2}")
HEADING = compiled(r"(?:heading|标题|標題) ?(\d{1,2})", re.IGNORECASE)
_ESCAPED = compiled(r"_([0-9a-fA-F]{1,4})_")


class TextProperties(Struct, frozen=True):
    """What a style and its parents say of type; None where they say nothing."""

    bold: bool | None = None
    italic: bool | None = None
    strike: bool | None = None
    hidden: bool | None = None

    def over(self, other: TextProperties) -> TextProperties:
        """These, and *other* where these say nothing."""
        return TextProperties(
            other.bold if self.bold is None else self.bold,
            other.italic if self.italic is None else self.italic,
            other.strike if self.strike is None else self.strike,
            other.hidden if self.hidden is None else self.hidden,
        )

    def style(self, link: str | None = None) -> Style:
        return Style(
            bold=bool(self.bold),
            italic=bool(self.italic),
            strike=bool(self.strike),
            link=link,
        )


SAYS_NOTHING = TextProperties()


class ParagraphStyle(Struct, frozen=True):
    type: TextProperties = SAYS_NOTHING
    names: tuple[str, ...] = ()
    """Its own and its parents', as people see them, in lower case."""
    outline_level: int | None = None
    """From 1; 0: text, whatever the names say; None: nothing is said."""
    list_style: str | None = None
    """The list style of its numbers. Empty: none, whatever a parent says."""
    alignment: str | None = None
    """`start`, `center`, `end`, ... as the file says it."""

    @property
    def role(self) -> Role:
        """What the nearest name that means something says a paragraph is for."""
        for name in self.names:
            if name in ROLES:
                return ROLES[name]
            if CONTENTS.fullmatch(name):
                return "contents"
        return "body"

    @property
    def heading_level(self) -> int:
        """Of a style that is a heading's, from 1; 0 for others."""
        if self.outline_level is not None:
            return self.outline_level
        found = next(filter(None, map(HEADING.fullmatch, self.names)), None)
        return whole(found[1], 0, DEEPEST_OUTLINE) if found else 0


class StyleSheet(Struct):
    """All styles of a document. Each is worked out once."""

    elements: dict[tuple[str, str], _Element]
    """By family and name."""
    paragraphs: dict[str, ParagraphStyle] = field(default_factory=dict)
    spans: dict[str, TextProperties] = field(default_factory=dict)

    @classmethod
    def of(cls, package: OdtPackage) -> StyleSheet:
        elements: dict[tuple[str, str], _Element] = {}
        for root, group in (
            (package.styles, "office:styles"),
            (package.content, "office:automatic-styles"),
        ):
            for style in children(child(root, group), "style:style"):
                key = attribute(style, "style:family") or "", attribute(style, "style:name") or ""
                elements[key] = style
        return cls(elements)

    def paragraph(self, name: str | None) -> ParagraphStyle:
        """The paragraph style called *name*; one that says nothing if there is none."""
        name = name or ""
        if name not in self.paragraphs:
            self.paragraphs[name] = self._paragraph(name)
        return self.paragraphs[name]

    def span(self, name: str | None) -> TextProperties:
        name = name or ""
        if name not in self.spans:
            self.spans[name] = _type(list(self._chain("text", name)))
        return self.spans[name]

    def _chain(self, family: str, name: str) -> Iterator[_Element]:
        """The style and its parents, the nearest first."""
        for _ in range(LONGEST_CHAIN):
            style = self.elements.get((family, name))
            if style is None:
                return
            yield style
            name = attribute(style, "style:parent-style-name") or ""

    def _paragraph(self, name: str) -> ParagraphStyle:
        chain = list(self._chain("paragraph", name))
        said = [attribute(style, "style:default-outline-level") for style in chain]
        lists = [attribute(style, "style:list-style-name") for style in chain]
        aligned = [
            attribute(properties, "fo:text-align")
            for style in chain
            if (properties := child(style, "style:paragraph-properties")) is not None
        ]
        return ParagraphStyle(
            type=_type(chain),
            names=tuple(map(_shown, chain)) or (_unescaped(name),),
            outline_level=_outline_level(_nearest(said)),
            list_style=_nearest(lists),
            alignment=_nearest(aligned),
        )


def _outline_level(said: str | None) -> int | None:
    return None if said is None else whole(said, 0, DEEPEST_OUTLINE)


def _nearest(values: list[str | None]) -> str | None:
    return next((value for value in values if value is not None), None)


def _shown(style: _Element) -> str:
    """A style's name as people see it, in lower case."""
    shown = attribute(style, "style:display-name")
    return (shown or _unescaped(attribute(style, "style:name") or "")).lower()


def _unescaped(name: str) -> str:
    """`Heading_20_1` is `Heading 1`."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), name).lower()


def _type(chain: list[_Element]) -> TextProperties:
    said = SAYS_NOTHING
    for style in chain:
        properties = child(style, "style:text-properties")
        if properties is not None:
            said = said.over(_said(properties))
    return said


def _said(properties: _Element) -> TextProperties:
    # Chinese type has a weight of its own, and programs do not always set both.
    weights = [attribute(properties, f"{p}:font-weight{s}") for p, s in WESTERN_AND_ASIAN]
    slants = [attribute(properties, f"{p}:font-style{s}") for p, s in WESTERN_AND_ASIAN]
    through = attribute(properties, "style:text-line-through-style")
    display = attribute(properties, "text:display")
    return TextProperties(
        bold=_any(weights, _is_bold),
        italic=_any(slants, lambda slant: slant in ("italic", "oblique")),
        strike=None if through is None else through != "none",
        hidden=None if display is None else display == "none",
    )


WESTERN_AND_ASIAN = (("fo", ""), ("style", "-asian"))


def _any(values: list[str | None], holds: Callable[[str], bool]) -> bool | None:
    said = [value for value in values if value is not None]
    return any(map(holds, said)) if said else None


def _is_bold(weight: str) -> bool:
    return weight == "bold" or whole(weight, 0, 1000) >= BOLD_WEIGHT
