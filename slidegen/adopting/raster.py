"""What a picture behind text looks like, roughly: enough to write on it in a colour that shows."""

from __future__ import annotations

from io import BytesIO

from msgspec import Struct

from slidegen.adopting.colours import luminance
from slidegen.reading.pictures import PictureUnusable, checked_picture
from slidegen.units import Rect

OPAQUE = 153
"""Of 255: a picture that is clearer than that anywhere shows its ground, as a plain fill does."""
COARSE = 32
"""Cells across and down."""
PART = 4
"""Cells: less of a picture is grain, which no colour of text can be right for."""


class Raster(Struct, frozen=True):
    """A picture, shown in *area*, as cells of one colour each."""

    area: Rect
    cells: tuple[tuple[int, int, int], ...]

    def ends(self, area: Rect) -> tuple[str, str]:
        """The darkest and the lightest part behind *area*, each the mean of a line or so."""
        columns = _cells(area.left.emu, area.right.emu, self.area.left.emu, self.area.width.emu)
        rows = _cells(area.top.emu, area.bottom.emu, self.area.top.emu, self.area.height.emu)
        parts = [self._mean(down, across) for down in _parted(rows) for across in _parted(columns)]
        return min(parts, key=luminance), max(parts, key=luminance)

    def _mean(self, rows: range, columns: range) -> str:
        seen = [self.cells[row * COARSE + column] for row in rows for column in columns]
        return "".join(f"{sum(parts) // len(seen):02X}" for parts in zip(*seen, strict=True))


def raster_of(data: bytes, area: Rect, behind: str = "FFFFFF") -> Raster | None:
    """None for what is no bitmap, or lets its ground through; where a little of that shows, it is
    *behind*."""
    from PIL import Image

    try:
        checked_picture(data)
        with Image.open(BytesIO(data)) as file:
            image: Image.Image = file
            shown = image.convert("RGBA")  # Of a palette with clear entries Pillow wants this first
            if min(shown.getchannel("A").resize((COARSE, COARSE)).tobytes()) < OPAQUE:
                return None
            if image.mode.startswith("I"):  # Greys of 16 bits, which Pillow cuts off at 255
                shown = image.convert("I").point(lambda grey: grey / 256).convert("L")
                shown = shown.convert("RGBA")
            small = shown.resize((COARSE, COARSE), Image.Resampling.BOX)
            ground = Image.new("RGBA", small.size, f"#{behind}")
            seen = Image.alpha_composite(ground, small).convert("RGB")
    except (PictureUnusable, OSError, ValueError):
        return None
    flat = seen.tobytes()
    cells = tuple((flat[i], flat[i + 1], flat[i + 2]) for i in range(0, len(flat), 3))
    return Raster(area, cells)


def _cells(first: int, last: int, start: int, length: int) -> range:
    if length <= 0:
        return range(COARSE)
    low = min(max((first - start) * COARSE // length, 0), COARSE - 1)
    high = min(max((last - start) * COARSE // length, low), COARSE - 1)
    return range(low, high + 1)


def _parted(cells: range) -> list[range]:
    return [cells[at : at + PART] for at in range(0, len(cells), PART)]
