"""What stands somewhere in the source: equal to what says the same, wherever that stands.

So a document read from its text and from its Word file gives the same outline, and what was
found out of words once serves wherever they come again.
"""

from __future__ import annotations

from functools import cache
from operator import attrgetter
from typing import Any, ClassVar

from msgspec import Struct


class Placed(Struct, frozen=True):
    BESIDE: ClassVar[tuple[str, ...]] = ()
    """The fields that count for nothing when two are compared."""

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        counted = _counted(type(self))
        return bool(counted(self) == counted(other))

    def __hash__(self) -> int:
        return hash(_counted(type(self))(self))


@cache
def _counted(kind: type[Placed]) -> attrgetter[Any]:
    return attrgetter(*(name for name in kind.__struct_fields__ if name not in kind.BESIDE))
