"""What a document takes: converted in a process of its own, with a watch on what it does.

Time and memory are those of the one document, whatever else the machine does; every file
that is opened and every connection that is tried are written down, whoever in the process
does it.
"""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import traceback
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from time import process_time
from typing import Any

MEGABYTE = 1024 * 1024
MEMORY_TO_RETIRE = 250 * MEGABYTE
"""What a process has used once it may not give back, and the next document would be
thought to use it: so a fresh one goes on."""
MOST_MEMORY = 4096 * MEGABYTE
"""Of address space: what wants more gets a MemoryError, and the machine lives on."""
LONGEST_TO_CONVERT = 60_000
"""Characters; of longer texts only the reading is measured."""


@dataclass(frozen=True)
class Measured:
    path: str
    outcome: str
    """`deck`, `document` (too long to convert here), `error` (a SourceError) or `fault`."""
    seconds: float
    """Of the processor's time, so that a busy machine makes no difference."""
    peak: int
    """Most memory in use at any time, in bytes, the interpreter included."""
    error: str = ""
    """The name of the error's class; of a fault, the traceback."""
    message: str = ""
    hint: str = ""
    notices: tuple[str, ...] = ()
    """Their kinds."""
    format: str = ""
    text: str = field(default="", repr=False)
    """All lines of the document."""
    dropped: tuple[str, ...] = ()
    """What the outline's rules left out."""
    slides: tuple[tuple[str, ...], ...] = field(default=(), repr=False)
    """The paragraphs that each slide of the file shows."""
    spoken: tuple[tuple[str, ...], ...] = field(default=(), repr=False)
    """The paragraphs of each slide's notes."""
    overflowing: int = 0
    verbatim: float = 1.0
    inversions: int = 0
    opened: tuple[str, ...] = ()
    """Files outside Python's own and the document's folder."""
    connected: tuple[str, ...] = ()
    """What was asked of the network."""

    @property
    def said(self) -> list[str]:
        """All paragraphs of the deck, on slides and in notes."""
        return [text for part in (*self.slides, *self.spoken) for text in part]


def measured(paths: Sequence[Path], *, longest: float = 30.0, together: int = 1) -> list[Measured]:
    """Each of *paths* converted, in one process, *longest* seconds at most each.

    *together* is how many documents one process converts before a fresh one is begun.
    """
    results = []
    for start in range(0, len(paths), together):
        batch = [str(path) for path in paths[start : start + together]]
        results += list(_batch(batch, longest))
    return results


def _batch(paths: list[str], longest: float) -> Iterator[Measured]:
    try:
        done = subprocess.run(
            [sys.executable, __file__, str(longest), *paths],
            capture_output=True,
            text=True,
            timeout=(longest + 2) * len(paths) + 30,
            env={**os.environ, "PYTHONUTF8": "1"},
        )
        output, faults, retired = done.stdout, done.stderr, done.returncode == 0
    except subprocess.TimeoutExpired as expired:
        output, retired = (expired.stdout or b"").decode(), False
        faults = "hangs, and cannot be interrupted"
    found = [Measured(**json.loads(line)) for line in output.splitlines()]
    yield from found
    rest = paths[len(found) :]
    if rest and not retired:
        # The process is gone: ended by the system, or hanging in foreign code.
        yield Measured(rest.pop(0), "fault", longest, 0, error=faults[-2000:] or "ended")
    if rest:
        yield from _batch(rest, longest)


class TooSlow(BaseException):
    """Not to be caught by anything that is measured."""


def _measure(path: str, longest: float, watch: Watch) -> Measured:
    _forget_peak()
    watch.begin(Path(path).parent)
    before = _processor_time()
    signal.setitimer(signal.ITIMER_PROF, longest)
    try:
        facts = _converted(path)
    except TooSlow:
        facts = {"outcome": "fault", "error": f"takes more than {longest:.0f} s"}
    except Exception:
        facts = {"outcome": "fault", "error": traceback.format_exc()[-3000:]}
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    seconds = _processor_time() - before
    opened, connected = watch.end()
    return Measured(
        path, seconds=seconds, peak=_peak(), opened=opened, connected=connected, **facts
    )


