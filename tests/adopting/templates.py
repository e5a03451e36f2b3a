"""Templates as people have them, made here: each is PowerPoint's plain one with one thing odd."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Mapping
from functools import cache
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Inches

Parts = dict[str, bytes]
MASTER = "ppt/slideMasters/slideMaster1.xml"
DECK = "ppt/presentation.xml"
TYPES = "[Content_Types].xml"
OFFICE = "http://schemas.openxmlformats.org"
THEME = "ppt/theme/theme1.xml"


@cache
def plain() -> bytes:
    """4:3, eleven layouts, no slides, no fonts for Chinese."""
    return _saved(Presentation())


def _saved(presentation: Any) -> bytes:
    out = BytesIO()
    presentation.save(out)
    return out.getvalue()


def changed(edit: Callable[[Parts], None], data: bytes | None = None) -> bytes:
    """*data*, or the plain template, with its parts as *edit* leaves them."""
    with zipfile.ZipFile(BytesIO(data or plain())) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    edit(parts)
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def replaced(name: str, old: str, new: str) -> Callable[[Parts], None]:
    def edit(parts: Parts) -> None:
        said = parts[name].decode()
        assert re.search(old, said), f"{name} has no {old}"
        parts[name] = re.sub(old, new, said).encode()

    return edit


def _without_layouts(keep: tuple[str, ...]) -> bytes:
    presentation = Presentation()
    layouts = presentation.slide_layouts
    for layout in tuple(layouts):
        if layout.name not in keep:
            layouts.remove(layout)
    return _saved(presentation)


def _with_old_slides(count: int) -> bytes:
    presentation = Presentation()
    presentation.core_properties.author = "Somebody Else"
    presentation.core_properties.title = "Last Year's Secrets"
    for number in range(count):
        slide = presentation.slides.add_slide(presentation.slide_layouts[1])
        slide.shapes.title.text = f"Old slide {number}"
        if number < 3:
            slide.notes_slide.notes_text_frame.text = "Old notes"
    return _saved(presentation)


def _renamed() -> bytes:
    """All layouts have one name, the title layout comes last, and none says its type."""
    presentation = Presentation()
    listed = presentation.slide_master.element.find(qn("p:sldLayoutIdLst"))
    listed.append(listed[0])
    for layout in presentation.slide_layouts:
        layout.element.cSld.set("name", "自定义版式")
        layout.element.attrib.pop("type", None)
    return _saved(presentation)


def _sized(width: float, height: float) -> bytes:
    """Everything scaled to that size, in inches."""
    presentation = Presentation()
    across = Inches(width) / presentation.slide_width
    down = Inches(height) / presentation.slide_height
    roots = [presentation.slide_master.element]
    roots += [layout.element for layout in presentation.slide_layouts]
    for root in roots:
        for tag, first, second in (("a:off", "x", "y"), ("a:ext", "cx", "cy")):
            for element in root.iter(qn(tag)):
                if element.get(first) is not None:
                    element.set(first, str(int(int(element.get(first)) * across)))
                    element.set(second, str(int(int(element.get(second)) * down)))
    presentation.slide_width, presentation.slide_height = Inches(width), Inches(height)
    return _saved(presentation)


def _title_at_bottom() -> bytes:
    presentation = Presentation()
    title, body = (presentation.slide_master.placeholders[i] for i in (0, 1))
    title.top, title.height = Inches(5.3), Inches(0.9)
    body.top, body.height = Inches(0.5), Inches(4.6)
    return _saved(presentation)


def _tiny_body() -> bytes:
    presentation = Presentation()
    body = presentation.slide_master.placeholders[1]
    body.width, body.height = Inches(1.5), Inches(0.8)
    return _saved(presentation)


def _dark() -> bytes:
    """White on dark blue by its map of colours, with a bar down the left side."""

    def edit(parts: Parts) -> None:
        replaced(
            MASTER,
            'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2"',
            'bg1="dk2" tx1="lt1" bg2="dk1" tx2="lt2"',
        )(parts)
        bar = (
            '<p:sp><p:nvSpPr><p:cNvPr id="90" name="Bar"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>'
            '<a:xfrm><a:off x="0" y="0"/><a:ext cx="300000" cy="6858000"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill>'
            '<a:schemeClr val="accent2"/></a:solidFill></p:spPr></p:sp>'
        )
        replaced(MASTER, "(</p:grpSpPr>|<p:grpSpPr/>)", rf"\1{bar}")(parts)

    return changed(edit)


def _strict() -> bytes:
    names = {
        f"{OFFICE}/presentationml/2006/main": "presentationml/main",
        f"{OFFICE}/drawingml/2006/main": "drawingml/main",
        f"{OFFICE}/officeDocument/2006/relationships": "officeDocument/relationships",
    }

    def edit(parts: Parts) -> None:
        for name, data in parts.items():
            if name != TYPES:
                for transitional, strict in names.items():
                    uri = f"http://purl.oclc.org/ooxml/{strict}"
                    data = data.replace(transitional.encode(), uri.encode())
                parts[name] = data
        replaced(DECK, "<p:presentation ", '<p:presentation conformance="strict" ')(parts)
        replaced(MASTER, '<a:spcPct val="20000"/>', '<a:spcPct val="20%"/>')(parts)

    return changed(edit)


def _two_masters() -> bytes:
    """The first has but a blank layout; the second is the one to use."""

    def edit(parts: Parts) -> None:
        layouts = "ppt/slideLayouts/slideLayout{}.xml"
        rels = "ppt/slideLayouts/_rels/slideLayout{}.xml.rels"
        master_rels = "ppt/slideMasters/_rels/slideMaster{}.xml.rels"
        parts["ppt/slideMasters/slideMaster2.xml"] = parts[MASTER]
        parts[master_rels.format(2)] = parts[master_rels.format(1)]
        for number in range(1, 12):
            if number != 7:
                said = parts[rels.format(number)]
                parts[rels.format(number)] = said.replace(b"slideMaster1", b"slideMaster2")
        # 7 is the blank one; each master keeps in its list what is its own.
        one = parts[MASTER].decode()
        ids = re.findall(r'<p:sldLayoutId [^>]*r:id="(\w+)"/>', one)
        blank = re.search(
            r'Id="(\w+)"[^>]*slideLayout7|slideLayout7[^>]*Id="(\w+)"',
            parts[master_rels.format(1)].decode(),
        )
        assert blank and ids and layouts.format(7) in parts
        key = blank[1] or blank[2]
        entry = r'<p:sldLayoutId [^>]*r:id="{}"/>'
        two = re.sub(entry.format(key), "", one)
        for other in ids:
            if other != key:
                one = re.sub(entry.format(other), "", one)
        two = re.sub(r'(<p:sldLayoutId id=")\d', r"\g<1>3", two)
        parts[MASTER], parts["ppt/slideMasters/slideMaster2.xml"] = one.encode(), two.encode()
        replaced(master_rels.format(1), r"<Relationship [^>]*slideLayout(?!7\.)\d+[^>]*/>", "")(
            parts
        )
        replaced(master_rels.format(2), r"<Relationship [^>]*slideLayout7\.[^>]*/>", "")(parts)
        replaced(
            TYPES,
            r'(<Override [^>]*/slideMasters/slideMaster)1(\.xml"[^>]*/>)',
            r"\g<0>\g<1>2\g<2>",
        )(parts)
        replaced(
            "ppt/_rels/presentation.xml.rels",
            "</Relationships>",
            '<Relationship Id="rId900" Type="http://schemas.openxmlformats.org/officeDocument/'
            '2006/relationships/slideMaster" Target="slideMasters/slideMaster2.xml"/>'
            "</Relationships>",
        )(parts)
        replaced(
            DECK,
            "</p:sldMasterIdLst>",
            '<p:sldMasterId id="3900000000" r:id="rId900"/></p:sldMasterIdLst>',
        )(parts)

    return changed(edit)


def _macros() -> bytes:
    def edit(parts: Parts) -> None:
        replaced(
            TYPES,
            "application/vnd.openxmlformats-officedocument.presentationml."
            r"presentation.main\+xml",
            "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml",
        )(parts)
        replaced(
            TYPES,
            "<Default ",
            '<Default Extension="bin" '
            'ContentType="application/vnd.ms-office.vbaProject"/><Default ',
        )(parts)
        parts["ppt/vbaProject.bin"] = b"macro"
        replaced(
            "ppt/_rels/presentation.xml.rels",
            "</Relationships>",
            '<Relationship Id="rId901" Type="http://schemas.microsoft.com/office/2006/'
            'relationships/vbaProject" Target="vbaProject.bin"/></Relationships>',
        )(parts)

    return changed(edit)


def _without_geometry() -> bytes:
    return changed(replaced(MASTER, r"<a:xfrm>.*?</a:xfrm>", ""))


def _spaced_titles() -> bytes:
    """Capitals, wide apart, in one line that never wraps."""

    def edit(parts: Parts) -> None:
        replaced(MASTER, r"(<p:titleStyle>.*?<a:defRPr )", r'\1cap="all" spc="300" ')(parts)
        replaced(MASTER, "<a:bodyPr ", '<a:bodyPr wrap="none" ')(parts)

    return changed(edit)


def _hidden_title() -> bytes:
    """Moved off the slide, as some do who want none."""
    presentation = Presentation()
    presentation.slide_master.placeholders[0].top = Inches(-3)
    return _saved(presentation)


def _gradient() -> bytes:
    """Ever darker towards the foot, as office themes of the 2010s are."""
    stops = "".join(
        f'<a:gs pos="{at}"><a:srgbClr val="{colour}"/></a:gs>'
        for at, colour in ((0, "E8E8E8"), (100000, "8C8C8C"))
    )
    fill = f'<a:gradFill><a:gsLst>{stops}</a:gsLst><a:lin ang="5400000"/></a:gradFill>'
    ground = f"<p:bg><p:bgPr>{fill}<a:effectLst/></p:bgPr></p:bg>"
    return changed(replaced(MASTER, "<p:bg>.*?</p:bg>|(?<=<p:cSld>)(?=<p:spTree>)", ground))


def _as_libreoffice() -> bytes:
    """Placeholders without numbers, looks in prompts alone, an id twice, no properties."""
    shown = (
        '<a:p><a:pPr algn="r"><a:buNone/></a:pPr><a:r><a:rPr lang="en-US" sz="3300" b="1"/>'
        "<a:t>Title</a:t></a:r></a:p>"
    )
    points = "".join(
        f'<a:p><a:pPr lvl="{level}" marL="{432000 * (level + 1)}" indent="-324000">'
        f'<a:buChar char="-"/></a:pPr><a:r><a:rPr lang="en-US" sz="{size}"/><a:t>x</a:t>'
        "</a:r></a:p>"
        for level, size in enumerate((2400, 2100, 1800))
    )

    def edit(parts: Parts) -> None:
        replaced(MASTER, "<p:txStyles>.*?</p:txStyles>", "")(parts)
        for kind, prompts in (("title", shown), ("body", points)):
            text = rf'(type="{kind}".*?<p:txBody>.*?)<a:p>.*?(?=</p:txBody>)'
            replaced(MASTER, text, rf"\g<1>{prompts}")(parts)
        replaced(MASTER, r'(<p:cNvPr id=")2"', r'\g<1>1"')(parts)
        replaced(DECK, "<p:defaultTextStyle>.*?</p:defaultTextStyle>", "")(parts)
        relations = "ppt/_rels/presentation.xml.rels"
        replaced(relations, '<Relationship [^>]*/(?:view|pres)Props"[^>]*/>', "")(parts)
        for name in parts:
            if re.search(r"slideLayout\d+\.xml$", name):
                said = parts[name].decode()
                said = re.sub(r'(<p:ph(?! type="(?:dt|ftr|sldNum)")[^>]*?) idx="\d+"', r"\1", said)
                foot = r'(type="ftr".*?<p:txBody>.*?)<a:p>.*?</a:p>'
                words = r"\g<1><a:p><a:r><a:t>Footer</a:t></a:r></a:p>"
                parts[name] = re.sub(foot, words, said, flags=re.S).encode()

    return changed(edit)


AWKWARD: Mapping[str, Callable[[], bytes]] = {
    "plain": plain,
    "potx": lambda: changed(replaced(TYPES, r"presentation\.main\+xml", "template.main+xml")),
    "no-cover": lambda: _without_layouts(("Title and Content", "Title Only", "Two Content")),
    "content-only": lambda: _without_layouts(("Title and Content",)),
    "blank-only": lambda: _without_layouts(("Blank",)),
    "no-layouts": lambda: _without_layouts(()),
    "old-slides": lambda: _with_old_slides(40),
    "renamed": _renamed,
    "keynote": lambda: _sized(26.667, 15),
    "small": lambda: _sized(5, 2.8125),
    "portrait": lambda: _sized(7.5, 10),
    "title-at-bottom": _title_at_bottom,
    "tiny-body": _tiny_body,
    "huge-type": lambda: changed(replaced(MASTER, r'(<p:bodyStyle>.*?sz=")\d+', r"\g<1>6000")),
    "dark": _dark,
    "gradient": _gradient,
    "strict": _strict,
    "two-masters": _two_masters,
    "macros": _macros,
    "no-geometry": _without_geometry,
    "no-footers": lambda: changed(_no_footers),
    "spaced-titles": _spaced_titles,
    "hidden-title": _hidden_title,
    "libreoffice": _as_libreoffice,
}
"""By what is odd about each."""


def _no_footers(parts: Parts) -> None:
    for name in parts:
        if re.search(r"slide(Layout|Master)\d+\.xml$", name):
            said = parts[name].decode()
            shape = r'<p:sp>(?:(?!</p:sp>).)*<p:ph type="(?:dt|ftr|sldNum)".*?</p:sp>'
            parts[name] = re.sub(shape, "", said, flags=re.S).encode()
