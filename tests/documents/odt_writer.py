"""OpenDocument texts as LibreOffice writes them, for tests.

`odt_of` makes a whole document; `odt` and `fodt` wrap XML of a test's own.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import NamedTuple
from xml.sax.saxutils import escape

URN = "urn:oasis:names:tc:opendocument:xmlns"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "office": f"{URN}:office:1.0",
        "style": f"{URN}:style:1.0",
        "text": f"{URN}:text:1.0",
        "table": f"{URN}:table:1.0",
        "draw": f"{URN}:drawing:1.0",
        "fo": f"{URN}:xsl-fo-compatible:1.0",
        "svg": f"{URN}:svg-compatible:1.0",
        "meta": f"{URN}:meta:1.0",
        "manifest": f"{URN}:manifest:1.0",
        "dc": "http://purl.org/dc/elements/1.1/",
        "xlink": "http://www.w3.org/1999/xlink",
        "math": "http://www.w3.org/1998/Math/MathML",
        "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
    }.items()
)
MIMETYPE = "application/vnd.oasis.opendocument.text"

STYLES = "".join(
    f'<style:style style:name="{name}" style:display-name="{shown}" style:family="paragraph"'
    f"{more}/>"
    for name, shown, more in (
        ("Standard", "Standard", ""),
        ("Title", "Title", ' style:parent-style-name="Standard"'),
        ("Subtitle", "Subtitle", ' style:parent-style-name="Standard"'),
        ("Heading_20_1", "Heading 1", ' style:default-outline-level="1"'),
        ("Heading_20_2", "Heading 2", ' style:default-outline-level="2"'),
        ("Heading_20_3", "Heading 3", ' style:default-outline-level="3"'),
    )
)


class Styled(NamedTuple):
    """A paragraph of `odt_of` that is the title (level 0) or a heading."""

    text: str
    level: int


def odt_of(paragraphs: Sequence[str | Styled]) -> bytes:
    """*paragraphs* one after the other, headings in the styles Heading 1 and so on."""
    return odt("".join(map(_paragraph, paragraphs)))


def _paragraph(paragraph: str | Styled) -> str:
    match paragraph:
        case Styled(text, 0):
            return f'<text:p text:style-name="Title">{escape(text)}</text:p>'
        case Styled(text, level):
            return (
                f'<text:h text:style-name="Heading_20_{level}" text:outline-level="{level}">'
                f"{escape(text)}</text:h>"
            )
        case _:
            return f'<text:p text:style-name="Standard">{escape(paragraph)}</text:p>'


def odt(
    body: str,
    *,
    automatic: str = "",
    styles: str = STYLES,
    masters: str = "",
    meta: str = "",
    more: Mapping[str, bytes | str] | None = None,
) -> bytes:
    """A package around *body*. *automatic* are styles in content.xml, *styles* those in
    styles.xml beside the *masters*' headers; *more* adds or replaces parts."""
    parts: dict[str, bytes | str] = {
        "mimetype": MIMETYPE,
        "content.xml": (
            f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {NAMESPACES} '
            f'office:version="1.3"><office:automatic-styles>{automatic}</office:automatic-styles>'
            f"<office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>"
        ),
        "styles.xml": (
            f'<office:document-styles {NAMESPACES} office:version="1.3"><office:styles>{styles}'
            f"</office:styles><office:master-styles>{masters}</office:master-styles>"
            "</office:document-styles>"
        ),
        "meta.xml": (
            f'<office:document-meta {NAMESPACES} office:version="1.3"><office:meta>{meta}'
            "</office:meta></office:document-meta>"
        ),
        "META-INF/manifest.xml": (
            f'<manifest:manifest {NAMESPACES}><manifest:file-entry manifest:full-path="/" '
            f'manifest:media-type="{MIMETYPE}"/></manifest:manifest>'
        ),
        **(more or {}),
    }
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            # The type comes first and is not compressed, so that it can be told from the bytes.
            method = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            entry = zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0))
            package.writestr(entry, data, compress_type=method)
    return file.getvalue()


def fodt(body: str, *, automatic: str = "", styles: str = STYLES) -> bytes:
    """The same in one XML file."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {NAMESPACES} '
        f'office:version="1.3" office:mimetype="{MIMETYPE}"><office:styles>{styles}'
        f"</office:styles><office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    ).encode()
