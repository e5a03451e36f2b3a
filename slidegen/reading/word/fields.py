"""Fields: what Word computes and writes down, of which only the result is text.

A field is marked by characters in the run of text: begin, its code, separate, its result,
end. It may hold further fields, and go on over paragraphs, as a table of contents does.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree
from msgspec import Struct, field

from slidegen.patterns import compiled
from slidegen.reading.word.names import W

CHARACTER = f"{W}fldChar"
STORY = f"{W}txbxContent"
"""A text box inside a paragraph is a text of its own, with fields of its own."""

CONTENTS = ("TOC", "TOA", "INDEX")
"""Fields whose result is a list of places in the text."""
SILENT = (
    *("TC", "XE", "TA", "RD", "SET", "ASK", "PRIVATE", "ADVANCE", "FORMCHECKBOX", "FORMDROPDOWN"),
    *("NEXT", "NEXTIF", "SKIPIF", "DATABASE", "MACROBUTTON", "GOTOBUTTON", "PRINT", "ADDIN"),
    *("PAGE", "NUMPAGES", "SECTIONPAGES", "REF", "PAGEREF", "NOTEREF", "AUTONUM"),
)
"""Fields that show nothing of their own, or nothing that a deck could use: no one misses them."""

LINK = compiled(r'HYPERLINK\s+(?:\\[mnt]\s+)*(?:"([^"]*)"|(?!\\)(\S+))', re.IGNORECASE)


class OpenField(Struct):
    number: int
    """Which of the story's fields it is."""
    code: str = ""
    in_result: bool = False

    @property
    def kind(self) -> str:
        words = self.code.split(maxsplit=1)
        return words[0].upper() if words else ""

    @property
    def is_contents(self) -> bool:
        return self.kind in CONTENTS


class Fields(Struct):
    """Where in the fields of one story its reader has got to."""

    sound: Mapping[etree._Element, int]
    """The characters of fields that have a beginning and an end, and which field each belongs
    to. A lone one would swallow the rest of the text."""
    open: list[OpenField] = field(default_factory=list)
    resultless: int = 0
    """Fields that ended without a result."""

    @classmethod
    def of(cls, story: etree._Element) -> Fields:
        sound: dict[etree._Element, int] = {}
        pending: list[list[etree._Element]] = []
        home = story if story.tag == STORY else None
        for element in story.iter(CHARACTER):
            if next(element.iterancestors(STORY), None) is not home:
                continue
            match _kind(element):
                case "begin":
                    pending.append([element])
                case "separate" if pending and len(pending[-1]) == 1:
                    pending[-1].append(element)
                case "end" if pending:
                    sound |= dict.fromkeys((*pending.pop(), element), len(sound))
        return cls(sound)

    @property
    def is_shown(self) -> bool:
        """Whether text is, where the reader is."""
        return all(opened.in_result and not opened.is_contents for opened in self.open)

    @property
    def in_contents(self) -> bool:
        """Whether it stands in the result of a table of contents."""
        return any(opened.is_contents for opened in self.open)

    @property
    def link(self) -> str | None:
        """The address of the innermost hyperlink field."""
        for opened in reversed(self.open):
            if target := link_of(opened.code):
                return target
        return None

    def pass_character(self, element: etree._Element) -> None:
        number = self.sound.get(element)
        if number is None:
            return
        if _kind(element) == "begin":
            self.open.append(OpenField(number))
            return
        # A part of the text that is left out may have held the beginning, or an inner end.
        if all(opened.number != number for opened in self.open):
            return
        while self.open[-1].number != number:
            self.open.pop()
        if _kind(element) == "separate":
            self.open[-1].in_result = True
            return
        closed = self.open.pop()
        shows = closed.kind and closed.kind not in SILENT
        self.resultless += bool(shows and not closed.in_result and self.is_shown)

    def pass_code(self, text: str) -> None:
        if self.open and not self.open[-1].in_result:
            self.open[-1].code += text


def link_of(code: str) -> str | None:
    """The address in the code of a hyperlink field; None for another field, or a bookmark."""
    found = LINK.search(code)
    return (found[1] or found[2] or None) if found else None


def _kind(element: etree._Element) -> str:
    return str(element.get(f"{W}fldCharType", ""))
