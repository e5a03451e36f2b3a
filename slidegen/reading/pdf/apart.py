"""Reading in a process of its own, which gets so much memory and time and no more.

PDFium is a large program in C++, and a PDF is a program that drives it: a few kilobytes
can draw the same again until gigabytes are full, or bring it down. In a process apart
that costs the one document and nothing else, at about a quarter of a second.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

from slidegen import errors
from slidegen.messages import Message
from slidegen.notices import Notice, Report
from slidegen.reading.limits import MEGABYTE, too_large
from slidegen.reading.opening import Reader, Source

if TYPE_CHECKING:
    from slidegen.document import Document

MOST_MEMORY = 500 * MEGABYTE
"""In bytes that the process may write to, the file and the interpreter included."""

PROGRAM = "from slidegen.reading.pdf.apart import work; work()"


class Task(Struct, frozen=True):
    """What is asked of the other process."""

    reader: Reader
    data: bytes
    path: str | None
    folder: Path | None
    seconds: float
    """Until it has to be done."""


class Refusal(Struct, frozen=True):
    """A `SlidegenError`, which does not go through a pipe by itself."""

    name: str
    message: Message
    hint: Message


class Fault(Struct, frozen=True):
    """A mistake of ours over there."""

    trace: str


Answer: TypeAlias = "tuple[Document | Refusal | Fault, tuple[Notice, ...]]"


def apart(reader: Reader) -> Callable[[Source, Report], Document]:
    """*reader*, a function of a module, as a reader that works in a process of its own.

    It raises besides `SourceTooLarge` where that process ends before it is done, and reads
    in this one where none can be started.
    """

    def read(source: Source, report: Report) -> Document:
        if not sys.executable or getattr(sys, "frozen", False):
            return reader(source, report)
        seconds = source.deadline - monotonic()
        task = Task(reader, source.data, source.path, source.folder, seconds)
        try:
            answer = _answer(task)
        except OSError:
            return reader(source, report)
        if answer is None:
            source.check_time()
            raise _gave_up()
        result, notices = answer
        for notice in notices:
            report(notice)
        match result:
            case Refusal(name, message, hint):
                raise getattr(errors, name)(message, hint)
            case Fault(trace):
                raise RuntimeError(f"reading failed in a process of its own:\n{trace}")
            case document:
                return document

    return read


def _answer(task: Task) -> Answer | None:
    """What the other process says; None if it was ended, by itself or by us.

    Raises OSError where no process can be started.
    """
    # -P: no module is taken from the current folder, which may be a stranger's.
    command = [sys.executable, "-P", "-c", PROGRAM]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
    ) as process:
        try:
            said, _ = process.communicate(pickle.dumps(task), timeout=max(task.seconds, 0))
        except subprocess.TimeoutExpired:
            process.kill()
            return None
        except BaseException:
            process.kill()
            raise
    if process.returncode != 0:
        return None
    answer: Answer = pickle.loads(said)
    return answer


def _gave_up() -> errors.SourceTooLarge:
    return too_large(
        Message(
            en=f"drawing the pages takes more than {MOST_MEMORY // MEGABYTE} MB, or cannot be done",
            zh=f"绘制页面所需内存超过 {MOST_MEMORY // MEGABYTE} MB，或无法完成",
        )
    )


def work() -> None:
    """The other process: does what stands on its input, and says on its output what came of it."""
    # What PDFium prints is for nobody.
    output = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    _limit_memory()
    task: Task = pickle.load(sys.stdin.buffer)
    with output:
        output.write(pickle.dumps(_done(task)))


def _done(task: Task) -> Answer:
    notices: list[Notice] = []
    source = Source(task.data, task.path, task.folder, monotonic() + task.seconds)
    result: Document | Refusal | Fault
    try:
        result = task.reader(source, notices.append)
    except errors.SlidegenError as error:
        result = Refusal(type(error).__name__, error.message, error.hint)
    except MemoryError:
        refused = _gave_up()
        result = Refusal(type(refused).__name__, refused.message, refused.hint)
    except Exception:
        result = Fault(traceback.format_exc())
    return result, tuple(notices)


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:
        return  # Windows has no such limit.
    # Of address space Python and PDFium take much that they never touch.
    resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, MOST_MEMORY))
