"""Which partners stand on the kaart and take part, and what on the kaart is not confirmed any more."""

from __future__ import annotations

from psoh_cli.analysis.finding import Finding, FindingKind
from psoh_cli.dutch import listing
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
            _partners(found, draft=draft),
        ),
    )


def _partners(found: tuple[Finding, ...], *, draft: Draft) -> Table:
    """Give a row per kind of partner: its verdict on the kaart, and its verdict in the klankbordgroep."""
    return Table(
        caption="Ketenpartners op de kaart en in de klankbordgroep",
        columns=(
            Column(title="Ketenpartner", width=6),
            Column(title="Op de kaart", width=7),
            Column(title="In de klankbordgroep", width=6),
        ),
        rows=tuple(
            (
                line(pieces(_partner_name(finding, draft=draft), " ", Badge(provenance=finding.provenance))),
                line(_on_kaart(finding, draft=draft)),
                line(_in_board(finding)),
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


def _in_board(finding: Finding) -> Mark:
    return Mark(verdict=finding.rules[1].verdict if len(finding.rules) > 1 else Verdict.UNKNOWN)


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
