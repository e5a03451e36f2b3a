"""Documents to make decks of, and batches of them in this process."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from slidegen.batching.assigning import assign
from slidegen.batching.batch import Result, carry_out
from slidegen.batching.finding import find
from slidegen.batching.storage import Place

SPEECH = """\
在全市节水工作会上的讲话

同志们：

今天的会议，任务是部署今年的节水工作。

一、把用水的账算清楚

（一）查清家底。三月底前完成全市供水管网普查，漏损率按区公布。

（二）装好水表。年内更换老旧水表四万只，一户一表，按量计费。

二、把漏水的管子修好

（一）先修主干管。今年改造主干管六十公里，五月开工，十月完工。

（二）再修入户管。居民楼入户管由产权单位负责，市里补助三成。
"""


def write(folder: Path, *names: str, text: str = SPEECH) -> list[Path]:
    """A speech under each name; each a little different."""
    paths = [folder / name for name in names]
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.replace("节水", f"节水（{path.stem}）", 1), encoding="utf-8")
    return paths


def batch(
    source: Path | str, decks: Place, *, asked: dict[str, Any] | None = None, **how: Any
) -> Result:
    """As `slidegen batch SOURCE -o DECKS` would, but with one thread for a worker."""
    assignment = assign(find([str(source)], avoiding=decks), decks, asked=asked or {})
    with ThreadPoolExecutor(1) as executor:
        return carry_out(assignment, decks, executor, in_flight=2, **how)


def states(result: Result) -> dict[str, str]:
    return {Path(outcome.job.name).name: outcome.state for outcome in result.outcomes}
