"""Pictures come from the document's own folder, whole and in a kind that PowerPoint shows."""

from __future__ import annotations

import os
import struct
import zlib
from base64 import b64encode
from io import BytesIO
from pathlib import Path
from urllib.parse import quote

import pytest
from PIL import Image

from slidegen.document import Paragraph, Picture
from slidegen.notices import Notice
from slidegen.reading import read


def picture(format: str = "PNG", size: tuple[int, int] = (40, 30)) -> bytes:
    buffer = BytesIO()
    Image.new("RGB", size, "red").save(buffer, format)
    return buffer.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a document, beside which lies a picture that is none of its business."""
    (tmp_path / "secret.png").write_bytes(picture())
    folder = tmp_path / "folder"
    (folder / "图 片").mkdir(parents=True)
    (folder / "a.png").write_bytes(picture())
    (folder / "图 片" / "b.jpg").write_bytes(picture("JPEG", (64, 48)))
    return folder


def pictures(markdown: str, folder: Path | None) -> tuple[list[Picture], list[str]]:
    notices: list[Notice] = []
    document = read(
        f"文\n\n{markdown}".encode(), format="markdown", folder=folder, report=notices.append
    )
    found = [block for block in document.blocks if isinstance(block, Picture)]
    return found, [notice.kind for notice in notices]


def test_a_picture_has_its_size_its_description_and_its_title(folder: Path) -> None:
    (found,), notices = pictures('![**红**旗](a.png "图1 现场")', folder)

    assert (found.media_type, found.width, found.height) == ("image/png", 40, 30)
    assert (found.alt.text, found.caption.text, found.line) == ("红旗", "图1 现场", 3)
    assert notices == []


def test_a_document_finds_its_pictures_beside_it(folder: Path) -> None:
    (folder / "a.md").write_text("![](a.png)", encoding="utf-8")

    assert [type(block) for block in read(folder / "a.md").blocks] == [Picture]


@pytest.mark.parametrize(
    "target",
    ["<图 片/b.jpg>", quote("图 片/b.jpg"), "./图%20片/b.jpg", "<图 片\\b.jpg>", "a.png?v=2"],
)
def test_a_name_may_be_written_as_on_the_web_or_on_windows(folder: Path, target: str) -> None:
    found, notices = pictures(f"![]({target})", folder)

    assert (len(found), notices) == (1, [])


@pytest.mark.parametrize("format", ["PNG", "JPEG", "GIF", "BMP", "TIFF"])
def test_the_kind_is_told_from_the_content(folder: Path, format: str) -> None:
    (folder / "x.dat").write_bytes(picture(format))

    (found,), _ = pictures("![](x.dat)", folder)

    assert found.media_type == f"image/{format.lower()}"


@pytest.mark.parametrize(
    "target",
    [
        "../secret.png",
        "%2e%2e/secret.png",
        "%2e%2e%2fsecret.png",
        "..\\secret.png",
        "x/../../secret.png",
        "{outside}",
        "file://{outside}",
        "link.png",
        "linked/secret.png",
        "http://example.com/a.png",
        "//example.com/a.png",
        "\\\\server\\share\\a.png",
        "C:/a.png",
        "none.png",
        "x" * 300,
        "a%00.png",
        ".",
        "",
    ],
)
def test_nothing_outside_the_folder_is_read(folder: Path, target: str) -> None:
    (folder / "link.png").symlink_to(folder.parent / "secret.png")
    (folder / "linked").symlink_to(folder.parent)
    named = target.format(outside=folder.parent / "secret.png")

    assert pictures(f"![]({named})", folder) == ([], ["picture-missing"])


def test_a_link_inside_the_folder_is_followed(folder: Path) -> None:
    (folder / "same.png").symlink_to("a.png")

    found, _ = pictures("![](same.png)", folder)

    assert len(found) == 1


def test_a_document_without_a_folder_has_no_pictures(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)

    assert pictures("![](a.png)", None) == ([], ["picture-missing"])


def test_a_pipe_is_not_opened(folder: Path) -> None:
    os.mkfifo(folder / "pipe.png")

    assert pictures("![](pipe.png)", folder) == ([], ["picture-missing"])


def png_of(width: int, height: int) -> bytes:
    """A file of a few bytes that claims to be a large picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        checked = kind + data
        return struct.pack(">I", len(data)) + checked + struct.pack(">I", zlib.crc32(checked))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(bytes(100))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no picture",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        picture()[:60],
        picture("JPEG", (300, 300))[:-400],
        picture("WEBP"),
        png_of(10_000, 10_000),
        png_of(60_000, 60_000),
    ],
    ids=["empty", "text", "svg", "half", "half jpeg", "webp", "large", "bomb"],
)
def test_what_powerpoint_could_not_show_is_left_out_and_reported(folder: Path, data: bytes) -> None:
    (folder / "bad.png").write_bytes(data)

    assert pictures("![](bad.png)", folder) == ([], ["picture-unusable"])


def test_a_picture_in_the_text_itself_needs_no_folder() -> None:
    embedded = b64encode(picture()).decode()

    found, notices = pictures(f"![](data:image/png;base64,{embedded})", None)

    assert (len(found), notices) == (1, [])


def test_a_damaged_picture_in_the_text_is_reported() -> None:
    assert pictures("![](data:image/png;base64,@@@)", None) == ([], ["picture-unusable"])


def test_a_picture_in_a_heading_or_a_table_follows_it(folder: Path) -> None:
    heading = read("# 标题![](a.png)".encode(), format="markdown", folder=folder)
    table = read("|甲|\n|-|\n|![](a.png)|".encode(), format="markdown", folder=folder)

    assert isinstance(heading.blocks[-1], Picture)
    assert isinstance(table.blocks[-1], Picture)


def test_a_picture_in_a_line_stands_between_its_words(folder: Path) -> None:
    document = read("前![](a.png)后".encode(), format="markdown", folder=folder)

    assert [type(block) for block in document.blocks] == [Paragraph, Picture, Paragraph]
