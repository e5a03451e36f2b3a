"""What HTML's elements are to a reader of words: which open a box, which show nothing, how they
say that their text is bold, hidden, or that a picture stands there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from slidegen.patterns import compiled
from slidegen.reading.web.boxes import PictureMark

if TYPE_CHECKING:
    from lxml.etree import _Element

BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd"),
        *("details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure"),
        *("footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr"),
        *("html", "legend", "li", "main", "menu", "nav", "noframes", "ol", "p", "pre"),
        *("search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr"),
        *("ul",),
    )
)
"""What a browser sets below what stands before it."""
UNSHOWN = frozenset(
    (
        *("applet", "area", "audio", "base", "button", "canvas", "col", "colgroup", "datalist"),
        *("embed", "frame", "head", "iframe", "input", "link", "map", "meta", "meter"),
        *("noembed", "noscript", "object", "optgroup", "option", "param", "progress", "rp"),
        *("rt", "script", "select", "source", "style", "svg", "template", "textarea", "title"),
        *("track", "video"),
    )
)
"""What is no text of the page: scripts, controls, embedded objects, the readings of ruby."""
STYLED: Mapping[str, Mapping[str, bool]] = {
    "b": {"bold": True},
    "strong": {"bold": True},
    "i": {"italic": True},
    "em": {"italic": True},
    "cite": {"italic": True},
    "var": {"italic": True},
    "code": {"code": True},
    "kbd": {"code": True},
    "samp": {"code": True},
    "tt": {"code": True},
    "s": {"strike": True},
    "strike": {"strike": True},
    "del": {"strike": True},
}
STYLE_NAME = compiled(r"(?:^|\s)(?:Heading([1-6])|MsoTitle|Title)(?=\s|$)")
"""What programs that export Word's paragraphs as they are call headings and the title."""
RAISING = compiled(r"vertical-align:(?:super|top|text-top)")
HIDING = compiled(r"display:none|visibility:hidden|mso-hide:all")
HIDING_NAMES = frozenset(
    (
        *("sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text"),
        *("govuk-visually-hidden", "usa-sr-only", "mw-editsection", "noprint"),
        *("element-invisible",),
    )
)
"""Words for a screen reader only, by the names that the common style sheets give them."""


def tag_of(element: _Element) -> str:
    """The element's name; a paragraph that bears the name of a heading's style is a heading."""
    tag = element.tag
    if tag == "p" and (found := STYLE_NAME.search(element.get("class", ""))):
        return f"h{found[1] or 1}"
    # Word's own elements (`o:p`, `st1:date`) show their text.
    return tag.lower() if isinstance(tag, str) else ""


def declared(element: _Element) -> str:
    """The element's own style, in lower case and without white space."""
    style = element.get("style")
    return "".join(style.lower().split()) if style else ""


def names_of(element: _Element) -> tuple[str, ...]:
    return tuple(name for key in ("id", "name") if (name := element.get(key)))


def is_unshown(tag: str, element: _Element) -> bool:
    return (
        tag in UNSHOWN
        or element.get("hidden") is not None
        or element.get("aria-hidden", "").lower() == "true"
        or HIDING.search(declared(element)) is not None
        or not HIDING_NAMES.isdisjoint(element.get("class", "").lower().split())
    )


def picture(element: _Element) -> PictureMark:
    """Pages that load pictures late keep the real address elsewhere than in `src`."""
    attributes = {str(k).lower(): str(v).strip() for k, v in element.attrib.items()}
    late = [
        value
        for key, value in attributes.items()
        if key.startswith(("data-", "original", "_src", "lazy", "file"))
        and re.search(r"\.(?:png|jpe?g|gif|bmp|tiff?|webp)(?:[?#!].*)?$", value, re.IGNORECASE)
    ]
    choices = [part.split()[0] for part in attributes.get("srcset", "").split(",") if part.split()]
    targets = [*late, attributes.get("src", ""), *reversed(choices)]
    return PictureMark(
        tuple(dict.fromkeys(target for target in targets if target)),
        " ".join(attributes.get("alt", "").split()),
        _pixels(attributes.get("width", "")),
        _pixels(attributes.get("height", "")),
    )


def _pixels(length: str) -> int | None:
    found = re.fullmatch(r"(\d{1,5})(?:\.\d+)?(?:px)?", length)
    return int(found[1]) if found else None
