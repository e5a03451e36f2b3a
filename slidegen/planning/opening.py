"""What is said before the first section."""

from __future__ import annotations

from slidegen.deck import Bullets, Slide
from slidegen.outline import Outline
from slidegen.planning.exhibiting import exhibit_slides
from slidegen.planning.labels import Labels
from slidegen.planning.parts import gathered, parts_in
from slidegen.planning.sections import with_notes_first


def make_opening(outline: Outline, labels: Labels) -> tuple[Slide, ...]:
    """The opening slide and its exhibits; empty if nothing before the sections is worth a slide."""
    notes, points = gathered(parts_in(outline.opening))
    slides: list[Slide] = []
    if points:
        slides.append(Bullets(labels.opening, points, notes=notes))
        notes = ()
    slides.extend(exhibit_slides(outline.opening, labels.opening, None))
    return with_notes_first(slides, notes)
