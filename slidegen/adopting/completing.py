"""What a deck needs and a stranger's template may lack: a notes master, a table style, fonts for
Chinese, a layout at all."""

from __future__ import annotations

from slidegen.adopting.opening import root_of
from slidegen.theme import Theme
from slidegen.writing.markup import Element, element, grown, qualified, serialised
from slidegen.writing.package import Package, Part
from slidegen.writing.slides import group_properties
from slidegen.writing.templating import PRESENTATION_TYPE, THEME_TYPE, view_properties
from slidegen.writing.templating.notes_master import NOTES_PAGE, notes_master
from slidegen.writing.templating.prompts import Prompts
from slidegen.writing.templating.table_styles import table_styles

CHINESE_FONT = "微软雅黑"
WITHOUT_CHINESE = (
    *("Arial", "Calibri", "DejaVu Sans", "DejaVu Serif", "Liberation Sans", "Liberation Serif"),
    *("Lucida Sans", "Segoe UI", "Tahoma", "Times New Roman"),
)
"""What LibreOffice, and some templates, name for Chinese all the same: each program then takes
whatever it finds, for the quotation marks another than for the words between them."""
BEFORE_NOTES = ("p:sldMasterIdLst",)
BEFORE_SIZE = ("p:sldMasterIdLst", "p:notesMasterIdLst", "p:handoutMasterIdLst", "p:sldIdLst")
"""What stands in the presentation before it (ECMA-376 19.2.1.26), as far as it is there."""
USUAL_SIZE = (9_144_000, 6_858_000)
"""Of a presentation that names none."""


def complete(package: Package, presentation: Part, theme: Theme, master_theme: Part) -> None:
    """Add what is missing, in the colours of *theme*; *master_theme* is the slides' own."""
    _add_notes_master(package, presentation, theme, master_theme)
    _add_table_style(package, presentation, theme)
    _add_properties(package, presentation)


def add_size(presentation: Part) -> None:
    root = root_of(presentation)
    if root.find(qualified("p:sldSz")) is None:
        width, height = USUAL_SIZE
        _insert(root, grown(element("p:sldSz", cx=width, cy=height)), BEFORE_SIZE)
        presentation.data = serialised(root)


def _add_notes_master(
    package: Package, presentation: Part, theme: Theme, master_theme: Part
) -> None:
    root = root_of(presentation)
    if presentation.related("notesMaster") is None:
        name = _free(package, "ppt/notesMasters/notesMaster{}.xml")
        part = package.add(
            name,
            f"{PRESENTATION_TYPE}notesMaster+xml",
            serialised(notes_master(theme, Prompts("zh-CN"))),
        )
        own = _free(package, "ppt/theme/theme{}.xml")
        copied = root_of(master_theme)
        for fill in copied.iter(qualified("a:blipFill")):
            # A picture would need a relation of its own; the notes page shows none.
            parent = fill.getparent()
            if parent is not None:
                parent.replace(fill, _plain_fill())
        package.add(own, THEME_TYPE, serialised(copied))
        part.relate("theme", own)
        presentation.relate("notesMaster", name)
    if root.find(qualified("p:notesMasterIdLst")) is None:
        listed = element(
            "p:notesMasterIdLst",
            element(
                "p:notesMasterId",
                r_id=presentation.relate("notesMaster", presentation.related("notesMaster") or ""),
            ),
        )
        _insert(root, grown(listed), BEFORE_NOTES)
    if root.find(qualified("p:notesSz")) is None:
        size = element("p:notesSz", cx=NOTES_PAGE.width, cy=NOTES_PAGE.height)
        _insert(root, grown(size), (*BEFORE_SIZE, "p:sldSz"))
    presentation.data = serialised(root)


def _plain_fill() -> Element:
    return grown(element("a:solidFill", element("a:schemeClr", val="phClr")))


def _add_table_style(package: Package, presentation: Part, theme: Theme) -> None:
    """Ours becomes the one for new tables; theirs stay in the list."""
    ours = table_styles(theme)
    name = presentation.related("tableStyles")
    if name is None:
        name = _free(package, "ppt/tableStyles{}.xml")
        package.add(name, f"{PRESENTATION_TYPE}tableStyles+xml", serialised(ours))
        presentation.relate("tableStyles", name)
        return
    part = package.parts[name]
    root = root_of(part)
    added = grown(ours)
    root.set("def", str(added.get("def")))
    root.extend(added)
    part.data = serialised(root)


