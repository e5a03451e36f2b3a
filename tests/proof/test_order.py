"""Points keep the order of the document, within a slide and from slide to slide."""

from __future__ import annotations

from slidegen.proof import check

from .sketches import cut, document, grid, page, proof

SOURCE = document(
    "绿化工作", "首先规划道路", "其次铺设管线", "最后种植树木", "养护工作", "每周浇水"
)
TITLE, ROADS, PIPES, TREES, CARE, WATER = (cut(SOURCE, line) for line in SOURCE.lines)


def inversions(*pages) -> int:
    return proof(SOURCE, *pages).order_inversions


def test_the_order_of_the_document_has_no_inversions() -> None:
    assert inversions(page(ROADS, PIPES), page(TREES, WATER)) == 0


def test_a_point_before_its_predecessor_is_one() -> None:
    assert inversions(page(TREES, ROADS, PIPES)) == 1
    assert inversions(page(TREES), page(ROADS, PIPES)) == 1


def test_points_of_one_line_have_an_order_too() -> None:
    source = document("规划道路，铺设管线。")

    assert proof(source, page(cut(source, "铺设管线"), cut(source, "规划道路"))).order_inversions


def test_titles_and_what_stands_on_covers_and_agendas_come_beforehand() -> None:
    cover = page(WATER, title=CARE, layout="cover")
    agenda = page(TITLE, CARE, layout="agenda")

    assert inversions(cover, agenda, page(ROADS, title=CARE)) == 0


def test_parts_come_behind_the_overview_of_their_section() -> None:
    overview = page(TITLE, CARE)

    assert inversions(overview, page(ROADS, PIPES, title=TITLE), page(WATER, title=CARE)) == 0
    assert inversions(overview, page(WATER, title=CARE), page(ROADS, title=TITLE)) == 1
    assert inversions(overview, page(PIPES, ROADS, title=TITLE)) == 1
    assert inversions(overview, page(PIPES, title=TITLE), page(ROADS, title=TITLE)) == 1


def test_a_part_may_be_titled_by_its_number_alone() -> None:
    source = document("概述", "第一部分：道路", "规划道路", "第二部分：绿化")
    overview = page(cut(source, "道路"), cut(source, "绿化"))
    part = page(cut(source, "规划道路"), title=cut(source, "第一部分"))

    assert proof(source, overview, part).order_inversions == 0


def test_an_exhibit_may_stand_behind_the_points_of_its_section() -> None:
    assert inversions(page(ROADS, TREES), grid([PIPES]), page(WATER)) == 0


def test_the_head_of_a_table_stands_on_each_of_its_pages() -> None:
    assert inversions(grid([TITLE], [ROADS]), grid([TITLE], [PIPES])) == 0


def test_cells_keep_their_order() -> None:
    assert inversions(grid([ROADS, TREES], [PIPES, WATER])) == 1
    assert inversions(grid([WATER]), grid([ROADS])) == 1


def test_points_out_of_order_are_no_error() -> None:
    check(proof(SOURCE, page(TREES, ROADS, notes=[TITLE, PIPES, CARE, WATER])))
