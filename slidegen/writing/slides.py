"""One scene as one slide: placeholders filled, nothing empty left behind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import assert_never

from slidegen.messages import Message, Tongue
from slidegen.outline import Language
from slidegen.scene import ChartItem, Item, PictureItem, Scene, ShapeItem, TableItem, TextItem
from slidegen.theme import Form, Layout, LayoutName, Ornament, Slot, SlotKind, Theme
from slidegen.units import Length, Rect
from slidegen.writing.charts import CHART_URI, add_chart
from slidegen.writing.drawing_text import ParagraphWriter, language_attributes
from slidegen.writing.dressing import body_properties, coloured, list_style
from slidegen.writing.furniture import colour_mapping, colour_runs, words_of_layout
from slidegen.writing.markup import (
    NAMESPACES,
    Element,
    Markup,
    element,
    parsed,
    serialised,
    solid_fill,
    spelt,
)
from slidegen.writing.media import Media
from slidegen.writing.package import Part
from slidegen.writing.sections import guid
from slidegen.writing.slot_names import slot_name
from slidegen.writing.tables import TABLE_URI, TableWriter

PLACEHOLDERS: Mapping[SlotKind, str] = {
    "title": "title",
    "subtitle": "subTitle",
    "body": "body",
    "picture": "pic",
    "table": "tbl",
    "chart": "chart",
    "footer": "ftr",
    "date": "dt",
    "slide-number": "sldNum",
}
"""What PowerPoint calls a placeholder of that kind."""

NAMES: Mapping[SlotKind | str, Message] = {
    "title": Message(en="Title", zh="标题"),
    "subtitle": Message(en="Subtitle", zh="副标题"),
    "body": Message(en="Text", zh="文本"),
    "picture": Message(en="Picture", zh="图片"),
    "table": Message(en="Table", zh="表格"),
    "chart": Message(en="Chart", zh="图表"),
    "footer": Message(en="Footer", zh="页脚"),
    "date": Message(en="Date", zh="日期"),
    "slide-number": Message(en="Slide number", zh="页码"),
    "ornament": Message(en="Ornament", zh="装饰"),
}
"""What a shape is called in PowerPoint's selection pane."""

UNGROUPED = element("p:cNvSpPr", element("a:spLocks", noGrp=True))
"""What PowerPoint says of a placeholder."""
DECORATIVE = element(
    "a:extLst",
    element(
        "a:ext",
        element("adec:decorative", xmlns_adec=NAMESPACES["adec"], val=True),
        uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}",
    ),
)
ROOT_ID = 1
OUTLINE = Length.points(1.5)
NUMBER_FIELD = guid("slide number")


CONTENTS: frozenset[tuple[LayoutName, int]] = frozenset(
    (("content", 1), ("two-content", 2), ("two-content", 4))
)
"""The layouts' places by `idx` that take tables and pictures as well as text."""


def placeholder(layout: Layout, slot: Slot, *, is_prompted: bool = False) -> Markup | None:
    """The element that ties a shape to its place in the layout; None where there is none.

    A `body` among the `CONTENTS` is PowerPoint's content placeholder, which has no type.
    *is_prompted*: on the layout itself, one that asks for its text in words of its own.
    """
    if slot.idx is None:
        return None
    if layout.part is not None:
        return element("p:ph", type=slot.type, idx=slot.idx or None)
    kind: str | None = PLACEHOLDERS[slot.kind]
    if slot.kind == "title" and layout.name == "cover":
        kind = "ctrTitle"
    if slot.kind == "body" and (layout.name, slot.idx) in CONTENTS:
        kind = None
    return element(
        "p:ph",
        type=kind,
        sz="quarter" if slot.kind in ("footer", "slide-number") or slot.idx > 2 else None,
        idx=slot.idx or None,
        hasCustomPrompt=is_prompted or None,
    )


