"""RTF to documents: what is understood, what is left out and said, and what does no harm."""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from time import perf_counter

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from slidegen.document import Document, Picture, Table, passages
from slidegen.errors import EmptySource, SourceError, SourceTooLarge
from slidegen.notices import Notice
from slidegen.reading import read

from ..cases import Case, cases
from ..dump import dump, runs_of

CASES = cases(str(Path(__file__).parent / "cases" / "rtf.txt"))


def rtf(body: str) -> bytes:
    return b"{\\rtf1\\ansi\\ansicpg936\\pard " + body.encode("ascii") + b"\\par}"


def escaped(text: str) -> str:
    """*text* as Word writes what the file's code page may lack."""
    units = text.encode("utf-16-le")
    codes = (int.from_bytes(units[at : at + 2], "little") for at in range(0, len(units), 2))
    return "".join(f"\\u{code if code < 0x8000 else code - 0x10000}?" for code in codes)


def words(document: Document) -> list[str]:
    return [passage.text for block in document.blocks for passage in passages(block)]


def read_with_notices(data: bytes) -> tuple[Document, dict[str, Notice]]:
    notices: list[Notice] = []
    document = read(data, report=notices.append)
    return document, {notice.kind: notice for notice in notices}


def png() -> bytes:
    buffer = BytesIO()
    Image.new("RGB", (4, 3), "red").save(buffer, "PNG")
    return buffer.getvalue()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_rtf_is_read_as_the_case_says(case: Case) -> None:
    document = read(case.source.encode("ascii"))

    assert document.format == "rtf"
    assert dump(document) == case.expected


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_every_run_stands_where_it_says(case: Case) -> None:
    document = read(case.source.encode("ascii"))

    for run in runs_of(document.blocks):
        assert document.lines[run.line - 1][run.start : run.end] == run.text


def test_merged_cells_know_what_they_span() -> None:
    (table,) = read(
        rtf(
            "\\trowd\\cellx2000\\clvmgf\\cellx4000\\intbl wide\\cell tall\\cell\\row"
            "\\trowd\\cellx1000\\cellx2010\\clvmrg\\cellx4000 a\\cell b\\cell\\cell\\row\\pard"
        )
    ).blocks

    assert isinstance(table, Table)
    spans = [[(cell.columns, cell.rows) for cell in row] for row in table.rows]
    assert spans == [[(2, 1), (1, 2)], [(1, 1), (1, 1)]]


@pytest.mark.parametrize("form", ["digits", "binary"])
def test_a_picture_is_shown_with_its_description(form: str) -> None:
    data = png()
    start = (
        b"{\\rtf1 before {\\*\\shppict{\\pict{\\*\\picprop{\\sp{\\sn wzDescription}"
        b"{\\sv A dam}}}\\pngblip\\picw4 "
    )
    body = data.hex().encode() if form == "digits" else b"\\bin%d " % len(data) + data
    document = read(start + body + b"}}{\\nonshppict{\\pict\\wmetafile8 00}}\\par}")

    picture = document.blocks[1]
    assert isinstance(picture, Picture)
    assert (picture.data, picture.width, picture.alt.text) == (data, 4, "A dam")
    assert len(document.blocks) == 2


def test_a_metafile_is_missed_by_the_reader_of_the_deck() -> None:
    _, notices = read_with_notices(rtf("text {\\pict\\wmetafile8 0100}"))

    assert notices["picture-unusable"].counts


def test_an_object_without_a_picture_is_said_to_be_left_out() -> None:
    _, notices = read_with_notices(rtf("text {\\object\\objemb{\\*\\objdata 01}{\\result }}"))

    assert notices["object-left-out"].counts


def test_a_file_that_breaks_off_is_read_as_far_as_it_goes() -> None:
    document, notices = read_with_notices(b"{\\rtf1 one\\par {\\b two")

    assert words(document) == ["one", "two"]
    assert notices["file-cut-short"].counts


def test_a_byte_order_mark_before_the_first_brace_is_no_text() -> None:
    assert words(read(b"\xef\xbb\xbf\r\n{\\rtf1 text\\par}")) == ["text"]


