"""红头: the lines over the title of an official document, one by one and together.

GB/T 9704-2012, 7.2: serial number, classification, urgency, the issuing body (某某市人民政府文件),
document number and signatory, in any setting: a line each, two on a line, letters set apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from slidegen.outlining.facts import Facts, flat
from slidegen.outlining.folding import squeezed
from slidegen.outlining.vocabulary import DOCUMENT_NUMBER, ORGANISATION
from slidegen.passage import Passage
from slidegen.patterns import compiled

MOST_ISSUERS = 6
"""Bodies that issue a document together, one under another."""

_CLASSIFICATION = r"(?:绝密|机密|秘密)(?:[★☆].{0,8})?|内部[★☆].{1,8}"
_URGENCY = "特急|加急|平急|特提"
_MARK = compiled(
    rf"^(?:{_CLASSIFICATION}|{_URGENCY}|内部(?:资料|文件).{{0,10}}"
    r"|(?:签发人|会签人):.{2,12}|0{2,}\d{1,6}|(?:密级|份号):.{1,10}|紧急程度:.{1,6}"
    r"|(?:编号|索引号|信息索引号|主题分类|主题词|分类|信息分类|公文种类|体裁分类|有效性"
    r"|效力状态|公开方式|公开属性|统一登记号|信息名称|服务对象|生效日期|失效日期|废止日期"
    r"|公开范围|关键词|keywords):.{0,60})$"
)
_SECRECY = compiled(
    r"(?:绝 *密|机 *密|秘 *密|内 *部(?= *[★☆]))"
    r"(?: *[★☆] *(?:长 *期|[\d一二三四五六七八九十]+ *个? *[年月天日])?)?"
)
"""密级 with its term (GB/T 9704-2012, 7.2.2), in any setting."""
_SHORT_MARK = compiled(rf"(?:{_CLASSIFICATION}|{_URGENCY}|0{{2,}}\d{{1,6}})")
_SIGNATORIES = compiled(r"(?:签发人|会签人):[\u4e00-\u9fff×xX*· ]{2,40}")

_SPREAD = compiled(r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff]{1,3}[ :])")
"""The blanks that set the letters of a label apart: `索 引 号:`."""

_ISSUED_AS = compiled(
    r"文件|\((?:函|令|通知|通报|纪要|公告)\)|函|令|(?:会议|专题会议|办公会议)?纪要"
)
"""What the letterhead says below the body's name, on a line of its own."""


def security_mark(line: Passage) -> Facts | None:
    """份号, 密级, 紧急程度, 签发人, alone or together: but for the 密级, which every copy must
    bear, they are on the paper and not for the screen."""
    text = _SPREAD.sub("", flat(line)).strip()
    parts = text.split()
    if (
        _MARK.match(text)
        or _SHORT_MARK.fullmatch(squeezed(text))
        or _SIGNATORIES.fullmatch(text)
        or (len(parts) > 1 and all(_SHORT_MARK.fullmatch(part) for part in parts))
    ):
        return _marked(line)
    return None


def _marked(line: Passage) -> Facts:
    found = _SECRECY.search(flat(line))
    if not found:
        return Facts(rest=(line,), reason="letterhead")
    around = (line[: found.start()].strip(), line[found.end() :].strip())
    return Facts(
        classification=closed_up(line[found.start() : found.end()]),
        rest=tuple(filter(None, around)),
        reason="letterhead",
    )


def numbered_mark(line: Passage) -> Facts | None:
    """`云政发〔2024〕5号    签发人:周明远`, as in documents that go upwards (7.2.6)."""
    text = flat(line)
    match = DOCUMENT_NUMBER.match(text)
    if not match or match.end() == len(text):
        return None
    rest = line[match.end() :].strip()
    if not security_mark(rest):
        return None
    return Facts(source=line[: match.end()], rest=(rest,), reason="letterhead")


_HEAD = compiled(r"(?P<body>[^,。;:!?]{2,60}?)\s*文\s*件")


def letterhead(line: Passage) -> Facts | None:
    """`某某市人民政府文件`."""
    text = flat(line).rstrip()
    match = _HEAD.fullmatch(text)
    if not match or not ORGANISATION.match(squeezed(match["body"])):
        return None
    body, rest = line[: match.end("body")], line[match.end("body") :].strip()
    return Facts(organisation=closed_up(body), rest=(rest,), reason="letterhead")


def issuers(lines: Sequence[Passage]) -> tuple[Facts, int] | None:
    """The bodies that *lines* begin with, over a 文件 or （函） of its own, and how many lines
    that takes. The first of them counts as the document's; all of them sign it below."""
    bodies = list(takewhile(_is_body, lines[: MOST_ISSUERS + 1]))
    if not bodies or len(bodies) == len(lines):
        return None
    form = lines[len(bodies)]
    if not _ISSUED_AS.fullmatch(squeezed(form.text)):
        return None
    facts = Facts(organisation=bodies[0], rest=(*bodies[1:], form), reason="letterhead")
    return facts, len(bodies) + 1


def _is_body(line: Passage) -> bool:
    return ORGANISATION.match(flat(line)) is not None


def closed_up(line: Passage) -> Passage:
    """*line* without the blanks that set its letters apart: `通　知`, `会 议 纪 要`."""
    if not is_spread(flat(line)):
        return line
    letters = (line[at : at + 1] for at, letter in enumerate(line.text) if not letter.isspace())
    return sum(letters, start=Passage())


_ALL_APART = compiled(r"[\u4e00-\u9fff★☆\d](?: +[\u4e00-\u9fff★☆\d])+")


def is_spread(text: str) -> bool:
    """Whether every letter of the folded *text* stands apart from the next."""
    return _ALL_APART.fullmatch(text) is not None
