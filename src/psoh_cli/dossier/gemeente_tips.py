"""What an informant says and `gemeente.yaml` does not: the size of the group and its languages, as lines to paste."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from psoh_cli.dutch import FEWEST, typed_number
from psoh_cli.gemeente.gemeente import Residents
from psoh_cli.interview.answers import Answer
from psoh_cli.vocabulary import LANGUAGE_NAMES

PEOPLE_QUESTION = "aantal-statushouders"
DAY_QUESTION = "aantal-peildatum"
LANGUAGES_QUESTION = "talen-grootste-groepen"
QUESTIONS = (PEOPLE_QUESTION, LANGUAGES_QUESTION)


def lines_to_paste(question: str, *, answers: Mapping[str, Answer], residents: Residents, role: str) -> str:
    """Write the lines for `gemeente.yaml` that an answer gives and the file lacks; empty when there are none."""
    answer = answers.get(question)
    if answer is None or not answer.is_known:
        return ""
    if question == PEOPLE_QUESTION and residents.total is None:
        return _block(_people(answer, answers=answers, residents=residents, role=role))
    if question == LANGUAGES_QUESTION and not residents.languages:
        codes = [value for value in answer.values if value in LANGUAGE_NAMES]
        return _block({"talen": [{"taal": code} for code in codes]} if codes else {})
    return ""


def _people(
    answer: Answer, *, answers: Mapping[str, Answer], residents: Residents, role: str
) -> dict[str, Any]:
    value = answer.values[0]
    if not value.isascii() or (typed_number(value) or 0) < FEWEST:
        return {}
    day = answers.get(DAY_QUESTION)
    fields: dict[str, Any] = {}
    if day is not None and day.is_known and residents.as_of is None:
        fields["peildatum"] = day.values[0]
    if residents.source == "onbekend":
        fields["bron"] = f"opgave van {role}"
    return {**fields, "totaal": int(value)}


def _block(fields: Mapping[str, Any]) -> str:
    if not fields:
        return ""
    from psoh_cli.files.yaml_dump import dump_block  # most checks write no lines

    return dump_block({"statushouders": dict(fields)}).rstrip("\n")
