"""Drawn by LibreOffice, lines stand where the theme's figures say that they stand."""

from __future__ import annotations

import ctypes
import shutil
import subprocess

import pypdfium2
import pytest

SOFFICE = shutil.which("soffice")

pytestmark = [
    pytest.mark.render,
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed"),
]


@pytest.fixture(scope="module")
def page(desk, tmp_path_factory):
    folder = tmp_path_factory.mktemp("drawn")
    scene = desk.content(
        "标题",
        desk.words("一切" * 30),
        desk.words("支撑" * 8, level=2),
    )
    (folder / "deck.pptx").write_bytes(desk.bytes_of(scene))
    subprocess.run(
        [
            SOFFICE,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            *("--headless", "--convert-to", "pdf", "--outdir", folder, folder / "deck.pptx"),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return pypdfium2.PdfDocument(folder / "deck.pdf")[0]


def origins(page, character: str) -> list[tuple[float, float]]:
    """Where the pen stood for each such character: points from the left and the top."""
    text = page.get_textpage()
    raw = pypdfium2.raw
    found = []
    for index in range(text.count_chars()):
        if raw.FPDFText_GetUnicode(text.raw, index) == ord(character):
            x, y = ctypes.c_double(), ctypes.c_double()
            raw.FPDFText_GetCharOrigin(text.raw, index, x, y)
            found.append((x.value, page.get_height() - y.value))
    return found


def test_lines_are_one_pitch_apart(desk, page):
    step = desk.theme.layout("content").slot("body").steps[0]
    baselines = sorted({round(y, 1) for _, y in origins(page, "一")})

    assert len(baselines) > 1
    assert baselines[1] - baselines[0] == pytest.approx(step.pitches[0].pt, abs=0.3)


def test_a_lower_level_follows_after_its_own_gap(desk, page):
    step = desk.theme.layout("content").slot("body").steps[0]
    last = max(y for _, y in origins(page, "一"))
    (below,) = {round(y, 1) for _, y in origins(page, "支")}

    # The deeper descent of the larger type above adds a point or so.
    assert below - last == pytest.approx((step.pitches[1] + step.gaps[1]).pt, abs=2)


def test_the_first_line_stands_within_its_slot(desk, page):
    slot = desk.theme.layout("content").slot("body")
    first = min(y for _, y in origins(page, "一"))

    assert slot.area.top.pt < first < (slot.area.top + slot.steps[0].pitches[0]).pt


def test_all_lines_of_a_point_begin_at_its_indent(desk, page):
    slot = desk.theme.layout("content").slot("body")
    starts = {}
    for x, y in origins(page, "一") + origins(page, "切"):
        starts[round(y)] = min(x, starts.get(round(y), x))

    for start in starts.values():
        assert start == pytest.approx((slot.area.left + slot.levels[0].indent).pt, abs=0.5)
