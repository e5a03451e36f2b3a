"""What is fuzzed: each entrance by which a stranger's bytes come in, and sound bytes for each.

A target takes bytes and may do two things: come to an end, or raise a `SlidegenError` that has
a hint in both languages. An archive's target takes one of its parts, behind a line with the
part's name, and packs it with the others: so what is mutated is XML, not deflate.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from documents.odt_writer import fodt  # noqa: E402
from documents.original import BRIDGES, TREES  # noqa: E402
from documents.saving import SAVED  # noqa: E402
from hostile.sound import of_every_format, parts_of, zipped  # noqa: E402
from slidegen.adopting import adopt  # noqa: E402
from slidegen.asking import options_for  # noqa: E402
from slidegen.configuration import load_configuration  # noqa: E402
from slidegen.outline import Outline  # noqa: E402
from slidegen.outlining import make_outline  # noqa: E402
from slidegen.pipeline import convert, stages  # noqa: E402
from slidegen.planning import condensed, plan  # noqa: E402
from slidegen.reading import FORMATS, our_reader, read  # noqa: E402
from slidegen.reading.opening import open_source  # noqa: E402
from slidegen.reading.pdf import read_here  # noqa: E402
from slidegen.theme_file import read_theme_file, theme_of  # noqa: E402
from slidegen.writing.outline_markdown import outline_as_markdown  # noqa: E402

for _format in FORMATS:
    our_reader(_format)  # imported now, or atheris would not see its lines


class Target(NamedTuple):
    run: Callable[[bytes], object]
    seeds: Callable[[], Sequence[bytes]]
    keeps_first_line: bool = False
    """Whether the first line names a part of an archive, and must stay."""


LARGEST_SEED = 32_768
"""Bytes of a part; a template's styles of 400,000 are slow and reach nothing new."""


@cache
def _parts(suffix: str) -> Mapping[str, bytes]:
    return parts_of(of_every_format()[suffix])


def packed(suffix: str, data: bytes) -> bytes:
    """The sound archive, with the part that *data* names in its first line replaced."""
    name, _, part = data.partition(b"\n")
    return zipped({**_parts(suffix), name.decode("ascii", "replace"): part})


def _part_seeds(suffix: str) -> Iterator[bytes]:
    """A part of each kind: of twenty layouts, the first."""
    kinds = set[str]()
    for name, part in _parts(suffix).items():
        kind = re.sub(r"\d+", "", name)
        if name.endswith((".xml", ".rels")) and len(part) <= LARGEST_SEED and kind not in kinds:
            kinds.add(kind)
            yield name.encode() + b"\n" + part


def _reading(format: str) -> Target:
    return Target(lambda data: read(data, format=format), lambda: _saved(format))


def _reading_archive(suffix: str) -> Target:
    return Target(
        lambda data: read(packed(suffix, data), format=suffix),
        lambda: list(_part_seeds(suffix)),
        keeps_first_line=True,
    )


def _saved(format: str) -> Sequence[bytes]:
    suffix = {"text": "txt", "markdown": "md"}.get(format, format)
    return [
        write(original)
        for original in (TREES, BRIDGES)
        for kind, write in SAVED.values()
        if kind == suffix
    ]


def _read_pdf(data: bytes) -> object:
    """In this process, or nothing would be seen of what the reader's lines do."""
    return read_here(open_source(data, None, None), lambda notice: None)


def _outline(data: bytes) -> object:
    return make_outline(read(data, format="text"))


def _outline_form(data: bytes) -> object:
    """As `slidegen outline --format md` writes it, and then as it is read back."""
    document = read(data, format="markdown")
    outline = make_outline(document)
    written = outline_as_markdown(condensed(outline, "standard"), "standard")
    return plan(make_outline(read(written.encode(), format="markdown")))


def _outlined(markdown: str) -> Outline:
    return make_outline(read(markdown.encode(), format="markdown"))


def _outline_seeds() -> Sequence[bytes]:
    return [
        outline_as_markdown(
            condensed(
                make_outline(read(original.markdown.encode(), format="markdown")), "standard"
            ),
            "standard",
        ).encode()
        for original in (TREES, BRIDGES)
    ]


@cache
def _folder() -> Path:
    folder = Path(mkdtemp(prefix="slidegen-fuzzing-"))
    for template in (ROOT / "themes" / "gov-red").glob("*.pptx"):
        (folder / template.name).write_bytes(template.read_bytes())
    return folder


