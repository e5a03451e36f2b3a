"""Which documents a batch is of, and where each stands in the tree that is mirrored.

One folder alone is mirrored from its own top, so that `docs/a/b.txt` becomes
`decks/a/b.pptx`. Else paths count from where the person stands, so that a
document's deck has one place whatever else is named with it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from glob import glob, has_magic
from pathlib import Path, PurePath
from typing import Any

from msgspec import Struct

from slidegen.batching.storage import Place, Remote, files_below, is_folder, matching, place_of
from slidegen.errors import SourceNotFound
from slidegen.messages import Message
from slidegen.reading.telling import SUFFIXES
from slidegen.wildcards import matches

TAKEN = frozenset(SUFFIXES) - {"pptx", "ppsx", "potx", "pptm"}
"""Suffixes of documents in a folder. Decks are what we make; a deck has to be named to be read."""


class Found(Struct, frozen=True):
    path: str
    """As the person would write it."""
    below: PurePath
    """Its place in the tree that is mirrored."""


def find(
    named: Sequence[str],
    *,
    include: Sequence[str] = (),
    exclude: Sequence[str] = (),
    avoiding: Place | None = None,
) -> tuple[Found, ...]:
    """The documents that files, folders and globs name, each once, in order.

    In folders, those that fit one of *include* (by default, those of a format that we
    read), but none that fits *exclude*, is hidden, is another program's lock file, or
    lies in *avoiding*, where the decks go. Raises SourceNotFound for a name of nothing.
    """
    wanted = _Wanted(tuple(include), tuple(exclude), avoiding)
    whole = _whole(named)
    seen: set[str] = set()
    found: list[Place] = []
    for name in named:
        for place in _files(place_of(name), name, wanted):
            real = os.path.realpath(place) if isinstance(place, Path) else place.url
            if real not in seen:
                seen.add(real)
                found.append(place)
    below = (
        {place: _inside(whole, place) for place in found} if whole is not None else _below(found)
    )
    return tuple(Found(str(place), below[place]) for place in found)


def _whole(named: Sequence[str]) -> Place | None:
    """The folder that is named, if it is all that is named."""
    if len(named) != 1:
        return None
    place = place_of(named[0])
    if isinstance(place, Path):
        return place if place.is_dir() else None
    return place if not has_magic(place.url) and is_folder(place) else None


def _inside(folder: Place, place: Place) -> PurePath:
    if isinstance(place, Path):
        return place.relative_to(Path(str(folder)))
    return PurePath(place.url.removeprefix(f"{folder}/"))


class _Wanted(Struct, frozen=True):
    include: tuple[str, ...]
    exclude: tuple[str, ...]
    avoided: Place | None

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


def _files(place: Place, name: str, wanted: _Wanted) -> Iterator[Place]:
    if isinstance(place, Remote):
        yield from _remote_files(place, name, wanted)
    elif place.is_dir():
        yield from _of_folder(place, wanted)
    elif os.path.lexists(place):
        yield place  # Whatever it is: reading says why it is no document.
    elif has_magic(name):
        found = sorted(map(Path, glob(name, recursive=True)))  # noqa: PTH207 - may be absolute
        files = [one for one in found if not one.is_dir() and wanted.takes(one)]
        if not files:
            raise _nothing(name)
        yield from files
    else:
        raise _nothing(name)


def _remote_files(place: Remote, name: str, wanted: _Wanted) -> Iterator[Remote]:
    if has_magic(place.url):
        found = [one for one in matching(place) if wanted.takes(PurePath(one.name))]
        if not found:
            raise _nothing(name)
        yield from found
    elif is_folder(place):
        for one in files_below(place):
            inside = one.url.removeprefix(f"{place}/")
            hidden = any(part.startswith(".") for part in inside.split("/"))
            avoided = one.url.startswith(f"{wanted.avoided}/")
            if not hidden and not avoided and wanted.takes(PurePath(inside)):
                yield one
    else:
        yield place


def _of_folder(top: Path, wanted: _Wanted) -> Iterator[Path]:
    """The documents below *top*, its own before those of its folders, each in order of name.

    Links to folders are followed, but no folder is entered twice.
    """
    avoided = wanted.avoided
    entered = {_identity(avoided) if isinstance(avoided, Path) else None}
    closed: list[str] = []
    for folder, folders, names in os.walk(
        top, followlinks=True, onerror=lambda error: closed.append(error.filename)
    ):
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
    yield from map(Path, closed)  # Reading says why it is no document.


def _identity(folder: Path) -> tuple[int, int] | None:
    """Which folder it is, by whatever links one came; None if it is not there."""
    try:
        status = folder.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _below(places: Sequence[Place]) -> dict[Place, PurePath]:
    """Where each lies, seen from here; those elsewhere, seen from the folder common to them."""
    here = Path.cwd()
    paths = {
        place: Path(os.path.abspath(place))  # noqa: PTH100 - links stay
        for place in places
        if isinstance(place, Path)
    }
    urls = {place: PurePath(place.url) for place in places if isinstance(place, Remote)}
    near = {place: path for place, path in paths.items() if path.is_relative_to(here)}
    far = {place: path for place, path in paths.items() if place not in near}
    return {
        **{place: path.relative_to(here) for place, path in near.items()},
        **_below_their_top(far),
        **_below_their_top(urls),
    }


def _below_their_top(paths: Mapping[Any, PurePath]) -> dict[Place, PurePath]:
    if not paths:
        return {}
    top = os.path.commonpath([path.parent for path in paths.values()])
    return {place: path.relative_to(top) for place, path in paths.items()}


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
