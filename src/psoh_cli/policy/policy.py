"""A Policy: which problems a gemeente chose to weigh otherwise or to leave, each with its reason."""

from __future__ import annotations

from dataclasses import dataclass

from psoh_cli.problems.problem import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemption:
    """One code that is not told of, in all files or in those that match a pattern."""

    code: str
    reason: str
    files: str = "*"
    where: str = ""
    """Where this was written: `psoh.toml:4`."""


@dataclass(frozen=True, kw_only=True)
class Policy:
    """What stands in `psoh.toml`."""

    severities: tuple[tuple[str, Severity], ...] = ()
    exemptions: tuple[Exemption, ...] = ()
