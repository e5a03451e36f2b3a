"""Which kind a slide is, by what it holds; a wrong choice becomes a case in `cases/kinds.txt`."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from slidegen.deck import Page
from slidegen.options import Options
from slidegen.planning import plan

from .sketches import Case, cases, dump, sketched_outline


@pytest.mark.parametrize("case", cases("kinds.txt"), ids=lambda case: case.title)
def test_kind_of(case: Case) -> None:
    outline = sketched_outline(case.source)
    if outline.title.text.isascii() and outline.title:
        outline = replace(outline, language="en-GB")
    deck = plan(outline, Options(agenda="none", dividers=False))
    first = next(slide for slide in deck.slides if isinstance(slide, Page))

    assert dump(replace(deck, slides=(first,))) == case.expected
