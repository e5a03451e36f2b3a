"""What is written as text is what an XML reader reads."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from slidegen.units import Length
from slidegen.writing.markup import Markup, element, grown, parsed, qualified, serialised, spelt

ANY_TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
    | st.sampled_from("\t\n\r<>&\"']]>")
)


def is_text_of_xml(text: str) -> bool:
    try:
        etree.Element("a").text = text
    except ValueError:
        return False
    return True


@given(ANY_TEXT)
def test_any_text_is_read_as_it_was_written(text: str) -> None:
    read = parsed(serialised(element("a:p", element("a:t", text), name=text)))

    assert read.get("name") == text
    assert (read[0].text or "") == text


@given(st.text(max_size=8).filter(lambda text: not is_text_of_xml(text)))
def test_what_xml_has_no_place_for_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        serialised(element("a:t", text))


@given(ANY_TEXT.filter(bool))
def test_it_is_written_as_lxml_writes_it(text: str) -> None:
    ours = serialised(element("a:p", element("a:t", text), name=text))

    assert ours == serialised(grown(element("a:p", element("a:t", text), name=text)))


def test_attributes_are_spelt_as_the_schema_spells_them() -> None:
    made = element("a:off", x=Length(12), on=True, off=False, none=None, r_id="rId1", count=3)

    assert made == '<a:off x="12" on="1" off="0" r:id="rId1" count="3"/>'


def test_children_stand_in_order_and_none_is_no_child() -> None:
    a_break = element("a:br")

    assert element("a:p", None, [a_break, a_break], "一", a_break) == (
        "<a:p><a:br/><a:br/>一<a:br/></a:p>"
    )


def test_a_root_declares_its_prefixes() -> None:
    root = parsed(serialised(element("p:sld", element("p:cSld"))))

    assert root.tag == qualified("p:sld")
    assert root[0].tag == qualified("p:cSld")
    assert set(root.nsmap) == {"a", "r", "p"}


def test_what_was_read_is_written_with_what_is_new() -> None:
    theirs = parsed(serialised(element("p:sld", element("a:p", element("a:t", "一 & 二")))))

    assert element("p:txBody", spelt(theirs)) == (
        "<p:txBody><a:p><a:t>一 &amp; 二</a:t></a:p></p:txBody>"
    )


def test_words_are_no_markup() -> None:
    assert element("a:t", str(Markup("<a:br/>"))) == "<a:t>&lt;a:br/&gt;</a:t>"
