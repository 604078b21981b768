"""Hold what was said and what is offered against what is known to work: everything in, one Analysis out."""

from __future__ import annotations

from datetime import date

from psoh_cli.analysis.agreements import agreements
from psoh_cli.analysis.arq import arq_answers
from psoh_cli.analysis.bottleneck_findings import bottleneck_findings
from psoh_cli.analysis.contradictions import contradiction_findings
from psoh_cli.analysis.coverage_findings import coverage_findings
from psoh_cli.analysis.difference_findings import difference_findings, only_gemeente_findings
from psoh_cli.analysis.finding import Analysis, Asked
from psoh_cli.analysis.freshness_findings import freshness_findings
from psoh_cli.analysis.partner_findings import partner_findings
from psoh_cli.analysis.picture import Picture
from psoh_cli.analysis.practice_findings import practice_findings
from psoh_cli.analysis.priority import with_priorities
from psoh_cli.analysis.single_point_findings import single_point_findings
from psoh_cli.analysis.unknowns import to_ask
from psoh_cli.gemeente.gemeente import Gemeente
from psoh_cli.interview.answers import Informant
from psoh_cli.interview.portrait import Portrait
from psoh_cli.interview.questionnaire import Questionnaire
from psoh_cli.kaart.coverage import cover
from psoh_cli.kaart.kaart import Kaart
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.vocabulary import ExampleKind


def assess(
    *, gemeente: Gemeente, portrait: Portrait, kaart: Kaart, catalogue: Catalogue, as_of: date
) -> Analysis:
    """Say what the evidence says on one day; the same input gives the same Analysis, in whatever order it comes."""
    picture = Picture(
        gemeente=gemeente, portrait=portrait, kaart=_in_order(kaart), catalogue=catalogue, as_of=as_of
    )
    coverage = cover(
        picture.kaart,
        gemeente=gemeente,
        steps=tuple(step.id for step in catalogue.chain_steps),
        as_of=as_of,
        step_names={step.id: f"‘{step.name}’" for step in catalogue.chain_steps},
    )
    spoken = gemeente.example is not ExampleKind.PUBLIC_SOURCES
    together = agreements(portrait, catalogue=catalogue, spoken=spoken, as_of=as_of)
    found = (
        *practice_findings(picture=picture),
        *partner_findings(picture=picture),
        *bottleneck_findings(picture=picture),
        *coverage_findings(coverage, picture=picture),
        *difference_findings(together, picture=picture),
        *only_gemeente_findings(together, picture=picture),
        *contradiction_findings(picture=picture),
        *freshness_findings(picture=picture),
        *single_point_findings(coverage, picture=picture),
    )
    findings = with_priorities(found, coverage=coverage, picture=picture)
    return Analysis(
        gemeente_code=gemeente.code,
        gemeente=gemeente.name,
        as_of=as_of,
        knowledge_version=catalogue.version,
        informants=tuple(_asked(informant, catalogue=catalogue) for informant in portrait.informants),
        findings=findings,
        coverage=coverage,
        arq_questions=arq_answers(findings, picture=picture),
        to_ask=to_ask(findings, picture=picture),
        agreements=together,
        service_count=len(picture.kaart.active),
        organization_count=len(picture.kaart.organizations),
    )


def _in_order(kaart: Kaart) -> Kaart:
    """Put a kaart in an order that does not depend on the order of files."""
    return Kaart(
        organizations=tuple(sorted(kaart.organizations, key=lambda item: item.id)),
        services=tuple(sorted(kaart.services, key=lambda item: item.id)),
        complete=tuple(
            sorted(kaart.complete, key=lambda item: (item.subject, item.value or "", item.day, item.by))
        ),
        sources=tuple(sorted(kaart.sources, key=lambda item: item.id)),
        left_out=kaart.left_out,
        waiting_terms=kaart.waiting_terms,
    )


def _asked(informant: Informant, *, catalogue: Catalogue) -> Asked:
    answers = informant.answers
    return Asked(
        id=informant.id,
        role=informant.role,
        group=informant.group,
        day=str(informant.interview.day) if informant.interview.day else None,
        answered=len(answers),
        known=sum(answer.is_known for answer in answers.values()),
        open=len(Questionnaire(catalogue, informant.group).open(answers)),
    )
