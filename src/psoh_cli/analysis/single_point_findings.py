"""Findings on single points of failure: per organization, what in the chain rests on it alone."""

from __future__ import annotations

from collections.abc import Iterator

from psoh_cli.analysis.evidence import declaration_evidence, service_evidence
from psoh_cli.analysis.finding import Evidence, Finding, FindingKind
from psoh_cli.analysis.picture import Picture
from psoh_cli.dutch import listing, plural
from psoh_cli.kaart.coverage import Coverage
from psoh_cli.kaart.coverage_grid import Grid
from psoh_cli.kaart.entries import Service
from psoh_cli.kaart.kaart import is_fresh
from psoh_cli.kaart.reach import UNKNOWN_LANGUAGE
from psoh_cli.kaart.single_points import SinglePoint, single_points
from psoh_cli.vocabulary import Provenance, Verdict, language_name

_MOST_LANGUAGES = 4


def single_point_findings(coverage: Coverage, *, picture: Picture) -> Iterator[Finding]:
    """Give one finding per organization on which a step, a pillar or a cell of the coverage rests.

    The verdict is *deels* where it is sure that there is nobody else; else it is *onbekend*: what is not on the kaart
    may be there.
    """
    grid = Grid(kaart=picture.kaart, languages=coverage.languages, steps=coverage.steps, as_of=picture.as_of)
    weights = {cell.language: cell.weight for cell in coverage.cells}
    for point in single_points(grid, weights=weights):
        if point.organization in picture.kaart.organization:
            yield _finding(point, picture=picture)


def _finding(point: SinglePoint, *, picture: Picture) -> Finding:
    name = picture.kaart.organization[point.organization].name
    carried = (
        *_steps(point, picture=picture),
        *_cells(point, picture=picture),
        *_pillars(point, picture=picture),
    )
    return Finding(
        id=f"gap-{FindingKind.VULNERABLE.value}-{point.organization}",
        kind=FindingKind.VULNERABLE,
        about=point.organization,
        title=f"Alleen bij {name}: {listing(carried)}",
        verdict=Verdict.PARTLY if point.is_sure else Verdict.UNKNOWN,
        reason=_reason(point, picture=picture),
        evidence=tuple(_evidence(point, picture=picture)),
        provenance=Provenance.DERIVED,
    )


def _reason(point: SinglePoint, *, picture: Picture) -> str:
    name = picture.kaart.organization[point.organization].name
    services = plural(len(_services(point, picture=picture)), "dienst", "diensten")
    rests = (
        f"Voor zover op deze kaart staat, komt alle bevestigde hulp hiervoor van {name} ({services}). "
        "Valt die weg, dan blijft er niets over waarvan dat zeker is."
    )
    if not point.is_sure:
        return (
            f"{rests} De kaart is hiervoor niet volledig verklaard, of er zijn velden leeg. Er kan dus meer zijn: of "
            "dit kwetsbaar is, is onbekend."
        )
    sure = {*point.sure_steps, *(item.step for item in point.carried if item.is_sure)}
    all_steps = {*point.steps, *(item.step for item in point.carried)}
    if sure >= all_steps and not point.pillars:
        return f"{rests} De kaart is hiervoor volledig verklaard."
    names = [f"‘{_step(step, picture=picture)}’" for step in _in_order(sure, picture=picture)]
    return f"{rests} Zeker is dat voor {listing(names)}: daarvoor is de kaart volledig verklaard; de rest is onbekend."


def _in_order(steps: set[str], *, picture: Picture) -> list[str]:
    return [step.id for step in picture.catalogue.chain_steps if step.id in steps]


def _steps(point: SinglePoint, *, picture: Picture) -> Iterator[str]:
    for step in point.steps:
        yield f"‘{_step(step, picture=picture)}’{point.doubt(is_sure=step in point.sure_steps)}"


def _cells(point: SinglePoint, *, picture: Picture) -> Iterator[str]:
    for item in point.loose_cells:
        names = [_language(code) for code in item.languages[:_MOST_LANGUAGES]]
        rest = len(item.languages) - len(names)
        if rest:
            names.append(plural(rest, "andere taal", "andere talen"))
        doubt = point.doubt(is_sure=item.is_sure)
        yield f"‘{_step(item.step, picture=picture)}’ voor wie {listing(names, last='of')} spreekt{doubt}"


def _pillars(point: SinglePoint, *, picture: Picture) -> Iterator[str]:
    for name in point.pillars:
        pillar = picture.catalogue.pillar.get(name)
        short = pillar.name.split(":", maxsplit=1)[0] if pillar else name
        yield f"aanbod voor de pijler ‘{short}’{point.doubt(is_sure=False)}"


def _evidence(point: SinglePoint, *, picture: Picture) -> Iterator[Evidence]:
    verdict = Verdict.PARTLY if point.is_sure else Verdict.UNKNOWN
    for service in _services(point, picture=picture):
        yield service_evidence(service, picture=picture, verdict=verdict)
    sure = dict.fromkeys((*point.sure_steps, *(item.step for item in point.carried if item.is_sure)))
    declared = (picture.kaart.declared_complete("ketenstap", step, as_of=picture.as_of) for step in sure)
    for item in dict.fromkeys(item for item in declared if item is not None):
        yield declaration_evidence(item)


def _services(point: SinglePoint, *, picture: Picture) -> tuple[Service, ...]:
    """Give the services of the organization on which it rests."""
    carrying = {item.service for item in point.carried}
    return tuple(
        service
        for service in picture.kaart.active
        if service.organization == point.organization
        and is_fresh(service, as_of=picture.as_of)
        and (
            service.id in carrying
            or set(service.chain_steps) & set(point.steps)
            or set(service.pillars) & set(point.pillars)
        )
    )


def _step(step: str, *, picture: Picture) -> str:
    found = picture.catalogue.chain_step.get(step)
    return found.name if found else step


def _language(code: str) -> str:
    return "een onbekende taal" if code == UNKNOWN_LANGUAGE else language_name(code)
