"""The numbers before list items and headings, which stand in no text.

A list counts for itself unless it says that it carries on (OpenDocument 1.3, part 3, 5.3);
headings outside of lists are counted by the outline's own style (16.34).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct, field

from slidegen.patterns import compiled
from slidegen.reading.number_formats import FORMS, Form, custom_form, formatted, with_space
from slidegen.reading.odt.names import attribute, child, children, name_of, whole
from slidegen.reading.odt.package import OdtPackage

if TYPE_CHECKING:
    from lxml.etree import _Element

LEVELS = 10
LARGEST_START = 1_000_000
LONGEST_MARKER = 120
"""Characters; a template that gives more is no number."""
PLACE = compiled(r"%(\d{1,2})%")

LETTERS: Mapping[str, str] = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "1st": "ordinal",
    "One": "cardinalText",
    "First": "ordinalText",
}
SEQUENCES: Mapping[str, str] = {
    "一": "chineseCountingThousand",
    "壹": "chineseLegalSimplified",
    "甲": "ideographTraditional",
    "子": "ideographZodiac",
    "①": "decimalEnclosedCircle",
    "１": "decimalFullWidth",
    "㈠": "ideographEnclosedCircle",
    "⑴": "decimalEnclosedParen",
    "⒈": "decimalEnclosedFullstop",
    "〇": "ideographDigital",
}
"""By the first sign of what the file counts up: `一, 二, 三, ...`."""
TAIWANESE = "壹, 貳, 參"


class Level(Struct, frozen=True):
    form: Form | None = None
    """None: no number is shown."""
    template: str = ""
    """`第%1%章`: what is shown, each level's number by its level from 1."""
    start: int = 1
    is_bullet: bool = False
    stands_apart: bool = True
    """Whether a tab or a space follows."""


UNNUMBERED = Level()


