"""A Finding: a verdict with its reason and evidence; an Analysis: all findings of one moment."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from functools import cached_property

from pydantic import Field

from psoh_cli.analysis.standing import Agreements
from psoh_cli.kaart.coverage import Coverage
from psoh_cli.model import Frozen
from psoh_cli.vocabulary import Provenance, Verdict


class FindingKind(StrEnum):
    """What a finding is about; the value is the middle of its id: `gap-<value>-<about>`."""

    PRACTICE = "praktijk"
    NEED = "behoefte"
    COVERAGE = "dekking"
    PARTNER = "partner"
    BOTTLENECK = "knelpunt"
    DIFFERENCE = "verschil"
    ONLY_GEMEENTE = "alleen-gemeente"
    CONTRADICTION = "tegenspraak"
    FRESHNESS = "actueel"
    VULNERABLE = "kwetsbaar"


class EvidenceKind(StrEnum):
    """What a piece of evidence is."""

    ANSWER = "antwoord"
    SERVICE = "dienst"
    ORGANIZATION = "organisatie"
    DECLARATION = "volledig-verklaard"
    SEARCHED = "gezocht"
    FIGURE = "cijfer"


class Evidence(Frozen):
    """One thing a verdict rests on; `text` is a full Dutch sentence without names of persons."""

    kind: EvidenceKind = Field(alias="soort")
    text: str = Field(alias="tekst")
    role: str | None = Field(default=None, alias="rol")
    informant: str | None = Field(default=None, alias="informant")
    """The name of the interview file: two informants with one role are two."""
    group: str | None = Field(default=None, alias="groep")
    day: str | None = Field(default=None, alias="datum")
    question: str | None = Field(default=None, alias="vraag")
    values: tuple[str, ...] = Field(default=(), alias="waarden")
    remark: str | None = Field(default=None, alias="opmerking")
    """A free remark of an informant: never in the council's version."""
    entry: str | None = Field(default=None, alias="vermelding")
    verdict: Verdict | None = Field(default=None, alias="oordeel")
    """What this one piece says on its own."""
    sources: tuple[str, ...] = Field(default=(), alias="bronnen")


class RuleResult(Frozen):
    """How one criterion was judged: the chain from evidence to verdict, one link."""

    rule: str = Field(alias="regel")
    """The criterion in a Dutch sentence, with its threshold; thresholds are *afgeleid*."""
    kind: str = Field(alias="soort")
    verdict: Verdict = Field(alias="oordeel")
    reason: str = Field(alias="reden")
    evidence: tuple[Evidence, ...] = Field(default=(), alias="bewijs")
    practice: str | None = Field(default=None, alias="praktijk")
    """The practice whose criterion this is; told apart where a need holds several practices."""
    question: str | None = Field(default=None, alias="vraag")
    """The question that settles this rule, if a question does."""
    disputed: bool = Field(default=False, alias="betwist")
    """Whether informants differ on what this rule asks; then it is never *voldaan*."""
    beside: str = Field(default="", alias="statushouders_zeggen")
    """What statushouders say otherwise where they were asked the same; the reason holds it too."""


class Factor(Frozen):
    """One factor of a priority; `value` None is unknown and is left out of the sum."""

    name: str = Field(alias="naam")
    value: float | None = Field(alias="waarde")
    why: str = Field(alias="waarom")


class Priority(Frozen):
    """Impact × reach ÷ effort, with every factor shown. `rank` counts from 1."""

    score: float = Field(alias="score")
    rank: int = Field(default=0, alias="plaats")
    factors: tuple[Factor, ...] = Field(alias="factoren")
    left_out: tuple[str, ...] = Field(default=(), alias="weggelaten")


class Finding(Frozen):
    """One finding with its verdict, reason, evidence and what lies behind it."""

    id: str
    kind: FindingKind = Field(alias="soort")
    about: str = Field(alias="over")
    """The id of what it is about: a practice, need, partner type, bottleneck, question, service or cell."""
    title: str = Field(alias="titel")
    """A statement a council member understands: "Niemand is aangewezen om signalen op te volgen"."""
    verdict: Verdict = Field(alias="oordeel")
    reason: str = Field(alias="reden")
    rules: tuple[RuleResult, ...] = Field(default=(), alias="regels")
    evidence: tuple[Evidence, ...] = Field(default=(), alias="bewijs")
    pillar: str | None = Field(default=None, alias="pijler")
    practices: tuple[str, ...] = Field(default=(), alias="praktijken")
    bottlenecks: tuple[str, ...] = Field(default=(), alias="knelpunten")
    provenance: Provenance = Field(alias="herkomst")
    sources: tuple[str, ...] = Field(default=(), alias="bronnen")
    ask: tuple[str, ...] = Field(default=(), alias="vraag_aan")
    """Groups of informants that could settle what is unknown."""
    priority: Priority | None = Field(default=None, alias="prioriteit")

    @property
    def is_gap(self) -> bool:
        """Tell whether something should be done: the verdict is *ontbreekt* or *deels*.

        What rests on one organization is there, and what only the gemeente knows may well be so: both are told, and
        no measure follows from them.
        """
        told_only = self.kind in (FindingKind.VULNERABLE, FindingKind.ONLY_GEMEENTE)
        return not told_only and self.verdict in (Verdict.MISSING, Verdict.PARTLY)


