"""The `---` block at the top of a Markdown file, each value with its place in the source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from slidegen.document import Field
from slidegen.messages import Message
from slidegen.notices import Notice, Report
from slidegen.passage import EMPTY, Passage, Run
from slidegen.reading.lines import INDENT
from slidegen.reading.markdown.wrapping import joined

if TYPE_CHECKING:
    import yaml

OPENING, CLOSINGS = "---", ("---", "...")
LONGEST = 400
"""Lines; what has no end by then is a document that begins with a rule."""
KNOWN_TAGS = "tag:yaml.org,2002:"
FOREIGN_TAGS = "tag:yaml.org,2002:python/"


def read_front_matter(lines: Sequence[str], report: Report) -> tuple[tuple[Field, ...], int]:
    """The fields, and how many lines at the top they take, marks included; 0 without any."""
    count = _extent(lines)
    if not count:
        return (), 0
    import yaml

    inside = lines[1 : count - 1]
    try:
        node = yaml.compose("\n".join(inside), Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError) as error:
        if sum(_looks_like_entry(line) for line in inside) * 2 < len(inside):
            return (), 0
        report(_ignored(error))
        return (), count
    if node is None:
        return (), count
    if not isinstance(node, yaml.MappingNode):
        # Prose between two rules, which YAML takes for one long scalar.
        return (), 0
    fields = tuple(
        Field(str(key.value).strip().lower(), passage)
        for key, value in node.value
        if isinstance(key, yaml.ScalarNode) and (passage := _passage(value, lines))
    )
    return fields, count


def _extent(lines: Sequence[str]) -> int:
    if not lines or lines[0].rstrip() != OPENING:
        return 0
    for number, line in enumerate(lines[1:LONGEST], 2):
        if line.rstrip() in CLOSINGS:
            return number
    return 0


def _looks_like_entry(line: str) -> bool:
    name, colon, _ = line.partition(":")
    return not line.strip() or line[0] in " \t#-" or bool(colon and len(name) <= 40)


def _passage(node: yaml.Node, lines: Sequence[str]) -> Passage:
    """What *node* says; a list's items with spaces between, nothing for what is nested deeper."""
    import yaml

    if not node.tag.startswith(KNOWN_TAGS) or node.tag.startswith(FOREIGN_TAGS):
        return EMPTY
    if isinstance(node, yaml.SequenceNode):
        items = [_scalar(item, lines) for item in node.value if isinstance(item, yaml.ScalarNode)]
        return joined(items, always_space=True)
    return _scalar(node, lines) if isinstance(node, yaml.ScalarNode) else EMPTY


def _scalar(node: yaml.ScalarNode, lines: Sequence[str]) -> Passage:
    if not node.value.strip() or node.tag == KNOWN_TAGS + "null":
        return EMPTY
    # YAML counts from 0 in the text behind the opening mark.
    first, last = node.start_mark.line + 2, node.end_mark.line + 2
    if first == last:
        return _in_line(node, lines[first - 1], first)
    return joined(tuple(_in_lines(node, lines, first, last)))


def _in_line(node: yaml.ScalarNode, line: str, number: int) -> Passage:
    value = node.value.strip(INDENT)
    column = line.find(value, node.start_mark.column, node.end_mark.column)
    if column >= 0:
        return Passage.of_line(value, number, column)
    # Escapes in quotes: the words do not stand in the source as they are meant.
    return Passage((Run(value, number, node.start_mark.column),))


def _in_lines(
    node: yaml.ScalarNode, lines: Sequence[str], first: int, last: int
) -> Iterator[Passage]:
    """A scalar over several lines, each without its indent and quotation marks."""
    for number in range(first, min(last, len(lines)) + 1):
        start = node.start_mark.column if number == first else 0
        end = node.end_mark.column if number == last else len(lines[number - 1])
        row = Passage.of_line(lines[number - 1][start:end], number, start)
        if number == first and node.style in ("|", ">"):
            continue
        yield row.strip(INDENT + (node.style if node.style in ("'", '"') else ""))


def _ignored(error: Exception) -> Notice:
    mark = getattr(error, "problem_mark", None)
    return Notice(
        "front-matter-ignored",
        Message(
            en="the front matter is not sound YAML, and is left out",
            zh="文档头部的元数据不是合法的 YAML，已略去",
        ),
        line=mark.line + 2 if mark else 1,
    )
