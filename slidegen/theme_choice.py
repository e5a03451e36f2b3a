"""The theme that a user asked for: one of ours, or their own template."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from slidegen.messages import Message
from slidegen.notices import Notice, Report, ignore
from slidegen.options import Options
from slidegen.theme import Theme
from slidegen.theme_file import load_theme


def theme_for(
    options: Options, *, asked: Mapping[str, Any] | None = None, report: Report = ignore
) -> Theme:
    """Raises ThemeError. What was *asked* for besides a template, and is the template's to
    decide, is reported."""
    if options.template is None:
        return load_theme(options.theme, options.aspect)
    from slidegen.adopting import adopt

    theme = adopt(options.template, report=report)
    wanted = asked or {}
    if wanted.get("theme") is not None:
        report(
            Notice(
                "template-options",
                Message(
                    en=f"--template {theme.name} takes the place of --theme {options.theme}",
                    zh=f"已指定 --template {theme.name}，--theme {options.theme} 不起作用",
                ),
            )
        )
    if wanted.get("aspect") not in (None, theme.aspect):
        report(
            Notice(
                "template-options",
                Message(
                    en=f"the slides of {theme.name} are not {options.aspect}; "
                    "they keep their own size",
                    zh=f"模板 {theme.name} 的页面不是 {options.aspect}，按模板原有尺寸生成",
                ),
            )
        )
    return theme
