"""Compile the regular expressions of slidegen beforehand, for `slidegen/patterns`.

    python scripts/build_patterns.py FOLDER

Writes the file of the engine that runs this into FOLDER. Building a wheel does so by itself
(`hatch_build.py`), which happens where little of what slidegen depends on is installed (see
`[build-system]`): modules that cannot be imported there are left out, and compile theirs at each
start.
"""

from __future__ import annotations

import importlib
import marshal
import pkgutil
import re
import sys
from array import array
from contextlib import suppress
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent


def expressions() -> list[tuple[str, int]]:
    """All that the modules of slidegen ask for as they are imported, with their flags."""
    from slidegen import patterns

    asked: set[tuple[str, int]] = set()

    def compiled(expression: str, flags: int = 0) -> re.Pattern[str]:
        asked.add((expression, int(flags)))
        return re.compile(expression, flags)

    patterns.compiled = compiled
    import slidegen

    for module in pkgutil.walk_packages(slidegen.__path__, "slidegen.", lambda name: None):
        if not module.name.endswith("__main__"):
            with suppress(ImportError):
                importlib.import_module(module.name)
    return sorted(asked)


def prepare(asked: list[tuple[str, int]], folder: Path) -> Path:
    """The file of this very engine."""
    from re import _compiler, _parser  # `sre_compile` and `sre_parse` before Python 3.11

    from slidegen.patterns import file_name

    if not asked:
        raise SystemExit("no module of slidegen can be imported here")
    prepared = {}
    for expression, flags in asked:
        parsed = _parser.parse(expression, flags)
        code = array("I", _compiler._code(parsed, flags)).tobytes()
        state = parsed.state
        key = (expression, flags)
        prepared[key] = (flags | state.flags, state.groups - 1, state.groupdict, code)
    path = folder / file_name()
    # Version 2 writes a repeated value out again; the bytes of later ones tell which objects
    # happened to be one.
    path.write_bytes(marshal.dumps(prepared, 2))
    return path


if __name__ == "__main__":
    sys.path.insert(0, str(CHECKOUT))
    print(prepare(expressions(), Path(sys.argv[1])))
