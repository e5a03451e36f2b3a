"""What was asked for, by whom: the nearest wins.

The call (or the command line) outweighs the document's own front matter, that
the configuration file, and that what is built in. A person who asks for the
impossible gets an error; a document that does gets a notice, since much front
matter is meant for other programs. Title, speaker and the like are facts, for
outlining to find.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypedDict, get_args
from unicodedata import category

from slidegen.document import Document, Field
from slidegen.errors import OptionError, ThemeError
from slidegen.messages import Message
from slidegen.notices import Notice, Report, ignore
from slidegen.options import AgendaUse, Aspect, Detail, NotesUse, Options, Typography
from slidegen.outline import Language
from slidegen.outline_form import FACTS, is_outline
from slidegen.outlining.stated import in_metadata
from slidegen.theme_folders import find_theme, theme_names


class Asked(TypedDict, total=False):
    """The fields of `Options`, none of them needed; None means: not asked for."""

    theme: str | Path | None
    template: str | Path | None
    detail: Detail | None
    max_slides: int | None
    title: str | None
    subtitle: str | None
    speaker: str | None
    organisation: str | None
    date: str | None
    footer: str | None
    classification: str | None
    logo: str | Path | None
    agenda: AgendaUse | None
    dividers: bool | None
    closing: bool | None
    notes: NotesUse | None
    aspect: Aspect | None
    typography: Typography | None
    language: Language | None


CHOICES: Mapping[str, tuple[str, ...]] = {
    "detail": get_args(Detail),
    "agenda": get_args(AgendaUse),
    "notes": get_args(NotesUse),
    "aspect": get_args(Aspect),
    "typography": get_args(Typography),
    "language": get_args(Language),
}
LANGUAGES: Mapping[str, Language] = {
    "zh": "zh-CN",
    "zh-hans": "zh-CN",
    "zh-hant": "zh-TW",
    "en": "en-US",
    **{language.lower(): language for language in get_args(Language)},
}
"""What front matter calls them; `_` is as good as `-`."""
SWITCHES: Mapping[str, bool] = {
    **dict.fromkeys(("true", "yes", "on", "是"), True),
    **dict.fromkeys(("false", "no", "off", "否"), False),
}


def options_for(
    document: Document,
    asked: Asked,
    *,
    configured: Asked | None = None,
    folder: Path | None = None,
    report: Report = ignore,
) -> Options:
    """The options in force. Raises OptionError if a value *asked* for is not possible, or one
    *configured*, which stands behind what the document says of itself."""
    usual: Asked = configured or {}
    if is_outline(document):
        asked = _with_given_points(document, asked, report)
        usual = {**usual, "detail": None}
    stated = _stated(document, folder or _folder_of(document), asked, report)
    in_force: dict[str, Any] = {}
    for layer in (_without_facts_of(document, _settled(usual)), stated, _settled(asked)):
        if "theme" in layer and "template" not in layer:
            in_force.pop("template", None)  # The nearer of the two wins.
        in_force.update(layer)
    return replace(Options(), **in_force)


def _settled(asked: Asked) -> dict[str, Any]:
    """What is not None of *asked*, as `Options` has it. Raises OptionError."""
    wanted = {name: value for name, value in asked.items() if value is not None}
    for name, value in wanted.items():
        check_value(name, value)
    return {
        name: SETTLED[name](value) if name in SETTLED else value for name, value in wanted.items()
    }


def _without_facts_of(document: Document, configured: dict[str, Any]) -> dict[str, Any]:
    """*configured* without what the document's metadata says, which outlining will find."""
    facts = in_metadata(document.fields)
    return {name: value for name, value in configured.items() if not getattr(facts, name, None)}


def wishes_of(document: Document) -> tuple[Field, ...]:
    """What the front matter asks for besides language and how much is chosen, for an outline to
    carry on."""
    found = {entry.name: entry for entry in reversed(document.fields) if entry.name in UNDERSTOOD}
    return tuple(found[name] for name in UNDERSTOOD if name in found and name not in CHOOSING)


def _with_given_points(document: Document, asked: Asked, report: Report) -> Asked:
    """*asked* of an outline: its points are chosen already, so how much is no question."""
    detail = asked.get("detail")
    if detail is not None and detail != _stated(document, None, {}, ignore).get("detail"):
        report(
            Notice(
                "points-given",
                Message(
                    en=f"the points of an outline are given; --detail {detail} changes nothing "
                    "(give it to `slidegen outline`)",
                    zh=f"大纲文件中的要点已经选定，--detail {detail} 不起作用"
                    "（请在生成大纲时用 slidegen outline 指定）",
                ),
            )
        )
    return {**asked, "detail": None}


