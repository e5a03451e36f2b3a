"""Wrong usage that the parser cannot see, as an error beside its own."""

from __future__ import annotations

import typer

from slidegen.messages import Message

wrong_usage: type[Exception] = typer.BadParameter.__mro__[1]
"""What all of the parser's complaints are; it has had several homes."""


class Misuse(Exception):
    """The arguments do not go together; `said` names the fact, `way_out` what to do."""

    def __init__(self, said: Message, way_out: Message) -> None:
        super().__init__(str(said))
        self.said = said
        self.way_out = way_out
