"""Whatever is wrong inside a Word file, there is a document or an error that says so."""

from __future__ import annotations

from io import BytesIO
from random import Random
from zipfile import ZipFile

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from slidegen.document import Document
from slidegen.errors import SourceError
from slidegen.reading import read

from ..dump import runs_of
from .sampling import everything
from .writing import archive

ODD = ("", "-1", "0", "99999999999", "1e9", "x", "off", "２", "rIdP", "../../../etc/passwd", "H1")
"""Values that no attribute expects; some are another's."""


def parts() -> dict[str, bytes]:
    with ZipFile(BytesIO(everything())) as package:
        return {name: package.read(name) for name in package.namelist()}


PARTS = parts()
XML = sorted(name for name in PARTS if name.endswith((".xml", ".rels")))


def damaged(random: Random, wounds: int) -> bytes:
    """The sample with *wounds*: elements lost, doubled, renamed, moved, or saying odd things."""
    found = dict(PARTS)
    # Half of it in the text itself, which has the most to it.
    for _ in range(wounds):
        name = random.choice([*XML, *["word/document.xml"] * len(XML)])
        root = etree.fromstring(found[name])
        _wound(random, list(root.iter()))
        found[name] = etree.tostring(root)
    name = random.choice(XML)
    match random.randrange(12):
        case 0:
            del found[name]
        case 1:
            found[name] = found[name][: random.randrange(len(found[name]))]
    return archive(found)


def _wound(random: Random, elements: list[etree._Element]) -> None:
    element, other = random.choice(elements), random.choice(elements)
    parent = element.getparent()
    match random.randrange(6):
        case 0 if parent is not None:
            parent.remove(element)
        case 1 if parent is not None:
            parent.insert(random.randrange(len(parent) + 1), _copy(element))
        case 2:
            element.tag = other.tag
        case 3 if element.attrib:
            element.set(random.choice(list(element.attrib)), random.choice(ODD))
        case 4 if element.attrib:
            del element.attrib[random.choice(list(element.attrib))]
        case 5 if other not in element.iterancestors() and element not in other.iterancestors():
            other.append(_copy(element))


def _copy(element: etree._Element) -> etree._Element:
    return etree.fromstring(etree.tostring(element))


def read_or_refused(data: bytes) -> Document | None:
    try:
        return read(data, format="docx")
    except SourceError:
        return None


@settings(deadline=None, max_examples=300)
@given(st.integers(0, 2**32), st.integers(1, 12))
def test_a_damaged_file_is_read_or_refused(seed: int, wounds: int) -> None:
    document = read_or_refused(damaged(Random(seed), wounds))

    assert document is None or all(
        document.lines[run.line - 1][run.start : run.end] == run.text
        for run in runs_of(document.blocks)
    )


@settings(deadline=None, max_examples=60)
@given(st.integers(0, len(everything()) - 1), st.integers(0, 255))
def test_a_file_with_one_wrong_byte_is_read_or_refused(place: int, byte: int) -> None:
    data = bytearray(everything())
    data[place] = byte

    assert read_or_refused(bytes(data)) is None or data


def test_the_sample_itself_is_sound() -> None:
    assert read_or_refused(everything())
