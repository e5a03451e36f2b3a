"""Word's automatic numbering, worked out: the `一、` that stands in no text.

A numbered paragraph holds only the name of a list and a level; the number comes of
counting from the document's beginning (ECMA-376, 17.9). So `Numbering` is asked once for
each paragraph, in order, and says what Word shows before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial

from lxml import etree
from msgspec import Struct, field

from slidegen.reading.flowing.bullets import bullet, is_symbol
from slidegen.reading.flowing.pieces import Marker
from slidegen.reading.number_formats import (
    UNNUMBERED,
    Form,
    custom_form,
    formatted,
    with_space,
)
from slidegen.reading.word.names import MC, VAL, W, number, switch, value

LEVELS = 9
"""Of a list; a level beyond them is none."""
LONGEST_TEMPLATE = 120
"""Characters of a level's text that are read; Word itself lets nobody type more than 31."""
LONGEST_MARKER = 240
"""Characters of a number, worked out."""
LONGEST_CHAIN = 64
"""Styles based on, or lists linked to, one another."""
DEFAULT = ""
"""Stands for the style of a paragraph that names none."""


class _Level(Struct, frozen=True):
    start: int = 1
    form: Form = str
    shows_number: bool = True
    """False for the formats `bullet` and `none`, even in legal numbering."""
    template: str = ""
    """`第%1章`, `%1.%2`."""
    restart: int | None = None
    """The level, from 1, that starts this one anew; 0: none does; None: any above it."""
    is_legal: bool = False
    """Whether all its numbers are shown decimal."""
    is_bullet: bool = False
    is_hidden: bool = False
    stands_apart: bool = True
    """Whether a tab or a space follows."""
    style: str | None = None
    """The paragraph style that stands for it."""


_UNDEFINED = _Level()


