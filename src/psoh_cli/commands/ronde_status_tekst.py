"""The round at a glance, as text: a summary first, detail after, what to do last."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from psoh_cli.dossier.open_round import OpenRound
    from psoh_cli.interview.changed_questions import Changed
    from psoh_cli.rounds.state import Standing
    from psoh_cli.rounds.status import RoundStatus

_HEADERS = ("Informant", "Stand", "Gedaan", "Laatst")
_COUNTED = "Gedaan: van de vragen die nu gelden. Er kunnen vervolgvragen bij komen."
_MOST_NEW = 3


def show(opened: OpenRound, seen: RoundStatus, *, plain: bool) -> None:
    """Show how the round stands, or how to begin one."""
    from psoh_cli.commands.ronde_woorden import warn_of_unread
    from psoh_cli.dutch import date_in_words
    from psoh_cli.terminal import console

    warn_of_unread(opened)
    console.heading(f"De ronde van {opened.name} op {date_in_words(seen.as_of)}")
    if not seen.standing:
        console.paragraph("Er is nog niemand gevraagd, en er is nog geen interview.")
        console.say(f"Laat psoh voorstellen wie u kunt vragen: {opened.command('ronde', 'plan')}")
        return
    console.paragraph(_summary(seen))
    _show_informants(seen, plain=plain)
    _show_silent(seen)
    _show_later(seen)
    _show_themes(seen, plain=plain)
    show_changed(seen)
    _show_steps(opened, seen)


def _show_informants(seen: RoundStatus, *, plain: bool) -> None:
    from psoh_cli.commands.ronde_woorden import fits
    from psoh_cli.terminal import console

    console.out("")
    rows = [_row(item) for item in seen.standing]
    if not plain and fits(rows, whole=(0, 2, 3), room=11):
        console.table(_HEADERS, rows, title="Informanten", whole=(0, 2, 3))
        console.paragraph(_COUNTED)
        return
    for item in seen.standing:
        last = _last(item)
        console.paragraph(
            f"{item.called} ({item.id}): {_state(item)}. {item.answered} van {len(item.questions)} vragen "
            f"beantwoord{f', {last}' if last else ''}."
        )


def _show_silent(seen: RoundStatus) -> None:
    from psoh_cli.dutch import plural
    from psoh_cli.terminal import console

    if seen.silent:
        term = plural(seen.weeks, "week", "weken")
        console.out("")
        console.paragraph(
            f"Al langer dan {term} niets gehoord (die termijn is afgeleid; kies zelf met --weken):"
        )
        for item in seen.silent:
            did, what = (
                ("begonnen", "niets meer") if item.standing.answered else ("gevraagd", "geen antwoord")
            )
            weeks = plural(item.weeks, "week", "weken")
            console.paragraph(f"- {item.standing.id}: {did}, sinds {item.since.in_words()} {what} ({weeks})")
    if seen.undated:
        console.out("")
        names = ", ".join(item.id for item in seen.undated)
        console.paragraph(f"Uitgenodigd zonder dag, dus psoh weet niet hoe lang het duurt: {names}.")


def _show_later(seen: RoundStatus) -> None:
    """Say what is of after the day on which somebody looks: the answers and states are those of now."""
    from psoh_cli.terminal import console

    if seen.later:
        console.out("")
        names = ", ".join(item.id for item in seen.later)
        console.paragraph(
            f"Let op: {names} {'heeft' if len(seen.later) == 1 else 'hebben'} een datum na deze peildatum. psoh toont "
            "de stand van nu; de peildatum telt alleen bij hoe lang het stil is."
        )


def _show_themes(seen: RoundStatus, *, plain: bool) -> None:
    from psoh_cli.commands.ronde_woorden import show_themes, unasked_lines
    from psoh_cli.terminal import console

    console.out("")
    show_themes(seen.themes, title="Thema's", plain=plain)
    if seen.unasked:
        console.out("")
        console.paragraph("Deze vragen krijgt niemand in deze ronde:")
        for line in unasked_lines(seen.unasked):
            console.paragraph(line)


def show_changed(seen: RoundStatus) -> None:
    """Show what became of the questions since the interviews; nothing when nothing did."""
    from psoh_cli.dutch import listing
    from psoh_cli.terminal import console

    if not seen.changed:
        return
    console.out("")
    console.paragraph("De vragen zijn veranderd sinds deze interviews. Antwoorden blijven staan:")
    for names, changed in seen.changed_alike:
        console.paragraph(f"- {listing(names)}: {changed.in_words}")
        for line in _told(changed, seen):
            console.paragraph(f"  {line}")


def _show_steps(opened: OpenRound, seen: RoundStatus) -> None:
    from psoh_cli.terminal import console

    by_reason: dict[str, list[str]] = {}
    for step in seen.steps:
        by_reason.setdefault(step.why, []).append(opened.command(*step.words))
    for why, command in (*_for_all(opened, seen), *_afterwards(opened, seen)):
        by_reason.setdefault(why, []).append(command)
    console.out("")
    console.paragraph("Wat u nu kunt doen:")
    for why, commands in by_reason.items():
        console.out(f"{why}:")
        for command in commands:
            console.out(f"  {command}")


def _for_all(opened: OpenRound, seen: RoundStatus) -> Iterator[tuple[str, str]]:
    """Yield what to do that is not about one informant."""
    from psoh_cli.vocabulary import InvitationState

    if sum(step.words[:2] == ("ronde", "formulier") for step in seen.steps) > 1:
        yield "Of alle lijsten tegelijk", opened.command("ronde", "formulier", "--allen")
    present = {item.group for item in seen.standing if item.takes_part}
    if any(present.isdisjoint(item.question.groups) for item in seen.unasked):
        yield "Laat psoh mensen voorstellen voor wat niemand krijgt", opened.command("ronde", "plan")
    missed = {item.question.id for item in seen.unasked}
    for item in seen.standing:
        if item.takes_part and any(question.id in missed for question in item.open):
            yield "Vraag na wat nog open is", opened.command("interview", "--informant", item.id)
    if seen.count[InvitationState.PLANNED]:
        invited = ("ronde", "plan", "--informant", "NAAM", "--stand", "uitgenodigd")
        yield "Schrijf op wie u uitnodigde", opened.command(*invited)
    if seen.count[InvitationState.INVITED] or seen.count[InvitationState.BUSY]:
        yield "Kwam er een lijst terug? Lees hem in", f"{opened.reading} BESTAND"


def _afterwards(opened: OpenRound, seen: RoundStatus) -> Iterator[tuple[str, str]]:
    """Yield where the answers can be read, and what comes after the round when nobody has to answer any more."""
    from psoh_cli.shell import quoted
    from psoh_cli.vocabulary import AnswerKind

    known = seen.catalogue.question
    found = [known[name] for item in seen.standing for name in item.answers if name in known]
    answered = next(
        (item.id for item in (*(item for item in found if item.kind is AnswerKind.TEXT), *found)), ""
    )
    if answered:
        yield (
            "Lees wat ieder op een vraag zei, ook in eigen woorden",
            f"psoh uitleg {answered} {quoted(opened.folder)}",
        )
    if any(item.may_answer for item in seen.standing):
        return
    yield "Leg de antwoorden naast elkaar", opened.command("analyse")
    yield "Maak daarna het blad voor de klankbordgroep", opened.command("rapport", "--soort", "gesprekskaart")
    yield "Schrijf op wat zij besluit", opened.command("ronde", "besluit")
    yield "Meer mensen vragen kan ook", opened.command("ronde", "plan")


def _told(changed: Changed, seen: RoundStatus) -> Iterator[str]:
    """Name what was renamed, what is asked no more and what is new."""
    for change in changed.renamed:
        now = seen.catalogue.question.get(change.new or "")
        yield f"heet nu anders: ‘{change.text}’" + (
            f" is nu ‘{now.text}’" if now and now.text != change.text else ""
        )
    yield from (f"vervallen, het antwoord telt niet meer: ‘{change.text}’" for change in changed.dropped)
    new = changed.new[:_MOST_NEW]
    yield from (f"nieuw: ‘{question.text}’" for question in new)
    if len(changed.new) > len(new):
        yield f"nieuw: en nog {len(changed.new) - len(new)} meer"


def _summary(seen: RoundStatus) -> str:
    from psoh_cli.dutch import listing, plural

    counts = listing([f"{count} {state.value}" for state, count in seen.count.items() if count])
    known = sum(item.known for item in seen.themes)
    total = sum(len(item.questions) for item in seen.themes)
    return (
        f"{plural(len(seen.standing), 'informant', 'informanten')}: {counts}. "
        f"Op {known} van de {total} vragen is een antwoord bekend."
    )


def _row(item: Standing) -> tuple[str, ...]:
    last = item.last_answer_on or item.invited_on
    done = f"{item.answered} van {len(item.questions)}"
    return (item.id, _state(item), done, str(last or ""))


def _state(item: Standing) -> str:
    """Say how far somebody is, and of a talk how many took part."""
    from psoh_cli.dutch import plural

    if item.participants is None or not item.is_talk:
        return item.state_in_words
    return f"{item.state_in_words}, {plural(item.participants, 'deelnemer', 'deelnemers')}"


def _last(item: Standing) -> str:
    """Say the last that happened: an answer, or else the invitation."""
    if item.last_answer_on:
        return f"laatste antwoord {item.last_answer_on.in_words()}"
    return f"gevraagd {item.invited_on.in_words()}" if item.invited_on else ""
