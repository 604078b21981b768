"""From a confirmation sheet that came back to what it says of the kaart, and nothing that was not said."""

from __future__ import annotations

from collections.abc import Mapping

from psoh_cli.kaart.exchange.confirmation.answered_entry import Answered, Found, Judging
from psoh_cli.kaart.exchange.confirmation.asked import Entry
from psoh_cli.kaart.exchange.confirmation.belonging import belonging, owner
from psoh_cli.kaart.exchange.confirmation.by_hand import held_up, passed_over, to_read
from psoh_cli.kaart.exchange.confirmation.form import reference_of
from psoh_cli.kaart.exchange.confirmation.told import Told, ToldPart
from psoh_cli.kaart.exchange.incoming import Batch
from psoh_cli.kaart.kaart import KaartFile
from psoh_cli.kaart.known_ids import KnownIds
from psoh_cli.kaart.role import told_by

__all__ = ["Answered", "to_batch"]


def to_batch(told: Told, *, own: KaartFile, known: KnownIds, answered: Answered) -> Batch:
    """Turn what came back into entries for the preview.

    An entry of which everything that stands there was answered is confirmed on the day of the answer. Of one that
    was answered in part, what changed is taken over and the date stays.
    """
    entries: dict[str, Entry] = {reference_of("organisatie", item.id): item for item in own.organizations}
    entries |= {reference_of("dienst", item.id): item for item in own.services}
    sorted_out = belonging(told, entries=entries, names=own.names, known=known, answered_on=answered.day)
    found = Found(not_understood=[*to_read(told), *told.loose, *sorted_out.refused])
    found.remarks += [*told.remarks, *filter(None, [passed_over(told)]), *sorted_out.remarks]
    held = frozenset[str]() if answered.has_read else held_up(told, entries)
    everything = told.everything_holds and _is_of_one(sorted_out.parts, entries=entries, found=found)
    for reference, parts in sorted_out.parts.items():
        Judging(
            parts=parts,
            entry=entries[reference],
            known=known,
            answered=answered,
            found=found,
            is_held_up=reference in held,
            told_by=answered.role or told_by(own.names.get(owner(entries[reference]), "")),
            everything_holds=everything,
        ).work_out()
    return Batch(
        entries=tuple(found.entries),
        not_understood=tuple(found.not_understood),
        remarks=tuple(dict.fromkeys(found.remarks)),
        unanswered=tuple(found.unanswered),
    )


def _is_of_one(
    parts: Mapping[str, tuple[ToldPart, ...]], *, entries: Mapping[str, Entry], found: Found
) -> bool:
    """Tell whether words about everything are about one organization, and say how they are taken."""
    if len({owner(entries[reference]) for reference in parts}) > 1:
        found.remarks.append("Er staat dat alles klopt, maar niet voor welke organisatie; dat telt niet.")
        return False
    if parts:
        found.remarks.append(
            "Boven de vragen staat dat alles klopt; dat geldt voor wat geen eigen antwoord heeft."
        )
    return True