def _add_properties(package: Package, presentation: Part) -> None:
    """Of the presentation and of its window: optional by the standard, but PowerPoint has been
    seen to offer a repair without them."""
    for kind, root in (
        ("presProps", element("p:presentationPr")),
        ("viewProps", view_properties()),
    ):
        if presentation.related(kind) is None:
            name = _free(package, f"ppt/{kind}{{}}.xml")
            package.add(name, f"{PRESENTATION_TYPE}{kind}+xml", serialised(root))
            presentation.relate(kind, name)


def add_chinese_fonts(part: Part) -> bool:
    """Name a font for Chinese where the theme has none that could be one: its own for simplified
    Chinese, else one that every office has. Whether that was needed."""
    root = root_of(part)
    added = False
    for family in ("a:majorFont", "a:minorFont"):
        for fonts in root.iter(qualified(family)):
            held = fonts.find(qualified("a:ea"))
            named = str(held.get("typeface", "")).strip() if held is not None else ""
            if held is not None and (not named or named in WITHOUT_CHINESE):
                own = next(
                    (
                        str(font.get("typeface"))
                        for font in fonts.findall(qualified("a:font"))
                        if font.get("script") == "Hans" and font.get("typeface")
                    ),
                    CHINESE_FONT,
                )
                held.set("typeface", own)
                added = True
    if added:
        part.data = serialised(root)
    return added


def fonts_of(theme: Element) -> tuple[str, str, str, str]:
    """Latin and East Asian for text, then for headings; empty where none is named."""
    found = []
    for family in ("a:minorFont", "a:majorFont"):
        for script in ("a:latin", "a:ea"):
            font = theme.find(f".//{qualified(family)}/{qualified(script)}")
            found.append(str(font.get("typeface", "")) if font is not None else "")
    latin, east_asian, heading_latin, heading_east_asian = found
    return latin, east_asian, heading_latin, heading_east_asian


def add_layout(package: Package, master: Part) -> None:
    """A layout with the master's own title, for a template that has none at all."""
    name = _free(package, "ppt/slideLayouts/slideLayout{}.xml")
    title = element(
        "p:sp",
        element(
            "p:nvSpPr",
            element("p:cNvPr", id=2, name="Title 1"),
            element("p:cNvSpPr", element("a:spLocks", noGrp=True)),
            element("p:nvPr", element("p:ph", type="title")),
        ),
        element("p:spPr"),
        element("p:txBody", element("a:bodyPr"), element("a:lstStyle"), element("a:p")),
    )
    layout = element(
        "p:sldLayout",
        element("p:cSld", element("p:spTree", *group_properties(), title), name="Title Only"),
        element("p:clrMapOvr", element("a:masterClrMapping")),
        type="titleOnly",
        preserve=True,
    )
    part = package.add(name, f"{PRESENTATION_TYPE}slideLayout+xml", serialised(layout))
    part.relate("slideMaster", master.name)
    root = root_of(master)
    listed = root.find(qualified("p:sldLayoutIdLst"))
    if listed is None:
        listed = grown(element("p:sldLayoutIdLst"))
        _insert(root, listed, ("p:cSld", "p:clrMap"))
    relation = master.relate("slideLayout", name)
    listed.append(grown(element("p:sldLayoutId", id=LAST_ID, r_id=relation)))
    master.data = serialised(root)


LAST_ID = 4_294_967_295
"""The largest that the schema allows: no other layout or master has it (ST_SlideLayoutId)."""


def _insert(root: Element, child: Element, before: tuple[str, ...]) -> None:
    """Behind the last of *before* that is there."""
    tags = {qualified(tag) for tag in before}
    at = max((index + 1 for index, found in enumerate(root) if found.tag in tags), default=0)
    root.insert(at, child)


def _free(package: Package, pattern: str) -> str:
    number = 1
    while pattern.format(number) in package.parts:
        number += 1
    return pattern.format(number)
