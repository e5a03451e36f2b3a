"""PowerPoint's sections: the folds of its slide list, one for each part of the talk."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter
from uuid import NAMESPACE_URL, uuid5

from msgspec import Struct

from slidegen.messages import Message, Tongue
from slidegen.scene import Scenes
from slidegen.writing.markup import NAMESPACES, Markup, element

OPENING = Message(en="Opening", zh="开篇")
ENDING = Message(en="Closing", zh="结束")
"""For slides before the first and after the last section: each slide has to be in one."""


class Fold(Struct, frozen=True):
    name: str
    scenes: tuple[int, ...]


def folds(scenes: Scenes) -> tuple[Fold, ...]:
    """Consecutive scenes of one section; none if the deck has no sections."""
    if not scenes.sections:
        return ()
    tongue: Tongue = "zh" if scenes.language.startswith("zh") else "en"
    return tuple(
        Fold(_name(section, scenes.sections, tongue), tuple(index for index, _ in members))
        for section, members in groupby(enumerate(_memberships(scenes)), key=itemgetter(1))
    )


BEFORE, AFTER = -1, -2
"""Where a scene stands that is in no section."""


def _memberships(scenes: Scenes) -> list[int]:
    stated = [scene.section for scene in scenes.scenes]
    last = max((index for index, section in enumerate(stated) if section is not None), default=-1)
    found: list[int] = []
    for index, section in enumerate(stated):
        if section is not None:
            found.append(section)
        elif index > last >= 0:
            found.append(AFTER)
        else:
            found.append(found[-1] if found else BEFORE)
    return found


def _name(section: int, names: Sequence[str], tongue: Tongue) -> str:
    if section == BEFORE:
        return OPENING.in_tongue(tongue)
    if section == AFTER:
        return ENDING.in_tongue(tongue)
    return names[section]


def section_list(folds: Sequence[Fold], slide_ids: Sequence[int]) -> Markup:
    """The extension of `presentation.xml` that holds the sections ([MS-PPTX] 2.6.3)."""
    return element(
        "p:ext",
        element(
            "p14:sectionLst",
            (
                element(
                    "p14:section",
                    element(
                        "p14:sldIdLst",
                        (element("p14:sldId", id=slide_ids[scene]) for scene in fold.scenes),
                    ),
                    name=fold.name,
                    id=guid(f"section {number} {fold.name}"),
                )
                for number, fold in enumerate(folds, start=1)
            ),
            xmlns_p14=NAMESPACES["p14"],
        ),
        uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}",
    )


def guid(name: str) -> str:
    """The same for the same name, always."""
    return f"{{{str(uuid5(NAMESPACE_URL, f'slidegen:{name}')).upper()}}}"
