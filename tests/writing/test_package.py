"""A package keeps what it has read, and is the same bytes for the same parts."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from slidegen.writing.package import OFFICE, Package


@pytest.fixture
def package() -> Package:
    package = Package()
    deck = package.add("ppt/presentation.xml", "application/deck+xml", b"<deck/>")
    package.add("ppt/media/image1.png", "image/png", b"png")
    package.root.relate("officeDocument", deck.name)
    deck.relate("image", "ppt/media/image1.png")
    return package


def test_reading_gives_back_what_was_written(package):
    again = Package.read(package.to_bytes())

    assert {name: (p.content_type, p.data) for name, p in again.parts.items()} == {
        "ppt/presentation.xml": ("application/deck+xml", b"<deck/>"),
        "ppt/media/image1.png": ("image/png", b"png"),
    }
    assert again.root.related("officeDocument") == "ppt/presentation.xml"
    assert again.parts["ppt/presentation.xml"].related("image") == "ppt/media/image1.png"
    assert again.to_bytes() == package.to_bytes()


def test_a_part_is_related_to_another_once(package):
    deck = package.parts["ppt/presentation.xml"]

    assert deck.relate("image", "ppt/media/image1.png") == "rId1"
    assert deck.relate("slide", "ppt/slides/slide1.xml") == "rId2"


def test_a_forgotten_relation_does_not_come_back_under_another_name(package):
    deck = package.parts["ppt/presentation.xml"]
    deck.relate("slide", "ppt/slides/slide1.xml")
    deck.unrelate("rId1")

    assert deck.related("image") is None
    assert deck.relate("slide", "ppt/slides/slide2.xml") == "rId3"


def test_relations_within_are_relative_and_those_without_are_not(package):
    package.parts["ppt/presentation.xml"].relate("hyperlink", "https://a.cn/", external=True)
    with ZipFile(BytesIO(package.to_bytes())) as archive:
        relations = archive.read("ppt/_rels/presentation.xml.rels").decode()

    assert f'Type="{OFFICE}image" Target="media/image1.png"/>' in relations
    assert 'Target="https://a.cn/" TargetMode="External"/>' in relations


def test_two_parts_of_one_name_are_a_mistake(package):
    with pytest.raises(ValueError, match=r"image1\.png"):
        package.add("ppt/media/image1.png", "image/png", b"")


@pytest.mark.parametrize(("compressed", "method"), [(True, ZIP_DEFLATED), (False, ZIP_STORED)])
def test_a_file_may_be_left_uncompressed(package, compressed, method):
    with ZipFile(BytesIO(package.to_bytes(compressed=compressed))) as archive:
        assert {member.compress_type for member in archive.infolist()} == {method}
