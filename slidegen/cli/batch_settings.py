"""How a batch runs: what the command line says, else the configuration file, else the usual."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from slidegen.configuration import Configuration

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
    """*given* by the command line; what is None or empty there is left to the configuration."""
    said = {name: value for name, value in given.items() if value is not None and value != []}
    usual = dict(configuration.run)
    if "quiet" in said or "verbose" in said:
        usual = {name: usual[name] for name in usual if name not in ("quiet", "verbose")}
    return Settings(configuration, **{**usual, **said})
