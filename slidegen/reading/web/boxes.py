"""A page as a browser lays it out: boxes in boxes, and runs of text between them.

Elements that show nothing are gone, white space has been collapsed, and text that stands
beside a box has become a flow of its own. Whoever looks at a page after this needs to know
nothing of HTML's parser.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from slidegen.passage import PLAIN, Style
from slidegen.reading.addresses import is_on_web
from slidegen.reading.block_lines import Span
from slidegen.reading.limits import LARGEST_TEXT, check_size
from slidegen.reading.lines import is_wide
from slidegen.reading.opening import Source

if TYPE_CHECKING:
    from lxml.etree import _Element

DEEPEST_BOX = 64
"""Boxes within boxes. What lies deeper is laid out at that depth, and nothing is lost."""

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "noframes",
        "ol",
        "p",
        "pre",
        "search",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
CELLS = ("td", "th")
UNSHOWN = frozenset(
    [
        "applet",
        "area",
        "audio",
        "base",
        "button",
        "canvas",
        "col",
        "colgroup",
        "datalist",
        "embed",
        "frame",
        "head",
        "iframe",
        "input",
        "link",
        "map",
        "meta",
        "meter",
        "noembed",
        "noscript",
        "object",
        "optgroup",
        "option",
        "param",
        "progress",
        "rp",
        "rt",
        "script",
        "select",
        "source",
        "style",
        "svg",
        "template",
        "textarea",
        "title",
        "track",
        "video",
    ]
)
"""What is no text of the page: scripts, controls, embedded objects, the readings of ruby."""

STYLED: Mapping[str, Mapping[str, bool]] = {
    "b": {"bold": True},
    "strong": {"bold": True},
    "i": {"italic": True},
    "em": {"italic": True},
    "cite": {"italic": True},
    "var": {"italic": True},
    "code": {"code": True},
    "kbd": {"code": True},
    "samp": {"code": True},
    "tt": {"code": True},
    "s": {"strike": True},
    "strike": {"strike": True},
    "del": {"strike": True},
}
STYLE_NAME = re.compile(r"(?:^|\s)(?:Heading([1-6])|MsoTitle|Title)(?=\s|$)")
"""What programs that export Word's paragraphs as they are call headings and the title."""
WHITE_SPACE = " \xa0\t\r\n"
WHITE = re.compile("([ \t\r\n\f]+)")
RAISING = re.compile(r"vertical-align:(?:super|top|text-top)")
HIDING = re.compile(r"display:none|visibility:hidden|mso-hide:all")
HIDING_NAMES = frozenset(
    [
        "sr-only",
        "visually-hidden",
        "visuallyhidden",
        "screen-reader-text",
        "govuk-visually-hidden",
        "usa-sr-only",
        "mw-editsection",
        "noprint",
        "element-invisible",
    ]
)
"""Words for a screen reader only, by the names that the common style sheets give them."""
MARK = re.compile(
    r"[\[［〔(（【]?\s*(?:注|註|fn)?\s*"
    r"(?:\d{1,3}|[①-⑳]|[ivx]{1,4}|[a-z]|[*†‡§^↑↩]{1,3})\ufe0e?\s*[\]］〕)）】]?",
    re.IGNORECASE,
)
"""What stands for a note in the text, and in the note for the way back."""
NOTE_NAMES = re.compile(r"foot-?note|noteref|endnote|reference|fnref", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PictureMark:
    """Where a picture stands, and the addresses where it may be, the likeliest first."""

    targets: tuple[str, ...]
    alt: str
    width: int | None
    """In pixels, as the page says; None if it does not."""
    height: int | None


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A short link within the page, as to a note or back from it."""

    target: str
    """The name of the place that it leads to."""
    names: tuple[str, ...]
    """Those of its own place."""
    span: Span
    """What it says, in case it is no mark of a note."""
    is_raised: bool
    """Whether it looks like a mark: raised, or called one."""


@dataclass(frozen=True, slots=True)
class ListMark:
    """The number or bullet that Word has computed, in a page that it exported."""

    text: str


Piece: TypeAlias = Span | PictureMark | NoteMark | ListMark


@dataclass(slots=True, eq=False)
class Flow:
    """Text between two boundaries of boxes; line ends in it are those that were asked for."""

    pieces: list[Piece]
    letters: int
    """All characters but white space."""
    linked: int
    """Those of them that lead elsewhere."""
    is_in_cell: bool = False
    """Whether it stands in a cell of a table."""

    @property
    def text(self) -> str:
        return "".join(
            piece.text if isinstance(piece, Span) else piece.span.text
            for piece in self.pieces
            if isinstance(piece, Span | NoteMark)
        )


@dataclass(slots=True, eq=False)
class Box:
    tag: str
    attributes: Mapping[str, str]
    parent: Box | None = None
    children: list[Box | Flow] = field(default_factory=list)
    letters: int = 0
    linked: int = 0
    hidden: int = 0
    """Characters that a browser would not show."""

    @property
    def names(self) -> str:
        """Its class and id, as the page's author named what it is for."""
        return f"{self.attributes.get('class', '')} {self.attributes.get('id', '')}".strip()

    @property
    def text(self) -> str:
        return "\n".join(flow.text for flow in self.flows())

    def flows(self) -> Iterator[Flow]:
        for child in self.children:
            if isinstance(child, Flow):
                yield child
            else:
                yield from child.flows()

    def boxes(self) -> Iterator[Box]:
        """This box and all in it, in the page's order."""
        yield self
        for child in self.children:
            if isinstance(child, Box):
                yield from child.boxes()

    def ancestors(self) -> Iterator[Box]:
        """What it stands in, from the inside out."""
        box = self.parent
        while box is not None:
            yield box
            box = box.parent


class Layout(NamedTuple):
    root: Box
    places: Mapping[str, Box]
    """What a link within the page can lead to."""


def laid_out(body: _Element, source: Source) -> Layout:
    """*body* as boxes. Raises `SourceTooLarge` or `SourceTooSlow`."""
    from lxml import etree

    layout = _LayingOut(source)
    walk = etree.iterwalk(body, events=("start", "end"))
    for event, element in walk:
        tag = _tag(element)
        if event == "end":
            layout.close(tag, element)
        elif _is_unshown(tag, element) and element is not body:
            if tag not in UNSHOWN:
                layout.hide(element)
            walk.skip_subtree()
            layout.skipped.add(element)
        else:
            layout.open(tag, element)
    return layout.finished()


class _Text(NamedTuple):
    """Characters of one text node, as they stand in the file."""

    text: str
    style: Style
    is_kept: bool
    """Whether white space in it counts (`<pre>`)."""
    is_linked: bool


@dataclass(slots=True)
class _Inline:
    """What an element that opens no box changes for the text in it."""

    style: Style
    is_linked: bool
    is_raised: bool
    is_kept: bool
    names: tuple[str, ...]


class _LayingOut:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.root = Box("body", {})
        self.box = self.root
        self.raw: list[_Text | Piece] = []
        self.inline = [_Inline(PLAIN, False, False, False, ())]
        self.opened: list[Literal["inline", "boundary", "box"]] = []
        """What each open element is: at the greatest depth a boundary opens no box."""
        self.swallowed: list[_Element] = []
        """The element whose text has been read as a whole, such as a mark of a note."""
        self.skipped: set[_Element] = set()
        self.places: dict[str, Box] = {}
        self.letters = 0

    def open(self, tag: str, element: _Element) -> None:
        self.source.check_time()
        style = _declared(element)
        opens = tag in BLOCKS or "display:block" in style
        if opens:
            self.flush()
            self.opened.append(self._opened(tag, element))
        else:
            self.opened.append("inline")
        names = _names(element)
        for name in names:
            self.places.setdefault(name, self.box)
        self.inline.append(self._inline(tag, element, style, names))
        match tag:
            case "br":
                self.raw.append(Span("\n"))
            case "hr":
                self.box.children.append(Box("hr", {}, self.box))
            case "img" | "image":
                self.raw.append(_picture(element))
            case "a" if mark := self._note_mark(element, style):
                self.raw.append(mark)
                self.swallowed.append(element)
            case _ if "mso-list:ignore" in style:
                self.raw.append(ListMark("".join(map(str, element.itertext())).strip(WHITE_SPACE)))
                self.swallowed.append(element)
        self.text(element.text)

    def close(self, tag: str, element: _Element) -> None:
        if element in self.skipped:
            self.skipped.discard(element)
        else:
            if self.swallowed and self.swallowed[-1] is element:
                self.swallowed.pop()
            self.inline.pop()
            kind = self.opened.pop()
            if kind != "inline":
                self.flush()
            if kind == "box":
                assert self.box.parent is not None
                self.box = self.box.parent
        if self.opened:
            self.text(element.tail)

    def hide(self, element: _Element) -> None:
        for text in element.itertext():
            self.box.hidden += len("".join(str(text).split()))

    def text(self, text: str | None) -> None:
        if text and not self.swallowed:
            now = self.inline[-1]
            self.raw.append(_Text(text, now.style, now.is_kept, now.is_linked))

    def flush(self) -> None:
        """Ends the flow, as the boundary of a box does."""
        raw, self.raw = self.raw, []
        pieces = _collapsed(raw)
        letters = sum(_letters(piece) for piece in pieces)
        if not letters and not any(isinstance(piece, PictureMark) for piece in pieces):
            return
        linked = sum(
            len("".join(item.text.split()))
            for item in raw
            if isinstance(item, _Text) and item.is_linked
        )
        in_cell = self.box.tag in CELLS or any(b.tag in CELLS for b in self.box.ancestors())
        self.box.children.append(Flow(pieces, letters, min(linked, letters), in_cell))
        self.letters += letters
        check_size(self.letters, LARGEST_TEXT)

    def finished(self) -> Layout:
        self.flush()
        _count(self.root)
        return Layout(self.root, self.places)

    def _opened(self, tag: str, element: _Element) -> Literal["boundary", "box"]:
        if not self.opened or sum(1 for _ in self.box.ancestors()) >= DEEPEST_BOX:
            return "boundary"
        attributes = {str(k): str(v) for k, v in element.attrib.items() if k != "src"}
        box = Box(tag if tag in BLOCKS else "div", attributes, self.box)
        self.box.children.append(box)
        self.box = box
        return "box"

    def _inline(self, tag: str, element: _Element, style: str, names: tuple[str, ...]) -> _Inline:
        outer = self.inline[-1]
        changes: dict[str, object] = dict(STYLED.get(tag, {}))
        if weight := re.search(r"font-weight:(bold|[6-9]00|normal|[1-5]00)", style):
            changes["bold"] = weight[1] == "bold" or weight[1] in ("600", "700", "800", "900")
        if "font-style:italic" in style:
            changes["italic"] = True
        href = element.get("href") if tag == "a" else None
        if href and is_on_web(href.strip()):
            changes["link"] = href.strip()
        return _Inline(
            replace(outer.style, **changes) if changes else outer.style,  # type: ignore[arg-type]
            outer.is_linked or bool(href and not href.startswith("#")),
            outer.is_raised or tag == "sup" or RAISING.search(style) is not None,
            outer.is_kept or tag in ("pre", "listing", "xmp") or "white-space:pre" in style,
            names if tag in BLOCKS else (*outer.names, *names)[-4:],
        )

    def _note_mark(self, element: _Element, style: str) -> NoteMark | None:
        href = (element.get("href") or "").strip()
        name = href.partition("#")[2]
        # A saved page says its own address before the `#`.
        if not name or self.swallowed:
            return None
        words = ""
        for text in element.itertext():
            words += str(text)
            if len(words) > 40:
                return None
        words = " ".join(words.split())
        if not MARK.fullmatch(words):
            return None
        now = self.inline[-1]
        says = f"{element.get('class', '')} {element.get('role', '')} {style}"
        is_raised = (
            now.is_raised or element.find(".//sup") is not None or bool(NOTE_NAMES.search(says))
        )
        return NoteMark(name, now.names, Span(words, now.style), is_raised)


def _tag(element: _Element) -> str:
    """The element's name; a paragraph that bears the name of a heading's style is a heading."""
    tag = element.tag
    if tag == "p" and (found := STYLE_NAME.search(element.get("class", ""))):
        return f"h{found[1] or 1}"
    # Word's own elements (`o:p`, `st1:date`) show their text.
    return tag.lower() if isinstance(tag, str) else ""


def _declared(element: _Element) -> str:
    """The element's own style, in lower case and without white space."""
    style = element.get("style")
    return "".join(style.lower().split()) if style else ""


def _names(element: _Element) -> tuple[str, ...]:
    return tuple(name for key in ("id", "name") if (name := element.get(key)))


def _is_unshown(tag: str, element: _Element) -> bool:
    return (
        tag in UNSHOWN
        or element.get("hidden") is not None
        or element.get("aria-hidden", "").lower() == "true"
        or HIDING.search(_declared(element)) is not None
        or not HIDING_NAMES.isdisjoint(element.get("class", "").lower().split())
    )


def _picture(element: _Element) -> PictureMark:
    """Pages that load pictures late keep the real address elsewhere than in `src`."""
    attributes = {str(k).lower(): str(v).strip() for k, v in element.attrib.items()}
    late = [
        value
        for key, value in attributes.items()
        if key.startswith(("data-", "original", "_src", "lazy", "file"))
        and re.search(r"\.(?:png|jpe?g|gif|bmp|tiff?|webp)(?:[?#!].*)?$", value, re.IGNORECASE)
    ]
    choices = [part.split()[0] for part in attributes.get("srcset", "").split(",") if part.split()]
    targets = [*late, attributes.get("src", ""), *reversed(choices)]
    return PictureMark(
        tuple(dict.fromkeys(target for target in targets if target)),
        " ".join(attributes.get("alt", "").split()),
        _pixels(attributes.get("width", "")),
        _pixels(attributes.get("height", "")),
    )


def _pixels(length: str) -> int | None:
    found = re.fullmatch(r"(\d{1,5})(?:\.\d+)?(?:px)?", length)
    return int(found[1]) if found else None


def _letters(piece: Piece) -> int:
    match piece:
        case Span(text):
            return len("".join(text.split()))
        case NoteMark(span=span):
            return len(span.text)
        case _:
            return 0


def _collapsed(raw: Sequence[_Text | Piece]) -> list[Piece]:
    """*raw* with white space as a browser shows it, but no space where the file merely goes
    on to its next line between two Chinese characters."""
    pieces: list[Piece] = []
    last, space, breaks_line = "", False, False
    for item in raw:
        if not isinstance(item, _Text):
            if isinstance(item, Span):
                last, space = "", False
            elif isinstance(item, NoteMark):
                last = item.span.text[-1]
            pieces.append(item)
            continue
        if item.is_kept:
            pieces.append(Span(item.text.replace("\r\n", "\n").replace("\t", "    "), item.style))
            last, space = "", False
            continue
        words = ""
        for part in WHITE.split(item.text):
            if not part:
                continue
            if WHITE.match(part):
                # Alone between two elements it sets them apart, be it a line end or not.
                breaks_line = "\n" in part and part != item.text and (breaks_line or not space)
                space = True
                continue
            if space and last and not (breaks_line and is_wide(last) and is_wide(part[0])):
                before = pieces[-1] if pieces and not words else None
                if isinstance(before, Span):  # so that no link begins with a space
                    pieces[-1] = Span(before.text + " ", before.style)
                else:
                    words += " "
            words += part
            last, space, breaks_line = part[-1], False, False
        if words:
            pieces.append(Span(words, item.style))
    return pieces


def _count(root: Box) -> None:
    """Sums letters up, from the inside out."""
    for box in reversed(list(root.boxes())):
        for child in box.children:
            box.letters += child.letters
            box.linked += child.linked
            if isinstance(child, Box):
                box.hidden += child.hidden
