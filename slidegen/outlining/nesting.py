"""Headings nested as the speaker meant them, and every other block in its section.

Nesting goes by order of first appearance inside the parent: what opens first
stands higher. Levels are skipped freely in practice (一、 then 1. or ——), so a
marker has no fixed level; the order of GB/T 9704-2012 only breaks ties.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct, field

from slidegen.document import Block, Paragraph
from slidegen.outline import Section
from slidegen.outlining.candidates import unlisted
from slidegen.outlining.headings import Found, headings
from slidegen.outlining.numbering import Kind
from slidegen.outlining.unnumbered import STANDS_ALONE
from slidegen.patterns import compiled

DEEPEST = 6
"""Headings nested deeper are taken as siblings at this level; no talk goes so deep."""


class _Open(Struct):
    """A section that is being filled."""

    heading: Found
    level: int
    body: list[Block] = field(default_factory=list)
    children: list[_Open] = field(default_factory=list)

    def closed(self) -> Section:
        rest = (Paragraph(self.heading.rest),) if self.heading.rest else ()
        return Section(
            self.level,
            self.heading.text,
            self.heading.heading,
            self.heading.reason,
            self.heading.marker.text if self.heading.marker else None,
            (*rest, *self.body),
            tuple(child.closed() for child in self.children),
        )


def sections_of(
    blocks: Sequence[Block], lines: Sequence[str] = ()
) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
    """The blocks before the first heading, and the sections.

    *lines* are the source's, out of which the numbers of list items can be had.
    """
    blocks = unlisted(blocks, lines)
    found = headings(blocks)
    if not found:
        return tuple(blocks), ()
    parents = _Parents(found, blocks)
    top: list[_Open] = []
    stack: list[_Open] = []
    for order, heading in enumerate(found):
        del stack[parents.depth_for(order, [opened.heading for opened in stack]) :]
        del stack[DEEPEST - 1 :]
        parents.remember([opened.heading for opened in stack], heading)
        opened = _Open(heading, len(stack) + 1)
        (stack[-1].children if stack else top).append(opened)
        stack.append(opened)
        end = found[order + 1].position if order + 1 < len(found) else len(blocks)
        opened.body.extend(blocks[heading.position + 1 : end])
    return tuple(blocks[: found[0].position]), tuple(section.closed() for section in top)


class _Parents:
    """Decides under which of the open headings the next one belongs."""

    def __init__(self, found: Sequence[Found], blocks: Sequence[Block]) -> None:
        self._found = found
        self._blocks = blocks
        self._next_alike = _next_alike(found)
        self._next_major = _next_major(found)
        self._held: set[tuple[object, object, object]] = set()
        self._order = {heading.position: order for order, heading in enumerate(found)}

    def remember(self, stack: Sequence[Found], heading: Found) -> None:
        """That the innermost of *stack* holds *heading*, so that its likes may hold the likes.

        Numbered headings do so in the whole document, lead-ins only in one section.
        """
        if stack:
            self._held.add((_scope(stack), _key(stack[-1]), _key(heading)))

    def depth_for(self, order: int, stack: Sequence[Found]) -> int:
        """How many of *stack*, outermost first, stay open over the heading at *order*."""
        heading = self._found[order]
        if heading.file_level is not None:
            return self._depth_for_marked(heading, stack)
        if heading.marker is None:
            return self._depth_for_unnumbered(order, stack)
        return self._depth_for_numbered(order, stack)

    def _depth_for_marked(self, heading: Found, stack: Sequence[Found]) -> int:
        """The file's own levels rule; within one level, kinds of marker do."""
        assert heading.file_level is not None
        for depth, above in enumerate(stack):
            if above.file_level is None:
                if _outranks(above, heading):
                    continue  # 一、 typed over ### （一）
                return depth
            if above.file_level > heading.file_level:
                return depth
            if above.file_level == heading.file_level and not _outranks(above, heading):
                return depth
        return len(stack)

    def _depth_for_numbered(self, order: int, stack: Sequence[Found]) -> int:
        heading = self._found[order]
        if _rank(heading) == _LEAD_IN:
            for depth, above in enumerate(stack[1:], 1):
                if self._is_left(above, order):
                    return depth
        for depth in range(len(stack) - 1, -1, -1):
            if _is_alike(stack[depth], heading):
                return depth
        depth = len(stack)
        while depth and self._gives_way(stack[:depth], order):
            depth -= 1
        return depth

    def _depth_for_unnumbered(self, order: int, stack: Sequence[Found]) -> int:
        heading = self._found[order]
        if _stands_alone(heading):
            return 0
        if _is_line(heading) and order + 1 < len(self._found):
            after = self._found[order + 1]
            if after.marker and after.marker.number == 1 and after.file_level is None:
                for depth, above in enumerate(stack):
                    if _is_alike(above, after):
                        return depth  # numbering starts anew below: an annex
        return self._depth_for_numbered(order, stack)

    def _gives_way(self, stack: Sequence[Found], order: int) -> bool:
        """Whether the innermost of *stack* closes before *order*, though of another kind."""
        above, heading = stack[-1], self._found[order]
        if above.file_level is not None:
            return False
        if _is_line(above):
            outranked = _is_line(heading) and heading.line_rank < above.line_rank
            return outranked or _stands_alone(above) or self._is_preamble(above, order)
        if _rank(above) < _rank(heading):
            return False
        if (_scope(stack), _key(above), _key(heading)) in self._held:
            return False
        return not self._goes_on(above, order)

    def _is_preamble(self, line: Found, order: int) -> bool:
        """Whether *line* has a text of its own before the first chapter, at *order*.

        Right above it, it would be the title of what the chapters are of.
        """
        marker = self._found[order].marker
        if marker is None:
            return False
        is_front = marker.number == 1 and _FRONT.fullmatch(line.text.text)
        if marker.kind > Kind.DIVISION and marker.noun not in _MAJOR and not is_front:
            return False
        return self._found[order].position > line.position + 1

    def _is_left(self, above: Found, order: int) -> bool:
        """Whether a row of lead-ins at *order* no longer belongs to *above*.

        When the last of （一） to （六） is done, a report turns back to the whole: after
        各位代表！, or with paragraphs that none of the others has, before ——这五年….
        """
        if above.marker is None or above.marker.kind.is_lead_in or above.file_level is not None:
            return False
        if above.marker.number < 2 or self._goes_on(above, order):
            return False
        between = range(self._found[order - 1].position + 1, self._found[order].position)
        if any(_is_address(self._blocks[position]) for position in between):
            return True
        first = self._order[above.position]
        if order != first + 1 or len(between) + bool(above.rest) < 2:
            return False
        return not self._earlier_siblings_lead_in(first)

    def _earlier_siblings_lead_in(self, order: int) -> bool:
        """Whether a sibling before the heading at *order* holds lead-ins."""
        expected = self._found[order]
        for earlier in range(order - 1, max(-1, order - _NEAR), -1):
            sibling = self._found[earlier]
            if sibling.marker is None or expected.marker is None:
                continue
            if not _is_alike(sibling, expected) or sibling.marker.number >= expected.marker.number:
                continue
            if _rank(self._found[earlier + 1]) == _LEAD_IN:
                return True
            if sibling.marker.number == 1:
                return False
            expected = sibling
        return False

    def _goes_on(self, above: Found, order: int) -> bool:
        """Whether the row that *above* stands in is carried on after *order*.

        If so, what comes between is inside it: 1. （一） （二） 2.
        """
        after = self._next_alike[self._order[above.position]]
        if after is None or after < order:
            return False
        if above.marker and above.marker.number:
            following = self._found[after].marker
            return following is not None and following.number == above.marker.number + 1
        return after <= self._next_major[order]


