"""An outline as the JSON object that `slidegen outline --format json` prints.

The shape is public and versioned: scripts read it.
"""

from __future__ import annotations

from typing import Any

from slidegen.outline import Outline, Section
from slidegen.passage import Passage

SCHEMA = 1


def outline_as_json(outline: Outline) -> dict[str, Any]:
    """JSON-ready values; what the document does not say is None."""
    return {
        "schema": SCHEMA,
        "title": _text(outline.title),
        # The line under the title, which for a speech is its occasion.
        "subtitle": _text(outline.subtitle or outline.occasion),
        "occasion": _text(outline.occasion),
        "speaker": _text(outline.speaker),
        "organisation": _text(outline.organisation),
        "date": outline.iso_date or _text(outline.date),
        "salutation": _text(outline.salutation),
        "sections": [_section(section) for section in outline.sections],
        "dropped": [
            {"line": dropped.passage.line, "text": dropped.passage.text, "reason": dropped.reason}
            for dropped in outline.dropped
        ],
    }


def _section(section: Section) -> dict[str, Any]:
    return {
        "level": section.level,
        "marker": section.marker,
        "text": section.text.text,
        "heading": section.heading.text,
        "line": section.line,
        "reason": section.reason,
        "children": [_section(child) for child in section.children],
    }


def _text(passage: Passage) -> str | None:
    return passage.text or None
