"""A table that is a series of numbers, as a chart.

Only where nothing is lost on the way: one quantity in one unit, every cell a number,
no more categories and series than one takes in at a glance. All else stays a table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from slidegen.deck import Chart, ChartForm, ChartSlide, Datum, Series, TableSlide
from slidegen.document import Table
from slidegen.passage import EMPTY, Passage
from slidegen.patterns import compiled
from slidegen.planning.choosing.periods import is_even, is_rising, times
from slidegen.planning.measures import (
    UNIT,
    Measure,
    Named,
    measure_of,
    named,
    said_unit,
)

FEWEST, MOST = 3, 12
"""Categories."""
MOST_SERIES = 4
MOST_PARTS = 6
"""Of a pie."""
MOST_DECIMALS = 2
"""More are read in a table."""
LONGEST_NAME = 24
"""Em of a category or a series, where a Latin letter takes a half."""
FEWEST_IN_LINE = 4
"""Times that make a line; fewer are columns."""
DWARFED = 50
"""How many times one series may tower over another, or one number over most of its own."""

SERIAL = compiled(r"序\s*号|编\s*号|項次|序號|No\.?|#|№", re.IGNORECASE)
TOTAL = compiled(
    r"(?:全[国省市县区镇乡]|总)?\s*(?:合\s*计|总\s*计|共\s*计|合\s*計|總\s*計|总\s*和)|(?:grand\s)?total|sum|all",
    re.IGNORECASE,
)
PART_TOTAL = compiled(r"小\s*计|小\s*計|其中.*|subtotal|of which.*", re.IGNORECASE)
"""A row that holds others: drawn beside them it would count them twice."""
NO_QUANTITY = compiled(
    r".*(?:编号|代码|序号|电话|邮编|排名|名次|位次|等级|级别|年级|分值|权重|标准|限值|限额|阈值|时限|期限|门牌|楼层|学号|税号|条款|页码|版本)"
    r"|.*\b(?:code|rank|ranking|phone|zip|id|version|page|weight|score|level|grade|limit|threshold|floor|room)\b.*",
    re.IGNORECASE,
)
"""Names of columns whose numbers measure nothing, or are to be looked up."""
INDEFINITE = compiled(
    r"指\s*标(?:名称)?|项\s*目(?:名称)?|内\s*容|名\s*称|類別|类\s*别|分\s*类|事\s*项|indicator|item|metric|measure|measures?|name|",
    re.IGNORECASE,
)
"""Heads of a first column whose rows may each measure another thing."""
COUNTS = compiled(
    r".{1,14}(?:数|數|数量|數量|人次|金额|金額|额|产量|产值|总量|占比|比重|比例|率)"
    r"|(?:number|count|share|amount)\sof\s.*|.*\b(?:population|visits|visitors|staff|headcount|rate|share|cases|enrolment)",
    re.IGNORECASE,
)
"""Names of a single series that say by themselves what is counted."""
TIME_HEAD = compiled(
    r"年\s*[份度]|季\s*度|月\s*份|时\s*间|時\s*間|year|quarter|month|period", re.IGNORECASE
)
DIAGONAL = compiled(r".*[\\/／、|].*")
"""A corner that names both the rows and the columns."""


class Sheet(Struct, frozen=True):
    """A table without spans, with a head and a first column of names."""

    corner: Passage
    columns: tuple[Passage, ...]
    rows: tuple[Passage, ...]
    cells: tuple[tuple[Passage, ...], ...]
    """Row by row."""

    def turned(self) -> Sheet:
        """Rows for columns."""
        cells = tuple(zip(*self.cells, strict=True))
        return Sheet(self.corner, self.rows, self.columns, cells)

    def without_row(self, number: int) -> Sheet:
        keep = [at for at in range(len(self.rows)) if at != number]
        return replace(
            self,
            rows=tuple(self.rows[at] for at in keep),
            cells=tuple(self.cells[at] for at in keep),
        )


def as_chart(slide: TableSlide) -> ChartSlide | None:
    """*slide* drawn, if its table is a series; None if it is to be read."""
    table = slide.table
    over, rest = _rows_over(table)
    is_named = bool(table.caption or table.announcement)
    names = tuple(words for words in over if not said_unit(words))
    if len(names) > (0 if is_named else 1):
        return None  # a chart has no room for what they say
    sheet = _sheet(rest)
    above = (table.caption, table.announcement, table.unit, *over)
    chart = _chart(sheet, tuple(words for words in above if words)) if sheet else None
    if chart is None:
        return None
    return ChartSlide(
        title=names[0] if names else slide.title,
        chart=chart,
        table=table,
        kicker=slide.title if names else slide.kicker,
        notes=slide.notes,
        told=tuple(tuple(cell.passage for cell in row) for row in table.rows),
        section=slide.section,
    )


def _rows_over(table: Table) -> tuple[tuple[Passage, ...], Table]:
    """What the first rows say that are one cell from edge to edge, a name or a unit, and the table
    below them."""
    count = 0
    while count < len(table.rows) - 1 and len(row := table.rows[count]) == 1 and row[0].columns > 1:
        count += 1
    over = tuple(row[0].passage.strip() for row in table.rows[:count] if row[0].passage.strip())
    heads = max(table.header_rows - count, 0)
    return over, replace(table, rows=table.rows[count:], header_rows=heads)


def _sheet(table: Table) -> Sheet | None:
    """The table's names and cells, without the numbers of its rows; None if it is not so plain."""
    rows = table.rows
    if table.header_rows > 1 or len(rows) < 2 or len({len(row) for row in rows}) > 1:
        return None
    if any(cell.columns > 1 or cell.rows > 1 for row in rows for cell in row):
        return None
    texts = [tuple(cell.passage.strip() for cell in row) for row in rows]
    if SERIAL.fullmatch(texts[0][0].text) and _counts_up([row[0].text for row in texts[1:]]):
        texts = [row[1:] for row in texts]
    head, *body = texts
    if len(head) < 2 or any(not words for row in (head[1:], *body) for words in row):
        return None
    return Sheet(
        corner=head[0],
        columns=head[1:],
        rows=tuple(row[0] for row in body),
        cells=tuple(row[1:] for row in body),
    )


