"""Every run points at its own words, whatever the document."""

from __future__ import annotations

import os
from html import unescape
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from slidegen.document import Document
from slidegen.errors import SourceError
from slidegen.passage import Run
from slidegen.reading import PLAIN, read

from .cases import Case, cases
from .dump import runs_of

CORPUS = os.environ.get("SLIDEGEN_CORPUS")
DOCUMENTS = [
    path
    for part in ("zh", "md", "en")
    for path in sorted(Path(CORPUS, part).glob("*") if CORPUS else ())
    if path.suffix in (".txt", ".md")
]

ANY_TEXT = (*PLAIN, "html")
"""The formats that any text can be read as."""

WORDS = ("工作", "推进。", "一、", "（一）")
MARKS = (
    "1. ",
    "- ",
    "* ",
    "> ",
    "#",
    "## ",
    "    ",
    "\u3000",
    "word",
    "another",
    "**",
    "*",
    "_",
    "~~",
    "`",
    "``",
    "[",
    "]",
    "(",
    ")",
    "](http://a.cn)",
    "<b>",
    "<!-- ",
    "-->",
    "&amp;",
    "&",
    "\\",
    "<br>",
    "\t",
    "---",
    "===",
    "\n",
    "\n\n",
    "\n    ",
    " ",
    "  \n",
    "\r\n",
    "\x0b",
    "\x07",
    "\u2028",
    "\ufeff",
    "|",
    "|-|-|",
    "\n| ",
)
MARKS_THAT_HIDE = ("![", "```", "[^1]", "[^1]: ", "[x]: ")
"""Words behind these are a language, a label, an address or a picture's description."""


def sources(*pieces: str) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(pieces), min_size=1, max_size=40).map("".join)


@settings(deadline=None, max_examples=400)
@given(sources(*WORDS, *MARKS, *MARKS_THAT_HIDE), st.sampled_from(ANY_TEXT))
def test_every_run_of_any_text_stands_where_it_says(source: str, format: str) -> None:
    try:
        document = read(source.encode(), format=format)
    except SourceError:
        return

    assert misplaced(document) == []


@settings(deadline=None, max_examples=200)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])), st.sampled_from(PLAIN))
def test_every_run_of_random_letters_stands_where_it_says(source: str, format: str) -> None:
    document = read(f"x\n{source}".encode(), format=format)

    assert misplaced(document) == []


@settings(deadline=None, max_examples=200)
@given(sources(*WORDS, *MARKS))
def test_no_chinese_word_of_a_markdown_document_is_lost(source: str) -> None:
    assume("```" not in source and "~~~" not in source)
    document = read(f"# 题\n\n{source}".encode(), format="markdown")
    held = "".join(run.text for run in runs_of(document.blocks))

    assert [held.count(word) for word in WORDS] == [source.count(word) for word in WORDS]


@pytest.mark.parametrize("case", cases("markdown.txt"), ids=lambda case: case.title)
def test_every_run_of_a_case_stands_where_it_says(case: Case) -> None:
    document = read(case.source.encode(), format="markdown")

    assert misplaced(document) == []


@pytest.mark.skipif(not DOCUMENTS, reason="SLIDEGEN_CORPUS names no folder of documents")
@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_run_of_a_real_document_stands_where_it_says(path: Path) -> None:
    document = read(path)

    assert misplaced(document) == []


def misplaced(document: Document) -> list[Run]:
    runs = [
        *runs_of(document.blocks),
        *(run for field in document.fields for run in field.value.runs),
    ]
    return [run for run in runs if not stands(run, document.lines)]


def stands(run: Run, lines: tuple[str, ...]) -> bool:
    """Whether the source has the run's words at its place; a space may stand for a line end,
    and what an entity or a quoted string means for the signs that it is written in."""
    line = lines[run.line - 1]
    return (
        line[run.start : run.end] == run.text
        or run.text == " "
        or (line[run.start - 1] == "&" and unescape(line[run.start - 1 :]).startswith(run.text))
        or line[run.start] in "\"'"
    )
