"""How a question list looks as a workbook: its sheets, columns, rows and words, for the writer and the reader."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from psoh_cli.dutch import listing
from psoh_cli.interview import certainty as certainty_words
from psoh_cli.interview.answers import Answer
from psoh_cli.interview.details import as_question, choices_to_tell_of
from psoh_cli.interview.forms.form import Form, FormQuestion
from psoh_cli.interview.values import OTHER, all_options, divided_answers, divided_label, has_choices, label
from psoh_cli.practices.question import Detail, Option, Question, Theme
from psoh_cli.vocabulary import AnswerCertainty, AnswerKind

SHEET = "Vragen"
HIDDEN_SHEET = "psoh"

HEADINGS = (
    "id", "deel", "Nr.", "Vraag", "Uw antwoord", "Hoe zeker?", "Opmerking", "Waarom wij dit vragen",
)  # fmt: skip
ID, PART, NUMBER, QUESTION, ANSWER, SURE, REMARK, WHY = range(len(HEADINGS))
SAID = (ANSWER, SURE, REMARK)
"""The columns in which somebody writes."""

OURS = "psoh"
"""Stands in the column of ids where a row is ours and asks nothing."""

ANSWERED_ON = "Ingevuld op"
PARTICIPANTS = "Aantal deelnemers"
OTHER_PART = "anders"
ALONE_PART = "overal"
"""Of a question with several choices: the row for the two answers that stand alone."""
OPTION_PART = "optie"
"""Ahead of the value of an option: the row to mark when it fits."""
CROSS = "x"
_DIVIDED = "ja en nee"
SURE_WORDS = {certainty: certainty_words.shown(certainty) for certainty in AnswerCertainty}

Kind = Literal["thema", "vraag", "optie", "detail", "anders", "overal"]
Entry = Literal["keuze", "kruis", "getal", "datum", "tekst", "niets"]


@dataclass(frozen=True, kw_only=True)
class SheetRow:
    """One row beneath the headings. `part` tells apart what belongs to one question; empty is the question itself."""

    kind: Kind
    id: str
    part: str = ""
    number: str = ""
    text: str
    condition: str = ""
    how: str = ""
    """In a few words how to answer, beneath the question."""
    why: str = ""
    entry: Entry = "tekst"
    answer: str = ""
    sure: str = ""
    remark: str = ""
    choices: tuple[str, ...] = ()
    hint: str = ""
    least: int = 0

    @property
    def said(self) -> tuple[str, str, str]:
        """What stands in the columns in which somebody writes."""
        return self.answer, self.sure, self.remark


def rows(form: Form) -> Iterator[SheetRow]:
    """Write the rows of the list: a heading per theme, a row per question, and one for each part of an answer."""
    theme = ""
    for item in form.questions:
        if item.theme.id != theme:
            theme = item.theme.id
            yield _heading(item.theme)
        yield from _question(item, is_talk=form.is_talk)


def option_part(value: str) -> str:
    """Name the part of an answer that is one option to mark."""
    return f"{OPTION_PART}/{value}"


def _heading(theme: Theme) -> SheetRow:
    return SheetRow(kind="thema", id=OURS, text=theme.name, why=theme.introduction)


def _question(item: FormQuestion, *, is_talk: bool) -> Iterator[SheetRow]:
    question, current = item.question, item.current
    many = question.kind is AnswerKind.MULTIPLE
    values = current.values if current else ()
    own = question.choices()
    alone = tuple(option.label for option in all_options(question) if option not in own)
    shown = () if many else values
    yield SheetRow(
        kind="vraag",
        id=question.id,
        number=str(item.number),
        text=question.text,
        condition=item.condition,
        how=_how(question, is_talk=is_talk),
        why=question.explanation,
        entry="niets" if many else "keuze" if has_choices(question) else _entry(question.kind),
        answer=_answer(question, shown) if shown else "",
        sure=SURE_WORDS[current.certainty] if current and current.certainty else "",
        remark=current.remark or "" if current else "",
        choices=_choices(question) if has_choices(question) and not many else (),
        hint=_hint(question.kind, question.unit),
        least=question.minimum or 0,
    )  # fmt: skip
    for option in question.choices() if many else ():
        yield _option(item, option, is_chosen=option.value in values)
        for detail in question.details if choices_to_tell_of(question, (option.value,)) else ():
            yield _detail(item, option, detail)
    if any(option.value == OTHER for option in question.choices()):
        yield SheetRow(
            kind="anders",
            id=question.id,
            part=OTHER_PART,
            text=f"{label(question, OTHER)}, namelijk:",
            answer=current.other or "" if current else "",
        )
    if many:
        yield SheetRow(
            kind="overal",
            id=question.id,
            part=ALONE_PART,
            text="Of kies hier: weet ik niet, of niet van toepassing",
            entry="keuze",
            answer=next((label(question, value) for value in values if label(question, value) in alone), ""),
            choices=alone,
        )


def _choices(question: Question) -> tuple[str, ...]:
    """Give what can be chosen from; a group that was divided says so in one choice."""
    divided = (divided_label(question, values) for values in divided_answers(question))
    return (*(option.label for option in question.choices()), *divided, *(
        option.label for option in all_options(question) if option not in question.choices()
    ))  # fmt: skip


def _answer(question: Question, values: tuple[str, ...]) -> str:
    return (
        divided_label(question, values)
        if values in divided_answers(question)
        else _shown(question, values[0])
    )


def _option(item: FormQuestion, option: Option, *, is_chosen: bool) -> SheetRow:
    return SheetRow(
        kind="optie",
        id=item.question.id,
        part=option_part(option.value),
        text=option.label,
        entry="kruis",
        answer=CROSS if is_chosen else "",
        choices=(CROSS,),
    )


def _detail(item: FormQuestion, option: Option, detail: Detail) -> SheetRow:
    said = _said(item.current, option.value, detail)
    asked = as_question(detail, item.question)
    return SheetRow(
        kind="detail",
        id=item.question.id,
        part=f"{option.value}/{detail.id}",
        text=detail.text,
        entry="keuze" if has_choices(asked) else _entry(detail.kind),
        answer=_shown(asked, said) if said else "",
        choices=tuple(choice.label for choice in all_options(asked)) if has_choices(asked) else (),
        hint=_hint(detail.kind, detail.unit),
        least=detail.minimum or 0,
    )


def _said(answer: Answer | None, choice: str, detail: Detail) -> str:
    return answer.details.get(choice, {}).get(detail.id, "") if answer else ""


def _shown(question: Question, value: str) -> str:
    """Write a value as somebody would fill it in: a number stands bare."""
    return value if question.kind is AnswerKind.NUMBER and value.isdecimal() else label(question, value)


def _entry(kind: AnswerKind) -> Entry:
    return {AnswerKind.NUMBER: "getal", AnswerKind.DATE: "datum"}.get(kind, "tekst")  # type: ignore[return-value]


def _how(question: Question, *, is_talk: bool) -> str:
    tip = f" Tip: {question.caution}" if is_talk and question.caution else ""
    if divided_answers(question):
        return f"Kies: ja, deels of nee. Zegt de groep iets verschillends? Kies dan: {_DIVIDED}.{tip}"
    return f"{_how_to_answer(question)}{tip}"


def _how_to_answer(question: Question) -> str:
    if question.kind is AnswerKind.YES_NO_PARTLY:
        return f"Kies: {listing([option.label for option in question.choices()], last='of')}."
    unit = f" ({question.unit})" if question.unit else ""
    mark = f"Zet hieronder een {CROSS} bij elk antwoord dat past."
    return {
        AnswerKind.CHOICE: "Kies één antwoord uit de lijst.",
        AnswerKind.MULTIPLE: f"{mark} De vragen eronder gaan over dat antwoord."
        if question.details
        else mark,
        AnswerKind.NUMBER: f"Een heel getal{unit}.",
        AnswerKind.DATE: "Een dag, een maand of een jaar.",
    }.get(question.kind, "In uw eigen woorden.")


def _hint(kind: AnswerKind, unit: str | None) -> str:
    if kind is AnswerKind.NUMBER:
        return f"Vul een heel getal in{f' ({unit})' if unit else ''}, of: Weet ik niet."
    return "Bijvoorbeeld: 31-3-2026, maart 2026 of 2026." if kind is AnswerKind.DATE else ""
