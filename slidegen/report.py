"""What `--report` writes: every point with its place in the source, for people's scripts.

The shape is public and versioned.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields
from hashlib import sha256
from pathlib import Path
from typing import Any

from slidegen.deck import Point
from slidegen.document import Document
from slidegen.messages import Message
from slidegen.notices import Notice
from slidegen.options import Options
from slidegen.outline import Dropped
from slidegen.passage import Passage, join
from slidegen.point import EDITED
from slidegen.proof import Proof
from slidegen.scene import Scene, Scenes
from slidegen.version import __version__

SCHEMA = 1


def report_of(
    document: Document,
    options: Options,
    scenes: Scenes,
    proof: Proof,
    notices: Sequence[Notice],
    *,
    pptx: bytes,
    path: str | None,
) -> dict[str, Any]:
    """JSON-ready values; *path* is None for a deck that went to no file."""
    return {
        "schema": SCHEMA,
        "slidegen": __version__,
        "source": {
            "path": document.path,
            "format": document.format,
            "encoding": document.encoding,
            "sha256": document.sha256,
        },
        "options": {entry.name: _plain(getattr(options, entry.name)) for entry in fields(options)},
        "theme": options.template.name if options.template else options.theme,
        "output": {"path": path, "sha256": sha256(pptx).hexdigest(), "bytes": len(pptx)},
        "slides": [_slide(number, scene) for number, scene in enumerate(scenes.scenes, 1)],
        "coverage": {
            "sentences": proof.sentences,
            "on_slides": proof.on_slides,
            "in_notes_only": proof.in_notes_only,
            "dropped": proof.dropped + proof.unasked,
            "lost": len(proof.lost),
        },
        "checks": {
            "verbatim": round(proof.verbatim, 4),
            "numerals": round(proof.numerals, 4),
            "order_inversions": proof.order_inversions,
            "edited": sum(p.why == EDITED for scene in scenes.scenes for p in scene.points),
        },
        "notices": [
            {
                "kind": notice.kind,
                "message": notice.message.en,
                "line": notice.line,
                "counts": notice.counts,
            }
            for notice in notices
        ],
    }


def left_out(dropped: Dropped) -> Notice:
    """What a rule left out, for the notices of a report, which a script reads line by line."""
    words = dropped.passage.text
    said = (
        Message(en=f"left out ({dropped.reason}): {words}", zh=f"略去：{words}")
        if words
        else Message(en=f"left out a picture ({dropped.reason})", zh="略去图片一处")
    )
    return Notice(
        "boilerplate-dropped",
        said,
        dropped.passage.line or None,
    )


def _slide(number: int, scene: Scene) -> dict[str, Any]:
    fit = scene.fit
    return {
        "number": number,
        "kind": scene.kind,
        "title": scene.title,
        "continued": scene.continued,
        "points": [row for point in scene.points for row in _point(point)],
        "notes": ranges((*scene.notes, *map(join, scene.told))),
        "fit": {
            "size_pt": round(fit.size.pt, 2),
            "fill": round(fit.fill, 4),
            "overflow": fit.overflow,
        }
        if fit
        else None,
    }


def _point(point: Point) -> Iterable[dict[str, Any]]:
    """A row for each source line that the point has words of; none for a label."""
    match point.passage:
        case Passage() as passage:
            for stretch in passage.stretches():
                place = stretch.place
                yield {
                    "level": point.level,
                    "text": stretch.text,
                    "line": place.line,
                    "start": place.start,
                    "end": place.end,
                    **({"edited": True} if point.why == EDITED else {}),
                }
        case _:
            return


def ranges(notes: Iterable[Passage]) -> list[list[int]]:
    """First and last lines of the notes, in order, touching ranges melted together."""
    found: list[list[int]] = []
    for passage in notes:
        if not passage:
            continue
        place = passage.place
        if found and found[-1][0] <= place.line <= found[-1][1] + 1:
            found[-1][1] = max(found[-1][1], place.last_line)
        else:
            found.append([place.line, place.last_line])
    return found


def _plain(value: object) -> object:
    return str(value) if isinstance(value, Path) else value
