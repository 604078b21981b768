"""Remarks in a file that ask not to be told of a problem: `# psoh: negeer KAART012 omdat …`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One request, with the line it stands on and the line it is about."""

    code: str
    reason: str
    line: int
    column: int
    about: int
