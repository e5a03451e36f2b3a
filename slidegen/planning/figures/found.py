"""A figure while it is being found: where its parts stand in the text, not yet cut from it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from slidegen.planning.clauses import Span
from slidegen.planning.figures.quantities import Quantity


class Found(Struct, frozen=True):
    quantity: Quantity
    label: tuple[Span, ...]
    """The stretches that name it, in order; mostly one."""
    clause: Span
    """The clause that it is said in."""


def melted(stretches: Sequence[Span]) -> tuple[Span, ...]:
    """*stretches* with those that touch made one, and empty ones left out."""
    found: list[Span] = []
    for span in stretches:
        if found and found[-1].end == span.start:
            found[-1] = Span(found[-1].start, span.end)
        elif len(span):
            found.append(span)
    return tuple(found)
