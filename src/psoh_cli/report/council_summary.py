"""The bestuurlijke samenvatting by itself: one page, for who reads nothing else."""

from __future__ import annotations

from psoh_cli.dutch import date_in_words, plural
from psoh_cli.report import asks, cover, summary, wording
from psoh_cli.report.document import Document, Section
from psoh_cli.report.draft import Draft
from psoh_cli.report.material import Material
from psoh_cli.report.version import Version

KIND = "samenvatting"


def council_summary(material: Material, *, version: Version = Version.COUNCIL) -> Document:
    """Compose the page."""
    draft = Draft(material, version=version)
    asked = (*asks.asks_for_analysis(draft)[:1], *asks.asks_for_plan(draft))
    page = Section(
        id="samenvatting",
        title="Samenvatting voor bestuur en raad",
        page="eigen",
        blocks=summary.blocks(draft, asks=asked),
    )
    return cover.bind(
        draft,
        kind=KIND,
        title="Bestuurlijke samenvatting",
        subtitle=f"Peildatum {date_in_words(material.analysis.as_of)} · concept, niet vastgesteld · {_asked(material)}",
        status="Concept, niet vastgesteld",
        sections=(page,),
    )


def _asked(material: Material) -> str:
    if wording.from_public_sources(material.gemeente):
        return "niemand gesproken, alleen openbare bronnen"
    return f"{plural(len(material.analysis.informants), 'informant', 'informanten')} gevraagd"
