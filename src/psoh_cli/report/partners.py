"""Which partners stand on the kaart and take part, and what on the kaart is not confirmed any more."""

from __future__ import annotations

from psoh_cli.analysis.finding import Finding, FindingKind
from psoh_cli.dutch import listing
from psoh_cli.report import decided
from psoh_cli.report.document import Block, Column, Paragraph, Section, Table
from psoh_cli.report.draft import Draft
from psoh_cli.report.spans import (
    Badge,
    LineLike,
    Mark,
    Reference,
    code,
    line,
    lines,
    pieces,
)
from psoh_cli.vocabulary import Verdict


def partners(draft: Draft, *, number: str) -> Section:
    """Compose which partners are on the kaart and in the klankbordgroep."""
    found = draft.analysis.of_kind(FindingKind.PARTNER)
    return Section(
        id="ketenpartners",
        number=number,
        title="Ketenpartners",
        blocks=(
            Paragraph(
                content="Een aanpak staat of valt met wie meedoet. Hieronder staat per soort ketenpartner of die op de "
                "kaart staat en meedoet in een klankbordgroep. Welke soorten wij verwachten is afgeleid.",
                style="lead",
            ),
            *(() if _has_board(found) else (Paragraph(content=_no_board(draft)),)),
            _partners(found, draft=draft),
        ),
    )


def _has_board(found: tuple[Finding, ...]) -> bool:
    """Tell whether taking part in a klankbordgroep is a question at all: there may be none."""
    return not found or any(_board_verdict(finding) is not Verdict.NOT_APPLICABLE for finding in found)


def _no_board(draft: Draft) -> str:
    """Say that there is no fixed klankbordgroep, and who came together all the same to decide."""
    told = (
        "Volgens de antwoorden is er nog geen vaste klankbordgroep. Wie daarin meedoet, staat hier dus niet."
    )
    met = decided.everything(draft)
    if not met:
        return told
    days = listing([day.in_words() for day in sorted({item.day for item in met})])
    who = listing(list(dict.fromkeys(role for item in met for role in item.roles)))
    return (
        f"{told} Wel is over de uitkomst gepraat en besloten op {days}, met aan tafel: {who}. Die besluiten staan bij "
        "de verschillen waar zij over gaan."
    )


def _partners(found: tuple[Finding, ...], *, draft: Draft) -> Table:
    """Give a row per kind of partner: its verdict on the kaart, and its verdict in the klankbordgroep."""
    board = _has_board(found)
    return Table(
        caption=f"Ketenpartners op de kaart{' en in de klankbordgroep' if board else ''}",
        columns=(
            Column(title="Ketenpartner", width=6),
            Column(title="Op de kaart", width=7),
            *((Column(title="In de klankbordgroep", width=6),) if board else ()),
        ),
        rows=tuple(
            (
                line(pieces(_partner_name(finding, draft=draft), " ", Badge(provenance=finding.provenance))),
                line(_on_kaart(finding, draft=draft)),
                *((line(_in_board(finding)),) if board else ()),
            )
            for finding in found
        ),
    )


def _partner_name(finding: Finding, *, draft: Draft) -> str:
    partner = draft.catalogue.partner_type.get(finding.about)
    return partner.name if partner else finding.title


def _on_kaart(finding: Finding, *, draft: Draft) -> LineLike:
    if not finding.rules:
        return Mark(verdict=finding.verdict)
    names = [
        draft.material.kaart.organization[piece.entry].name
        for piece in finding.rules[0].evidence
        if piece.entry in draft.material.kaart.organization
    ]
    return pieces(Mark(verdict=finding.rules[0].verdict), f" {listing(names)}" if names else "")


def _in_board(finding: Finding) -> LineLike:
    verdict = _board_verdict(finding)
    return "" if verdict is Verdict.NOT_APPLICABLE else Mark(verdict=verdict)


def _board_verdict(finding: Finding) -> Verdict:
    return finding.rules[1].verdict if len(finding.rules) > 1 else Verdict.UNKNOWN


def freshness(draft: Draft, *, number: str) -> Section:
    """Compose which entries of the kaart are not confirmed any more."""
    found = draft.analysis.of_kind(FindingKind.FRESHNESS)
    blocks: list[Block] = []
    if found:
        blocks.append(
            Table(
                caption="Niet of niet meer bevestigd",
                columns=(Column(title="Organisatie", width=5), Column(title="Vermeldingen", width=10)),
                rows=tuple(
                    lines(_organization(finding, draft=draft), " ".join(piece.text for piece in finding.evidence))
                    for finding in found
                ),
                note=pieces(
                    "Bevestigen: ", code("psoh kaart bevestig"), ". De vragen per organisatie staan bij ",
                    Reference(text="Wat wij nog niet weten", target="#onbekend"), ".",
                ),
            )
        )  # fmt: skip
    else:
        kaart = draft.material.kaart
        said = (
            "Alles op de kaart is binnen zijn termijn bevestigd."
            if kaart.organizations or kaart.services
            else "De sociale kaart is nog leeg: er is niets om te bevestigen, en welk aanbod er is, is onbekend."
        )
        blocks.append(Paragraph(content=said))
    return Section(
        id="actueel", number=number, title="Is de sociale kaart nog actueel?", blocks=tuple(blocks)
    )


def _organization(finding: Finding, *, draft: Draft) -> str:
    organization = draft.material.kaart.organization.get(finding.about)
    return organization.name if organization else finding.title
