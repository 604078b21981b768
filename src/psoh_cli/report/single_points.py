"""What rests on one organization: told briefly below the coverage, with what is sure apart from what is not."""

from __future__ import annotations

from psoh_cli.analysis.finding import FindingKind
from psoh_cli.dutch import plural
from psoh_cli.report.document import Bullets, Paragraph, Section
from psoh_cli.report.draft import Draft
from psoh_cli.report.spans import code, lines, pieces
from psoh_cli.vocabulary import Verdict

_MOST = 6


def single_points_section(draft: Draft) -> Section | None:
    """Compose the section; None when nothing rests on one organization as far as the kaart tells."""
    found = draft.analysis.of_kind(FindingKind.VULNERABLE)
    if not found:
        return None
    sure = [finding.title for finding in found if finding.verdict is Verdict.PARTLY]
    unsure = [finding.title for finding in found if finding.verdict is not Verdict.PARTLY]
    lead = (
        "Valt een van deze organisaties weg, dan blijft hiervoor niets over waarvan dat zeker is. Dit is geteld voor "
        "zover het op deze kaart staat (afgeleid)."
    )
    parts = (
        ("Zeker, want de kaart is daarvoor volledig verklaard; waar dat niet zo is, staat het erbij:", sure),
        ("Misschien; de kaart is daarvoor niet volledig verklaard, dus er kan meer zijn:", unsure),
    )
    shown: list[Paragraph | Bullets] = [Paragraph(content=lead)]
    for title, titles in parts:
        if titles:
            rest = len(titles) - _MOST
            more = (
                [f"En bij {plural(rest, 'andere organisatie', 'andere organisaties')}."] if rest > 0 else []
            )
            shown.extend((Paragraph(content=title), Bullets(items=lines(*titles[:_MOST], *more))))
    shown.append(
        Paragraph(
            content=pieces(
                "Wat er gebeurt als een dienst stopt, toont ", code("psoh kaart dekking --zonder"), "."
            ),
            style="klein",
        )
    )
    return Section(id="kwetsbaar", title="Wat op één organisatie rust", blocks=tuple(shown))
