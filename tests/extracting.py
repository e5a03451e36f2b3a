"""What a document says, as others see it: extractors that share no code with our readers.

| format | extractor |
|---|---|
| docx | every `w:t` of body, notes and text boxes, by zipfile and the standard XML parser |
| pptx | every `a:t` of slides and their notes, likewise |
| ofd | every `TextCode`, page by page, likewise |
| html | readability-lxml, which finds main text by other rules than trafilatura |
| pdf | pypdf, which knows nothing of PDFium |

Text and Markdown need none: the proof of each deck compares it with its document's lines.

Each gives all pieces of text that stand together, and those of them that are the body: no
running heads, no page numbers, nothing that only leads elsewhere.
"""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING, Any, NamedTuple
from xml.etree import ElementTree

if TYPE_CHECKING:
    from lxml.html import HtmlElement

RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
LEFT_OUT_OF_WORD = {"del", "moveFrom", "Fallback", "delText", "instrText"}
"""What nobody sees: deletions, what a newer program shows otherwise, the code of fields."""
FURNITURE = {"sldNum", "dt", "ftr", "hdr"}
"""Placeholders that say the same on every slide."""
TOUCHING = 2.0
"""In millimetres."""
SLIDE = re.compile(r"ppt/(?:slides|notesSlides)/[^/]*\.xml$")
EDGE = 3
"""Lines from the top and from the bottom of a page that may be running heads."""
RUNNING = 3
"""Pages that a line stands on, its digits aside, to be a running head."""


class Extracted(NamedTuple):
    everything: list[str]
    body: list[str]


def local(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]


def from_word(path: Path) -> Extracted:
    with zipfile.ZipFile(path) as archive:
        main = _main_part(archive)
        folder = dirname(main)
        names = [main, join(folder, "footnotes.xml"), join(folder, "endnotes.xml")]
        known = [name for name in names if name in archive.namelist()]
        roots = [ElementTree.fromstring(archive.read(name)) for name in known]
    contents = {e for root in roots for e in _in_tables_of_contents(root)}
    texts = [text for root in roots for text in _paragraphs(root, "p", contents)]
    return Extracted(texts, texts)


def _main_part(archive: zipfile.ZipFile) -> str:
    relations = ElementTree.fromstring(archive.read("_rels/.rels"))
    target = next(
        r.get("Target", "") for r in relations if r.get("Type", "").endswith("/officeDocument")
    )
    return normpath(target.lstrip("/"))


def _paragraphs(
    root: ElementTree.Element, tag: str, without: Container[ElementTree.Element] = ()
) -> Iterator[str]:
    """The text of each paragraph; one in a text box is not also a part of the one around."""
    for child in root:
        if local(child) in LEFT_OUT_OF_WORD:
            continue
        if local(child) == tag:
            yield "".join(_own(child, tag, without))
        yield from _paragraphs(child, tag, without)


def _own(
    element: ElementTree.Element, tag: str, without: Container[ElementTree.Element]
) -> Iterator[str]:
    for child in element:
        if local(child) in LEFT_OUT_OF_WORD or local(child) == tag or child in without:
            continue
        if local(child) == "t":
            yield child.text or ""
        else:
            yield from _own(child, tag, without)


