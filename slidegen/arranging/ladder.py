"""Which of the sizes that a slot permits pleases most; one that could not is not tried."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar

from slidegen.theme import TypeStep


class Costed(Protocol):
    @property
    def cost(self) -> float: ...


Draft = TypeVar("Draft", bound=Costed)


def cheapest(
    rungs: Iterable[tuple[float, TypeStep]], draft_at: Callable[[float, TypeStep], Draft | None]
) -> Draft | None:
    """The draft that costs least, the first of equals; None if there is none at any size.

    Each size comes with what a draft at it costs at the least, which is handed on to *draft_at*:
    where another costs no more than that, none is made.
    """
    best: Draft | None = None
    for least, step in rungs:
        if best is None or least < best.cost:
            draft = draft_at(least, step)
            if draft is not None and (best is None or draft.cost < best.cost):
                best = draft
    return best
