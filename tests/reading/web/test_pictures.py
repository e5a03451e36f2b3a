"""Which pictures of a page are shown, and what is said of the others."""

from __future__ import annotations

from base64 import b64encode
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from slidegen.document import Picture
from slidegen.notices import Notice
from slidegen.reading import read

TEXT = "<p>今年新建水渠十里，灌溉面积达到三千亩，六百多口人用上自来水。</p>"


def png(width: int = 80, height: int = 60) -> bytes:
    file = BytesIO()
    Image.new("RGB", (width, height), "blue").save(file, "PNG")
    return file.getvalue()


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """The folder of a page that a browser saved with what belongs to it."""
    folder = tmp_path / "水渠_files"
    folder.mkdir()
    (folder / "canal.png").write_bytes(png())
    (folder / "blank.gif").write_bytes(png(1, 1))
    return tmp_path


def read_in(folder: Path, html: str) -> tuple[list[Picture], list[Notice]]:
    notices: list[Notice] = []
    document = read((TEXT + html).encode(), format="html", folder=folder, report=notices.append)
    return [block for block in document.blocks if isinstance(block, Picture)], notices


@pytest.mark.parametrize(
    "html",
    [
        '<img src="水渠_files/canal.png">',
        '<img src="./%E6%B0%B4%E6%B8%A0_files/canal.png?v=2">',
        '<img src="水渠_files/blank.gif" data-src="水渠_files/canal.png">',
        '<img src="https://example.cn/canal.png" srcset="水渠_files/canal.png 2x">',
        f'<img src="data:image/png;base64,{b64encode(png()).decode()}">',
    ],
)
def test_the_picture_itself_is_found(saved: Path, html: str) -> None:
    pictures, notices = read_in(saved, html)

    assert [(p.width, p.height) for p in pictures] == [(80, 60)]
    assert notices == []


@pytest.mark.parametrize(
    "html",
    [
        '<img src="水渠_files/blank.gif">',
        '<img src="https://count.example.cn/c.gif" width="1" height="1">',
        '<img src="https://example.cn/icon.png" width="16" height="16">',
        '<nav><img src="https://example.cn/logo.png"></nav>',
        '<div style="display: none"><img src="https://example.cn/share.png"></div>',
    ],
)
def test_decoration_is_left_out_without_a_word(saved: Path, html: str) -> None:
    assert read_in(saved, html) == ([], [])


def test_pictures_elsewhere_are_counted_in_one_notice(saved: Path) -> None:
    html = "".join(f'<img src="https://example.cn/{n}.jpg">' for n in range(5))

    pictures, (notice,) = read_in(saved, html + '<img src="../secret.png">')

    assert pictures == []
    assert notice.kind == "picture-missing"
    assert notice.counts
    assert "6 picture(s)" in notice.message.en


def test_a_figure_gives_its_caption_to_its_picture_and_to_nothing_else(saved: Path) -> None:
    html = '<figure><img src="水渠_files/canal.png"><figcaption>通水现场</figcaption></figure>'
    notices: list[Notice] = []

    document = read((TEXT + html).encode(), format="html", folder=saved, report=notices.append)

    assert [str(b.caption) for b in document.blocks if isinstance(b, Picture)] == ["通水现场"]
    assert document.lines.count("通水现场") == 1
    assert len(document.blocks) == 2
