"""Codes to be scanned that a web page sets beside its text, to be shared or opened on a phone.

A code may also be the document's own: where to register, what to fill in. So one is left out
only where a line beside it says that it is the page's, and where it is such a code by its
looks: three of its corners hold the pattern by which a camera finds it.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING

from slidegen.document import Picture
from slidegen.patterns import compiled

if TYPE_CHECKING:
    from PIL import Image

OF_PAGE = compiled(
    r"扫一扫|掃一掃|扫码|扫描|二维码|分享|手机(?:打开|查看|阅读|浏览)|公众号|(?:当前|本)页"
    r"|scan|share|qr code"
)
OF_DOCUMENT = compiled(
    r"报名|填写|填报|签到|问卷|参会|会议|入群|进群|缴费|预约|申请|申报|提交|下载"
    r"|register|survey|form|sign up"
)
"""What the reader of the document is to do with a code of its own."""

FINDER = (1, 1, 3, 1, 1)
"""Modules of ISO/IEC 18004's finder pattern, dark and light in turn, through its middle."""
FEWEST_MODULES, MOST_MODULES = 20.5, 178.0
"""Of a side: 21 to 177, and what blurred edges take."""
SLANT = 0.04
"""How much of its width may its height differ by."""
DARK = 128


def is_of_page(picture: Picture, beside: str) -> bool:
    """Whether *picture* is a code, and of the page as the lines *beside* it say."""
    said = beside.lower()
    is_told = OF_PAGE.search(said) is not None and OF_DOCUMENT.search(said) is None
    return is_told and is_code(picture.data)


def is_code(data: bytes) -> bool:
    """Whether the picture is a QR code and nothing else."""
    from PIL import Image

    with Image.open(BytesIO(data)) as picture:
        white = Image.new("RGBA", picture.size, "white")
        grey = Image.alpha_composite(white, picture.convert("RGBA")).convert("L")
    dark = grey.point(lambda value: 255 if value < DARK else 0)
    box = dark.getbbox()
    if box is None:
        return False
    code = dark.crop(box)
    if abs(code.width - code.height) > SLANT * code.width:
        return False
    module = _runs(code, 0)[0] / sum(FINDER)
    if not module or not FEWEST_MODULES <= code.width / module <= MOST_MODULES:
        return False
    middle = min(int(sum(FINDER) / 2 * module), code.height - 1)
    upper = _runs(code, middle)
    lower = _runs(code, code.height - 1 - middle)
    return all(_is_finder(runs, module) for runs in (upper, upper[::-1], lower))


def _runs(code: Image.Image, row: int) -> list[int]:
    """How many pixels of a row are alike, dark first; nothing dark at its beginning is 0."""
    line = code.crop((0, row, code.width, row + 1)).tobytes()
    runs = [(value, len(list(run))) for value, run in groupby(line)]
    lengths = [length for _, length in runs]
    return lengths if runs[0][0] else [0, *lengths]


def _is_finder(runs: Sequence[int], module: float) -> bool:
    """Whether a line begins with a finder pattern of such modules."""
    slack = max(0.5 * module, 1.0)
    return len(runs) > len(FINDER) and all(
        abs(run - modules * module) <= slack for run, modules in zip(runs, FINDER, strict=False)
    )
