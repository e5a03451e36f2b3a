"""Documents, decks, journals and reports at URLs."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import fsspec
import pytest
from PIL import Image

from slidegen.batching.finding import find
from slidegen.batching.storage import Remote, beside, place_of, read, size_of, write
from slidegen.cli import main
from slidegen.errors import OutputError, ProgramMissing, SourceNotFound

from .making import SPEECH, batch, states


def put(store: Any, *names: str, text: str = SPEECH) -> None:
    for name in names:
        store.pipe_file(f"/{name}", text.encode())


# Places


@pytest.mark.parametrize(
    ("name", "is_remote"),
    [("s3://b/k", True), ("memory://a", True), ("docs/a.txt", False), ("C:/a.txt", False)],
)
def test_a_url_is_told_from_a_path(name: str, is_remote: bool) -> None:
    assert isinstance(place_of(name), Remote) == is_remote


def test_a_file_url_is_a_path(tmp_path: Path) -> None:
    path = tmp_path / "讲话 稿.txt"

    assert place_of(path.as_uri()) == path
    assert place_of(f"file://{tmp_path}/a.txt") == tmp_path / "a.txt"


def test_what_is_written_can_be_read(store: Any) -> None:
    place = place_of("memory://decks/a/b.pptx")
    write(place, b"deck")

    assert read(place) == b"deck"
    assert size_of(place) == 4
    assert size_of(place_of("memory://decks/gone.pptx")) is None


def test_what_cannot_be_had_is_told_in_our_words(store: Any) -> None:
    for url in ("memory://gone.txt", "memory://"):
        with pytest.raises(SourceNotFound) as raised:
            read(place_of(url))
        assert raised.value.hint.zh


class Refusing:
    """A store that has room for half a deck."""

    def __init__(self, store: Any) -> None:
        self.store = store

    def pipe_file(self, path: str, data: bytes) -> None:
        self.store.pipe_file(path, data[: len(data) // 2])
        raise RuntimeError("the store is full")

    def __getattr__(self, name: str) -> Any:
        return getattr(self.store, name)


def test_a_write_that_fails_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    local = fsspec.filesystem("local")
    (tmp_path / "deck.pptx").write_bytes(b"earlier")
    monkeypatch.setattr(fsspec.core, "url_to_fs", lambda url: (Refusing(local), url[8:]))

    with pytest.raises(OutputError, match="the store is full"):
        write(Remote(f"local://{tmp_path}/deck.pptx"), b"a new deck")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [
        ("deck.pptx", b"earlier")
    ]


def test_without_the_package_the_command_that_installs_it_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with pytest.raises(ProgramMissing) as raised:
        read(place_of("gs://bucket/a.txt"))
    assert (raised.value.message.en, raised.value.hint.en) == (
        "gs:// needs a package that is not installed: gcsfs",
        "pip install gcsfs",
    )

    monkeypatch.setitem(sys.modules, "fsspec", None)
    with pytest.raises(ProgramMissing) as raised:
        read(place_of("s3://bucket/a.txt"))
    assert raised.value.hint.en == "pip install 'slidegen[remote]'"


def test_a_protocol_that_no_one_knows_is_told() -> None:
    with pytest.raises(SourceNotFound, match="nonsense:// is not known"):
        read(place_of("nonsense://bucket/a.txt"))


def test_a_document_reaches_no_file_outside_its_folder(store: Any) -> None:
    put(store, "docs/a.md", "docs/in/pic.png", "secret.png")
    document = place_of("memory://docs/a.md")

    assert beside(document, "in/pic.png")[0] == "in/pic.png"  # type: ignore[index]
    assert beside(document, "in%2Fpic.png?x=1")[0] == "in/pic.png"  # type: ignore[index]
    for name in ("../secret.png", "/secret.png", "memory://secret.png", "in/../../secret.png"):
        assert beside(document, name) is None


# Finding


def test_folders_and_globs_may_be_urls(store: Any) -> None:
    put(store, "docs/b.txt", "docs/a.md", "docs/deep/c.docx", "docs/x.png", "docs/.git/d.txt")
    put(store, "docs/~$c.docx", "docs/old.pptx", "docs/decks/e.txt")

    def found(*named: str, **how: Any) -> list[tuple[str, str]]:
        return [(one.path, one.below.as_posix()) for one in find(named, **how)]

    assert found("memory://docs/", avoiding=place_of("memory://docs/decks")) == [
        ("memory://docs/a.md", "a.md"),
        ("memory://docs/b.txt", "b.txt"),
        ("memory://docs/deep/c.docx", "deep/c.docx"),
    ]
    assert found("memory://docs/**/*.docx") == [("memory://docs/deep/c.docx", "c.docx")]
    assert found("memory://docs/b.txt", "memory://docs/deep/c.docx") == [
        ("memory://docs/b.txt", "b.txt"),
        ("memory://docs/deep/c.docx", "deep/c.docx"),
    ]
    for nothing in ("memory://gone", "memory://docs/*.pdf"):
        with pytest.raises(SourceNotFound):
            find([nothing])


# Batches


def test_a_batch_may_be_between_urls(store: Any) -> None:
    put(store, "docs/a.txt", "docs/2026/b.txt")
    put(store, "docs/empty.txt", text="")
    result = batch("memory://docs", place_of("memory://decks"))

    assert states(result) == {"a.txt": "made", "b.txt": "made", "empty.txt": "failed"}
    row = result.outcomes[0].row
    assert row and row["source"]["path"] == "memory://docs/a.txt"
    assert row["output"]["path"] == "memory://decks/a.pptx"
    assert store.cat_file("/decks/2026/b.pptx").startswith(b"PK")


def test_what_has_not_changed_is_left_at_urls_too(store: Any) -> None:
    put(store, "docs/a.txt", "docs/b.txt")
    places = "memory://docs", place_of("memory://decks")
    batch(*places)
    put(store, "docs/b.txt", text=SPEECH.replace("四万", "五万"))

    assert states(batch(*places, changed_only=True)) == {"a.txt": "unchanged", "b.txt": "made"}
    store.rm_file("/decks/a.pptx")
    assert states(batch(*places, changed_only=True)) == {"a.txt": "made", "b.txt": "unchanged"}


def test_a_batch_at_a_url_that_was_cut_off_is_gone_on_with(store: Any) -> None:
    put(store, "docs/a.txt", "docs/b.txt")
    places = "memory://docs", place_of("memory://decks")
    heard: list[object] = []
    cut_off = batch(*places, hear=heard.append, stopping=lambda: bool(heard))

    assert cut_off.cut_off
    assert states(batch(*places)) == {"a.txt": "unchanged", "b.txt": "made"}


def test_a_document_at_a_url_shows_the_pictures_beside_it(store: Any, tmp_path: Path) -> None:
    Image.new("RGB", (640, 480), "red").save(tmp_path / "p.png")
    picture = (tmp_path / "p.png").read_bytes()
    put(
        store,
        "docs/a.md",
        text="# 节水报告\n\n## 水表\n\n![新水表](图/p.png)\n\n年内更换四万只。\n",
    )
    places = "memory://docs", place_of("memory://decks")

    (alone,) = batch(*places).outcomes
    store.pipe_file("/docs/图/p.png", picture)
    (shown,) = batch(*places, changed_only=True).outcomes
    assert [one.kind for one in alone.counting] == ["picture-missing"]
    assert (shown.state, shown.counting) == ("made", ())
    assert states(batch(*places, changed_only=True)) == {"a.md": "unchanged"}


def test_a_logo_that_front_matter_names_is_found_beside_it(store: Any, tmp_path: Path) -> None:
    for colour in ("red", "blue"):
        Image.new("RGB", (64, 64), colour).save(tmp_path / f"{colour}.png")
    put(store, "docs/a.md", text=f"---\nlogo: logo.png\n---\n\n# 节水报告\n\n{SPEECH}")
    store.pipe_file("/docs/logo.png", (tmp_path / "red.png").read_bytes())
    places = "memory://docs", place_of("memory://decks")

    (outcome,) = batch(*places).outcomes
    assert outcome.row and outcome.row["options"]["logo"] == "memory://docs/logo.png"
    assert states(batch(*places, changed_only=True)) == {"a.md": "unchanged"}
    store.pipe_file("/docs/logo.png", (tmp_path / "blue.png").read_bytes())
    assert states(batch(*places, changed_only=True)) == {"a.md": "made"}


def test_the_command_line_takes_urls_for_all(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """`local://` is what no process can take for a path of ours."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.txt").write_text(SPEECH, encoding="utf-8")
    url = f"local://{tmp_path}"
    code = main(
        [
            *("batch", f"{url}/docs", "-o", f"{url}/decks", "--jobs", "1"),
            *("--report", f"{url}/out/r.json", "--junit", f"{url}/out/r.xml"),
        ]
    )

    assert code == 0, capfd.readouterr().err
    assert sorted(path.name for path in (tmp_path / "decks").iterdir()) == [
        ".slidegen-batch.jsonl",
        "a.pptx",
    ]
    assert json.loads((tmp_path / "out" / "r.json").read_text())["made"] == 1
    assert (tmp_path / "out" / "r.xml").exists()
