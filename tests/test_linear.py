"""Twice the document takes twice the work, counted in calls: those are the same everywhere."""

from __future__ import annotations

import cProfile
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from slidegen.pipeline import Stages, prove, stages
from slidegen.scene import Scenes
from slidegen.writing.pptx import write_pptx
from slidegen.writing.read_back import read_back

FEW, MANY = 40, 160
STEEPEST = 1.1
"""How much more than in proportion the calls may grow."""


def text(sections: int) -> bytes:
    """A slide a section, all of it in the notes; no paragraph twice."""
    parts = (
        f"## 第{n}项工作\n\n全年完成投资{n + 3}万元，新建设施{n % 90 + 10}处。"
        f"要在{n % 27 + 3}个片区推广成熟做法，健全长效机制。\n"
        for n in range(sections)
    )
    return ("# 工作总结\n\n" + "\n".join(parts)).encode()


@cache
def made(sections: int) -> Stages:
    return stages(text(sections), format="markdown")


@cache
def file_of(sections: int) -> bytes:
    return write_pptx(made(sections).scenes, made(sections).theme)


def converting(sections: int) -> object:
    return stages(text(sections), format="markdown")


def writing(sections: int) -> object:
    return write_pptx(made(sections).scenes, made(sections).theme)


def reading_back(sections: int) -> object:
    return read_back(file_of(sections), made(sections).theme)


def proving(sections: int) -> object:
    stages = made(sections)
    return prove(
        read_back(file_of(sections), stages.theme),
        stages.document,
        dropped=[dropped.passage for dropped in stages.outline.dropped],
        scenes=stages.scenes.scenes,
        continued=stages.deck.continued.text,
        footer=stages.deck.footer,
    )


def calls(work: Callable[[int], object], sections: int) -> int:
    work(sections)  # what is done once and remembered is not counted
    profile = cProfile.Profile()
    profile.runcall(work, sections)
    entries: list[Any] = profile.getstats()
    return sum(entry.callcount for entry in entries)


@pytest.mark.parametrize("work", [converting, writing, reading_back, proving])
def test_work_grows_with_the_document_and_no_faster(work) -> None:
    scenes: Scenes = made(MANY).scenes
    few, many = calls(work, FEW), calls(work, MANY)

    assert sum(bool(scene.notes) for scene in scenes.scenes) >= MANY
    assert many <= few * MANY / FEW * STEEPEST
