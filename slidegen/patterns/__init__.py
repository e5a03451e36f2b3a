"""Regular expressions whose compiling is done before slidegen is installed.

Rules about wording are regular expressions, over six hundred of them, and Python compiles each
anew in every process: a range of Han characters costs it a millisecond, all of them 0.2 s, as
much as all else that a speech's deck takes. What compiling gives is a row of numbers. In a wheel
these rows stand beside this module, for the version of Python's engine that built it
(`hatch_build.py`); to make an expression of one is a matter of microseconds.

An expression that is not among them, or an engine that has no file, is compiled as ever: so the
file can change nothing but the time, and a checkout does without.
"""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]  # the engine: no stub knows it
import marshal
import re
import sys
from array import array
from functools import cache
from pathlib import Path
from typing import TypeAlias

Prepared: TypeAlias = tuple[int, int, dict[str, int], bytes]
"""All flags, those in the expression too; the number of groups; the named ones; the engine's code,
in its own words of four bytes."""

WORD = "I"
"""How `array` calls such words."""
FOLDER = Path(__file__).parent


def compiled(expression: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives."""
    known = _prepared().get((expression, int(flags)))
    if known is None:
        return re.compile(expression, flags)
    all_flags, count, groups, code = known
    names: list[str | None] = [None] * (count + 1)
    for name, number in groups.items():
        names[number] = name
    words = array(WORD, code).tolist()
    pattern: re.Pattern[str] = _sre.compile(
        expression, all_flags, words, count, groups, tuple(names)
    )
    return pattern


@cache
def _prepared() -> dict[tuple[str, int], Prepared]:
    """By expression and flags; empty for an engine that we have no file for."""
    file = FOLDER / file_name()
    try:
        return marshal.loads(file.read_bytes())  # type: ignore[no-any-return]
    except FileNotFoundError:
        return {}


def file_name() -> str:
    """Codes differ with the engine's own number, and on the rare machines of the other order."""
    return f"{_sre.MAGIC}-{sys.byteorder}.bin"
