"""The problems of a report as lines to read: the worst first, each with its place, its line and what to do."""

from __future__ import annotations

import textwrap
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from psoh_cli.characters import shown
from psoh_cli.problems.problem import SEVERITY_ORDER, Problem, Severity, count
from psoh_cli.problems.report import Report
from psoh_cli.terminal.cells import cells
from psoh_cli.terminal.excerpt import Conceal, Line, Part, Signs, SourceLines, excerpt
from psoh_cli.terminal.sharing import Item, Rest, shared_out
from psoh_cli.terminal.unread_lines import unread_lines
from psoh_cli.terminal.wrapping import hanging, wrap

MOST = 50
"""How many problems are listed, when nobody says otherwise."""
_FIRST_OF_RUN = 3
_LINES_NAMED = 12
_LONGEST = 1_000
"""Characters of a message or hint that are shown."""

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.HINT: "cyan"}
_PLURALS = {Severity.ERROR: "fouten", Severity.WARNING: "waarschuwingen", Severity.HINT: "tips"}
_INDENT = "    "


@dataclass(frozen=True, kw_only=True)
class Screen:
    """How wide the lines may be, and what they are drawn with.

    A line that begins with a place stays one line for who searches in it, unless somebody reads it on a screen.
    """

    width: int = 80
    signs: Signs = field(default_factory=Signs)
    breaks: bool = False
    """Whether the line with the place is broken too."""
    wraps: bool = True
    """Whether hints are broken at the width."""
    is_private: bool = False
    """Whether only who works on the files sees it; anywhere else what is about one person is covered."""


def as_text(report: Report, *, width: int = 80, most: int = MOST) -> str:
    """Write a report as plain text, as `check` shows it."""
    lines = [*listing(report, screen=Screen(width=width), most=most)]
    if report.problems or not report.unread:  # of what we could not read, "no problems" is not for us to say
        lines.append((Part(counted(report)),))
    if report.unread:
        lines += [*([()] if report.problems else []), *unread_lines(report.unread, width=width)]
    return "\n".join("".join(part.text for part in line).rstrip() for line in lines)


def listing(report: Report, *, screen: Screen, most: int = MOST) -> Iterator[Line]:
    """Yield the lines of a report: every problem, and how many are not listed. With 0 as `most` all are."""
    told = _Telling(report, screen)
    items, left = shared_out([*in_reading_order(report.problems, groups=bool(most))], most=most)
    for item in items:
        yield from told.rest(item) if isinstance(item, Rest) else told.problem(item)
    if left:
        yield from told.not_listed(left, most=most)


def in_reading_order(problems: Iterable[Problem], *, groups: bool) -> Iterator[Item]:
    """Yield the worst first and then by place; of many of one code in a file the first few, and then the rest."""
    parts: dict[tuple[int, str], list[Problem]] = defaultdict(list)
    for problem in sorted(problems, key=Problem.sort_key):
        parts[SEVERITY_ORDER[problem.severity], problem.file].append(problem)
    for key in sorted(parts):
        yield from _grouped(parts[key]) if groups else parts[key]


def _grouped(problems: list[Problem]) -> Iterator[Item]:
    total = Counter(problem.code for problem in problems)
    told: Counter[str] = Counter()
    rest: dict[str, list[Problem]] = {}
    for problem in problems:
        told[problem.code] += 1
        if told[problem.code] > _FIRST_OF_RUN and total[problem.code] > _FIRST_OF_RUN + 1:
            rest.setdefault(problem.code, []).append(problem)
        else:
            yield problem
    yield from (Rest(tuple(more)) for more in rest.values())


def counted(report: Report) -> str:
    """Count problems and the files they are in: `2 fouten en 1 waarschuwing in 2 bestanden`."""
    if not report.problems:
        return "Geen problemen gevonden."
    files = len({problem.file for problem in report.problems})
    return f"{count_problems(report.problems)} in {files} {'bestand' if files == 1 else 'bestanden'}"


def count_problems(problems: Iterable[Problem]) -> str:
    """Count problems in words: `2 fouten, 1 waarschuwing`."""
    numbers: Counter[Severity] = Counter()
    for problem in problems:
        numbers[problem.severity] += problem.times
    words = [
        f"{numbers[severity]} {severity.value if numbers[severity] == 1 else _PLURALS[severity]}"
        for severity in Severity
        if numbers[severity]
    ]
    return ", ".join(words) or "Geen problemen gevonden."


