"""LibreOffice opens the list, saves it again, and nothing that was filled in is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.press.forms.lists import CATALOGUE, FULL, MADE, small
from tests.press.forms.word_hand import controls_for, filled_in
from tests.press.test_office_conversion import converted

from psoh_cli.interview.answers import Answer
from psoh_cli.interview.forms.understanding import understand
from psoh_cli.press.forms.word import render_docx
from psoh_cli.press.forms.word_reading import read_docx

pytestmark = pytest.mark.slow

ANSWERS = {name: Answer.model_validate(said) for name, said in FULL.items()}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Keep one profile for both: LibreOffice takes long to make one."""
    return tmp_path_factory.mktemp("kantoor")


def test_a_list_that_was_filled_in_and_saved_again_by_libreoffice_is_read(folder: Path) -> None:
    form = small()
    mine = filled_in(
        render_docx(form), controls_for(form, {**ANSWERS, "plan-hoe": Answer(values=("In <b>stappen</b>",))})
    )
    again = converted(mine, ending="docx", to="docx", folder=folder)
    filled = read_docx(again, file="a.docx")
    found = understand(filled, catalogue=CATALOGUE, as_of=MADE)
    assert (filled.not_understood, filled.remarks, found.not_understood) == ((), (), ())
    assert found.answers == {**ANSWERS, "plan-hoe": Answer(values=("In <b>stappen</b>",))}
    assert not any(one.as_sent for one in filled.answers)


def test_a_list_that_was_only_saved_again_is_as_it_was_sent(folder: Path) -> None:
    again = converted(render_docx(small(FULL)), ending="docx", to="docx", folder=folder)
    filled = read_docx(again, file="a.docx")
    assert {one.question for one in filled.answers if one.as_sent} == set(FULL)
    assert filled.not_understood == ()
