"""`slidegen themes check` tells how a template will be used, before a deck is made with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pptx import Presentation

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


def test_a_file_that_is_none_is_refused_with_a_way_out(call: Call, tmp_path: Path):
    (tmp_path / "their.pptx").write_text("words", "utf-8")

    answer = call("themes", "check", str(tmp_path / "their.pptx"))

    assert answer.code == 1
    assert "it is no .pptx or .potx file" in answer.err
    assert "hint:" in answer.err
