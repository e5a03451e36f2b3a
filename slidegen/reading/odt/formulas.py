"""A formula as one line of text: (a+b)/c, x², √(2).

MathML 3 draws in two dimensions, and a slide's text has one. All the formula's own
characters stay, in their order; only brackets, / _ ^ are put between.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeAlias

from slidegen.reading.odt.names import name_of

if TYPE_CHECKING:
    from lxml.etree import _Element

Linear: TypeAlias = Callable[[list[str]], str]

RAISED = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
LOWERED = str.maketrans("0123456789+-−", "₀₁₂₃₄₅₆₇₈₉₊₋₋")
DIGITS = frozenset("0123456789+-−")
LEFT_OUT = ("math:annotation", "math:annotation-xml", "math:mphantom", "math:mspace")


def formula_text(element: _Element) -> str:
    """The words of a `math:math`."""
    return " ".join(_linear(element).split())


def _linear(element: _Element) -> str:
    name = name_of(element)
    if name in LEFT_OUT:
        return ""
    parts = [text for child in element if (text := _linear(child).strip())]
    if name in FORMS and len(element) == FORMS[name][0] == len(parts):
        return FORMS[name][1](parts)
    if name == "math:msqrt":
        return f"√{_grouped(''.join(parts))}"
    if name == "math:mfenced":
        opening, closing = element.get("open", "("), element.get("close", ")")
        return opening + ",".join(parts) + closing
    if name in ("math:mtr", "math:mlabeledtr"):
        return " ".join(parts)
    if name == "math:mtable":
        return "; ".join(parts)
    return (element.text or "").strip() + "".join(parts)


def _grouped(text: str) -> str:
    return text if len(text) <= 1 or text.isalnum() else f"({text})"


def _raised(text: str) -> str:
    return text.translate(RAISED) if set(text) <= DIGITS else f"^{_grouped(text)}"


def _lowered(text: str) -> str:
    return text.translate(LOWERED) if set(text) <= DIGITS else f"_{_grouped(text)}"


FORMS: Mapping[str, tuple[int, Linear]] = {
    "math:mfrac": (2, lambda p: f"{_grouped(p[0])}/{_grouped(p[1])}"),
    "math:msup": (2, lambda p: p[0] + _raised(p[1])),
    "math:msub": (2, lambda p: p[0] + _lowered(p[1])),
    "math:msubsup": (3, lambda p: p[0] + _lowered(p[1]) + _raised(p[2])),
    "math:munder": (2, lambda p: p[0] + _lowered(p[1])),
    "math:mover": (2, lambda p: p[0] + p[1]),
    "math:munderover": (3, lambda p: p[0] + _lowered(p[1]) + _raised(p[2])),
    "math:mroot": (2, lambda p: f"√[{p[1]}]{_grouped(p[0])}"),
}
"""How many parts an element has, and what they make in a line."""
