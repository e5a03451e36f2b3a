"""The proof itself is tried: a finished deck is altered in its file, and the proof notices.

Each alteration is made to decks of several kinds, wherever there is something to
alter, and names the evidence by which it has to be found. None of them goes
through: `check` raises for all.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from pptx import Presentation

from documents import REPORT, SAMPLES, SPEECH
from slidegen.errors import UnfaithfulDeck
from slidegen.options import Options
from slidegen.pipeline import Conversion, convert
from slidegen.proof import Proof, check, prove
from slidegen.proof.wording import fold
from slidegen.theme_file import load_theme
from slidegen.writing.read_back import read_back

NOTICE = Path(__file__).parent / "documents" / "notice.md"
DOCUMENTS = (NOTICE, SPEECH, REPORT, *(path for path in SAMPLES if path.stem == "flood-memo"))
"""A notice with a table, a speech, a report told in full, and an English memorandum."""


@cache
def made(path: Path) -> Conversion:
    return convert(path)


def proof_of(deck: Any, conversion: Conversion) -> Proof:
    """Of the file that *deck* makes, as the program itself asks for it."""
    file = BytesIO()
    deck.save(file)
    stages = conversion.stages
    return prove(
        read_back(file.getvalue(), stages.theme),
        stages.document,
        dropped=[dropped.passage for dropped in stages.outline.dropped],
        scenes=stages.scenes.scenes,
        continued=stages.deck.continued.text,
        footer=stages.deck.footer,
    )


def evidence(proof: Proof) -> set[str]:
    """What the figures of *proof* tell."""
    told = {fault.kind for fault in proof.faults}
    return {
        *told,
        *(["foreign"] if proof.foreign else ()),
        *(["lost"] if proof.lost else ()),
        *(["not verbatim"] if proof.verbatim < 1 else ()),
        *(["out of order"] if proof.order_inversions else ()),
    }


# What there is in a deck to alter.


THEME = load_theme(Options().theme, Options().aspect)
LAYOUTS = {layout.title: layout.name for layout in THEME.layouts}


def slot_of(slide: Any, shape: Any) -> str | None:
    layout = THEME.layout(LAYOUTS[slide.slide_layout.name])
    idx = shape.placeholder_format.idx
    return next((slot.name for slot in layout.slots if slot.idx == idx), None)


def frames(deck: Any, layout: str, name: str) -> Iterator[Any]:
    """The text frames in placeholders of a kind, on slides of a layout."""
    for slide in deck.slides:
        if layout == LAYOUTS[slide.slide_layout.name]:
            for shape in slide.placeholders:
                if shape.has_text_frame and slot_of(slide, shape) == name:
                    yield shape.text_frame


WITHOUT_POINTS = ("cover", "agenda", "divider", "closing")
BODY = re.compile(r"body|left|right|card-\d|statement")


def bodies(deck: Any) -> Iterator[Any]:
    """The text frames that hold points, in order."""
    for slide in deck.slides:
        if LAYOUTS[slide.slide_layout.name] not in WITHOUT_POINTS:
            for shape in slide.placeholders:
                if shape.has_text_frame and BODY.fullmatch(slot_of(slide, shape) or ""):
                    yield shape.text_frame


def points(deck: Any) -> Iterator[Any]:
    return (paragraph for body in bodies(deck) for paragraph in body.paragraphs)


def titles(deck: Any) -> Iterator[Any]:
    pages = (name for name in LAYOUTS.values() if name not in WITHOUT_POINTS)
    return (p for name in pages for f in frames(deck, name, "title") for p in f.paragraphs)


def entries(deck: Any) -> Iterator[Any]:
    names = ("body", "left", "right")
    return (p for name in names for f in frames(deck, "agenda", name) for p in f.paragraphs)


def cells(deck: Any) -> Iterator[Any]:
    for slide in deck.slides:
        for shape in slide.shapes:
            if getattr(shape, "has_table", False):
                yield from (cell.text_frame.paragraphs[0] for cell in shape.table.iter_cells())


def notes(deck: Any) -> Iterator[Any]:
    return (
        paragraph
        for slide in deck.slides
        if slide.has_notes_slide
        for paragraph in slide.notes_slide.notes_text_frame.paragraphs
    )


# Ways to alter it. Each says whether there was anything of its kind.


def rewritten(paragraphs: Iterator[Any], pattern: str, change: str | Callable[..., str]) -> bool:
    """The first words that *pattern* finds in any run, changed."""
    for paragraph in paragraphs:
        for run in paragraph.runs:
            new, number = re.subn(pattern, change, run.text, count=1)
            if number:
                run.text = new
                return True
    return False


def other_digit(match: re.Match[str]) -> str:
    return str((int(match.group()) + 3) % 10)


def exchanged(one: Any, other: Any) -> None:
    """Two elements of one parent, each in the other's place."""
    parent = one.getparent()
    first, second = parent.index(one), parent.index(other)
    parent[first], parent[second] = deepcopy(other), deepcopy(one)


