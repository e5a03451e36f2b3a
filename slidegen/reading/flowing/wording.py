"""The words of one paragraph before they have a place: its number before them, its looks with
what all of them share taken off, its lines in a cell joined."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from slidegen.passage import PLAIN
from slidegen.reading.block_lines import Span
from slidegen.reading.flowing.pieces import Text

BOXES: Mapping[str, bool] = {"☐": False, "□": False, "☑": True, "☒": True, "🗹": True}
"""A task's box before its words, and whether it is ticked."""

NARROW = 4
"""Characters of a line in a cell that is broken only because the cell is narrow."""
STOPS = "。！？；：，、,.;:!?）)"


def numbered(text: Text, *, bullets: bool = False) -> tuple[Span, ...]:
    """The spans of *text* behind its number, which looks like its first words."""
    if text.marker is None or (text.marker.is_bullet and not bullets):
        return text.spans
    marker = text.marker.text + (" " if text.marker.is_bullet else "")
    words = trimmed(text.spans)
    style = replace(words[0].style, link=None) if words else PLAIN
    return (Span(marker, style), *words)


def trimmed(spans: Sequence[Span]) -> tuple[Span, ...]:
    """*spans* without the white space at their two ends."""
    kept = [span for span in spans if span.text]
    while kept and not kept[0].text.strip():
        kept.pop(0)
    while kept and not kept[-1].text.strip():
        kept.pop()
    if kept:
        kept[0] = Span(kept[0].text.lstrip(), kept[0].style)
        kept[-1] = Span(kept[-1].text.rstrip(), kept[-1].style)
    return tuple(kept)


def unstressed(spans: Sequence[Span]) -> tuple[Span, ...]:
    """*spans* without the bold and the italics that all of them share: how headings, heads of
    tables and captions look, and no stress on any word."""
    words = [span for span in spans if span.text.strip()]
    bold = all(span.style.bold for span in words)
    italic = all(span.style.italic for span in words)
    return tuple(
        Span(
            span.text,
            replace(
                span.style,
                bold=span.style.bold and not bold,
                italic=span.style.italic and not italic,
            ),
        )
        for span in spans
    )


def unboxed(spans: Sequence[Span]) -> tuple[tuple[Span, ...], bool | None]:
    """*spans* of a list item without the box of a task, and the state of the box."""
    for index, span in enumerate(spans):
        words = span.text.lstrip()
        if words and words[0] in BOXES:
            rest = Span(words[1:].lstrip(), span.style)
            return (rest, *spans[index + 1 :]), BOXES[words[0]]
        if words:
            break
    return tuple(spans), None


def needs_space(before: Sequence[Span], after: Sequence[Span]) -> bool:
    """Whether two lines of a cell would make one word: 单位 and 名称 shall, names shall not."""
    last = "".join(span.text for span in before).strip().rpartition(" ")[2]
    first = "".join(span.text for span in after).strip()
    if not last or not first or last[-1] in STOPS:
        return bool(last) and last[-1].isascii()
    return max(len(last), len(first)) > NARROW or last[-1].isascii() or first[0].isascii()
