"""Files made to take a machine down, or to make it tell what is not theirs.

Each is a real document of its format with one thing done to it. `SECRET` stands in
`secret.txt` one folder above the document, and *trap* is the address of a server that
listens: neither may be reached, by us or by any library. A module for each format, each
with a function `cases`; all of them are in `groups`.
"""

from __future__ import annotations

from typing import NamedTuple

MEGABYTE = 1024 * 1024
SECRET = "the-cat-sleeps-in-the-harbour-office"


class Hostile(NamedTuple):
    name: str
    suffix: str
    data: bytes
    errors: tuple[str, ...] = ()
    """The only errors that fit. Empty: any fits, and so does a document."""
