"""The form of an outline in Markdown: what its writer and its reader have to agree on.

Headings, bullets, quotes and tables say most of it. What Markdown has no sign for stands in
comments, which no preview shows; without them the outline still reads, by the rules here.
"""

from __future__ import annotations

from slidegen.document import Document
from slidegen.outline import COVER_FACTS, Outline
from slidegen.patterns import compiled

MARK, KIND, VERSION = "slidegen", "outline", "1"
"""`slidegen: outline` in the front matter tells this form from other Markdown."""

FACTS = tuple(name for name in COVER_FACTS if name != "title")
"""The cover's facts in the front matter; the title is the heading of the first level."""

PLACES = {"opening": "opening", "closing": "closing", "after-matter": "after_matter"}
"""Comments at headings that are ours, and the outline's field that stands below each."""

SLIDE = "slide"
"""At the heading of a sub-point that has a slide of its own."""
UNSHOWN = "notes only"
"""At the heading of a sub-point, or before a table or a picture, that is on no slide."""
QUOTE = "quote"
"""At a bullet that stands by itself in the text, as a maxim does."""
FOLLOWS = "follows"
"""Before a picture that follows the one before it at once, and may share its slide."""
GATHERED = "gathered"
"""In the front matter: that sections have no slides of their own."""
UNSAID = "unsaid"
"""At a heading that the notes below it say themselves."""
PLAIN = "plain"
"""At a bullet in bold that is no head of those below it."""
PART = "part"
"""Between bullets that stand for different texts."""
NUMBER = "number"
"""`number: 1.1`, where the rule below would take another number, or one that is none."""
UNIT = "unit"
"""At a line before a table that says what its numbers count."""
HEADER_ROWS = "header rows"
"""`header rows: 2`, before a table with another number of them than one."""

COVERED_LEFT, COVERED_ABOVE = "←", "↑"
"""In a table's cells that the cell to the left, or the one above, covers."""

LEFT_OUT = "mark of an outline"
"""Why words of ours in the form are on no slide."""

_NUMBER = compiled(
    r"第[〇零一二三四五六七八九十百\d]{1,5}[编篇章节条]|[一二三四五六七八九十]{1,3}、"
    r"|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、)](?!\d)|[①-⑳]"
)
_GAP = compiled(r"[\s\u3000]*")


def number_in(text: str, stated: str | None = None) -> tuple[str | None, int]:
    """The number that a heading or a bullet begins with, and where its words begin.

    *stated* is what a comment says of it, behind a bar what else stands before the words;
    None where there is no comment.
    """
    if stated is None:
        match = _NUMBER.match(text)
        stated = match.group() if match else ""
    number, bar, between = stated.partition("|")
    if not number or not text.startswith(number + between):
        return None, 0
    gap = _GAP.match(text, len(number))
    return number, len(number + between) if bar or gap is None else gap.end()


def stated_number(text: str, number: str | None, words: str) -> str | None:
    """What a comment has to say of the *number* before *words* in *text*; None if nothing."""
    between = text[len(number) : len(text) - len(words)] if number else ""
    for stated in (None, number or "", f"{number}|{between}"):
        found, start = number_in(text, stated)
        if (found, text[start:]) == (number, words):
            return stated
    return number or ""


def is_outline(document: Document) -> bool:
    """Whether *document* says of itself that it is an outline of this form."""
    return any(field.name == MARK and field.value.text == KIND for field in document.fields)


def facts_of(outline: Outline) -> tuple[tuple[str, str], ...]:
    """Names and values of the facts that *outline* knows."""
    return tuple((name, value.text) for name in FACTS if (value := getattr(outline, name)))
