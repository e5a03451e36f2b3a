"""The slide master and the layouts: grounds, ornaments, and a placeholder for each slot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from slidegen.theme import Layout, LayoutName, Slot, Theme
from slidegen.theme_entries import GroundEntry, LayoutEntry, OrnamentEntry, SlotEntry, ThemeFile
from slidegen.units import Length, Rect
from slidegen.writing.dressing import own_body_properties
from slidegen.writing.markup import Markup, colour, element, solid_fill
from slidegen.writing.slides import (
    group_properties,
    named,
    placeholder,
    preset,
    rectangle,
    transform,
)
from slidegen.writing.templating.fills import gradient, line, no_line
from slidegen.writing.templating.prompts import LEVELS, Prompts, is_prompted
from slidegen.writing.templating.text_styles import default_levels, levels

MASTER_LAYOUT: LayoutName = "content"
"""The master looks like this layout, whose ornaments the others inherit."""
MASTER_SLOTS = ("title", "body", "footer", "slide-number")
"""The placeholders that a master has; a layout says only where its own differ."""
EDGE = Length.inches(0.05)
"""Height of the bar on top of a panel."""
FIRST_LAYOUT_ID = 2_147_483_649
"""The least that the schema allows is one less, which the master has (ST_SlideLayoutId)."""


class MasterWriter:
    """Writes the master or one layout; make a new one for each, since it counts shapes."""

    def __init__(self, file: ThemeFile, theme: Theme) -> None:
        self.file = file
        self.theme = theme
        self.areas = file.geometry[theme.aspect].areas
        self.prompts = Prompts(file.language)
        self.last_id = 1

    def master(self, layouts: Iterable[str]) -> Markup:
        """*layouts*: ids of the master's relations to its layouts."""
        model = self.theme.layout(MASTER_LAYOUT)
        entry = self.file.layouts[MASTER_LAYOUT]
        slots = (model.slot(name) for name in MASTER_SLOTS)
        return element(
            "p:sldMaster",
            element(
                "p:cSld",
                self._ground(entry),
                element(
                    "p:spTree",
                    *group_properties(),
                    self._ornaments(entry.ornaments),
                    (self._placeholder(model, slot, on_master=True) for slot in slots),
                ),
            ),
            colour_map(),
            element(
                "p:sldLayoutIdLst",
                (
                    element("p:sldLayoutId", id=number, r_id=relation)
                    for number, relation in enumerate(layouts, start=FIRST_LAYOUT_ID)
                ),
            ),
            element("p:hf", hdr=False, dt=False),
            element(
                "p:txStyles",
                element("p:titleStyle", self._levels(entry.slots["title"], 1, "+mj")),
                element("p:bodyStyle", self._levels(entry.slots["body"], 9, "+mn")),
                element("p:otherStyle", *default_levels(18)),
            ),
        )

    def layout(self, layout: Layout, entry: LayoutEntry) -> Markup:
        inherited = self.file.layouts[MASTER_LAYOUT].ornaments
        inherits = entry.ornaments[: len(inherited)] == inherited
        own = entry.ornaments[len(inherited) :] if inherits else entry.ornaments
        return element(
            "p:sldLayout",
            element(
                "p:cSld",
                self._ground(entry)
                if entry.ground != self.file.layouts[MASTER_LAYOUT].ground
                else None,
                element(
                    "p:spTree",
                    *group_properties(),
                    self._ornaments(own),
                    self._edges(layout),
                    (self._placeholder(layout, slot) for slot in layout.slots),
                ),
                name=layout.title,
            ),
            element("p:clrMapOvr", element("a:masterClrMapping")),
            type=entry.type,
            preserve=True,
            showMasterSp=None if inherits else False,
            userDrawn=True,
        )

    def _ground(self, entry: LayoutEntry) -> Markup:
        ground = self.file.grounds[entry.ground]
        return element("p:bg", element("p:bgPr", self._ground_fill(ground), element("a:effectLst")))

    def _ground_fill(self, ground: GroundEntry) -> Markup:
        first, *rest = (
            (stop.at, colour(self.theme, stop.colour, luminance=stop.luminance))
            for stop in ground.stops
        )
        if not rest:
            return element("a:solidFill", first[1])
        return gradient((first, *rest), ground.angle)

    def _ornaments(self, groups: Iterable[str]) -> Iterator[Markup]:
        for group in groups:
            for ornament in self.file.ornaments[group]:
                yield self._ornament(ornament)

    def _ornament(self, ornament: OrnamentEntry) -> Markup:
        start = colour(self.theme, ornament.fill, opacity=ornament.opacity)
        fill = element("a:solidFill", start)
        if ornament.to is not None:
            end = colour(self.theme, ornament.to, opacity=ornament.to_opacity)
            fill = gradient(((0, start), (100, end)), ornament.angle)
        area = Rect.of_inches(*self.areas[ornament.area])
        return self._drawn(self.prompts.own(ornament.name), area, ornament.shape, fill)

    def _drawn(self, name: str, area: Rect, shape: str, fill: Markup) -> Markup:
        return element(
            "p:sp",
            element(
                "p:nvSpPr",
                named(self._next_id(), name, decorative=True),
                element("p:cNvSpPr"),
                element("p:nvPr", userDrawn=True),
            ),
            element("p:spPr", transform("a:xfrm", area), preset(shape), fill, no_line()),
        )

    def _edges(self, layout: Layout) -> Iterator[Markup]:
        """The bars on top of panels, of the layout, so that a panel on a slide may be lower."""
        for slot in layout.slots:
            if slot.panel and slot.panel.edge:
                frame = slot.frame
                yield self._drawn(
                    self.prompts.name("edge"),
                    Rect(frame.left, frame.top - EDGE, frame.width, EDGE),
                    "rect",
                    solid_fill(self.theme, slot.panel.edge),
                )

    def _placeholder(self, layout: Layout, slot: Slot, *, on_master: bool = False) -> Markup:
        entry = self.file.layouts[layout.name].slots[slot.name]
        on_model = self.file.layouts[MASTER_LAYOUT].slots.get(slot.name)
        inherits = not on_master and entry == on_model and slot.name in MASTER_SLOTS
        held = placeholder(layout, slot, is_prompted=is_prompted(slot))
        if on_master and slot.name == "body":
            held = element("p:ph", type="body", idx=slot.idx)
        return element(
            "p:sp",
            element(
                "p:nvSpPr",
                named(self._next_id(), self.prompts.slot_name(slot)),
                element("p:cNvSpPr", element("a:spLocks", noGrp=True)),
                element("p:nvPr", held),
            ),
            element("p:spPr") if inherits else self._frame(slot, entry),
            element(
                "p:txBody",
                element("a:bodyPr") if inherits else own_body_properties(slot),
                element("a:lstStyle")
                if inherits
                else element("a:lstStyle", self._levels(entry, _level_count(slot))),
                self.prompts.paragraphs(slot),
            ),
        )

    def _frame(self, slot: Slot, entry: SlotEntry) -> Markup:
        return element(
            "p:spPr",
            transform("a:xfrm", slot.frame),
            rectangle(),
            solid_fill(self.theme, slot.panel.fill) if slot.panel else None,
            line(self.theme, entry.outline, 1.5) if entry.outline else None,
        )

    def _levels(self, entry: SlotEntry, count: int, fonts: str | None = None) -> Iterator[Markup]:
        """Nothing for a slot that holds no words."""
        if entry.text is not None:
            yield from levels(self.theme, self.file.text[entry.text], count, fonts=fonts)

    def _next_id(self) -> int:
        self.last_id += 1
        return self.last_id


def colour_map() -> Markup:
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


def _level_count(slot: Slot) -> int:
    """As many levels as the prompt shows; a slot of one level has no lower ones."""
    return len(LEVELS) if len(slot.levels) > 1 else 1
