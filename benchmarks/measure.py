"""How well chosen points agree with those that an editor chose, paragraph by paragraph.

The gold is a file of JSON lines, one a paragraph: `doc` and `line` say where it stands,
`heading` what it stands under, `paragraph` is its text, `points` are the editor's spans of it
(`start`, `end`). Whatever chooses spans of a paragraph can be measured beside slidegen.
Punctuation and white space are not counted.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, TypeAlias

Chosen: TypeAlias = tuple[int, int]
"""A chosen span of a paragraph, from its start up to its end."""

MARKS = "，。；：、！？,;:!?…—"
NOT_COUNTED = frozenset(MARKS + "“”‘’\"'《》〈〉（）()［］[]【】 \u3000\t·")
MOST_OF_A_POINT = 0.6
"""A point is hit by a span that covers so much of it."""
TWO_LINES = 45
"""A longer span does not fit a slide, and hits nothing in `hit45`."""


@dataclass(frozen=True)
class Gold:
    doc: str
    line: int
    heading: str
    paragraph: str
    points: tuple[Chosen, ...]


def read_gold(path: Path) -> tuple[Gold, ...]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(_gold(json.loads(line)) for line in lines if line.strip())


def _gold(row: dict[str, Any]) -> Gold:
    points = tuple((int(p["start"]), int(p["end"])) for p in row["points"])
    return Gold(
        doc=row["doc"],
        line=row["line"],
        heading=row.get("heading", ""),
        paragraph=row["paragraph"],
        points=points,
    )


@dataclass(frozen=True)
class Agreement:
    """Of one paragraph, or the mean of several."""

    f1: float
    """Of the characters in points: how many chosen ones are the editor's, and the reverse."""
    precision: float
    recall: float
    rouge_l: float
    """F of the longest common subsequence of characters, the points in order."""
    hit: float
    """Share of the editor's points that one chosen span covers for the most part."""
    hit45: float
    """The same, by spans of up to two lines of a slide."""
    number: float
    """Of points chosen."""


def agreement(gold: Gold, chosen: Sequence[Chosen]) -> Agreement:
    spans = [span for span in (_bare(gold.paragraph, span) for span in chosen) if span[0] < span[1]]
    wanted = _characters(gold.paragraph, gold.points)
    given = _characters(gold.paragraph, spans)
    both = len(wanted & given)
    precision = both / len(given) if given else 0.0
    recall = both / len(wanted)
    return Agreement(
        f1=_harmonic(precision, recall),
        precision=precision,
        recall=recall,
        rouge_l=_rouge_l(gold, spans),
        hit=_hit(gold, spans),
        hit45=_hit(gold, [span for span in spans if span[1] - span[0] <= TWO_LINES]),
        number=len(spans),
    )


def mean(agreements: Sequence[Agreement]) -> Agreement:
    return Agreement(
        **{
            field.name: sum(getattr(one, field.name) for one in agreements) / len(agreements)
            for field in fields(Agreement)
        }
    )


def lengths(gold: Sequence[Gold], chosen: Sequence[Sequence[Chosen]]) -> list[int]:
    """Characters of every chosen span, without the marks at its ends."""
    bare = (
        _bare(g.paragraph, span) for g, spans in zip(gold, chosen, strict=True) for span in spans
    )
    return [end - start for start, end in bare if start < end]


def _bare(text: str, span: Chosen) -> Chosen:
    start, end = span
    while start < end and (text[start] in MARKS or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in MARKS or text[end - 1].isspace()):
        end -= 1
    return start, end


def _characters(text: str, spans: Iterable[Chosen]) -> set[int]:
    return {at for start, end in spans for at in range(start, end) if text[at] not in NOT_COUNTED}


def _hit(gold: Gold, spans: Sequence[Chosen]) -> float:
    def is_hit(point: Chosen) -> bool:
        wanted = _characters(gold.paragraph, [point])
        return any(
            len(wanted & set(range(*span))) >= MOST_OF_A_POINT * len(wanted) for span in spans
        )

    return sum(map(is_hit, gold.points)) / len(gold.points)


def _rouge_l(gold: Gold, spans: Sequence[Chosen]) -> float:
    def text(points: Iterable[Chosen]) -> str:
        cut = "".join(gold.paragraph[start:end] for start, end in points)
        return "".join(c for c in cut if c not in NOT_COUNTED)

    wanted, given = text(gold.points), text(spans)
    common = _longest_common(wanted, given)
    return 2 * common / (len(wanted) + len(given)) if wanted and given else 0.0


def _longest_common(one: str, other: str) -> int:
    before = [0] * (len(other) + 1)
    for a in one:
        row = [0]
        for at, b in enumerate(other, 1):
            row.append(before[at - 1] + 1 if a == b else max(before[at], row[-1]))
        before = row
    return before[-1]


def _harmonic(one: float, other: float) -> float:
    return 2 * one * other / (one + other) if one + other else 0.0
