"""Where a document's links lead, and which of them are left out."""

from __future__ import annotations

from slidegen.reading.addresses import is_on_web
from slidegen.reading.flowing.leaving_out import LeftOut


def web_address(address: str | None, left_out: LeftOut) -> str | None:
    """*address* if it is one that a deck may hold; counts it as left out if it leads elsewhere
    outside of the document."""
    address = (address or "").strip()
    if not address or address.startswith("#"):
        return None
    if is_on_web(address):
        return address
    left_out.add("link")
    return None
