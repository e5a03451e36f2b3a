"""What text on a stranger's layout stands on, where that is more than a plain colour."""

from __future__ import annotations

import warnings
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image

from slidegen.adopting import adopted
from slidegen.adopting.colours import Gradient, ground_of
from slidegen.adopting.raster import raster_of
from slidegen.units import Length, Rect

from .templates import Parts, changed, replaced

A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
AREA = Rect(Length(0), Length(0), Length(100), Length(100))
LAYOUT = "ppt/slideLayouts/slideLayout{}.xml"
BAND = (
    '<p:sp><p:nvSpPr><p:cNvPr id="91" name="Band"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>'
    '<a:xfrm><a:off x="0" y="4000000"/><a:ext cx="9144000" cy="2858000"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="1F497D"/>'
    "</a:solidFill></p:spPr></p:sp>"
)


def png(picture: Image.Image, **options: object) -> bytes:
    out = BytesIO()
    picture.save(out, "PNG", **options)
    return out.getvalue()


def test_a_pattern_is_both_of_its_colours():
    fill = etree.fromstring(
        f'<a:pattFill {A} prst="lgGrid"><a:fgClr><a:srgbClr val="3465A4"/></a:fgClr>'
        '<a:bgClr><a:srgbClr val="009EDA"/></a:bgClr></a:pattFill>'
    )

    assert ground_of(fill, {}) == Gradient(("3465A4", "009EDA"))


@pytest.mark.parametrize(("opacity", "seen"), [(255, "000000"), (204, "333333"), (100, None)])
def test_a_picture_that_lets_little_through_is_seen_over_its_ground(opacity, seen):
    picture = Image.new("RGBA", (64, 64), (0, 0, 0, opacity))
    found = raster_of(png(picture), AREA, "FFFFFF")

    assert (found and found.ends(AREA)) == (seen and (seen, seen))


def test_a_picture_with_a_palette_and_clear_entries_is_looked_into_without_a_warning():
    picture = Image.new("P", (8, 8))
    picture.putpalette([200, 0, 0] * 256)

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = raster_of(png(picture, transparency=bytes([255]) * 256), AREA)
    assert found is not None
    assert found.ends(AREA) == ("C80000", "C80000")


def test_points_go_where_no_band_ends_behind_them(tmp_path: Path):
    """The usual layout for pages has a band across its body; another, without a type, has none."""

    def edit(parts: Parts) -> None:
        clean, banded = LAYOUT.format(6), LAYOUT.format(2)
        parts[clean] = parts[banded]
        replaced(clean, 'name="Title and Content"', 'name="Clean"')(parts)
        replaced(banded, "(</p:grpSpPr>|<p:grpSpPr/>)", rf"\1{BAND}")(parts)

    path = tmp_path / "their.pptx"
    path.write_bytes(changed(edit))

    assert {use.layout: use.canvas for use in adopted(path).uses}["content"] == "Clean"