def _counts_up(texts: Sequence[str]) -> bool:
    numbers = [text.rstrip(".、") for text in texts]
    if numbers and not numbers[-1]:
        numbers = numbers[:-1]  # the total's row has none
    return numbers == [str(number) for number in range(1, len(numbers) + 1)]


def _chart(sheet: Sheet, above: Sequence[Passage]) -> Chart | None:
    over = times([words.text for words in sheet.columns])
    is_turned = over is not None and times([words.text for words in sheet.rows]) is None
    if is_turned and len(sheet.rows) <= MOST_SERIES and len(sheet.columns) >= FEWEST:
        return _drawn(sheet.turned(), above, is_turned=True)
    return _drawn(sheet, above, is_turned=False)


class Body(Struct, frozen=True):
    """The numbers, row by row, in the unit that they have behind them."""

    measures: tuple[tuple[Measure, ...], ...]
    behind: str
    before: str


def _body(sheet: Sheet) -> Body | None:
    measures = tuple(tuple(map(measure_of, row)) for row in sheet.cells)
    found = tuple(tuple(m for m in row if m) for row in measures)
    if any(len(row) != len(own) for row, own in zip(measures, found, strict=True)):
        return None
    marks = {(m.before, m.behind.replace("％", "%")) for row in found for m in row}
    if len(marks) != 1:
        return None
    before, behind = marks.pop()
    return Body(found, behind, before)


