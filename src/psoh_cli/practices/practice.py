"""A Practice: what is known to work, how one would notice, and what a plan needs to know of it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from psoh_cli.dutch import Count
from psoh_cli.model import Frozen, Slug, Text
from psoh_cli.vocabulary import Certainty, Phase, Provenance, Verdict

Sources = Annotated[tuple[Slug, ...], Field(alias="bronnen")]


class Claim(Frozen):
    """One sentence with its own provenance."""

    text: Text = Field(alias="tekst")
    provenance: Provenance = Field(alias="herkomst")
    sources: tuple[Slug, ...] = Field(default=(), alias="bronnen")


class Link(Frozen):
    """A reference whose provenance may differ from that of both its ends."""

    id: Slug
    provenance: Provenance = Field(alias="herkomst")


class Cost(Frozen):
    """What something costs; without a public price the amount stays None."""

    amount: Text | None = Field(default=None, alias="bedrag")
    certainty: Text = Field(default="onbekend", alias="zekerheid")
    note: Text | None = Field(default=None, alias="toelichting")


class AnswerCriterion(Frozen):
    """Judge the answer to one question; with several choices the number of good ones counts."""

    kind: Literal["antwoord"] = Field(alias="soort")
    question: Slug = Field(alias="vraag")
    met: tuple[Text, ...] = Field(default=(), alias="voldaan")
    partly: tuple[Text, ...] = Field(default=(), alias="deels")
    minimum: Count = Field(default=1, alias="minimaal")
    partly_minimum: Count | None = Field(default=None, alias="deels_minimaal")


class ServiceCriterion(Frozen):
    """Look for a service that has one of the values on every field named in the filter."""

    kind: Literal["dienst-aanwezig"] = Field(alias="soort")
    filter: dict[str, tuple[Text, ...]]
    minimum: Count = Field(default=1, alias="minimaal")


class CoverageCriterion(Frozen):
    """Count which part of the expected values occurs: partners, layers, languages or filled fields."""

    kind: Literal["dekking"] = Field(alias="soort")
    over: Literal["ketenpartners", "iasc-lagen", "talen", "velden"]
    question: Slug | None = Field(default=None, alias="vraag")
    expected: tuple[Text, ...] = Field(default=(), alias="verwacht")
    unit: Literal["aantal", "procent"] = Field(alias="eenheid")
    met_from: Count = Field(alias="voldaan_vanaf")
    partly_from: Count = Field(alias="deels_vanaf")


class FreshCriterion(Frozen):
    """Judge whether a date lies within a number of months: of an answer, or of the entries of the kaart."""

    kind: Literal["actueel-binnen"] = Field(alias="soort")
    months: Count = Field(alias="maanden", ge=1, le=600)
    question: Slug | None = Field(default=None, alias="vraag")
    field: Text | None = Field(default=None, alias="veld")
    unit: Literal["aantal", "procent"] | None = Field(default=None, alias="eenheid")
    met_from: Count | None = Field(default=None, alias="voldaan_vanaf")
    partly_from: Count | None = Field(default=None, alias="deels_vanaf")


Criterion = Annotated[
    AnswerCriterion | ServiceCriterion | CoverageCriterion | FreshCriterion, Field(discriminator="kind")
]
"""The closed set of kinds; a new kind is a change of code with a test."""


class Grade(Frozen):
    """A grade from 1 (small) to 3 (large) with one sentence why; always our own reasoning."""

    value: Annotated[Count, Field(ge=1, le=3)] = Field(alias="waarde")
    why: Text = Field(alias="waarom")
    provenance: Provenance = Field(default=Provenance.DERIVED, alias="herkomst")


class PhaseAdvice(Frozen):
    """The phase in which a practice belongs, with one sentence why."""

    value: Phase = Field(alias="waarde")
    why: Text = Field(alias="waarom")
    provenance: Provenance = Field(default=Provenance.DERIVED, alias="herkomst")


class After(Frozen):
    """A practice that should come first, with one sentence why."""

    id: Slug
    why: Text = Field(alias="waarom")
    provenance: Provenance = Field(default=Provenance.DERIVED, alias="herkomst")


class Statements(Frozen):
    """What a verdict says about the gemeente, in one sentence without a full stop; always our own wording.

    Each holds whenever the criteria give that verdict, whichever of them did.
    """

    met: Text = Field(alias="voldaan")
    partly: Text = Field(alias="deels")
    missing: Text = Field(alias="ontbreekt")
    unknown: Text = Field(alias="onbekend")

    def on(self, verdict: Verdict) -> str | None:
        """Give the sentence for a verdict; what does not apply has none."""
        return {
            Verdict.MET: self.met,
            Verdict.PARTLY: self.partly,
            Verdict.MISSING: self.missing,
            Verdict.UNKNOWN: self.unknown,
        }.get(verdict)


class Practice(Frozen):
    """A lesson in how to organise, with its provenance and its test."""

    id: Slug
    pillar: Slug = Field(alias="pijler")
    title: Text = Field(alias="titel")
    what: Text = Field(alias="wat")
    why: tuple[Claim, ...] = Field(alias="waarom")
    first_steps: tuple[Claim, ...] = Field(alias="eerste_stappen")
    lead: Slug = Field(alias="trekker")
    cost: Cost = Field(alias="kosten")
    effort: Grade = Field(alias="inspanning")
    benefit: Grade = Field(alias="opbrengst")
    phase: PhaseAdvice = Field(alias="fase")
    after: tuple[After, ...] = Field(default=(), alias="na")
    bottlenecks: tuple[Link, ...] = Field(default=(), alias="knelpunten")
    interventions: tuple[Link, ...] = Field(default=(), alias="interventies")
    instruments: tuple[Link, ...] = Field(default=(), alias="instrumenten")
    indicators: tuple[Link, ...] = Field(default=(), alias="indicatoren")
    statements: Statements | None = Field(default=None, alias="uitspraken")
    combination: Literal["alle", "een-van"] = Field(alias="toetsing_combinatie")
    criteria: tuple[Criterion, ...] = Field(alias="toetsing")
    caution: Text | None = Field(default=None, alias="let_op")
    provenance: Provenance = Field(alias="herkomst")
    certainty: Certainty = Field(alias="zekerheid")
    sources: Sources


class Need(Frozen):
    """Practices that serve one need: one that is in place meets it, the plan proposes a choice."""

    id: Slug
    name: Text = Field(alias="naam")
    practices: tuple[Slug, ...] = Field(alias="praktijken")
    why: Text = Field(alias="waarom")
    statements: Statements | None = Field(default=None, alias="uitspraken")
    provenance: Provenance = Field(alias="herkomst")
