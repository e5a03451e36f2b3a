"""What the file says of itself: title, author, language and dates."""

from __future__ import annotations

import os
from datetime import UTC, datetime

from slidegen.outline import Language
from slidegen.writing.markup import NAMESPACES, element, serialised
from slidegen.writing.package import Package

CORE = "docProps/core.xml"
APP = "docProps/app.xml"
CORE_RELATION = (
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
)
CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
APP_TYPE = "application/vnd.openxmlformats-officedocument.extended-properties+xml"

NO_DATE = 946_684_800
"""2000-01-01, for a file that is to be the same whenever it is made."""


def set_properties(
    package: Package, *, title: str, author: str, language: Language, slides: int, notes: int
) -> None:
    """*author* empty: the file names none."""
    when = datetime.fromtimestamp(_moment(), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    core = element(
        "cp:coreProperties",
        element("dc:title", title),
        element("dc:creator", author) if author else None,
        element("dc:language", language),
        element("dcterms:created", when, xsi_type="dcterms:W3CDTF"),
        element("dcterms:modified", when, xsi_type="dcterms:W3CDTF"),
    )
    app = element(
        "ep:Properties",
        element("ep:TotalTime", "0"),
        element("ep:Application", "slidegen"),
        element("ep:Slides", str(slides)),
        element("ep:Notes", str(notes)),
        element("ep:HiddenSlides", "0"),
        xmlns=NAMESPACES["ep"],
    )
    for name in (CORE, APP):
        package.parts.pop(name, None)
    package.add(CORE, CORE_TYPE, serialised(core))
    package.add(APP, APP_TYPE, serialised(app))
    package.root.relate(CORE_RELATION, CORE)
    package.root.relate("extended-properties", APP)


def _moment() -> int:
    # https://reproducible-builds.org/specs/source-date-epoch/
    stated = os.environ.get("SOURCE_DATE_EPOCH", "")
    return int(stated) if stated.isdecimal() else NO_DATE
