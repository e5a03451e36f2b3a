"""How text looks in a placeholder, as PowerPoint would find out.

Each property is looked for in the layout's placeholder, then in the master's of the same
kind, then in the master's styles for titles, bodies and the rest, then in the presentation's
defaults (ECMA-376 19.3.1.51, 21.1.2.4).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, TypeAlias

from msgspec import Struct

from slidegen.adopting.colours import Scheme, fill_of
from slidegen.theme import Align, Anchor, Insets
from slidegen.units import ZERO, Length
from slidegen.writing.markup import Element, qualified

LEVELS = 3
"""More than three levels of points no slide of ours has."""
USUAL_SIZE = Length.points(18)
SIDE, TOP = Length(91_440), Length(45_720)
"""The insets of a text body that names none."""
ALIGNS: dict[str, Align] = {"ctr": "center", "r": "right"}
ANCHORS: dict[str, Anchor] = {"ctr": "middle", "b": "bottom"}

Chain: TypeAlias = Sequence[Element | None]
"""Where a property is looked for, the nearest first."""
Pace: TypeAlias = Literal["share", "points"]


class Spacing(Struct, frozen=True):
    """Of lines or before a paragraph: a share of what the font has, or so many points."""

    kind: Pace
    value: float


class TheirLevel(Struct, frozen=True):
    size: Length
    bold: bool
    start: Length
    """From the left inset to where lines begin, the first of them too."""
    hang: Length
    bullet: str
    align: Align
    lines: Spacing
    before: Spacing
    after: Spacing
    colour: str | None
    """None where it is not plain."""
    is_odd: bool
    """Set in capitals, or with space between the letters."""


class TheirFrame(Struct, frozen=True):
    insets: Insets
    anchor: Anchor
    is_upright: bool
    """Lines run from left to right, in one column."""


def level_of(chain: Chain, number: int, scheme: Scheme) -> TheirLevel:
    """*chain*: list styles and text styles; *number* from 1."""
    properties = [
        found
        for style in chain
        if style is not None
        for found in style.findall(qualified(f"a:lvl{number}pPr"))
    ]
    runs = [run for level in properties for run in level.findall(qualified("a:defRPr"))]
    margin = _length(properties, "marL")
    first = _length(properties, "indent")
    size = _length(runs, "sz", unit=127)
    return TheirLevel(
        size=size or USUAL_SIZE,
        bold=_first(runs, "b") in ("1", "true"),
        start=margin + max(first, ZERO) + _length(properties, "marR"),
        hang=max(-first, ZERO),
        bullet=_bullet(properties),
        align=ALIGNS.get(_first(properties, "algn") or "", "left"),
        lines=_spacing(properties, "a:lnSpc") or Spacing("share", 1.0),
        before=_spacing(properties, "a:spcBef") or Spacing("points", 0.0),
        after=_spacing(properties, "a:spcAft") or Spacing("points", 0.0),
        colour=_colour(runs, scheme),
        is_odd=(_first(runs, "cap") or "none") != "none" or _first(runs, "spc") not in (None, "0"),
    )


def frame_of(chain: Chain) -> TheirFrame:
    """*chain*: the `a:bodyPr` of the placeholders."""
    own = [found for found in chain if found is not None]
    left, right = (_length(own, name, default=SIDE) for name in ("lIns", "rIns"))
    top, bottom = (_length(own, name, default=TOP) for name in ("tIns", "bIns"))
    return TheirFrame(
        insets=(left, top, right, bottom),
        anchor=ANCHORS.get(_first(own, "anchor") or "", "top"),
        is_upright=(_first(own, "vert") or "horz") == "horz"
        and (_first(own, "numCol") or "1") in ("0", "1"),
    )


def _first(elements: Sequence[Element], name: str) -> str | None:
    return next((str(e.get(name)) for e in elements if e.get(name) is not None), None)


def _length(
    elements: Sequence[Element], name: str, *, default: Length = ZERO, unit: int = 1
) -> Length:
    value = _first(elements, name)
    if value is None or not value.removeprefix("-").isdecimal() or len(value) > 12:
        return default
    return Length(int(value) * unit)


def _bullet(properties: Sequence[Element]) -> str:
    for level in properties:
        for element in level:
            match str(element.tag).rpartition("}")[2]:
                case "buChar":
                    return str(element.get("char", "•"))
                case "buNone":
                    return ""
                case "buAutoNum" | "buBlip":
                    return "•"
                case _:
                    pass
    return ""


def _spacing(properties: Sequence[Element], tag: str) -> Spacing | None:
    for level in properties:
        for holder in level.findall(qualified(tag)):
            for element in holder:
                kind = str(element.tag).rpartition("}")[2]
                value = str(element.get("val", "")).removesuffix("%")
                if not value.replace(".", "", 1).isdecimal():
                    continue
                if kind == "spcPct":
                    return Spacing("share", float(value) / 100_000)
                return Spacing("points", float(value) / 100)
    return None


def _colour(runs: Sequence[Element], scheme: Scheme) -> str | None:
    for run in runs:
        for element in _fills(run):
            return fill_of(element, scheme)
    return scheme.get("tx1")


def _fills(run: Element) -> Iterator[Element]:
    for element in run:
        if str(element.tag).endswith("Fill"):
            yield element
