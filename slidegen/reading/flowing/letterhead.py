"""红头 and 版记: what stands over and under an official document and is not its text.

GB/T 9704-2012 parts a document into 版头 (7.2: serial number, classification, urgency, the
name of the issuing body, document number, signatory), 主体 and 版记 (7.4: copies to, printed
by and on). Templates set the first and the last in tables, running heads and text boxes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from slidegen.patterns import compiled

MOST_ENTRIES = 40
"""In a table that holds a letterhead; a full one has about ten."""
LONGEST_ENTRY = 500
"""Letters; a long list of those who get copies."""
MOST_NUMBERS = 2
"""Document numbers in a letterhead; a table of more is a register."""
LONGEST_LINE = 60
"""Letters of a line that may name a body or a classification."""

_FOLD = str.maketrans("：（）［］　\u00a0＊０１２３４５６７８９", ":()[]  *0123456789")
_SIGN = "[\u4e00-\u9fff×XxＸ○〇*·]"
"""A letter of a name; ×× and XX stand for a blotted one."""

_PERIOD = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*(?:年|个月)"
_TERM = rf"\s*[★☆*]\s*(?:{_PERIOD}|长期|[\u4e00-\u9fff]{{1,4}}前)"
_CLASSIFIED = rf"(?:(?:绝\s*密|机\s*密|秘\s*密)(?:{_TERM}|\s*[★☆])?|内\s*部{_TERM})"
_CLASSIFICATION = compiled(rf"(?:密\s*级\s*:\s*)?(?P<words>{_CLASSIFIED})")
"""Of 秘密 and above; 内部 is one only with a term, and 内部资料 never."""

_REGION = (
    rf"(?:中共|中国|国家|国务院|全国|中华人民共和国|{_SIGN}{{1,12}}?"
    r"(?:省|市|县|区|州|盟|旗|镇|乡|街道|自治区|新区|开发区))"
)
_KNOWN_END = (
    r"(?:人民政府|委员会|人民法院|人民检察院|有限(?:责任)?公司|总公司|大学|学院|医院|中学|小学"
    r"|总工会|联合会|领导小组|指挥部|委办公室|委办公厅|政府办公室|政府办公厅)"
)
_PLAIN_END = (
    "(?:政府|办公室|办公厅|党委|党组|委|部|局|厅|署|院|所|处|中心|协会|学会|银行|公司|集团|法院"
    "|检察院|队|站|办|社|馆)"
)
_IN_BRACKETS = r"\((?!函|通知|令|纪要)[^()]{1,12}\)"
_BODY = (
    rf"(?:{_SIGN}{{2,24}}?{_KNOWN_END}|{_REGION}{_SIGN}{{0,20}}?{_PLAIN_END})(?:{_IN_BRACKETS})?"
)
_NO_BODY = compiled(
    r"的|关于|通知|通报|会议|讲话|报告|方案|贯彻|落实|加强|推进|推动|欢迎|打造|建设(?!委|局|厅|部)"
    r"|第.{1,4}[章节页届条]"
)
"""What stands in titles and slogans, and in no body's name."""
_ISSUER = compiled(rf"(?P<words>{_BODY})\s*(?:文\s*件|\(\s*(?:函|通知|令|纪要)\s*\))?")

_SET_APART = compiled(r"\S(?:\s{1,4}\S){3,}")
_GAP = compiled(r"\s{2,}|\t+")
"""What parts two entries on one line: `特急␣␣␣␣机密★1年`."""
_DATE = r"(?:\d{4}|[〇○一二三四五六七八九零]{4}|[×Xx]{2,4})年[^,。;]{1,3}月[^,。;]{1,3}日"

