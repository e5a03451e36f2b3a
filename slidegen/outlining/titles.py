"""The title: which line is one, and over how many lines it goes.

A title is taken only on evidence, because a document without one must not be
given its first heading or sentence instead: the file marks it, or it ends as
titles of documents end (…的通知), or the lines below it are a cover's, or it
is a short line over text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from slidegen.document import Block, Heading, Paragraph
from slidegen.outlining.cover_lines import AT_HEAD
from slidegen.outlining.english import is_named_document
from slidegen.outlining.facts import flat
from slidegen.outlining.folding import squeezed
from slidegen.outlining.head_lines import HeadLine
from slidegen.outlining.letterhead import closed_up
from slidegen.outlining.numbering import marker_at
from slidegen.outlining.occasions import opens_occasion
from slidegen.outlining.vocabulary import IDEOGRAPH, ORGANISATION, SENTENCE_END, TITLE_END
from slidegen.passage import EMPTY, Passage, join
from slidegen.patterns import compiled

LONGEST = 64
"""Letters of a Chinese title; twice as many if it is Latin, or ends as titles do."""

LONGEST_LINE = 320
"""Letters of a line of the cover; a list of recipients comes near it."""

LONGEST_IN_LINES = 3
"""Lines of a title: the standard lets it run to several, in practice two or three."""


def title_at(
    lines: Sequence[HeadLine], at: int, blocks: Sequence[Block], stated: Passage = EMPTY
) -> tuple[Passage, int] | None:
    """The title that begins in line *at*, and its number of lines; None if none begins there.

    *stated* is the title in the document's own metadata, if it has any.
    """
    line = lines[at]
    if not is_titlelike(line):
        return None
    if isinstance(line.block, Heading):
        if not _is_title_heading(line.block, blocks, bool(stated)):
            return None
        count = _count(lines, at)
        return join(part.passage for part in lines[at : at + count]), count
    count = _count(lines, at)
    title = join(closed_up(part.passage) for part in lines[at : at + count])
    if stated:
        return (title, count) if squeezed(title.text) == squeezed(stated.text) else None
    if _has_evidence(title, lines, at + count):
        return _unhashed(title), count
    return None


_HEADS_A_PART = compiled(
    r"(?:前言|引言|序言?|摘要|内容(?:提要|摘要|概述)|提要|导语|导读|编者按|目 ?录|正文|背景"
    r"|(?:executive )?summary|abstract|introduction|foreword|preface|contents|background)\s?:?",
    re.IGNORECASE,
)


_ENDS_OPEN = compiled(r"[A-Za-z] (?:of|the|before the|by|and|for|to|a)$", re.IGNORECASE)
"""`STATEMENT OF`: an English line that the next one ends."""


def is_titlelike(line: HeadLine) -> bool:
    """Whether the line could be a title: short, no sentence, not numbered."""
    text = line.text
    is_sure = isinstance(line.block, Heading) or TITLE_END.search(text)
    limit = 2 * LONGEST if is_sure or not IDEOGRAPH.search(text) else LONGEST
    marker = marker_at(text)
    if (
        not 2 <= len(text) <= limit
        or not any(sign.isalnum() for sign in text)
        or _HEADS_A_PART.fullmatch(text)
        or (marker and not marker.doubtful)
    ):
        return False
    if isinstance(line.block, Heading):
        return True
    if _ENDS_OPEN.search(text):
        return False
    return not (SENTENCE_END.search(text) or (text.endswith(".") and not IDEOGRAPH.search(text)))


def _is_title_heading(heading: Heading, blocks: Sequence[Block], is_stated: bool) -> bool:
    """Whether the first heading stands over the document, not over a part of it."""
    levels = [block.level for block in blocks if isinstance(block, Heading)]
    if heading.level > min(levels) or (is_stated and heading.level > 1):
        return False
    return levels.count(heading.level) == 1 or bool(TITLE_END.search(flat(heading.passage)))


def _count(lines: Sequence[HeadLine], at: int) -> int:
    count = 1
    while (
        count < LONGEST_IN_LINES
        and at + count < len(lines)
        and (
            _goes_on(lines[at : at + count], lines[at + count])
            or _is_slogan(lines[at : at + count + 2])
        )
    ):
        count += 1
    return count


_OPEN_END = compiled(r"关于|印发|转发|批转|[和与及的]$")


def _goes_on(above: Sequence[HeadLine], line: HeadLine) -> bool:
    """Whether a title that has come so far takes in the next line."""
    so_far = "".join(part.text for part in above)
    last = above[-1]
    if (
        type(line.block) is not type(last.block)
        or not line.passage
        or not IDEOGRAPH.search(so_far)
        or len(so_far) + len(line.text) > 2 * LONGEST
    ):
        return False
    if is_open(so_far):
        return not SENTENCE_END.search(line.text)
    if not is_titlelike(line) or is_frame(line) or TITLE_END.search(so_far):
        return False
    if isinstance(line.block, Heading) or not TITLE_END.search(line.text):
        return False
    follows = line.passage.line == last.passage.line + 1
    return (
        follows
        or bool(_OPEN_END.search(so_far))
        or (bool(ORGANISATION.match(so_far)) and line.text.startswith("关于"))
    )


def _is_slogan(lines: Sequence[HeadLine]) -> bool:
    """Whether all but the last of *lines* are a slogan, and that says what it is the title of.

    凝心聚力 / 奋力开创新局面 / ——在…会议上的讲话
    """
    *slogan, below = lines
    parts = "".join(line.text for line in slogan)
    return (
        len(slogan) >= 2
        and len(parts) <= LONGEST
        and all(IDEOGRAPH.search(line.text) and is_titlelike(line) for line in slogan)
        and not any(is_frame(line) or ORGANISATION.match(line.text) for line in slogan)
        and below.text.startswith("—")
        and is_frame(below)
    )


def is_open(text: str) -> bool:
    """Whether a bracket or quotation mark in *text* is still to be closed."""
    pairs = ("《》", "“”", "()", "〈〉", "「」")
    return any(text.count(pair[0]) > text.count(pair[1]) for pair in pairs)


def is_frame(line: HeadLine) -> bool:
    """Whether the line is another part of the cover: a date, an occasion, a salutation."""
    return 0 < len(line.passage) <= LONGEST_LINE and (
        opens_occasion(line.passage) or any(recognise(line.passage) for recognise in AT_HEAD)
    )


def _has_evidence(title: Passage, lines: Sequence[HeadLine], after: int) -> bool:
    text = flat(title)
    below = lines[after : after + 3]
    ends_as_title = bool(TITLE_END.search(text)) or is_named_document(text)
    if ends_as_title:
        return True
    is_to_come = any(is_titlelike(line) and TITLE_END.search(line.text) for line in below)
    if ORGANISATION.match(text) and is_to_come:
        return False  # the body that issued the document
    if any(is_frame(line) for line in below[:2]):
        return True
    limit = 40 if IDEOGRAPH.search(text) else 2 * LONGEST
    return 4 <= len(text) <= limit and bool(below) and _is_text(below[0])


def _is_text(line: HeadLine) -> bool:
    return len(line.text) >= 40 or bool(marker_at(line.text))


def _unhashed(title: Passage) -> Passage:
    """Without the `#` of a Markdown heading in what came as plain text."""
    return title.lstrip("# ")


def run_in_title(block: Block) -> tuple[Passage, Passage] | None:
    """The title of a document that came on one line, stuck to its first words, and the rest.

    Only where the title ends as titles do and the text begins as reports and speeches begin.
    """
    if not isinstance(block, Paragraph) or len(block.passage) < 2 * LONGEST:
        return None
    text = flat(block.passage)
    match = _RUN_IN.match(text)
    if not match or not TITLE_END.search(match["title"]) or marker_at(text):
        return None
    return block.passage[: match.end("title")].strip(), block.passage[match.end("title") :].strip()


_RUN_IN = compiled(
    r"^(?P<title>[^,。;:!?、]{6,50}?)\s*"
    r"(?=(?:\d{4}年|今年|近年来?|一年来?|五年来?|自[^,。]{2,12})(?:以来|来,)|今年以来|近年来|一年来|同志们[:,!]"
    r"|各位[^,。:!]{2,12}[:,!]"
    r"|尊敬的|为(?:深入|全面|认真|进一步)?贯彻|根据[^,。]{2,30}(?:要求|部署|安排|精神)|现将|按照)"
)
