"""Where bytes come from and go: paths of this machine, and URLs (`s3://…`) through fsspec.

A place is a `Path` or a `Remote`. What lies at a URL is the user's own: they name it,
and fsspec, with whatever package the protocol needs (`s3fs` for `s3://`), finds their
credentials as it always does. It is imported only for a URL.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePath
from typing import Any, TypeAlias
from urllib.parse import unquote, urlsplit
from uuid import uuid4

from msgspec import Struct

from slidegen.errors import OutputError, ProgramMissing, SlidegenError, SourceNotFound, reason_of
from slidegen.messages import Message
from slidegen.reading.limits import LARGEST_SOURCE, check_size
from slidegen.reading.pictures import PictureMissing, file_named
from slidegen.writing.files import OURS, TEMPORARY, check_writable, write_whole

URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
"""Two letters at least: `C:` is a disk."""
KNOWN_WHOLE = frozenset(("s3", "s3a", "gs", "gcs", "az", "abfs", "abfss", "adl", "oss", "memory"))
"""Protocols of stores in which an object appears once it is whole, and not before; elsewhere
it is written under another name and moved."""
PACKAGES = "pip install 'slidegen[remote]'"


class Remote(Struct, frozen=True):
    """A file or a folder at a URL; named and joined like a `Path`."""

    url: str
    """Without a slash at its end."""

    def __str__(self) -> str:
        return self.url

    def __truediv__(self, below: str | PurePath) -> Remote:
        return Remote(f"{self.url}/{PurePath(below).as_posix()}")

    @property
    def name(self) -> str:
        return self.url.rpartition("/")[2]

    @property
    def parent(self) -> Remote:
        return Remote(self.url.rpartition("/")[0])


Place: TypeAlias = Path | Remote


def is_url(name: str) -> bool:
    return URL.match(name) is not None


def place_of(name: str) -> Place:
    if not is_url(name):
        return Path(name)
    if name.startswith("file://"):
        from urllib.request import url2pathname

        return Path(url2pathname(urlsplit(name).path))
    return Remote(name.rstrip("/"))


def read(place: Place) -> bytes:
    """A document's bytes. Raises SourceError."""
    if isinstance(place, Path):
        from slidegen.reading.opening import open_source

        return open_source(place).data
    with _told(place, SourceNotFound):
        system, path = _found(place)
        if system.isdir(path):
            raise _nothing_there(place)
        check_size(system.size(path) or 0, LARGEST_SOURCE)
        data: bytes = system.cat_file(path)
    check_size(len(data), LARGEST_SOURCE)
    return data


def check_place(place: Place) -> None:
    """Raises OutputError if it is certain that nothing can be written there, and ProgramMissing
    if a package is missing for it; cheap, so that it can come first."""
    if isinstance(place, Path):
        check_writable(place)
        return
    with _told(place, OutputError):
        _found(place)


def write(place: Place, data: bytes) -> None:
    """*data* at *place*, whole or not at all. Raises OutputError."""
    if isinstance(place, Path):
        write_whole(place, data)
        return
    with _told(place, OutputError):
        system, path = _found(place)
        if place.url.partition(":")[0] in KNOWN_WHOLE:
            system.pipe_file(path, data)
            return
        folder, name = posixpath.split(path)
        system.makedirs(folder, exist_ok=True)
        unfinished = f"{folder}/{OURS}{uuid4().hex}{TEMPORARY}"
        try:
            system.pipe_file(unfinished, data)
            system.mv(unfinished, f"{folder}/{name}")
        except BaseException:
            with suppress(Exception):
                system.rm_file(unfinished)
            raise


def delete(place: Remote) -> None:
    """Raises OutputError."""
    with _told(place, OutputError):
        system, path = _found(place)
        system.rm_file(path)


def size_of(place: Place) -> int | None:
    """In bytes; None where there is no file."""
    try:
        if isinstance(place, Path):
            return place.stat().st_size
        with _told(place, SourceNotFound):
            system, path = _found(place)
            size: int | None = system.size(path) if system.isfile(path) else None
            return size
    except (OSError, ValueError, SourceNotFound):
        return None


def is_folder(place: Remote) -> bool:
    """Raises SourceNotFound if nothing is there."""
    with _told(place, SourceNotFound):
        system, path = _found(place)
        if not system.exists(path):
            raise _nothing_there(place)
        return bool(system.isdir(path))


def files_below(folder: Remote) -> list[Remote]:
    """At any depth; those of a folder before those of its folders, each in order of name."""
    with _told(folder, SourceNotFound):
        system, path = _found(folder)
        return sorted(_remotes(folder, path, system.find(path)), key=_in_tree)


