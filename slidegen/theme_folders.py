"""Where themes are, and what their files say: `theme.toml` with the tables of its base.

A theme may build on another one (`base = "gov-red"`): what its own file leaves out is the
base's, table by table, so that a theme of other colours is a file of twenty lines.
"""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec

from slidegen.errors import ThemeError, reason_of
from slidegen.messages import Message

FILE = "theme.toml"
PREPARED = "theme.json"
"""The same as JSON, which takes a fiftieth of the time to read; made by `themes/build.py`, and of
no account once `theme.toml` is another."""
BASE = "base"
"""The key that names the theme that a theme builds on."""
ENTRY_POINTS = "slidegen.themes"
"""Group under which another distribution may name a folder (a path) as a theme."""

FOLDERS = (
    Path(__file__).parent / "_themes",  # in an installed wheel
    Path(__file__).parent.parent / "themes",  # in a checkout
)


def theme_names() -> tuple[str, ...]:
    """The shipped themes' names, in alphabetical order."""
    found = {path.parent.name for root in FOLDERS for path in root.glob(f"*/{FILE}")}
    return tuple(sorted(found))


def find_theme(name: str | Path) -> Path:
    """The folder of a shipped theme, of an installed stranger's, or the one that *name* is."""
    for folder in (*(root / name for root in FOLDERS), Path(name)):
        if _holds_theme(folder):
            return folder
    if (installed := _stranger(str(name))) is not None:
        return installed
    raise ThemeError(
        Message(en=f"no theme is called {str(name)!r}", zh=f"没有名为“{name}”的主题"),
        Message(
            en=f"choose one of: {', '.join(theme_names())}; or name a folder with a {FILE} in it",
            zh=f"可选主题：{'、'.join(theme_names())}；也可以指定含有 {FILE} 的文件夹",
        ),
    )


def _holds_theme(folder: Path) -> bool:
    try:
        return (folder / FILE).is_file()
    except (OSError, ValueError):  # a name that no folder can have
        return False


def _stranger(name: str) -> Path | None:
    from importlib.metadata import entry_points

    for entry in entry_points(group=ENTRY_POINTS, name=name):
        return Path(entry.load())
    return None


def tables_of(folder: Path) -> dict[str, Any]:
    """The tables of the theme in *folder*, laid over those of its base.

    Raises ThemeError for a file that cannot be read, and for a base that there is not.
    """
    tables: dict[str, Any] = {}
    for under in lineage(folder):
        tables = laid_over(_own_tables(under / FILE), tables)
    tables.pop(BASE, None)
    return tables


def texts_of(folder: Path) -> tuple[bytes, ...]:
    """The files that `tables_of` reads: a theme is another where one of them is."""
    return tuple(_bytes_of(under / FILE) for under in lineage(folder))


def lineage(folder: Path) -> tuple[Path, ...]:
    """*folder*, the folder of the theme that it builds on, and so on. Raises ThemeError."""
    found = [folder]
    while (base := _own_tables(found[-1] / FILE).get(BASE)) is not None:
        under = _base_folder(found[-1], base)
        if under.resolve() in [one.resolve() for one in found]:
            raise unsound(
                found[-1] / FILE,
                BASE,
                Message(
                    en=f"{base!r} builds on this theme in its turn",
                    zh=f"“{base}”又以本主题为基础，形成循环",
                ),
            )
        found.append(under)
    return tuple(found)


def _own_tables(path: Path) -> dict[str, Any]:
    return _decoded(path, _bytes_of(path))


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise unsound(path, "", reason_of(error)) from error


@lru_cache(maxsize=16)
def _decoded(path: Path, text: bytes) -> dict[str, Any]:
    if (tables := _prepared(path.with_name(PREPARED), text)) is not None:
        return tables
    try:
        return msgspec.toml.decode(text, type=dict[str, Any])
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise unsound(path, "", as_is(str(error))) from error


class Prepared(msgspec.Struct, frozen=True):
    sha256: str
    """Of the text that the tables were made from."""
    tables: dict[str, Any]


def prepared_form(folder: Path) -> bytes:
    """What `theme.json` is to hold beside the `theme.toml` in *folder*. Raises ThemeError."""
    text = _bytes_of(folder / FILE)
    tables = msgspec.toml.decode(text, type=dict[str, Any])
    return msgspec.json.encode(Prepared(sha256(text).hexdigest(), tables)) + b"\n"


def _prepared(path: Path, text: bytes) -> dict[str, Any] | None:
    """What is prepared of *text*; None where nothing is, or something of another text."""
    try:
        found = msgspec.json.decode(path.read_bytes(), type=Prepared)
    except (OSError, msgspec.DecodeError):
        return None
    return found.tables if found.sha256 == sha256(text).hexdigest() else None


def _base_folder(folder: Path, base: object) -> Path:
    """The theme called *base*, or the folder of that path as seen from *folder*."""
    if isinstance(base, str):
        if _holds_theme(folder / base):
            return folder / base
        if base in theme_names() or _stranger(base):
            return find_theme(base)
    raise unsound(
        folder / FILE,
        BASE,
        Message(
            en=f"no theme is called {base!r}; there are {', '.join(theme_names())}",
            zh=f"没有名为“{base}”的主题，可选：{'、'.join(theme_names())}",
        ),
    )


def laid_over(under: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    """*under* with what *over* says instead: tables are merged key by key, all else replaced."""
    merged = dict(under)
    for key, value in over.items():
        below = merged.get(key)
        if isinstance(below, dict) and isinstance(value, dict):
            value = laid_over(below, value)
        merged[key] = value
    return merged


def as_is(fact: str) -> Message:
    """What the parser says, which it says in English only."""
    return Message(en=fact, zh=fact)


def unsound(path: Path, key: str, fact: Message) -> ThemeError:
    return ThemeError(
        Message(
            en=f"{path}: {key + ': ' if key else ''}{fact.en}",
            zh=f"{path} 有误{'（' + key + '）' if key else ''}：{fact.zh}",
        ),
        Message(
            en=f"mend {key or 'the file'} there; the shipped themes show how it is written",
            zh=f"请修改该文件中的 {key or '内容'}；写法可参照自带的主题",
        ),
    )
