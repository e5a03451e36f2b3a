"""Fuzz each target for a while, and print what came of it: `make fuzz SECONDS=60`.

Each target runs in a process of its own under atheris, whose libFuzzer keeps the inputs that
reach new lines. A find does not end the run: it is counted once for its kind and place, and the
input that made it is kept in build/fuzzing/finds/.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import traceback
from hashlib import sha256
from pathlib import Path
from time import process_time
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
BUILT = ROOT / "build" / "fuzzing"
FINDS, CORPORA = BUILT / "finds", BUILT / "corpora"
LARGEST = 65_536
"""Bytes of one input, unless a seed is larger."""
SLOWEST = 5.0
"""Seconds of the processor's time for one input, instrumented; the largest sound one takes one."""
AFRESH = 7
"""Every which time a sound document is begun from: libFuzzer forgets those whose first run
reaches no line that another has reached."""
HANGS = 30
"""Seconds after which libFuzzer ends a run that does not come back."""
MEMORY = 2048
"""Megabytes that one target may use."""


class Totals(NamedTuple):
    target: str
    executions: int
    edges: int
    inputs: int
    finds: tuple[str, ...]

    def row(self) -> str:
        return (
            f"| {self.target} | {self.executions:,} | {self.edges:,} | {self.inputs:,} "
            f"| {len(self.finds)} |"
        )


def main() -> int:
    parser = argparse.ArgumentParser(prog="make fuzz", description=__doc__)
    parser.add_argument("--seconds", type=int, default=60, help="for each target")
    parser.add_argument("--one", help="run this target here; used by the command itself")
    parser.add_argument("targets", nargs="*")
    asked = parser.parse_args()
    if asked.one:
        fuzz(asked.one, asked.seconds)
        return 0
    from fuzzing.targets import TARGETS

    shutil.rmtree(FINDS, ignore_errors=True)
    print("| target | executions | edges | inputs kept | finds |\n|---|---:|---:|---:|---:|")
    found: list[str] = []
    for name in asked.targets or TARGETS:
        totals = fuzzed(name, asked.seconds)
        print(totals.row(), flush=True)
        found += totals.finds
    print("\n".join(found) or "\nno finds")
    return 1 if found else 0


def fuzzed(name: str, seconds: int) -> Totals:
    """What fuzzing the target came to. It is fuzzed in a process of its own, which may end."""
    BUILT.mkdir(parents=True, exist_ok=True)
    log = BUILT / f"{name}.log"
    with log.open("wb") as output:
        command = [sys.executable, "-m", "fuzzing", "--one", name, "--seconds", str(seconds)]
        done = subprocess.run(command, cwd=ROOT, stdout=output, stderr=output, check=False)
    said = log.read_text(errors="replace")
    finds = tuple(dict.fromkeys(re.findall(r"^FIND .*", said, re.MULTILINE)))
    if done.returncode:
        finds += (f"FIND {name}: the process ended with {done.returncode}; see {log}",)
    runs = [int(n) for n in re.findall(r"^#(\d+)\s", said, re.MULTILINE)]
    edges = [int(n) for n in re.findall(r"cov: (\d+)", said)]
    kept = len(list((CORPORA / name).glob("*")))
    return Totals(name, max(runs, default=0), max(edges, default=0), kept, finds)


def fuzz(name: str, seconds: int) -> None:
    """Does not come back: libFuzzer ends the process."""
    import atheris

    with atheris.instrument_imports(include=["slidegen"]):
        from fuzzing.targets import TARGETS
    from fuzzing.mutating import mutated
    from slidegen.errors import SlidegenError

    target, seen = TARGETS[name], set[str]()
    corpus = CORPORA / name
    corpus.mkdir(parents=True, exist_ok=True)
    FINDS.mkdir(parents=True, exist_ok=True)
    largest = LARGEST
    seeds = target.seeds()
    for seed in seeds:
        (corpus / sha256(seed).hexdigest()[:40]).write_bytes(seed)
        largest = max(largest, 2 * len(seed))

    def keep(what: str, data: bytes) -> None:
        if what not in seen:
            seen.add(what)
            path = FINDS / f"{name}-{sha256(data).hexdigest()[:12]}"
            path.write_bytes(data)
            print(f"\nFIND {name}: {what} ({path.relative_to(ROOT)})", file=sys.stderr, flush=True)

    def run(data: bytes) -> None:
        before = process_time()
        try:
            target.run(data)
        except SlidegenError as error:
            if not (error.hint.en and error.hint.zh):
                keep(f"{type(error).__name__} without a hint", data)
        except Exception as error:
            place = traceback.extract_tb(error.__traceback__)
            ours = [frame for frame in place if "/slidegen/" in frame.filename]
            last = (ours or place)[-1]
            file = "/".join(Path(last.filename).parts[-2:])
            keep(f"{type(error).__name__} at {file}:{last.lineno}, {last.name}", data)
        if process_time() - before > SLOWEST:
            keep("takes too long", data)

    def mutate(data: bytes, largest: int, seed: int) -> bytes:
        if seed % AFRESH == 0:
            data = seeds[seed // AFRESH % len(seeds)]
        head, line, body = data.partition(b"\n") if target.keeps_first_line else (b"", b"", data)
        room = largest - len(head) - len(line)
        changed = mutated(body, seed, room) if seed % 3 else atheris.Mutate(body, max(1, room))
        return head + line + changed

    options = {
        "max_total_time": seconds,
        "max_len": largest,
        "len_control": 0,  # or documents would be cut short at first
        "timeout": HANGS,
        "rss_limit_mb": MEMORY,
        "artifact_prefix": f"{FINDS}/{name}-",
        "print_final_stats": 1,
    }
    arguments = [f"-{key}={value}" for key, value in options.items()]
    atheris.Setup([name, *arguments, str(corpus)], run, custom_mutator=mutate)
    atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main())
