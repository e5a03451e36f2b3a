"""Decks of speeches without headings; a bug becomes a case in `cases/speeches.txt`."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from slidegen.deck import Bullets
from slidegen.planning import plan

from .sketches import Case, cases, dump, sketched_outline


@pytest.mark.parametrize("case", cases("speeches.txt"), ids=lambda case: case.title)
def test_deck_of_a_speech(case: Case) -> None:
    outline = sketched_outline(case.source)
    outline = replace(outline, language="en-GB" if outline.title.text.isascii() else "zh-TW")

    assert dump(plan(outline)) == case.expected


@pytest.mark.parametrize("case", cases("speeches.txt"), ids=lambda case: case.title)
def test_no_two_slides_of_a_speech_have_one_title(case: Case) -> None:
    slides = plan(sketched_outline(case.source)).slides
    titles = [str(slide.title) for slide in slides if isinstance(slide, Bullets)]

    assert len(titles) == len(set(titles))
