"""Patterns of names."""

from __future__ import annotations

import pytest

from slidegen.wildcards import matches


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("*.txt", "a.txt"),
        ("*.txt", "one/two/a.txt"),
        ("drafts", "2026/drafts/a.txt"),
        ("drafts/", "drafts/a.txt"),
        ("2026/*.txt", "2026/a.txt"),
        ("2026/**", "2026/one/a.txt"),
        ("**/old/*.md", "old/a.md"),
        ("**/old/*.md", "one/two/old/a.md"),
        ("./2026/a.txt", "2026/a.txt"),
        ("第?稿.docx", "讲话/第三稿.docx"),
        ("[ab].txt", "b.txt"),
        ("[!ab].txt", "c.txt"),
        ("a+b (1).txt", "a+b (1).txt"),
        ("[.txt", "[.txt"),
    ],
)
def test_fits(pattern: str, path: str) -> None:
    assert matches(path, pattern)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("*.txt", "a.txt.md"),
        ("2026/*.txt", "2026/one/a.txt"),
        ("2026/*.txt", "old/2026/a.txt"),
        ("draft", "drafts/a.txt"),
        ("[!ab].txt", "a.txt"),
        ("?.txt", "ab.txt"),
        ("a.txt", "abtxt"),
    ],
)
def test_does_not_fit(pattern: str, path: str) -> None:
    assert not matches(path, pattern)