class SlideWriter:
    """Writes one scene; *paragraphs* knows the slide's part, which takes the relations."""

    def __init__(
        self,
        theme: Theme,
        paragraphs: ParagraphWriter,
        media: Media,
        *,
        table_style: str | None,
        footer: str,
        number: int,
        layout_part: Part | None = None,
    ) -> None:
        """*layout_part*: the scene's layout in a stranger's template, whose foot is copied."""
        self.theme = theme
        self.paragraphs = paragraphs
        self.media = media
        self.table_style = table_style
        self.footer = footer
        self.number = number
        self.layout_root = parsed(layout_part.data) if layout_part else None
        self.filled: set[int] = set()
        """Placeholders that have their shape."""
        self.language: Language = paragraphs.language
        self.tongue: Tongue = "zh" if self.language.startswith("zh") else "en"
        self.last_id = ROOT_ID

    def slide(self, scene: Scene) -> bytes:
        layout = self.theme.layout(scene.layout)
        # Ornaments lie behind everything; the rest keeps its order, which is read aloud.
        ornaments = [item for item in scene.items if isinstance(item, ShapeItem)]
        content = [item for item in scene.items if not isinstance(item, ShapeItem)]
        shapes = [self._around(ornament) for ornament in layout.ornaments]
        shapes += [self._shape(item, layout) for item in (*ornaments, *content)]
        return serialised(
            element(
                "p:sld",
                element(
                    "p:cSld",
                    element(
                        "p:spTree",
                        *group_properties(),
                        shapes,
                        self._page_furniture(layout),
                    ),
                ),
                colour_mapping(self.layout_root),
            )
        )

    def _shape(self, item: Item, layout: Layout) -> Markup:
        match item:
            case TextItem():
                return self._text(item, layout)
            case TableItem():
                return self._table(item, layout)
            case PictureItem():
                return self._picture(item, layout)
            case ChartItem():
                return self._chart(item, layout)
            case ShapeItem():
                return self._ornament(item)
            case _:
                assert_never(item)

    def _text(self, item: TextItem, layout: Layout) -> Markup:
        slot = layout.slot(item.slot)
        held = placeholder(layout, slot) if slot.idx not in self.filled else None
        if slot.idx is not None:
            self.filled.add(slot.idx)
        return element(
            "p:sp",
            element(
                "p:nvSpPr",
                self._names_in(layout, slot),
                UNGROUPED if held is not None else element("p:cNvSpPr", txBox=True),
                element("p:nvPr", held),
            ),
            self._frame(item, slot),
            element(
                "p:txBody",
                body_properties(slot, item.anchor),
                list_style(self.theme, slot, item.step),
                self.paragraphs.paragraphs(
                    coloured(slot, item.paragraphs)
                    if slot.is_recoloured or (held is not None and slot.dress == "slide")
                    else item.paragraphs
                ),
            ),
        )

    def _frame(self, item: TextItem, slot: Slot) -> Markup:
        if slot.dress == "slide":
            return element(
                "p:spPr",
                transform("a:xfrm", slot.around(item.area)),
                rectangle(),
                solid_fill(self.theme, slot.panel.fill) if slot.panel else element("a:noFill"),
                element("a:ln", solid_fill(self.theme, slot.outline), w=OUTLINE)
                if slot.outline
                else None,
            )
        moved = slot.is_moved or item.area != slot.area
        return element("p:spPr", transform("a:xfrm", slot.around(item.area)) if moved else None)

    def _table(self, item: TableItem, layout: Layout) -> Markup:
        slot = layout.slot(item.slot)
        writer = TableWriter(item, self.theme, self.table_style, self.paragraphs)
        return element(
            "p:graphicFrame",
            element(
                "p:nvGraphicFramePr",
                self._names_in(layout, slot, alt=item.alt),
                element("p:cNvGraphicFramePr", element("a:graphicFrameLocks", noGrp=True)),
                element("p:nvPr", placeholder(layout, slot)),
            ),
            transform("p:xfrm", item.area),
            element("a:graphic", element("a:graphicData", writer.table(), uri=TABLE_URI)),
        )

    def _chart(self, item: ChartItem, layout: Layout) -> Markup:
        slot = layout.slot(item.slot)
        name = add_chart(item, self.theme, self.language, self.media.package)
        relation = self.paragraphs.part.relate("chart", name)
        chart = element("c:chart", xmlns_c=NAMESPACES["c"], r_id=relation)
        return element(
            "p:graphicFrame",
            element(
                "p:nvGraphicFramePr",
                self._names_in(layout, slot, alt=item.alt),
                element("p:cNvGraphicFramePr", element("a:graphicFrameLocks", noGrp=True)),
                element("p:nvPr", placeholder(layout, slot)),
            ),
            transform("p:xfrm", item.area),
            element("a:graphic", element("a:graphicData", chart, uri=CHART_URI)),
        )

    def _picture(self, item: PictureItem, layout: Layout) -> Markup:
        slot = layout.slot(item.slot) if item.slot is not None else None
        held = placeholder(layout, slot) if slot is not None else None
        image = self.paragraphs.part.relate("image", self.media.add(item.data, item.media_type))
        return element(
            "p:pic",
            element(
                "p:nvPicPr",
                self._names("picture", alt=item.alt, decorative=not item.alt),
                element(
                    "p:cNvPicPr",
                    element("a:picLocks", noGrp=held is not None or None, noChangeAspect=True),
                ),
                element("p:nvPr", held),
            ),
            element(
                "p:blipFill",
                element("a:blip", r_embed=image),
                element("a:stretch", element("a:fillRect")),
            ),
            element("p:spPr", transform("a:xfrm", item.area), rectangle()),
        )

    def _around(self, ornament: Ornament) -> Markup:
        return self._ornament(ShapeItem(ornament.area, ornament.fill), ornament.form)

    def _ornament(self, item: ShapeItem, form: Form = "rect") -> Markup:
        return element(
            "p:sp",
            element(
                "p:nvSpPr",
                self._names("ornament", decorative=True),
                element("p:cNvSpPr"),
                element("p:nvPr"),
            ),
            element(
                "p:spPr",
                transform("a:xfrm", item.area),
                element("a:prstGeom", element("a:avLst"), prst=form),
                solid_fill(self.theme, item.fill),
                element("a:ln", element("a:noFill")),
            ),
        )

    def _page_furniture(self, layout: Layout) -> list[Markup]:
        """Footer and slide number, which PowerPoint does not inherit but copies to each slide."""
        if self.layout_root is not None:
            return list(self._copied_furniture(self.layout_root, layout))
        shapes = []
        for slot in layout.slots:
            if slot.kind == "footer" and self.footer:
                language = language_attributes(self.footer, self.language)
                run = element("a:r", element("a:rPr", **language), element("a:t", self.footer))
            elif slot.kind == "slide-number":
                run = element(
                    "a:fld",
                    element("a:rPr", lang=self.language),
                    element("a:t", str(self.number)),
                    id=NUMBER_FIELD,
                    type="slidenum",
                )
            else:
                continue
            shapes.append(self._furnishing(layout, slot, element("a:p", run)))
        return shapes

    def _copied_furniture(self, root: Element, layout: Layout) -> Iterator[Markup]:
        """What a stranger's layout has at its foot, in its own words."""
        language = language_attributes(self.footer, self.language)
        for slot in layout.slots:
            if slot.kind not in ("footer", "date", "slide-number"):
                continue
            fill = solid_fill(self.theme, slot.levels[0].colour)
            said = words_of_layout(root, slot, self.number)
            if said:
                if slot.is_recoloured:
                    colour_runs(said, fill)
                yield self._furnishing(layout, slot, spelt(said))
            elif slot.kind == "footer" and self.footer:
                # LibreOffice does not let a footer have its layout's colour.
                run = element("a:rPr", fill, **language), element("a:t", self.footer)
                yield self._furnishing(layout, slot, element("a:p", element("a:r", *run)))

    def _furnishing(self, layout: Layout, slot: Slot, paragraphs: Markup) -> Markup:
        return element(
            "p:sp",
            element(
                "p:nvSpPr",
                self._names(slot.kind),
                UNGROUPED,
                element("p:nvPr", placeholder(layout, slot)),
            ),
            element("p:spPr"),
            element(
                "p:txBody",
                element("a:bodyPr"),
                list_style(self.theme, slot, None),
                paragraphs,
            ),
        )

    def _names_in(self, layout: Layout, slot: Slot, *, alt: str | None = None) -> Markup:
        """By its kind and a count; by its slot where the layout is a stranger's, so that it
        can be known again without a placeholder."""
        if layout.part is None:
            return self._names(slot.kind, alt=alt)
        self.last_id += 1
        return named(self.last_id, slot_name(slot, self.tongue), alt=alt or None)

    def _names(self, kind: str, *, alt: str | None = None, decorative: bool = False) -> Markup:
        self.last_id += 1
        return named(
            self.last_id,
            f"{NAMES[kind].in_tongue(self.tongue)} {self.last_id - ROOT_ID}",
            alt=alt or None,
            decorative=decorative,
        )


def named(identity: int, name: str, *, alt: str | None = None, decorative: bool = False) -> Markup:
    """The properties that every shape has; screen readers pass over a decorative one."""
    mark = DECORATIVE if decorative else None
    return element("p:cNvPr", mark, id=identity, name=name, descr=alt)


@cache
def group_properties() -> tuple[Markup, Markup]:
    """What a shape tree begins with."""
    return (
        element(
            "p:nvGrpSpPr",
            named(ROOT_ID, ""),
            element("p:cNvGrpSpPr"),
            element("p:nvPr"),
        ),
        element("p:grpSpPr"),
    )


def transform(tag: str, area: Rect) -> Markup:
    """Place and size, under `a:xfrm` or, for a table, `p:xfrm`."""
    return element(
        tag,
        element("a:off", x=area.left, y=area.top),
        element("a:ext", cx=area.width, cy=area.height),
    )


def rectangle() -> Markup:
    return preset("rect")


@cache
def preset(shape: str) -> Markup:
    """A shape by PowerPoint's name for it."""
    return element("a:prstGeom", element("a:avLst"), prst=shape)
