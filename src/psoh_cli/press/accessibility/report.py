"""What was examined as evidence that a gemeente can keep: `toegankelijkheid.md` for people, `.json` for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from importlib.metadata import PackageNotFoundError, version

from psoh_cli import __version__
from psoh_cli.dutch import date_in_words, number, plural
from psoh_cli.press.accessibility.checks import LIST_VERSION, Check, Examined, Result
from psoh_cli.press.accessibility.limits import BY_HAND, KNOWN_LIMITS, NORM, NOT_A_VALIDATOR

_TOOLS = {"weasyprint": "WeasyPrint", "pikepdf": "pikepdf", "resvg-py": "resvg-py"}
_MADE_BY = {"pdf": ("weasyprint", "pikepdf"), "docx": ("resvg-py",), "odt": ("resvg-py",)}
"""What a format is made or examined with, beside psoh itself."""


def as_json(
    examined: Sequence[Examined], *, as_of: date, gemeente: str = "", knowledge_version: str = ""
) -> str:
    """Write what was examined as stable JSON with Dutch keys."""
    told = {
        "formaat": "1",
        "gemeente": gemeente,
        "peildatum": as_of.isoformat(),
        "kennisversie": knowledge_version,
        "uitslag": _outcome(examined).value,
        "norm": list(NORM),
        "gemaakt_en_gecontroleerd_met": _versions(examined),
        "geen_validator": NOT_A_VALIDATOR,
        "bestanden": [_file(one) for one in examined],
        "bekende_beperkingen": [_limit(name, told) for name, told in KNOWN_LIMITS],
        "zelf_nagaan": list(BY_HAND),
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def as_markdown(
    examined: Sequence[Examined], *, as_of: date, gemeente: str = "", knowledge_version: str = ""
) -> str:
    """Write what was examined in plain Dutch."""
    about = f" van {_escaped(gemeente)}" if gemeente else ""
    lines = [f"# Toegankelijkheid van de documenten{about}", ""]
    lines += [f"Peildatum {date_in_words(as_of)}. {_in_short(examined)}", ""]
    lines += ["## Waaraan is getoetst", "", *(f"- {told}" for told in NORM), f"- {NOT_A_VALIDATOR}", ""]
    lines += ["## Waarmee", "", "| Onderdeel | Versie |", "| --- | --- |"]
    lines += [f"| {name} | {number_} |" for name, number_ in _versions(examined).items()]
    if knowledge_version:
        lines.append(f"| kennis van psoh | {_escaped(knowledge_version)} |")
    lines += ["", "## Uitslag per bestand", "", *_overview(examined), ""]
    for one in examined:
        lines += _section(one)
    lines += ["## Bekende beperkingen", ""]
    lines += [f"- **{name}.** {told}" for name, told in KNOWN_LIMITS]
    lines += ["", "## Wat mensen moeten nagaan", "", "Een programma kan dit niet beoordelen.", ""]
    lines += [f"- [ ] {told}" for told in BY_HAND]
    return "\n".join(lines) + "\n"


def _outcome(examined: Sequence[Examined]) -> Result:
    return Result.GOOD if all(one.is_good for one in examined) else Result.WRONG


def _in_short(examined: Sequence[Examined]) -> str:
    looked = sum(len(one.checks) for one in examined)
    wrong = sum(len(one.wrong) for one in examined)
    undecided = sum(check.result is Result.UNDECIDED for one in examined for check in one.checks)
    first = f"{plural(looked, 'controle', 'controles')} op {plural(len(examined), 'bestand', 'bestanden')}"
    found = f"{number(wrong)} fout" if wrong else "geen fouten"
    open_ = f", {number(undecided)} niet te controleren" if undecided else ""
    return f"{first}: {found}{open_}."


def _versions(examined: Sequence[Examined]) -> dict[str, str]:
    """Give the versions of what made and examined these files; only of what they needed."""
    kinds = {one.name.rpartition(".")[2].lower() for one in examined}
    needed = {tool for kind in kinds for tool in _MADE_BY.get(kind, ())}
    found = {"psoh": __version__, "lijst met controles": LIST_VERSION}
    found.update({name: _installed(tool) for tool, name in _TOOLS.items() if tool in needed})
    return found


def _installed(tool: str) -> str:
    try:
        return version(tool)
    except PackageNotFoundError:
        return "onbekend"


def _file(one: Examined) -> dict[str, object]:
    return {
        "naam": one.name,
        "titel": one.title,
        "sha256": one.sha256,
        "bytes": one.size,
        "uitslag": (Result.GOOD if one.is_good else Result.WRONG).value,
        "controles": [
            {
                "id": check.id,
                "wat": check.about,
                "wcag": list(check.criteria),
                "uitslag": check.result.value,
                "bevinding": check.detail,
            }
            for check in one.checks
        ],
    }


def _limit(name: str, told: str) -> dict[str, str]:
    return {"onderwerp": name, "uitleg": told}


def _overview(examined: Sequence[Examined]) -> list[str]:
    rows = [
        f"| {_escaped(one.name)} | {len(one.checks)} | {len(one.wrong)} | "
        f"{sum(check.result is Result.UNDECIDED for check in one.checks)} |"
        for one in examined
    ]
    return ["| Bestand | Controles | Fout | Niet te controleren |", "| --- | ---: | ---: | ---: |", *rows]


def _section(one: Examined) -> list[str]:
    return [
        f"### {_escaped(one.name)}",
        "",
        f"{_escaped(one.title)}, {number(one.size)} bytes. Deze uitslag hoort bij precies dit bestand; de SHA-256 is:",
        "",
        f"`{one.sha256}`",
        "",
        "| Wat is gecontroleerd | WCAG | Uitslag | Bevinding |",
        "| --- | --- | --- | --- |",
        *(_row(check) for check in one.checks),
        "",
    ]


def _row(check: Check) -> str:
    criteria = ", ".join(check.criteria) or "geen"
    found = _escaped(check.detail) or "niets gevonden dat fout is"
    return f"| {_escaped(check.about)} | {criteria} | {check.result.value} | {found} |"


def _escaped(text: str) -> str:
    """Give a text that stays itself in Markdown: one line, and no sign that would make a cell, link or tag."""
    flat = " ".join(text.split())
    return "".join(f"\\{char}" if char in "\\`*_[]<>|#!" else char for char in flat)
