"""Colours of a stranger's template: what its names come to, and whether text can be read on them.

Contrast is that of WCAG 2.2 (1.4.3): 4.5 for text, 3 for large type.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from colorsys import hls_to_rgb, rgb_to_hls
from typing import TypeAlias

from msgspec import Struct

from slidegen.units import Length
from slidegen.writing.markup import Element, qualified

Scheme: TypeAlias = Mapping[str, str]
"""RRGGBB values by the names that a slide knows: `tx1`, `bg1`, `accent1`."""

READABLE, LARGE_READABLE = 4.5, 3.0
CLEAR = 7.0
"""What text is given that was too faint: small type looks fainter than it is."""
LARGE = Length.points(24)
"""From here on WCAG asks for less."""
BLACK, WHITE = "000000", "FFFFFF"
SLOTS = (
    *("dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5"),
    *("accent6", "hlink", "folHlink"),
)
USUAL_MAP = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
PRESETS = {
    "black": BLACK,
    "white": WHITE,
    "red": "FF0000",
    "blue": "0000FF",
    "green": "008000",
    "yellow": "FFFF00",
    "gray": "808080",
    "grey": "808080",
    "orange": "FFA500",
    "navy": "000080",
    "darkBlue": "00008B",
    "darkRed": "8B0000",
}
"""Those that templates use; programs write numbers nearly always."""


def scheme_of(theme: Element | None, mapping: Element | None) -> dict[str, str]:
    """The theme's colours by the names that *mapping*, a `p:clrMap`, gives them."""
    own = {slot: BLACK if slot.startswith("dk") else WHITE for slot in SLOTS}
    own.update({f"accent{n}": "4472C4" for n in range(1, 7)})
    listed = theme.find(f".//{qualified('a:clrScheme')}") if theme is not None else None
    for slot in SLOTS:
        entry = listed.find(qualified(f"a:{slot}")) if listed is not None else None
        if entry is not None and (value := colour_of(entry, {})) is not None:
            own[slot] = value
    names = {**{name: name for name in own if name not in USUAL_MAP.values()}, **USUAL_MAP}
    if mapping is not None:
        names.update({str(name): str(slot) for name, slot in mapping.attrib.items()})
    named = {name: own[slot] for name, slot in names.items() if slot in own}
    return {**own, **named}


def colour_of(holder: Element | None, scheme: Scheme, own: str | None = None) -> str | None:
    """The colour that *holder* (a fill, an entry of a scheme) names first; None if there is
    none that can be told. *own* is what `phClr` stands for."""
    for element in holder if holder is not None else ():
        name = str(element.tag).rpartition("}")[2]
        value = str(element.get("val", ""))
        found: str | None
        match name:
            case "srgbClr":
                found = value.upper() if _is_hex(value) else None
            case "sysClr":
                last = str(element.get("lastClr", ""))
                usual = WHITE if value == "window" else BLACK
                found = last.upper() if _is_hex(last) else usual
            case "schemeClr":
                found = own if value == "phClr" else scheme.get(value)
            case "prstClr":
                found = PRESETS.get(value)
            case "scrgbClr":
                found = _of_shares(_share(element, k) for k in "rgb")
            case _:
                continue
        return None if found is None else _transformed(found, element)
    return None


class Gradient(Struct, frozen=True):
    """Or the two colours of a pattern."""

    stops: tuple[str, ...]

    @property
    def mean(self) -> str:
        parts = zip(*map(shares, self.stops), strict=True)
        return _hex([sum(part) / len(part) for part in parts])

    @property
    def ends(self) -> tuple[str, str]:
        """The darkest and the lightest: what can be read on both can be read between them."""
        return min(self.stops, key=luminance), max(self.stops, key=luminance)


def fill_of(holder: Element | None, scheme: Scheme, own: str | None = None) -> str | None:
    """The plain colour of what *holder* is filled with; of a gradient or a pattern, its mean. None
    for a picture or nothing, and for a fill that lets through what lies behind it."""
    match ground_of(holder, scheme, own):
        case Gradient() as gradient:
            return gradient.mean
        case colour:
            return colour


