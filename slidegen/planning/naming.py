"""A section's heading as a slide shows it: as a title, as a point, as an entry of the agenda."""

from __future__ import annotations

from slidegen.deck import Point
from slidegen.outline import Section
from slidegen.passage import Passage
from slidegen.patterns import compiled
from slidegen.planning.articles import article_line
from slidegen.planning.headlines import headline, owed_headline
from slidegen.planning.parts import DEEPEST, told


def title_of(section: Section) -> Passage:
    """The heading with its number, as the title of a slide; its first clauses if it is long.

    `——` and 一是 number nothing outside their own text.
    """
    if section.heading and not is_number(section.marker):
        return owed_headline(section.heading)
    return headline(section.text) or owed_headline(section.heading or section.text)


def heading_of(section: Section) -> Passage:
    """The heading without its number; of a bare marker, the first clause of its text."""
    if section.heading:
        return owed_headline(section.heading)
    for passage in told(section.body):
        return article_line(passage)
    return section.text


def head_of(section: Section, *, marked: bool, level: int = 1) -> Point:
    """The section as a point; an article (第五条 and its text) is a plain one with its number."""
    level = min(level, DEEPEST)
    if not section.heading:
        return Point(heading_of(section), level, marker=section.marker, why="article")
    marker = section.marker if marked and bare_number(section.marker) else None
    return Point(heading_of(section), level, "head", marker=marker, why="heading")


SPOKEN = compiled(r"([一二三四五六七八九十]{1,3})[是要则]$")


def is_number(marker: str | None) -> bool:
    """Whether *marker* is a number that can be referred to: 一、 （二） 3. 第四条."""
    return marker is not None and any(map(str.isalnum, marker)) and not SPOKEN.match(marker)


def bare_number(marker: str | None) -> str | None:
    """`一` of `一、`, `（一）`, 一是 and 第一章, `1` of `1.`; None where there is no number."""
    if marker is None:
        return None
    number = marker.strip(" \u3000、，,.．:：()（）")
    if spoken := SPOKEN.match(number):
        return spoken.group(1)
    if number.startswith("第") and len(number) > 2 and number[-1] in "编章节部分条篇点":
        number = number[1:-1]
    return number if any(map(str.isalnum, number)) else None
