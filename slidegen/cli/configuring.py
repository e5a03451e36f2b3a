"""`--config`, and what a configuration file says where the command line says nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias, TypeVar

from slidegen.cli.tongue import say
from slidegen.cli.wishes import OUTPUT, option

if TYPE_CHECKING:
    from slidegen.configuration import Configuration

ConfigFile: TypeAlias = Annotated[
    Path | None,
    option(
        OUTPUT,
        say(
            en="A configuration file; otherwise slidegen.toml or [tool.slidegen] of "
            "pyproject.toml, here or above.",
            zh="配置文件；不指定则用当前或上级文件夹中的 slidegen.toml，"
            "或 pyproject.toml 的 [tool.slidegen]。",
        ),
        "--config",
        metavar="FILE.toml",
    ),
]

T = TypeVar("T")


def configuration_for(file: Path | None) -> Configuration:
    """Raises OptionError if it is not sound."""
    from slidegen.configuration import find_configuration, load_configuration

    return load_configuration(file) if file else find_configuration()


def nearest(given: T | None, configured: Any, usual: T) -> T:
    """What the command line says, else the configuration file, else what is usual."""
    if given is not None:
        return given
    return usual if configured is None else configured
