"""`slidegen themes check` tells how a template will be used, before a deck is made with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pptx import Presentation

from adopting.templates import AWKWARD
from reading.test_libreoffice import compound

from .calling import Answer

Call = Callable[..., Answer]


def test_each_kind_is_told_with_its_layout(call: Call, tmp_path: Path):
    presentation = Presentation()
    presentation.slides.add_slide(presentation.slide_layouts[0])
    presentation.save(tmp_path / "their.pptx")

    answer = call("themes", "check", str(tmp_path / "their.pptx"))

    assert answer.code == 0
    rows = {line.split("  ")[0].strip(): line for line in answer.out.splitlines()}
    assert rows["cover"].endswith("  Title Slide")
    assert rows["cards-2 to 6"].endswith("built in Title Only")
    assert "the old slides in their.pptx (1) are not in the deck" in answer.out


def test_it_is_told_in_chinese_too(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    Presentation().save(tmp_path / "their.pptx")

    answer = call("themes", "check", str(tmp_path / "their.pptx"))

    assert answer.code == 0
    rows = {line.split("  ")[0].strip(): line for line in answer.out.splitlines()}
    assert rows["封面"].endswith("  Title Slide")
    assert rows["目录"].endswith("  Title and Content")
    assert any("画在版式 Title Only" in row for row in rows.values())
    assert "主题字体没有指定中文字体" in answer.out


@pytest.mark.parametrize(("kind", "said"), [("macros", "macros"), ("strict", "in, points of")])
def test_a_template_of_an_unusual_kind_is_told_like_any_other(
    call: Call, tmp_path: Path, kind: str, said: str
):
    (tmp_path / "their.potm").write_bytes(AWKWARD[kind]())

    answer = call("themes", "check", str(tmp_path / "their.potm"))

    assert answer.code == 0
    assert said in answer.out


OTHERS = {
    "old.ppt": (compound("PowerPoint Document", bytes(5000)), "不是 .pptx 或 .potx 文件"),
    "locked.pptx": (compound("EncryptedPackage", bytes(5000)), "已加密"),
    "words.zip": (b"PK\x05\x06" + bytes(18), "不是 .pptx 或 .potx 文件"),
    "nothing.pptx": (b"", "不是 .pptx 或 .potx 文件"),
}


@pytest.mark.parametrize("name", OTHERS)
def test_another_file_gets_one_sentence_and_a_hint(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
):
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    data, said = OTHERS[name]
    (tmp_path / name).write_bytes(data)

    answer = call("themes", "check", str(tmp_path / name))

    assert answer.code == 1
    assert answer.out == ""
    fault, hint = answer.err.strip().splitlines()
    assert said in fault
    assert hint.startswith("提示：")


def test_a_file_that_is_none_is_refused_with_a_way_out(call: Call, tmp_path: Path):
    (tmp_path / "their.pptx").write_text("words", "utf-8")

    answer = call("themes", "check", str(tmp_path / "their.pptx"))

    assert answer.code == 1
    assert "it is no .pptx or .potx file" in answer.err
    assert "hint:" in answer.err
