"""A formula of Word as one line of text: x², ∑_(i=1)^n, (a+b)/c.

Office Math (ECMA-376, part 1, 22.1) draws in two dimensions, and a slide's text has one. The
linear form is that of Unicode Technical Note 28 where it reads well: all the formula's own
characters stay, in their order, and only brackets, / _ ^ ; and the like are put between.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias
from unicodedata import category, normalize

from lxml import etree

from slidegen.patterns import compiled
from slidegen.reading.word.names import M, W, tag_of

Linear: TypeAlias = Callable[[etree._Element], str]

RAISED = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
LOWERED = str.maketrans("0123456789+-−", "₀₁₂₃₄₅₆₇₈₉₊₋₋")
DIGITS = compiled(r"[0-9+\-−]+")
RAISED_ALREADY = "′″‴⁗'°∘"
"""Signs that are drawn raised as they are: primes and degrees."""
ROOTS = {"": "√", "2": "√", "3": "∛", "4": "∜"}
INVISIBLE = compiled("[\u2061-\u2064\u200b]")
"""Function application, invisible times and the like."""

LETTERS = compiled("[\u210e\U0001d400-\U0001d7ff]")
"""Letters of mathematical fonts; the first is the italic h, which is not among the others."""


def equation_text(omath: etree._Element) -> str:
    """The words of an `m:oMath`, or of an `m:oMathPara` with a line for each of its formulas."""
    if omath.tag == f"{M}oMathPara":
        lines = (_text(child) for child in omath.iterfind(f"{M}oMath"))
        return "\n".join(line for line in lines if line)
    return _text(omath)


def _text(element: etree._Element | None) -> str:
    return " ".join(_inside(element).split())


def _inside(element: etree._Element | None) -> str:
    """All below *element*, one after the other."""
    return "".join(_linear(child) for child in element) if element is not None else ""


def _linear(element: etree._Element) -> str:
    tag = tag_of(element)
    name = tag.removeprefix(M)
    if tag in LEFT_OUT or (name != tag and name.endswith("Pr")):
        return ""
    if name != tag and name in STRUCTURES:
        return STRUCTURES[name](element)
    if name == "t" or tag == f"{W}t":
        return _characters(element)
    return " " if tag in (f"{W}br", f"{W}tab") else _inside(element)


LEFT_OUT = (f"{W}del", f"{W}moveFrom", f"{W}rPr", f"{W}instrText")


def _characters(element: etree._Element) -> str:
    """Plain letters for those of mathematical fonts, which the fonts of slides lack."""
    text = INVISIBLE.sub("", element.text or "")
    return "".join(normalize("NFKC", sign) if LETTERS.match(sign) else sign for sign in text)


# --- parts of a structure


def _part(element: etree._Element, name: str) -> str:
    return _text(element.find(f"{M}{name}"))


def _parts(element: etree._Element, name: str) -> list[str]:
    return [_text(part) for part in element.iterfind(f"{M}{name}")]


def _said(element: etree._Element, name: str, default: str) -> str:
    """What the structure's properties say of *name*: a sign, a type, a place."""
    properties = element.find(f"{tag_of(element)}Pr/{M}{name}")
    return default if properties is None else str(properties.get(f"{M}val", ""))


def _is_on(element: etree._Element, name: str, default: str) -> bool:
    return _said(element, name, default) not in ("0", "off", "false")


def _grouped(text: str) -> str:
    """*text* in brackets, unless it can be taken only as a whole."""
    whole = all(c.isalnum() or c in ".,%" or category(c) == "Mn" for c in text)
    return text if whole or _is_bracketed(text) else f"({text})"


def _is_bracketed(text: str) -> bool:
    """Whether the bracket that *text* opens with is closed at its end."""
    if not (text.startswith("(") and text.endswith(")")):
        return False
    depth = 0
    for at, sign in enumerate(text):
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if depth == 0:
            return at == len(text) - 1
    return False


_DRAWN_APART = tuple(
    M + name for name in ("f", "rad", "nary", "func", "sSup", "sSub", "sSubSup", "sPre", "eqArr")
)


def _base(element: etree._Element) -> str:
    """What stands before an index: in brackets if it is more than letters on the line."""
    base = element.find(f"{M}e")
    text = _text(base)
    is_apart = base is not None and any(tag_of(child) in _DRAWN_APART for child in base)
    return f"({text})" if is_apart and not _is_bracketed(text) else text


def _marked(mark: str, text: str) -> str:
    """*text* as an index after *mark*, `_` or `^`."""
    if not text:
        return ""
    return mark + (text if len(text) == 1 or _is_bracketed(text) else f"({text})")


def _raised(text: str) -> str:
    if text and all(sign in RAISED_ALREADY for sign in text):
        return text
    return text.translate(RAISED) if DIGITS.fullmatch(text) else _marked("^", text)


