"""A batch as a page of Markdown, such as GitHub shows below a run (`GITHUB_STEP_SUMMARY`).

What went wrong comes first, then what the reader should see and does not, then the decks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from slidegen.batching.job import Outcome
from slidegen.batching.reporting.rows import notices_that_count
from slidegen.batching.reporting.totals import totals_of
from slidegen.messages import Message, Tongue

MOST_ROWS = 500
"""Of one table. GitHub shows no summary of more than 1 MiB."""

MARKDOWN = re.compile(r"([\\`*_{}\[\]<>|#~])")

Row = tuple[str, ...]


def summary(outcomes: Sequence[Outcome], seconds: float, *, tongue: Tongue = "en") -> str:
    """The page, which ends in a line break."""

    def say(en: str, zh: str) -> str:
        return Message(en, zh).in_tongue(tongue)

    failed = [
        (
            _cell(outcome.job.name),
            _cell(outcome.failure.message.in_tongue(tongue)),
            _cell(outcome.failure.hint.in_tongue(tongue)) if outcome.failure.hint else "",
        )
        for outcome in outcomes
        if outcome.failure
    ]
    missed = [
        (_cell(outcome.job.name), str(notice["line"] or ""), _cell(notice["message"]))
        for outcome in outcomes
        for notice in notices_that_count(outcome)
    ]
    made = [
        (_cell(outcome.job.name), _cell(outcome.job.target), f"{outcome.seconds:.1f}")
        for outcome in outcomes
        if outcome.state == "made"
    ]
    totals = totals_of(outcomes)
    document = say("document", "文档")
    parts = [
        f"## {say('slidegen: ', 'slidegen：')}{totals.in_words(seconds).in_tongue(tongue)}",
        *_table(
            say("Failed", "失败"), (document, say("why", "原因"), say("way out", "办法")), failed
        ),
        *_table(
            say("Not on the slides", "未能呈现的内容"),
            (document, say("line", "行"), say("what", "内容")),
            missed,
        ),
        *_table(
            say("Decks", "演示文稿"),
            (document, say("deck", "演示文稿"), say("seconds", "秒")),
            made,
        ),
    ]
    return "\n\n".join(parts) + "\n"


def _table(title: str, head: Row, rows: Sequence[Row]) -> Iterator[str]:
    """Nothing where there are no *rows*."""
    if not rows:
        return
    yield f"### {title} ({len(rows)})"
    shown = (head, ("---",) * len(head), *rows[:MOST_ROWS])
    yield "\n".join(_line(row) for row in shown)
    if len(rows) > MOST_ROWS:
        yield f"… +{len(rows) - MOST_ROWS}"


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(words: str) -> str:
    """*words* as they are, whatever signs of Markdown a file's name holds."""
    return MARKDOWN.sub(r"\\\1", " ".join(words.split()))
