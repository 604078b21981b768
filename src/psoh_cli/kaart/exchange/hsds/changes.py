"""What changed in an entry as HSDS keeps it: when, which field, from what into what, told by which role."""

from __future__ import annotations

from collections import Counter

from psoh_cli.kaart.entries import FieldChange, Organization, Service
from psoh_cli.kaart.exchange.hsds.setting import Object, Setting

UNKNOWN_ROLE = "onbekend"
"""HSDS wants to know who changed a field; where the kaart does not tell, this stands there."""


def changes(entry: Organization | Service, kind: str, setting: Setting) -> list[Object]:
    """Give the history of an entry; a change of which only the month is known has no place in HSDS.

    `field_name` is the field of the kaart. A field that was empty, or became so, has an empty text.
    """
    if setting.only_public:
        return []
    seen: Counter[FieldChange] = Counter()
    told = []
    for change in entry.history:
        if not has_place(change):
            continue
        seen[change] += 1
        parts = (str(change.day), change.by, change.field, change.before, change.after, seen[change])
        told.append(
            {
                "id": setting.ids.of("metadata", kind, entry.id, *parts),
                "resource_id": setting.ids.of(kind, entry.id),
                "resource_type": kind,
                "last_action_date": str(change.day),
                "last_action_type": "update",
                "field_name": change.field,
                "previous_value": change.before or "",
                "replacement_value": change.after or "",
                "updated_by": change.by or UNKNOWN_ROLE,
            }
        )
    return told


def has_place(change: FieldChange) -> bool:
    """Tell whether a change has the full day that HSDS wants."""
    return bool(change.day.day)
