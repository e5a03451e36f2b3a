"""A table under a title: at the size that makes one page, else over several with its head."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from slidegen.arranging.grid import Place, alignments, squares, widths
from slidegen.arranging.lines import broken, count
from slidegen.arranging.page import Setting, display, kicker, left_out, line
from slidegen.arranging.setting import runs_of
from slidegen.arranging.splitting import Block, pages
from slidegen.deck import TableSlide
from slidegen.document import Alignment
from slidegen.messages import Message
from slidegen.notices import Notice
from slidegen.passage import EMPTY, Passage
from slidegen.scene import Fit, Scene, TableCell, TableItem, TableRow, TextParagraph
from slidegen.theme import TableStyle, TypeStep
from slidegen.units import ZERO, Length, Rect

LARGEST_OF_SEVERAL = 1
"""Index of the first size for a table over several pages: one below the largest."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A table at one size."""

    step: TypeStep
    widths: tuple[Length, ...]
    rows: tuple[TableRow, ...]
    cut: tuple[Passage, ...]
    """Cells whose text no page would hold, in full."""


def arrange_table(slide: TableSlide, setting: Setting) -> tuple[Scene, ...]:
    layout = setting.theme.layout("table")
    slot, area = layout.slot("title"), layout.slot("table").area
    grid = squares(slide.table)
    header_rows = min(slide.table.header_rows, len(grid) - 1) if grid else 0
    draft, sizes = _fitted(grid, header_rows, area, setting.theme.table)
    head = draft.rows[:header_rows]
    if len(sizes) > 1:
        setting.report(
            Notice(
                "table-continued",
                Message(
                    en=f"the table “{slide.title}” goes on over {len(sizes)} pages",
                    zh=f"表格“{slide.title}”一页放不下，分为{len(sizes)}页",
                ),
                line(slide.title),
            )
        )
    for cell in draft.cut:
        setting.report(
            Notice(
                "text-does-not-fit",
                Message(
                    en="a cell of a table holds more than a slide does; the whole is in the notes",
                    zh="表格中有单元格内容过长，幻灯片放不下，全文见备注",
                ),
                cell.line or None,
                counts=True,
            )
        )
    scenes = []
    done = header_rows
    for number, size in enumerate(sizes):
        title = display(slide.title, slot, setting, tail=setting.continued(number, len(sizes)))
        rows = (*head, *draft.rows[done : done + size])
        done += size
        height = _height(rows)
        item = TableItem(
            slot="table",
            area=Rect(area.left, area.top, area.width, height),
            widths=draft.widths,
            rows=rows,
            header_rows=header_rows,
            step=draft.step,
            alt=title.text,
        )
        first = (*left_out(slide.title, title), *slide.notes, *draft.cut) if number == 0 else ()
        scenes.append(
            Scene(
                kind="table",
                layout="table",
                title=title.text,
                items=(title.item(slot), *kicker(slide.kicker, layout, setting), item),
                notes=first,
                section=slide.section,
                continued=number > 0,
                fit=Fit(
                    size=draft.step.sizes[0],
                    fill=round(height.ratio(area.height), 3),
                    overflow=height > area.height,
                ),
            )
        )
    return tuple(scenes)


def _fitted(
    grid: Sequence[Sequence[Place]], header_rows: int, area: Rect, style: TableStyle
) -> tuple[Draft, tuple[int, ...]]:
    """The draft and how many rows below the head go on each page: one page at the largest
    size that makes one; else several at the largest size whose columns fit the width."""
    drafts = [_draft(grid, header_rows, area, style, step) for step in style.steps]
    usable = [draft for draft in drafts if draft is not None]
    for draft in usable:
        if not draft.cut and _height(draft.rows) <= area.height:
            return draft, (len(draft.rows) - header_rows,)
    whole = [draft for draft in usable[LARGEST_OF_SEVERAL:] if not draft.cut] or usable[-1:]
    draft = whole[0] if whole else _squeezed(grid, header_rows, area, style)
    room = area.height - _height(draft.rows[:header_rows])
    together = _rows_together(grid[header_rows:])
    blocks, first = [], header_rows
    for number in together:
        blocks.append(Block(_height(draft.rows[first : first + number]), ZERO))
        first += number
    sizes, taken = [], 0
    for number in pages(blocks, room):
        sizes.append(sum(together[taken : taken + number]))
        taken += number
    return draft, tuple(sizes) or (0,)


def _rows_together(grid: Sequence[Sequence[Place]]) -> list[int]:
    """Sizes of the groups of rows that a cell over several rows holds together."""
    groups: list[int] = []
    bound = 0
    for number, row in enumerate(grid):
        if number < bound:
            groups[-1] += 1
        else:
            groups.append(1)
        bound = max(bound, number + max((place.rows for place in row), default=1))
    return groups


def _draft(
    grid: Sequence[Sequence[Place]], header_rows: int, area: Rect, style: TableStyle, step: TypeStep
) -> Draft | None:
    columns = widths(grid, area.width, step.sizes[0], style.margin_x, header_rows)
    if columns is None:
        return None
    return _filled(grid, header_rows, area, style, step, columns)


def _squeezed(
    grid: Sequence[Sequence[Place]], header_rows: int, area: Rect, style: TableStyle
) -> Draft:
    """For more columns than fit with their words whole: equal ones, words broken anywhere."""
    count = max(len(grid[0]) if grid else 1, 1)
    columns = (area.width / count,) * count
    return _filled(grid, header_rows, area, style, style.steps[-1], columns)


def _filled(
    grid: Sequence[Sequence[Place]],
    header_rows: int,
    area: Rect,
    style: TableStyle,
    step: TypeStep,
    columns: tuple[Length, ...],
) -> Draft:
    sides = alignments(grid, header_rows)
    room = area.height - step.pitches[0] * (2 * header_rows)
    cut: list[Passage] = []
    rows = []
    for number, row in enumerate(grid):
        cells, most = [], 1
        for column, place in enumerate(row):
            if place.cell is None:
                cells.append(_covered())
                continue
            across = sum((w.emu for w in columns[column : column + place.columns]), start=0)
            inner = Length(across) - style.margin_x * 2
            shown, lines = _held(
                place.cell.passage, inner, room, style, step, bold=number < header_rows
            )
            if len(shown) < len(place.cell.passage):
                cut.append(place.cell.passage)
            if place.rows == 1:
                most = max(most, lines)
            cells.append(_cell(shown, place, sides[column] if place.columns == 1 else "left"))
        rows.append(TableRow(step.pitches[0] * most + style.margin_y * 2, tuple(cells)))
    return Draft(step, columns, tuple(rows), tuple(cut))


def _held(
    passage: Passage, inner: Length, room: Length, style: TableStyle, step: TypeStep, *, bold: bool
) -> tuple[Passage, int]:
    """As much of a cell's text as half a page holds, and in how many lines."""
    size = step.sizes[0]
    most = max(1, int((room - style.margin_y * 2).ratio(step.pitches[0])))
    lines = broken(passage.text, inner, size, bold=bold)
    if len(lines) <= most:
        return passage, len(lines)
    shown = passage[: sum(len(each) for each in lines[:most])]
    return shown, count(shown.text, inner, size, bold=bold)


def _cell(passage: Passage, place: Place, side: Alignment) -> TableCell:
    return TableCell(
        TextParagraph(runs_of(passage)), columns=place.columns, rows=place.rows, align=side
    )


def _covered() -> TableCell:
    return TableCell(TextParagraph(runs_of(EMPTY)), covered=True)


def _height(rows: Sequence[TableRow]) -> Length:
    return Length(sum(row.height.emu for row in rows))
