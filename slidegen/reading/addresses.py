"""Which addresses a deck may hold."""

from __future__ import annotations

WEB = ("http://", "https://", "mailto:")
"""Schemes that mean something on any machine, and do nothing but open a page or a letter."""


def is_on_web(address: str) -> bool:
    """Whether *address* leads to a page or a mailbox."""
    return address.lower().startswith(WEB)
