"""The theme part: what PowerPoint offers in its lists of theme colours and theme fonts."""

from __future__ import annotations

from slidegen.theme import Theme
from slidegen.theme_entries import ThemeFile
from slidegen.writing.markup import Markup, element

PANOSE = {"Arial": "020B0604020202020204", "微软雅黑": "020B0503020204020204"}
"""By these ten figures a program finds the nearest font where one is not installed."""
CHINESE_CHARSET = -122
SANS_SERIF_FAMILY = 34


def theme_part(file: ThemeFile, theme: Theme) -> Markup:
    """Colours, fonts and the formats that PowerPoint demands."""
    return element(
        "a:theme",
        element(
            "a:themeElements",
            element(
                "a:clrScheme",
                (
                    element(f"a:{slot}", element("a:srgbClr", val=theme.colour(shown)))
                    for slot, shown in theme.scheme
                ),
                name=file.title.zh,
            ),
            _fonts(file),
            format_scheme(file.title.zh),
        ),
        element("a:objectDefaults"),
        element("a:extraClrSchemeLst"),
        name=file.title.zh,
    )


def _fonts(file: ThemeFile) -> Markup:
    fonts = file.fonts
    return element(
        "a:fontScheme",
        _font(file, "a:majorFont", fonts.heading_latin, fonts.heading_east_asian),
        _font(file, "a:minorFont", fonts.latin, fonts.east_asian),
        name=file.title.zh,
    )


def _font(file: ThemeFile, tag: str, latin: str, east_asian: str) -> Markup:
    family = SANS_SERIF_FAMILY if latin in PANOSE else None
    chinese = SANS_SERIF_FAMILY if east_asian in PANOSE else None
    return element(
        tag,
        element("a:latin", typeface=latin, panose=PANOSE.get(latin), pitchFamily=family),
        element(
            "a:ea",
            typeface=east_asian,
            panose=PANOSE.get(east_asian),
            pitchFamily=chinese,
            charset=CHINESE_CHARSET if chinese else None,
        ),
        element("a:cs", typeface=""),
        (
            element("a:font", script=script, typeface=typeface)
            for script, typeface in file.fonts.scripts.items()
        ),
    )


def format_scheme(name: str) -> Markup:
    """Flat fills and plain lines: PowerPoint demands three of each."""

    def fill() -> Markup:
        return element("a:solidFill", element("a:schemeClr", val="phClr"))

    return element(
        "a:fmtScheme",
        element("a:fillStyleLst", (fill() for _ in range(3))),
        element(
            "a:lnStyleLst",
            (
                element(
                    "a:ln",
                    fill(),
                    element("a:prstDash", val="solid"),
                    w=width,
                )
                for width in (6_350, 12_700, 19_050)
            ),
        ),
        element(
            "a:effectStyleLst",
            (element("a:effectStyle", element("a:effectLst")) for _ in range(3)),
        ),
        element("a:bgFillStyleLst", (fill() for _ in range(3))),
        name=name,
    )
