"""A round that nobody held, through the real commands: the prompt, a file, a workbook, or what a page saved."""

from __future__ import annotations

import html
import io
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.rounds.script import OWN_GROUP, Script, Somebody

from psoh_cli import app
from psoh_cli.commands import clock
from psoh_cli.dutch import PartialDate
from psoh_cli.files import yaml_edit
from psoh_cli.interview.answers import Answer, Informant, InterviewFile
from psoh_cli.interview.forms.form import FORMAT, make_form
from psoh_cli.interview.forms.sheet import ANSWER, ID, PART, rows
from psoh_cli.interview.questionnaire import Questionnaire
from psoh_cli.practices.question import Question
from psoh_cli.terminal import console
from psoh_cli.vocabulary import DONT_KNOW

DAY = date(2026, 11, 21)
_DOSSIER = """\
formaat: "1"
kennisversie: "{version}"
voorbeeld: illustratief
code: GM9999
naam: {name}
provincie: Voorbeeldprovincie
"""


@dataclass
class Round:
    """The dossier of a simulated round, and the commands that fill it."""

    folder: Path
    script: Script
    capsys: pytest.CaptureFixture[str]

    def hold(self) -> None:
        """Let everybody answer, each in their own way."""
        self.folder.mkdir(parents=True)
        text = _DOSSIER.format(version=self.script.catalogue.version, name="Simulatiestad")
        (self.folder / "gemeente.yaml").write_text(text, encoding="utf-8")
        ways: Mapping[str, Callable[[Somebody], None]] = {
            "prompt": self._at_the_prompt,
            "file": self._in_a_file,
            "workbook": self._in_a_workbook,
            "page": self._on_a_page,
        }
        for somebody in self.script.people:
            ways[somebody.way](somebody)

    def run(self, *arguments: str | Path, stdin: io.TextIOBase | None = None) -> str:
        """Give a command, and what it said on stdout; it must succeed."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sys, "stdin", stdin or io.StringIO(""))
            patch.setattr(console, "is_interactive", lambda: stdin is not None)
            patch.setattr(clock, "today", lambda: DAY)
            code = app.run([str(argument) for argument in arguments])
        said = self.capsys.readouterr()
        assert code == 0, f"psoh {' '.join(map(str, arguments))}\n{said.out}{said.err}"
        return said.out

    def named(self) -> set[str]:
        """Give the differences that the analysis names."""
        data = json.loads(self.run("analyse", self.folder, "--json"))
        return {
            item["id"] for item in data["bevindingen"] if item["soort"] in {"verschil", "alleen-gemeente"}
        }

    def reported(self) -> tuple[set[str], set[str], set[str]]:
        """Give the questions in the report: who differs, what only the gemeente knows, what points another way."""
        out = self.folder.parent / "rapport"
        self.run("rapport", self.folder, "--soort", "gap-analyse", "--format", "html", "--output", out)
        text = " ".join(html.unescape((out / "gap-analyse.html").read_text(encoding="utf-8")).split())
        apart = {
            name
            for row in _table(text, "Statushouders en professionals over hetzelfde").split("<tr")
            if "Wijst een andere kant op" in row
            for name in self._asked_in(row)
            if OWN_GROUP in self.script.catalogue.question[name].groups
        }
        twins = {mirror for name in apart for mirror in self.script.catalogue.question[name].beside}
        differ = self._asked_in(_table(text, "Waar informanten niet hetzelfde zeggen"))
        assert apart | twins <= differ, "what points another way stands among the differences too, in one row"
        return differ - apart - twins, self._asked_in(_table(text, "Alleen de gemeente denkt dit")), apart

    def _asked_in(self, text: str) -> set[str]:
        return {question.id for question in self.script.catalogue.questions if question.text in text}

    def _who(self, somebody: Somebody) -> tuple[str, ...]:
        return ("--informant", somebody.id, "--groep", somebody.group, "--rol", f"Functie {somebody.id}")

    def _in_a_file(self, somebody: Somebody) -> None:
        offered = self.folder.parent / f"{somebody.id}.yaml"
        plain = {name: _bare(values) for name, values in self.script.answers(somebody).items()}
        offered.write_text(yaml_edit.dump_block(plain), encoding="utf-8")
        self.run("interview", self.folder, *self._who(somebody), "--antwoorden", offered)

    def _at_the_prompt(self, somebody: Somebody) -> None:
        typist = Typist(self.script, somebody)
        with _overheard(typist):
            self.run("interview", self.folder, *self._who(somebody), stdin=typist)

    def _in_a_workbook(self, somebody: Somebody) -> None:
        from openpyxl import load_workbook

        sent = self.folder.parent / f"{somebody.id}.xlsx"
        self.run(
            "ronde", "formulier", self.folder, *self._who(somebody), "--format", "xlsx", "--output", sent
        )
        book = load_workbook(sent)
        page = book["Vragen"]
        at = {
            (page.cell(row, ID + 1).value, page.cell(row, PART + 1).value or ""): row
            for row in range(1, page.max_row + 1)
        }
        for row in rows(self._form(somebody)):
            if row.said[0]:
                page.cell(at[row.id, row.part], ANSWER + 1).value = row.said[0]
        book.save(sent)
        self.run("ronde", "lees", self.folder, sent, "--toepassen", "--op", str(DAY))

    def _on_a_page(self, somebody: Somebody) -> None:
        sent = self.folder.parent / f"{somebody.id}.html"
        self.run(
            "ronde", "formulier", self.folder, *self._who(somebody), "--format", "html", "--output", sent
        )
        saved = self.folder.parent / f"{somebody.id}.json"
        answers = {name: {"antwoord": list(said)} for name, said in self.script.answers(somebody).items()}
        about = {
            "formaat": FORMAT,
            "gemeente": "GM9999",
            "informant": somebody.id,
            "groep": somebody.group,
            "kennisversie": self.script.catalogue.version,
            "gemaakt_op": str(DAY),
            "ingevuld_op": str(DAY),
            "antwoorden": answers,
        }
        saved.write_text(json.dumps(about, ensure_ascii=False), encoding="utf-8")
        self.run("ronde", "lees", self.folder, saved, "--toepassen")

    def _form(self, somebody: Somebody) -> Any:
        given = {name: Answer(values=said) for name, said in self.script.answers(somebody).items()}
        interview = InterviewFile(
            format="1",
            knowledge_version=self.script.catalogue.version,
            group=somebody.group,
            role=f"Functie {somebody.id}",
            day=PartialDate(DAY.year, DAY.month, DAY.day),
            answers=given,
        )
        informant = Informant(id=somebody.id, file=f"interviews/{somebody.id}.yaml", interview=interview)
        return make_form(
            informant, catalogue=self.script.catalogue, gemeente="Simulatiestad", code="GM9999", made_on=DAY
        )


def _table(text: str, caption: str) -> str:
    """Give the table of a page under this caption, as it is written; empty when there is none."""
    _, found, rest = text.partition(f"{caption}</caption>")
    return rest.partition("</table>")[0] if found else ""


def _bare(values: tuple[str, ...]) -> Any:
    return values[0] if len(values) == 1 else list(values)


class Typist(io.TextIOBase):
    """Somebody at the prompt: reads the last question on the screen, and types what the script says to it."""

    def __init__(self, script: Script, somebody: Somebody) -> None:
        super().__init__()
        self._script, self._somebody = script, somebody
        questions = Questionnaire(script.catalogue, somebody.group).questions
        self._asked = {" ".join(question.text.split()): question for question in questions}
        self.screen = ""

    def readable(self) -> bool:
        return True

    def readline(self, _size: int = -1) -> str:  # type: ignore[override]
        seen = " ".join(self.screen.split())
        prompt = seen[-60:]
        if not prompt.endswith("Antwoord:"):
            return "\n"  # nothing to add, and content with it all
        latest = max(self._asked, key=seen.rfind)
        self.screen = ""
        question = self._asked[latest]
        return f"{_typed(question, self._script.answer(self._somebody, question.id))}\n"


def _typed(question: Question, values: tuple[str, ...]) -> str:
    if values == (DONT_KNOW,):
        return "w"
    known = [option.value for option in question.choices()]
    return ",".join(str(known.index(value) + 1) if value in known else value for value in values)


@contextmanager
def _overheard(typist: Typist) -> Iterator[None]:
    """Let somebody at the prompt see what psoh says."""
    written = sys.stderr.write

    def write(text: str) -> int:
        typist.screen += text
        return written(text)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys.stderr, "write", write)
        yield
