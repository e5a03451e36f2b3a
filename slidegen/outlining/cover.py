"""The cover's facts, read off the lines before the text."""

from __future__ import annotations

from dataclasses import dataclass

from slidegen.document import Block, Field, Heading, Paragraph
from slidegen.outline import Dropped, Language, Outline, Section
from slidegen.passage import EMPTY, Passage


@dataclass(frozen=True, slots=True)
class Cover:
    """What an outline says before its first section."""

    title: Passage = EMPTY
    subtitle: Passage = EMPTY
    occasion: Passage = EMPTY
    speaker: Passage = EMPTY
    organisation: Passage = EMPTY
    date: Passage = EMPTY
    iso_date: str | None = None
    source: Passage = EMPTY
    salutation: Passage = EMPTY
    dropped: tuple[Dropped, ...] = ()

    def outline(
        self,
        *,
        opening: tuple[Block, ...],
        sections: tuple[Section, ...],
        closing: tuple[Block, ...],
        after_matter: tuple[Block, ...],
        dropped: tuple[Dropped, ...],
        language: Language,
        lines: tuple[str, ...],
    ) -> Outline:
        return Outline(
            title=self.title,
            subtitle=self.subtitle,
            occasion=self.occasion,
            speaker=self.speaker,
            organisation=self.organisation,
            date=self.date,
            iso_date=self.iso_date,
            source=self.source,
            salutation=self.salutation,
            opening=opening,
            sections=sections,
            closing=closing,
            after_matter=after_matter,
            dropped=tuple(sorted((*self.dropped, *dropped), key=lambda d: d.passage.line)),
            language=language,
            lines=lines,
        )


def read_cover(
    blocks: tuple[Block, ...], fields: tuple[Field, ...]
) -> tuple[Cover, tuple[Block, ...]]:
    """The cover of *blocks*, and the blocks after it."""
    match blocks:
        case (Paragraph(title) | Heading(title), *rest):
            return Cover(title=title), tuple(rest)
        case _:
            return Cover(), blocks
