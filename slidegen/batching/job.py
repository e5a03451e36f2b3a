"""The nouns of a batch: one document to be made into one deck, and what came of it.

They are small and picklable: a job travels to a worker, an outcome travels back.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeAlias

from msgspec import Struct, field

from slidegen.messages import Message
from slidegen.notices import Notice

State: TypeAlias = Literal["made", "unchanged", "failed"]


class Job(Struct, frozen=True):
    name: str
    """The document as the person named it, or as it lies in the folder that they named."""
    source: str
    """A path, or a URL of fsspec's."""
    target: str
    """The deck, likewise."""
    asked: Mapping[str, Any] = field(default_factory=dict)
    """`slidegen.asking.Asked`, from the command line."""
    configured: Mapping[str, Any] = field(default_factory=dict)
    """The same from the configuration file, which the document's front matter outweighs."""
    format: str | None = None
    """A reader's name; None to tell it from the content."""


class Failure(Struct, frozen=True):
    """Why there is no deck."""

    kind: str
    """`malformed source`, `output error`, ..., `timeout`, `worker died`, `out of memory`, `bug`."""
    message: Message
    hint: Message | None = None


class Outcome(Struct, frozen=True):
    job: Job
    state: State
    seconds: float = 0.0
    """How long the document took, by itself."""
    row: Mapping[str, Any] | None = None
    """Its `--report` without the slides; None if it failed before there was one."""
    counting: tuple[Notice, ...] = ()
    """The notices that `--strict` makes a failure of."""
    named: tuple[str, ...] = ()
    """The files beside the document that it shows, there or not."""
    failure: Failure | None = None
    """Why it failed, if it did."""
