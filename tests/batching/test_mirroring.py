"""Where each deck goes."""

from __future__ import annotations

from pathlib import PurePath
from unicodedata import normalize

from hypothesis import given
from hypothesis import strategies as st

from slidegen.batching.mirroring import LONGEST_NAME, mirrored


def decks(*names: str) -> list[str]:
    return [deck.as_posix() for deck in mirrored([PurePath(name) for name in names])]


def test_the_tree_is_kept() -> None:
    assert decks("a.txt", "2026/三月/b.docx") == ["a.pptx", "2026/三月/b.pptx"]


def test_documents_of_one_name_are_told_apart_by_their_suffix() -> None:
    assert decks("a.docx", "a.txt", "b/a.txt") == ["a.docx.pptx", "a.txt.pptx", "b/a.pptx"]


def test_names_that_differ_in_case_only_are_numbered() -> None:
    assert decks("a.txt", "A.txt") == ["a.txt.pptx", "A.txt (2).pptx"]


def test_two_ways_to_write_one_accent_are_one_name() -> None:
    composed, parted = decks("é.txt", normalize("NFD", "é.txt"))

    assert normalize("NFC", composed) != normalize("NFC", parted)


def test_a_name_that_another_has_already_is_numbered() -> None:
    assert decks("a.md", "a.txt", "a.md.txt") == ["a.md.pptx", "a.txt.pptx", "a.md (2).pptx"]


def test_a_name_too_long_is_cut_within_a_character_and_stays_unique() -> None:
    first, second = decks("长" * 83 + "上x.txt", "长" * 83 + "下y.txt")

    assert first != second
    assert all(len(name.encode()) <= LONGEST_NAME for name in (first, second))
    assert all(name.startswith("长" * 70) for name in (first, second))


NAMES = st.text(
    st.characters(exclude_characters="/\0", exclude_categories=("Cs",)), min_size=1, max_size=90
).filter(lambda name: name not in (".", ".."))


@given(st.lists(NAMES, unique=True, max_size=8))
def test_every_document_has_a_deck_of_its_own(names: list[str]) -> None:
    made = mirrored([PurePath(f"{name}.txt") for name in names])

    keys = {normalize("NFC", deck.as_posix()).casefold() for deck in made}
    assert len(keys) == len(names)
    assert all(len(deck.name.encode()) <= LONGEST_NAME for deck in made)
