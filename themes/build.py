"""Build the PowerPoint templates of a theme from its `theme.toml`.

    python themes/build.py [FOLDER ...]

Without arguments, those of all themes beside this file. The templates are
real ones: master, layouts, notes master and table style open in PowerPoint's
Slide Master view and may be edited there. They are stored uncompressed, so
that building them again gives the same bytes under every version of zlib.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import get_args

from slidegen.options import Aspect
from slidegen.outline import Language
from slidegen.theme import Layout, LayoutName, Slot, Theme
from slidegen.theme_entries import (
    GroundEntry,
    LayoutEntry,
    OrnamentEntry,
    SlotEntry,
    TextEntry,
    ThemeFile,
)
from slidegen.theme_file import FILE, read_theme_file, template_name, theme_of
from slidegen.units import Length, Rect
from slidegen.writing.drawing_text import ALIGNS, ANCHORS, hundredths, spacing
from slidegen.writing.markup import Element, colour, element, serialised, solid_fill
from slidegen.writing.package import Package, Part
from slidegen.writing.properties import set_properties
from slidegen.writing.sections import guid
from slidegen.writing.slides import (
    NUMBER_FIELD,
    group_properties,
    named,
    placeholder,
    rectangle,
    transform,
)

LANGUAGE: Language = "zh-CN"
PRESENTATION_TYPE = "application/vnd.openxmlformats-officedocument.presentationml."
NOTES_SIZE = Rect.of_inches(0, 0, 7.5, 10)
MASTER_LAYOUT: LayoutName = "content"
"""The master looks like this layout, whose ornaments the others inherit."""
MASTER_SLOTS = ("title", "body", "footer", "slide-number")
"""The placeholders that a master has; a layout says only where its own differ."""

PANOSE = {"Arial": "020B0604020202020204", "微软雅黑": "020B0503020204020204"}
"""By these ten figures a program finds the nearest font where one is not installed."""
CHINESE_CHARSET = -122
SANS_SERIF_FAMILY = 34

PROMPTS = {
    "title": "单击此处编辑标题",
    "subtitle": "单击此处编辑副标题",
    "occasion": "会议或场合",
    "speaker": "报告人",
    "date": "日期",
    "classification": "密级",
    "logo": "标志",
    "number": "一",
    "kicker": "所属章节",
    "caption": "图片说明",
    "footer": "页脚",
}
"""What an empty placeholder says to whoever uses the layout by hand."""
LEVELS = ("单击此处编辑文本", "第二级", "第三级", "第四级", "第五级")


def build(folder: Path) -> dict[str, bytes]:
    """The templates of the theme in *folder*, by the names of their files."""
    file = read_theme_file(folder)
    return {
        template_name(aspect): Template(file, theme_of(file, folder, aspect)).to_bytes()
        for aspect in get_args(Aspect)
    }


class Template:
    def __init__(self, file: ThemeFile, theme: Theme) -> None:
        self.file = file
        self.theme = theme
        self.areas = file.geometry[theme.aspect].areas
        self.last_id = 1

    def to_bytes(self) -> bytes:
        package = Package()
        presentation = _add(package, "ppt/presentation.xml", "presentation.main", None)
        package.root.relate("officeDocument", presentation.name)
        master = _add(package, "ppt/slideMasters/slideMaster1.xml", "slideMaster", None)
        layouts = [
            self._add_layout(package, number, layout, master)
            for number, layout in enumerate(self.theme.layouts, start=1)
        ]
        self._add_theme(package, "ppt/theme/theme1.xml", master)
        notes = _add(package, "ppt/notesMasters/notesMaster1.xml", "notesMaster", self.notes())
        self._add_theme(package, "ppt/theme/theme2.xml", notes)
        master.data = serialised(self.master(master, layouts))
        master_id = presentation.relate("slideMaster", master.name)
        notes_id = presentation.relate("notesMaster", notes.name)
        for name, kind, root in (
            ("presProps", "presProps", element("p:presentationPr")),
            ("viewProps", "viewProps", view_properties()),
            ("tableStyles", "tableStyles", self.table_styles()),
        ):
            presentation.relate(kind, _add(package, f"ppt/{name}.xml", kind, root).name)
        presentation.relate("theme", "ppt/theme/theme1.xml")
        presentation.data = serialised(self.presentation(master_id, notes_id))
        set_properties(
            package,
            title=self.file.title.zh,
            author="",
            language=LANGUAGE,
            slides=0,
            notes=0,
        )
        return package.to_bytes(compressed=False)

    # --- the presentation and what all of it shares ---

    def presentation(self, master_id: str, notes_id: str) -> Element:
        return element(
            "p:presentation",
            element("p:sldMasterIdLst", element("p:sldMasterId", id=2_147_483_648, r_id=master_id)),
            element("p:notesMasterIdLst", element("p:notesMasterId", r_id=notes_id)),
            element("p:sldSz", cx=self.theme.width, cy=self.theme.height),
            element("p:notesSz", cx=NOTES_SIZE.width, cy=NOTES_SIZE.height),
            element("p:defaultTextStyle", *default_levels(18)),
            saveSubsetFonts=True,
            autoCompressPictures=False,
        )

    def _add_theme(self, package: Package, name: str, owner: Part) -> None:
        kind = "application/vnd.openxmlformats-officedocument.theme+xml"
        package.add(name, kind, serialised(self.theme_part()))
        owner.relate("theme", name)

    def theme_part(self) -> Element:
        return element(
            "a:theme",
            element(
                "a:themeElements",
                element(
                    "a:clrScheme",
                    (
                        element(f"a:{slot}", element("a:srgbClr", val=self.theme.colour(shown)))
                        for slot, shown in self.theme.scheme
                    ),
                    name=self.file.title.zh,
                ),
                self._fonts(),
                format_scheme(self.file.title.zh),
            ),
            element("a:objectDefaults"),
            element("a:extraClrSchemeLst"),
            name=self.file.title.zh,
        )

    def _fonts(self) -> Element:
        fonts = self.theme.fonts
        return element(
            "a:fontScheme",
            self._font("a:majorFont", fonts.heading_latin, fonts.heading_east_asian),
            self._font("a:minorFont", fonts.latin, fonts.east_asian),
            name=self.file.title.zh,
        )

    def _font(self, tag: str, latin: str, east_asian: str) -> Element:
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
                for script, typeface in self.file.fonts.scripts.items()
            ),
        )

    def table_styles(self) -> Element:
        """The theme's own table style, which new tables in PowerPoint take as well."""
        style = self.theme.table
        identity = guid(f"table style of {self.theme.name}")
        borders = element(
            "a:tcBdr",
            element("a:left", no_line()),
            element("a:right", no_line()),
            element("a:top", self._line(style.rule, 0.75)),
            element("a:bottom", self._line(style.head_fill, 1.5)),
            element("a:insideH", self._line(style.rule, 0.75)),
        )
        return element(
            "a:tblStyleLst",
            element(
                "a:tblStyle",
                element(
                    "a:wholeTbl",
                    table_text(colour(self.theme, style.text), bold=False),
                    element("a:tcStyle", borders, element("a:fill", element("a:noFill"))),
                ),
                element("a:band2H", self._cell_fill(style.band_fill)),
                element(
                    "a:firstRow",
                    table_text(colour(self.theme, style.head_text), bold=True),
                    self._cell_fill(style.head_fill),
                ),
                styleId=identity,
                styleName=self.file.title.zh,
            ),
            **{"def": identity},
        )

    def _cell_fill(self, name: str) -> Element:
        fill = element("a:fill", solid_fill(self.theme, name))
        return element("a:tcStyle", element("a:tcBdr"), fill)

    def _line(self, name: str, points: float) -> Element:
        return element("a:ln", solid_fill(self.theme, name), w=Length.points(points))

    # --- master and layouts ---

    def master(self, part: Part, layouts: Iterable[Part]) -> Element:
        model = self.theme.layout(MASTER_LAYOUT)
        entry = self.file.layouts[MASTER_LAYOUT]
        identities = {layout.name: part.relate("slideLayout", layout.name) for layout in layouts}
        self.last_id = 1
        slots = (model.slot(name) for name in MASTER_SLOTS)
        return element(
            "p:sldMaster",
            element(
                "p:cSld",
                self.ground(entry),
                element(
                    "p:spTree",
                    *group_properties(),
                    self.ornaments(entry.ornaments),
                    (self.placeholder_shape(model, slot, on_master=True) for slot in slots),
                ),
            ),
            colour_map(),
            element(
                "p:sldLayoutIdLst",
                (
                    element("p:sldLayoutId", id=2_147_483_649 + number, r_id=identity)
                    for number, identity in enumerate(identities.values())
                ),
            ),
            element("p:hf", hdr=False, dt=False),
            element(
                "p:txStyles",
                element("p:titleStyle", self.levels("page-title", "+mj", 1)),
                element("p:bodyStyle", self.levels("body", "+mn", 9)),
                element("p:otherStyle", *default_levels(18)),
            ),
        )

    def _add_layout(self, package: Package, number: int, layout: Layout, master: Part) -> Part:
        entry = self.file.layouts[layout.name]
        part = _add(
            package,
            f"ppt/slideLayouts/slideLayout{number}.xml",
            "slideLayout",
            self.layout(layout, entry),
        )
        part.relate("slideMaster", master.name)
        return part

    def layout(self, layout: Layout, entry: LayoutEntry) -> Element:
        inherited = self.file.layouts[MASTER_LAYOUT].ornaments
        inherits = entry.ornaments[: len(inherited)] == inherited
        own = entry.ornaments[len(inherited) :] if inherits else entry.ornaments
        self.last_id = 1
        return element(
            "p:sldLayout",
            element(
                "p:cSld",
                self.ground(entry)
                if entry.ground != self.file.layouts[MASTER_LAYOUT].ground
                else None,
                element(
                    "p:spTree",
                    *group_properties(),
                    self.ornaments(own),
                    (self.placeholder_shape(layout, slot) for slot in layout.slots),
                ),
                name=layout.title,
            ),
            element("p:clrMapOvr", element("a:masterClrMapping")),
            type=entry.type,
            preserve=True,
            showMasterSp=None if inherits else False,
            userDrawn=True,
        )

    def ground(self, entry: LayoutEntry) -> Element:
        ground = self.file.grounds[entry.ground]
        return element("p:bg", element("p:bgPr", self._ground_fill(ground), element("a:effectLst")))

    def _ground_fill(self, ground: GroundEntry) -> Element:
        if len(ground.stops) == 1:
            return solid_fill(self.theme, ground.stops[0].colour)
        return gradient(
            ((stop.at, colour(self.theme, stop.colour)) for stop in ground.stops), ground.angle
        )

    def ornaments(self, groups: Iterable[str]) -> Iterator[Element]:
        for group in groups:
            for ornament in self.file.ornaments[group]:
                yield self._ornament(ornament)

    def _ornament(self, ornament: OrnamentEntry) -> Element:
        start = colour(self.theme, ornament.fill, opacity=ornament.opacity)
        fill = element("a:solidFill", start)
        if ornament.to is not None:
            end = colour(self.theme, ornament.to, opacity=ornament.to_opacity)
            fill = gradient(((0, start), (100, end)), ornament.angle)
        return element(
            "p:sp",
            element(
                "p:nvSpPr",
                named(self._next_id(), ornament.name, decorative=True),
                element("p:cNvSpPr"),
                element("p:nvPr", userDrawn=True),
            ),
            element(
                "p:spPr",
                transform("a:xfrm", Rect.of_inches(*self.areas[ornament.area])),
                rectangle(),
                fill,
                no_line(),
            ),
        )

    def placeholder_shape(self, layout: Layout, slot: Slot, *, on_master: bool = False) -> Element:
        entry = self.file.layouts[layout.name].slots[slot.name]
        on_model = self.file.layouts[MASTER_LAYOUT].slots.get(slot.name)
        inherits = not on_master and entry == on_model and slot.name in MASTER_SLOTS
        held = prompted(placeholder(layout, slot), slot)
        if on_master and slot.name == "body":
            held = element("p:ph", type="body", idx=slot.idx)
        return element(
            "p:sp",
            element(
                "p:nvSpPr",
                named(self._next_id(), slot_title(slot)),
                element("p:cNvSpPr", element("a:spLocks", noGrp=True)),
                element("p:nvPr", held),
            ),
            element("p:spPr") if inherits else self._frame(slot, entry),
            element(
                "p:txBody",
                element("a:bodyPr") if inherits else body_properties(slot),
                element("a:lstStyle")
                if inherits or entry.text is None
                else element("a:lstStyle", self.levels(entry.text, None, level_count(slot))),
                prompt(slot),
            ),
        )

    def _frame(self, slot: Slot, entry: SlotEntry) -> Element:
        return element(
            "p:spPr",
            transform("a:xfrm", slot.area),
            rectangle(),
            self._line(entry.outline, 1.5) if entry.outline else None,
        )

    def levels(self, style: str, fonts: str | None, count: int) -> Iterator[Element]:
        """The levels of a text style; beyond its last one, that again."""
        text = self.file.text[style]
        for number in range(count):
            yield self._level(text, number, fonts)

    def _level(self, text: TextEntry, number: int, fonts: str | None) -> Element:
        index = min(number, len(text.levels) - 1)
        level, step = text.levels[index], text.steps[0]
        pitch, gap = Length.points(step.pitch[index]), Length.points(step.gap[index])
        return element(
            f"a:lvl{number + 1}pPr",
            *spacing(pitch, gap),
            element("a:buClr", colour(self.theme, level.bullet_colour or level.colour))
            if level.bullet
            else None,
            element("a:buFont", typeface=self.theme.fonts.latin) if level.bullet else None,
            element("a:buChar", char=level.bullet) if level.bullet else element("a:buNone"),
            element(
                "a:defRPr",
                solid_fill(self.theme, level.colour),
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

    def _next_id(self) -> int:
        self.last_id += 1
        return self.last_id

    # --- notes ---

    def notes(self) -> Element:
        self.last_id = 1
        picture, text, number = notes_areas(self.theme)
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
                    self._slide_picture(picture),
                    self._notes_text(
                        "备注",
                        element("p:ph", type="body", sz="quarter", idx=3),
                        text,
                        element("a:lstStyle"),
                        element("a:p", run(LEVELS[0])),
                    ),
                    self._notes_text(
                        "页码",
                        element("p:ph", type="sldNum", sz="quarter", idx=5),
                        number,
                        element("a:lstStyle", small),
                        number_paragraph(),
                    ),
                ),
            ),
            colour_map(),
            element("p:notesStyle", *default_levels(12, pitch=18, gap=6)),
        )

    def _slide_picture(self, area: Rect) -> Element:
        return element(
            "p:sp",
            element(
                "p:nvSpPr",
                named(self._next_id(), "幻灯片图像"),
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
                self._line("rule", 0.75),
            ),
        )

    def _notes_text(
        self, name: str, held: Element, area: Rect, style: Element, paragraph: Element
    ) -> Element:
        return element(
            "p:sp",
            element(
                "p:nvSpPr",
                named(self._next_id(), name),
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


LINE_BREAKING = {"eaLnBrk": True, "latinLnBrk": False, "hangingPunct": False}
"""Chinese rules for line ends, Latin words whole, and nothing beyond the frame's edge."""


def _add(package: Package, name: str, kind: str, root: Element | None) -> Part:
    data = b"" if root is None else serialised(root)
    return package.add(name, f"{PRESENTATION_TYPE}{kind}+xml", data)


def font_references(prefix: str | None) -> tuple[Element, ...]:
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
) -> Iterator[Element]:
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


def colour_map() -> Element:
    accents = {f"accent{number}": f"accent{number}" for number in range(1, 7)}
    return element(
        "p:clrMap",
        bg1="lt1",
        tx1="dk1",
        bg2="lt2",
        tx2="dk2",
        **accents,
        hlink="hlink",
        folHlink="folHlink",
    )


def no_line() -> Element:
    return element("a:ln", element("a:noFill"))


def gradient(stops: Iterable[tuple[float, Element]], angle: float) -> Element:
    return element(
        "a:gradFill",
        element("a:gsLst", (element("a:gs", shade, pos=round(at * 1000)) for at, shade in stops)),
        element("a:lin", ang=round(angle * 60_000), scaled=False),
        rotWithShape=True,
    )


def format_scheme(name: str) -> Element:
    """Flat fills and plain lines: PowerPoint demands three of each."""

    def fill() -> Element:
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


def table_text(shade: Element, *, bold: bool) -> Element:
    return element(
        "a:tcTxStyle",
        element("a:fontRef", element("a:prstClr", val="black"), idx="minor"),
        shade,
        b="on" if bold else "off",
    )


def view_properties() -> Element:
    """Opens with room for the notes below the slide."""
    return element(
        "p:viewPr",
        element(
            "p:normalViewPr",
            element("p:restoredLeft", sz=16_000),
            element("p:restoredTop", sz=76_000),
        ),
    )


def body_properties(slot: Slot) -> Element:
    """No insets, so that the placeholder's area is the text's; no shrinking, since it fits."""
    return element(
        "a:bodyPr",
        element("a:noAutofit"),
        vert="horz",
        wrap="square",
        lIns=0,
        tIns=0,
        rIns=0,
        bIns=0,
        rtlCol=False,
        anchor=ANCHORS[slot.anchor],
    )


def level_count(slot: Slot) -> int:
    """As many levels as the prompt shows; a slot of one level has no lower ones."""
    return len(LEVELS) if len(slot.levels) > 1 else 1


def slot_title(slot: Slot) -> str:
    return {"slide-number": "页码", "footer": "页脚", "title": "标题"}.get(
        slot.kind, PROMPTS.get(slot.name, "文本")
    )


def prompted(held: Element, slot: Slot) -> Element:
    if slot.name in PROMPTS and slot.kind not in ("title", "footer", "picture"):
        held.set("hasCustomPrompt", "1")
    return held


def prompt(slot: Slot) -> list[Element]:
    match slot.kind:
        case "slide-number":
            return [number_paragraph()]
        case "body" | "subtitle" if slot.name not in PROMPTS and len(slot.levels) > 1:
            return [
                element("a:p", element("a:pPr", lvl=level) if level else None, run(words))
                for level, words in enumerate(LEVELS)
            ]
        case "table" | "picture":
            return [element("a:p", element("a:endParaRPr", lang=LANGUAGE))]
        case _:
            return [element("a:p", run(PROMPTS.get(slot.name, LEVELS[0])))]


def run(words: str) -> Element:
    return element("a:r", element("a:rPr", lang=LANGUAGE), element("a:t", words))


def number_paragraph() -> Element:
    return element(
        "a:p",
        element(
            "a:fld",
            element("a:rPr", lang=LANGUAGE),
            element("a:t", "‹#›"),
            id=NUMBER_FIELD,
            type="slidenum",
        ),
    )


def notes_areas(theme: Theme) -> tuple[Rect, Rect, Rect]:
    """The picture of the slide, the text below it, the number in the corner."""
    page = NOTES_SIZE.inset(Length.inches(0.75))
    height = page.width * theme.height.ratio(theme.width)
    if height > page.height / 2:
        height = page.height / 2
    width = height * theme.width.ratio(theme.height)
    picture = Rect(page.left + (page.width - width) / 2, page.top, width, height)
    _, below = page.cut_top(height, gap=Length.inches(0.3))
    text, number = below.cut_top(below.height - Length.inches(0.5), gap=Length.inches(0.2))
    return picture, text, number


def main(arguments: list[str]) -> None:
    here = Path(__file__).parent
    folders = [Path(name) for name in arguments] or sorted(
        path.parent for path in here.glob(f"*/{FILE}")
    )
    for folder in folders:
        for name, data in build(folder).items():
            (folder / name).write_bytes(data)
            print(folder / name)


if __name__ == "__main__":
    main(sys.argv[1:])
