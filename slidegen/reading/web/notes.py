"""Footnotes: marks in the text, and the places on the page that they lead to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from slidegen.reading.web.boxes import Box, Flow, NoteMark

LONGEST_NOTE = 2_000
"""Letters; a longer place is a chapter that is linked to."""
NOTE_BOXES = ("li", "p", "dd", "div", "td", "aside", "section")


@dataclass(frozen=True, slots=True)
class Note:
    label: str
    box: Box


@dataclass(frozen=True, slots=True)
class Notes:
    notes: tuple[Note, ...] = ()
    """In the order in which the text refers to them."""
    targets: frozenset[str] = frozenset()
    """Names of the places that hold a note."""
    returns: frozenset[str] = frozenset()
    """Names of the marks in the text, to which a note leads back."""

    def is_mark(self, mark: NoteMark) -> bool:
        """Whether *mark* belongs to a note and says nothing itself."""
        return mark.target in self.targets or mark.target in self.returns

    def boxes(self) -> frozenset[int]:
        return frozenset(id(note.box) for note in self.notes)


def notes_of(chosen: Sequence[Box | Flow], places: Mapping[str, Box]) -> Notes:
    """The notes that the text in *chosen* refers to."""
    found: dict[int, Note] = {}
    targets, returns = set[str](), set[str]()
    for mark in _marks(chosen):
        box = places.get(mark.target)
        if not mark.is_raised or box is None or box.tag not in NOTE_BOXES:
            continue
        if not 0 < box.letters <= LONGEST_NOTE or any(name == mark.target for name in mark.names):
            continue
        label = mark.span.text.strip("[]［］〔〕()（）【】 ^")
        found.setdefault(id(box), Note(label or str(len(found) + 1), box))
        targets.add(mark.target)
        returns.update(mark.names)
    shared = _boxes_of_several(places, targets)
    if shared:
        # Notes that are parted by line ends only stay where they are, as lines.
        targets = {name for name in targets if id(places[name]) not in shared}
    kept = tuple(note for key, note in found.items() if key not in shared)
    return Notes(kept, frozenset(targets), frozenset(returns))


def _marks(chosen: Sequence[Box | Flow]) -> tuple[NoteMark, ...]:
    flows = (
        flow
        for child in chosen
        for flow in ((child,) if isinstance(child, Flow) else child.flows())
    )
    return tuple(piece for flow in flows for piece in flow.pieces if isinstance(piece, NoteMark))


def _boxes_of_several(places: Mapping[str, Box], targets: set[str]) -> frozenset[int]:
    once, several = set[int](), set[int]()
    for name in targets:
        key = id(places[name])
        (several if key in once else once).add(key)
    return frozenset(several)
