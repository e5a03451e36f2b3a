"""A table under a title: at the size that makes one page, else over several with its head.

The remedies for too much table, in order: the theme's smaller sizes; next
pages, first for the rows, and for the columns where their words do not fit
side by side at any size; and at last, for a cell that no page holds, its
beginning, with the whole of it in the notes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from slidegen.arranging.grid import (
    Grid,
    Place,
    alignments,
    column_groups,
    columns_begun,
    is_total,
    needs,
    only_columns,
    only_places,
    places,
    shared,
    squares,
    weights,
    widths_of,
)
from slidegen.arranging.page import Setting, display, kicker, left_out, line, single_line
from slidegen.arranging.setting import lines_of, runs_of
from slidegen.arranging.splitting import Block, pages, shrinking
from slidegen.arranging.titles import SHORTEST_LAST_LINE
from slidegen.deck import TableSlide
from slidegen.document import Alignment, Table
from slidegen.messages import Message
from slidegen.notices import Notice
from slidegen.passage import Passage
from slidegen.scene import Fit, Scene, TableCell, TableItem, TableRow, TextItem, TextParagraph
from slidegen.theme import Layout, TableStyle, TypeStep
from slidegen.units import ZERO, Length, Rect

MOST_PAGES = 40
"""Nobody shows more of one table; the rows behind them are in the notes."""
SAMPLE = 60
"""Rows that tell how wide the columns should be."""
BROKEN = 0.3
RUNT = 0.4
"""What a cell in several lines costs, where a line of its row costs 1, and what it costs
besides that the last of them is a character or so."""
FULL = 0.95
"""Share of its place that a table takes at the most."""
AIRY = 0.7
"""Share of the page that rows spread out over."""
MOST_AIR = 0.75
"""Of the pitch of its lines: what a row may be higher than it need."""
HIGHEST_HEAD = 1 / 3
"""Share of the page that the rows of the head may take."""


class Draft(Struct, frozen=True):
    """A table at one size, before it is cut into pages."""

    grid: Grid
    header_rows: int
    step: TypeStep
    widths: tuple[Length, ...]
    heights: tuple[Length, ...]
    """Of the rows."""
    most_lines: tuple[int, ...]
    """That a cell of a row may show."""

    @property
    def head(self) -> Length:
        return _sum(self.heights[: self.header_rows])


class Page(Struct, frozen=True):
    draft: Draft
    rows: range
    """Those below the head, by their number in the grid."""

    @property
    def height(self) -> Length:
        return self.draft.head + _sum([self.draft.heights[row] for row in self.rows])


def arrange_table(slide: TableSlide, setting: Setting) -> tuple[Scene, ...]:
    layout, style = setting.theme.layout("table"), setting.theme.table
    unit = _unit(slide.table, layout)
    slot, area = layout.slot("title"), _room(layout, unit)
    grid = squares(slide.table)
    if not grid or not grid[0]:
        return ()
    header_rows = min(slide.table.header_rows, len(grid) - 1)
    every = _pages(grid, header_rows, area, style, style.steps)
    drawn, rest = _aired(every[:MOST_PAGES], area.height), every[MOST_PAGES:]
    if rest:
        setting.report(_cut_short(slide))
    if len(drawn) > 1:
        setting.report(_continued(slide, len(drawn)))
    scenes = []
    told: list[Passage] = []
    for number, page in enumerate(drawn):
        title = display(slide.title, slot, setting, tail=setting.continued(number, len(drawn)))
        rows, widths, cut = _rows(page, style)
        unshown = [cell for cell in cut if cell not in told]
        told += unshown
        for cell in unshown:
            setting.report(_does_not_fit(cell))
        first = (*left_out(slide.title, title), *slide.notes) if number == 0 else ()
        item = TableItem(
            slot="table",
            area=Rect(area.left, area.top, area.width, page.height),
            widths=widths,
            rows=rows,
            header_rows=header_rows,
            step=page.draft.step,
            alt=title.text,
        )
        scenes.append(
            Scene(
                kind="table",
                layout="table",
                title=title.text,
                items=(title.item(slot), *kicker(slide.kicker, layout, setting), *unit, item),
                notes=(*first, *unshown),
                told=tuple(_told(rest)) if number == len(drawn) - 1 else (),
                section=slide.section,
                continued=number > 0,
                fit=Fit(
                    size=page.draft.step.sizes[0],
                    fill=round(page.height.ratio(area.height) * FULL, 3),
                    overflow=page.height > area.height,
                ),
            )
        )
    return tuple(scenes)


BELOW_UNIT = Length.points(5)


def _room(layout: Layout, unit: Sequence[TextItem]) -> Rect:
    """What the table may take: below its unit, where it has one, and not to the brim."""
    area = layout.slot("table").area
    top = max((item.area.bottom + BELOW_UNIT for item in unit), default=area.top)
    return Rect(area.left, top, area.width, area.top + area.height * FULL - top)


def _unit(table: Table, layout: Layout) -> tuple[TextItem, ...]:
    """What all the numbers count, at the right above the table."""
    if not table.unit or not layout.has("unit"):
        return ()
    return single_line(table.unit, layout.slot("unit"))


def _continued(slide: TableSlide, pages: int) -> Notice:
    return Notice(
        "table-continued",
        Message(
            en=f"the table “{slide.title}” goes on over {pages} pages",
            zh=f"表格“{slide.title}”一页放不下，分为{pages}页",
        ),
        line(slide.title),
    )


def _cut_short(slide: TableSlide) -> Notice:
    return Notice(
        "text-does-not-fit",
        Message(
            en=f"the table “{slide.title}” ends after {MOST_PAGES} pages; "
            "the rest of it is in the notes of the last",
            zh=f"表格“{slide.title}”过长，只放了前{MOST_PAGES}页，其余各行见最后一页的备注",
        ),
        line(slide.title),
        counts=True,
    )


def _told(pages: Iterable[Page]) -> Iterator[tuple[Passage, ...]]:
    """The rows of *pages* cell by cell, for the notes."""
    for page in pages:
        for row in places([page.draft.grid[number] for number in page.rows]):
            cells = tuple(place.cell.passage for place in row if place.cell is not None)
            if any(cells):
                yield cells


def _does_not_fit(cell: Passage) -> Notice:
    return Notice(
        "text-does-not-fit",
        Message(
            en="a cell of a table holds more than a slide does; the whole is in the notes",
            zh="表格中有单元格内容过长，幻灯片放不下，全文见备注",
        ),
        cell.line or None,
        counts=True,
    )


def _pages(
    grid: Grid, header_rows: int, area: Rect, style: TableStyle, steps: Sequence[TypeStep]
) -> list[Page]:
    """The pages at the size that pleases most; if the columns stand side by side at none,
    as many columns as do on pages after each other."""
    drafts = [
        draft
        for step in steps
        if (draft := _draft(grid, header_rows, area, style, step)) is not None
    ]
    if not drafts:
        step = steps[min(1, len(steps) - 1)]
        columns = needs(grid, area.width, step.sizes[0], style.margin_x, header_rows)
        return [
            page
            for group in column_groups(columns, area.width, _names(grid, header_rows))
            for page in _pages(only_columns(grid, group), header_rows, area, style, (step,))
        ]
    whole = [draft for draft in drafts if not _is_cut(draft, style)] or drafts[-1:]
    return min((list(_over_pages(draft, area)) for draft in whole), key=partial(_cost, steps[0]))


def _aired(drawn: Sequence[Page], room: Length) -> list[Page]:
    """The pages with higher rows, where even the fullest leaves much of its place empty; all
    rows grow alike, in whole points."""
    fullest = max(drawn, key=lambda page: page.height.emu)
    rows = fullest.draft.header_rows + len(fullest.rows)
    spare = (room * AIRY - fullest.height) / rows
    more = Length.points(int(min(spare, fullest.draft.step.pitches[0] * MOST_AIR).pt))
    if more <= ZERO:
        return list(drawn)
    return [
        Page(
            replace(page.draft, heights=tuple(height + more for height in page.draft.heights)),
            page.rows,
        )
        for page in drawn
    ]


def _names(grid: Grid, header_rows: int) -> list[str]:
    """What stands over each column, in the last row of the head; nothing without one."""
    if not header_rows:
        return [""] * len(grid[0])
    return [square.cell.passage.text.strip() for square in grid[header_rows - 1]]


def _cost(largest: TypeStep, drawn: Sequence[Page]) -> float:
    """How little the pages please: each costs more, the smaller its type."""
    return len(drawn) * (1 + shrinking(drawn[0].draft.step, largest))


def _draft(
    grid: Grid, header_rows: int, area: Rect, style: TableStyle, step: TypeStep
) -> Draft | None:
    """The table at *step*; None if its columns do not stand side by side."""
    columns = needs(grid, area.width, step.sizes[0], style.margin_x, header_rows)
    ways = shared(columns, area.width)
    if not ways:
        return None
    widths = min(ways, key=lambda way: _raggedness(grid, header_rows, way, style, step))
    head_room = area.height * (HIGHEST_HEAD / max(header_rows, 1))
    in_head = _lines_in(head_room, style, step)
    bolds = weights(grid, header_rows)
    head = _heights(
        grid[:header_rows], widths, style, step, in_head, area.height, bolds[:header_rows]
    )
    room = area.height - _sum(head)
    in_body = _lines_in(room, style, step)
    body = _heights(grid[header_rows:], widths, style, step, in_body, room, bolds[header_rows:])
    most_lines = (in_head,) * len(head) + (in_body,) * len(body)
    return Draft(grid, header_rows, step, widths, (*head, *body), most_lines)


def _raggedness(
    grid: Grid, header_rows: int, widths: Sequence[Length], style: TableStyle, step: TypeStep
) -> float:
    """How many lines the rows take with columns of *widths*, and how many cells are broken."""
    sample = [*range(min(len(grid), SAMPLE))]
    bolds = weights(grid, header_rows)
    cost = 0.0
    for number, row in zip(sample, places([grid[n] for n in sample]), strict=True):
        cells = [
            lines_of(
                place.cell.passage.runs,
                _inner(widths, column, place, style),
                step.sizes[0],
                bold=bolds[number][column],
            )
            for column, place in enumerate(row)
            if place.cell is not None
        ]
        cost += max(map(len, cells), default=1)
        cost += sum(BROKEN + RUNT * _has_runt(lines) for lines in cells if len(lines) > 1)
    return cost


def _has_runt(lines: Sequence[str]) -> bool:
    return len(lines[-1].strip()) < SHORTEST_LAST_LINE


def _lines_in(room: Length, style: TableStyle, step: TypeStep) -> int:
    return max(1, int((room - style.margin_y * 2).ratio(step.pitches[0])))


def _heights(
    part: Grid,
    widths: Sequence[Length],
    style: TableStyle,
    step: TypeStep,
    most: int,
    room: Length,
    bolds: Sequence[Sequence[bool]],
) -> tuple[Length, ...]:
    """Of the rows of *part*, whose cells show *most* lines; *room* is what a page has for them."""
    heights: list[Length] = []
    spanning: list[tuple[range, Length]] = []
    for number, row in enumerate(places(part)):
        height = step.pitches[0] + style.margin_y * 2
        for column, place in enumerate(row):
            if place.cell is None:
                continue
            inner = _inner(widths, column, place, style)
            bold = bolds[number][column]
            lines = lines_of(place.cell.passage.runs, inner, step.sizes[0], bold=bold)
            tall = step.pitches[0] * min(len(lines), most) + style.margin_y * 2
            if place.rows == 1:
                height = max(height, tall)
            else:
                spanning.append((range(number, number + place.rows), tall))
        heights.append(height)
    for rows, tall in spanning:
        together = _sum(heights[rows.start : rows.stop])
        if together > room:
            # A page may begin at any of these rows, and shows the spanning cell again.
            for row_below in rows:
                heights[row_below] = max(heights[row_below], tall)
        else:
            heights[rows[-1]] += max(tall - together, ZERO)
    return tuple(heights)


def _inner(widths: Sequence[Length], column: int, place: Place, style: TableStyle) -> Length:
    return _sum(widths[column : column + place.columns]) - style.margin_x * 2


def _is_cut(draft: Draft, style: TableStyle) -> bool:
    whole = Page(draft, range(draft.header_rows, len(draft.grid)))
    return bool(_rows(whole, style)[2])


def _over_pages(draft: Draft, area: Rect) -> Iterator[Page]:
    room = area.height - draft.head
    groups = _rows_together(draft, room)
    blocks = [Block(_sum(draft.heights[rows.start : rows.stop]), ZERO) for rows in groups]
    taken = 0
    for number in pages(blocks, room):
        yield Page(draft, range(groups[taken].start, groups[taken + number - 1].stop))
        taken += number


def _rows_together(draft: Draft, room: Length) -> list[range]:
    """The rows below the head, those together that one cell spans, if a page holds them."""
    groups: list[range] = []
    for number, row in enumerate(places(draft.grid[draft.header_rows :]), draft.header_rows):
        bound = number + max(place.rows for place in row)
        if groups and number < groups[-1].stop:
            groups[-1] = range(groups[-1].start, max(groups[-1].stop, bound))
        else:
            groups.append(range(number, bound))
    return [
        piece
        for group in groups
        for piece in (
            [group]
            if _sum(draft.heights[group.start : group.stop]) <= room
            else [range(row, row + 1) for row in group]
        )
    ]


def _rows(
    page: Page, style: TableStyle
) -> tuple[tuple[TableRow, ...], tuple[Length, ...], list[Passage]]:
    """The rows of a page, head and all, the widths of its columns, and the passages of which
    it shows the beginning."""
    draft = page.draft
    numbers = (*range(draft.header_rows), *page.rows)
    sides = alignments(draft.grid, draft.header_rows)
    bolds = weights(draft.grid, draft.header_rows)
    placed = places([draft.grid[n] for n in numbers])
    columns = columns_begun(placed)
    widths = widths_of(columns, draft.widths)
    cut: list[Passage] = []
    rows = []
    for number, row in zip(numbers, placed, strict=True):
        cells = []
        for column, place in enumerate(only_places(row, columns)):
            if place.cell is None:
                cells.append(TableCell(TextParagraph(()), covered=True))
                continue
            passage = place.cell.passage
            inner = _inner(widths, column, place, style)
            bold = bolds[number][columns[column]]
            lines = lines_of(passage.runs, inner, draft.step.sizes[0], bold=bold)
            if len(lines) > draft.most_lines[number]:
                cut.append(passage)
                passage = passage[: sum(map(len, lines[: draft.most_lines[number]]))]
            # the head's weight is the table style's
            own = bold and number >= draft.header_rows
            cells.append(_cell(passage, place, sides[columns[column]], bold=own))
        sums_up = number >= draft.header_rows and is_total(draft.grid[number])
        rows.append(TableRow(draft.heights[number], tuple(cells), is_total=sums_up))
    return tuple(rows), widths, cut


def _cell(passage: Passage, place: Place, side: Alignment, *, bold: bool) -> TableCell:
    own = place.cell.alignment if place.cell else None
    return TableCell(
        TextParagraph(runs_of(passage), bold=True if bold else None, words=passage),
        columns=place.columns,
        rows=place.rows,
        align=own or ("center" if place.columns > 1 else side),
    )


def _sum(lengths: Sequence[Length]) -> Length:
    return Length(sum(length.emu for length in lengths))
