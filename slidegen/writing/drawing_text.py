"""Text of slides: list styles for placeholders, paragraphs and runs to fill them.

A placeholder's list style holds size, pitch and gap of each level, so a
paragraph says nothing but its level, and what someone types below it in
PowerPoint looks the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from urllib.parse import quote

from msgspec.structs import replace

from slidegen.outline import Language
from slidegen.patterns import compiled
from slidegen.scene import TextParagraph, TextRun
from slidegen.theme import Align, Anchor, Theme, TypeStep
from slidegen.units import ZERO, Length
from slidegen.writing.markup import NAMESPACES, Markup, element, solid_fill
from slidegen.writing.package import Part

ANCHORS: dict[Anchor, str] = {"top": "t", "middle": "ctr", "bottom": "b"}
ALIGNS: dict[Align, str] = {"left": "l", "center": "ctr", "right": "r"}

LINE_BREAKING = {"eaLnBrk": True, "latinLnBrk": False, "hangingPunct": False}
"""Chinese rules for line ends, Latin words whole, and nothing beyond the frame's edge."""

SlidePart = Callable[[int], str]
"""Name of the part of the scene with that index."""


@lru_cache(maxsize=64)
def list_style_of_step(step: TypeStep) -> Markup:
    """A list style that says only what differs from the layout's own: sizes and spacing."""
    return element(
        "a:lstStyle",
        (
            element(
                f"a:lvl{level}pPr",
                *spacing(pitch, gap),
                element("a:defRPr", sz=hundredths(size)),
            )
            for level, (size, pitch, gap) in enumerate(
                zip(step.sizes, step.pitches, step.gaps, strict=True), start=1
            )
        ),
    )


def spacing(pitch: Length, gap: Length = ZERO) -> tuple[Markup, Markup, Markup]:
    """Exact line spacing and the space before, in the order that the schema wants."""
    return (
        element("a:lnSpc", element("a:spcPts", val=hundredths(pitch))),
        element("a:spcBef", element("a:spcPts", val=hundredths(gap))),
        element("a:spcAft", element("a:spcPts", val=0)),
    )


def hundredths(length: Length) -> int:
    """In hundredths of a point, as sizes and spacing are counted."""
    return round(length.pt * 100)


class ParagraphWriter:
    """Paragraphs of one slide; their links become relations of the slide's part."""

    def __init__(self, theme: Theme, language: Language, part: Part, slide_part: SlidePart) -> None:
        self.theme = theme
        self.language = language
        self.part = part
        self.slide_part = slide_part

    def paragraphs(self, paragraphs: tuple[TextParagraph, ...]) -> Iterator[Markup]:
        return (self.paragraph(paragraph) for paragraph in paragraphs)

    def paragraph(self, paragraph: TextParagraph) -> Markup:
        return element("a:p", paragraph_properties(paragraph), *self.runs(paragraph))

    def runs(self, paragraph: TextParagraph, *, size: Length | None = None) -> Iterator[Markup]:
        """The runs of *paragraph*; *size* where no list style gives one, as in tables."""
        number, words = _at_tab(paragraph.runs)
        for run in number:
            # Outside of the link: LibreOffice makes one field of a link, and loses the tab.
            yield from self._run(run, None, size, paragraph.bold)
        for run in words:
            yield from self._run(run, paragraph.scene, size, paragraph.bold)

    def _run(
        self, run: TextRun, scene: int | None, size: Length | None, bold: bool | None
    ) -> Iterator[Markup]:
        first, *others = run.text.split("\n")
        properties = self._properties(run, scene, size, bold)
        if first:
            yield element("a:r", properties, element("a:t", first))
        if not others:
            return
        # LibreOffice makes one field of a link that goes on over a break, and loses the break.
        style = run.style
        unlinked = run if style.link is None else replace(run, style=replace(style, link=None))
        a_break = element("a:br", self._properties(unlinked, None, size, bold))
        for line in others:
            yield a_break
            if line:
                yield element("a:r", properties, element("a:t", line))

    def _properties(
        self, run: TextRun, scene: int | None, size: Length | None, bold: bool | None
    ) -> Markup:
        style = run.style
        return element(
            "a:rPr",
            solid_fill(self.theme, run.colour) if run.colour else None,
            element("a:latin", typeface="Consolas") if style.code else None,
            self._link(run, scene),
            **language_attributes(run.text, self.language),
            sz=hundredths(height) if (height := run.size or size) else None,
            b=True if style.bold else bold,
            i=True if style.italic else None,
            u="none" if scene is not None else None,
            strike="sngStrike" if style.strike else None,
        )

    def _link(self, run: TextRun, scene: int | None) -> Markup | None:
        if scene is not None:
            target = self.part.relate("slide", self.slide_part(scene))
            return _link_in_colour_of_text(target, action="ppaction://hlinksldjump")
        if run.style.link is not None:
            target = self.part.relate("hyperlink", address(run.style.link), external=True)
            return _link_in_colour_of_text(target)
        return None


