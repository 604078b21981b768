"""All columns of our own spreadsheet, and which of them stand on which sheet.

A row is one service. In a CSV the organization stands in the same row; a workbook has a sheet of its own for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache

from pydantic import BaseModel

from psoh_cli.kaart.entries import Organization, Service
from psoh_cli.kaart.exchange.incoming import EntryKind
from psoh_cli.kaart.exchange.sheet.column import Column, words_for_ids
from psoh_cli.kaart.exchange.sheet.organization_columns import ORGANIZATION_COLUMNS
from psoh_cli.kaart.exchange.sheet.service_columns import SERVICE_COLUMNS
from psoh_cli.kaart.known_ids import KnownIds
from psoh_cli.kaart.public_fields import PUBLIC_FIELDS

COLUMNS: tuple[Column, ...] = (*ORGANIZATION_COLUMNS, *SERVICE_COLUMNS)

_MODELS: Mapping[EntryKind, type[BaseModel]] = {"organisatie": Organization, "dienst": Service}

SERVICES = "Diensten"
ORGANIZATIONS = "Organisaties"
EXPLANATION = "Toelichting"
HIDDEN = "psoh"
"""The names of the sheets of a workbook."""

REQUIRED_MARK = " *"
"""Stands in a workbook behind the heading of a column that must be filled in; it is no part of the heading."""


def column_of(who: EntryKind, key: str) -> Column:
    """Find a column by who it is about and its key."""
    return next(item for item in COLUMNS if (item.who, item.key) == (who, key))


ORGANIZATION_ID = column_of("organisatie", "id")


@cache
def in_csv(*, public: bool = False) -> tuple[Column, ...]:
    """List the columns of a CSV: the service first, then its organization, and at the end what psoh keeps itself.

    `Id organisatie` is one column: the id of the organization, and to which the service belongs. With `public` only
    the columns of what is for everybody are there.
    """
    if public:
        return _for_everybody(in_csv())
    first = (column_of("dienst", "naam"), column_of("organisatie", "naam"))
    ordered = [item for item in (*SERVICE_COLUMNS, *ORGANIZATION_COLUMNS) if item not in first]
    return (*first, *sorted(ordered, key=lambda item: item.hidden))


@cache
def on_sheet(name: str, *, public: bool = False) -> tuple[Column, ...]:
    """List the columns of a sheet of a workbook; on Diensten the organization is its name and its hidden id."""
    if public:
        return _for_everybody(on_sheet(name))
    if name == ORGANIZATIONS:
        return ORGANIZATION_COLUMNS
    link = (column_of("organisatie", "naam"), ORGANIZATION_ID)
    return tuple(item for item in in_csv() if item.who == "dienst" or item in link)


def _for_everybody(columns: Iterable[Column]) -> tuple[Column, ...]:
    keys = {
        who: {kind.model_fields[name].alias or name for name in PUBLIC_FIELDS[kind]}
        for who, kind in _MODELS.items()
    }
    return tuple(item for item in columns if item.path[0] in keys[item.who])


def named(columns: Iterable[Column], *, known: KnownIds) -> tuple[Column, ...]:
    """Give columns with the words for the ids of the knowledge."""
    return tuple(
        replace(item, choices=words_for_ids(_names(item, known=known))) if item.known else item
        for item in columns
    )


def _names(column: Column, *, known: KnownIds) -> Mapping[str, str]:
    found: Mapping[str, str] = getattr(known, column.known)
    return found