def _in_tables_of_contents(root: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """All text that a field TOC made, and all in a block that Word calls Table of Contents."""
    open_fields: list[str] = []
    for element in root.iter():
        match local(element):
            case "fldChar":
                kind = next((v for k, v in element.attrib.items() if k.endswith("Type")), "")
                open_fields += [""] if kind == "begin" else []
                del open_fields[len(open_fields) - (kind == "end") :]
            case "instrText" if open_fields:
                open_fields[-1] += element.text or ""
            case "t" if any(re.match(r"\s*(?:TOC|PAGEREF _Toc)\b", code) for code in open_fields):
                yield element
            case "sdt":
                gallery = (e for e in element.iter() if local(e) == "docPartGallery")
                if any("Contents" in str(e.attrib) for e in gallery):
                    yield from (e for e in element.iter() if local(e) == "t")


def from_slides(path: Path) -> Extracted:
    with zipfile.ZipFile(path) as archive:
        names = [n for n in archive.namelist() if SLIDE.match(n)]
        names.sort(key=lambda name: (int(re.findall(r"\d+", name)[0]), name))
        roots = [ElementTree.fromstring(archive.read(name)) for name in names]
    shapes = [
        shape
        for root in roots
        for shape in root.iter()
        if local(shape) in ("sp", "tc") and not _is_furniture(shape)
    ]
    texts = [text for shape in shapes for text in _paragraphs(shape, "p")]
    return Extracted(texts, texts)


def _is_furniture(shape: ElementTree.Element) -> bool:
    return any(local(e) == "ph" and e.get("type") in FURNITURE for e in shape.iter())


def from_ofd(path: Path) -> Extracted:
    with zipfile.ZipFile(path) as archive:
        names = [n for n in archive.namelist() if re.search(r"Pages/[^/]*/Content\.xml$", n)]
        names.sort(key=lambda name: [int(number) for number in re.findall(r"\d+", name)])
        roots = [ElementTree.fromstring(archive.read(name)) for name in names]
    pages = [_rows([e for e in root.iter() if local(e) == "TextObject"]) for root in roots]
    return Extracted([row for page in pages for row in page], _body_of(pages))


def _rows(objects: Sequence[ElementTree.Element]) -> list[str]:
    """The text of *objects*, those together that touch: some programs write one for each
    character."""
    rows: list[str] = []
    end = (-1.0, -1.0)
    for element in objects:
        x, y, width, _ = map(float, element.get("Boundary", "0 0 0 0").split())
        text = "".join(e.text or "" for e in element.iter() if local(e) == "TextCode")
        if abs(y - end[1]) < TOUCHING and abs(x - end[0]) < TOUCHING:
            rows[-1] += text
        else:
            rows.append(text)
        end = (x + width, y)
    return rows


def from_web(path: Path) -> Extracted:
    from lxml import html
    from readability import Document

    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("gb18030", "replace")
    whole = html.fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8"))
    summary = html.fromstring(Document(text).summary())
    return Extracted(
        [text for text, _ in _blocks(whole)], [t for t, linked in _blocks(summary) if not linked]
    )


BLOCKS = ["p", "li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "div", "body"]


def _blocks(root: HtmlElement) -> Iterator[tuple[str, bool]]:
    """The words that stand right in each block and not in one inside it, and whether they
    are mostly links: what leads elsewhere is no text of this page."""
    for block in root.iter(*BLOCKS):
        words = [piece for piece in block.xpath(".//text()") if _ancestor(piece, BLOCKS) is block]
        linked = sum(len(piece) for piece in words if _ancestor(piece, ["a"]) is not None)
        text = "".join(words)
        yield text, 2 * linked > len(text)


def _ancestor(piece: Any, tags: Container[str]) -> HtmlElement | None:
    """The nearest element around a text that has one of *tags*."""
    element = piece.getparent()
    # lxml hangs what follows an element on that element.
    element = element.getparent() if piece.is_tail else element
    while element is not None and element.tag not in tags:
        element = element.getparent()
    return element


def from_pdf(path: Path) -> Extracted:
    from pypdf import PdfReader

    pages = [page.extract_text().splitlines() for page in PdfReader(path).pages]
    return Extracted([line for page in pages for line in page], _body_of(pages))


def _body_of(pages: Sequence[Sequence[str]]) -> list[str]:
    """The lines of *pages* but those that stand above or below several, and page numbers."""
    edges = [{_shape(line) for line in (*page[:EDGE], *page[-EDGE:])} for page in pages]
    seen = Counter(shape for page in edges for shape in page)
    running = {shape for shape, count in seen.items() if count >= RUNNING}
    return [
        line
        for page in pages
        for at, line in enumerate(page)
        if not (_shape(line) in running and (at < EDGE or at >= len(page) - EDGE))
        and not re.fullmatch(r"[\W\d_]{1,8}", line)
    ]


def _shape(line: str) -> str:
    return re.sub(r"\d+", "0", line.strip())


EXTRACTORS: Mapping[str, Callable[[Path], Extracted]] = {
    "docx": from_word,
    "pptx": from_slides,
    "ofd": from_ofd,
    "html": from_web,
    "pdf": from_pdf,
}
