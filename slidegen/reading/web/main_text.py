"""Which boxes of a page are the document: those that hold what trafilatura calls main text.

trafilatura knows well which words are the text, and loses headings, tables and now and then
a paragraph on the way. So it is asked for the words only; then the smallest box that holds
most of them is sought, with what stands beside it and was meant too, and everything in those
boxes is kept that is not chrome.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from slidegen.reading.web.boxes import Box, Flow
from slidegen.reading.web.chrome import is_chrome, is_chrome_heading, is_heading

if TYPE_CHECKING:
    from lxml.html import HtmlElement

CORE = 0.6
"""Share of the main text that the box has which the search begins with."""
CORE_ALONE = 0.9
"""The same for a box without boxes in it, whose lines only <br> parts."""
PARAGRAPHS = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "pre", "tr"))
SAID = 0.5
"""Share of a box's letters that are main text, for it to belong to the text beside it."""
FEWEST_LETTERS = 12
"""Of a flow that is looked for anywhere in the main text; a shorter one may be there by chance."""
LEAST_SAID = 0.25
"""Share of a page's words outside links that have to be main text for the verdict to count."""
MOST_LINKED = 0.2
"""Share of the words in links on a page that is nothing but a document."""
TEXT_AGAIN = 0.15
"""Share of the main text in a box for it to be text although it stands below 推荐阅读."""
MOST_JUDGED = 40_000
"""Elements of a page that trafilatura is asked about, which takes it some seconds; what has
more was generated, and is taken whole."""


class MainText(Struct, frozen=True):
    """The document's part of a page."""

    chosen: tuple[Box | Flow, ...]
    """In the page's order, none within another."""
    chrome: frozenset[int]
    """Boxes and flows within them that are the site's, by `id`."""

    def without(self, boxes: Iterable[Box]) -> MainText:
        return replace(self, chrome=self.chrome | {id(box) for box in boxes})

    def holds(self, child: Box | Flow) -> bool:
        return id(child) not in self.chrome


def words_of_main_text(root: HtmlElement) -> tuple[str, ...]:
    """What trafilatura takes for the main text, in order; takes *root* apart.

    Nothing where it finds none, or where the page is too large for it.
    """
    from trafilatura import bare_extraction

    if sum(1 for _ in root.iter()) > MOST_JUDGED:
        return ()
    extracted = bare_extraction(
        root, include_comments=False, include_tables=True, deduplicate=False, with_metadata=False
    )
    body = getattr(extracted, "body", None)
    if body is None:
        return ()
    return tuple(squeezed for text in body.itertext() if (squeezed := "".join(text.split())))


def main_text(root: Box, words: Sequence[str]) -> MainText:
    """The part of *root* that is the document, given the *words* of the main text."""
    verdict = _Verdict(root, words)
    chrome = _chrome(root, verdict)
    if verdict.total < LEAST_SAID * _plain(root, chrome):
        return MainText((root,), chrome)
    if not chrome and root.linked <= MOST_LINKED * root.letters:
        return MainText((root,), chrome)
    return MainText(_grown(_core(root, verdict), verdict, chrome), chrome)


class _Verdict:
    """How many letters of each box are main text."""

    def __init__(self, root: Box, words: Sequence[str]) -> None:
        self.lines = frozenset(words)
        self.whole = "".join(words)
        self.letters: dict[int, int] = {}
        self.total = self._count(root)

    def of(self, child: Box | Flow) -> int:
        return self.letters[id(child)]

    def share(self, child: Box | Flow) -> float:
        return self.of(child) / self.total if self.total else 0.0

    def _count(self, child: Box | Flow) -> int:
        match child:
            case Flow():
                count = child.letters if self._says(child) else 0
            case Box():
                count = sum(map(self._count, child.children))
        self.letters[id(child)] = count
        return count

    def _says(self, flow: Flow) -> bool:
        if 2 * flow.linked > flow.letters:
            return False
        squeezed = "".join(flow.text.split())
        return squeezed in self.lines or (
            len(squeezed) >= FEWEST_LETTERS and squeezed in self.whole
        )


def _chrome(root: Box, verdict: _Verdict) -> frozenset[int]:
    found: set[int] = set()

    def visit(box: Box) -> None:
        below_heading, above = False, None
        holds_text = verdict.share(box) >= CORE
        for child in box.children:
            share = verdict.share(child)
            below_heading = (below_heading or is_chrome_heading(child)) and share < TEXT_AGAIN
            # Links under a heading of the text are the author's (See also).
            may_list = holds_text and above is not None and is_heading(above)
            above = child
            if below_heading or is_chrome(child, share, may_list=may_list):
                found.add(id(child))
            elif isinstance(child, Box):
                visit(child)

    visit(root)
    return frozenset(found)


def _core(root: Box, verdict: _Verdict) -> Box:
    box = root
    while True:
        inner = [
            child
            for child in box.children
            if isinstance(child, Box) and verdict.of(child) >= _needed(child) * verdict.total
        ]
        if not inner or box.tag in ("article", "table"):
            return box
        box = inner[0]


def _needed(box: Box) -> float:
    """The share of the main text that makes *box* the core: a single paragraph never is."""
    if box.tag in PARAGRAPHS:
        return 2.0
    return CORE if any(isinstance(child, Box) for child in box.children) else CORE_ALONE


def _grown(core: Box, verdict: _Verdict, chrome: frozenset[int]) -> tuple[Box | Flow, ...]:
    """*core* and what belongs to it of the boxes around it, in the page's order."""
    chosen: tuple[Box | Flow, ...] = (core,)
    box = core
    while box.parent is not None:
        chosen = tuple(_beside(box.parent, box, chosen, verdict, chrome))
        box = box.parent
    return chosen


def _beside(
    parent: Box,
    inner: Box,
    chosen: tuple[Box | Flow, ...],
    verdict: _Verdict,
    chrome: frozenset[int],
) -> Iterator[Box | Flow]:
    """*chosen*, which lies in *inner*, with the children of *parent* that belong to it."""
    is_main = parent.tag == "main" or parent.attributes.get("role") == "main"
    if parent.tag == "article" or (is_main and inner.tag != "article"):
        yield parent
        return

    def belongs(child: Box | Flow) -> bool:
        is_meant = child.letters > 0 and verdict.of(child) >= SAID * child.letters
        return child is inner or (is_meant and id(child) not in chrome)

    at = [index for index, child in enumerate(parent.children) if belongs(child)]
    for index in range(at[0], at[-1] + 1):
        child = parent.children[index]
        if child is inner:
            yield from chosen
        elif index in at or id(child) not in chrome:
            yield child


def _plain(child: Box | Flow, chrome: frozenset[int]) -> int:
    """Letters outside links, and outside the site's own boxes."""
    if id(child) in chrome:
        return 0
    match child:
        case Flow():
            return child.letters - child.linked
        case Box():
            return sum(_plain(inner, chrome) for inner in child.children)
