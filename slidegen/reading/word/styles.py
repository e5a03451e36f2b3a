"""What a document's styles say: which paragraphs are headings, which words are set in bold.

A style is known by its name, not by its id, which Word translates and WPS numbers. What a
style does not say, the style says that it is based on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree
from msgspec import Struct, field

from slidegen.patterns import compiled
from slidegen.reading.flowing.pieces import Role
from slidegen.reading.flowing.roles import role_of_style
from slidegen.reading.word.names import VAL, W, number, switch, value

CODE = compiled(r"(?:verbatim|html code|source code|inline code|code)(?: char)?$|(?:源)?代码")
"""Names of character styles for code."""

LONGEST_CHAIN = 50
"""Styles based on styles; Word allows fewer."""


class Looks(Struct, frozen=True):
    """How words are set; None where it is not said."""

    bold: bool | None = None
    italic: bool | None = None
    strike: bool | None = None
    hidden: bool | None = None
    font: str | None = None

    def over(self, other: Looks) -> Looks:
        """These, and *other* where these say nothing."""
        return Looks(
            other.bold if self.bold is None else self.bold,
            other.italic if self.italic is None else self.italic,
            other.strike if self.strike is None else self.strike,
            other.hidden if self.hidden is None else self.hidden,
            other.font if self.font is None else self.font,
        )

    def with_character_style(self, style: Looks) -> Looks:
        """A paragraph's looks with a character style's on top, where bold in both is plain again
        (17.7.3)."""

        def toggled(mine: bool | None, theirs: bool | None) -> bool | None:
            return mine if theirs is None else bool(mine) != theirs

        return Looks(
            toggled(self.bold, style.bold),
            toggled(self.italic, style.italic),
            toggled(self.strike, style.strike),
            toggled(self.hidden, style.hidden),
            style.font or self.font,
        )


def looks_of(properties: etree._Element | None) -> Looks:
    """What a `w:rPr` says."""
    if properties is None:
        return Looks()
    strike = switch(properties, f"{W}strike")
    fonts = properties.find(f"{W}rFonts")
    return Looks(
        bold=switch(properties, f"{W}b"),
        italic=switch(properties, f"{W}i"),
        strike=strike if strike is not None else switch(properties, f"{W}dstrike"),
        hidden=switch(properties, f"{W}vanish"),
        font=None if fonts is None else fonts.get(f"{W}ascii"),
    )


class ParagraphStyle(Struct, frozen=True):
    role: Role = "body"
    level: int = 0
    """Of a heading, from 1; else 0."""
    looks: Looks = Looks()


class CharacterStyle(Struct, frozen=True):
    is_code: bool = False
    looks: Looks = Looks()


class StyleSheet(Struct):
    """The styles of one document. Unknown ones are like no style at all."""

    elements: Mapping[str, etree._Element]
    default: str | None
    """The id of the style that paragraphs have which name none."""
    looks: Looks
    """Of all text, before any style."""
    paragraphs: dict[str | None, ParagraphStyle] = field(default_factory=dict)
    characters: dict[str, CharacterStyle] = field(default_factory=dict)

    @classmethod
    def of(cls, root: etree._Element | None) -> StyleSheet:
        """*root*: the styles part's; None for a document without one."""
        elements: dict[str, etree._Element] = {}
        default = None
        for style in root.iterfind(f"{W}style") if root is not None else ():
            identity = str(style.get(f"{W}styleId", ""))
            elements.setdefault(identity, style)
            is_default = str(style.get(f"{W}default", "0")).lower() in ("1", "true", "on")
            if is_default and style.get(f"{W}type") == "paragraph":
                default = identity
        defaults = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        return cls(elements, default, looks_of(defaults))

    def paragraph(self, identity: str | None) -> ParagraphStyle:
        key = identity if identity in self.elements else self.default
        if key not in self.paragraphs:
            self.paragraphs[key] = self._paragraph(key)
        return self.paragraphs[key]

    def character(self, identity: str | None) -> CharacterStyle:
        if identity is None or identity not in self.elements:
            return CharacterStyle()
        if identity not in self.characters:
            chain = tuple(self._chain(identity))
            looks = Looks()
            for style in chain:
                looks = looks.over(looks_of(style.find(f"{W}rPr")))
            is_code = any(CODE.match(_name(style)) for style in chain)
            self.characters[identity] = CharacterStyle(is_code, looks)
        return self.characters[identity]

    def has_head(self, identity: str | None) -> bool:
        """Whether the table style sets the first row apart."""
        return any(
            part.get(f"{W}type") == "firstRow"
            for style in self._chain(identity)
            for part in style.iterfind(f"{W}tblStylePr")
        )

    def _paragraph(self, identity: str | None) -> ParagraphStyle:
        chain = tuple(self._chain(identity))
        looks = Looks()
        for style in chain:
            looks = looks.over(looks_of(style.find(f"{W}rPr")))
        role, level = next(filter(None, map(_meaning, chain)), ("body", 0))
        return ParagraphStyle(role, level, looks.over(self.looks))

    def _chain(self, identity: str | None) -> Iterator[etree._Element]:
        """The style, the one that it is based on, and so on."""
        for _ in range(LONGEST_CHAIN):
            style = self.elements.get(identity or "")
            if style is None:
                return
            yield style
            identity = value(style, f"{W}basedOn")


def _meaning(style: etree._Element) -> tuple[Role, int] | None:
    """What a style is for by what it says itself; None if it says nothing."""
    return role_of_style(_name(style), number(style.find(f"{W}pPr"), f"{W}outlineLvl"))


def _name(style: etree._Element) -> str:
    """In lower case; without the further names that Word writes after a comma."""
    element = style.find(f"{W}name")
    name = "" if element is None else str(element.get(VAL, ""))
    return " ".join(name.partition(",")[0].lower().split())
