"""Material to Document, by kind."""

from __future__ import annotations

from psoh_cli.report.council_summary import KIND as SUMMARY
from psoh_cli.report.council_summary import council_summary
from psoh_cli.report.discussion_sheet import KIND as DISCUSSION_SHEET
from psoh_cli.report.discussion_sheet import discussion_sheet
from psoh_cli.report.document import Document
from psoh_cli.report.gap_analysis import KIND as GAP_ANALYSIS
from psoh_cli.report.gap_analysis import gap_analysis
from psoh_cli.report.implementation_plan import KIND as PLAN
from psoh_cli.report.implementation_plan import implementation_plan
from psoh_cli.report.material import Material
from psoh_cli.report.version import Version

_COMPOSERS = {GAP_ANALYSIS: gap_analysis, PLAN: implementation_plan, SUMMARY: council_summary}
_FOR_THE_TABLE = {DISCUSSION_SHEET: discussion_sheet}

KINDS = tuple(_COMPOSERS)
"""The kinds of document that are made unless somebody chooses, in the order in which they are made."""

ON_REQUEST = tuple(_FOR_THE_TABLE)
"""The kinds that are made only when somebody asks for them."""


def compose(kind: str, material: Material, *, version: Version = Version.COUNCIL) -> Document:
    """Compose one document for its readers; raise KeyError for a kind that does not exist."""
    return {**_COMPOSERS, **_FOR_THE_TABLE}[kind](material, version=version)
