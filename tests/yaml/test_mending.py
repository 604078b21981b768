"""What psoh can write in the place of a value or a key that a model refuses, and when it is sure."""

from __future__ import annotations

import pytest
from tests.yaml.test_shape import problems, service

from psoh_cli.problems.editing import edited
from psoh_cli.problems.fix import Fix


def fixes(text: str) -> list[Fix]:
    return [problem.fix for problem in problems(text) if problem.fix]


def criterion(fields: str) -> str:
    return service("criteria:", f"  - {{{fields}}}")


@pytest.mark.parametrize(
    ("wrong", "right", "is_safe"),
    [
        ("nam: D\n", "naam: D\n", True),
        ("Naam: D\n", "naam: D\n", True),
        ('"Naam" : D # zo\n', '"naam" : D # zo\n', True),
        ("{'náam': D}\n", "{'naam': D}\n", True),
        ("nammes: D\n", "naam: D\n", False),
        ("🙂: x\nnam: D\n", "🙂: x\nnaam: D\n", True),
        (service("plaatsem: 3"), service("plaatsen: 3"), True),
        (service("contact:", "  - {soort: Telefoon, nummer: 0612345670}"),
         service("contact:", "  - {soort: telefoon, nummer: 0612345670}"), True),
        (service("contact:", "  - {soort: 'E mail', nummer: 0612345670}"),
         service("contact:", "  - {soort: 'e-mail', nummer: 0612345670}"), True),
        (service("contact:", "  - {soort: telefon, nummer: 0612345670}"),
         service("contact:", "  - {soort: telefoon, nummer: 0612345670}"), False),
        (criterion("type: Dekking, minimum: 3"), criterion("type: dekking, minimum: 3"), True),
        (criterion("type: dekkin, minimum: 3"), criterion("type: dekking, minimum: 3"), False),
        (criterion("type: dekking, minimun: 3"), criterion("type: dekking, minimum: 3"), True),
        (service("open: {MA: 9}"), service("open: {ma: 9}"), True),
    ],
)  # fmt: skip
def test_what_was_meant_is_written_in_its_place(wrong: str, right: str, is_safe: bool) -> None:
    (fix,) = fixes(wrong)
    done = edited(wrong, fix.edits)
    assert done is not None
    assert done.text == right
    assert fix.is_safe is is_safe
    assert fix.does.startswith("schrijf ")


@pytest.mark.parametrize(
    "text",
    [
        "naam: D\nnamen: x\n",
        "naam: D\nNaam: E\n",
        "nam: D\nNaam: E\n",
        service("xyz: 3"),
        service("talenn: 3"),
        service("contact:", "  - {soort: post, nummer: 0612345670}"),
        service("contact:", "  - {soort: , nummer: 0612345670}"),
        service("contact:", "  - soort: |", "      Telefoon", "    nummer: 0612345670"),
        service("criteria:", "  - minimum: 3"),
        service("open: {zo: 9}"),
        service("open: {ma: 9, MA: 10}"),
        "x" * 5_000 + ": D\n",
    ],
)
def test_nothing_is_offered_where_it_could_be_wrong(text: str) -> None:
    assert fixes(text) == []
