"""A batch as a page of Markdown, such as GitHub shows below a run (`GITHUB_STEP_SUMMARY`).

What went wrong comes first, then what the reader should see and does not, then the decks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from slidegen.batching.job import Outcome
from slidegen.batching.reporting.totals import totals_of
from slidegen.messages import Message, Tongue
from slidegen.patterns import compiled

MOST_ROWS = 500
"""Of one table. GitHub shows no summary of more than 1 MiB."""

MARKDOWN = compiled(r"([\\`*_{}\[\]<>|#~])")

Row: TypeAlias = tuple[str, ...]

FAILED = (
    Message("Failed", "失败"),
    (Message("document", "文档"), Message("why", "原因"), Message("way out", "办法")),
)
MISSED = (
    Message("Not on the slides", "未能呈现的内容"),
    (Message("document", "文档"), Message("line", "行"), Message("what", "内容")),
)
MADE = (
    Message("Decks", "演示文稿"),
    (Message("document", "文档"), Message("deck", "演示文稿"), Message("slides", "页数")),
)


def summary(outcomes: Sequence[Outcome], seconds: float, *, tongue: Tongue = "en") -> str:
    """The page, which ends in a line break."""
    failed = [
        (
            outcome.job.name,
            outcome.failure.message.in_tongue(tongue),
            outcome.failure.hint.in_tongue(tongue) if outcome.failure.hint else "",
        )
        for outcome in outcomes
        if outcome.failure
    ]
    missed = [
        (outcome.job.name, str(notice.line or ""), notice.message.in_tongue(tongue))
        for outcome in outcomes
        for notice in outcome.counting
    ]
    made = [
        (outcome.job.name, outcome.job.target, str(outcome.row["output"]["slides"]))
        for outcome in outcomes
        if outcome.state == "made" and outcome.row
    ]
    totals = totals_of(outcomes).in_words(seconds)
    parts = [
        Message(f"## slidegen: {totals.en}", f"## slidegen：{totals.zh}").in_tongue(tongue),
        *_table(*FAILED, failed, tongue),
        *_table(*MISSED, missed, tongue),
        *_table(*MADE, made, tongue),
    ]
    return "\n\n".join(parts) + "\n"


def _table(
    title: Message, head: tuple[Message, ...], rows: Sequence[Row], tongue: Tongue
) -> Iterator[str]:
    """Nothing where there are no *rows*."""
    if not rows:
        return
    yield f"### {title.in_tongue(tongue)} ({len(rows)})"
    lines = [
        _line(column.in_tongue(tongue) for column in head),
        _line("---" for _ in head),
        *(_line(map(_cell, row)) for row in rows[:MOST_ROWS]),
    ]
    yield "\n".join(lines)
    if more := len(rows) - min(len(rows), MOST_ROWS):
        yield Message(f"… and {more} more", f"……另有{more}项").in_tongue(tongue)


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(words: str) -> str:
    """*words* as they are, whatever signs of Markdown a file's name holds."""
    return MARKDOWN.sub(r"\\\1", " ".join(words.split()))
