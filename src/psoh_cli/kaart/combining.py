"""Kaart files put together for one gemeente: its own goes first, and what does not count is told."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Literal, TypeVar

from psoh_cli.dutch import same_name, slug, sort_key
from psoh_cli.gemeente.gemeente import OwnSource, gemeente_code
from psoh_cli.kaart.entries import Organization, Service
from psoh_cli.kaart.entry_terms import waiting_terms, with_terms
from psoh_cli.kaart.kaart import Complete, Kaart, KaartFile, LeftOut, LeftOutReason, covers_gemeente
from psoh_cli.kaart.regions import NO_REGIONS, Regions, regions_of
from psoh_cli.kaart.same_id import differing_fields


def combine(
    files: tuple[KaartFile, ...], *, code: str, has_own: bool = True, regions: Regions = NO_REGIONS
) -> Kaart:
    """Put kaart files together for one gemeente; the first file is its own and wins where ids are the same.

    The order of the other files does not matter: they are taken by name, then by content. Without `has_own`
    every file is shared. A shared file is complete only for the gemeenten that its declaration names. The regions of
    all files count for each; `regions` are those that every kaart knows.
    """
    own, shared = (files[:1], files[1:]) if has_own else ((), files)
    ordered = (*own, *sorted(shared, key=lambda file: (sort_key(file.name), file.model_dump_json())))
    left_out: list[LeftOut] = []
    regions = _regions_in(ordered, left_out=left_out).before(regions)
    here = tuple(
        (file, _services_here(file, code=code, regions=regions, left_out=left_out)) for file in ordered
    )
    organizations = _first_of_each_id(
        ((file, file.organizations) for file in ordered), what="organisatie", left_out=left_out
    )
    services = _first_of_each_id(here, what="dienst", left_out=left_out)
    return Kaart(
        organizations=tuple(item for file, kept in organizations for item in with_terms(kept, file=file)),
        services=tuple(item for file, kept in services for item in with_terms(kept, file=file)),
        complete=tuple(
            dict.fromkeys(
                declaration
                for place, file in enumerate(ordered)
                for declaration in file.complete
                if counts_for(declaration, code=code, own=place < len(own))
            )
        ),
        sources=tuple(
            item
            for _, kept in _first_of_each_id(
                ((file, file.sources) for file in ordered), what="bron", left_out=left_out
            )
            for item in kept
        ),
        left_out=tuple(left_out),
        regions=regions,
        waiting_terms={
            key: months for file, kept in services for key, months in waiting_terms(kept, file=file).items()
        },
    )


def kaart_of(file: KaartFile, *, regions: Regions = NO_REGIONS) -> Kaart:
    """Make a Kaart of one kaart file on its own, wherever its services work."""
    return Kaart(
        organizations=with_terms(file.organizations, file=file),
        services=with_terms(file.services, file=file),
        complete=file.complete,
        sources=file.sources,
        regions=regions_in_files((file,)).before(regions),
        waiting_terms=waiting_terms(file.services, file=file),
    )


def counts_for(declaration: Complete, *, code: str, own: bool) -> bool:
    """Tell whether a declaration is about a gemeente: it names it, or stands in its own kaart and names none."""
    return gemeente_code(code) in declaration.applies_to or (own and not declaration.applies_to)


Entry = TypeVar("Entry", Organization, Service, OwnSource)


def regions_in_files(files: Iterable[KaartFile]) -> Regions:
    """Give the regions that kaart files name themselves."""
    return regions_of((region.name, region.gemeenten) for file in files for region in file.regions)


def _regions_in(files: tuple[KaartFile, ...], *, left_out: list[LeftOut]) -> Regions:
    """Gather the regions of all files; say of another one with the same name and other gemeenten."""
    first: dict[str, frozenset[str]] = {}
    for file in files:
        for region in file.regions:
            name = same_name(region.name)
            if name and first.setdefault(name, frozenset(region.gemeenten)) != frozenset(region.gemeenten):
                left_out.append(
                    LeftOut(
                        id=slug(region.name) or "regio", name=region.name, what="regio", kaart=file.name,
                        reason=LeftOutReason.SAME_ID, fields=("gemeenten",),
                    )
                )  # fmt: skip
    return regions_in_files(files)


def _services_here(
    file: KaartFile, *, code: str, regions: Regions, left_out: list[LeftOut]
) -> tuple[Service, ...]:
    here: list[Service] = []
    for service in file.services:
        if covers_gemeente(service, code=code, regions=regions):
            here.append(service)
            continue
        left_out.append(
            LeftOut(
                id=service.id,
                name=service.name,
                what="dienst",
                kaart=file.name,
                reason=LeftOutReason.ELSEWHERE,
            )
        )
    return tuple(here)


def _first_of_each_id(
    groups: Iterable[tuple[KaartFile, tuple[Entry, ...]]],
    *,
    what: Literal["organisatie", "dienst", "bron"],
    left_out: list[LeftOut],
) -> list[tuple[KaartFile, tuple[Entry, ...]]]:
    """Keep, file by file, the first entry of each id; say so of another one, unless it says the same."""
    kept: dict[str, Entry] = {}
    per_file: list[tuple[KaartFile, tuple[Entry, ...]]] = []
    for file, entries in groups:
        before = len(kept)
        left_out.extend(
            LeftOut(
                id=entry.id, name=_name(entry), what=what, kaart=file.name, reason=LeftOutReason.SAME_ID,
                fields=fields,
            )
            for entry in entries
            if (fields := differing_fields(kept.setdefault(entry.id, entry), entry))
        )  # fmt: skip
        per_file.append((file, tuple(islice(kept.values(), before, None))))
    return per_file


def _name(entry: Organization | Service | OwnSource) -> str:
    return entry.title if isinstance(entry, OwnSource) else entry.name
