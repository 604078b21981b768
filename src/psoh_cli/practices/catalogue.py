"""The Catalogue: all knowledge together, under one version."""

from __future__ import annotations

from functools import cached_property
from typing import TypeVar

from pydantic import Field

from psoh_cli.model import Frozen, Text
from psoh_cli.practices.practice import Need, Practice
from psoh_cli.practices.question import ArqQuestion, Group, HardWord, Question, QuestionChange, Theme, Word
from psoh_cli.practices.reference import (
    Bottleneck,
    ChainStep,
    CulturalCriterion,
    EvidenceLevel,
    FundingSource,
    Header,
    HelpNeed,
    Indicator,
    Instrument,
    Intervention,
    KaartField,
    KeyFigure,
    Layer,
    LegalFramework,
    PartnerType,
    Pillar,
    Source,
)

Item = TypeVar("Item")


class Catalogue(Frozen):
    """All knowledge; lists keep the order of the files, which is the order of the story."""

    version: Text = Field(alias="versie")
    header: Header
    pillars: tuple[Pillar, ...]
    practices: tuple[Practice, ...]
    needs: tuple[Need, ...]
    themes: tuple[Theme, ...]
    questions: tuple[Question, ...]
    groups: tuple[Group, ...]
    arq_questions: tuple[ArqQuestion, ...]
    bottlenecks: tuple[Bottleneck, ...]
    partner_types: tuple[PartnerType, ...]
    interventions: tuple[Intervention, ...]
    instruments: tuple[Instrument, ...]
    help_needs: tuple[HelpNeed, ...]
    chain_steps: tuple[ChainStep, ...]
    layers: tuple[Layer, ...]
    indicators: tuple[Indicator, ...]
    funding_sources: tuple[FundingSource, ...]
    legal_frameworks: tuple[LegalFramework, ...]
    cultural_criteria: tuple[CulturalCriterion, ...]
    key_figures: tuple[KeyFigure, ...]
    sources: tuple[Source, ...]
    words: tuple[Word, ...]
    evidence_levels: tuple[EvidenceLevel, ...]
    kaart_fields: tuple[KaartField, ...]
    question_changes: tuple[QuestionChange, ...] = ()
    hard_words: tuple[HardWord, ...] = ()

    @cached_property
    def practice(self) -> dict[str, Practice]:
        """Practices by id."""
        return {item.id: item for item in self.practices}

    @cached_property
    def question(self) -> dict[str, Question]:
        """Questions by id, in the order of the interview."""
        return {item.id: item for item in self.questions}

    @cached_property
    def question_change(self) -> dict[str, QuestionChange]:
        """What became of questions, by the id under which they were asked."""
        return {item.id: item for item in self.question_changes}

    @cached_property
    def group(self) -> dict[str, Group]:
        """Groups of informants by id."""
        return {item.id: item for item in self.groups}

    @cached_property
    def source(self) -> dict[str, Source]:
        """Sources by id."""
        return {item.id: item for item in self.sources}

    @cached_property
    def pillar(self) -> dict[str, Pillar]:
        """Pillars by id."""
        return {item.id: item for item in self.pillars}

    @cached_property
    def bottleneck(self) -> dict[str, Bottleneck]:
        """Bottlenecks by id."""
        return {item.id: item for item in self.bottlenecks}

    @cached_property
    def partner_type(self) -> dict[str, PartnerType]:
        """Partner types by id."""
        return {item.id: item for item in self.partner_types}

    @cached_property
    def chain_step(self) -> dict[str, ChainStep]:
        """Chain steps by id."""
        return {item.id: item for item in self.chain_steps}

    @cached_property
    def indicator(self) -> dict[str, Indicator]:
        """Indicators by id."""
        return {item.id: item for item in self.indicators}

    @cached_property
    def funding_source(self) -> dict[str, FundingSource]:
        """Funding sources by id."""
        return {item.id: item for item in self.funding_sources}

    @cached_property
    def intervention(self) -> dict[str, Intervention]:
        """Interventions by id."""
        return {item.id: item for item in self.interventions}

    @cached_property
    def need_of(self) -> dict[str, Need]:
        """The need that a practice serves with others, by practice id."""
        return {practice: need for need in self.needs for practice in need.practices}

    def group_of_partner(self, partner_type: str) -> Group | None:
        """Find the group of informants that speaks for a partner type."""
        return next((group for group in self.groups if partner_type in group.partners), None)
