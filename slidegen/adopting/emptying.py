"""A template without what was somebody's deck: its slides and all that only they need.

What is kept is what can be reached from the presentation once the slides are gone: masters,
layouts, their pictures and themes. Who wrote the template, when, what for and on which
printer is nobody's business in the new deck.
"""

from __future__ import annotations

from lxml import etree

from slidegen.adopting.opening import cut, root_of
from slidegen.writing.markup import Element, qualified, serialised
from slidegen.writing.package import Package, Part

PERSONAL = (
    *("slide", "commentAuthors", "authors", "customXml", "tags", "printerSettings", "vbaProject"),
    *("attachedToolbars", "externalLink"),
)
"""Kinds of relations that are cut wherever they are."""
OLD_LISTS = ("p:sldIdLst", "p:custShowLst", "p:custDataLst", "p:modifyVerifier", "p:photoAlbum")
"""What the presentation says of the old deck; the last but one would ask for a password to edit."""
SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
"""The extension that lists sections ([MS-PPTX] 2.6.3)."""


def empty(package: Package, presentation: Part) -> int:
    """Take the old deck out. How many slides that were."""
    slides = sum(r.kind.endswith("/slide") for r in presentation.relations.values())
    root = root_of(presentation)
    for tag in OLD_LISTS:
        for found in root.findall(qualified(tag)):
            root.remove(found)
    _without_sections(root)
    presentation.data = serialised(root)
    _only_the_deck(package, presentation.name)
    for part in tuple(package.parts.values()):
        cut(part, [key for key, relation in part.relations.items() if _is_personal(relation.kind)])
    _keep_reachable(package)
    _without_custom_show(package, presentation)
    return slides


def _is_personal(kind: str) -> bool:
    return kind.rpartition("/")[2] in PERSONAL


def _only_the_deck(package: Package, name: str) -> None:
    """No properties, thumbnail, signatures or macros' ribbon: the root leads to the deck alone."""
    for key, relation in tuple(package.root.relations.items()):
        if relation.target != name:
            package.root.unrelate(key)


def _keep_reachable(package: Package) -> None:
    reached: dict[str, None] = {}
    waiting = [package.root]
    while waiting:
        for relation in waiting.pop().relations.values():
            if not relation.external and relation.target not in reached:
                reached[relation.target] = None
                waiting.append(package.parts[relation.target])
    for name in tuple(package.parts):
        if name not in reached:
            del package.parts[name]


def _without_sections(root: Element) -> None:
    extensions = root.find(qualified("p:extLst"))
    if extensions is None:
        return
    for extension in tuple(extensions):
        if extension.get("uri") == SECTIONS:
            extensions.remove(extension)
    if not len(extensions):
        root.remove(extensions)


def _without_custom_show(package: Package, presentation: Part) -> None:
    """A show of some of the slides (`p:custShow`, `p:sldRg`) has none left to show."""
    name = presentation.related("presProps")
    if name is None:
        return
    root = root_of(package.parts[name])
    shows = [
        element
        for element in root.iter(etree.Element)
        if element.tag in (qualified("p:custShow"), qualified("p:sldRg"))
    ]
    for show in shows:
        parent = show.getparent()
        if parent is not None:
            parent.remove(show)
    if shows:
        package.parts[name].data = serialised(root)
