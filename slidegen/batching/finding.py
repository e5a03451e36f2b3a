"""Which documents a batch is of, and where each stands in the tree that is mirrored.

One folder alone is mirrored from its own top, so that `docs/a/b.txt` becomes
`decks/a/b.pptx`. Else paths count from where the person stands, so that a
document's deck has one place whatever else is named with it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from glob import glob, has_magic
from pathlib import Path, PurePath

from slidegen.errors import SourceNotFound
from slidegen.messages import Message
from slidegen.reading.telling import SUFFIXES
from slidegen.wildcards import matches

TAKEN = frozenset(SUFFIXES) - {"pptx", "ppsx", "potx", "pptm"}
"""Suffixes of documents in a folder. Decks are what we make; a deck has to be named to be read."""


@dataclass(frozen=True, slots=True)
class Found:
    path: str
    """As the person would write it."""
    below: PurePath
    """Its place in the tree that is mirrored."""


def find(
    named: Sequence[str],
    *,
    include: Sequence[str] = (),
    exclude: Sequence[str] = (),
    avoiding: Path | None = None,
) -> tuple[Found, ...]:
    """The documents that files, folders and globs name, each once, in order.

    In folders, those that fit one of *include* (by default, those of a format that we
    read), but none that fits *exclude*, is hidden, is another program's lock file, or
    lies in *avoiding*, where the decks go. Raises SourceNotFound for a name of nothing.
    """
    wanted = _Wanted(tuple(include), tuple(exclude), _identity(avoiding) if avoiding else None)
    whole = Path(named[0]) if len(named) == 1 and Path(named[0]).is_dir() else None
    seen: set[str] = set()
    found = []
    for name in named:
        for path in _files(name, wanted):
            real = os.path.realpath(path)
            if real not in seen:
                seen.add(real)
                found.append(path)
    if whole:
        return tuple(Found(str(path), path.relative_to(whole)) for path in found)
    return tuple(Found(str(path), below) for path, below in zip(found, _below(found), strict=True))


@dataclass(frozen=True, slots=True)
class _Wanted:
    include: tuple[str, ...]
    exclude: tuple[str, ...]
    avoided: tuple[int, int] | None

    def takes(self, below: PurePath) -> bool:
        """Whether a file at *below* its folder is a document of the batch."""
        name = below.as_posix()
        if below.name.startswith((".", "~$")) or self.leaves_out(below):
            return False
        if self.include:
            return any(matches(name, pattern) for pattern in self.include)
        return below.suffix.lower().removeprefix(".") in TAKEN

    def leaves_out(self, below: PurePath) -> bool:
        name = below.as_posix()
        return any(matches(name, pattern) for pattern in self.exclude)


def _files(name: str, wanted: _Wanted) -> Iterator[Path]:
    path = Path(name)
    if path.is_dir():
        yield from _of_folder(path, wanted)
    elif os.path.lexists(path):
        yield path  # Whatever it is: reading says why it is no document.
    elif has_magic(name):
        found = sorted(map(Path, glob(name, recursive=True)))  # noqa: PTH207 - may be absolute
        files = [one for one in found if not one.is_dir() and wanted.takes(one)]
        if not files:
            raise _nothing(name)
        yield from files
    else:
        raise _nothing(name)


def _of_folder(top: Path, wanted: _Wanted) -> Iterator[Path]:
    """The documents below *top*, its own before those of its folders, each in order of name.

    Links to folders are followed, but no folder is entered twice.
    """
    entered = {wanted.avoided}
    for folder, folders, names in os.walk(top, followlinks=True):
        here = Path(folder)
        entered.add(_identity(here))
        below = here.relative_to(top)
        yield from (here / name for name in sorted(names) if wanted.takes(below / name))
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".")
            and not wanted.leaves_out(below / name)
            and _identity(here / name) not in entered
        )


def _identity(folder: Path) -> tuple[int, int] | None:
    """Which folder it is, by whatever links one came; None if it is not there."""
    try:
        status = folder.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _below(paths: Iterable[Path]) -> list[PurePath]:
    """Where each lies, seen from here; those elsewhere, seen from the folder common to them."""
    here = Path.cwd()
    absolute = [Path(os.path.abspath(path)) for path in paths]  # noqa: PTH100 - links stay
    elsewhere = [path.parent for path in absolute if not path.is_relative_to(here)]
    top = Path(os.path.commonpath(elsewhere)) if elsewhere else here
    return [path.relative_to(here if path.is_relative_to(here) else top) for path in absolute]


def _nothing(name: str) -> SourceNotFound:
    if has_magic(name):
        return SourceNotFound(
            Message(en=f"no document fits '{name}'", zh=f"没有与“{name}”匹配的文档"),
            Message(
                en="put the pattern in quotes, with ** for folders at any depth",
                zh="请给模式加上引号；** 表示任意层级的文件夹",
            ),
        )
    return SourceNotFound(
        Message(en=f"there is no file or folder '{name}'", zh=f"没有“{name}”这个文件或文件夹"),
        Message(en="check the path for typing errors", zh="请检查路径是否写错"),
    )
