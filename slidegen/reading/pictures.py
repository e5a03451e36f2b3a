"""A document's pictures, from its own folder and nowhere else.

A document is a stranger's. It may name any path, so what it names is followed
only inside the folder, after every link has been resolved; nothing is fetched.
"""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error as Base64Error
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote
from warnings import catch_warnings, simplefilter

from msgspec import Struct

from slidegen.errors import reason_of
from slidegen.messages import Message
from slidegen.patterns import compiled

if TYPE_CHECKING:
    from slidegen.reading.opening import Source

LARGEST_FILE = 20 * 1024 * 1024
"""In bytes."""
MOST_PIXELS = 50_000_000
"""A poster at 300 dpi; a small file that unpacks to more than this is a bomb."""
MEDIA_TYPES: Mapping[str, str] = {
    "PNG": "image/png",
    "JPEG": "image/jpeg",
    "GIF": "image/gif",
    "BMP": "image/bmp",
    "TIFF": "image/tiff",
}
"""What PowerPoint shows on every system, by Pillow's names."""

SCHEME = compiled(r"[A-Za-z][A-Za-z0-9+.-]*:|//|\\\\")
EMBEDDED = compiled(r"data:image/[\w.+-]+;base64,", re.ASCII | re.IGNORECASE)


class PictureTrouble(Exception):
    """A picture will not be shown, and this is why."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


class PictureMissing(PictureTrouble):
    """No such picture is in the document's folder."""


class PictureUnusable(PictureTrouble):
    """It is there, but PowerPoint could not show it."""


class PictureFile(Struct, frozen=True):
    data: bytes
    media_type: str
    width: int
    """In pixels."""
    height: int


def load_picture(target: str, source: Source) -> PictureFile:
    """The picture that *source* names. Raises `PictureMissing`, `PictureUnusable`."""
    if EMBEDDED.match(target):
        return checked_picture(_embedded(target))
    source.named.append(target)
    return checked_picture(_read(file_named(target, source.folder)))


def _embedded(target: str) -> bytes:
    try:
        return b64decode(target.partition(",")[2], validate=True)
    except (Base64Error, ValueError):
        raise PictureUnusable(
            Message(en="the embedded picture is damaged", zh="内嵌图片已损坏")
        ) from None


def file_named(target: str, folder: Path | None) -> Path:
    """The file that *target* means, which is sure to lie in *folder*. Raises `PictureMissing`."""
    if SCHEME.match(target):
        raise PictureMissing(
            Message(
                en=f"the picture {_short(target)} is not in the document's folder; "
                "nothing is fetched from elsewhere",
                zh=f"图片 {_short(target)} 不在文档所在文件夹内；本工具不从别处获取图片",
            )
        )
    missing = PictureMissing(
        Message(
            en=f"the picture {_short(target)} is not in the document's folder",
            zh=f"文档所在文件夹内没有图片 {_short(target)}",
        )
    )
    if folder is None:
        raise missing
    try:
        home = folder.resolve(strict=True)
        for name in (target, unquote(target), re.split("[?#]", unquote(target))[0]):
            path = (home / name.replace("\\", "/")).resolve()
            if path.is_relative_to(home) and path.is_file():
                return path
    except (OSError, ValueError, RuntimeError):
        # A name that no file can have, or links that go in a circle.
        raise missing from None
    raise missing


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        reason = reason_of(error)
        raise PictureUnusable(
            Message(
                en=f"the picture {path.name} cannot be read: {reason.en}",
                zh=f"无法读取图片 {path.name}：{reason.zh}",
            )
        ) from None
    if len(data) > LARGEST_FILE:
        limit = LARGEST_FILE // (1024 * 1024)
        raise PictureUnusable(
            Message(
                en=f"the picture {path.name} is larger than {limit} MB",
                zh=f"图片 {path.name} 超过 {limit} MB",
            )
        )
    return data


def checked_picture(data: bytes) -> PictureFile:
    """*data* with its kind and size, unpacked once to see that it is whole.

    Raises `PictureUnusable`.
    """
    from PIL import Image, UnidentifiedImageError

    try:
        with catch_warnings():
            # Pillow warns of what might be a bomb; here it is one.
            simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(data), formats=tuple(MEDIA_TYPES)) as image:
                width, height = image.size
                if width * height > MOST_PIXELS:
                    raise _too_many_pixels()
                media_type = MEDIA_TYPES[image.format or ""]
                image.load()
    except UnidentifiedImageError:
        raise PictureUnusable(
            Message(
                en=f"the picture is not of a kind that PowerPoint shows ({_kinds()})",
                zh=f"图片格式不是 PowerPoint 能显示的（{_kinds()}）",
            )
        ) from None
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _too_many_pixels() from None
    except (OSError, SyntaxError, ValueError):
        raise PictureUnusable(Message(en="the picture is damaged", zh="图片已损坏")) from None
    return PictureFile(data, media_type, width, height)


def _too_many_pixels() -> PictureUnusable:
    limit = MOST_PIXELS // 1_000_000
    return PictureUnusable(
        Message(
            en=f"the picture has more than {limit} million pixels",
            zh=f"图片超过 {limit * 100} 万像素",
        )
    )


def _kinds() -> str:
    return ", ".join(MEDIA_TYPES)


def _short(target: str) -> str:
    return target if len(target) <= 80 else target[:77] + "..."
