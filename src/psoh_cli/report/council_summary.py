"""The bestuurlijke samenvatting by itself: one page, for who reads nothing else."""

from __future__ import annotations

from psoh_cli.dutch import date_in_words
from psoh_cli.report import cover, decision_points, for_partners, for_public, summary, wording
from psoh_cli.report.document import Document, Section
from psoh_cli.report.draft import Draft
from psoh_cli.report.material import Material
from psoh_cli.report.version import Version

KIND = "samenvatting"


def council_summary(material: Material, *, version: Version = Version.COUNCIL) -> Document:
    """Compose the page for its readers."""
    draft = Draft(material, version=version)
    return cover.bind(
        draft,
        kind=KIND,
        title=_TITLES[version],
        subtitle=f"Peildatum {date_in_words(material.analysis.as_of)} · {_firm(draft)} · {_asked(draft)}",
        status=cover.adopted(draft) or "Concept, niet vastgesteld",
        sections=_COMPOSED[version](draft),
    )


def _for_council(draft: Draft) -> tuple[Section, ...]:
    return (
        Section(
            id="samenvatting",
            title="Samenvatting voor bestuur en raad",
            page="eigen",
            blocks=summary.blocks(draft, asks=decision_points.in_brief(draft)),
        ),
    )


_TITLES = {
    Version.COUNCIL: "Bestuurlijke samenvatting",
    Version.PARTNERS: "Samenvatting voor partners",
    Version.PUBLIC: "Samenvatting",
}
_COMPOSED = {
    Version.COUNCIL: _for_council,
    Version.PARTNERS: for_partners.page,
    Version.PUBLIC: for_public.page,
}


def _firm(draft: Draft) -> str:
    return "plan vastgesteld" if cover.is_adopted(draft) else "concept, niet vastgesteld"


def _asked(draft: Draft) -> str:
    if wording.from_public_sources(draft.gemeente):
        return "niemand gesproken, alleen openbare bronnen"
    return f"{draft.informants(len(draft.analysis.informants))} gevraagd"
