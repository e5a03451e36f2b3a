"""The lines that are made of a document without any, and what of its white space they keep."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from documents.odt_writer import odt
from slidegen.document import Code
from slidegen.passage import EMPTY, Style
from slidegen.reading import read
from slidegen.reading.block_lines import BlockLines, Span
from slidegen.reading.opening import open_source

from .word.writing import docx

PROGRAM = ("def pumps(level):", "    if level > 3:", "", "        start()")


def block_lines() -> BlockLines:
    return BlockLines(open_source(b"-", None))


def test_a_paragraph_is_stripped_of_white_space_at_both_ends() -> None:
    lines = block_lines()

    passage = lines.plain("\u3000\u3000各部门要抓好落实。 ")

    assert passage.text == "各部门要抓好落实。"
    assert lines.lines == ["各部门要抓好落实。"]


def test_code_keeps_its_indent_and_the_blank_lines_in_it() -> None:
    lines = block_lines()

    code = lines.code((Span("\n" + "\n".join(PROGRAM) + "  \n \n"),))

    assert tuple(line.text for line in code) == PROGRAM
    assert code[2] == EMPTY
    assert lines.lines == [line for line in PROGRAM if line]


def test_an_indent_in_a_style_of_its_own_is_kept() -> None:
    lines = block_lines()

    (line,) = lines.code((Span("    "), Span("start()", Style(code=True))))

    assert line.text == "    start()"
    assert [run.start for run in line.runs] == [0, 4]


def in_word() -> bytes:
    breaks = "<br/>".join(f'<t xml:space="preserve">{row}</t>' for row in escaped())
    return docx(f'<p><pPr><pStyle w:val="Code"/></pPr><r>{breaks}</r></p>')


def in_opendocument() -> bytes:
    rows = (
        f'<text:s text:c="{len(row) - len(row.lstrip())}"/>{row.lstrip()}'
        if row.startswith(" ")
        else row
        for row in escaped()
    )
    body = f'<text:p text:style-name="Source_20_Code">{"<text:line-break/>".join(rows)}</text:p>'
    return odt(body)


def in_rtf() -> bytes:
    rows = "\\line ".join(PROGRAM)
    sheet = "{\\stylesheet{\\s9 HTML Preformatted;}}"
    return f"{{\\rtf1\\ansi{sheet}\\pard\\s9 {rows}\\par}}".encode()


def in_web_page() -> bytes:
    page = (
        f"<html><body><h1>Pumps</h1><pre><code>{chr(10).join(escaped())}</code></pre></body></html>"
    )
    return page.encode()


def escaped() -> list[str]:
    return [row.replace(">", "&gt;") for row in PROGRAM]


@pytest.mark.parametrize("write", [in_word, in_opendocument, in_rtf, in_web_page])
def test_a_program_keeps_its_indent_in_every_format(write: Callable[[], bytes]) -> None:
    document = read(write())

    code = next(block for block in document.blocks if isinstance(block, Code))
    assert tuple(line.text for line in code.lines) == PROGRAM
