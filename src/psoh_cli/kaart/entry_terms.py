"""How long a confirmation of an entry holds: its own term, else that of its kind, else the usual one.

Terms stand in the kaart file where the entry stands, so they are settled before kaarten are put together. The file
itself stays as it was written.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, TypeVar

from psoh_cli.kaart.entries import Organization, Service

if TYPE_CHECKING:
    from psoh_cli.kaart.kaart import KaartFile, Term

USUAL_TERM_MONTHS = 12
"""How long a confirmation holds when nothing else is said (our own choice: afgeleid).

A declaration that the kaart is complete holds as long, whatever the entries say.
"""

USUAL_WAITING_MONTHS = 6
"""How long a waiting time tells something (our own choice: afgeleid): it moves faster than the offer itself."""

WAITING = "wachttijd"

Entry = TypeVar("Entry", bound=Organization | Service)


def months_per_kind(terms: Iterable[Term]) -> dict[str, int]:
    """Gather terms by what they are for; of two for the same the shortest counts."""
    months: dict[str, int] = {}
    for term in terms:
        months[term.kind] = min(term.months, months.get(term.kind, term.months))
    return months


def term_of(entry: Organization | Service, *, months: Mapping[str, int]) -> int | None:
    """Give the term of an entry: its own, the shortest of its kinds of offer, that of its sort; None is the usual."""
    if entry.term_months is not None:
        return entry.term_months
    if isinstance(entry, Organization):
        return months.get("organisatie")
    kinds = [months[kind] for kind in entry.kinds if kind in months]
    return min(kinds) if kinds else months.get("dienst")


def with_term(entry: Entry, *, months: Mapping[str, int]) -> Entry:
    """Give an entry with the term that counts for it; the entry itself where it says so already."""
    term = term_of(entry, months=months)
    changed: Entry = entry.model_copy(update={"term_months": term})  # type: ignore[assignment]
    return entry if term == entry.term_months else changed


def with_terms(entries: Iterable[Entry], *, file: KaartFile) -> tuple[Entry, ...]:
    """Give the entries of a file with the terms that count for them."""
    if not file.terms:
        return tuple(entries)
    months = months_per_kind(file.terms)
    return tuple(with_term(entry, months=months) for entry in entries)


def waiting_terms(services: Iterable[Service], *, file: KaartFile) -> dict[str, int]:
    """Give for each service with a waiting time how long that holds, where its file says another term than usual."""
    months = months_per_kind(file.terms).get(WAITING)
    return (
        {} if months is None else {service.id: months for service in services if service.waiting is not None}
    )
