"""What each control word does that ends something, or begins a group whose text goes elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from slidegen.reading.rtf import branches, charsets, definitions, paragraphs
from slidegen.reading.rtf.drawings import PICTURE_KINDS
from slidegen.reading.rtf.state import Destination
from slidegen.reading.rtf.walking import Action, Walker

UNWANTED = frozenset(
    (
        *("info", "colortbl", "filetbl", "revtbl", "listname", "template", "generator"),
        *("ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn"),
        *("xe", "tc", "tcn", "rxe", "bkmkstart", "bkmkend", "pnseclvl", "private1"),
        *("nonshppict", "shprslt", "objclass", "objname", "objdata"),
        *("fontemb", "fontfile", "falt", "panose"),
    )
)
"""Destinations whose text is not the document's, and which old files don't mark `\\*`."""


def _plain(action: Callable[[Walker], None]) -> Action:
    """For words whose number says nothing."""
    return lambda walker, _: action(walker)


def _to(destination: Destination) -> Action:
    return lambda walker, _: walker.go(destination)


def _for(word: str, action: Callable[[Walker, str], None]) -> Action:
    """For words that say which of several they are."""
    return lambda walker, _: action(walker, word)


ACTIONS: Mapping[str, Action] = {
    **dict.fromkeys(UNWANTED, _to(Destination.NOWHERE)),
    # the document's encoding and its tables
    **{word: _for(word, definitions.use_family) for word in charsets.FAMILIES},
    "ansicpg": definitions.use_codepage,
    "deff": definitions.use_default_font,
    "fonttbl": _to(Destination.FONTS),
    "fcharset": definitions.set_charset,
    "cpg": definitions.set_codepage,
    "stylesheet": definitions.open_styles,
    "sbasedon": definitions.set_based_on,
    "listtable": _plain(definitions.open_lists),
    "listoverridetable": _plain(definitions.open_lists),
    "leveltext": _plain(definitions.open_level_text),
    # paragraphs and rows
    "par": _plain(paragraphs.end_paragraph),
    "sect": _plain(paragraphs.end_paragraph),
    "cell": _plain(paragraphs.end_cell),
    "nestcell": _plain(paragraphs.end_nested_cell),
    "row": _plain(paragraphs.end_row),
    "trowd": _plain(paragraphs.begin_row),
    "trhdr": _plain(paragraphs.mark_head),
    "clmrg": _plain(paragraphs.merge_left),
    "clvmrg": _plain(paragraphs.merge_up),
    "cellx": paragraphs.end_planned_cell,
    "listtext": _plain(paragraphs.open_marker),
    "pntext": _plain(paragraphs.open_marker),
    "pn": _to(Destination.STRUCTURE),
    # what hangs on the text
    "footnote": _plain(branches.open_note),
    "ftnalt": _plain(branches.mark_endnote),
    "annotation": _plain(branches.open_comment),
    **dict.fromkeys(
        ("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"),
        _plain(branches.open_head),
    ),
    "field": _plain(branches.open_field),
    "fldinst": _to(Destination.INSTRUCTION),
    "fldrslt": _plain(branches.open_result),
    "upr": _to(Destination.STRUCTURE),
    "ud": _to(Destination.TEXT),
    "moMath": _plain(branches.open_formula),
    "mmath": _to(Destination.STRUCTURE),
    # pictures, shapes, objects
    "shppict": _to(Destination.STRUCTURE),
    "pict": _plain(branches.open_picture),
    **{word: _for(word, branches.set_picture_kind) for word in PICTURE_KINDS},
    "picprop": _to(Destination.STRUCTURE),
    "shp": _to(Destination.STRUCTURE),
    "shpinst": _plain(branches.open_shape),
    "do": _plain(branches.open_shape),
    "shptxt": _plain(branches.open_shape_text),
    "dptxbxtext": _plain(branches.open_shape_text),
    "sp": _plain(branches.open_property),
    "sn": _to(Destination.PROPERTY_NAME),
    "sv": _to(Destination.PROPERTY_VALUE),
    "object": _plain(branches.open_object),
    "result": _to(Destination.TEXT),
}
