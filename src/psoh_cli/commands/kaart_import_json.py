"""A preview of an import as data: the same as the screen shows, and all of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from psoh_cli.came_in import Place
    from psoh_cli.kaart.exchange.outcome import Changed, New, Preview


def as_json(
    preview: Preview, *, files: Sequence[str], kaart: str, written: bool, skipped: Sequence[str] = ()
) -> str:
    """Write a preview as JSON."""
    data = _data(preview, files=files, kaart=kaart, written=written)
    return json.dumps(data | {"overgeslagen": list(skipped)}, ensure_ascii=False, indent=2)


def _data(preview: Preview, *, files: Sequence[str], kaart: str, written: bool) -> dict[str, Any]:
    return {
        "kaart": kaart,
        "bestanden": list(files),
        "geschreven": written,
        "aantallen": {
            "nieuw": len(preview.new),
            "veranderd": len(preview.changed),
            "ongewijzigd": len(preview.unchanged),
            "niet_begrepen": len(preview.not_understood),
            "wacht": len(preview.waiting),
        },
        "nieuw": [_new(item) for item in preview.new],
        "veranderd": [_changed(item) for item in preview.changed],
        "ongewijzigd": [
            {"soort": item.kind, "id": item.id, "naam": item.name, "plaats": _place(item.place)}
            for item in preview.unchanged
        ],
        "niet_begrepen": [
            {"plaats": _place(item.place), "tekst": item.text, "reden": item.why, "oplossing": item.remedy}
            for item in preview.not_understood
        ],
        "wacht": [
            {"soort": item.kind, "naam": item.name, "plaats": _place(item.place), "op": list(item.needs)}
            for item in preview.waiting
        ],
        "vragen": [
            {
                "over": item.about,
                "soort": item.kind,
                "naam": item.name,
                "plaats": _place(item.place),
                "keuzes": dict(item.candidates),
                "nodig": item.is_needed,
                "aantal": item.entries,
            }
            for item in preview.questions
        ],
        "staat_er_niet_in": [
            {"soort": item.kind, "id": item.id, "naam": item.name} for item in preview.missing
        ],
        "opmerkingen": list(preview.remarks),
    }


def _new(item: New) -> dict[str, Any]:
    return {
        "soort": item.kind,
        "id": item.entry.id,
        "naam": item.entry.name,
        "plaats": _place(item.place),
        "lijkt_op": list(item.alike),
        "gegevens": item.entry.model_dump(mode="json", exclude_defaults=True),
    }


def _changed(item: Changed) -> dict[str, Any]:
    return {
        "soort": item.kind,
        "id": item.after.id,
        "naam": item.after.name,
        "plaats": _place(item.place),
        "terug_in_de_tijd": item.goes_back,
        "velden": [
            {"veld": field.key, "naam": field.label, "was": field.old, "wordt": field.new}
            | ({"was_zo_tot": str(item.set_back[field.key])} if field.key in item.set_back else {})
            for field in item.fields
        ],
        "opmerkingen": list(item.notes),
    }


def _place(place: Place) -> dict[str, Any]:
    return {"bestand": place.file, "blad": place.sheet, "rij": place.row, "kolom": place.column}
