"""Markers of typed numbering, as official documents write them."""

from __future__ import annotations

import re

MARKER = re.compile(r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.．、](?!\d)")
