"""What a document says of itself beside its cover: in its metadata, and in a fact sheet below."""

from __future__ import annotations

from collections.abc import Sequence

from slidegen.document import Block, Field, ListBlock, passages
from slidegen.outlining.facts import Facts
from slidegen.outlining.folding import line_of
from slidegen.outlining.labels import listed_fact
from slidegen.patterns import compiled

LONGEST_LIST = 20
"""Blocks among which a fact sheet is looked for."""

_FIELD_NAMES = {
    "title": ("title", "标题", "题目"),
    "subtitle": ("subtitle", "副标题"),
    "speaker": ("speaker", "author", "authors", "作者", "讲话人", "发言人", "主讲人", "汇报人"),
    "organisation": ("organisation", "organization", "单位", "发文机关", "机构"),
    "date": ("date", "日期", "成文日期"),
    "occasion": ("occasion", "event", "场合", "会议"),
    "source": ("source", "来源", "文号", "doc_no"),
}

_SLUG = compiled(r"[a-z]+(?:[-_][a-z0-9]+)+")
"""A computer's name for something: `challenge-owner-guide`, `jane-doe`."""


def in_fact_sheet(blocks: Sequence[Block]) -> Facts:
    """What a fact sheet directly below the cover says of the document: a list with at least
    two facts in it, since one item may speak of anything."""
    found: list[Facts] = []
    for block in blocks[:LONGEST_LIST]:
        line = line_of(block)
        if isinstance(block, ListBlock) or (line and line.text.startswith(("- ", "* ", "• "))):
            found += filter(None, map(listed_fact, passages(block)))
        elif found:
            break
    names = ("occasion", "speaker", "date", "source")
    said = {name: v for facts in reversed(found) for name in names if (v := getattr(facts, name))}
    return Facts(**said) if len(said) > 1 else Facts()


def in_metadata(fields: tuple[Field, ...]) -> Facts:
    """What the document's own metadata says."""
    values = {
        field.name.lower(): field.value
        for field in reversed(fields)
        if field.value and not _SLUG.fullmatch(field.value.text)
    }
    return Facts(
        **{  # type: ignore[arg-type]
            part: values[name]
            for part, names in _FIELD_NAMES.items()
            if (name := next((n for n in names if n in values), None))
        }
    )
