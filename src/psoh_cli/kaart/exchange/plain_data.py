"""A kaart file as plain JSON under its own Dutch keys: what stands in it, nothing added and nothing made of it."""

from __future__ import annotations

import json
from typing import Any

from psoh_cli.dutch import PartialDate
from psoh_cli.kaart.kaart import KaartFile
from psoh_cli.kaart.written import as_fields


def as_json(kaart: KaartFile) -> str:
    """Write a kaart file as JSON, which psoh also reads as the YAML file it came from."""
    return json.dumps(_plain(as_fields(kaart)), ensure_ascii=False, indent=2)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, PartialDate):
        return str(value)
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value
