"""A theme's PowerPoint templates, built from its file.

They are real ones: master, layouts, notes master and table style open in
PowerPoint's Slide Master view and may be edited there.
"""

from __future__ import annotations

from slidegen.theme import Theme
from slidegen.theme_entries import ThemeFile
from slidegen.writing.markup import Markup, element, serialised
from slidegen.writing.package import Package, Part
from slidegen.writing.properties import set_properties
from slidegen.writing.templating.masters import FIRST_LAYOUT_ID, MasterWriter
from slidegen.writing.templating.notes_master import NOTES_PAGE, notes_master
from slidegen.writing.templating.prompts import Prompts
from slidegen.writing.templating.table_styles import table_styles
from slidegen.writing.templating.text_styles import default_levels
from slidegen.writing.templating.theme_part import theme_part

PRESENTATION_TYPE = "application/vnd.openxmlformats-officedocument.presentationml."
THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"


def build_template(file: ThemeFile, theme: Theme) -> bytes:
    """The template of *theme*, which is *file* in one aspect.

    It is stored uncompressed, so that it comes out the same under every version of zlib.
    """
    package = Package()
    presentation = _add(package, "ppt/presentation.xml", "presentation.main")
    package.root.relate("officeDocument", presentation.name)
    master = _add(package, "ppt/slideMasters/slideMaster1.xml", "slideMaster")
    layouts = _add_layouts(package, file, theme, master)
    notes = _add(
        package,
        "ppt/notesMasters/notesMaster1.xml",
        "notesMaster",
        notes_master(theme, Prompts(file.language)),
    )
    # PowerPoint wants a theme part for each master, the notes master's own too.
    for number, owner in enumerate((master, notes), start=1):
        name = f"ppt/theme/theme{number}.xml"
        package.add(name, THEME_TYPE, serialised(theme_part(file, theme)))
        owner.relate("theme", name)
    master.data = serialised(MasterWriter(file, theme).master(layouts))
    properties: tuple[tuple[str, Markup], ...] = (
        ("presProps", element("p:presentationPr")),
        ("viewProps", view_properties()),
        ("tableStyles", table_styles(theme)),
    )
    presentation.data = serialised(
        _presentation(
            theme,
            master=presentation.relate("slideMaster", master.name),
            notes=presentation.relate("notesMaster", notes.name),
        )
    )
    presentation.relate("theme", "ppt/theme/theme1.xml")
    for kind, root in properties:
        presentation.relate(kind, _add(package, f"ppt/{kind}.xml", kind, root).name)
    title = file.title.zh if file.language.startswith("zh") else file.title.en
    set_properties(package, title=title, author="", language=file.language, slides=0, notes=0)
    return package.to_bytes(compressed=False)


def _add(package: Package, name: str, kind: str, root: Markup | None = None) -> Part:
    data = b"" if root is None else serialised(root)
    return package.add(name, f"{PRESENTATION_TYPE}{kind}+xml", data)


def _add_layouts(package: Package, file: ThemeFile, theme: Theme, master: Part) -> tuple[str, ...]:
    """The ids of the master's relations to them."""
    relations = []
    for number, layout in enumerate(theme.layouts, start=1):
        part = _add(
            package,
            f"ppt/slideLayouts/slideLayout{number}.xml",
            "slideLayout",
            MasterWriter(file, theme).layout(layout, file.layouts[layout.name]),
        )
        part.relate("slideMaster", master.name)
        relations.append(master.relate("slideLayout", part.name))
    return tuple(relations)


def _presentation(theme: Theme, *, master: str, notes: str) -> Markup:
    return element(
        "p:presentation",
        element("p:sldMasterIdLst", element("p:sldMasterId", id=FIRST_LAYOUT_ID - 1, r_id=master)),
        element("p:notesMasterIdLst", element("p:notesMasterId", r_id=notes)),
        element("p:sldSz", cx=theme.width, cy=theme.height),
        element("p:notesSz", cx=NOTES_PAGE.width, cy=NOTES_PAGE.height),
        element("p:defaultTextStyle", *default_levels(18)),
        saveSubsetFonts=True,
        autoCompressPictures=False,
    )


def view_properties() -> Markup:
    """Opens with room for the notes below the slide."""
    return element(
        "p:viewPr",
        element(
            "p:normalViewPr",
            element("p:restoredLeft", sz=16_000),
            element("p:restoredTop", sz=76_000),
        ),
    )
