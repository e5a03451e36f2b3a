"""Formulas: cases in a file, in Office Math without its prefix, and `r` for a run of text."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from slidegen.reading.word.equations import equation_text
from slidegen.reading.word.names import M, W

CASES = Path(__file__).parent / "cases" / "equations.txt"


def cases() -> list[object]:
    texts = CASES.read_text(encoding="utf-8").rstrip("\n").split("\n.\n")
    triples = zip(texts[0::3], texts[1::3], texts[2::3], strict=True)
    return [pytest.param(source, text, id=title.strip()) for title, source, text in triples]


def formula(inner: str, tag: str = "oMath") -> etree._Element:
    root = etree.fromstring(f'<{tag} xmlns="{M[1:-1]}">{inner}</{tag}>')
    for element in root.iter():
        for name in list(element.attrib):
            element.set(f"{M}{name}", element.attrib.pop(name))
        if element.tag == f"{M}r":
            text = etree.SubElement(element, f"{M}t")
            text.text, element.text = element.text, None
    return root


@pytest.mark.parametrize(("source", "text"), cases())
def test_equation(source: str, text: str) -> None:
    assert equation_text(formula(source)) == text


def test_a_paragraph_of_formulas_has_a_line_for_each() -> None:
    paragraph = formula("<oMathParaPr/><oMath><r>a</r></oMath><oMath><r>b</r></oMath>", "oMathPara")

    assert equation_text(paragraph) == "a\nb"


def test_what_was_deleted_is_gone_and_what_was_inserted_stays() -> None:
    root = formula("<r>a</r>")
    for tag, text in (("del", "b"), ("ins", "c")):
        run = etree.SubElement(etree.SubElement(root, f"{W}{tag}"), f"{M}r")
        etree.SubElement(run, f"{M}t").text = text

    assert equation_text(root) == "ac"


def test_a_formula_of_a_hundred_fractions_in_one_another_is_read_at_once() -> None:
    inner = "<r>x</r>"
    for _ in range(100):
        inner = f"<f><num>{inner}</num><den><r>2</r></den></f>"
    began = process_time()
    text = equation_text(formula(inner))

    assert text.count("2") == 100
    assert process_time() - began < 1


LETTERS = st.sampled_from(["a", "b", "n+1", "2", "12", "甲", "x=0"])
RUNS = LETTERS.map(lambda letters: f"<r>{letters}</r>")


def structures(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    two = st.tuples(inner, inner)
    return st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join),
        two.map(lambda p: f"<f><num>{p[0]}</num><den>{p[1]}</den></f>"),
        two.map(lambda p: f"<sSup><e>{p[0]}</e><sup>{p[1]}</sup></sSup>"),
        two.map(lambda p: f"<sSub><e>{p[0]}</e><sub>{p[1]}</sub></sSub>"),
        two.map(lambda p: f"<rad><deg>{p[0]}</deg><e>{p[1]}</e></rad>"),
        two.map(lambda p: f"<func><fName>{p[0]}</fName><e>{p[1]}</e></func>"),
        two.map(lambda p: f"<nary><sub>{p[0]}</sub><sup>{p[1]}</sup><e>{p[0]}</e></nary>"),
        two.map(lambda p: f"<d><e>{p[0]}</e><e>{p[1]}</e></d>"),
        two.map(lambda p: f"<m><mr><e>{p[0]}</e><e>{p[1]}</e></mr></m>"),
        two.map(lambda p: f"<eqArr><e>{p[0]}</e><e>{p[1]}</e></eqArr>"),
        two.map(lambda p: f"<sPre><sub>{p[0]}</sub><sup>{p[1]}</sup><e>{p[0]}</e></sPre>"),
    )


PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺₀₁₂₃₄₅₆₇₈₉₊", "0123456789+" * 2)
AS_A_ROOT = {"2": "√", "3": "∛"}


@settings(deadline=None, max_examples=150)
@given(st.recursive(RUNS, structures, max_leaves=8))
def test_every_sign_of_a_formula_is_in_its_text_in_order(source: str) -> None:
    root = formula(source)
    # The degree 2 of a root is said by its sign.
    squares = root.iter(f"{M}rad")
    for degree in [d for r in squares for d in r.findall(f"{M}deg") if d.xpath("string()") == "2"]:
        degree.clear()
    signs = iter(equation_text(root).translate(PLAIN))

    assert all(sign in signs for text in root.iter(f"{M}t") for sign in text.text or "")
