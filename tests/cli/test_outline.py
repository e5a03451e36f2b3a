"""`slidegen outline`, `inspect` and `themes`: what slidegen understood, in every form."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from .calling import Answer

Call = Callable[..., Answer]


def test_text_shows_the_headings_as_a_tree(call: Call, speech: Path) -> None:
    lines = call("outline", speech).out.splitlines()

    assert "title: 某副县长在全县春季造林动员会上的讲话" in lines
    assert "一、认清形势,增强造林绿化的责任感" in lines
    assert "  (一)造林绿化是群众的期盼" in lines


def test_json_is_the_documented_object(call: Call, speech: Path) -> None:
    outline = json.loads(call("outline", speech, "--format", "json").out)

    assert outline["schema"] == 1
    assert [section["marker"] for section in outline["sections"]] == ["一、", "二、"]
    assert outline["dropped"] == [{"line": 1, "text": "某范文网 首页", "reason": "site header"}]


def test_the_markdown_form_gives_the_same_outline_again(
    call: Call, speech: Path, tmp_path: Path
) -> None:
    edited = tmp_path / "edited.md"
    call("outline", speech, "--format", "md", "-o", edited)
    first = json.loads(call("outline", speech, "--format", "json").out)
    again = json.loads(call("outline", edited, "--format", "json").out)

    assert again["title"] == first["title"]
    assert again["salutation"] == first["salutation"]
    assert _headings(again["sections"]) == _headings(first["sections"])


@pytest.mark.parametrize(
    ("name", "first"), [("a.md", "---"), ("a.json", "{"), ("a.txt", "title: ")]
)
def test_the_suffix_says_the_form(
    call: Call, speech: Path, tmp_path: Path, name: str, first: str
) -> None:
    call("outline", speech, "-o", tmp_path / name)

    assert (tmp_path / name).read_text(encoding="utf-8").startswith(first)


def test_detail_says_how_many_points_there_are(call: Call, speech: Path) -> None:
    headings_only, standard, full = (
        call("outline", speech, "--format", "md", "--detail", detail).out.count("\n- ")
        for detail in ("outline", "standard", "full")
    )

    assert headings_only < standard <= full


def test_a_budget_is_kept_by_the_outline_and_by_the_deck_of_it(
    call: Call, speech: Path, tmp_path: Path
) -> None:
    edited = tmp_path / "edited.md"
    call("outline", speech, "--max-slides", "4", "-o", edited)
    answer = call(edited, "-o", tmp_path / "deck.pptx")

    assert answer.code == 0
    assert "4 slides" in answer.out


def test_what_a_budget_cannot_keep_is_said_beside_the_outline(call: Call, speech: Path) -> None:
    answer = call("outline", speech, "--format", "md", "--max-slides", "1")

    assert answer.out.startswith("---\nslidegen: outline")
    assert answer.err.startswith("notice: the deck has 2 slides, not 1")


def test_a_stage_can_be_seen_within_a_budget(call: Call, speech: Path) -> None:
    whole, fewer = (
        call("inspect", speech, "--stage", "scenes", *most).out
        for most in ((), ("--max-slides", "4"))
    )

    assert len(fewer) < len(whole)


def _headings(sections: list[dict[str, object]]) -> list[object]:
    return [
        (row["level"], row["marker"], row["heading"], _headings(row["children"]))  # type: ignore[arg-type]
        for row in sections
    ]


@pytest.mark.parametrize(
    ("stage", "first"),
    [
        ("document", "document: text, utf-8"),
        ("outline", "outline: zh-CN"),
        ("deck", "deck: zh-CN, "),
        ("scenes", "scenes: zh-CN, "),
    ],
)
def test_every_stage_can_be_seen(call: Call, speech: Path, stage: str, first: str) -> None:
    answer = call("inspect", speech, "--stage", stage)

    assert answer.code == 0
    assert answer.out.startswith(first)


def test_themes_are_listed_with_their_titles(call: Call) -> None:
    assert call("themes").out == call("themes", "list").out
    assert "gov-red\tGovernment red\n" in call("themes").out
