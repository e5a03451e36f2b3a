"""What a document's styles say: which paragraphs are headings, which words are set in bold.

A style is known by its name, not by its id, which Word translates and WPS numbers. What a
style does not say, the style says that it is based on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from slidegen.reading.flowing.pieces import Role
from slidegen.reading.word.names import VAL, W, number, switch, value

_NAMES: Sequence[tuple[Role, str]] = (
    (
        "title",
        "title|titel|titre|título|titolo|tytuł|название|表題|제목|"
        "(?:公文|文章|文件|文档|主|大|总)?(?:标题|標題)",
    ),
    (
        "body",
        "subtitle|untertitel|sous-titre|subtítulo|sottotitolo|副(?:标题|標題)|"
        "normal|body text|正文",
    ),
    (
        "caption",
        "(?:image |table |figure )?caption|beschriftung|légende|"
        "题注|題注|[图表圖]题|[图表圖](?:片|格)?(?:标题|名称?)|图注|表注",
    ),
    ("code", r"source code|html preformatted|plain code|code(?: block)?|(?:源)?代码"),
    (
        "quote",
        "(?:intense )?quote|block ?text|block ?quote|zitat|citation|(?:明显)?引用|引文",
    ),
    (
        "contents",
        r"toc ?\d|toc heading|table of figures|table of authorities|"
        r"verzeichnis ?\d|目录 ?\d?|目錄 ?\d?|目次 ?\d?",
    ),
)
"""Names of styles in lower case, in Word's languages and as Chinese offices call them."""
NAMES = tuple((role, re.compile(f"(?:{names})$")) for role, names in _NAMES)

LEVELS: Sequence[re.Pattern[str]] = (
    re.compile(
        r"(?:heading|überschrift|titre|título|titolo|kop|rubrik|overskrift|otsikko|nagłówek|"
        r"nadpis|заголовок|見出し|제목|标题|標題) ?([1-9])$"
    ),
    re.compile(r".{0,6}?(?:标题|標題) ?([一二三四五六七八九])$"),
    re.compile(r".{0,6}?([1-9一二三四五六七八九])级(?:标题|標題)$"),
)
"""Names of headings' styles, with the level."""
DIGITS = "一二三四五六七八九"

CODE = re.compile(r"(?:verbatim|html code|source code|inline code|code)(?: char)?$|(?:源)?代码")
"""Names of character styles for code."""

BODY_TEXT = 9
"""The outline level of what is no heading; the levels themselves count from 0."""

LONGEST_CHAIN = 50
"""Styles based on styles; Word allows fewer."""


@dataclass(frozen=True, slots=True)
class Looks:
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


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    role: Role = "body"
    level: int = 0
    """Of a heading, from 1; else 0."""
    looks: Looks = Looks()


@dataclass(frozen=True, slots=True)
class CharacterStyle:
    is_code: bool = False
    looks: Looks = Looks()


@dataclass
class StyleSheet:
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
    name = _name(style)
    # Chinese Word gives Title and Subtitle an outline level as well, so names come first.
    for role, names in NAMES:
        if names.match(name):
            return role, 0
    outline = number(style.find(f"{W}pPr"), f"{W}outlineLvl")
    if outline is not None:
        return ("heading", outline + 1) if outline < BODY_TEXT else ("body", 0)
    for names in LEVELS:
        if found := names.match(name):
            digit = found[1]
            return "heading", DIGITS.find(digit) + 1 or int(digit)
    return None


def _name(style: etree._Element) -> str:
    """In lower case; without the further names that Word writes after a comma."""
    element = style.find(f"{W}name")
    name = "" if element is None else str(element.get(VAL, ""))
    return " ".join(name.partition(",")[0].lower().split())
