"""The notes page: the slide above, room for the speech below."""

from __future__ import annotations

from slidegen.theme import Theme
from slidegen.units import Length, Rect
from slidegen.writing.markup import Markup, element
from slidegen.writing.slides import group_properties, named, rectangle, transform
from slidegen.writing.templating.fills import line
from slidegen.writing.templating.masters import colour_map
from slidegen.writing.templating.prompts import Prompts
from slidegen.writing.templating.text_styles import default_levels

NOTES_PAGE = Rect.of_inches(0, 0, 7.5, 10)


def notes_master(theme: Theme, prompts: Prompts) -> Markup:
    picture, text, number = _areas(theme)
    white = element("a:solidFill", element("a:srgbClr", val="FFFFFF"))
    small = element("a:lvl1pPr", element("a:defRPr", sz=1000), algn="r")
    return element(
        "p:notesMaster",
        element(
            "p:cSld",
            element("p:bg", element("p:bgPr", white, element("a:effectLst"))),
            element(
                "p:spTree",
                *group_properties(),
                _slide_picture(theme, picture, prompts),
                _text(
                    3,
                    prompts.name("notes"),
                    element("p:ph", type="body", sz="quarter", idx=3),
                    text,
                    element("a:lstStyle"),
                    prompts.text(),
                ),
                _text(
                    4,
                    prompts.name("slide-number"),
                    element("p:ph", type="sldNum", sz="quarter", idx=5),
                    number,
                    element("a:lstStyle", small),
                    prompts.number(),
                ),
            ),
        ),
        colour_map(),
        element("p:notesStyle", *default_levels(12, pitch=18, gap=6)),
    )


def _slide_picture(theme: Theme, area: Rect, prompts: Prompts) -> Markup:
    return element(
        "p:sp",
        element(
            "p:nvSpPr",
            named(2, prompts.name("slide-picture")),
            element(
                "p:cNvSpPr",
                element("a:spLocks", noGrp=True, noRot=True, noChangeAspect=True),
            ),
            element("p:nvPr", element("p:ph", type="sldImg", idx=2)),
        ),
        element(
            "p:spPr",
            transform("a:xfrm", area),
            rectangle(),
            element("a:noFill"),
            line(theme, "rule", 0.75),
        ),
    )


def _text(
    identity: int, name: str, held: Markup, area: Rect, style: Markup, paragraph: Markup
) -> Markup:
    return element(
        "p:sp",
        element(
            "p:nvSpPr",
            named(identity, name),
            element("p:cNvSpPr", element("a:spLocks", noGrp=True)),
            element("p:nvPr", held),
        ),
        element("p:spPr", transform("a:xfrm", area), rectangle()),
        element(
            "p:txBody",
            element("a:bodyPr", lIns=0, tIns=0, rIns=0, bIns=0),
            style,
            paragraph,
        ),
    )


def _areas(theme: Theme) -> tuple[Rect, Rect, Rect]:
    """The picture of the slide, the text below it, the number in the corner."""
    page = NOTES_PAGE.inset(Length.inches(0.75))
    height = page.width * theme.height.ratio(theme.width)
    if height > page.height / 2:
        height = page.height / 2
    width = height * theme.width.ratio(theme.height)
    picture = Rect(page.left + (page.width - width) / 2, page.top, width, height)
    _, below = page.cut_top(height, gap=Length.inches(0.3))
    text, number = below.cut_top(below.height - Length.inches(0.5), gap=Length.inches(0.2))
    return picture, text, number
