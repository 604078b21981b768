"""interviews/*.yaml ↔ Informants. Every answer is a small edit of the text, saved before the next question."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from psoh_cli.dutch import PartialDate, slug
from psoh_cli.errors import UnreadableError, WrongUseError
from psoh_cli.files import disk, versioned_file, yaml_edit
from psoh_cli.files.modeline import modeline
from psoh_cli.files.versioned_file import FORMAT_VERSION, ReadFile
from psoh_cli.interview.answers import Answer, Informant, InterviewFile
from psoh_cli.problems.problem import Problem, in_order

_HEADER = """\
# Wat één informant zei. Een informant is een functie bij een organisatie, nooit een naam.
# Verder vragen of iets wijzigen:  psoh interview . --informant {informant}
# U mag dit bestand ook zelf bewerken: psoh laat uw tekst, uw volgorde en uw commentaar staan.
# Een antwoord is een waarde uit de vraag, of: weet-niet, niet-van-toepassing. Wat niet is gevraagd, staat er niet.
# Schrijf geen namen, geen medische gegevens en niets dat naar een persoon wijst.
"""


def read_interviews(folder: Path) -> tuple[tuple[Informant, ...], tuple[Problem, ...]]:
    """Read every interview in a folder, in the order of their names; no folder means no interviews."""
    if not folder.exists():
        return (), ()
    if not folder.is_dir():
        raise UnreadableError(
            f"'{folder}' is een bestand, geen map.", remedy="De interviews staan in een map."
        )
    read = [read_interview(path) for path in interview_paths(folder)]
    informants = tuple(informant for informant, _ in read if informant is not None)
    return informants, in_order(problem for _, file in read for problem in file.problems)


def interview_paths(folder: Path) -> tuple[Path, ...]:
    """Give the interview files of a folder in order; raise UnreadableError when it cannot be looked into."""
    return tuple(path for path in disk.paths_in(folder) if versioned_file.is_one(path))


def read_interview(path: Path) -> tuple[Informant | None, ReadFile[InterviewFile]]:
    """Read one interview: the informant, None when it cannot be typed, and the file with its problems and places.

    Raises UnreadableError when there is no such file or it is no text.
    """
    file = versioned_file.read(path, InterviewFile)
    if file.unreadable is not None:
        raise file.unreadable
    return informant_of(file), file


def informant_of(file: ReadFile[InterviewFile]) -> Informant | None:
    """Give the informant of a file, None when it could not be typed."""
    if file.value is None:
        return None
    # A name that is no slug is a Problem of its own (INTERVIEW009); its answers count all the same.
    return Informant(id=slug(file.path.stem) or "informant", file=file.name, interview=file.value)


def create_interview(
    path: Path,
    *,
    group: str,
    role: str,
    knowledge_version: str,
    day: PartialDate,
    organization: str | None = None,
    answers: Mapping[str, Answer] | None = None,
) -> None:
    """Write a fresh interview, with answers where there are any; raise WrongUseError when the file exists.

    Raises UnreadableError when the folder with interviews leads out of the dossier.
    """
    head = {"formaat": FORMAT_VERSION, "kennisversie": knowledge_version, "groep": group, "rol": role}
    if organization:
        head["organisatie"] = organization
    versioned_file.expect_own_folder(path)
    text = modeline(path, "interview") + _HEADER.format(informant=path.stem)
    text += yaml_edit.dump_block({**head, "afgenomen_op": day}) + "antwoorden: {}\n"
    text = _with_answers(text, answers or {})
    with disk.lock(path.parent.parent, file=path):
        if path.exists():
            raise WrongUseError(
                f"{path.as_posix()} bestaat al.", remedy="Kies een andere naam voor de informant."
            )
        disk.write_text(path, text)


def record(path: Path, question: str, answer: Answer) -> None:
    """Put one answer on disk: read the file as it is now, edit the lines of this answer, save atomically.

    Raises a PsohError when that cannot be done; the file then still says what it said.
    """
    record_all(path, {question: answer})


def record_all(path: Path, answers: Mapping[str, Answer], *, knowledge_version: str = "") -> None:
    """Put several answers on disk in one go; see `record`. With it the version of the questions, where that is told."""
    with disk.lock(path.parent.parent, file=path):
        record_held(path, answers, knowledge_version=knowledge_version)


def record_held(path: Path, answers: Mapping[str, Answer], *, knowledge_version: str = "") -> None:
    """Do what `record_all` does, for who holds the lock of the dossier already."""
    text = versioned_file.text_of(path)
    edited = _with_answers(text, answers)
    if knowledge_version:
        edited = yaml_edit.set_values(edited, {("kennisversie",): knowledge_version})
    if edited != text:
        yaml_edit.save(path, edited)


def _with_answers(text: str, answers: Mapping[str, Answer]) -> str:
    """Give the text of an interview with these answers in it."""
    if not answers:
        return text
    return yaml_edit.set_values(
        text, {("antwoorden", question): as_written(answer) for question, answer in answers.items()}
    )


def as_written(answer: Answer) -> dict[str, Any]:
    """Give an answer as it stands in a file: one value bare, several as a list, and only what is filled."""
    value: Any = answer.values[0] if len(answer.values) == 1 else list(answer.values)
    written: dict[str, Any] = {"antwoord": value}
    written["anders"] = answer.other
    written["datum"] = answer.day
    written["zekerheid"] = answer.certainty.value if answer.certainty else None
    written["opmerking"] = answer.remark
    written["per_keuze"] = {choice: dict(said) for choice, said in answer.details.items()} or None
    written["bronnen"] = list(answer.sources) or None
    return {key: item for key, item in written.items() if item is not None}
