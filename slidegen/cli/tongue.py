"""Which language to speak to the person at the terminal."""

from __future__ import annotations

import os
import sys

from slidegen.messages import Message, Tongue

LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")
"""The first of these that is set counts (POSIX); `LANGUAGE` goes before them (gettext)."""


def tongue() -> Tongue:
    locale = next((value for name in LOCALE if (value := os.environ.get(name))), "")
    preferred = os.environ.get("LANGUAGE", "").partition(":")[0]
    if not locale and not preferred:
        locale = _of_windows()
    elif preferred and locale not in ("C", "POSIX"):
        locale = preferred
    return "zh" if locale.lower().startswith("zh") else "en"


def _of_windows() -> str:
    """The language of the user's desktop; empty elsewhere."""
    if sys.platform != "win32":
        return ""
    import ctypes
    import locale

    return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")


def say(*, en: str, zh: str) -> str:
    """The wording for the person at the terminal."""
    return Message(en=en, zh=zh).in_tongue(tongue())
