"""The user's own emblem on the cover: none is shipped, since most are protected by law."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from slidegen.document import Picture
from slidegen.errors import OptionError
from slidegen.messages import Message

LARGEST_FILE = 20 * 1024 * 1024
"""In bytes; an emblem has a thousandth of it."""
MEDIA_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg", "GIF": "image/gif", "BMP": "image/bmp"}


def read_logo(path: Path) -> Picture:
    """The picture in *path*. Raises OptionError if there is none that PowerPoint shows."""
    from PIL import Image, UnidentifiedImageError

    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as fault:
        raise OptionError(
            Message(en=f"the logo cannot be read: {path}", zh=f"读不到徽标文件：{path}"),
            Message(
                en="give --logo the path of a picture that exists",
                zh="请检查 --logo 后的路径是否存在、是否有权读取",
            ),
        ) from fault
    if len(data) > LARGEST_FILE:
        raise _unusable(path)
    try:
        with Image.open(BytesIO(data), formats=tuple(MEDIA_TYPES)) as image:
            kind, (width, height) = image.format or "", image.size
            image.load()
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as fault:
        raise _unusable(path) from fault
    return Picture(data, MEDIA_TYPES[kind], width, height)


def _unusable(path: Path) -> OptionError:
    return OptionError(
        Message(
            en=f"the logo is no picture that PowerPoint shows: {path}",
            zh=f"徽标文件不是可用的图片：{path}",
        ),
        Message(
            en="save it as PNG or JPEG and give --logo that file",
            zh="请另存为 PNG 或 JPEG 格式，再用 --logo 指定",
        ),
    )
