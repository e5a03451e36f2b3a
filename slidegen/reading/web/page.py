"""A page's bytes to a document: decoded, parsed, laid out, its text found and read.

What remains behind is the site: navigation, neighbours, advertisements. A page that is
nothing but a document keeps all it shows.
"""

from __future__ import annotations

from msgspec.structs import replace

from slidegen.document import Document, Field
from slidegen.errors import EmptySource
from slidegen.messages import Message
from slidegen.notices import Notice, Report
from slidegen.reading.block_lines import BlockLines
from slidegen.reading.limits import MEGABYTE, check_size
from slidegen.reading.opening import Source
from slidegen.reading.web.blocks import Blocks
from slidegen.reading.web.boxes import Box
from slidegen.reading.web.decoding import page_text
from slidegen.reading.web.head import HEADINGS, Head, head_of
from slidegen.reading.web.laying_out import laid_out
from slidegen.reading.web.main_text import (
    MainText,
    main_text,
    words_of_main_text,
)
from slidegen.reading.web.mhtml import is_web_archive, open_web_archive
from slidegen.reading.web.notes import notes_of
from slidegen.reading.web.parsing import parse_page
from slidegen.reading.web.pictures import Pictures
from slidegen.reading.web.stated import Stated, stated
from slidegen.reading.web.tables import check_tables
from slidegen.reading.web.words import Words

LARGEST_PAGE = 24 * MEGABYTE
"""In bytes of mark-up. A page that a browser saved as one file carries its pictures, styles
and scripts along, up to 20 MB; its words are bounded by `LARGEST_TEXT`."""


def read_html(source: Source, report: Report) -> Document:
    """Raises `SourceTooLarge`, `MalformedSource`, and `EmptySource` for a page whose words
    are fetched by a script."""
    archive = open_web_archive(source) if is_web_archive(source.data) else None
    data = archive.page if archive else source.data
    check_size(len(data), LARGEST_PAGE)
    decoded = page_text(data, archive.charset if archive else None, report)
    parsed = parse_page(decoded.text)
    root = parsed.root
    body = root.find("body")
    if body is None:
        raise _without_body(root.find("frameset") is not None)
    layout = laid_out(body, source)
    if not layout.root.letters and not _has_pictures(layout.root):
        raise _without_words(root.find(".//script") is not None)
    check_tables(layout.root)
    said = stated(root)
    text = main_text(layout.root, words_of_main_text(root))
    # A site's own name is the first heading of many pages, and no part of the document.
    text = text.without(
        box for box in layout.root.boxes() if box.tag == "h1" and said.is_site(box.text)
    )
    head = head_of(layout.root, text, said)
    lines = BlockLines(source)
    pictures = Pictures(source, parsed, archive)
    blocks = Blocks(
        lines,
        Words(text, notes_of(layout.root, layout.places, text)),
        head,
        pictures,
        _shift(text, head),
        _is_typed(text),
    ).all()
    fields = _fields(said, head, lines)
    pictures.report(report)
    _report_hidden(text, report)
    document = lines.document(blocks, "html", report, fields=fields)
    return replace(document, encoding=decoded.encoding)


def _shift(text: MainText, head: Head) -> int:
    """What has to be added to the levels of the headings below the title."""
    if head.title is None:
        return 0
    levels = [
        HEADINGS.index(box.tag) + 1
        for child in text.chosen
        if isinstance(child, Box)
        for box in child.boxes()
        if box.tag in HEADINGS and box is not head.title and box.letters
    ]
    return 2 - min(levels) if levels else 0


def _is_typed(text: MainText) -> bool:
    boxes = [b for child in text.chosen if isinstance(child, Box) for b in child.boxes()]
    typed = sum(box.letters for box in boxes if box.tag == "pre")
    return 2 * typed > sum(child.letters for child in text.chosen)


def _fields(said: Stated, head: Head, lines: BlockLines) -> tuple[Field, ...]:
    """What the page states and does not show."""
    if head.title is None and said.titles:
        return (Field("title", lines.plain(said.titles[0])),)
    return ()


def _has_pictures(root: Box) -> bool:
    return any(True for _ in root.flows())


def _report_hidden(text: MainText, report: Report) -> None:
    hidden = sum(child.hidden for child in text.chosen if isinstance(child, Box))
    if hidden:
        report(
            Notice(
                "hidden-text-left-out",
                Message(
                    en=f"{hidden} character(s) that the page does not show were left out",
                    zh=f"网页中不显示的 {hidden} 个字符已略去",
                ),
            )
        )


def _without_body(is_frameset: bool) -> EmptySource:
    if is_frameset:
        return EmptySource(
            Message(
                en="the page only holds frames, and their pages are files of their own",
                zh="该网页只是框架，内容在其他文件里",
            ),
            Message(
                en="open the frame with the text on its own, save that, and convert it",
                zh="请在浏览器里单独打开正文所在的框架并保存，再转换那个文件",
            ),
        )
    return _without_words(False)


def _without_words(has_script: bool) -> EmptySource:
    if has_script:
        return EmptySource(
            Message(
                en="the page holds no text: a script would fetch it",
                zh="网页文件里没有正文，正文要靠脚本联网加载",
            ),
            Message(
                en="open it in a browser, save it as a complete page (or copy its text into a "
                "file), and convert that",
                zh="请用浏览器打开，另存为“网页，全部”（或把正文复制到文本文件）后再转换",
            ),
        )
    return EmptySource(
        Message(en="the page holds no text", zh="网页里没有文字"),
        Message(
            en="check that it was saved completely, and give one with text in it",
            zh="请确认网页已完整保存且有文字内容",
        ),
    )
