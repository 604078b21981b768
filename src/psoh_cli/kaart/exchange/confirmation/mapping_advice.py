"""Advice on the mapping of columns, which a confirmation sheet does not have."""

from __future__ import annotations

from dataclasses import replace

from psoh_cli.kaart.exchange.outcome import Preview
from psoh_cli.kaart.exchange.sheet.values_contact import TAKE_ANYWAY


def without_mapping(preview: Preview) -> Preview:
    """Leave the advice on a mapping out of what is told."""
    told = tuple(
        replace(item, remedy=item.remedy.removesuffix(TAKE_ANYWAY)) for item in preview.not_understood
    )
    return replace(preview, not_understood=told)
