"""What lists that came back would change, on the screen and as data."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from psoh_cli.came_in import NotUnderstood
    from psoh_cli.interview.answers import Answer
    from psoh_cli.interview.forms.preview import AnswerChange
    from psoh_cli.practices.question import Question
    from psoh_cli.sitting.returning import Pile, Returned


_LONGEST = 400
"""How much of an answer a preview shows."""


def show(pile: Pile, *, folder: Path) -> None:
    """Tell per file what it would change, what stays, and what psoh does not take over; when quiet only the last."""
    from psoh_cli.terminal import console

    for item in pile.returned:
        if console.is_quiet():
            for line in (*_strange(item, folder=folder), *_held(item)):
                console.out(line)
            continue
        console.heading(f"{item.file}: {item.informant.role}")
        for remark in item.remarks:
            console.say(remark)
        for line in (*_lines(item), *_strange(item, folder=folder), *_held(item), *_warnings(item), ""):
            console.out(line)
    for refused in pile.refused:
        console.error(f"{refused.error.message} {refused.error.remedy}".rstrip())


def as_data(pile: Pile, *, written: tuple[str, ...]) -> str:
    """Give the same as data."""
    files = [
        *(_returned(item, is_written=item.file in written) for item in pile.returned),
        *(
            {"bestand": item.file, "fout": item.error.message, "wat_te_doen": item.error.remedy}
            for item in pile.refused
        ),
    ]
    return json.dumps({"bestanden": files}, ensure_ascii=False, indent=2)


def _lines(item: Returned) -> Iterator[str]:
    from psoh_cli.interview.values import count_of_questions

    preview = item.preview
    yield from _section(
        "Nieuw", [line for change in preview.new for line in _change(change)], len(preview.new)
    )
    changed = [line for change in preview.changed for line in _change(change)]
    yield from _section("Gewijzigd", changed, len(preview.changed))
    if preview.same:
        yield f"Hetzelfde als in het interview: {count_of_questions(len(preview.same))}."
    for what, names in (("Leeg op de lijst", preview.kept), ("Niet op de lijst", preview.absent)):
        if names:
            yield f"{what}; het antwoord in het interview blijft: {count_of_questions(len(names))}."
    newer = [line for change in preview.newer_stays for line in _newer_stays(change)]
    yield from _section(
        "In het interview staat een antwoord van een latere dag; dat blijft", newer, len(preview.newer_stays)
    )
    if newer:
        yield "  Moet de lijst toch gelden, geef dan --vervang-nieuwer. Is de lijst later ingevuld: --op DATUM"
    if not preview.changes:
        yield "Er verandert niets."
    yield f"Daarna nog open: {count_of_questions(len(preview.open))}."
    if item.participants is not None:
        yield f"Aantal deelnemers volgens de lijst: {item.participants}. Dat hoort in ronde.yaml."


def _strange(item: Returned, *, folder: Path) -> Iterator[str]:
    """Tell what was not understood, and what somebody can do with it now."""
    from psoh_cli.interview.forms.asking_again import mail
    from psoh_cli.shell import quoted

    strange = item.preview.not_understood
    yield from _section(
        "Niet begrepen", [line for one in strange for line in _not_understood(one)], len(strange)
    )
    if not strange:
        return
    yield "Wat u nu kunt doen:"
    yield "  Weet u wat er is bedoeld? Verbeter dan het vak in het bestand, en lees het opnieuw."
    yield f"  Of vul het zelf in: psoh interview {quoted(folder)} --informant {item.informant.id}"
    again = mail(strange)
    if again:
        yield "  Of vraag het na. Een tekst voor uw mail:"
        yield ""
        yield from (f"    {line}".rstrip() for line in again.splitlines())


def _held(item: Returned) -> Iterator[str]:
    """Tell which texts wait, because they seem to be about a person."""
    held = item.preview.held
    lines = [line for one in held for line in _not_understood(one.told)]
    yield from _section("Wacht op u, want het lijkt over een persoon te gaan", lines, len(held))


def _warnings(item: Returned) -> Iterator[str]:
    from psoh_cli.line_ends import joined

    warnings = item.preview.warnings
    told = [line for one in warnings for line in (f"  {one.place.in_words()}", f"    {joined(one.text)}")]
    yield from _section("Let op", told, len(warnings))


def _section(name: str, lines: list[str], count: int) -> Iterator[str]:
    if lines:
        yield f"{name} ({count}):"
        yield from lines


def _change(change: AnswerChange) -> Iterator[str]:
    yield f"  {change.question.text}"
    if change.before is None:
        yield f"    {_said(change.question, change.after)}"
    else:
        days = [f" ({day.in_words()})" for day in change.days] if change.days else ["", ""]
        yield f"    was:   {_said(change.question, change.before)}{days[0]}"
        yield f"    wordt: {_said(change.question, change.after)}{days[1]}"


def _newer_stays(change: AnswerChange) -> Iterator[str]:
    yield f"  {change.question.text}"
    for what, day, answer in (
        ("blijft:  ", change.before_day, change.before),
        ("de lijst:", change.after.day, change.after),
    ):
        if answer is not None:
            yield f"    {what} {_said(change.question, answer)} ({day.in_words() if day else 'dag onbekend'})"


def _said(question: Question, answer: Answer) -> str:
    from psoh_cli.interview.wording import answer_text, detail_lines
    from psoh_cli.line_ends import joined
    from psoh_cli.one_line import on_one_line

    said = " | ".join((answer_text(question, answer), *detail_lines(question, answer, plain=True)))
    shown = on_one_line(joined(said))
    return shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST].rstrip()}… ({len(shown)} tekens)"


def _not_understood(one: NotUnderstood) -> Iterator[str]:
    from psoh_cli.line_ends import joined
    from psoh_cli.one_line import on_one_line

    yield f"  {one.place.in_words()}"
    said = "" if not one.text or f"'{one.text}'" in one.why else f"‘{one.text}’: "
    yield f"    {on_one_line(joined(f'{said}{one.why}. {one.remedy}'))}"


def _returned(item: Returned, *, is_written: bool) -> dict[str, Any]:
    from psoh_cli.interview.forms.asking_again import mail

    preview = item.preview
    return {
        "bestand": item.file,
        "informant": item.informant.id,
        "vorm": item.shape.value,
        "op": None if item.asks_day else str(item.day),
        "opmerkingen": list(item.remarks),
        "nieuw": [{"vraag": one.question.id, "antwoord": _plain(one.after)} for one in preview.new],
        "gewijzigd": [
            {"vraag": one.question.id, "was": _plain(one.before), "wordt": _plain(one.after)}
            for one in preview.changed
        ],
        "nieuwer_blijft": [
            {"vraag": one.question.id, "blijft": _plain(one.before), "lijst": _plain(one.after)}
            for one in preview.newer_stays
        ],
        "hetzelfde": list(preview.same),
        "blijft": list(preview.kept),
        "niet_op_de_lijst": list(preview.absent),
        "open": list(preview.open),
        "niet_begrepen": [
            {"plek": one.place.in_words(), "tekst": one.text, "waarom": one.why, "wat_te_doen": one.remedy}
            for one in preview.not_understood
        ],
        "wacht_op_u": [
            {"plek": told.place.in_words(), "waarom": told.why, "wat_te_doen": told.remedy}
            for told in (one.told for one in preview.held)
        ],
        "let_op": [{"plek": one.place.in_words(), "tekst": one.text} for one in preview.warnings],
        "aantal_deelnemers": item.participants,
        "mail": mail(preview.not_understood),
        "geschreven": is_written,
    }


def _plain(answer: Answer | None) -> Any:
    return answer.model_dump(mode="json", by_alias=True, exclude_defaults=True) if answer else None
