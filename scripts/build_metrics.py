"""Make slidegen's table of advance widths from free fonts, the widest taken.

    python scripts/build_metrics.py [--check]

The fonts stand for those that the themes name, which may not be shipped: Noto
Sans CJK SC and WenQuanYi Micro Hei for 微软雅黑, Liberation Sans (of Arial's
metrics) and Carlito (of Calibri's) for Latin text. A width is counted in
thousandths of the size of the type. Han, kana, full-width forms and whatever
the table leaves out are one em wide, by rule. The fonts come from Debian's
fonts-noto-cjk, fonts-wqy-microhei, fonts-liberation and fonts-crosextra-carlito.

With --check nothing is written; the exit code says whether the table is as the
fonts have it.
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
        "truetype/wqy/wqy-microhei.ttc",
        "truetype/liberation/LiberationSans-Regular.ttf",
        "truetype/crosextra/Carlito-Regular.ttf",
    ),
    "bold": (
        "opentype/noto/NotoSansCJK-Bold.ttc",
        "truetype/wqy/wqy-microhei.ttc",  # has one weight, which is drawn thicker
        "truetype/liberation/LiberationSans-Bold.ttf",
        "truetype/crosextra/Carlito-Bold.ttf",
    ),
}
COLLECTED = ("Noto Sans CJK SC", "WenQuanYi Micro Hei")
"""What is taken from collections, which hold monospaced fonts and other regions' as well."""

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
    """The proportional font of a file; of Noto's collection the one for simplified Chinese."""
    if path.suffix != ".ttc":
        yield TTFont(path)
        return
    for font in TTCollection(path).fonts:
        if font["name"].getDebugName(1) in COLLECTED:
            yield font


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


def fonts_are_installed() -> bool:
    return all((FONTS / path).is_file() for paths in FACES.values() for path in paths)


def table() -> str:
    """The text of the table's file: a width for each character in each face.

    Dashes, quotes and other signs are an em wide in Chinese fonts, but not where a text is
    all Latin and so drawn in a Latin font; `regular-latin` and `bold-latin` say how wide then.
    """
    faces: dict[str, dict[str, int]] = {}
    for weight, paths in FACES.items():
        faces[weight] = widths(paths)
        latin = widths(tuple(path for path in paths if path.endswith(".ttf")))
        faces[f"{weight}-latin"] = {
            character: width
            for character, width in latin.items()
            if width < faces[weight][character] and unicodedata.east_asian_width(character) == "A"
        }
    # Nothing is narrower in bold, so that a bold word in a plain line can be measured as bold.
    for key, width in faces["regular"].items():
        faces["bold"][key] = max(width, faces["bold"].get(key, 0))
    for key, width in faces["bold-latin"].items():
        plain = faces["regular-latin"].get(key, faces["regular"].get(key, 0))
        faces["bold-latin"][key] = max(width, plain)
    return json.dumps(faces, ensure_ascii=True, separators=(",", ":"), sort_keys=True) + "\n"


def main() -> int:
    if "--check" in sys.argv[1:]:
        return 0 if TABLE.read_text(encoding="ascii") == table() else 1
    TABLE.write_text(table(), encoding="ascii")
    return 0


if __name__ == "__main__":
    sys.exit(main())
