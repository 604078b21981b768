"""What is only not confirmed asks to be confirmed, and not for a measure."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests import builders as make

from psoh_cli.dossier.dossier import open_dossier
from psoh_cli.plan.answering import is_unconfirmed

ROOT = Path(__file__).resolve().parents[2]
MEMBERS = make.question("leden", soort="meerkeuze", opties=make.options("ggd", "ggz"))
RULE = {
    "soort": "dekking", "over": "ketenpartners", "vraag": "leden", "verwacht": ["ggd", "ggz"], "eenheid": "procent",
    "voldaan_vanaf": 75, "deels_vanaf": 40,
}  # fmt: skip
KNOWLEDGE = make.catalogue(
    make.practice("bp-klankbord", RULE), questions=(MEMBERS,), partner_types=(make.partner("ggd"),)
)


@pytest.mark.parametrize(
    ("answers", "fields", "unconfirmed"),
    [
        ({}, {"gecontroleerd_op": make.STALE}, True),
        ({}, {"gecontroleerd_op": "onbekend", "in_klankbordgroep": "ja"}, True),
        ({"leden": ["ggd"]}, {"gecontroleerd_op": make.STALE}, True),
        ({"leden": ["ggz"]}, {"gecontroleerd_op": make.STALE}, False),
        ({"leden": ["ggz"]}, {}, False),
        ({}, {"in_klankbordgroep": "nee"}, False),
    ],
)
def test_a_partner_that_is_only_not_confirmed(
    answers: dict[str, Any], fields: dict[str, str], unconfirmed: bool
) -> None:
    kaart = make.kaart(organizations=(make.organization("de-ggd", **fields),))
    found = make.analysis(KNOWLEDGE, make.informant("a", answers), on=kaart)
    gap = found.finding["gap-partner-ggd"]
    assert gap.is_gap
    assert is_unconfirmed(gap, analysis=found) is unconfirmed


def test_no_klankbordgroep_is_proposed_because_a_kaart_is_stale() -> None:
    """The kaart of Haarlem is old, and nobody said a word about a klankbordgroep."""
    plan = open_dossier(ROOT / "examples" / "haarlem").plan(make.AS_OF)
    assert "m-klankbordgroep" not in plan.entry
    assert any("gap-partner-ggd" in (entry.proposal.gaps if entry.proposal else ()) for entry in plan.entries)
