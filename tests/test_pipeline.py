"""The whole way, from a document to a deck that is true to it."""

from __future__ import annotations

from io import BytesIO

import pytest
from msgspec.structs import replace
from pptx import Presentation

import slidegen
from documents import REPORT, SPEECH
from slidegen import pipeline
from slidegen.errors import SourceTooLarge, UnfaithfulDeck
from slidegen.pipeline import Conversion, convert


@pytest.fixture(scope="module")
def speech() -> Conversion:
    return convert(SPEECH)


@pytest.fixture(scope="module")
def report() -> Conversion:
    return convert(REPORT)


def titles(conversion: Conversion) -> list[str]:
    deck = Presentation(BytesIO(conversion.pptx))
    return [slide.shapes.title.text.replace("\v", "") for slide in deck.slides]


def words(conversion: Conversion) -> str:
    """All that the deck shows and says, notes included."""
    found = []
    for slide in Presentation(BytesIO(conversion.pptx)).slides:
        found += [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        found += [slide.notes_slide.notes_text_frame.text] if slide.has_notes_slide else []
    return "\n".join(found)


def test_the_cover_bears_the_speechs_own_title(speech: Conversion) -> None:
    assert titles(speech)[0] == "某副县长在全县湿地保护和修复工作推进会上的讲话"


def test_every_section_has_its_slides(speech: Conversion) -> None:
    for section in ("一、提高认识", "二、突出重点", "三、加强领导"):
        assert any(title.startswith(section) for title in titles(speech))


def test_nothing_of_the_document_is_lost(speech: Conversion, report: Conversion) -> None:
    for conversion in (speech, report):
        assert conversion.proof.lost == ()
        assert conversion.proof.verbatim == 1


def test_the_sites_own_lines_are_in_no_slide_and_no_notes(speech: Conversion) -> None:
    assert not any(line in words(speech) for line in ("首页", "相关阅读", "林长制"))
    assert speech.proof.dropped > 0


def test_a_table_of_like_numbers_is_a_chart_and_stays_in_the_notes(report: Conversion) -> None:
    deck = Presentation(BytesIO(report.pptx))
    drawn = [(slide, s.chart) for slide in deck.slides for s in slide.shapes if s.has_chart]
    ((slide, chart),) = drawn

    assert list(chart.plots[0].categories) == ["购书", "设备", "培训"]
    assert [tuple(s.values) for s in chart.plots[0].series] == [(120, 45, 12), (118.6, 44.2, 9.8)]
    assert "购书\t120\t118.6" in slide.notes_slide.notes_text_frame.text


def test_a_table_to_be_read_stays_a_table() -> None:
    text = "# 分工\n\n## 一、任务\n\n| 任务 | 单位 |\n|---|---|\n| 建库 | 数据局 |\n"
    deck = Presentation(BytesIO(convert(text.encode(), format="markdown").pptx))
    (table,) = [s.table for slide in deck.slides for s in slide.shapes if s.has_table]

    assert [cell.text for cell in table.rows[1].cells] == ["建库", "数据局"]


def test_front_matter_asks_for_what_the_caller_leaves_open(report: Conversion) -> None:
    options = report.stages.options

    assert (options.detail, options.footer) == ("full", "内部资料")


def test_what_the_caller_asks_for_outweighs_front_matter() -> None:
    options = convert(REPORT, detail="outline", footer="公开").stages.options

    assert (options.detail, options.footer) == ("outline", "公开")


def test_a_title_that_the_user_gives_is_no_claim_about_the_document() -> None:
    conversion = convert(SPEECH, title="2031年湿地工作会议")

    assert titles(conversion)[0] == "2031年湿地工作会议"
    assert conversion.proof.foreign == ()


@pytest.mark.parametrize("notes", ["points", "none"])
def test_fewer_notes_are_no_loss_of_ours(notes) -> None:
    conversion = convert(SPEECH, notes=notes)

    assert conversion.report["coverage"]["lost"] == 0


@pytest.mark.parametrize("aspect", ["16:9", "4:3"])
@pytest.mark.parametrize("detail", ["outline", "standard", "full"])
def test_nothing_overflows(aspect, detail) -> None:
    for source in (SPEECH, REPORT):
        scenes = convert(source, aspect=aspect, detail=detail).stages.scenes.scenes

        assert not [scene.title for scene in scenes if scene.fit and scene.fit.overflow]


def test_bytes_need_no_file() -> None:
    from_bytes = convert(SPEECH.read_bytes(), format="text")

    assert from_bytes.pptx == convert(SPEECH).pptx
    assert from_bytes.report["source"]["path"] in (None, "-")


def test_a_saved_deck_is_what_was_made(speech: Conversion, tmp_path) -> None:
    speech.save(tmp_path / "deck.pptx")

    assert (tmp_path / "deck.pptx").read_bytes() == speech.pptx
    assert [file.name for file in tmp_path.iterdir()] == ["deck.pptx"]


def test_a_deck_that_makes_up_a_number_is_not_handed_over(monkeypatch) -> None:
    plan = pipeline.plan

    def boasting(*arguments, **named):
        deck = plan(*arguments, **named)
        at = next(i for i, s in enumerate(deck.slides) if type(s).__name__ == "Bullets")
        point = deck.slides[at].points[0]
        made_up = point.passage[:0] + point.passage.with_text("9" * len(point.passage))
        changed = replace(deck.slides[at], points=(replace(point, passage=made_up),))
        return replace(deck, slides=(*deck.slides[:at], changed, *deck.slides[at + 1 :]))

    monkeypatch.setattr(pipeline, "plan", boasting)
    with pytest.raises(UnfaithfulDeck):
        convert(SPEECH)


def test_a_deck_that_loses_a_slide_is_not_handed_over(monkeypatch) -> None:
    arrange = pipeline.arrange

    def forgetful(*arguments, **named):
        scenes = arrange(*arguments, **named)
        return replace(scenes, scenes=scenes.scenes[:6])

    monkeypatch.setattr(pipeline, "arrange", forgetful)
    with pytest.raises(UnfaithfulDeck, match="would be lost"):
        convert(SPEECH)


def test_stage_by_stage_makes_the_same_deck(speech: Conversion) -> None:
    theme = slidegen.load_theme("gov-red")
    outline = slidegen.make_outline(slidegen.read(SPEECH))
    scenes = slidegen.arrange(slidegen.plan(outline), theme)

    assert slidegen.write_pptx(scenes, theme) == speech.pptx


def test_a_document_that_would_make_too_many_slides_is_refused(monkeypatch) -> None:
    monkeypatch.setattr(pipeline, "MOST_SLIDES", 3)

    with pytest.raises(SourceTooLarge, match="more than 3") as raised:
        convert(SPEECH, format="text")
    assert "--max-slides" in raised.value.hint.en
