"""The readable dumps name places and lose no kind of block or slide."""

from __future__ import annotations

from slidegen.outlining import make_outline
from slidegen.pipeline import stages
from slidegen.reading import read
from slidegen.writing.text import as_text, headings_as_text

REPORT = """\
---
date: 2025年3月
---
# 某区图书馆年度报告

> 供内部参考。

## 一、基本情况

全年接待**读者**12万人次[^1]。

1. 办证 3000 张
   - [x] 已核对

| 项目 | 数量 |
| --- | --- |
| 图书 | 8万册 |

---

```
代码
```

[^1]: 据统计。
"""


def test_a_document_shows_every_block_with_its_place() -> None:
    dump = as_text(read(REPORT.encode()))

    for line in (
        "field date: [2:6-13] 2025年3月",
        "heading 1 (markdown) [4:2-11] 某区图书馆年度报告",
        "  paragraph [6:2-8] 供内部参考。",
        "  1.",
        "footnote 1",
        "rule",
        "  [22:0-2] 代码",
    ):
        assert line in dump.splitlines()
    # The marks around bold words and the footnote's sign are no words.
    assert "[10:0-4 10:6-8 10:10-15 10:19-20] 全年接待读者12万人次。" in dump
    assert "table, 1 header rows" in dump
    assert "    [17:2-4] 图书" in dump


def test_an_outline_shows_why_a_heading_is_one() -> None:
    dump = as_text(make_outline(read(REPORT.encode())))

    assert "section 1 (markdown) 一、 [8:5-9] 基本情况" in dump


def test_headings_at_a_glance() -> None:
    seen = headings_as_text(make_outline(read(REPORT.encode())))

    assert "title: 某区图书馆年度报告" in seen.splitlines()
    assert "一、基本情况" in seen.splitlines()


def test_a_deck_tells_labels_from_the_sources_words() -> None:
    made = stages(REPORT.encode(), title="新标题")
    dump = as_text(made.deck)

    assert "  title: <新标题>" in dump.splitlines()
    assert "[8:5-9] 基本情况" in dump


def test_scenes_show_where_everything_stands() -> None:
    dump = as_text(stages(REPORT.encode()).scenes)

    assert "1. cover on layout cover, section 0: 某区图书馆年度报告" in dump.splitlines()
    assert "  | 图书 | 8万册 | " in dump