def _lowered(text: str) -> str:
    return text.translate(LOWERED) if DIGITS.fullmatch(text) else _marked("_", text)


def _indices(below: str, above: str) -> str:
    """Both in one manner: x₁², but x_i^2."""
    if not below or DIGITS.fullmatch(below):
        return _lowered(below) + _raised(above)
    return _marked("_", below) + (
        _raised(above) if _raised(above) == above else _marked("^", above)
    )


# --- structures


def _fraction(element: etree._Element) -> str:
    over, under = _part(element, "num"), _part(element, "den")
    if _said(element, "type", "bar") == "noBar":  # a binomial coefficient
        return f"{over}¦{under}"
    return f"{_grouped(over)}/{_grouped(under)}"


def _radical(element: etree._Element) -> str:
    degree = "" if _is_on(element, "degHide", "0") else _part(element, "deg")
    under = _part(element, "e")
    inner = under if _is_bracketed(under) else f"({under})"
    if degree in ROOTS:
        return f"{ROOTS[degree]}{inner}"
    if DIGITS.fullmatch(degree):
        return f"{degree.translate(RAISED)}√{inner}"
    return f"√[{degree}]{inner}"


def _n_ary(element: etree._Element) -> str:
    sign = _said(element, "chr", "∫")
    below = _part(element, "sub") if not _is_on(element, "subHide", "0") else ""
    above = _part(element, "sup") if not _is_on(element, "supHide", "0") else ""
    head = f"{sign}{_marked('_', below)}{_marked('^', above)}"
    return f"{head} {_part(element, 'e')}".rstrip()


def _before(element: etree._Element) -> str:
    return _indices(_part(element, "sub"), _part(element, "sup")) + _part(element, "e")


def _delimited(element: etree._Element) -> str:
    between = _said(element, "sepChr", "|").join(_parts(element, "e"))
    return f"{_said(element, 'begChr', '(')}{between}{_said(element, 'endChr', ')')}"


def _matrix(element: etree._Element) -> str:
    rows = "; ".join(", ".join(_parts(row, "e")) for row in element.iterfind(f"{M}mr"))
    within = element.getparent()
    outer = within.getparent() if within is not None else None
    has_brackets = (
        outer is not None and outer.tag == f"{M}d" and within is not None and len(within) == 1
    )
    return rows if has_brackets else f"[{rows}]"


def _function(element: etree._Element) -> str:
    name, argument = _part(element, "fName"), _part(element, "e")
    # The name of another function may follow, and no name runs into its argument.
    return f"{name}{'' if argument.startswith(('(', '[', '{', '|')) else ' '}{argument}".strip()


def _accented(element: etree._Element) -> str:
    return _over(_part(element, "e"), _said(element, "chr", "\u0302"))


def _barred(element: etree._Element) -> str:
    is_over = _said(element, "pos", "bot") == "top"
    return _over(_part(element, "e"), "\u0305" if is_over else "\u0332")


def _over(text: str, sign: str) -> str:
    if not text or category(sign[:1] or " ") != "Mn":
        return f"{text}{sign}"
    return text + sign if len(text) == 1 or _is_bracketed(text) else f"({text}){sign}"


def _grouping(element: etree._Element) -> str:
    """A brace over or under what is meant needs no sign here; an arrow is one."""
    sign, text = _said(element, "chr", "\u23df"), _part(element, "e")
    return f"{sign}({text})" if category(sign[:1] or " ") == "Sm" and sign not in "⏞⏟⏜⏝" else text


def _lines(element: etree._Element) -> str:
    """Equations under one another. `&` says where they align, `#` what is the number."""
    rows = (row.replace("&", "").replace("#", " ") for row in _parts(element, "e"))
    return "; ".join(" ".join(row.split()) for row in rows)


STRUCTURES: Mapping[str, Linear] = {
    "f": _fraction,
    "rad": _radical,
    "nary": _n_ary,
    "sSup": lambda e: _base(e) + _raised(_part(e, "sup")),
    "sSub": lambda e: _base(e) + _lowered(_part(e, "sub")),
    "sSubSup": lambda e: _base(e) + _indices(_part(e, "sub"), _part(e, "sup")),
    "sPre": _before,
    "limLow": lambda e: _base(e) + _marked("_", _part(e, "lim")),
    "limUpp": lambda e: _base(e) + _marked("^", _part(e, "lim")),
    "d": _delimited,
    "m": _matrix,
    "func": _function,
    "acc": _accented,
    "bar": _barred,
    "groupChr": _grouping,
    "eqArr": _lines,
    "phant": lambda e: _part(e, "e") if _is_on(e, "show", "1") else "",
}
"""All structures of Office Math but the boxes, which change nothing in a line."""
