"""A web archive (.mhtml): one page with its pictures, in the form of a letter (RFC 2557)."""

from __future__ import annotations

from collections.abc import Mapping
from email import message_from_bytes
from email.message import Message as Letter
from email.policy import compat32
from urllib.parse import unquote, urljoin

from msgspec import Struct

from slidegen.errors import MalformedSource
from slidegen.messages import Message
from slidegen.reading.limits import (
    LARGEST_UNPACKED,
    LARGEST_WEB_ARCHIVE,
    MOST_PARTS,
    check_count,
    check_size,
)
from slidegen.reading.opening import Source

DEEPEST_LETTER = 8
"""Multiparts within multiparts; browsers write one."""


class WebArchive(Struct, frozen=True):
    page: bytes
    charset: str | None
    """What the part's header says of it."""
    base: str
    """The page's own address; empty if it is not told."""
    pictures: Mapping[str, bytes]
    """By address, and by `cid:` name."""

    def picture(self, target: str) -> bytes | None:
        for name in (target, urljoin(self.base, target) if self.base else target):
            if name in self.pictures:
                return self.pictures[name]
        return self.pictures.get(unquote(target))


def is_web_archive(data: bytes) -> bool:
    """Whether *data* begins with a letter's header and not with a page."""
    head = data[:65536].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"<"):
        return False
    top = head.replace(b"\r\n", b"\n").split(b"\n\n", 1)[0].lower()
    return b"mime-version:" in top and b"content-type:" in top


def open_web_archive(source: Source) -> WebArchive:
    """Raises `MalformedSource` if no page is in it, or `SourceTooLarge`."""
    check_size(len(source.data), LARGEST_WEB_ARCHIVE)
    # compat32 parses headers late and never raises; the newer policies do on broken ones.
    try:
        letter = message_from_bytes(source.data.lstrip(b"\xef\xbb\xbf \t\r\n"), policy=compat32)
    except RecursionError:
        # The library calls itself for each multipart within a multipart.
        raise _no_page() from None
    start = str(letter.get_param("start", "") or "").strip("<> ")
    root: Letter | None = None
    pictures: dict[str, bytes] = {}
    count = unpacked = 0
    pending = [(letter, 0)]
    while pending:
        part, depth = pending.pop(0)
        source.check_time()
        count += 1
        check_count(count, MOST_PARTS, Message(en="parts", zh="内部文件"))
        if part.is_multipart():
            inner = part.get_payload()
            if isinstance(inner, list) and depth < DEEPEST_LETTER:
                pending.extend((p, depth + 1) for p in inner if isinstance(p, Letter))
            continue
        kind = part.get_content_type()
        if kind in ("text/html", "application/xhtml+xml"):
            is_start = bool(start) and _header(part, "Content-ID").strip("<> ") == start
            root = part if root is None or is_start else root
        elif kind.startswith("image/"):
            data = _payload(part)
            unpacked += len(data)
            check_size(unpacked, LARGEST_UNPACKED)
            if location := _header(part, "Content-Location"):
                pictures.setdefault(location, data)
            if name := _header(part, "Content-ID").strip("<> "):
                pictures.setdefault(f"cid:{name}", data)
    if root is None:
        raise _no_page()
    base = _header(root, "Content-Location") or _header(letter, "Snapshot-Content-Location")
    return WebArchive(_payload(root), root.get_content_charset(), base, pictures)


def _no_page() -> MalformedSource:
    return MalformedSource(
        Message(en="the web archive holds no page", zh="网页归档文件里没有网页"),
        Message(
            en="open it in a browser, save the page as HTML, and convert that",
            zh="请用浏览器打开并另存为 HTML 后再转换",
        ),
    )


def _payload(part: Letter) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _header(part: Letter, name: str) -> str:
    return "".join(str(part.get(name, "")).split())