def _drawn(sheet: Sheet, above: Sequence[Passage], *, is_turned: bool) -> Chart | None:
    """The chart with the sheet's rows for categories and its columns for series; what stands
    *above* the table may say a unit."""
    body = _body(sheet)
    if body is None:
        return None
    split = _without_totals(sheet, body)
    if split is None:
        return None
    sheet, body, is_whole = split
    count = len(sheet.rows)
    if not (FEWEST <= count <= MOST and 1 <= len(sheet.columns) <= MOST_SERIES):
        return None
    if not _names_are_plain(sheet) or not _is_legible(body):
        return None
    when = times([words.text for words in sheet.rows])
    unit = _unit(sheet, body, above)
    if unit is None or (when is None and any(named(row).unit for row in sheet.rows)):
        return None
    if not unit.is_known and not _is_one_quantity(sheet, when):
        return None
    if when is not None and not is_rising(when):
        if not is_rising(when[::-1]):
            return None
        when = when[::-1]
        sheet = replace(sheet, rows=sheet.rows[::-1], cells=sheet.cells[::-1])
        body = replace(body, measures=body.measures[::-1])
    form = _form(body, when, is_percent=unit.is_percent, is_whole=is_whole)
    return Chart(
        form=form,
        categories=sheet.rows,
        series=tuple(
            Series(name, tuple(Datum(row[at].number, row[at].cell) for row in body.measures))
            for at, name in enumerate(unit.names)
        ),
        category_title=_category_title(sheet.corner, is_turned=is_turned),
        unit=unit.words,
        number_format=_number_format(body),
    )


def _without_totals(sheet: Sheet, body: Body) -> tuple[Sheet, Body, bool] | None:
    """Without the row and the column that sum up the others, and whether a row did; None if
    one claims to and does not, or sums up only some."""
    if any(PART_TOTAL.fullmatch(name.text) for name in (*sheet.rows, *sheet.columns)):
        return None
    is_whole = False
    for number, name in enumerate(sheet.rows):
        if TOTAL.fullmatch(name.text):
            others = [row for at, row in enumerate(body.measures) if at != number]
            if is_whole or not others or number not in (0, len(sheet.rows) - 1):
                return None
            is_whole = all(
                sum(row[at].number for row in others) == total.number
                for at, total in enumerate(body.measures[number])
            )
            sheet = sheet.without_row(number)
            body = replace(body, measures=tuple(others))
            if not is_whole:
                # not the sum of what is shown: an average, or there is more behind it
                return sheet, body, False
            break
    for number, name in enumerate(sheet.columns):
        if TOTAL.fullmatch(named(name).name.text) and len(sheet.columns) > 1:
            turned = sheet.turned().without_row(number)
            kept = tuple(
                tuple(m for at, m in enumerate(row) if at != number) for row in body.measures
            )
            return turned.turned(), replace(body, measures=kept), is_whole
    return sheet, body, is_whole


def _names_are_plain(sheet: Sheet) -> bool:
    """Whether rows and columns are told apart by short names that are no numbers."""
    for names in (sheet.rows, sheet.columns):
        texts = [words.text for words in names]
        if len(set(texts)) < len(texts) or any(_em(text) > LONGEST_NAME for text in texts):
            return False
        if times(texts) is None and any(measure_of(words) for words in names):
            return False
    return not any(NO_QUANTITY.fullmatch(named(name).name.text) for name in sheet.columns)


def _em(text: str) -> float:
    return sum(0.5 if character < "\u2e80" else 1 for character in text)


def _is_legible(body: Body) -> bool:
    """Whether all numbers can be seen beside each other."""
    columns = list(zip(*body.measures, strict=True))
    largest = [max(abs(m.number) for m in column) for column in columns]
    if min(largest) == 0 or max(largest) > DWARFED * min(largest):
        return False
    least = max(largest) / DWARFED
    numbers = [m for column in columns for m in column]
    if max(m.decimals for m in numbers) > MOST_DECIMALS:
        return False
    if all(_is_year(m) for m in numbers):
        return False
    return len([m for m in numbers if abs(m.number) >= least]) * 2 > len(numbers)


