"""Of each `mc:AlternateContent` the one branch that is meant, so that nothing is read twice.

ECMA-376, part 3, 10.2.1: the first choice whose namespaces are all understood, else the
fallback. Word writes every text box and drawing in both ways.
"""

from __future__ import annotations

from lxml import etree

from slidegen.reading.word.names import MC, MICROSOFT, OFFICE

UNDERSTOOD = (
    f"{OFFICE}/",
    f"{MICROSOFT}/word/",
    f"{MICROSOFT}/drawing/2010/main",
    f"{MICROSOFT}/drawing/2014/",
    "urn:schemas-microsoft-com:",
)
"""How the namespaces begin that a choice may require: text boxes, groups and canvases, newer
Word. A newer kind of chart or a three-dimensional model has a picture for a fallback."""


def choose(root: etree._Element) -> None:
    """Puts what is meant in the place of every alternative below *root*."""
    # Outermost first: a branch that is chosen may hold further alternatives.
    for element in list(root.iter(f"{MC}AlternateContent")):
        parent = element.getparent()
        if parent is None:
            continue
        branch = _branch(element)
        # Not by position, which takes as long as there are siblings.
        for meant in reversed(list(branch) if branch is not None else []):
            element.addnext(meant)
        parent.remove(element)


def _branch(element: etree._Element) -> etree._Element | None:
    choices = element.findall(f"{MC}Choice")
    for choice in choices:
        prefixes = str(choice.get("Requires", "")).split()
        if all(str(choice.nsmap.get(p, "")).startswith(UNDERSTOOD) for p in prefixes):
            return choice
    fallback = element.find(f"{MC}Fallback")
    if fallback is not None:
        return fallback
    # Against the letter: words that only a newer program shows are words all the same.
    return choices[0] if choices else None