def _at_tab(runs: tuple[TextRun, ...]) -> tuple[tuple[TextRun, ...], tuple[TextRun, ...]]:
    """The runs of a number with the tab that it hangs by, and the runs behind."""
    for index, run in enumerate(runs):
        before, tab, behind = run.text.partition("\t")
        if tab:
            number, words = replace(run, text=before), replace(run, text=behind)
            # In a run of its own, or LibreOffice gives a link behind it the number's colour.
            return (*runs[:index], number, TextRun(tab)), (words, *runs[index + 1 :])
    return (), runs


IN_COLOUR_OF_TEXT = element(
    "a:extLst",
    element(
        "a:ext",
        element("ahyp:hlinkClr", xmlns_ahyp=NAMESPACES["ahyp"], val="tx"),
        uri="{A12FA001-AC4F-418D-AE19-62706E023703}",
    ),
)
"""PowerPoint paints links in one theme colour, which no ground but the palest can bear.

[MS-ODRAWXML] hlinkClr: `tx` is the colour of the text instead.
"""


def _link_in_colour_of_text(relation: str, *, action: str | None = None) -> Markup:
    return element("a:hlinkClick", IN_COLOUR_OF_TEXT, r_id=relation, action=action)


def paragraph_properties(paragraph: TextParagraph) -> Markup | None:
    """None for a paragraph of the first level that has the level's bullet.

    Without it the indent still hangs, so that a number stands where the bullet would.
    """
    hanging = paragraph.hanging
    if paragraph.bullet and paragraph.level == 1 and hanging is None:
        return None
    return element(
        "a:pPr",
        None if paragraph.bullet else element("a:buNone"),
        marL=hanging.indent if hanging else None,
        indent=-hanging.hang if hanging else None,
        lvl=paragraph.level - 1 or None,
    )


def address(link: str) -> str:
    """A link as a relation may hold it: PowerPoint finds fault with a file for a stray blank."""
    return quote(link, safe=":/?#[]@!$&'()*+,;=%~")


HAN = compiled(
    "[\u2e80-\u303f\u3100-\u312f\u31a0-\u31ef\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
)
LATIN = compiled("[A-Za-z\u00c0-\u024f]")


def language_of(text: str, language: Language) -> Language:
    """The language of a run in a deck of that *language*: line breaking and proofing go by it."""
    if HAN.search(text):
        return language if language.startswith("zh") else "zh-CN"
    if LATIN.search(text):
        return language if language.startswith("en") else "en-US"
    return language


def language_attributes(text: str, language: Language) -> dict[str, str]:
    lang = language_of(text, language)
    other = "en" if lang.startswith("zh") else "zh"
    fallback = {"en": "en-US", "zh": "zh-CN"}[other]
    return {"lang": lang, "altLang": language if language.startswith(other) else fallback}
