"""A text object's characters, each where it is drawn.

GB/T 33190-2016, 11: a TextCode has the place of its first character and the distances from
each to the next, which may be shortened (`g 27 5.6` is 27 times 5.6). What is read is the
TextCode; glyph numbers (CGTransform) only say how many distances its characters take.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from itertools import accumulate, islice, pairwise, repeat
from math import inf
from typing import TYPE_CHECKING

from msgspec import Struct

from slidegen.reading.lines import is_wide
from slidegen.reading.ofd.elements import children, is_true, number
from slidegen.reading.ofd.package import Font
from slidegen.reading.ofd.transform import Point, Transform

if TYPE_CHECKING:
    from lxml.etree import _Element

REPEAT = "g"
BOLD_WEIGHT = 600
"""Of 0 to 1000; 400 is regular."""
LARGEST_STEP = 1.5
"""Times its usual width: a Latin character may be so wide; what is more is a gap."""
MOST_GLYPHS = 16
"""That one character is drawn as; Tamil and Thai take three."""
PLAIN_FONT = Font()


class Glyphs(Struct, frozen=True):
    """Characters of one TextCode, drawn in a row, or in several."""

    text: str
    points: tuple[Point, ...]
    """For each character the left end of its baseline, in millimetres on the page."""
    widths: tuple[float, ...]
    """How far each reaches along its baseline, in millimetres; fonts are not looked into."""
    size: float
    """Height of the type, in millimetres as it is drawn."""
    angle: float
    """How far it is turned, in degrees clockwise."""
    font: Font


def glyphs_of(element: _Element, place: Transform, fonts: Mapping[str, Font]) -> Iterator[Glyphs]:
    """The characters of the TextObject *element*, a piece for each of its TextCodes."""
    em = number(element.get("Size"), 0.0)
    size = em * place.height
    if size <= 0:
        return
    scale = number(element.get("HScale"), 1.0)
    wide = em * scale
    font = _font(element, fonts)
    x = y = 0.0
    for index, code in enumerate(children(element, "TextCode")):
        text = _text(code)
        x, y = number(code.get("X"), x), number(code.get("Y"), y)
        if not text:
            continue
        counts = _counts(element, len(text)) if index == 0 else [1] * len(text)
        advances = [advance(char) * wide for char in text]
        along = _offsets(code.get("DeltaX"), counts)
        down = _offsets(code.get("DeltaY"), counts)
        if code.get("DeltaX") is None and code.get("DeltaY") is None:
            along = list(accumulate(advances[:-1], initial=0.0))
        points = tuple(
            place(Point(x + right, y + below)) for right, below in zip(along, down, strict=True)
        )
        widths = tuple(width * place.width for width in _widths(advances, along, text))
        yield Glyphs(text, points, widths, size, place.angle, font)


def _widths(advances: list[float], along: list[float], text: str) -> list[float]:
    """How wide each character of *text* is: a Latin one as far as to the next, since they
    differ, and every one no farther than that."""
    widths = []
    for char, natural, (here, after) in zip(text, advances, pairwise([*along, inf]), strict=True):
        step = after - here
        if step <= 0:
            widths.append(natural)
        else:
            widths.append(min(step, natural if is_wide(char) else LARGEST_STEP * natural))
    return widths


def _font(element: _Element, fonts: Mapping[str, Font]) -> Font:
    font = fonts.get(element.get("Font", ""), PLAIN_FONT)
    # Programs without a bold font draw the outline as well.
    heavy = number(element.get("Weight"), 400.0) >= BOLD_WEIGHT or (
        is_true(element.get("Stroke")) and is_true(element.get("Fill"), True)
    )
    return Font(font.name, font.bold or heavy, font.italic or is_true(element.get("Italic")))


def _text(code: _Element) -> str:
    """What *code* holds, without the line ends and indents of a file that was made legible."""
    text = code.text or ""
    return text.strip() if "\n" in text else text


def _offsets(deltas: str | None, counts: list[int]) -> list[float]:
    """Each character's distance from the first one. *counts* says how many distances each
    takes; those that are not given are 0."""
    given = _given(deltas or "")
    offsets, at = [], 0.0
    for count in counts:
        offsets.append(at)
        at += sum(islice(given, count))
    return offsets


def _given(deltas: str) -> Iterator[float]:
    """The distances in *deltas*, repetitions unrolled as they are asked for."""
    words = iter(deltas.split())
    for word in words:
        if word == REPEAT:
            times = int(max(number(next(words, None), 0.0), 0.0))
            yield from repeat(number(next(words, None), 0.0), times)
        else:
            yield number(word, 0.0)


def _counts(element: _Element, length: int) -> list[int]:
    """How many glyphs each of *length* characters is drawn as; the first one of a ligature
    takes all of its glyphs."""
    counts = [1] * length
    for transform in children(element, "CGTransform"):
        first = int(number(transform.get("CodePosition"), 0.0))
        codes = max(int(number(transform.get("CodeCount"), 1.0)), 1)
        glyphs = min(max(int(number(transform.get("GlyphCount"), 1.0)), 1), MOST_GLYPHS)
        if codes != glyphs and 0 <= first < length:
            last = min(first + codes, length)
            counts[first:last] = [glyphs] + [0] * (last - first - 1)
    return counts


_NARROW = frozenset("iljftrI.,;:'!|()[]-/ `")
_BROAD = frozenset("mwMW@%")


def advance(character: str) -> float:
    """About how wide *character* is, in em."""
    if unicodedata.east_asian_width(character) in "WFA":
        return 1.0
    if character in _NARROW:
        return 0.33
    if character in _BROAD:
        return 0.85
    return 0.67 if character.isupper() else 0.5
