"""How many documents came to what: the one count that every form of report gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from slidegen.batching.job import Outcome
from slidegen.messages import Message


class Totals(Struct, frozen=True):
    made: int
    unchanged: int
    failed: int

    def in_words(self, seconds: float) -> Message:
        """One line, for the end of a run that took *seconds*."""
        en = [f"{self.made} made"]
        zh = [f"生成{self.made}份"]
        if self.unchanged:
            en.append(f"{self.unchanged} unchanged")
            zh.append(f"未变{self.unchanged}份")
        if self.failed:
            en.append(f"{self.failed} failed")
            zh.append(f"失败{self.failed}份")
        return Message(
            en=f"{', '.join(en)} in {seconds:.1f} s", zh=f"{'，'.join(zh)}，用时{seconds:.1f}秒"
        )


def totals_of(outcomes: Iterable[Outcome]) -> Totals:
    states = Counter(outcome.state for outcome in outcomes)
    return Totals(states["made"], states["unchanged"], states["failed"])
