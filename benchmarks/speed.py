"""How long decks take and how much memory, beside pandoc, md2pptx and Marp: [DOCUMENT]

    python benchmarks/speed.py            # the table, printed and written into README.md

Whole processes are timed from outside, start-up and all: each row's programs in turn, the
median of several runs, memory as the operating system counts it (the largest process). Install
slidegen as users have it (a wheel, compiled), or the first start is what you time. The peers
are those that are found: pandoc comes with `pip install -e '.[bench]'`. Needs Linux or macOS.
"""

from __future__ import annotations

import io
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from threading import Timer
from time import perf_counter, process_time

import long_documents

import slidegen

HERE = Path(__file__).parent
SAMPLE = HERE.parent / "samples" / "park-speech" / "park-speech.txt"
README = HERE / "README.md"
BEGIN, END = "<!-- speed: written by speed.py -->", "<!-- end of speed -->"
MEGABYTE = 1024 * 1024
RUSAGE_UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes in which the system counts the most memory that a process had."""

PATIENCE = 120.0
"""Seconds that a program may take; one is quadratic, and 4,000 slides take it minutes."""

Command = Sequence[str | Path]


@dataclass(frozen=True)
class Run:
    wall: float
    """Seconds."""
    cpu: float
    memory: int
    """Bytes at most, of the largest process."""
    is_stopped: bool = False
    """Whether it was stopped since it took longer than anyone waits."""


@dataclass(frozen=True)
class Row:
    task: str
    runs: Mapping[str, Run | None]
    """By program; None where it cannot do this or is not there."""


def timed(command: Command, folder: Path, longest: float = PATIENCE) -> Run:
    """One run. Raises SystemExit if it fails: a failure has no time."""
    started = perf_counter()
    process = subprocess.Popen(
        [str(part) for part in command],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    stop = Timer(longest, process.kill)
    stop.start()
    _, status, used = os.wait4(process.pid, 0)
    stop.cancel()
    wall = perf_counter() - started
    is_stopped = wall >= longest
    if status and not is_stopped:
        sys.exit(f"failed: {' '.join(map(str, command))}")
    cpu, memory = used.ru_utime + used.ru_stime, used.ru_maxrss * RUSAGE_UNIT
    return Run(wall, cpu, memory, is_stopped)


def middle(runs: Sequence[Run]) -> Run:
    return Run(
        median(run.wall for run in runs),
        median(run.cpu for run in runs),
        max(run.memory for run in runs),
        any(run.is_stopped for run in runs),
    )


def compared(task: str, commands: Mapping[str, Command | None], folder: Path, times: int) -> Row:
    """The programs in turn, *times* times, behind a run that is not counted where there are
    several: so a machine that slows down slows them all."""
    there = {name: command for name, command in commands.items() if command}
    runs: dict[str, list[Run]] = {name: [] for name in there}
    for turn in range(times + (times > 1)):
        for name, command in there.items():
            run = timed(command, folder)
            if turn or times == 1:
                runs[name].append(run)
    print(f"{task}: done", file=sys.stderr)
    return Row(task, {name: middle(runs[name]) if name in runs else None for name in commands})


# The programs.


def slidegen_command() -> Path:
    return Path(sys.executable).with_name("slidegen")


def pandoc_command() -> str | None:
    """The one of `pypandoc_binary`, else that of the machine."""
    try:
        import pypandoc
    except ImportError:
        return shutil.which("pandoc")
    return str(pypandoc.get_pandoc_path())


def rows(document: Path, folder: Path) -> list[Row]:
    ours, pandoc = slidegen_command(), pandoc_command()
    md2pptx, marp = shutil.which("md2pptx"), shutil.which("marp")
    one = folder / f"one{document.suffix}"
    shutil.copy(document, one)
    (folder / "one.md").write_text(long_documents.as_markdown(str(one)), encoding="utf-8")
    found = [
        compared("`--help`", {"slidegen": (ours, "--help")}, folder, 9),
        compared(
            "one speech",
            {
                "slidegen": (ours, one.name, "-o", "ours.pptx"),
                "pandoc": pandoc and (pandoc, "one.md", "-o", "pandoc.pptx"),
                "md2pptx": md2pptx and (md2pptx, "one.md", "md2pptx.pptx"),
                "Marp": marp and (marp, "--pptx", "one.md", "-o", "marp.pptx"),
            },
            folder,
            9,
        ),
        many(one, ours, pandoc, folder),
    ]
    for slides in (1000, 4000):
        (folder / "long.md").write_text(long_documents.for_slidegen(slides), encoding="utf-8")
        (folder / "slides.md").write_text(long_documents.for_pandoc(slides), encoding="utf-8")
        commands = {
            "slidegen": (ours, "long.md", "-o", f"ours-{slides}.pptx"),
            "pandoc": pandoc and (pandoc, "slides.md", "-o", "pandoc.pptx"),
        }
        found.append(compared(f"{slides:,} slides with notes", commands, folder, 1))
    (folder / "long.md").write_text(long_documents.of_characters(1_000_000), encoding="utf-8")
    commands = {"slidegen": (ours, "long.md", "-o", "ours-million.pptx")}
    found.append(compared("1,000,000 characters", commands, folder, 1))
    return found


def many(one: Path, ours: Path, pandoc: str | None, folder: Path, count: int = 200) -> Row:
    """So many documents, no two alike, by two processes: ours by `slidegen batch`, pandoc's by
    xargs."""
    source = folder / "many"
    source.mkdir()
    for number in range(count):
        other = source / f"{number}{one.suffix}"
        text = long_documents.differing(one.read_text(encoding="utf-8"), number)
        other.write_text(text, encoding="utf-8")
        as_markdown = long_documents.as_markdown(str(other))
        (folder / f"{number}.md").write_text(as_markdown, encoding="utf-8")
    convert = f"seq 0 {count - 1} | xargs -P2 -I% {pandoc} %.md -o %.pptx"
    commands: dict[str, Command | None] = {
        "slidegen": (ours, "batch", source, "-o", folder / "decks", "--jobs", "2", "--quiet"),
        "pandoc": pandoc and ("sh", "-c", convert),
    }
    return compared(f"{count} speeches, two at a time", commands, folder, 1)


# Where the time goes.


def stages(document: Path) -> list[tuple[str, float, float]]:
    """Milliseconds of processor time for each stage of *document*: of the first deck that a
    process makes, and of a later one."""
    from slidegen import pipeline
    from slidegen.writing.read_back import read_back

    def once() -> dict[str, float]:
        spent: dict[str, float] = {}

        def clocked(name: str, call: Callable[[], object]) -> object:
            started = process_time()
            result = call()
            spent[name] = (process_time() - started) * 1000
            return result

        made = pipeline.stages(document)
        read = clocked("reading", lambda: slidegen.read(document))
        outline = clocked("outlining", lambda: slidegen.make_outline(read))
        theme = clocked("the theme", slidegen.load_theme)
        deck = clocked("planning", lambda: slidegen.plan(outline))
        scenes = clocked("arranging", lambda: slidegen.arrange(deck, theme))
        pptx = clocked("writing", lambda: slidegen.write_pptx(scenes, theme))
        slides = clocked("reading back", lambda: read_back(pptx, theme))
        clocked(
            "the proof",
            lambda: pipeline.prove(
                slides,
                made.document,
                dropped=[dropped.passage for dropped in made.outline.dropped],
                scenes=made.scenes.scenes,
                continued=made.deck.continued.text,
                footer=made.deck.footer,
            ),
        )
        spent["(floor: deflating and writing the same bytes)"] = floor(pptx)
        return spent

    decks = [once() for _ in range(6)]
    return [(name, decks[0][name], median(deck[name] for deck in decks[1:])) for name in decks[0]]


def floor(pptx: bytes) -> float:
    """Milliseconds to deflate the members of *pptx* and write them to a file."""
    with zipfile.ZipFile(io.BytesIO(pptx)) as archive:
        members = [(name, archive.read(name)) for name in archive.namelist()]
    started = process_time()
    with (
        tempfile.TemporaryFile() as file,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for name, data in members:
            archive.writestr(name, data)
    return (process_time() - started) * 1000


# The table.


def shown(run: Run | None) -> str:
    if run is None:
        return "–"
    seconds = f"{run.wall * 1000:.0f} ms" if run.wall < 1 else f"{run.wall:.1f} s"
    return f"{'over ' * run.is_stopped}{seconds}, {run.memory / MEGABYTE:.0f} MB"


def table(rows: Sequence[Row]) -> str:
    programs = list(dict.fromkeys(name for row in rows for name in row.runs))
    lines = [
        f"| | {' | '.join(programs)} | against pandoc |",
        "|---" + "|--:" * (len(programs) + 1) + "|",
    ]
    for row in rows:
        ours, pandoc = row.runs.get("slidegen"), row.runs.get("pandoc")
        ratio = f"{ours.wall / pandoc.wall:.2f} ×" if ours and pandoc else ""
        ratio = f"under {ratio}" if pandoc and pandoc.is_stopped else ratio
        cells = " | ".join(shown(row.runs.get(name)) for name in programs)
        lines.append(f"| {row.task} | {cells} | {ratio} |")
    return "\n".join(lines)


def stage_table(spent: Sequence[tuple[str, float, float]]) -> str:
    lines = ["| ms of the processor | first deck | a later one |", "|---|--:|--:|"]
    lines += [f"| {name} | {first:.1f} | {later:.1f} |" for name, first, later in spent]
    return "\n".join(lines)


def written(told: str, page: str) -> str:
    """*page* with *told* between its two marks."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{told}\n{END}{after}"


def main(document: Path = SAMPLE) -> None:
    with tempfile.TemporaryDirectory() as name:
        compared_rows = rows(document, Path(name))
    machine = f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}"
    told = "\n\n".join(
        (
            f"slidegen {slidegen.__version__}, Python {platform.python_version()}, {machine}:",
            table(compared_rows),
            f"Where the time of `{document.name}` goes, start-up apart:",
            stage_table(stages(document)),
        )
    )
    print(told)
    README.write_text(written(told, README.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
