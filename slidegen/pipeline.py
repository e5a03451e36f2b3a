"""The whole program: a document goes in, a deck comes out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Unpack

from msgspec import Struct

from slidegen.arranging import arrange
from slidegen.asking import Asked, options_for
from slidegen.budget import within_budget
from slidegen.deck import Deck
from slidegen.document import Document
from slidegen.errors import SourceTooLarge
from slidegen.messages import Message
from slidegen.notices import Notice, Report, ignore
from slidegen.options import Options
from slidegen.outline import Outline
from slidegen.outline_form import LEFT_OUT
from slidegen.outlining import make_outline
from slidegen.planning import plan
from slidegen.proof import Proof, check, prove
from slidegen.reading import read
from slidegen.report import left_out, report_of
from slidegen.scene import Scenes
from slidegen.theme import Theme
from slidegen.theme_choice import theme_for
from slidegen.writing.files import write_whole
from slidegen.writing.pptx import write_pptx
from slidegen.writing.read_back import read_back

MOST_SLIDES = 5000
"""More than anyone shows; it keeps time and memory bounded."""


class Stages(Struct, frozen=True):
    """What every stage made of a document, up to the writing."""

    document: Document
    options: Options
    outline: Outline
    deck: Deck
    theme: Theme
    scenes: Scenes


class Conversion(Struct, frozen=True):
    """A deck, and all that is known of how it came about."""

    pptx: bytes
    notices: tuple[Notice, ...]
    proof: Proof
    stages: Stages

    @property
    def report(self) -> Mapping[str, Any]:
        """What `--report` writes, JSON-ready, for a deck that is not in a file."""
        return self.report_for(None)

    def report_for(self, path: str | None) -> Mapping[str, Any]:
        """The report of the deck that was written to *path*."""
        made = self.stages
        return report_of(
            made.document,
            made.options,
            made.scenes,
            self.proof,
            (*self.notices, *(left_out(d) for d in made.outline.dropped if d.reason != LEFT_OUT)),
            pptx=self.pptx,
            path=path,
        )

    def save(self, path: str | Path) -> Path:
        """Write the deck, whole or not at all. Raises OutputError."""
        return write_whole(Path(path), self.pptx)


def convert(
    source: str | Path | bytes,
    *,
    format: str | None = None,
    name: str | None = None,
    folder: Path | None = None,
    configured: Asked | None = None,
    report: Report = ignore,
    **asked: Unpack[Asked],
) -> Conversion:
    """The deck of *source*, a path or the bytes of a document, which may be given its *name*.

    What is *asked* here outweighs the document's front matter, which outweighs what is
    *configured*, which outweighs what is built in. *report* hears each notice as it
    comes. Raises `SlidegenError` where there can be no deck; also if the finished deck
    is not true to its source.
    """
    notices: list[Notice] = []

    def hear(notice: Notice) -> None:
        notices.append(notice)
        report(notice)

    made = stages(
        source,
        format=format,
        name=name,
        folder=folder,
        configured=configured,
        report=hear,
        **asked,
    )
    pptx = write_pptx(made.scenes, made.theme)
    proof = prove(
        read_back(pptx, made.theme),
        made.document,
        dropped=[dropped.passage for dropped in made.outline.dropped],
        scenes=made.scenes.scenes,
        continued=made.deck.continued.text,
        footer=made.deck.footer,
        all_in_notes=made.options.notes == "full",
    )
    check(proof)
    return Conversion(pptx, tuple(notices), proof, made)


def stages(
    source: str | Path | bytes,
    *,
    format: str | None = None,
    name: str | None = None,
    folder: Path | None = None,
    configured: Asked | None = None,
    report: Report = ignore,
    **asked: Unpack[Asked],
) -> Stages:
    """Everything that `convert` does before it writes. Raises `SlidegenError`."""
    document = read(source, format=format, name=name, folder=folder, report=report)
    options = options_for(document, asked, configured=configured, folder=folder, report=report)
    outline = make_outline(document, language=options.language, report=report)
    theme = theme_for(options, asked=asked, report=report)
    kept = within_budget(outline, options, theme, report=report)
    deck = plan(kept.outline, kept.options, report=report)
    _check_length(len(deck.slides))
    scenes = arrange(deck, theme, report=report)
    _check_length(len(scenes.scenes))
    return Stages(document, options, outline, deck, theme, scenes)


def _check_length(slides: int) -> None:
    if slides > MOST_SLIDES:
        raise SourceTooLarge(
            Message(
                en=f"the document would make {slides} slides, more than {MOST_SLIDES}",
                zh=f"文档将生成 {slides} 页，超过 {MOST_SLIDES} 页的上限",
            ),
            Message(
                en="split it and convert the parts, or say how many slides with --max-slides",
                zh="请拆成几份分别转换，或用 --max-slides 限定页数",
            ),
        )
