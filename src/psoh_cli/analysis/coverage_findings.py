"""Findings on coverage: the cells of the heat map that call for something; what is unknown stays in the map."""

from __future__ import annotations

from collections.abc import Iterator

from psoh_cli.analysis.evidence import declaration_evidence, service_evidence
from psoh_cli.analysis.finding import Evidence, EvidenceKind, Finding, FindingKind
from psoh_cli.analysis.picture import Picture
from psoh_cli.kaart.coverage import Cell, Coverage
from psoh_cli.kaart.reach import UNKNOWN_LANGUAGE, Reach
from psoh_cli.practices.practice import CoverageCriterion
from psoh_cli.practices.reference import ChainStep
from psoh_cli.vocabulary import Provenance, Verdict, language_name

VERDICTS = {
    Reach.NOTHING: Verdict.MISSING,
    Reach.NOT_CONFIRMED: Verdict.PARTLY,
    Reach.DUTCH_ENGLISH: Verdict.PARTLY,
}
"""Which cells are findings; *niets* stands only where the kaart is declared complete."""

_STATES = {
    Reach.NOTHING: "geen aanbod voor {whom}",
    Reach.NOT_CONFIRMED: "aanbod voor {whom} is niet meer bevestigd",
    Reach.DUTCH_ENGLISH: "alleen Nederlands of Engels voor {whom}",
}
_SPOKEN_ANYWAY = frozenset({"nl", "en", UNKNOWN_LANGUAGE})


def coverage_findings(coverage: Coverage, *, picture: Picture) -> Iterator[Finding]:
    """Turn the cells that call for something into findings, by step and language."""
    for cell in coverage.cells:
        reach = Reach(cell.reach)
        if reach not in VERDICTS or (reach is Reach.DUTCH_ENGLISH and cell.language in _SPOKEN_ANYWAY):
            continue
        step = picture.catalogue.chain_step.get(cell.step)
        if step is not None:
            yield _finding(cell, reach=reach, step=step, picture=picture)


def _finding(cell: Cell, *, reach: Reach, step: ChainStep, picture: Picture) -> Finding:
    return Finding(
        id=f"gap-{FindingKind.COVERAGE.value}-{cell.step}-{cell.language}",
        kind=FindingKind.COVERAGE,
        about=f"{cell.step}-{cell.language}",
        title=f"{step.name}: {_STATES[reach].format(whom=_whom(cell))}",
        verdict=VERDICTS[reach],
        reason=f"{cell.reason} Het gaat om {cell.size}." if cell.size else cell.reason,
        evidence=tuple(_evidence(cell, reach=reach, picture=picture)),
        practices=_practices(step, picture=picture),
        provenance=Provenance.DERIVED,
        sources=step.sources,
    )


def _whom(cell: Cell) -> str:
    if cell.language == UNKNOWN_LANGUAGE:
        return "mensen van wie de taal niet bekend is"
    return f"wie {language_name(cell.language)} spreekt"


def _evidence(cell: Cell, *, reach: Reach, picture: Picture) -> Iterator[Evidence]:
    for name in cell.services:
        service = picture.kaart.service.get(name)
        if service is not None:
            yield service_evidence(service, picture=picture, verdict=VERDICTS[reach])
    declared = picture.kaart.declared_complete("ketenstap", cell.step, as_of=picture.as_of)
    if reach is Reach.NOTHING and declared is not None:
        yield declaration_evidence(declared)
    if cell.size:
        text = f"Het gaat in de gemeente om {cell.size}: {_whom(cell)}."
        yield Evidence(kind=EvidenceKind.FIGURE, text=text)


def _practices(step: ChainStep, *, picture: Picture) -> tuple[str, ...]:
    """Give the practices that run the programmes of this step, then those judged by the languages on the kaart."""
    programmes = [
        link.id
        for programme in step.interventions
        if programme.id in picture.catalogue.intervention
        for link in picture.catalogue.intervention[programme.id].practices
    ]
    by_language = [
        practice.id
        for practice in picture.catalogue.practices
        if any(isinstance(rule, CoverageCriterion) and rule.over == "talen" for rule in practice.criteria)
    ]
    known = picture.catalogue.practice
    return tuple(dict.fromkeys(name for name in (*programmes, *by_language) if name in known))
