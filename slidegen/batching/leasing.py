"""One batch at a time in a folder of a store, as far as a store lets us say so.

Stores have no locks, and do not notice when a process ends. So a batch puts an object
there that says whose it is, and puts it anew every few seconds. Whoever finds one that is
put anew leaves the folder alone; one that is not, for a while, is a dead batch's. Only that
it changes counts: the clocks of two machines need not agree. Of two that begin within the
same moment, the one whose object was replaced notices when it would put it anew, and stops.
"""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from threading import Event, Thread
from time import monotonic, sleep
from typing import Any
from uuid import uuid4

from slidegen.batching.storage import Remote, delete, read, write
from slidegen.errors import OutputError, SlidegenError
from slidegen.messages import Message
from slidegen.writing.files import is_gone, this_process

NAME = ".slidegen-batch.lock"
EVERY = 10.0
"""Seconds between two times that it is put."""
PATIENCE = 3 * EVERY
"""Seconds after which one that has not changed is a dead batch's."""
CAN_TELL = os.name != "nt"
"""Whether the system says which of its processes run."""
LOOKED_AT = 0.1
"""How much of `EVERY` passes between two looks at another's."""


class Lease:
    def __init__(self, folder: Remote) -> None:
        """Raises OutputError if another batch has it, or nothing can be written there."""
        self._folder = folder
        self._place = folder / NAME
        if other := _still_put(self._place):
            raise _taken(folder, other)
        self._mine = {
            "token": uuid4().hex,
            "writer": this_process(),
            "machine": platform.node(),
            "process": os.getpid(),
            "since": datetime.now(UTC).isoformat(sep=" ", timespec="minutes"),
        }
        self._puts = 0
        self._put()
        self._lost: OutputError | None = None
        self._look()
        self.check()
        self._released = Event()
        self._renewing = Thread(target=self._renew, daemon=True)
        self._renewing.start()

    def check(self) -> None:
        """Raises OutputError if another batch has taken it since."""
        if self._lost:
            raise self._lost

    def release(self) -> None:
        self._released.set()
        self._renewing.join()
        self._look()
        if not self._lost:
            with suppress(SlidegenError):
                delete(self._place)

    def _renew(self) -> None:
        while not self._released.wait(EVERY):
            self._look()
            if self._lost:
                return
            with suppress(SlidegenError):  # The network may be back next time.
                self._put()

    def _look(self) -> None:
        there = _read(self._place)
        if there and there.get("token") != self._mine["token"]:
            self._lost = _taken(self._folder, there)

    def _put(self) -> None:
        self._puts += 1
        write(self._place, json.dumps({**self._mine, "puts": self._puts}).encode())


def _still_put(place: Remote) -> Mapping[str, Any] | None:
    """What the batch says of itself that puts the object at *place*; None if none does."""
    first = _read(place)
    if not first or (CAN_TELL and is_gone(str(first.get("writer")))):
        return None
    end = monotonic() + PATIENCE
    while monotonic() < end:
        sleep(EVERY * LOOKED_AT)
        now = _read(place)
        if not now:
            return None
        if now != first:
            return now
    return None


def _read(place: Remote) -> Mapping[str, Any] | None:
    """None if it is not there, or cannot be read, or is not ours."""
    try:
        found = json.loads(read(place))
    except (SlidegenError, ValueError):
        return None
    return found if isinstance(found, dict) else None


def _taken(folder: Remote, other: Mapping[str, Any]) -> OutputError:
    machine, process, since = (other.get(name, "?") for name in ("machine", "process", "since"))
    return OutputError(
        Message(
            en=f"another batch is writing into '{folder}' "
            f"(process {process} on {machine}, since {since})",
            zh=f"另一个批量任务正在向“{folder}”写入（{machine} 上的进程 {process}，始于 {since}）",
        ),
        Message(
            en="wait until it is done, or choose another folder with -o",
            zh="请等它结束，或用 -o 另选文件夹",
        ),
    )
