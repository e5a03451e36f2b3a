"""The lines of a paragraph as one run of words: where a space was, and where a hyphen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from slidegen.passage import PLAIN, Style
from slidegen.patterns import compiled
from slidegen.reading.block_lines import Span
from slidegen.reading.lines import is_wide
from slidegen.reading.paged.letters import Letter
from slidegen.reading.paged.rows import Line

_HYPHENS = "-\u2010\xad"
_ADDRESS = compiled(r"(?:https?://|www\.)\S*[/\-_.?=&]$")
_WORD = compiled(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_LAST_PART = compiled(r"([^\W\d_]+)[-\u2010\xad]$")
_LAST_WORD = compiled(r"[^\W\d_]+$")
_FIRST_PART = compiled(r"[^\W\d_]+")


class Hyphens(Struct, frozen=True):
    """How a document uses hyphens: what decides whether `co-`/`operate` had one."""

    words: frozenset[str]
    """In lower case, all that stand within a line."""
    parts_words: bool
    """Whether words are parted at the ends of lines."""

    @classmethod
    def of(cls, lines: Iterable[Line]) -> Hyphens:
        texts = [line.text.strip() for line in lines]
        words = frozenset(word.lower() for text in texts for word in _WORD.findall(text))
        kept = parted = 0
        for before, after in pairwise(texts):
            first, second = _LAST_PART.search(before), _FIRST_PART.match(after)
            if first and second:
                kept += f"{first[1]}-{second[0]}".lower() in words
                parted += (first[1] + second[0]).lower() in words
        return cls(words, parted > kept)

    def parts(self, before: str, after: str) -> bool:
        """Whether the hyphen at the end of *before* only parts a word that goes on in *after*."""
        first, second = _LAST_PART.search(before), _FIRST_PART.match(after)
        if not first or not second or not after[0].islower():
            return False
        if before[-1] == "\xad" or (first[1] + second[0]).lower() in self.words:
            return True
        if f"{first[1]}-{second[0]}".lower() in self.words:
            return False
        return self.parts_words

    def between(self, before: str, after: str) -> str:
        """The space that the end of the line *before* stands for, if it does."""
        if not before or not after or before[-1] in _HYPHENS or _ADDRESS.search(before):
            return ""
        if _is_eastern(before[-1]) or _is_eastern(after[0]):
            return ""
        if any(map(_is_eastern, before)) and self._is_cut(before, after):
            return ""
        return " "

    def _is_cut(self, before: str, after: str) -> bool:
        """Whether a word or number goes on; Word lets Chinese break it (允许西文在单词中间换行)."""
        if before[-1].isdigit() or after[0].isdigit():
            return True
        first, second = _LAST_WORD.search(before), _FIRST_PART.match(after)
        return bool(first and second and (first[0] + second[0]).lower() in self.words)


def joined(lines: Sequence[Line], hyphens: Hyphens, *, after: int = 0) -> Iterator[Span]:
    """The words of *lines* in their styles, from character *after* of the first line on."""
    for index, line in enumerate(lines):
        letters = list(line.letters if index else line.letters[after:])
        before = lines[index - 1].text.rstrip() if index else ""
        following = lines[index + 1].text.lstrip() if index + 1 < len(lines) else ""
        if glue := hyphens.between(before, line.text.lstrip()):
            yield Span(glue, _style(letters[0]))
        if hyphens.parts(line.text.rstrip(), following):
            while letters.pop().text not in _HYPHENS:
                pass
        yield from _spans(letters)


def _spans(letters: Sequence[Letter]) -> Iterator[Span]:
    text, style = "", PLAIN
    for letter in letters:
        here = _style(letter)
        if here != style and text:
            yield Span(text, style)
            text = ""
        style = here
        text += letter.text
    if text:
        yield Span(text, style)


def _style(letter: Letter) -> Style:
    return Style(bold=letter.is_bold, italic=letter.is_italic)


def _is_eastern(sign: str) -> bool:
    return is_wide(sign) or sign in "“”‘’…—·"
