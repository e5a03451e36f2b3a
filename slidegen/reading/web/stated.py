"""What a page says of itself where no reader sees it: its title, and the site's name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from slidegen.patterns import compiled

if TYPE_CHECKING:
    from lxml.html import HtmlElement

TITLES = (
    "articletitle",
    "og:title",
    "dc.title",
    "dcterms.title",
    "citation_title",
    "twitter:title",
)
SEPARATOR = compiled(r"\s*[_|｜]+\s*|\s+[-–—·»>]+\s+|(?<=[^\x00-\x7f])[-–—]{1,2}(?=[^\x00-\x7f])")
"""Between an article's title and the names of the column and the site."""
LONG_ENOUGH = 8
"""Letters of a title that is told by the beginning of what the page states."""
LONGEST_STATED = 500
"""Letters of a title with the names of column, channel and site."""
LONGEST = 200
"""Letters of a title."""


class Stated(Struct, frozen=True):
    titles: tuple[str, ...] = ()
    """What may be the title, the likeliest first; each stands in `page_title` or a <meta>."""
    sites: tuple[str, ...] = ()
    """What may be the site's name, or a column's."""

    def is_site(self, text: str) -> bool:
        """Whether *text* is the site's name, which pages mark as their first heading too."""
        seen = squeezed(text)
        return any(seen == squeezed(site) for site in self.sites)

    def is_title(self, text: str) -> bool:
        """Whether *text*, which a reader sees, is the title that the page states."""
        seen = squeezed(text)
        if len(seen) < 2:
            return False
        # The site's name often follows the title without a sign between them.
        is_long = len(seen) >= LONG_ENOUGH
        return any(
            seen == title or (is_long and title.startswith(seen))
            for title in map(squeezed, self.titles)
        )


def stated(root: HtmlElement) -> Stated:
    """What the head of the page says."""
    metas = dict(_metas(root))
    named = [metas[name] for name in TITLES if name in metas]
    found = root.find(".//head/title")
    title = "".join(map(str, found.itertext())) if found is not None else ""
    title = " ".join(title[:LONGEST_STATED].split())
    titles = [*named, *_titles_in(title)]
    return Stated(
        tuple(dict.fromkeys(title for title in titles if 0 < len(title) <= LONGEST)),
        tuple(
            name
            for name in (metas.get("og:site_name", ""), *SEPARATOR.split(title)[1:])
            if name and name not in named
        ),
    )


def squeezed(text: str) -> str:
    """*text* by its letters only, so that spacing and typography make no difference."""
    return "".join(sign for sign in text.lower() if sign.isalnum())


def _titles_in(title: str) -> Iterator[str]:
    """*title*, then what is left of it without the names of site and column at its end."""
    yield title
    cuts: Sequence[re.Match[str]] = list(SEPARATOR.finditer(title))
    for cut in reversed(cuts):
        yield title[: cut.start()]


def _metas(root: HtmlElement) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    for meta in root.iter("meta"):
        name = (meta.get("name") or meta.get("property") or "").strip().lower()
        content = " ".join((meta.get("content") or "").split())
        if name and content and name not in seen:
            seen.add(name)
            yield name, content
