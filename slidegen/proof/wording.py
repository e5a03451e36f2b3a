"""Two ways to compare texts: to the letter, for what claims a place, and by letters only.

To the letter means every character but white space, and punctuation in either
width, since that is all that a slide may mend. By letters and digits only are
sentences looked for, which a deck may part.
"""

from __future__ import annotations

from functools import lru_cache
from unicodedata import normalize

from slidegen.patterns import compiled

ENUMERATOR = compiled(
    r"^\s*(?:第[一二三四五六七八九十百\d]+[编章节条部分篇]+|[（(][一二三四五六七八九十百\d]+[）)]"
    r"|[一二三四五六七八九十百]+[、.．]|\d+(?:\.\d+)*[、.．)）](?!\d)|[①-⑳]|[IVXivx]+\.|[A-Za-z][.)])\s*"
)
"""The number before a heading, which a slide may show as a bullet instead."""

MENDED = str.maketrans("，：；！？（）“”", ',:;!?()""')
"""Full-width punctuation that may stand for half-width on a slide."""


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """*text* without white space and with punctuation in one width; all else as it is."""
    return "".join(text.split()).translate(MENDED)


def letters(text: str) -> str:
    """Letters and digits only, as every program would compare them."""
    return "".join(filter(str.isalnum, normalize("NFKC", text))).lower()


def wordings(text: str) -> tuple[str, ...]:
    """The letters of the text, and those of it without the number that it begins with."""
    return tuple(filter(None, map(letters, variants(text)))) or ("",)


def variants(text: str) -> tuple[str, ...]:
    """With and, if it begins with a number, without it."""
    bare = ENUMERATOR.sub("", text, count=1)
    return (text,) if bare == text else (text, bare)


class LongText:
    """A long text that is asked often, and mostly in order, whether it holds a shorter one.

    What it does not hold it nearly always knows from a table of short stretches, what it
    holds nearly always stands close behind the last find, and what is asked again (a title)
    it remembers: so the time taken is linear.
    """

    STRETCH = 4

    def __init__(self, text: str) -> None:
        self.text = text
        self.stretches = {text[i : i + self.STRETCH] for i in range(len(text) - self.STRETCH + 1)}
        self.last = 0
        self.answers: dict[str, bool] = {}

    def __contains__(self, words: str) -> bool:
        if words not in self.answers:
            self.answers[words] = self._holds(words)
        return self.answers[words]

    def _holds(self, words: str) -> bool:
        stretches = range(len(words) - self.STRETCH + 1)
        if any(words[i : i + self.STRETCH] not in self.stretches for i in stretches):
            return False
        found = self.text.find(words, self.last)
        if found < 0:
            found = self.text.find(words)
        self.last = max(found, 0)
        return found >= 0
