"""The call to the listeners with which a speech ends.

It belongs to no numbered section, though it stands below the last one, and
makes the closing slide.
"""

from __future__ import annotations

import re

from slidegen.document import Block, Paragraph
from slidegen.outlining.folding import folded
from slidegen.outlining.numbering import Kind, marker_at
from slidegen.outlining.vocabulary import ADDRESS
from slidegen.patterns import compiled

LONGEST = 3
"""Paragraphs of a call, its thanks apart."""

LONGEST_IN_SENTENCES = 6
"""Lines of a call that was set a sentence to the line."""

_CALL = compiled(
    r"让我们|讓我們|更加紧密地?团结|同心同德|携手(?:并进|共进|同行|奋进)|不懈奋斗|努力奋斗|而奋斗!?$"
    r"|\blet us\b|\blet's\b|\bforge ahead\b|\btogether,? we\b",
    re.IGNORECASE,
)
_THANKS = compiled(
    r"(?:最后,?)?(?:再次)?(?:谢谢|感谢|谢谢大家|谢谢各位|祝|恭祝|衷心祝愿)[^。!]{0,60}[。!]?"
    r"|(?:我的)?(?:讲话|发言|汇报|报告|演讲)(?:完毕|完了|到此结束)[,。!].{0,20}"
    r"|thank you\b.{0,60}|many thanks\b.{0,40}",
    re.IGNORECASE,
)
_BARE_ADDRESS = compiled(r"[^,。;:]{2,20}[!,:]")


def cut_closing(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """*blocks* without the closing call, and the call; never all of them."""
    cut = _thanks(blocks)
    cut = _call(blocks, cut)
    return blocks[:cut], blocks[cut:]


def _thanks(blocks: tuple[Block, ...]) -> int:
    cut = len(blocks)
    while cut > 1 and (text := _text(blocks[cut - 1])) and _THANKS.fullmatch(text):
        cut -= 1
    return cut


def _call(blocks: tuple[Block, ...], end: int) -> int:
    """Where the call begins that ends before block *end*; *end* if none does."""
    cut = end
    for index in range(end - 1, max(0, end - LONGEST - 1), -1):
        text = _text(blocks[index])
        if not text:
            break
        if ADDRESS.match(text):
            cut = index
            break
        if index == end - 1 and not _CALL.search(text):
            break
        if index == end - 1 or _CALL.match(text):
            cut = index
        else:
            break
    return _from_address(blocks, cut) if cut < end else end


def _from_address(blocks: tuple[Block, ...], cut: int) -> int:
    """*cut*, or the line of address above it (各位代表!) that the call answers."""
    if ADDRESS.match(_text(blocks[cut])):
        return cut
    for index in range(cut - 1, max(0, cut - LONGEST_IN_SENTENCES), -1):
        text = _text(blocks[index])
        if not text:
            return cut
        if ADDRESS.match(text) and _BARE_ADDRESS.fullmatch(text):
            return index
        if len(text) > 120:
            return cut
    return cut


def _text(block: Block) -> str:
    """The words of a plain paragraph; nothing for any other block or a numbered line."""
    if not isinstance(block, Paragraph):
        return ""
    text = folded(block.passage.text).strip()
    marker = marker_at(text)
    return "" if marker and marker.kind is not Kind.DASH and not marker.doubtful else text
