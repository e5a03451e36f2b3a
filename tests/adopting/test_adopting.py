"""What is taken from a template, what is not, and what is said about it."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from pptx import Presentation

import slidegen
from reading.test_libreoffice import compound
from slidegen.adopting import adopted
from slidegen.errors import OptionError, ThemeError
from slidegen.theme import Layout

from .templates import DECK, MASTER, THEME, TYPES, changed, plain, replaced
from .test_awkward import REPORT, deck

LAYOUT = "ppt/slideLayouts/slideLayout2.xml"


def template(folder: Path, data: bytes, name: str = "their.pptx") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def parts(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def kinds(made: slidegen.pipeline.Conversion) -> list[str]:
    return [notice.kind for notice in made.notices if notice.kind.startswith("template")]


def test_old_slides_are_not_in_the_deck_nor_who_wrote_them():
    made = deck("old-slides")
    held = parts(made.pptx)

    assert "template-slides" in kinds(made)
    slides = [name for name in held if re.match(r"ppt/slides/slide\d+\.xml", name)]
    assert len(slides) == len(made.stages.scenes.scenes)
    everything = b"".join(held.values())
    for trace in (b"Old slide", b"Old notes", b"Somebody Else", b"Last Year"):
        assert trace not in everything
    assert not [name for name in held if "thumbnail" in name or "printerSettings" in name]


def test_macros_stay_behind_and_the_deck_is_a_plain_one():
    made = deck("macros")
    held = parts(made.pptx)

    assert "template-macros" in kinds(made)
    assert not [name for name in held if "vba" in name.lower()]
    assert b"macroEnabled" not in held[TYPES]


def test_a_template_file_gives_a_deck():
    assert b"template.main" not in parts(deck("potx").pptx)[TYPES]


def test_the_strict_kind_of_open_xml_is_read_as_the_usual_one():
    held = parts(deck("strict").pptx)

    assert not [name for name, data in held.items() if b"purl.oclc.org" in data]
    assert b'val="20000"' in held[MASTER]
    assert b"conformance" not in held[DECK]


def test_type_is_as_large_as_theirs_and_their_spacing_is_left_alone():
    scenes = deck("plain").stages.scenes.scenes
    number = next(n for n, s in enumerate(scenes) if s.kind == "bullets")
    slide = Presentation(BytesIO(deck("plain").pptx)).slides[number]
    body = next(p for p in slide.placeholders if p.placeholder_format.idx == 1)
    theirs = deck("plain").stages.theme.layout("content").slot("body")

    assert theirs.steps[0].sizes[0].pt == 32
    assert b"lnSpc" not in _xml(body)
    assert body.placeholder_format.type is not None


def _xml(shape: object) -> bytes:
    from lxml import etree

    return etree.tostring(shape._element)  # type: ignore[attr-defined]


def test_type_too_large_for_points_is_set_smaller(tmp_path):
    body = deck("huge-type").stages.theme.layout("content").slot("body")

    assert body.is_resized
    assert body.steps[0].sizes[0].pt <= 32


def test_capitals_and_spaced_letters_are_set_back_since_they_cannot_be_measured():
    title = deck("spaced-titles").stages.theme.layout("content").slot("title")
    slide = Presentation(BytesIO(deck("spaced-titles").pptx)).slides[2]

    assert title.is_reset
    assert b'cap="none"' in _xml(slide.shapes.title)
    assert b'wrap="square"' in _xml(slide.shapes.title)


def test_the_first_master_with_a_layout_for_points_is_used():
    theme = deck("two-masters").stages.theme

    assert theme.layout("content").title == "Title and Content"


def test_a_bar_of_theirs_is_not_covered():
    theme = deck("dark").stages.theme
    bar = 300_000  # EMU from the left edge, as the template draws it

    for layout in theme.layouts:
        for slot in layout.slots:
            assert slot.dress != "slide" or slot.frame.left.emu >= bar, (layout.name, slot.name)


def test_a_footer_of_their_own_is_kept_and_an_empty_one_takes_ours(tmp_path):
    own = changed(
        replaced(
            LAYOUT,
            r'(type="ftr".*?<p:txBody>.*?)<a:p>.*?</a:p>|(type="ftr".*?<p:txBody>.*?)<a:p/>',
            r"\1\2<a:p><a:r><a:t>Their Company</a:t></a:r></a:p>",
        )
    )
    made = {
        "theirs": slidegen.convert(REPORT, template=template(tmp_path, own), footer="会议材料"),
        "ours": slidegen.convert(
            REPORT, template=template(tmp_path, plain(), "empty.pptx"), footer="会议材料"
        ),
    }

    for name, words in (("theirs", "Their Company"), ("ours", "会议材料")):
        slides = [
            slide
            for slide in Presentation(BytesIO(made[name].pptx)).slides
            if slide.slide_layout.name == "Title and Content"
        ]
        assert slides
        assert all(
            words in [shape.text_frame.text for shape in s.placeholders if shape.has_text_frame]
            for s in slides
        )


def test_numbers_are_copied_and_no_date_is_made_up():
    slides = list(Presentation(BytesIO(deck("plain").pptx)).slides)
    pages = [(n, s) for n, s in enumerate(slides, 1) if s.slide_layout.name == "Title and Content"]

    for number, slide in pages:
        held = {
            p.placeholder_format.type.name: p.text_frame.text
            for p in slide.placeholders
            if p.has_text_frame
        }
        assert held["SLIDE_NUMBER"] == str(number)
        assert "DATE" not in held


def test_a_theme_without_a_font_for_chinese_gets_one():
    made = deck("plain")

    assert "template-fonts" in kinds(made)
    assert b'<a:ea typeface=""/>' not in parts(made.pptx)[THEME]


def test_a_font_that_has_no_chinese_is_none_for_chinese(tmp_path):
    edit = replaced(THEME, '<a:ea typeface=""/>', '<a:ea typeface="DejaVu Sans"/>')
    made = slidegen.convert(REPORT, template=template(tmp_path, changed(edit)))

    assert "template-fonts" in kinds(made)
    assert b'<a:ea typeface="DejaVu Sans"/>' not in parts(made.pptx)[THEME]


def test_a_font_for_chinese_is_theirs_to_choose(tmp_path):
    edit = replaced(THEME, '<a:ea typeface=""/>', '<a:ea typeface="思源黑体"/>')
    made = slidegen.convert(REPORT, template=template(tmp_path, changed(edit)))

    assert "template-fonts" not in kinds(made)
    assert '<a:ea typeface="思源黑体"/>'.encode() in parts(made.pptx)[THEME]


def test_theme_colours_of_the_template_are_named_not_copied():
    theme = deck("plain").stages.theme

    assert ("tx1", "ink") in theme.scheme


def test_what_is_asked_for_besides_a_template_is_answered(tmp_path):
    made = slidegen.convert(
        REPORT, template=template(tmp_path, plain()), theme="gov-red", aspect="16:9"
    )

    assert kinds(made).count("template-options") == 2
    assert made.stages.theme.aspect == "4:3"
    assert made.report["theme"] == "their.pptx"


def test_front_matter_may_name_a_template_beside_the_document_only(tmp_path):
    template(tmp_path, plain())
    document = tmp_path / "talk.md"
    body = REPORT.read_text("utf-8")

    document.write_text(f"---\ntemplate: their.pptx\n---\n\n{body}", "utf-8")
    assert slidegen.convert(document).stages.theme.name == "their.pptx"
    assert slidegen.convert(document, theme="gov-red").stages.theme.name == "gov-red"

    document.write_text(f"---\ntemplate: ../their.pptx\n---\n\n{body}", "utf-8")
    assert slidegen.convert(document).stages.theme.name == "gov-red"


BROKEN = {
    "a text": (b"just words", "no .pptx"),
    "cut short": (plain()[:9000], "damaged"),
    "an empty archive": (b"PK\x05\x06" + bytes(18), "no .pptx"),
    "another kind of document": (
        changed(replaced(TYPES, r"presentationml\.presentation\.main", "nothing.at.all")),
        "no .pptx",
    ),
    "a broken master": (changed(lambda p: p.update({MASTER: b"<p:sldMaster"})), "damaged"),
    "entities": (
        changed(lambda p: p.update({MASTER: b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'})),
        "entities",
    ),
    "a bomb": (
        changed(lambda p: p.update({"ppt/media/a.xml": bytes(30_000_000)})),
        "unpacks",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_file_that_is_no_template_is_refused_with_a_way_out(name, tmp_path):
    data, fact = BROKEN[name]

    with pytest.raises(ThemeError) as refused:
        adopted(template(tmp_path, _deflated(data) if name == "a bomb" else data))
    assert fact in refused.value.message.en
    assert refused.value.hint.en and refused.value.hint.zh


def _deflated(data: bytes) -> bytes:
    from zipfile import ZIP_DEFLATED

    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in parts(data).items():
            archive.writestr(name, content)
    return out.getvalue()


def test_a_template_that_a_password_locks_is_named_so(tmp_path):
    with pytest.raises(ThemeError, match="password"):
        adopted(template(tmp_path, compound("EncryptedPackage", bytes(5000))))


def test_no_such_file_is_an_error_too(tmp_path):
    with pytest.raises((ThemeError, OptionError), match="no file"):
        slidegen.convert(REPORT, template=tmp_path / "nowhere.pptx")


def test_a_layout_with_other_names_for_colours_hands_them_to_its_slides(tmp_path):
    override = (
        '<p:clrMapOvr><a:overrideClrMapping bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2" '
        'accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" '
        'accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/></p:clrMapOvr>'
    )
    edit = replaced(
        "ppt/slideLayouts/slideLayout1.xml", r"<p:clrMapOvr>.*?</p:clrMapOvr>", override
    )
    made = slidegen.convert(REPORT, template=template(tmp_path, changed(edit)))
    held = parts(made.pptx)

    assert b"overrideClrMapping" in held["ppt/slides/slide1.xml"]
    assert b"overrideClrMapping" not in held["ppt/slides/slide2.xml"]


def test_links_to_files_outside_are_told(tmp_path):
    edit = replaced(
        "ppt/slideLayouts/_rels/slideLayout2.xml.rels",
        "</Relationships>",
        '<Relationship Id="rId77" TargetMode="External" Target="http://example.org/a.png" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"/>'
        "</Relationships>",
    )
    made = slidegen.convert(REPORT, template=template(tmp_path, changed(edit)))

    assert "template-links" in kinds(made)


def test_a_layout_is_the_same_part_for_several_kinds_and_is_read_back_rightly():
    theme = deck("plain").stages.theme
    shared: dict[str | None, list[Layout]] = {}
    for layout in theme.layouts:
        shared.setdefault(layout.part, []).append(layout)

    assert any(len(layouts) > 5 for layouts in shared.values())
    assert deck("plain").proof.verbatim == 1.0
