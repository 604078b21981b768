"""The bestuurlijke samenvatting by itself: one page, for who reads nothing else."""

from __future__ import annotations

from psoh_cli.report import cover, summary
from psoh_cli.report.document import Document, Section
from psoh_cli.report.draft import Draft
from psoh_cli.report.material import Material

KIND = "samenvatting"


def council_summary(material: Material) -> Document:
    """Compose the page."""
    draft = Draft(material)
    asks = (*summary.asks_for_analysis(draft)[:1], *summary.asks_for_plan(draft))
    page = Section(id="samenvatting", title="Samenvatting voor bestuur en raad", page="eigen", blocks=summary.blocks(draft, asks=asks))
    return cover.bind(
        draft,
        kind=KIND,
        title="Bestuurlijke samenvatting",
        subtitle="Psychosociale ondersteuning van statushouders: wat goed gaat, wat ontbreekt en wat wij niet weten.",
        status="Concept, niet vastgesteld",
        sections=(page,),
    )
