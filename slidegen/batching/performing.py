"""One document to one deck, in whatever process this is called: what a worker does.

It never raises. What is wrong with a document, or with us, is an outcome like any
other, so that no document stops the next.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, cast

from msgspec.structs import replace

from slidegen.batching.failures import failure_of
from slidegen.batching.fetching import fetch, files_named, lay_out
from slidegen.batching.job import Job, Outcome
from slidegen.batching.storage import Remote, beside, place_of, read, write
from slidegen.errors import NoRoom
from slidegen.temporary import temporary_folder

if TYPE_CHECKING:
    from slidegen.asking import Asked
    from slidegen.pipeline import Conversion


def perform(job: Job) -> Outcome:
    place, deliver = place_of(job.source), partial(write, place_of(job.target))
    if isinstance(place, Path):
        return attempt(job, partial(converted, job), deliver)
    try:
        with temporary_folder() as folder:
            outcome = attempt(job, partial(fetched, job, place, folder), deliver)
            return renamed(outcome, {folder: str(place.parent)})
    except NoRoom as error:
        return Outcome(job, "failed", failure=failure_of(error))


def attempt(
    job: Job, convert: Callable[[], Conversion], deliver: Callable[[bytes], None]
) -> Outcome:
    """What came of converting and delivering the deck, whatever happened."""
    started = perf_counter()
    try:
        conversion = convert()
        deliver(conversion.pptx)
    except Exception as error:
        return Outcome(job, "failed", perf_counter() - started, failure=failure_of(error))
    row = {**conversion.report_for(job.target)}
    row["output"]["slides"] = len(row.pop("slides"))
    counting = tuple(notice for notice in conversion.notices if notice.counts)
    named = files_named(conversion.stages.document)
    return Outcome(job, "made", perf_counter() - started, row, counting, named)


def converted(job: Job) -> Conversion:
    """Raises SlidegenError."""
    return convert_as_asked(job, job.source)


def fetched(job: Job, place: Remote, folder: Path) -> Conversion:
    """The deck of what is at *place*; what it shows is fetched into *folder*. Raises
    SlidegenError."""
    data = read(place)
    conversion = convert_as_asked(job, data, folder)
    if found := fetch(files_named(conversion.stages.document), partial(beside, place)):
        lay_out(found, folder)
        conversion = convert_as_asked(job, data, folder)
    return conversion


def convert_as_asked(job: Job, source: str | bytes, folder: Path | None = None) -> Conversion:
    """The deck of *source*, the job's document or its bytes; what lies beside it is in *folder*."""
    from slidegen.pipeline import convert

    return convert(
        source,
        format=job.format,
        name=job.source,
        folder=folder,
        configured=cast("Asked", job.configured),
        **job.asked,
    )


def renamed(outcome: Outcome, names: Mapping[Path, str]) -> Outcome:
    """*outcome* with the files of its options called as the user knows them, who has them, or
    the folders that they are in, by other *names*."""
    if outcome.row is None:
        return outcome
    options = {**outcome.row["options"]}
    for name in ("theme", "template", "logo"):
        for path, known in names.items():
            if options[name] is not None and Path(options[name]).is_relative_to(path):
                below = Path(options[name]).relative_to(path).as_posix()
                options[name] = known if below == "." else f"{known}/{below}"
    return replace(outcome, row={**outcome.row, "options": options})
