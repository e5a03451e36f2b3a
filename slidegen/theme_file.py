"""A folder with `theme.toml` and its templates, read into a `Theme`.

One file says how a deck looks, for both aspects; what it says is checked
here, once, so that no later stage has to doubt it: that names lead
somewhere, areas lie on the slide, lines have room for tall fonts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, TypeAlias, TypeVar, get_args

import msgspec

from slidegen.errors import ThemeError
from slidegen.messages import Message
from slidegen.options import Aspect
from slidegen.theme import (
    Align,
    Anchor,
    Fonts,
    Layout,
    LayoutName,
    LevelStyle,
    Slot,
    SlotKind,
    TableStyle,
    Theme,
    TypeStep,
)
from slidegen.units import Length, Rect

FILE = "theme.toml"
ENTRY_POINTS = "slidegen.themes"
"""Group under which another distribution may name a folder (a path) as a theme."""

FOLDERS = (
    Path(__file__).parent / "_themes",  # in an installed wheel
    Path(__file__).parent.parent / "themes",  # in a checkout
)

LEAST_PITCH = 1.32
"""Of the size: the height of 微软雅黑's own lines, which is the tallest we have to expect."""

COLOURS = ("ink", "paper", "deep", "tint", "accent", "gold", "muted", "rule", "pale", "glow")
"""The palette names that every theme has, since arranging asks for them."""

SLOTS: Mapping[LayoutName, tuple[str, ...]] = {
    "cover": ("title", "subtitle", "occasion", "speaker", "date", "classification", "logo"),
    "agenda": ("title", "body", "left", "right"),
    "divider": ("title", "number"),
    "content": ("title", "kicker", "body", "footer", "slide-number"),
    "two-content": ("title", "kicker", "left", "right", "footer", "slide-number"),
    "cards": (
        *("title", "kicker", "card-1", "card-2", "card-3", "card-4"),
        *("footer", "slide-number"),
    ),
    "table": ("title", "kicker", "table", "footer", "slide-number"),
    "picture": ("title", "kicker", "picture", "caption", "footer", "slide-number"),
    "closing": ("title",),
}
"""The slots that every theme's layouts have; a theme may add its own."""

UNTYPED: tuple[SlotKind, ...] = ("table", "picture")
"""Kinds of slots that hold no text and so name no text style."""

SchemeSlot: TypeAlias = Literal[
    "dk1",
    "lt1",
    "dk2",
    "lt2",
    "accent1",
    "accent2",
    "accent3",
    "accent4",
    "accent5",
    "accent6",
    "hlink",
    "folHlink",
]
Colour: TypeAlias = Annotated[str, msgspec.Meta(pattern="^[0-9A-F]{6}$")]
Percent: TypeAlias = Annotated[float, msgspec.Meta(ge=0, le=100)]
Box: TypeAlias = tuple[float, float, float, float]
"""Left, top, width and height in inches."""


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """A table of the file; a key that we do not know is a mistake in spelling."""


class TitleEntry(_Table, frozen=True):
    en: str
    zh: str


class FontsEntry(_Table, frozen=True):
    latin: str
    east_asian: str
    heading_latin: str
    heading_east_asian: str
    scripts: dict[str, str] = {}


class StepEntry(_Table, frozen=True):
    size: tuple[float, ...]
    pitch: tuple[float, ...]
    gap: tuple[float, ...]


class LevelEntry(_Table, frozen=True):
    colour: str
    indent: float = 0
    hang: float = 0
    """How far the bullet, or the first line, stands to the left of the text."""
    bold: bool = False
    bullet: str = ""
    bullet_colour: str | None = None


class TextEntry(_Table, frozen=True):
    steps: tuple[StepEntry, ...]
    levels: tuple[LevelEntry, ...]
    anchor: Anchor = "top"
    align: Align = "left"
    max_lines: int | None = None


class TableEntry(_Table, frozen=True):
    head_fill: str
    head_text: str
    band_fill: str
    text: str
    rule: str
    margin_x: float
    margin_y: float
    steps: tuple[StepEntry, ...]


class StopEntry(_Table, frozen=True):
    colour: str
    at: Percent = 0


class GroundEntry(_Table, frozen=True):
    stops: tuple[StopEntry, ...]
    """One for a plain ground, more for a gradient."""
    angle: float = 0
    """In degrees, clockwise from left-to-right."""


class OrnamentEntry(_Table, frozen=True):
    name: str
    area: str
    fill: str
    opacity: Percent = 100
    to: str | None = None
    """The colour that a gradient ends in; None for a plain fill."""
    to_opacity: Percent = 100
    angle: float = 0


class SlotEntry(_Table, frozen=True):
    idx: int
    kind: SlotKind
    area: str
    text: str | None = None
    outline: str | None = None
    """The colour of a frame around the slot, which is there only when the slot is used."""


