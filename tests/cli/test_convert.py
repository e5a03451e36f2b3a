"""`slidegen convert`: where the deck goes, and what is said of it."""

from __future__ import annotations

import json
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from slidegen.errors import OutputError
from slidegen.writing import files

from .calling import SPEECH, Answer

Call = Callable[..., Answer]


def test_the_deck_is_put_beside_the_document(call: Call, speech: Path) -> None:
    answer = call(speech)

    assert answer.code == 0
    assert len(Presentation(str(speech.with_suffix(".pptx"))).slides) > 4
    assert answer.out.startswith(f"{speech.with_suffix('.pptx')}: ")
    assert answer.err == ""


def test_a_name_or_a_folder_may_be_given(call: Call, speech: Path, tmp_path: Path) -> None:
    (tmp_path / "decks").mkdir()
    call(speech, "-o", tmp_path / "decks")
    call("convert", speech, "-o", tmp_path / "mine.pptx")

    assert (tmp_path / "decks" / "speech.pptx").is_file()
    assert (tmp_path / "mine.pptx").is_file()


def test_an_earlier_deck_is_replaced(call: Call, speech: Path) -> None:
    deck = speech.with_suffix(".pptx")
    deck.write_bytes(b"old")

    assert call(speech).code == 0
    assert deck.read_bytes().startswith(b"PK")


def test_an_earlier_deck_is_kept_where_that_is_asked(call: Call, speech: Path) -> None:
    deck = speech.with_suffix(".pptx")
    deck.write_bytes(b"old")
    answer = call(speech, "--no-clobber")

    assert answer.code == 1
    assert "is there already" in answer.err
    assert deck.read_bytes() == b"old"


@pytest.mark.parametrize("force", [[], ["--force"]])
def test_the_document_itself_is_never_replaced(call: Call, speech: Path, force: list[str]) -> None:
    answer = call(speech, "-o", speech, *force)

    assert answer.code == 1
    assert "is the document itself" in answer.err
    assert speech.read_text(encoding="utf-8") == SPEECH


def test_a_deck_is_written_whole_or_not_at_all(
    call: Call, speech: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.Path, "replace", no_room)
    answer = call(speech)

    assert answer.code == 1
    assert "no space is left on the disk" in answer.err
    assert [path.name for path in speech.parent.iterdir()] == ["speech.txt"]


def test_what_may_not_be_written_is_an_output_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files.os, "access", lambda *_: False)

    with pytest.raises(OutputError, match="no permission"):
        files.write_whole(tmp_path / "deck.pptx", b"")


def test_a_deck_keeps_the_permissions_of_the_one_before(tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(b"old")
    path.chmod(0o640)
    files.write_whole(path, b"new")

    assert path.stat().st_mode & 0o777 == 0o640


def test_nothing_but_the_deck_goes_to_standard_output(call: Call, speech: Path) -> None:
    answer = call(speech, "-o", "-", "-v")

    assert answer.out.startswith("PK")
    assert len(Presentation(BytesIO(answer.out.encode("latin-1"))).slides) > 4
    assert answer.err.endswith("left out\n")


def test_a_document_may_come_from_standard_input(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(SPEECH.encode())))

    assert call("-", "--from", "text", "-o", tmp_path / "deck.pptx").code == 0
    assert (tmp_path / "deck.pptx").is_file()


def test_quiet_says_nothing(call: Call, speech: Path) -> None:
    assert call(speech, "--quiet") == Answer(0, "", "")


def test_verbose_names_every_line_left_out(call: Call, speech: Path) -> None:
    answer = call(speech, "--verbose")

    assert "left out, line 1 (site header): 某范文网 首页\n" in answer.out


def test_strict_fails_when_something_is_missing_but_makes_the_deck(
    call: Call, tmp_path: Path
) -> None:
    document = tmp_path / "report.md"
    document.write_text("# 报告\n\n## 一、概况\n\n![图](gone.png)\n\n正文。\n", encoding="utf-8")

    assert call(document).code == 0
    assert call(document, "--strict").code == 3
    assert document.with_suffix(".pptx").is_file()


