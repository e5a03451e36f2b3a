"""The workers of a Dask cluster, as the same `concurrent.futures.Executor` as our own.

Nothing of this machine has to be seen by the workers: a document that is a file here
travels with its job, with the pictures, template, logo and theme folder that it needs,
and its deck travels back to be written here. What is at a URL (`storage.py`) the workers
fetch and put themselves. A worker that is lost is no document's fault: the scheduler
gives the job to another. Each worker does the work in processes of its own, as this
machine would, so a time limit and a crash stop one document only.

A cluster runs what it is sent and trusts it; reach it through TLS or a network of your own.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Mapping
from concurrent.futures import CancelledError, Executor, Future, ThreadPoolExecutor
from contextlib import suppress
from functools import lru_cache, partial
from pathlib import Path
from threading import Event, Thread
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from slidegen.batching.failures import died, failure_of
from slidegen.batching.fetching import fetch, lay_out
from slidegen.batching.job import Failure, Job, Outcome
from slidegen.batching.performing import attempt, convert_as_asked, fetched, perform, renamed
from slidegen.batching.processes import Processes
from slidegen.batching.running import HEARTBEAT, outcome_of
from slidegen.batching.storage import Remote, beside, is_url, place_of, read, write
from slidegen.errors import OptionError, ProgramMissing, SlidegenError
from slidegen.messages import Message
from slidegen.temporary import temporary_folder
from slidegen.theme_folders import FOLDERS, find_theme, lineage, theme_names
from slidegen.version import __version__

PATIENCE = 15
"""Seconds in which a scheduler has to answer, and to have a worker."""
BROUGHT, THEME = ("template", "logo"), "theme"
"""What may be asked for by a file of this machine, and what by a folder."""


class Brought(Struct, frozen=True):
    """A file or a folder of this machine that was asked for."""

    files: Mapping[str, bytes]
    at: str
    """Where it is among them."""


class Luggage(Struct, frozen=True):
    """What a worker cannot reach: it travels with the job."""

    document: bytes | None
    """None for what is at a URL."""
    beside: Mapping[str, bytes]
    """The files beside it that it shows, by their paths in its folder."""
    brought: Mapping[str, Brought]
    """By what they are called where they are asked for."""


class Cluster(Executor):
    """An executor of `perform`, at most *timeout* seconds each, on the workers of *scheduler*.

    Raises OptionError where there is none, or it is of another version; ProgramMissing
    without Dask.
    """

    def __init__(self, scheduler: str, *, timeout: float | None = None) -> None:
        self._client = _client(scheduler)
        try:
            self.threads = _threads(self._client, scheduler)
            _check_versions(self._client)
            self._executor: Executor = self._client.get_executor(pure=False)
        except BaseException:
            self._client.close()
            raise
        self._timeout = timeout
        self._under_way: dict[Future[Outcome], Job] = {}
        self._ended = Event()
        Thread(target=self._watch, daemon=True).start()
        # What arrives is written apart from the thread that the cluster is heard with.
        self._arrivals = ThreadPoolExecutor(1, thread_name_prefix="slidegen-arrivals")

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        (job,) = args
        assert fn is perform
        future: Future[Outcome] = Future()
        self._under_way[future] = job
        try:
            self._send(job, pack(job), future)
        except Exception as error:
            self._settle(future, Outcome(job, "failed", failure=self._why(error)))
        return future

    def kill(self) -> None:
        """End at once: no job that is under way or waiting gives a deck."""
        self._ended.set()
        if self._client.status != "closed":
            self._executor.shutdown(wait=False)
        self._arrivals.shutdown(wait=True, cancel_futures=True)
        self._client.close()

    def _send(self, job: Job, luggage: Luggage, future: Future[Outcome]) -> None:
        def arrived(sent: Future[tuple[Outcome, bytes | None]]) -> None:
            with suppress(RuntimeError):  # killed meanwhile
                self._arrivals.submit(self._unpack, job, luggage, sent, future)

        sent = self._executor.submit(perform_there, job, luggage, self._timeout)
        sent.add_done_callback(arrived)

    def _settle(self, future: Future[Outcome], outcome: Outcome) -> None:
        if self._under_way.pop(future, None) is not None:
            future.set_result(outcome)

    def _watch(self) -> None:
        """Dask tries for a while to reach a scheduler that is gone, then closes, and leaves
        everyone waiting."""
        while not self._ended.wait(HEARTBEAT):
            if self._client.status == "closed":
                for future, job in list(self._under_way.items()):
                    self._settle(future, Outcome(job, "failed", failure=OUT_OF_REACH))

    def _unpack(
        self,
        job: Job,
        luggage: Luggage,
        sent: Future[tuple[Outcome, bytes | None]],
        future: Future[Outcome],
    ) -> None:
        try:
            outcome, deck = sent.result()
            outcome = replace(outcome, job=job)
            if not luggage.beside and (found := _beside_here(job, outcome)):
                self._send(job, replace(luggage, beside=found), future)
                return
            if deck is not None:
                write(place_of(job.target), deck)
        except Exception as error:
            outcome = Outcome(job, "failed", failure=self._why(error))
        self._settle(future, outcome)

    def _why(self, error: Exception) -> Failure:
        """A failure's reason, if there is no outcome of a worker's that gives it."""
        from distributed import KilledWorker

        if isinstance(error, KilledWorker):
            return died("on every worker that was tried")
        is_told = isinstance(error, SlidegenError)
        if isinstance(error, CancelledError) or (self._client.status == "closed" and not is_told):
            return OUT_OF_REACH
        return failure_of(error)


OUT_OF_REACH = Failure(
    "cluster lost",
    Message(en="the cluster can no longer be reached", zh="与集群的连接已中断"),
    Message(
        en="look at the scheduler; with --changed-only, the next run makes what is missing",
        zh="请检查调度器；下次运行加 --changed-only，只做未完成的",
    ),
)


# Here: what travels with a job


def pack(job: Job) -> Luggage:
    """Raises SourceError, or ThemeError."""
    place = place_of(job.source)
    brought = {}
    for asked in (job.asked, job.configured):
        for name in (*BROUGHT, THEME):
            value = asked.get(name)
            if value is None or (name == THEME and value in theme_names()):
                continue
            path = Path(value)
            brought[str(value)] = _theme_folder(path) if name == THEME else _file(path)
    return Luggage(read(place) if isinstance(place, Path) else None, {}, brought)


def _file(path: Path) -> Brought:
    return Brought({path.name: read(path)}, path.name)


def _theme_folder(folder: Path) -> Brought:
    """With those of the themes that it builds on, but for ours, which are everywhere."""
    ours = [root.resolve() for root in FOLDERS]
    folders = [one.resolve() for one in lineage(find_theme(folder))]
    taken = [one for one in folders if one.parent not in ours]
    top = Path(os.path.commonpath([one.parent for one in taken]))
    return Brought(
        {
            file.relative_to(top).as_posix(): file.read_bytes()
            for one in taken
            for file in sorted(one.iterdir())
            if file.is_file()
        },
        folders[0].relative_to(top).as_posix(),
    )


def _beside_here(job: Job, outcome: Outcome) -> dict[str, bytes]:
    """The files of this machine that the document turns out to show."""
    place = place_of(job.source)
    if not isinstance(place, Path):
        return {}
    return fetch(outcome.named, partial(beside, place))


# There: on a worker


def perform_there(
    job: Job, luggage: Luggage, timeout: float | None
) -> tuple[Outcome, bytes | None]:
    """The outcome of *job*, and its deck if that is to be written where the batch is run."""
    from distributed import get_worker

    worker = get_worker()
    # Here, since the process that does the work may be killed before it could tidy up.
    with temporary_folder(worker.local_directory) as folder:
        processes = _processes(worker.state.nthreads, timeout)
        done: Future[Any] = processes.submit(perform_in, folder, job, luggage)
        outcome: Any = outcome_of(done, job)
    return outcome if isinstance(outcome, tuple) else (outcome, None)


@lru_cache(maxsize=4)
def _processes(count: int, timeout: float | None) -> Processes:
    """Those of this worker; they end with it, since their input does."""
    return Processes(count, timeout=timeout)


def perform_in(folder: Path, job: Job, luggage: Luggage) -> tuple[Outcome, bytes | None]:
    """`perform`, with the *luggage* laid out in *folder*."""
    own = folder / "beside"
    own.mkdir()
    lay_out(luggage.beside, own)
    there = {}
    for number, (name, brought) in enumerate(luggage.brought.items()):
        lay_out(brought.files, folder / str(number))
        there[name] = folder / str(number) / brought.at
    moved = replace(job, asked=_moved(job.asked, there), configured=_moved(job.configured, there))
    place = place_of(job.source)
    if luggage.document is None:
        assert isinstance(place, Remote)
        convert = partial(fetched, moved, place, own)
    else:
        convert = partial(convert_as_asked, moved, luggage.document, own)
    decks: list[bytes] = []
    deliver = partial(write, place_of(job.target)) if is_url(job.target) else decks.append
    outcome = attempt(moved, convert, deliver)
    names = {own: str(place.parent), **{path: name for name, path in there.items()}}
    return renamed(outcome, names), decks[0] if decks else None


def _moved(asked: Mapping[str, Any], there: Mapping[str, Path]) -> dict[str, Any]:
    return {
        name: there.get(str(value), value) if name in (*BROUGHT, THEME) else value
        for name, value in asked.items()
    }


# Reaching a cluster


def _client(scheduler: str) -> Any:
    try:
        from dask import config
        from distributed import Client
        from distributed.comm.addressing import get_address_host_port
    except ImportError:
        raise ProgramMissing(
            Message(
                en="--scheduler needs a package that is not installed: distributed (Dask)",
                zh="--scheduler 需要的软件包尚未安装：distributed（Dask）",
            ),
            Message(en="pip install 'slidegen[dask]'", zh="请运行 pip install 'slidegen[dask]'"),
        ) from None
    # It advises what is for data frames: our calls are large by their documents.
    config.set({"distributed.admin.large-graph-warning-threshold": "1 GiB"})
    # What becomes of each document we say ourselves, without tracebacks of connections.
    for name in [
        name for name in logging.root.manager.loggerDict if name.startswith("distributed")
    ]:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        # A client that was given what is no address takes half a minute to say so.
        get_address_host_port(scheduler)
        return Client(  # type: ignore[no-untyped-call]
            scheduler, timeout=PATIENCE, set_as_default=False
        )
    except (OSError, ValueError) as error:
        reason = " ".join(str(error).split()) or type(error).__name__
        raise OptionError(
            Message(
                en=f"no cluster answers at '{scheduler}': {reason}",
                zh=f"无法连接集群“{scheduler}”：{reason}",
            ),
            Message(
                en="give the address that `dask scheduler` has printed, such as tcp://host:8786",
                zh="请给出 dask scheduler 启动时显示的地址，如 tcp://主机:8786",
            ),
        ) from None


def _threads(client: Any, scheduler: str) -> int:
    """How many jobs the workers do at a time."""
    with suppress(TimeoutError):
        client.wait_for_workers(1, timeout=PATIENCE)
    threads: int = sum(client.nthreads().values())
    if not threads:
        raise OptionError(
            Message(
                en=f"the cluster at '{scheduler}' has no workers",
                zh=f"集群“{scheduler}”没有工作进程",
            ),
            Message(
                en=f"start some with `dask worker {scheduler}`",
                zh=f"请先用 dask worker {scheduler} 启动",
            ),
        )
    return threads


def _check_versions(client: Any) -> None:
    """Raises OptionError: other versions would make other decks, or none."""
    workers = client.get_versions(packages=["slidegen"])["workers"]
    for address, found in sorted(workers.items()):
        version = found["packages"].get("slidegen")
        if version != __version__:
            is_there = version is not None
            raise OptionError(
                Message(
                    en=f"the worker at {address} has "
                    + (f"slidegen {version}, not {__version__}" if is_there else "no slidegen"),
                    zh=f"工作进程 {address} "
                    + (
                        f"的 slidegen 是 {version}，这里是 {__version__}"
                        if is_there
                        else "未安装 slidegen"
                    ),
                ),
                Message(
                    en=f"run `pip install slidegen=={__version__}` on every worker",
                    zh=f"请在每个工作进程所在环境运行 pip install slidegen=={__version__}",
                ),
            )