@dataclass(frozen=True)
class _Telling:
    report: Report
    screen: Screen

    @cached_property
    def _sources(self) -> dict[str, SourceLines]:
        return {}

    @cached_property
    def _told(self) -> dict[str, Mapping[int, list[tuple[int, int]]]]:
        """By file and line the places of which the guard tells."""
        return {}

    def problem(self, problem: Problem) -> Iterator[Line]:
        """Yield a problem: its place and message, its line, what to do, and whether psoh does it."""
        yield from self._heading(problem)
        yield from self._excerpt(problem)
        for text, style in ((problem.hint, ""), (self._offer(problem), "green")):
            yield from self._block(text, style=style) if text else ()
        if self.report.texts:
            yield ()

    def rest(self, rest: Rest) -> Iterator[Line]:
        """Yield in one line what is left of many problems of one code in a file."""
        from psoh_cli.dutch import plural  # it brings pydantic, and not every command shows problems

        first = rest.problems[0]
        lines = list(dict.fromkeys(problem.line for problem in rest.problems))
        places = ", ".join(map(str, lines[:_LINES_NAMED]))
        more = f" {self.screen.signs.dots}" if len(lines) > _LINES_NAMED else ""
        file = shown(first.file).replace("\n", " ")
        said = f"nog {plural(count(rest.problems), 'keer', 'keer')} {first.code} in {file} (regel {places}{more})"
        yield from self._block(said, style=STYLES[first.severity], indent="")
        yield ()

    def not_listed(self, items: list[Item], *, most: int) -> Iterator[Line]:
        """Yield how many problems are not shown, and how to see them."""
        from psoh_cli.dutch import plural

        left = sum(count(item.problems) if isinstance(item, Rest) else item.times for item in items)
        said = f"Nog {plural(left, 'melding', 'meldingen')} niet getoond (--max {most}). Alles: --max 0"
        yield from self._block(said, style="bold", indent="")
        yield ()

    def _heading(self, problem: Problem) -> Iterator[Line]:
        place = shown(f"{problem.file}:{problem.line}:{problem.column}").replace("\n", " ")
        severity = Part(problem.severity.value, STYLES[problem.severity])
        # what stands in a file cannot look like another problem
        message = f"{problem.code} {self._short(problem.message)}".replace("\n", " ")
        lines = [message]
        if self.screen.breaks:
            used = cells(place) + len(severity.text) + 2
            if used + len(problem.code) >= self.screen.width:  # a terminal would break the code itself
                yield (Part(place, "bold"),)
                place, used = "", len(severity.text) + len(_INDENT) + 1
            lines = hanging(message, width=self.screen.width, used=used, indent=_INDENT)
        front = (Part(place, "bold"), Part(" ")) if place else (Part(_INDENT),)
        yield *front, severity, Part(f" {lines[0]}")
        yield from ((Part(line),) for line in lines[1:])

    def _excerpt(self, problem: Problem) -> Iterator[Line]:
        text = self.report.texts.get(problem.file)
        if text is None:
            return
        source = self._sources.get(problem.file)
        if source is None:
            source = self._sources.setdefault(problem.file, SourceLines.of(text))
        style = STYLES[problem.severity]
        yield from excerpt(
            problem,
            source,
            width=self.screen.width,
            signs=self.screen.signs,
            style=style,
            conceal=None if self.screen.is_private else self._concealing(problem.file),
        )

    def _concealing(self, file: str) -> Conceal:
        """Give the function that covers, in a line of a file, what seems to be about one person."""
        from psoh_cli.privacy.covering import covered, spans_of

        if file not in self._told:
            self._told[file] = spans_of(self.report, file=file)
        told, sign = self._told[file], self.screen.signs.cover
        return lambda number, line, seen: covered(line, sign=sign, spans=told.get(number, ()), within=seen)

    def _offer(self, problem: Problem) -> str:
        if problem.fix is None or not self.report.texts:
            return ""
        option = "--fix" if problem.fix.is_safe else "--fix --onveilig"
        return f"Met {option} doet psoh dit voor u: {problem.fix.does}"

    def _short(self, text: str) -> str:
        """Give words as they can be shown; a value of a hundred thousand characters in them helps nobody."""
        return shown(text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}{self.screen.signs.dots}")

    def _block(self, text: str, *, style: str, indent: str = _INDENT) -> Iterator[Line]:
        whole = self._short(text)
        if self.screen.wraps:
            whole = wrap(whole, width=self.screen.width, indent=indent)
        else:
            whole = textwrap.indent(whole, indent)
        yield from ((Part(line, style),) for line in whole.split("\n"))
