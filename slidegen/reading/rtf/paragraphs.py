"""Where a paragraph, a cell or a row ends, and what is said of the row to come."""

from __future__ import annotations

from msgspec.structs import replace

from slidegen.reading.rtf.state import Character, Destination
from slidegen.reading.rtf.walking import Walker


def end_paragraph(walker: Walker) -> None:
    if walker.is_in_text:
        if walker.state.character.deleted:
            walker.write_text(" ")  # a mark that was deleted joins two paragraphs
            return
        walker.count_paragraph()
        walker.flow.end_paragraph(walker.state.format)


def end_cell(walker: Walker) -> None:
    if walker.is_in_text:
        walker.count_paragraph()
        walker.flow.end_cell(walker.state.format)


def end_nested_cell(walker: Walker) -> None:
    if walker.is_in_text:
        walker.flow.end_nested_cell(walker.state.format)


def end_row(walker: Walker) -> None:
    if walker.is_in_text:
        walker.flow.end_row()


def begin_row(walker: Walker) -> None:
    if walker.is_in_text:
        walker.flow.begin_row()


def mark_head(walker: Walker) -> None:
    walker.flow.plan.is_head = True


def merge_left(walker: Walker) -> None:
    walker.flow.plan.continues_left = True


def merge_up(walker: Walker) -> None:
    walker.flow.plan.continues_above = True


def end_planned_cell(walker: Walker, number: int | None) -> None:
    if walker.is_in_text:
        walker.flow.plan.end_cell(number or 0)


def open_marker(walker: Walker) -> None:
    walker.lists.are_written_out = True
    walker.flow.marker = ""
    walker.state = replace(
        walker.state, destination=Destination.MARKER, character=Character(deleted=False)
    )
