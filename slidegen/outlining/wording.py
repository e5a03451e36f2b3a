"""Where a heading ends in its paragraph, and what a sentence looks like.

In `（一）强化组织领导。各级党委…` the heading runs up to the first 。, which may be
typed as a question or an exclamation; a 。 inside quotation marks, brackets or
a book's title does not end it.
"""

from __future__ import annotations

from msgspec import Struct

from slidegen.patterns import compiled

ENDS = "。！？!?"
"""What ends a sentence. The half-width full stop ends one only in English."""
CLOSES = "”’』」）)》〉】"
TERMINAL = ENDS + "；;：:…"
"""What may stand at the end of a paragraph that is whole."""
OPENINGS_OF_TITLES = {"（": "）", "(": ")", "【": "】", "〔": "〕", "[": "]"}
"""Brackets in which some laws give an article a title: 第一条【立法目的】."""
_OPENING = "“‘『「（(《〈【"
_PAIRS = dict(zip(_OPENING, "”’』」）)》〉】", strict=True))
_END = compiled(f"[{ENDS}]")
_MARK = compiled(f"[{ENDS}{''.join(_PAIRS)}{''.join(_PAIRS.values())}]")
_LATIN = compiled("[A-Za-z]")
_LOOK_AHEAD = 160
"""No heading is longer, so nobody looks further for its end."""
_ENGLISH_STOP = compiled(r"(?<=[a-z0-9)\"”%]{2})[.!?](?=[\"”)]?(?:\s|$))")
# growth We will integrate: a sentence that begins without the one before having ended.
_ENGLISH_GLUED = compiled(
    r"(?<=[a-z]{2})\s+(?=(?:We|The|In|To|This|These|It|Our|All|As|Last|Over)\s[a-z])"
)


class Lead(Struct, frozen=True):
    """The first sentence of a paragraph, as offsets."""

    end: int
    """Where it ends; its 。 not counted, its ？ or ！ counted."""
    next: int
    """Where what follows begins; the length of the text if nothing does."""


def is_latin(text: str) -> bool:
    """Whether *text* is written in Latin letters, to judge by its beginning."""
    head = text[:_LOOK_AHEAD]
    return len(_LATIN.findall(head)) * 2 > len(head)


def measure(text: str) -> float:
    """How long *text* is to a reader, in Chinese characters: Latin letters count 0.3."""
    return len(text) - 0.7 * len(text.encode("ascii", "ignore"))


def lead(text: str, start: int = 0) -> Lead:
    """The first sentence from *start* on; all there is if no sentence ends near."""
    if is_latin(text[start : start + _LOOK_AHEAD]):
        return _english_lead(text, start)
    depth: list[str] = []
    stop = min(len(text), start + _LOOK_AHEAD)
    for mark in _MARK.finditer(text, start, stop):
        i, c = mark.start(), mark.group()
        if depth and c == depth[-1]:
            depth.pop()
        elif c in _PAIRS:
            depth.append(_PAIRS[c])
        elif c in ENDS and not depth:
            end = i if c == "。" else i + 1
            after = i + 1
            while after < len(text) and text[after] in ENDS + CLOSES:
                after += 1
            return Lead(end, after + len(text[after:]) - len(text[after:].lstrip()))
    if depth and (found := _END.search(text, start, stop)):
        # A bracket that never closes must not swallow the paragraph.
        return Lead(found.start() if found[0] == "。" else found.end(), found.end())
    return Lead(len(text), len(text))


def _english_lead(text: str, start: int) -> Lead:
    stop = min(len(text), start + 2 * _LOOK_AHEAD)
    found = _ENGLISH_STOP.search(text, start, stop)
    glued = _ENGLISH_GLUED.search(text, start, found.start() if found else stop)
    if glued and glued.start() - start >= 12:
        return Lead(glued.start(), glued.end())
    if not found:
        return Lead(len(text), len(text))
    end = found.start() if found[0] == "." else found.end()
    after = found.end()
    return Lead(end, after + len(text[after:]) - len(text[after:].lstrip()))


def ends_whole(text: str) -> bool:
    """Whether *text* ends as a paragraph may, with a stop of any kind."""
    stripped = text.rstrip().rstrip(CLOSES + "\"'’")
    return bool(stripped) and stripped[-1] in TERMINAL + "."
