"""What we report: there is a deck, and something in it was given up or decided.

Stages take a `Report` and call it as they go; the caller chooses whether to
print, collect or count.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from slidegen.messages import Message

NoticeKind: TypeAlias = Literal[
    "undecodable-bytes",
    "encoding-guessed",
    "garbled-text",
    "control-characters",
    "format-mismatch",
    "front-matter-ignored",
    "raw-html",
    "comments-left-out",
    "running-heads-left-out",
    "contents-left-out",
    "hidden-text-left-out",
    "object-left-out",
    "formula-as-text",
    "field-without-result",
    "pages-without-text",
    "file-cut-short",
    "private-use-characters",
    "converted-by-program",
    "picture-missing",
    "picture-unusable",
    "link-dropped",
    "boilerplate-dropped",
    "points-given",
    "max-slides",
    "no-title",
    "no-sections",
    "text-continued",
    "text-does-not-fit",
    "table-continued",
    "template-slides",
    "template-macros",
    "template-layouts",
    "template-fonts",
    "template-contrast",
    "template-links",
    "template-options",
]


@dataclass(frozen=True, slots=True)
class Notice:
    kind: NoticeKind
    message: Message
    line: int | None = None
    """Line of the decoded source, from 1; None where no one line is meant."""
    counts: bool = False
    """Whether `--strict` makes a failure of it: something the reader should see is not there."""


Report: TypeAlias = Callable[[Notice], None]


def ignore(notice: Notice) -> None:
    """The report of a caller who does not want one."""
