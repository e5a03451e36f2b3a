"""A deck as a document, so that it can be outlined and set anew in another theme.

Slides say in headings and points what a document says in sections and text. Titles become
headings, points lists, charts the tables of their data; what the speaker says stays with
the slide that it was said to.
"""

from __future__ import annotations

from collections.abc import Mapping

from slidegen.document import Document
from slidegen.messages import Message
from slidegen.notices import Notice, Report
from slidegen.reading.archive import open_archive
from slidegen.reading.block_lines import BlockLines
from slidegen.reading.opening import Source
from slidegen.reading.powerpoint.composing import Composer, slide_of
from slidegen.reading.powerpoint.package import ANY, Package, Part
from slidegen.reading.powerpoint.shapes import SlidePage

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
    if package.lost:
        report(
            Notice(
                "file-cut-short",
                Message(
                    en=f"{package.lost} slide(s) are damaged or missing in the file",
                    zh=f"文件中有 {package.lost} 张幻灯片已损坏或缺失",
                ),
                counts=True,
            )
        )
    if hidden := len(pages) - len(shown):
        report(
            Notice(
                "hidden-text-left-out",
                Message(en=f"{hidden} hidden slide(s) left out", zh=f"{hidden} 张隐藏幻灯片未放入"),
            )
        )
    if furniture := sum(page.furniture for _, page in shown):
        report(
            Notice(
                "running-heads-left-out",
                Message(en=f"{furniture} footer(s) left out", zh=f"{furniture} 处页脚未放入"),
            )
        )
    if composer.agendas:
        report(
            Notice(
                "boilerplate-dropped",
                Message(
                    en=f"{composer.agendas} agenda slide(s) left out; the new deck has its own",
                    zh=f"{composer.agendas} 张目录页未放入，新文稿自有目录",
                ),
            )
        )
    if composer.objects:
        report(
            Notice(
                "object-left-out",
                Message(
                    en=f"{composer.objects} embedded object(s) left out",
                    zh=f"{composer.objects} 个嵌入对象未放入",
                ),
                counts=True,
            )
        )
    return composer.lines.document(composer.blocks, "pptx", report)


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