class Count(Struct):
    """How far one list has come at each of its levels."""

    reached: list[int | None] = field(default_factory=lambda: [None] * LEVELS)

    def advance(self, depth: int, levels: Mapping[int, Level], start: int | None) -> None:
        """Counts one item at *depth*, from 0; *start* is what it says it is."""
        for above in range(depth):
            if self.reached[above] is None:
                self.reached[above] = levels.get(above, UNNUMBERED).start
        before = self.reached[depth]
        if start is not None:
            self.reached[depth] = start
        elif before is None:
            self.reached[depth] = levels.get(depth, UNNUMBERED).start
        else:
            self.reached[depth] = before + 1
        for lower in range(depth + 1, LEVELS):
            self.reached[lower] = None

    def shown(self, depth: int, levels: Mapping[int, Level]) -> str:
        """The number at *depth* as the list shows it; empty if it shows none."""
        level = levels.get(depth, UNNUMBERED)
        if level.form is None:
            return ""

        def number(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            form = levels.get(at, UNNUMBERED).form
            reached = self.reached[at] if 0 <= at < LEVELS else None
            return form(reached) if form and reached is not None else ""

        text = PLACE.sub(number, level.template).strip()
        return text if len(text) <= LONGEST_MARKER else ""


class Numbering(Struct):
    """Asked once for each numbered paragraph, in the order of the document."""

    styles: dict[str, dict[int, Level]]
    outline: dict[int, Level]
    by_id: dict[str, Count] = field(default_factory=dict)
    by_style: dict[str, Count] = field(default_factory=dict)
    of_headings: Count = field(default_factory=Count)

    @classmethod
    def of(cls, package: OdtPackage) -> Numbering:
        styles: dict[str, dict[int, Level]] = {}
        for root, group in (
            (package.styles, "office:styles"),
            (package.content, "office:automatic-styles"),
        ):
            for style in children(child(root, group), "text:list-style"):
                styles[attribute(style, "style:name") or ""] = _levels(style)
        outline = child(package.styles, "office:styles", "text:outline-style")
        return cls(styles, _levels(outline) if outline is not None else {})

    def levels(self, style: str) -> dict[int, Level]:
        return self.styles.get(style, {})

    def begin(self, element: _Element, style: str) -> Count:
        """The count of a `text:list` that stands in no other."""
        count = Count()
        carried_on = attribute(element, "text:continue-list")
        if carried_on and carried_on in self.by_id:
            count = self.by_id[carried_on]
        elif attribute(element, "text:continue-numbering") == "true":
            count = self.by_style.get(style, count)
        self.by_style[style] = count
        if name := element.get(XML_ID) or attribute(element, "text:id"):
            self.by_id[name] = count
        return count

    def heading(self, element: _Element, depth: int) -> str:
        """The number of a heading that stands in no list; *depth* is from 0."""
        if not self.outline or is_unnumbered(element):
            return ""
        self.of_headings.advance(depth, self.outline, start_of(element))
        return self.of_headings.shown(depth, self.outline)


XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


def is_unnumbered(element: _Element) -> bool:
    return attribute(element, "text:is-list-header") == "true"


def start_of(element: _Element) -> int | None:
    """The number that an item says it has; None: the next one."""
    said = attribute(element, "text:start-value")
    return None if said is None else whole(said, 1, LARGEST_START)


def marked(marker: str, words: str, level: Level) -> str:
    """*marker* as it would be typed before *words*."""
    return with_space(marker, words, level.stands_apart) if marker and words else marker


def _levels(style: _Element) -> dict[int, Level]:
    found = {}
    for element in style:
        name = name_of(element)
        depth = whole(attribute(element, "text:level"), 0, LEVELS) - 1
        if depth < 0:
            continue
        if name in ("text:list-level-style-bullet", "text:list-level-style-image"):
            found[depth] = Level(is_bullet=True)
        elif name in ("text:list-level-style-number", "text:outline-level-style"):
            found[depth] = _level(element, depth)
    return found


def _level(element: _Element, depth: int) -> Level:
    form = _form(element)
    template = attribute(element, "loext:num-list-format")
    if template is None:
        template = attribute(element, "style:num-list-format")
    if template is None:
        shown = whole(attribute(element, "text:display-levels"), 1, depth + 1)
        places = range(max(depth + 2 - shown, 1), depth + 2)
        template = (
            (attribute(element, "style:num-prefix") or "")
            + ".".join(f"%{place}%" for place in places)
            + (attribute(element, "style:num-suffix") or "")
        )
    alignment = child(element, "style:list-level-properties", "style:list-level-label-alignment")
    follows = attribute(alignment, "text:label-followed-by") if alignment is not None else None
    return Level(
        form=form if PLACE.search(template) else None,
        template=template,
        start=whole(attribute(element, "text:start-value"), 1, LARGEST_START),
        stands_apart=follows != "nothing",
    )


def _form(element: _Element) -> Form | None:
    """How a level's numbers look; None if it shows none."""
    name = attribute(element, "style:num-format") or ""
    if not name:
        return None
    if name in ("a", "A") and attribute(element, "style:num-letter-sync") != "true":
        return _in_columns(
            "abcdefghijklmnopqrstuvwxyz" if name == "a" else "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
        )
    if name in LETTERS:
        return _named(LETTERS[name])
    if custom := custom_form(name):
        return custom
    if name.startswith(TAIWANESE):
        return _named("ideographLegalTraditional")
    if name[0] in SEQUENCES:
        return _named(SEQUENCES[name[0]])
    signs = [sign.strip() for sign in name.split(",") if sign.strip() and "..." not in sign]
    if len(signs) >= 2 and not signs[0].isdecimal():
        return _row(signs)
    return str


def _named(name: str) -> Form:
    assert name in FORMS, name
    return lambda number: formatted(number, name)


def _row(signs: list[str]) -> Form:
    """The signs that the file gives, and decimal after the last."""
    return lambda number: signs[number - 1] if 0 < number <= len(signs) else str(number)


def _in_columns(letters: str) -> Form:
    """a, b, ..., z, aa, ab, as in a spreadsheet's columns."""

    def form(number: int) -> str:
        text = ""
        while number > 0:
            number, at = divmod(number - 1, len(letters))
            text = letters[at] + text
        return text or "0"

    return form
