"""`psoh plan`: propose measures for the gaps, beside what people decided."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from psoh_cli.commands.options import AsOf


def plan(
    folder: Annotated[
        Path, typer.Argument(metavar="[MAP]", help="De map van het dossier. Zonder: de map waar u nu bent.")
    ] = Path(),
    as_of: AsOf = None,
    as_json: Annotated[bool, typer.Option("--json", help="Geef het hele plan als JSON.")] = False,
    try_out: Annotated[
        bool, typer.Option("--proef", help="Laat zien wat er zou veranderen en schrijf niets.")
    ] = False,
) -> None:
    """Stel maatregelen voor bij wat ontbreekt en zet ze in plan.yaml. Uw besluiten blijven zoals ze zijn."""
    from psoh_cli.commands.options import day_or_today
    from psoh_cli.dossier.dossier import open_dossier
    from psoh_cli.dossier.dossier_files import PLAN_FILE
    from psoh_cli.plan import overview, scenario_overview
    from psoh_cli.plan.budget import budget, rooms_of, years_of
    from psoh_cli.plan.changes import changes_between
    from psoh_cli.plan.plan_file import write_plan
    from psoh_cli.shell import quoted
    from psoh_cli.terminal import console

    day = day_or_today(as_of)
    dossier = open_dossier(folder, as_of=day)
    analysis = dossier.analysis(day, for_documents=True)
    proposed = dossier.plan(day, analysis=analysis)
    weighed = dossier.scenarios(day, analysis=analysis, plan=proposed)
    changes = changes_between(dossier.plan_file.entries, after=proposed)
    money = budget(
        proposed,
        sources=dossier.catalogue.funding_sources,
        years=years_of(dossier.gemeente),
        rooms=rooms_of(dossier.gemeente),
    )
    if not try_out:
        write_plan(folder / PLAN_FILE, proposed, knowledge_version=dossier.catalogue.version)
    if as_json:
        console.out(
            overview.as_json(
                proposed, changes=changes, money=money, as_of=day, gemeente=dossier.gemeente, weighed=weighed
            )
        )
        return
    console.heading(f"Plan van {dossier.gemeente.name} op {overview.day_in_words(day)}")
    console.paragraph(overview.summary(changes))
    for table in overview.tables(proposed, catalogue=dossier.catalogue):
        console.out("")
        console.table(overview.HEADERS, table.rows, title=table.title)
    if weighed:
        console.out("")
        console.table(
            scenario_overview.headers(weighed),
            scenario_overview.rows(weighed),
            title="Wat kan er met de middelen",
        )
        for line in scenario_overview.explained(weighed):
            console.paragraph(line)
    console.out("")
    sources = dossier.catalogue.funding_sources
    for line in overview.notes(proposed, money=money, gemeente=dossier.gemeente, sources=sources, as_of=day):
        console.paragraph(line)
    # Last, so that it is still on a small screen when the run ends.
    left_out = scenario_overview.does_not_fit(weighed)
    if left_out:
        console.out("")
        console.table(
            ("Past niet", "Waarom"), [(item.title, item.reason) for item in left_out], title="Wat niet past"
        )
    where = quoted(folder / PLAN_FILE)
    if try_out:
        console.say(f"Er is niets geschreven. Schrijf het plan met: psoh plan {quoted(folder)}")
    else:
        console.say(f"Het plan staat in {where}. Vul daar bij elk voorstel uw besluit in.")
        console.say(f"Daarna: psoh rapport {quoted(folder)}")
