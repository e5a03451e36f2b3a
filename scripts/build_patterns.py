"""Compile the regular expressions of slidegen beforehand, for `slidegen/patterns`.

    python scripts/build_patterns.py [PYTHON ...]

Writes the file of the engine that runs this, and those of other versions of Python that are
named. Run it when expressions have changed; until then the new ones are compiled at each start.
"""

from __future__ import annotations

import importlib
import json
import marshal
import pkgutil
import re
import subprocess
import sys
from array import array
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "slidegen" / "patterns"


def expressions() -> list[tuple[str, int]]:
    """All that any module of slidegen asks for as it is imported, with their flags."""
    from slidegen import patterns

    asked: set[tuple[str, int]] = set()

    def compiled(expression: str, flags: int = 0) -> re.Pattern[str]:
        asked.add((expression, int(flags)))
        return re.compile(expression, flags)

    patterns.compiled = compiled
    import slidegen

    for module in pkgutil.walk_packages(slidegen.__path__, "slidegen."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    return sorted(asked)


def prepare(asked: list[tuple[str, int]]) -> None:
    """Write the file of this very engine; needs nothing but Python."""
    import _sre
    from re import _compiler, _parser  # `sre_compile` and `sre_parse` before Python 3.11

    prepared = {}
    for expression, flags in asked:
        parsed = _parser.parse(expression, flags)
        code = array("I", _compiler._code(parsed, flags)).tobytes()
        state = parsed.state
        key = (expression, flags)
        prepared[key] = (flags | state.flags, state.groups - 1, state.groupdict, code)
    path = FOLDER / f"{_sre.MAGIC}-{sys.byteorder}.bin"
    # Version 4 is what all Pythons from 3.4 on read; a repeated value is written out again, or
    # the bytes would tell which objects happened to be one.
    path.write_bytes(marshal.dumps(prepared, 2))
    print(f"{path.name}: {len(prepared)} expressions, {path.stat().st_size} bytes")


def main() -> None:
    if sys.argv[1:] == ["-"]:
        prepare([(expression, flags) for expression, flags in json.load(sys.stdin)])
        return
    asked = expressions()
    words = json.dumps(asked)
    for python in (sys.executable, *sys.argv[1:]):
        subprocess.run([python, __file__, "-"], input=words, text=True, check=True)


if __name__ == "__main__":
    main()
