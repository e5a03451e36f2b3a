"""List styles of placeholders, masters and notes: a theme's text styles in PowerPoint's terms."""

from __future__ import annotations

from collections.abc import Iterator

from slidegen.theme import Theme
from slidegen.theme_entries import TextEntry
from slidegen.units import Length
from slidegen.writing.drawing_text import ALIGNS, LINE_BREAKING, hundredths, spacing
from slidegen.writing.markup import Markup, colour, element, solid_fill


def levels(
    theme: Theme, text: TextEntry, count: int, *, fonts: str | None = None
) -> Iterator[Markup]:
    """*count* levels of a text style; beyond its last one, that again.

    *fonts* as in `font_references`; None leaves the fonts to the master.
    """
    for number in range(count):
        yield _level(theme, text, number, fonts)


def _level(theme: Theme, text: TextEntry, number: int, fonts: str | None) -> Markup:
    index = min(number, len(text.levels) - 1)
    level, step = text.levels[index], text.steps[0]
    pitch, gap = Length.points(step.pitch[index]), Length.points(step.gap[index])
    return element(
        f"a:lvl{number + 1}pPr",
        *spacing(pitch, gap),
        element("a:buClr", colour(theme, level.bullet_colour or level.colour))
        if level.bullet
        else None,
        element("a:buFont", typeface=theme.fonts.latin) if level.bullet else None,
        element("a:buChar", char=level.bullet) if level.bullet else element("a:buNone"),
        element(
            "a:defRPr",
            solid_fill(theme, level.colour),
            font_references(fonts),
            sz=hundredths(Length.points(step.size[index])),
            b=level.bold,
            kern=1200 if fonts else None,
        ),
        marL=Length.inches(level.indent),
        indent=-Length.inches(level.hang),
        algn=ALIGNS[text.align],
        defTabSz=914_400 if fonts else None,
        rtl=False if fonts else None,
        **LINE_BREAKING,
    )


def font_references(prefix: str | None) -> tuple[Markup, ...]:
    """Fonts by their place in the theme: `+mj` for headings, `+mn` for text."""
    if prefix is None:
        return ()
    return (
        element("a:latin", typeface=f"{prefix}-lt"),
        element("a:ea", typeface=f"{prefix}-ea"),
        element("a:cs", typeface=f"{prefix}-cs"),
    )


def default_levels(
    points: float, *, pitch: float | None = None, gap: float = 0
) -> Iterator[Markup]:
    """Nine plain levels for text that is in no placeholder."""
    for level in range(9):
        yield element(
            f"a:lvl{level + 1}pPr",
            *(spacing(Length.points(pitch), Length.points(gap)) if pitch else ()),
            element(
                "a:defRPr",
                element("a:solidFill", element("a:schemeClr", val="tx1")),
                font_references("+mn"),
                sz=round(points * 100),
                kern=1200,
            ),
            marL=457_200 * level,
            algn="l",
            defTabSz=914_400,
            rtl=False,
            **LINE_BREAKING,
        )
