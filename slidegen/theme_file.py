"""A folder with `theme.toml` and its templates, read into a `Theme`.

One file says how a deck looks, for both aspects; what it says is checked
here, once, so that no later stage has to doubt it: that names lead
somewhere, areas lie on the slide, lines have room for tall fonts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar, get_args

import msgspec

from slidegen.errors import ThemeError
from slidegen.messages import Message
from slidegen.options import Aspect
from slidegen.theme import (
    ChartStyle,
    Fonts,
    Layout,
    LayoutName,
    LevelStyle,
    Panel,
    Slot,
    TableStyle,
    Theme,
    TypeStep,
)
from slidegen.theme_entries import (
    GeometryEntry,
    GroundEntry,
    LayoutEntry,
    LevelEntry,
    OrnamentEntry,
    SchemeSlot,
    SlotEntry,
    StepEntry,
    TextEntry,
    ThemeFile,
)
from slidegen.theme_faults import faults
from slidegen.theme_folders import FILE, as_is, find_theme, tables_of, texts_of, unsound
from slidegen.units import Length, Rect


def load_theme(name: str | Path = "gov-red", aspect: Aspect = "16:9") -> Theme:
    """The theme of that name, or the one in that folder.

    Raises ThemeError if there is none, or if its file is not sound.
    """
    folder = find_theme(name)
    theme = _read_once(folder, aspect, texts_of(folder))
    template = folder / template_name(aspect)
    if not template.is_file():
        raise ThemeError(
            Message(
                en=f"the theme in {folder} has no {template.name}",
                zh=f"主题文件夹 {folder} 中缺少模板 {template.name}",
            ),
            Message(
                en="build the templates with `python themes/build.py FOLDER`",
                zh="请运行 `python themes/build.py 文件夹` 生成模板",
            ),
        )
    return theme


@lru_cache(maxsize=16)
def _read_once(folder: Path, aspect: Aspect, texts: tuple[bytes, ...]) -> Theme:
    """For many decks of one theme; *texts* are its files, since they may have changed."""
    return theme_of(read_theme_file(folder), folder, aspect)


def read_theme_file(folder: Path) -> ThemeFile:
    """What `theme.toml` in *folder* says, and the themes that it builds on.

    Raises ThemeError with the key that is wrong.
    """
    path = folder / FILE
    raw = tables_of(folder)
    for key in ENTRIES:
        _check_entries(path, raw, key)
    file = _converted(path, raw, ThemeFile, "")
    for fault in faults(file):
        raise unsound(path, fault.key, fault.fact)
    return file


ENTRIES: Mapping[str, Any] = {
    "text": TextEntry,
    "grounds": GroundEntry,
    "ornaments": tuple[OrnamentEntry, ...],
    "layouts": LayoutEntry,
    "geometry": GeometryEntry,
}
T = TypeVar("T")


def _check_entries(path: Path, raw: dict[str, Any], key: str) -> None:
    # msgspec says `$.layouts[...]` of a key in a mapping, so each entry is tried by itself first.
    entries = raw.get(key)
    if isinstance(entries, dict):
        for name, entry in entries.items():
            _converted(path, entry, ENTRIES[key], f"{key}.{name}")


def _converted(path: Path, raw: object, kind: type[T], key: str) -> T:
    try:
        return msgspec.convert(raw, kind)
    except msgspec.ValidationError as error:
        fact, _, where = str(error).partition(" - at ")
        inner = re.sub(r"^`\$\.?|`$", "", where)
        raise unsound(path, ".".join(filter(None, (key, inner))), as_is(fact)) from error


def theme_of(file: ThemeFile, folder: Path, aspect: Aspect) -> Theme:
    """*file* as the stages use it, in one aspect."""
    geometry = file.geometry[aspect]
    width, height = geometry.size
    table = file.table
    return Theme(
        name=file.name,
        title=Message(en=file.title.en, zh=file.title.zh),
        aspect=aspect,
        width=Length.inches(width),
        height=Length.inches(height),
        safe_area=Rect.of_inches(*geometry.safe_area),
        palette=tuple(file.palette.items()),
        fonts=Fonts(
            latin=file.fonts.latin,
            east_asian=file.fonts.east_asian,
            heading_latin=file.fonts.heading_latin,
            heading_east_asian=file.fonts.heading_east_asian,
        ),
        layouts=tuple(
            _layout(file, name, file.layouts[name], geometry) for name in get_args(LayoutName)
        ),
        table=TableStyle(
            steps=_steps(table.steps),
            head_fill=table.head_fill,
            head_text=table.head_text,
            band_fill=table.band_fill,
            text=table.text,
            rule=table.rule,
            margin_x=Length.inches(table.margin_x),
            margin_y=Length.inches(table.margin_y),
        ),
        chart=ChartStyle(
            sizes=tuple(map(Length.points, file.chart.sizes)),
            series=file.chart.series,
            lines=file.chart.lines,
            text=file.chart.text,
            grid=file.chart.grid,
        ),
        template=folder / template_name(aspect),
        scheme=tuple((slot, file.scheme[slot]) for slot in get_args(SchemeSlot)),
    )


def template_name(aspect: Aspect) -> str:
    return f"template-{aspect.replace(':', 'x')}.pptx"


def _layout(
    file: ThemeFile, name: LayoutName, entry: LayoutEntry, geometry: GeometryEntry
) -> Layout:
    slots = tuple(_slot(file, key, slot, geometry) for key, slot in entry.slots.items())
    return Layout(name=name, title=entry.title, slots=slots)


def _slot(file: ThemeFile, name: str, entry: SlotEntry, geometry: GeometryEntry) -> Slot:
    area = Rect.of_inches(*geometry.areas[entry.area])
    panel = file.panels[entry.panel] if entry.panel else None
    padding = Length.inches(panel.padding if panel else 0)
    area = area.inset(padding)
    if entry.text is None:
        return Slot(name=name, idx=entry.idx, kind=entry.kind, area=area, outline=entry.outline)
    text = file.text[entry.text]
    return Slot(
        name=name,
        idx=entry.idx,
        kind=entry.kind,
        area=area,
        steps=_steps(text.steps),
        levels=_levels(text.levels),
        anchor=text.anchor,
        align=text.align,
        max_lines=text.max_lines,
        outline=entry.outline,
        insets=(padding, padding, padding, padding),
        panel=Panel(panel.fill, panel.edge) if panel else None,
    )


# A few text styles are those of all slots: each is worked out once.


@lru_cache(maxsize=128)
def _levels(entries: tuple[LevelEntry, ...]) -> tuple[LevelStyle, ...]:
    return tuple(
        LevelStyle(
            indent=Length.inches(level.indent),
            bold=level.bold,
            colour=level.colour,
            bullet=level.bullet,
            hang=Length.inches(level.hang),
            bullet_colour=level.bullet_colour,
        )
        for level in entries
    )


@lru_cache(maxsize=128)
def _steps(entries: tuple[StepEntry, ...]) -> tuple[TypeStep, ...]:
    return tuple(
        TypeStep(
            sizes=tuple(map(Length.points, step.size)),
            pitches=tuple(map(Length.points, step.pitch)),
            gaps=tuple(map(Length.points, step.gap)),
        )
        for step in entries
    )
