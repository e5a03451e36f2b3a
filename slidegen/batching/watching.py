"""Which files were saved, as it happens."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from glob import has_magic
from pathlib import Path

from slidegen.errors import ProgramMissing, SourceNotFound
from slidegen.messages import Message

GROUPED, LOOKED_AT = 100, 50
"""Milliseconds: what is saved within the first is one change; how often we look."""
HEARTBEAT = 300
"""Milliseconds between two looks at whether to stop, if nothing is saved."""


def saved(
    named: Sequence[str],
    *,
    besides: Iterable[Path] = (),
    avoiding: Path,
    stopping: Callable[[], bool],
) -> Iterator[frozenset[str]]:
    """The real paths of what was saved where *named* documents lie, and of *besides*.

    The first comes at once and is empty: whoever makes everything then misses no change.
    Nothing in *avoiding*, where the decks go, and no hidden file counts. Raises
    SourceNotFound for a place that there is not, and ProgramMissing without watchfiles.
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
    others = {os.path.realpath(path) for path in besides}

    def counts(path: str) -> bool:
        return not path.startswith(away) and not Path(path).name.startswith((".", "~$"))

    class Stopping:
        def is_set(self) -> bool:
            return stopping()

    begun = False
    for found in watch(
        *sorted(folders | {path for path in others if os.path.exists(path)}),  # noqa: PTH110
        watch_filter=lambda change, path: counts(path),
        debounce=GROUPED,
        step=LOOKED_AT,
        rust_timeout=HEARTBEAT,
        yield_on_timeout=True,
        stop_event=Stopping(),
        raise_interrupt=False,
    ):
        if found or not begun:
            begun = True
            yield frozenset(os.path.realpath(path) for _, path in found)


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
