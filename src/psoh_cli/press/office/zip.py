"""The zip around an office document: another's within bounds, and ours without a clock."""

from __future__ import annotations

import io
import zipfile

MOST_PARTS = 1000
MOST_BYTES = 20_000_000
MOST_UNPACKED = 60_000_000
_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The first day a zip can hold: the same on every computer."""


class TooBigError(ValueError):
    """A zip holds more than anything we would use."""


def unpacked(data: bytes) -> dict[str, bytes]:
    """Give the parts of a zip by name; raise TooBigError, or whatever a broken zip raises."""
    if len(data) > MOST_BYTES:
        raise TooBigError
    parts: dict[str, bytes] = {}
    left = MOST_UNPACKED
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
        if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
            raise TooBigError
        for entry in entries:
            if entry.is_dir():
                continue
            with archive.open(entry) as stream:  # what an entry says of its own size may be a lie
                content = stream.read(left + 1)
            left -= len(content)
            if left < 0:
                raise TooBigError
            parts[entry.filename.lstrip("/")] = content
    return parts


def timeless(data: bytes, *, first: str, plain: bool = False) -> bytes:
    """Pack a file of our own again without a clock, in order of name after `first`, which `plain` leaves as it is."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = sorted(archive.namelist(), key=lambda name: (name != first, name))
        return packed({name: archive.read(name) for name in names}, plain=first if plain else "")


def packed(parts: dict[str, bytes], *, plain: str = "") -> bytes:
    """Write parts in their order, without a clock; `plain` names the one that is not compressed."""
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _MOMENT)
            entry.compress_type = zipfile.ZIP_STORED if name == plain else zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, content)
    return into.getvalue()
