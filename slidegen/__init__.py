"""A document goes in, a native, editable PowerPoint deck in a government style comes out.

    import slidegen
    slidegen.convert("speech.txt").save("speech.pptx")

or stage by stage: `read`, `make_outline`, `plan`, `arrange`, and `write_pptx`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from slidegen.version import __version__

if TYPE_CHECKING:
    from slidegen.arranging import arrange as arrange
    from slidegen.deck import Deck as Deck
    from slidegen.document import Document as Document
    from slidegen.errors import SlidegenError as SlidegenError
    from slidegen.notices import Notice as Notice
    from slidegen.options import Options as Options
    from slidegen.outline import Outline as Outline
    from slidegen.outlining import make_outline as make_outline
    from slidegen.pipeline import Conversion as Conversion
    from slidegen.pipeline import convert as convert
    from slidegen.planning import plan as plan
    from slidegen.reading import read as read
    from slidegen.scene import Scenes as Scenes
    from slidegen.theme import Theme as Theme
    from slidegen.theme_file import load_theme as load_theme
    from slidegen.writing.pptx import write_pptx as write_pptx

_HOMES = {
    "Conversion": "slidegen.pipeline",
    "Deck": "slidegen.deck",
    "Document": "slidegen.document",
    "Notice": "slidegen.notices",
    "Options": "slidegen.options",
    "Outline": "slidegen.outline",
    "Scenes": "slidegen.scene",
    "SlidegenError": "slidegen.errors",
    "Theme": "slidegen.theme",
    "arrange": "slidegen.arranging",
    "convert": "slidegen.pipeline",
    "load_theme": "slidegen.theme_file",
    "make_outline": "slidegen.outlining",
    "plan": "slidegen.planning",
    "read": "slidegen.reading",
    "write_pptx": "slidegen.writing.pptx",
}
"""Where each public name lives; nothing is imported before it is asked for."""

__all__ = ["__version__", *_HOMES]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'slidegen' has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})
