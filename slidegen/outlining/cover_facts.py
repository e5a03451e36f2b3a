"""The facts of a cover as they come together: the first line that says a thing is believed."""

from __future__ import annotations

from msgspec.structs import replace

from slidegen.document import Block, Paragraph
from slidegen.outline import Dropped, Language, Outline, Section
from slidegen.outlining.dates import date_of, first_date
from slidegen.outlining.facts import FACTS, CoverFacts, Facts, flat
from slidegen.outlining.folding import squeezed
from slidegen.outlining.signature import signature_of
from slidegen.outlining.vocabulary import DOCUMENT_NUMBER
from slidegen.passage import EMPTY, Passage
from slidegen.patterns import compiled

_YEAR_OF_NUMBER = compiled(r"[〔\[(（](\d{4})")


class Cover(CoverFacts, frozen=True):
    """What an outline says before its first section."""

    notes: tuple[Passage, ...] = ()
    """Lines under the title that belong with the notes: when a law was adopted and revised."""
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
        name: str,
        lines: tuple[str, ...],
    ) -> Outline:
        """The outline with this cover; what the cover lacks, a signature may tell."""
        signed = signature_of(after_matter)
        date = self.date or signed.date or _date_of_title(self.title) or self._page_date()
        found = date_of(date)
        return Outline(
            title=self.title,
            subtitle=self.subtitle,
            occasion=self.occasion,
            speaker=self.speaker or signed.speaker,
            organisation=self.organisation or signed.organisation,
            classification=self.classification,
            date=date,
            iso_date=found[1] if found else None,
            source=self.source or signed.source,
            salutation=self.salutation,
            opening=opening,
            sections=sections,
            closing=closing,
            after_matter=(*map(Paragraph, self.notes), *after_matter),
            dropped=tuple(sorted((*self.dropped, *dropped), key=lambda d: d.passage.line)),
            language=language,
            name=name,
            lines=lines,
        )

    def _page_date(self) -> Passage:
        """When the page was put up, unless the document's own number tells another year."""
        year = _YEAR_OF_NUMBER.search(self.source.text)
        return EMPTY if year and year[1] not in self.published.text else self.published


def _date_of_title(title: Passage) -> Passage:
    """The day in a title that begins or ends with it: `Board meeting (25 March 2014)`."""
    found = first_date(title.text)
    if not found or not found.iso:
        return EMPTY
    around = title.text[: found.start], title.text[found.end :]
    if any(not any(sign.isalnum() for sign in side) for side in around):
        return title[found.start : found.end]
    return EMPTY


def with_facts(cover: Cover, facts: Facts) -> Cover:
    """*cover* with the facts of one more line; the first line that says a thing is believed."""
    dropped = [Dropped(passage, facts.reason) for passage in facts.rest]
    if facts.note:
        # Of a law's revisions, which follow one another, the last is its date.
        is_open = not cover.date or cover.date.line in {note.line for note in cover.notes}
        date = facts.date if facts.date and is_open else cover.date
        return replace(cover, date=date, notes=(*cover.notes, facts.note))
    notes = cover.notes
    if cover.source and _is_number(facts.source) and not _is_number(cover.source):
        # A document's number says more than the site it was found on.
        is_dropped = cover.source.line in {line.passage.line for line in cover.dropped}
        notes += () if is_dropped else (cover.source,)
        cover = replace(cover, source=EMPTY)
    said = {name: value for name in FACTS if (value := getattr(facts, name))}
    news = {name: value for name, value in said.items() if not getattr(cover, name)}
    if facts.reason != "publication line":  # that line is dropped as a whole
        for name in (name for name in said if name not in news):
            if squeezed(said[name].text) == squeezed(getattr(cover, name).text):
                dropped.append(Dropped(said[name], "said before on the cover"))
            else:
                notes += (said[name],)
    if facts.occasion and not (cover.date or facts.date):
        found = date_of(facts.occasion)
        news |= {"date": found[0]} if found else {}
    return replace(cover, **news, notes=notes, dropped=(*cover.dropped, *dropped))


def _is_number(source: Passage) -> bool:
    return DOCUMENT_NUMBER.search(flat(source)) is not None


def filled(cover: Cover, stated: Facts) -> Cover:
    names = ("title", "subtitle", "occasion", "speaker", "organisation", "date", "source")
    gaps = {name: getattr(stated, name) for name in names if not getattr(cover, name)}
    return replace(cover, **gaps)
