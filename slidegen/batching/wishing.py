"""What was asked for, tried once before a thousand documents fail of it."""

from __future__ import annotations

from slidegen.asking import Asked, options_for
from slidegen.document import Document
from slidegen.planning.logo import read_logo
from slidegen.theme_choice import theme_for


def check_wishes(asked: Asked, configured: Asked | None = None) -> None:
    """Raises OptionError or ThemeError for a value, a theme or a file that no deck can have."""
    options = options_for(Document((), "text"), asked, configured=configured)
    theme_for(options, asked=asked)
    if options.logo:
        read_logo(options.logo)
