"""The reference lists of the knowledge: sources, pillars, partners, interventions, funding and the like."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from psoh_cli.dutch import Count, PartialDate, Year, YesNo
from psoh_cli.model import Frozen, Slug, Text, WebAddress
from psoh_cli.practices.practice import Claim, Cost, Link, Sources
from psoh_cli.vocabulary import Certainty, Provenance


class Source(Frozen):
    """Where a claim comes from; `found` tells whether the address is the publisher's own page."""

    id: Slug
    title: Text = Field(alias="titel")
    url: WebAddress
    publisher: Text = Field(alias="uitgever")
    year: Year | None = Field(default=None, alias="jaar")
    found: Literal["origineel", "kopie", "overzichtspagina"] = Field(alias="vindplaats")
    provenance: Provenance = Field(alias="herkomst")


class Sourced(Frozen):
    """What every item of a reference list says about itself."""

    id: Slug
    provenance: Provenance = Field(alias="herkomst")
    certainty: Certainty = Field(alias="zekerheid")
    sources: Sources = ()


class Pillar(Sourced):
    """A pillar with its practices in the order of the story; `of_project` is false for the two that are not ARQ's."""

    name: Text = Field(alias="naam")
    of_project: YesNo = Field(alias="projectpijler")
    explanation: Text = Field(alias="toelichting")
    practices: tuple[Slug, ...] = Field(default=(), alias="praktijken")


class Bottleneck(Sourced):
    """Something that goes wrong often, and the practices that answer it."""

    title: Text = Field(alias="titel")
    description: Text = Field(alias="omschrijving")
    addition: Claim | None = Field(default=None, alias="aanvulling")
    practices: tuple[Link, ...] = Field(default=(), alias="praktijken")


class PartnerType(Sourced):
    """A kind of partner and its part in the chain."""

    name: Text = Field(alias="naam")
    role: Text = Field(alias="rol")
    ask_for: Text | None = Field(default=None, alias="spreek_met")
    """The function to look for when somebody is asked to take part: our own choice."""
    line: Text = Field(alias="lijn")
    layers: tuple[Slug, ...] = Field(default=(), alias="iasc_lagen")
    expected_in_board: YesNo = Field(alias="verwacht_in_klankbordgroep")
    grouping_provenance: Provenance = Field(alias="indeling_herkomst")


class AgeRange(Frozen):
    """Ages in years, both included; None is no bound or unknown."""

    lowest: Count | None = Field(default=None, alias="van", le=120)
    highest: Count | None = Field(default=None, alias="tot", le=120)


class Intervention(Sourced):
    """A programme one can run."""

    name: Text = Field(alias="naam")
    kind: Text = Field(alias="soort")
    what: Text = Field(alias="wat")
    audience: Text = Field(alias="doelgroep")
    target_groups: tuple[Text, ...] = Field(default=(), alias="doelgroepen")
    age: AgeRange = Field(default=AgeRange(), alias="leeftijd")
    languages: Text = Field(default="onbekend", alias="talen")
    form: Text = Field(alias="vorm")
    size: Text = Field(default="onbekend", alias="omvang")
    sessions: Count | None = Field(default=None, alias="bijeenkomsten")
    minutes: Count | None = Field(default=None, alias="duur_minuten")
    group_size: Text | None = Field(default=None, alias="groepsgrootte")
    provider: Text = Field(default="onbekend", alias="aanbieder")
    evidence_level: Slug = Field(alias="bewijsniveau")
    evidence: Text = Field(default="onbekend", alias="bewijs")
    recognized_on: PartialDate | None = Field(default=None, alias="erkend_op")
    cost: Cost = Field(alias="kosten")
    layer: Link | None = Field(default=None, alias="iasc_laag")
    pillar: Slug = Field(alias="pijler")
    chain_step: Link | None = Field(default=None, alias="ketenstap")
    funding: tuple[Link, ...] = Field(default=(), alias="financiering")
    in_project: Literal["ja", "genoemd", "nee", "onbekend"]
    practices: tuple[Link, ...] = Field(default=(), alias="praktijken")
    caution: Text | None = Field(default=None, alias="let_op")


class Instrument(Sourced):
    """A questionnaire that helps to notice; never a diagnosis."""

    name: Text = Field(alias="naam")
    kind: Text = Field(alias="soort")
    user: Text = Field(default="onbekend", alias="gebruiker")
    purpose: Text = Field(alias="doel")
    target_groups: tuple[Text, ...] = Field(default=(), alias="doelgroepen")
    question_count: Text | None = Field(default=None, alias="aantal_vragen")
    languages: Text = Field(default="onbekend", alias="talen")
    foundation: Text = Field(default="onbekend", alias="onderbouwing")
    caution: Text | None = Field(default=None, alias="let_op")
    chain_step: Link | None = Field(default=None, alias="ketenstap")
    practices: tuple[Link, ...] = Field(default=(), alias="praktijken")
    in_project: Literal["ja", "genoemd", "nee", "onbekend"]


class HelpNeed(Sourced):
    """A question for help that statushouders bring."""

    title: Text = Field(alias="titel")
    interventions: tuple[Link, ...] = Field(default=(), alias="interventies")


