"""A Report as a page of Markdown: the summary of a step in a workflow, with the gravest problems first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from psoh_cli.problems.formats.markdown_text import code, escaped
from psoh_cli.problems.formats.told import in_thousands
from psoh_cli.problems.problem import Problem, Severity, count
from psoh_cli.problems.report import Ignored, Report, arranged, gravest_first

ROOM = 1024 * 1024
"""How many bytes GitHub takes as the summary of one step; of more it shows nothing at all."""

MOST_ROWS = 50
_MOST_CHARACTERS = 400
_PLURALS = {Severity.ERROR: "fouten", Severity.WARNING: "waarschuwingen", Severity.HINT: "tips"}


def as_markdown(report: Report, *, room: int = ROOM) -> str:
    """Write a summary that fits in some bytes, with fewer rows where needed; empty when even its top does not fit."""
    report = arranged(report)
    most = MOST_ROWS
    while True:
        page = _page(report, most=most)
        if len(page.encode("utf-8")) <= room:
            return page
        if not most:
            return ""
        most //= 2


def _page(report: Report, *, most: int) -> str:
    parts = [f"## psoh check: {_outcome(report)}", _read(report)]
    if report.problems:
        numbers = [(severity.value, in_thousands(number)) for severity, number in report.counts.items()]
        parts.append(_table(("Ernst", "Aantal"), numbers))
    parts += _unread(report, most=most)
    parts += _problems(report, most=most)
    parts += _ignored(report, most=most)
    return "\n\n".join(parts) + "\n"


def _outcome(report: Report) -> str:
    if report.problems:
        return ", ".join(
            f"{in_thousands(number)} {severity.value if number == 1 else _PLURALS[severity]}"
            for severity, number in report.counts.items()
            if number
        )
    return "niet alles was te lezen" if report.unread else "geen problemen gevonden"


def _read(report: Report) -> str:
    number = len(report.files)
    files = f"{in_thousands(number)} {'bestand' if number == 1 else 'bestanden'} nagekeken"
    return f"{files} met psoh {escaped(report.version)}." if report.version else f"{files}."


def _unread(report: Report, *, most: int) -> list[str]:
    rows = [(_cell(item.message), _cell(item.hint)) for item in report.unread[:most]]
    left = len(report.unread[most:])
    return _section("Niet te lezen", ("Wat er mis is", "Wat u kunt doen"), rows, left=left)


def _problems(report: Report, *, most: int) -> list[str]:
    found = gravest_first(report.problems)
    rows = [_problem_row(problem) for problem in found[:most]]
    headers = ("Bestand", "Regel", "Ernst", "Code", "Wat er mis is", "Wat u kunt doen")
    return _section("Wat er te verbeteren is", headers, rows, left=count(found[most:]))


def _problem_row(problem: Problem) -> tuple[str, ...]:
    return (
        code(problem.file, most=_MOST_CHARACTERS),
        str(problem.line),
        problem.severity.value,
        code(problem.code),
        _cell(problem.message),
        _cell(problem.hint),
    )


def _ignored(report: Report, *, most: int) -> list[str]:
    rows = [_ignored_row(item) for item in report.ignored[:most]]
    headers = ("Bestand", "Regel", "Code", "Wat er mis is", "Reden", "Afgesproken in")
    left = sum(item.problem.times for item in report.ignored[most:])
    return _section("Genegeerd, met de reden", headers, rows, left=left)


def _ignored_row(item: Ignored) -> tuple[str, ...]:
    file, line, _, name, message, _ = _problem_row(item.problem)
    return file, line, name, message, _cell(item.reason), code(item.where, most=_MOST_CHARACTERS)


def _section(title: str, headers: Sequence[str], rows: Sequence[Sequence[str]], *, left: int) -> list[str]:
    """Give a heading with a table, and how many more there are; nothing when there is nothing to tell."""
    if not rows and not left:
        return []
    what = "Nog 1 melding staat" if left == 1 else f"Nog {in_thousands(left)} meldingen staan"
    rest = [f"{what} hier niet bij. Alles ziet u met: `psoh check`"] if left else []
    return [f"### {title}", *([_table(headers, rows)] if rows else []), *rest]


def _cell(text: str) -> str:
    return escaped(text, most=_MOST_CHARACTERS)


def _table(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [headers, ["---"] * len(headers), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
