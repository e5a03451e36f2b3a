"""A configuration file beneath the command line: for one document, for many, in every command."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from .calling import SPEECH, Answer

Call = Callable[..., Answer]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "speeches").mkdir()
    for name in ("a.txt", "speeches/b.txt"):
        (tmp_path / name).write_text(SPEECH, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def configure(folder: Path, text: str) -> None:
    (folder / "slidegen.toml").write_text(text, encoding="utf-8")


def options_of(report: str) -> dict:
    return json.loads(Path(report).read_text(encoding="utf-8"))["options"]


def test_convert_does_as_configured(call: Call, here: Path) -> None:
    configure(here, 'closing = false\nfooter = "内部资料"\nreport = "out.json"\nquiet = true')
    answer = call("convert", "a.txt", "--footer", "公开")

    assert (answer.code, answer.out) == (0, "")
    assert options_of("out.json")["closing"] is False
    assert options_of("out.json")["footer"] == "公开"


def test_the_command_line_takes_back_what_is_configured(call: Call, here: Path) -> None:
    configure(here, "force = false\nstrict = true\nquiet = true")
    Path("a.pptx").write_text("")

    assert "there already" in call("a.txt").err
    assert "a.pptx: 8 slides" in call("a.txt", "--force", "--no-strict", "--verbose").out


def test_batch_does_as_configured_by_folder(call: Call, here: Path) -> None:
    configure(
        here,
        'report = "r.json"\njobs = 1\nexclude = ["*.md"]\n'
        '[[folder]]\npath = "speeches/**"\ndetail = "full"',
    )
    Path("left-out.md").write_text("# 标题", encoding="utf-8")
    answer = call("batch", ".", "-o", "decks")

    assert answer.code == 0, answer.err
    rows = json.loads(Path("r.json").read_text(encoding="utf-8"))["documents"]
    assert {row["source"]["path"]: row["options"]["detail"] for row in rows} == {
        "a.txt": "standard",
        "speeches/b.txt": "full",
    }


def test_a_changed_configuration_is_a_change(call: Call, here: Path) -> None:
    again = ("batch", "a.txt", "speeches", "-o", "decks", "--changed-only", "--jobs", "1")
    call(*again)
    assert "2 unchanged" in call(*again).out

    configure(here, '[[folder]]\npath = "speeches"\nagenda = "none"')
    assert "1 made, 1 unchanged" in call(*again).out


def test_what_is_configured_is_tried_before_any_deck(call: Call, here: Path) -> None:
    (here / "broken.pptx").write_bytes(b"not a deck")
    configure(here, '[[folder]]\npath = "speeches/**"\ntemplate = "broken.pptx"')
    answer = call("batch", "a.txt", "speeches", "-o", "decks")

    assert answer.code == 1
    assert "broken.pptx" in answer.err
    assert not list(here.glob("decks/**/*.pptx"))


def test_outline_and_inspect_understand_a_document_as_convert_does(call: Call, here: Path) -> None:
    configure(here, 'lang = "en-GB"\ndetail = "outline"\nagenda = "none"')

    assert "detail: outline" in call("outline", "a.txt", "--format", "md").out
    assert "agenda" not in call("inspect", "a.txt", "--stage", "deck").out


def test_another_file_may_be_named(call: Call, here: Path) -> None:
    configure(here, "nonsense")
    Path("other.toml").write_text('theme = "gov-plain"')

    assert call("a.txt", "--config", "other.toml", "--report", "r.json").code == 0
    assert json.loads(Path("r.json").read_text(encoding="utf-8"))["theme"] == "gov-plain"


def test_a_fault_in_it_stops_before_anything_is_made(call: Call, here: Path) -> None:
    configure(here, 'them = "gov-blue"')

    for command in (("a.txt",), ("batch", "a.txt", "-o", "decks")):
        answer = call(*command)
        assert answer.code == 1
        assert "no option is called 'them'\nhint: did you mean theme?" in answer.err
    assert not list(here.glob("**/*.pptx"))


def test_a_file_that_came_with_a_document_is_none_of_the_users(call: Call, here: Path) -> None:
    configure(here / "speeches", 'notes = "none"\nreport = "r.json"')

    assert call("speeches/b.txt", "--report", "mine.json").code == 0
    assert options_of("mine.json")["notes"] == "full"
    assert not (here / "speeches" / "r.json").exists()
