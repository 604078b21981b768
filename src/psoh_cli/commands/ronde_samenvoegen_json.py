"""Showing what two copies have in common and apart, as data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from psoh_cli.dossier.merging_copies import Copies, InterviewPair, Place
    from psoh_cli.interview.answers import Answer
    from psoh_cli.interview.two_versions import Side


def as_data(copies: Copies, sides: Mapping[Place, Side], *, written: Sequence[Path]) -> str:
    """Give everything as JSON."""
    import json

    merged = copies.round.merged({}) if copies.round else None
    data: dict[str, Any] = {
        "informanten": [_pair_data(pair) for pair in copies.interviews],
        "ronde": merged
        and {
            "erbij": [item.id for item in merged.added],
            "bijgewerkt": [item.id for item in merged.changed],
            "besluiten": [item.id for item in merged.resolutions],
            "besluiten_aangevuld": [item.id for item in merged.remarked],
            "besluiten_hernoemd": dict(merged.renamed),
        },
        "verschillen": [
            {
                "in": place[0],
                "plek": list(place[1:]),
                "hier": _as_json(conflict.here),
                "daar": _as_json(conflict.there),
                "datum_hier": str(conflict.day_here) if conflict.day_here else None,
                "datum_daar": str(conflict.day_there) if conflict.day_there else None,
                "nieuwste": conflict.newest,
                "geldt": sides.get(place),
            }
            for place, conflict in copies.conflicts()
        ],
        "geschreven": [path.as_posix() for path in written],
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def _pair_data(pair: InterviewPair) -> dict[str, Any]:
    merged = pair.merged
    return {
        "id": pair.informant,
        "nieuw": pair.is_new,
        "erbij": list(merged.added if merged else pair.there.answers),
        "aangevuld": list(merged.completed if merged else ()),
        "velden": dict(merged.fields) if merged else {},
        "verschillen": len(merged.conflicts) if merged else 0,
    }


def _as_json(said: Answer | str) -> Any:
    from psoh_cli.interview.answers import Answer
    from psoh_cli.interview.interview_files import as_written

    if not isinstance(said, Answer):
        return said
    return {
        key: item if isinstance(item, list | dict) else str(item) for key, item in as_written(said).items()
    }