def test_the_command_line_outweighs_the_front_matter(call: Call, tmp_path: Path) -> None:
    document, report = tmp_path / "report.md", tmp_path / "report.json"
    document.write_text(
        "---\nagenda: none\naspect: 4:3\ndetail: everything\n---\n# 报告\n\n## 概况\n\n正文。\n",
        encoding="utf-8",
    )
    answer = call(document, "--aspect", "16:9", "--report", report, "-v")
    options = json.loads(report.read_text(encoding="utf-8"))["options"]

    assert (options["agenda"], options["aspect"]) == ("none", "16:9")
    assert options["detail"] == "standard"
    assert "detail in the front matter cannot be 'everything'" in answer.out


class TestReport:
    @pytest.fixture
    def rows(self, call: Call, speech: Path, tmp_path: Path) -> Any:
        call(speech, "--report", tmp_path / "report.json")
        return json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))

    def test_every_point_stands_where_it_says(self, rows: Any) -> None:
        lines = SPEECH.split("\n")
        points = [point for slide in rows["slides"] for point in slide["points"]]

        assert points
        for point in points:
            said = lines[point["line"] - 1][point["start"] : point["end"]]
            assert _plain(said) == _plain(point["text"])

    def test_nothing_is_lost_or_made_up(self, rows: Any) -> None:
        coverage = rows["coverage"]

        assert coverage["lost"] == 0
        assert coverage["dropped"] == 1
        parts = ("on_slides", "in_notes_only", "dropped", "lost")
        assert sum(coverage[part] for part in parts) == coverage["sentences"]
        truths = {"verbatim": 1.0, "numerals": 1.0, "order_inversions": 0, "edited": 0}
        assert rows["checks"] == truths

    def test_it_names_the_deck_and_its_hash(self, rows: Any, speech: Path) -> None:
        from hashlib import sha256

        deck = speech.with_suffix(".pptx")

        assert rows["schema"] == 1
        assert rows["output"] == {
            "path": str(deck),
            "sha256": sha256(deck.read_bytes()).hexdigest(),
            "bytes": deck.stat().st_size,
        }
        assert rows["source"]["sha256"] == sha256(SPEECH.encode()).hexdigest()
        assert [slide["kind"] for slide in rows["slides"]][:2] == ["cover", "agenda"]


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def test_what_no_slide_can_show_is_taken_out_of_the_users_words(call: Call, speech: Path) -> None:
    assert call(speech, "--title", "造林\x01动员\udcff会\n", "--footer", "\x1b[31m").code == 0

    slides = Presentation(str(speech.with_suffix(".pptx"))).slides
    assert slides[0].shapes.title.text == "造林 动员 会"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every name is Unicode")
def test_a_name_that_is_no_unicode_is_an_escape_in_the_report(call: Call, speech: Path) -> None:
    odd = speech.with_name("\udcffspeech.txt")
    speech.rename(odd)
    report = speech.with_name("report.json")

    assert call(odd, "--report", report, "--quiet").code == 0
    assert json.loads(report.read_text(encoding="utf-8"))["source"]["path"] == str(odd)


def test_a_full_standard_output_is_told(speech: Path) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("there is no /dev/full here")
    for arguments in (["-o", "-"], []):
        with full.open("wb") as out:
            done = subprocess.run(
                [sys.executable, "-m", "slidegen", speech, *arguments],
                stdout=out,
                stderr=subprocess.PIPE,
                text=True,
                check=False,
            )

        assert done.returncode == 1
        assert done.stderr.startswith("error: standard output cannot be written: no space")
        assert "Traceback" not in done.stderr


def test_a_closed_standard_output_is_told(
    call: Call, speech: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", None)

    assert call(speech).code == 0
    assert "standard output is closed" in call(speech, "-o", "-").err
