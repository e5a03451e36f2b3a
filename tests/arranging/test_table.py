from hypothesis import given, settings
from hypothesis import strategies as st

from slidegen.arranging import arrange
from slidegen.arranging.lines import broken
from slidegen.deck import Deck, TableSlide
from slidegen.document import Cell, Table
from slidegen.notices import Notice
from slidegen.passage import Label, Passage, Style
from slidegen.scene import Scene, TableItem, TextItem
from slidegen.theme_file import load_theme
from slidegen.units import Length

from .plain_theme import plain_theme

THEME = plain_theme()
ROOM = THEME.layout("table").slot("table").area


def cell(text: str, columns: int = 1, rows: int = 1) -> Cell:
    return Cell(Passage.of_line(text, 1), columns, rows)


def row(*texts: str) -> tuple[Cell, ...]:
    return tuple(map(cell, texts))


def scenes_of(table: Table, notices: list[Notice] | None = None) -> tuple[Scene, ...]:
    heard = [] if notices is None else notices
    return arrange(Deck((TableSlide(Label("表"), table),)), THEME, report=heard.append).scenes


def item_of(scene: Scene) -> TableItem:
    return next(item for item in scene.items if isinstance(item, TableItem))


def texts(item: TableItem) -> list[list[str]]:
    return [[cell.paragraph.text for cell in row.cells] for row in item.rows]


def test_a_small_table_stands_on_one_page_at_the_largest_size() -> None:
    (scene,) = scenes_of(Table((row("项目", "数量"), row("甲", "1")), header_rows=1))
    item = item_of(scene)

    assert texts(item) == [["项目", "数量"], ["甲", "1"]]
    assert item.step.sizes[0].pt == 20
    assert sum(width.emu for width in item.widths) == ROOM.width.emu


def test_a_row_is_as_high_as_its_lines() -> None:
    (scene,) = scenes_of(Table(tuple(row("甲", str(n)) for n in range(6))))

    # one line of 20 points at a pitch of 30, and 5 points above and below
    assert item_of(scene).rows[0].height.pt == 40


def test_a_row_with_a_word_in_bold_is_as_high_as_the_lines_of_bold_text() -> None:
    said = "The opportunity to award to small businesses exists and many small businesses have it. "
    words = Passage.of_line(said * 2 + "Yes.", 1, 0, Style(bold=True))
    item = item_of(*scenes_of(Table(((Cell(words), cell("甲" * 30)),) * 3)))
    room = item.widths[0] - THEME.table.margin_x * 2

    lines = broken(words.text, room, item.step.sizes[0], bold=True)

    assert len(lines) > len(broken(words.text, room, item.step.sizes[0]))
    assert item.rows[0].height.pt >= len(lines) * item.step.pitches[0].pt


def test_the_rows_of_a_small_table_are_higher_all_alike() -> None:
    (scene,) = scenes_of(Table((row("项目", "数量"), row("甲", "1")), header_rows=1))

    # as far as three quarters of a line's pitch
    assert [row.height.pt for row in item_of(scene).rows] == [62, 62]


@settings(deadline=None, max_examples=40)
@given(st.integers(1, 30))
def test_a_table_never_fills_its_page_to_the_brim(rows: int) -> None:
    for scene in scenes_of(Table(tuple(row("甲", str(n)) for n in range(rows)))):
        assert item_of(scene).area.height <= ROOM.height * 0.95
        assert scene.fit and scene.fit.fill <= 0.95


def test_numbers_stand_on_the_right_and_words_on_the_left() -> None:
    (scene,) = scenes_of(
        Table((row("项目", "数量"), row("甲", "1,200.5"), row("乙", "30%")), header_rows=1)
    )

    assert [[cell.align for cell in row.cells] for row in item_of(scene).rows] == [
        ["left", "right"]
    ] * 3


def test_a_stray_word_does_not_make_a_column_of_numbers_one_of_words() -> None:
    body = [row(f"第{n}项", str(n)) for n in range(5)]
    table = Table((row("项目", "数量"), *body, row("第六项", "待定")), header_rows=1)
    (scene,) = scenes_of(table)

    assert [cell.align for cell in item_of(scene).rows[-1].cells] == ["left", "right"]


