"""Lines that GitHub Actions shows beside the document that they are about.

https://docs.github.com/actions/reference/workflow-commands: `::error file=F,line=N::words`;
`%` and line ends are escaped everywhere, `:` and `,` in the properties too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from slidegen.batching.job import Outcome
from slidegen.messages import Tongue


def under_github_actions(environment: Mapping[str, str]) -> bool:
    return environment.get("GITHUB_ACTIONS") == "true"


def lines_for_github(outcomes: Iterable[Outcome], *, tongue: Tongue = "en") -> Iterator[str]:
    """An error for each document that failed, a warning for each notice that counts."""
    for outcome in outcomes:
        if failure := outcome.failure:
            said = (failure.message, failure.hint) if failure.hint else (failure.message,)
            words = "\n".join(message.in_tongue(tongue) for message in said)
            yield _command("error", outcome.job.name, None, words)
        for notice in outcome.counting:
            words = notice.message.in_tongue(tongue)
            yield _command("warning", outcome.job.name, notice.line, words)


def _command(level: str, file: str, line: int | None, words: str) -> str:
    properties = {"file": file} | ({"line": str(line)} if line else {}) | {"title": "slidegen"}
    stated = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{level} {stated}::{_escaped(words)}"


def _escaped(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _escaped(value).replace(":", "%3A").replace(",", "%2C")
