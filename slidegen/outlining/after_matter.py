"""What follows a document's text and is not part of it.

Signature, list of attachments, notes and glossary are for the speaker's notes
or an appendix; left in place they would become the last section's points. A
short letter that only sends a plan round (印发通知) is the exception: there the
attachment *is* the document, so only the letter's own end is cut out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from slidegen.document import Block, Footnote, Heading, Rule, passages
from slidegen.outlining.cover_lines import author
from slidegen.outlining.folding import folded, line_of
from slidegen.outlining.numbering import marker_at
from slidegen.outlining.signature import is_signature_date, is_signer, is_source
from slidegen.outlining.vocabulary import ORGANISATION
from slidegen.passage import Passage

SHARE_OF_LETTER = 1 / 3
"""A covering letter is at most this part of what it sends round."""

_ATTACHED = re.compile(
    r"(?:附件|附录|附表|附图|附)\s?(?:[一二三四五六七八九十\d]{1,3}|[A-Z])?\s?:?(?:\s?\S.{0,60})?"
    r"|(?:appendix|annex|attachment)(?:\s[A-Z\d]{1,3})?\s?:?(?:\s.{0,80})?",
    re.IGNORECASE,
)
_NOTES = re.compile(
    r"[\[(【]?(?:相关|有关|部分)?(?:名词解释|名词术语解释|名词注释|术语解释|注释|注解|脚注|尾注|缩略语|参考文献|参考资料|编后语|编者按|编者注)"
    r"(?:\(.{1,20}\))?[\])】]?\s?:?"
    r"|(?:glossary|notes|footnotes|endnotes|references|bibliography)\s?:?",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"(?:注|备注|附注)\s?(?:[一二三四五六七八九十\d]{1,2})?\s?:.+|\[\d{1,3}\].+|[①-⑳].{4,}"
)
_ENTRY = re.compile(r"\[\d{1,3}\]|\[\^|\d{1,3}[.、]\s?[“\"]?.{1,24}[”\"]?\s?:")
_LIST = re.compile(r"附件?\s?:\s?\S.*|附件\s?:")
_ITEM = re.compile(r"\d{1,2}[.、)]\s?[^。;]{2,80}")
_COLOPHON = re.compile(
    r"\((?:此件|本文|本件|全文|文中|有删减|完|联系人|联系电话|编者|本报|新华社|记者|据)[^()]{0,80}\)"
    r"|\(完\)|抄送\s?:.{2,200}|抄报\s?:.{2,200}|印发份数.{0,20}|共印.{1,10}份"
    r"|[^,。;:!?]{2,30}(?:办公室|办公厅|秘书处|秘书科)\s+\d{4}年\d{1,2}月\d{1,2}日印发"
)
_SENDS = re.compile(r"印发|转发|批转|发布|公布|颁布|下发|报送|呈报|同意")


def cut_after_matter(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """*blocks* without the after-matter, and the after-matter, each in source order."""
    after = set(_footnotes(blocks)) | set(_signatures(blocks))
    after |= set(_attachment_lists(blocks))
    cut = _first_of_tail(blocks, after)
    after |= set(range(cut, len(blocks)))
    after |= set(_last_lines(blocks, after))
    kept = tuple(block for index, block in enumerate(blocks) if index not in after)
    if not any(line_of(block) for block in kept):
        return blocks, ()  # a document of nothing but notes: they are its text
    return kept, tuple(blocks[index] for index in sorted(after))


def _text(block: Block) -> str:
    passage = line_of(block)
    return folded(passage.text).strip() if passage else ""


def _footnotes(blocks: Sequence[Block]) -> Iterator[int]:
    return (index for index, block in enumerate(blocks) if isinstance(block, Footnote))


def _signatures(blocks: Sequence[Block]) -> Iterator[int]:
    """A body and a date on two lines, wherever a letter ends; at the end of the document
    any short line above the date. Then the remarks in brackets below them."""
    for index, block in enumerate(blocks):
        passage = line_of(block)
        if not passage or isinstance(block, Heading) or not is_signature_date(passage):
            continue
        if _text(block).startswith("("):
            continue  # the date of a chapter, or of a speech, in brackets
        is_last = not any(_is_body(later) for later in blocks[index + 1 : index + 6])
        signers = list(_signers(blocks, index, is_last))
        if not signers and not is_last and is_date_alone(passage):
            continue
        yield from signers
        yield index
        below = index + 1
        while below < len(blocks) and _COLOPHON.fullmatch(_text(blocks[below])):
            yield below
            below += 1


def is_date_alone(passage: Passage) -> bool:
    return not ORGANISATION.match(folded(passage.text).split(" ")[0])


def _is_body(block: Block) -> bool:
    text = _text(block)
    return not text or len(text) > 40 or marker_at(text) is not None


def _signers(blocks: Sequence[Block], date: int, is_last: bool) -> Iterator[int]:
    """Up to three lines above the date, each a body; at the end of the document also a name."""
    for index in range(date - 1, max(date - 4, 0), -1):
        passage = line_of(blocks[index])
        if not passage or isinstance(blocks[index], Heading) or not is_signer(passage):
            return
        if not (ORGANISATION.match(_text(blocks[index])) or (is_last and index == date - 1)):
            return
        yield index


def _attachment_lists(blocks: Sequence[Block]) -> Iterator[int]:
    """`附件:1.…`, and the items below it (GB/T 9704-2012, 7.3.4: between text and signature)."""
    for index, block in enumerate(blocks):
        if index == 0 or isinstance(block, Heading) or not _LIST.fullmatch(_text(block)):
            continue
        yield index
        for below in range(index + 1, len(blocks)):
            text = _text(blocks[below])
            if not _ITEM.fullmatch(text) or text.startswith("1"):
                break
            yield below


def _first_of_tail(blocks: Sequence[Block], after: set[int]) -> int:
    """Index of the line from which on all is after-matter; their number if there is none."""
    sizes = [sum(map(len, passages(block))) for block in blocks]
    total, before = sum(sizes), 0
    for index, block in enumerate(blocks):
        text = _text(block)
        if index not in after and text and 0 < before:
            if _NOTES.fullmatch(text) and _is_tail(blocks, index):
                return _with_rule(blocks, index)
            if _ATTACHED.fullmatch(text) and not _LIST.fullmatch(text) and len(text) <= 70:
                if _is_letter(blocks[:index], before, total - before):
                    after.add(index)
                elif _stands_alone(blocks, index):
                    return _with_rule(blocks, index)
        before += sizes[index]
    return _trailing_entries(blocks)


def _stands_alone(blocks: Sequence[Block], index: int) -> bool:
    """Whether the line is the head of an attachment, not a sentence that begins with 附."""
    return not re.search(r"[。;,]", _text(blocks[index]))


def _is_tail(blocks: Sequence[Block], index: int) -> bool:
    """Whether notes go on to the end: no heading of the file's own comes after them
    that is not notes or attachment as well."""
    head = blocks[index]
    level = head.level if isinstance(head, Heading) else 99
    return not any(
        isinstance(block, Heading)
        and block.level <= level
        and not (_NOTES.fullmatch(_text(block)) or _ATTACHED.fullmatch(_text(block)))
        for block in blocks[index + 1 :]
    )


def _is_letter(before: Sequence[Block], size: int, rest: int) -> bool:
    """Whether the text so far is only a letter that sends round what follows."""
    if size > SHARE_OF_LETTER * rest:
        return False
    texts = [_text(block) for block in before]
    return not any(marker_at(text) for text in texts) and any(_SENDS.search(t) for t in texts)


def _with_rule(blocks: Sequence[Block], index: int) -> int:
    """*index*, or that of the rule that sets the after-matter off."""
    return index - 1 if index and isinstance(blocks[index - 1], Rule) else index


def _trailing_entries(blocks: Sequence[Block]) -> int:
    """Where numbered notes begin that run on to the end without a heading over them."""
    cut = len(blocks)
    for index in range(len(blocks) - 1, 0, -1):
        text = _text(blocks[index])
        if not (_NOTE.fullmatch(text) and not text.startswith(tuple("①②③④⑤⑥⑦⑧⑨⑩"))):
            break
        cut = index
    return cut


def _last_lines(blocks: Sequence[Block], after: set[int]) -> Iterator[int]:
    """Author, source and colophon below the text, from the end upwards."""
    for index in range(len(blocks) - 1, 0, -1):
        if index in after or isinstance(blocks[index], Rule):
            continue
        passage = line_of(blocks[index])
        if not passage or isinstance(blocks[index], Heading):
            return
        if not (author(passage) or is_source(passage) or _COLOPHON.fullmatch(_text(blocks[index]))):
            return
        yield index
