"""Word files for tests, put together from as little XML as a case needs.

In the XML the names of WordprocessingML need no prefix, but their attributes do:
`<p><pPr><pStyle w:val="H1"/></pPr><r><t>工作回顾</t></r></p>`.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import NamedTuple
from zipfile import ZipFile

from PIL import Image

OFFICE = "http://schemas.openxmlformats.org"
RELATIONSHIPS = f"{OFFICE}/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NAMESPACES = " ".join(
    (
        f'xmlns="{OFFICE}/wordprocessingml/2006/main"',
        f'xmlns:w="{OFFICE}/wordprocessingml/2006/main"',
        f'xmlns:r="{RELATIONSHIPS}"',
        f'xmlns:m="{OFFICE}/officeDocument/2006/math"',
        f'xmlns:a="{OFFICE}/drawingml/2006/main"',
        f'xmlns:wp="{OFFICE}/drawingml/2006/wordprocessingDrawing"',
        f'xmlns:pic="{OFFICE}/drawingml/2006/picture"',
        f'xmlns:c="{OFFICE}/drawingml/2006/chart"',
        f'xmlns:dgm="{OFFICE}/drawingml/2006/diagram"',
        f'xmlns:mc="{OFFICE}/markup-compatibility/2006"',
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
        'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
        'xmlns:cx="http://schemas.microsoft.com/office/drawing/2015/9/8/chartex"',
        'xmlns:v="urn:schemas-microsoft-com:vml"',
        'xmlns:o="urn:schemas-microsoft-com:office:office"',
    )
)

STYLES = """
<docDefaults><rPrDefault><rPr/></rPrDefault></docDefaults>
<style w:type="paragraph" w:default="1" w:styleId="N"><name w:val="Normal"/></style>
<style w:type="paragraph" w:styleId="T"><name w:val="Title"/><basedOn w:val="N"/>
  <pPr><outlineLvl w:val="0"/></pPr><rPr><b/></rPr></style>
<style w:type="paragraph" w:styleId="S"><name w:val="Subtitle"/>
  <pPr><outlineLvl w:val="1"/></pPr></style>
<style w:type="paragraph" w:styleId="H1"><name w:val="heading 1"/><rPr><b/></rPr></style>
<style w:type="paragraph" w:styleId="2"><name w:val="heading 2"/></style>
<style w:type="paragraph" w:styleId="Z3"><name w:val="标题 3"/></style>
<style w:type="paragraph" w:styleId="U1"><name w:val="Überschrift 1,Kapitel"/></style>
<style w:type="paragraph" w:styleId="J2"><name w:val="公文二级标题"/></style>
<style w:type="paragraph" w:styleId="Own"><name w:val="Chapter"/><basedOn w:val="H1"/></style>
<style w:type="paragraph" w:styleId="Out"><name w:val="Part"/>
  <pPr><outlineLvl w:val="1"/></pPr></style>
<style w:type="paragraph" w:styleId="In"><name w:val="Unlisted"/><basedOn w:val="H1"/>
  <pPr><outlineLvl w:val="9"/></pPr></style>
<style w:type="paragraph" w:styleId="C"><name w:val="caption"/><rPr><b/></rPr></style>
<style w:type="paragraph" w:styleId="Q"><name w:val="Quote"/><rPr><i/></rPr></style>
<style w:type="paragraph" w:styleId="Code"><name w:val="Source Code"/></style>
<style w:type="paragraph" w:styleId="TOC1"><name w:val="toc 1"/></style>
<style w:type="paragraph" w:styleId="TOCH"><name w:val="TOC Heading"/><basedOn w:val="H1"/></style>
<style w:type="paragraph" w:styleId="Loop"><name w:val="Loop"/><basedOn w:val="Pool"/></style>
<style w:type="paragraph" w:styleId="Pool"><name w:val="Pool"/><basedOn w:val="Loop"/></style>
<style w:type="paragraph" w:styleId="Fat"><name w:val="Lead"/><rPr><b/></rPr></style>
<style w:type="character" w:styleId="Strong"><name w:val="Strong"/><rPr><b/></rPr></style>
<style w:type="character" w:styleId="Verb"><name w:val="Verbatim Char"/></style>
<style w:type="character" w:styleId="Hid"><name w:val="Secret"/><rPr><vanish/></rPr></style>
<style w:type="table" w:styleId="Grid"><name w:val="Table Grid"/></style>
<style w:type="table" w:styleId="Head"><name w:val="Headed"/><basedOn w:val="Grid"/>
  <tblStylePr w:type="firstRow"><rPr><b/></rPr></tblStylePr></style>
