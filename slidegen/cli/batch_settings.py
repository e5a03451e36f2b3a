"""How a batch runs: what the command line says, else the configuration file, else the usual."""

from __future__ import annotations

from collections.abc import Sequence
from threading import TIMEOUT_MAX
from typing import Any

from msgspec import Struct

from slidegen.cli.misuse import Misuse
from slidegen.configuration import Configuration
from slidegen.messages import Message

AUTO = "auto"


class Settings(Struct, frozen=True):
    """The options of `slidegen batch` that are for the run as a whole, by their names."""

    configuration: Configuration
    include: Sequence[str] = ()
    exclude: Sequence[str] = ()
    jobs: str = AUTO
    timeout: float | None = None
    """In seconds, for one document; None for any time."""
    scheduler: str | None = None
    """The address of a cluster's; None for processes on this machine."""
    changed_only: bool = False
    fail_fast: bool = False
    report: str | None = None
    junit: str | None = None
    summary: str | None = None
    strict: bool = False
    force: bool = True
    quiet: bool = False
    verbose: bool = False


def settings_for(configuration: Configuration, **given: Any) -> Settings:
    """*given* by the command line; what is None or empty there is left to the configuration.

    Raises Misuse for a time limit that no clock can have.
    """
    said = {name: value for name, value in given.items() if value is not None and value != []}
    usual = dict(configuration.run)
    if "quiet" in said or "verbose" in said:
        usual = {name: usual[name] for name in usual if name not in ("quiet", "verbose")}
    settings = Settings(configuration, **{**usual, **said})
    if settings.timeout is not None and not settings.timeout <= TIMEOUT_MAX:  # nor is nan
        limit = settings.timeout
        raise Misuse(
            Message(en=f"--timeout cannot be '{limit}'", zh=f"--timeout 不能是“{limit}”"),
            Message(
                en="give a number of seconds, or leave it out for any time",
                zh="请写秒数；不限时间则不写此项",
            ),
        )
    return settings
