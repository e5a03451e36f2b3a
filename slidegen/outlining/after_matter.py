"""What follows a document's text and is not part of it.

Signature, list of attachments, notes and glossary are for the speaker's notes
or an appendix; left in place they would become the last section's points. A
short letter that only sends a plan round (印发通知) is the exception: there the
attachment *is* the document, so only the letter's own end is cut out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from slidegen.document import Block, Footnote, Heading, Rule, passages
from slidegen.outlining.english import is_clause
from slidegen.outlining.english_tail import english_tail
from slidegen.outlining.folding import folded, line_of
from slidegen.outlining.numbering import Kind, Marker, marker_at
from slidegen.outlining.people import author, is_speaker
from slidegen.outlining.signature import is_signature_date, is_signer, is_source
from slidegen.outlining.vocabulary import ADDRESS, ORGANISATION
from slidegen.outlining.wording import is_latin
from slidegen.passage import Passage
from slidegen.patterns import compiled

LOWEST = 9
"""Level of a heading that the file does not mark as one."""

_OF_THE_TEXT = (Kind.CHAPTER, Kind.ARTICLE, Kind.FORMAL, Kind.HAN, Kind.ROMAN)
"""Numbering that notes and glossaries do not use."""

LONGEST_AT_END = 40
"""Letters of a line of a signature."""

SHARE_OF_LETTER = 1 / 3
"""A covering letter is at most this part of what it sends round."""

_ATTACHED = compiled(
    r"(?:附件|附录|附表|附图)\s?(?:[一二三四五六七八九十\d]{1,3}|[A-Z])?(?:-\d)?(?:\(.{1,10}\))?(?:[\s:].{0,60})?"
    r"|附\s?:"
    r"|(?:appendix|annexe?|attachment|exhibit|enclosure)(?:\s[A-Z\d]{1,4})?(?:[\s:.—].{0,100})?"
    r"|appendices",
    re.IGNORECASE,
)
_NOTES = compiled(
    r"[\[(【]?(?:《[^》]{2,40}》|[^,。;:]{1,24})?(?:名词|术语|词语|缩略语)(?:术语|注释)?(?:解释|注释|说明|释义)[\])】]?\s?:?"
    r"|[\[(【]?(?:相关|有关|部分)?(?:名词解释|名词术语解释|名词注释|术语解释|注释|注解|脚注|尾注|缩略语|参考文献|参考资料|编后语|编者按|编者注|附注|落款)"
    r"(?:\(.{1,20}\))?[\])】]?\s?:?"
    r"|注\s?:"
    r"|(?:glossary|(?:foot|end)?notes|references|bibliography|works cited|further reading"
    r"|(?:background )?notes (?:to|for) editors|glossary of terms|background papers)\s?:?",
    re.IGNORECASE,
)
_NOTE = compiled(
    r"(?:注|备注|附注)\s?(?:[一二三四五六七八九十\d]{1,2})?\s?:.+|\[\d{1,3}\].+|[①-⑳].{4,}"
)
_ENTRY = compiled(r"\[(\d{1,3})\]")
_LIST = compiled(r"附件?\s?:\s?\S.*|附件\s?:")
_ITEM = compiled(r"\d{1,2}[.、)]\s?[^。;]{2,80}")
_COLOPHON = compiled(
    r"\((?:此件|本文|本件|全文|文中|有删减|完|联系人|联系电话|编者|本报|新华社|记者|据|共印)[^()]{0,80}\)"
    r"|\(完\)|(?:抄送|抄报|分送|主送|发送|正本|副本)(?:机关|单位)?\s?:.{2,400}|印发份数.{0,20}|共印.{1,10}份"
    r"|主题词\s?:[^。;]{2,60}|(?:校对|打印|打字)\s?:\s?.{1,60}"
    r"|[^,。;:!?]{2,40}?\s*(?:\d{4}|[×xX*]{2,4})年.{1,3}月.{1,3}日\s?印发"
)
_SENDS = compiled(r"印发|转发|批转|发布|公布|颁布|下发|报送|呈报|同意")


class _Line(Struct, frozen=True):
    """A block as all the steps below look at it."""

    block: Block
    passage: Passage | None
    """Its words; None for what is more than words in a line."""
    text: str
    """The same, folded."""
    marker: Marker | None

    @property
    def is_heading(self) -> bool:
        return isinstance(self.block, Heading)


def cut_after_matter(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """*blocks* without the after-matter, and the after-matter, each in source order."""
    lines = tuple(map(_line, blocks))
    after = set(_footnotes(blocks)) | set(_signatures(lines))
    after |= set(_attachment_lists(lines)) | set(english_tail(blocks))
    cut = _first_of_tail(lines, after)
    after |= set(english_tail(blocks[:cut])) | set(range(cut, len(blocks)))
    after |= set(_last_lines(lines, after))
    kept = tuple(block for index, block in enumerate(blocks) if index not in after)
    if not any(line_of(block) for block in kept):
        return blocks, ()  # a document of nothing but notes: they are its text
    return kept, tuple(blocks[index] for index in sorted(after))


def _line(block: Block) -> _Line:
    passage = line_of(block)
    text = folded(passage.text).strip() if passage else ""
    return _Line(block, passage, text, marker_at(text))


def _footnotes(blocks: Sequence[Block]) -> Iterator[int]:
    """Those of the text; what has no label is said where it stands (a slide's notes)."""
    return (
        index for index, block in enumerate(blocks) if isinstance(block, Footnote) and block.label
    )


def _signatures(lines: Sequence[_Line]) -> Iterator[int]:
    """A body and a date on two lines, wherever a letter ends; at the end of the document
    any short line above the date. Then the remarks in brackets below them."""
    last_body = max((index for index, line in enumerate(lines) if _is_body(line)), default=-1)
    for index, line in enumerate(lines):
        if not line.passage or line.is_heading or not is_signature_date(line.text):
            continue
        if line.text.startswith("("):
            continue  # the date of a chapter, or of a speech, in brackets
        is_last = index > last_body
        signers = list(_signers(lines, index, is_last))
        if not signers and index and _heads(lines[index - 1]):
            continue  # 时间 and the day
        if not (signers or is_last or _names_signer(line.passage)):
            continue
        yield from signers
        yield index
        below = index + 1
        while below < len(lines) and _COLOPHON.fullmatch(lines[below].text):
            yield below
            below += 1


def _heads(line: _Line) -> bool:
    """Whether *line* is the numbered heading of what stands below it."""
    return line.is_heading or line.marker is not None


def _names_signer(date: Passage) -> bool:
    """Whether the body that signs stands on the date's own line."""
    return ORGANISATION.match(folded(date.text).split(" ")[0]) is not None


def _is_body(line: _Line) -> bool:
    """Whether the line is text: what comes after the last such one is the document's end."""
    if isinstance(line.block, Footnote | Rule):
        return False
    text = line.text
    if _COLOPHON.fullmatch(text) or _NOTE.fullmatch(text):
        return False
    return (
        not text
        or line.is_heading
        or len(text) > LONGEST_AT_END
        or text.endswith(("。", "!", "?", ";", ":"))
        or line.marker is not None
    )


def _signers(lines: Sequence[_Line], date: int, is_last: bool) -> Iterator[int]:
    """Up to three lines above the date, each a body; at the end of the document also a name."""
    for index in range(date - 1, max(date - 4, 0), -1):
        line = lines[index]
        if not line.passage or line.is_heading or not is_signer(line.passage):
            return
        may_sign = ORGANISATION.match(line.text) or is_speaker(line.text)
        if not (may_sign or (is_last and index == date - 1)):
            return
        yield index


def _attachment_lists(lines: Sequence[_Line]) -> Iterator[int]:
    """`附件:1.…`, and the items below it (GB/T 9704-2012, 7.3.4: between text and signature)."""
    last_part = max((at for at, line in enumerate(lines) if _is_part(line)), default=-1)
    for index, line in enumerate(lines):
        if index == 0 or line.is_heading or not _LIST.fullmatch(line.text):
            continue
        if last_part <= index and _opens_attachment(lines, index):
            continue  # an attachment without parts of its own
        yield index
        for below in range(index + 1, len(lines)):
            text = lines[below].text
            if not _ITEM.fullmatch(text) or text.startswith("1"):
                break
            yield below


def _is_part(line: _Line) -> bool:
    """Whether *line* is numbered as the parts of a text are."""
    return line.marker is not None and line.marker.kind in _OF_THE_TEXT


def _opens_attachment(lines: Sequence[_Line], index: int) -> bool:
    """Whether `附件:` heads an attachment, not a list of them."""
    if not lines[index].text.endswith(":") or index + 1 == len(lines):
        return False
    return not _ITEM.fullmatch(lines[index + 1].text)


def _first_of_tail(lines: Sequence[_Line], after: set[int]) -> int:
    """Index of the block from which on all is after-matter; their number if there is none."""
    sizes = [sum(map(len, passages(line.block))) for line in lines]
    total, before = sum(sizes), 0
    last_head = _last_heads(lines)
    resumes = _resumes(lines)
    has_markers = sends_round = False
    for index, line in enumerate(lines):
        text = line.text
        if before and text and index not in after and not resumes[index]:
            level = line.block.level if isinstance(line.block, Heading) else LOWEST
            if _NOTES.fullmatch(text) and last_head[level] < index:
                return _with_rule(lines, index)
            if _heads_attachment(text):
                if sends_round and not has_markers and before <= SHARE_OF_LETTER * (total - before):
                    after.add(index)  # what was sent round is the document
                elif last_head[level] < index:
                    return _with_rule(lines, index)
        if index not in after:
            before += sizes[index]
        has_markers = has_markers or line.marker is not None
        sends_round = sends_round or bool(_SENDS.search(text))
    return _trailing_entries(lines)


def _resumes(lines: Sequence[_Line]) -> list[bool]:
    """For each block, whether the numbering of the text goes on after it (三、 and not 一、),
    so that it cannot be the beginning of the after-matter."""
    resumes, found = [False] * len(lines), False
    for index in range(len(lines) - 1, -1, -1):
        resumes[index] = found
        line = lines[index]
        if _heads_attachment(line.text):
            found = False
        elif line.marker and _is_part(line) and not line.marker.doubtful:
            found = line.marker.number > 1
    return resumes


def _heads_attachment(text: str) -> bool:
    """Whether the line is the head of an attachment, not a sentence that begins with 附."""
    if not _ATTACHED.fullmatch(text):
        return False
    if is_latin(text):
        return not text.endswith((".", ";", ",")) and not is_clause(text)
    return not any(mark in text for mark in "。;,")


def _last_heads(lines: Sequence[_Line]) -> list[int]:
    """For each level of the file's own headings, where the last one as high stands that heads
    text: what is above it cannot be the beginning of the after-matter."""
    last = [-1] * (LOWEST + 1)
    for index, line in enumerate(lines):
        is_after = _NOTES.fullmatch(line.text) or _heads_attachment(line.text)
        if isinstance(line.block, Heading) and not is_after:
            last[min(line.block.level, LOWEST)] = index
    for level in range(1, LOWEST + 1):
        last[level] = max(last[level], last[level - 1])
    return last


def _with_rule(lines: Sequence[_Line], index: int) -> int:
    """*index*, or that of the rule that sets the after-matter off."""
    return index - 1 if index and isinstance(lines[index - 1].block, Rule) else index


def _trailing_entries(lines: Sequence[_Line]) -> int:
    """Where notes begin that run on to the end without a heading over them: [1], [2], ...
    each on one line or with its explanation on the next."""
    cut, expected = len(lines), None
    for index in range(len(lines) - 1, -1, -1):
        text = lines[index].text
        entry = _ENTRY.match(text)
        if entry and (expected is None or int(entry[1]) == expected):
            cut, expected = index, int(entry[1]) - 1
        elif _NOTE.fullmatch(text) and cut == index + 1:
            cut = index
        elif not text or entry or lines[index].marker or ADDRESS.match(text):
            break
    return cut or len(lines)  # a list of references from end to end is itself the document


def _last_lines(lines: Sequence[_Line], after: set[int]) -> Iterator[int]:
    """Author, source and colophon below the text, from the end upwards."""
    for index in range(len(lines) - 1, 0, -1):
        line = lines[index]
        if index in after or isinstance(line.block, Rule):
            continue
        passage, text = line.passage, line.text
        if not passage or line.is_heading:
            return
        is_signed = is_speaker(text) and index == len(lines) - 1  # 區長　陳明哲
        if not (is_signed or author(passage) or is_source(passage) or _COLOPHON.fullmatch(text)):
            return
        yield index
