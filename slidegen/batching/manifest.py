"""What each deck was made from, so that an unchanged document costs a hash.

A journal in the folder of the decks, a line of JSON each: a kill loses one line at
most, and a run that was cut off is known by the mark that it did not set. Nothing
goes by the clock: a file is the same if its bytes are.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct, to_builtins

from slidegen.batching.ingredients import Ingredients
from slidegen.batching.job import Job, Outcome
from slidegen.batching.journal import journal_in
from slidegen.batching.storage import Place, size_of, sizes_below
from slidegen.messages import Message
from slidegen.notices import Notice
from slidegen.version import __version__

NAME = ".slidegen-batch.jsonl"
SCHEMA = 1
BEGUN, FINISHED = "begun", "finished"


class Record(Struct, frozen=True):
    """A deck as it was made."""

    ingredients: Mapping[str, str | None]
    """The hash of each thing that went into it, by its name."""
    size: int
    """In bytes; a deck of another size is not the one that was made."""
    row: Mapping[str, Any]
    counting: tuple[Notice, ...]


class Manifest:
    """The journal of one folder, which is locked against a second batch while this is open."""

    def __init__(self, folder: Place) -> None:
        """Raises OutputError if another batch is at work there, or nothing can be written."""
        self.folder = folder
        self._ingredients = Ingredients()
        self._sizes: dict[str, int] | None = None
        self._journal = journal_in(folder, NAME)
        self._records, self._before_the_break = _read(self._journal.before)
        self._put({"run": BEGUN, "schema": SCHEMA, "slidegen": __version__})

    @property
    def was_cut_off(self) -> int:
        """How many decks a run made that did not come to its end; none if it did."""
        return len(self._before_the_break)

    def unchanged(self, job: Job, *, resuming: bool = False) -> Outcome | None:
        """The outcome of *job* as it was, if all that goes into it is as it was.

        With *resuming*, only if its deck was made by the run that was cut off.
        """
        deck = self._deck(job)
        record = self._records.get(deck)
        if record is None or (resuming and deck not in self._before_the_break):
            return None
        if self._size_of(deck) != record.size:
            return None
        if not all(
            self._ingredients.of(job, name) == known for name, known in record.ingredients.items()
        ):
            return None
        return Outcome(job, "unchanged", row=record.row, counting=record.counting)

    def note(self, outcome: Outcome) -> None:
        """That a deck was made, or is as it was, or is none."""
        deck = self._deck(outcome.job)
        if outcome.state == "made" and outcome.row is not None:
            self._records[deck] = Record(
                self._ingredients.after(outcome),
                outcome.row["output"]["bytes"],
                {
                    **outcome.row,
                    "notices": [one for one in outcome.row["notices"] if one["counts"]],
                },
                outcome.counting,
            )
        elif outcome.state == "failed":
            self._records.pop(deck, None)
        self._put(self._entry(deck))

    def close(self, *, finished: bool) -> None:
        """Unless the run is *finished*, the next one goes on where it stopped.

        Raises OutputError if what was made cannot be written down.
        """
        if not finished:
            self._journal.close(None)
            return
        self._sizes = None
        kept = [deck for deck in self._records if self._size_of(deck) is not None]
        entries = [self._entry(deck) for deck in kept] + [{"run": FINISHED}]
        self._journal.close("".join(map(_line, entries)).encode())

    def _size_of(self, deck: str) -> int | None:
        """In bytes; None if it is not there. Of a store all are asked for at once."""
        if isinstance(self.folder, Path):
            return size_of(self.folder / deck)
        if self._sizes is None:
            self._sizes = sizes_below(self.folder)
        return self._sizes.get(deck)

    def _entry(self, deck: str) -> dict[str, Any]:
        record = self._records.get(deck)
        return {"deck": deck, "record": to_builtins(record) if record else None}

    def _put(self, entry: Mapping[str, Any]) -> None:
        self._journal.put(_line(entry).encode())

    def _deck(self, job: Job) -> str:
        if isinstance(self.folder, Path):
            return Path(job.target).relative_to(self.folder).as_posix()
        return job.target.removeprefix(f"{self.folder}/")


def _line(entry: Mapping[str, Any]) -> str:
    return json.dumps(entry) + "\n"  # in ASCII: names of files need not be Unicode


def _read(journal: str) -> tuple[dict[str, Record], set[str]]:
    """The records, and which of them a run made that did not come to its end."""
    records: dict[str, Record] = {}
    unfinished: set[str] = set()
    begun = False
    for line in journal.splitlines():
        try:
            entry = json.loads(line)
            if "run" in entry:
                # A second run that was cut off goes on from the first.
                unfinished = unfinished if begun and entry["run"] == BEGUN else set()
                begun = entry["run"] == BEGUN
            elif entry["record"] is None:
                records.pop(entry["deck"], None)
                unfinished.discard(entry["deck"])
            else:
                records[entry["deck"]] = _record(entry["record"])
                unfinished.add(entry["deck"])
        except (ValueError, KeyError, TypeError):
            continue  # Cut off in the middle, or not ours: that deck is made again.
    return records, unfinished if begun else set()


def _record(entry: Mapping[str, Any]) -> Record:
    counting = (
        Notice(one["kind"], Message(**one["message"]), one["line"], one["counts"])
        for one in entry["counting"]
    )
    return Record(entry["ingredients"], entry["size"], entry["row"], tuple(counting))
