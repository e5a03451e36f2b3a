"""The report says where in the document every point stands; its shape is a promise to scripts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from unicodedata import normalize

import pytest

from documents import REPORT, SPEECH
from slidegen.notices import Notice
from slidegen.passage import Passage
from slidegen.pipeline import Conversion, convert
from slidegen.report import ranges


@pytest.fixture(scope="module", params=[SPEECH, REPORT], ids=lambda path: path.stem)
def kept(request) -> Conversion:
    return convert(request.param, typography="keep")


@pytest.fixture(scope="module", params=[SPEECH, REPORT], ids=lambda path: path.stem)
def mended(request) -> Conversion:
    return convert(request.param)


def points(conversion: Conversion) -> Iterator[dict[str, Any]]:
    return (point for slide in conversion.report["slides"] for point in slide["points"])


def at_its_place(conversion: Conversion, point: dict[str, Any]) -> str:
    line = conversion.stages.document.lines[point["line"] - 1]
    return line[point["start"] : point["end"]]


def test_every_point_is_the_words_at_its_place(kept: Conversion) -> None:
    assert list(points(kept))
    for point in points(kept):
        assert at_its_place(kept, point) == point["text"]


def test_mended_points_are_the_same_words_in_full_width(mended: Conversion) -> None:
    for point in points(mended):
        said = "".join(normalize("NFKC", at_its_place(mended, point)).split())

        assert "".join(normalize("NFKC", point["text"]).split()) == said


def test_the_shape_is_the_documented_one(mended: Conversion) -> None:
    report = mended.report
    slide = next(slide for slide in report["slides"] if slide["kind"] == "bullets")

    assert list(report) == [
        *("schema", "slidegen", "source", "options", "theme", "output", "slides"),
        *("coverage", "checks", "notices"),
    ]
    assert list(report["source"]) == ["path", "format", "encoding", "sha256"]
    assert list(report["output"]) == ["path", "sha256", "bytes"]
    assert list(slide) == ["number", "kind", "title", "continued", "points", "notes", "fit"]
    assert list(slide["points"][0]) == ["level", "text", "line", "start", "end"]
    assert list(slide["fit"]) == ["size_pt", "fill", "overflow"]
    assert list(report["coverage"]) == [
        "sentences",
        "on_slides",
        "in_notes_only",
        "dropped",
        "lost",
    ]
    assert list(report["checks"]) == ["verbatim", "numerals", "order_inversions", "edited"]


def test_the_report_is_json(mended: Conversion) -> None:
    report = dict(mended.report_for("deck.pptx"))

    assert json.loads(json.dumps(report)) == report
    assert report["output"]["path"] == "deck.pptx"


def test_every_sentence_is_counted_once(mended: Conversion) -> None:
    counted = dict(mended.report["coverage"])

    assert counted.pop("sentences") == sum(counted.values())


def test_slides_are_numbered_as_in_the_deck(mended: Conversion) -> None:
    numbers = [slide["number"] for slide in mended.report["slides"]]

    assert numbers == list(range(1, len(mended.stages.scenes.scenes) + 1))


def test_notices_are_reported_in_order() -> None:
    heard: list[Notice] = []
    document = "---\ndetail: enormous\n---\n\n# 报告\n\n![照片](missing.png)\n\n正文一句。\n"
    conversion = convert(document.encode(), format="markdown", report=heard.append)

    kinds = [notice["kind"] for notice in conversion.report["notices"]]
    assert kinds[: len(heard)] == [notice.kind for notice in heard]
    assert set(kinds[len(heard) :]) == {"boilerplate-dropped"}  # the front matter
    assert conversion.report["notices"][1]["line"] == 2


def test_touching_lines_of_notes_are_one_range() -> None:
    lines = [Passage.of_line("文", line) for line in (3, 4, 4, 8)]

    assert ranges(lines) == [[3, 4], [8, 8]]


def test_what_rules_left_out_is_named_line_by_line() -> None:
    page = "某某网 首页\n\n关于开展读书月活动的通知\n\n一、时间\n\n四月。\n\n相关阅读\n".encode()
    notices = convert(page, format="text").report["notices"]

    found = [entry for entry in notices if entry["kind"] == "boilerplate-dropped"]
    assert [entry["line"] for entry in found] == [1, 9]
    assert not any(entry["counts"] for entry in found)