def drop_a_sentence_of_the_notes(deck: Any) -> bool:
    said = (s for p in notes(deck) for s in re.findall(r"[^。.；;]+[。.；;]", p.text))
    return rewritten(notes(deck), re.escape(max(said, key=len)), "")


def empty_the_notes(deck: Any) -> bool:
    for paragraph in notes(deck):
        paragraph.clear()
    return True


def move_notes_to_another_slide(deck: Any) -> bool:
    with_notes = [slide for slide in deck.slides if slide.has_notes_slide]
    for one, other in pairwise(with_notes):
        words = other.notes_slide.notes_text_frame
        if one.notes_slide.notes_text_frame.text and words.text:
            one.notes_slide.notes_text_frame.add_paragraph().text = words.paragraphs[0].text
            words.paragraphs[0].clear()
            return True
    return False


def drop_a_slide(deck: Any) -> bool:
    listed = deck.slides._sldIdLst
    listed.remove(listed[len(listed) // 2])
    return True


def exchange_two_slides(deck: Any) -> bool:
    listed = deck.slides._sldIdLst
    exchanged(listed[-2], listed[-1])
    return True


def drop_a_point(deck: Any) -> bool:
    element = next(points(deck))._p
    element.getparent().remove(element)
    return True


def repeat_a_point(deck: Any) -> bool:
    element = next(points(deck))._p
    element.addnext(deepcopy(element))
    return True


def exchange_two_points(deck: Any) -> bool:
    body = next(body for body in bodies(deck) if len(body.paragraphs) > 1)
    exchanged(body.paragraphs[0]._p, body.paragraphs[1]._p)
    return True


def add_a_point_of_another_document(deck: Any) -> bool:
    next(bodies(deck)).add_paragraph().text = "Repair the harbour wall before the summer"
    return True


def change_a_digit_of_a_point(deck: Any) -> bool:
    return rewritten(points(deck), r"\d", other_digit)


def change_a_digit_of_a_title(deck: Any) -> bool:
    return rewritten(titles(deck), r"\d", other_digit)


def numerals(deck: Any) -> Iterator[Any]:
    return (p for frame in frames(deck, "figures", "figures") for p in frame.paragraphs)


def change_a_numeral(deck: Any) -> bool:
    return rewritten(numerals(deck), r"\d", other_digit)


def lose_a_digit_of_a_numeral(deck: Any) -> bool:
    return rewritten(numerals(deck), r"\d(?=\d)", "")


def exchange_what_two_numerals_say(deck: Any) -> bool:
    for frame in frames(deck, "figures", "figures"):
        if len(frame.paragraphs) > 3:
            exchanged(frame.paragraphs[1]._p, frame.paragraphs[3]._p)
            return True
    return False


def change_a_digit_of_the_agenda(deck: Any) -> bool:
    return rewritten(entries(deck), r"\d", other_digit)


def change_a_number_of_the_agenda(deck: Any) -> bool:
    return rewritten(entries(deck), "二", "三")


def change_a_digit_of_the_date(deck: Any) -> bool:
    dates = (p for frame in frames(deck, "cover", "date") for p in frame.paragraphs)
    return rewritten(dates, r"\d(?=\D*$)", other_digit)


def change_a_digit_of_a_cell(deck: Any) -> bool:
    return rewritten(cells(deck), r"\d", other_digit)


def change_the_number_of_a_divider(deck: Any) -> bool:
    numbers = (p for frame in frames(deck, "divider", "number") for p in frame.paragraphs)
    return rewritten(numbers, r"[一1]", "四")


def change_the_number_before_a_point(deck: Any) -> bool:
    return rewritten(points(deck), r"^[（(]?[一1]", lambda match: match.group()[:-1] + "九")


def change_the_foot_of_a_page(deck: Any) -> bool:
    feet = (p for frame in frames(deck, "content", "footer") for p in frame.paragraphs)
    return rewritten(feet, r"\w$", "件")


def exchange_two_cells(deck: Any) -> bool:
    figures = [cell for cell in cells(deck) if re.fullmatch(r"[\d.]+", cell.text)]
    for one, other in pairwise(figures):
        if one.text != other.text:
            one.runs[0].text, other.runs[0].text = other.text, one.text
            return True
    return False


def charts(deck: Any) -> Iterator[Any]:
    for slide in deck.slides:
        yield from (shape.chart for shape in slide.shapes if getattr(shape, "has_chart", False))


def changed_in_charts(deck: Any, path: str, change: Callable[[str], str]) -> bool:
    """The first words that *path* leads to in any chart, changed."""
    for chart in charts(deck):
        for found in chart.part._element.xpath(path):
            found.text = change(found.text)
            return True
    return False


def change_a_number_of_a_chart(deck: Any) -> bool:
    return changed_in_charts(deck, "//c:val//c:v", lambda text: text[:-1] + "7")


def change_a_sign_in_a_chart(deck: Any) -> bool:
    return changed_in_charts(deck, "//c:val//c:v", lambda text: "-" + text)


def change_a_category_of_a_chart(deck: Any) -> bool:
    return changed_in_charts(deck, "//c:cat//c:v", lambda text: text + "等")


def change_a_series_of_a_chart(deck: Any) -> bool:
    return changed_in_charts(deck, "//c:ser/c:tx//c:v", lambda text: text[1:])


def change_the_title_of_an_axis(deck: Any) -> bool:
    return changed_in_charts(deck, "//c:title//a:t", lambda text: text[::-1])


def show_a_chart_in_percent(deck: Any) -> bool:
    for chart in charts(deck):
        for found in chart.part._element.xpath("//c:dLbls/c:numFmt"):
            found.set("formatCode", '0.0"%"')
            return True
    return False


def exchange_two_numbers_of_a_chart(deck: Any) -> bool:
    for chart in charts(deck):
        one, other = chart.part._element.xpath("//c:val//c:v")[:2]
        one.text, other.text = other.text, one.text
        return True
    return False


def change_a_number_in_the_workbook_of_a_chart(deck: Any) -> bool:
    for chart in charts(deck):
        book = chart.part.chart_workbook.xlsx_part
        changed = BytesIO()
        with zipfile.ZipFile(BytesIO(book.blob)) as old, zipfile.ZipFile(changed, "w") as new:
            for name in old.namelist():
                text = old.read(name)
                if name == "xl/worksheets/sheet1.xml":
                    text = re.sub(rb"(?<=<v>)\d", b"9", text, count=1)
                new.writestr(name, text)
        book._blob = changed.getvalue()
        return True
    return False


def move_a_digit_over_the_tab_of_a_row_in_the_notes(deck: Any) -> bool:
    return rewritten(notes(deck), r"\t(\d)", r"\1\t")


def lose_a_row_of_a_table_in_the_notes(deck: Any) -> bool:
    for paragraph in notes(deck):
        if "\t" in paragraph.text:
            paragraph._p.getparent().remove(paragraph._p)
            return True
    return False


def edit_a_word(deck: Any) -> bool:
    return rewritten(points(deck), r"抓好|加强|改善|Officers|must|提高", "弱化")


def insert_a_negation(deck: Any) -> bool:
    return rewritten(points(deck), r"要|will|must|完成|新增", lambda match: "不" + match.group())


def lose_a_negation(deck: Any) -> bool:
    return rewritten(points(deck), r"不得|\bNo\b|cannot", "")


def replace_a_name(deck: Any) -> bool:
    return rewritten(points(deck), "《行道树", "《绿化树")


def lose_a_comma(deck: Any) -> bool:
    return rewritten(points(deck), "[，,]", "")


@dataclass(frozen=True)
class Caught:
    by: set[str]
    """The evidence that there has to be, at least."""
    decks: int
    """In how many of the decks there is something to alter, at least."""


MUTATIONS: dict[Callable[[Any], bool], Caught] = {
    drop_a_sentence_of_the_notes: Caught({"notes", "lost"}, 4),
    empty_the_notes: Caught({"notes", "lost"}, 4),
    move_notes_to_another_slide: Caught({"notes"}, 4),
    drop_a_slide: Caught({"slides", "missing"}, 4),
    exchange_two_slides: Caught({"changed", "not verbatim"}, 3),
    drop_a_point: Caught({"missing"}, 4),
    repeat_a_point: Caught({"added", "not verbatim"}, 4),
    exchange_two_points: Caught({"moved", "out of order"}, 4),
    add_a_point_of_another_document: Caught({"added", "not verbatim"}, 4),
    change_a_digit_of_a_point: Caught({"foreign", "changed", "not verbatim"}, 4),
    change_a_digit_of_a_title: Caught({"foreign", "changed", "not verbatim"}, 2),
    change_a_numeral: Caught({"foreign", "changed", "not verbatim"}, 1),
    lose_a_digit_of_a_numeral: Caught({"foreign", "changed", "not verbatim"}, 1),
    exchange_what_two_numerals_say: Caught({"moved"}, 1),
    change_a_digit_of_the_agenda: Caught({"foreign", "changed", "not verbatim"}, 2),
    change_a_number_of_the_agenda: Caught({"changed", "not verbatim"}, 3),
    change_a_digit_of_the_date: Caught({"foreign", "changed", "not verbatim"}, 3),
    change_a_digit_of_a_cell: Caught({"foreign", "changed", "not verbatim"}, 1),
    change_a_number_of_a_chart: Caught({"added", "not verbatim"}, 1),
    change_a_sign_in_a_chart: Caught({"added", "not verbatim"}, 1),
    change_a_category_of_a_chart: Caught({"added", "not verbatim"}, 1),
    change_a_series_of_a_chart: Caught({"added", "not verbatim"}, 1),
    change_the_title_of_an_axis: Caught({"changed", "not verbatim"}, 1),
    show_a_chart_in_percent: Caught({"changed", "foreign", "not verbatim"}, 1),
    exchange_two_numbers_of_a_chart: Caught({"added", "not verbatim"}, 1),
    change_a_number_in_the_workbook_of_a_chart: Caught({"added", "not verbatim"}, 1),
    move_a_digit_over_the_tab_of_a_row_in_the_notes: Caught({"notes"}, 1),
    lose_a_row_of_a_table_in_the_notes: Caught({"notes"}, 1),
    change_the_number_of_a_divider: Caught({"changed"}, 2),
    change_the_number_before_a_point: Caught({"changed", "not verbatim"}, 2),
    change_the_foot_of_a_page: Caught({"changed"}, 3),
    exchange_two_cells: Caught({"foreign", "changed", "not verbatim"}, 1),
    edit_a_word: Caught({"changed", "not verbatim"}, 4),
    insert_a_negation: Caught({"changed", "not verbatim"}, 4),
    lose_a_negation: Caught({"changed", "not verbatim"}, 2),
    replace_a_name: Caught({"foreign", "changed", "not verbatim"}, 1),
    lose_a_comma: Caught({"changed", "not verbatim"}, 2),
}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_a_deck_that_is_as_it_was_made_is_true(path: Path) -> None:
    found = proof_of(Presentation(BytesIO(made(path).pptx)), made(path))

    check(found)
    assert evidence(found) == set()


@pytest.mark.parametrize("mutate", MUTATIONS, ids=lambda mutate: mutate.__name__)
def test_an_altered_deck_is_caught(mutate: Callable[[Any], bool]) -> None:
    expected = MUTATIONS[mutate]
    altered = 0
    for path in DOCUMENTS:
        deck = Presentation(BytesIO(made(path).pptx))
        if not mutate(deck):
            continue
        altered += 1
        found = proof_of(deck, made(path))

        assert expected.by <= evidence(found), path.stem
        with pytest.raises(UnfaithfulDeck):
            check(found)
    assert altered >= expected.decks


LETTERS = "不未无一二十百万0123456789amz，。、%（《"


@settings(deadline=None, max_examples=40)
@given(
    number=st.integers(0, len(DOCUMENTS) - 1),
    spot=st.integers(0, 100_000),
    letter=st.sampled_from(LETTERS),
)
def test_any_other_character_on_any_slide_is_caught(number: int, spot: int, letter: str) -> None:
    conversion = made(DOCUMENTS[number])
    deck = Presentation(BytesIO(conversion.pptx))
    runs = [
        run
        for slide in deck.slides
        for shape in slide.shapes
        for paragraph in _paragraphs(shape)
        for run in paragraph.runs
    ]
    ends = [(run, at) for run in runs for at in range(len(run.text))]
    run, at = ends[spot % len(ends)]
    before = run.text
    run.text = before[:at] + letter + before[at + 1 :]
    assume(fold(run.text) != fold(before))

    with pytest.raises(UnfaithfulDeck):
        check(proof_of(deck, conversion))


def _paragraphs(shape: Any) -> Iterator[Any]:
    if shape.has_text_frame:
        yield from shape.text_frame.paragraphs
    elif getattr(shape, "has_table", False):
        for cell in shape.table.iter_cells():
            yield from cell.text_frame.paragraphs


@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_any_other_character_in_any_notes_is_caught(data: st.DataObject) -> None:
    conversion = made(data.draw(st.sampled_from(DOCUMENTS)))
    stages = conversion.stages
    slides = list(read_back(conversion.pptx, stages.theme))
    spots = [(n, m) for n, slide in enumerate(slides) for m, text in enumerate(slide.notes) if text]
    slide, note = data.draw(st.sampled_from(spots))
    said = list(slides[slide].notes)
    at = data.draw(st.integers(0, len(said[note]) - 1))
    other = said[note][:at] + data.draw(st.sampled_from(LETTERS)) + said[note][at + 1 :]
    assume(fold(other) != fold(said[note]))
    said[note] = other
    slides[slide] = replace(slides[slide], notes=tuple(said))

    found = prove(
        slides,
        stages.document,
        dropped=[dropped.passage for dropped in stages.outline.dropped],
        scenes=stages.scenes.scenes,
        continued=stages.deck.continued.text,
        footer=stages.deck.footer,
    )

    with pytest.raises(UnfaithfulDeck):
        check(found)
