"""The streams of a compound file, the container of old Word and WPS documents ([MS-CFB]).

Just enough to see what a stranger's file is, and whether it is locked, before another
program is asked to open it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from struct import error as struct_error
from struct import iter_unpack, unpack_from

from msgspec import Struct

from slidegen.reading.archive import damaged

HEADER = 512
"""Bytes, in files of both versions."""
ENTRY = 128
"""Bytes of one entry of the directory."""
END = 0xFFFFFFFA
"""Sector numbers from here on are none: the end of a chain, a free sector."""
SMALLEST_IN_SECTORS = 4096
"""Bytes; smaller streams stand together in one, the root's, in sectors of their own."""
SMALL_SECTOR = 64
ROOT, STREAM = 5, 2
"""Kinds of entry."""
MOST_ENTRIES = 10_000


class Entry(Struct, frozen=True):
    name: str
    first: int
    """Its first sector."""
    size: int
    kind: int


class CompoundFile:
    """Raises `MalformedSource` for *data* that breaks off or breaks the container's rules."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        try:
            (shift,) = unpack_from("<H", data, 0x1E)
            if shift not in (9, 12):
                raise damaged()
            self._sector = 1 << shift
            self._table = self._read_table()
            (first,) = unpack_from("<I", data, 0x30)
            self._entries = tuple(self._read_entries(first))
        except struct_error:
            raise damaged() from None

    @property
    def names(self) -> tuple[str, ...]:
        """Of its streams."""
        return tuple(entry.name for entry in self._entries if entry.kind == STREAM)

    def start_of(self, name: str) -> bytes | None:
        """The first bytes of the stream *name*, 64 or more; None if there is none."""
        for entry in self._entries:
            if entry.kind == STREAM and entry.name == name:
                if entry.size >= SMALLEST_IN_SECTORS:
                    return self._sector_at(entry.first)
                return self._small_sector_at(entry.first)
        return None

    def _small_sector_at(self, number: int) -> bytes:
        root = next((entry for entry in self._entries if entry.kind == ROOT), None)
        place, rest = divmod(number * SMALL_SECTOR, self._sector)
        sectors = self._chain(root.first) if root else iter(())
        return next(islice(sectors, place, None), b"")[rest : rest + SMALL_SECTOR]

    def _sector_at(self, number: int) -> bytes:
        at = max(HEADER, self._sector) + number * self._sector
        return self._data[at : at + self._sector]

    def _read_table(self) -> list[int]:
        """For each sector the one that follows it. The first 109 sectors of the table are
        named in the header; a file with more is above 6 MB, and its beginning will do."""
        named = unpack_from("<109I", self._data, 0x4C)
        whole = b"".join(self._sector_at(number) for number in named if number < END)
        return [number for (number,) in iter_unpack("<I", whole[: len(whole) // 4 * 4])]

    def _read_entries(self, first: int) -> Iterator[Entry]:
        for at, sector in enumerate(self._chain(first)):
            if at * self._sector > MOST_ENTRIES * ENTRY:
                return
            for start in range(0, len(sector) - ENTRY + 1, ENTRY):
                length, kind = unpack_from("<HB", sector, start + 0x40)
                if kind not in (ROOT, STREAM) or not 2 <= length <= 64:
                    continue
                name = sector[start : start + length - 2].decode("utf-16-le", errors="replace")
                head, size = unpack_from("<II", sector, start + 0x74)
                yield Entry(name, head, size, kind)

    def _chain(self, number: int) -> Iterator[bytes]:
        seen: set[int] = set()
        while number < END and number not in seen and (sector := self._sector_at(number)):
            seen.add(number)
            yield sector
            number = self._table[number] if number < len(self._table) else END
