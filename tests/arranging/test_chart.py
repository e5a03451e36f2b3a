from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from slidegen.arranging import arrange
from slidegen.deck import Chart, ChartForm, ChartSlide, Datum, Deck, Series
from slidegen.document import Cell, Table
from slidegen.passage import EMPTY, Label, Passage
from slidegen.scene import ChartItem, Scene, TableItem

from .plain_theme import plain_theme

THEME = plain_theme()
ROOM = THEME.layout("chart").slot("chart").area


def words(text: str) -> Passage:
    return Passage.of_line(text, 1)


def slide_of(
    form: ChartForm,
    names: list[str],
    columns: dict[str, list[str]],
    *,
    over: str = "",
    unit: str = "",
) -> ChartSlide:
    head = tuple(Cell(words(text)) for text in (over, *columns))
    rows = [
        (Cell(words(name)), *(Cell(words(column[at])) for column in columns.values()))
        for at, name in enumerate(names)
    ]
    table = Table((head, *rows), header_rows=1)
    chart = Chart(
        form,
        categories=tuple(map(words, names)),
        series=tuple(
            Series(words(name), tuple(Datum(Decimal(n), words(n)) for n in column))
            for name, column in columns.items()
        ),
        category_title=words(over) if over else EMPTY,
        unit=words(unit) if unit else EMPTY,
    )
    told = tuple(tuple(cell.passage for cell in row) for row in table.rows)
    return ChartSlide(Label("表"), chart, table, told=told)


def scene_of(slide: ChartSlide) -> Scene:
    return arrange(Deck((slide,)), THEME).scenes[0]


def chart_in(scene: Scene) -> ChartItem | None:
    return next((item for item in scene.items if isinstance(item, ChartItem)), None)


def drawn(slide: ChartSlide) -> ChartItem:
    item = chart_in(scene_of(slide))
    assert item is not None
    return item


def numbers(count: int) -> list[str]:
    return [str(10 + at) for at in range(count)]


def test_short_names_stand_below_upright_columns_with_their_numbers() -> None:
    item = drawn(slide_of("column", ["甲", "乙", "丙"], {"产值": numbers(3)}))

    assert (item.size.pt, item.is_horizontal, item.has_labels, item.has_legend) == (
        16,
        False,
        True,
        False,
    )


def test_long_names_stand_beside_lying_columns() -> None:
    names = [f"{name}精密机械制造股份公司" for name in "甲乙丙丁戊己"]

    assert drawn(slide_of("column", names, {"产值": numbers(6)})).is_horizontal


def test_times_are_never_laid_down() -> None:
    names = [f"{year}年第一季度" for year in range(2018, 2024)]
    item = drawn(slide_of("line", names, {"产值": numbers(6)}))

    assert not item.is_horizontal


def test_where_numbers_would_touch_an_axis_shows_them() -> None:
    item = drawn(slide_of("column", list("甲乙丙丁戊己庚辛壬癸"), {"产": ["1234567890"] * 10}))

    assert not item.has_labels
    assert item.step == Decimal("250000000")


def test_several_series_have_a_legend_and_several_lines_no_numbers() -> None:
    years = ["2021", "2022", "2023", "2024"]
    columns = drawn(slide_of("column", years, {"甲": numbers(4), "乙": numbers(4)}))
    lines = drawn(slide_of("line", years, {"甲": numbers(4), "乙": numbers(4)}))

    assert columns.has_legend
    assert columns.has_labels
    assert lines.has_legend
    assert not lines.has_labels


def test_what_finds_no_room_stays_a_table_and_is_not_told_twice() -> None:
    names = [f"{name}推动经济实现质的有效提升和量的合理增长" for name in "甲乙丙丁戊己庚辛壬癸子丑"]
    scene = scene_of(slide_of("column", names, {"甲": numbers(12), "乙": numbers(12)}))

    assert scene.kind == "table"
    assert any(isinstance(item, TableItem) for item in scene.items)
    assert not scene.told


def test_the_notes_of_a_chart_tell_its_table() -> None:
    scene = scene_of(slide_of("pie", ["甲", "乙", "丙"], {"比重": ["20", "30", "50"]}))

    assert [[str(cell) for cell in row] for row in scene.told][1] == ["甲", "20"]


NAMES = st.text(alphabet="东湖区工业产值年ABc 12", min_size=1, max_size=24).map(str.strip)
CHARTS = st.tuples(
    st.sampled_from(["column", "line", "pie"]),
    st.lists(NAMES.filter(bool), min_size=3, max_size=12, unique=True),
    st.lists(NAMES.filter(bool), min_size=1, max_size=4, unique=True),
    st.integers(-5, 10**7),
    NAMES,
    NAMES,
)


@settings(deadline=None, max_examples=150)
@given(CHARTS)
def test_any_chart_keeps_inside_its_place(
    given_: tuple[ChartForm, list[str], list[str], int, str, str],
) -> None:
    form, names, series, number, over, unit = given_
    series = series[:1] if form == "pie" else series
    columns = {name: [str(number + at) for at in range(len(names))] for name in series}
    item = chart_in(scene_of(slide_of(form, names, columns, over=over, unit=unit)))
    if item is None:
        return
    titles = [title for title in (item.value_title, item.category_title) if title]

    assert ROOM.contains(item.area)
    assert item.area.height <= ROOM.height * 0.95
    assert all(ROOM.contains(area) for area in (item.plot, *titles))
    assert not any(item.plot.overlaps(title) for title in titles)
    assert item.plot.width * 3 > ROOM.height
    assert item.plot.height * 3 > ROOM.height
    assert item.step is None or item.step > 0
