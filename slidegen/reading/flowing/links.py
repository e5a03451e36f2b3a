"""Which addresses a deck may hold."""

from __future__ import annotations

from slidegen.reading.flowing.leaving_out import LeftOut

WEB = ("http://", "https://", "mailto:")
"""Targets that mean something on any machine, and do nothing but open a page or a letter."""


def web_address(address: str | None, left_out: LeftOut) -> str | None:
    """*address* if it is one that a deck may hold; counts it as left out if it leads elsewhere
    outside of the document."""
    address = (address or "").strip()
    if not address or address.startswith("#"):
        return None
    if address.lower().startswith(WEB):
        return address
    left_out.add("link")
    return None
