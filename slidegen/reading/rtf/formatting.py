"""The control words that change how text looks or whose paragraph it is, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from msgspec.structs import replace

from slidegen.reading.rtf.state import Character, Format, State

Change: TypeAlias = Callable[[State, int | None], State]
"""From a state and the word's number to the state after it."""


def _switch(name: str) -> Change:
    """On, unless its number is 0 (`\\b` and `\\b0`)."""

    def change(state: State, number: int | None) -> State:
        character = replace(state.character, **{name: number != 0})
        return replace(state, character=character)

    return change


def _script(is_east_asian: bool) -> Change:
    def change(state: State, _: int | None) -> State:
        return replace(state, character=replace(state.character, is_east_asian=is_east_asian))

    return change


def _associated(name: str) -> Change:
    switch = _switch(name)
    return lambda state, number: switch(state, number) if state.character.is_east_asian else state


def _character(name: str) -> Change:
    def change(state: State, number: int | None) -> State:
        return replace(state, character=replace(state.character, **{name: number}))

    return change


def _format(name: str, *, least: int = 0) -> Change:
    def change(state: State, number: int | None) -> State:
        value = max(number or 0, least)
        return replace(state, format=replace(state.format, **{name: value}))

    return change


def _alignment(value: str) -> Change:
    return lambda state, _: replace(state, format=replace(state.format, alignment=value))


def _in_table(state: State, number: int | None) -> State:
    return replace(state, format=replace(state.format, in_table=number != 0))


def _list(state: State, number: int | None) -> State:
    # \ls0 takes a paragraph out of its style's list.
    return replace(state, format=replace(state.format, list=number or None))


def _bulleted(state: State, _: int | None) -> State:
    return replace(state, format=replace(state.format, is_bulleted=True))


def _pard(state: State, _: int | None) -> State:
    return replace(state, format=Format())


def _plain(state: State, _: int | None) -> State:
    # Who deleted the text is no matter of its looks.
    return replace(state, character=Character(deleted=state.character.deleted))


def _fallback(state: State, number: int | None) -> State:
    return replace(state, fallback=max(number or 0, 0))


FORMATTING: Mapping[str, Change] = {
    "plain": _plain,
    "b": _switch("bold"),
    "i": _switch("italic"),
    "ab": _associated("bold"),
    "ai": _associated("italic"),
    "dbch": _script(True),
    **dict.fromkeys(("loch", "hich", "ltrch", "rtlch"), _script(False)),
    "strike": _switch("strike"),
    "striked": _switch("strike"),
    "v": _switch("hidden"),
    "deleted": _switch("deleted"),
    "f": _character("font"),
    "uc": _fallback,
    "pard": _pard,
    "s": _format("style"),
    "outlinelevel": _format("outline"),
    "intbl": _in_table,
    "itap": _in_table,
    "ls": _list,
    "ilvl": _format("level"),
    "pnlvlblt": _bulleted,
    "ql": _alignment("l"),
    "qc": _alignment("c"),
    "qr": _alignment("r"),
    "qj": _alignment("j"),
    "qd": _alignment("j"),
}

CHARACTERS: Mapping[str, str] = {
    # A tab is a gap, wherever it leads to.
    "tab": " ",
    "line": "\n",
    "lbr": "\n",
    "page": "\n",
    "column": "\n",
    "emdash": "—",
    "endash": "–",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "~": "\xa0",
    "_": "-",
    "-": "",
    "zwj": "",
    "zwnj": "",
    "zwbo": "",
    "zwnbo": "",
}
"""Words that stand for characters."""
