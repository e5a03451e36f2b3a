"""A series of numbers, drawn: upright where the names below have room, else lying.

All that a reader has to make out is measured: names of categories stand in one line or
two, numbers beside their points do not touch, and what finds no room stays a table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from slidegen.arranging.lines import broken, pieces
from slidegen.arranging.measure import width
from slidegen.arranging.page import Setting, display, kicker, left_out
from slidegen.arranging.table import arrange_table
from slidegen.deck import Chart, ChartSlide, TableSlide, as_shown
from slidegen.passage import Passage
from slidegen.scene import ChartItem, Fit, Scene
from slidegen.theme import ChartStyle, Slot
from slidegen.units import ZERO, Length, Rect

FULL = 0.95
"""Share of its place that a chart takes."""
STRIP = 1.9
"""Height of a title or of the legend, in em: a line, and some air."""
PITCH = 1.4
"""From one line to the next, in em, as programs set the text of charts."""
AIR = 0.9
"""Em between the names of two categories, at least."""
WIDEST_NAMES = 0.38
"""Share of the width that the names beside lying columns may take."""
THINNEST = 1.15
"""Em: a lying column, which has its number beside it."""
MOST_STEPS = 5
"""Between the lines of the grid."""
ROUND = tuple(map(Decimal, ("1", "2", "2.5", "5", "10")))
LARGEST_TICK = 1.25
"""Times the largest number: where an axis may end."""


class Way(Struct, frozen=True):
    """One way to draw a chart."""

    size: Length
    is_horizontal: bool = False
    most_lines: int = 1
    """Of a name below the columns."""


def ways(chart: Chart, sizes: Sequence[Length]) -> Iterator[Way]:
    """In the order in which they please."""
    yield from (Way(size) for size in sizes)
    if chart.form == "pie":
        return
    if chart.form == "column":
        yield from (Way(size, is_horizontal=True) for size in sizes)
    yield from (Way(size, most_lines=2) for size in sizes)


def arrange_chart(slide: ChartSlide, setting: Setting) -> tuple[Scene, ...]:
    layout = setting.theme.layout("chart")
    slot, place = layout.slot("title"), layout.slot("chart")
    title = display(slide.title, slot, setting, tail=setting.continued(0, 1))
    whole = place.area
    airy = replace(place, area=replace(whole, height=whole.height * FULL))
    item = drawn(slide.chart, airy, setting.theme.chart, alt=title.text)
    if item is None:
        table = TableSlide(slide.title, slide.table, slide.kicker, slide.notes, slide.section)
        return arrange_table(table, setting)
    return (
        Scene(
            kind="chart",
            layout="chart",
            title=title.text,
            items=(title.item(slot), *kicker(slide.kicker, layout, setting), item),
            notes=(*left_out(slide.title, title), *slide.notes),
            told=slide.told,
            section=slide.section,
            continued=setting.pages_before > 0,
            fit=Fit(size=item.size, fill=round(item.area.height.ratio(whole.height), 3)),
        ),
    )


def drawn(chart: Chart, place: Slot, style: ChartStyle, *, alt: str) -> ChartItem | None:
    """The chart in the first way that has room for all; None if no way has."""
    draw: Callable[..., ChartItem | None] = {
        "pie": _pie,
        "line": _line,
        "column": _columns,
    }[chart.form]
    found = (draw(chart, place, way, alt) for way in ways(chart, style.sizes))
    return next((item for item in found if item is not None), None)


class Frame(Struct, frozen=True):
    """What is around the plot."""

    plot: Rect
    value_title: Rect | None
    category_title: Rect | None
    has_legend: bool


def _frame(chart: Chart, area: Rect, way: Way) -> Frame | None:
    """None if what is written around the plot does not fit the width."""
    strip = way.size * STRIP
    plot = area
    value_title = category_title = None
    if chart.value_title:
        value_title, plot = plot.cut_top(strip)
        wide = width(_joined(chart.value_title), way.size)
        if wide > area.width:
            return None
    has_legend = len(chart.series) > 1
    if has_legend:
        marks = sum(width(series.name.text, way.size).emu for series in chart.series)
        if Length(marks) + way.size * 3 * len(chart.series) > area.width:
            return None
        plot = _without_foot(plot, strip)
    if chart.category_title and chart.form != "pie" and not way.is_horizontal:
        wide = width(chart.category_title.text, way.size)
        plot = _without_foot(plot, strip)
        left = area.left + (area.width - wide) / 2
        category_title = Rect(left, plot.bottom + way.size * 0.3, wide, way.size * PITCH)
    return Frame(plot, value_title, category_title, has_legend)


def _joined(words: Sequence[Passage]) -> str:
    return "\u2002".join(passage.text for passage in words)


def _without_foot(area: Rect, height: Length) -> Rect:
    return Rect(area.left, area.top, area.width, area.height - height)


def _item(
    chart: Chart,
    place: Slot,
    way: Way,
    frame: Frame,
    alt: str,
    *,
    has_labels: bool,
    has_grid: bool = False,
) -> ChartItem:
    return ChartItem(
        slot=place.name,
        area=place.area,
        chart=chart,
        size=way.size,
        plot=frame.plot,
        value_title=frame.value_title,
        category_title=frame.category_title,
        has_legend=frame.has_legend,
        is_horizontal=way.is_horizontal,
        has_labels=has_labels,
        step=_step(chart) if has_grid else None,
        alt=alt,
    )


def _step(chart: Chart) -> Decimal:
    """The roundest of which the axis has no more than a handful."""
    numbers = [datum.number for series in chart.series for datum in series.data]
    largest, least = max(numbers), min(numbers)
    # of numbers close together programs show only the end of the axis
    is_close = chart.form == "line" and 0 < largest - least < largest / 6
    span = largest - (least if is_close else min(least, Decimal(0)))
    rough = span / MOST_STEPS
    power = Decimal(1).scaleb(rough.adjusted())
    return next(step for round_ in ROUND if (step := power * round_) >= rough)


def _columns(chart: Chart, place: Slot, way: Way, alt: str) -> ChartItem | None:
    frame = _frame(chart, place.area, way)
    if frame is None:
        return None
    columns = len(chart.categories) * len(chart.series)
    if way.is_horizontal:
        names = max(width(name.text, way.size) for name in chart.categories)
        thick = frame.plot.height / (columns + len(chart.categories) * 0.6)
        if names > place.area.width * WIDEST_NAMES or thick < way.size * THINNEST:
            return None
        room = _widest_number(chart, way.size) + way.size * 0.5
        plot = replace(frame.plot, width=frame.plot.width - room)
        return _item(chart, place, way, replace(frame, plot=plot), alt, has_labels=True)
    pitch = frame.plot.width / len(chart.categories)
    # as many columns as series, and the gap between two groups
    room = pitch if len(chart.series) == 1 else pitch / (len(chart.series) + 0.5)
    has_labels = _widest_number(chart, way.size) + way.size * 0.3 <= room
    if not has_labels:
        pitch = (frame.plot.width - _ticks(chart, way.size)) / len(chart.categories)
    if not _names_fit(chart.categories, pitch, way):
        return None
    if has_labels:
        plot = frame.plot.cut_top(way.size * PITCH)[1]
        return _item(chart, place, way, replace(frame, plot=plot), alt, has_labels=True)
    return _item(chart, place, way, frame, alt, has_labels=False, has_grid=True)


def _line(chart: Chart, place: Slot, way: Way, alt: str) -> ChartItem | None:
    frame = _frame(chart, place.area, way)
    if frame is None:
        return None
    pitch = (frame.plot.width - _ticks(chart, way.size)) / len(chart.categories)
    if not _names_fit(chart.categories, pitch, way):
        return None
    # the numbers of several lines would run into one another
    fits = _widest_number(chart, way.size) + way.size * 0.3 <= pitch
    has_labels = fits and len(chart.series) == 1
    return _item(chart, place, way, frame, alt, has_labels=has_labels, has_grid=True)


def _pie(chart: Chart, place: Slot, way: Way, alt: str) -> ChartItem | None:
    frame = _frame(chart, place.area, way)
    if frame is None:
        return None
    # above and below it, and at its sides, a name and a number under it
    across = frame.plot.height - way.size * (PITCH * 4 + 1)
    beside = (frame.plot.width - across) / 2 - way.size
    if any(width(name.text, way.size) > beside for name in chart.categories):
        return None
    left = frame.plot.left + (frame.plot.width - across) / 2
    top = frame.plot.top + (frame.plot.height - across) / 2
    plot = Rect(left, top, across, across)
    frame = Frame(plot, frame.value_title, None, has_legend=False)
    return _item(chart, place, way, frame, alt, has_labels=True)


def _names_fit(names: Sequence[Passage], pitch: Length, way: Way) -> bool:
    """Whether each stands in its lines below its columns, no word broken."""
    room = pitch - way.size * AIR
    if room <= ZERO:
        return False
    return all(
        len(broken(name.text, room, way.size)) <= way.most_lines
        and all(
            width(name.text[first:last].rstrip(), way.size) <= room
            for first, last in pieces(name.text)
        )
        for name in names
    )


def _widest_number(chart: Chart, size: Length) -> Length:
    shown = (
        as_shown(datum.number, chart.number_format)
        for series in chart.series
        for datum in series.data
    )
    return max(width(number, size) for number in shown)


def _ticks(chart: Chart, size: Length) -> Length:
    """What the numbers beside the axis take, at most."""
    return _widest_number(chart, size) * LARGEST_TICK + size
