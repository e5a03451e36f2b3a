"""Patterns of file names, as .gitignore and editors have them.

`*` and `?` stop at a slash, `**` does not; a pattern without a slash means a name at
any depth. (`glob.translate` and `PurePath.full_match` come with Python 3.13 only.)
"""

from __future__ import annotations

import re
from functools import lru_cache

TOKEN = re.compile(r"\*\*/|\*\*|\*|\?|\[!?\]?[^\]/]*\]|.", re.DOTALL)


def matches(path: str, pattern: str) -> bool:
    """Whether *path*, with `/` between its parts, or a folder that it lies in, fits *pattern*."""
    if "/" not in pattern.rstrip("/"):
        pattern = f"**/{pattern}"
    return _compiled(pattern.strip("/").removeprefix("./")).fullmatch(path) is not None


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    inside = "".join(map(_translated, TOKEN.findall(pattern)))
    return re.compile(f"{inside}(?:/.*)?", re.DOTALL)


def _translated(token: str) -> str:
    match token:
        case "**/":
            return "(?:.*/)?"
        case "**":
            return ".*"
        case "*":
            return "[^/]*"
        case "?":
            return "[^/]"
    if token.startswith("[") and len(token) > 1:
        inside = token[1:-1].replace("\\", r"\\")
        return f"[^/{inside[1:]}]" if inside.startswith("!") else f"[{inside}]"
    return re.escape(token)
