"""`slidegen batch`: what may be asked, what is said, and the exit codes."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from slidegen.cli import batch_progress
from slidegen.cli.stopping import told_to_stop

from .calling import SPEECH, Answer

Call = Callable[..., Answer]


@pytest.fixture
def docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "docs" / "2026").mkdir(parents=True)
    for name in ("a.txt", "2026/b.txt"):
        (tmp_path / "docs" / name).write_text(SPEECH, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "docs"


def test_the_tree_is_mirrored_and_each_deck_told(call: Call, docs: Path) -> None:
    answer = call("batch", "docs", "-o", "decks", "--jobs", "1")

    assert answer.code == 0
    assert answer.err == ""
    lines = answer.out.splitlines()
    assert lines[0].startswith("decks/a.pptx: ")
    assert lines[1].startswith("decks/2026/b.pptx: ")
    assert lines[2].startswith("decks: 2 made in ")
    assert Path("decks/2026/b.pptx").is_file()


def test_a_failure_is_told_and_the_others_are_made(call: Call, docs: Path) -> None:
    (docs / "empty.txt").write_text("")
    answer = call("batch", "docs", "-o", "decks")

    assert answer.code == 1
    assert answer.err.startswith("error: docs/empty.txt: the document holds no text\nhint: ")
    assert "2 made, 1 failed" in answer.out


def test_quiet_says_nothing_but_errors(call: Call, docs: Path) -> None:
    assert call("batch", "docs", "-o", "decks", "-q") == Answer(0, "", "")


def test_it_speaks_chinese(call: Call, docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    (docs / "empty.txt").write_text("")
    answer = call("batch", "docs", "-o", "decks")

    assert "错误：docs/empty.txt：文档里没有文字" in answer.err
    assert "decks：生成2份，失败1份，用时" in answer.out


def test_what_has_not_changed_is_said_to_whoever_asks(call: Call, docs: Path) -> None:
    call("batch", "docs", "-o", "decks")
    answer = call("batch", "docs", "-o", "decks", "--changed-only", "--verbose")

    assert "decks/a.pptx: unchanged" in answer.out
    assert "0 made, 2 unchanged" in answer.out


def test_names_come_from_standard_input(
    call: Call, docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Standard:
        buffer = io.BytesIO(b"docs/a.txt\n\ndocs/2026/*.txt\n")

    monkeypatch.setattr(sys, "stdin", Standard())

    assert call("batch", "-", "-o", "decks").code == 0
    assert Path("decks/docs/a.pptx").is_file()
    assert Path("decks/docs/2026/b.pptx").is_file()


def test_names_may_be_parted_by_nul(
    call: Call, docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (docs / "two\nlines.txt").write_text(SPEECH, encoding="utf-8")

    class Standard:
        buffer = io.BytesIO(b"docs/a.txt\0docs/two\nlines.txt\0")

    monkeypatch.setattr(sys, "stdin", Standard())

    assert call("batch", "-", "-o", "decks").code == 0
    assert Path("decks/docs/two\nlines.pptx").is_file()


def test_reports_of_all_kinds(call: Call, docs: Path) -> None:
    (docs / "empty.txt").write_text("")
    reports = ("--report", "decks/r.json", "--junit", "j.xml", "--summary", "s.md")
    call("batch", "docs", "-o", "decks", *reports)

    report = json.loads(Path("decks/r.json").read_text(encoding="utf-8"))
    assert [row["state"] for row in report["documents"]] == ["made", "failed", "made"]
    assert "slides" not in report["documents"][0]
    assert report["documents"][0]["coverage"]["lost"] == 0
    assert ElementTree.parse("j.xml").getroot().get("tests") == "3"
    assert Path("s.md").read_text(encoding="utf-8").startswith("## slidegen: 2 made, 1 failed")


def test_under_github_failures_stand_beside_their_documents(
    call: Call, docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (docs / "empty.txt").write_text("")
    Path("page.md").write_text("# From a step before\n")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "page.md")
    answer = call("batch", "docs", "-o", "decks", "--summary", "page.md")

    assert "::error file=docs/empty.txt,title=slidegen::the document holds no text" in answer.out
    assert (
        Path("page.md").read_text(encoding="utf-8").startswith("# From a step before\n## slidegen")
    )


def test_strict_tells_what_is_missing(call: Call, docs: Path) -> None:
    (docs / "c.md").write_text(f"![x](gone.png)\n\n{SPEECH}", encoding="utf-8")

    assert call("batch", "docs", "-o", "decks").code == 0
    strict = call("batch", "docs", "-o", "decks", "--strict")
    again = call("batch", "docs", "-o", "decks", "--strict", "--changed-only")

    assert strict.code == again.code == 3
    assert "notice: docs/c.md: " in strict.out


def test_no_clobber_refuses_each_deck_that_is_there(call: Call, docs: Path) -> None:
    call("batch", "docs/a.txt", "-o", "decks")
    answer = call("batch", "docs", "-o", "decks/docs", "--no-clobber")

    assert answer.code == 1
    assert "'decks/docs/a.pptx' is there already" in answer.err
    assert "1 made, 1 failed" in answer.out


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device")
def test_a_report_that_cannot_be_written_at_the_end_costs_no_other(call: Call, docs: Path) -> None:
    reports = ("--report", "/dev/full", "--junit", "j.xml", "--summary", "s.md")
    answer = call("batch", "docs", "-o", "decks", *reports)

    assert answer.code == 1
    assert answer.err.startswith("error: '/dev/full' cannot be written: no space is left")
    assert answer.err.count("error: ") == 1
    assert Path("j.xml").stat().st_size
    assert Path("s.md").stat().st_size
    assert "2 made" in answer.out


@pytest.mark.parametrize(
    "reports",
    [
        ("--report", "docs/2026/../a.txt"),
        ("--junit", "decks/a.pptx"),
        ("--report", "r", "--summary", "./r"),
    ],
)
def test_no_report_is_written_over_anything(
    call: Call, docs: Path, reports: tuple[str, ...]
) -> None:
    answer = call("batch", "docs", "-o", "decks", *reports)

    assert answer.code == 1
    assert f"'{reports[-1].removeprefix('./')}' is a document, a deck or another" in answer.err
    assert (docs / "a.txt").read_text(encoding="utf-8") == SPEECH
    assert not list(Path("decks").rglob("*.pptx"))


def test_fail_fast_begins_nothing_more(call: Call, docs: Path) -> None:
    for number in range(8):
        (docs / f"0{number}.txt").write_text("" if number == 0 else SPEECH, encoding="utf-8")
    answer = call("batch", "docs", "-o", "decks", "--fail-fast", "--jobs", "1")

    assert answer.code == 1
    decks = len(list(Path("decks").rglob("*.pptx")))
    assert decks < 5
    assert f"stopped early: {9 - decks} left" in answer.out


def test_a_deck_of_another_name_is_told(call: Call, docs: Path) -> None:
    (docs / "a.md").write_text(SPEECH, encoding="utf-8")
    answer = call("batch", "docs", "-o", "decks")

    assert "notice: docs/a.txt: the deck is called a.txt.pptx" in answer.out
    assert Path("decks/a.md.pptx").is_file()


@pytest.mark.parametrize(
    ("arguments", "code", "fact"),
    [
        (("docs",), 2, "--output is missing"),
        (("-o", "decks"), 2, "PATH... is missing"),
        (("docs", "-o", "decks", "--jobs", "0"), 2, "--jobs cannot be '0'"),
        (("docs", "-o", "decks", "--jobs", "many"), 2, "--jobs cannot be 'many'"),
        (("docs", "-o", "decks", "--timeout", "soon"), 2, "--timeout cannot be 'soon'"),
        (("docs", "-o", "decks", "--timeout", "0"), 2, "--timeout takes a number from 0.1 on"),
        (("docs", "-o", "decks", "--timeout", "nan"), 2, "--timeout cannot be 'nan'"),
        (("docs", "-o", "decks", "--timeout", "inf"), 2, "--timeout cannot be 'inf'"),
        (("gone", "-o", "decks"), 1, "there is no file or folder 'gone'"),
        (("docs", "-o", "decks", "--theme", "gov-rde"), 1, "no theme is called 'gov-rde'"),
        (("docs", "-o", "decks", "--template", "gone.pptx"), 1, "gone.pptx"),
        (("docs", "-o", "decks", "--logo", "gone.png"), 1, "the logo cannot be read"),
        (("docs", "-o", "docs/a.txt"), 1, "there is a file of that name"),
        (("docs", "-o", "docs/a.txt/decks"), 1, "a file stands where a folder has to be"),
        (("docs", "-o", "decks", "--report", "s9://a/r.json"), 1, "s9://"),
        (("empty", "-o", "decks"), 1, "no document"),
    ],
)
def test_what_cannot_be_is_said_once(
    call: Call, docs: Path, arguments: tuple[str, ...], code: int, fact: str
) -> None:
    Path("empty").mkdir()
    answer = call("batch", *arguments)

    assert answer.code == code
    assert fact in answer.err
    assert answer.err.count("error: ") == answer.err.count("hint: ") == 1


def test_a_person_at_a_terminal_sees_a_bar(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "100")
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    from slidegen.batching.job import Job, Outcome

    with batch_progress.telling(3, quiet=False, verbose=False) as tell:
        tell(Outcome(Job("a.txt", "a.txt", "a.pptx"), "made", 0.1))

    assert "1/3" in screen.getvalue()


def test_a_second_signal_is_not_held_up() -> None:
    import os
    import signal

    with told_to_stop() as stopping:
        assert not stopping()
        os.kill(os.getpid(), signal.SIGINT)

        assert stopping()
        with pytest.raises(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGINT)
            for _ in range(1000):
                pass
