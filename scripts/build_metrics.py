"""Make slidegen's table of advance widths from free fonts, the widest taken.

    python scripts/build_metrics.py [--check]

The fonts stand for those that the themes name, which may not be shipped: Noto
Sans CJK for 微软雅黑, Liberation Sans (of Arial's metrics) and
Carlito (of Calibri's) for Latin text. A width is a thousandth of the size of
the type. Han, kana, full-width forms and whatever the table leaves out are one em
wide, by rule. The fonts come from Debian's fonts-noto-cjk, fonts-liberation and
fonts-crosextra-carlito.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from fontTools.ttLib import TTCollection, TTFont

TABLE = Path(__file__).parent.parent / "slidegen" / "arranging" / "advances.json"

FONTS = Path("/usr/share/fonts")
FACES = {
    "regular": (
        "opentype/noto/NotoSansCJK-Regular.ttc",
        "truetype/liberation/LiberationSans-Regular.ttf",
        "truetype/crosextra/Carlito-Regular.ttf",
    ),
    "bold": (
        "opentype/noto/NotoSansCJK-Bold.ttc",
        "truetype/liberation/LiberationSans-Bold.ttf",
        "truetype/crosextra/Carlito-Bold.ttf",
    ),
}
BLOCKS = (
    (0x20, 0x7E),  # ASCII
    (0xA0, 0x24F),  # Latin with accents
    (0x370, 0x3FF),  # Greek
    (0x400, 0x45F),  # Cyrillic
    (0x2000, 0x206F),  # dashes, quotes, ellipsis
    (0x20A0, 0x20BF),  # currencies
    (0x2100, 0x218F),  # letterlike signs and Roman numerals
    (0x2190, 0x22FF),  # arrows and mathematics
)


def faces(path: Path) -> Iterator[TTFont]:
    """The fonts of a file; of a collection only the one for simplified Chinese, if it says so."""
    if path.suffix == ".ttc":
        fonts = TTCollection(path).fonts
        chosen = [font for font in fonts if font["name"].getDebugName(1).endswith(" SC")]
        yield from chosen or fonts[:1]
    else:
        yield TTFont(path)


def widths(paths: tuple[str, ...]) -> dict[str, int]:
    """Widest advance of each character in thousandths of an em; none for one that no font has."""
    widest: dict[int, int] = {}
    for path in paths:
        for font in faces(FONTS / path):
            em, names, advances = font["head"].unitsPerEm, font.getBestCmap(), font["hmtx"]
            for first, last in BLOCKS:
                for code in range(first, last + 1):
                    if code in names and not unicodedata.combining(chr(code)):
                        width = -(-advances[names[code]][0] * 1000 // em)
                        widest[code] = max(widest.get(code, 0), width)
    return {chr(code): width for code, width in sorted(widest.items())}


def main() -> int:
    text = json.dumps(
        {weight: widths(paths) for weight, paths in FACES.items()},
        ensure_ascii=True,
        separators=(",", ":"),
    )
    if "--check" in sys.argv[1:]:
        return 0 if TABLE.read_text(encoding="ascii") == text + "\n" else 1
    TABLE.write_text(text + "\n", encoding="ascii")
    return 0


if __name__ == "__main__":
    sys.exit(main())