class LayoutEntry(_Table, frozen=True):
    title: str
    ground: str
    slots: dict[str, SlotEntry]
    ornaments: tuple[str, ...] = ()
    type: str | None = None
    """PowerPoint's own name for layouts of this kind; None where it has none."""


class GeometryEntry(_Table, frozen=True):
    size: tuple[float, float]
    safe_area: Box
    areas: dict[str, Box]


class ThemeFile(_Table, frozen=True):
    """`theme.toml` as it stands, whole and sound."""

    name: str
    title: TitleEntry
    palette: dict[str, Colour]
    scheme: dict[SchemeSlot, str]
    fonts: FontsEntry
    text: dict[str, TextEntry]
    table: TableEntry
    grounds: dict[str, GroundEntry]
    ornaments: dict[str, tuple[OrnamentEntry, ...]]
    layouts: dict[LayoutName, LayoutEntry]
    geometry: dict[Aspect, GeometryEntry]


def load_theme(name: str | Path = "gov-red", aspect: Aspect = "16:9") -> Theme:
    """The theme of that name, or the one in that folder.

    Raises ThemeError if there is none, or if its file is not sound.
    """
    folder = find_theme(name)
    theme = theme_of(read_theme_file(folder), folder, aspect)
    if not theme.template.is_file():
        raise ThemeError(
            Message(
                en=f"the theme in {folder} has no {theme.template.name}",
                zh=f"主题文件夹 {folder} 中缺少模板 {theme.template.name}",
            ),
            Message(
                en="build the templates with `python themes/build.py FOLDER`",
                zh="请运行 `python themes/build.py 文件夹` 生成模板",
            ),
        )
    return theme


def theme_names() -> tuple[str, ...]:
    """The shipped themes' names, in alphabetical order."""
    found = {path.parent.name for root in FOLDERS for path in root.glob(f"*/{FILE}")}
    return tuple(sorted(found))


def find_theme(name: str | Path) -> Path:
    """The folder of a shipped theme, of an installed stranger's, or the one that *name* is."""
    for root in FOLDERS:
        if (root / name / FILE).is_file():
            return root / name
    if (Path(name) / FILE).is_file():
        return Path(name)
    if (folder := _stranger(str(name))) is not None:
        return folder
    raise ThemeError(
        Message(en=f"no theme is called {str(name)!r}", zh=f"没有名为“{name}”的主题"),
        Message(
            en=f"choose one of: {', '.join(theme_names())}; or name a folder with a {FILE} in it",
            zh=f"可选主题：{'、'.join(theme_names())}；也可以指定含有 {FILE} 的文件夹",
        ),
    )


def _stranger(name: str) -> Path | None:
    from importlib.metadata import entry_points

    for entry in entry_points(group=ENTRY_POINTS, name=name):
        return Path(entry.load())
    return None


def read_theme_file(folder: Path) -> ThemeFile:
    """What `theme.toml` in *folder* says. Raises ThemeError with the key that is wrong."""
    path = folder / FILE
    try:
        raw = msgspec.toml.decode(path.read_bytes(), type=dict[str, Any])
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _unsound(path, "", f"{error}") from error
    for key in ("text", "grounds", "ornaments", "layouts", "geometry"):
        _check_entries(path, raw, key)
    file = _converted(path, raw, ThemeFile, "")
    if (fault := _fault(file)) is not None:
        raise _unsound(path, *fault)
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
        raise _unsound(path, ".".join(filter(None, (key, inner))), fact) from error


def _unsound(path: Path, key: str, fact: str) -> ThemeError:
    return ThemeError(
        Message(
            en=f"{path}: {key + ': ' if key else ''}{fact}",
            zh=f"{path} 有误{'（' + key + '）' if key else ''}：{fact}",
        ),
        Message(
            en=f"mend {key or 'the file'} there; the shipped themes show how it is written",
            zh=f"请修改该文件中的 {key or '内容'}；写法可参照自带的主题",
        ),
    )


def _fault(file: ThemeFile) -> tuple[str, str] | None:
    """The key and the fact of the first thing that leads nowhere; None in a sound file."""
    for colour in COLOURS:
        if colour not in file.palette:
            return "palette", f"there is no {colour!r}, which every theme has"
    for slot in get_args(SchemeSlot):
        if slot not in file.scheme:
            return "scheme", f"there is no {slot!r}"
    for key, colour in _colours_used(file):
        if colour not in file.palette:
            return key, f"the palette has no colour {colour!r}"
    for key, steps, levels in _ladders(file):
        if (fact := _ladder_fault(steps, levels)) is not None:
            return key, fact
    for name, layout in file.layouts.items():
        if (fact := _layout_fault(file, name, layout)) is not None:
            return f"layouts.{name}", fact
    for name in get_args(LayoutName):
        if name not in file.layouts:
            return "layouts", f"there is no {name!r}, which every theme has"
    return _geometry_fault(file)


