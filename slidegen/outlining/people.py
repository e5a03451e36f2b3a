"""Who speaks or wrote: office and name, a bare name, a remark about the author."""

from __future__ import annotations

from slidegen.outlining.facts import Facts, flat
from slidegen.outlining.vocabulary import COMMON_NAME, NAME, OFFICE
from slidegen.passage import Passage
from slidegen.patterns import compiled

_OFFICE_AND_NAME = compiled(
    rf"^(?![在于])[^,。;:!?—()]{{0,40}}(?:{OFFICE})"
    rf"(?: +(?:[\u4e00-\u9fff·×*]{{2,12}}|[\u4e00-\u9fff] +[\u4e00-\u9fff])|(?:{COMMON_NAME}))"
    r"(?: ?(?:同志|女士|先生))?$"
)

_NAME_AND_OFFICE = compiled(rf"^{NAME} +[^,。;:!?]{{2,40}}(?:{OFFICE})$")

_BARE_NAME = compiled(rf"^\(?(?:{COMMON_NAME})(?: ?同志)?\)?$")

_BARE_OFFICE = compiled(rf"^[^,。;:!?、]{{2,16}}(?:{OFFICE})$")

_ENGLISH_SPEAKER = compiled(
    r"^(?i:by|(?:remarks|speech|address) by|(?:delivered|presented|prepared) by)\s+"
    r"[A-Z][\w.'-]+(?:[ ,]+[\w.'-]+){0,12}$"
)

_ABOUT_AUTHOR = compiled(
    r"^\((?:作者|本文作者|讲话人|发言人)(?:为|系|是|单位|:|简介)[^()]{2,120}\)。?$"
)


def is_speaker(text: str) -> bool:
    if _OFFICE_AND_NAME.match(text) or _NAME_AND_OFFICE.match(text):
        return True
    words = text.split()  # spaced out to fill the line: 县　长　　李　明
    return len(words) > 2 and bool(_OFFICE_AND_NAME.match("".join(words)))


def speaker(line: Passage) -> Facts | None:
    """Office and name (`北京市市长 殷勇`), or a bare name, or `By …`."""
    text = flat(line)
    if len(text) <= 60 and (is_speaker(text) or _ENGLISH_SPEAKER.match(text)):
        return Facts(speaker=line)
    if text.startswith("(") and text.endswith(")") and is_speaker(text[1:-1].strip()):
        return Facts(speaker=line[1:-1].strip())
    return None


def bare_office(line: Passage) -> Facts | None:
    """`某某特别行政区行政长官`: an office that tells who speaks, without a name."""
    return Facts(speaker=line) if _BARE_OFFICE.match(flat(line)) else None


def bare_name(line: Passage) -> Facts | None:
    return Facts(speaker=line.strip("()（）")) if _BARE_NAME.match(flat(line)) else None


def author(line: Passage) -> Facts | None:
    """`(作者为…)`, at the end of an article."""
    return (
        Facts(speaker=line.strip("。").strip("()（）")) if _ABOUT_AUTHOR.match(flat(line)) else None
    )
