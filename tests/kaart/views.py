"""A coverage view in one line, for tests."""

from __future__ import annotations

from typing import Any

from tests.kaart.samples import AS_OF, STEPS, gemeente

from psoh_cli.gemeente.gemeente import Gemeente
from psoh_cli.kaart.coverage_columns import Per
from psoh_cli.kaart.coverage_view import Asked, CoverageView, look
from psoh_cli.kaart.kaart import Kaart
from psoh_cli.kaart.known_ids import KnownIds

NAMES = {"overdracht": "Overdracht", "preventie": "Preventie", "toeleiden": "Toeleiden"}
KNOWN = KnownIds(
    chain_steps={step: NAMES[step] for step in STEPS},
    layers={"laag-1": "Basis", "laag-2": "Steun"},
    pillars={"kennis": "Kennis: weten en doorgeven"},
    interventions={"mind-spring": "Mind-Spring"},
)
HOME = gemeente(people={"ar": 310, "ti": 120}, wijken=["Centrum", "Oost"])


def view(found: Kaart, *, home: Gemeente = HOME, per: Per = Per.LANGUAGE, **asked: Any) -> CoverageView:
    return look(
        Asked(
            kaart=found, name=home.name, per=per, as_of=AS_OF, known=KNOWN, residents=home.residents,
            areas=home.areas, **asked,
        )
    )  # fmt: skip