MARKS: Mapping[str, re.Pattern[str]] = {
    "document number": compiled(
        rf"{_SIGN}{{1,16}}\s*[〔\[(【]\s*(?:\d{{4}}|[×Xx]{{2,4}})\s*[〕\])】]\s*第?\s*(?:\d{{1,4}}|[×Xx]{{1,4}})\s*号"
    ),
    "classification": _CLASSIFICATION,
    "urgency": compiled(r"(?:紧急程度\s*:\s*)?(?:特\s*急|加\s*急|平\s*急|特\s*提|急\s*件)"),
    "issuing body": compiled(rf"{_BODY}(?:\s+{_BODY}){{0,4}}\s*文\s*件|文\s*件"),
    "signatory": compiled(rf"(?:签发人|会签人|签发)\s*:(?:\s*{_SIGN}{{1,6}}){{0,6}}"),
    "copies to": compiled(r"(?:抄送|抄报|分送|主送)\s*:.{0,400}", re.DOTALL),
    "subject words": compiled(r"主题词\s*:.{0,80}"),
    "printing": compiled(
        rf"(?:{_BODY}|{_SIGN}{{2,24}})?\s*{_DATE}\s*印发|(?:共印|印数|印发份数)\s*:?\s*\d{{1,6}}\s*份"
    ),
}
"""What only a letterhead holds, and no table of data has one of."""

FILLERS: Mapping[str, re.Pattern[str]] = {
    "serial number": compiled(r"(?:份号\s*:\s*)?(?:No\.?\s*)?0\d{5}|(?:份号\s*:\s*)\d{1,6}"),
    "body": compiled(
        rf"{_BODY}(?:\s+{_BODY}){{0,4}}|{_SIGN}{{2,20}}(?:办公室|办公厅|秘书处|秘书科)"
    ),
    "date": compiled(_DATE),
    "name": compiled(rf"{_SIGN}(?:\s*{_SIGN}){{1,3}}"),
    "rule": compiled(r"[—\-_=★☆\s]+"),
}
"""What may stand beside it."""


def facts(lines: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """What *lines* of running heads and feet say of the document: its `classification` and the
    `organisation` that issues it, each as it stands in its line. Strict, since most such lines
    are titles, slogans and page numbers."""
    found: dict[tuple[str, str], None] = {}
    for line in sorted(lines, key=_names_no_issuer):
        for entry in _entries(line):
            folded = entry.translate(_FOLD)
            if match := _CLASSIFICATION.fullmatch(folded):
                found["classification", entry[slice(*match.span("words"))]] = None
            elif words := _issuer(entry):
                found["organisation", words] = None
    return tuple(found)


def _issuer(entry: str) -> str:
    """The part of *entry* that names a body; its letters may be set apart."""
    letters = list(range(len(entry)))
    if _SET_APART.fullmatch(entry):
        letters = [at for at in letters if not entry[at].isspace()]
    text = "".join(entry[at] for at in letters).translate(_FOLD)
    match = _ISSUER.fullmatch(text)
    if not match or _NO_BODY.search(text):
        return ""
    start, end = match.span("words")
    return entry[letters[start] : letters[end - 1] + 1]


def is_letterhead(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a table of these cells is a 红头 or a 版记 and not a table of data: all that it
    holds belongs to one, and something that belongs nowhere else."""
    kinds: list[str] = []
    for entry in (entry for row in rows for cell in row for entry in _cell_entries(cell)):
        kind = _kind(entry)
        if kind is None or len(kinds) == MOST_ENTRIES:
            return False
        kinds.append(kind)
    return (
        any(kind in MARKS for kind in kinds)
        and kinds.count("document number") <= MOST_NUMBERS
        and ("name" not in kinds or "signatory" in kinds)
    )


def _kind(entry: str) -> str | None:
    if len(entry) > LONGEST_ENTRY:
        return None
    folded = entry.translate(_FOLD)
    kinds = (*MARKS.items(), *FILLERS.items())
    return next((kind for kind, pattern in kinds if pattern.fullmatch(folded)), None)


def _cell_entries(cell: str) -> Iterator[str]:
    """The entries of a cell: its lines, parted at wide gaps unless they are one as a whole."""
    for line in cell.splitlines():
        text = line.strip()
        if text and _kind(text):
            yield text
        else:
            yield from filter(None, (part.strip() for part in _GAP.split(text)))


def _entries(line: str) -> Iterator[str]:
    text = line.strip()
    if 0 < len(text) <= LONGEST_LINE:
        yield text
        parts = [part.strip() for part in _GAP.split(text)]
        yield from parts if len(parts) > 1 else ()


def _names_no_issuer(line: str) -> bool:
    """Sorts the line that says 文件 before those that only name a body."""
    return not re.search(r"文\s*件\s*$", line)
