"""Every real document makes a deck that is true to it, or says why there can be none.

Runs where `SLIDEGEN_CORPUS` names a folder of documents; what is asserted of each is
what is asserted of all.
"""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from time import perf_counter

import pytest

from slidegen.errors import SourceError
from slidegen.pipeline import Conversion, convert

CORPUS = os.environ.get("SLIDEGEN_CORPUS")
SUFFIXES = (".txt", ".md")
LONGEST = 5.0
"""Seconds for one document; a 16,000-character report takes less than one."""

pytestmark = pytest.mark.skipif(not CORPUS, reason="SLIDEGEN_CORPUS names no folder of documents")


def documents() -> list[Path]:
    if not CORPUS:
        return []
    return sorted(path for path in Path(CORPUS).rglob("*") if path.suffix.lower() in SUFFIXES)


def test_every_document_makes_a_true_deck() -> None:
    counts: Counter[str] = Counter()
    slow, faults = [], []
    for path in documents():
        before = perf_counter()
        try:
            conversion = convert(path)
        except SourceError:
            # Any other error, UnfaithfulDeck above all, is a fault of ours.
            counts["no deck, with a reason"] += 1
            continue
        counts.update(_counted(conversion))
        faults += [f"{path.name}: {fault}" for fault in _faults(conversion)]
        if (seconds := perf_counter() - before) > LONGEST:
            slow.append(f"{path.name}: {seconds:.1f} s")
    _print(counts)

    assert counts["decks"], "the folder holds no document that makes a deck"
    assert not faults
    assert not slow


def _counted(conversion: Conversion) -> dict[str, int]:
    proof, scenes = conversion.proof, conversion.stages.scenes.scenes
    return {
        "decks": 1,
        "slides": len(scenes),
        "continued": sum(scene.continued for scene in scenes),
        "sentences": proof.sentences,
        "sentences on slides": proof.on_slides,
        "sentences in notes only": proof.in_notes_only,
        "sentences dropped by rule": proof.dropped,
        "sentences lost": len(proof.lost),
        "order inversions": proof.order_inversions,
    }


def _faults(conversion: Conversion) -> list[str]:
    scenes = conversion.stages.scenes.scenes
    overflowing = [scene.title for scene in scenes if scene.fit and scene.fit.overflow]
    return [
        *(f"overflows: {title}" for title in overflowing),
        *(["not verbatim"] if conversion.proof.verbatim < 1 else []),
        *(["no slides but the cover"] if len(scenes) < 2 else []),
    ]


def _print(counts: Counter[str]) -> None:
    print()
    for name, count in counts.items():
        print(f"{count:>8,}  {name}")
