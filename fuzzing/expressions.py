"""Look for regular expressions that take long over long lines: `python -m fuzzing.expressions`.

Each expression of slidegen is tried on lines made of what it asks for itself, its characters and
words over and over, alone and two by two, with and without an end that fits nothing. One is told
of if a line of 8,000 characters takes more than 20 ms, and more than 2.5 times what half of it
takes. It takes some ten minutes; `tests/test_growing.py` holds the lines that were once slow.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from itertools import permutations
from pathlib import Path
from random import Random
from re import _parser  # type: ignore[attr-defined]  # what compiling itself reads them with
from time import process_time
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "scripts"))

from build_patterns import expressions

LONG = 8_000
SLOW = 0.020
STEEPEST = 2.5
USUAL = ("a", "1", " ", "一", "，", "。", "年", "（", "“", "1.", "a-", "十百", "一、", "A. ")
"""What lines are full of, whatever an expression asks for."""
OF_CATEGORY = {"CATEGORY_DIGIT": "1", "CATEGORY_SPACE": " ", "CATEGORY_WORD": "一"}
MOST_UNITS, MOST_PAIRS = 14, 60
NO_END = "\x00"


def main() -> int:
    slow = 0
    found = expressions()
    for expression, flags in found:
        for unit, seconds in slowest(re.compile(expression, flags)):
            slow += 1
            print(f"{seconds * 1000:.0f} ms for {unit!r}: {expression[:100]}")
    print(f"{len(found)} expressions, {slow} of them slow")
    return min(slow, 1)


def slowest(pattern: re.Pattern[str]) -> Iterator[tuple[str, float]]:
    """The first unit of which a long line takes too long, if there is one."""
    for unit in units(pattern):
        for end in ("", NO_END):
            whole = taken(pattern, unit, LONG, end)
            if whole > SLOW and whole > STEEPEST * taken(pattern, unit, LONG // 2, end):
                yield unit, whole
                return


def taken(pattern: re.Pattern[str], unit: str, length: int, end: str) -> float:
    """Seconds; of a slow one the lesser of two tries, since the machine may have been busy."""
    line = (unit * (length // len(unit) + 1))[:length] + end

    def once() -> float:
        begun = process_time()
        pattern.search(line)
        return process_time() - begun

    first = once()
    return first if first < SLOW else min(first, once())


def units(pattern: re.Pattern[str]) -> list[str]:
    chance = Random(1)
    asked = list(dict.fromkeys(asked_for(_parser.parse(pattern.pattern, pattern.flags))))
    asked = chance.sample(asked, min(len(asked), MOST_UNITS))
    pairs = [one + other for one, other in permutations(asked, 2)]
    pairs = chance.sample(pairs, min(len(pairs), MOST_PAIRS))
    return list(dict.fromkeys((*asked, *USUAL, *pairs)))


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
