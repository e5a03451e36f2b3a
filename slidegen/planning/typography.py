"""Punctuation as it should be printed: full-width between Chinese characters.

One character for one, so that every offset into the source still holds.
Numbers, times, ratios, Latin words and addresses keep theirs; so do the notes.
"""

from __future__ import annotations

from typing import TypeVar, cast

from msgspec import Struct
from msgspec.structs import replace

from slidegen.passage import Passage, Run, Words
from slidegen.patterns import compiled
from slidegen.planning.clauses import HAN
from slidegen.point import EDITED, Point

FULL_WIDTH = {",": "，", ":": "：", ";": "；", "!": "！", "?": "？", "(": "（", ")": "）"}

CJK = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff，。、；：！？“”‘’《》〈〉（）【】〔〕…—"
NUMBER = r"0-9A-Za-z%‰°\u2100-\u214f\u3380-\u33df"
"""What a number or a Latin word ends with, signs of units (℃, ㎡) among it."""
MARK = compiled(
    rf"(?<=[{CJK}])[,:;!?](?=[{CJK}A-Za-z0-9\s]|$)"  # behind Chinese
    rf"|(?<=[{NUMBER}])[,:;!?](?=[{CJK}])"  # behind a number or a Latin word, before Chinese
)
MENDABLE = compiled('[,:;!?("]')
"""A text without one of these is as it should be."""
PAIR = compiled(r"\(([^()]*)\)")
ADDRESS = compiled(r"(?:https?://|www\.)[^\s\u3400-\u9fff]+|[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+")


def mended_text(text: str) -> str:
    """*text* as it should be printed; as long as before."""
    if not MENDABLE.search(text) or not HAN.search(text):
        return text
    fixed = list(text)
    kept = {at for match in ADDRESS.finditer(text) for at in range(*match.span())}
    for match in MARK.finditer(text):
        if match.start() not in kept:
            fixed[match.start()] = FULL_WIDTH[match.group()]
    for match in PAIR.finditer(text):
        if HAN.search(match.group(1)) and match.start() not in kept:
            fixed[match.start()], fixed[match.end() - 1] = "（", "）"
    straight = [at for at, character in enumerate(text) if character == '"']
    if len(straight) % 2 == 0:
        for number, at in enumerate(straight):
            fixed[at] = "”" if number % 2 else "“"
    return "".join(fixed)


def mended(passage: Passage) -> Passage:
    """*passage* as it should be printed; code in it stays as it is."""
    text = mended_text(passage.text)
    if text == passage.text:
        return passage
    fixed, done = list(text), 0
    for run in passage.runs:
        if run.style.code:
            fixed[done : done + len(run.text)] = run.text
        done += len(run.text)
    return passage.with_text("".join(fixed))


def mended_words(words: Words) -> Words:
    return mended(words) if isinstance(words, Passage) else words


Shown = TypeVar("Shown")


def mended_slide(slide: Shown) -> Shown:
    """*slide* with all words that it shows mended; its notes stay as the source has them, and
    points that a person wrote as they wrote them."""
    return cast(Shown, _mended(slide))


def _mended(value: object) -> object:
    match value:
        case Passage():
            return mended(value)
        case tuple():
            return tuple(_mended(part) for part in value)
        case Run():
            return value
        case Point() if value.why == EDITED:
            return value
        case Struct():
            shown = {
                name: _mended(getattr(value, name))
                for name in value.__struct_fields__
                if name not in WITHHELD
            }
            if isinstance(shown.get("marker"), str):
                shown["marker"] = mended_text(str(shown["marker"]))
            return replace(value, **shown)
        case _:
            return value


WITHHELD = ("notes", "told", "data", "lines")
"""Fields that no slide shows as text, and lines of code, whose marks mean what they are."""
