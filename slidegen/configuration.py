"""The user's own configuration: `slidegen.toml`, or `[tool.slidegen]` in pyproject.toml.

It has the options of the command line by the same names, for all documents or by
folder, and stands behind the command line and a document's front matter. It is looked
for where the command runs and above, never beside a document: a document may be a
stranger's, and a stranger's file could come with it.

    theme = "gov-blue"
    organisation = "市水务局"

    [[folder]]
    path = "speeches/**"
    detail = "full"
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from threading import TIMEOUT_MAX as LONGEST
from typing import Any, cast

from msgspec import Struct, field

from slidegen.asking import CHOICES, LANGUAGES, Asked, check_value
from slidegen.errors import OptionError, ThemeError, reason_of
from slidegen.messages import Message
from slidegen.theme_folders import FILE as THEME_FILE
from slidegen.theme_folders import find_theme, theme_names
from slidegen.wildcards import matches

FILE, PROJECT = "slidegen.toml", "pyproject.toml"
"""In this order, where both are in one folder."""
TOP_OF_PROJECT = ".git"
"""What lies in the topmost folder that is looked at."""
FOLDER, PATTERN = "folder", "path"
FORMAT = "from"
AUTO = "auto"


class FolderWishes(Struct, frozen=True):
    """What is asked for the documents of some folders."""

    patterns: tuple[str, ...]
    wishes: Mapping[str, Any]


class Configuration(Struct, frozen=True):
    """What one file says; nothing, where there is none."""

    file: Path | None = None
    wishes: Mapping[str, Any] = field(default_factory=dict)
    """The fields of `Asked`, and `from`, for every document."""
    run: Mapping[str, Any] = field(default_factory=dict)
    """What is asked of the whole run: `strict`, `report`, `jobs`, ..., by these names."""
    folders: tuple[FolderWishes, ...] = ()
    """Of several that a document fits, a later one outweighs those before it."""

    def asked_for(self, document: str | None) -> Asked:
        """What is asked for *document*, a path or a URL; None is a document without either."""
        return _without_format(self._wishes_for(document))

    def all_asked(self) -> Iterator[Asked]:
        """What is asked outside all folders, and in each of them; to be tried beforehand."""
        for near in ({}, *(folder.wishes for folder in self.folders)):
            yield _without_format(_nearer(near, self.wishes))

    def format_of(self, document: str | None) -> str | None:
        return self._wishes_for(document).get(FORMAT)

    def _wishes_for(self, document: str | None) -> dict[str, Any]:
        wishes = dict(self.wishes)
        for folder in self.folders:
            if document is not None and any(self._is_in(document, one) for one in folder.patterns):
                wishes = _nearer(folder.wishes, wishes)
        return wishes

    def _is_in(self, document: str, pattern: str) -> bool:
        if "://" in document:
            return "://" in pattern and matches(document, pattern)
        assert self.file
        top = self.file.parent
        # As it is named, and where it really lies, for those who come by another link.
        for path, above in ((os.path.abspath, top), (os.path.realpath, top.resolve())):
            here = Path(path(document))
            if here.is_relative_to(above):
                return matches(here.relative_to(above).as_posix(), pattern)
        return False


def _nearer(near: Mapping[str, Any], far: Mapping[str, Any]) -> dict[str, Any]:
    """Both, the nearer outweighing the farther; a theme is also in place of a template."""
    kept = {name: value for name, value in far.items() if name != "template" or "theme" not in near}
    return {**kept, **near}


def _without_format(wishes: Mapping[str, Any]) -> Asked:
    return cast(Asked, {name: value for name, value in wishes.items() if name != FORMAT})


def find_configuration(here: Path | None = None) -> Configuration:
    """The configuration in the folder *here* (None: where the command runs), or the nearest one
    above it, up to the top of the project. Raises OptionError if it is not sound."""
    for folder in _folders_from(here or _here()):
        for name, belongs in ((FILE, _whole), (PROJECT, _tool_table)):
            if (folder / name).is_file() and (tables := belongs(folder / name)) is not None:
                return _configuration(folder / name, tables)
    return Configuration()


def _here() -> Path:
    try:
        return Path.cwd()
    except OSError:  # deleted meanwhile
        return Path()


def load_configuration(file: Path) -> Configuration:
    """What *file* says, whatever it is called. Raises OptionError."""
    tables = _tool_table(file) if file.name == PROJECT else _whole(file)
    return _configuration(Path(os.path.abspath(file)), tables or {})  # noqa: PTH100 - links stay


def _folders_from(here: Path) -> Iterator[Path]:
    yield here
    for folder in here.parents:
        if (here / TOP_OF_PROJECT).exists() or _is_everyones(folder):
            return
        yield folder
        here = folder


def _is_everyones(folder: Path) -> bool:
    """Whether anyone may put a file there, as into /tmp."""
    try:
        return os.name == "posix" and bool(folder.stat().st_mode & stat.S_IWOTH)
    except OSError:
        return True


def _whole(file: Path) -> dict[str, Any] | None:
    return _tables(file, _bytes_of(file))


def _tool_table(file: Path) -> dict[str, Any] | None:
    data = _bytes_of(file)
    if b"slidegen" not in data:
        return None  # Most are other programs', and whether they are sound is not for us to say.
    table = _tables(file, data).get("tool", {}).get("slidegen")
    return table if isinstance(table, dict) else None


def _bytes_of(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        reason = reason_of(error)
        raise OptionError(
            Message(en=f"{file} cannot be read: {reason.en}", zh=f"无法读取 {file}：{reason.zh}"),
            Message(en="check the path and its permissions", zh="请检查路径和读取权限"),
        ) from None


def _tables(file: Path, data: bytes) -> dict[str, Any]:
    import tomllib

    try:
        # Editors on Windows put a mark before the text.
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise OptionError(
            Message(en=f"{file} is not in UTF-8", zh=f"{file} 不是 UTF-8 编码"),
            Message(en="save it in UTF-8", zh="请另存为 UTF-8 编码"),
        ) from None
    except tomllib.TOMLDecodeError as error:
        raise OptionError(
            Message(en=f"{file} is not TOML: {error}", zh=f"{file} 不符合 TOML 格式：{error}"),
            Message(
                en='write each option as name = "value", text in quotes',
                zh='每个选项写成 名称 = "值"，文字要加引号',
            ),
        ) from None


def _configuration(file: Path, tables: Mapping[str, Any]) -> Configuration:
    entries = tables.get(FOLDER, [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise _wrong(
            file,
            FOLDER,
            Message(en="has to be written [[folder]]", zh="应写成 [[folder]]"),
            Message(en='such as [[folder]] path = "speeches/**"', zh="两层方括号，每个文件夹一段"),
        )
    mine = {name: value for name, value in tables.items() if name != FOLDER}
    values = dict(_values(file, mine, {**WISHES, **RUN}, ""))
    return Configuration(
        file=file,
        wishes={name: value for name, value in values.items() if name not in RUN_NAMES},
        run={name: value for name, value in values.items() if name in RUN_NAMES},
        folders=tuple(_folder(file, entry, n) for n, entry in enumerate(entries, 1)),
    )


def _folder(file: Path, entry: dict[str, Any], number: int) -> FolderWishes:
    where = f"[[{FOLDER}]] {number}: "
    patterns = entry.get(PATTERN)
    if isinstance(patterns, str):
        patterns = [patterns]
    if not patterns or not all(isinstance(one, str) for one in patterns):
        raise _wrong(
            file,
            where + PATTERN,
            Message(en="is needed, a text or several", zh="必须给出，写一个或多个模式"),
            Message(en='such as path = "speeches/**"', zh='例如 path = "讲话/**"'),
        )
    wishes = {name: value for name, value in entry.items() if name != PATTERN}
    return FolderWishes(tuple(patterns), dict(_values(file, wishes, WISHES, where)))


Reading = Callable[[Path, str, object], Any]
"""From the file's folder, an option's name and its value there to the value as it is used;
raises OptionError, or ValueError with what it has to be."""


class _HasToBe(ValueError):
    def __init__(self, what: Message) -> None:
        super().__init__(what.en)
        self.what = what


def _values(
    file: Path, table: Mapping[str, object], known: Mapping[str, Reading], where: str
) -> Iterator[tuple[str, Any]]:
    for key, value in table.items():
        name = FIELDS.get(key, key.replace("-", "_"))
        if name not in known:
            raise _unknown(file, key, known, where)
        try:
            read = known[name](file.parent, name, value)
        except _HasToBe as error:
            raise _wrong(
                file,
                where + key,
                Message(en=f"has to be {error.what.en}", zh=f"须为{error.what.zh}"),
                Message(en=f"it is {value!r} now", zh=f"现在是 {value!r}"),
            ) from None
        except OptionError as error:
            raise OptionError(
                Message(en=f"{file}: {where}{error.message}", zh=f"{file}：{error.message.zh}"),
                error.hint,
            ) from None
        if read is not None:
            yield name, read


def _text(folder: Path, name: str, value: object) -> str:
    if isinstance(value, str):
        return value
    if hasattr(value, "isoformat"):  # TOML has dates of its own.
        return str(value)
    raise _HasToBe(Message(en="text in quotes", zh="加引号的文字"))


def _choice(folder: Path, name: str, value: object) -> object:
    check_value(name, value)
    return value


def _language(folder: Path, name: str, value: object) -> object:
    if value == AUTO:
        return None
    return _choice(folder, name, LANGUAGES.get(str(value).lower(), value))


def _switch(folder: Path, name: str, value: object) -> bool:
    if isinstance(value, bool):
        return value
    raise _HasToBe(Message(en="true or false", zh=" true 或 false"))


def _number(folder: Path, name: str, value: object) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 < value < LONGEST:
        return value
    raise _HasToBe(Message(en="a number above 0", zh="大于 0 的数"))


def _processes(folder: Path, name: str, value: object) -> str:
    if value == AUTO or (type(value) is int and value > 0):
        return str(value)
    raise _HasToBe(Message(en='a number from 1 on, or "auto"', zh='不小于 1 的整数或 "auto"'))


def _texts(folder: Path, name: str, value: object) -> tuple[str, ...]:
    several = [value] if isinstance(value, str) else value
    if isinstance(several, list) and all(isinstance(one, str) for one in several):
        return tuple(several)
    raise _HasToBe(Message(en='a list of texts: ["*.docx"]', zh='文字列表：["*.docx"]'))


def _theme(folder: Path, name: str, value: object) -> str:
    """A theme's name; or a folder, seen from that of the file."""
    theme = _text(folder, name, value)
    if theme not in theme_names() and (folder / theme / THEME_FILE).is_file():
        return str(folder / theme)
    try:
        find_theme(theme)
    except ThemeError as error:
        raise OptionError(error.message, error.hint) from None
    return theme


