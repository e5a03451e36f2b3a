"""The paragraphs of a shape: their words, their level, and whether they are points.

Whether a paragraph has a bullet is mostly not said beside it but in its shape, in the
layout, or in the master, and is looked up in that order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree
from msgspec import Struct

from slidegen.passage import Style
from slidegen.reading.block_lines import Span
from slidegen.reading.powerpoint.autonumbers import automatic_number
from slidegen.reading.powerpoint.package import ANY, Element, Part, is_on, number

DEEPEST_LEVEL = 8
"""PowerPoint has nine levels."""


class SlideParagraph(Struct, frozen=True):
    spans: tuple[Span, ...]
    level: int = 0
    """From 0."""
    has_bullet: bool = False
    marker: str | None = None
    """Its automatic number; None if it has none."""

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)


def paragraphs_of(
    body: Element | None, part: Part, inherited: Sequence[Element] = ()
) -> tuple[SlideParagraph, ...]:
    """Those of *body* (`p:txBody`) that hold words.

    *inherited* are the list styles that apply, the nearest first.
    """
    if body is None:
        return ()
    own = body.find(f"{ANY}lstStyle")
    styles = (*((own,) if own is not None else ()), *inherited)
    counts: dict[int, tuple[str, int]] = {}
    found: list[SlideParagraph] = []
    for paragraph in body.findall(f"{ANY}p"):
        spans = tuple(_spans(paragraph, part))
        if not any(span.text.strip() for span in spans):
            continue
        properties = paragraph.find(f"{ANY}pPr")
        level = min(max(number(properties, "lvl"), 0), DEEPEST_LEVEL)
        bullet = _bullet(properties, level, styles)
        marker = _counted(bullet, level, counts)
        found.append(SlideParagraph(spans, level, bullet is not None, marker))
    return tuple(found)


def _spans(paragraph: Element, part: Part) -> Iterator[Span]:
    for child in paragraph.iter():
        match etree.QName(child).localname if isinstance(child.tag, str) else "":
            case "r" | "fld":
                text = "".join(t.text or "" for t in child.findall(f"{ANY}t"))
                if text:
                    yield Span(text, _style(child.find(f"{ANY}rPr"), part))
            case "br":
                yield Span("\n")
            case "oMath":
                yield Span("".join(t.text or "" for t in child.iter(f"{ANY}t")))
            case _:
                pass


def _style(properties: Element | None, part: Part) -> Style:
    if properties is None:
        return Style()
    click = properties.find(f"{ANY}hlinkClick")
    target = part.by_id(click) if click is not None else None
    return Style(
        bold=is_on(properties, "b"),
        italic=is_on(properties, "i"),
        strike=str(properties.get("strike", "noStrike")) != "noStrike",
        link=target.target if target and target.is_external else None,
    )


BULLETS = ("buNone", "buChar", "buAutoNum", "buBlip")


def _bullet(properties: Element | None, level: int, styles: Sequence[Element]) -> Element | None:
    """What marks the paragraph; None if nothing does."""
    at_level = (style.find(f"{ANY}lvl{level + 1}pPr") for style in styles)
    for place in (properties, *at_level):
        if place is None:
            continue
        for name in BULLETS:
            if (found := place.find(f"{ANY}{name}")) is not None:
                return None if name == "buNone" else found
    return None


def _counted(bullet: Element | None, level: int, counts: dict[int, tuple[str, int]]) -> str | None:
    """The automatic number, counted on among *counts* by level."""
    for deeper in [known for known in counts if known > level]:
        del counts[deeper]
    if bullet is None or etree.QName(bullet).localname != "buAutoNum":
        counts.pop(level, None)
        return None
    form = str(bullet.get("type", "arabicPeriod"))
    start = max(number(bullet, "startAt", 1), 1)
    kind = f"{form} {start}"
    known, last = counts.get(level, ("", 0))
    counts[level] = (kind, last + 1 if known == kind else start)
    return automatic_number(counts[level][1], form)
