"""Which pictures are codes of the page that the document was copied from."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image, ImageDraw

from slidegen.document import Block, Document, Paragraph, Picture
from slidegen.outlining import make_outline
from slidegen.outlining.page_codes import is_code
from slidegen.passage import Passage

MODULES = 25


def drawn(corners: int = 3, module: int = 4, margin: int = 2, side: int = MODULES) -> bytes:
    """A code with finder patterns in so many *corners*, chequered between them."""
    image = Image.new("RGB", ((side + 2 * margin) * module,) * 2, "white")
    draw = ImageDraw.Draw(image)

    def square(x: int, y: int, size: int, colour: str) -> None:
        left, top = (x + margin) * module, (y + margin) * module
        end = size * module - 1
        draw.rectangle((left, top, left + end, top + end), colour)

    for x in range(side):
        for y in range(side):
            if (x * 7 + y * 5 + x * y) % 3 == 0:
                square(x, y, 1, "black")
    places = ((0, 0), (side - 7, 0), (0, side - 7))
    for x, y in places:
        square(max(x - 1, 0), max(y - 1, 0), 8, "white")
    for x, y in places[:corners]:
        square(x, y, 7, "black")
        square(x + 1, y + 1, 5, "white")
        square(x + 2, y + 2, 3, "black")
    return saved(image)


def saved(image: Image.Image) -> bytes:
    data = BytesIO()
    image.save(data, "PNG")
    return data.getvalue()


@pytest.mark.parametrize("module", [2, 3, 5, 8])
@pytest.mark.parametrize("side", [21, 25, 37])
def test_three_finder_patterns_make_a_code(module: int, side: int) -> None:
    assert is_code(drawn(module=module, side=side))


def test_without_one_of_them_it_is_a_picture() -> None:
    assert not is_code(drawn(corners=2))
    assert not is_code(drawn(corners=1))


def test_a_square_emblem_of_two_colours_is_no_code() -> None:
    image = Image.new("RGB", (150, 150), "white")
    draw = ImageDraw.Draw(image)
    draw.ellipse((10, 10, 140, 140), "black")
    draw.ellipse((30, 30, 120, 120), "white")
    draw.rectangle((50, 50, 100, 100), "black")

    assert not is_code(saved(image))
    assert not is_code(saved(Image.new("RGB", (150, 150), "white")))
    assert not is_code(saved(Image.new("RGB", (150, 150), "black")))
    assert not is_code(saved(Image.effect_noise((120, 120), 90)))


def test_a_picture_that_holds_a_code_is_none() -> None:
    poster = Image.new("RGB", (400, 300), "white")
    ImageDraw.Draw(poster).rectangle((0, 0, 399, 60), "black")
    poster.paste(Image.open(BytesIO(drawn())), (20, 100))

    assert not is_code(saved(poster))


TEXT = ("关于城市公园的报告", "一、建设情况", "建成口袋公园38个。", "二、下一步打算", "继续建设。")


def pictures_of(line: str, data: bytes) -> int:
    texts = [Passage.of_line(text, at) for at, text in enumerate((*TEXT, "", line), 1)]
    blocks: list[Block] = [Paragraph(text) for text in texts if text]
    blocks.insert(len(TEXT), Picture(data, "image/png", 100, 100, line=len(TEXT) + 1))
    document = Document(tuple(blocks), "text", lines=(*TEXT, "", line))
    outline = make_outline(document)
    left = (*outline.after_matter, *outline.closing, *outline.opening)
    bodies = (block for section in outline.walk() for block in section.body)
    return sum(isinstance(block, Picture) for block in (*left, *bodies))


def test_a_code_beside_a_line_of_the_page_is_left_out() -> None:
    assert pictures_of("扫一扫在手机打开当前页", drawn()) == 0


def test_a_code_beside_the_documents_own_words_stays() -> None:
    assert pictures_of("请各单位于6月底前报送名单。", drawn()) == 1
    assert pictures_of("扫描下方二维码报名参会", drawn()) == 1


def test_a_picture_beside_a_line_of_the_page_stays() -> None:
    assert pictures_of("扫一扫在手机打开当前页", drawn(corners=2)) == 1