def _file(folder: Path, name: str, value: object) -> Path:
    path = folder / _text(folder, name, value)
    if path.is_file():
        return path
    raise OptionError(
        Message(en=f"{name}: there is no file '{path}'", zh=f"{name}：没有文件“{path}”"),
        Message(
            en="paths in a configuration file count from its own folder",
            zh="配置文件中的路径以该文件所在文件夹为起点",
        ),
    )


def _place(folder: Path, name: str, value: object) -> str:
    """Where something is to be written; not there yet, perhaps."""
    place = _text(folder, name, value)
    return place if "://" in place else str(folder / place)


FIELDS: Mapping[str, str] = {"lang": "language"}
"""Options that are called otherwise in `Asked`."""

WISHES: Mapping[str, Reading] = {
    "theme": _theme,
    "template": _file,
    **dict.fromkeys(CHOICES, _choice),
    "language": _language,
    "max_slides": _choice,
    **dict.fromkeys(("title", "subtitle", "speaker", "organisation", "date"), _text),
    **dict.fromkeys(("footer", "classification"), _text),
    "logo": _file,
    **dict.fromkeys(("dividers", "closing"), _switch),
    FORMAT: _text,
}
"""What may be asked for each document."""

RUN: Mapping[str, Reading] = {
    **dict.fromkeys(("strict", "force", "quiet", "verbose"), _switch),
    **dict.fromkeys(("changed_only", "fail_fast"), _switch),
    **dict.fromkeys(("report", "junit", "summary"), _place),
    **dict.fromkeys(("include", "exclude"), _texts),
    "jobs": _processes,
    "timeout": _number,
    "scheduler": _text,
}
"""What may be asked of a run as a whole; `convert` leaves out what only `batch` knows."""
RUN_NAMES = frozenset(RUN)
CONTRARIES: Mapping[str, str] = {"clobber": "force"}
"""What `--no-…` of the command line is the contrary of, where it has another name."""