"""

NUMBERING = """
<abstractNum w:abstractNumId="0">
  <lvl w:ilvl="0"><start w:val="1"/><numFmt w:val="chineseCounting"/><lvlText w:val="%1、"/></lvl>
  <lvl w:ilvl="1"><start w:val="1"/><numFmt w:val="decimal"/><lvlText w:val="%2."/></lvl>
</abstractNum>
<abstractNum w:abstractNumId="1">
  <lvl w:ilvl="0"><numFmt w:val="bullet"/><lvlText w:val="•"/></lvl>
  <lvl w:ilvl="1"><numFmt w:val="bullet"/><lvlText w:val="◦"/></lvl>
  <lvl w:ilvl="2"><numFmt w:val="bullet"/><lvlText w:val="▪"/></lvl>
</abstractNum>
<num w:numId="1"><abstractNumId w:val="0"/></num>
<num w:numId="2"><abstractNumId w:val="1"/></num>
"""


class Link(NamedTuple):
    """A relationship of the main part."""

    kind: str
    target: str
    data: bytes | None = None
    """Of the part at *target*; None: there is no such part."""
    external: bool = False


def part(root: str, inner: str) -> bytes:
    """The XML of a part: `<w:root>inner</w:root>`, or a root of another prefix."""
    name = root if ":" in root else f"w:{root}"
    return f"<{name} {NAMESPACES}>{inner}</{name}>".encode()


def png(width: int = 4, height: int = 3) -> bytes:
    file = BytesIO()
    Image.new("RGB", (width, height), "#c8102e").save(file, "png")
    return file.getvalue()


def docx(
    body: str,
    links: Mapping[str, Link] = {},
    *,
    styles: str | None = STYLES,
    numbering: str | None = NUMBERING,
    main: str = "word/document.xml",
    content_type: str = f"{WORD}.document.main+xml",
    relationships: str = RELATIONSHIPS,
) -> bytes:
    """A file whose text is *body*; *links* are by their identities."""
    known = {
        "rIdS": Link("styles", "styles.xml", part("styles", styles)) if styles else None,
        "rIdN": Link("numbering", "numbering.xml", part("numbering", numbering))
        if numbering
        else None,
        **links,
    }
    all_links = {name: link for name, link in known.items() if link}
    folder, _, name = main.rpartition("/")
    parts = {
        "[Content_Types].xml": f"""<Types xmlns="{OFFICE}/package/2006/content-types">
            <Default Extension="xml" ContentType="application/xml"/>
            <Override PartName="/{main}" ContentType="{content_type}"/></Types>""".encode(),
        "_rels/.rels": _rels({"rId1": Link("officeDocument", main)}, relationships),
        main: part("document", f"<body>{body}</body>"),
        f"{folder}/_rels/{name}.rels".lstrip("/"): _rels(all_links, relationships),
    }
    for link in all_links.values():
        if link.data is not None:
            parts[f"{folder}/{link.target}".lstrip("/")] = link.data
    return archive(parts)


def archive(parts: Mapping[str, bytes]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return file.getvalue()


def _rels(links: Mapping[str, Link], relationships: str) -> bytes:
    lines = "".join(
        f'<Relationship Id="{name}" Type="{relationships}/{link.kind}" Target="{link.target}"'
        + (' TargetMode="External"/>' if link.external else "/>")
        for name, link in links.items()
    )
    return (
        f'<Relationships xmlns="{OFFICE}/package/2006/relationships">{lines}</Relationships>'
    ).encode()