def bold_rows(item: TableItem) -> list[list[bool]]:
    return [[cell.paragraph.bold is True for cell in row.cells] for row in item.rows]


def test_a_row_that_sums_up_the_others_is_bold_and_has_a_rule_over_it() -> None:
    rows = (row("项目", "数量"), row("甲", "1"), row("乙", "2"), row("合 计", "3"))
    item = item_of(scenes_of(Table(rows, header_rows=1))[0])

    assert [row.is_total for row in item.rows] == [False, False, False, True]
    # the head's own weight is in the table style
    assert bold_rows(item) == [[False] * 2] * 3 + [[True] * 2]


def test_a_first_column_under_an_empty_corner_is_a_head_too() -> None:
    named = Table((row("", "一"), row("甲", "1")), header_rows=1)
    plain = Table((row("项", "一"), row("甲", "1")), header_rows=1)

    assert bold_rows(item_of(scenes_of(named)[0]))[1] == [True, False]
    assert bold_rows(item_of(scenes_of(plain)[0]))[1] == [False, False]


def test_a_page_has_only_columns_in_which_a_cell_begins() -> None:
    wide = tuple((cell(f"第{n}条", 2), cell("文")) for n in range(3))
    (scene,) = scenes_of(Table(wide))
    item = item_of(scene)

    assert [len(row.cells) for row in item.rows] == [2, 2, 2]
    assert {cell.columns for row in item.rows for cell in row.cells} == {1}
    assert len(item.widths) == 2
    assert sum(width.emu for width in item.widths) == ROOM.width.emu


def test_the_head_is_repeated_on_every_page() -> None:
    notices: list[Notice] = []
    body = [row(f"第{n}项", str(n)) for n in range(30)]
    scenes = scenes_of(Table((row("项目", "数量"), *body), header_rows=1), notices)

    assert len(scenes) > 1
    assert all(texts(item_of(scene))[0] == ["项目", "数量"] for scene in scenes)
    assert [line for scene in scenes for line in texts(item_of(scene))[1:]] == [
        [f"第{n}项", str(n)] for n in range(30)
    ]
    assert [notice.kind for notice in notices] == ["table-continued"]


def test_what_is_more_than_anyone_shows_is_told_in_the_notes_of_the_last_page() -> None:
    notices: list[Notice] = []
    body = [row(f"第{n}项", str(n)) for n in range(500)]
    scenes = scenes_of(Table((row("项目", "数量"), *body), header_rows=1), notices)
    shown = [line for scene in scenes for line in texts(item_of(scene))[1:]]
    told = [[str(cell) for cell in cells] for scene in scenes for cells in scene.told]

    assert len(scenes) == 40
    assert shown + told == [[f"第{n}项", str(n)] for n in range(500)]
    assert [scene for scene in scenes if scene.told] == [scenes[-1]]
    assert [notice.kind for notice in notices if notice.counts] == ["text-does-not-fit"]


def test_rows_are_spread_evenly() -> None:
    scenes = scenes_of(Table(tuple(row(f"第{n}项", str(n)) for n in range(30))))
    counts = [len(item_of(scene).rows) for scene in scenes]

    assert max(counts) - min(counts) <= 1


def test_a_spanning_cell_covers_its_squares() -> None:
    table = Table((row("一", "二", "三"), (cell("宽", 2, 2), cell("右")), row("下")))
    (scene,) = scenes_of(table)
    rows = item_of(scene).rows

    assert [[cell.covered for cell in row.cells] for row in rows] == [
        [False, False, False],
        [False, True, False],
        [True, True, False],
    ]
    assert (rows[1].cells[0].columns, rows[1].cells[0].rows) == (2, 2)


def test_a_spanning_cell_has_the_height_that_it_needs() -> None:
    long = "推动经济实现质的有效提升和量的合理增长"
    (scene,) = scenes_of(Table(((cell(long * 6, 1, 2), cell(long)), row(long))))
    item = item_of(scene)
    inner = item.widths[0].pt - 16

    lines = -(-len(long * 6) * item.step.sizes[0].pt // inner)
    assert sum(row.height.pt for row in item.rows) >= lines * item.step.pitches[0].pt


def test_a_cell_that_spans_more_than_a_page_is_shown_again_on_the_next() -> None:
    first = (cell("总类", 1, 40), cell("第0项"))
    scenes = scenes_of(Table((first, *(row(f"第{n}项") for n in range(1, 40)))))

    assert len(scenes) > 1
    for scene in scenes:
        item = item_of(scene)
        assert item.rows[0].cells[0].paragraph.text == "总类"
        assert item.rows[0].cells[0].rows == len(item.rows)


def test_columns_that_do_not_stand_side_by_side_go_on_next_pages_behind_the_first() -> None:
    head = row("地区", *(f"第{n}项主要指标" for n in range(30)))
    scenes = scenes_of(Table((head, row("甲", *(str(n) for n in range(30)))), header_rows=1))
    shown = [texts(item_of(scene)) for scene in scenes]

    assert len(scenes) > 1
    assert all(rows[1][0] == "甲" for rows in shown)
    assert [text for rows in shown for text in rows[1][1:]] == [str(n) for n in range(30)]


def test_of_a_cell_that_no_page_holds_the_whole_is_in_the_notes() -> None:
    notices: list[Notice] = []
    long = "推动经济实现质的有效提升和量的合理增长" * 80
    (scene,) = scenes_of(Table((row("甲", long),)), notices)

    assert [note.text for note in scene.notes] == [long]
    assert long.startswith(texts(item_of(scene))[0][1])
    assert [(notice.kind, notice.counts) for notice in notices] == [("text-does-not-fit", True)]


def test_an_empty_table_makes_no_page() -> None:
    assert scenes_of(Table(())) == ()


CELLS = st.builds(
    cell,
    st.text(alphabet="推动经济增长，。12% abc", max_size=40),
    st.integers(1, 3),
    st.integers(1, 4),
)
TABLES = st.builds(
    Table,
    st.lists(st.lists(CELLS, max_size=7).map(tuple), max_size=25).map(tuple),
    st.integers(0, 2),
)


@settings(deadline=None, max_examples=60)
@given(TABLES)
def test_any_table_keeps_inside_its_place_and_is_a_sound_grid(table: Table) -> None:
    for scene in scenes_of(table):
        item = item_of(scene)
        squares = {
            (number + down, column + across)
            for number, row in enumerate(item.rows)
            for column, cell in enumerate(row.cells)
            if not cell.covered
            for down in range(cell.rows)
            for across in range(cell.columns)
        }

        assert ROOM.contains(item.area)
        assert item.area.height.emu == sum(row.height.emu for row in item.rows)
        assert all(len(row.cells) == len(item.widths) for row in item.rows)
        assert squares == {
            (number, column)
            for number in range(len(item.rows))
            for column in range(len(item.widths))
        }


@settings(deadline=None, max_examples=60)
@given(TABLES)
def test_every_cell_of_any_table_is_shown_or_in_the_notes(table: Table) -> None:
    scenes = scenes_of(table)
    shown = {text for scene in scenes for line in texts(item_of(scene)) for text in line}
    shown |= {note.text for scene in scenes for note in scene.notes}

    assert {cell.passage.text for row in table.rows for cell in row} - shown <= {""}


def test_a_table_stands_below_its_unit_and_both_have_air() -> None:
    theme = load_theme("gov-red")
    table = Table(
        (row("项目", "数量"), row("甲", "1")), header_rows=1, unit=Passage.of_line("万元", 1)
    )
    (scene,) = arrange(Deck((TableSlide(Label("表"), table),)), theme).scenes
    rule = Length.inches(1.83)
    unit = next(item for item in scene.items if isinstance(item, TextItem) and item.slot == "unit")

    assert unit.area.top - rule >= Length.points(5)
    assert item_of(scene).area.top - unit.area.bottom >= Length.points(5)