class _Numbered(Struct):
    """What one `w:num` says, over the list that it is an instance of."""

    levels: Mapping[int, _Level]
    starts: Mapping[int, int]
    """Levels that begin anew, once, where this instance is first used."""
    counts: list[int | None]
    """The number that each level has come to; None if it is to start. Shared by all
    instances of the list, which count on from one another."""
    begun: set[int] = field(default_factory=set)

    def advance(self, level: int) -> None:
        """Counts one paragraph at *level*."""
        for above in range(level):
            if self.counts[above] is None:  # skipped: it shows where it would have started
                self.counts[above] = self._start(above)
                self.begun.add(above)
        known = self.counts[level]
        restarts = level in self.starts and level not in self.begun
        self.counts[level] = self._start(level) if known is None or restarts else known + 1
        self.begun.add(level)
        for below in range(level + 1, LEVELS):
            restart = self._level(below).restart
            if restart is None or level < restart:
                self.counts[below] = None

    def text(self, level: int) -> str:
        """What Word shows at *level* now."""
        here = self._level(level)

        def shown(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            count = self.counts[at] if at <= level else None
            referred = self._level(at)
            if count is None or not referred.shows_number:
                return ""
            return str(count) if here.is_legal else referred.form(count)

        return re.sub("%([1-9])", shown, here.template)[:LONGEST_MARKER]

    def level_of(self, styles: tuple[str, ...]) -> int | None:
        """The level that stands for the first of *styles* that has one."""
        linked = {level.style: at for at, level in self.levels.items() if level.style}
        return next((linked[style] for style in styles if style in linked), None)

    def _level(self, at: int) -> _Level:
        return self.levels.get(at, _UNDEFINED)

    def _start(self, level: int) -> int:
        # 17.9.26: an instance's own start holds at every restart, too.
        return self.starts.get(level, self._level(level).start)


class _Styled(Struct, frozen=True):
    """What a paragraph style and those that it is based on say of numbering."""

    number: str | None
    level: int | None
    chain: tuple[str, ...]
    """The names of the styles, the nearest first."""


class Numbering(Struct):
    """The lists of a document, and how far each has been counted."""

    lists: Mapping[str, etree._Element]
    """`w:abstractNum` by number."""
    instances: Mapping[str, etree._Element]
    """`w:num` by number."""
    styles: Mapping[str, etree._Element]
    default_style: str | None
    counts: dict[str, list[int | None]] = field(default_factory=dict)
    numbered: dict[str, _Numbered | None] = field(default_factory=dict)
    styled: dict[str, _Styled] = field(default_factory=dict)

    @classmethod
    def of(
        cls, numbering_root: etree._Element | None, styles_root: etree._Element | None
    ) -> Numbering:
        """From the roots of `numbering.xml` and `styles.xml`; either may be missing."""
        styles = _by_name(styles_root, "style", "styleId")
        default = (
            name
            for name, style in styles.items()
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true")
        )
        return cls(
            _by_name(numbering_root, "abstractNum", "abstractNumId"),
            _by_name(numbering_root, "num", "numId"),
            styles,
            next(default, None),
        )

    def marker(self, paragraph: etree._Element) -> Marker | None:
        """What Word shows before *paragraph*; None if that is nothing. Counts it: to be asked
        once for each paragraph, in the order of the document."""
        place = self._place(paragraph)
        if place is None:
            return None
        numbered, at = place
        numbered.advance(at)
        level, text = numbered.levels[at], numbered.text(at).strip()
        if level.is_hidden:
            return None
        if level.is_bullet or (text and is_symbol(text)):
            return Marker(bullet(text), True, at)
        return Marker(_joined(text, paragraph, level.stands_apart), False, at) if text else None

    def _place(self, paragraph: etree._Element) -> tuple[_Numbered, int] | None:
        """The list and the level of *paragraph*."""
        properties = paragraph.find(f"{W}pPr")
        own = properties.find(f"{W}numPr") if properties is not None else None
        styled = self._styled(value(properties, f"{W}pStyle") or DEFAULT)
        name = value(own, f"{W}numId") or styled.number
        # The number 0 stands for no list, which takes away that of a style.
        numbered = self._numbered(name) if name and name != "0" else None
        if numbered is None:
            return None
        said = (number(own, f"{W}ilvl"), numbered.level_of(styled.chain), styled.level, 0)
        at = next(level for level in said if level is not None)
        return (numbered, at) if at in numbered.levels else None

    def _styled(self, name: str) -> _Styled:
        known = self.styled.get(name)
        if known is None:
            known = self.styled[name] = self._read_style(name)
        return known

    def _read_style(self, name: str) -> _Styled:
        found, level = None, None
        chain: list[str] = []
        at: str | None = name if name != DEFAULT else self.default_style
        while at is not None and at not in chain and len(chain) < LONGEST_CHAIN:
            chain.append(at)
            style = self.styles.get(at)
            properties = style.find(f"{W}pPr/{W}numPr") if style is not None else None
            found = found or value(properties, f"{W}numId")
            level = number(properties, f"{W}ilvl") if level is None else level
            at = value(style, f"{W}basedOn")
        return _Styled(found, level, tuple(chain))

    def _numbered(self, name: str) -> _Numbered | None:
        if name not in self.numbered:
            self.numbered[name] = self._read_instance(name)
        return self.numbered[name]

    def _read_instance(self, name: str) -> _Numbered | None:
        """The list of the instance called *name*, through links to the list of a style."""
        instances = list(self._linked_instances(name))
        last = self._list_of(instances[-1]) if instances else None
        definition = self.lists.get(last) if last is not None else None
        if last is None or definition is None:
            return None
        levels, starts = _levels(definition), dict[int, int]()
        for instance in reversed(instances):
            for override in instance.iterfind(f"{W}lvlOverride"):
                levels |= _levels(override)
                at = _level_at(override)
                start = number(override, f"{W}startOverride")
                if at is not None and start is not None:
                    starts[at] = start
        counts = self.counts.setdefault(last, [None] * LEVELS)
        return _Numbered(levels, starts, counts)

    def _list_of(self, instance: etree._Element) -> str | None:
        """The list of *instance*; where it is the name of a style, the one that bears it."""
        name = value(instance, f"{W}abstractNumId")
        style = value(self.lists.get(name or ""), f"{W}numStyleLink")
        bearers = (n for n, one in self.lists.items() if value(one, f"{W}styleLink") == style)
        return next(bearers, name) if style is not None else name

    def _linked_instances(self, name: str) -> Iterator[etree._Element]:
        """The instance called *name*, then those of the styles that it is linked to
        (17.9.21: a list may be only the name of a style that has one)."""
        at: str | None = name
        seen = set[str]()
        while at is not None and at not in seen and len(seen) < LONGEST_CHAIN:
            seen.add(at)
            instance = self.instances.get(at)
            if instance is None:
                return
            yield instance
            definition = self.lists.get(value(instance, f"{W}abstractNumId") or "")
            style = self.styles.get(value(definition, f"{W}numStyleLink") or "")
            at = value(style.find(f"{W}pPr/{W}numPr"), f"{W}numId") if style is not None else None


def _by_name(root: etree._Element | None, tag: str, name: str) -> dict[str, etree._Element]:
    found = root.iterfind(f"{W}{tag}") if root is not None else ()
    return {str(element.get(f"{W}{name}", "")): element for element in found}


def _level_at(element: etree._Element) -> int | None:
    said = str(element.get(f"{W}ilvl", ""))
    return int(said) if said.isascii() and said.isdecimal() and int(said[:3]) < LEVELS else None


def _levels(parent: etree._Element) -> dict[int, _Level]:
    """The levels that *parent* defines, a list or an override."""
    found: dict[int, _Level] = {}
    for element in parent.iterfind(f"{W}lvl"):
        at = _level_at(element)
        if at is not None and at not in found:
            found[at] = _read_level(element)
    return found


def _read_level(element: etree._Element) -> _Level:
    name, form = _form(element)
    template = (value(element, f"{W}lvlText") or "")[:LONGEST_TEMPLATE]
    has_picture = element.find(f"{W}lvlPicBulletId") is not None
    return _Level(
        start=_start(element),
        form=form,
        shows_number=name not in UNNUMBERED,
        template=template,
        restart=number(element, f"{W}lvlRestart"),
        is_legal=bool(switch(element, f"{W}isLgl")),
        is_bullet=has_picture or (name == "bullet" and _is_sign(template.strip())),
        is_hidden=bool(switch(element.find(f"{W}rPr"), f"{W}vanish")),
        stands_apart=value(element, f"{W}suff") != "nothing",
        style=value(element, f"{W}pStyle"),
    )


def _start(element: etree._Element) -> int:
    """17.9.25: where nothing is said a list starts at 0; 1 stands for what is no number."""
    if element.find(f"{W}start") is None:
        return 0
    found = number(element, f"{W}start")
    return 1 if found is None else found


def _form(element: etree._Element) -> tuple[str, Form]:
    """The format of a level and its name: the first that we can write, since one that newer
    programs know (`custom`) has one for the others beside it."""
    found = element.findall(f"{W}numFmt")
    for branch in ("Choice", "Fallback"):
        found += element.findall(f"{MC}AlternateContent/{MC}{branch}/{W}numFmt")
    for numbers in found:
        name = str(numbers.get(VAL, "decimal"))
        if name != "custom":
            return name, partial(formatted, name=name)
        if form := custom_form(str(numbers.get(f"{W}format", ""))):
            return name, form
    return "decimal", str


# --- what the marker looks like


def _is_sign(text: str) -> bool:
    """Whether the text of a bullet is one: one sign, or several that are no words. A bullet
    may as well be a literal `注：` or the `——` of a lead-in."""
    return len(text) == 1 or (bool(text) and is_symbol(text))


def _joined(text: str, paragraph: etree._Element, stands_apart: bool) -> str:
    """*text* with the space that someone who types would put before the words."""
    texts = ((element.text or "").lstrip() for element in paragraph.iter(f"{W}t"))
    words = next(filter(None, texts), "")
    return with_space(text, words, stands_apart)
