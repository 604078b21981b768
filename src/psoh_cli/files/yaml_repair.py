"""The line that is wrong, found by trying: a file that cannot be read is repaired in thought, and told of there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pydantic import BaseModel, ValidationError

from psoh_cli.files import yaml_codes as codes
from psoh_cli.files.yaml_candidates import Candidate, Way, around, closed, shifted, split, with_quotes
from psoh_cli.files.yaml_events import parse
from psoh_cli.files.yaml_half import half_a_field
from psoh_cli.files.yaml_nodes import Parsed
from psoh_cli.files.yaml_repair_told import told_of
from psoh_cli.files.yaml_scene import indent_of
from psoh_cli.files.yaml_shape import shape_problems
from psoh_cli.files.yaml_tabs import with_widths
from psoh_cli.files.yaml_trial import UNREADABLE, Trial
from psoh_cli.problems.editing import edited
from psoh_cli.problems.fix import Edit, Fix, Span
from psoh_cli.problems.problem import Problem

_TRIED = frozenset(
    {
        codes.INDENTATION,
        codes.NO_COLON,
        codes.SYNTAX,
        codes.QUOTE,
        codes.BRACKET,
        codes.COLON_IN_VALUE,
        codes.ODD_KEY,
    }
)
"""What the reader says when the slip may lie elsewhere."""
_GUESSES = frozenset({Way.SHIFT, Way.WITH_ITS_OWN, Way.DASH})
"""Repairs that are told only when what stands on the line fits then."""
_BESIDE = 4
_MOST_DASHES = 5


def retold(parsed: Parsed, *, model: type[BaseModel]) -> tuple[Problem, ...]:
    """Give the problems of a file that could not be read, told where the slip is when a repair shows that."""
    if any(problem.code == codes.TAB for problem in parsed.problems):
        return with_widths(parsed, model=model)
    told = next((problem for problem in parsed.problems if problem.code in _TRIED), None)
    if told is None or parsed.root is not None or "<<<<<<<" in told.message:
        return parsed.problems
    trial = Trial(parsed.text, model)
    as_told = _after(told, trial)
    lost = tuple(dict.fromkeys((*trial.lost(), told.line)))
    half = half_a_field(trial, around(trial.lines, lost=lost), file=parsed.name)
    if half is not None:
        return tuple(half if problem is told else problem for problem in parsed.problems)
    found = trial.best(_candidates(trial.lines, lost=lost, code=told.code))
    if found is None or (found[1] >= as_told and told.code != codes.INDENTATION):
        if as_told < UNREADABLE:
            return parsed.problems
        return tuple(_unsure(problem) if problem is told else problem for problem in parsed.problems)
    candidate, faults = found
    helps = not faults or not _still_wrong(candidate, trial)
    mended = told_of(candidate, lines=trial.lines, file=told.file)
    if not helps and candidate.way in _GUESSES and mended.fix is not None:
        return tuple(_unsure(problem) if problem is told else problem for problem in parsed.problems)
    mended = mended if helps else replace(mended, fix=None)
    return tuple(mended if problem is told else problem for problem in parsed.problems)


def with_dashes(parsed: Parsed, *, model: type[BaseModel]) -> tuple[Problem, ...]:
    """Give each field that comes again a dash before it, where a new item of a list begins with it."""
    again = [problem for problem in parsed.problems if problem.code == codes.DOUBLE_KEY]
    trial = Trial(parsed.text, model)
    mended: dict[Problem, Problem] = {}
    for problem in again[:_MOST_DASHES]:
        dashes = [one for one in shifted(trial.lines, number=problem.line) if one.way is Way.DASH]
        found = trial.best(one for one in dashes if one.text == "- " and one.until > one.first)
        if found is not None and found[1] < trial.faults(trial.lines) and not _still_wrong(found[0], trial):
            edit = _whole_item(found[0], trial.lines)
            fix = Fix(edits=(edit,), does="schrijf een streepje en een spatie", is_safe=False)
            mended[problem] = replace(problem, fix=fix)
    return tuple(mended.get(problem, problem) for problem in parsed.problems)


def _whole_item(one: Candidate, lines: list[str]) -> Edit:
    """Give the item as it would be: all of it becomes another item, so a check of the fix has to see all of it."""
    own, last = indent_of(lines[one.number - 1]), one.number
    while last < len(lines) and lines[last].strip() and indent_of(lines[last]) >= own:
        last += 1
    text = "\n".join(one.applied(lines)[one.number - 1 : last])
    return Edit(Span(one.number, one.first, last, len(lines[last - 1]) + 1), text[one.first - 1 :])


def _still_wrong(one: Candidate, trial: Trial) -> bool:
    """Tell whether something on the repaired lines does not fit, so that the repair is no help."""
    now = parse("\n".join(one.applied(trial.lines)), name="")
    touched = range(one.number, one.number + one.count + one.text.count("\n"))
    try:
        trial.model.model_validate(now.plain(), by_alias=True, by_name=False)
    except ValidationError as error:
        found = shape_problems(error.errors(include_url=False), parsed=now, model=trial.model)
        return any(problem.line in touched for problem in found)
    return False


def _candidates(lines: list[str], *, lost: tuple[int, ...], code: str) -> Iterator[Candidate]:
    near = around(lines, lost=lost)
    if code in {codes.QUOTE, codes.BRACKET, codes.INDENTATION, codes.COLON_IN_VALUE, codes.SYNTAX}:
        yield from closed(lines, before=max(lost))
    if code in {codes.QUOTE, codes.BRACKET}:
        return
    for number in near:
        yield from shifted(lines, number=number)
        yield from split(lines, number=number)
    if code == codes.COLON_IN_VALUE:
        yield from with_quotes(lines, number=lost[0])


def _after(told: Problem, trial: Trial) -> int:
    """Count what is wrong after the fix that the problem itself offers."""
    done = edited(trial.text, told.fix.edits) if told.fix else None
    if done is None:
        return UNREADABLE
    return Trial(done.text, trial.model).faults(Trial(done.text, trial.model).lines)


def _unsure(problem: Problem) -> Problem:
    """Say that nobody is sure: no repair of one line makes the file readable."""
    if problem.code != codes.INDENTATION:
        return replace(problem, fix=None)
    hint = f"{problem.hint} psoh weet niet zeker welke regel verkeerd staat; kijk ook naar de regels erboven."
    return replace(problem, hint=hint, fix=None)