def ground_of(
    holder: Element | None, scheme: Scheme, own: str | None = None
) -> str | Gradient | None:
    """The same for what text stands on, where it matters what a gradient goes through."""
    if holder is None:
        return None
    solid = _own_or_child(holder, "a:solidFill")
    if solid is not None:
        return None if _opacity(solid) < 0.6 else colour_of(solid, scheme, own)
    pattern = _own_or_child(holder, "a:pattFill")
    if pattern is not None:
        inks = (pattern.find(qualified(tag)) for tag in ("a:fgClr", "a:bgClr"))
        both = tuple(c for ink in inks if (c := colour_of(ink, scheme, own)) is not None)
        return Gradient(both) if len(both) == 2 else None
    gradient = _own_or_child(holder, "a:gradFill")
    if gradient is None:
        return None
    stops = gradient.findall(f"{qualified('a:gsLst')}/{qualified('a:gs')}")
    values = [colour_of(stop, scheme, own) for stop in stops if _opacity(stop) >= 0.6]
    known = tuple(value for value in values if value is not None)
    return Gradient(known) if known and len(known) == len(stops) else None


def _own_or_child(holder: Element, tag: str) -> Element | None:
    return holder if holder.tag == qualified(tag) else holder.find(qualified(tag))


def luminance(colour: str) -> float:
    """Relative, as WCAG defines it."""
    red, green, blue = map(_linear, shares(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """From 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def least_contrast(colour: str, grounds: Iterable[str]) -> float:
    return min(contrast(colour, ground) for ground in grounds)


def needed(size: Length, *, bold: bool = False) -> float:
    return LARGE_READABLE if size >= LARGE or (bold and size.pt >= 18.66) else READABLE


def mixed(one: str, other: str, share: float) -> str:
    """*one* with that share of *other* in it."""
    pairs = zip(shares(one), shares(other), strict=True)
    return _hex([a * (1 - share) + b * share for a, b in pairs])


def readable(colour: str, grounds: Iterable[str], least: float = READABLE) -> str:
    """*colour*, or as little darker or lighter as can be read on all of *grounds*."""
    behind = tuple(grounds)
    for step in range(21):
        for end in (BLACK, WHITE):
            tried = mixed(colour, end, step / 20)
            if least_contrast(tried, behind) >= least:
                return tried
    return max((BLACK, WHITE), key=lambda end: least_contrast(end, behind))


def faintest(colour: str, ground: str, least: float = LARGE_READABLE) -> str:
    """*colour* with as much of *ground* in it as leaves that contrast: what stands beside
    *colour* in a chart and can be told from it, and from the page, in grey too."""
    tones = (mixed(colour, ground, step / 20) for step in range(20, -1, -1))
    return next((tone for tone in tones if contrast(tone, ground) >= least), colour)


def is_grey(colour: str) -> bool:
    values = shares(colour)
    return max(values) - min(values) < 0.12


def shares(colour: str) -> tuple[float, float, float]:
    """Red, green and blue, 0 to 1."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


def _is_hex(value: str) -> bool:
    return len(value) == 6 and all(sign in "0123456789abcdefABCDEF" for sign in value)


def _hex(values: Iterable[float]) -> str:
    return "".join(f"{round(min(max(value, 0), 1) * 255):02X}" for value in values)


def _of_shares(values: Iterable[float]) -> str:
    return _hex([value**0.4545 for value in values])


def _mixed_light(one: str, other: str, share: float) -> str:
    """As Office mixes tints and shades: in the amount of light, not in its coding."""
    pairs = zip(shares(one), shares(other), strict=True)
    light = (_linear(a) * (1 - share) + _linear(b) * share for a, b in pairs)
    return _hex([12.92 * v if v <= 0.0031308 else 1.055 * v ** (1 / 2.4) - 0.055 for v in light])


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _share(element: Element, name: str) -> float:
    value = str(element.get(name, ""))
    return int(value) / 100_000 if value.removeprefix("-").isdecimal() else 0.0


def _opacity(holder: Element) -> float:
    alpha = holder.find(f"*/{qualified('a:alpha')}")
    return 1.0 if alpha is None else _share(alpha, "val")


def _transformed(colour: str, element: Element) -> str:
    """ECMA-376 20.1.2.3, those that Office itself writes."""
    for change in element:
        name, share = str(change.tag).rpartition("}")[2], _share(change, "val")
        match name:
            case "lumMod" | "lumOff" | "satMod":
                hue, light, full = rgb_to_hls(*shares(colour))
                light = light * share if name == "lumMod" else light
                light = light + share if name == "lumOff" else light
                full = full * share if name == "satMod" else full
                colour = _hex(hls_to_rgb(hue, min(max(light, 0), 1), min(max(full, 0), 1)))
            case "tint" | "shade":
                colour = _mixed_light(WHITE if name == "tint" else BLACK, colour, share)
            case _:
                pass
    return colour
