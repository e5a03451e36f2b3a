"""Templates that LibreOffice wrote: numbered, and styled where a slide can inherit it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from lxml import etree
from pptx import Presentation

import slidegen

from .templates import AWKWARD, MASTER, changed, plain, replaced
from .test_awkward import REPORT, deck

LAYOUT = "ppt/slideLayouts/slideLayout2.xml"


def part(name: str) -> etree._Element:
    with ZipFile(BytesIO(deck("libreoffice").pptx)) as archive:
        return etree.fromstring(archive.read(name))


def converted(folder: Path, data: bytes, footer: str | None = None) -> slidegen.pipeline.Conversion:
    (folder / "their.pptx").write_bytes(data)
    return slidegen.convert(REPORT, template=folder / "their.pptx", footer=footer)


def feet(made: slidegen.pipeline.Conversion) -> list[Any]:
    return [
        shape
        for slide in Presentation(BytesIO(made.pptx)).slides
        if slide.slide_layout.name == "Title and Content"
        for shape in slide.placeholders
        if shape.placeholder_format.type.name == "FOOTER"
    ]


def test_points_stand_in_a_placeholder_though_the_layout_gave_it_no_number():
    slides = Presentation(BytesIO(deck("libreoffice").pptx)).slides
    pages = [s for s in slides if s.slide_layout.name == "Title and Content"]

    assert pages
    for slide in pages:
        bodies = [p for p in slide.placeholders if p.placeholder_format.type.name == "OBJECT"]
        assert bodies
        assert all(body.width > 0 for body in bodies)


def test_no_two_placeholders_of_a_layout_have_one_number():
    for layout in Presentation(BytesIO(deck("libreoffice").pptx)).slide_layouts:
        numbers = [p.placeholder_format.idx for p in layout.placeholders]

        assert len(numbers) == len(set(numbers)), layout.name


def test_type_is_that_of_the_prompts_where_no_style_names_any():
    content = deck("libreoffice").stages.theme.layout("content")

    assert content.slot("title").steps[0].sizes[0].pt == 33
    assert content.slot("title").align == "right"
    assert [size.pt for size in content.slot("body").steps[0].sizes] == [24, 21, 18]
    assert [level.bullet for level in content.slot("body").levels] == ["-", "-", "-"]


def test_what_the_prompts_showed_is_in_the_styles_that_slides_inherit():
    styles = part(MASTER).find("{*}txStyles")

    assert styles.find("{*}titleStyle/{*}lvl1pPr/{*}defRPr").get("sz") == "3300"
    sizes = [run.get("sz") for run in styles.iterfind("{*}bodyStyle/*/{*}defRPr")]
    assert sizes == ["2400", "2100", "1800"]


def test_where_nothing_at_all_names_a_size_the_usual_one_is_written_down(tmp_path):
    made = converted(
        tmp_path, changed(replaced(MASTER, r' sz="\d+"', ""), AWKWARD["libreoffice"]())
    )

    assert made.stages.theme.layout("content").slot("body").steps[0].sizes[0].pt == 18
    with ZipFile(BytesIO(made.pptx)) as archive:
        assert b'sz="1800"' in archive.read(MASTER)


def test_a_template_that_has_its_styles_keeps_them_letter_for_letter(tmp_path):
    def styles(data: bytes) -> bytes:
        with ZipFile(BytesIO(data)) as archive:
            found = etree.fromstring(archive.read(MASTER)).find("{*}txStyles")
        return etree.tostring(found, method="c14n")

    assert styles(deck("plain").pptx) == styles(plain())


def test_an_id_that_two_shapes_have_is_given_to_the_first():
    ids = [shape.get("id") for shape in part(MASTER).iter("{*}cNvPr")]

    assert len(ids) == len(set(ids))


def test_a_foot_that_only_says_what_it_is_for_takes_our_words(tmp_path):
    made = converted(tmp_path, AWKWARD["libreoffice"](), "会议材料")

    assert {foot.text_frame.text for foot in feet(made)} == {"会议材料"}


def test_a_footer_that_is_too_long_for_theirs_at_its_size_is_left_out(tmp_path):
    large = changed(replaced(MASTER, r'(type="ftr".*?sz=")\d+', r"\g<1>2400"))

    assert feet(converted(tmp_path, plain(), "城东新区会议材料之一"))
    assert not feet(converted(tmp_path, large, "城东新区会议材料之一"))


def test_words_of_theirs_at_the_foot_stay_faint_and_ours_can_be_read(tmp_path):
    words = "<a:p><a:r><a:t>Their Company</a:t></a:r></a:p>"
    theirs = changed(
        replaced(
            LAYOUT,
            r'(type="ftr".*?<p:txBody>.*?)(?:<a:p>.*?</a:p>|<a:p/>)',
            rf"\g<1>{words}",
        )
    )
    for name, data, is_coloured in (("theirs", theirs, False), ("ours", plain(), True)):
        (tmp_path / name).mkdir()
        found = feet(converted(tmp_path / name, data, "会议材料"))

        assert found
        assert all(bool(list(f._element.iter("{*}solidFill"))) == is_coloured for f in found), name
