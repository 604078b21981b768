"""The bottlenecks that informants name, with the practices that answer them."""

from __future__ import annotations

from psoh_cli.analysis.finding import Finding, FindingKind
from psoh_cli.report import wording
from psoh_cli.report.document import Block, Column, Paragraph, Section, Table
from psoh_cli.report.draft import Draft
from psoh_cli.report.findings import whom_to_ask
from psoh_cli.report.spans import (
    Badge,
    Line,
    line,
    lines,
    pieces,
)
from psoh_cli.vocabulary import Verdict

_MOST = 2
"""Practices that a row names; the measures beside them say the rest."""


def bottlenecks(draft: Draft, *, number: str) -> Section:
    """Compose the bottlenecks informants name, with the practices that answer them."""
    found = draft.analysis.of_kind(FindingKind.BOTTLENECK)
    named = [finding for finding in found if finding.is_gap]
    others = [finding for finding in found if not finding.is_gap]
    public = wording.from_public_sources(draft.gemeente)
    who = "een openbare bron" if public else "een informant"
    lead = f"Knelpunten zijn dingen die vaak misgaan. Een knelpunt telt hier pas als {who} het noemt."
    blocks: list[Block] = [Paragraph(content=lead, style="lead")]
    if named:
        blocks.append(_named(named, draft=draft))
    else:
        nothing = (
            "Geen bron noemt een knelpunt." if public else "Nog geen informant heeft een knelpunt genoemd."
        )
        blocks.append(Paragraph(content=nothing))
    if others:
        blocks.append(_not_named(others, draft=draft))
    return Section(id="knelpunten", number=number, title="Knelpunten", blocks=tuple(blocks))


def _named(found: list[Finding], *, draft: Draft) -> Table:
    return Table(
        caption=f"Knelpunten die {wording.voices(draft.gemeente)} noemen",
        columns=(
            Column(title="Knelpunt en nummer", width=8),
            Column(title="Genoemd door", width=7),
            Column(title="Wat helpt", width=8),
            Column(title="Maatregel", width=3),
        ),
        rows=tuple(_named_row(finding, draft=draft) for finding in found),
    )


def _named_row(finding: Finding, *, draft: Draft) -> tuple[Line, ...]:
    title = _title(finding, draft=draft)
    said = draft.voices(piece for piece in finding.evidence if piece.verdict is Verdict.PARTLY)
    denied = draft.voices(piece for piece in finding.evidence if piece.verdict is Verdict.MET)
    naming_it = {voice.informant for voice in said}
    others = [voice for voice in denied if voice.informant not in naming_it]
    denying = "Noemt dit niet" if wording.from_public_sources(draft.gemeente) else "Herkennen dit niet"
    tail = f" {denying}: {draft.named(others)}." if others else ""
    helps = [
        draft.catalogue.practice[name].title for name in finding.practices if name in draft.catalogue.practice
    ]
    measures = [draft.measures[entry.id] for entry in draft.measures_of.get(finding.id, ())]
    return lines(
        draft.claim(title, provenance=finding.provenance, sources=finding.sources),
        f"{wording.sentence(draft.named(said))}{tail}",
        _some(helps) or "onbekend",
        ", ".join(measures) or "nog geen",
    )


def _title(finding: Finding, *, draft: Draft) -> str:
    bottleneck = draft.catalogue.bottleneck.get(finding.about)
    return bottleneck.title if bottleneck else finding.title


def _some(names: list[str]) -> str:
    more = len(names) - _MOST
    return "; ".join(names[:_MOST]) + (f"; en nog {more}" if more > 0 else "")


def _not_named(found: list[Finding], *, draft: Draft) -> Table:
    public = wording.from_public_sources(draft.gemeente)
    states = {
        Verdict.MET: "in geen bron genoemd" if public else "gevraagd, door niemand genoemd",
        Verdict.NOT_APPLICABLE: "niet van toepassing",
        Verdict.UNKNOWN: "nog niet bekend",
    }
    return Table(
        caption="Knelpunten die in geen bron staan" if public else "Knelpunten die nog niemand noemde",
        columns=(
            Column(title="Knelpunt", width=9), Column(title="Stand", width=5),
            Column(title="Wie het kan weten", width=7),
        ),
        rows=tuple(
            (
                line(pieces(_title(finding, draft=draft), " ", Badge(provenance=finding.provenance))),
                line(states.get(finding.verdict, finding.verdict.value)),
                line(whom_to_ask(finding, draft=draft) if finding.verdict is Verdict.UNKNOWN else ""),
            )
            for finding in found
        ),
    )  # fmt: skip
