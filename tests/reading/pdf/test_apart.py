"""A reader in a process of its own: what comes back, and what ends it."""

from __future__ import annotations

import os
import sys
from time import monotonic, sleep

import pytest

from slidegen.document import Document, Paragraph
from slidegen.errors import EncryptedSource, SourceTooLarge, SourceTooSlow
from slidegen.messages import Message
from slidegen.notices import Notice, Report
from slidegen.passage import Passage
from slidegen.reading.opening import Source
from slidegen.reading.pdf.apart import MOST_MEMORY, apart


def reads(source: Source, report: Report) -> Document:
    report(Notice("no-title", Message("no title", "没有标题"), line=1))
    line = f"{source.data.decode()} {os.getpid()}"
    return Document((Paragraph(Passage.of_line(line, 1)),), "pdf", lines=(line,), path=source.path)


def refuses(source: Source, report: Report) -> Document:
    raise EncryptedSource(Message("locked", "已加密"), Message("unlock it", "请解密"))


def fails(source: Source, report: Report) -> Document:
    raise ZeroDivisionError("oops")


def dies(source: Source, report: Report) -> Document:
    os.abort()


def fills_memory(source: Source, report: Report) -> Document:
    held = [bytearray(MOST_MEMORY // 4) for _ in range(8)]
    raise AssertionError(len(held))


def sleeps(source: Source, report: Report) -> Document:
    sleep(30)
    raise AssertionError


def prints(source: Source, report: Report) -> Document:
    os.write(1, b"PDFium says something\n")
    return reads(source, report)


def test_document_and_notices_come_back_from_another_process() -> None:
    notices: list[Notice] = []

    document = apart(reads)(Source(b"words", "a.pdf"), notices.append)

    words, process = document.lines[0].split()
    assert (words, document.path) == ("words", "a.pdf")
    assert int(process) != os.getpid()
    assert [notice.kind for notice in notices] == ["no-title"]


def test_a_refusal_comes_back_as_the_error_that_it_is() -> None:
    with pytest.raises(EncryptedSource) as raised:
        apart(refuses)(Source(b""), lambda notice: None)

    assert raised.value.hint.zh == "请解密"


def test_a_fault_stays_a_fault_and_tells_where() -> None:
    with pytest.raises(RuntimeError, match="ZeroDivisionError: oops"):
        apart(fails)(Source(b""), lambda notice: None)


def test_a_process_that_dies_is_the_documents_loss_only() -> None:
    with pytest.raises(SourceTooLarge):
        apart(dies)(Source(b""), lambda notice: None)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds what a process writes to")
def test_memory_is_bounded() -> None:
    with pytest.raises(SourceTooLarge, match="500 MB"):
        apart(fills_memory)(Source(b""), lambda notice: None)


def test_time_is_bounded() -> None:
    with pytest.raises(SourceTooSlow):
        apart(sleeps)(Source(b"", deadline=monotonic() + 0.5), lambda notice: None)


def test_what_a_library_prints_is_for_nobody() -> None:
    assert apart(prints)(Source(b"words"), lambda notice: None).blocks


def test_a_document_is_read_here_where_no_process_can_be_started(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")

    document = apart(reads)(Source(b"words"), lambda notice: None)

    assert document.lines[0] == f"words {os.getpid()}"
