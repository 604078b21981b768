"""What two entries with one id say otherwise. When and by whom they were confirmed is no conflict."""

from __future__ import annotations

from pydantic import BaseModel

NO_CONFLICT = frozenset({"gecontroleerd_op", "gecontroleerd_door", "geschiedenis"})
"""Fields in which two entries may differ and still say the same."""


def differing_fields(one: BaseModel, other: BaseModel) -> tuple[str, ...]:
    """Name the fields, as the kaart file calls them, that entries of one kind fill in otherwise; their ids aside."""
    if one == other:
        return ()
    return tuple(
        key
        for name, field in type(one).model_fields.items()
        if (key := field.alias or name) not in NO_CONFLICT
        and name != "id"
        and getattr(one, name) != getattr(other, name)
    )
