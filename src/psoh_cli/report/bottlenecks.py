"""The bottlenecks that informants name, with the practices that answer them."""

from __future__ import annotations

from collections.abc import Sequence

from psoh_cli.analysis.finding import Finding, FindingKind
from psoh_cli.interview.naming import groups_named, joined
from psoh_cli.interview.portrait import Voice
from psoh_cli.practices.question import STATUSHOUDERS
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

_MOST_GROUPS = 4
"""Groups that a cell names."""

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
    helps = [
        draft.catalogue.practice[name].title for name in finding.practices if name in draft.catalogue.practice
    ]
    measures = [draft.measures[entry.id] for entry in draft.measures_of.get(finding.id, ())]
    return lines(
        draft.claim(title, provenance=finding.provenance, sources=finding.sources),
        _by_whom(said, denied=denied, draft=draft),
        _some(helps) or "onbekend",
        ", ".join(measures) or "nog geen",
    )


def _by_whom(said: Sequence[Voice], *, denied: Sequence[Voice], draft: Draft) -> str:
    """Name who points at it, and which other groups were asked the same and do not; nobody is counted."""
    naming_it = {voice.informant for voice in said}
    if not draft.material.portrait.group_names:
        others = [voice for voice in denied if voice.informant not in naming_it]
        tail = f" Noemt dit niet: {draft.named(others)}." if others else ""
        return f"{wording.sentence(draft.named(said))}{tail}"
    groups = {voice.group for voice in said}
    partly = STATUSHOUDERS in groups and any(
        voice.group == STATUSHOUDERS and voice.informant not in naming_it for voice in denied
    )
    names = [
        f"{name} (niet in elk gesprek)" if partly and name == STATUSHOUDERS else name
        for name in groups_named(said, portrait=draft.material.portrait)
    ]
    others = [voice for voice in denied if voice.group not in groups]
    known = draft.material.portrait.group_names
    denying = {voice.group for voice in others}
    silent = [name for group, name in known.items() if group in denying]
    tail = f" Noemen dit niet: {_some_groups(silent)}." if silent else ""
    return f"{wording.sentence(_some_groups(names))}{tail}"


def _some_groups(names: Sequence[str]) -> str:
    """Name a few groups; statushouders are always named, and what is left is counted in groups."""
    first = sorted(names, key=lambda name: not name.startswith(STATUSHOUDERS))
    more = len(first) - _MOST_GROUPS
    if more <= 1:
        return joined(first)
    return f"{', '.join(first[:_MOST_GROUPS])}, en nog {more} groepen"


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