def _theme(data: bytes) -> object:
    (_folder() / "theme.toml").write_bytes(data)
    return theme_of(read_theme_file(_folder()), _folder(), "16:9")


def _theme_seeds() -> Sequence[bytes]:
    return [path.read_bytes() for path in sorted((ROOT / "themes").glob("*/theme.toml"))]


def _template(data: bytes) -> object:
    path = _folder() / "stranger.pptx"
    path.write_bytes(packed("pptx", data))
    return adopt(path)


def _configuration(data: bytes) -> object:
    path = _folder() / "slidegen.toml"
    path.write_bytes(data)
    return load_configuration(path).asked_for("speeches/one.txt")


CONFIGURATION = """
theme = "gov-red"
detail = "full"
max-slides = 30
language = "zh-CN"
footer = "内部资料"
notes = "full"

[[folder]]
path = "speeches/**"
aspect = "4:3"
agenda = "once"
"""
FRONT_MATTER = """---
title: 关于公园建设情况的汇报
speaker: 张三
date: 2024-05-06
theme: gov-red
aspect: 16:9
max_slides: 20
detail: full
language: zh
logo: none.png
footer: [甲, 乙]
---

# 第一项工作

全年新建公园十处。
"""


def _front_matter(data: bytes) -> object:
    return options_for(read(data, format="markdown"), {})


MHTML = b"""MIME-Version: 1.0
Content-Type: multipart/related; boundary="part"; type="text/html"

--part
Content-Type: text/html; charset="utf-8"
Content-Transfer-Encoding: 8bit
Content-Location: http://example.org/notice.html

%s
--part
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: http://example.org/picture.png

iVBORw0KGgo=
--part--
"""
FLAT = (
    '<text:h text:outline-level="1">一、总体要求</text:h><text:p>坚持稳中求进。</text:p>'
    "<text:list><text:list-item><text:p>其一</text:p><text:list><text:list-item>"
    "<text:p>其二</text:p></text:list-item></text:list></text:list-item></text:list>"
    '<table:table><table:table-row><table:table-cell table:number-columns-spanned="2">'
    "<text:p>项目</text:p></table:table-cell></table:table-row></table:table>"
)
MARKS = """# 标题

> > 引文

1. 甲
   - 乙
     - 丙[^1]

| 项目 | 数量 |
|---|---:|
| 公园 | 12 |

**粗** _斜_ `码` [链接](http://example.org) ![图](a.png) <b>html</b> $x^2$

[^1]: 注

```python
print()
```
"""

TARGETS: Mapping[str, Target] = {
    "text": _reading("text"),
    "markdown": Target(
        lambda data: read(data, format="markdown"),
        lambda: [*_saved("markdown"), MARKS.encode(), FRONT_MATTER.encode()],
    ),
    "html": _reading("html"),
    "mhtml": Target(
        lambda data: read(data, name="page.mhtml"),
        lambda: [MHTML % page for page in _saved("html")],
    ),
    "rtf": _reading("rtf"),
    "docx": _reading_archive("docx"),
    "odt": _reading_archive("odt"),
    "fodt": Target(lambda data: read(data, format="odt"), lambda: [_bytes(fodt(FLAT))]),
    "ofd": _reading_archive("ofd"),
    "pptx": _reading_archive("pptx"),
    "pdf": Target(_read_pdf, lambda: _saved("pdf")),
    "outliner": Target(_outline, lambda: _saved("text")),
    "pipeline": Target(lambda data: convert(data, format="text"), lambda: _saved("text")),
    "stages": Target(lambda data: stages(data, format="markdown"), lambda: _saved("markdown")),
    "outline-form": Target(_outline_form, _outline_seeds),
    "front-matter": Target(_front_matter, lambda: [FRONT_MATTER.encode()]),
    "configuration": Target(_configuration, lambda: [CONFIGURATION.encode()]),
    "theme": Target(_theme, _theme_seeds),
    "template": Target(_template, lambda: list(_part_seeds("pptx")), keeps_first_line=True),
}
"""By name, as `make fuzz TARGETS=` takes them."""


def _bytes(text: str | bytes) -> bytes:
    return text.encode() if isinstance(text, str) else text
