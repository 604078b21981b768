"""Priority: impact × reach ÷ effort, every factor shown. What is not known is left out, and said."""

from __future__ import annotations

from collections.abc import Iterable

from psoh_cli.analysis.bottleneck_findings import confirming
from psoh_cli.analysis.finding import Factor, Finding, FindingKind, Priority
from psoh_cli.analysis.picture import Picture
from psoh_cli.dutch import FEWEST, number, people, plural
from psoh_cli.kaart.coverage import Coverage
from psoh_cli.kaart.reach import Reach
from psoh_cli.vocabulary import Verdict

IMPACT, REACH, EFFORT = "gevolg", "bereik", "inspanning"

PER_BOTTLENECK = 0.5
"""What each confirmed bottleneck that a practice answers adds to its benefit (our own choice: afgeleid)."""

MOST_ROLES = 3
"""More informants who name a bottleneck than this do not make it heavier (our own choice: afgeleid)."""

CELL_IMPACT = {Reach.NOTHING: 3.0, Reach.DUTCH_ENGLISH: 2.0, Reach.NOT_CONFIRMED: 1.0}
"""How heavy a cell of the coverage weighs (our own choice: afgeleid)."""

_RANKED = frozenset(
    {
        FindingKind.PRACTICE,
        FindingKind.NEED,
        FindingKind.PARTNER,
        FindingKind.BOTTLENECK,
        FindingKind.COVERAGE,
        FindingKind.FRESHNESS,
    }
)
"""A difference or a contradiction asks for a talk, not for a place among the measures."""


def with_priorities(
    findings: Iterable[Finding], *, coverage: Coverage, picture: Picture
) -> tuple[Finding, ...]:
    """Give every gap its priority and its rank; ties are broken by verdict and then by id."""
    listed = tuple(findings)
    confirmed = {
        finding.about
        for finding in listed
        if finding.kind is FindingKind.BOTTLENECK and finding.verdict is Verdict.PARTLY
    }
    scored = {
        finding.id: _score(_factors(finding, confirmed=confirmed, coverage=coverage, picture=picture))
        for finding in listed
        if finding.is_gap and finding.kind in _RANKED
    }
    by_id = {finding.id: finding for finding in listed}
    order = sorted(
        scored, key=lambda name: (-scored[name].score, by_id[name].verdict is not Verdict.MISSING, name)
    )
    ranked = {
        name: scored[name].model_copy(update={"rank": rank}) for rank, name in enumerate(order, start=1)
    }
    return tuple(
        finding.model_copy(update={"priority": ranked[finding.id]}) if finding.id in ranked else finding
        for finding in listed
    )


def _score(factors: tuple[Factor, ...]) -> Priority:
    value = {factor.name: factor.value for factor in factors}
    score = 1.0
    for name in (IMPACT, REACH):
        known = value.get(name)
        score *= 1.0 if known is None else known
    score /= value.get(EFFORT) or 1.0
    left_out = tuple(factor.name for factor in factors if factor.value is None)
    return Priority(score=round(score, 3), factors=factors, left_out=left_out)


def _factors(
    finding: Finding, *, confirmed: set[str], coverage: Coverage, picture: Picture
) -> tuple[Factor, ...]:
    if finding.kind in (FindingKind.PRACTICE, FindingKind.NEED):
        impact = _benefit(finding, confirmed=confirmed, picture=picture)
        reach = _no_reach()
    elif finding.kind is FindingKind.BOTTLENECK:
        informants = confirming(finding)
        named = plural(len(informants), "informant", "informanten")
        why = f"Genoemd door {named} (meer dan {MOST_ROLES} telt als {MOST_ROLES}; afgeleid)."
        impact = Factor(name=IMPACT, value=float(min(len(informants), MOST_ROLES)), why=why)
        reach = _no_reach()
    elif finding.kind is FindingKind.COVERAGE:
        impact, reach = _cell_factors(finding, coverage=coverage, picture=picture)
    elif finding.kind is FindingKind.PARTNER:
        impact = Factor(name=IMPACT, value=1.0, why="Het gaat om één soort partner.")
        reach = _no_reach()
    else:
        return (_share_of_kaart(finding, picture=picture), _no_reach(), _unknown_effort())
    return (impact, reach, _effort(finding, picture=picture))


def _benefit(finding: Finding, *, confirmed: set[str], picture: Picture) -> Factor:
    grades = [picture.catalogue.practice[name].benefit for name in finding.practices]
    if not grades:
        return Factor(name=IMPACT, value=None, why="De opbrengst is niet bekend.")
    grade = max(grades, key=lambda item: item.value)
    count = len(confirmed.intersection(finding.bottlenecks))
    why = f"Opbrengst {grade.value} van 3 (afgeleid): {grade.why}"
    if count:
        extra = number(PER_BOTTLENECK * count, decimals=1)
        why += f" Plus {extra} voor {plural(count, 'bevestigd knelpunt', 'bevestigde knelpunten')}."
    return Factor(name=IMPACT, value=grade.value + PER_BOTTLENECK * count, why=why)


def _effort(finding: Finding, *, picture: Picture) -> Factor:
    grades = [picture.catalogue.practice[name].effort for name in finding.practices]
    if not grades:
        return _unknown_effort()
    grade = min(grades, key=lambda item: item.value)
    lightest = ", de lichtste van deze praktijken" if len(grades) > 1 else ""
    why = f"Inspanning {grade.value} van 3 (afgeleid){lightest}: {grade.why}"
    return Factor(name=EFFORT, value=float(grade.value), why=why)


def _cell_factors(finding: Finding, *, coverage: Coverage, picture: Picture) -> tuple[Factor, Factor]:
    cell = next(cell for cell in coverage.cells if f"{cell.step}-{cell.language}" == finding.about)
    weight = CELL_IMPACT[Reach(cell.reach)]
    impact = Factor(
        name=IMPACT,
        value=weight,
        why=f"Dekking ‘{cell.reach.value}’ weegt {number(weight)} van 3 (afgeleid).",
    )
    total, about = picture.gemeente.residents.counted, ""
    if total is None:
        total, about = _roughly(coverage), "ongeveer "
    if cell.weight is None or not total:
        return impact, _no_reach()
    share = min(1.0, round(max(cell.weight, FEWEST) / total, 2))
    size = cell.size.removesuffix(" statushouders")
    why = f"Het gaat om {size} van {about}{people(total)} statushouders."
    return impact, Factor(name=REACH, value=share, why=why)


def _roughly(coverage: Coverage) -> int:
    """Add up the groups where nobody gave a total; one that is not shown counts as a small one, so none is told."""
    return sum({cell.language: cell.weight or 0 for cell in coverage.cells}.values())


def _share_of_kaart(finding: Finding, *, picture: Picture) -> Factor:
    total = len(picture.kaart.organizations) + len(picture.kaart.active)
    count = len(finding.evidence)
    return Factor(
        name=IMPACT,
        value=round(count / total, 3),
        why=f"Het gaat om {count} van {total} vermeldingen op de kaart.",
    )


def _no_reach() -> Factor:
    return Factor(
        name=REACH, value=None, why="Niet bekend om welk deel van de statushouders het gaat; niet meegeteld."
    )


def _unknown_effort() -> Factor:
    return Factor(name=EFFORT, value=None, why="De inspanning is niet bekend; niet meegeteld.")
