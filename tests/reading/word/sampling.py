"""One Word file with everything in it that the reader knows, for tests that damage it."""

from __future__ import annotations

from .writing import Link, docx, part, png

BODY = """
<p><pPr><pStyle w:val="T"/></pPr><r><t>公园管理办法</t></r></p>
<p><pPr><pStyle w:val="H1"/><numPr><ilvl w:val="0"/><numId w:val="1"/></numPr></pPr>
  <r><t>总则</t></r></p>
<p><pPr><outlineLvl w:val="1"/></pPr><r><rPr><b/><rStyle w:val="Strong"/></rPr><t>目标</t></r>
  <r><br/><t>继续</t><tab/><noBreakHyphen/><sym w:font="Wingdings" w:char="F0FE"/></r>
  <hyperlink r:id="rIdL"><r><t>网页</t></r></hyperlink>
  <r><footnoteReference w:id="2"/></r><r><endnoteReference w:id="2"/></r></p>
<p><r><fldChar w:fldCharType="begin"/></r><r><instrText>TOC \\o</instrText></r>
  <r><fldChar w:fldCharType="separate"/></r><r><t>目录项</t></r></p>
<p><r><t>又一项</t><fldChar w:fldCharType="end"/></r></p>
<p><fldSimple w:instr="DATE"><r><t>今天</t></r></fldSimple><r><rPr><vanish/></rPr><t>藏</t></r></p>
<p><pPr><rPr><del/></rPr></pPr><r><t>前半</t></r><del><r><delText>删</delText></r></del></p>
<p><ins><r><t>后半</t></r></ins><r><ruby><rt><r><t>yin</t></r></rt>
  <rubyBase><r><t>音</t></r></rubyBase></ruby></r></p>
<p><pPr><numPr><ilvl w:val="0"/><numId w:val="2"/></numPr></pPr><r><t>甲</t></r></p>
<p><pPr><numPr><ilvl w:val="2"/><numId w:val="2"/></numPr></pPr><r><t>乙</t></r></p>
<p><pPr><pStyle w:val="C"/></pPr><r><t>表1 名单</t></r></p>
<tbl><tblPr><tblStyle w:val="Head"/><tblLook w:val="0020"/></tblPr><tblGrid/>
  <tr><trPr><tblHeader/></trPr><tc><tcPr><gridSpan w:val="2"/></tcPr><p><r><t>姓名</t></r></p></tc>
    <tc><tcPr><vMerge w:val="restart"/></tcPr><p><r><t>单位</t></r></p></tc></tr>
  <tr><trPr><gridBefore w:val="1"/></trPr><tc><p><r><t>丙</t></r></p></tc>
    <tc><tcPr><vMerge/></tcPr><p/></tc></tr>
  <tr><tc><tbl><tr><tc><p><r><t>表中表</t></r></p></tc></tr></tbl><p/></tc></tr></tbl>
<p><r><drawing><wp:inline><wp:docPr descr="徽标"/><a:graphic><a:graphicData><pic:pic>
  <pic:nvPicPr/><pic:blipFill><a:blip r:embed="rIdP"/></pic:blipFill></pic:pic></a:graphicData>
  </a:graphic></wp:inline></drawing></r></p>
<p><r><mc:AlternateContent><mc:Choice Requires="wps"><drawing><wp:anchor><a:graphic>
  <a:graphicData><wps:wsp><wps:txbx><txbxContent><p><r><t>框内</t></r></p></txbxContent></wps:txbx>
  </wps:wsp></a:graphicData></a:graphic></wp:anchor></drawing></mc:Choice><mc:Fallback><pict>
  <v:textbox><txbxContent><p><r><t>框内</t></r></p></txbxContent></v:textbox></pict></mc:Fallback>
  </mc:AlternateContent></r></p>
<p><r><drawing><wp:inline><a:graphic><a:graphicData><c:chart r:id="rIdC"/></a:graphicData>
  </a:graphic></wp:inline></drawing></r><r><drawing><wp:inline><a:graphic><a:graphicData>
  <dgm:relIds r:dm="rIdD"/></a:graphicData></a:graphic></wp:inline></drawing></r></p>
<p><r><object><v:shape alt="旧图"><v:imagedata r:id="rIdP"/></v:shape><o:OLEObject/></object></r>
</p>
<p><r><pict><v:shape><v:textpath string="艺术字"/></v:shape></pict></r></p>
<sdt><sdtPr><docPartObj><docPartGallery w:val="Table of Contents"/></docPartObj></sdtPr>
  <sdtContent><p><r><t>目录</t></r></p></sdtContent></sdt>
<sdt><sdtContent><p><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></p></sdtContent></sdt>
<p><pPr><framePr w:dropCap="drop"/></pPr><r><t>首</t></r></p><p><r><t>字下沉</t></r></p>
<p><pPr><pStyle w:val="Q"/></pPr><r><t>引文</t></r></p>
<p><pPr><pStyle w:val="Code"/></pPr><r><t>a = 1</t></r></p>
<altChunk r:id="rIdX"/>
<sectPr><headerReference w:type="default" r:id="rIdH"/></sectPr>
"""

CHART = """<c:chart><c:title><a:p><a:r><a:t>产值</a:t></a:r></a:p></c:title><c:plotArea><c:barChart>
<c:ser><c:tx><c:v>春</c:v></c:tx><c:cat><c:pt idx="0"><c:v>东</c:v></c:pt></c:cat>
<c:val><c:pt idx="0"><c:v>1</c:v></c:pt></c:val></c:ser></c:barChart></c:plotArea></c:chart>"""
DIAGRAM = """<dgm:ptLst><dgm:pt><dgm:t><a:p><a:r><a:t>第一步</a:t></a:r></a:p></dgm:t></dgm:pt>
</dgm:ptLst>"""

LINKS = {
    "rIdL": Link("hyperlink", "https://example.org/", external=True),
    "rIdP": Link("image", "media/1.png", png()),
    "rIdC": Link("chart", "chart.xml", part("c:chartSpace", CHART)),
    "rIdD": Link("diagramData", "data.xml", part("dgm:dataModel", DIAGRAM)),
    "rIdH": Link("header", "header.xml", part("hdr", "<p><r><t>机密★1年</t></r></p>")),
    "rIdF": Link(
        "footnotes",
        "footnotes.xml",
        part(
            "footnotes",
            '<footnote w:type="separator" w:id="0"><p><r><t>—</t></r></p></footnote>'
            '<footnote w:id="2"><p><r><t>脚注</t></r></p></footnote>',
        ),
    ),
    "rIdE": Link(
        "endnotes",
        "endnotes.xml",
        part("endnotes", '<endnote w:id="2"><p><r><t>尾注</t></r></p></endnote>'),
    ),
    "rIdM": Link("comments", "comments.xml", part("comments", '<comment w:id="1"/>')),
}


def everything() -> bytes:
    return docx(BODY, LINKS)
