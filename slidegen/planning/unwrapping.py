"""A document inside its covering letter: its parts are what the talk is about.

A notice that sends round a plan has one section, the plan. Taken as it stands the
deck would have one slide title for everything; so the plan's own parts are taken
for sections, and its heading goes on the cover.
"""

from __future__ import annotations

from msgspec.structs import replace

from slidegen.document import Paragraph
from slidegen.outline import Outline

LEAST_PARTS = 2


def unwrapped(outline: Outline) -> Outline:
    """*outline* with the parts of its only section for sections, if that has no number."""
    match outline.sections:
        case (whole,) if whole.marker is None and len(whole.children) >= LEAST_PARTS:
            heading = (Paragraph(whole.text),) if outline.subtitle else ()
            return replace(
                outline,
                subtitle=outline.subtitle or whole.heading,
                opening=(*outline.opening, *heading, *whole.body),
                sections=whole.children,
            )
        case _:
            return outline