_FRONT = compiled(r"(?:executive )?summary|abstract|overview|at a glance", re.IGNORECASE)
"""What stands before the numbered parts of an English report, with a text of its own."""
_MAJOR = ("goal", "strategic goal", "pillar", "priority", "strategic priority", "theme", "mission")
"""What a plan has as its parts; steps and options stand under a heading."""
_NEAR = 200
"""How many headings back a sibling may stand."""
_LEAD_IN = 100
"""Rank of all that leads into one paragraph (一是, ——, a first sentence): none outranks another."""


_ADDRESS = compiled(r"(?:各位[^，。！：；,!:;]{1,10}|同志们|代表们|朋友们)[！!，,：:]")


def _is_address(block: Block) -> bool:
    return isinstance(block, Paragraph) and bool(_ADDRESS.match(block.passage.text))


def _stands_alone(heading: Found) -> bool:
    return _is_line(heading) and bool(STANDS_ALONE.match(heading.text.text))


def _scope(stack: Sequence[Found]) -> object:
    """Within what the innermost of *stack* is a precedent for others of its kind."""
    if _rank(stack[-1]) < _LEAD_IN or len(stack) == 1:
        return None
    return stack[-2].position


def _rank(heading: Found) -> int:
    if heading.marker is None:
        return -1 if _is_line(heading) or heading.file_level is not None else _LEAD_IN
    return _LEAD_IN if heading.marker.kind.is_lead_in else int(heading.marker.kind)


def _outranks(above: Found, heading: Found) -> bool:
    """Whether *above* holds *heading* by its marker, where the file's levels do not say."""
    if above.marker is None or heading.marker is None:
        return False
    return above.marker.kind < heading.marker.kind


def _key(heading: Found) -> tuple[object, ...]:
    if heading.marker is not None:
        above = len(heading.marker.above) if heading.marker.kind is Kind.DECIMAL_DEEPER else 0
        return (heading.marker.kind, above, heading.marker.noun)
    return (not _is_line(heading), _is_line(heading), heading.line_rank)


def _is_line(heading: Found) -> bool:
    return heading.shape is not None and heading.shape.is_line


def _is_alike(above: Found, heading: Found) -> bool:
    return _key(above) == _key(heading) and (above.file_level is None)


def _next_alike(found: Sequence[Found]) -> list[int | None]:
    latest: dict[tuple[object, ...], int] = {}
    following: list[int | None] = [None] * len(found)
    for order in range(len(found) - 1, -1, -1):
        key = _key(found[order])
        following[order] = latest.get(key)
        latest[key] = order
    return following


def _next_major(found: Sequence[Found]) -> list[int]:
    """For each heading, the first from there on that is no lead-in; the count if none is."""
    following = [len(found)] * len(found)
    for order in range(len(found) - 1, -1, -1):
        if _rank(found[order]) < _LEAD_IN:
            following[order] = order
        elif order + 1 < len(found):
            following[order] = following[order + 1]
    return following
