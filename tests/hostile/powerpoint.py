"""Decks that repeat and nest without end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from hostile import Hostile
from hostile.sound import parts_of, zipped

TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"


def cases(sound: bytes) -> Iterator[Hostile]:
    parts = parts_of(sound)

    def case(name: str, changed: Mapping[str, bytes], *errors: str) -> Hostile:
        return Hostile(name, "pptx", zipped({**parts, **changed}), errors)

    deck = parts["ppt/presentation.xml"].decode()
    first = re.search(r"<p:sldId [^>]*/>", deck)
    assert first is not None
    repeated = deck.replace(first[0], first[0] * 100_000)
    yield case("one slide 100,000 times", {"ppt/presentation.xml": repeated.encode()})
    slide = parts["ppt/slides/slide2.xml"].decode()
    group = slide.replace("</p:spTree>", "<p:grpSp>" * 90 + "</p:grpSp>" * 90 + "</p:spTree>")
    yield case("groups in groups", {"ppt/slides/slide2.xml": group.encode()})
    table = (
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="99" name="t"/><p:cNvGraphicFramePr/>'
        "<p:nvPr/></p:nvGraphicFramePr><p:xfrm/><a:graphic><a:graphicData "
        f'uri="{TABLE}"><a:tbl><a:tblGrid/>'
        '<a:tr h="1"><a:tc gridSpan="1000000" rowSpan="1000000"><a:txBody><a:bodyPr/><a:p><a:r>'
        "<a:t>甲</a:t></a:r></a:p></a:txBody></a:tc></a:tr></a:tbl></a:graphicData></a:graphic>"
        "</p:graphicFrame></p:spTree>"
    )
    wide = slide.replace("</p:spTree>", table)
    yield case("cell over a million columns", {"ppt/slides/slide2.xml": wide.encode()})
    many = "".join(
        f'<p:sp><p:nvSpPr><p:cNvPr id="{n}" name="s"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/>'
        f"<p:txBody><a:bodyPr/><a:p><a:r><a:t>{n}</a:t></a:r></a:p></p:txBody></p:sp>"
        for n in range(30_000)
    )
    full = slide.replace("</p:spTree>", many + "</p:spTree>")
    yield case("30,000 shapes on a slide", {"ppt/slides/slide2.xml": full.encode()})
    related = "ppt/slides/_rels/slide2.xml.rels"
    looped = re.sub(rb'Target="[^"]*"', b'Target="../slides/slide2.xml"', parts[related])
    yield case("a slide that is its own notes and layout", {related: looped})
