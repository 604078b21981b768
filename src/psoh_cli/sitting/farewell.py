"""The words before and after a conversation: who it is with, what is saved, and how to go on."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from psoh_cli.interview.answers import Answer
from psoh_cli.interview.changed_questions import informant_now
from psoh_cli.interview.interview_files import read_interview
from psoh_cli.interview.values import count_of_questions
from psoh_cli.shell import quoted
from psoh_cli.sitting.attendance import attended
from psoh_cli.sitting.reception import changed_since
from psoh_cli.sitting.sitting import Sitting
from psoh_cli.terminal import console


def greet(sitting: Sitting) -> None:
    """Say who the interview is with, how far it is, and what becomes of the answers."""
    group = sitting.catalogue.group[sitting.informant.group].name
    count = attended(sitting.informant, sitting.catalogue)
    console.say(f"Interview met: {sitting.informant.role} (groep: {group})")
    console.say(f"Beantwoord: {count.answered} van {count_of_questions(count.total)}.")
    changed = changed_since(sitting.path, sitting.catalogue).in_words
    if changed:
        console.say(f"Sinds het vorige gesprek: {changed}. Wat al is beantwoord, vraagt psoh niet opnieuw.")
    console.say("Typ steeds uw antwoord en druk op Enter. Elk antwoord wordt meteen bewaard.")
    console.say("Stoppen kan altijd: typ stop. Later gaat u verder waar u was.")
    console.say("Schrijf geen namen en geen medische gegevens op.")
    opening = sitting.catalogue.group[sitting.informant.group].opening
    if opening:
        console.say(f"Zeg eerst: {opening}")


def part(sitting: Sitting, answers: Mapping[str, Answer], remarks: Mapping[str, str]) -> None:
    """Say what is saved and how many questions are open, with the command to go on."""
    questionnaire = sitting.questionnaire
    total = len(questionnaire.applicable(answers))
    still_open = len(questionnaire.open(answers))
    console.say("")
    for question, remark in remarks.items():
        console.say(f"Niet bewaard, want er is geen antwoord bij: de opmerking '{remark}' ({question}).")
    left = f" Nog open: {still_open}." if still_open else ""
    closing = sitting.catalogue.group[sitting.informant.group].closing
    if closing and still_open < total:
        console.say(f"Zeg tot slot: {closing}")
    count = f"{total - still_open} van {count_of_questions(total)} beantwoord"
    console.say(f"Bewaard in {sitting.path.as_posix()}: {count}.{left}")
    if still_open:
        console.say(f"Verdergaan:\n  {sitting.command}")
        return
    folder = quoted(sitting.dossier)
    console.say(f"Dank u. Volgende stap:\n  psoh analyse {folder}")
    console.say(
        f"Meer informanten geven een eerlijker beeld. Nog iemand interviewen:\n  psoh interview {folder}"
    )
    console.say(f"Wie u nog kunt vragen, en hoe ver ieder is:\n  psoh ronde status {folder}")


def on_disk(sitting: Sitting, otherwise: Mapping[str, Answer]) -> Mapping[str, Answer]:
    """Give the answers as the file has them: an interrupt may come between the writing and the counting."""
    informant, _ = read_interview(sitting.path)
    return informant_now(informant, sitting.catalogue).answers if informant is not None else otherwise


def nothing_made(command: str) -> None:
    """Say that somebody left before there was anything to keep, and how to begin again."""
    console.say(f"Gestopt. Er is nog niets gemaakt. Opnieuw beginnen:\n  {command}")


def just_made(path: Path, command: str) -> None:
    """Say that somebody left after the file was made and before the first question, and how to go on."""
    console.say(f"Gestopt. Het interview staat in {path.as_posix()}, nog zonder antwoorden.")
    console.say(f"Verdergaan:\n  {command}")
