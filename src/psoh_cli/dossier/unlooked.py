"""People in places where no rule looks: what could not be typed, ids and numbers, names of files, the house style."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from psoh_cli.dossier.dossier_files import AnyFile
from psoh_cli.dutch import slug
from psoh_cli.files.yaml_inside import pieces_of
from psoh_cli.files.yaml_nodes import Node, Parsed, Path, address_of
from psoh_cli.privacy.finding import traces
from psoh_cli.privacy.telling import told_of
from psoh_cli.privacy.trace import Kind, Trace
from psoh_cli.problems.making import problem_of
from psoh_cli.problems.problem import Problem
from psoh_cli.problems.text_lines import lines_of

_PREFIX = "PRIVACY"
_NUMBERS = frozenset({Kind.BSN, Kind.MOBILE, Kind.MAILBOX})
"""What can stand in an id or a number; a name in it looks like any other word."""
_NAMED = re.compile(
    r"\b(?:id|kvk|agb|website|werkgebied|postcode|kennisversie)[\"']?[ \t]*:[ \t]+(?P<value>[^\s#][^\n#]*)"
)
_MAY_BE_ONE = re.compile(r"(?:\d[^\d\n]{0,3}){8}\d|@")
_AMOUNT = re.compile(r"bedrag|kosten|budget|aantal|inwoners|totaal|prijs|capaciteit|plekken")
_ONLY_DIGITS = re.compile(r"[\d., ]+")
_OF_PSOH = "voorstel"
"""What psoh writes itself in a plan, from the knowledge."""
_OWN_NAME = re.compile(r"^[\s-]*(?:naam|id):(.*)$", re.MULTILINE)

_Nodes = Iterator[tuple[Path, Node, frozenset[str]]]


def check(
    files: Iterable[AnyFile], *, more: Iterable[Parsed] = (), known: Iterable[Problem] = ()
) -> tuple[Problem, ...]:
    """PRIVACY001 to PRIVACY007: the same guard where rules do not come; what is told already (`known`) is not again.

    `more` are other files of the dossier, which are looked at as they stand.
    """
    told = _Told(known)
    found = chain(
        chain.from_iterable(map(_of_file, files)),
        chain.from_iterable(map(_of_whole, more)),
    )
    return tuple(problem for problem in found if told.is_new(problem))


class _Told:
    """Knows of which pieces of which lines the guard told."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self._pieces: dict[tuple[str, int], list[tuple[int, int]]] = {}
        for problem in problems:
            self.is_new(problem)

    def is_new(self, problem: Problem) -> bool:
        """Tell whether nothing was told of this place yet, and remember it."""
        if not problem.code.startswith(_PREFIX):
            return True
        last, end = problem.end or (problem.line, problem.column + 1)
        end = end if last == problem.line else problem.column + 1
        pieces = self._pieces.setdefault((problem.file, problem.line), [])
        is_new = not any(problem.column < stop and start < end for start, stop in pieces)
        pieces.append((problem.column, end))
        return is_new


def _of_file(item: AnyFile) -> Iterator[Problem]:
    if item.unreadable is None:
        yield from _of_name(item)
    if item.value is None or "oordelen" in item.parsed.text:  # no rule looks into a moment
        yield from _of_whole(item.parsed)
    else:
        yield from _of_numbers(item.parsed)


def _of_name(item: AnyFile) -> Iterator[Problem]:
    for trace in _only(traces(item.path.stem), _NUMBERS):
        code, said = told_of(trace.kind, where="in de naam van dit bestand")
        yield problem_of(
            code, said, file=item.name, hint="Geef het bestand een andere naam, naar een functie."
        )


def _of_numbers(parsed: Parsed) -> Iterator[Problem]:
    """Look at what is an id, a number or an address on the web."""
    text = "\n".join(lines_of(parsed.text)) if "\r" in parsed.text else parsed.text.removeprefix("\ufeff")
    for match in _NAMED.finditer(text):
        if _MAY_BE_ONE.search(match["value"]):
            for trace in _only(traces(match["value"]), _NUMBERS):
                begins = match.start("value")
                column = begins - text.rfind("\n", 0, begins)
                yield _at(parsed, trace, line=text.count("\n", 0, begins) + 1, column=column)


