"""A deck as a document, so that it can be outlined and set anew in another theme.

Slides say in headings and points what a document says in sections and text. Titles become
headings, points lists, charts the tables of their data; what the speaker says stays with
the slide that it was said to.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from slidegen.document import Document
from slidegen.messages import Message
from slidegen.notices import Notice, NoticeKind, Report
from slidegen.reading.archive import open_archive
from slidegen.reading.block_lines import BlockLines
from slidegen.reading.opening import Source
from slidegen.reading.powerpoint.composing import Composer
from slidegen.reading.powerpoint.package import ANY, Package, Part
from slidegen.reading.powerpoint.shapes import SlidePage
from slidegen.reading.powerpoint.slides import slide_of

UNNAMED = ("默认节", "默认分区", "无标题节", "default section", "untitled section", "预设章节")
"""What PowerPoint and WPS call a section that nobody named."""


def read_pptx(source: Source, report: Report) -> Document:
    """Raises `MalformedSource`, `EncryptedSource`, `SourceTooLarge` or `SourceTooSlow`."""
    package = Package(open_archive(source))
    main = package.main()
    pages = [(identity, SlidePage(part)) for identity, part in package.slides(main)]
    shown = [(identity, page) for identity, page in pages if not page.is_hidden]
    slides = [slide_of(page) for _, page in shown]
    composer = Composer(BlockLines(source), report)
    composer.compose(slides, _sections(main, [identity for identity, _ in shown]))
    counts: Mapping[Kind, int] = {
        "lost": package.lost,
        "hidden": len(pages) - len(shown),
        "footer": sum(page.furniture for _, page in shown),
        "agenda": composer.agendas,
        "decoration": composer.decorations,
        "object": composer.objects,
    }
    for kind, (notice, en, zh, is_missed) in SAYINGS.items():
        if count := counts[kind]:
            message = Message(en=en.format(count), zh=zh.format(count))
            report(Notice(notice, message, counts=is_missed))
    return composer.lines.document(composer.blocks, "pptx", report)


Kind: TypeAlias = Literal["lost", "hidden", "footer", "agenda", "decoration", "object"]

SAYINGS: Mapping[Kind, tuple[NoticeKind, str, str, bool]] = {
    "lost": (
        "file-cut-short",
        "{} slide(s) are damaged or missing in the file",
        "文件中有 {} 张幻灯片已损坏或缺失",
        True,
    ),
    "hidden": (
        "hidden-text-left-out",
        "{} hidden slide(s) left out",
        "略去 {} 张隐藏幻灯片",
        False,
    ),
    "footer": ("running-heads-left-out", "{} footer(s) left out", "略去 {} 处页脚", False),
    "agenda": (
        "contents-left-out",
        "{} agenda slide(s) left out; the new deck has its own",
        "略去 {} 张目录页，新文稿自有目录",
        False,
    ),
    "decoration": (
        "object-left-out",
        "{} picture(s) on the cover and the last slide left out",
        "略去封面和结束页上的 {} 个图片等对象",
        False,
    ),
    "object": (
        "object-left-out",
        "{} embedded object(s) left out; paste them as pictures to have them shown",
        "略去 {} 个嵌入对象；如需显示，请先粘贴为图片",
        True,
    ),
}
"""What of a deck is not in the document: the kind of notice, its words with `{}` for the count,
and whether somebody will miss it. In the order in which it is said."""


def _sections(main: Part, shown: list[str]) -> Mapping[int, str]:
    """The names of PowerPoint's sections, each by the index of its first slide that is shown."""
    places = {identity: at for at, identity in enumerate(shown)}
    found: dict[int, str] = {}
    for section in main.root.iter(f"{ANY}section"):
        name = str(section.get("name", "")).strip()
        entries = section.findall(f"{ANY}sldIdLst/{ANY}sldId")
        first = next((places[i] for e in entries if (i := str(e.get("id"))) in places), None)
        if first is not None and name and name.lower() not in UNNAMED:
            found.setdefault(first, name)
    return found if len(found) > 1 else {}
