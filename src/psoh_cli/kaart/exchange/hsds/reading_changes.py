"""The history of an entry read back from an export of our own; that of others may name people."""

from __future__ import annotations

from psoh_cli.kaart.exchange.hsds.changes import UNKNOWN_ROLE
from psoh_cli.kaart.exchange.hsds.no_place import why_not
from psoh_cli.kaart.exchange.hsds.reader import Reader


def read_changes(reader: Reader, *, is_own: bool) -> list[dict[str, str]]:
    """Read what changed, with the role that told of it."""
    items = reader.objects("metadata", kind="metadata")
    if not is_own:
        for item in items:
            item.refuse_all(*why_not("metadata", "metadata"), is_private=True)
        return []
    return [change for item in items if (change := _change(item))]


def _change(item: Reader) -> dict[str, str]:
    item.take("last_action_type")
    by = item.text("updated_by")
    read = {
        "op": item.text("last_action_date"),
        "door": None if by == UNKNOWN_ROLE else by,
        "veld": item.text("field_name"),
        "was": item.text("previous_value"),
        "werd": item.text("replacement_value"),
    }
    item.finish()
    return {key: value for key, value in read.items() if value}
