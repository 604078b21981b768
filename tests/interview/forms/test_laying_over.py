"""A list sent with answers that came back otherwise: the interview says what the list says, and the rest is told."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.interview.changes import with_changes
from tests.interview.forms.lists import (
    DAY,
    TODAY,
    answer,
    catalogue,
    form,
    informant,
    interviews,
    question,
    sheets_with,
    told,
)  # fmt: skip
from tests.press.forms.lists import as_page_writes

from psoh_cli.came_in import Place
from psoh_cli.dutch import PartialDate
from psoh_cli.errors import BusyError
from psoh_cli.interview import interview_files
from psoh_cli.interview.answers import Answer
from psoh_cli.interview.forms import applying_file
from psoh_cli.interview.forms.filled import Filled, FilledAnswer
from psoh_cli.interview.forms.page_reading import read_json
from psoh_cli.interview.forms.preview import Preview, compare
from psoh_cli.interview.forms.sheet import ANSWER, REMARK, SURE, rows
from psoh_cli.interview.forms.sheet_file import write_xlsx
from psoh_cli.interview.forms.understanding import Understood, understand
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.question import Question, QuestionChange
from psoh_cli.vocabulary import AnswerKind
from psoh_cli.workbooks.reading_file import read_workbook

PLACE = Place(file="lijst.xlsx")
YES_NO = question(AnswerKind.YES_NO_PARTLY)
REPEATED = next(item for item in catalogue().questions if item.details)
FIRST, SECOND = (option.value for option in REPEATED.choices()[:2])
DETAIL = next(item for item in REPEATED.details if item.options or item.kind is AnswerKind.YES_NO_PARTLY)
STORED = DETAIL.options[0].value if DETAIL.options else "ja"
FULL = Answer(values=("ja",), remark="Werkt goed.", certainty="onzeker", sources=("arq",), day="2026-01-02")


def understood(
    item: Question, *values: str, made_on: date = TODAY, known: Catalogue | None = None, **more: Any
) -> Understood:
    filled = Filled(
        file="lijst.xlsx",
        informant="huisarts-linde",
        code="GM9999",
        group=item.groups[0],
        knowledge_version=catalogue().version,
        made_on=made_on,
        answers=(FilledAnswer(question=item.id, values=values, place=PLACE, **more),),
    )
    return understand(filled, catalogue=known or catalogue(), as_of=TODAY)


def laid(item: Question, old: Answer, *values: str, day: PartialDate = DAY, **more: Any) -> Preview:
    not_over = more.pop("not_over", None)
    who = informant(item.groups[0], {item.id: old})
    return compare(understood(item, *values, **more), who, catalogue=catalogue(), day=day, not_over=not_over)


def words(preview: Preview) -> str:
    return " ".join(one.text for one in preview.warnings)


def test_a_new_answer_inherits_nothing() -> None:
    preview = laid(YES_NO, FULL, "nee")
    (change,) = preview.changed
    assert change.after == Answer(
        values=("nee",), remark="Bij een eerder antwoord (‘Ja’): Werkt goed.", day=DAY
    )
    for word in ("opmerking", "Hoe zeker", "bronnen"):
        assert word in words(preview)
    assert change.days == (PartialDate(2026, 1, 2), DAY)


def test_and_it_stays_so_when_the_list_is_read_again() -> None:
    once = laid(YES_NO, FULL, "nee").answers[YES_NO.id]
    again = laid(YES_NO, once, "nee")
    assert (again.changes, again.same) == ((), (YES_NO.id,))
    back = laid(YES_NO, once, "deels").answers[YES_NO.id]
    assert back.remark == once.remark, "the words before it are put there once"


@pytest.mark.parametrize("before", [None, FULL])
def test_nobody_is_sure_of_not_knowing(before: Answer | None) -> None:
    who = informant(YES_NO.groups[0], {YES_NO.id: before} if before else {})
    said = understood(YES_NO, "weet-niet", certainty="zeker")
    preview = compare(said, who, catalogue=catalogue(), day=DAY)
    assert preview.answers[YES_NO.id].certainty is None
    assert "‘Weet ik niet’ past niet" in words(preview)


def test_what_was_taken_away_on_the_list_goes_and_is_told() -> None:
    gone = {"opmerking": "Werkt goed.", "zekerheid": ""}
    preview = laid(YES_NO, FULL, "ja", cleared=gone)
    assert preview.answers[YES_NO.id] == Answer(values=("ja",), sources=("arq",), day=DAY)
    assert words(preview).count("weggehaald") == 2


def test_but_not_what_was_written_since() -> None:
    newer = FULL.model_copy(update={"remark": "Heel iets anders."})
    preview = laid(YES_NO, newer, "ja", cleared={"opmerking": "Werkt goed."})
    assert (preview.changes, "ook een opmerking" in words(preview)) == ((), True)
    late = FULL.model_copy(update={"day": PartialDate(2026, 11, 23)})
    assert laid(YES_NO, late, "ja", cleared={"zekerheid": ""}).changes == ()


def test_what_the_list_never_held_stays_and_is_told() -> None:
    preview = laid(YES_NO, FULL, "ja")
    assert (preview.changes, preview.same) == ((), (YES_NO.id,))
    assert "psoh interview" in words(preview)


def test_an_answer_that_was_taken_away_stays_and_is_told() -> None:
    preview = laid(YES_NO, FULL, cleared={"antwoord": "", "opmerking": "Werkt goed."})
    after = preview.answers[YES_NO.id]
    assert (after.values, after.remark, after.day) == (("ja",), None, FULL.day)
    assert "In het interview blijft het staan" in words(preview)


@pytest.mark.parametrize("values", [(FIRST,), ("weet-niet",)])
def test_what_was_said_about_a_choice_that_goes_is_told(values: tuple[str, ...]) -> None:
    about = {choice: {DETAIL.id: STORED} for choice in (FIRST, SECOND)}
    preview = laid(REPEATED, Answer(values=(FIRST, SECOND), details=about), *values)
    dropped = 2 - len(preview.answers[REPEATED.id].details)
    assert words(preview).count("niet meer gekozen") == dropped > 0


def test_what_was_said_about_a_choice_follows_its_new_name() -> None:
    change = QuestionChange(
        id=REPEATED.id,
        text="Oud?",
        new=REPEATED.id,
        values={"oud-x": FIRST},
        since="2026.2",
        why="Duidelijker.",
    )
    found = understood(
        REPEATED,
        "oud-x",
        known=with_changes(catalogue(), change),
        details={"oud-x": {DETAIL.id: STORED}},
        cleared={f"oud-x/{DETAIL.id}": ""},
    )
    assert found.answers[REPEATED.id].details == {FIRST: {DETAIL.id: STORED}}
    assert (found.not_understood, found.cleared) == ((), {REPEATED.id: {f"{FIRST}/{DETAIL.id}": ""}})


def test_an_older_list_leaves_a_newer_answer_and_shows_both() -> None:
    newer = Answer(values=("ja",), day="2026-10-01")
    older = date(2026, 7, 1)
    preview = laid(YES_NO, newer, "nee", day=PartialDate(2026, 7, 1), not_over=older)
    (stays,) = preview.newer_stays
    assert (preview.changes, stays.before, stays.after.values) == ((), newer, ("nee",))
    assert stays.days == (PartialDate(2026, 10, 1), PartialDate(2026, 7, 1))
    assert laid(YES_NO, newer, "nee", day=PartialDate(2026, 7, 1)).answers[YES_NO.id].values == ("nee",)
    vague = Answer(values=("ja",), day="2026")
    assert laid(YES_NO, vague, "nee", not_over=older).newer_stays == (), (
        "a year does not tell that it is later"
    )


def test_empty_and_not_on_the_list_are_two_things() -> None:
    fresh = next(item for item in catalogue().questions if item.since is not None)
    old = next(
        item for item in catalogue().questions if item.since is None and fresh.groups[0] in item.groups
    )
    answers = {item.id: Answer(values=("weet-niet",)) for item in (fresh, old)}
    made_before = Understood(knowledge_version="2026.1")
    preview = compare(made_before, informant(fresh.groups[0], answers), catalogue=catalogue(), day=DAY)
    assert (preview.kept, preview.absent) == ((old.id,), (fresh.id,))


def test_nothing_comes_between_comparing_and_writing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "interviews" / "huisarts-linde.yaml"
    path.parent.mkdir()
    interview_files.create_interview(
        path, group="huisarts", role="Huisarts", knowledge_version=catalogue().version, day=DAY
    )
    now, _ = interview_files.read_interview(path)
    assert now is not None
    said = understood(YES_NO, "nee")
    preview = compare(said, now, catalogue=catalogue(), day=DAY)
    refused: list[str] = []
    write = interview_files.record_held

    def late(*given: Any, **named: Any) -> None:
        with pytest.raises(BusyError) as busy:
            interview_files.record(path, YES_NO.id, Answer(values=("ja",)))
        refused.append(busy.value.message)
        write(*given, **named)

    monkeypatch.setattr(applying_file, "record_held", late)
    assert applying_file.apply(path, preview, understood=said, newcomer=None, catalogue=catalogue(), day=DAY)
    assert "al een andere opdracht" in refused[0]


@st.composite
def worlds(draw: st.DrawFn) -> tuple[str, dict[str, Answer], dict[str, Answer]]:
    """Make up an interview, and what the list says when somebody changed and cleared what stood on it."""
    group = draw(st.sampled_from(("huisarts", "ggz", "ketenpartner")))
    before = draw(interviews(group))
    said = dict(before)
    for name, old in before.items():
        what = draw(st.sampled_from(("keep", "change", "clear", "clear")))
        if what == "change":
            said[name] = draw(answer(catalogue().question[name]))
        elif what == "clear":
            said[name] = old.model_copy(update={"remark": None, "certainty": None, "details": {}})
    return group, before, said


def expect(preview: Preview, before: Mapping[str, Answer], said: Mapping[str, Answer]) -> None:
    """Expect the interview to hold exactly what the list says."""
    assert (preview.not_understood, preview.held, preview.kept, preview.newer_stays) == ((), (), (), ())
    after = {**before, **preview.answers}
    for name, on_list in said.items():
        now = after[name].model_copy(update={"day": None})
        sound = {"certainty": None} if on_list.is_unknown and on_list != before[name] else {}
        same = {*on_list.values} == {*before[name].values}
        if on_list.other is None and same and before[name].other:
            sound["other"] = None
        assert now == on_list.model_copy(update=sound), name


@settings(max_examples=4)
@given(worlds())
def test_the_interview_holds_exactly_what_the_workbook_says(
    world: tuple[str, dict[str, Answer], dict[str, Answer]],
) -> None:
    group, before, said = world
    cells = {
        (row.id, row.part, column): text
        for row in rows(form(group, said))
        if row.id in said
        for column, text in zip((ANSWER, SURE, REMARK), row.said, strict=True)
    }
    sheets = read_workbook(write_xlsx(form(group, before)), "lijst.xlsx")
    found = told(sheets_with(cells, sheets))
    expect(compare(found, informant(group, before), catalogue=catalogue(), day=DAY), before, said)


@settings(max_examples=8)
@given(worlds())
def test_and_exactly_what_the_page_says(world: tuple[str, dict[str, Answer], dict[str, Answer]]) -> None:
    group, before, said = world
    filled = read_json(as_page_writes(form(group, before), said), file="a.json")
    found = understand(filled, catalogue=catalogue(), as_of=TODAY)
    expect(compare(found, informant(group, before), catalogue=catalogue(), day=DAY), before, said)
