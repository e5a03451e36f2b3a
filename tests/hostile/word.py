"""Word files whose tables, numbers, styles and parts make no sense."""

from __future__ import annotations

from collections.abc import Iterator

from hostile import Hostile
from hostile.picture import picture_bomb
from hostile.sound import parts_of, zipped

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"


def cases(sound: bytes, trap: str) -> Iterator[Hostile]:
    parts = parts_of(sound)

    def case(name: str, body: str, *errors: str, **more: str) -> Hostile:
        main = (
            f'<w:document xmlns:w="{WORD}" xmlns:r="{RELATIONS}" xmlns:a="{DRAWING}"><w:body>'
            f"<w:p><w:r><w:t>开头的话。</w:t></w:r></w:p>{body}</w:body></w:document>"
        )
        changed = {"word/document.xml": main.encode()}
        for stem, xml in more.items():
            known = f"word/{stem}.xml" if stem != "relations" else "word/_rels/document.xml.rels"
            changed[known] = xml.encode()
        return Hostile(name, "docx", zipped({**parts, **changed}), errors)

    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    rows = "".join(
        f"<w:tr>{''.join(cell.format(row * 60 + n) for n in range(60))}</w:tr>"
        for row in range(1000)
    )
    yield case("table of 60,000 cells", f"<w:tbl>{rows}</w:tbl>", "SourceTooLarge")
    span = (
        '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="{}"/></w:tcPr>'
        "<w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc></w:tr>"
    )
    for width in ("1000000", "99999999999999999999", "-5", "0", "x"):
        yield case(f"cell over {width} columns", f"<w:tbl>{span.format(width) * 3}</w:tbl>")
    before = (
        '<w:tr><w:trPr><w:gridBefore w:val="1000000"/></w:trPr>' + cell.format("乙") + "</w:tr>"
    )
    yield case("row behind a million columns", f"<w:tbl>{before * 3}</w:tbl>")
    inner = "<w:p><w:r><w:t>内</w:t></w:r></w:p>"
    for _ in range(35):
        inner = f"<w:tbl><w:tr><w:tc>{inner}<w:p/></w:tc><w:tc>{'<w:p/>'}</w:tc></w:tr></w:tbl>"
    yield case("tables in tables", inner)

    numbered = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="7"/></w:numPr></w:pPr>'
        "<w:r><w:t>条目</w:t></w:r></w:p>"
    )
    for format in (
        "lowerRoman",
        "lowerLetter",
        "chineseCounting",
        "ideographTraditional",
        "decimalZero",
        "x",
    ):
        for start in ("2147483647", "-2147483648", "99999999999999999999999"):
            yield case(
                f"{format} from {start}",
                numbered.format(level=0) * 3,
                numbering=_numbering(format, start, "%1、"),
            )
    yield case(
        "number of itself",
        numbered.format(level=8) * 3,
        numbering=_numbering("decimal", "1", "%1%2%9" * 3000),
    )
    yield case("level 99", numbered.format(level=99), numbering=_numbering("decimal", "1", "%1"))
    yield case(
        "lists that name each other", numbered.format(level=0) * 2, numbering=_circle_of_lists()
    )
    circle = f'<w:styles xmlns:w="{WORD}">{_style("A", "B")}{_style("B", "A")}</w:styles>'
    styled = '<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>一段话</w:t></w:r></w:p>'
    yield case("styles based on each other", styled, styles=circle)
    long = "".join(_style(f"S{n}", f"S{n + 1}") for n in range(20_000))
    yield case(
        "a style on 20,000 styles",
        styled.replace('"A"', '"S0"') * 200,
        styles=f'<w:styles xmlns:w="{WORD}">{long}</w:styles>',
    )
    yield case(
        "fields that never end",
        "<w:p>"
        + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 20_000
        + "<w:r><w:t>尾</w:t></w:r></w:p>",
    )
    yield case("200,000 empty paragraphs", "<w:p/>" * 200_000)
    yield case(
        "60,000 short paragraphs",
        "".join(f"<w:p><w:r><w:t>{n}</w:t></w:r></w:p>" for n in range(60_000)),
        "SourceTooLarge",
    )

    relation = '<Relationship Id="{}" Type="{}/{}" Target="{}" TargetMode="{}"/>'
    targets = (
        ("file:///etc/passwd", "External"),
        ("../../secret.txt", "External"),
        ("../../../../../../etc/passwd", "Internal"),
        ("/etc/passwd", "Internal"),
        (f"http://{trap}/picture.png", "External"),
        (f"\\\\{trap}\\share\\a.png", "External"),
    )
    relations, body = "", ""
    for number, (target, mode) in enumerate(targets):
        for kind in (
            "image",
            "hyperlink",
            "aFChunk",
            "footnotes",
            "attachedTemplate",
            "subDocument",
        ):
            name = f"r{number}{kind}"
            relations += relation.format(name, RELATIONS, kind, target, mode)
        body += (
            f'<w:p><w:r><w:drawing><a:blip r:embed="r{number}image"/></w:drawing></w:r>'
            f'<w:r><w:drawing><a:blip r:link="r{number}image"/></w:drawing></w:r>'
            f'<w:hyperlink r:id="r{number}hyperlink"><w:r><w:t>链接</w:t></w:r></w:hyperlink></w:p>'
            f'<w:altChunk r:id="r{number}aFChunk"/><w:subDoc r:id="r{number}subDocument"/>'
        )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    yield case(
        "pictures and parts from elsewhere",
        body,
        relations=f'<Relationships xmlns="{space}">{relations}</Relationships>',
    )
    bomb = relation.format("r1", RELATIONS, "image", "media/bomb.png", "Internal")
    drawing = (
        '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        f'wordprocessingDrawing"><a:graphic><a:graphicData uri="{DRAWING}/picture"><pic:pic '
        f'xmlns:pic="{DRAWING[:-4]}picture"><pic:blipFill><a:blip r:embed="r1"/></pic:blipFill>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )
    whole = case(
        "picture of 60,000 by 60,000",
        drawing * 50,
        relations=f'<Relationships xmlns="{space}">{bomb}</Relationships>',
    )
    inside = {**parts_of(whole.data), "word/media/bomb.png": picture_bomb()}
    yield whole._replace(data=zipped(inside))


def _style(name: str, base: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{base}"/></w:style>'
    )


def _numbering(format: str, start: str, text: str) -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{format}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for level in range(9)
    )
    return (
        f'<w:numbering xmlns:w="{WORD}"><w:abstractNum w:abstractNumId="1">{levels}'
        '</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )


def _circle_of_lists() -> str:
    return (
        f'<w:numbering xmlns:w="{WORD}"><w:abstractNum w:abstractNumId="1">'
        '<w:numStyleLink w:val="A"/></w:abstractNum><w:abstractNum w:abstractNumId="2">'
        '<w:styleLink w:val="A"/><w:numStyleLink w:val="A"/></w:abstractNum>'
        '<w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )
