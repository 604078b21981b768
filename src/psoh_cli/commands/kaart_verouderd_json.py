"""What is due to be asked again, as data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from psoh_cli.commands.kaart_map import OpenKaart
    from psoh_cli.kaart.due import Due, Freshness, OrganizationDue, Spot, Stake, WaitingDue


def as_json(opened: OpenKaart, found: Freshness) -> str:
    """Write everything that is due as JSON."""
    import json

    from psoh_cli.kaart.people import ORDER_ONLY

    data: dict[str, Any] = {
        "kaart": opened.name,
        "gemeente": opened.gemeente.code if opened.gemeente else None,
        "peildatum": found.as_of.isoformat(),
        "tot": found.horizon.isoformat(),
        "vermeldingen": found.total,
        "aantal": len(found.entries),
        "vakken": found.cells,
        "volgordegewicht": ORDER_ONLY,
        "dekking": _stake_data(found.stake) | {"nu_al_leeg": found.lost_already},
        "organisaties": [_organization_data(item) for item in found.organizations],
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def _organization_data(item: OrganizationDue) -> dict[str, Any]:
    return {
        "id": item.id,
        "naam": item.name,
        "dekking": _stake_data(item.stake),
        "vermeldingen": [_entry_data(entry) for entry in item.entries],
        "wachttijden": [_waiting_data(entry) for entry in item.waiting],
    }


def _entry_data(entry: Due) -> dict[str, Any]:
    return {
        "soort": entry.kind,
        "id": entry.id,
        "naam": entry.name,
        "stand": entry.state.value,
        "gecontroleerd_op": None if entry.confirmed is None else str(entry.confirmed),
        "gecontroleerd_door": entry.role,
        "termijn_maanden": entry.months,
        "geldt_tot_en_met": None if entry.until is None else entry.until.isoformat(),
        "dekking": _stake_data(entry.stake),
    }


def _waiting_data(item: WaitingDue) -> dict[str, Any]:
    return {
        "dienst": item.service,
        "naam": item.name,
        "weken": item.weeks,
        "stand": item.state.value,
        "gemeten_op": None if item.measured is None else str(item.measured),
        "geldt_tot_en_met": None if item.until is None else item.until.isoformat(),
    }


def _stake_data(stake: Stake) -> dict[str, Any]:
    return {
        "volgordegewicht": stake.weight,
        "leeg": _spots_data(stake.lost),
        "zwakker": _spots_data(stake.weaker),
        "mensen": {language: stake.people.get(language) for language in stake.languages},
    }


def _spots_data(spots: tuple[Spot, ...]) -> list[dict[str, str]]:
    return [{"ketenstap": step, "taal": language} for step, language in spots]
