"""What a PDF from anywhere carries: read within bounds, held against its own list, and believed no further."""

from __future__ import annotations

import io
import zlib
from dataclasses import dataclass
from typing import Any

from psoh_cli.errors import PsohError, UnreadableError
from psoh_cli.press import manifest
from psoh_cli.press.manifest import Manifest
from psoh_cli.press.source import CarriedFile, Source

MOST_BYTES = 200_000_000
"""How big a PDF may be that we open (our own choice: afgeleid)."""

_MOST_FILES = 1_000
_BIGGEST = 20_000_000
_MOST_TOGETHER = 60_000_000
"""Bytes of one carried file and of all together, unpacked: nothing of ours comes near it (afgeleid)."""

_NOT_OURS = "Alleen een pdf die psoh heeft gemaakt, draagt de gegevens waaruit zij is gemaakt."


@dataclass(frozen=True, kw_only=True)
class Carried:
    """What a PDF carries and says about it; `altered` names files that are not what the list says they are."""

    manifest: Manifest
    source: Source
    altered: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    """Attachments that are not on the list: somebody else's, left where they are."""

    @property
    def is_intact(self) -> bool:
        """Tell whether everything is as it was when the document was made."""
        return not self.altered and self.source.fingerprint == self.manifest.fingerprint


def read(content: bytes, *, name: str) -> Carried:
    """Read what a PDF carries; `name` is what messages call it.

    Raises UnreadableError when it is no PDF, is protected, carries nothing of psoh, or too much.
    """
    attached = _attachments(content, name=name)
    listing = attached.pop(manifest.NAME, None)
    if listing is None:
        raise UnreadableError(f"{name} draagt geen gegevens van psoh.", remedy=_NOT_OURS)
    about = _manifest(listing, name=name)
    listed = {item.name: item for item in about.files}
    files = tuple(
        CarriedFile(name=item.name, content=attached[item.name], description=item.description)
        for item in about.files
        if item.name in attached
    )
    right = {file.name for file in files if file.digest == listed[file.name].digest}
    source = Source(
        files=files,
        knowledge_version=about.knowledge_version,
        tool_version=about.tool_version,
        version=about.version,
        with_interviews=about.with_interviews,
    )
    return Carried(
        manifest=about,
        source=source,
        altered=tuple(name for name in listed if name not in right),
        others=tuple(sorted(attached.keys() - listed.keys())),
    )


def _manifest(listing: bytes, *, name: str) -> Manifest:
    try:
        about = Manifest.model_validate_json(listing)
    except ValueError as error:
        raise UnreadableError(
            f"De lijst {manifest.NAME} in {name} is niet te lezen.",
            remedy="Is de pdf met een nieuwere psoh gemaakt? Werk psoh dan bij. Neem anders de pdf van psoh zelf.",
        ) from error
    if about.format != manifest.FORMAT:
        raise UnreadableError(
            f"Wat {name} draagt heeft formaat {about.format[:20]}; deze psoh leest formaat {manifest.FORMAT}.",
            remedy="Werk psoh bij.",
        )
    if len({item.name for item in about.files}) != len(about.files):
        raise _spoiled(name)
    return about


def _attachments(content: bytes, *, name: str) -> dict[str, bytes]:
    """Give every attachment by name, within bounds."""
    import pikepdf

    if b"%PDF-" not in content[:1024]:
        raise UnreadableError(f"{name} is geen pdf.", remedy="Noem een pdf die psoh rapport heeft gemaakt.")
    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            if pdf.is_encrypted:
                raise _protected(name)
            return _unpacked(pdf, name=name)
    except PsohError:
        raise
    except pikepdf.PasswordError as error:
        raise _protected(name) from error
    except (
        pikepdf.PdfError,
        LookupError,
        TypeError,
        ValueError,
        AttributeError,
        RuntimeError,
        zlib.error,
    ) as error:
        raise _spoiled(name) from error


def _unpacked(pdf: Any, *, name: str) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    together = 0
    for specification in _specifications(pdf):
        called = str(specification.UF if "/UF" in specification else specification.F)
        if called in found or len(found) >= _MOST_FILES:
            raise _spoiled(name)
        unpacked = _bytes_of(specification.EF.F, name=name)
        together += len(unpacked)
        if together > _MOST_TOGETHER:
            raise _too_much(name)
        found[called] = unpacked
    return found


def _specifications(pdf: Any) -> list[Any]:
    """List the attachments, however their tree is cut up; a tree that leads back into itself ends there."""
    from pikepdf import Array, Dictionary

    names = pdf.Root.get("/Names")
    top = names.get("/EmbeddedFiles") if isinstance(names, Dictionary) else None
    found: list[Any] = []
    seen: set[tuple[int, int]] = set()
    waiting = [top] if isinstance(top, Dictionary) else []
    while waiting and len(found) <= _MOST_FILES:
        branch = waiting.pop()
        if branch.objgen in seen and branch.is_indirect:
            continue
        seen.add(branch.objgen)
        leaves, kids = branch.get("/Names"), branch.get("/Kids")
        if isinstance(leaves, Array):
            found += list(leaves)[1::2]
        if isinstance(kids, Array) and len(seen) <= _MOST_FILES:
            waiting += [kid for kid in list(kids)[::-1] if isinstance(kid, Dictionary)]
    return found


def _bytes_of(stream: Any, *, name: str) -> bytes:
    """Unpack one attachment; only plain or deflated ones, and never more than we would write."""
    from pikepdf import Array, Name

    used = stream.get("/Filter")
    filters = list(used) if isinstance(used, Array) else [] if used is None else [used]
    if "/DecodeParms" in stream or filters not in ([], [Name.FlateDecode]):
        raise _spoiled(name)
    raw = bytes(stream.read_raw_bytes())
    if filters:
        unpacking = zlib.decompressobj()
        raw = unpacking.decompress(raw, _BIGGEST + 1)
    if len(raw) > _BIGGEST:
        raise _too_much(name)
    return raw


def _protected(name: str) -> UnreadableError:
    return UnreadableError(
        f"{name} is beveiligd met een wachtwoord of tegen kopiëren; psoh kan er niet in kijken.",
        remedy="Neem het bestand zoals psoh rapport het maakte, zonder beveiliging.",
    )


def _spoiled(name: str) -> UnreadableError:
    return UnreadableError(
        f"{name} is beschadigd, of na het maken door een ander programma veranderd.",
        remedy="Neem het bestand zoals psoh rapport het maakte.",
    )


def _too_much(name: str) -> UnreadableError:
    return UnreadableError(
        f"{name} draagt meer dan psoh wil uitpakken ({_BIGGEST // 1_000_000} MB per bestand, "
        f"{_MOST_TOGETHER // 1_000_000} MB samen).",
        remedy=_NOT_OURS,
    )
