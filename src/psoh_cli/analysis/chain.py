"""The chain behind a finding: from answer to rule to practice to source, as text to read on a screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from psoh_cli.analysis.finding import Evidence, EvidenceKind, Finding, FindingKind, Priority, RuleResult
from psoh_cli.dutch import listing, number
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.reference import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A heading with its lines; a line that begins with spaces belongs to the one above it."""

    title: str
    lines: tuple[str, ...]


def chain(finding: Finding, *, catalogue: Catalogue, measures: Iterable[str]) -> tuple[Part, ...]:
    """Write everything behind a finding; `measures` are the titles of the measures that follow from it."""
    parts = (
        Part(title="Oordeel", lines=(f"{finding.verdict.value.capitalize()}. {finding.reason}",)),
        Part(title="Hoe dit is beoordeeld", lines=tuple(_judged(finding, catalogue=catalogue))),
        Part(title="Voorrang", lines=tuple(_priority(finding.priority)) if finding.priority else ()),
        Part(title="Wie dit kan ophelderen", lines=tuple(_whom(finding, catalogue=catalogue))),
        Part(title="Knelpunten", lines=tuple(_bottlenecks(finding, catalogue=catalogue))),
        Part(title="Praktijken", lines=tuple(_practices(finding, catalogue=catalogue))),
        Part(title="Bronnen", lines=tuple(_sources(finding, catalogue=catalogue))),
        Part(title="Maatregelen", lines=tuple(measures) or ("Hieruit volgt nu geen maatregel.",)),
    )
    return tuple(part for part in parts if part.lines)


def source_line(source: Source) -> str:
    """Write a source with its publisher, year, address and provenance."""
    year = source.year if source.year is not None else "jaar onbekend"
    found = "" if source.found == "origineel" else f", {source.found}"
    return (
        f"{source.title} ({source.publisher}, {year}{found}; herkomst {source.provenance.value}) {source.url}"
    )


def _judged(finding: Finding, *, catalogue: Catalogue) -> Iterator[str]:
    if not finding.rules:
        yield from _shown(finding.evidence, indent="")
        return
    several = len({rule.practice for rule in finding.rules}) > 1
    for count, rule in enumerate(finding.rules, start=1):
        name = catalogue.practice[rule.practice].title if rule.practice in catalogue.practice else ""
        yield f"{count}. {f'{name}: ' if several and name else ''}{rule.rule}"
        yield f"   Uitkomst: {rule.verdict.value}. {_reason(rule)}"
        yield from _shown(rule.evidence, indent="   ")


def _reason(rule: RuleResult) -> str:
    """Leave out a reason that the evidence below says again, more fully."""
    said = any(piece.kind is EvidenceKind.ANSWER for piece in rule.evidence)
    if not said:
        return rule.reason
    return "De antwoorden verschillen; er wordt niet gestemd." if rule.disputed else ""


def _shown(evidence: Iterable[Evidence], *, indent: str) -> Iterator[str]:
    for piece in evidence:
        yield f"{indent}- {piece.text}{f' [{piece.verdict.value}]' if piece.verdict else ''}"


def _priority(priority: Priority) -> Iterator[str]:
    score = number(priority.score, decimals=2)
    yield f"Plaats {priority.rank}, score {score}: gevolg × bereik ÷ inspanning (weging: afgeleid)."
    for factor in priority.factors:
        value = "onbekend" if factor.value is None else number(factor.value, decimals=2)
        yield f"- {factor.name}: {value}. {factor.why}"


def _whom(finding: Finding, *, catalogue: Catalogue) -> Iterator[str]:
    """Name who can settle it; who does this work and was not asked stands apart from those who spoke already."""
    known = [group for group in finding.ask if group in catalogue.group]
    spoke = {piece.group for piece in finding.evidence if piece.kind is EvidenceKind.ANSWER}
    unasked = [group for group in known if finding.kind is FindingKind.DIFFERENCE and group not in spoke]
    for lead, groups in (
        ("Doet dit werk zelf en is nog niet gevraagd: ", unasked),
        ("Gaf al antwoord: " if unasked else "", [group for group in known if group not in unasked]),
    ):
        if groups:
            yield f"{lead}{listing([catalogue.group[group].name for group in groups])}."


def _bottlenecks(finding: Finding, *, catalogue: Catalogue) -> Iterator[str]:
    for name in finding.bottlenecks:
        item = catalogue.bottleneck.get(name)
        if item is not None:
            yield f"- {item.title} ({item.id}, herkomst {item.provenance.value})"


def _practices(finding: Finding, *, catalogue: Catalogue) -> Iterator[str]:
    for name in finding.practices:
        item = catalogue.practice.get(name)
        if item is not None:
            yield f"- {item.title} ({item.id}, herkomst {item.provenance.value}): {item.what}"


def _sources(finding: Finding, *, catalogue: Catalogue) -> Iterator[str]:
    yield f"Herkomst {finding.provenance.value}: {catalogue.header.provenances[finding.provenance.value]}"
    named = [*finding.sources, *(source for piece in finding.evidence for source in piece.sources)]
    for name in finding.practices:
        item = catalogue.practice.get(name)
        named.extend(item.sources if item else ())
    for name in dict.fromkeys(named):
        source = catalogue.source.get(name)
        if source is not None:
            yield f"- {source_line(source)}"
