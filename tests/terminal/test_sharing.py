"""Of more than somebody reads every dossier gets a share, and the errors go first."""

from __future__ import annotations

from psoh_cli.problems.problem import Problem, Severity
from psoh_cli.problems.report import Report
from psoh_cli.terminal.listing import as_text
from psoh_cli.terminal.sharing import Rest, shared_out


def problem(file: str, line: int, severity: Severity = Severity.ERROR, code: str = "KAART005") -> Problem:
    return Problem(code=code, severity=severity, message="x", file=file, line=line)


MANY = [problem("a/plan.yaml", line) for line in range(9)]
FEW = [problem("b/interviews/ggd.yaml", 1), problem("b/plan.yaml", 2)]
WARNED = [problem("c/plan.yaml", 1, Severity.WARNING)]
ALL = [*MANY, *FEW, *WARNED]


def test_every_dossier_gets_its_turn_and_the_order_stays() -> None:
    shown, left = shared_out(ALL, most=5)
    assert shown == [*MANY[:3], *FEW]
    assert left == [*MANY[3:], *WARNED]


def test_no_warning_goes_before_an_error_of_another_dossier() -> None:
    shown, _ = shared_out(ALL, most=11)
    assert shown == [*MANY, *FEW]


def test_with_nought_or_enough_room_everything_is_shown() -> None:
    assert shared_out(ALL, most=0) == (ALL, [])
    assert shared_out(ALL, most=12) == (ALL, [])


def test_what_is_told_in_one_line_goes_with_those_it_belongs_to() -> None:
    rest = Rest((problem("a/plan.yaml", 20), problem("a/plan.yaml", 21)))
    other = Rest((problem("d/plan.yaml", 30),))
    shown, left = shared_out([MANY[0], rest, *FEW, problem("d/plan.yaml", 3), other], most=3)
    assert shown == [MANY[0], rest, *FEW[:1], problem("d/plan.yaml", 3), other]
    assert left == FEW[1:]


def test_the_number_that_is_left_out_is_told() -> None:
    text = as_text(Report(problems=tuple(ALL)), most=5)
    assert "b/plan.yaml:2" in text
    assert "Alles: --max 0" in text
