"""What the name of a paragraph style says that it is for.

Word translates the names of its styles, WPS has its own, and templates of Chinese offices
add more; .rtf keeps the names of the .docx that it was made from.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from slidegen.patterns import compiled
from slidegen.reading.flowing.pieces import Role

_NAMES: Sequence[tuple[Role, str]] = (
    (
        "title",
        "title|titel|titre|título|titolo|tytuł|название|表題|제목|"
        "(?:公文|文章|文件|文档|主|大|总)?(?:标题|標題)",
    ),
    (
        "body",
        "subtitle|untertitel|sous-titre|subtítulo|sottotitolo|副(?:标题|標題)|"
        "normal|body text|正文",
    ),
    (
        "caption",
        "(?:image |table |figure )?caption|beschriftung|légende|"
        "题注|題注|[图表圖]题|[图表圖](?:片|格)?(?:标题|名称?)|图注|表注",
    ),
    ("code", r"source code|html preformatted|plain code|code(?: block)?|(?:源)?代码"),
    (
        "quote",
        "(?:intense )?quote|block ?text|block ?quote|zitat|citation|(?:明显)?引用|引文",
    ),
    (
        "contents",
        r"toc ?\d|toc heading|table of figures|table of authorities|"
        r"verzeichnis ?\d|目录 ?\d?|目錄 ?\d?|目次 ?\d?",
    ),
)
"""Names of styles in lower case, in Word's languages and as Chinese offices call them."""
NAMES = tuple((role, compiled(f"(?:{names})$")) for role, names in _NAMES)

LEVELS: Sequence[re.Pattern[str]] = (
    compiled(
        r"(?:heading|überschrift|titre|título|titolo|kop|rubrik|overskrift|otsikko|nagłówek|"
        r"nadpis|заголовок|見出し|제목|标题|標題) ?([1-9])$"
    ),
    compiled(r".{0,6}?(?:标题|標題) ?([一二三四五六七八九])$"),
    compiled(r".{0,6}?([1-9一二三四五六七八九])级(?:标题|標題)$"),
)
"""Names of headings' styles, with the level."""
DIGITS = "一二三四五六七八九"


def role_named(name: str) -> Role | None:
    """The role of styles called *name*, which is in lower case; None for headings and others."""
    return next((role for role, names in NAMES if names.match(name)), None)


def level_named(name: str) -> int | None:
    """The level, from 1, of a heading's style called *name*; None if it is none."""
    for names in LEVELS:
        if found := names.match(name):
            return DIGITS.find(found[1]) + 1 or int(found[1])
    return None
