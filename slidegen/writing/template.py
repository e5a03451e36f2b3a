"""A theme's PowerPoint template, opened: an empty deck whose layouts are known by name.

Templates may be edited in PowerPoint, so what is missing in one is an error
that says so, and slides that were left in it are taken out.
"""

from __future__ import annotations

import zipfile
from functools import lru_cache
from pathlib import Path

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from slidegen.errors import ThemeError
from slidegen.messages import Message
from slidegen.theme import Theme
from slidegen.writing.markup import parsed, qualified, serialised
from slidegen.writing.package import Package, Part


class Template(Struct, frozen=True):
    package: Package
    presentation: Part
    layouts: dict[str, str]
    """Names of parts by the layouts' names."""
    notes_master: str
    """Name of its part."""
    table_style: str | None
    """GUID of the style that new tables have; None if there is none."""


def open_template(theme: Theme) -> Template:
    """Raises ThemeError if a deck cannot be made with it."""
    path = theme.template if isinstance(theme.template, Path) else Path(theme.name)
    try:
        template = _read(theme.template)
    except (OSError, zipfile.BadZipFile, KeyError, etree.XMLSyntaxError) as error:
        raise _unsound(
            path, f"it is no PowerPoint file ({error})", "不是 PowerPoint 文件"
        ) from error
    for layout in theme.layouts:
        if layout.part is None and layout.title not in template.layouts:
            raise _unsound(
                path,
                f"it has no layout called {layout.title!r}",
                f"缺少名为“{layout.title}”的版式",
            )
    if not template.notes_master:
        raise _unsound(path, "it has no notes master", "缺少备注母版")
    return template


def _unsound(path: Path, en: str, zh: str) -> ThemeError:
    return ThemeError(
        Message(en=f"the template {path} cannot be used: {en}", zh=f"模板 {path} 无法使用：{zh}"),
        Message(
            en="build the templates anew with `python themes/build.py`",
            zh="请运行 `python themes/build.py` 重新生成模板",
        ),
    )


def _read(file: Path | bytes) -> Template:
    opened = _opened(file if isinstance(file, bytes) else file.read_bytes())
    package = opened.package.copy()
    presentation = package.parts[opened.presentation.name]
    return replace(opened, package=package, presentation=presentation)


@lru_cache(maxsize=4)
def _opened(data: bytes) -> Template:
    """As it is in the file, for each deck to copy: many decks are of one template."""
    package = Package.read(data)
    presentation = package.parts[package.root.related("officeDocument") or ""]
    master = package.parts[presentation.related("slideMaster") or ""]
    layouts = [
        relation.target
        for relation in master.relations.values()
        if relation.kind.endswith("/slideLayout")
    ]
    styles = presentation.related("tableStyles")
    _take_out_slides(package, presentation)
    return Template(
        package=package,
        presentation=presentation,
        layouts={_layout_name(package.parts[name]): name for name in layouts},
        notes_master=presentation.related("notesMaster") or "",
        table_style=parsed(package.parts[styles].data).get("def") if styles else None,
    )


def _layout_name(part: Part) -> str:
    common = parsed(part.data).find(qualified("p:cSld"))
    return "" if common is None else common.get("name", "")


def _take_out_slides(package: Package, presentation: Part) -> None:
    slides = [
        (key, relation.target)
        for key, relation in presentation.relations.items()
        if relation.kind.endswith("/slide")
    ]
    for key, name in slides:
        presentation.unrelate(key)
        notes = package.parts.pop(name).related("notesSlide")
        if notes:
            del package.parts[notes]
    root = parsed(presentation.data)
    # Sections, in the extensions, name slides too.
    for tag in ("p:sldIdLst", "p:extLst") if slides else ():
        if (listed := root.find(qualified(tag))) is not None:
            root.remove(listed)
    presentation.data = serialised(root)
