"""The law: whoever stops after every answer and goes on later has the same file as who never stopped, to the byte."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest
from tests.interview.talk import dossier

from psoh_cli.interview.answers import Informant
from psoh_cli.interview.details import as_question
from psoh_cli.interview.interview_files import read_interview
from psoh_cli.interview.questionnaire import Questionnaire
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.practice_files import read_catalogue
from psoh_cli.practices.question import Question
from psoh_cli.sitting.interviewing import Request, attend
from psoh_cli.sitting.newcomer import Introduction
from psoh_cli.terminal.asker import TerminalAsker
from psoh_cli.vocabulary import AnswerKind

WAYS = ("stop", "end of input", "Ctrl-C")
_LINES = {
    AnswerKind.YES_NO_PARTLY: ("1", "2 ~", "3 ! soms", "w", "1 ~ redelijk zeker ! bijna overal"),
    AnswerKind.CHOICE: ("1", "anders", "w"),
    AnswerKind.MULTIPLE: ("1,2", "1,anders", "2 ! en meer"),
    AnswerKind.NUMBER: ("120", "nvt", "12"),
    AnswerKind.TEXT: ("rust en taal", "open", "meer tijd ~"),
    AnswerKind.DATE: ("2026", "3-2026", "w"),
}


@cache
def _knowledge() -> Catalogue:
    return read_catalogue()[0]


@cache
def _asked(group: str) -> dict[str, Question]:
    """Give everything that is asked by its text, what is asked about a choice too."""
    questions = Questionnaire(_knowledge(), group).questions
    more = [as_question(detail, item) for item in questions for detail in item.details]
    return {item.text: item for item in (*more, *questions)}


class Scripted(TerminalAsker):
    """Answers whatever is asked, always the same to the same, and leaves after `budget` answers."""

    def __init__(self, group: str, *, budget: int = 10_000, way: str = "stop", plain: bool = False) -> None:
        super().__init__(plain=plain)
        self.asked, self.budget, self.way, self.now = _asked(group), budget, way, ""
        self.is_content = False
        self._about = ""

    def say(self, text: str) -> None:
        if text in self.asked:
            self.now = text
        elif text.startswith("Over "):
            self._about = text

    def read(self, prompt: str) -> str:
        self.heard += 1
        if prompt.startswith("Nummer"):
            self.is_content = True
            return "klaar"
        if prompt.startswith("Wat bedoelt u"):
            return "eigen woorden"
        if prompt.startswith("Aanvulling") and sum(map(ord, self._about)) % 3 == 0:
            return ""
        if not self.budget:
            return self._leave()
        self.budget -= 1
        line = self._line()
        return line.split(" ~")[0].split(" !")[0] if prompt.startswith("Aanvulling") else line

    def _line(self) -> str:
        question = self.asked[self.now]
        lines = _LINES[question.kind]
        line = lines[sum(map(ord, question.id)) % len(lines)]
        has_other = any(option.value == "anders" for option in question.choices())
        return line if has_other else line.replace(",anders", "").replace("anders", "1")

    def _leave(self) -> str:
        if self.way == "stop":
            return "stop"
        raise EOFError if self.way == "end of input" else KeyboardInterrupt


def _sit(folder: Path, group: str, asker: Scripted) -> int:
    request = Request(informant="x", introduction=Introduction(group=group, role="Functie"))
    return attend(folder, request, catalogue=_knowledge(), asker=asker, as_of=date(2026, 11, 21))


def _at_once(folder: Path, group: str) -> bytes:
    asker = Scripted(group)
    assert _sit(dossier(folder), group, asker) == 0
    assert asker.is_content
    return _file(folder).read_bytes()


def _in_parts(folder: Path, group: str, ways: tuple[str, ...], *, plain: bool = False) -> bytes:
    """Leave after every answer, in each of these ways by turns."""
    dossier(folder)
    for number in range(400):
        way = ways[number % len(ways)]
        asker = Scripted(group, budget=1, way=way, plain=plain)
        code = _sit(folder, group, asker)
        if asker.is_content:
            assert code == 0
            return _file(folder).read_bytes()
        assert code == (130 if way == "Ctrl-C" else 0)
    raise AssertionError("the interview never ends")


def _file(folder: Path) -> Path:
    return folder / "interviews" / "x.yaml"


def _informant(folder: Path) -> Informant:
    informant, file = read_interview(_file(folder))
    assert informant is not None, file.problems
    return informant


def test_stopping_after_every_answer_gives_the_same_file(tmp_path: Path) -> None:
    whole = _at_once(tmp_path / "heel", "ketenpartner")
    assert _in_parts(tmp_path / "stukken", "ketenpartner", WAYS) == whole
    answers = _informant(tmp_path / "heel").answers
    assert len(answers) >= 14
    assert any(answer.details for answer in answers.values()), "what is asked about choices is among it"


@pytest.mark.slow
def test_in_every_group_and_every_way(tmp_path: Path) -> None:
    for number, group in enumerate(_knowledge().group):
        folder, way = tmp_path / group, WAYS[number % len(WAYS)]
        whole = _at_once(folder / "heel", group)
        assert _in_parts(folder / "stukken", group, (way,), plain=bool(number % 2)) == whole, (group, way)
        answers = _informant(folder / "heel").answers
        asked = {item.id for item in Questionnaire(_knowledge(), group).applicable(answers)}
        assert asked == set(answers), group
