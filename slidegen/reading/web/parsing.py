"""Text to a tree of elements, for which nothing is fetched and no entity of the page's own
means anything.

The one place in this reader that knows the parser. What a page can do to it is bounded:
pictures inside the page are taken out before it sees them, and nesting ends at its own limit.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from slidegen.errors import MalformedSource
from slidegen.messages import Message
from slidegen.patterns import compiled
from slidegen.reading.limits import too_large

if TYPE_CHECKING:
    from lxml.html import HtmlElement

DEEPEST_PAGE = 256
"""Elements within elements; libxml2 stops there."""

MOST_TAGS = 1_000_000
"""Opening and closing. A report of 30,000 characters that Word exported has about 40,000."""

VOID = compiled(r"[ \t\r\n]{500,}")
"""White space over which expressions of other people's would take its length squared."""
INLINE_TAG = compiled(
    r"</?(?:a|abbr|acronym|b|big|em|font|i|ins|label|small|span|strong|tt|u)(?=[\s/>])[^<>]*>",
    re.IGNORECASE,
)
EMBEDDED = compiled(r"data:image/[\w.+-]{1,40};base64,[A-Za-z0-9+/=]+", re.IGNORECASE)
EMBEDDED_AS = "embedded:"
DECLARATION = compiled(r"\s*<\?xml[^>]*\?>")


class Parsed(Struct, frozen=True):
    root: HtmlElement
    embedded: tuple[str, ...]
    """The pictures that stood in the page itself, as `data:` addresses."""

    def target(self, address: str) -> str:
        """*address* as the page has it, where it stands for an embedded picture."""
        if not address.startswith(EMBEDDED_AS):
            return address
        number = address.removeprefix(EMBEDDED_AS)
        known = number.isascii() and number.isdigit() and int(number) < len(self.embedded)
        return self.embedded[int(number)] if known else ""


def parse_page(text: str) -> Parsed:
    """Raises `SourceTooLarge` for what nests too deep, `MalformedSource` for no page at all."""
    embedded: list[str] = []

    def put_aside(found: re.Match[str]) -> str:
        embedded.append(found[0])
        return f"{EMBEDDED_AS}{len(embedded) - 1}"

    declaration = DECLARATION.match(text)
    text = text[declaration.end() if declaration else 0 :].replace("\0", " ")
    text = EMBEDDED.sub(put_aside, VOID.sub("\n", text))
    if text.count("<") > MOST_TAGS:
        raise too_large(
            Message(
                en=f"the page has more than {MOST_TAGS:,} tags",
                zh=f"网页里的标签超过 {MOST_TAGS:,} 个",
            )
        )
    # Old pages open <font> for each paragraph and never close it; without them they are flat.
    root = _parsed(text)
    if root is None:
        root = _parsed(INLINE_TAG.sub("", text))
    if root is None:
        raise too_large(
            Message(
                en=f"the page nests more than {DEEPEST_PAGE} levels deep, "
                "or one part of it is larger than 10 MB",
                zh=f"网页内部嵌套超过 {DEEPEST_PAGE} 层，或单个部分超过 10 MB",
            )
        )
    return Parsed(root, tuple(embedded))


def _parsed(text: str) -> HtmlElement | None:
    """The root of *text*; None where the parser met its limit and gave up on the rest."""
    from lxml import etree, html

    parser = html.HTMLParser(
        encoding="utf-8",
        recover=True,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        if _hit_limit(parser):
            return None
        raise MalformedSource(
            Message(en="the page holds nothing that can be read", zh="网页里没有可读的内容"),
            Message(
                en="open it in a browser, save it anew, and convert that",
                zh="请用浏览器打开并重新保存后再转换",
            ),
        ) from None
    return None if _hit_limit(parser) else root


def _hit_limit(parser: object) -> bool:
    log = getattr(parser, "error_log", ())
    return any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in log)