class OpenQuestion(Frozen):
    """A question that nobody answered yet, or nobody knows, with why it matters."""

    question: str = Field(alias="vraag")
    text: str = Field(alias="tekst")
    why: str = Field(alias="waarom")
    state: str = Field(alias="stand")
    """`niet gevraagd`, `niemand weet het` or `te lang geleden gevraagd`."""
    first: bool = Field(default=True, alias="eerst_hier")
    """Whether this group is the one to ask first; others may know too."""
    findings: tuple[str, ...] = Field(default=(), alias="bevindingen")


class ToAsk(Frozen):
    """Open questions for one group of informants, or entries to confirm with one organization."""

    group: str = Field(alias="groep")
    name: str = Field(alias="naam")
    organizations: tuple[str, ...] = Field(default=(), alias="organisaties")
    """Names of organizations on the kaart that belong to this group."""
    questions: tuple[OpenQuestion, ...] = Field(default=(), alias="vragen")
    entries: tuple[str, ...] = Field(default=(), alias="vermeldingen")
    """Sentences on entries of the kaart with fields to fill in or to confirm."""

    @property
    def own(self) -> tuple[OpenQuestion, ...]:
        """The questions that are asked here first: each open question is that of one group, so these add up."""
        return tuple(question for question in self.questions if question.first)


class ArqAnswer(Frozen):
    """One of the five ARQ questions with our answer so far."""

    number: int = Field(alias="nr")
    id: str
    subject: str = Field(alias="onderwerp")
    answer: str = Field(alias="antwoord")
    """Our answer so far, in one to a few sentences."""
    certainty: str = Field(alias="zekerheid")
    evidence: tuple[Evidence, ...] = Field(default=(), alias="bewijs")
    open: tuple[OpenQuestion, ...] = Field(default=(), alias="open")
    verdict: Verdict = Field(alias="oordeel")
    findings: tuple[str, ...] = Field(default=(), alias="bevindingen")
    sources: tuple[str, ...] = Field(default=(), alias="bronnen")


class Asked(Frozen):
    """One informant as the method page names it: role, group, day, how much was answered."""

    id: str
    role: str = Field(alias="rol")
    group: str = Field(alias="groep")
    day: str | None = Field(default=None, alias="datum")
    answered: int = Field(alias="beantwoord")
    known: int = Field(alias="bekend")
    open: int = Field(alias="open")


class Analysis(Frozen):
    """Everything the evidence says at one moment; order is stable."""

    gemeente_code: str = Field(alias="gemeentecode")
    gemeente: str
    as_of: date = Field(alias="peildatum")
    knowledge_version: str = Field(alias="kennisversie")
    informants: tuple[Asked, ...] = Field(alias="informanten")
    findings: tuple[Finding, ...] = Field(alias="bevindingen")
    coverage: Coverage = Field(alias="dekking")
    arq_questions: tuple[ArqAnswer, ...] = Field(alias="arq_vragen")
    to_ask: tuple[ToAsk, ...] = Field(alias="nog_te_vragen")
    agreements: Agreements = Field(default=Agreements(), alias="antwoorden_naast_elkaar")
    """How the answers to every question relate."""
    service_count: int = Field(alias="aantal_diensten")
    organization_count: int = Field(alias="aantal_organisaties")

    @cached_property
    def finding(self) -> dict[str, Finding]:
        """Findings by id."""
        return {finding.id: finding for finding in self.findings}

    def of_kind(self, *kinds: FindingKind) -> tuple[Finding, ...]:
        """Give the findings of some kinds, in order."""
        return tuple(finding for finding in self.findings if finding.kind in kinds)

    def gaps(self) -> tuple[Finding, ...]:
        """Give what should be done, highest priority first; what has no priority comes last."""
        gaps = [finding for finding in self.findings if finding.is_gap]
        return tuple(sorted(gaps, key=lambda gap: (gap.priority.rank if gap.priority else 10**6, gap.id)))
