"""Which kind a slide is, by the shape of what it holds: bullets suit everything.

A kind is chosen because the content has that shape, never for variety. Each chooser gives
the slide as its kind, or None if the content is of another shape.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from slidegen.deck import Bullets, Slide, TableSlide
from slidegen.planning.choosing.cards import as_cards
from slidegen.planning.choosing.charting import as_chart
from slidegen.planning.choosing.columns import as_columns
from slidegen.planning.choosing.figures import as_figures
from slidegen.planning.choosing.timeline import as_timeline

Chooser: TypeAlias = Callable[[Bullets], Slide | None]
TableChooser: TypeAlias = Callable[[TableSlide], Slide | None]

CHOOSERS: Sequence[Chooser] = (as_timeline, as_columns, as_cards, as_figures)
"""In order: the first that the points suit has them."""
TABLE_CHOOSERS: Sequence[TableChooser] = (as_chart,)


def chosen_kind(slide: Slide) -> Slide:
    """*slide* as the first kind that suits what it holds."""
    if isinstance(slide, Bullets):
        return next((kind for suits in CHOOSERS if (kind := suits(slide))), slide)
    if isinstance(slide, TableSlide):
        return next((kind for suits in TABLE_CHOOSERS if (kind := suits(slide))), slide)
    return slide
