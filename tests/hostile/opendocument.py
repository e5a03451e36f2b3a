"""OpenDocument texts that say much with little."""

from __future__ import annotations

from collections.abc import Iterator

from documents.odt_writer import fodt, odt
from hostile import Hostile
from hostile.picture import picture_bomb
from hostile.xml import LAUGHS


def cases(trap: str) -> Iterator[Hostile]:
    def case(name: str, body: str, *errors: str, **more: str) -> Hostile:
        start = "<text:p>开头的话。</text:p>"
        return Hostile(name, "odt", odt(start + body, **more), errors)

    yield case("a billion spaces", '<text:p>甲<text:s text:c="1000000000"/>乙</text:p>')
    yield case(
        "spaces of no number", '<text:p>甲<text:s text:c="-5"/>乙<text:s text:c="x"/></text:p>'
    )
    cell = (
        '<table:table-cell table:number-columns-repeated="1000000"><text:p>甲</text:p>'
        "</table:table-cell>"
    )
    rows = f'<table:table-row table:number-rows-repeated="1000000">{cell}</table:table-row>'
    yield case("a cell a million million times", f"<table:table>{rows}</table:table>")
    empty = '<table:table-cell table:number-columns-repeated="1000000"/>'
    rows = f'<table:table-row table:number-rows-repeated="1000000">{empty}</table:table-row>'
    yield case("an empty cell a million million times", f"<table:table>{rows}</table:table>")
    wide = (
        '<table:table-cell table:number-columns-spanned="1000000" '
        'table:number-rows-spanned="1000000"><text:p>甲</text:p></table:table-cell>'
    )
    yield case(
        "cell over a million columns",
        f"<table:table><table:table-row>{wide}</table:table-row></table:table>",
    )
    for format in ("I", "a", "一, 二, 三, ..."):
        style = (
            f'<text:list-style style:name="L"><text:list-level-style-number text:level="1" '
            f'style:num-format="{format}" text:start-value="2000000000"/></text:list-style>'
        )
        item = (
            '<text:list-item text:start-value="2000000000"><text:p>条目</text:p></text:list-item>'
        )
        yield case(
            f"numbers {format} from two billion",
            f'<text:list text:style-name="L">{item * 3}</text:list>',
            automatic=style,
        )
    circle = (
        '<style:style style:name="A" style:family="paragraph" style:parent-style-name="B"/>'
        '<style:style style:name="B" style:family="paragraph" style:parent-style-name="A"/>'
    )
    yield case(
        "styles based on each other", '<text:p text:style-name="A">一段话</text:p>', styles=circle
    )
    pictures = "".join(
        f'<text:p><draw:frame><draw:image xlink:href="{target}"/></draw:frame>'
        f'<text:a xlink:href="{target}">链接</text:a></text:p>'
        f'<text:section text:name="s"><text:section-source xlink:href="{target}"/></text:section>'
        for target in (
            "file:///etc/passwd",
            "../secret.txt",
            "../../secret.txt",
            f"http://{trap}/picture.png",
        )
    )
    yield case("pictures and parts from elsewhere", pictures)
    bomb = '<text:p><draw:frame><draw:image xlink:href="Pictures/bomb.png"/></draw:frame></text:p>'
    yield Hostile(
        "picture of 60,000 by 60,000",
        "odt",
        odt("<text:p>开头的话。</text:p>" + bomb * 50, more={"Pictures/bomb.png": picture_bomb()}),
    )
    flat = fodt("<text:p>开头的话。&a9;</text:p>")
    yield Hostile(
        "entities of entities, flat", "fodt", flat.replace(b"?>", b"?>" + LAUGHS.encode(), 1)
    )
