"""Which deck each document is to become: the jobs of a batch."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from slidegen.batching.finding import Found
from slidegen.batching.job import Failure, Job, Outcome
from slidegen.batching.mirroring import SUFFIX, mirrored
from slidegen.batching.storage import Place, is_url, place_of, size_of
from slidegen.configuration import Configuration
from slidegen.messages import Message


class Assignment(Struct, frozen=True):
    jobs: tuple[Job, ...]
    refused: tuple[Outcome, ...]
    """Those that may not be begun, since their decks would destroy a document."""
    renamed: tuple[Job, ...]
    """Those whose decks are called otherwise than their documents."""

    @property
    def files(self) -> frozenset[str]:
        """The identities of all documents and decks."""
        jobs = (*self.jobs, *(outcome.job for outcome in self.refused))
        return frozenset(identity(name) for job in jobs for name in (job.source, job.target))


def assign(
    found: Sequence[Found],
    folder: Place,
    *,
    asked: Mapping[str, Any],
    configuration: Configuration | None = None,
    format: str | None = None,
    clobber: bool = True,
) -> Assignment:
    """A job for each document that was *found*, in order; its deck lies in *folder*.

    Without *clobber*, those whose deck is there already are refused as well.
    """
    decks = mirrored([one.below for one in found])
    usual = configuration or Configuration()
    jobs = [
        Job(
            one.path,
            one.path,
            str(folder / deck),
            asked,
            usual.asked_for(one.path),
            format or usual.format_of(one.path),
        )
        for one, deck in zip(found, decks, strict=True)
    ]
    documents = {identity(job.source) for job in jobs}
    refused = {}
    for job in jobs:
        if identity(job.target) in documents:
            refused[job.name] = Outcome(job, "failed", failure=_is_document(job.target))
        elif not clobber and size_of(place_of(job.target)) is not None:
            refused[job.name] = Outcome(job, "failed", failure=_is_there(job.target))
    return Assignment(
        tuple(job for job in jobs if job.name not in refused),
        tuple(refused.values()),
        tuple(
            job
            for job, one, deck in zip(jobs, found, decks, strict=True)
            if deck.name != one.below.stem + SUFFIX
        ),
    )


def identity(name: str) -> str:
    """The same for all names of one file."""
    return name if is_url(name) else os.path.realpath(name)


def _is_document(target: str) -> Failure:
    return Failure(
        "output error",
        Message(en=f"'{target}' is a document of this batch", zh=f"“{target}”就是本批次的原文件"),
        Message(en="choose another folder with -o", zh="请用 -o 另选文件夹"),
    )


def _is_there(target: str) -> Failure:
    return Failure(
        "output error",
        Message(en=f"'{target}' is there already", zh=f"“{target}”已经存在"),
        Message(
            en="leave out --no-clobber, or choose another folder with -o",
            zh="请去掉 --no-clobber，或用 -o 另选文件夹",
        ),
    )
