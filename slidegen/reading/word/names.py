"""The names of WordprocessingML: its namespaces, and the values that stand in attributes."""

from __future__ import annotations

from lxml import etree

OFFICE = "http://schemas.openxmlformats.org"
MICROSOFT = "http://schemas.microsoft.com/office"

W = f"{{{OFFICE}/wordprocessingml/2006/main}}"
R = f"{{{OFFICE}/officeDocument/2006/relationships}}"
M = f"{{{OFFICE}/officeDocument/2006/math}}"
A = f"{{{OFFICE}/drawingml/2006/main}}"
WP = f"{{{OFFICE}/drawingml/2006/wordprocessingDrawing}}"
PIC = f"{{{OFFICE}/drawingml/2006/picture}}"
C = f"{{{OFFICE}/drawingml/2006/chart}}"
DGM = f"{{{OFFICE}/drawingml/2006/diagram}}"
MC = f"{{{OFFICE}/markup-compatibility/2006}}"
WPS = f"{{{MICROSOFT}/word/2010/wordprocessingShape}}"
W14 = f"{{{MICROSOFT}/word/2010/wordml}}"
V = "{urn:schemas-microsoft-com:vml}"
O = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741 - the prefix that everyone knows

VAL = W + "val"

OFF = ("0", "false", "off", "none")
"""How a switch is said to be off; the first two are XML's, `off` is Word 2007's."""


def switch(properties: etree._Element | None, tag: str) -> bool | None:
    """Whether *tag* is switched on in *properties*; None where they don't say."""
    found = properties.find(tag) if properties is not None else None
    return None if found is None else str(found.get(VAL, "1")).lower() not in OFF


def value(properties: etree._Element | None, tag: str) -> str | None:
    """The `w:val` of *tag* in *properties*."""
    found = properties.find(tag) if properties is not None else None
    said = None if found is None else found.get(VAL)
    return None if said is None else str(said)


def number(properties: etree._Element | None, tag: str) -> int | None:
    """The same as a number; None for anything else."""
    said = (value(properties, tag) or "").strip()
    return int(said) if said.isdecimal() and len(said) < 10 else None


def tag_of(element: etree._Element) -> str:
    """Its name with the namespace; empty for what is no element (a comment, an entity)."""
    return element.tag if isinstance(element.tag, str) else ""