class ChainStep(Sourced):
    """A step in the chain from reception to taking part."""

    number: Count = Field(alias="nr")
    name: Text = Field(alias="naam")
    line: Text = Field(alias="lijn")
    layer: Link | None = Field(default=None, alias="iasc_laag")
    who: tuple[Link, ...] = Field(default=(), alias="wie")
    result: Text = Field(alias="resultaat")
    instruments: tuple[Link, ...] = Field(default=(), alias="signaleringsinstrumenten")
    interventions: tuple[Link, ...] = Field(default=(), alias="interventies")
    funding: tuple[Link, ...] = Field(default=(), alias="financiering")
    deductible: YesNo | None = Field(default=None, alias="eigen_risico")


class Layer(Sourced):
    """A layer of the IASC pyramid; layers complement each other and are no steps to climb."""

    number: Count = Field(alias="nr")
    name: Text = Field(alias="naam")
    explanation: Text = Field(alias="toelichting")
    examples: tuple[Text, ...] = Field(default=(), alias="voorbeelden")


class Indicator(Sourced):
    """A figure to follow, with its definition and frequency."""

    name: Text = Field(alias="naam")
    definition: Text = Field(alias="definitie")
    unit: Text = Field(alias="eenheid")
    pillar: Slug = Field(alias="pijler")
    data_source: Text = Field(alias="gegevensbron")
    frequency: Text = Field(alias="frequentie")
    level: Text = Field(alias="niveau")
    reference: Text | None = Field(default=None, alias="referentie")
    practices: tuple[Link, ...] = Field(default=(), alias="praktijken")


class FundingSource(Sourced):
    """Money that may pay for a measure, with its end when that is known."""

    name: Text = Field(alias="naam")
    suited_to: tuple[Text, ...] = Field(default=(), alias="geschikt_voor")
    not_for: tuple[Text, ...] | Text | None = Field(default=None, alias="niet_voor")
    structural: Literal["ja", "nee", "deels", "onbekend"] = Field(alias="structureel")
    runs_until: PartialDate | None = Field(default=None, alias="loopt_tot")
    amount: Text | None = Field(default=None, alias="bedrag")
    amount_year: Year | None = Field(default=None, alias="bedrag_jaar")
    pillars: tuple[Slug, ...] = Field(default=(), alias="pijlers")
    legal_frameworks: tuple[Slug, ...] = Field(default=(), alias="wettelijke_kaders")
    caution: Text | None = Field(default=None, alias="let_op")


class LegalFramework(Sourced):
    """A law, guideline or agreement and what it offers the plan."""

    name: Text = Field(alias="naam")
    kind: Text = Field(alias="soort")
    in_force: PartialDate | None = Field(default=None, alias="in_werking")
    core: Text = Field(alias="kern")
    hook: Text = Field(alias="haakje")
    pillars: tuple[Slug, ...] = Field(default=(), alias="pijlers")
    caution: Text | None = Field(default=None, alias="let_op")


class CulturalCriterion(Sourced):
    """A criterion of culturally sensitive work."""

    criterion: Text = Field(alias="criterium")
    check_question: Text = Field(alias="controlevraag")
    field: Text = Field(alias="veld")


class KeyFigure(Sourced):
    """A figure with its group, area and year; decimals as text with a point, None is a bound nobody gave."""

    description: Text = Field(alias="omschrijving")
    lowest: Text | None = Field(default=None, alias="waarde_van")
    highest: Text | None = Field(default=None, alias="waarde_tot")
    unit: Text = Field(alias="eenheid")
    group: Text = Field(alias="groep")
    area: Text = Field(alias="gebied")
    year: Text | None = Field(default=None, alias="jaar")
    estimator: Text | None = Field(default=None, alias="schatter")
    caution: Text | None = Field(default=None, alias="let_op")


class EvidenceLevel(Sourced):
    """How well an intervention has been studied."""

    name: Text = Field(alias="naam")


class KaartField(Frozen):
    """A field of the sociale kaart that criteria may look at, with its values."""

    field: Text = Field(alias="veld")
    required: YesNo = Field(alias="verplicht")
    values: tuple[Text, ...] = Field(default=(), alias="waarden")
    explanation: Text | None = Field(default=None, alias="uitleg")


class KindNote(Frozen):
    """How one kind of criterion works."""

    kind: Text = Field(alias="soort")
    how: Text = Field(alias="werking")


class AnswerNote(Frozen):
    """What one kind of answer means."""

    kind: Text = Field(alias="soort")
    explanation: Text = Field(alias="uitleg")


class Header(Frozen):
    """What the knowledge as a whole says about itself: version, rights and how to read it."""

    version: Text = Field(alias="versie")
    day: PartialDate = Field(alias="datum")
    language: Text = Field(alias="taal")
    title: Text = Field(alias="titel")
    rights: Text = Field(alias="rechten")
    attribution: Text = Field(alias="attributie")
    consulted: Text = Field(alias="geraadpleegd")
    questionnaire: Text = Field(alias="vragenlijst")
    provenances: dict[str, Text] = Field(alias="herkomst")
    certainties: dict[str, Text] = Field(alias="zekerheid")
    findings: dict[str, Text] = Field(alias="vindplaats")
    project_use: dict[str, Text] = Field(alias="in_project")
    criterion_kinds: tuple[KindNote, ...] = Field(alias="toetsing")
    outcome_rules: tuple[Text, ...] = Field(alias="toetsing_uitkomst")
    answer_kinds: tuple[AnswerNote, ...] = Field(alias="antwoordsoorten")
    interview_rules: tuple[Text, ...] = Field(alias="regels")
