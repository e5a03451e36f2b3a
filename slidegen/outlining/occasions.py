"""The occasion of a speech: `——2026年1月25日在…会议上`, on one line or two."""

from __future__ import annotations

from slidegen.outlining.dates import first_date
from slidegen.outlining.facts import Facts, flat
from slidegen.outlining.people import is_speaker
from slidegen.passage import EMPTY, Passage
from slidegen.patterns import compiled

_DASHES = compiled(r"^[—-]{1,4}\s?")

_MEETING = "(?:会|会议|论坛|仪式|典礼|座谈|班|式|礼|现场|活动|课|节|讲堂)"

_OCCASION = compiled(
    r"^[^。;!?]{0,80}?(?:在|于|at the )[^。;!?]{2,80}"
    rf"(?:{_MEETING}(?:上|中|时|期间)|上|期间|{_MEETING})"
    r"(?:的(?:讲话|报告|发言|致辞|演讲|工作报告|主旨演讲))?$"
)

_OPEN_OCCASION = compiled(r"^[^。;!?]{0,80}(?:在|于)[^。;!?]{2,60}$")

_CLOSES_OCCASION = compiled(rf"^[^。;!?,]{{1,60}}(?:{_MEETING})(?:上|中|时|期间)?\)?$")


def occasion(line: Passage) -> Facts | None:
    """`——2026年1月25日在…会议上`, in brackets or bare; the speaker may stand on the same line."""
    core, is_marked = unwrapped(line)
    text = flat(core)
    begins_with_date = (found := first_date(text)) is not None and found.start == 0
    if not (is_marked or begins_with_date):
        return None
    for blank in (len(text), *(at for at, letter in enumerate(text) if letter == " ")):
        here, after = text[:blank], text[blank:].strip()
        if _OCCASION.match(here) and (not after or is_speaker(after)):
            return Facts(
                occasion=core[:blank], speaker=core[len(text) - len(after) :] if after else EMPTY
            )
    if begins_with_date and found:
        after = text[found.end :].lstrip(" ,")
        if is_speaker(after):  # 2024年3月5日 市长 张三
            start = len(text) - len(after)
            return Facts(date=core[: found.end], speaker=core[start:])
    return None


def unwrapped(line: Passage) -> tuple[Passage, bool]:
    """*line* without the dash before it or the brackets around it, and whether it had any."""
    text = flat(line)
    if match := _DASHES.match(text):
        return line[match.end() :].strip(), True
    if text.startswith("("):
        return line[1:].rstrip(")）").strip(), True
    return line, False


def opens_occasion(line: Passage) -> bool:
    """Whether the line is an occasion that the next line ends."""
    core, is_marked = unwrapped(line)
    text = flat(core)
    found = first_date(text)
    return (
        (is_marked or (found is not None and found.start == 0))
        and len(text) <= 60
        and bool(_OPEN_OCCASION.match(text))
        and not _OCCASION.match(text)
    )


def closes_occasion(line: Passage) -> bool:
    return bool(_CLOSES_OCCASION.match(flat(line)))


def is_occasion(text: str) -> bool:
    """Whether folded *text* as a whole says on what occasion something was said."""
    return bool(_OCCASION.match(text))
