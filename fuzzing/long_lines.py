"""Look for lines that take long to read: `python -m fuzzing.long_lines`.

A regular expression that goes back and forth over a line without an end takes longer than the
line is long. So every character and word that one of slidegen's expressions asks for is made a
line of 20,000 characters, which is read, outlined and condensed. What takes more than a second
is told of; `tests/test_growing.py` holds the lines that once did.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from re import _parser  # type: ignore[attr-defined]  # what compiling itself reads them with
from time import process_time
from typing import Any

from slidegen.errors import SlidegenError
from slidegen.outlining import make_outline
from slidegen.planning import condensed
from slidegen.reading import read

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "scripts"))

from build_patterns import expressions

LONG = 20_000
SLOW = 1.0
"""Seconds of the processor's time."""
OF_CATEGORY = {"CATEGORY_DIGIT": "1", "CATEGORY_SPACE": " ", "CATEGORY_WORD": "一"}


def main() -> int:
    units = sorted({unit for one in expressions() for unit in units_of(*one)})
    slow = 0
    for unit in units:
        seconds = taken(unit)
        if seconds > SLOW:
            slow += 1
            print(f"{seconds:.1f} s for {unit!r} over and over")
    print(f"{len(units):,} lines, {slow} of them slow")
    return min(slow, 1)


def units_of(expression: str, flags: int) -> Iterator[str]:
    return asked_for(_parser.parse(expression, flags))


def taken(unit: str) -> float:
    """Seconds for a line of it."""
    line = unit * (LONG // len(unit))
    begun = process_time()
    with suppress(SlidegenError):  # a line of spaces has no words
        condensed(make_outline(read(line.encode(), format="text")), "standard")
    return process_time() - begun


def asked_for(parsed: Iterable[tuple[Any, Any]]) -> Iterator[str]:
    """The characters and the words of a parsed expression, one of each range."""
    word = ""
    for operation, argument in parsed:
        kind = str(operation)
        word = word + chr(argument) if kind == "LITERAL" else ""
        if word:
            yield word
        match kind:
            case "LITERAL":
                yield chr(argument)
            case "RANGE":
                yield chr(sum(argument) // 2)
            case "CATEGORY":
                yield OF_CATEGORY.get(str(argument), "，")
            case "NOT_LITERAL" | "ANY":
                yield "一"
            case "IN":
                yield from asked_for(argument)
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                yield from asked_for(argument[2])
            case "SUBPATTERN":
                yield from asked_for(argument[3])
            case "ATOMIC_GROUP":
                yield from asked_for(argument)
            case "ASSERT" | "ASSERT_NOT":
                yield from asked_for(argument[1])
            case "BRANCH":
                for branch in argument[1]:
                    yield from asked_for(branch)
            case _:
                pass


if __name__ == "__main__":
    sys.exit(main())