def _converted(path: str) -> dict[str, Any]:
    from slidegen.errors import SourceError
    from slidegen.notices import Notice
    from slidegen.pipeline import convert
    from slidegen.reading import read
    from slidegen.writing.read_back import read_back

    notices: list[Notice] = []
    try:
        document = read(path)
        if sum(map(len, document.lines)) > LONGEST_TO_CONVERT:
            return {
                "outcome": "document",
                "format": document.format,
                "text": "\n".join(document.lines),
            }
        made = convert(path, report=notices.append)
    except SourceError as error:
        return {
            "outcome": "error",
            "error": type(error).__name__,
            "message": f"{error.message.en}|{error.message.zh}",
            "hint": f"{error.hint.en}|{error.hint.zh}",
        }
    slides = read_back(made.pptx, made.stages.theme)
    scenes = made.stages.scenes.scenes
    return {
        "outcome": "deck",
        "format": made.stages.document.format,
        "notices": tuple(notice.kind for notice in notices),
        "text": "\n".join(made.stages.document.lines),
        "dropped": tuple(dropped.passage.text for dropped in made.stages.outline.dropped),
        "slides": tuple(tuple(text.text for text in slide.texts) for slide in slides),
        "spoken": tuple(slide.notes for slide in slides),
        "overflowing": sum(bool(scene.fit and scene.fit.overflow) for scene in scenes),
        "verbatim": made.proof.verbatim,
        "inversions": made.proof.order_inversions,
    }


class Watch:
    """Hears of every file and connection in this process. An audit hook cannot be taken
    off again, which is one more reason for a process of its own."""

    def __init__(self) -> None:
        import slidegen

        package = Path(slidegen.__file__).parent
        self.own = tuple(
            str(Path(folder).resolve())
            for folder in (sys.prefix, sys.base_prefix, sys.exec_prefix, package, package.parent)
        )
        self.folder = ""
        self.opened: list[str] = []
        self.connected: list[str] = []
        sys.addaudithook(self.hear)

    def begin(self, folder: Path) -> None:
        self.folder, self.opened, self.connected = str(folder.resolve()), [], []

    def end(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        self.folder, found = "", (tuple(self.opened), tuple(self.connected))
        return found

    def hear(self, event: str, args: tuple[Any, ...]) -> None:
        if not self.folder:
            return
        if event == "open" and isinstance(args[0], str | bytes):
            path = os.path.realpath(os.fsdecode(args[0]))
            if not path.startswith((self.folder, *self.own)) and path != os.devnull:
                self.opened.append(path)
        elif event in ("socket.connect", "socket.getaddrinfo", "urllib.Request"):
            self.connected.append(f"{event} {args[1:]}")


def _forget_peak() -> None:
    """Begin anew to look for the most memory in use; where the system can't, the peak is
    that of all documents so far."""
    try:
        Path("/proc/self/clear_refs").write_text("5")
    except OSError:
        return


def _processor_time() -> float:
    """Of this process and of those that it started and that have ended."""
    times = os.times()
    return process_time() + times.children_user + times.children_system


def _peak() -> int:
    """Of this process, or of the largest that it started."""
    import resource

    # In bytes on macOS.
    unit = 1 if sys.platform == "darwin" else 1024
    others = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * unit
    try:
        status = Path("/proc/self/status").read_text()
        own = int(re.search(r"VmHWM:\s*(\d+) kB", status)[1]) * 1024
    except OSError:
        own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
    return max(own, others)


def _work(longest: float, paths: Iterable[str]) -> None:
    import resource

    # Imported before the watch begins, and before memory and time are counted.
    import slidegen.pipeline  # noqa: F401

    def ring(*_: object) -> None:
        raise TooSlow

    signal.signal(signal.SIGPROF, ring)
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    watch = Watch()
    for path in paths:
        one = _measure(path, longest, watch)
        print(json.dumps(asdict(one)), flush=True)
        if one.peak > MEMORY_TO_RETIRE:
            return


if __name__ == "__main__":
    _work(float(sys.argv[1]), sys.argv[2:])
