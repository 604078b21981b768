"""What was made before and from what: unchanged input is not rendered again. Reads bytes only, no YAML."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from psoh_cli.errors import PsohError
from psoh_cli.files import disk
from psoh_cli.press.request import Request

STATE = ".psoh.json"
"""Stands beside the documents; whoever removes it only has them made again."""

_FORMAT = 1
LARGEST = 500_000_000
"""Bytes of a document; one that we made may be more than a person writes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """One file as psoh wrote it: the digest of all it was made from, and of its bytes."""

    input: str
    output: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """What is known of the documents in a folder; `shared` names the kaarten that were read from elsewhere."""

    made: Mapping[str, Made] = field(default_factory=dict)
    shared: tuple[str, ...] = ()


def recall(target: Path) -> Memory:
    """Read what is known of the documents in a folder; nothing when that cannot be read or is not ours."""
    try:
        found = json.loads(disk.read_text(target / STATE))
        if found["formaat"] != _FORMAT:
            return Memory()
        made = {
            name: Made(input=entry["invoer"], output=entry["uitvoer"])
            for name, entry in found["bestanden"].items()
        }
        return Memory(made=made, shared=tuple(map(str, found["kaarten"])))
    except (PsohError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return Memory()


def remember(target: Path, memory: Memory) -> None:
    """Write down what is known; where that fails the documents are simply made again next time."""
    entries = {
        name: {"invoer": made.input, "uitvoer": made.output} for name, made in sorted(memory.made.items())
    }
    state = {"formaat": _FORMAT, "kaarten": list(memory.shared), "bestanden": entries}
    try:
        disk.write_text(target / STATE, json.dumps(state, ensure_ascii=False, indent=1) + "\n")
    except PsohError:
        return


def still_as_made(target: Path, *, request: Request, memory: Memory, ingredients: str) -> tuple[str, ...]:
    """Name the files that are asked for and still stand as they would be made now; none when nobody can tell."""
    if not ingredients:
        return ()
    return tuple(
        asked.name
        for asked in request.files()
        if (made := memory.made.get(asked.name)) is not None
        and made.input == input_digest(asked.name, request=request, ingredients=ingredients)
        and made.output == _digest_on_disk(target / asked.name)
    )


def input_digest(name: str, *, request: Request, ingredients: str) -> str:
    """Sum up everything that determines one file."""
    return _digest_of((ingredients, name, request.version.value, str(request.with_interviews)))


def output_digest(content: bytes) -> str:
    """Sum up what was written."""
    return hashlib.sha256(content).hexdigest()


def _digest_of(parts: Sequence[str]) -> str:
    """Sum up some texts, each with its length, so that no two lists look alike."""
    total = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        total.update(f"{len(data)}:".encode() + data)
    return total.hexdigest()


def _digest_on_disk(path: Path) -> str:
    try:
        return output_digest(disk.read_bytes(path, limit=LARGEST))
    except PsohError:
        return ""
