"""Findings, each as a statement with its verdict, reason, evidence, practice and the measure that follows."""

from __future__ import annotations

from psoh_cli.analysis.finding import Finding, FindingKind
from psoh_cli.dutch import listing, number
from psoh_cli.interview.naming import list_name
from psoh_cli.report import decided, voices, wording
from psoh_cli.report.document import Block, Column, FindingBlock, Paragraph, Part, Section, Table
from psoh_cli.report.draft import Draft
from psoh_cli.report.evidence import rests_on
from psoh_cli.report.spans import (
    Badge,
    Cite,
    Line,
    LineLike,
    Mark,
    line,
    pieces,
    plain,
    quiet,
)
from psoh_cli.vocabulary import Verdict


def findings_section(draft: Draft, *, number: str) -> Section:
    """Compose the findings on what is known to work, per pillar: gaps in full, then what is in place, then unknowns."""
    parts: list[Section] = []
    for pillar in draft.catalogue.pillars:
        found = tuple(finding for finding in wording.judged(draft.analysis) if finding.pillar == pillar.id)
        if found:
            parts.append(
                Section(
                    id=f"pijler-{pillar.id}",
                    number=f"{number}.{len(parts) + 1}",
                    title=pillar.name,
                    blocks=(
                        Paragraph(
                            content=draft.claim(
                                pillar.explanation, provenance=pillar.provenance, sources=pillar.sources
                            )
                        ),
                        Paragraph(content=_tally(found), style="klein"),
                        *_blocks(found, draft=draft),
                    ),
                )
            )
    return Section(
        id="bevindingen",
        number=number,
        title="Bevindingen per pijler",
        page="nieuw",
        blocks=(Paragraph(content=wording.state_of_knowledge(draft.analysis), style="lead"),),
        sections=tuple(parts),
    )


def finding_block(finding: Finding, *, draft: Draft) -> FindingBlock:
    """Give one finding in full."""
    parts = []
    evidence = tuple(
        told
        for told in rests_on(finding.evidence, draft=draft, listed=voices.crowded(finding).keys())
        if not _is_told(told, finding=finding)
    )
    if evidence:
        parts.append(Part(label="Rust op", items=evidence))
    practices = _practice_lines(finding, draft=draft)
    if practices:
        parts.append(Part(label="Wat werkt", items=practices))
    measures = _closed_by(finding, draft=draft)
    if measures:
        label = "Maatregel" if len(measures) == 1 else "Maatregelen"
        parts.append(Part(label=label, items=(line("; ".join(measures)),)))
    parts.extend(decided.part(draft, finding.id))
    return FindingBlock(
        id=finding.id,
        title=finding.title,
        verdict=finding.verdict,
        lead=line(voices.reason(finding, draft=draft)),
        voices=voices.answers(finding, draft=draft),
        parts=tuple(parts),
    )


def _tally(found: tuple[Finding, ...]) -> str:
    """Count the verdicts of a pillar in words."""
    tally = wording.counts(found)
    parts = [f"{number(tally[verdict])} {verdict.value}" for verdict in Verdict if tally[verdict]]
    return f"{number(len(found))} werkwijzen bekeken: {listing(parts)}."


def _blocks(found: tuple[Finding, ...], *, draft: Draft) -> tuple[Block, ...]:
    """Give the blocks of one pillar."""
    gaps = [finding for finding in found if finding.is_gap]
    place = {gap.id: index for index, gap in enumerate(draft.analysis.gaps())}
    blocks: list[Block] = [
        finding_block(gap, draft=draft) for gap in sorted(gaps, key=lambda gap: place.get(gap.id, len(place)))
    ]
    pillar = draft.catalogue.pillar[found[0].pillar or ""].name.split(":")[0].lower()
    met = [finding for finding in found if finding.verdict is Verdict.MET]
    if met:
        blocks.append(_met(met, draft=draft, caption=f"Geregeld: {pillar}"))
    rest = [finding for finding in found if finding.verdict in (Verdict.UNKNOWN, Verdict.NOT_APPLICABLE)]
    if rest:
        blocks.append(_unknowns(rest, draft=draft, caption=f"Nog niet te beoordelen: {pillar}"))
    return tuple(blocks)


def _is_told(evidence: Line, *, finding: Finding) -> bool:
    """Tell whether the reason names the one informant and the day already, and there is no source to cite."""
    said = plain(evidence)
    voice = said.removeprefix("Antwoord van ").removesuffix(".")
    role, _, day = voice.partition(" (")
    cited = any(isinstance(span, Cite) for span in evidence)
    return voice != said.removesuffix(".") and not cited and role in finding.reason and day in finding.reason


def _closed_by(finding: Finding, *, draft: Draft) -> list[str]:
    """Name the measures that follow from a finding."""
    return [f"{draft.measures[entry.id]} {entry.title}" for entry in draft.measures_of.get(finding.id, ())]


def _practice_lines(finding: Finding, *, draft: Draft) -> tuple[Line, ...]:
    found = []
    for name in finding.practices:
        practice = draft.catalogue.practice.get(name)
        if practice is not None:
            text = (
                practice.what
                if finding.kind is FindingKind.PRACTICE
                else f"{practice.title}. {practice.what}"
            )
            found.append(line(draft.claim(text, provenance=practice.provenance, sources=practice.sources)))
    return tuple(found)


def _met(found: list[Finding], *, draft: Draft, caption: str) -> Table:
    return Table(
        caption=caption,
        columns=(
            Column(title="Werkwijze", width=8),
            Column(title="Oordeel", kind="oordeel", width=3),
            Column(title="Waarom", width=11),
        ),
        rows=tuple(
            (
                line(
                    draft.claim(
                        wording.matter(finding, catalogue=draft.catalogue),
                        provenance=finding.provenance,
                        sources=finding.sources,
                    )
                ),
                line(Mark(verdict=finding.verdict)),
                line(wording.as_said(finding.reason, gemeente=draft.gemeente)),
            )
            for finding in found
        ),
    )


def _unknowns(found: list[Finding], *, draft: Draft, caption: str) -> Table:
    return Table(
        caption=caption,
        columns=(
            Column(title="Werkwijze", width=8),
            Column(title="Oordeel", kind="oordeel", width=4),
            Column(title="Wie het kan weten", width=7),
        ),
        rows=tuple(
            (
                line(
                    pieces(
                        wording.matter(finding, catalogue=draft.catalogue),
                        " ",
                        Badge(provenance=finding.provenance),
                    )
                ),
                line(Mark(verdict=finding.verdict)),
                line(whom_to_ask(finding, draft=draft)),
            )
            for finding in found
        ),
        note="Onbekend is geen tekort. De vragen zelf staan bij ‘Wat wij nog niet weten’.",
    )


def whom_to_ask(finding: Finding, *, draft: Draft) -> LineLike:
    """Name the groups that could know, or the kaart when it is no question for a person."""
    names = [
        list_name(draft.catalogue.group[group]) for group in finding.ask if group in draft.catalogue.group
    ]
    if names:
        shown = names[:3]
        return listing(shown) + (f" en {len(names) - 3} andere groepen" if len(names) > 3 else "")
    return quiet("de sociale kaart") if finding.verdict is Verdict.UNKNOWN else ""
