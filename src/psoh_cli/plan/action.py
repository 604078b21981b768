"""An Action: what could be done about a gap, by whom, when, at what cost. The tool proposes it."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator, Field, WithJsonSchema

from psoh_cli.dutch import FIRST_YEAR, LAST_YEAR, Money, PartialDate
from psoh_cli.model import Frozen, Slug, Text
from psoh_cli.plan.quarter_words import quarter_meant
from psoh_cli.problems.refused import RefusedError
from psoh_cli.vocabulary import CostCertainty, MoneyKind, Phase, Provenance

_LAST_YEAR = LAST_YEAR + 99
"""What is proposed on the last day we know may take years."""


def _quarter(value: object) -> str:
    text = str(value).strip().upper()
    match = re.fullmatch(r"(\d{4})[- ]?[KQ]([1-4])", text, re.ASCII)
    if match is None:
        raise _no_quarter(str(value))
    if not FIRST_YEAR <= int(match.group(1)) <= _LAST_YEAR:
        raise ValueError(f"{text} kan niet; een jaar ligt tussen {FIRST_YEAR} en {_LAST_YEAR}")
    return f"{match.group(1)}-K{match.group(2)}"


def _no_quarter(text: str) -> RefusedError:
    meant = quarter_meant(text)
    way = "schrijf jjjj-Kn, bijvoorbeeld 2027-K1"
    if meant is not None:
        way = f"schrijf {meant.text}" if meant.is_safe else f"bedoelt u {meant.text}?"
    return RefusedError(
        f"'{text[:60]}' is geen kwartaal; {way}",
        mend=meant.text if meant else "",
        is_safe=bool(meant and meant.is_safe),
    )


Quarter = Annotated[str, BeforeValidator(_quarter)]
"""A quarter as `2027-K1`; quarters sort as text."""


LEAST, MOST = 1, 3
_IN_WORDS = {"laag": 1, "weinig": 1, "klein": 1, "hoog": 3, "veel": 3, "groot": 3} | dict.fromkeys(
    ("gemiddeld", "midden", "middel", "matig"), 2
)


def _grade(value: object) -> int:
    text = str(value).strip()
    if re.fullmatch(r"[1-3]", text):
        return int(text)
    meant = str(_IN_WORDS.get(text.lower(), ""))
    raise RefusedError(
        f"'{text[:60]}' staat niet op de schaal van {LEAST} tot en met {MOST}; "
        f"schrijf {meant or '1 (weinig), 2 of 3 (veel)'}",
        mend=meant,
        is_safe=False,
    )


Grade = Annotated[
    int,
    BeforeValidator(_grade),
    WithJsonSchema({"type": ["integer", "string"], "minimum": LEAST, "maximum": MOST}),
]
"""How much work or gain it is, as the knowledge grades practices: 1 (little) to 3 (much)."""


class Step(Frozen):
    """A first step, with its own provenance."""

    text: Text = Field(alias="tekst")
    provenance: Provenance = Field(alias="herkomst")


class PlannedCost(Frozen):
    """What an action costs in whole euros; None is unknown and is never counted as zero."""

    amount: Money | None = Field(default=None, alias="bedrag")
    certainty: CostCertainty = Field(default=CostCertainty.UNKNOWN, alias="zekerheid")
    kind: MoneyKind = Field(default=MoneyKind.UNKNOWN, alias="soort")
    source: Slug | None = Field(default=None, alias="financiering")
    """An id of a funding source in the knowledge; None is uncovered."""
    note: Text | None = Field(default=None, alias="toelichting")


class Proposal(Frozen):
    """What the tool proposes; it is renewed on each run and never holds a decision."""

    title: Text = Field(alias="titel")
    reason: Text = Field(alias="reden")
    pillar: Slug = Field(alias="pijler")
    practices: tuple[Slug, ...] = Field(alias="praktijken")
    """One practice, or the alternatives to choose from."""
    gaps: tuple[Text, ...] = Field(alias="sluit")
    lead: Text = Field(alias="trekker")
    """An id of a partner type."""
    phase: Phase = Field(alias="fase")
    start: Quarter | None = Field(default=None, alias="begin")
    end: Quarter | None = Field(default=None, alias="eind")
    """None while the action does not fit; then `not_fitting` says why."""
    why_now: Text | None = Field(default=None, alias="waarom_nu")
    """Why in this quarter, in a few plain Dutch sentences."""
    ready_for: Text | None = Field(default=None, alias="beslisklaar_voor")
    """The moment of the council that decides on its money, such as `de kadernota van 18 mei 2027`."""
    not_fitting: Text | None = Field(default=None, alias="past_niet")
    """Why it does not fit in the means that were stated; None when it fits."""
    depends_on: tuple[Slug, ...] = Field(default=(), alias="na")
    effort: Grade | None = Field(default=None, alias="inspanning")
    benefit: Grade | None = Field(default=None, alias="opbrengst")
    first_steps: tuple[Step, ...] = Field(default=(), alias="eerste_stappen")
    cost: PlannedCost = Field(default=PlannedCost(), alias="kosten")
    possible_funding: tuple[Slug, ...] = Field(default=(), alias="mogelijke_financiering")
    expired_funding: tuple[Slug, ...] = Field(default=(), alias="verlopen_financiering")
    """Funding sources that fit but end before the action does; never used, never hidden."""
    indicators: tuple[Slug, ...] = Field(default=(), alias="indicatoren")
    provenance: Provenance = Field(alias="herkomst")
    sources: tuple[Slug, ...] = Field(default=(), alias="bronnen")
    as_of: PartialDate = Field(alias="peildatum")
    """The day from which the proposal reads as it does now."""
    knowledge_version: Text = Field(alias="kennisversie")
    lapsed: Text | None = Field(default=None, alias="vervallen")
    """Why this proposal no longer applies; None while it does."""
