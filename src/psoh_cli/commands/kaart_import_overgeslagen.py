"""What a mapping says to leave out of a file, so that nothing stays out unseen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from psoh_cli.commands.kaart_import_inname import Intake


def skipped(intake: Intake) -> tuple[str, ...]:
    """Name the columns, words, sheets and organizations of these files that the mapping leaves out."""
    return tuple(_skipped(intake))


def _skipped(intake: Intake) -> Iterator[str]:
    from psoh_cli.kaart.exchange.answers import IS_SKIPPED
    from psoh_cli.kaart.exchange.sheet.mapping import heading_key
    from psoh_cli.kaart.exchange.sheet.sheet_fields import IGNORED

    headings = [item for taken in intake.taken for table in taken.tables for item in table.headings]
    for name in dict.fromkeys(item.text for item in headings if item.field == IGNORED):
        yield f"kolom '{name}'"
    there = {heading_key(item.text) for item in headings}
    for word in intake.mapping.words:
        if word.means == IGNORED and heading_key(word.column) in there:
            yield f"'{word.found}' in kolom '{word.column}'"
    sheets = {sheet.name for sheets in intake.sheets for sheet in sheets}
    yield from (
        f"blad '{rule.name}'" for rule in intake.mapping.sheets if rule.is_left_out and rule.name in sheets
    )
    told = {**intake.mapping.answers().partner_types, **intake.answers.partner_types}
    yield from (
        f"organisatie '{name}', met haar diensten" for name, kind in told.items() if kind == IS_SKIPPED
    )
