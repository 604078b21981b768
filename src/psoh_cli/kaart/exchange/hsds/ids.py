"""The ids of HSDS: a UUID per object, the same in every run, made from the kaart and the id on it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID, uuid5

_ROOT = UUID("9be31462-52b3-4ef3-8dcf-9f601c06804a")
"""Drawn once for psoh. Everything that psoh exports hangs below it."""

OWN_IDENTIFIER = "psoh"
"""The kind of identifier under which an organization or a location carries its id on the kaart."""


@dataclass(frozen=True)
class Ids:
    """The ids of one kaart; two kaarten give the same entry different ids."""

    kaart: str

    def of(self, kind: str, *path: object) -> str:
        """Give the UUID of an object by its kind and its place on the kaart."""
        return str(uuid5(_below(self.kaart), _joined(kind, path)))


def shared_id(kind: str, *path: object) -> str:
    """Give the UUID of what is the same on every kaart: a taxonomy, a term, a unit."""
    return str(uuid5(_ROOT, _joined(kind, path)))


def _joined(kind: str, path: tuple[object, ...]) -> str:
    """Write a path so that no two paths look the same, whatever stands in a part."""
    return "/".join((kind, *(str(part).replace("%", "%25").replace("/", "%2F") for part in path)))


@lru_cache(maxsize=64)
def _below(kaart: str) -> UUID:
    return uuid5(_ROOT, f"kaart/{kaart}")
