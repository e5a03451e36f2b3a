"""Which documents a batch is of."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from time import perf_counter

import pytest

from slidegen.batching.finding import find
from slidegen.errors import SourceNotFound


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the person stands, with documents in two folders and much else besides."""
    for name in (
        "docs/b.txt",
        "docs/a.md",
        "docs/2026/c.docx",
        "docs/2026/drafts/d.txt",
        "docs/picture.png",
        "docs/old.pptx",
        "docs/.hidden.txt",
        "docs/~$c.docx",
        "docs/.git/config.txt",
        "more/e.txt",
        "more/deep/f.docx",
        "out/g.txt",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def paths(*named: str | Path, **how) -> list[str]:
    return [Path(found.path).as_posix() for found in find([str(name) for name in named], **how)]


def below(*named: str | Path, **how) -> list[str]:
    return [found.below.as_posix() for found in find([str(name) for name in named], **how)]


def test_a_folder_gives_its_documents_in_order(tree: Path) -> None:
    assert paths("docs") == [
        "docs/a.md",
        "docs/b.txt",
        "docs/2026/c.docx",
        "docs/2026/drafts/d.txt",
    ]


def test_one_folder_is_mirrored_from_its_top(tree: Path) -> None:
    assert below("docs") == ["a.md", "b.txt", "2026/c.docx", "2026/drafts/d.txt"]
    assert below(tree / "docs") == below("docs")


def test_several_names_are_mirrored_from_where_one_stands(tree: Path) -> None:
    assert below("more", "docs/b.txt") == ["more/e.txt", "more/deep/f.docx", "docs/b.txt"]


def test_a_document_has_one_place_whatever_is_named_with_it(tree: Path) -> None:
    alone, with_others = below("docs/2026/c.docx"), below("docs/2026/c.docx", "more", "docs/a.md")

    assert alone[0] == with_others[0] == "docs/2026/c.docx"


def test_what_lies_elsewhere_is_mirrored_from_its_common_folder(
    tree: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "one").mkdir()
    for name in ("one/a.txt", "b.txt"):
        (elsewhere / name).write_text("x")

    assert below(elsewhere / "one" / "a.txt", elsewhere / "b.txt") == ["one/a.txt", "b.txt"]


def test_a_glob_reaches_any_depth(tree: Path) -> None:
    assert paths("more/**/*.docx") == ["more/deep/f.docx"]
    assert paths("docs/*") == ["docs/a.md", "docs/b.txt"]


def test_no_document_comes_twice(tree: Path) -> None:
    (tree / "docs" / "z.txt").symlink_to(tree / "docs" / "b.txt")

    assert paths("docs/b.txt", "docs", "docs/*.txt").count("docs/b.txt") == 1
    assert "docs/z.txt" not in paths("docs")


def test_patterns_choose_in_folders(tree: Path) -> None:
    assert paths("docs", include=["*.txt"]) == ["docs/b.txt", "docs/2026/drafts/d.txt"]
    assert paths("docs", exclude=["drafts", "*.md"]) == ["docs/b.txt", "docs/2026/c.docx"]
    assert paths("docs", include=["*.pptx"]) == ["docs/old.pptx"]


def test_a_named_file_is_taken_whatever_it_is(tree: Path) -> None:
    assert paths("docs/picture.png", "docs/.hidden.txt", "docs/old.pptx", exclude=["*"]) == [
        "docs/picture.png",
        "docs/.hidden.txt",
        "docs/old.pptx",
    ]


def test_the_folder_of_the_decks_is_left_out(tree: Path) -> None:
    assert "out/g.txt" in paths(".")
    assert "out/g.txt" not in paths(".", avoiding=tree / "out")


def test_links_that_lead_in_a_circle_end(tree: Path) -> None:
    (tree / "docs" / "2026" / "again").symlink_to(tree / "docs")
    (tree / "docs" / "linked").symlink_to(tree / "more")

    assert paths("docs", include=["*.txt"]) == [
        "docs/b.txt",
        "docs/2026/drafts/d.txt",
        "docs/linked/e.txt",
    ]


def test_a_broken_link_is_a_document_that_cannot_be_read(tree: Path) -> None:
    (tree / "docs" / "broken.txt").symlink_to(tree / "gone.txt")

    assert "docs/broken.txt" in paths("docs")


def test_a_folder_that_may_not_be_looked_into_is_a_document_that_cannot_be_read(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scandir = os.scandir

    def refusing(path: str) -> object:
        if Path(path).name == "drafts":
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)

    assert paths("docs") == ["docs/a.md", "docs/b.txt", "docs/2026/c.docx", "docs/2026/drafts"]


def test_thousands_of_documents_are_found_at_once(tmp_path: Path) -> None:
    for number in range(2000):
        (tmp_path / f"{number:04}.txt").touch()
    started = perf_counter()
    found = find([str(tmp_path)])

    assert [one.below.name for one in found] == [f"{number:04}.txt" for number in range(2000)]
    assert perf_counter() - started < 2


@pytest.mark.parametrize("name", ["gone.txt", "gone/", "more/*.pdf", "gone/**/*.txt"])
def test_a_name_of_nothing_is_an_error(tree: Path, name: str) -> None:
    with pytest.raises(SourceNotFound) as caught:
        find(["docs", name])

    assert name in str(caught.value)
    assert caught.value.hint.zh


def test_an_empty_folder_has_no_documents(tree: Path) -> None:
    (tree / "empty").mkdir()

    assert find(["empty"]) == ()
