"""A small questionnaire with every kind of question, and somebody who types a list of lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from psoh_cli.dutch import PartialDate
from psoh_cli.interview.answers import Answer
from psoh_cli.interview.asking import Conversation, Ending
from psoh_cli.interview.exchange import Exchange
from psoh_cli.interview.questionnaire import Questionnaire
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.practice_files import read_catalogue
from psoh_cli.practices.question import Group, Question, Theme

TODAY = date(2026, 11, 21)
DAY = PartialDate(2026, 11, 21)
GROUP = "proef"


def _question(name: str, theme: str, kind: str, **more: Any) -> Question:
    fields = {
        "id": name,
        "thema": theme,
        "tekst": f"Vraag over {name}?",
        "toelichting": f"Reden van {name}.",
        "soort": kind,
        "informanten": [GROUP],
        "pijler": "fundament",
        "herkomst": "afgeleid",
    }
    return Question.model_validate(fields | more)


def _options(*values: str) -> list[dict[str, str]]:
    return [
        {"waarde": value, "label": value.capitalize(), "sluit_uit": "ja" if value == "geen" else "nee"}
        for value in values
    ]


QUESTIONS = (
    _question("beleid", "eerste", "ja-nee-deels"),
    _question(
        "vervolg", "eerste", "getal", eenheid="weken", minimum="1", stel_als={"vraag": "beleid", "is": "ja"}
    ),
    _question("dieper", "eerste", "datum", stel_als={"vraag": "vervolg", "is": "12"}),
    _question("soort", "eerste", "keuze", opties=_options("lokaal", "regionaal", "anders", "weet-niet")),
    _question(
        "partners", "tweede", "meerkeuze", opties=_options("ggd", "huisarts", "school", "geen", "anders")
    ),
    _question("wens", "tweede", "tekst"),
    _question("datum", "tweede", "datum"),
    _question("elders", "tweede", "ja-nee-deels", informanten=["andere"]),
)


@cache
def catalogue() -> Catalogue:
    """Give the real knowledge with our own questions in the place of its own."""
    real, _ = read_catalogue()
    parts: dict[str, Any] = {name: getattr(real, name) for name in Catalogue.model_fields}
    parts["themes"] = (
        Theme(id="eerste", number=1, name="Eerste thema", introduction="Hoe het begon."),
        Theme(id="tweede", number=2, name="Tweede thema", introduction="Hoe het verder ging."),
    )
    parts["questions"] = QUESTIONS
    parts["groups"] = (Group(id=GROUP, name="Proefgroep"), Group(id="andere", name="Andere groep"))
    return Catalogue(**parts)


@cache
def short_catalogue() -> Catalogue:
    """Give the real knowledge with five questions to statushouders: enough for a whole interview in a few lines."""
    real, _ = read_catalogue()
    parts: dict[str, Any] = {name: getattr(real, name) for name in Catalogue.model_fields}
    kept = ("drempels", "sh-weet-hulp", "sh-eigen-taal", "sh-gevraagd", "sh-wat-nodig")
    parts["questions"] = tuple(
        item for item in real.questions if item.id in kept or "statushouders" not in item.groups
    )
    return Catalogue(**parts)


def questionnaire() -> Questionnaire:
    """Give the questions of our own group."""
    return Questionnaire(catalogue(), GROUP)


def question(name: str) -> Question:
    """Give one of our own questions."""
    return catalogue().question[name]


def answered(**values: str | tuple[str, ...]) -> dict[str, Answer]:
    """Make answers from bare values."""
    return {name: Answer(values=value) for name, value in values.items()}


@dataclass
class Typist:
    """An asker that types a list of lines and remembers the screen; after the last line there is no more."""

    lines: Iterable[str]
    plain: bool = False
    screen: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._left = iter(self.lines)

    def say(self, text: str) -> None:
        self.screen.append(text)

    def read(self, prompt: str) -> str:
        for line in self._left:
            self.screen.append(f"{prompt}{line}")
            return line
        raise EOFError


@dataclass
class Talk:
    """What came of a conversation."""

    ending: Ending
    answers: dict[str, Answer]
    recorded: list[tuple[str, Answer]]
    screen: list[str]
    remarks: dict[str, str]

    @property
    def text(self) -> str:
        return "\n".join(self.screen)

    @property
    def asked(self) -> list[str]:
        """The questions in the order in which they were put."""
        names = {item.text: item.id for item in QUESTIONS}
        return [names[line] for line in self.screen if line in names]


def talk(*lines: str, answers: Mapping[str, Answer] | None = None, plain: bool = False) -> Talk:
    """Hold a conversation in which these lines are typed."""
    recorded: list[tuple[str, Answer]] = []
    typist = Typist(lines, plain=plain)
    exchange = Exchange(
        questionnaire=questionnaire(),
        asker=typist,
        record=lambda name, answer: recorded.append((name, answer)),
        as_of=TODAY,
        answers=dict(answers or {}),
    )
    ending = Conversation(exchange).run()
    return Talk(ending, exchange.answers, recorded, typist.screen, exchange.remarks)


def dossier(folder: Path) -> Path:
    """Make the least that counts as a dossier."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "gemeente.yaml").write_text(
        'formaat: "1"\nkennisversie: "2026.1"\ncode: GM0505\nnaam: Dordrecht\n', encoding="utf-8"
    )
    return folder
