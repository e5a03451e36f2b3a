"""The batch's report in JSON: an object a document, and how many of each there are.

The shape is public and versioned; a document's object is its own `--report` without
the slides, and one that failed says why.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from slidegen.batching.job import Failure, Outcome
from slidegen.batching.reporting.totals import totals_of
from slidegen.report import SCHEMA


def batch_report(outcomes: Sequence[Outcome], seconds: float) -> dict[str, Any]:
    """JSON-ready values; *seconds* is how long the whole batch took."""
    totals = totals_of(outcomes)
    return {
        "schema": SCHEMA,
        "documents": [_document(outcome) for outcome in outcomes],
        "made": totals.made,
        "unchanged": totals.unchanged,
        "failed": totals.failed,
        "seconds": round(seconds, 3),
    }


def _document(outcome: Outcome) -> dict[str, Any]:
    row = dict(outcome.row or {"source": {"path": outcome.job.name}})
    row["state"] = outcome.state
    row["seconds"] = round(outcome.seconds, 3)
    if outcome.failure:
        row["error"] = _error(outcome.failure)
    return row


def _error(failure: Failure) -> dict[str, Any]:
    return {
        "kind": failure.kind,
        "message": failure.message.en,
        "hint": failure.hint.en if failure.hint else None,
    }