def _is_year(measure: Measure) -> bool:
    return measure.decimals == 0 and not measure.behind and 1900 <= int(measure.number) <= 2100


class Unit(Struct, frozen=True):
    """What the numbers count, and the names of the series, which may hold it."""

    words: Passage
    names: tuple[Passage, ...]
    is_known: bool
    is_percent: bool


def _unit(sheet: Sheet, body: Body, above: Sequence[Passage]) -> Unit | None:
    """None where there are several, or one that is not understood."""
    heads = [named(column) for column in sheet.columns]
    said: list[tuple[Passage, str]] = []
    for words in (*above, sheet.corner):
        found = said_unit(words) if words else None
        if found is not None:
            said.append(found)
        elif words and (own := named(words).unit):
            said.append((own, own.text))
    if any(not UNIT.fullmatch(text) for _, text in said):
        return None
    in_heads = {head.unit.text for head in heads}
    if len(in_heads) > 1:
        return None
    behind = (body.measures[0][0].unit, body.behind) if body.behind else None
    names = {
        text.replace("％", "%")
        for text in (*(text for _, text in said), *in_heads, body.behind)
        if text
    }
    if len(names) > 1:
        return None
    is_percent = names == {"%"}
    if heads[0].unit:
        return _unit_of_heads(sheet, heads, is_percent=is_percent)
    words = said[0][0] if said else behind[0] if behind and body.behind != "%" else EMPTY
    is_known = bool(names) or bool(body.before)
    return Unit(words, sheet.columns, is_known=is_known, is_percent=is_percent)


def _unit_of_heads(sheet: Sheet, heads: Sequence[Named], *, is_percent: bool) -> Unit:
    if len(heads) == 1:
        return Unit(EMPTY, sheet.columns, is_known=True, is_percent=is_percent)
    names = tuple(head.name for head in heads)
    return Unit(heads[0].unit, names, is_known=True, is_percent=is_percent)


def _is_one_quantity(sheet: Sheet, when: Sequence[int] | None) -> bool:
    """Whether numbers of which no unit is told measure one thing all the same."""
    of_times = times([name.text for name in sheet.columns]) is not None
    if when is not None:
        return len(sheet.columns) == 1 or of_times
    if INDEFINITE.fullmatch(sheet.corner.text):
        return False
    return len(sheet.columns) == 1 and COUNTS.fullmatch(sheet.columns[0].text) is not None


def _form(body: Body, when: Sequence[int] | None, *, is_percent: bool, is_whole: bool) -> ChartForm:
    if when is not None:
        return "line" if len(when) >= FEWEST_IN_LINE and is_even(when) else "column"
    numbers = [row[0].number for row in body.measures]
    is_single = all(len(row) == 1 for row in body.measures)
    if is_single and len(numbers) <= MOST_PARTS and min(numbers) > 0:
        adds_up = 99 <= sum(numbers) <= 101 if is_percent else is_whole
        if adds_up:
            return "pie"
    return "column"


def _category_title(corner: Passage, *, is_turned: bool) -> Passage:
    if not corner or said_unit(corner) or DIAGONAL.fullmatch(corner.text):
        return EMPTY
    if is_turned and not TIME_HEAD.fullmatch(corner.text):
        return EMPTY
    return named(corner).name


def _number_format(body: Body) -> str:
    """With as many decimals as all the cells have; as they come where these differ."""
    measures = [m for row in body.measures for m in row]
    decimals = {m.decimals for m in measures}
    if len(decimals) > 1:
        form = "General"
    else:
        form = "#,##0" if any(m.is_grouped for m in measures) else "0"
        form += "." + "0" * max(decimals) if max(decimals) else ""
    before = f'"{body.before}"' if body.before else ""
    behind = f'"{body.behind}"' if body.behind == "%" else ""
    return before + form + behind
