"""A proposed round as text: whom to ask first, then what nobody would answer, and what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from psoh_cli.dossier.open_round import OpenRound
    from psoh_cli.rounds.proposing import Proposal, Proposed
    from psoh_cli.rounds.reach import ThemeReach
    from psoh_cli.rounds.state import Standing

_OURS = "Dit is een voorstel van psoh (afgeleid). U kiest zelf. Noteer functies, nooit namen."
_RULES = (
    "Zo kiest psoh: eerst iemand uit elke groep, dan van elk soort ketenpartner dat in een klankbordgroep hoort of op "
    "uw kaart staat."
)
_COUNTED = "Vragen: het eerste getal is zeker. Er kunnen vervolgvragen bij komen, tot het tweede."
_ROLES = (
    "De functie onder ‘Wie’ komt zo in het interview. Klopt die niet, verander dan ‘rol’ in ronde.yaml voordat u een "
    "lijst stuurt of een gesprek houdt."
)


def show(
    opened: OpenRound,
    proposal: Proposal,
    *,
    standing: tuple[Standing, ...],
    as_of: date,
    try_out: bool,
    plain: bool,
    explains: bool,
) -> None:
    """Show who is proposed, what nobody would answer, and what to do next; with `explains` also why."""
    from psoh_cli.commands.ronde_woorden import unasked_lines, warn_of_unread
    from psoh_cli.rounds.reach import reach, unasked_in
    from psoh_cli.terminal import console

    themes = reach(standing, catalogue=opened.catalogue)
    warn_of_unread(opened)
    console.heading(f"Wie u kunt vragen in {opened.name}")
    console.paragraph(_summary(opened, proposal))
    _show_people(opened, proposal, plain=plain)
    unasked = unasked_in(themes, catalogue=opened.catalogue)
    console.out("")
    if unasked:
        console.paragraph("Deze vragen krijgt in deze ronde niemand:")
        for line in unasked_lines(unasked):
            console.paragraph(line)
    else:
        console.paragraph("Elke vraag gaat in deze ronde naar iemand.")
    if explains:
        _explain(opened, proposal, themes=themes, as_of=as_of, plain=plain)
    console.out("")
    for line in _next(opened, proposal, standing=standing, as_of=as_of, try_out=try_out, explains=explains):
        console.say(line)


def _show_people(opened: OpenRound, proposal: Proposal, *, plain: bool) -> None:
    from psoh_cli.commands.ronde_woorden import fits
    from psoh_cli.terminal import console

    if not proposal.proposed:
        return
    console.paragraph(_OURS)
    console.out("")
    rows = [(item.invitation.id, _who(item), _count(opened, item)) for item in proposal.proposed]
    if plain or not fits(rows, whole=(0, 2), room=20):
        for name, who, count in rows:
            console.paragraph(f"{name}: {who}. {count.replace('-', ' tot ')} vragen.")
    else:
        console.table(("Korte naam", "Wie", "Vragen"), rows, whole=(0, 2))
    console.out("")
    console.paragraph(f"{_COUNTED} {_ROLES}")


def _explain(
    opened: OpenRound, proposal: Proposal, *, themes: tuple[ThemeReach, ...], as_of: date, plain: bool
) -> None:
    """Say why each of them, also of who was proposed before, and what every theme gets."""
    from psoh_cli.commands.ronde_woorden import show_themes
    from psoh_cli.terminal import console

    console.out("")
    console.paragraph(_RULES)
    for item in proposal.proposed or _before(opened, as_of=as_of):
        console.paragraph(f"- {item.invitation.id}: {item.why}")
    for line in _left_out(opened, proposal):
        console.paragraph(line)
    console.out("")
    show_themes(themes, title="Wat de ronde dekt", plain=plain)


def _before(opened: OpenRound, *, as_of: date) -> Iterator[Proposed]:
    """Yield who would be proposed if those who are only planned were not there, as far as they are."""
    from dataclasses import replace

    from psoh_cli.rounds.proposing import propose
    from psoh_cli.vocabulary import InvitationState

    around = opened.around(as_of)
    there = {item.id for item in opened.standing}
    begun = tuple(item for item in opened.standing if item.state is not InvitationState.PLANNED)
    found = propose(replace(around, standing=begun)).proposed
    yield from (item for item in found if item.invitation.id in there)


def _summary(opened: OpenRound, proposal: Proposal) -> str:
    from psoh_cli.dutch import plural
    from psoh_cli.vocabulary import InvitationState

    there = len(opened.standing)
    lapsed = sum(item.state is InvitationState.LAPSED for item in opened.standing)
    new = len(proposal.proposed)
    was = (
        f"Er {'is' if there == 1 else 'zijn'} al {plural(there, 'informant', 'informanten')}" if there else ""
    )
    if there:
        was += f", van wie {lapsed} vervallen." if lapsed else "."
    if not new:
        return f"{was} psoh stelt niemand meer voor.".strip()
    more = " erbij" if there else ""
    return f"{was} psoh stelt {plural(new, 'informant', 'informanten')}{more} voor.".strip()


def _who(item: Proposed) -> str:
    return ", ".join(filter(None, (item.invitation.role, item.invitation.organization)))


def _count(opened: OpenRound, item: Proposed) -> str:
    from psoh_cli.interview.questionnaire import Questionnaire

    asked = Questionnaire(opened.catalogue, item.invitation.group)
    least, most = len(asked.applicable({})), len(asked.questions)
    return str(least) if least == most else f"{least}-{most}"


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
    opened: OpenRound,
    proposal: Proposal,
    *,
    standing: tuple[Standing, ...],
    as_of: date,
    try_out: bool,
    explains: bool,
) -> Iterator[str]:
    from psoh_cli.rounds.status import status
    from psoh_cli.vocabulary import InvitationState

    if opened.unread:
        check = opened.command("check")
        yield f"Er is niets geschreven: verbeter eerst wat niet te lezen is. Wat eraan schort, ziet u met: {check}"
        return
    if not explains:
        trial = ("--proef",) if try_out else ()
        why = opened.command("ronde", "plan", *trial, "--uitleg")
        yield f"Waarom deze mensen, en wat elk thema dekt: {why}"
    if try_out and proposal.proposed:
        yield f"Er is niets geschreven. Zet de voorstellen in ronde.yaml met: {opened.command('ronde', 'plan')}"
        return
    if proposal.proposed:
        yield "De voorstellen staan in ronde.yaml. Verander of verwijder daar wat niet past."
    seen = status(standing, catalogue=opened.catalogue, as_of=as_of)
    if seen.silent:
        yield f"Niet ieder antwoordt. Van wie u lang niets hoort: {opened.command('ronde', 'status')}"
        return
    begun = (InvitationState.INVITED, InvitationState.BUSY, InvitationState.DONE)
    if not any(item.invitation and item.invitation.state in begun for item in standing):
        for what, word in (("een lijst om te mailen", "ronde"), ("een gesprek", "interview")):
            step = next((step for step in seen.steps if step.words[0] == word), None)
            if step is not None:
                yield f"Begin met {what}: {opened.command(*step.words)}"
    yield f"Hoe het staat en wat u kunt doen: {opened.command('ronde', 'status')}"
