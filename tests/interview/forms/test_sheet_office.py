"""LibreOffice opens a list and saves it again, as a partner does, in every form it has; the same answers come back."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from tests.conftest import missing
from tests.interview.forms.lists import (
    TODAY,
    catalogue,
    filled_in,
    form,
    informant,
    previewed,
    read,
    understood,
)

from psoh_cli.interview.answers import Answer
from psoh_cli.interview.details import as_question, choices_to_tell_of
from psoh_cli.interview.forms.reading_file import read_sheet, shape_of
from psoh_cli.interview.forms.sheet_file import write_xlsx
from psoh_cli.interview.forms.understanding import understand
from psoh_cli.interview.questionnaire import Questionnaire
from psoh_cli.interview.values import all_options, has_choices
from psoh_cli.practices.question import Question
from psoh_cli.vocabulary import AnswerCertainty, AnswerKind

pytestmark = [pytest.mark.slow, pytest.mark.conformance]

_FILTERS = {"xlsx": "xlsx:Calc MS Excel 2007 XML", "ods": "ods", "xls": "xls:MS Excel 97"}
_NASTY = "=1+1 is 'geen' \"formule\"; 007 & <b>\n2e regel, é ✓"


def test_saved_again_it_says_the_same(tmp_path: Path) -> None:
    answers = _answers("ketenpartner")
    given = {
        "leeg-ingevuld": filled_in(answers, "ketenpartner"),
        "verstuurd": write_xlsx(form("ketenpartner", answers)),
    }
    for ending, how in _FILTERS.items():
        for name, data in _saved_again(given, how=how, ending=ending, folder=tmp_path).items():
            assert shape_of(data, file=name) == "werkblad"
            filled = read_sheet(data, file="lijst.xlsx")
            assert (filled.informant, filled.group, filled.made_on) == (
                "huisarts-linde",
                "ketenpartner",
                TODAY,
            )
            assert all(item.as_sent for item in filled.answers if not item.is_empty) is (name == "verstuurd")
            found = understand(filled, catalogue=catalogue(), as_of=TODAY)
            assert (ending, name, found.not_understood) == (ending, name, ())
            assert found.answers == answers


def test_the_answers_here_hold_every_kind() -> None:
    answers = _answers("ketenpartner")
    kinds = {catalogue().question[name].kind for name in answers}
    assert {AnswerKind.YES_NO_PARTLY, AnswerKind.MULTIPLE, AnswerKind.TEXT} <= kinds
    assert any(answer.details for answer in answers.values())
    assert understood(filled_in(answers, "ketenpartner")).answers == answers
    assert read(write_xlsx(form("ketenpartner", answers))).informant == informant().id
    assert previewed(write_xlsx(form("ketenpartner", answers)), "ketenpartner", answers).changes == ()


def _answers(group: str) -> dict[str, Answer]:
    answers: dict[str, Answer] = {}
    questionnaire = Questionnaire(catalogue(), group)
    for number, item in enumerate(questionnaire.questions):
        if questionnaire.applies(item, answers):
            answers[item.id] = _answer(item, remark=_NASTY if number % 3 == 0 else None)
    return answers


def _answer(item: Question, *, remark: str | None) -> Answer:
    values = _values(item)
    details = {
        choice: {detail.id: _values(as_question(detail, item))[0] for detail in item.details}
        for choice in choices_to_tell_of(item, values)
    }
    return Answer(
        values=values,
        certainty=AnswerCertainty.FAIRLY_SURE,
        remark=remark,
        details={choice: said for choice, said in details.items() if said},
    )


def _values(item: Question) -> tuple[str, ...]:
    if item.kind is AnswerKind.MULTIPLE:
        return tuple(option.value for option in item.choices()[:2])
    if has_choices(item):
        return (all_options(item)[0].value,)
    return ({AnswerKind.NUMBER: "12", AnswerKind.DATE: "2025-03"}.get(item.kind, _NASTY),)


def _saved_again(given: dict[str, bytes], *, how: str, ending: str, folder: Path) -> dict[str, bytes]:
    """Let LibreOffice open files and save them; it gets a profile of its own."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        missing("LibreOffice is not here (apt-get install libreoffice-calc)")
    paths = [folder / f"{name}.xlsx" for name in given]
    for path, data in zip(paths, given.values(), strict=True):
        path.write_bytes(data)
    out = folder / ending
    done = subprocess.run(
        [
            office, f"-env:UserInstallation={(folder / 'profiel').as_uri()}", "--headless", "--convert-to", how,
            "--outdir", str(out), *map(str, paths),
        ],
        capture_output=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return {name: (out / f"{name}.{ending}").read_bytes() for name in given}
