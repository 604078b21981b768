"""What lists that came back would change, on the screen and as data."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from psoh_cli.came_in import NotUnderstood
    from psoh_cli.interview.answers import Answer
    from psoh_cli.interview.forms.preview import AnswerChange
    from psoh_cli.practices.question import Question
    from psoh_cli.sitting.returning import Pile, Returned


def show(pile: Pile) -> None:
    """Tell per file what it would change, what stays, and what psoh does not take over."""
    from psoh_cli.terminal import console

    for item in pile.returned:
        console.heading(f"{item.file}: {item.informant.role}")
        for remark in item.remarks:
            console.say(remark)
        for line in _lines(item):
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
    if preview.kept:
        count = count_of_questions(len(preview.kept))
        yield f"Leeg op de lijst of niet gevraagd; het antwoord in het interview blijft: {count}."
    if not preview.changes:
        yield "Er verandert niets."
    yield f"Daarna nog open: {count_of_questions(len(preview.open))}."
    strange = [line for one in preview.not_understood for line in _not_understood(one)]
    yield from _section("Niet begrepen", strange, len(preview.not_understood))
    told = [line for one in preview.warnings for line in (f"  {one.place.in_words()}", f"    {one.text}")]
    yield from _section("Let op", told, len(preview.warnings))
    yield ""


def _section(name: str, lines: list[str], count: int) -> Iterator[str]:
    if lines:
        yield f"{name} ({count}):"
        yield from lines


def _change(change: AnswerChange) -> Iterator[str]:
    yield f"  {change.question.text}"
    if change.before is None:
        yield f"    {_said(change.question, change.after)}"
    else:
        yield f"    was:   {_said(change.question, change.before)}"
        yield f"    wordt: {_said(change.question, change.after)}"


def _said(question: Question, answer: Answer) -> str:
    from psoh_cli.interview.wording import answer_text, detail_lines
    from psoh_cli.one_line import on_one_line

    said = " | ".join((answer_text(question, answer), *detail_lines(question, answer, plain=True)))
    return on_one_line(" / ".join(line.strip() for line in said.splitlines() if line.strip()))


def _not_understood(one: NotUnderstood) -> Iterator[str]:
    from psoh_cli.one_line import on_one_line

    yield f"  {one.place.in_words()}"
    said = "" if f"'{one.text}'" in one.why else f"‘{one.text}’: "
    yield on_one_line(f"    {said}{one.why}. {one.remedy}".rstrip())


def _returned(item: Returned, *, is_written: bool) -> dict[str, Any]:
    preview = item.preview
    return {
        "bestand": item.file,
        "informant": item.informant.id,
        "vorm": item.shape.value,
        "op": str(item.day),
        "opmerkingen": list(item.remarks),
        "nieuw": [{"vraag": one.question.id, "antwoord": _plain(one.after)} for one in preview.new],
        "gewijzigd": [
            {"vraag": one.question.id, "was": _plain(one.before), "wordt": _plain(one.after)}
            for one in preview.changed
        ],
        "hetzelfde": list(preview.same),
        "blijft": list(preview.kept),
        "open": list(preview.open),
        "niet_begrepen": [
            {"plek": one.place.in_words(), "tekst": one.text, "waarom": one.why, "wat_te_doen": one.remedy}
            for one in preview.not_understood
        ],
        "let_op": [{"plek": one.place.in_words(), "tekst": one.text} for one in preview.warnings],
        "geschreven": is_written,
    }


def _plain(answer: Answer | None) -> Any:
    return answer.model_dump(mode="json", by_alias=True, exclude_defaults=True) if answer else None
