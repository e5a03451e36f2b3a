"""Fields: an instruction to the program, and the result that it last had."""

from __future__ import annotations

import re

from msgspec import Struct

from slidegen.patterns import compiled
from slidegen.reading.rtf.state import Destination

LEFT_OUT = frozenset({"TOC", "INDEX", "TOA", "TC", "XE", "RD"})
"""Contents and indexes say again what the document says."""

WORDLESS = frozenset(
    (
        *("PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "NOTEREF", "SHAPE", "INCLUDEPICTURE"),
        *("ADDIN", "ASK", "SET", "PRIVATE", "ADVANCE", "FORMCHECKBOX", "EMBED", "LINK"),
        *("MACROBUTTON", "GOTOBUTTON", "LISTNUM", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT"),
    )
)
"""Those whose result may well have no words."""

INSTRUCTION = compiled(r"\s*([A-Za-z]+)")
HYPERLINK = compiled(r'\s*HYPERLINK\s+(?:\\[a-z]\s+)*"([^"]+)"', re.IGNORECASE)


class Field(Struct):
    destination: Destination
    """Where the field stands, and so where its result goes."""
    instruction: str = ""
    has_result: bool = False

    @property
    def name(self) -> str:
        found = INSTRUCTION.match(self.instruction)
        return found[1].upper() if found else ""

    @property
    def is_left_out(self) -> bool:
        return self.name in LEFT_OUT

    @property
    def link(self) -> str | None:
        """The address that it leads to; None for a place in the document."""
        found = HYPERLINK.match(self.instruction)
        if not found or re.match(r"\s*HYPERLINK\s+\\l", self.instruction, re.IGNORECASE):
            return None
        return found[1]

    @property
    def shows_nothing(self) -> bool:
        """Whether words should be here that the file does not hold."""
        known = self.name and self.name not in LEFT_OUT | WORDLESS
        is_text = self.destination is Destination.TEXT
        return bool(known and is_text and not self.has_result)
