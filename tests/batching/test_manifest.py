"""What has not changed is not made again, and nothing else is left."""

from __future__ import annotations

import json
import os
from pathlib import Path
from shutil import copytree

import pytest
from PIL import Image

from slidegen.batching.manifest import NAME, Manifest
from slidegen.errors import OutputError
from slidegen.theme_folders import find_theme

from .making import SPEECH, batch, states, write


def test_an_unchanged_document_is_left(docs: Path, decks: Path) -> None:
    batch(docs, decks)
    before = (decks / "a.pptx").stat().st_mtime_ns
    again = batch(docs, decks, changed_only=True)

    assert states(again) == {"a.txt": "unchanged", "b.txt": "unchanged"}
    assert (decks / "a.pptx").stat().st_mtime_ns == before


def test_without_being_asked_everything_is_made(docs: Path, decks: Path) -> None:
    batch(docs, decks)

    assert set(states(batch(docs, decks)).values()) == {"made"}


def test_an_unchanged_document_is_reported_as_it_was(docs: Path, decks: Path) -> None:
    (docs / "a.md").write_text(f"![x](gone.png)\n\n{SPEECH}", encoding="utf-8")
    made = batch(docs, decks).outcomes[0]
    left = batch(docs, decks, changed_only=True).outcomes[0]

    assert left.counting == made.counting != ()
    assert left.row["source"] == made.row["source"]
    assert left.row["coverage"] == made.row["coverage"]


def test_a_changed_document_is_made_again(docs: Path, decks: Path) -> None:
    batch(docs, decks)
    write(docs, "a.txt", text=SPEECH.replace("四万", "五万"))

    assert states(batch(docs, decks, changed_only=True)) == {"a.txt": "made", "b.txt": "unchanged"}


def test_a_document_of_another_time_is_not_changed(docs: Path, decks: Path) -> None:
    batch(docs, decks)
    os.utime(docs / "a.txt", (0, 0))
    os.utime(docs / "b.txt", (4e9, 4e9))

    assert set(states(batch(docs, decks, changed_only=True)).values()) == {"unchanged"}


def test_other_options_change_all(docs: Path, decks: Path) -> None:
    batch(docs, decks)
    again = batch(docs, decks, changed_only=True, asked={"detail": "full"})

    assert set(states(again).values()) == {"made"}


def test_another_version_changes_all(
    docs: Path, decks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch(docs, decks)
    monkeypatch.setattr("slidegen.batching.ingredients.__version__", "99")

    assert set(states(batch(docs, decks, changed_only=True)).values()) == {"made"}


@pytest.mark.parametrize("damage", [b"", b"cut off"])
def test_a_deck_that_is_not_whole_is_made_again(docs: Path, decks: Path, damage: bytes) -> None:
    batch(docs, decks)
    (decks / "a.pptx").write_bytes(damage)

    assert states(batch(docs, decks, changed_only=True))["a.txt"] == "made"


def test_a_deck_that_is_gone_is_made_again(docs: Path, decks: Path) -> None:
    batch(docs, decks)
    (decks / "a.pptx").unlink()

    assert states(batch(docs, decks, changed_only=True)) == {"a.txt": "made", "b.txt": "unchanged"}


def test_a_picture_that_changes_or_comes_changes_its_document(docs: Path, decks: Path) -> None:
    for name in ("a", "b"):
        text = f"![x]({name}.png)\n\n{SPEECH}"
        (docs / f"{name}.txt").unlink()
        (docs / f"{name}.md").write_text(text, encoding="utf-8")
    Image.new("RGB", (400, 300), "red").save(docs / "a.png")
    batch(docs, decks)

    assert set(states(batch(docs, decks, changed_only=True)).values()) == {"unchanged"}

    Image.new("RGB", (400, 300), "blue").save(docs / "a.png")
    Image.new("RGB", (400, 300), "green").save(docs / "b.png")

    assert set(states(batch(docs, decks, changed_only=True)).values()) == {"made"}


def test_a_theme_that_changes_changes_all(docs: Path, decks: Path, tmp_path: Path) -> None:
    copytree(find_theme("gov-blue"), tmp_path / "mine")
    asked = {"theme": str(tmp_path / "mine")}
    batch(docs, decks, asked=asked)

    assert set(states(batch(docs, decks, changed_only=True, asked=asked)).values()) == {"unchanged"}

    theme = tmp_path / "mine" / "theme.toml"
    theme.write_text(theme.read_text(encoding="utf-8") + "\n# mine\n", encoding="utf-8")

    assert set(states(batch(docs, decks, changed_only=True, asked=asked)).values()) == {"made"}


def test_a_run_that_was_cut_off_is_gone_on_with(docs: Path, decks: Path) -> None:
    heard: list[object] = []
    first = batch(docs, decks, stopping=lambda: bool(heard), hear=heard.append)
    second = batch(docs, decks)

    assert first.cut_off
    assert states(first) == {"a.txt": "made"}
    assert states(second) == {"a.txt": "unchanged", "b.txt": "made"}
    assert set(states(batch(docs, decks)).values()) == {"made"}


def test_one_that_stopped_for_a_failure_is_gone_on_with(docs: Path, decks: Path) -> None:
    (docs / "b.txt").write_bytes(b"")
    write(docs, *(f"{number}.txt" for number in "cdefg"))
    first = states(batch(docs, decks, fail_fast=True))
    write(docs, "b.txt")
    second = states(batch(docs, decks))

    assert "g.txt" not in first
    assert {name for name, state in second.items() if state == "unchanged"} == {
        name for name, state in first.items() if state == "made"
    }


def test_one_that_was_cut_off_twice_is_gone_on_with_from_there(docs: Path, decks: Path) -> None:
    write(docs, "c.txt")
    for _ in range(2):
        heard: list[object] = []

        def hear(outcome: object, heard: list[object] = heard) -> None:
            if outcome.state == "made":
                heard.append(outcome)

        batch(docs, decks, stopping=lambda heard=heard: bool(heard), hear=hear)

    assert states(batch(docs, decks)) == {
        "a.txt": "unchanged",
        "b.txt": "unchanged",
        "c.txt": "made",
    }


@pytest.mark.parametrize("line", ["{", '{"deck": "a.pptx"}', "[]", "null", "\x00\xff"])
def test_a_journal_that_is_damaged_costs_no_more_than_its_line(
    docs: Path, decks: Path, line: str
) -> None:
    batch(docs, decks)
    with (decks / NAME).open("a", encoding="latin-1") as journal:
        journal.write(line)

    assert set(states(batch(docs, decks, changed_only=True)).values()) == {"unchanged"}
    for entry in (decks / NAME).read_text().splitlines():
        json.loads(entry)


def test_what_is_gone_is_forgotten(docs: Path, decks: Path) -> None:
    batch(docs, decks)
    (docs / "a.txt").unlink()
    (decks / "a.pptx").unlink()
    batch(docs, decks)

    assert "a.pptx" not in (decks / NAME).read_text()


def test_two_batches_do_not_write_into_one_folder(docs: Path, decks: Path) -> None:
    decks.mkdir()
    first = Manifest(decks)
    with pytest.raises(OutputError, match="another batch"):
        batch(docs, decks)
    first.close(finished=True)

    assert set(states(batch(docs, decks)).values()) == {"made"}
