"""Which files were saved, as it happens."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from glob import has_magic
from pathlib import Path
from typing import TypeAlias

from slidegen.errors import ProgramMissing, SourceNotFound
from slidegen.messages import Message

GROUPED, LOOKED_AT = 100, 50
"""Milliseconds: what is saved within the first is one change; how often we look."""
HEARTBEAT = 300
"""Milliseconds between two looks at whether to stop, if nothing is saved."""
Sight: TypeAlias = tuple[tuple[str, int, int, int], ...]
"""Of each file, its name, its number on the disk, its size and when it was saved."""


def saved(
    named: Sequence[str],
    *,
    besides: Callable[[], Iterable[Path]] = tuple,
    avoiding: Path,
    stopping: Callable[[], bool],
) -> Iterator[frozenset[str]]:
    """The real paths of what was saved where *named* documents lie, and of *besides*.

    The first comes at once and is empty: whoever makes everything then misses no change.
    Nothing in *avoiding*, where the decks go, and no hidden file counts. Those *besides*
    are asked for anew at each heartbeat, and looked at: the system's watch over a file ends
    when an editor puts another in its place, and one over its folder would be over all that
    is below it. Raises SourceNotFound for a place that there is not, and ProgramMissing
    without watchfiles.
    """
    try:
        from watchfiles import watch
    except ImportError:
        raise ProgramMissing(
            Message(en="watching needs the package watchfiles", zh="监视文件需要 watchfiles 包"),
            Message(en="pip install 'slidegen[watch]'", zh="请运行 pip install 'slidegen[watch]'"),
        ) from None

    away = f"{os.path.realpath(avoiding)}{os.sep}"
    folders = {_folder_of(name) for name in named}
    seen: dict[Path, Sight] = {}

    def otherwise() -> Iterator[str]:
        for path in besides():
            sight = _sight(path)
            if seen.setdefault(path, sight) != sight:
                seen[path] = sight
                yield os.path.realpath(path)

    def counts(path: str) -> bool:
        return not path.startswith(away) and not Path(path).name.startswith((".", "~$"))

    class Stopping:
        def is_set(self) -> bool:
            return stopping()

    begun = False
    for found in watch(
        *sorted(folders),
        watch_filter=lambda change, path: counts(path),
        debounce=GROUPED,
        step=LOOKED_AT,
        rust_timeout=HEARTBEAT,
        yield_on_timeout=True,
        stop_event=Stopping(),
        raise_interrupt=False,
    ):
        changed = frozenset((*(os.path.realpath(path) for _, path in found), *otherwise()))
        if not begun:
            begun = True
            yield frozenset()
        elif changed:
            yield changed


def _sight(path: Path) -> Sight:
    """What tells a file, or those of a folder, from what was there before; nothing if none is."""
    try:
        files = sorted(path.iterdir()) if path.is_dir() else [path]
        found = [(file.name, file.stat()) for file in files]
    except OSError:
        return ()
    return tuple((name, one.st_ino, one.st_size, one.st_mtime_ns) for name, one in found)


def _folder_of(name: str) -> str:
    """The folder to watch for what *name*, a file, a folder or a glob, may come to mean."""
    path = Path(name)
    while has_magic(str(path)) or not path.is_dir():
        if path == path.parent:
            break
        path = path.parent
    if not has_magic(name) and not Path(name).exists():
        raise SourceNotFound(
            Message(en=f"there is no file or folder '{name}'", zh=f"没有“{name}”这个文件或文件夹"),
            Message(en="check the path for typing errors", zh="请检查路径是否写错"),
        )
    return os.path.realpath(path)
