"""What a user may ask for: one value for each option of the command line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:  # The command line asks for choices, not for what a document is made of.
    from slidegen.outline import Language

Detail: TypeAlias = Literal["outline", "standard", "full"]
AgendaUse: TypeAlias = Literal["once", "repeat", "none"]
NotesUse: TypeAlias = Literal["full", "points", "none"]
Aspect: TypeAlias = Literal["16:9", "4:3"]
Typography: TypeAlias = Literal["fix", "keep"]


@dataclass(frozen=True, slots=True)
class Options:
    """None means: as the document says."""

    theme: str = "gov-red"
    """A shipped theme's name, or a folder with a theme in it."""
    template: Path | None = None
    """The user's own .pptx or .potx, which stands for the theme; None for none."""
    detail: Detail = "standard"
    max_slides: int | None = None
    """The most that the deck may have; None for as many as it takes."""
    title: str | None = None
    subtitle: str | None = None
    speaker: str | None = None
    organisation: str | None = None
    date: str | None = None
    footer: str | None = None
    classification: str | None = None
    logo: Path | None = None
    agenda: AgendaUse = "once"
    dividers: bool = True
    closing: bool = True
    notes: NotesUse = "full"
    aspect: Aspect = "16:9"
    typography: Typography = "fix"
    language: Language | None = None
