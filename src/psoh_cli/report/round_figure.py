"""Who was asked: the groups of the round as a drawing; the table of informants says the same."""

from __future__ import annotations

from psoh_cli.dutch import FEWEST, listing
from psoh_cli.interview.naming import list_name
from psoh_cli.practices.question import STATUSHOUDERS
from psoh_cli.report import wording
from psoh_cli.report.document import Block, Figure
from psoh_cli.report.draft import Draft
from psoh_cli.report.figures_round import GroupAsked, round_overview


def round_blocks(draft: Draft) -> tuple[Block, ...]:
    """Draw which groups were asked; nothing when nobody was."""
    if not draft.analysis.informants:
        return ()
    groups = groups_asked(draft)
    public = wording.from_public_sources(draft.gemeente)
    title = "Welke groepen aan het woord zijn" if not public else "Over welke groepen er bronnen zijn"
    table = "Waar de antwoorden vandaan komen" if public else "Wie is gevraagd"
    drawing = round_overview(
        groups,
        who="bronnen" if public else "informanten",
        title=title,
        description=f"De tabel ‘{table}’ zegt hetzelfde in cijfers.",
    )
    dots = (
        "Een stip is één verzameling bronnen."
        if public
        else "Een stip is één informant, alleen of als groep."
    )
    silent = [group.name for group in groups if not group.informants]
    nobody = f" Niet gevraagd: {listing(silent)}." if silent and not public else ""
    whole = " Statushouders zijn één stip, hoeveel gesprekken het ook waren." if _has_few(draft) else ""
    caption = f"{dots}{whole}{nobody} De tabel hierna geeft de aantallen."
    return (Figure(svg=drawing, title=title, caption=caption, width=640),)


def groups_asked(draft: Draft) -> tuple[GroupAsked, ...]:
    """Add up the answers per group of the knowledge, in its order; a group that is not in it comes last."""
    known = {group.id: list_name(group) for group in draft.catalogue.groups}
    asked = draft.analysis.informants
    others = {each.group: each.group for each in asked if each.group not in known}
    return tuple(
        GroupAsked(
            name=name,
            informants=_discs(group, draft=draft),
            known=sum(each.known for each in asked if each.group == group),
            unsure=sum(each.answered - each.known for each in asked if each.group == group),
            open=sum(each.open for each in asked if each.group == group),
        )
        for group, name in (known | others).items()
    )


def _discs(group: str, *, draft: Draft) -> int:
    """Count the informants of a group; of statushouders a few are one, because few can be pointed at."""
    count = sum(each.group == group for each in draft.analysis.informants)
    return min(count, 1) if group == STATUSHOUDERS and count < FEWEST else count


def _has_few(draft: Draft) -> bool:
    count = sum(each.group == STATUSHOUDERS for each in draft.analysis.informants)
    return 0 < count < FEWEST
