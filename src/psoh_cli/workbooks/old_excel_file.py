"""A workbook of an older Excel (xls): its one stream of records, looked at and packed anew, with nothing else in it."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from psoh_cli.workbooks.sheet_bounds import Extent

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_LAST, _FREE, _OF_FAT, _NONE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFF
_SMALL = 4096
_ENTRY = 128
_HEADER = 512
_MOST_FAT = 109
_STREAMS = ("Workbook", "Book")

_BOF, _FILE_PASS, _DIMENSIONS, _STRINGS = 0x0809, 0x002F, 0x0200, 0x00FC
_OLD_BOFS = {0x0009, 0x0209, 0x0409}
_CELLS = {0x0006, 0x00FD, 0x0203, 0x0204, 0x0205, 0x00D6, 0x027E, 0x00BD, 0x0406, 0x0206}
_SEVERAL = 0x00BD


class NotOleError(ValueError):
    """Say that bytes are no compound file, or a broken one."""


@dataclass(frozen=True, kw_only=True)
class OldWorkbook:
    """The records of an xls, and what is known of them before any cell is made."""

    records: bytes
    is_secret: bool = False
    extent: Extent = field(default_factory=Extent)
    is_sound: bool = True
    """Whether counts in it can be true."""


def names_in(data: bytes) -> tuple[str, ...]:
    """Give the names of the streams in a compound file."""
    return tuple(name for name, _, _ in _Compound(data).entries())


def workbook_in(data: bytes) -> OldWorkbook:
    """Take the workbook out of a compound file; raise NotOleError when there is none."""
    compound = _Compound(data)
    for wanted in _STREAMS:
        for name, start, size in compound.entries():
            if name == wanted:
                return _looked_at(compound.stream(start, size))
    raise NotOleError("no workbook")


def packed(records: bytes) -> bytes:
    """Pack the records of a workbook in a compound file of large sectors.

    Behind the records come one sector for small streams, of which there are none, the directory and the chains.
    """
    step = 4096
    body = records.ljust(max(-(-len(records) // step), 1) * step, b"\0")
    count = len(body) // step
    fats = -(-(count + 3) // (step // 4 - 1))
    if fats > _MOST_FAT:
        raise NotOleError("too long")
    chain = [*range(1, count), _LAST, _LAST, _LAST, *[_OF_FAT] * fats]
    fat = struct.pack(f"<{fats * step // 4}I", *chain, *[_FREE] * (fats * step // 4 - len(chain)))
    root = _entry("Root Entry", kind=5, child=1, start=count, size=64)
    directory = (root + _entry("Workbook", kind=2, child=_NONE, start=0, size=len(body))).ljust(step, b"\0")
    numbers = (1, fats, count + 1, 0, _SMALL, _LAST, 0, _LAST, 0)
    head = struct.pack("<8s16xHHHHH6xIIIIIIIII", MAGIC, 0x3E, 4, 0xFFFE, 12, 6, *numbers)
    first = count + 2
    table = struct.pack(f"<{_MOST_FAT}I", *range(first, first + fats), *[_FREE] * (_MOST_FAT - fats))
    return (head + table).ljust(step, b"\0") + body + bytes(step) + directory + fat


def _entry(name: str, *, kind: int, child: int, start: int, size: int) -> bytes:
    text = f"{name}\0".encode("utf-16-le")
    return struct.pack("<64sHBBIII16x4x16xIQ", text, len(text), kind, 1, _NONE, _NONE, child, start, size)


class _Compound:
    """A compound file: sectors in chains, as far as they can be followed."""

    def __init__(self, data: bytes) -> None:
        if len(data) < _HEADER or not data.startswith(MAGIC):
            raise NotOleError("no compound file")
        shift, small_shift = struct.unpack_from("<HH", data, 30)
        if shift not in {9, 12} or small_shift != 6:
            raise NotOleError("odd sectors")
        self._data, self._step = data, 1 << shift
        self._directory, self._small_start = (
            struct.unpack_from("<I", data, 48)[0],
            struct.unpack_from("<I", data, 60)[0],
        )
        self._fat = self._read_fat()
        self._small_fat = self._numbers(self._chain(self._small_start))
        self._entries = tuple(self._read_entries())

    def entries(self) -> tuple[tuple[str, int, int], ...]:
        """Give name, first sector and size of each stream."""
        return tuple((name, start, size) for name, kind, start, size in self._entries if kind == 2)

    def stream(self, start: int, size: int) -> bytes:
        """Give the bytes of a stream."""
        if size >= _SMALL:
            return self._chain(start)[:size]
        root = next(((first, length) for _, kind, first, length in self._entries if kind == 5), (_LAST, 0))
        small = self._chain(root[0])
        pieces, seen = [], 0
        while start < len(self._small_fat) and seen <= len(self._small_fat):
            pieces.append(small[start * 64 : start * 64 + 64])
            start, seen = self._small_fat[start], seen + 1
        return b"".join(pieces)[:size]

    def _read_fat(self) -> tuple[int, ...]:
        places = list(struct.unpack_from(f"<{_MOST_FAT}I", self._data, 76))
        more, left = struct.unpack_from("<I", self._data, 68)[0], len(self._data) // self._step
        while more < _OF_FAT - 1 and left > 0:
            block = self._numbers(self._sector(more))
            if not block:
                break
            places += block[:-1]
            more, left = block[-1], left - 1
        sectors = [
            self._sector(place)
            for place in places[: len(self._data) // self._step + 1]
            if place < _OF_FAT - 1
        ]
        return self._numbers(b"".join(sectors))

    def _read_entries(self) -> Iterator[tuple[str, int, int, int]]:
        listing = self._chain(self._directory)
        for at in range(0, len(listing) - _ENTRY + 1, _ENTRY):
            length, kind = struct.unpack_from("<HB", listing, at + 64)
            start, size = struct.unpack_from("<II", listing, at + 116)
            name = listing[at : at + max(min(length, 64) - 2, 0)].decode("utf-16-le", errors="replace")
            yield name, kind, start, size

    def _chain(self, start: int) -> bytes:
        pieces, seen = [], 0
        while start < len(self._fat) and seen <= len(self._fat):
            pieces.append(self._sector(start))
            start, seen = self._fat[start], seen + 1
        return b"".join(pieces)

    def _sector(self, number: int) -> bytes:
        at = (number + 1) * self._step
        return self._data[at : at + self._step]

    @staticmethod
    def _numbers(data: bytes) -> tuple[int, ...]:
        return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])


def _looked_at(records: bytes) -> OldWorkbook:
    """Go through the records once: is there a password, and how far do cells and counts reach."""
    rows = columns = 0
    sound = True
    for kind, data in _records(records):
        if kind == _FILE_PASS:
            return OldWorkbook(records=records, is_secret=True)
        if kind in _CELLS and len(data) >= 4:
            row, column = struct.unpack_from("<HH", data)
            if kind == _SEVERAL and len(data) >= 6:
                column = max(column, struct.unpack_from("<H", data, len(data) - 2)[0])
            rows, columns = max(rows, row + 1), max(columns, column + 1)
        elif kind == _DIMENSIONS:
            sound = sound and _may_be_true(data)
        elif kind == _STRINGS and len(data) >= 8:
            sound = sound and struct.unpack_from("<I", data, 4)[0] <= len(records)
    return OldWorkbook(records=records, extent=Extent(rows=rows, columns=columns), is_sound=sound)


def _may_be_true(dimensions: bytes) -> bool:
    if len(dimensions) >= 14:
        first, last, left, right = struct.unpack_from("<IIHH", dimensions)
    elif len(dimensions) >= 8:
        first, last, left, right = struct.unpack_from("<HHHH", dimensions)
    else:
        return False
    return bool(first <= last <= 65_536 and left <= right <= 256)


def _records(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 4 <= len(data):
        kind, size = struct.unpack_from("<HH", data, at)
        yield kind, data[at + 4 : at + 4 + size]
        at += 4 + size
