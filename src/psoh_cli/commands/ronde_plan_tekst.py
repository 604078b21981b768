"""A proposed round as text: whom to ask and why, which themes that covers, and what would still have nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from psoh_cli.dossier.open_round import OpenRound
    from psoh_cli.rounds.proposing import Proposal, Proposed
    from psoh_cli.rounds.state import Standing

_OURS = (
    "Dit is een voorstel van psoh (afgeleid): eerst iemand uit elke groep, dan van elk soort ketenpartner dat in "
    "een klankbordgroep hoort of op uw kaart staat. U kiest zelf. Noteer functies, nooit namen."
)


def show(
    opened: OpenRound, proposal: Proposal, *, standing: tuple[Standing, ...], try_out: bool, plain: bool
) -> None:
    """Show who is proposed, what the round then covers, and what to do next."""
    from psoh_cli.commands.ronde_woorden import (
        LEGEND,
        THEME_HEADERS,
        theme_rows,
        theme_sentences,
        unasked_lines,
        warn_of_unread,
    )
    from psoh_cli.rounds.reach import reach, unasked_in
    from psoh_cli.terminal import console

    themes = reach(standing, catalogue=opened.catalogue)
    warn_of_unread(opened)
    console.heading(f"Wie u kunt vragen in {opened.name}")
    console.paragraph(_summary(opened, proposal))
    if proposal.proposed:
        console.out("")
        console.paragraph(_OURS)
        console.out("")
        if plain:
            for line in _sentences(opened, proposal):
                console.paragraph(line)
        else:
            console.table(("Wie, [korte naam] en waarom", "Vragen", "Thema's"), _rows(opened, proposal))
    console.out("")
    if plain:
        for line in theme_sentences(themes):
            console.paragraph(line)
    else:
        console.table(THEME_HEADERS, theme_rows(themes), title="Wat de ronde dekt")
        console.paragraph(LEGEND)
    unasked = unasked_in(themes, catalogue=opened.catalogue)
    if unasked:
        console.out("")
        console.paragraph("Deze vragen krijgt in deze ronde niemand:")
        for line in unasked_lines(unasked):
            console.paragraph(line)
    if proposal.left_out:
        console.out("")
        for line in _left_out(opened, proposal):
            console.paragraph(line)
    console.out("")
    for line in _next(opened, proposal, standing=standing, try_out=try_out):
        console.say(line)


def _summary(opened: OpenRound, proposal: Proposal) -> str:
    from psoh_cli.dutch import plural

    there = sum(item.takes_part for item in opened.standing)
    new = len(proposal.proposed)
    was = (
        f"Er {'is' if there == 1 else 'zijn'} al {plural(there, 'informant', 'informanten')}."
        if there
        else ""
    )
    if not new:
        return f"{was} psoh stelt niemand meer voor.".strip()
    more = " erbij" if there else ""
    return f"{was} psoh stelt {plural(new, 'informant', 'informanten')}{more} voor.".strip()


def _rows(opened: OpenRound, proposal: Proposal) -> Iterator[tuple[str, ...]]:
    from psoh_cli.commands.ronde_woorden import numbers

    for item, themes, count in _asked(opened, proposal):
        invitation = item.invitation
        who = ", ".join(filter(None, (invitation.role, invitation.organization)))
        yield f"{who}\n[{invitation.id}] {item.why}", str(count), numbers(themes)


def _sentences(opened: OpenRound, proposal: Proposal) -> Iterator[str]:
    from psoh_cli.commands.ronde_woorden import numbers

    for item, themes, count in _asked(opened, proposal):
        invitation = item.invitation
        who = ", ".join(filter(None, (invitation.role, invitation.organization)))
        yield (
            f"{who}. Korte naam: {invitation.id}. {count} vragen, over thema {numbers(themes)}. "
            f"Waarom: {item.why}"
        )


def _asked(opened: OpenRound, proposal: Proposal) -> Iterator[tuple[Proposed, list[int], int]]:
    from psoh_cli.interview.questionnaire import Questionnaire

    for item in proposal.proposed:
        asked = Questionnaire(opened.catalogue, item.invitation.group)
        yield item, [theme.number for theme in asked.themes], len(asked.applicable({}))


def _left_out(opened: OpenRound, proposal: Proposal) -> Iterator[str]:
    from psoh_cli.dutch import listing

    by_reason: dict[str, list[str]] = {}
    for item in proposal.left_out:
        by_reason.setdefault(item.why, []).append(item.partner.name)
    for why, names in by_reason.items():
        yield f"Niet voorgesteld, want {why}: {listing(names)}."
    if any("groot" in why for why in by_reason):
        yield f"Wilt u meer mensen spreken: {opened.command('ronde', 'plan', '--professionals', '20')}"


def _next(
    opened: OpenRound, proposal: Proposal, *, standing: tuple[Standing, ...], try_out: bool
) -> Iterator[str]:
    if opened.unread:
        check = opened.command("check")
        yield f"Er is niets geschreven: verbeter eerst wat niet te lezen is. Wat eraan schort, ziet u met: {check}"
        return
    if try_out and proposal.proposed:
        yield f"Er is niets geschreven. Zet de voorstellen in ronde.yaml met: {opened.command('ronde', 'plan')}"
        return
    if proposal.proposed:
        yield "De voorstellen staan in ronde.yaml. Verander of verwijder daar wat niet past."
    first = next((item.id for item in standing if item.invitation and item.may_answer), "NAAM")
    invited = ("ronde", "plan", "--informant", first, "--stand", "uitgenodigd")
    yield f"Schrijf op wie u uitnodigde: {opened.command(*invited)}"
    yield f"Hoe het staat en wat u kunt doen: {opened.command('ronde', 'status')}"