def _colours_used(file: ThemeFile) -> list[tuple[str, str]]:
    table = file.table
    used = [(f"scheme.{slot}", colour) for slot, colour in file.scheme.items()]
    used += [
        ("table.head-fill", table.head_fill),
        ("table.head-text", table.head_text),
        ("table.band-fill", table.band_fill),
        ("table.text", table.text),
        ("table.rule", table.rule),
    ]
    for name, text in file.text.items():
        for level in text.levels:
            used.append((f"text.{name}.levels", level.colour))
            used.append((f"text.{name}.levels", level.bullet_colour or level.colour))
    for name, ground in file.grounds.items():
        used += [(f"grounds.{name}.stops", stop.colour) for stop in ground.stops]
    for name, layout in file.layouts.items():
        used += [
            (f"layouts.{name}.slots.{key}", slot.outline)
            for key, slot in layout.slots.items()
            if slot.outline
        ]
    for name, ornaments in file.ornaments.items():
        for ornament in ornaments:
            used.append((f"ornaments.{name}", ornament.fill))
            used.append((f"ornaments.{name}", ornament.to or ornament.fill))
    return used


def _ladders(file: ThemeFile) -> list[tuple[str, tuple[StepEntry, ...], int]]:
    texts = [
        (f"text.{name}.steps", text.steps, len(text.levels)) for name, text in file.text.items()
    ]
    return [*texts, ("table.steps", file.table.steps, 1)]


def _ladder_fault(steps: tuple[StepEntry, ...], levels: int) -> str | None:
    if not steps:
        return "there is no step"
    for step in steps:
        if not len(step.size) == len(step.pitch) == len(step.gap) == levels:
            return f"a step has a size, a pitch and a gap for each level, here {levels}"
        for size, pitch in zip(step.size, step.pitch, strict=True):
            if pitch < size * LEAST_PITCH:
                return f"a pitch of {pitch:g} is less than {LEAST_PITCH} of the size {size:g}"
    return None


def _layout_fault(file: ThemeFile, name: LayoutName, layout: LayoutEntry) -> str | None:
    for slot in SLOTS[name]:
        if slot not in layout.slots:
            return f"there is no slot {slot!r}, which this layout has in every theme"
    if layout.ground not in file.grounds:
        return f"there is no ground {layout.ground!r}"
    for ornament in layout.ornaments:
        if ornament not in file.ornaments:
            return f"there are no ornaments {ornament!r}"
    if len({slot.idx for slot in layout.slots.values()}) < len(layout.slots):
        return "two slots have the same idx"
    for key, entry in layout.slots.items():
        if entry.kind not in UNTYPED and entry.text not in file.text:
            return f"slots.{key}: there is no text style {entry.text!r}"
    return None


def _geometry_fault(file: ThemeFile) -> tuple[str, str] | None:
    for aspect in get_args(Aspect):
        if aspect not in file.geometry:
            return "geometry", f"there is no {aspect!r}"
        geometry = file.geometry[aspect]
        key = f'geometry."{aspect}".areas'
        slots = [slot.area for layout in file.layouts.values() for slot in layout.slots.values()]
        marks = [mark.area for marks in file.ornaments.values() for mark in marks]
        for area in (*slots, *marks):
            if area not in geometry.areas:
                return key, f"there is no area {area!r}"
        slide, safe = _rect((0, 0, *geometry.size)), _rect(geometry.safe_area)
        for area in geometry.areas:
            if not slide.contains(_rect(geometry.areas[area])):
                return f"{key}.{area}", "the area goes beyond the slide"
        for area in slots:
            if not safe.contains(_rect(geometry.areas[area])):
                return f"{key}.{area}", "the area of a slot goes beyond the safe area"
    return None


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
        safe_area=_rect(geometry.safe_area),
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
    area = _rect(geometry.areas[entry.area])
    if entry.text is None:
        return Slot(name=name, idx=entry.idx, kind=entry.kind, area=area)
    text = file.text[entry.text]
    return Slot(
        name=name,
        idx=entry.idx,
        kind=entry.kind,
        area=area,
        steps=_steps(text.steps),
        levels=tuple(
            LevelStyle(
                indent=Length.inches(level.indent),
                bold=level.bold,
                colour=level.colour,
                bullet=level.bullet,
            )
            for level in text.levels
        ),
        anchor=text.anchor,
        align=text.align,
        max_lines=text.max_lines,
    )


def _steps(entries: tuple[StepEntry, ...]) -> tuple[TypeStep, ...]:
    return tuple(
        TypeStep(
            sizes=tuple(map(Length.points, step.size)),
            pitches=tuple(map(Length.points, step.pitch)),
            gaps=tuple(map(Length.points, step.gap)),
        )
        for step in entries
    )


def _rect(box: Box) -> Rect:
    left, top, width, height = map(Length.inches, box)
    return Rect(left, top, width, height)
