"""A theme of one's own from one colour: the rest is derived so that all text can be read.

The folder holds a short `theme.toml` that builds on another theme, and the templates, ready for
`--theme FOLDER`; both may be edited afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import get_args

from slidegen.adopting.colours import READABLE, contrast, faintest, luminance, mixed, readable
from slidegen.errors import OutputError, ThemeError
from slidegen.messages import Message
from slidegen.options import Aspect
from slidegen.theme_file import read_theme_file, template_name, theme_of
from slidegen.theme_folders import FILE, find_theme, theme_names
from slidegen.writing.files import no_folder, write_together
from slidegen.writing.templating import build_template

BLACK, WHITE = "000000", "FFFFFF"
LIGHT = 0.4
"""Relative luminance from which a colour stands on dark grounds."""


def palette_from(accent: str, base: Mapping[str, str]) -> dict[str, str]:
    """The colours that *accent* changes in the palette of *base*, as RRGGBB.

    Raises ThemeError if words in that colour could not be read on the theme's pages.
    """
    paper, tint = base["paper"], mixed(accent, WHITE, 0.94)
    if contrast(accent, paper) < READABLE or contrast(accent, tint) < READABLE:
        nearest = readable(accent, (paper, tint))
        raise ThemeError(
            Message(
                en=f"#{accent} is too light: words on the page would have a contrast of "
                f"{contrast(accent, tint):.1f}, less than {READABLE}",
                zh=f"#{accent} 太浅：页面文字的对比度只有 {contrast(accent, tint):.1f}，"
                f"低于 {READABLE}",
            ),
            Message(
                en=f"take a darker one; the nearest that can be read is {nearest}",
                zh=f"请换用较深的颜色；与之最接近且清晰可读的是 {nearest}",
            ),
        )
    if luminance(base["pale"]) < LIGHT:  # a theme for print, whose pages are all white
        return {"accent": accent, "glow": accent, "series-4": faintest(accent, paper)}
    deep = mixed(accent, BLACK, 0.45)
    return {
        "accent": accent,
        "deep": deep,
        "tint": tint,
        "gold": mixed(accent, WHITE, 0.5),
        "rule": mixed(accent, WHITE, 0.8),
        "pale": readable(mixed(accent, WHITE, 0.9), (accent, deep)),
        "glow": readable(mixed(accent, WHITE, 0.75), (accent, deep), 3.0),
        "series-2": faintest(accent, paper),
        "series-4": faintest(deep, paper),
        "series-6": faintest(base["muted"], paper),
    }


def make_theme(
    folder: Path, *, base: str, accent: str, font: str | None, east_asian: str | None
) -> Path:
    """The folder of the new theme, named for *folder*. Raises ThemeError or OutputError."""
    colour = accent.lstrip("#").upper()
    if not re.fullmatch("[0-9A-F]{6}", colour):
        raise ThemeError(
            Message(en=f"'{accent}' is no colour", zh=f"“{accent}”不是颜色值"),
            Message(
                en="give six hexadecimal digits, such as 1F4E9C",
                zh="请给出六位十六进制数，例如 1F4E9C",
            ),
        )
    if folder.name in theme_names() or (folder / FILE).exists():
        raise OutputError(
            Message(en=f"there is a theme '{folder}' already", zh=f"已有名为“{folder}”的主题"),
            Message(en="choose another name", zh="请另取一个名称"),
        )
    under = read_theme_file(find_theme(base))
    palette = palette_from(colour, under.palette)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise no_folder(folder.parent) from error
    path = folder / FILE
    write_together({path: _toml(folder.name, base, palette, font, east_asian).encode()})
    file = read_theme_file(folder)
    write_together(
        {
            folder / template_name(aspect): build_template(file, theme_of(file, folder, aspect))
            for aspect in get_args(Aspect)
        }
    )
    return folder


def _toml(
    name: str,
    base: str,
    palette: Mapping[str, str],
    font: str | None,
    east_asian: str | None,
) -> str:
    quoted = _quoted(name)
    lines = [
        f"# After a change: python themes/build.py {name}",
        f"base = {_quoted(base)}",
        f"name = {quoted}",
        f"title = {{ en = {quoted}, zh = {quoted} }}",
        "",
        "[palette]",
        *(f'{key} = "{value}"' for key, value in palette.items()),
    ]
    fonts = (
        *((key, font) for key in ("latin", "heading-latin")),
        *((key, east_asian) for key in ("east-asian", "heading-east-asian")),
    )
    chosen = [f"{key} = {_quoted(value)}" for key, value in fonts if value]
    return "\n".join([*lines, *(["", "[fonts]", *chosen] if chosen else []), ""])


def _quoted(text: str) -> str:
    return '"' + re.sub(r'(["\\])', r"\\\1", re.sub(r"[\x00-\x1f\x7f]", " ", text)) + '"'
