"""XML of a stranger, parsed without giving it any power.

No document type (so no entities of its own, no bomb), nothing fetched or opened,
and no more depth than a document has.
"""

from __future__ import annotations

from lxml import etree

from slidegen.errors import MalformedSource
from slidegen.messages import Message
from slidegen.reading.limits import DEEPEST_XML, LARGEST_XML, check_size, too_large

DOCTYPE = b"<!DOCTYPE"


class BrokenXml(Exception):
    """The part is not well-formed; a reader that can do without it goes on."""


def parse_xml(data: bytes) -> etree._Element:
    """The root element of *data*, without comments and processing instructions.

    Raises `BrokenXml`; `SourceTooLarge` where it is too large or too deep, and
    `MalformedSource` where it declares a document type.
    """
    check_size(len(data), LARGEST_XML)
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        # LibreOffice gives an id twice, which only matters to those who look for it.
        collect_ids=False,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if "xcessive depth" in str(error):
            raise _too_deep() from None
        if DOCTYPE in data:
            # Entities that grow are an error to the parser before it is done.
            raise _own_entities() from None
        raise BrokenXml(str(error)) from None
    # The stubs lack `doctype`.
    if getattr(root.getroottree().docinfo, "doctype", ""):
        raise _own_entities()
    _check_depth(root)
    return root


def _check_depth(root: etree._Element) -> None:
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST_XML:
            raise _too_deep()


def _too_deep() -> Exception:
    return too_large(
        Message(
            en=f"the document nests more than {DEEPEST_XML} levels deep",
            zh=f"文档内部嵌套超过 {DEEPEST_XML} 层",
        )
    )


def _own_entities() -> MalformedSource:
    return MalformedSource(
        Message(
            en="the document declares its own entities, which office programs never do",
            zh="文档内含自定义实体声明，正常的办公文档不会有这种内容",
        ),
        Message(
            en="save it anew in its own program, and convert that",
            zh="请用原来的软件重新保存后再转换",
        ),
    )