def _of_whole(parsed: Parsed) -> Iterator[Problem]:
    """Look at everything in a file; where it cannot be read at all, line by line."""
    if parsed.root is None:
        yield from of_lines(parsed.text, file=parsed.name)
        return
    for path, node, own in _scalars(parsed.root):
        text = node.value if isinstance(node.value, str) else ""
        yield from _of_key(path, node, parsed)
        for trace in _meant(path, text.strip(), own=own):
            inside = pieces_of(parsed, path)
            span = inside(trace.start, trace.end) if inside else None
            field = next((step for step in reversed(path) if isinstance(step, str)), "")
            code, said = told_of(trace.kind, where=f"in '{field}'" if not traces(field) else "in deze waarde")
            place, end = (span[:2], span[2:]) if span else (node.place, node.end)
            yield problem_of(
                code, said, file=parsed.name, place=place, end=end, address=address_of(parsed, path)
            )


def of_lines(text: str, *, file: str) -> Iterator[Problem]:
    """Look at the lines of a text that is no YAML, or that cannot be read as such."""
    parsed = Parsed(text=text, name=file, root=None)
    own = frozenset(slug(" ".join(_OWN_NAME.findall(text))).split("-")) if "@" in text else frozenset()
    for number, line in enumerate(lines_of(text), start=1):
        key = line.partition(":")[0].strip(" -")
        begins = (
            line.find(": ") + 2 if ": " in line else 0
        )  # what a field is called does not tell what is in it
        whole = [(trace, 1) for trace in _meant((key,), line, own=own)]
        value = [(trace, begins + 1) for trace in _meant((key,), line[begins:], own=own)] if begins else []
        for trace, column in whole or value:
            yield _at(parsed, trace, line=number, column=column)


def _at(parsed: Parsed, trace: Trace, *, line: int, column: int) -> Problem:
    code, said = told_of(trace.kind, where="op deze regel")
    place, end = (line, column + trace.start), (line, column + trace.end)
    return problem_of(code, said, file=parsed.name, place=place, end=end)


def _of_key(path: Path, node: Node, parsed: Parsed) -> Iterator[Problem]:
    key = path[-1] if path else 0
    if isinstance(key, str) and node.key_line:
        for trace in _only(traces(key), _NUMBERS | {Kind.NAME}):
            code, said = told_of(trace.kind, where="in de naam van dit veld")
            line, column = node.key_place
            yield problem_of(
                code, said, file=parsed.name, place=(line, column), end=(line, column + len(key))
            )


def _meant(path: Path, text: str, *, own: frozenset[str]) -> Iterator[Trace]:
    """Find traces in a value; a figure is no BSN."""
    field = next((step for step in reversed(path) if isinstance(step, str)), "")
    is_figure = _AMOUNT.search(field) is not None and _ONLY_DIGITS.fullmatch(text.rpartition(":")[2])
    for trace in traces(text, own=own if "@" in text else frozenset()):
        if not (is_figure and trace.kind is Kind.BSN):
            yield trace


def _only(found: Iterable[Trace], kinds: frozenset[Kind]) -> Iterator[Trace]:
    return (trace for trace in found if trace.kind in kinds)


def _scalars(root: Node) -> _Nodes:
    """Yield every value with its way and the words by which the organization around it calls itself."""
    waiting: list[tuple[Path, Node, frozenset[str]]] = [((), root, frozenset())]
    while waiting:
        path, node, own = waiting.pop()
        yield path, node, own
        if isinstance(node.value, Mapping):
            own |= _called(node)
            waiting.extend(
                ((*path, key), inside, own) for key, inside in node.value.items() if key != _OF_PSOH
            )
        elif isinstance(node.value, tuple):
            waiting.extend(((*path, index), inside, own) for index, inside in enumerate(node.value))


def _called(node: Node) -> frozenset[str]:
    names = (inside.value for key in ("naam", "id") if (inside := node.child(key)) is not None)
    return frozenset(slug(" ".join(name for name in names if isinstance(name, str))).split("-"))
