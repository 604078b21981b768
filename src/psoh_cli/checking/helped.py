"""Whether a fix did what it promised: it changed only what it meant to, it helped, and it did no harm."""

from __future__ import annotations

from collections.abc import Sequence

from psoh_cli.checking.faithful import says_the_same
from psoh_cli.checking.mending import Mended
from psoh_cli.checking.result import Result
from psoh_cli.files import yaml_file
from psoh_cli.problems.editing import Edited, covers, edited
from psoh_cli.problems.fix import Edit
from psoh_cli.problems.problem import Problem, Severity, has_errors

OTHERWISE = "dan zou er ook iets anders veranderen"
UNREADABLE = "dan is het bestand nog steeds niet te lezen"
NO_HELP = "dan klopt het nog steeds niet"
WORSE = "dan zou er ergens anders een nieuwe fout zijn"


def edits_of(items: Sequence[Mended]) -> list[Edit]:
    """Give all edits of some fixes."""
    return [edit for item in items for edit in item.fix.edits]


def is_faithful(text: str, items: Sequence[Mended]) -> bool:
    """Tell whether a text still says the same after its edits, but for what they mean to change."""
    done = edited(text, edits_of(items))
    if done is None:
        return False
    gone = [edit.span for edit in done.written]
    old, new = yaml_file.parse(text, name=""), yaml_file.parse(done.text, name="")
    return says_the_same(old, new, gone=gone, came=list(done.written.values()))


def is_readable(text: str) -> bool:
    """Tell whether a text can be read at all."""
    return yaml_file.parse(text, name="").root is not None


def is_no_help(
    item: Mended, done: Edited, problems: Sequence[Problem], *, known: set[tuple[str, str]]
) -> bool:
    """Tell whether what a fix wrote is refused just the same, or for another reason."""
    for span in (done.written[edit] for edit in item.fix.edits):
        for problem in problems:
            if not covers(span, (problem.line, problem.column)):
                continue
            is_new = (problem.code, problem.message) not in known and problem.end == span[2:]
            of_shape = problem.severity is Severity.ERROR and problem.code.startswith("YAML")
            if problem.code == item.problem.code or (of_shape and is_new):
                return True
    return False


def is_worse(seen: Result, *, than: Result) -> bool:
    """Tell whether something went wrong that was right; where there were errors, new ones may have been hidden."""
    broken = has_errors(seen.problems) and not has_errors(than.problems)
    return broken or len(seen.unread) > len(than.unread)


def by_file(result: Result) -> dict[str, list[Problem]]:
    """Give what was found per file."""
    found: dict[str, list[Problem]] = {}
    for problem in result.problems:
        found.setdefault(problem.file, []).append(problem)
    return found
