"""The theme's table style: head, bands and rules of every table, also of those made by hand."""

from __future__ import annotations

from slidegen.theme import Theme
from slidegen.writing.markup import Markup, colour, element, solid_fill
from slidegen.writing.sections import guid
from slidegen.writing.templating.fills import line, no_line


def table_styles(theme: Theme) -> Markup:
    """The theme's own table style, which new tables in PowerPoint take as well."""
    style = theme.table
    identity = guid(f"table style of {theme.name}")
    borders = element(
        "a:tcBdr",
        element("a:left", no_line()),
        element("a:right", no_line()),
        element("a:top", line(theme, style.rule, 0.75)),
        element("a:bottom", line(theme, style.head_fill, 1.5)),
        element("a:insideH", line(theme, style.rule, 0.75)),
    )
    return element(
        "a:tblStyleLst",
        element(
            "a:tblStyle",
            element(
                "a:wholeTbl",
                _text(colour(theme, style.text), bold=False),
                element("a:tcStyle", borders, element("a:fill", element("a:noFill"))),
            ),
            element("a:band2H", _cell_fill(theme, style.band_fill)),
            element(
                "a:firstRow",
                _text(colour(theme, style.head_text), bold=True),
                _cell_fill(theme, style.head_fill),
            ),
            styleId=identity,
            styleName=theme.title.zh,
        ),
        **{"def": identity},
    )


def _cell_fill(theme: Theme, name: str) -> Markup:
    fill = element("a:fill", solid_fill(theme, name))
    return element("a:tcStyle", element("a:tcBdr"), fill)


def _text(shade: Markup, *, bold: bool) -> Markup:
    return element(
        "a:tcTxStyle",
        element("a:fontRef", element("a:prstClr", val="black"), idx="minor"),
        shade,
        b="on" if bold else "off",
    )
