"""A stranger's template adopted as a theme: their layouts, sizes, colours and fonts, our slides.

    opening.py     their file, within limits
    emptying.py    without the deck that was in it
    ordering.py    its placeholders numbered, its looks where they are inherited from
    canvas.py      their layouts as PowerPoint inherits them
    matching.py    which of these serves for what
    building.py    every layout of ours on theirs
    completing.py  what a deck needs besides

What comes out is a `Theme` like any other, with an empty deck for its template. So no stage
behind this one knows that it is not ours, and a new kind of slide needs nothing here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from msgspec import Struct
from msgspec.structs import replace

from slidegen.adopting.building import Builder, Use
from slidegen.adopting.canvas import Canvas, canvases, number
from slidegen.adopting.completing import (
    add_chinese_fonts,
    add_layout,
    add_size,
    complete,
    fonts_of,
)
from slidegen.adopting.emptying import empty
from slidegen.adopting.matching import Matched, match
from slidegen.adopting.opening import Opened, open_stranger, root_of, unusable
from slidegen.adopting.ordering import put_in_order
from slidegen.adopting.palette import Palette
from slidegen.adopting.sizes import LEAST_BODY, LEAST_SMALL, scaled
from slidegen.adopting.slots import Scale, SlotMaker
from slidegen.errors import SourceError
from slidegen.messages import Message
from slidegen.notices import Notice, Report, ignore
from slidegen.options import Aspect
from slidegen.theme import Fonts, Layout, LayoutName, Ornament, Theme
from slidegen.theme_entries import ThemeFile
from slidegen.theme_file import read_theme_file, theme_of
from slidegen.theme_folders import find_theme
from slidegen.units import Length, Rect
from slidegen.writing.markup import qualified
from slidegen.writing.package import Package, Part

MODEL = "gov-red"
"""The theme whose layouts are rebuilt where a template has none of the kind."""
SHORT_SIDE = Length.inches(7.5)
"""Of our own slides, to which our sizes belong."""
WIDE = 1.5
"""Width by height, from which a slide counts as 16:9 and below as 4:3."""


class Adoption(Struct, frozen=True):
    theme: Theme
    uses: tuple[Use, ...]
    """How each of our layouts comes about, in their order."""
    notices: tuple[Notice, ...]


def adopt(path: str | Path, *, report: Report = ignore) -> Theme:
    """The theme that the template at *path* is. What it lacks is reported.

    Raises ThemeError if no deck can be made with it.
    """
    adoption = adopted(path)
    for notice in adoption.notices:
        report(notice)
    return adoption.theme


def adopted(path: str | Path) -> Adoption:
    """The same, with how each kind of slide will be laid out."""
    file = Path(path)
    opened = open_stranger(file)
    try:
        return _adopted(file, opened)
    except SourceError as error:  # A part of it is broken, or too large.
        raise unusable(file, error.message, error.hint) from error


def _adopted(file: Path, opened: Opened) -> Adoption:
    package, presentation = opened.package, opened.presentation
    slides = empty(package, presentation)
    for part in package.parts.values():
        if part.name.endswith((".xml", ".rels")):
            root_of(part)
    add_size(presentation)
    put_in_order(package, presentation)
    masters = _masters(package, presentation)
    if not masters:
        raise unusable(
            file,
            Message(en="it has no slide master", zh="其中没有幻灯片母版"),
            Message(
                en="save it anew in PowerPoint or WPS, and use that",
                zh="请用 PowerPoint 或 WPS 重新保存后再用",
            ),
        )
    themes = [package.parts[name] for m in masters if (name := m.related("theme"))]
    added_fonts = [add_chinese_fonts(theme) for theme in themes]
    slide = _slide(presentation)
    found = canvases(package, presentation, slide)
    if not found:
        add_layout(package, masters[0])
        found = canvases(package, presentation, slide)
    scale = Scale(min(slide.width, slide.height).ratio(SHORT_SIDE))
    matched = match(found, scale.least(LEAST_BODY))
    master = masters[(matched.content or matched.title_only).master]
    name = master.related("theme")
    if name is None:
        raise unusable(
            file,
            Message(en="its master has no theme", zh="其母版没有主题"),
            Message(
                en="save it anew in PowerPoint or WPS, and use that",
                zh="请用 PowerPoint 或 WPS 重新保存后再用",
            ),
        )
    theme, uses = _theme(file, matched, slide, scale, package.parts[name])
    complete(package, presentation, theme, package.parts[name])
    notices = tuple(
        _notices(file, opened, slides, found, theme, uses, has_new_fonts=any(added_fonts))
    )
    return Adoption(replace(theme, template=package.to_bytes()), uses, notices)


def _masters(package: Package, presentation: Part) -> list[Part]:
    key = qualified("r:id")
    ids = [entry.get(key) for entry in root_of(presentation).iter(qualified("p:sldMasterId"))]
    relations = [presentation.relations.get(str(i)) for i in ids]
    return [package.parts[r.target] for r in relations if r and r.target in package.parts]


def _slide(presentation: Part) -> Rect:
    size = root_of(presentation).find(qualified("p:sldSz"))
    # ST_SlideSizeCoordinate: from 1 to 56 inches.
    sides = [min(max(number(size, name), 914_400), 51_206_400) for name in ("cx", "cy")]
    width, height = map(Length, sides)
    return Rect(Length(0), Length(0), width, height)


def _theme(
    file: Path, matched: Matched, slide: Rect, scale: Scale, theme_part: Part
) -> tuple[Theme, tuple[Use, ...]]:
    aspect: Aspect = "16:9" if slide.width.ratio(slide.height) >= WIDE else "4:3"
    folder = find_theme(MODEL)
    entries = read_theme_file(folder)
    model = theme_of(entries, folder, aspect)
    palette = _palette(matched, model)
    builder = Builder(matched, model, _ornaments(entries, aspect), SlotMaker(palette, scale))
    layouts = builder.layouts()
    fonts = fonts_of(root_of(theme_part))
    table = model.table
    chart_sizes = (max(scale.of(size), LEAST_SMALL) for size in model.chart.sizes)
    theme = Theme(
        name=file.name,
        title=Message(en=file.stem, zh=file.stem),
        aspect=aspect,
        width=slide.width,
        height=slide.height,
        safe_area=slide,
        palette=palette.entries,
        fonts=Fonts(*fonts),
        layouts=layouts,
        table=replace(
            table,
            steps=scaled(table.steps, scale.factor),
            margin_x=scale.of(table.margin_x),
            margin_y=scale.of(table.margin_y),
        ),
        chart=replace(model.chart, sizes=tuple(dict.fromkeys(chart_sizes))),
        template=b"",
        scheme=palette.links,
    )
    return theme, tuple(builder.uses)


def _palette(matched: Matched, model: Theme) -> Palette:
    page = matched.content or matched.title_only
    body = matched.body
    area = body.text_area if body and body.text_area else page.slide
    title = page.title_place
    palette = Palette(
        page,
        area,
        title.levels[0].colour if title else None,
        body.levels[0].colour if body else None,
    )
    palette.add(name for name, _ in model.palette)
    return palette


def _ornaments(file: ThemeFile, aspect: Aspect) -> dict[LayoutName, tuple[Ornament, ...]]:
    """What our layouts show that pages of points do not: the line of a timeline, its dots."""
    page, areas = file.layouts["content"], file.geometry[aspect].areas
    return {
        name: tuple(
            Ornament(Rect.of_inches(*areas[o.area]), o.fill, o.shape)
            for group in file.layouts[name].ornaments
            if group not in page.ornaments and file.layouts[name].ground == page.ground
            for o in file.ornaments[group]
            if o.opacity == 100 and o.to is None
        )
        for name in get_args(LayoutName)
    }


def _notices(
    file: Path,
    opened: Opened,
    slides: int,
    found: tuple[Canvas, ...],
    theme: Theme,
    uses: tuple[Use, ...],
    *,
    has_new_fonts: bool,
) -> Iterator[Notice]:
    if slides:
        yield Notice(
            "template-slides",
            Message(
                en=f"the old slides in {file.name} ({slides}) are not in the deck",
                zh=f"模板 {file.name} 中原有的 {slides} 页未带入新的演示文稿",
            ),
        )
    if opened.has_macros:
        yield Notice(
            "template-macros",
            Message(
                en=f"the macros in {file.name} are not in the deck",
                zh=f"模板 {file.name} 中的宏未带入新的演示文稿",
            ),
        )
    built = [use.layout for use in uses if not use.is_theirs]
    if built and (own := _built_in(uses)):
        yield Notice(
            "template-layouts",
            Message(
                en=f"{file.name} has no layout of its own for: {', '.join(built)}; "
                f"these are built in “{own}” (`slidegen themes check` tells more)",
                zh=f"模板 {file.name} 没有以下页面的版式：{'、'.join(built)}；"
                f"这些页面用形状画在版式“{own}”上（详见 slidegen themes check）",
            ),
        )
    if has_new_fonts:
        yield Notice(
            "template-fonts",
            Message(
                en=f"the theme fonts of {file.name} name none for Chinese; "
                f"{theme.fonts.east_asian} is set",
                zh=f"模板 {file.name} 的主题字体没有指定中文字体，已设为{theme.fonts.east_asian}",
            ),
        )
    if faint := _recoloured(theme.layouts):
        yield Notice(
            "template-contrast",
            Message(
                en=f"text of {file.name} that could not be read on its ground is darkened or "
                f"lightened on: {', '.join(faint)}",
                zh=f"模板 {file.name} 以下版式的文字与底色对比不足，"
                f"已调深或调浅：{'、'.join(faint)}",
            ),
        )
    links = Counter(
        relation.target
        for part in opened.package.parts.values()
        for relation in part.relations.values()
        if relation.external and not relation.kind.endswith("/hyperlink")
    )
    if links:
        yield Notice(
            "template-links",
            Message(
                en=f"{file.name} links to {len(links)} files outside, which PowerPoint may fetch "
                f"when the deck is opened: {next(iter(links))}",
                zh=f"模板 {file.name} 链接了 {len(links)} 个外部文件，打开演示文稿时可能会去读取："
                f"{next(iter(links))}",
            ),
        )


def _built_in(uses: tuple[Use, ...]) -> str:
    return next((use.canvas for use in uses if not use.is_theirs and use.canvas), "?")


def _recoloured(layouts: tuple[Layout, ...]) -> list[str]:
    names = (
        layout.title or layout.name
        for layout in layouts
        if any(slot.is_recoloured for slot in layout.slots)
    )
    return list(dict.fromkeys(names))