def sizes_below(folder: Remote) -> dict[str, int]:
    """In bytes, of the files at any depth, by their paths below *folder*: one question to a store,
    where a question for each of thousands of files would take minutes."""
    try:
        with _told(folder, SourceNotFound):
            system, path = _found(folder)
            found = system.find(path, detail=True)
    except SourceNotFound:
        return {}
    start = len(path.rstrip("/")) + 1
    return {name[start:]: about.get("size") or 0 for name, about in found.items()}


def matching(pattern: Remote) -> list[Remote]:
    """The files that a URL with `*`, `?`, `[…]` or `**` in it names, in order."""
    with _told(pattern, SourceNotFound):
        system, path = _found(pattern)
        found = system.glob(path, detail=True)
        files = [name for name, about in found.items() if about.get("type") != "directory"]
        return _remotes(pattern, path, files)


def beside(place: Place, name: str) -> tuple[str, bytes] | None:
    """The file that a document at *place* calls *name*, with its path below the document's
    folder; None if there is none there, or if *name* leads out of it."""
    for spelt in dict.fromkeys((name, unquote(name), re.split("[?#]", unquote(name))[0])):
        path = posixpath.normpath(spelt.replace("\\", "/"))
        if ":" in path or path.startswith(("/", "../")) or path in (".", ".."):
            continue
        with suppress(SlidegenError, PictureMissing):
            if isinstance(place, Path):  # A link may lead out of it.
                return path, read(file_named(path, place.parent))
            return path, read(place.parent / path)
    return None


def _in_tree(place: Remote) -> list[tuple[bool, str]]:
    *folders, name = place.url.split("/")
    return [*((True, folder) for folder in folders), (False, name)]


def _remotes(place: Remote, path: str, found: Iterable[str]) -> list[Remote]:
    """What was *found*, by URLs that begin as that of *place* does, which is *path* to fsspec."""
    before = place.url.removesuffix(path.lstrip("/"))
    return [Remote(before + name.lstrip("/")) for name in sorted(found)]


def _found(place: Remote) -> tuple[Any, str]:
    """The file system of fsspec's that *place* is in, and its path there."""
    protocol = place.url.partition(":")[0]
    try:
        import fsspec
    except ImportError:
        raise _lacking(protocol, "fsspec", PACKAGES) from None
    try:
        system, path = fsspec.core.url_to_fs(place.url)
    except ImportError as error:
        needed = getattr(error.__cause__ or error, "name", None) or str(error)
        raise _lacking(protocol, needed, f"pip install {needed}") from None
    except ValueError as error:
        raise _unknown(protocol, error) from None
    # What others have written meanwhile has to be seen.
    system.invalidate_cache()
    return system, path


@contextmanager
def _told(place: Remote, kind: type[OutputError] | type[SourceNotFound]) -> Iterator[None]:
    """What a store says against *place*, in our words. Each has exceptions of its own."""
    try:
        yield
    except (SlidegenError, KeyboardInterrupt):
        raise
    except FileNotFoundError:
        raise _nothing_there(place) from None
    except Exception as error:
        reason = reason_of(error) if isinstance(error, OSError) else _as_is(error)
        is_output = kind is OutputError
        raise kind(
            Message(
                en=f"'{place}' cannot be {'written' if is_output else 'read'}: {reason.en}",
                zh=f"无法{'写入' if is_output else '读取'}“{place}”：{reason.zh}",
            ),
            Message(
                en="check the URL, the network and your credentials",
                zh="请检查网址、网络和访问凭据",
            ),
        ) from error


def _as_is(error: Exception) -> Message:
    words = " ".join(str(error).split()) or type(error).__name__
    return Message(en=words, zh=words)


def _nothing_there(place: Remote) -> SourceNotFound:
    return SourceNotFound(
        Message(en=f"there is no file {place}", zh=f"找不到文件 {place}"),
        Message(en="check the URL for typing errors", zh="请检查网址是否写错"),
    )


def _lacking(protocol: str, package: str, command: str) -> ProgramMissing:
    return ProgramMissing(
        Message(
            en=f"{protocol}:// needs a package that is not installed: {package}",
            zh=f"{protocol}:// 需要的软件包尚未安装：{package}",
        ),
        Message(en=command, zh=f"请运行 {command}"),
    )


def _unknown(protocol: str, error: ValueError) -> SourceNotFound:
    return SourceNotFound(
        Message(en=f"{protocol}:// is not known: {error}", zh=f"无法识别 {protocol}://：{error}"),
        Message(
            en="give a path, or a URL such as s3://bucket/folder",
            zh="请给出路径，或 s3://存储桶/文件夹 这样的网址",
        ),
    )