def _in_one_line(words: object) -> str:
    """Without what no slide can show: a terminal lets control characters and stray bytes in."""
    shown = (" " if category(sign) in ("Cc", "Cs", "Zl", "Zp") else sign for sign in str(words))
    return "".join(shown).strip()


SETTLED: Mapping[str, Callable[[Any], Any]] = {
    **dict.fromkeys(
        (
            *("title", "subtitle", "speaker", "organisation"),
            *("date", "footer", "classification"),
        ),
        _in_one_line,
    ),
    "logo": Path,
    "template": Path,
    "theme": str,
}
"""How a caller's values become those of `Options`."""


def check_value(name: str, value: object) -> None:
    """Raises OptionError if *name* cannot be *value*."""
    if name in CHOICES and value not in CHOICES[name]:
        choices = CHOICES[name]
        raise OptionError(
            Message(en=f"{name} cannot be {value!r}", zh=f"{name} 不能是“{value}”"),
            Message(en=f"choose one of: {', '.join(choices)}", zh=f"可选：{'、'.join(choices)}"),
        )
    if name == "max_slides" and not (type(value) is int and value >= 1):
        raise OptionError(
            Message(en=f"{name} cannot be {value!r}", zh=f"{name} 不能是“{value}”"),
            Message(en="give a number from 1 on", zh="请给出不小于 1 的整数"),
        )


def _folder_of(document: Document) -> Path | None:
    return Path(document.path).parent if document.path else None


def _stated(
    document: Document, folder: Path | None, asked: Asked, report: Report
) -> dict[str, Any]:
    """What the front matter asks for and the caller does not."""
    found: dict[str, Any] = {}
    for entry in document.fields:
        name = OTHER_NAMES.get(entry.name, entry.name)
        understand = UNDERSTOOD.get(name)
        if not understand or name in found or asked.get(name) is not None:
            continue
        if name in FACTS and is_outline(document):
            continue  # The cover's facts, which the outline knows.
        value = understand(name, entry.value.text.strip(), folder)
        if value is None:
            report(_not_understood(name, entry))
        else:
            found[name] = value
    return found


Understanding = Callable[[str, str, Path | None], Any]
"""From an option's name, its value in front matter and the document's folder to the
value in `Options`; None if it makes no sense."""


def _choice(name: str, value: str, folder: Path | None) -> str | None:
    return value if value in CHOICES[name] else None


def _language(name: str, value: str, folder: Path | None) -> Language | None:
    return LANGUAGES.get(value.lower().replace("_", "-"))


def _count(name: str, value: str, folder: Path | None) -> int | None:
    return int(value) if re.fullmatch(r"0*[1-9][0-9]{0,5}", value) else None


def _switch(name: str, value: str, folder: Path | None) -> bool | None:
    return SWITCHES.get(value.lower())


def _words(name: str, value: str, folder: Path | None) -> str | None:
    # A switch here is meant for another program (`footer: true`).
    return None if value.lower() in SWITCHES else value


def _theme(name: str, value: str, folder: Path | None) -> str | None:
    """A name only: a document may not choose folders on the reader's machine."""
    if Path(value).name != value or "\\" in value:
        return None
    try:
        find_theme(value)
    except ThemeError:
        return None
    return value


def _file(name: str, value: str, folder: Path | None) -> Path | None:
    """A file inside the document's own folder."""
    if folder is None:
        return None
    path = (folder / value).resolve()
    return path if path.is_relative_to(folder.resolve()) and path.is_file() else None


OTHER_NAMES: Mapping[str, str] = {"lang": "language", "max-slides": "max_slides"}
"""What options are called in front matter beside their names in `Options`."""
CHOOSING = ("detail", "max_slides", "max-slides")
"""How much of a text is chosen; in an outline it is chosen already."""

UNDERSTOOD: Mapping[str, Understanding] = {
    "theme": _theme,
    "detail": _choice,
    "max_slides": _count,
    "footer": _words,
    "classification": _words,
    "template": _file,
    "logo": _file,
    "agenda": _choice,
    "dividers": _switch,
    "closing": _switch,
    "notes": _choice,
    "aspect": _choice,
    "typography": _choice,
    "language": _language,
}


def _not_understood(name: str, entry: Field) -> Notice:
    choices: tuple[str, ...] = CHOICES.get(name, ())
    if name == "theme":
        choices = theme_names()
    shown = entry.value.text if len(entry.value) <= 40 else entry.value.text[:40] + "…"
    return Notice(
        "front-matter-ignored",
        Message(
            en=f"{entry.name} in the front matter cannot be '{shown}'; it is left out"
            + (f" (possible: {', '.join(choices)})" if choices else ""),
            zh=f"文档头部的 {entry.name} 不能是“{shown}”，未采用"
            + (f"（可选：{'、'.join(choices)}）" if choices else ""),
        ),
        line=entry.value.line or None,
    )
