"""Every way to go wrong gives one clear sentence and the way out, and never a traceback."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from .calling import Answer

Call = Callable[..., Answer]


@pytest.mark.parametrize(
    ("arguments", "error", "hint"),
    [
        (["convert"], "INPUT is missing", "`slidegen convert --help` says what is possible"),
        (["S", "--hlep"], "there is no option --hlep", "did you mean --help"),
        (["S", "--detail", "huge"], "--detail cannot be 'huge'", "choose one of: outline"),
        (["S", "--max-slides", "0"], "--max-slides takes a whole number from 1 on", "--help"),
        (["S", "--max-slides", "ten"], "--max-slides takes a whole number from 1 on", "--help"),
        (["outline", "S", "--max-slides", "-1"], "takes a whole number from 1 on", "--help"),
        (["S", "--theme"], "--theme needs a value", "says what is possible"),
        (["S", "--strict=1"], "--strict takes no value", "says what is possible"),
        (["S", "more"], "'more' is one argument too many", "says what is possible"),
        (["convret", "S"], "there is no command or file 'convret'", "did you mean convert?"),
        (["themes", "lst"], "there is no command 'lst'", "says what is possible"),
        (["-"], "- (standard input) needs --from", "add --from with its format"),
        ([""], "INPUT is empty", "name a document"),
        (["inspect", "S", "--stage", "x"], "--stage cannot be 'x'", "choose one of: document"),
    ],
)
def test_wrong_usage_exits_with_2(
    call: Call, speech: Path, arguments: list[str], error: str, hint: str
) -> None:
    answer = call(*(str(speech) if word == "S" else word for word in arguments))

    assert answer.code == 2
    _is_one_sentence_and_a_hint(answer, error, hint)
    assert not speech.with_suffix(".pptx").exists()


@pytest.mark.parametrize(
    ("arguments", "error", "hint"),
    [
        (["nowhere.txt"], "there is no file nowhere.txt", "check the path"),
        (["{folder}"], "{folder} is a folder", "name one of the documents"),
        (["{folder}/empty.txt"], "the document holds no text", "text in it"),
        (["{folder}/program.txt"], "program", "text in it"),
        (["S", "-o", "{folder}/no/deck.pptx"], "there is no folder '{folder}/no'", "make it first"),
        (["S", "-o", "{folder}/empty.txt/x.pptx"], "is a file, not a folder", "another place"),
        (["S", "--theme", "gov-rde"], "no theme is called 'gov-rde'", "choose one of: gov-blue"),
        (["S", "--logo", "no.png"], "the logo cannot be read: no.png", "that exists"),
        (["S", "--from", "xlsx"], "no format is called 'xlsx'", "choose one of: text, markdown"),
        (["S", "--report", "{folder}/no/r.json"], "there is no folder '{folder}/no'", "make it"),
        (["S", "--report", "{folder}/speech.pptx"], "cannot be one file", "another name"),
        (["S", "--report", "S"], "is the document itself", "another name"),
        (["S", "--report", "{folder}/./speech.pptx"], "cannot be one file", "another name"),
        (["."], ". is a folder", "name one of the documents"),
        (["/"], "/ is a folder", "name one of the documents"),
        (["n" * 300], "cannot be read: the name is too long", "check the path"),
        (["S", "-o", "n" * 300], "cannot be written: the name is too long", "another name"),
        (["S", "--theme", "n" * 300], "no theme is called", "choose one of: gov-blue"),
        (["S", "-o", "{folder}/no/"], "there is no folder '{folder}/no'", "make it first"),
        (["outline", "S", "-o", "S"], "is the document itself", "another name"),
    ],
)
def test_no_deck_exits_with_1(
    call: Call, speech: Path, arguments: list[str], error: str, hint: str
) -> None:
    folder = str(speech.parent)
    (speech.parent / "empty.txt").touch()
    (speech.parent / "program.txt").write_bytes(b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 8)
    said = [str(speech) if word == "S" else word.format(folder=folder) for word in arguments]
    answer = call(*said)

    assert answer.code == 1
    _is_one_sentence_and_a_hint(answer, error.format(folder=folder), hint)
    assert not speech.with_suffix(".pptx").exists()


def _is_one_sentence_and_a_hint(answer: Answer, error: str, hint: str) -> None:
    first, second = answer.err.splitlines()
    assert first.startswith("error: ")
    assert error in first
    assert second.startswith("hint: ")
    assert hint in second
    assert answer.out == ""


def test_a_bug_stays_a_traceback_with_a_sentence_below(
    call: Call, speech: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("oops")

    monkeypatch.setattr("slidegen.pipeline.plan", broken)
    answer = call(speech)

    assert answer.code == 1
    assert "Traceback" in answer.err
    assert "error: slidegen itself is at fault (oops)" in answer.err


def test_an_interruption_exits_with_130_and_leaves_nothing(
    call: Call, speech: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("slidegen.pipeline.write_pptx", interrupted)
    answer = call(speech)

    assert answer.code == 130
    assert "Traceback" not in answer.err
    assert [path.name for path in speech.parent.iterdir()] == ["speech.txt"]