def _spelt(name: str) -> str:
    """As it is called on the command line."""
    return "lang" if name == "language" else name.replace("_", "-")


def _unknown(file: Path, key: str, known: Iterable[str], where: str) -> OptionError:
    names = [_spelt(name) for name in known]
    if where and key.replace("-", "_") in RUN_NAMES:
        return _wrong(
            file,
            where + key,
            Message(en="is for the whole run", zh="只对整次运行有效"),
            Message(
                en=f"put it above the first [[{FOLDER}]]", zh=f"请写在第一个 [[{FOLDER}]] 之前"
            ),
        )
    plain = key.lower().replace("_", "-").removeprefix("no-")
    near = get_close_matches(plain, names, n=1)
    if key.startswith(("no-", "no_")) and CONTRARIES.get(plain, plain) in names:
        near = [f"{CONTRARIES.get(plain, plain)} = false"]
    return OptionError(
        Message(
            en=f"{file}: {where}no option is called '{key}'",
            zh=f"{file}：{where}没有名为“{key}”的选项",
        ),
        Message(en=f"did you mean {near[0]}?", zh=f"是不是想写 {near[0]}？")
        if near
        else Message(en=f"there are {', '.join(names)}", zh=f"可用的有：{'、'.join(names)}"),
    )


def _wrong(file: Path, key: str, fact: Message, hint: Message) -> OptionError:
    return OptionError(
        Message(en=f"{file}: {key} {fact.en}", zh=f"{file}：{key} {fact.zh.strip()}"), hint
    )
