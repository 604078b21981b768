"""The round as data: what a program reads of a proposal and of the state of a round."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from psoh_cli.dossier.open_round import OpenRound
    from psoh_cli.rounds.proposing import Proposal
    from psoh_cli.rounds.reach import ThemeReach, Unasked
    from psoh_cli.rounds.state import Standing
    from psoh_cli.rounds.status import RoundStatus


def plan_as_json(
    opened: OpenRound, proposal: Proposal, *, standing: tuple[Standing, ...], as_of: date, written: bool
) -> str:
    """Give a proposal, with what the round would cover."""
    from psoh_cli.rounds.round_file import written as as_written
    from psoh_cli.rounds.status import status

    seen = status(standing, catalogue=opened.catalogue, as_of=as_of)
    return _text(
        {
            "gemeente": opened.name,
            "peildatum": as_of.isoformat(),
            "geschreven": written,
            "herkomst": "afgeleid",
            "voorgesteld": [
                {**as_written(item.invitation), "waarom": item.why} for item in proposal.proposed
            ],
            "niet_voorgesteld": [
                {"ketenpartner": item.partner.id, "waarom": item.why} for item in proposal.left_out
            ],
            "informanten": [_standing(item) for item in seen.standing],
            "themas": _themes(seen.themes),
            "zonder_informant": _unasked(seen.unasked),
            "niet_gelezen": list(opened.unread),
        }
    )


def status_as_json(opened: OpenRound, seen: RoundStatus) -> str:
    """Give the state of a round."""
    return _text(
        {
            "gemeente": opened.name,
            "peildatum": seen.as_of.isoformat(),
            "weken": seen.weeks,
            "stand": {state.value: count for state, count in seen.count.items()},
            "informanten": [_standing(item) for item in seen.standing],
            "themas": _themes(seen.themes),
            "zonder_informant": _unasked(seen.unasked),
            "wacht_lang": [
                {"informant": item.standing.id, "sinds": str(item.since), "weken": item.weeks}
                for item in seen.silent
            ],
            "veranderde_vragen": [
                {
                    "informant": item.id,
                    "hernoemd": {change.id: change.new for change in changed.renamed},
                    "vervallen": [change.id for change in changed.dropped],
                    "nieuw": [question.id for question in changed.new],
                }
                for item, changed in seen.changed
            ],
            "stappen": [
                {"informant": step.informant, "waarom": step.why, "opdracht": opened.command(*step.words)}
                for step in seen.steps
            ],
            "niet_gelezen": list(opened.unread),
        }
    )


def _text(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2)


def _standing(item: Standing) -> dict[str, Any]:
    return {
        "id": item.id,
        "groep": item.group,
        "rol": item.role,
        "organisatie": item.organization or None,
        "in_ronde": item.invitation is not None,
        "stand": item.state.value,
        "opnieuw_gevraagd_op": str(item.asked_again_on) if item.asked_again_on else None,
        "deelnemers": item.participants if item.is_talk else None,
        "uitgenodigd_op": str(item.invited_on) if item.invited_on else None,
        "laatste_antwoord_op": str(item.last_answer_on) if item.last_answer_on else None,
        "vragen": len(item.questions),
        "vragen_hoogstens": item.most,
        "beantwoord": item.answered,
        "open": [question.id for question in item.open],
    }


def _themes(themes: Sequence[ThemeReach]) -> list[dict[str, Any]]:
    return [
        {
            "id": item.theme.id,
            "naam": item.theme.name,
            "stand": item.covered,
            "vragen": len(item.questions),
            "bekend": item.known,
            "alleen_weet_niet": item.only_said,
            "wacht": item.waiting,
            "aan_niemand": len(item.without_anybody),
            "informanten": list(item.informants),
        }
        for item in themes
    ]


def _unasked(unasked: Sequence[Unasked]) -> list[dict[str, Any]]:
    return [{"vraag": item.question.id, "groepen": list(item.question.groups)} for item in unasked]
