"""The manual of every code as SARIF rules, so that a reader finds the why and the how beside the finding."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from psoh_cli.problems.code import Code
from psoh_cli.problems.codes import CODES
from psoh_cli.problems.formats.markdown_text import escaped, fenced
from psoh_cli.problems.problem import Severity

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}


def rules_for(codes: Iterable[str]) -> list[dict[str, Any]]:
    """Give the rules of some codes, by code; a code without a manual page has only its name."""
    return [_rule(CODES[code]) if code in CODES else {"id": code} for code in sorted(set(codes))]


def _rule(code: Code) -> dict[str, Any]:
    return {
        "id": code.code,
        "shortDescription": {"text": code.title},
        "fullDescription": {"text": code.what},
        "help": {"text": _plain(code), "markdown": _markdown(code)},
        "defaultConfiguration": {"level": LEVELS[code.severity]},
    }


def _plain(code: Code) -> str:
    parts = [code.what, f"Waarom: {code.why}", f"Wat u kunt doen: {code.remedy}"]
    parts += [f"Fout:\n{code.wrong}"] if code.wrong else []
    parts += [f"Goed:\n{code.right}"] if code.right else []
    return "\n\n".join(part.strip() for part in [*parts, _further(code)])


def _markdown(code: Code) -> str:
    parts = [
        escaped(code.what),
        f"**Waarom.** {escaped(code.why)}",
        f"**Wat u kunt doen.** {escaped(code.remedy)}",
    ]
    parts += [f"**Fout:**\n\n{fenced(code.wrong)}"] if code.wrong else []
    parts += [f"**Goed:**\n\n{fenced(code.right)}"] if code.right else []
    return "\n\n".join([*parts, escaped(_further(code))])


def _further(code: Code) -> str:
    return f"Meer uitleg: psoh uitleg {code.code}"
