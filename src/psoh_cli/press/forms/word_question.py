"""One question in a Word list: its text and reason, its boxes or place to write, what hangs on a choice, how sure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from psoh_cli.interview.forms.form import FormQuestion
from psoh_cli.interview.values import OTHER, has_choices, stands_alone
from psoh_cli.practices.question import Detail, Option
from psoh_cli.press.forms import words
from psoh_cli.press.forms.word_key import (
    ANSWER,
    CERTAINTY,
    CHOICE,
    DETAIL,
    MANY_DOTS,
    REMARK,
    WRITE_HERE,
    Spot,
)
from psoh_cli.press.forms.word_key import OTHER as OTHER_TEXT
from psoh_cli.press.forms.word_spots import Spots
from psoh_cli.press.word import paper
from psoh_cli.press.word.paper import MUTED, TINT
from psoh_cli.vocabulary import AnswerKind

_TEXT_WIDTH = 174.0
_CHOICE_WIDTH = 62.0
_WRITING_HEIGHT = 24
"""Of a place to write in, in millimetres: some four lines with a pen."""

_SHORT = 60
"""Letters of options that stand beside each other on one line."""


def write_question(word: Any, item: FormQuestion, *, spots: Spots, is_talk: bool) -> None:
    """Write a question with all its places, each filled with what was answered before."""
    heading = word.add_heading(level=3)
    spots.begin(heading, question=item.question.id, number=item.number)
    heading.add_run(f"{item.number}. {item.question.text}")
    for text, is_condition in (
        (item.condition, True),
        (_reason(item), False),
        (words.tip(item, is_talk=is_talk), False),
    ):
        if text:
            run = paper.coloured(_small(word.add_paragraph(), keep=True).add_run(text), MUTED)
            run.italic = is_condition
    for gone in words.not_on_the_list(item):
        _small(word.add_paragraph(), keep=True).add_run(f"Eerder was het antwoord ook: {gone}.")
    if not has_choices(item.question):
        _writing(word, item, spots=spots)
    elif item.question.details:
        _table(word, item, spots=spots)
    else:
        _choices(word, item, spots=spots)
    if words.asks_certainty(item, is_talk=is_talk):
        _how_sure(word, item, spots=spots)
    _remark(word, item, spots=spots, is_talk=is_talk)


def _reason(item: FormQuestion) -> str:
    return " ".join(filter(None, (item.question.explanation, words.hint(item.question))))


def _choices(word: Any, item: FormQuestion, *, spots: Spots) -> None:
    options = words.options_of(item)
    is_one_line = item.question.kind is AnswerKind.YES_NO_PARTLY or (
        sum(len(option.label) for option in options) <= _SHORT
        and not any(option.value == OTHER for option in options)
    )
    paragraph = None
    for option in options:
        if paragraph is None or not is_one_line:
            paragraph = _small(word.add_paragraph(), keep=True)
        else:
            paragraph.add_run("     ")
        _box(paragraph, option, item, spots=spots)


def _box(paragraph: Any, option: Option, item: FormQuestion, *, spots: Spots) -> None:
    """Put an option with its box, and where it needs more words a place for them."""
    question = item.question
    spot = Spot(name="", question=question.id, kind=CHOICE, value=option.value, is_box=True)
    title = f"Vraag {item.number}: {option.label}"
    spots.box(paragraph, spot, title=title, is_ticked=option.value in words.chosen(item))
    paragraph.add_run(f" {option.label}")
    if option.value == OTHER and has_choices(question):
        paragraph.add_run(", namelijk: ")
        now = (item.current.other if item.current else None) or ""
        spot = Spot(name="", question=question.id, kind=OTHER_TEXT)
        spots.text(paragraph, spot, title=f"Vraag {item.number}: namelijk", now=now)


def _writing(word: Any, item: FormQuestion, *, spots: Spots) -> None:
    """Put a place to write: a line for a number or a date, a frame for a text."""
    question = item.question
    spot = Spot(name="", question=question.id, kind=ANSWER)
    title, now = f"Vraag {item.number}: uw antwoord", words.written(item)
    if question.kind is AnswerKind.TEXT:
        spots.text(_frame(word, keep=True), spot, title=title, now=now, placeholder=WRITE_HERE)
    else:
        paragraph = _small(word.add_paragraph("Uw antwoord: "), keep=True)
        spots.text(paragraph, spot, title=title, now=now)
        paragraph.add_run(f" {question.unit}" if question.unit else "")
    paragraph = _small(word.add_paragraph(), keep=True)
    for place, option in enumerate(words.options_of(item)):
        paragraph.add_run("     " if place else "")
        _box(paragraph, option, item, spots=spots)


def _table(word: Any, item: FormQuestion, *, spots: Spots) -> None:
    """Put a row for each option, with what is asked about it beside it."""
    details = item.question.details
    widths = (_CHOICE_WIDTH, *((_TEXT_WIDTH - _CHOICE_WIDTH) / len(details) for _ in details))
    table = word.add_table(rows=1, cols=len(widths))
    table.autofit = False
    paper.rule(table, widths=widths)
    heads = ("Antwoord", *(_asked(detail, item) for detail in details))
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        _small(cell.paragraphs[0], keep=True).add_run(head).bold = True
        paper.shade(cell, TINT)
    paper.mark_heading(table.rows[0])
    for option in words.options_of(item):
        row = table.add_row()
        _box(_small(row.cells[0].paragraphs[0]), option, item, spots=spots)
        if option.value not in stands_alone(item.question):
            for cell, detail in zip(row.cells[1:], details, strict=True):
                _detail(_small(cell.paragraphs[0]), detail, option, item, spots=spots)
    for row in table.rows:
        paper.keep_whole(row)
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = paper.millimetres(width)


def _detail(paragraph: Any, detail: Detail, option: Option, item: FormQuestion, *, spots: Spots) -> None:
    said: Mapping[str, str] = item.current.details.get(option.value, {}) if item.current else {}
    now = said.get(detail.id, "")
    spot = Spot(name="", question=item.question.id, kind=DETAIL, value=option.value, detail=detail.id)
    title = f"Vraag {item.number}, {option.label}: {detail.text}"
    choices = words.detail_options(detail, item.question)
    if choices:
        label = next((choice.label for choice in choices if choice.value == now), now)
        spots.pick(paragraph, spot, title=title, labels=tuple(choice.label for choice in choices), now=label)
    else:
        spots.text(paragraph, spot, title=title, now=words.as_typed(now, kind=detail.kind))


def _asked(detail: Detail, item: FormQuestion) -> str:
    """Write what is asked with what can be chosen, which nobody sees on paper otherwise."""
    own = [choice.label for choice in words.detail_options(detail, item.question)]
    shown = " / ".join(own[:-2]).lower() if own else (detail.unit or "")
    return f"{detail.text} ({shown})" if shown else detail.text


def _how_sure(word: Any, item: FormQuestion, *, spots: Spots) -> None:
    paragraph = _small(word.add_paragraph(), keep=True)
    paper.coloured(paragraph.add_run("Hoe zeker bent u? "), MUTED)
    now = item.current.certainty if item.current else None
    for option in words.CERTAINTIES:
        spot = Spot(name="", question=item.question.id, kind=CERTAINTY, value=option.value, is_box=True)
        title = f"Vraag {item.number}: hoe zeker? {option.label}"
        spots.box(paragraph, spot, title=title, is_ticked=option.value == now)
        paper.coloured(paragraph.add_run(f" {option.label}   "), MUTED)


def _remark(word: Any, item: FormQuestion, *, spots: Spots, is_talk: bool) -> None:
    """Put a line for a remark; for a talk a frame with room for what people say."""
    remark = (item.current.remark if item.current else None) or ""
    spot = Spot(name="", question=item.question.id, kind=REMARK)
    title = f"Vraag {item.number}: opmerking"
    if is_talk and has_choices(item.question):
        paper.coloured(_small(word.add_paragraph(), keep=True).add_run("Wat mensen zeggen:"), MUTED)
        spots.text(_frame(word, keep=False), spot, title=title, now=remark, placeholder=WRITE_HERE)
        return
    paragraph = _small(word.add_paragraph())
    paper.coloured(paragraph.add_run("Opmerking: "), MUTED)
    spots.text(paragraph, spot, title=title, now=remark, placeholder=MANY_DOTS)


def _frame(word: Any, *, keep: bool) -> Any:
    """Put a frame with room to write with a pen; give the paragraph in it."""
    from docx.shared import Mm

    table = word.add_table(rows=1, cols=1)
    paper.rule(table, widths=(_TEXT_WIDTH,))
    table.rows[0].height = Mm(_WRITING_HEIGHT)
    return _small(table.rows[0].cells[0].paragraphs[0], keep=keep)


def _small(paragraph: Any, *, keep: bool = False) -> Any:
    """Set a line close to the next, and keep it with that where it must not stand alone."""
    paragraph.paragraph_format.space_after = paper.points(1)
    paragraph.paragraph_format.keep_with_next = keep
    return paragraph