def test_what_no_character_stands_for_is_said() -> None:
    document, notices = read_with_notices(rtf("a\\'b9"))

    assert words(document) == ["a\ufffd"]
    assert notices["undecodable-bytes"].counts


def test_groups_without_end_are_too_much() -> None:
    with pytest.raises(SourceTooLarge):
        read(b"{\\rtf1 " + b"{" * 1_000_000)


def test_a_million_empty_groups_take_a_moment() -> None:
    start = perf_counter()
    document = read(b"{\\rtf1 a" + b"{}" * 500_000 + b"}")

    assert words(document) == ["a"]
    assert perf_counter() - start < 20


@pytest.mark.parametrize(
    "body",
    [
        "a{\\*\\x\\bin4294967295 }b",
        "a\\bin-5 b",
        "a{\\uc99999 }b",
        "\\uc99999999999999999999 ab",
        "a\\u99999999999? b",
        "\\trowd\\cellx-1\\cellx99999999999\\cell\\cell\\cell\\row ab",
        "{\\*\\listoverridetable{\\ls1}}\\ls1 ab",
        "{\\stylesheet{\\s1\\sbasedon2 a;}{\\s2\\sbasedon1 b;}}\\s1 ab",
        "a{\\field{\\field{\\fldrslt}}}\\fldrslt b",
        "a\\listid\\levelnfc\\leveltext\\sv\\sn\\sp b",
        "a\\ansicpg99999\\cpg1\\fcharset9\\f-3 b",
        "a\\shpinst\\shptxt\\footnote\\pict b",
    ],
)
def test_nonsense_does_no_harm(body: str) -> None:
    try:
        text = "".join(words(read(rtf(body))))
    except EmptySource:
        text = ""

    assert set(text) <= set("ab \ufffd")


@given(st.lists(st.text(st.characters(categories=["L", "N"]), min_size=1), min_size=1, max_size=4))
@settings(max_examples=50, deadline=None)
def test_any_text_comes_back_as_it_was_written(paragraphs: list[str]) -> None:
    document = read(rtf("\\par ".join(map(escaped, paragraphs))))

    assert words(document) == paragraphs


PIECES = [case.source[at : at + 9] for case in CASES for at in range(0, len(case.source), 9)]


@given(st.lists(st.sampled_from(PIECES), max_size=60))
@settings(max_examples=100, deadline=None)
def test_no_order_of_pieces_is_a_fault(pieces: list[str]) -> None:
    try:
        document = read(b"{\\rtf1 " + "".join(pieces).encode("ascii"))
    except SourceError:
        return

    for run in runs_of(document.blocks):
        assert document.lines[run.line - 1][run.start : run.end] == run.text


# --- against LibreOffice, which writes RTF of its own

SOFFICE = shutil.which("soffice")


def word_document() -> bytes:
    made = docx.Document()
    made.add_paragraph("Harbour report", style="Title")
    made.add_heading("港口现状", 1)
    made.add_paragraph("岸线共38公里。").add_run("其中").bold = True
    for style, text in (
        ("List Number", "dredging"),
        ("List Number", "lighting"),
        ("List Bullet", "cranes"),
        ("List Bullet 2", "two of 40 t"),
    ):
        made.add_paragraph(text, style=style)
    made.add_heading("Figures", 2)
    table = made.add_table(2, 2)
    for cell, text in zip(table._cells, ("Port", "Berths", "North", "7"), strict=True):
        cell.text = text
    buffer = BytesIO()
    made.save(buffer)
    return buffer.getvalue()


@pytest.mark.render
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")
def test_what_libreoffice_makes_of_a_word_document_reads_as_the_document(tmp_path: Path) -> None:
    assert SOFFICE
    path = tmp_path / "report.docx"
    path.write_bytes(word_document())
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        [SOFFICE, profile, "--headless", "--convert-to", "rtf", "--outdir", tmp_path, path],
        capture_output=True,
        timeout=120,
        check=False,
    )
    made = tmp_path / "report.rtf"
    if not made.exists():
        pytest.skip("LibreOffice's Writer is not installed")

    assert dump(read(made)) == dump(read(path))
